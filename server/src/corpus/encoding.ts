/**
 * Bytes to text. Files of Arabic news come as UTF-8, as UTF-16 from Windows editors, and as windows-1256 or ISO 8859-6 from before
 * both; nothing in the file says which, so every guess is checked against what text looks like.
 */
import chardet from 'chardet';
import type { FileProblem } from './problems.ts';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  /** As VS Code names encodings: `utf8`, `utf8bom`, `utf16le`, `utf16be`, `windows1256`, `iso88596`, … */
  readonly encoding: string;
}

/** How much of a file is looked at to judge a guess: UTF-16 code units, or bytes. Enough for any article, and a bound for a 5 MB line. */
const SAMPLE = 65_536;

/** Text has next to no control characters other than tab, line and page breaks; what has more than one in a hundred is no text. */
const MOST_CONTROLS = 0.01;

/**
 * A UTF-8 file may hold a broken character (cut off by a download, a stray byte of another encoding) and is still UTF-8, up to one in
 * a hundred characters beyond ASCII; windows-1256 read as UTF-8 has nothing but broken ones.
 */
const MOST_BROKEN = 0.01;

/**
 * chardet's confidence (of 100) in encodings that are not Arabic: it gives 10 to every multi-byte one of which it has seen too little.
 * Arabic ones are judged by the words they give.
 */
const LEAST_CONFIDENCE = 20;

/** Text, or why it is none. An empty file is an empty text. Time is linear in the number of bytes. */
export function decodeText(bytes: Uint8Array): Decoded | FileProblem {
  return withByteOrderMark(bytes) ?? withoutByteOrderMark(bytes);
}

export const isDecoded = (result: Decoded | FileProblem): result is Decoded => 'text' in result;

function withByteOrderMark(bytes: Uint8Array): Decoded | FileProblem | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { text: decode(bytes, 'utf-8'), encoding: 'utf8bom' };
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'utf16le' };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'utf16be' };
  return null;
}

function withoutByteOrderMark(bytes: Uint8Array): Decoded | FileProblem {
  const sample = bytes.subarray(0, SAMPLE);
  // Arabic in UTF-16 is also valid UTF-8 (U+0627 is an apostrophe and a control character), so it has to be asked first.
  for (const [label, encoding] of [
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
  ] as const) {
    if (looksLikeUtf16(sample, label)) return { text: decode(bytes, label), encoding };
  }
  if (sample.includes(0)) return { code: 'binary' };

  const utf8 = decode(bytes, 'utf-8');
  const start = utf8.slice(0, SAMPLE);
  if (count(start, CONTROL) > start.length * MOST_CONTROLS) return { code: 'binary' };
  const broken = utf8.includes('\uFFFD') ? count(utf8, /\uFFFD/g) / count(utf8, /[^\0-\x7F]/g) : 0;
  if (broken <= MOST_BROKEN) return { text: utf8, encoding: 'utf8' };

  for (const { name, confidence } of chardet.analyse(sample)) {
    if (confidence < LEAST_CONFIDENCE && !ARABIC_ENCODING.test(name)) continue;
    const text = decodeStrictly(bytes, name);
    if (text !== null && isPlausible(text, name))
      return { text, encoding: name.toLowerCase().replace(/[^a-z0-9]/g, '') };
  }
  // Too short a text for statistics: the commonest legacy encoding of Arabic, if that makes Arabic words.
  const text = decodeStrictly(bytes, 'windows-1256');
  if (text !== null && isPlausible(text, 'windows-1256')) return { text, encoding: 'windows1256' };
  return { code: 'encoding' };
}

/** Undecodable bytes become U+FFFD; a byte order mark is left out. */
function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

/** null where the bytes are not of this encoding, or it is not known here (UTF-32). */
function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\0-\x08\x0E-\x1F\x7F-\x9F]/g;

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

/**
 * Whether bytes without a mark are UTF-16: read so, nine in ten characters are Arabic or ASCII and none is a control character.
 * Text of any one-byte encoding or UTF-8 read as UTF-16 falls all over the planes, mostly into Chinese.
 */
function looksLikeUtf16(sample: Uint8Array, label: 'utf-16le' | 'utf-16be'): boolean {
  if (sample.length < 2 || sample.length % 2 !== 0) return false;
  const text = decode(sample, label);
  if (text === '' || count(text, CONTROL) > 0 || text.includes('\uFFFD')) return false;
  return (
    count(text, /[\t\n\r -~\p{Script=Arabic}\u00A0\u060C\u061B\u061F\u0640«»\u200B-\u201F]/gu) >= text.length * 0.9
  );
}

/**
 * Whether text decoded by a guess reads like text. Of the Arabic encodings more is asked: most words in Arabic letters only, three
 * letters long in the mean. UTF-8 read as windows-1256 also gives Arabic letters, but one or two at a time between signs («ط§ظ„ط¹»), and
 * Western text gives words that mix both scripts.
 */
function isPlausible(text: string, encoding: string): boolean {
  const start = text.slice(0, SAMPLE);
  if (count(start, CONTROL) > 0) return false;
  const words = start.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return false;
  const arabic = words.filter((word) => ARABIC_WORD.test(word));
  if (ARABIC_ENCODING.test(encoding)) {
    const letters = arabic.reduce((sum, word) => sum + word.length, 0);
    return arabic.length >= words.length / 2 && letters >= arabic.length * 3;
  }
  return arabic.length === 0 && words.reduce((sum, word) => sum + word.length, 0) >= start.length / 2;
}

const ARABIC_ENCODING = /1256|8859-6/;

/** Letters and marks of the Arabic script only, tatweel among them. */
export const ARABIC_WORD = /^[\p{Script=Arabic}\u0640\u064B-\u0652]+$/u;
