/** The door to a folder on disk. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { ArticlePath } from '../resolve/entities.ts';
import { type FileDoor, type Stamp, Unreadable } from './door.ts';
import { comparePaths, globMatcher, isInside, readableGlobs } from './paths.ts';
import type { FileProblem } from './problems.ts';

/** A pipe would keep its reader waiting for ever; with O_NONBLOCK it opens and is then seen to be no file. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file system that takes longer (ms) to say what files are is asked off this thread. */
const SLOW_EACH = 0.1;
const SLOW = 10;

export class NodeFileDoor implements FileDoor {
  readonly #folder: string;
  #isSlow = false;
  /** The real path of the folder, once it is known. */
  #realFolder: string | null = null;

  /** `folder`: a path of the system, absolute or relative to the working folder. It need not exist (then nothing is in it). */
  constructor(folder: string) {
    this.#folder = resolve(folder);
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
    try {
      if (!isInside(path)) throw new Unreadable({ code: 'outside' });
      this.#realFolder ??= realpathSync.native(this.#folder);
      const file = realpathSync.native(join(this.#folder, path));
      if (!isWithin(this.#realFolder, file)) throw new Unreadable({ code: 'outside' });
      const descriptor = openSync(file, READING);
      try {
        const found = fstatSync(descriptor);
        if (!found.isFile()) throw new Unreadable({ code: 'not-a-file' });
        if (found.size > limit) throw new Unreadable({ code: 'too-large', size: found.size, limit });
        const buffer = Buffer.allocUnsafe(found.size);
        let length = 0;
        while (length < buffer.length) {
          const read = readSync(descriptor, buffer, length, buffer.length - length, null);
          if (read === 0) break;
          length += read;
        }
        return buffer.subarray(0, length);
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(problemOf(error));
    }
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
    const stamps = paths.map((path) => this.#stampNow(path));
    // A disk or network that takes its time would keep everybody else from theirs.
    if (performance.now() - started > SLOW_EACH * paths.length + SLOW) this.#isSlow = true;
    return stamps;
  }

  #stampNow(path: ArticlePath): Stamp | null {
    if (!isInside(path)) return null;
    try {
      const found = lstatSync(`${this.#folder}/${path}`, { throwIfNoEntry: false });
      return found?.isFile() ? { size: found.size, modified: found.mtimeMs } : null;
    } catch {
      return null;
    }
  }

  async head(path: ArticlePath, bytes: number): Promise<Uint8Array> {
    return this.#withFile(path, (handle, size) => readUpTo(handle, Math.min(size, bytes)));
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

/** Whether a real path lies below a real folder. */
function isWithin(folder: string, file: string): boolean {
  const within = relative(folder, file);
  return within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within);
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

function problemOf(error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'gone' };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'denied' };
  if (code === 'EISDIR') return { code: 'not-a-file' };
  return { code: 'system', error: code };
}
