/** Names as written and how often: which to show, and which besides. */
import { romanize } from '../text/romanize.ts';
import { byCodeUnit } from './keys.ts';
import type { Counts } from './state.ts';

export type Frequencies = ReadonlyMap<string, number>;

export function merged(counts: Iterable<Counts>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const each of counts) for (const [form, count] of each) sum.set(form, (sum.get(form) ?? 0) + count);
  return sum;
}

export function frequencies(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Most frequent first; of equals the longer, then by code unit. */
const byFrequency = (counts: Frequencies): string[] =>
  [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || byCodeUnit(a, b)).map(([form]) => form);

export const mostFrequent = (counts: Frequencies): string | null => byFrequency(counts)[0] ?? null;

/** The properties of an entity that come from its names. */
export const naming = (name: () => string, forms: () => Frequencies) => ({
  name,
  aliases: () => byFrequency(forms()).filter((form) => form !== name()),
  latin: () => romanize(name()),
});
