/** The latest meetings, visits and calls of a person, each with whom, when, and where it is told. */
import type { EventEntity, PersonEntity } from '../../resolve/entities.ts';
import { dateWords } from '../date-words.ts';
import { joined, type Piece } from '../pieces.ts';
import type { CardContext, CardSection, Row } from './model.ts';
import { DOT, entityLinks, section } from './rows.ts';

/** Listed; the rest is counted. */
const LISTED = 4;

export function encounters(context: CardContext, person: PersonEntity): CardSection[] {
  const { messages, snapshot } = context;
  // A signing has a section of its own, and statements are too many to list.
  const met = [...snapshot.resolution.events.encountersOf(person.id)].sort(latestFirst);
  const rest = met.length - LISTED;
  return section(
    messages.encounters,
    met.slice(0, LISTED).map((event) => row(context, person, event)),
    rest > 0 ? messages.moreEntries(rest) : undefined,
  );
}

function row(context: CardContext, person: PersonEntity, event: EventEntity): Row {
  const { messages, language } = context;
  const others = event.actors.map(({ entity }) => entity).filter((entity) => entity !== person.id);
  const telling = event.tellings[0];
  const words: Piece[][] = [
    ...(event.date === null ? [] : [[{ text: dateWords(event.date, language) }]]),
    [{ text: messages.eventKinds[event.kind] }],
    ...(event.modality === 'happened' ? [] : [[{ text: messages.eventModalities[event.modality] }]]),
    entityLinks(context, others),
  ];
  // The first words lead to where it is told.
  const [[lead, ...more] = [], ...rest] = words;
  if (lead === undefined || telling === undefined) return { pieces: joined(words, DOT) };
  const linked = { ...lead, target: { article: telling.article, span: telling.trigger } };
  return { pieces: joined([[linked, ...more], ...rest], DOT) };
}

/** By date, the latest first; what has none last. */
function latestFirst(a: EventEntity, b: EventEntity): number {
  if (a.date === b.date) return a.id < b.id ? -1 : 1;
  if (a.date === null || b.date === null) return a.date === null ? 1 : -1;
  return a.date > b.date ? -1 : 1;
}
