/** A language client for tests: starts the built server as an editor would, and remembers what it is told. */
import assert from 'node:assert/strict';
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions, Mark, Status } from '../../server/src/lsp/requests.ts';

export const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Answer to `workspace/configuration`, by section; null for all others, as from a client that knows none. */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/** Tests keep nothing between sessions unless they say where. */
const KEEPS_NOTHING: InitializationOptions = { storage: null };

/** What most editors can do. */
export const CAPABILITIES: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: { workspaceFolders: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
  },
};

export class TestClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly log: string[] = [];
  readonly diagnostics = new Map<string, PublishDiagnosticsParams['diagnostics']>();
  /** Messages that a person would see. */
  readonly shown: string[] = [];
  readonly statuses: Status[] = [];
  readonly registrations: RegistrationParams['registrations'] = [];
  readonly progress: unknown[] = [];
  changes = 0;
  initialized: InitializeResult = { capabilities: {} };
  configuration: Readonly<Record<string, unknown>>;
  #version = 1;
  /** Rejected when the server ends, so that nobody waits for its answer. */
  readonly #ended: Promise<never>;

  constructor(child: ChildProcess, configuration: Readonly<Record<string, unknown>>) {
    assert.ok(child.stdout && child.stdin);
    this.process = child;
    this.configuration = configuration;
    this.#ended = new Promise((_, reject) => {
      child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal})`)));
    });
    this.#ended.catch(() => {});
    const connection = createProtocolConnection(child.stdout, child.stdin);
    const on = <Params>(method: string, take: (params: Params) => unknown) =>
      connection.onNotification(method, (params: Params) => {
        take(params);
      });
    on('window/logMessage', ({ message }: LogMessageParams) => this.log.push(message));
    on('window/showMessage', ({ message }: LogMessageParams) => this.shown.push(message));
    on('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) =>
      this.diagnostics.set(uri, diagnostics),
    );
    on('fihris/statusChanged', (status: Status) => this.statuses.push(status));
    on('fihris/changed', () => this.changes++);
    on('$/progress', (params) => this.progress.push(params));
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => this.configuration[section] ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
    });
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/semanticTokens/refresh', () => null);
    connection.listen();
    this.connection = connection;
  }

  /** `how`: the user that the server runs as, where that is another than this one, and its environment. */
  static async start(
    options: ClientOptions = {},
    how: Pick<SpawnOptions, 'uid' | 'gid' | 'env'> = {},
  ): Promise<TestClient> {
    const child = spawn(process.execPath, [SERVER, '--stdio'], { ...how, stdio: ['pipe', 'pipe', 'inherit'] });
    const client = new TestClient(child, options.configuration ?? {});
    await client.initialize(options);
    return client;
  }

  async initialize(options: ClientOptions): Promise<void> {
    const workspaceFolders = (options.folders ?? []).map(folderOf);
    this.initialized = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      locale: options.locale ?? 'en',
      capabilities: options.capabilities ?? CAPABILITIES,
      initializationOptions: { ...KEEPS_NOTHING, ...options.initializationOptions },
    });
    await this.connection.sendNotification('initialized', {});
  }

  request<Result>(method: string, params?: unknown): Promise<Result> {
    return Promise.race([this.connection.sendRequest<Result>(method, params), this.#ended]);
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** The status once everything is indexed. */
  async ready(): Promise<Status> {
    return this.until(
      () => this.request<Status>('fihris/status'),
      (status) => status.state === 'ready',
    );
  }

  /** Asks again until the answer is as wanted; fails with the last answer. */
  async until<T>(ask: () => T | Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
    const end = performance.now() + 20_000;
    for (;;) {
      const answer = await ask();
      if (wanted(answer)) return answer;
      assert.ok(performance.now() < end, `not in 20 s: ${JSON.stringify(answer)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async open(uri: string, text: string, languageId = 'article'): Promise<void> {
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: this.#version++, text } });
  }

  /** Puts `text` in place of what stands at `range`, or of everything. */
  async edit(uri: string, text: string, range?: Mark['range']): Promise<void> {
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version: this.#version++ },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
  }

  /** Ends the server as an editor does. Gives its exit code. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = new Promise((resolve) => this.process.once('exit', resolve));
      await this.request('shutdown');
      await this.notify('exit');
      await gone;
    }
    this.connection.dispose();
    return this.process.exitCode;
  }
}

export function folderOf(folder: string): WorkspaceFolder {
  return { uri: pathToFileURL(folder).href, name: 'corpus' };
}

/** A folder with these files, and its end. */
export async function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<{
  readonly path: string;
  uri(file: string): string;
  write(file: string, text: string): Promise<void>;
  remove(): Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'fihris-test-'));
  const write = async (file: string, text: string | Uint8Array) => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  };
  for (const [file, text] of Object.entries(files)) await write(file, text);
  return {
    path,
    uri: (file) => pathToFileURL(join(path, file)).href,
    write,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
