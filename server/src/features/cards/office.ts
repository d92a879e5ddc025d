/** An office: who held it in this corpus, and when. */
import type { OfficeEntity, Tenure } from '../../resolve/entities.ts';
import { dateWords } from '../date-words.ts';
import { countryName } from '../language.ts';
import { joined, type Piece, quoted, say } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import type { Card, CardContext, Row } from './model.ts';
import { articleDate, DOT, elsewhere, entityLink, labelled, latin, lead, section, why } from './rows.ts';

/** Holders and dates listed. */
const HOLDERS_LISTED = 10;
const DATES_LISTED = 4;

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

/** Holders in order of their first attestation, each with the dates, which lead to the evidence. */
function holderRows(context: CardContext, office: OfficeEntity): Row[] {
  return office.tenures.slice(0, HOLDERS_LISTED).map((tenure) => ({ pieces: holder(context, tenure) }));
}

function holder(context: CardContext, tenure: Tenure): Piece[] {
  const { messages, snapshot } = context;
  const person = entityOf(snapshot, tenure.person, 'person');
  const dates = attestedDates(context, tenure);
  const rest = dates.length - DATES_LISTED;
  const shown = joined(dates.slice(0, DATES_LISTED), messages.listSeparator);
  const name = person === null ? quoted(tenure.title) : { ...entityLink(context, person), weight: 'strong' as const };
  return rest > 0 ? say`${name}: ${shown} ${messages.moreEntries(rest)}` : say`${name}: ${shown}`;
}

/** Each date once: an article proves an office on its own date, and several may share one. */
function attestedDates(context: CardContext, tenure: Tenure): Piece[][] {
  const { messages, language, snapshot } = context;
  const found = new Map<string, Piece[]>();
  for (const { article: path, span, date, former } of tenure.attestations) {
    const article = snapshot.articles.get(path);
    const words = article
      ? articleDate(context, article)
      : date === null
        ? messages.undated
        : dateWords(date, language);
    const key = `${words}${former ? ' former' : ''}`;
    if (found.has(key)) continue;
    const piece: Piece = { text: words, target: { article: path, span } };
    found.set(key, former ? say`${piece} (${messages.former})` : [piece]);
  }
  return [...found.values()];
}
