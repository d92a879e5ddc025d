/** Words, numbers and punctuation of a text, with offsets. Nothing language-specific happens here beyond the folded form. */
import { fold } from './fold.ts';
import type { Span } from './span.ts';
import { type Word, wordAt } from './word.ts';

export type TokenKind = 'word' | 'number' | 'punctuation';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The folded word (see fold.ts); of a number its ASCII digits; of punctuation the character itself. */
  readonly norm: string;
  /** What is known of the word by itself; null of anything else. */
  readonly word: Word | null;
  /** Whether a line break stands between the token before this one and this one. */
  readonly newLine: boolean;
  /** Whether nothing stands between the token before this one and this one («لـ"نور» has a glued quote). */
  readonly glued: boolean;
}

/** What a character is for a token. */
const OTHER = 0;
const LETTER = 1;
/** Inside a word only: vowel signs, tatweel, and the zero-width (non-)joiners and soft hyphens that Persian typing leaves there. */
const INSIDE = 2;
const DIGIT = 3;
const GAP = 4;
/** The decimal and grouping signs that a number may have inside. */
const SIGN = 5;
/** Inside a word like its letters, by itself a dash. */
const TATWEEL = 6;
const BREAK = 7;
/** Half of a character beyond the first plane: looked up with the other half. */
const HALF = 8;

function classOf(character: string): number {
  if (/[\n\r\u2028\u2029]/.test(character)) return BREAK;
  if (character === '\u0640') return TATWEEL;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}|\u200C|\u200D|\u00AD/u.test(character)) return INSIDE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[.,٫٬]/.test(character)) return SIGN;
  return /[\s\p{Cf}]/u.test(character) ? GAP : OTHER;
}

/** The class of each code unit + 1, filled as they come: 0 where it is not known yet. */
const CLASSES = new Uint8Array(0x10000);

function learn(unit: number): number {
  const found = unit >= 0xd800 && unit < 0xe000 ? HALF : classOf(String.fromCharCode(unit));
  CLASSES[unit] = found + 1;
  return found;
}

/** The class of the character at `at`, and in its fifth bit whether it has two code units. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = (CLASSES[unit] as number) - 1;
  const found = known >= 0 ? known : learn(unit);
  if (found !== HALF) return found;
  const character = text.codePointAt(at) as number;
  return character < 0x10000 ? OTHER : classOf(String.fromCodePoint(character)) | WIDE;
}
const WIDE = 16;
const CLASS = WIDE - 1;
const widthOf = (found: number): number => (found < WIDE ? 1 : 2);

/** Tokens in text order. Time is linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let last = 0;
  let newLine = false;
  let at = 0;
  while (at < length) {
    const first = classAt(text, at);
    const found = first & CLASS;
    const start = at;
    at += widthOf(first);
    if (found === GAP || found === INSIDE) continue;
    if (found === BREAK) {
      newLine = true;
      continue;
    }
    let kind: TokenKind = 'punctuation';
    let word: Word | null = null;
    let norm: string;
    if (found === LETTER) {
      kind = 'word';
      while (at < length) {
        const next = classAt(text, at);
        const inside = next & CLASS;
        if (inside !== LETTER && inside !== INSIDE && inside !== TATWEEL) break;
        at += widthOf(next);
      }
      word = wordAt(text, start, at);
      norm = word.norm;
    } else if (found === DIGIT) {
      kind = 'number';
      while (at < length) {
        const next = classAt(text, at);
        const step = at + widthOf(next);
        if ((next & CLASS) === DIGIT) at = step;
        else if ((next & CLASS) === SIGN && step < length) {
          const after = classAt(text, step);
          if ((after & CLASS) !== DIGIT) break;
          at = step + widthOf(after);
        } else break;
      }
      norm = fold(text.slice(start, at));
    } else norm = text.slice(start, at);
    tokens.push({ start, end: at, kind, norm, word, newLine, glued: last === start && start > 0 });
    newLine = false;
    last = at;
  }
  return tokens;
}
