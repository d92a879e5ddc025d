/** A sentence longer than a model can read, cut into windows that overlap. */

/** Words `from` … `to` (exclusive) are read together; the tags of `first` … `last` (exclusive) are taken from this reading. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Neighbouring windows share about this part of what a model can read. */
const OVERLAP = 0.25;

/**
 * Windows over words of `sizes` subwords each, none of more than `limit` together; of the words that two share each is taken where it has
 * more words around it. Every word is taken once. A size above `limit` is as if it were `limit`.
 */
export function windowsOf(sizes: readonly number[], limit: number): Window[] {
  const windows: { from: number; to: number; first: number; last: number }[] = [];
  let from = 0;
  while (from < sizes.length) {
    let room = limit;
    let to = from;
    while (to < sizes.length && Math.min(sizes[to] as number, limit) <= room) {
      room -= Math.min(sizes[to] as number, limit);
      to++;
    }
    const before = windows.at(-1);
    const first = before === undefined ? 0 : Math.ceil((from + before.to) / 2);
    if (before !== undefined) before.last = first;
    windows.push({ from, to, first, last: to });
    if (to === sizes.length) break;
    let shared = 0;
    let next = to;
    while (next - 1 > from && shared + (sizes[next - 1] as number) <= limit * OVERLAP) {
      next--;
      shared += sizes[next] as number;
    }
    from = next;
  }
  return windows;
}
