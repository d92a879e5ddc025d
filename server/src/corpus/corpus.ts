/**
 * One corpus: the articles of a folder and the index over them, kept current. Files come in through a FileDoor, open editor buffers
 * through `setText`; what comes out is one immutable snapshot after another.
 *
 * All changes pass through one queue that one loop works off, article by article, giving way to whoever waits (a request, a
 * cancellation) after each. So the same files, buffers and settings give the same snapshot in whatever order they came (invariant 2),
 * and an edit costs the facts of its own article and what resolution touches.
 */
import { setImmediate as giveWay, setTimeout as sleep } from 'node:timers/promises';
import { type ArticleFacts, type IsoDate, statesYear } from '../recognize/facts.ts';
import { CompactMap } from '../resolve/compact-map.ts';
import type { ArticlePath, Resolution } from '../resolve/entities.ts';
import { type ResolvableArticle, Resolver } from '../resolve/resolver.ts';
import {
  type ArticleContent,
  articleDate,
  givenDate,
  lineStarts,
  OutlinedArticle,
  outlineOf,
  ownDate,
} from './article.ts';
import { ArticleYears } from './article-years.ts';
import { Awaited } from './awaited.ts';
import { folderOf, isBelow, isSettingsFile, listFiles } from './discover.ts';
import { type FileDoor, type Stamp, Unreadable } from './door.ts';
import { type Decoded, decodeText, isDecoded } from './encoding.ts';
import type { FactsCache } from './facts-cache.ts';
import { type FactsRecord, factsOf, type LineRecord, parseRecord } from './facts-record.ts';
import { giveMemoryBack } from './give-back.ts';
import { Hung, isTimedOut, TIMED_OUT, within } from './hung.ts';
import { isInside } from './inside.ts';
import type { KeptCorpus } from './kept-corpus.ts';
import type { KeptFacts } from './kept-facts.ts';
import { LineContent, LineFacts } from './line-content.ts';
import { comparePaths, DEFAULT_INCLUDE, globMatcher, isIgnored, SETTINGS_FILE } from './paths.ts';
import type { FileProblem } from './problems.ts';
import { Queue } from './queue.ts';
import { type FileRead, type FilesRead, JUST_WRITTEN } from './read-articles.ts';
import { recognize as recognizeArticle } from './recognition.ts';
import type { RecognizerPool } from './recognizer-pool.ts';
import { type FolderSettings, NO_SETTINGS, readSettings, type SettingsProblem } from './settings-file.ts';
import { SharedFacts } from './shared-facts.ts';
import type { Article, SettingsText, Snapshot } from './snapshot.ts';
import { type TextHash, Texts, textHash } from './texts.ts';
import type { UnreadArticles } from './unread-articles.ts';
import type { NameWords } from './unread-words.ts';

const NO_SETTINGS_TEXT: SettingsText = { text: '', lineStarts: [0], corrections: [] };

/** No article comes near this (bytes); a log or a dump with a text file's name does. */
const FILE_LIMIT = 20_000_000;

/** While many articles are read, a new snapshot at most this often (ms): a reader sees marks appear, and resolution keeps little of the time. */
const PUBLISH_EVERY = 100;

/** Where a reader sees many articles already and many are still to be read, so often (ms): each of few updates costs less than many. */
const PUBLISH_EVERY_OF_MANY = 1000;

/** Publishing takes at most one part in this many of the time, however large the corpus. */
const PUBLISH_SHARE = 4;

/** While one article is analysed the files of so many others are read: enough to keep the disk and the decoder ahead of the analysis. */
const READ_AHEAD = 8;

/** So many articles are some seconds' work. */
const LARGE = 500;

/** What an open article names is no reason to read more articles than these before the others, and nobody waits for more. */
const MOST_NAMING = 400;

/** So many articles are read here sooner than a worker has started. */
const FEW_ARTICLES = 60;

/** An article of so many UTF-16 code units takes a good tenth of a second. */
const LONG_ARTICLE = 50_000;

/** Files change many at a time (a checkout, an unpacked archive): what comes within this time (ms) makes one snapshot. */
const BATCH_WITHIN = 50;

/** So many files are looked at side by side to see whether they changed since their facts were kept. */
const COMPARED_AT_ONCE = 64;

/** So long (ms) before others come to their turn. */
const COMPARED_WITHIN = 4;

/** So many files are read by a worker at a time: what it sends back at once costs less, and an article that somebody waits for comes soon. */
const READ_TOGETHER = 8;

/** So many articles are put into one update of the resolver. */
const RESOLVED_AT_ONCE = 256;

/** So many changed articles are sooner put upon what was kept at the next start than all is kept anew. */
const FEW_CHANGES = 200;

/** What changed lies in memory as objects, some 0.1 MB an article, until all is kept anew: of large corpora at most this share of them. */
const CHANGED_SHARE = 0.02;

/** What many answers need is read when the first ones are given (ms). */
const AFTER_FIRST_ANSWERS = 200;

/** All of a corpus is kept so long (ms) after the last of it was read. */
const KEEP_AFTER = 2000;

/** While somebody asks, so long (ms) between two pieces of work for which nobody waits, and how often (ms) it is looked whether they do. */
const LONGEST_PAUSE = 150;
const PAUSE = 8;

/** Fewer articles than these are resolved as fast as what they come to is read. */
const KEPT_FROM = 200;

/** After so many were read there is memory to be given back. */
const MANY_ARTICLES = 3000;

/** UTF-16 code units of closed articles that stay in memory after they were quoted: a few hundred articles. */
const TEXTS_KEPT = 1_000_000;

/** A file that has not come after so long (ms) is on a mount that hangs: it is listed as unreadable, and the others go on. */
const READ_WITHIN = 60_000;

/** While so many files do not come no more are asked for: there are few threads that wait for files, and other folders need one. */
const MOST_HANGING = 3;

/** The folder itself, where it is listed as unreadable. */
const FOLDER: ArticlePath = '';

/** How the files are of which everything is kept. */
interface Stamped {
  readonly kept: KeptCorpus;
  /** By number in `kept`, null of what is no plain file; empty where the disk does not answer. */
  readonly stamps: readonly (Stamp | null)[];
}

/** What is kept is opened, and the stamps of the files are asked of which all is kept (null where that is not so). */
interface Recollection {
  readonly opening: Promise<unknown>;
  readonly stamps: Promise<Stamped | null>;
}

type Recognize = (text: string, given: IsoDate | null) => ArticleFacts | Promise<ArticleFacts>;

/** A file's text. `stamp`: where facts are kept, that of the file; `modified` is null where it does not prove that the file is the same. */
interface FileText extends Decoded {
  readonly stamp: FactsRecord['stamp'] | null;
}

