/**
 * Orthographic folding: what Arabic spelling leaves open is made equal, so that one name has one key.
 *
 * Folded away: vowel signs and Quranic marks, tatweel, zero-width and direction marks. Made equal: أ إ آ ٱ ٲ ٳ and ا; ى ی and ي;
 * ک and ك; ة ه and the Persian/Urdu heh forms; ڤ ڥ and ف, ڨ and ق (v and g, which the press of Egypt and the Maghreb writes or not);
 * ؤ and و, ئ and ي stay apart (they tell words apart); Arabic-Indic and Persian digits become ASCII digits; Latin letters become
 * lower case. Folding is for matching only: what a reader sees is the original.
 */

/** Characters that folding drops: marks over and under letters, tatweel, zero-width and bidi controls. */
const DROPPED =
  /[\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

const REPLACED: ReadonlyMap<string, string> = new Map([
  ...pairs('أإآٱٲٳ', 'ا'),
  ...pairs('ىیۍې', 'ي'),
  ...pairs('کڪ', 'ك'),
  ...pairs('ةھہەۀۂۃ', 'ه'),
  ...pairs('ڤڥ', 'ف'),
  ...pairs('ڨ', 'ق'),
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)] as const),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)] as const),
]);

function pairs(letters: string, target: string): (readonly [string, string])[] {
  return [...letters].map((letter) => [letter, target] as const);
}

/** One character folded: '' where it is dropped, else one character (two for a ligature). */
function foldCharacter(character: string): string {
  if (DROPPED.test(character)) return '';
  const replaced = REPLACED.get(character);
  if (replaced !== undefined) return replaced;
  // Presentation forms (ﻻ, ﷲ) come from copied PDFs; compatibility decomposition gives back the letters.
  if (character >= '\uFB50' && character <= '\uFEFC') {
    const plain = character.normalize('NFKC');
    return plain === character ? character : [...plain].map(foldCharacter).join('');
  }
  return character.toLowerCase();
}

/** `foldCharacter` of each code unit, filled as they come: a table look-up is many times faster than the rules. */
const TABLE: (string | undefined)[] = new Array(0x10000);

/** One UTF-16 code unit folded. */
export function foldUnit(unit: number): string {
  // Halves of surrogate pairs stay: no letter that folding touches lies beyond the first plane.
  const known = TABLE[unit];
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCharCode(unit));
  TABLE[unit] = folded;
  return folded;
}

/** What `foldedUnit` gives where a character is dropped, and where it is folded to several. */
export const NONE = 0;
export const MANY = -1;
/** `foldedUnit` of each code unit; −2 where nobody has asked. */
const UNITS = new Int32Array(0x10000).fill(-2);

/** The code unit that a code unit is folded to; NONE or MANY where it is not one. */
export function foldedUnit(unit: number): number {
  const known = UNITS[unit] as number;
  if (known !== -2) return known;
  const folded = foldUnit(unit);
  const found = folded.length === 1 ? folded.charCodeAt(0) : folded === '' ? NONE : MANY;
  UNITS[unit] = found;
  return found;
}

export interface Folded {
  readonly text: string;
  /** `offsets[i]` is where the i-th folded code unit came from; one entry more than the text is long, the last one being the end. */
  readonly offsets: readonly number[];
}

/** Folds and remembers where each folded code unit stood: offsets are UTF-16 code units of `text`. */
export function foldWithOffsets(text: string): Folded {
  let folded = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const piece = foldUnit(text.charCodeAt(at));
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    folded += piece;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}

export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charCodeAt(at));
  return folded;
}

/** What may be shown of a name taken from a text: the writer's letters without tatweel, vowel signs, control marks and runs of space. */
export function clean(text: string): string {
  let kept = '';
  for (const character of text) if (!DROPPED.test(character)) kept += character;
  return kept.replace(/\s+/g, ' ').trim();
}
