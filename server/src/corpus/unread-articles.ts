/**
 * Articles of a folder that have not been read yet, and which of them may name what somebody asks about: their words are looked through
 * on a thread of their own, in a small part of the time that reading the articles takes.
 */
import { Worker } from 'node:worker_threads';
import type { ArticlePath } from '../resolve/entities.ts';
import { MOST_ARTICLES, type NameWords } from './unread-words.ts';

/** What the thread is started with: an absolute path of the system. */
export interface FinderFolder {
  readonly folder: string;
}

/** What it is asked: to take in files, which have numbers from `first` on, or for those that have the words of names. */
export type FinderQuestion =
  | { readonly paths: readonly ArticlePath[]; readonly first: number }
  | { readonly names: readonly NameWords[] };

/** How long (ms) taking them in took; or of each name the numbers of the files, ascending. */
export type FinderAnswer = number | readonly (readonly number[])[];

/** Files taken in at a time: whoever asks for names waits for no more than these, some 20 ms. */
const FILES_AT_ONCE = 512;

/** A disk that takes longer (ms) for a file is busy enough with those that are read. */
const SLOW_EACH = 5;

export class UnreadArticles {
  readonly #thread: Worker;
  readonly #paths: readonly ArticlePath[];
  /** Those who wait for an answer, in the order in which they asked. */
  readonly #waiting: ((answer: FinderAnswer | null) => void)[] = [];
  #isDisposed = false;
  /** Done when the words of all of them are known, or no more will be. */
  readonly surveyed: Promise<void>;

  /** `program`: the bundled server/src/word-finder.ts; `folder`: an absolute path of the system. */
  constructor(program: URL, folder: string, paths: readonly ArticlePath[]) {
    this.#paths = paths.slice(0, MOST_ARTICLES);
    this.#thread = new Worker(program, { workerData: { folder } satisfies FinderFolder, name: 'fihris words' });
    this.#thread.unref();
    this.#thread.on('message', (answer: FinderAnswer) => this.#waiting.shift()?.(answer));
    // Without it nothing is known, and all is read in its turn.
    this.#thread.on('error', () => this.dispose());
    this.surveyed = this.#survey();
  }

  /** Those that may name one of `names`, as far as their words are known; none of a name that more than `most` may have. */
  async naming(names: readonly NameWords[], most: number): Promise<ArticlePath[]> {
    if (names.length === 0) return [];
    const articles = await this.#ask({ names });
    if (articles === null || typeof articles === 'number') return [];
    const found = new Set<number>();
    // What few articles have tells most.
    for (const some of [...articles].sort((a, b) => a.length - b.length))
      if (some.length <= most) for (const number of some) found.add(number);
    return [...found].map((number) => this.#paths[number] as ArticlePath);
  }

  /** Ends the thread; who waits gets nothing. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    void this.#thread.terminate();
    for (const tell of this.#waiting.splice(0)) tell(null);
  }

  async #survey(): Promise<void> {
    for (let first = 0; first < this.#paths.length; first += FILES_AT_ONCE) {
      const paths = this.#paths.slice(first, first + FILES_AT_ONCE);
      const took = await this.#ask({ paths, first });
      if (typeof took !== 'number' || took > SLOW_EACH * paths.length) return;
    }
  }

  /** Null where the thread is no more. */
  #ask(question: FinderQuestion): Promise<FinderAnswer | null> {
    return new Promise((resolve) => {
      if (this.#isDisposed) return resolve(null);
      this.#waiting.push(resolve);
      this.#thread.postMessage(question);
    });
  }
}