export interface CorpusOptions {
  readonly door: FileDoor;
  /** The setting `fihris.include`; a `fihris.yaml` may say otherwise. */
  readonly include?: readonly string[];
  /**
   * How an article is read: here, in a worker, from a cache. Must be a pure function of the text and of the date that the corpus
   * gives an article that states none (invariant 1).
   */
  readonly recognize?: Recognize;
  /** Where facts are kept between sessions; opened by the corpus, closed with it. */
  readonly cache?: FactsCache;
  /** Facts that a cluster read; used of what the cache does not have. */
  readonly index?: KeptFacts;
  /** Of so many articles all is kept between sessions that is known of them, and not their facts alone. */
  readonly keptFrom?: number;
  /** UTF-16 code units of articles that are not open to keep in memory: those of which words are shown again and again. */
  readonly textsKept?: number;
  /** Who reads the articles where there are many of them, or long ones, so that requests are answered meanwhile. */
  readonly pool?: RecognizerPool;
  /** Milliseconds after which a file that does not come counts as unreadable. */
  readonly readWithin?: number;
  /** Whether somebody waits for an answer, or did so a moment ago: what nobody waits for goes on when nobody does. */
  readonly isAsked?: () => boolean;
  /** Told of errors that are defects of Fihris, with their stack; the corpus goes on. */
  readonly onError?: (error: unknown) => void;
}

export interface CorpusStatus {
  readonly state: 'indexing' | 'ready';
  /** Articles in the snapshot. */
  readonly articles: number;
  /** Articles found so far: those in the snapshot, those still to be read, those that cannot be. */
  readonly total: number;
  /** By path. */
  readonly unreadable: readonly { readonly path: ArticlePath; readonly problem: FileProblem }[];
  /** What is wrong in `fihris.yaml`, in text order. */
  readonly settingsProblems: readonly SettingsProblem[];
}

export interface Disposable {
  dispose(): void;
}

export class Corpus implements Disposable {
  readonly #door: FileDoor;
  readonly #recognize: Recognize;
  readonly #pool: RecognizerPool | null;
  readonly #cache: FactsCache | null;
  /** The cache and the index, as far as there are any. */
  readonly #keepers: readonly KeptFacts[];
  readonly #texts: Texts;
  #shared = new SharedFacts();
  #lineFacts = new LineFacts();
  readonly #readWithin: number;
  readonly #isAsked: () => boolean;
  readonly #onError: (error: unknown) => void;
  #resolver = new Resolver();
  readonly #snapshotListeners = new Set<(snapshot: Snapshot) => void>();
  readonly #statusListeners = new Set<(status: CorpusStatus) => void>();

