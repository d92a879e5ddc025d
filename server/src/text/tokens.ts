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

// A word: letters with their marks, tatweel and the zero-width (non-)joiners that Persian typing leaves inside words.
// A number: digits with grouping or decimal signs inside. Anything else that is not space: one punctuation token.
const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}\u0640\u200C\u200D\u00AD]*)|(?<number>\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)|(?<other>[^\s\p{L}\p{Nd}\p{Cf}])/gu;

/** Tokens in text order. Time is linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = text.slice(last, start);
    const { word, number } = match.groups as { word?: string; number?: string };
    tokens.push({
      start,
      end,
      kind: word !== undefined ? 'word' : number !== undefined ? 'number' : 'punctuation',
      norm: word !== undefined || number !== undefined ? fold(match[0]) : match[0],
      newLine: /[\n\r\u2028\u2029]/.test(between),
      glued: between === '' && start > 0,
    });
    last = end;
  }
  return tokens;
}
