/** Precision, recall and F1 of a measure, and what was missed and what was wrong. */
import type { Span } from './gold.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  /** For people, in the order of the articles. */
  readonly errors: readonly Problem[];
}

/** A place in an article where gold and program disagree. */
export interface Problem extends Span {
  readonly article: string;
  readonly problem: string;
}

export function f1({ precision, recall }: Pick<Score, 'precision' | 'recall'>): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Nothing to find and nothing found is perfect. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

export function groupBy<T, Key>(items: Iterable<T>, key: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
