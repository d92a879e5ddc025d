/**
 * Texts of articles, asked for by what they are: their hash. Kept are those that are open in an editor and some that were read lately;
 * any other is read from its file when somebody wants to see it. A file that is no longer what the facts were read from gives no text:
 * an answer then shows no words rather than wrong ones, and the file is read again. Some file systems say nothing of what changes on them.
 */
import { createHash } from 'node:crypto';
import type { ArticlePath } from '../resolve/entities.ts';
import type { FileDoor } from './door.ts';
import { decodeText, isDecoded } from './encoding.ts';
import { Hung } from './hung.ts';

/** Half a SHA-256 of a text, in base64: what tells one text from all others. */
export type TextHash = string;

/** Half a SHA-256 has so many characters in base64, without padding. */
const HASH_LENGTH = 22;

export function textHash(text: string): TextHash {
  // Not in UTF-8, where halves of surrogate pairs are all alike.
  return createHash('sha256').update(text, 'utf16le').digest('base64').slice(0, HASH_LENGTH);
}

interface HashedText {
  readonly hash: TextHash;
  readonly text: string;
}

export class Texts {
  readonly #door: FileDoor;
  readonly #fileLimit: number;
  readonly #kept: number;
  readonly #onUnread: (path: ArticlePath, hung: Hung | null) => void;
  /** Of open documents, with what they were before the last edit: a request may still be about that. */
  readonly #open = new Map<ArticlePath, { readonly now: HashedText; readonly before: HashedText | null }>();
  /** Read lately, the latest last. */
  readonly #recent = new Map<TextHash, string>();
  #recentLength = 0;

  /**
   * `fileLimit`: of a file, in bytes. `kept`: how many UTF-16 code units of texts that are not open stay in memory. `onUnread`: told
   * of a file that is another now, or cannot be read, and where its disk does not answer of that.
   */
  constructor(
    door: FileDoor,
    fileLimit: number,
    kept: number,
    onUnread: (path: ArticlePath, hung: Hung | null) => void = () => {},
  ) {
    this.#door = door;
    this.#fileLimit = fileLimit;
    this.#kept = kept;
    this.#onUnread = onUnread;
  }

  /** The text at `path` with this hash, from its file if need be; '' where that is another now, or none. */
  of(path: ArticlePath, hash: TextHash): string {
    const open = this.#open.get(path);
    if (open?.now.hash === hash) return open.now.text;
    if (open?.before?.hash === hash) return open.before.text;
    const recent = this.#recent.get(hash);
    if (recent !== undefined) {
      this.#recent.delete(hash);
      this.#recent.set(hash, recent);
      return recent;
    }
    const [text] = this.#read([path]);
    if (typeof text !== 'string' || textHash(text) !== hash) {
      this.#onUnread(path, text instanceof Hung ? text : null);
      return '';
    }
    this.keep(hash, text);
    return text;
  }

  /** As Snapshot's `readTexts`: as many as stay in memory. */
  ahead(articles: Iterable<{ readonly path: ArticlePath; readonly hash: TextHash; readonly length: number }>): void {
    const wanted = new Map<ArticlePath, TextHash>();
    let left = this.#kept;
    for (const { path, hash, length } of articles) {
      if (this.#open.has(path) || this.#recent.has(hash)) continue;
      left -= length;
      if (left < 0) break;
      wanted.set(path, hash);
    }
    if (wanted.size < 2) return;
    const paths = [...wanted.keys()];
    for (const [at, text] of this.#read(paths).entries()) {
      const hash = wanted.get(paths[at] as ArticlePath) as TextHash;
      // All else is told where it is asked for.
      if (typeof text === 'string' && textHash(text) === hash) this.keep(hash, text);
    }
  }

  /** The text of a document that was opened or edited. */
  open(path: ArticlePath, hash: TextHash, text: string): void {
    const open = this.#open.get(path);
    if (open?.now.hash !== hash) this.#open.set(path, { now: { hash, text }, before: open?.now ?? null });
  }

  close(path: ArticlePath): void {
    const open = this.#open.get(path);
    if (open === undefined) return;
    this.#open.delete(path);
    this.keep(open.now.hash, open.now.text);
  }

  /** A text that was just read and may be asked for soon. */
  keep(hash: TextHash, text: string): void {
    if (text.length > this.#kept || this.#recent.has(hash)) return;
    this.#recent.set(hash, text);
    this.#recentLength += text.length;
    for (const [oldest, { length }] of this.#recent) {
      if (this.#recentLength <= this.#kept) break;
      this.#recent.delete(oldest);
      this.#recentLength -= length;
    }
  }

  #read(paths: readonly ArticlePath[]): (string | Hung | null)[] {
    try {
      return this.#door.readNow(paths, this.#fileLimit).map((bytes) => {
        const decoded = bytes && decodeText(bytes);
        return decoded !== null && isDecoded(decoded) ? decoded.text : null;
      });
    } catch (error) {
      return paths.map(() => (error instanceof Hung ? error : null));
    }
  }
}
