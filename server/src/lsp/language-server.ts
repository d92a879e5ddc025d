/** The language server: what it offers, and what it does with each message. Everything it answers comes from features/. */
import nodeModule from 'node:module';
import packageJson from '../../../package.json' with { type: 'json' };
import { cacheFolder } from '../corpus/cache-folder.ts';
import { FactsCache } from '../corpus/facts-cache.ts';
import { FactsIndex, type IndexProblem } from '../corpus/facts-index.ts';
import { giveMemoryBack } from '../corpus/give-back.ts';
import { NodeFileDoor } from '../corpus/node-door.ts';
import { SETTINGS_FILE } from '../corpus/paths.ts';
import type { ReadingThread } from '../corpus/reading-thread.ts';
import { recipeHash } from '../corpus/recipe.ts';
import type { RecognizerPool } from '../corpus/recognizer-pool.ts';
import { taggerProblemText } from '../corpus/tagger-problem.ts';
import { runtimeFolder, transformerProblemText } from '../corpus/transformer-problem.ts';
import { marks } from '../features/marks.ts';
import { messagesFor } from '../features/messages/messages.ts';
import type { ModelProblem } from '../recognize/tagger/model.ts';
import { annotationCapabilities, listenForAnnotations, refreshAnnotations } from './annotations.ts';
import {
  agreementNodes,
  articleInfo,
  definitions,
  documentHighlights,
  documentSymbols,
  hover,
  marksOf,
  referencesTo,
} from './answers.ts';
import { Anticipation } from './anticipation.ts';
import { offerCallHierarchy } from './call-hierarchy.ts';
import { ClientDoor } from './client-door.ts';
import { type ClientFeatures, clientFeatures } from './client-features.ts';
import { CORRECTION_CAPABILITIES, registerCorrections } from './corrections.ts';
import { ContradictionDiagnostics } from './diagnostics.ts';
import { listenForDirectory } from './directory.ts';
import { Documents } from './documents.ts';
import { describe, field, guarded, guardedNotification, stringsOf } from './guard.ts';
import { listenForNavigation, NAVIGATION_CAPABILITIES } from './navigation.ts';
import { listenForPages } from './pages.ts';
import { listenForPictures } from './pictures.ts';
import { IndexingProgress } from './progress.ts';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  type InitializeError,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from './protocol.ts';
import { Questions } from './questions.ts';
import { ReadingOrder } from './reading-order.ts';
import {
  AGREEMENTS,
  type AgreementNode,
  ARTICLE,
  CHANGED,
  type Changed,
  MARKS,
  STATUS,
  STATUS_CHANGED,
  type Status,
} from './requests.ts';
import { Rest } from './rest.ts';
import type { Root } from './roots.ts';
import { LEGEND, semanticTokens } from './semantic-tokens.ts';
import { readSettings } from './settings.ts';
import { listenForSettingsHelp, registerCompletion, settingsHelpCapabilities } from './settings-help.ts';
import { settingsDiagnostics, statusOf } from './status.ts';
import { listenForStructure, STRUCTURE_CAPABILITIES } from './structure.ts';
import { listenForSymbols, symbolCapabilities } from './symbols.ts';
import { Throttle } from './throttle.ts';
import { rehearseOne, warmUp } from './warm-up.ts';
import { FileWatching } from './watch.ts';
import { Workspace } from './workspace.ts';

/** News of snapshots and of the state, at most this often (ms). */
const NEWS_EVERY = 100;

/** Asking the client to draw all semantic tokens, hints and lenses again is dearer than the rest. */
const REFRESH_EVERY = 500;

/** Taking in a keystroke is indexing too; nobody is told of it unless it lasts this long (ms). */
const WORTH_TELLING = 200;

/** When all is read, a reader's first questions come before what the first keystroke needs (ms). */
const AFTER_FIRST_ANSWERS = 250;
/** While workers read a large corpus it comes as soon as so many articles are there to be gone through. */
const ENOUGH_ARTICLES = 500;

/** After so many were read there is memory to be given back. */
const MANY_ARTICLES = 2000;

