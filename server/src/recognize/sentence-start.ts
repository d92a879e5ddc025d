/** Where a sentence begins, as rules that look back in it ask. */
import type { Words } from './words.ts';

/** Words back to which the beginning of a sentence is looked for. */
const SENTENCE = 120;

/** Offset at which the sentence of token `at` begins. */
export function sentenceStart(words: Words, at: number): number {
  let from = at;
  while (from > 0 && from > at - SENTENCE && !words.tokens[from]?.newLine && !ENDS.has(words.mark(from - 1))) from--;
  return words.tokens[from]?.start ?? 0;
}

const ENDS = new Set(['.', '؟', '!', '?', '…']);
