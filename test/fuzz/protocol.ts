/**
 * Fuzzing over the protocol: the built server is told what no editor would say, thousands of messages at a time over one long session.
 * After each batch every request must have its answer, nothing may stand on standard error or as an error in the log, and once folder,
 * files and documents are as they were at the start, the server must answer as it did then. A batch that fails is shrunk on fresh servers.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Status } from '../../server/src/lsp/requests.ts';
import { CAPABILITIES } from '../server/client.ts';
import { type Known, type Step, steps } from './messages.ts';
import { Wire } from './wire.ts';

/** Steps between two looks at the server, at most; half as many on average. */
const BATCH = 2000;

/** The longest that an answer may take (ms), with two thousand messages before it on a machine that has other things to do. */
const BOUND = 60_000;

/** How long (ms) a server may take to be again what it was, when all is put back. */
const RECOVERS_WITHIN = 10_000;

/** What a heap in use may grow by between the first quarter of a run and its last: noise of caches, not messages kept. */
const GROWTH = 1.1;
const GROWTH_BYTES = 4_000_000;

/** A run that fails is shrunk until then (ms). */
const LONGEST = 1_500_000;

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

export interface ProtocolOptions {
  /** At least so many messages are sent. */
  readonly messages: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface ProtocolReport {
  readonly messages: number;
  readonly answers: number;
  /** Milliseconds; with up to two thousand messages waiting. */
  readonly slowest: number;
  /** Bytes of the heap in use after each batch, after a collection. */
  readonly heaps: readonly number[];
  readonly rss: number;
  readonly seed: number;
}

/** Rejects with the shrunken steps where anything goes wrong. */
export async function fuzzProtocol({ messages, seed, say = () => {} }: ProtocolOptions): Promise<ProtocolReport> {
  const place = new Place();
  const report = { messages: 0, answers: 0, slowest: 0, heaps: [] as number[], rss: 0, seed };
  let session: Session | null = null;
  let failed = false;
  try {
    const known = await place.known();
    const batch = Math.min(BATCH, messages);
    const started = performance.now();
    await fc.assert(
      fc.asyncProperty(fc.array(steps(known), { minLength: 0, maxLength: batch, size: 'max' }), async (all) => {
        if (report.messages >= messages && !failed) return;
        session ??= await Session.start(place);
        try {
          await session.say(all);
          await session.recover();
          if (failed) return;
          const { heapUsed, rss } = await session.wire.memory();
          report.heaps.push(heapUsed);
          report.rss = rss;
          report.messages = session.sent;
          report.answers = session.wire.answered;
          report.slowest = session.wire.slowest;
          const seconds = Math.round((performance.now() - started) / 1000);
          if (report.heaps.length % 10 === 0)
            say(
              `${session.sent} messages, ${session.wire.answered} answers in ${seconds} s, slowest ${Math.round(report.slowest)} ms, heap ${mb(heapUsed)} MB, process ${mb(rss)} MB`,
            );
        } catch (error) {
          if (!failed) say(`failed after ${session.sent} messages, and shrinking: ${String(error).slice(0, 2000)}`);
          failed = true;
          // What the next steps meet is a server that has seen nothing.
          session.wire.kill();
          session = null;
          throw error;
        }
      }),
      {
        seed,
        numRuns: Math.ceil((8 * messages) / batch),
        interruptAfterTimeLimit: LONGEST,
        markInterruptAsFailure: true,
      },
    );
    assert.ok(report.messages >= messages, `${report.messages} messages sent`);
    checkLevel(report.heaps);
    assert.equal(await (session as Session | null)?.wire.stop(), 0, 'the server did not end well');
    return report;
  } finally {
    (session as Session | null)?.wire.kill();
    place.remove();
  }
}

const mb = (bytes: number) => Math.round(bytes / 1e6);

/** Memory returns to its level: in use at the end is about what was in use when the session had run in. */
export function checkLevel(heaps: readonly number[]): void {
  if (heaps.length < 20) return;
  const quarter = Math.floor(heaps.length / 4);
  const early = median(heaps.slice(quarter, 2 * quarter));
  const late = median(heaps.slice(-quarter));
  assert.ok(
    late <= early * GROWTH + GROWTH_BYTES,
    `the heap in use grew from ${mb(early)} to ${mb(late)} MB: ${heaps.map(mb)}`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Folders that a notification opens, as far as it says any. */
function addedIn(params: unknown): string[] {
  const added = (params as { event?: { added?: unknown } } | null | undefined)?.event?.added;
  const uris = Array.isArray(added) ? added.map((each: { uri?: unknown } | null) => each?.uri) : [];
  return uris.filter((uri) => typeof uri === 'string');
}

/** The folders and files of a run. */
class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'fihris-fuzz-'));
  readonly corpus = join(this.folder, 'articles');
  readonly others = ['one', 'two'].map((name) => join(this.folder, name));
  readonly #texts = new Map<string, string>();

