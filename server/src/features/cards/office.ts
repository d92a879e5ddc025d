/** An office: who held it in this corpus, and when. */
import type { OfficeEntity, Tenure } from '../../resolve/entities.ts';
import { countryName } from '../language.ts';
import { joined, type Piece, quoted, say } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import { attestedTenure, byStanding } from './attested.ts';
import type { Card, CardContext, Row } from './model.ts';
import { DOT, elsewhere, entityLink, labelled, latin, lead, section, why } from './rows.ts';

/** Holders listed. */
const HOLDERS_LISTED = 10;
/** Sorts behind every date. */
const UNDATED = '~';

export function officeCard(context: CardContext, office: OfficeEntity): Card {
  const { messages, language, snapshot } = context;
  const organization = entityOf(snapshot, office.organization, 'organization');
  const holders = holderRows(context, office);
  const noHolders = office.general ? messages.generalOffice : messages.noHolders;
  return {
    kind: 'office',
    language,
    title: quoted(office.name),
    subtitle: joined(
      [[{ text: messages.kinds.office }], latin(office)].filter((pieces) => pieces.length > 0),
      DOT,
    ),
    sections: [
      ...lead([
        ...labelled(context, messages.organization, organization === null ? null : entityLink(context, organization)),
        ...labelled(context, messages.country, office.country === null ? null : countryName(office.country, language)),
      ]),
      ...section(
        messages.holders,
        holders.length > 0 ? holders : [{ pieces: [{ text: noHolders }] }],
        office.tenures.length > HOLDERS_LISTED
          ? messages.moreEntries(office.tenures.length - HOLDERS_LISTED)
          : undefined,
      ),
      ...elsewhere(context, office, { quotes: false }),
      ...why(context),
    ],
  };
}

/** Holders in order of time, each with the dates that attest them, which lead to the evidence. */
function holderRows(context: CardContext, office: OfficeEntity): Row[] {
  return inOrder(office.tenures)
    .slice(0, HOLDERS_LISTED)
    .map((tenure) => ({ pieces: holder(context, tenure) }));
}

function holder(context: CardContext, tenure: Tenure): Piece[] {
  const { messages, snapshot, article } = context;
  const person = entityOf(snapshot, tenure.person, 'person');
  const name = person === null ? quoted(tenure.title) : { ...entityLink(context, person), weight: 'strong' as const };
  const isHere = tenure.attestations.some(
    (attestation) => !attestation.former && attestation.article === article?.path,
  );
  const row = say`${name}: ${attestedTenure(context, tenure.attestations)}`;
  return isHere ? say`${row}${DOT}${messages.inThisArticle}` : row;
}

/**
 * By the first date on which they are attested. Somebody who is only called former held the office before that date: before the one who
 * is attested to hold it then.
 */
function inOrder(tenures: readonly Tenure[]): Tenure[] {
  const spans = tenures.flatMap(({ attestations }) => {
    const dates = byStanding(attestations).held.flatMap(({ date }) => date ?? []);
    const [first] = dates;
    return first === undefined ? [] : [{ first, last: dates.at(-1) ?? first }];
  });
  const place = ({ attestations }: Tenure): { readonly date: string; readonly isFormer: boolean } => {
    const first = byStanding(attestations).held.find(({ date }) => date !== null)?.date ?? null;
    if (first !== null) return { date: first, isFormer: false };
    const said = attestations.find(({ date }) => date !== null)?.date ?? null;
    if (said === null) return { date: UNDATED, isFormer: false };
    const around = spans.filter((span) => span.first <= said && said <= span.last).map((span) => span.first);
    return { date: [...around, said].sort()[0] ?? said, isFormer: byStanding(attestations).held.length === 0 };
  };
  return tenures
    .map((tenure, index) => ({ tenure, index, ...place(tenure) }))
    .sort(
      (a, b) =>
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
        Number(b.isFormer) - Number(a.isFormer) ||
        a.index - b.index,
    )
    .map(({ tenure }) => tenure);
}