export class LanguageServer {
  readonly #connection: Connection;
  readonly #pool: RecognizerPool;
  readonly #thread: ReadingThread;
  readonly #taggerProblem: () => ModelProblem | null;
  #isTaggerLooked = false;
  readonly #programs: readonly URL[];
  /** The key of the transformer by which names are read; '' where none is. */
  #transformer: Promise<string> = Promise.resolve('');
  readonly #own: URL;
  readonly #keepCompiled: () => Promise<unknown>;
  #recipes: { readonly recipe: Promise<string | null>; readonly programs: Promise<string | null> } | null = null;
  readonly #workspace: Workspace;
  readonly #documents: Documents;
  readonly #questions: Questions;
  readonly #contradictions: ContradictionDiagnostics;
  readonly #anticipation: Anticipation;
  readonly #rest = new Rest();
  readonly #order: ReadingOrder;
  readonly #changed: Throttle;
  readonly #statusChanged: Throttle;
  readonly #refresh: Throttle;
  #features: ClientFeatures = clientFeatures({ processId: null, rootUri: null, capabilities: {} });
  #folders: readonly string[] = [];
  #watching: FileWatching | null = null;
  #progress: IndexingProgress | null = null;
  /** Until the folders that came with `initialize` are read, the state is «indexing», although nothing is being read yet. */
  #starting = true;
  #version = 0;
  #isInitialized = false;
  #isDisposed = false;
  /** That facts cannot be kept is said once, whatever the number of folders. */
  #saidNotKept = false;
  #lastStatus = '';
  #lastState: Status['state'] = 'indexing';
  #busyTimer: NodeJS.Timeout | null = null;
  /** URIs of the settings files with diagnostics, and what was said of each. */
  readonly #diagnosed = new Map<string, string>();

