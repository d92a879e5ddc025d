/** Who waits for a snapshot that has certain articles as they are now, and when one is due for their sake. */
import type { ArticlePath } from '../resolve/entities.ts';

interface Group {
  readonly paths: ReadonlySet<ArticlePath>;
  /** Still to be read. */
  readonly unread: Set<ArticlePath>;
  /** Waits no longer: what is there at the next snapshot has to do. */
  isEnough: boolean;
  readonly done: () => void;
}

export class Awaited {
  readonly #groups = new Set<Group>();
  #isDue = false;

  /** Whether somebody has all that they wait for but the snapshot. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** Done where the snapshot has these articles, of which `unread` are to be read. */
  until(paths: Iterable<ArticlePath>, unread: Iterable<ArticlePath> = paths): Promise<void> {
    return new Promise((done) => this.#add({ paths: new Set(paths), unread: new Set(unread), isEnough: false, done }));
  }

  /** As `until`, or after `within` ms, with what was read until then; where no snapshot comes for as long again, without one. */
  untilOrAfter(paths: Iterable<ArticlePath>, unread: Iterable<ArticlePath>, within: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(enough);
        clearTimeout(last);
        this.#groups.delete(group);
        resolve();
      };
      const group: Group = { paths: new Set(paths), unread: new Set(unread), isEnough: false, done };
      const enough = setTimeout(() => {
        group.isEnough = true;
        this.#isDue = true;
      }, within).unref();
      const last = setTimeout(done, 2 * within).unref();
      this.#add(group);
    });
  }

  /** A reading of this article has ended; it may be the second, of an article that was changed meanwhile. */
  read(path: ArticlePath): void {
    for (const { paths, unread } of this.#groups) {
      if (!paths.has(path)) continue;
      unread.delete(path);
      if (unread.size === 0) this.#isDue = true;
    }
  }

  /** A snapshot is being made: what is due now is in it. */
  begun(): void {
    this.#isDue = false;
  }

  /** A snapshot was made, without articles that are `pending`. */
  published(isPending: (path: ArticlePath) => boolean): void {
    for (const group of this.#groups) {
      if (!group.isEnough && [...group.paths].some(isPending)) continue;
      this.#groups.delete(group);
      group.done();
    }
  }

  #add(group: Group): void {
    this.#groups.add(group);
    if (group.unread.size === 0) this.#isDue = true;
  }
}
