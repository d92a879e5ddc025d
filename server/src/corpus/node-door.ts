/** The door to a folder on disk. */
import * as fs from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fdir } from 'fdir';
import type { ArticlePath } from '../resolve/entities.ts';
import { type FileDoor, type Stamp, Unreadable } from './door.ts';
import { Hung, within } from './hung.ts';
import { isInside } from './inside.ts';
import { comparePaths, globMatcher, whereToLook } from './paths.ts';
import { isWithin, NowReader, problemOf, READING } from './read-now.ts';
import type { ReadingThread } from './reading-thread.ts';
import { UnreadArticles } from './unread-articles.ts';

/** A file system that takes longer (ms) to say what files are is asked off this thread. */
const SLOW_EACH = 0.1;
const SLOW = 10;

/** Where the beginning of a file takes so long (ms) on the average, threads that wait for one file after another are too slow. */
const SLOW_HEAD = 25;

/** A mount that has not said a word for so long (ms) hangs. */
const ANSWERS_WITHIN = 60_000;

export interface NodeFileDoorOptions {
  /** Reads what is wanted at once; without it that is read on this thread, and takes as long as it takes. */
  readonly thread?: ReadingThread | null;
  /** The bundled server/src/word-finder.ts; without it nothing is known of articles before they are read. */
  readonly finder?: URL | null;
  /** Milliseconds without a word from the disk until it is taken to hang. Each folder that is listed is a word. */
  readonly answersWithin?: number;
  /** How folders are read: `readdir` of node:fs. */
  readonly readdir?: typeof fs.readdir;
}

/** Stamps, and how long (ms) it took to ask for them. */
interface TimedStamps {
  readonly stamps: (Stamp | null)[];
  readonly took: number;
}

export class NodeFileDoor implements FileDoor {
  readonly #folder: string;
  readonly #thread: ReadingThread | null;
  readonly #finder: URL | null;
  readonly #answersWithin: number;
  readonly #readdir: typeof fs.readdir;
  readonly #reader: NowReader;
  #isSlow = false;
  #heads = 0;
  #headsTook = 0;
  /** The real path of the folder, once it is known. */
  #realFolder: string | null = null;
  /** While the disk does not answer: nothing more is asked of it. */
  #hung: Hung | null = null;

  /** `folder`: a path of the system, absolute or relative to the working folder. It need not exist (then nothing is in it). */
  constructor(folder: string, options: NodeFileDoorOptions = {}) {
    this.#folder = resolve(folder);
    this.#reader = new NowReader(this.#folder);
    this.#thread = options.thread ?? null;
    this.#finder = options.finder ?? null;
    this.#answersWithin = options.answersWithin ?? ANSWERS_WITHIN;
    this.#readdir = options.readdir ?? fs.readdir;
  }

