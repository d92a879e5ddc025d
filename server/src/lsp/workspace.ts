/**
 * The folders that the client has open, the corpora in them, and the documents that stand alone. Finds and indexes corpora, passes file
 * changes on, and says when something changed.
 */
import { join } from 'node:path';
import { Corpus, type CorpusOptions } from '../corpus/corpus.ts';
import { corporaIn, isArabicProseIn, isSettingsFile, listFiles } from '../corpus/discover.ts';
import type { FileDoor } from '../corpus/door.ts';
import { Hung } from '../corpus/hung.ts';
import { globMatcher, SETTINGS_FILE } from '../corpus/paths.ts';
import type { RecognizerPool } from '../corpus/recognizer-pool.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import {
  documentRoot,
  elsewhereRoot,
  filePath,
  folderRoot,
  LONE_ARTICLE,
  pathBelow,
  pathInside,
  type Root,
  uriBelow,
} from './roots.ts';

export interface Doors {
  /** To a folder by its path on this system. */
  readonly disk: (folder: string) => FileDoor;
  /** To a folder that has none, by its URI; null where the client does not read it. */
  readonly elsewhere: (uri: string) => FileDoor | null;
}

export interface WorkspaceEvents {
  /** A snapshot of one of the corpora was replaced. */
  changed(): void;
  /** State or counts may have changed. */
  status(): void;
  /** A folder's corpora were found anew: open documents may belong elsewhere now. */
  rootsChanged(): void;
  /** A defect; the workspace goes on. */
  error(error: unknown): void;
  /** Whether somebody waits for an answer. */
  isAsked?(): boolean;
}

/** Where a folder lies: on a disk, or wherever the client has it from. `at`: a folder in it, '' for itself. */
interface Place {
  door(at: string): FileDoor;
  root(corpus: Corpus, at: string): Root;
  /** The path of a URI relative to it; null for what lies elsewhere. */
  inside(uri: string): string | null;
  keeping(at: string): Pick<CorpusOptions, 'cache' | 'index'>;
}

interface Folder {
  readonly uri: string;
  readonly place: Place;
  readonly door: FileDoor;
  include: readonly string[];
  /** By path relative to the folder. */
  readonly roots: Map<string, Root>;
  /** Ends the work on this folder. */
  readonly closing: AbortController;
}

/** A door to nothing: a document that stands alone has no files. */
const NO_FILES: FileDoor = {
  list: async () => [],
  read: async () => new Uint8Array(),
  readNow: (paths) => paths.map(() => null),
  stamp: async () => null,
  stamps: async (paths) => paths.map(() => null),
  head: async () => new Uint8Array(),
  stat: async () => null,
};

export class Workspace {
  readonly #pool: RecognizerPool;
  readonly #doors: Doors;
  readonly #events: WorkspaceEvents;
  readonly #keeping: (folder: string) => Pick<CorpusOptions, 'cache' | 'index'>;
  readonly #folders = new Map<string, Folder>();
  readonly #documents = new Map<string, Root>();
  /** Discoveries and first indexings going on. */
  #busy = 0;

  /**
   * `doors`: to folders. `keeping`: where what is read of a corpus folder is kept, and what was read of it
   * elsewhere.
   */
  constructor(
    pool: RecognizerPool,
    doors: Doors,
    keeping: (folder: string) => Pick<CorpusOptions, 'cache' | 'index'>,
    events: WorkspaceEvents,
  ) {
    this.#pool = pool;
    this.#doors = doors;
    this.#keeping = keeping;
    this.#events = events;
  }

  /** Whether corpora are being looked for or read. */
  get isIndexing(): boolean {
    return this.#busy > 0 || this.roots.some(({ corpus }) => corpus.status.state === 'indexing');
  }

