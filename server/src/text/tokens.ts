/** Words, numbers and punctuation of a text, with offsets. Nothing language-specific happens here beyond the folded form. */
import { fold } from './fold.ts';
import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'punctuation';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The folded word (see fold.ts); of a number its ASCII digits; of punctuation the character itself. */
  readonly norm: string;
  /** Whether a line break stands between the token before this one and this one. */
  readonly newLine: boolean;
  /** Whether nothing stands between the token before this one and this one («لـ"نور» has a glued quote). */
  readonly glued: boolean;
}

// 1, a word: letters with their marks, tatweel and the zero-width (non-)joiners that Persian typing leaves inside words; tatweel by
// itself is a dash. 2, a number: digits with grouping or decimal signs inside. 3, anything else that is not space: one token each.
const TOKEN =
  /((?!\u0640)\p{L}(?:[\p{L}\p{M}\u0640\u200C\u00AD]|\u200D)*)|(\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)|(\u0640|[^\s\p{L}\p{M}\p{Nd}\p{Cf}])/gu;

const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** Tokens in text order. Time is linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'punctuation';
    tokens.push({
      start,
      end,
      kind,
      norm: kind === 'punctuation' ? match[0] : fold(match[0]),
      newLine: last !== start && LINE_BREAK.test(text.slice(last, start)),
      glued: last === start && start > 0,
    });
    last = end;
  }
  return tokens;
}
