/** Words of the language, one object each: whoever reads an article finds here what is already known of a word by itself. */
import { fold, foldedUnit, MANY, NONE } from './fold.ts';
import { type WordForm, wordForms } from './proclitics.ts';

export class Word {
  /** Folded (see fold.ts). */
  readonly norm: string;
  /** Which rules can begin at the word, as bits (recognize/triggers.ts); −1 as long as nobody has asked. */
  triggers = -1;
  /** Whether a date can begin with it (dates.ts); undefined as long as nobody has asked. */
  startsDate: boolean | undefined = undefined;
  /** The ways to read it, whole first, then behind its particles; what has two letters is always whole. */
  readonly forms: readonly WordForm[];

  constructor(norm: string) {
    this.norm = norm;
    this.forms = formsOf(norm);
  }
}

const formsOf = (norm: string): readonly WordForm[] =>
  norm.length > 2 && 'وفبلك'.includes(norm[0] as string)
    ? wordForms(norm)
    : [{ core: norm, proclitic: '', definite: norm.startsWith('ال'), cut: 0 }];

/**
 * So many words are kept for having been read lately, and up to as many for having been before that: what comes again and again is
 * never forgotten, and memory stays level in a session of any length. 10,000 articles have 80,000 words; as long as a worker keeps
 * all it has seen, none is worked out twice.
 */
export const LATELY = 50_000;
/** Longer words are worked out each time. */
const LONGEST = 32;

/** Words by their folded letters, found without making a string of them. */
class Table {
  /** A power of two, less than half of it filled. */
  static readonly #SIZE = 1 << Math.ceil(Math.log2(2 * LATELY));
  readonly #words: (Word | undefined)[] = new Array(Table.#SIZE).fill(undefined);
  readonly #hashes = new Int32Array(Table.#SIZE);
  count = 0;

  /** The word of the first `length` code units of `letters`. */
  find(hash: number, letters: Uint16Array, length: number): Word | undefined {
    for (let slot = hash & (Table.#SIZE - 1); ; slot = (slot + 1) & (Table.#SIZE - 1)) {
      const word = this.#words[slot];
      if (word === undefined) return undefined;
      if (this.#hashes[slot] === hash && isSpelt(word.norm, letters, length)) return word;
    }
  }

  add(hash: number, word: Word): void {
    let slot = hash & (Table.#SIZE - 1);
    while (this.#words[slot] !== undefined) slot = (slot + 1) & (Table.#SIZE - 1);
    this.#words[slot] = word;
    this.#hashes[slot] = hash;
    this.count++;
  }
}

function isSpelt(norm: string, letters: Uint16Array, length: number): boolean {
  if (norm.length !== length) return false;
  for (let i = 0; i < length; i++) if (norm.charCodeAt(i) !== letters[i]) return false;
  return true;
}

/** Made with the first word: a server that starts reads none. */
let lately: Table | null = null;
let before: Table | null = null;
const letters = new Uint16Array(LONGEST);

/** The word that is written at `start` to `end` of `text`; where it was read before, nothing is made of it but a number. */
export function wordAt(text: string, start: number, end: number): Word {
  let hash = 0x811c9dc5;
  let length = 0;
  for (let at = start; at < end; at++) {
    const unit = foldedUnit(text.charCodeAt(at));
    if (unit === NONE) continue;
    // The text would stay in memory with a piece of it; what is folded is a string of its own.
    if (unit === MANY || length === LONGEST) return new Word(fold(text.slice(start, end)));
    letters[length++] = unit;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  hash ^= hash >>> 15;
  lately ??= new Table();
  const known = lately.find(hash, letters, length);
  if (known !== undefined) return known;
  const word = before?.find(hash, letters, length) ?? new Word(String.fromCharCode(...letters.subarray(0, length)));
  if (lately.count >= LATELY) {
    before = lately;
    lately = new Table();
  }
  lately.add(hash, word);
  return word;
}