  /** The corpora of all folders. */
  get roots(): readonly Root[] {
    return [...this.#folders.values()].flatMap(({ roots }) => [...roots.values()]);
  }

  /** Those and the documents that stand alone. */
  get allRoots(): readonly Root[] {
    return [...this.roots, ...this.#documents.values()];
  }

  get folders(): readonly {
    readonly uri: string;
    readonly include: readonly string[];
    readonly roots: readonly Root[];
  }[] {
    return [...this.#folders.values()].map(({ uri, include, roots }) => ({ uri, include, roots: [...roots.values()] }));
  }

  /**
   * Takes a folder in: finds its corpora and reads them, `open` documents first. Done where all is read. Folders to which there
   * is no door are passed over. Rejects where `signal` is aborted: what was read until then stays.
   */
  async add(uri: string, include: readonly string[], open: Iterable<string>, signal?: AbortSignal): Promise<void> {
    const place = this.#placeOf(uri);
    if (place === null || this.#folders.has(uri)) return;
    const folder: Folder = {
      uri,
      place,
      door: place.door(''),
      include,
      roots: new Map(),
      closing: new AbortController(),
    };
    this.#folders.set(uri, folder);
    await this.#discover(folder, open, signal);
  }

  remove(uri: string): void {
    const folder = this.#folders.get(uri);
    if (folder === undefined) return;
    this.#folders.delete(uri);
    folder.closing.abort();
    for (const { corpus } of folder.roots.values()) corpus.dispose();
    this.#rootsChanged();
  }

  /** The setting `fihris.include` of a folder was changed. */
  async setInclude(uri: string, include: readonly string[]): Promise<void> {
    const folder = this.#folders.get(uri);
    if (folder === undefined || JSON.stringify(folder.include) === JSON.stringify(include)) return;
    folder.include = include;
    await Promise.all([...folder.roots.values()].map(({ corpus }) => corpus.setInclude(include)));
    await this.#discover(folder, []);
  }

  /** Files or folders were made, changed or deleted. */
  async filesChanged(uris: Iterable<string>): Promise<void> {
    const all = [...uris];
    for (const folder of this.#folders.values()) {
      const inside = all.map((uri) => folder.place.inside(uri)).filter((path) => path !== null);
      if (inside.length === 0) continue;
      for (const [at, { corpus }] of folder.roots) {
        const prefix = at === '' ? '' : `${at}/`;
        corpus.filesChanged(inside.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
      }
      if (this.#mayChangeRoots(folder, inside)) await this.#discover(folder, []);
    }
  }

  /** The article that a URI stands for, whether or not it is read already; null where it is none. */
  locate(uri: string): { readonly root: Root; readonly path: ArticlePath } | null {
    const found = this.#inFolder(uri);
    if (found !== null && found.path !== SETTINGS_FILE) return found;
    const root = this.#documents.get(uri);
    return root === undefined ? null : { root, path: LONE_ARTICLE };
  }

  /** The corpus whose `fihris.yaml` a URI stands for; null where it is none. */
  locateSettings(uri: string): Root | null {
    return this.roots.find((root) => root.pathOf(uri) === SETTINGS_FILE) ?? null;
  }

  /**
   * The text of an open document: of an article or settings file of a corpus, or, if `isArticle`, of one that stands alone. Done where
   * the snapshot has the article.
   */
  async setText(uri: string, text: string, isArticle: boolean): Promise<void> {
    if (this.#inFolder(uri) !== null) this.#forgetDocument(uri);
    else if (isArticle) await this.#document(uri).corpus.setText(LONE_ARTICLE, text);
    await this.#inCorpora(uri, (corpus, path) => corpus.setText(path, text));
  }

  async closeText(uri: string): Promise<void> {
    this.#forgetDocument(uri);
    await this.#inCorpora(uri, (corpus, path) => corpus.closeText(path));
  }

  dispose(): void {
    for (const uri of [...this.#folders.keys()]) this.remove(uri);
    for (const uri of [...this.#documents.keys()]) this.#forgetDocument(uri);
  }

  /**
   * What a document is to each corpus in whose folder it lies, whether or not it is an article there: its settings may say otherwise at
   * the next moment, and then what counts is what is open now.
   */
  async #inCorpora(uri: string, work: (corpus: Corpus, path: ArticlePath) => Promise<void>): Promise<void> {
    const all: Promise<void>[] = [];
    for (const root of this.roots) {
      const path = root.pathOf(uri);
      if (path !== null) all.push(this.#settled(path, work(root.corpus, path)));
    }
    await Promise.all(all);
  }

  /** Done when the work is. Settings may mean reading the whole folder anew, and nobody's question waits for that. */
  async #settled(path: ArticlePath, work: Promise<void>): Promise<void> {
    if (path === SETTINGS_FILE) work.catch(this.#events.error);
    else await work;
  }

  /** The innermost corpus that has an article or its settings at this place. */
  #inFolder(uri: string): { root: Root; path: ArticlePath } | null {
    let best: { root: Root; path: ArticlePath } | null = null;
    for (const root of this.roots) {
      const path = root.pathOf(uri);
      if (path === null || (best !== null && best.path.length <= path.length)) continue;
      if (path === SETTINGS_FILE || root.corpus.isArticle(path)) best = { root, path };
    }
    return best;
  }

  /** Whether a change can make a corpus of a folder, or end one. Within a corpus, its articles are the corpus's own matter. */
  #mayChangeRoots(folder: Folder, paths: readonly string[]): boolean {
    if (paths.some((path) => isSettingsFile(path) || folder.roots.has(path))) return true;
    return !folder.roots.has('') && paths.some(globMatcher(folder.include));
  }

  /** Looks which corpora a folder holds, ends those that are gone and reads those that came. */
  async #discover(folder: Folder, open: Iterable<string>, signal?: AbortSignal): Promise<void> {
    const stop = signal === undefined ? folder.closing.signal : AbortSignal.any([signal, folder.closing.signal]);
    this.#busy++;
    this.#events.status();
    // Most folders that are looked at were a corpus in an earlier session.
    const likely = folder.roots.has('') ? null : this.#openRoot(folder, '');
    try {
      const recollected = likely?.corpus.recollect();
      const listed = await listFiles(folder.door, folder.include, stop);
      const wasCorpus = (await recollected) === true;
      const found = await corporaIn(listed, folder.door, folder.include, stop, wasCorpus || undefined);
      if (folder.closing.signal.aborted) return;
      const gone = [...folder.roots.keys()].filter((at) => !found.includes(at));
      const come = found.filter((at) => !folder.roots.has(at));
      for (const at of gone) {
        folder.roots.get(at)?.corpus.dispose();
        folder.roots.delete(at);
      }
      for (const at of come) folder.roots.set(at, (at === '' ? likely : null) ?? this.#openRoot(folder, at));
      if (gone.length > 0 || come.length > 0) this.#rootsChanged();
      await Promise.all(come.map((at) => this.#readAll(folder.roots.get(at), open, stop, at === '' ? listed : null)));
      // Only now is it known which files their settings include.
      if (come.length > 0) this.#events.rootsChanged();
      if (wasCorpus) this.#confirm(folder, listed).catch(this.#events.error);
    } catch (error) {
      if (error instanceof Hung) await this.#hangs(folder, open, stop, error);
      else if (!folder.closing.signal.aborted) throw error;
    } finally {
      if (folder.roots.get('') !== likely) likely?.corpus.dispose();
      this.#busy--;
      this.#events.status();
    }
  }

  /** A folder that was taken for a corpus because it was one: it is looked at as others are, and is none any longer if its files say so. */
  async #confirm(folder: Folder, listed: readonly ArticlePath[]): Promise<void> {
    const { signal } = folder.closing;
    try {
      if (listed.includes(SETTINGS_FILE) || (await isArabicProseIn(listed, folder.door, folder.include, signal)))
        return;
    } catch (error) {
      // Nothing is known of a disk that does not answer.
      if (error instanceof Hung || signal.aborted) return;
      throw error;
    }
    if (signal.aborted) return;
    folder.roots.get('')?.corpus.dispose();
    if (folder.roots.delete('')) this.#rootsChanged();
  }

  /** The disk does not say what is in a folder: what was kept of it is shown, the folder is listed as unreadable, and looked at later. */
  async #hangs(folder: Folder, open: Iterable<string>, signal: AbortSignal, { ended }: Hung): Promise<void> {
    void ended.then(() => {
      if (!folder.closing.signal.aborted) this.#discover(folder, []).catch(this.#events.error);
    });
    if (folder.roots.size > 0) return;
    folder.roots.set('', this.#openRoot(folder, ''));
    this.#rootsChanged();
    await this.#readAll(folder.roots.get(''), open, signal, null);
  }

  #openRoot(folder: Folder, at: string): Root {
    const corpus = new Corpus({
      door: at === '' ? folder.door : folder.place.door(at),
      include: folder.include,
      pool: this.#pool,
      isAsked: () => this.#events.isAsked?.() === true,
      onError: this.#events.error,
      ...folder.place.keeping(at),
    });
    return folder.place.root(this.#listened(corpus), at);
  }

  #placeOf(uri: string): Place | null {
    const path = filePath(uri);
    if (path !== null) return this.#onDisk(path);
    const { elsewhere } = this.#doors;
    const doorTo = (at: string) => elsewhere(uriBelow(uri, at));
    if (doorTo('') === null) return null;
    return {
      door: (at) => doorTo(at) ?? NO_FILES,
      root: (corpus, at) => elsewhereRoot(corpus, uriBelow(uri, at)),
      inside: (other) => pathBelow(uri, other),
      keeping: () => ({}),
    };
  }

  #onDisk(path: string): Place {
    return {
      door: (at) => this.#doors.disk(join(path, at)),
      root: (corpus, at) => folderRoot(corpus, join(path, at)),
      inside: (uri) => {
        const file = filePath(uri);
        return file === null ? null : pathInside(path, file);
      },
      keeping: (at) => this.#keeping(join(path, at)),
    };
  }

  async #readAll(
    root: Root | undefined,
    open: Iterable<string>,
    signal: AbortSignal,
    listed: readonly ArticlePath[] | null,
  ): Promise<void> {
    if (root === undefined) return;
    const first = [...open].map((uri) => root.pathOf(uri)).filter((path) => path !== null);
    await root.corpus.openFolder({ first, signal, listed });
  }

  #document(uri: string): Root {
    let root = this.#documents.get(uri);
    if (root === undefined) {
      const corpus = new Corpus({
        door: NO_FILES,
        include: [LONE_ARTICLE],
        pool: this.#pool,
        onError: this.#events.error,
      });
      root = documentRoot(this.#listened(corpus), uri);
      this.#documents.set(uri, root);
    }
    return root;
  }

  #forgetDocument(uri: string): void {
    this.#documents.get(uri)?.corpus.dispose();
    this.#documents.delete(uri);
  }

  #listened(corpus: Corpus): Corpus {
    corpus.onSnapshot(() => this.#events.changed());
    corpus.onStatus(() => this.#events.status());
    return corpus;
  }

  #rootsChanged(): void {
    this.#events.rootsChanged();
    this.#events.changed();
    this.#events.status();
  }
}
