import type { ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type {
  ErrorHandler,
  InitializeParams,
  LanguageClient,
  LanguageClientOptions,
  ServerOptions,
} from 'vscode-languageclient/node';
import {
  AGREEMENTS,
  type AgreementNode,
  ARTICLE,
  type ArticleInfo,
  CARD,
  type CardAnswer,
  CHANGED,
  CONCORDANCE,
  CORRECT,
  CORRECTION_CHOICES,
  CORRECTIONS,
  type Concordance,
  type CorrectionAnswer,
  type CorrectionChoice,
  type CorrectionOffer,
  type CorrectionQuestion,
  DIRECTORY,
  type DirectoryPage,
  type DirectoryQuery,
  DOSSIER,
  type Dossier,
  EVIDENCE,
  type Evidence,
  type EvidenceQuery,
  type InitializationOptions,
  MARKS,
  type Mark,
  NETWORK,
  type Network,
  type NetworkQuery,
  OPEN_COMMAND,
  READING,
  type Reading,
  type Settings,
  STATUS,
  STATUS_CHANGED,
  STEP,
  type Status,
  TIMELINE,
  type Timeline,
  type TimelineQuery,
  type WireLocation,
  type WireRange,
} from '../../server/src/lsp/requests.ts';
import { onTurnedLines } from './inlay-hints.ts';
import { paragraph } from './labels.ts';
import { RestartPolicy } from './restart-policy.ts';
import { endServer, ranOutOfMemory, startServer } from './server-process.ts';
import { answerAboutFolders, virtualSchemes } from './virtual-folders.ts';

/** `asleep`: not started, stopped, or started for a folder in which the server found no corpus. The context key `fihris.state` has the same values. */
export type ServerState = 'asleep' | 'indexing' | 'ready' | 'failed';

type Library = typeof import('vscode-languageclient/node');

/** A position as the protocol has it, which VS Code's own is too. */
type Position = WireRange['start'];

/** LSP's LocationLink, as far as it is used. */
interface WireLink {
  readonly originSelectionRange: WireRange;
  readonly targetUri: string;
  readonly targetSelectionRange: WireRange;
}

export interface Definition {
  /** The mention that was pointed at. */
  readonly origin: WireRange;
  readonly location: WireLocation;
}

/** The language server as the rest of the client sees it: questions, answers and what it announces. */
export class LanguageServer implements Disposable {
  readonly #module: string;
  readonly #storage: string;
  readonly #log: LogOutputChannel;
  readonly #policy = new RestartPolicy();
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #statusChanged = new EventEmitter<Status>();
  readonly #changed = new EventEmitter<void>();
  #client: LanguageClient | null = null;
  /** Of folders on no disk, when the server was started. */
  #schemes: readonly string[] = [];
  #process: ChildProcess | null = null;
  #status: Status | null = null;
  #state: ServerState = 'asleep';
  /** The server ended by itself, and the error handler decides whether it runs again. */
  #restarting = false;
  /** Starts and stops run one after the other. */
  #last: Promise<void> = Promise.resolve();

  readonly onState: Event<ServerState> = this.#stateChanged.event;
  readonly onStatus: Event<Status> = this.#statusChanged.event;
  /** Marks, articles and agreements may have changed. Also fired when the server has just started. */
  readonly onChanged: Event<void> = this.#changed.event;

  /** `module`: the bundled server. `storage`: the folder in which it may keep what it read. */
  constructor(module: string, storage: string, log: LogOutputChannel) {
    this.#module = module;
    this.#storage = storage;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The last that the server said of itself; null while it does not run. */
  get status(): Status | null {
    return this.#status;
  }

  start(): Promise<void> {
    return this.#next(() => this.#start());
  }

  stop(): Promise<void> {
    return this.#next(() => this.#stop());
  }

  restart(): Promise<void> {
    this.#policy.forget();
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Whether it hears of the documents of all folders that are open. */
  get hearsAll(): boolean {
    return this.#client === null || virtualSchemes().every((scheme) => this.#schemes.includes(scheme));
  }

  /** Null where the file is no article, or not read yet. */
  article(uri: Uri): Promise<ArticleInfo | null> {
    return this.#ask<ArticleInfo | null>(ARTICLE, { uri: uri.toString() }, null);
  }

  /** Null where the file is no article, or not read yet. */
  marks(uri: Uri): Promise<readonly Mark[] | null> {
    return this.#ask<readonly Mark[] | null>(MARKS, { uri: uri.toString() }, null);
  }

  /** Null where the file is no article, or not read yet. */
  reading(uri: Uri): Promise<Reading | null> {
    return this.#ask<Reading | null>(READING, { uri: uri.toString() }, null);
  }

  /** The card of what stands at an offset (UTF-16 code units); null where nothing does. */
  card(uri: Uri, offset: number): Promise<CardAnswer | null> {
    return this.#ask<CardAnswer | null>(CARD, { uri: uri.toString(), offset }, null);
  }

  /** The mention of an entity after or before an offset, here or in the next article; null at the end. */
  step(
    uri: Uri,
    to: { entity: string; offset: number; towards: 'next' | 'previous'; elsewhere: boolean },
  ): Promise<WireLocation | null> {
    return this.#ask<WireLocation | null>(STEP, { uri: uri.toString(), ...to }, null);
  }

  /** Where what stands at a position is introduced: in this article first, then elsewhere. */
  async definitions(uri: Uri, position: Position): Promise<readonly Definition[]> {
    const params = { textDocument: { uri: uri.toString() }, position };
    const links = await this.#ask<readonly WireLink[] | null>('textDocument/definition', params, null);
    return (links ?? []).map(({ originSelectionRange, targetUri, targetSelectionRange }) => ({
      origin: originSelectionRange,
      location: { uri: targetUri, range: targetSelectionRange },
    }));
  }

  /** `uri`: any article of the corpus. Null where the corpus does not know the entity (any more). */
  concordance(uri: Uri, entity: string): Promise<Concordance | null> {
    return this.#ask<Concordance | null>(CONCORDANCE, { uri: uri.toString(), entity }, null);
  }

  /** As `concordance`. */
  dossier(uri: Uri, entity: string): Promise<Dossier | null> {
    return this.#ask<Dossier | null>(DOSSIER, { uri: uri.toString(), entity }, null);
  }

  /** Null where there is no such corpus, or it does not know the entity (any more); also where the question was called off. */
  timeline(query: TimelineQuery, token: CancellationToken): Promise<Timeline | null> {
    return this.#ask<Timeline | null>(TIMELINE, query, null, token);
  }

  /** As `timeline`. */
  network(query: NetworkQuery, token: CancellationToken): Promise<Network | null> {
    return this.#ask<Network | null>(NETWORK, query, null, token);
  }

  /** Sentences that show a tie of the network, or mentions of one of its names. */
  evidence(query: EvidenceQuery): Promise<Evidence | null> {
    return this.#ask<Evidence | null>(EVIDENCE, query, null);
  }

  /** People and offices, a page at a time. */
  directory(query: DirectoryQuery): Promise<DirectoryPage> {
    return this.#ask<DirectoryPage>(DIRECTORY, query, { entries: [], next: null });
  }

  agreements(): Promise<readonly AgreementNode[]> {
    return this.#ask<readonly AgreementNode[]>(AGREEMENTS, undefined, []);
  }

  /** `entity`: what is to be corrected where that is not what is mentioned at the place; in all three. */
  corrections(place: WireLocation, entity: string | null): Promise<readonly CorrectionOffer[] | null> {
    return this.#ask<readonly CorrectionOffer[] | null>(CORRECTIONS, about(place, entity), null);
  }

  correctionChoices(
    place: WireLocation,
    entity: string | null,
    question: CorrectionQuestion,
    query: string,
  ): Promise<readonly CorrectionChoice[] | null> {
    const params = { ...about(place, entity), question, query };
    return this.#ask<readonly CorrectionChoice[] | null>(CORRECTION_CHOICES, params, null);
  }

  correct(
    place: WireLocation,
    entity: string | null,
    what: { readonly offer: string } | { readonly question: CorrectionQuestion; readonly answer: string },
  ): Promise<CorrectionAnswer | null> {
    return this.#ask<CorrectionAnswer | null>(CORRECT, { ...about(place, entity), ...what }, null);
  }

  /** An edit as the server sends it, as VS Code applies it. */
  async workspaceEdit(edit: unknown): Promise<WorkspaceEdit | null> {
    return (await this.#client?.protocol2CodeConverter.asWorkspaceEdit(edit as never)) ?? null;
  }

  /** The process is ended by `stop`, which takes time. */
  dispose(): void {
    this.#stateChanged.dispose();
    this.#statusChanged.dispose();
    this.#changed.dispose();
  }

  #next(step: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(step).catch((error: unknown) => this.#log.error(String(error)));
    return this.#last;
  }

  async #start(): Promise<void> {
    if (this.#client) return;
    const started = performance.now();
    this.#enter('indexing');
    // Both take their time, so they start side by side.
    this.#process = startServer(this.#module, this.#log);
    let prepared: ChildProcess | null = this.#process;
    // The client library is most of the bundle's start-up time, and of no use where the extension stays asleep.
    const library = await import('vscode-languageclient/node');
    class Client extends library.LanguageClient {
      /** The library's own messages stay in the log: what a person has to know, the outer class says once. */
      override error(message: string, data?: unknown): void {
        super.error(message, data, false);
      }

      /** The status item shows how far the index is; the library would show it a second time beside it. */
      protected override fillInitializeParams(params: InitializeParams): void {
        super.fillInitializeParams(params);
        if (params.capabilities.window) params.capabilities.window.workDoneProgress = false;
      }
    }
    const nextProcess: ServerOptions = async () => {
      this.#process = prepared ?? startServer(this.#module, this.#log);
      prepared = null;
      return this.#process;
    };
    const client: LanguageClient = new Client('fihris', 'Fihris', nextProcess, {
      documentSelector: [
        { scheme: 'file', language: 'article' },
        { scheme: 'file', pattern: '**/fihris.yaml' },
        ...virtualSchemes().flatMap((scheme) => [
          { scheme, language: 'article' },
          { scheme, pattern: '**/fihris.yaml' },
        ]),
      ],
      outputChannel: this.#log,
      revealOutputChannelOn: library.RevealOutputChannelOn.Never,
      initializationOptions: (): InitializationOptions => ({
        richCards: true,
        ownMarks: true,
        asksForCorrections: true,
        readsFolders: true,
        turnsLines: true,
        showsArticles: true,
        showsPictures: true,
        storage: this.#storage,
        index: workspace.getConfiguration('fihris').get<string>('index') ?? '',
        taggerModel: workspace.getConfiguration('fihris').get<string>('tagger.model') ?? '',
        settings: settings(),
      }),
      middleware: {
        provideInlayHints: async (document, range, token, next) =>
          onTurnedLines(document, (await next(document, range, token)) ?? []),
      },
      initializationFailedHandler: () => false,
      errorHandler: this.#errorHandler(library, () => this.#client === client),
      markdown: { isTrusted: { enabledCommands: [OPEN_COMMAND] }, supportHtml: true },
    } satisfies LanguageClientOptions);
    this.#schemes = virtualSchemes();
    answerAboutFolders(client);
    client.onNotification(STATUS_CHANGED, (status: Status) => this.#take(status));
    client.onNotification(CHANGED, () => this.#changed.fire());
    client.onDidChangeState(({ newState }) => {
      if (newState === library.State.Running) void this.#greet(client);
      else this.#status = null;
    });
    this.#client = client;
    this.#restarting = false;
    try {
      await client.start();
      this.#log.info(`The server started in ${Math.round(performance.now() - started)} ms.`);
    } catch (error) {
      this.#log.error(`The server did not start: ${String(error)}`);
      // A server that ended while it was starting is the error handler's.
      if (!this.#restarting) this.#giveUp(l10n.t('Fihris could not start its language server.'));
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#status = null;
    this.#enter('asleep');
    this.#changed.fire();
    const process = this.#process;
    await client
      ?.dispose(2000)
      .catch((error: unknown) => this.#log.warn(`The server did not stop well: ${String(error)}`));
    endServer(process);
  }

  /** After each start, the first and one after a crash: what changed meanwhile was not announced. */
  async #greet(client: LanguageClient): Promise<void> {
    this.#changed.fire();
    try {
      this.#take(await client.sendRequest<Status>(STATUS));
    } catch (error) {
      this.#log.warn(`No status from the server: ${String(error)}`);
    }
  }

  #take(status: Status): void {
    this.#status = status;
    this.#enter(status.state === 'ready' && status.corpora.length === 0 ? 'asleep' : status.state);
    this.#statusChanged.fire(status);
  }

  async #ask<T>(request: string, parameters: unknown, without: T, token?: CancellationToken): Promise<T> {
    const client = this.#client;
    if (!client?.isRunning()) return without;
    try {
      if (parameters === undefined) return await client.sendRequest<T>(request);
      // A token left out is not the same as one that is undefined: the library would send that as a second parameter.
      return token === undefined
        ? await client.sendRequest<T>(request, parameters)
        : await client.sendRequest<T>(request, parameters, token);
    } catch (error) {
      // A request may be under way when the server ends or is told to; that is no news.
      if (client.isRunning() && token?.isCancellationRequested !== true) this.#log.warn(`${request}: ${String(error)}`);
      return without;
    }
  }

  /** `current`: whether the client that this handler belongs to is still wanted. */
  #errorHandler({ CloseAction, ErrorAction }: Library, current: () => boolean): ErrorHandler {
    const stay = { action: CloseAction.DoNotRestart, handled: true };
    return {
      error: (_error, _message, count) => ({
        action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: async () => {
        if (!current()) return stay;
        this.#restarting = true;
        const delay = this.#policy.afterCrash(performance.now());
        if (delay === null) {
          this.#log.error('The server ended once more; it is not started again.');
          this.#giveUp(
            ranOutOfMemory(this.#process)
              ? l10n.t('The language server of Fihris keeps running out of memory.')
              : l10n.t('The language server of Fihris keeps ending.'),
          );
          return stay;
        }
        this.#log.warn(`The server ended; it is started again in ${delay} ms.`);
        if (this.#policy.crashes === 1) void this.#tellCrash();
        this.#enter('indexing');
        await sleep(delay);
        return current() ? { action: CloseAction.Restart, handled: true } : stay;
      },
    };
  }

  /** The one message about a server that ended and comes back, however often it does so in a row. */
  async #tellCrash(): Promise<void> {
    const showLog = l10n.t('Show Log');
    const message = ranOutOfMemory(this.#process)
      ? l10n.t('The language server of Fihris ran out of memory, and is started again.')
      : l10n.t('The language server of Fihris ended, and is started again.');
    if ((await window.showWarningMessage(paragraph(message), showLog)) === showLog) this.#log.show();
  }

  /** The one message about a server that does not run. */
  async #giveUp(message: string): Promise<void> {
    this.#client = null;
    this.#status = null;
    this.#enter('failed');
    const showLog = l10n.t('Show Log');
    const restart = l10n.t('Restart');
    const chosen = await window.showErrorMessage(paragraph(message), showLog, restart);
    if (chosen === showLog) this.#log.show();
    if (chosen === restart) this.restart();
  }

  #enter(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

const about = ({ uri, range }: WireLocation, entity: string | null) => ({
  uri,
  position: range.start,
  ...(entity !== null && { entity }),
});

function settings(): Settings {
  const fihris = workspace.getConfiguration('fihris');
  return {
    include: fihris.get<string[]>('include') ?? [],
    language: fihris.get<Settings['language']>('cards.language') ?? 'auto',
    inlayHints: fihris.get<boolean>('inlayHints') ?? true,
    codeLens: fihris.get<boolean>('codeLens') ?? true,
    upToArticleDate: fihris.get<boolean>('cards.upToArticleDate') ?? false,
    contradictions: fihris.get<boolean>('contradictions') ?? true,
  };
}
