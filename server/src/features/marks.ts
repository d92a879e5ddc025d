/** What is marked in an article: entities and dates by kind, flattened so that no two marks overlap. */
import { datesIn } from '../corpus/article.ts';
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind } from '../recognize/facts.ts';
import type { ArticlePath, ResolvedMention } from '../resolve/entities.ts';
import { overlaps, type Span } from '../text/span.ts';
import { standsForHolder } from './subject.ts';

export interface Mark extends Span {
  readonly kind: EntityKind | 'date';
  /** False where it is open whom the words mean, or whether they are a name at all. */
  readonly resolved: boolean;
}

/** A stretch of an article that is marked, and the mention that answers whoever points at it (`mentionAt`); null for a date. */
export interface MarkedStretch extends Mark {
  readonly mention: ResolvedMention | null;
}

/**
 * Marks in text order, disjoint. Of mentions inside one another the inner one is marked as its own kind and the rest of the outer
 * one around it: «[أمين] [المجلس الأعلى للأمن القومي]». Dates inside a mention («اتفاقية 1975») are part of it.
 */
export function marks(snapshot: Snapshot, path: ArticlePath): Mark[] {
  return markedStretches(snapshot, path).map(({ start, end, kind, resolved }) => ({ start, end, kind, resolved }));
}

/** The same stretches, each with the mention that it stands for. Linear in the number of mentions. */
export function markedStretches(snapshot: Snapshot, path: ArticlePath): MarkedStretch[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const mentions = snapshot.resolution.mentions.get(path) ?? [];
  const found = flatten(mentions, article.text);
  let next = 0;
  const dates: MarkedStretch[] = [];
  for (const { start, end } of datesIn(article)) {
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const mark = found[next];
    if (mark === undefined || !overlaps(mark, { start, end })) {
      dates.push({ start, end, kind: 'date', resolved: true, mention: null });
    }
  }
  return [...found, ...dates].sort((a, b) => a.start - b.start);
}

/** What is left of an outer mention behind an inner one is marked from this length on: a lone «و» or «في» under a line looks torn. */
const LEAST_REST = 4;

/** Whether it is known what the mention means. An office whose holder the corpus does not know is still known as an office. */
export function isResolved(mention: ResolvedMention): boolean {
  if (mention.holder !== null) return true;
  return mention.entity !== null && !(standsForHolder(mention) && mention.candidates.length > 0);
}

function flatten(mentions: readonly ResolvedMention[], text: string): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  const open: ResolvedMention[] = [];
  let at = 0;
  const markUpTo = (end: number) => {
    const mention = open.at(-1);
    if (mention !== undefined && end > at) {
      const span = trimmed(text, at, end);
      if (span !== null && (at === mention.start || span.end - span.start >= LEAST_REST)) {
        const answering = open.find(standsForHolder) ?? mention;
        found.push({
          ...span,
          kind: mention.kind,
          resolved: isResolved(mention) && !mention.unsure,
          mention: answering,
        });
      }
    }
    at = Math.max(at, end);
  };
  const closeUpTo = (offset: number) => {
    for (let mention = open.at(-1); mention !== undefined && mention.end <= offset; mention = open.at(-1)) {
      markUpTo(mention.end);
      open.pop();
    }
  };
  for (const mention of mentions) {
    closeUpTo(mention.start);
    markUpTo(mention.start);
    open.push(mention);
  }
  closeUpTo(text.length);
  return found;
}

function trimmed(text: string, from: number, to: number): Span | null {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = to - (piece.length - piece.trimEnd().length);
  return start < end ? { start, end } : null;
}