  constructor() {
    for (const [index, folder] of [this.corpus, ...this.others].entries()) {
      mkdirSync(folder);
      for (const [at, name] of readdirSync(EXAMPLES).entries())
        if (index === 0 || at % 4 === index) cpSync(join(EXAMPLES, name), join(folder, name));
    }
    for (const name of readdirSync(this.corpus)) this.#texts.set(name, readFileSync(join(this.corpus, name), 'utf8'));
  }

  get articles(): string[] {
    return [...this.#texts.keys()].filter((name) => name.endsWith('.txt'));
  }

  uri(name: string): string {
    return pathToFileURL(join(this.corpus, name)).href;
  }

  async known(): Promise<Known> {
    const session = await Session.start(this);
    const { result } = await session.wire.ask('workspace/symbol', { query: '' });
    const ids = new Set<string>();
    for (const uri of this.articles.map((name) => this.uri(name))) {
      const reading = (await session.wire.ask('fihris/reading', { uri })).result as { entities: { id: string }[] };
      for (const { id } of reading.entities) ids.add(id);
    }
    assert.ok(Array.isArray(result) && ids.size > 20, 'nothing to speak of');
    assert.equal(await session.wire.stop(), 0);
    return {
      uris: this.articles.map((name) => this.uri(name)),
      settingsUri: this.uri('fihris.yaml'),
      folders: this.others.map((folder) => pathToFileURL(folder).href),
      ids: [...ids],
      files: this.articles,
      sentences: [...this.#texts.values()].flatMap((text) => text.split('\n').filter((line) => line.trim() !== '')),
    };
  }

  write(name: string, text: string | null): void {
    if (text === null) rmSync(join(this.corpus, name), { force: true });
    else writeFileSync(join(this.corpus, name), text);
  }

  /** All files as they were. */
  restore(): void {
    for (const [name, text] of this.#texts) this.write(name, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One server, from its start on. */
class Session {
  readonly wire = new Wire();
  readonly #place: Place;
  #configuration: unknown = {};
  /** Documents that were opened under any URI, and folders that were. */
  readonly #opened = new Set<string>();
  readonly #added = new Set<string>();
  #before: string[] = [];
  sent = 0;

  private constructor(place: Place) {
    this.#place = place;
    this.wire.answerTo = (method, params) => {
      if (method !== 'workspace/configuration') return null;
      const { items } = params as { items: { section: string }[] };
      const settings = this.#configuration as Record<string, unknown> | null;
      return items.map(({ section }) => settings?.[section] ?? null);
    };
  }

  static async start(place: Place): Promise<Session> {
    place.restore();
    const session = new Session(place);
    const folder = pathToFileURL(place.corpus).href;
    const { error } = await session.wire.ask('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'articles' }],
      locale: 'en',
      capabilities: {
        ...CAPABILITIES,
        workspace: { ...CAPABILITIES.workspace, workspaceEdit: { documentChanges: true } },
      },
      initializationOptions: { storage: null, turnsLines: true, showsArticles: true, asksForCorrections: true },
    });
    assert.equal(error, undefined);
    session.wire.tell('initialized', {});
    await session.#ready();
    session.#before = await session.#answers();
    assert.ok(
      session.#before.some((answer) => answer.includes('contents')),
      'there is nothing to hover over',
    );
    return session;
  }

  async say(all: readonly Step[]): Promise<void> {
    for (const [index, step] of all.entries()) {
      this.#say(step);
      // Now and then what came back is read, and the server has a moment in which nobody speaks.
      if (index % 25 === 24) await sleep(index % 100 === 99 ? 60 : 0);
      if (this.wire.ended !== null) break;
    }
    await this.wire.quiet(BOUND);
  }

  /** Puts everything back, and waits for the answers of the start. */
  async recover(): Promise<void> {
    const { wire } = this;
    const place = this.#place;
    this.#configuration = {};
    wire.tell('workspace/didChangeConfiguration', { settings: null });
    for (const uri of this.#opened) wire.tell('textDocument/didClose', { textDocument: { uri } });
    this.#opened.clear();
    place.restore();
    const corpus = pathToFileURL(place.corpus).href;
    wire.tell('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ uri: corpus, name: 'articles' }],
        removed: [...this.#added].filter((uri) => uri !== corpus).map((uri) => ({ uri, name: 'x' })),
      },
    });
    this.#added.clear();
    wire.tell('workspace/didChangeWatchedFiles', {
      changes: [...place.articles, 'fihris.yaml'].map((name) => ({ uri: place.uri(name), type: 2 })),
    });
    await this.#ready();
    const until = performance.now() + RECOVERS_WITHIN;
    for (;;) {
      const now = await this.#answers();
      if (now.every((answer, index) => answer === this.#before[index])) break;
      if (performance.now() > until) {
        const otherwise = (answers: readonly string[]) =>
          answers.filter((_, index) => now[index] !== this.#before[index]);
        assert.deepEqual(otherwise(now), otherwise(this.#before), 'the server answers otherwise than at its start');
      }
      await sleep(50);
    }
    assert.deepEqual(wire.defects, []);
  }

  #say(step: Step): void {
    const { wire } = this;
    this.sent++;
    if ('request' in step) {
      void wire.ask(step.request, step.params);
      if (step.cancelled === true) wire.tell('$/cancelRequest', { id: wire.lastId });
    } else if ('notification' in step) {
      const uri = (step.params as { textDocument?: { uri?: unknown } } | undefined)?.textDocument?.uri;
      for (const folder of addedIn(step.params)) this.#added.add(folder);
      if (step.notification === 'textDocument/didOpen' && typeof uri === 'string') this.#opened.add(uri);
      wire.tell(step.notification, step.params);
    } else if ('body' in step) wire.sendBody(step.body);
    else if ('storm' in step) {
      for (let i = 0; i < step.count; i++) void wire.ask(step.storm, step.params);
      for (let i = 0; i < step.count; i++) wire.tell('$/cancelRequest', { id: wire.lastId - i });
      this.sent += 2 * step.count - 1;
    } else if ('cancel' in step) wire.tell('$/cancelRequest', { id: step.cancel });
    else if ('file' in step) {
      this.#place.write(step.file, step.text);
      if (step.told)
        wire.tell('workspace/didChangeWatchedFiles', {
          changes: [{ uri: this.#place.uri(step.file), type: step.text === null ? 3 : 2 }],
        });
      else this.sent--;
    } else {
      this.#configuration = step.configuration;
      wire.tell('workspace/didChangeConfiguration', { settings: step.configuration });
    }
  }

  async #ready(): Promise<void> {
    const until = performance.now() + RECOVERS_WITHIN;
    for (;;) {
      const { result } = await this.#ask('fihris/status');
      if ((result as Status | undefined)?.state === 'ready') return;
      assert.ok(performance.now() < until, `not ready: ${JSON.stringify(result)}`);
      await sleep(20);
    }
  }

  async #ask(method: string, params?: unknown) {
    const answer = this.wire.ask(method, params);
    await this.wire.quiet(BOUND);
    return answer;
  }

  /** Of everything that a reader sees a little, as text. */
  async #answers(): Promise<string[]> {
    const asked: Promise<unknown>[] = [];
    for (const name of this.#place.articles) {
      const uri = this.#place.uri(name);
      asked.push(this.wire.ask('textDocument/documentSymbol', { textDocument: { uri } }));
      for (const line of [0, 2, 4])
        for (const character of [8, 30])
          asked.push(this.wire.ask('textDocument/hover', { textDocument: { uri }, position: { line, character } }));
    }
    asked.push(this.wire.ask('fihris/agreements'), this.wire.ask('workspace/symbol', { query: 'ا' }));
    await this.wire.quiet(BOUND);
    return (await Promise.all(asked)).map((answer) => {
      const { result, error } = answer as { result?: unknown; error?: unknown };
      return JSON.stringify(error ?? result);
    });
  }
}
