/**
 * Call Hierarchy on a person: whom they met, visited, received, called or signed with, and who met, visited, received or called them.
 * A meeting and a signing are done by both, so they stand on both sides. One entry for each other person and article.
 */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, Entity, EntityId, EventEntity } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { dateWords } from './date-words.ts';
import { sentenceAround } from './definition.ts';
import { sideOf } from './events.ts';
import type { Language } from './language.ts';
import { mentionAt } from './mention-at.ts';
import { messagesFor } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { entityOf, subjectOf } from './subject.ts';

export interface HierarchyItem {
  readonly entity: EntityId;
  readonly kind: Entity['kind'];
  readonly name: string;
  /** What was done and when; of the person asked about the office or Latin name. */
  readonly detail: string;
  readonly article: ArticlePath;
  /** The sentence, and in it the words that name the person. */
  readonly span: Span;
  readonly selection: Span;
}

export interface HierarchyCall {
  /** The other person, in the article that tells it. */
  readonly item: HierarchyItem;
  /** Sentences of `item.article` that tell it, in text order. */
  readonly sentences: readonly Span[];
}

const NAME_LIMIT = 120;
const DOT = ' · ';

/** The person at an offset; null where nobody is, or nobody who is known. */
export function hierarchyAt(snapshot: Snapshot, path: ArticlePath, offset: number): HierarchyItem | null {
  const mention = mentionAt(snapshot, path, offset);
  const entity = mention === null ? null : subjectOf(snapshot, mention);
  if (mention === null || entity === null) return null;
  if (entity.kind !== 'person' && !(entity.kind === 'office' && snapshot.resolution.events.of(entity.id).length > 0))
    return null;
  const selection = { start: mention.start, end: mention.end };
  return {
    entity: entity.id,
    kind: entity.kind,
    name: shownName(entity),
    detail: entity.kind === 'person' ? displayable(entity.tenures.at(-1)?.title ?? entity.latin) : '',
    article: path,
    span: sentenceAround(snapshot, { article: path, span: selection }),
    selection,
  };
}

export type Direction = 'outgoing' | 'incoming';

/** Those whom the person dealt with (`outgoing`), or who dealt with them; latest first. */
export function hierarchyCalls(
  snapshot: Snapshot,
  id: EntityId,
  direction: Direction,
  language: Language,
): HierarchyCall[] {
  const calls = new Map<string, { item: HierarchyItem; details: Set<string>; sentences: Map<number, Span> }>();
  const add = (other: EntityId, detail: string, article: ArticlePath, selection: Span, sentence: Span) => {
    const entity = snapshot.resolution.entities.get(other);
    if (entity === undefined || other === id) return;
    const key = `${other} ${article}`;
    const call = calls.get(key) ?? {
      item: {
        entity: other,
        kind: entity.kind,
        name: shownName(entity),
        detail: '',
        article,
        span: sentence,
        selection,
      },
      details: new Set(),
      sentences: new Map(),
    };
    call.details.add(detail);
    call.sentences.set(sentence.start, sentence);
    calls.set(key, call);
  };
  const events = snapshot.resolution.events.of(id);
  for (const event of [...events].reverse()) {
    const own = event.actors.find(({ entity }) => entity === id);
    if (own === undefined || event.kind === 'statement') continue;
    const side = sideOf(event.kind, own.role);
    if (side !== 'both' && (side === 'source') !== (direction === 'outgoing')) continue;
    for (const { entity, role } of event.actors) {
      if (!/^(person|office):/.test(entity) || (side !== 'both' && sideOf(event.kind, role) === side)) continue;
      for (const telling of event.tellings) {
        const selection = namedIn(snapshot, entity, telling.article, telling.event) ?? telling.trigger;
        add(entity, detailOf(event, language), telling.article, selection, telling.span);
      }
    }
  }
  for (const { agreement, other, evidence } of signedBeside(snapshot, id, events))
    add(
      other,
      detailOf({ kind: 'signing', modality: 'happened', date: agreement.date }, language),
      evidence.article,
      evidence.span,
      sentenceAround(snapshot, evidence),
    );
  return [...calls.values()].map(({ item, details, sentences }) => ({
    item: { ...item, detail: [...details].join('، ') },
    sentences: [...sentences.values()].sort((a, b) => a.start - b.start),
  }));
}

/** The words by which a telling names somebody. */
function namedIn(snapshot: Snapshot, id: EntityId, article: ArticlePath, event: number): Span | null {
  const locals = snapshot.resolution.locals.get(article);
  const fact = snapshot.articles.get(article)?.facts.events[event];
  const actor = fact?.actors.find(({ entity, role }) => role !== 'signatory' && locals?.[entity] === id);
  return actor === undefined ? null : actor.span;
}

/** Others who signed an agreement with the person where no event tells it: their evidence stands with the agreement. */
function signedBeside(snapshot: Snapshot, id: EntityId, events: readonly EventEntity[]) {
  const told = new Set(
    events.flatMap(({ kind, agreement }) => (kind === 'signing' && agreement !== null ? [agreement] : [])),
  );
  const person = entityOf(snapshot, id, 'person');
  return (person?.agreements ?? []).flatMap((each) => {
    const agreement = told.has(each) ? null : entityOf(snapshot, each, 'agreement');
    if (agreement === null) return [];
    return agreement.signatories.flatMap(({ person: other, evidence }) =>
      other === id ? [] : [{ agreement, other, evidence }],
    );
  });
}

function detailOf(
  { kind, modality, date }: Pick<EventEntity, 'kind' | 'modality' | 'date'>,
  language: Language,
): string {
  const { eventKinds, eventModalities } = messagesFor(language);
  return [
    eventKinds[kind],
    ...(modality === 'happened' ? [] : [eventModalities[modality]]),
    ...(date === null ? [] : [dateWords(date, language)]),
  ].join(DOT);
}

const shownName = ({ name }: Entity): string => shortened(displayable(name), NAME_LIMIT);
