/** Asks the client to watch the files of the corpora. */

import { SETTINGS_FILE } from '../corpus/paths.ts';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  WatchKind,
} from './protocol.ts';
import { filePath } from './roots.ts';
import type { Workspace } from './workspace.ts';

export class FileWatching {
  readonly #connection: Connection;
  readonly #relativeGlobs: boolean;
  #registered: Promise<Disposable> | null = null;
  #watched = '';

  constructor(connection: Connection, options: { readonly relativeGlobs: boolean }) {
    this.#connection = connection;
    this.#relativeGlobs = options.relativeGlobs;
  }

  /** Makes the client watch what the folders need now. */
  async update(folders: Workspace['folders']): Promise<void> {
    const watchers = folders.flatMap((folder) => this.#watchers(folder));
    const watched = JSON.stringify(watchers);
    if (watched === this.#watched) return;
    this.#watched = watched;
    const before = this.#registered;
    this.#registered =
      watchers.length === 0
        ? null
        : this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    await this.#registered;
    (await before)?.dispose();
  }

  /**
   * In a corpus everything, because its `fihris.yaml` may include any file; around it what can make a corpus of the folder, and all
   * deletions, because of a deleted folder nothing is said but its own name.
   */
  #watchers({ uri, include, roots }: Workspace['folders'][number]): FileSystemWatcher[] {
    const globs = [`**/${SETTINGS_FILE}`, ...include.filter((glob) => !glob.startsWith('!'))];
    return [
      ...globs.map((glob) => ({ globPattern: this.#glob(uri, glob) })),
      { globPattern: this.#glob(uri, '**'), kind: WatchKind.Delete },
      ...roots.flatMap((root) => (root.uri === null ? [] : [{ globPattern: this.#glob(root.uri, '**') }])),
    ];
  }

  #glob(folderUri: string, pattern: string): FileSystemWatcher['globPattern'] {
    if (this.#relativeGlobs) return { baseUri: folderUri, pattern };
    return `${filePath(folderUri)?.replaceAll('\\', '/') ?? ''}/${pattern}`;
  }
}
