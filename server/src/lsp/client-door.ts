/**
 * The door to a folder that is on no disk of this machine: a repository that is only looked at, an archive, whatever a file system
 * provider of the editor shows. The client lists it and reads its files; of these the latest are kept, for answers that quote them.
 */

import { type FileDoor, type Stamp, Unreadable } from '../corpus/door.ts';
import { within } from '../corpus/hung.ts';
import { isInside } from '../corpus/inside.ts';
import { comparePaths, globMatcher } from '../corpus/paths.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Connection } from './protocol.ts';
import { FILE_BYTES, FILE_KIND, type FileBytes, FOLDER_FILES, type FolderFiles } from './requests.ts';
import { uriBelow } from './roots.ts';

/** A client that has not answered for so long (ms) waits for a network itself. */
const ANSWERS_WITHIN = 60_000;

/** Bytes of files that stay here: those of some five thousand articles. */
const KEPT = 32_000_000;

export class ClientDoor implements FileDoor {
  readonly #connection: Pick<Connection, 'sendRequest'>;
  readonly #folder: string;
  readonly #kept = new Map<ArticlePath, Uint8Array>();
  #keptBytes = 0;

  /** `folder`: its URI. */
  constructor(connection: Pick<Connection, 'sendRequest'>, folder: string) {
    this.#connection = connection;
    this.#folder = folder;
  }

  async list(globs: readonly string[], signal?: AbortSignal): Promise<ArticlePath[]> {
    const { paths } = await this.#ask<FolderFiles>(FOLDER_FILES, { uri: this.#folder });
    signal?.throwIfAborted();
    return paths.filter(globMatcher(globs)).sort(comparePaths);
  }

  async read(path: ArticlePath, limit: number): Promise<Uint8Array> {
    if (!isInside(path)) throw new Unreadable({ code: 'outside' });
    const answer = await this.#ask<FileBytes>(FILE_BYTES, { uri: uriBelow(this.#folder, path), limit });
    if ('problem' in answer) {
      this.#forget(path);
      throw new Unreadable(answer.problem);
    }
    const bytes = Buffer.from(answer.base64, 'base64');
    this.#keep(path, bytes);
    return bytes;
  }

  /** Of what was read lately; of all else whoever wants it has it read again. */
  readNow(paths: readonly ArticlePath[], limit: number): (Uint8Array | null)[] {
    return paths.map((path) => {
      const bytes = this.#kept.get(path);
      return bytes === undefined || bytes.length > limit ? null : bytes;
    });
  }

  /** Nothing is kept between sessions of what cannot be compared cheaply. */
  async stamp(): Promise<Stamp | null> {
    return null;
  }

  async stamps(paths: readonly ArticlePath[]): Promise<(Stamp | null)[]> {
    return paths.map(() => null);
  }

  async head(path: ArticlePath, bytes: number): Promise<Uint8Array> {
    const limit = Number.MAX_SAFE_INTEGER;
    return (this.#kept.get(path) ?? (await this.read(path, limit))).subarray(0, bytes);
  }

  async stat(path: ArticlePath): Promise<'file' | 'folder' | null> {
    if (!isInside(path)) return null;
    try {
      return await this.#ask<'file' | 'folder' | null>(FILE_KIND, { uri: uriBelow(this.#folder, path) });
    } catch {
      return null;
    }
  }

  #ask<Answer>(method: string, params: object): Promise<Answer> {
    return within(ANSWERS_WITHIN, this.#connection.sendRequest<Answer>(method, params));
  }

  #keep(path: ArticlePath, bytes: Uint8Array): void {
    this.#forget(path);
    this.#kept.set(path, bytes);
    this.#keptBytes += bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= KEPT) break;
      this.#forget(oldest);
    }
  }

  #forget(path: ArticlePath): void {
    this.#keptBytes -= this.#kept.get(path)?.length ?? 0;
    this.#kept.delete(path);
  }
}
