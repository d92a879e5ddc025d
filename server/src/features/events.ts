/** Events as a list shows them: who met, visited, received or called whom, who signed, who said something; where and when. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EventKind, EventModality, EventRole, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, EntityId, EventEntity } from '../resolve/entities.ts';
import { sentenceAround } from './definition.ts';
import { displayable, quote, shortened } from './pieces.ts';
import type { Target } from './target.ts';

export interface EventSummary {
  readonly id: string;
  readonly kind: EventKind;
  readonly modality: EventModality;
  readonly date: IsoDate | null;
  /** Who acts: the visitor, the host who receives, the caller; of a meeting and a signing everybody. */
  readonly who: readonly string[];
  /** Those whom it is done to: the host of a visit, who is received or called. */
  readonly whom: readonly string[];
  readonly place: string | null;
  readonly agreement: string | null;
  /** By article date: the words that tell it, and their sentence. */
  readonly tellings: readonly { readonly target: Target; readonly sentence: string }[];
}

const NAME_LIMIT = 120;

/** Of a person (or an office whose holder is not known), by date. */
export const eventsOf = (snapshot: Snapshot, id: EntityId): EventSummary[] =>
  snapshot.resolution.events.of(id).map((event) => summarize(snapshot, event));

/** Of an article, in the order in which it tells them. */
export const eventsIn = (snapshot: Snapshot, path: ArticlePath): EventSummary[] =>
  snapshot.resolution.events.in(path).map((event) => summarize(snapshot, event));

/** Of the whole corpus, by date. */
export const allEvents = (snapshot: Snapshot): EventSummary[] =>
  snapshot.resolution.events.all().map((event) => summarize(snapshot, event));

function summarize(snapshot: Snapshot, event: EventEntity): EventSummary {
  const { id, kind, modality, date, place, agreement, actors, tellings } = event;
  const named = (wanted: (side: Side) => boolean) =>
    actors.flatMap(({ entity, role }) => (wanted(sideOf(kind, role)) ? (nameOf(snapshot, entity) ?? []) : []));
  return {
    id,
    kind,
    modality,
    date,
    who: named((side) => side !== 'target'),
    whom: named((side) => side === 'target'),
    place: nameOf(snapshot, place),
    agreement: nameOf(snapshot, agreement),
    tellings: tellings.map(({ article, trigger }) => {
      const target = { article, span: trigger };
      const { before, words, after } = quote(
        snapshot.articles.get(article)?.text ?? '',
        trigger,
        sentenceAround(snapshot, target),
      );
      return { target, sentence: `${before}${words}${after}` };
    }),
  };
}

/** Where an actor stands in an event, as CAMEO has it: at the source, at the target, or, where all do the same, at both. */
export type Side = 'source' | 'target' | 'both';

export function sideOf(kind: EventKind, role: EventRole): Side {
  switch (role) {
    case 'visitor':
      return kind === 'reception' ? 'target' : 'source';
    case 'host':
      return kind === 'reception' ? 'source' : 'target';
    case 'caller':
    case 'speaker':
      return 'source';
    case 'called':
      return 'target';
    default:
      return 'both';
  }
}

function nameOf({ resolution }: Snapshot, id: EntityId | null): string | null {
  const name = id === null ? undefined : resolution.entities.get(id)?.name;
  return name === undefined ? null : shortened(displayable(name), NAME_LIMIT);
}
