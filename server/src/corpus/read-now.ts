/** Reads files of a folder at once, on whichever thread this is; what node-door.ts and file-reader.ts have in common. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { ArticlePath } from '../resolve/entities.ts';
import { type Stamp, Unreadable } from './door.ts';
import { isInside } from './inside.ts';
import type { FileProblem } from './problems.ts';

/** A pipe would keep its reader waiting for ever; with O_NONBLOCK it opens and is then seen to be no file. */
export const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export class NowReader {
  readonly #folder: string;
  /** The real path of the folder, once it is known. */
  #realFolder: string | null = null;

  /** `folder`: an absolute path of the system. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The whole file. Throws Unreadable; `too-large` above `limit` bytes. */
  read(path: ArticlePath, limit: number): Uint8Array {
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
        const buffer = Buffer.allocUnsafeSlow(found.size);
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

  /** As FileDoor's `readNow`. */
  readAll(paths: readonly ArticlePath[], limit: number): (Uint8Array | null)[] {
    return paths.map((path) => {
      try {
        return this.read(path, limit);
      } catch {
        return null;
      }
    });
  }

  /** As FileDoor's `stamp`. */
  stamp(path: ArticlePath): Stamp | null {
    if (!isInside(path)) return null;
    try {
      const found = lstatSync(`${this.#folder}/${path}`, { throwIfNoEntry: false });
      return found?.isFile() ? { size: found.size, modified: found.mtimeMs } : null;
    } catch {
      return null;
    }
  }
}

/** Whether a real path lies below a real folder. */
export function isWithin(folder: string, file: string): boolean {
  const within = relative(folder, file);
  return within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within);
}

export function problemOf(error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'gone' };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'denied' };
  if (code === 'EISDIR') return { code: 'not-a-file' };
  return { code: 'system', error: code };
}
