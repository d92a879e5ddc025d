/** The line of an article's text that an offset lies in, its line break included. */
import type { Article } from '../corpus/snapshot.ts';
import type { Span } from '../text/span.ts';

/** `offset` and the span in UTF-16 code units. */
export function lineAround({ text, lineStarts }: Pick<Article, 'text' | 'lineStarts'>, offset: number): Span {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { start: lineStarts[low - 1] ?? 0, end: lineStarts[low] ?? text.length };
}
