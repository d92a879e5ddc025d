/** Inputs without a grammar, cheap enough for millions: random bytes, random Arabic, valid input cut off or spoiled, its words in any order. */
import { uniform } from '../../server/train/random.ts';

/** Letters and signs with which Arabic text, YAML, JSON and dates go wrong: marks, digits of three scripts, controls, halves of pairs. */
const SOUP = [
  ...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةگچپژیک',
  ...'\u064B\u064E\u0651\u0640\u0670\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202E\u2066\u2067\u2069\uFEFF\u00AD',
  ...'٠١٢٣٤٥٦٧٨٩۰۱۲۳0123456789',
  ...'،؛؟.:!«»"\'()[]{}-–—/\\%#&*|>@`~+=<?,_',
  ...'abzAZéß',
  ...'     \n\n\r\t\u00A0\u2028\u0085',
  '\u0000',
  '\uD800',
  '\uDC00',
  '\u{1F600}',
  '\u{1EE00}',
  'ال',
  'و',
  'لل',
  ': ',
  '- ',
  '\r\n',
];

export type Random = () => number;

export const randomFrom = (seed: number): Random => uniform(seed);

export const upTo = (random: Random, limit: number): number => Math.floor(random() * limit);

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[upTo(random, all.length)] as T;

export interface Texts {
  /** Valid inputs, to be cut and spoiled. */
  readonly valid: readonly string[];
  /** UTF-16 code units of the longest, and of what all but one in a hundred have at most. */
  readonly longest: number;
  readonly most?: number;
}

/** One text after another. */
export function texts({ valid, longest, most: usual = 30 }: Texts, random: Random): () => string {
  const words = [...new Set(valid.flatMap((text) => text.split(/\s+/)))].filter((word) => word !== '');
  const length = () => upTo(random, random() < 0.01 ? longest : Math.min(longest, usual)) + 1;
  const soup = (most: number) => {
    let text = '';
    while (text.length < most) text += oneOf(random, SOUP);
    return text;
  };
  const wordSoup = (most: number) => {
    let text = '';
    while (text.length < most) text += oneOf(random, words) + (random() < 0.8 ? ' ' : oneOf(random, SOUP));
    return text;
  };
  const piece = (most: number) => {
    const whole = oneOf(random, valid);
    const start = random() < 0.3 ? 0 : upTo(random, whole.length);
    return whole.slice(start, start + most);
  };
  const spoiled = (most: number) => {
    let text = piece(most);
    for (let edits = 1 + upTo(random, 4); edits > 0; edits--) {
      const at = upTo(random, text.length + 1);
      const to = at + upTo(random, 8);
      const between = [soup(1 + upTo(random, 3)), '', text.slice(at, to).repeat(2), oneOf(random, words)];
      text = text.slice(0, at) + oneOf(random, between) + text.slice(to);
    }
    return text;
  };
  const bytes = (most: number) => {
    const all = Buffer.alloc(most);
    for (let i = 0; i < most; i++) all[i] = upTo(random, 256);
    return all.toString(random() < 0.5 ? 'utf8' : 'utf16le');
  };
  return () => {
    const kind = random();
    const most = length();
    if (kind < 0.15) return bytes(most);
    if (kind < 0.35) return soup(most);
    if (kind < 0.55) return wordSoup(most);
    if (kind < 0.65) return piece(most);
    return spoiled(most);
  };
}

/** Bytes: valid files with some of them changed, cut off, doubled, and random ones. */
export function byteInputs(valid: readonly Uint8Array[], random: Random): () => Buffer {
  return () => {
    const kind = random();
    if (kind < 0.25) {
      const all = Buffer.alloc(upTo(random, 120));
      for (let i = 0; i < all.length; i++) all[i] = upTo(random, 256);
      return all;
    }
    let bytes = Buffer.from(oneOf(random, valid));
    if (kind < 0.5) return bytes.subarray(0, upTo(random, bytes.length + 1));
    for (let edits = 1 + upTo(random, 4); edits > 0; edits--) {
      const at = upTo(random, bytes.length);
      if (random() < 0.7) bytes[at] = upTo(random, 256);
      else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + upTo(random, 6))]);
    }
    return bytes;
  };
}