  readonly #years = new ArticleYears();
  #snapshot: Snapshot = {
    version: 0,
    articles: CompactMap.empty(),
    resolution: this.#resolver.update({}),
    years: this.#years.view(CompactMap.empty()),
    readTexts: (articles) => this.#readTexts(articles),
    settings: NO_SETTINGS_TEXT,
  };
  /** What the next snapshot has. */
  #settingsText: SettingsText = NO_SETTINGS_TEXT;
  #settings: FolderSettings = NO_SETTINGS;
  #settingsProblems: readonly SettingsProblem[] = [];
  #settingInclude: readonly string[];
  #includes: (path: ArticlePath) => boolean;
  /** Folders inside this one that are corpora of their own. */
  #inner: readonly string[] = [];

  /** Texts of open editor buffers, `fihris.yaml` among them: they count in place of the file. */
  readonly #buffers = new Map<ArticlePath, string>();
  /** Articles that are being read, each by its latest reading; only that counts. */
  readonly #reading = new Map<ArticlePath, Promise<void>>();
  /** Whether workers have been reading files since there was nothing to read: they are there, and read the last ones too. */
  #haveBegun = false;
  /** Of these, those that are read together with another one. */
  #together = 0;
  /** One of these has ended the worker that read them. */
  readonly #suspects = new Set<ArticlePath>();
  /** Whether workers may read files by themselves: not where the disk keeps them waiting. */
  #readsAside = true;
  /** Articles that are on disk, as far as is known. */
  readonly #files = new Set<ArticlePath>();
  /** Encodings of those that were read. */
  readonly #encodings = new Map<ArticlePath, string>();
  readonly #unreadable = new Map<ArticlePath, FileProblem>();
  /** What the disk was asked and has not answered in time. */
  readonly #hanging = new Set<Promise<unknown>>();

  /** Articles to be read again, those somebody looks at before the rest; both in the order they came. */
  readonly #urgent = new Queue<ArticlePath>();
  readonly #waiting = new Queue<ArticlePath>();
  /** Files that are being read before their turn, or have been. Whatever is said of a file takes it out again. */
  readonly #ahead = new Map<ArticlePath, Promise<FileText | FileProblem>>();
  /** Articles of which word came since they were listed: if they are gone that is no surprise, and nothing to report. */
  readonly #mayBeGone = new Set<ArticlePath>();
  /** What the next snapshot has anew; null: no longer. */
  readonly #staged = new Map<ArticlePath, OutlinedArticle | null>();
  /** Those of the snapshot. */
  #articles: CompactMap<OutlinedArticle> = CompactMap.empty();
  /** What was taken up of an earlier session, or kept in this one; the snapshot lies upon it. */
  #base: KeptCorpus | null = null;
  /** Articles that are no longer what they are there. */
  readonly #sinceBase = new Set<ArticlePath>();
  /** Done where it is known what is kept: nothing that is kept is read before. */
  #opening: Promise<unknown> = Promise.resolve();
  /** Begun before the folder is opened. */
  #recollected: Recollection | null = null;
  #keepTimer: NodeJS.Timeout | null = null;
  /** What is kept is read ahead when it fires. */
  #aheadTimer: NodeJS.Timeout | null = null;
  readonly #keptFrom: number;
  #keeping: Promise<unknown> = Promise.resolve();
  #isKeeping = false;
  /** While all is being kept: articles that have changed since that began. */
  #sinceKept: Set<ArticlePath> | null = null;
  /** Who waits for a snapshot with certain articles. */
  readonly #awaited = new Awaited();
  /** While very many articles are to be read: which words these have. */
  #unread: UnreadArticles | null = null;
  /** Since there was nothing to read. */
  #hasSurveyed = false;

  /** Word of files that has not been acted on, until `#batch` ends. */
  readonly #changed = new Set<string>();
  #batch: NodeJS.Timeout | null = null;
  /** Settings and listings are read one after another: what was asked last counts. */
  #turn: Promise<unknown> = Promise.resolve();
  #turns = 0;
  /** The loop over the queue, while it runs. */
  #loop: Promise<void> | null = null;
  #isOpen = false;
  #isDisposed = false;
  #publishedAt = Number.NEGATIVE_INFINITY;
  #publishTook = 0;

  constructor(options: CorpusOptions) {
    this.#door = options.door;
    this.#recognize = options.recognize ?? recognizeArticle;
    this.#pool = options.pool ?? null;
    this.#cache = options.cache ?? null;
    this.#keepers = [options.cache, options.index].filter((keeper) => keeper !== undefined);
    this.#texts = new Texts(options.door, FILE_LIMIT, options.textsKept ?? TEXTS_KEPT, (path, hung) => {
      if (hung !== null) this.#hangs(path, hung);
      else if (!this.#buffers.has(path)) this.filesChanged([path]);
    });
    this.#readWithin = options.readWithin ?? READ_WITHIN;
    this.#isAsked = options.isAsked ?? (() => false);
    this.#onError = options.onError ?? (() => {});
    this.#keptFrom = options.keptFrom ?? KEPT_FROM;
    this.#settingInclude = options.include ?? DEFAULT_INCLUDE;
    this.#includes = globMatcher(this.#settingInclude);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** What the reader calls this corpus in `fihris.yaml`. */
  get name(): string | null {
    return this.#settings.name;
  }

  get status(): CorpusStatus {
    const buffersOnly = [...this.#buffers.keys()].filter((path) => !this.#files.has(path) && this.isArticle(path));
    const articles = this.#snapshot.articles.size;
    const total = this.#files.size + buffersOnly.length;
    const isBehind = this.#waiting.size > 0 || articles + this.#unreadable.size < total;
    return {
      state: !this.#isOpen || this.#turns > 0 || isBehind ? 'indexing' : 'ready',
      articles,
      total,
      unreadable: [...this.#unreadable]
        .map(([path, problem]) => ({ path, problem }))
        .sort((a, b) => comparePaths(a.path, b.path)),
      settingsProblems: this.#settingsProblems,
    };
  }

  /** Whether words of any article can be had at once: its files lie on a disk that keeps nobody waiting. */
  get isAtHand(): boolean {
    return this.#door.folder != null;
  }

  /** Whether a file at `path` is an article of this corpus, by its path alone: included, and not in a corpus of its own. */
  isArticle(path: ArticlePath): boolean {
    return this.#includes(path) && !this.#inner.some((folder) => isBelow(path, folder));
  }

  /** Called after each new snapshot. */
  onSnapshot(listener: (snapshot: Snapshot) => void): Disposable {
    this.#snapshotListeners.add(listener);
    return { dispose: () => this.#snapshotListeners.delete(listener) };
  }

  /** Called where `status` may have changed: at the start and the end of indexing and some ten times a second in between. */
  onStatus(listener: (status: CorpusStatus) => void): Disposable {
    this.#statusListeners.add(listener);
    return { dispose: () => this.#statusListeners.delete(listener) };
  }

  /**
   * Finds and reads all articles of the folder; done where the snapshot has them all. `first` are read before the rest: what is open
   * or visible. Called again it looks for what came or went. Rejects with the signal's reason where `signal` is aborted; what was
   * read until then stays. `listed`: what `listFiles` has just given for this folder and the setting `fihris.include`.
   */
  async openFolder(
    options: { first?: Iterable<ArticlePath>; signal?: AbortSignal; listed?: readonly ArticlePath[] | null } = {},
  ): Promise<void> {
    const { first = [], signal, listed = null } = options;
    const stop = () => {
      for (const path of this.#waiting) if (!this.#snapshot.articles.has(path)) this.#files.delete(path);
      this.#waiting.clear();
      this.#ahead.clear();
    };
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop);
    try {
      const { opening, stamps } = this.#recollected ?? this.#recollect();
      this.#recollected = null;
      await this.#inTurn(async () => {
        await Promise.all([this.#reloadSettings(), opening]);
        const whole = this.#cache?.whole ?? null;
        if (whole !== null && this.#base === null) this.#takeUp(whole, [...this.#articles.keys()]);
        await this.#relist(signal, this.#settings.include === null ? listed : null);
        await this.#recall(signal, stamps);
      });
      this.prioritize(first);
      await this.#drain();
      signal?.throwIfAborted();
      // Nobody waits for what is tidied up on the disk.
      for (const keeper of this.#keepers) keeper.settle((path) => this.#files.has(path)).catch(this.#onError);
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#isOpen = true;
      this.#report();
      this.#keepLater();
    }
  }

  /**
   * Begins what `openFolder` does first, and says whether an earlier session kept all of this corpus: for who does not know yet which
   * files there are, and whether they are one.
   */
  async recollect(): Promise<boolean> {
    if (!this.#cache?.isThere) return false;
    this.#recollected = this.#recollect();
    await this.#recollected.opening;
    return this.#cache.whole !== null;
  }

  #recollect(): Recollection {
    const opening = Promise.all(this.#keepers.map((keeper) => keeper.open(this.#door)));
    this.#opening = opening;
    const stamps = opening.then(async () => {
      const kept = this.#cache?.whole ?? null;
      return kept === null ? null : { kept, stamps: (await this.#stamps(kept.paths)) ?? [] };
    });
    // Nobody may wait for them.
    stamps.catch(() => {});
    return { opening, stamps };
  }

  /** Of the articles still to be read, these are read first. */
  prioritize(paths: Iterable<ArticlePath>): void {
    for (const path of paths) if (this.#waiting.delete(path)) this.#urgent.add(path);
  }

  /** Whether so many articles are still to be read that those are looked for which name what somebody looks at. */
  get isSurveying(): boolean {
    return this.#unread !== null;
  }

  /** While that is so: how many articles the snapshot has of how many. */
  get stillReading(): { readonly read: number; readonly total: number } | null {
    return this.#unread === null ? null : { read: this.#articles.size, total: this.status.total };
  }

  /**
   * While that is so: has those read next that may name one of `names`, once the words of all are known, but for what more than `most`
   * articles name.
   */
  async readNext(names: readonly NameWords[], most = MOST_NAMING): Promise<void> {
    await this.#unread?.surveyed;
    await this.#hurry(names, most);
  }

  /**
   * While that is so: has those read at once that may name one of `names`, as far as words are known. Done where the snapshot has them, or
   * after `within` ms with what was read until then; at once where they are very many.
   */
  async readNaming(names: readonly NameWords[], within: number): Promise<void> {
    if (this.#unread === null || names.length === 0) return;
    const until = performance.now() + within;
    const naming = await Promise.race([
      this.#hurry(names, Number.POSITIVE_INFINITY),
      sleep(within, [], { ref: false }),
    ]);
    const missing = naming.filter((path) => this.#isPending(path) || this.#staged.has(path));
    const left = until - performance.now();
    // So many are not read in a moment.
    if (missing.length === 0 || missing.length > MOST_NAMING || left <= 0 || this.#isDisposed) return;
    const unread = missing.filter((path) => !this.#staged.has(path));
    await this.#awaited.untilOrAfter(missing, unread, left);
  }

  async #hurry(names: readonly NameWords[], most: number): Promise<ArticlePath[]> {
    const naming = (await this.#unread?.naming(names, most)) ?? [];
    this.#waiting.hurry(naming);
    return naming;
  }

  /** Has the words of unread articles looked through, once it is known how many there are; not where that was begun before. */
  #survey(): void {
    if (this.#hasSurveyed || this.#turns > 0 || this.#waiting.size < LARGE || !this.#workersRead) return;
    this.#hasSurveyed = true;
    this.#unread = this.#door.unread?.([...this.#waiting]) ?? null;
  }

  #forgetUnread(): void {
    this.#unread?.dispose();
    this.#unread = null;
    this.#hasSurveyed = false;
  }

  /**
   * An editor buffer was opened or edited: its text counts in place of the file from now on, if it is an article or `fihris.yaml`.
   * Done where the snapshot has it.
   */
  async setText(path: ArticlePath, text: string): Promise<void> {
    if (!isInside(path)) return;
    this.#buffers.set(path, text);
    await this.#bufferChanged(path);
  }

  /** An editor buffer was closed: the file counts again, if there is one. Done where the snapshot has it. */
  async closeText(path: ArticlePath): Promise<void> {
    if (this.#buffers.delete(path)) await this.#bufferChanged(path);
  }

  /**
   * Files or folders were made, changed or deleted. Returns at once; changes that come in quick succession make one snapshot.
   * Paths outside the corpus are ignored.
   */
  filesChanged(paths: Iterable<string>): void {
    if (this.#isDisposed) return;
    for (const path of paths) if (isInside(path) && !isIgnored(path)) this.#changed.add(path);
    if (this.#changed.size === 0) return;
    this.#batch ??= setTimeout(() => {
      this.#applyChanges().catch(this.#onError);
    }, BATCH_WITHIN);
  }

  /** The setting `fihris.include` was changed. Done where the snapshot follows it. */
  async setInclude(include: readonly string[]): Promise<void> {
    this.#settingInclude = include;
    await this.#inTurn(() => this.#relist());
    await this.#drain();
  }

  /** Done where the snapshot has all that was said before, changed files included. */
  async settled(): Promise<void> {
    for (;;) {
      if (this.#batch) await this.#applyChanges();
      else if (this.#turns > 0) await this.#turn;
      else if (this.#loop || this.#urgent.size + this.#waiting.size + this.#staged.size > 0) await this.#drain();
      else return;
    }
  }

  /**
   * Goes through all that an edit of an article does, without any effect: its code is compiled then, and what it needs of the kept state
   * was read, when the reader types for the first time. `most`: of its text no more than so many UTF-16 code units.
   */
  async rehearse(path: ArticlePath, most: number): Promise<void> {
    const article = this.#articles.get(path);
    if (article === undefined || article.length >= LONG_ARTICLE || this.#isDisposed) return;
    const { given, date } = article;
    const text = article.text.slice(0, most);
    if (text === '') return;
    const facts = await this.#recognize(text, given);
    const tried = this.#resolver.tried({ set: [[path, { facts, date: date?.value ?? null, text: () => text }]] });
    tried.mentions.get(path);
  }

  /** Ends all work; nothing more is read or told. */
  dispose(): void {
    this.#isDisposed = true;
    this.#forgetUnread();
    for (const keeper of this.#keepers) keeper.close();
    if (this.#batch) clearTimeout(this.#batch);
    this.#batch = null;
    if (this.#keepTimer) clearTimeout(this.#keepTimer);
    this.#keepTimer = null;
    clearTimeout(this.#aheadTimer ?? undefined);
    this.#aheadTimer = null;
    this.#changed.clear();
    this.#urgent.clear();
    this.#waiting.clear();
    this.#ahead.clear();
    this.#snapshotListeners.clear();
    this.#statusListeners.clear();
  }

  async #bufferChanged(path: ArticlePath): Promise<void> {
    if (path === SETTINGS_FILE) {
      await this.#inTurn(async () => {
        if (await this.#reloadSettings()) await this.#relist();
      });
      return this.#drain();
    }
    this.#ahead.delete(path);
    this.#mayBeGone.add(path);
    this.#waiting.delete(path);
    this.#urgent.add(path);
    await Promise.race([this.#drain(), this.#awaited.until([path])]);
  }

  async #applyChanges(): Promise<void> {
    if (this.#batch) clearTimeout(this.#batch);
    this.#batch = null;
    const changed = [...this.#changed];
    this.#changed.clear();
    await this.#inTurn(async () => {
      let folderChanged = false;
      for (const path of changed) folderChanged = (await this.#pathChanged(path)) || folderChanged;
      if (folderChanged) await this.#relist();
    });
    await this.#drain();
  }

  /** Acts on word of one file or folder. Gives whether the folder has to be listed anew. */
  async #pathChanged(path: string): Promise<boolean> {
    if (path === SETTINGS_FILE) return this.#reloadSettings();
    if (isSettingsFile(path)) return true;
    if (this.isArticle(path)) {
      this.#encodings.delete(path);
      this.#files.add(path);
      this.#enqueue(path);
      return false;
    }
    // A folder that came may bring articles, one that went takes its own along; often no word comes of these.
    const kind = await this.#door.stat(path);
    return kind === 'folder' || (kind === null && [...this.#files].some((file) => isBelow(file, path)));
  }

  #enqueue(path: ArticlePath): void {
    this.#ahead.delete(path);
    this.#mayBeGone.add(path);
    if (!this.#urgent.has(path)) this.#waiting.add(path);
  }

  /** Runs `work` when all such work asked for before is done. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#turns++;
    const turn = this.#turn.then(work).finally(() => {
      this.#turns--;
    });
    this.#turn = turn.catch(() => {}); // told to whoever asked for this turn, no concern of the next
    return turn;
  }

  /** Reads `fihris.yaml`, from its buffer or its file. Gives whether other files are included now. */
  async #reloadSettings(): Promise<boolean> {
    const text = this.#buffers.get(SETTINGS_FILE) ?? (await this.#readSettingsFile());
    if (text === null) return false;
    const { settings, problems } = readSettings(text);
    this.#settingsProblems = problems;
    const before = this.#settings;
    // With an error in it the last good state stays; before there is any, what could be read is better than nothing.
    const isGood = problems.every(({ severity, correction }) => severity !== 'error' || correction === true);
    if (isGood || before === NO_SETTINGS) this.#settings = settings;
    // Corrections are read one by one: what is wrong elsewhere takes none of them away.
    else this.#settings = { ...before, corrections: settings.corrections };
    const { corrections } = settings;
    if (text !== this.#settingsText.text) this.#settingsText = { text, lineStarts: lineStarts(text), corrections };
    this.#redate(before.dates);
    return JSON.stringify(before.include) !== JSON.stringify(this.#settings.include);
  }

  /** The text of `fihris.yaml` as it is now: of its buffer, else of the file; '' where there is none, null where it cannot be read. */
  async settingsText(): Promise<string | null> {
    const buffered = this.#buffers.get(SETTINGS_FILE);
    if (buffered !== undefined) return buffered;
    const decoded = await this.#readFile(SETTINGS_FILE);
    return isDecoded(decoded) ? decoded.text : decoded.code === 'gone' ? '' : null;
  }

  /** '' where there is none; null, and a problem, where it cannot be read. */
  async #readSettingsFile(): Promise<string | null> {
    const decoded = await this.#readFile(SETTINGS_FILE);
    if (isDecoded(decoded)) return decoded.text;
    if (decoded.code === 'gone') return '';
    const start = { line: 0, character: 0 };
    this.#settingsProblems = [
      { problem: { code: 'unreadable', reason: decoded }, severity: 'error', range: { start, end: start } },
    ];
    return null;
  }

  /** Articles are read again where `fihris.yaml` gives another date now than before; it looks at no others. */
  #redate(before: FolderSettings['dates']): void {
    const { dates } = this.#settings;
    for (const path of new Set([...before.keys(), ...dates.keys()])) {
      if (before.get(path) === dates.get(path)) continue;
      const article = this.#current(path);
      if (article === undefined) continue;
      const date = articleDate(path, article.facts, this.#settings.dates);
      if (!sameDate(date, ownDate(article))) this.#enqueue(path);
    }
  }

  /** Looks which files there are: new ones will be read, those that are gone or no longer included go. */
  async #relist(signal?: AbortSignal, known: readonly ArticlePath[] | null = null): Promise<void> {
    this.#report();
    const include = this.#settings.include ?? this.#settingInclude;
    const listed = known ?? (await this.#listed(include, signal));
    signal?.throwIfAborted();
    // What is known stays.
    if (listed === null) return;
    this.#includes = globMatcher(include);
    this.#inner = listed.filter((path) => isSettingsFile(path) && path !== SETTINGS_FILE).map(folderOf);
    // All else that is listed is included.
    const isArticle = (path: ArticlePath) =>
      isSettingsFile(path) ? this.isArticle(path) : !this.#inner.some((folder) => isBelow(path, folder));
    const articles = new Set(listed.filter(isArticle));
    for (const path of this.#files) {
      if (articles.has(path)) continue;
      this.#files.delete(path);
      this.#enqueue(path);
    }
    for (const path of articles) {
      if (this.#files.has(path)) continue;
      this.#files.add(path);
      this.#waiting.add(path);
    }
    for (const path of this.#base?.paths ?? [])
      if (!articles.has(path) && !this.#buffers.has(path) && this.#current(path) !== undefined) this.#drop(path);
    for (const path of this.#buffers.keys()) if (path !== SETTINGS_FILE) this.#enqueue(path);
  }

  /** Null, and a problem with the folder, where its disk does not answer. */
  async #listed(include: readonly string[], signal?: AbortSignal): Promise<readonly ArticlePath[] | null> {
    try {
      const listed = await listFiles(this.#door, include, signal);
      this.#unreadable.delete(FOLDER);
      return listed;
    } catch (error) {
      if (!(error instanceof Hung)) throw error;
      this.#hangs(FOLDER, error);
      return null;
    }
  }

  /** A file does not come, or the list of them: what is known stays until the disk answers, and then it is looked at again. */
  #hangs(path: ArticlePath, { ended }: Hung): void {
    this.#unreadable.set(path, TIMED_OUT);
    if (this.#hanging.has(ended)) return;
    this.#hanging.add(ended);
    void ended.then(() => {
      this.#hanging.delete(ended);
      if (this.#isDisposed) return;
      const late = [...this.#unreadable].filter(([, problem]) => isTimedOut(problem)).map(([each]) => each);
      this.filesChanged(late.filter((each) => each !== FOLDER));
      if (late.includes(FOLDER)) this.setInclude(this.#settingInclude).catch(this.#onError);
    });
    this.#report();
  }

  /** Takes what is kept of articles whose files are as they were. */
  async #recall(signal: AbortSignal | undefined, asked: Promise<Stamped | null>): Promise<void> {
    if (this.#keepers.length === 0) return;
    const redated = differing(this.#base?.settingsDates ?? new Map(), this.#settings.dates);
    const known = await asked;
    let since = performance.now();
    if (known !== null && known.kept === this.#base)
      for (const [number, stamp] of known.stamps.entries()) {
        const path = known.kept.paths[number] as ArticlePath;
        if (this.#isAsKept(path, number, stamp, redated)) this.#waiting.delete(path);
        if (performance.now() - since < COMPARED_WITHIN) continue;
        await giveWay();
        if (signal?.aborted || this.#isDisposed) return;
        since = performance.now();
      }
    const kept = [...this.#waiting].filter(
      (path) => !this.#buffers.has(path) && this.#keepers.some((keeper) => keeper.has(path)),
    );
    const stampsFrom = async (at: number) => {
      const some = kept.slice(at, at + COMPARED_AT_ONCE);
      const numbers = some.flatMap((path) => known?.kept.number(path) ?? []);
      return known !== null && known.stamps.length > 0 && numbers.length === some.length
        ? numbers.map((number) => known.stamps[number] ?? null)
        : this.#stamps(some);
    };
    let next = stampsFrom(0);
    for (let at = 0; at < kept.length; at += COMPARED_AT_ONCE) {
      if (signal?.aborted || this.#isDisposed) return;
      const some = kept.slice(at, at + COMPARED_AT_ONCE);
      const stamps = await next;
      if (stamps === null) return;
      // Asked before it is needed: the disk may take its time.
      next = stampsFrom(at + COMPARED_AT_ONCE);
      for (const [index, path] of some.entries()) {
        const stamp = stamps[index] ?? null;
        const number = this.#base?.number(path);
        if (number !== undefined && this.#isAsKept(path, number, stamp, redated)) {
          this.#waiting.delete(path);
          continue;
        }
        const record = this.#record(path, (record, keeper) => keeper.isCurrent(record, stamp));
        if (record === null) continue;
        const content = this.#keptContent(record, this.#given(path));
        // Whatever came in the meantime has taken it out of the queue.
        if (content === null || this.#buffers.has(path) || !this.#waiting.delete(path)) continue;
        this.#encodings.set(path, record.outline.encoding);
        this.#staged.set(path, this.#article(path, content));
        this.#keepStamp(record, stamp);
      }
      if (performance.now() - this.#publishedAt >= this.#publishInterval) {
        this.#publish();
        this.#keepMidway();
      }
      if (performance.now() - since < COMPARED_WITHIN) continue;
      await giveWay();
      since = performance.now();
    }
  }

  /** Whether the snapshot has an article as it was kept under `number`, and that is how the file is. `redated`: those that are dated otherwise now. */
  #isAsKept(path: ArticlePath, number: number, stamp: Stamp | null, redated: ReadonlySet<ArticlePath>): boolean {
    if (!this.#base?.isCurrent(number, stamp) || redated.has(path)) return false;
    return !this.#sinceBase.has(path) && !this.#staged.has(path) && !this.#buffers.has(path);
  }

  /** Null, and a problem with the folder, where its disk does not answer. */
  async #stamps(paths: readonly ArticlePath[]): Promise<readonly (Stamp | null)[] | null> {
    try {
      return await this.#door.stamps(paths);
    } catch (error) {
      if (!(error instanceof Hung)) throw error;
      this.#hangs(FOLDER, error);
      return null;
    }
  }

  /** What is kept of an article and fits. */
  #record(path: ArticlePath, fits: (record: FactsRecord, keeper: KeptFacts) => boolean): LineRecord | null {
    for (const keeper of this.#keepers) {
      const record = keeper.find(path);
      if (record !== undefined && fits(record, keeper)) return record;
    }
    return null;
  }

  /** The facts of a record, if they are those that the article has with this date. */
  #kept(record: FactsRecord, given: IsoDate | null): ArticleFacts | null {
    try {
      const facts = this.#shared.share(factsOf(record));
      return record.given !== given && !statesYear(facts) ? null : facts;
    } catch {
      return null;
    }
  }

  /** As `#kept`, with the rest of what was read. */
  #keptContent(record: LineRecord, given: IsoDate | null): ArticleContent | null {
    const facts = this.#kept(record, given);
    if (facts !== null && record.given === given) return new LineContent(record, this.#lineFacts);
    return facts && { outline: record.outline, facts, given };
  }

  /** What a cluster read is kept with the stamp of the file as it is here, by which the next session knows that it is unchanged. */
  #keepStamp(record: FactsRecord, stamp: FactsRecord['stamp'] | null): void {
    if (stamp === null || stamp.modified === record.stamp.modified) return;
    const isSettled = (stamp.modified ?? 0) < Date.now() - JUST_WRITTEN;
    if (isSettled) this.#cache?.keep({ ...record, stamp });
  }

  #article(path: ArticlePath, content: ArticleContent): OutlinedArticle {
    return new OutlinedArticle(path, content, articleDate(path, content.facts, this.#settings.dates), this.#texts);
  }

  /** Goes on from what was kept: of the articles in the snapshot those of `changed` stay what they are, the others are in it. */
  #takeUp(whole: KeptCorpus, changed: Iterable<ArticlePath>): void {
    whole.serve({ texts: this.#texts, read: (path, size) => this.#readNow(path, size) });
    const before = this.#articles;
    const redated = new Set(changed);
    const base = this.#base;
    if (base !== null) whole.inherit(base, (path) => !redated.has(path) && !this.#sinceBase.has(path));
    this.#base = whole;
    this.#sinceBase.clear();
    this.#articles = whole.articles;
    this.#resolver = Resolver.from(whole.state);
    this.#shared = new SharedFacts();
    this.#lineFacts = new LineFacts();
    this.#years.forget();
    for (const path of redated) {
      if (this.#staged.has(path)) continue;
      const article = before.get(path);
      if (article !== undefined) this.#staged.set(path, article);
      else if (whole.number(path) !== undefined) this.#staged.set(path, null);
    }
    const { settings } = this.#snapshot;
    if (this.#staged.size > 0 || before.isEmpty()) {
      this.#publish(true);
      return;
    }
    // The same articles in another place: nobody need be told.
    const { resolution } = this.#resolve(settings);
    const years = this.#years.view(this.#articles);
    this.#snapshot = { ...this.#snapshot, articles: this.#articles, resolution, years };
  }

  #readTexts(articles: readonly Article[]): void {
    this.#texts.ahead(articles.filter((article) => article instanceof OutlinedArticle));
  }

  /** What a damaged line was made of, if that is there still. */
  #readNow(path: ArticlePath, size: number): ArticleContent | null {
    try {
      const [bytes] = this.#door.readNow([path], FILE_LIMIT);
      if (bytes?.length !== size) return null;
      const decoded = decodeText(bytes);
      if (!isDecoded(decoded)) return null;
      const given = this.#given(path);
      const facts = recognizeArticle(decoded.text, given);
      return { outline: outlineOf(decoded.text, decoded.encoding, facts), facts, given };
    } catch {
      return null;
    }
  }

  /** Where much has changed since all was kept it is kept anew, once nobody waits for anything. */
  #keepLater(): void {
    const base = this.#base;
    if (base !== null && !this.#isDisposed) {
      clearTimeout(this.#aheadTimer ?? undefined);
      this.#aheadTimer = setTimeout(() => void base.readAhead(), AFTER_FIRST_ANSWERS).unref();
    }
    const { size } = this.#articles;
    const most = this.#base === null ? 0 : Math.max(FEW_CHANGES, size * CHANGED_SHARE);
    if (this.#keepTimer !== null || this.#isDisposed || !this.#isOpen || this.#cache?.keepsAll !== true) return;
    if (size < this.#keptFrom || (this.#base !== null && this.#sinceBase.size <= most)) return;
    this.#keepTimer = setTimeout(() => {
      this.#keepTimer = null;
      if (this.status.state === 'ready' && this.#loop === null && !this.#isKeeping) void this.#keepNow();
      else this.#keepLater();
    }, KEEP_AFTER).unref();
  }

  /** Keeps all that is known for the next session, and goes on from what was kept: it takes less memory. */
  keepAll(): Promise<void> {
    const keeping = this.#keeping.then(() => this.#keepAll());
    this.#keeping = keeping.catch(() => {}); // told to whoever asked for this
    return keeping;
  }

  async #keepAll(): Promise<void> {
    const before = this.#articles;
    if (before.isEmpty() || this.#cache === null) return;
    const since = new Set<ArticlePath>();
    this.#sinceKept = since;
    const kept = await this.#cache.keepAll({
      state: this.#resolver.undecided,
      paths: [...before.keys()].sort(comparePaths),
      settingsDates: this.#settings.dates,
      article: (path) => before.get(path) as OutlinedArticle,
      pause: () => this.#pause(),
    });
    this.#sinceKept = null;
    if (kept !== null && !this.#isDisposed) this.#takeUp(kept, since);
  }

  /** Of very many new articles what is known so far takes less memory where it is kept. */
  #keepMidway(): void {
    const isMuch = this.#sinceBase.size >= Math.max(MANY_ARTICLES, this.#base?.paths.length ?? 0);
    if (isMuch && !this.#isKeeping && this.#cache?.keepsAll === true) void this.#keepNow();
  }

  async #keepNow(): Promise<void> {
    this.#isKeeping = true;
    await this.keepAll().catch(this.#onError);
    this.#isKeeping = false;
    // What the session had before is held by nobody only when this is over.
    if (this.#articles.size >= MANY_ARTICLES) setTimeout(() => void this.#pause().then(giveMemoryBack)).unref();
  }

  /** Until nobody waits for an answer, but not for long: a reader who goes on asking slows this down, and does not keep it from its end. */
  async #pause(): Promise<void> {
    const until = performance.now() + LONGEST_PAUSE;
    await giveWay();
    while (this.#isAsked() && performance.now() < until && !this.#isDisposed)
      await sleep(PAUSE, undefined, { ref: false });
  }

  /** Done where the queue is empty and all of it published. Rejects only where resolution fails, which is a defect. */
  #drain(): Promise<void> {
    // Not before the next tick, so that `#loop` is set whenever the loop or a listener that it tells comes back here.
    this.#loop ??= Promise.resolve().then(() => this.#run());
    return this.#loop;
  }

  async #run(): Promise<void> {
    try {
      do {
        for (;;) {
          this.#survey();
          const path = this.#next();
          if (path !== undefined) this.#beginWith(path);
          else if (this.#reading.size === 0) break;
          if (path === undefined || this.#underway >= this.#atOnce) await Promise.race(this.#reading.values());
          if (this.#awaited.isDue || performance.now() - this.#publishedAt >= this.#publishInterval) {
            this.#publish();
            this.#keepMidway();
          }
          await giveWay();
        }
        this.#publish();
        // A listener may have put something into the queue.
      } while (this.#urgent.size + this.#waiting.size > 0);
    } finally {
      this.#loop = null;
      this.#haveBegun = false;
      this.#forgetUnread();
      this.#report();
      this.#keepLater();
    }
  }

  get #publishInterval(): number {
    const isLarge = this.#articles.size >= LARGE && this.#waiting.size >= LARGE;
    return Math.max(isLarge ? PUBLISH_EVERY_OF_MANY : PUBLISH_EVERY, PUBLISH_SHARE * this.#publishTook);
  }

  /** Readings going on; articles that are read together are one. */
  get #underway(): number {
    return this.#reading.size - this.#together;
  }

  /** How many articles are read at once: as many as keep the workers busy, where there are so many that these are worth their start. */
  get #atOnce(): number {
    const isMuch = this.#waiting.size >= FEW_ARTICLES || (this.#haveBegun && this.#waiting.size > 0);
    return this.#pool?.works && isMuch ? this.#pool.capacity + 1 : 1;
  }

  /** Starts to read an article, in a worker together with those that come after it where nothing is known of them. */
  #beginWith(path: ArticlePath): void {
    const { folder } = this.#door;
    if (folder != null && this.#workersRead && this.#isUnknown(path)) this.#beginTogether(path, folder);
    else this.#begin(path);
  }

  #beginTogether(path: ArticlePath, folder: string): void {
    this.#haveBegun = true;
    const paths = [path];
    for (const next of this.#waiting) {
      if (paths.length >= READ_TOGETHER) break;
      if (this.#isUnknown(next)) paths.push(next);
    }
    for (const each of paths) this.#waiting.delete(each);
    const files = paths.map((each) => ({ path: each, given: this.#given(each) }));
    const reading = this.#opening
      .then(() => this.#pool?.read({ folder, files }, this.#readWithin))
      .then(
        (result) => {
          if (result?.isSlow !== false) this.#readsAside = false;
          return result && linesOf(result);
        },
        // It is seen which of them is to blame when they are read one by one, by a worker again: it may end that, too.
        () => {
          for (const each of paths) this.#suspects.add(each);
        },
      );
    this.#together += paths.length - 1;
    void reading.then(() => {
      this.#together -= paths.length - 1;
    });
    for (const [index, each] of paths.entries())
      this.#begin(each, async (isLatest) => {
        const read = (await reading)?.[index];
        if (read === undefined || read === 'otherwise')
          return this.#read(each, isLatest).finally(() => this.#suspects.delete(each));
        this.#take(each, read, files[index]?.given ?? null, isLatest);
      });
  }

  /** Whether workers read files by themselves: where there are many, and the disk keeps nobody waiting. */
  get #workersRead(): boolean {
    const isByText = this.#pool?.hasTransformer === true;
    return this.#readsAside && !isByText && this.#door.folder != null && this.#atOnce > 1;
  }

  /** Whether an article has to be read from its file, as nothing is known of it. */
  #isUnknown(path: ArticlePath): boolean {
    return (
      this.#files.has(path) &&
      !this.#buffers.has(path) &&
      !this.#ahead.has(path) &&
      this.#current(path) === undefined &&
      !this.#keepers.some((keeper) => keeper.has(path)) &&
      this.isArticle(path)
    );
  }

  /** What a worker read of an article, into what is staged, unless a later reading has begun. */
  #take(
    path: ArticlePath,
    read: ReadLine | Exclude<NotRead, 'otherwise'>,
    given: IsoDate | null,
    isLatest: () => boolean,
  ): void {
    if (!isLatest() || this.#urgent.has(path) || this.#waiting.has(path) || this.#isDisposed) return;
    this.#unreadable.delete(path);
    if (!('line' in read)) {
      if ('defect' in read) {
        this.#onError(new Error(read.defect));
        const [error = ''] = read.defect.split('\n');
        this.#cannotRead(path, { code: 'recognition', error });
      } else this.#cannotRead(path, read);
      return;
    }
    const { line, date } = read;
    const record = parseRecord(line.subarray(0, -1));
    const stated = { date: date === null ? null : { value: date } };
    // The settings were read anew meanwhile, and give another date.
    if (record === null || (!statesYear(stated) && this.#given(path) !== given)) {
      this.#urgent.add(path);
      return;
    }
    this.#encodings.set(path, record.outline.encoding);
    this.#cache?.keepLine(path, line);
    const content = new LineContent(record, this.#lineFacts);
    const own = articleDate(path, stated, this.#settings.dates);
    this.#staged.set(path, new OutlinedArticle(path, content, own, this.#texts));
    this.#mayBeGone.delete(path);
  }

  /** Starts to read an article. Of two readings of one article, which an edit may cause, only the later counts. */
  #begin(path: ArticlePath, read = (isLatest: () => boolean) => this.#read(path, isLatest)): void {
    const reading: Promise<void> = read(() => this.#reading.get(path) === reading)
      .catch(this.#onError)
      .finally(() => {
        if (this.#reading.get(path) !== reading) return;
        this.#reading.delete(path);
        this.#awaited.read(path);
      });
    this.#reading.set(path, reading);
  }

  #next(): ArticlePath | undefined {
    const path = this.#urgent.take() ?? this.#waiting.take();
    for (const next of this.#waiting) {
      if (this.#ahead.size >= READ_AHEAD || (this.#workersRead && this.#isUnknown(next))) break;
      if (this.#files.has(next) && !this.#buffers.has(next) && !this.#ahead.has(next))
        this.#ahead.set(next, this.#readFile(next));
    }
    return path;
  }

  async #readFile(path: ArticlePath): Promise<FileText | FileProblem> {
    if (this.#hanging.size >= MOST_HANGING) return TIMED_OUT;
    try {
      const read = await within(this.#readWithin, this.#readWhole(path));
      if (path === SETTINGS_FILE) this.#unreadable.delete(path);
      return read;
    } catch (error) {
      if (!(error instanceof Hung)) throw error;
      this.#hangs(path, error);
      return error.problem;
    }
  }

  async #readWhole(path: ArticlePath): Promise<FileText | FileProblem> {
    try {
      // Before the file is read: what is written later shows.
      const stamp = this.#cache === null ? null : await this.#door.stamp(path);
      const now = Date.now();
      const decoded = decodeText(await this.#door.read(path, FILE_LIMIT));
      if (!isDecoded(decoded)) return decoded;
      const isSettled = stamp !== null && stamp.modified < now - JUST_WRITTEN;
      return { ...decoded, stamp: stamp && { size: stamp.size, modified: isSettled ? stamp.modified : null } };
    } catch (error) {
      return error instanceof Unreadable ? error.problem : { code: 'system', error: String(error) };
    }
  }

  /** Brings one article up to date with its buffer or its file, into what is staged, unless a later reading has begun. */
  async #read(path: ArticlePath, isLatest: () => boolean): Promise<void> {
    if (!this.isArticle(path)) return this.#drop(path);
    this.#unreadable.delete(path);
    try {
      const { text, encoding, stamp } = await this.#currentText(path);
      const hash = textHash(text);
      await this.#opening;
      const before = this.#current(path);
      const given = this.#given(path);
      const facts = this.#known(path, hash, given, before) ?? (await this.#recognizeChecked(path, text, given));
      // Whatever came in the meantime is in the queue, or being read; it finds newer text than this.
      if (!isLatest() || this.#urgent.has(path) || this.#waiting.has(path)) return;
      // The settings were read anew meanwhile, and give another date.
      if (!statesYear(facts) && this.#given(path) !== given) return void this.#urgent.add(path);
      if (this.#buffers.get(path) === text) this.#texts.open(path, hash, text);
      else this.#texts.close(path);
      const outline = outlineOf(text, encoding, facts, hash);
      const article = this.#article(path, { outline, facts, given });
      if (stamp) this.#cache?.keep({ path, stamp, given, outline, json: JSON.stringify(facts) });
      const isSame = before?.facts === facts && before.encoding === encoding && sameDate(ownDate(before), article.date);
      if (!isSame) this.#staged.set(path, article);
      this.#mayBeGone.delete(path);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      if (isLatest()) this.#cannotRead(path, error.problem);
    }
  }

  #cannotRead(path: ArticlePath, problem: FileProblem): void {
    // What is known of it is as good as it was.
    if (isTimedOut(problem) && this.#current(path) !== undefined) {
      this.#unreadable.set(path, problem);
      return;
    }
    this.#drop(path);
    // Also of a file that no listing has: it may be read twice for one word of it.
    if (problem.code === 'gone' && (this.#mayBeGone.delete(path) || !this.#files.has(path))) this.#files.delete(path);
    else this.#unreadable.set(path, problem);
  }

  #given(path: ArticlePath): IsoDate | null {
    return givenDate(path, this.#settings.dates)?.value ?? null;
  }

  /** Facts of this very text that are there already, in the snapshot or in the cache. */
  #known(
    path: ArticlePath,
    hash: TextHash,
    given: IsoDate | null,
    before: OutlinedArticle | undefined,
  ): ArticleFacts | null {
    if (before?.hash === hash) {
      const { facts } = before;
      if (statesYear(facts) || before.given === given) return facts;
    }
    const record = this.#record(path, ({ outline }) => outline.hash === hash);
    return record === null ? null : this.#kept(record, given);
  }

  /** Text of the buffer, else of the file; the encoding is always that of the file. Throws Unreadable. */
  async #currentText(path: ArticlePath): Promise<FileText> {
    const known = this.#encodings.get(path);
    const buffered = this.#buffers.get(path);
    if (buffered !== undefined && (known !== undefined || !this.#files.has(path)))
      return { text: buffered, encoding: known ?? 'utf8', stamp: null };
    if (!this.#files.has(path)) throw new Unreadable({ code: 'gone' });
    const decoded = await (this.#ahead.get(path) ?? this.#readFile(path));
    this.#ahead.delete(path);
    if (isDecoded(decoded)) this.#encodings.set(path, decoded.encoding);
    const text = this.#buffers.get(path);
    if (text !== undefined) return { text, encoding: isDecoded(decoded) ? decoded.encoding : 'utf8', stamp: null };
    if (isDecoded(decoded)) return decoded;
    throw new Unreadable(decoded);
  }

  async #recognizeChecked(path: ArticlePath, text: string, given: IsoDate | null): Promise<ArticleFacts> {
    try {
      return await this.#recognizeSomewhere(text, given, this.#buffers.has(path), this.#suspects.has(path));
    } catch (error) {
      if (!this.#isDisposed) this.#onError(error);
      throw new Unreadable({ code: 'recognition', error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** `isOpen`: somebody looks at it, and waiting for a place in a worker would take longer. */
  async #recognizeSomewhere(
    text: string,
    given: IsoDate | null,
    isOpen: boolean,
    isSuspect: boolean,
  ): Promise<ArticleFacts> {
    const isLong = isSuspect || text.length >= LONG_ARTICLE || (!isOpen && this.#atOnce > 1);
    const isAway = isLong || this.#pool?.hasTransformer === true;
    if (!isAway || !this.#pool?.works) return this.#recognize(text, given);
    try {
      return this.#shared.share(await this.#pool.recognize(text, given));
    } catch (error) {
      if (this.#pool.works) throw error;
      return this.#recognize(text, given);
    }
  }

  /** Whether an article is to be read, or being read. */
  #isPending(path: ArticlePath): boolean {
    return this.#urgent.has(path) || this.#waiting.has(path) || this.#reading.has(path);
  }

  /** The article as the next snapshot would have it. */
  #current(path: ArticlePath): OutlinedArticle | undefined {
    const staged = this.#staged.get(path);
    return staged === undefined ? this.#articles.get(path) : (staged ?? undefined);
  }

  #drop(path: ArticlePath): void {
    this.#unreadable.delete(path);
    this.#encodings.delete(path);
    this.#ahead.delete(path);
    this.#texts.close(path);
    if (this.#snapshot.articles.has(path)) this.#staged.set(path, null);
    else this.#staged.delete(path);
  }

  /** Makes what is staged the next snapshot, if anything is. */
  #publish(anew = false): void {
    const started = performance.now();
    this.#awaited.begun();
    if (anew || this.#staged.size > 0 || this.#settingsText !== this.#snapshot.settings) {
      const { version } = this.#snapshot;
      const settings = this.#settingsText;
      const { resolution, dated } = this.#resolve(settings);
      this.#articles = this.#articles.edited((next) => {
        for (const [path, article] of this.#staged)
          if (article === null) next.delete(path);
          else next.set(path, article.redated(resolution.inferredDate(path)));
        for (const path of dated) {
          const article = next.get(path);
          if (article !== undefined) next.set(path, article.redated(resolution.inferredDate(path)));
        }
      });
      const changed = new Set([...this.#staged.keys(), ...dated]);
      this.#years.change([...changed].map((path) => [path, this.#articles.get(path)] as const));
      for (const path of this.#staged.keys()) {
        this.#sinceBase.add(path);
        this.#sinceKept?.add(path);
      }
      this.#staged.clear();
      const years = this.#years.view(this.#articles);
      this.#snapshot = {
        ...this.#snapshot,
        version: version + 1,
        articles: this.#articles,
        resolution,
        years,
        settings,
      };
      this.#tell(this.#snapshotListeners, this.#snapshot);
    }
    this.#publishedAt = performance.now();
    this.#publishTook = this.#publishedAt - started;
    this.#awaited.published((path) => this.#isPending(path));
    this.#report();
  }

  /** Puts what is staged into the resolver, some at a time: what an update needs while it is made is many times what it leaves. */
  #resolve(settings: SettingsText): { readonly resolution: Resolution; readonly dated: ReadonlySet<ArticlePath> } {
    const decisions = settings.corrections.map(({ decision }) => decision);
    const dated = new Set<ArticlePath>();
    let set: [ArticlePath, ResolvableArticle][] = [];
    let remove: ArticlePath[] = [];
    const update = () => {
      const resolution = this.#resolver.update({ set, remove, decisions });
      for (const path of this.#resolver.redated) dated.add(path);
      set = [];
      remove = [];
      return resolution;
    };
    for (const [path, article] of this.#staged) {
      if (set.length + remove.length >= RESOLVED_AT_ONCE) update();
      if (article === null) remove.push(path);
      else set.push([path, resolvable(article)]);
    }
    return { resolution: update(), dated };
  }

  #report(): void {
    if (this.#statusListeners.size > 0) this.#tell(this.#statusListeners, this.status);
  }

  #tell<T>(listeners: ReadonlySet<(event: T) => void>, event: T): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}

/** An article as it is resolved; its facts are read when somebody asks for them. */
const resolvable = (article: OutlinedArticle): ResolvableArticle => ({
  get facts() {
    return article.facts;
  },
  date: ownDate(article)?.value ?? null,
  text: () => article.text,
});

/** A line, with its line break, and the date that the text of its article states. */
interface ReadLine {
  readonly line: Buffer;
  readonly date: IsoDate | null;
}
type NotRead = Exclude<FileRead, { readonly bytes: number }>;

/** What came of each file. */
function linesOf({ read, lines }: FilesRead): (ReadLine | NotRead)[] {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  let at = 0;
  return read.map((each) => {
    if (typeof each === 'string' || !('bytes' in each)) return each;
    at += each.bytes;
    return { line: bytes.subarray(at - each.bytes, at), date: each.date };
  });
}

/** Articles to which the two give different dates. */
function differing(a: ReadonlyMap<ArticlePath, IsoDate>, b: ReadonlyMap<ArticlePath, IsoDate>): Set<ArticlePath> {
  return new Set([...a.keys(), ...b.keys()].filter((path) => a.get(path) !== b.get(path)));
}

function sameDate(a: Article['date'], b: Article['date']): boolean {
  return a?.value === b?.value && a?.inferred === b?.inferred && a?.from === b?.from;
}
