/** The door to a folder on disk. */
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import type { ArticlePath } from '../resolve/entities.ts';
import { type FileDoor, type Stamp, Unreadable } from './door.ts';
import { FilesNow, isWithin, problemOf, READING } from './files-now.ts';
import { comparePaths, globMatcher, isInside, readableGlobs } from './paths.ts';

/** A file system that takes longer (ms) to say what files are is asked off this thread. */
const SLOW_EACH = 0.1;
const SLOW = 10;

/** Where the beginning of a file takes so long (ms) on the average, threads that wait for one file after another are too slow. */
const SLOW_HEAD = 25;

export class NodeFileDoor implements FileDoor {
  readonly #folder: string;
  readonly #now: FilesNow;
  #isSlow = false;
  #heads = 0;
  #headsTook = 0;
  /** The real path of the folder, once it is known. */
  #realFolder: string | null = null;

  /** `folder`: a path of the system, absolute or relative to the working folder. It need not exist (then nothing is in it). */
  constructor(folder: string) {
    this.#folder = resolve(folder);
    this.#now = new FilesNow(this.#folder);
  }

  async list(globs: readonly string[], signal?: AbortSignal): Promise<ArticlePath[]> {
    const matches = globMatcher(globs);
    const found = await glob(readableGlobs(globs).wanted, {
      cwd: this.#folder,
      ignore: ['**/node_modules/**'],
      dot: false,
      caseSensitiveMatch: false,
      extglob: false,
      expandDirectories: false,
      followSymbolicLinks: false,
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    return found.filter(matches).sort(comparePaths);
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

  readNow(path: ArticlePath, limit: number): Uint8Array {
    return this.#now.read(path, limit);
  }

  get folder(): string | null {
    return this.#isSlow || this.#headsTook > SLOW_HEAD * this.#heads ? null : this.#folder;
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
    if (this.#isSlow) return Promise.all(paths.map((path) => this.stamp(path)));
    const started = performance.now();
    const stamps = paths.map((path) => this.#now.stamp(path));
    // A disk or network that takes its time would keep everybody else from theirs.
    if (performance.now() - started > SLOW_EACH * paths.length + SLOW) this.#isSlow = true;
    return stamps;
  }

  async head(path: ArticlePath, bytes: number): Promise<Uint8Array> {
    const started = performance.now();
    const head = await this.#withFile(path, (handle, size) => readUpTo(handle, Math.min(size, bytes)));
    this.#heads++;
    this.#headsTook += performance.now() - started;
    return head;
  }

  async stat(path: ArticlePath): Promise<'file' | 'folder' | null> {
    try {
      const found = await stat(await this.#locate(path));
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
