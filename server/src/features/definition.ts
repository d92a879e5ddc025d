/** Go to Definition: where the thing that a mention stands for is introduced. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { MentionFact } from '../recognize/facts.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import { contains, length, type Span } from '../text/span.ts';
import { mentionAt } from './mention-at.ts';
import { articlesOf, byDate, mentionsIn, subjectOf, targetOf, targetToBe } from './subject.ts';
import type { Target } from './target.ts';

export interface Definition {
  /** The mention that the reader pointed at. */
  readonly origin: Span;
  readonly targets: readonly (Target & {
    /** The sentence around the introduction, for Peek. */
    readonly around: Span;
  })[];
}

/** More of them to choose from help nobody: a state is named by thousands of articles. Find All References has them all. */
export const MOST_INTRODUCTIONS = 100;

/**
 * The introduction in this article if it is introduced here, else the first elsewhere; after it those of the other articles, by
 * date, as long as they are not too many. Null where no mention, or an open one, stands at the offset.
 */
export function definition(snapshot: Snapshot, path: ArticlePath, offset: number): Definition | null {
  const mention = mentionAt(snapshot, path, offset);
  const entity = mention === null ? null : subjectOf(snapshot, mention);
  if (mention === null || entity === null) return null;
  return {
    origin: { start: mention.start, end: mention.end },
    targets: introductions(snapshot, entity, path).map((target) => ({
      ...target,
      around: sentenceAround(snapshot, target),
    })),
  };
}

/**
 * Introducing mentions: those in `here`, then those of the other articles by date, up to MOST_INTRODUCTIONS; what articles beyond these
 * say is not read. Of a person: the full name, with an office where one is given. Of anything else: in every article that names it, the
 * fullest mention (the first of them). Where only short mentions exist: the first of all.
 */
export function introductions(snapshot: Snapshot, entity: Entity, here: ArticlePath | null): Target[] {
  if (entity.kind === 'person' && entity.introductions.length > 0) {
    const own = entity.introductions.filter(({ article }) => article === here);
    const others = entity.introductions.filter(({ article }) => article !== here);
    return [...own, ...others].slice(0, MOST_INTRODUCTIONS).flatMap((ref) => targetOf(snapshot, ref) ?? []);
  }
  const own = here === null ? null : fullest(snapshot, entity, here);
  const named = own !== null && isNamed(own) ? [own] : [];
  let first: Fullest | null = null;
  for (const { path } of articlesOf(snapshot, entity)) {
    if (named.length >= MOST_INTRODUCTIONS) break;
    const best = path === here ? own : fullest(snapshot, entity, path);
    first ??= best;
    if (best !== null && best !== own && isNamed(best)) named.push(best);
  }
  return (named.length > 0 || first === null ? named : [first]).map(targetFrom);
}

/**
 * The one introduction to go to: that of the article `here` if it introduces the entity, else the first. Costs less than all of them:
 * a state that every article names has as many as there are articles.
 */
export function introduction(snapshot: Snapshot, entity: Entity, here: ArticlePath | null): Target | null {
  if (entity.kind === 'person' && entity.introductions.length > 0) {
    const ref = entity.introductions.find(({ article }) => article === here) ?? entity.introductions[0];
    return ref === undefined ? null : targetToBe(snapshot, ref);
  }
  const inThis = here === null ? null : fullest(snapshot, entity, here);
  if (inThis !== null && isNamed(inThis)) return targetFrom(inThis);
  let first: Article | undefined;
  for (const path of entity.mentions.keys()) {
    const article = snapshot.articles.get(path);
    if (article !== undefined && (first === undefined || byDate(article, first) < 0)) first = article;
  }
  const inFirst = first === undefined ? null : fullest(snapshot, entity, first.path);
  if (inFirst === null || isNamed(inFirst)) return inFirst === null ? null : targetFrom(inFirst);
  // Rare: the first article that speaks of it does not name it.
  return introductions(snapshot, entity, null)[0] ?? null;
}

/** The mention that shows best how one article speaks of an entity: its introduction there, else the fullest; null where there is none. */
export function introductionIn(snapshot: Snapshot, entity: Entity, path: ArticlePath): Target | null {
  if (entity.kind === 'person') {
    const ref = entity.introductions.find(({ article }) => article === path);
    if (ref !== undefined) return targetOf(snapshot, ref);
  }
  const best = fullest(snapshot, entity, path);
  return best === null ? null : targetFrom(best);
}

interface Fullest {
  readonly article: ArticlePath;
  readonly mention: MentionFact;
}

const isNamed = ({ mention: { form } }: Fullest): boolean => form === 'name' || form === 'office';

const targetFrom = ({ article, mention: { start, end } }: Fullest): Target => ({ article, span: { start, end } });

function fullest(snapshot: Snapshot, entity: Entity, path: ArticlePath): Fullest | null {
  let best: MentionFact | undefined;
  for (const mention of mentionsIn(snapshot, entity, path)) {
    if (best === undefined || fullness(mention) > fullness(best)) best = mention;
  }
  return best === undefined ? null : { article: path, mention: best };
}

/** A mention by name is fuller than any other; then the longer one. */
function fullness(mention: MentionFact): number {
  return (mention.form === 'name' ? 1e9 : 0) + length(mention);
}

/** The sentence that holds a span; the span itself where none does. */
export function sentenceAround(snapshot: Snapshot, { article, span }: Target): Span {
  const sentences = snapshot.articles.get(article)?.facts.sentences ?? [];
  // The last sentence that begins at or before the span: sentences are in order.
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low - 1];
  return sentence !== undefined && contains(sentence, span) ? sentence : span;
}
