/**
 * Which words stand in which articles, known long before the articles are read: what somebody asks about is looked for in those that
 * may name it, and these are read first (corpus.ts). An inverted index of hashes of folded words; it may name an article too many
 * (two words with one hash, the words of a name apart from each other), which costs the reading of one that would be read anyway.
 */
import { fold, foldedUnit, MANY, NONE } from '../text/fold.ts';
import { withParticles } from '../text/proclitics.ts';

/** A name as it is looked for: its folded words. */
export type NameWords = readonly string[];

/** Articles that can be told apart: their number stands below the hash in a double, which is exact up to 2^53. */
export const MOST_ARTICLES = 1 << 21;

/** So many words, each once for each article, are sorted at a time. */
const SEGMENT = 1 << 16;

/** What a code unit is in a word: this between words, NONE where folding drops it, MANY where it is folded to several, else what it is folded to. */
const BETWEEN = -2;

/** Of each code unit, where it was asked for, plus 3: 0 where nobody has asked. */
const UNITS = new Int32Array(0x10000);

function learn(unit: number): number {
  const inside = /[\p{L}\p{M}\p{Nd}\p{Cf}]/u.test(String.fromCharCode(unit));
  const found = inside ? foldedUnit(unit) : BETWEEN;
  UNITS[unit] = found + 3;
  return found;
}

const unitOf = (unit: number): number => {
  const known = UNITS[unit] as number;
  return known === 0 ? learn(unit) : known - 3;
};

export class UnreadWords {
  /** Sorted: hash × MOST_ARTICLES + article. */
  readonly #segments: Float64Array[] = [];
  #open = new Float64Array(SEGMENT);
  #size = 0;
  #hashes = new Uint32Array(1024);

  /** Takes in the words of an article; each article once. `article` is below MOST_ARTICLES. */
  add(article: number, text: string): void {
    let count = 0;
    let hash = START;
    for (let at = 0; at <= text.length; at++) {
      const unit = at === text.length ? BETWEEN : unitOf(text.charCodeAt(at));
      if (unit !== BETWEEN) hash = mixed(hash, unit, text, at);
      else if (hash !== START) {
        if (count === this.#hashes.length) this.#lengthen();
        this.#hashes[count++] = hash;
        hash = START;
      }
    }
    const hashes = this.#hashes.subarray(0, count).sort();
    let last = -1;
    for (const hash of hashes) {
      if (hash === last) continue;
      last = hash;
      if (this.#size === SEGMENT) this.#seal();
      this.#open[this.#size++] = hash * MOST_ARTICLES + article;
    }
  }

  /** The articles that have all words of a name, ascending; its first word with particles before it, too. */
  find([first, ...others]: NameWords): number[] {
    if (first === undefined) return [];
    if (this.#size > 0) this.#seal();
    const starts = withParticles(first).map(hashOf);
    const rest = others.map(hashOf);
    const found = new Set<number>();
    for (const segment of this.#segments)
      for (const hash of starts) for (const article of having(segment, hash)) found.add(article);
    for (const hash of rest) {
      const also = new Set(this.#segments.flatMap((segment) => having(segment, hash)));
      for (const article of found) if (!also.has(article)) found.delete(article);
    }
    return [...found].sort((a, b) => a - b);
  }

  #lengthen(): void {
    const longer = new Uint32Array(2 * this.#hashes.length);
    longer.set(this.#hashes);
    this.#hashes = longer;
  }

  #seal(): void {
    this.#segments.push(this.#open.slice(0, this.#size).sort());
    this.#size = 0;
  }
}

function having(segment: Float64Array, hash: number): number[] {
  const least = hash * MOST_ARTICLES;
  let from = 0;
  let to = segment.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((segment[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  const articles: number[] = [];
  for (let at = from; at < segment.length; at++) {
    const article = (segment[at] as number) - least;
    if (article >= MOST_ARTICLES) break;
    articles.push(article);
  }
  return articles;
}

/** FNV-1a (32 bits) over the folded UTF-16 code units. */
const START = 0x811c9dc5;

/** `unit`: what `unitOf` gives of the code unit at `at`. */
function mixed(hash: number, unit: number, text: string, at: number): number {
  if (unit === NONE) return hash;
  if (unit !== MANY) return Math.imul(hash ^ unit, 0x01000193);
  let all = hash;
  for (const each of fold(text.charAt(at))) all = Math.imul(all ^ each.charCodeAt(0), 0x01000193);
  return all;
}

function hashOf(word: string): number {
  let hash = START;
  for (let at = 0; at < word.length; at++) hash = mixed(hash, foldedUnit(word.charCodeAt(at)), word, at);
  return hash >>> 0;
}
