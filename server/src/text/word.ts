/** Words of the language, one object each: whoever reads an article finds here what is already known of a word by itself. */
import { fold } from './fold.ts';
import { perWord } from './per-word.ts';
import { type WordForm, wordForms } from './proclitics.ts';

export class Word {
  /** Folded (see fold.ts). */
  readonly norm: string;
  /** Which rules can begin at the word, as bits (recognize/triggers.ts); −1 as long as nobody has asked. */
  triggers = -1;
  /** Whether a date can begin with it (dates.ts); undefined as long as nobody has asked. */
  startsDate: boolean | undefined = undefined;
  #forms: readonly WordForm[] | undefined;

  constructor(norm: string) {
    this.norm = norm;
  }

  /** The ways to read it, whole first, then behind its particles; what has two letters is always whole. */
  get forms(): readonly WordForm[] {
    this.#forms ??= formsOf(this.norm);
    return this.#forms;
  }
}

const formsOf = (norm: string): readonly WordForm[] =>
  norm.length > 2 && 'وفبلك'.includes(norm[0] as string)
    ? wordForms(norm)
    : [{ core: norm, proclitic: '', definite: norm.startsWith('ال'), cut: 0 }];

/** The word that is folded to `norm`. */
export const wordOf: (norm: string) => Word = perWord((norm) => new Word(norm));

/**
 * The word written so, found without folding where it was written so before. Longer words are folded each time: V8 makes a long piece
 * of a text a view of it, and the text would stay in memory with the word.
 */
export const writtenWord = (written: string): Word =>
  written.length > LONGEST_KEPT ? wordOf(fold(written)) : foldedOnce(written);
const LONGEST_KEPT = 12;
const foldedOnce = perWord((written) => wordOf(fold(written)));