  async list(globs: readonly string[], signal?: AbortSignal): Promise<ArticlePath[]> {
    let answered = performance.now();
    // Listing all takes as long as there are folders; that none comes any more is what tells.
    const listening = ((path: string, options: object, done: (...answer: unknown[]) => void) =>
      this.#readdir(path, options, (...answer: unknown[]) => {
        answered = performance.now();
        done(...answer);
      })) as typeof fs.readdir;
    const found = await this.#answering(
      () => this.#crawl(globs, listening, signal),
      () => answered,
    );
    signal?.throwIfAborted();
    return found.sort(comparePaths);
  }

  /** Rejects with Hung where the disk does not answer in time, and as long as it has not. */
  async #answering<Result>(work: () => Promise<Result>, since?: () => number): Promise<Result> {
    if (this.#hung !== null) throw this.#hung;
    try {
      return await within(this.#answersWithin, work(), since);
    } catch (error) {
      if (error instanceof Hung && this.#hung === null) {
        this.#hung = error;
        void error.ended.then(() => {
          this.#hung = null;
        });
      }
      throw error;
    }
  }

  #crawl(globs: readonly string[], listening: typeof fs.readdir, signal?: AbortSignal): Promise<string[]> {
    const matches = globMatcher(globs);
    const { mayHold, depth } = whereToLook(globs);
    const before = this.#folder.length + (this.#folder.endsWith(sep) ? 0 : 1);
    return new fdir({ fs: { ...fs, readdir: listening }, ...(signal && { signal }) })
      .withRelativePaths()
      .withPathSeparator('/')
      .withMaxDepth(depth)
      .exclude((_name, path) => !mayHold(path.slice(before, -1)))
      .filter((path) => matches(path))
      .crawl(this.#folder)
      .withPromise();
  }

  async read(path: ArticlePath, limit: number): Promise<Uint8Array> {
    return this.#withFile(path, async (handle, size) => {
      if (size > limit) throw new Unreadable({ code: 'too-large', size, limit });
      // One byte more than it should have: a file that grows while it is read is not cut short in silence.
      const bytes = await readUpTo(handle, size + 1);
      if (bytes.length <= size) return bytes;
      const rest = await readUpTo(handle, limit + 1 - bytes.length);
      const length = bytes.length + rest.length;
      if (length > limit) throw new Unreadable({ code: 'too-large', size: length, limit });
      return Buffer.concat([bytes, rest]);
    });
  }

  readNow(paths: readonly ArticlePath[], limit: number): (Uint8Array | null)[] {
    if (this.#thread !== null) return this.#thread.read({ folder: this.#folder, paths, limit });
    return this.#reader.readAll(paths, limit);
  }

  get folder(): string | null {
    const isFast = !this.#isSlow && this.#hung === null && this.#headsTook <= SLOW_HEAD * this.#heads;
    return isFast ? this.#folder : null;
  }

  async stamp(path: ArticlePath): Promise<Stamp | null> {
    if (!isInside(path)) return null;
    try {
      const found = await lstat(join(this.#folder, path));
      return found.isFile() ? { size: found.size, modified: found.mtimeMs } : null;
    } catch {
      return null;
    }
  }

  async stamps(paths: readonly ArticlePath[]): Promise<(Stamp | null)[]> {
    const [first] = paths;
    if (first === undefined) return [];
    if (this.#isSlow) return this.#answering(() => Promise.all(paths.map((path) => this.stamp(path))));
    const { stamps, took } = (await this.#stampsAside(paths)) ?? (await this.#stampsHere(paths, first));
    // A disk or network that takes its time would keep everybody else from theirs.
    if (took > SLOW_EACH * paths.length + SLOW) this.#isSlow = true;
    return stamps;
  }

  /** Null where there is no thread for that. */
  async #stampsAside(paths: readonly ArticlePath[]): Promise<TimedStamps | null> {
    const thread = this.#thread;
    if (thread === null) return null;
    let answered = performance.now();
    const word = () => {
      answered = performance.now();
    };
    try {
      const asking = () => thread.stamps(this.#folder, paths, word);
      const { stamps: found, took } = await this.#answering(asking, () => answered);
      const stamps = paths.map((_, index): Stamp | null => {
        const size = found[2 * index] as number;
        return Number.isNaN(size) ? null : { size, modified: found[2 * index + 1] as number };
      });
      return { stamps, took };
    } catch (error) {
      if (error instanceof Hung) throw error;
      return null;
    }
  }

  async #stampsHere(paths: readonly ArticlePath[], first: ArticlePath): Promise<TimedStamps> {
    // Off this thread, so that a mount that hangs keeps only this waiting: of the others this thread asks itself.
    await this.#answering(() => this.stamp(first));
    const started = performance.now();
    const stamps = paths.map((path) => this.#reader.stamp(path));
    return { stamps, took: performance.now() - started };
  }

  unread(paths: readonly ArticlePath[]): UnreadArticles | null {
    const { folder } = this;
    if (this.#finder === null || folder === null) return null;
    try {
      return new UnreadArticles(this.#finder, folder, paths);
    } catch {
      // Where threads are not allowed all is read in its turn.
      return null;
    }
  }

  async head(path: ArticlePath, bytes: number): Promise<Uint8Array> {
    const started = performance.now();
    const reading = () => this.#withFile(path, (handle, size) => readUpTo(handle, Math.min(size, bytes)));
    const head = await this.#answering(reading);
    this.#heads++;
    this.#headsTook += performance.now() - started;
    return head;
  }

  async stat(path: ArticlePath): Promise<'file' | 'folder' | null> {
    try {
      const found = await this.#answering(async () => stat(await this.#locate(path)));
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
    } catch {
      return null;
    }
  }

  /** The real path behind `path`, links followed. Nothing outside the folder has one. */
  async #locate(path: ArticlePath): Promise<string> {
    if (!isInside(path)) throw new Unreadable({ code: 'outside' });
    const file = await realpath(join(this.#folder, path));
    if (this.#realFolder !== null && isWithin(this.#realFolder, file)) return file;
    // The folder may be a link that leads elsewhere by now.
    this.#realFolder = await realpath(this.#folder);
    if (!isWithin(this.#realFolder, file)) throw new Unreadable({ code: 'outside' });
    return file;
  }

  async #withFile<T>(path: ArticlePath, use: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
    try {
      const file = await this.#locate(path);
      const handle = await open(file, READING);
      try {
        const found = await handle.stat();
        if (!found.isFile()) throw new Unreadable({ code: 'not-a-file' });
        return await use(handle, found.size);
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(problemOf(error));
    }
  }
}

async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await handle.read(buffer, length, most - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
