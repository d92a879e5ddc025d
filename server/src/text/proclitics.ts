/**
 * Particles written onto the word after them: و ف (and), ب (in, by), ل (for), ك (as), س (future, verbs only), and the article ال.
 * Many names begin with such a letter (وليد، فائق، كاظم), so nothing is cut off here: the ways to read a word are listed,
 * the whole word first, and the caller takes the first one that it has evidence for.
 */
import { foldWithOffsets } from './fold.ts';
import type { Span } from './span.ts';

export interface Reading extends Span {
  /** The folded core, with its article ال where it has one. */
  readonly core: string;
  /** The folded particles before the core: '', 'و', 'ب', 'ول', … The article is not among them, except that لل is read as ل + ال. */
  readonly proclitic: string;
  /** Whether the core is definite by ال (also the ال hidden in لل, which the core then lacks). */
  readonly definite: boolean;
}

const CONJUNCTIONS = new Set(['و', 'ف']);
const PREPOSITIONS = new Set(['ب', 'ل', 'ك']);

/** A way to read a word by itself: `cut` folded letters are its particles (and the second lam of لل). */
export interface WordForm extends Pick<Reading, 'core' | 'proclitic' | 'definite'> {
  readonly cut: number;
}

/** The ways to read a folded word, the whole word first, then with one and two particles cut off. A core has at least two letters. */
export function wordForms(word: string): readonly WordForm[] {
  const found: WordForm[] = [];
  const add = (cut: number, definite = word.startsWith('ال', cut)) => {
    if (word.length - cut < 2) return;
    found.push({ core: cut === 0 ? word : word.slice(cut), proclitic: word.slice(0, cut), definite, cut });
  };
  add(0);
  let cut = 0;
  if (CONJUNCTIONS.has(word[cut] ?? '')) add(++cut);
  if (PREPOSITIONS.has(word[cut] ?? '')) {
    if (word[cut] === 'ل' && word[cut + 1] === 'ل') add(cut + 2, true);
    add(++cut);
  }
  return found;
}

/** The folded words that `wordForms` reads as this one, itself first: with each particle and each two of them before it. */
export function withParticles(word: string): string[] {
  const definite = word.startsWith('ال') ? [`لل${word.slice(2)}`] : [];
  const behind = [word, ...definite, `لل${word}`, ...[...PREPOSITIONS].map((particle) => particle + word)];
  return ['', ...CONJUNCTIONS].flatMap((conjunction) => behind.map((each) => conjunction + each));
}

/**
 * All readings of the word at `span` of `text`, the whole word first, then with one and two particles cut off.
 * In «للعراق» the last reading has the core «عراق» (definite), its span without both lams.
 */
export function readings(text: string, span: Span): Reading[] {
  const { text: word, offsets } = foldWithOffsets(text.slice(span.start, span.end));
  return wordForms(word).map(({ core, proclitic, definite, cut }) => ({
    start: span.start + (offsets[cut] ?? 0),
    end: span.end,
    core,
    proclitic,
    definite,
  }));
}
