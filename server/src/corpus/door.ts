/**
 * The one door between a corpus and the disk. Paths are relative to the corpus folder, with `/`; a door answers for nothing outside
 * of its folder, whatever it is asked. Tests come with one that opens on memory.
 */
import type { ArticlePath } from '../resolve/entities.ts';
import type { FileProblem } from './problems.ts';
import type { UnreadArticles } from './unread-articles.ts';

/** What a file system says of a file without reading it: a file of which neither changed counts as unchanged. */
export interface Stamp {
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds of the epoch. */
  readonly modified: number;
}

export interface FileDoor {
  /**
   * Where its files lie on this machine, for threads that read one after another by themselves (read-now.ts); null or left out where
   * these would wait too long, or files lie elsewhere.
   */
  readonly folder?: string | null;
  /**
   * Files that match one of the globs and none that begins with `!`, ignored folders left out (see paths.ts), links to folders not
   * followed. Sorted by code unit. An unreadable folder inside counts as empty. Rejects where `signal` is aborted, and with Hung
   * (hung.ts) where the disk does not answer, as do all but `stamp` and `stat`.
   */
  list(globs: readonly string[], signal?: AbortSignal): Promise<ArticlePath[]>;
  /** The whole file. Throws Unreadable; `too-large` above `limit` bytes. */
  read(path: ArticlePath, limit: number): Promise<Uint8Array>;
  /**
   * As `read`, at once, and within a moment: for the few texts that an answer quotes. Null for each that cannot be read. Throws Hung where
   * they do not come.
   */
  readNow(paths: readonly ArticlePath[], limit: number): (Uint8Array | null)[];
  /** Null where there is no plain file, or where it is a link. Never throws. */
  stamp(path: ArticlePath): Promise<Stamp | null>;
  /** Those of many files, which takes a fraction of the time that asking for each by itself takes. Rejects with Hung. */
  stamps(paths: readonly ArticlePath[]): Promise<(Stamp | null)[]>;
  /** Looks which words stand in these files, aside; null or left out where there is nobody to do that. */
  unread?(paths: readonly ArticlePath[]): UnreadArticles | null;
  /** At most the first `bytes` bytes. Throws Unreadable. */
  head(path: ArticlePath, bytes: number): Promise<Uint8Array>;
  /** What stands at `path`; null where there is nothing, or nothing that may be seen. Never throws. */
  stat(path: ArticlePath): Promise<'file' | 'folder' | null>;
}

/** A file could not be read, and why. */
export class Unreadable extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.code);
    this.name = 'Unreadable';
    this.problem = problem;
  }
}
