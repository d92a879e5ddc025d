/** An organisation: its state, its offices with their holders, the articles that name it. */
import type { OrganizationEntity } from '../../resolve/entities.ts';
import { countryName } from '../language.ts';
import { joined, quoted, say } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import type { Card, CardContext, Row } from './model.ts';
import { aliases, DOT, elsewhere, entityLink, labelled, latin, lead, section, why } from './rows.ts';

/** Offices listed, each with its holders. */
const OFFICES_LISTED = 8;

export function organizationCard(context: CardContext, organization: OrganizationEntity): Card {
  const { messages, language } = context;
  const { country } = organization;
  const offices = organization.offices.slice(0, OFFICES_LISTED).flatMap((id): Row[] => officeRow(context, id));
  const rest = organization.offices.length - OFFICES_LISTED;
  return {
    kind: 'organization',
    language,
    title: quoted(organization.name),
    subtitle: joined(
      [[{ text: messages.kinds.organization }], latin(organization)].filter((pieces) => pieces.length > 0),
      DOT,
    ),
    sections: [
      ...lead([
        ...labelled(context, messages.country, country === null ? null : countryName(country, language)),
        ...aliases(context, organization),
      ]),
      ...section(messages.offices, offices, rest > 0 ? messages.moreEntries(rest) : undefined),
      ...elsewhere(context, organization, { quotes: false }),
      ...why(context),
    ],
  };
}

function officeRow(context: CardContext, id: string): Row[] {
  const office = entityOf(context.snapshot, id, 'office');
  if (office === null) return [];
  const holders = office.tenures
    .map(({ person }) => entityOf(context.snapshot, person, 'person'))
    .filter((person) => person !== null)
    .map((person) => [entityLink(context, person)]);
  const link = entityLink(context, office);
  return [{ pieces: holders.length === 0 ? [link] : say`${link}: ${joined(holders, context.messages.listSeparator)}` }];
}
