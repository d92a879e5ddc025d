/** A door to articles in memory: a corpus without a disk. */

import { type FileDoor, type Stamp, Unreadable } from '../../../server/src/corpus/door.ts';
import { comparePaths, globMatcher } from '../../../server/src/corpus/paths.ts';
import type { ArticlePath } from '../../../server/src/resolve/entities.ts';

export class MemoryFileDoor implements FileDoor {
  /** What is there now; tests change it and then tell the corpus. Text stands for its UTF-8. */
  readonly files: Map<ArticlePath, string | Uint8Array>;

  constructor(files: Iterable<readonly [ArticlePath, string | Uint8Array]> = []) {
    this.files = new Map(files);
  }

  async list(globs: readonly string[], signal?: AbortSignal): Promise<ArticlePath[]> {
    signal?.throwIfAborted();
    return [...this.files.keys()].filter(globMatcher(globs)).sort(comparePaths);
  }

  /** When files were written, where a test says so; all others long ago. */
  readonly modified = new Map<ArticlePath, number>();
  /** How many files were read. */
  reads = 0;
  /** How often somebody waited for files that were wanted at once. */
  waits = 0;

  async read(path: ArticlePath, limit: number): Promise<Uint8Array> {
    this.reads++;
    const bytes = this.#bytes(path);
    if (bytes === null) throw new Unreadable({ code: 'gone' });
    if (bytes.length > limit) throw new Unreadable({ code: 'too-large', size: bytes.length, limit });
    return bytes;
  }

  readNow(paths: readonly ArticlePath[], limit: number): (Uint8Array | null)[] {
    this.waits++;
    return paths.map((path) => {
      this.reads++;
      const bytes = this.#bytes(path);
      return bytes === null || bytes.length > limit ? null : bytes;
    });
  }

  #bytes(path: ArticlePath): Uint8Array | null {
    const found = this.files.get(path);
    return typeof found === 'string' ? new TextEncoder().encode(found) : (found ?? null);
  }

  async stamp(path: ArticlePath): Promise<Stamp | null> {
    const found = this.files.get(path);
    if (found === undefined) return null;
    return { size: Buffer.byteLength(found), modified: this.modified.get(path) ?? 1000 };
  }

  stamps(paths: readonly ArticlePath[]): Promise<(Stamp | null)[]> {
    return Promise.all(paths.map((path) => this.stamp(path)));
  }

  async head(path: ArticlePath, bytes: number): Promise<Uint8Array> {
    return (await this.read(path, Number.POSITIVE_INFINITY)).subarray(0, bytes);
  }

  async stat(path: ArticlePath): Promise<'file' | 'folder' | null> {
    if (this.files.has(path)) return 'file';
    return [...this.files.keys()].some((file) => file.startsWith(`${path}/`)) ? 'folder' : null;
  }
}