  /**
   * `pool`: who reads the articles of large corpora; `thread`: who reads files that answers quote; disposed of with the server. `taggerProblem`: loads what reads articles in this
   * thread, and gives why there is no tagger; told once, and the rules go on alone. `programs`: the files that make facts what they are:
   * what other ones made is not taken for theirs. `own`: the file of this program, which makes of facts what they come to. `finder`: the program that looks for words in unread articles.
   * `keepCompiled`: called once, when all has been gone through that a reader asks first.
   */
  constructor(
    connection: Connection,
    pool: RecognizerPool,
    thread: ReadingThread,
    taggerProblem: () => ModelProblem | null,
    programs: readonly URL[],
    own: URL,
    finder: URL,
    keepCompiled: () => Promise<unknown>,
  ) {
    this.#keepCompiled = keepCompiled;
    this.#connection = connection;
    this.#programs = programs;
    this.#own = own;
    this.#pool = pool;
    this.#taggerProblem = taggerProblem;
    const onError = (error: unknown) => connection.console.error(describe(error));
    this.#changed = new Throttle(NEWS_EVERY, () => this.#tellChanged());
    this.#statusChanged = new Throttle(NEWS_EVERY, () => this.#tellStatus());
    this.#refresh = new Throttle(REFRESH_EVERY, () => {
      const { semanticTokensRefresh, ownMarks } = this.#features;
      if (semanticTokensRefresh && !ownMarks) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(onError);
      refreshAnnotations(connection, this.#features);
    });
    this.#thread = thread;
    this.#workspace = new Workspace(
      pool,
      {
        disk: (folder) => new NodeFileDoor(folder, { thread, finder }),
        elsewhere: (uri) => (this.#features.readsFolders ? new ClientDoor(connection, uri) : null),
      },
      (folder) => this.#keeping(folder),
      {
        changed: () => {
          this.#lookForTaggerEarly();
          this.#changed.trigger();
          this.#questions.arrived();
          this.#order.changed();
          this.#contradictions.changed();
          this.#anticipation.changed();
          this.#rest.stirred();
        },
        status: () => this.#statusChanged.trigger(),
        rootsChanged: () => {
          this.#questions.arrived();
          this.#documents.reapply();
          this.#updateWatching().catch(onError);
        },
        error: onError,
        isAsked: () => this.#questions.isAsked,
      },
    );
    this.#documents = new Documents(connection, this.#workspace, onError);
    this.#questions = new Questions({
      connection,
      workspace: this.#workspace,
      documents: this.#documents,
      isReady: () => this.#status().state === 'ready',
      answered: () => this.#rest.stirred(),
    });
    this.#contradictions = new ContradictionDiagnostics({
      connection,
      workspace: this.#workspace,
      documents: this.#documents,
      questions: this.#questions,
      isReady: () => this.#status().state === 'ready',
    });
    this.#anticipation = new Anticipation({
      workspace: this.#workspace,
      isReady: () => this.#features.showsPictures && this.#status().state === 'ready',
      isAsked: () => this.#questions.isAsked,
      onError,
    });
    this.#order = new ReadingOrder(this.#workspace, this.#documents, onError);
    this.#documents.onUris(() => {
      this.#contradictions.changed();
      this.#order.changed();
    });
    this.#listen();
  }

  #listen(): void {
    const connection = this.#connection;
    const log = connection.console;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(guardedNotification(log, 'initialized', () => this.#initialized()));
    connection.onShutdown(() => this.#dispose());
    connection.onDidChangeConfiguration(
      guardedNotification(log, 'workspace/didChangeConfiguration', () => this.#configurationChanged()),
    );
    connection.onDidChangeWatchedFiles(
      guardedNotification(log, 'workspace/didChangeWatchedFiles', (params: unknown) =>
        this.#workspace.filesChanged(stringsOf(field(params, 'changes'), 'uri')),
      ),
    );

    const questions = this.#questions;
    listenForSettingsHelp(
      connection,
      questions,
      this.#documents,
      questions.across('textDocument/hover', (asked, offset) => hover(asked, offset, questions.cardStyle)),
    );
    connection.onDefinition(
      questions.across('textDocument/definition', (asked, offset) =>
        definitions(asked, offset, this.#features.definitionLinks),
      ),
    );
    connection.onReferences(
      questions.across('textDocument/references', (asked, offset, params) =>
        referencesTo(asked, offset, includesDeclaration(params)),
      ),
    );
    connection.onDocumentHighlight(questions.at('textDocument/documentHighlight', documentHighlights));
    connection.onDocumentSymbol(
      questions.about('textDocument/documentSymbol', (asked) =>
        documentSymbols(asked, questions.language, this.#features.hierarchicalSymbols),
      ),
    );
    connection.languages.semanticTokens.on(
      questions.about(
        'textDocument/semanticTokens/full',
        ({ article, snapshot }) => semanticTokens(article, marks(snapshot, article.path)),
        { data: [] },
      ),
    );
    offerCallHierarchy(connection, questions);
    connection.onRequest(MARKS, questions.about(MARKS, marksOf));
    connection.onRequest(ARTICLE, questions.about(ARTICLE, articleInfo));
    listenForSymbols(connection, questions, this.#workspace);
    listenForStructure(connection, questions);
    listenForNavigation(connection, questions, this.#workspace);
    listenForAnnotations(connection, questions);
    listenForDirectory(connection, questions, this.#workspace);
    connection.onRequest(
      AGREEMENTS,
      questions.upToDate(AGREEMENTS, () => this.#agreements()),
    );
    registerCorrections(connection, questions, this.#documents);
    connection.onRequest(
      STATUS,
      guarded(log, STATUS, () => this.#status()),
    );
    listenForPages(connection, questions);
    listenForPictures(connection, questions, this.#workspace, () => this.#anticipation.asked());
  }

  #initialize(params: InitializeParams): InitializeResult | ResponseError<InitializeError> {
    // The client's folders and abilities are what everything after rests on; the protocol allows one such request.
    if (this.#isInitialized)
      return new ResponseError(ErrorCodes.InvalidRequest, 'initialize: was answered before', { retry: false });
    this.#isInitialized = true;
    this.#features = clientFeatures(params);
    this.#questions.features = this.#features;
    const single = params.rootUri ?? null;
    this.#folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (single === null ? [] : [single]);
    return {
      serverInfo: { name: packageJson.name, version: packageJson.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        ...symbolCapabilities(this.#features),
        ...STRUCTURE_CAPABILITIES,
        ...NAVIGATION_CAPABILITIES,
        ...annotationCapabilities(this.#features),
        callHierarchyProvider: true,
        ...CORRECTION_CAPABILITIES,
        ...settingsHelpCapabilities(this.#features),
        ...(!this.#features.ownMarks && { semanticTokensProvider: { legend: LEGEND, full: true } }),
        ...(this.#features.workspaceFolders && {
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        }),
      },
    };
  }

  async #initialized(): Promise<void> {
    const { workspaceFolders, watchedFiles, relativeGlobs, configuration } = this.#features;
    try {
      if (workspaceFolders) {
        this.#connection.onNotification(
          DidChangeWorkspaceFoldersNotification.method,
          guardedNotification(
            this.#connection.console,
            DidChangeWorkspaceFoldersNotification.method,
            async (params: unknown) => {
              const event = field(params, 'event');
              for (const uri of stringsOf(field(event, 'removed'), 'uri')) this.#workspace.remove(uri);
              await this.#index(stringsOf(field(event, 'added'), 'uri'));
            },
          ),
        );
      }
      registerCompletion(this.#connection, this.#features);
      if (watchedFiles) this.#watching = new FileWatching(this.#connection, { relativeGlobs });
      if (configuration) {
        // Not every client that can be asked for settings also says when they change.
        this.#connection.client
          .register(DidChangeConfigurationNotification.type, { section: 'fihris' })
          .catch((error) => this.#connection.console.warn(`settings will not be followed: ${describe(error)}`));
      }
      if (this.#features.taggerModel !== null) this.#transformer = this.#employ(this.#features.taggerModel);
      await this.#index(this.#folders);
    } finally {
      this.#starting = false;
      this.#statusChanged.trigger();
      setTimeout(() => this.#lookForTagger(), AFTER_FIRST_ANSWERS).unref();
    }
  }

  /** Has names read by the transformer in `folder`; gives its key, '' where it cannot be used: that is said once. */
  async #employ(folder: string): Promise<string> {
    const named = { folder, runtime: runtimeFolder(process.env, process.platform) };
    const { console } = this.#connection;
    let failures = 0;
    const opened = await this.#pool.employ(named, (failure) => {
      if (failures++ === 0)
        console.warn(`an article that ${folder} cannot read is read by the built-in tagger: ${failure}`);
    });
    if ('key' in opened) {
      console.log(`names are read by ${folder}`);
      return opened.key;
    }
    this.#warn(transformerProblemText(named, opened.problem, this.#questions.language));
    return '';
  }

  /** While workers read a large corpus, as soon as there is enough to be gone through. */
  #lookForTaggerEarly(): void {
    if (this.#isTaggerLooked || !this.#pool.hasWorked || this.#status().articles < ENOUGH_ARTICLES) return;
    setImmediate(() => this.#lookForTagger());
  }

  /**
   * Loads what reads the article that is written next, and says what is wrong with it. It takes a tenth of a second in one piece: who asks
   * at that moment waits for it once, and not with the first key.
   */
  #lookForTagger(): void {
    if (this.#isTaggerLooked || this.#isDisposed) return;
    this.#isTaggerLooked = true;
    try {
      const problem = this.#taggerProblem();
      if (problem !== null) this.#warn(taggerProblemText(problem, this.#questions.language));
      nodeModule.flushCompileCache?.();
      const { roots } = this.#workspace;
      const open = this.#documents.uris;
      rehearseOne(roots, open)
        .then(() => warmUp(roots, open, this.#questions, () => !this.#isDisposed))
        .then(() => (this.#isDisposed ? undefined : this.#keepCompiled()))
        .catch((error) => this.#connection.console.error(describe(error)));
    } catch (error) {
      this.#connection.console.error(describe(error));
    }
  }

  /** Takes folders in and reads their corpora, with progress that the reader can cancel. */
  async #index(folders: readonly string[]): Promise<void> {
    const { console } = this.#connection;
    const onError = (error: unknown) => console.error(describe(error));
    const progress = this.#features.workDoneProgress
      ? new IndexingProgress(this.#connection, this.#features.language, () => this.#status(), onError)
      : null;
    this.#progress = progress;
    const started = performance.now();
    try {
      await Promise.all(
        folders.map(async (uri) => {
          const settings = await readSettings(this.#connection, this.#features, uri);
          this.#questions.settings = settings;
          try {
            await this.#workspace.add(uri, settings.include, this.#documents.uris, progress?.signal);
          } catch (error) {
            // One folder that cannot be read keeps no other from being read.
            if (progress?.signal.aborted !== true) onError(error);
          }
        }),
      );
      await this.#updateWatching();
      const { articles, corpora, unreadable } = this.#status();
      if (articles >= MANY_ARTICLES && this.#pool.hasWorked) {
        this.#pool.release();
        giveMemoryBack();
      }
      const took = Math.round(performance.now() - started);
      const end = progress?.signal.aborted === true ? 'cancelled by the reader' : 'done';
      console.log(
        `indexing ${end} in ${took} ms; articles: ${articles}, corpora: ${corpora.length}, unreadable: ${unreadable.length}`,
      );
    } finally {
      progress?.end();
      if (this.#progress === progress) this.#progress = null;
    }
  }

  /** What facts are made with, and what they come to. */
  #madeWith() {
    this.#recipes ??= {
      recipe: this.#transformer.then((key) => recipeHash(this.#programs, key)),
      programs: Promise.resolve(recipeHash([this.#own])),
    };
    return this.#recipes;
  }

  /** Where what is read of a corpus is kept, and what a cluster has read of it. */
  #keeping(corpus: string): { readonly cache?: FactsCache; readonly index?: FactsIndex } {
    const { storage = cacheFolder(process.env, process.platform), index } = this.#features;
    const { console } = this.#connection;
    const { recipe, programs } = this.#madeWith();
    const onProblem = (problem: string) => {
      console.warn(`what is read is not kept: ${problem}`);
      if (this.#saidNotKept) return;
      this.#saidNotKept = true;
      this.#warn(messagesFor(this.#questions.language).notKept(problem));
    };
    const unused = (problem: IndexProblem) => console.warn(`the index ${index} is not used: ${problem}`);
    return {
      ...(storage !== null && { cache: new FactsCache({ storage, corpus, recipe, programs, onProblem }) }),
      ...(index !== null && { index: new FactsIndex(index, recipe, unused) }),
    };
  }

  async #configurationChanged(): Promise<void> {
    for (const { uri } of this.#workspace.folders) {
      const settings = await readSettings(this.#connection, this.#features, uri);
      this.#questions.settings = settings;
      await this.#workspace.setInclude(uri, settings.include);
    }
    refreshAnnotations(this.#connection, this.#features);
    this.#contradictions.changed();
    await this.#updateWatching();
  }

  async #updateWatching(): Promise<void> {
    await this.#watching?.update(this.#workspace.folders);
  }

  #agreements(): AgreementNode[] {
    const roots = this.#workspace.allRoots;
    const nodes = roots.flatMap((root, index) => agreementNodes(root, roots.length > 1 ? `${index}:` : ''));
    const date = ({ date }: AgreementNode) => date ?? '~';
    return nodes.sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
  }

  #status(): Status {
    const status = statusOf(this.#workspace, this.#features.language);
    return this.#starting ? { ...status, state: 'indexing' } : status;
  }

  /** `lasting`: a state of indexing has been going on for a while. */
  #tellStatus(lasting = false): void {
    this.#diagnoseSettings();
    const status = this.#status();
    if (status.state === 'indexing' && this.#lastState === 'ready' && !lasting) {
      this.#busyTimer ??= setTimeout(() => {
        this.#busyTimer = null;
        this.#tellStatus(true);
      }, WORTH_TELLING);
      return;
    }
    this.#lastState = status.state;
    this.#contradictions.changed();
    this.#anticipation.changed();
    const said = JSON.stringify(status);
    if (said === this.#lastStatus) return;
    this.#lastStatus = said;
    this.#progress?.report(status);
    this.#send(STATUS_CHANGED, status);
  }

  #tellChanged(): void {
    this.#diagnoseSettings();
    this.#version++;
    this.#send(CHANGED, { version: this.#version } satisfies Changed);
    this.#refresh.trigger();
  }

  /** Says what is wrong in each corpus's `fihris.yaml`, and takes it back where it is right again or gone. */
  #diagnoseSettings(): void {
    const now = new Map<string, Root>();
    for (const root of this.#workspace.roots) now.set(root.uriOf(SETTINGS_FILE), root);
    for (const uri of new Set([...now.keys(), ...this.#diagnosed.keys()])) {
      const root = now.get(uri);
      const diagnostics = root === undefined ? [] : settingsDiagnostics(root, this.#features.language);
      const said = JSON.stringify(diagnostics);
      if (said === (this.#diagnosed.get(uri) ?? '[]')) continue;
      if (diagnostics.length === 0) this.#diagnosed.delete(uri);
      else this.#diagnosed.set(uri, said);
      this.#connection
        .sendDiagnostics({ uri, diagnostics })
        .catch((error) => this.#connection.console.error(describe(error)));
    }
  }

  /**
   * Tells the person in front of the client. Not by `window.showWarningMessage`, which is a request: a client that knows none refuses it,
   * and a refusal that nobody takes ends this process.
   */
  #warn(message: string): void {
    this.#send(ShowMessageNotification.method, { type: MessageType.Warning, message });
  }

  #send(method: string, params: unknown): void {
    this.#connection.sendNotification(method, params).catch((error) => this.#connection.console.error(describe(error)));
  }

  #dispose(): void {
    this.#isDisposed = true;
    this.#changed.dispose();
    this.#statusChanged.dispose();
    this.#refresh.dispose();
    this.#contradictions.dispose();
    this.#anticipation.dispose();
    this.#rest.dispose();
    if (this.#busyTimer !== null) clearTimeout(this.#busyTimer);
    this.#documents.dispose();
    this.#workspace.dispose();
    this.#pool.dispose();
    this.#thread.dispose();
    this.#progress?.end();
  }
}

function includesDeclaration(params: unknown): boolean {
  const { context } = params as { context?: { includeDeclaration?: unknown } };
  return context?.includeDeclaration !== false;
}
