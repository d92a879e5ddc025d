/**
 * Articles of a folder that have not been read yet, and which of them may name what somebody asks about: their words are looked through
 * on the thread that reads files (reading-thread.ts) in a small part of the time that reading the articles takes.
 */
import type { ArticlePath } from '../resolve/entities.ts';
import type { ReadingThread } from './reading-thread.ts';
import { MOST_ARTICLES, type NameWords } from './unread-words.ts';

/** Files looked through in one message: whoever asks for names waits for no more than these, some 50 ms. */
const FILES_AT_ONCE = 512;

/** A disk that takes longer (ms) for a file is busy enough with those that are read. */
const SLOW_EACH = 5;

export class UnreadArticles {
  readonly #thread: ReadingThread;
  readonly #folder: string;
  readonly #paths: readonly ArticlePath[];
  #isDisposed = false;
  /** Done when the words of all of them are known, or no more will be. */
  readonly surveyed: Promise<void>;

  /** `folder`: an absolute path of the system. */
  constructor(thread: ReadingThread, folder: string, paths: readonly ArticlePath[]) {
    this.#thread = thread;
    this.#folder = folder;
    this.#paths = paths.slice(0, MOST_ARTICLES);
    // Without the thread nothing is known, and all is read in its turn.
    this.surveyed = this.#survey().catch(() => this.dispose());
  }

  /** Those that may name one of `names`, as far as their words are known; none of a name that more than `most` may have. */
  async naming(names: readonly NameWords[], most: number): Promise<ArticlePath[]> {
    if (this.#isDisposed || names.length === 0) return [];
    const { articles } = await this.#thread
      .names({ folder: this.#folder, names })
      .catch(() => ({ articles: [] as readonly number[][] }));
    const found = new Set<number>();
    // What few articles have tells most.
    for (const some of [...articles].sort((a, b) => a.length - b.length))
      if (some.length <= most) for (const number of some) found.add(number);
    return [...found].map((number) => this.#paths[number] as ArticlePath);
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#thread.forget(this.#folder).catch(() => {});
  }

  async #survey(): Promise<void> {
    for (let first = 0; first < this.#paths.length && !this.#isDisposed; first += FILES_AT_ONCE) {
      const some = this.#paths.slice(first, first + FILES_AT_ONCE);
      const { took } = await this.#thread.words({ folder: this.#folder, paths: some.join('\0'), first });
      if (took > SLOW_EACH * some.length) return;
    }
  }
}
