/**
 * Hours of reading and editing, compressed: one server over one corpus, and a reader who opens articles, looks at cards, goes to
 * definitions, looks for names, opens dossiers and pictures, types, saves, corrects, and whose folder is changed from elsewhere. What
 * counts is not how fast that is but that it stays so: the last hours as fast as the first, with as much memory.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Reading, Status } from '../../server/src/lsp/requests.ts';
import { uniform } from '../../server/train/random.ts';
import { oneOf, type Random, upTo } from '../fuzz/inputs.ts';
import { Wire } from '../fuzz/wire.ts';
import { CAPABILITIES } from '../server/client.ts';

/** What a reader does in a minute, on average. */
const MINUTE = {
  opened: 0.5,
  cards: 3,
  definitions: 1,
  references: 0.5,
  queries: 0.8,
  dossiers: 0.2,
  pictures: 0.4,
  keystrokes: 20,
  saves: 0.3,
  corrections: 0.1,
  /** Files that a checkout or another program changes, in one go. */
  elsewhere: 0.05,
} as const;

const FILES_ELSEWHERE = 20;

/**
 * So many people are read up on, in turns: a picture of somebody whom all articles mention takes a hundred times as long as one of
 * somebody whom one does, so each hour has to ask for the same.
 */
const SUBJECTS = 5;

/**
 * Every so often the same questions are asked: about mentions of these articles, spread over the corpus, and by the beginnings of names in
 * them. What stands under the cursor in the articles that happen to be open differs by the hour (a definition of a state that two thousand
 * articles name costs a hundred times that of a man in one): such times are told, but only of what is the same can be said that it grew.
 */
const PANEL_ARTICLES = 12;
const PANEL_MENTIONS = 2;
const PANEL = 'same: ';

/** What differs by where the reader happens to be. */
const MIXED: ReadonlySet<string> = new Set([
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'workspace/symbol',
]);

/** Tabs that stay open. */
const OPEN = 8;

/** Memory is looked at so often (simulated minutes). */
const LOOK = 10;

/** The last third against the first, after an hour to run in: by so much, and by so many milliseconds or bytes. */
const SLOWER = 1.5;
const SLOWER_MS = 3;
/** Of the slowest twentieth, which a collection of garbage may fall into. */
const SLOWEST_MS = 10;
const LARGER = 1.05;
const LARGER_BYTES = 8_000_000;

/** Of fewer times nothing is said. */
const ENOUGH = 15;

export interface SoakOptions {
  /** The articles; the folder is written to, and left as it was. */
  readonly corpus: string;
  /** Of the reader's time, and of the machine's. */
  readonly minutes: number;
  readonly seconds: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
  /** Told of every answer. */
  readonly answered?: (asked: Asked) => void;
  /** Given to the server's Node: `--cpu-prof`, for one. */
  readonly nodeArguments?: readonly string[];
}

export interface Asked {
  readonly name: string;
  /** Of the reader's time. */
  readonly minute: number;
  /** Milliseconds. */
  readonly took: number;
  readonly params: unknown;
  readonly result: unknown;
}

export interface SoakReport {
  readonly articles: number;
  readonly readySeconds: number;
  /** By what was done: how often, and milliseconds of the middle one and the 95th of a hundred, in each hour. */
  readonly hours: ReadonlyMap<
    string,
    readonly { readonly count: number; readonly p50: number; readonly p95: number }[]
  >;
  /** Bytes, every ten minutes: of the heap after a collection, and of the process. */
  readonly heaps: readonly number[];
  readonly rss: readonly number[];
  /** What did not stay as it was. */
  readonly wrong: readonly string[];
}

interface Timed {
  readonly minute: number;
  readonly took: number;
}

export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { corpus, minutes, seconds, seed, say = () => {}, answered = () => {}, nodeArguments = [] } = options;
  const random = uniform(seed);
  const storage = mkdtempSync(join(tmpdir(), 'fihris-soak-'));
  const files = globSync('**/*.txt', { cwd: corpus }).sort();
  const settings = join(corpus, 'fihris.yaml');
  const before = new Map<string, string>([[settings, readIfThere(settings)]]);
  const wire = new Wire(nodeArguments);
  const session = new Session(wire, corpus, files, random, before, answered);
  const heaps: number[] = [];
  const rss: number[] = [];
  try {
    const begun = performance.now();
    const articles = await session.start(storage);
    const readySeconds = (performance.now() - begun) / 1000;
    say(`${articles} articles ready in ${readySeconds.toFixed(1)} s`);
    const started = performance.now();
    for (let minute = 0; minute < minutes; minute++) {
      await session.minute(minute);
      if (minute % LOOK === LOOK - 1) {
        await session.askTheSame();
        const memory = await wire.memory();
        heaps.push(memory.heapUsed);
        rss.push(memory.rss);
      }
      if (minute % 60 === 59) say(`${(minute + 1) / 60} h: heap ${mb(heaps.at(-1))} MB, process ${mb(rss.at(-1))} MB`);
      const ahead = ((minute + 1) / minutes) * seconds * 1000 - (performance.now() - started);
      if (ahead > 0) await sleep(ahead);
    }
    assert.deepEqual(wire.defects, []);
    assert.equal(await wire.stop(), 0);
    const wrong = [...notFlat(session.times, minutes), ...notLevel(heaps)];
    return { articles, readySeconds, hours: byHour(session.times), heaps, rss, wrong };
  } finally {
    wire.kill();
    for (const [file, text] of before)
      if (text === '' && file === settings) rmSync(file, { force: true });
      else writeFileSync(file, text);
    rmSync(storage, { recursive: true, force: true });
  }
}

export const mb = (bytes = 0): number => Math.round(bytes / 1e6);

/** Opens a corpus with all that the extension asks for. Gives the number of articles, once all are read. */
export async function opened(wire: Wire, corpus: string, storage: string): Promise<number> {
  const uri = pathToFileURL(corpus).href;
  await wire.ask('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'corpus' }],
    locale: 'ar',
    capabilities: CAPABILITIES,
    initializationOptions: {
      storage,
      ownMarks: true,
      richCards: true,
      turnsLines: true,
      showsArticles: true,
      asksForCorrections: true,
    },
  });
  wire.tell('initialized', {});
  for (;;) {
    const { result } = await wire.ask('fihris/status');
    const { state, articles } = result as Status;
    if (state === 'ready') return articles;
    await sleep(200);
  }
}

export function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

class Session {
  readonly times = new Map<string, Timed[]>();
  readonly #wire: Wire;
  readonly #corpus: string;
  readonly #files: readonly string[];
  readonly #random: Random;
  /** Files as they were, for those that were written to. */
  readonly #before: Map<string, string>;
  readonly #open = new Map<string, { version: number; text: string; reading: Reading | null }>();
  #minute = 0;
  /** Somebody in the article that is being read. */
  #entity: { uri: string; id: string; name: string } | null = null;
  readonly #subjects: { readonly uri: string; readonly id: string }[] = [];
  readonly #panel: { readonly method: string; readonly params: object }[] = [];
  readonly #answered: (asked: Asked) => void;
  /** By request: how often it was asked. */
  readonly #asked = new Map<string, number>();

  constructor(
    wire: Wire,
    corpus: string,
    files: readonly string[],
    random: Random,
    before: Map<string, string>,
    answered: (asked: Asked) => void,
  ) {
    this.#answered = answered;
    this.#wire = wire;
    this.#corpus = corpus;
    this.#files = files;
    this.#random = random;
    this.#before = before;
  }

  async start(storage: string): Promise<number> {
    const articles = await opened(this.#wire, this.#corpus, storage);
    await this.#chooseSubjects();
    await this.#choosePanel();
    return articles;
  }

  /** The first new person of every so many articles. */
  async #chooseSubjects(): Promise<void> {
    const step = Math.max(1, Math.floor(this.#files.length / (4 * SUBJECTS)));
    for (let at = 0; at < this.#files.length && this.#subjects.length < SUBJECTS; at += step) {
      const uri = this.#uri(this.#files[at] ?? assert.fail());
      const { result } = await this.#wire.ask('fihris/reading', { uri });
      const isNew = ({ kind, id }: Reading['entities'][number]) =>
        kind === 'person' && this.#subjects.every((subject) => subject.id !== id);
      const found = (result as Reading | null)?.entities.find(isNew);
      if (found !== undefined) this.#subjects.push({ uri, id: found.id });
    }
  }

  async #choosePanel(): Promise<void> {
    const step = Math.max(1, Math.floor(this.#files.length / PANEL_ARTICLES));
    for (let at = 0; at < this.#files.length; at += step) {
      const file = this.#files[at] ?? assert.fail();
      const uri = this.#uri(file);
      const { result } = await this.#wire.ask('fihris/reading', { uri });
      const { marks = [], entities = [] } = (result as Reading | null) ?? {};
      for (let i = 0; i < PANEL_MENTIONS && marks.length > 0; i++) {
        const position = positionOf(readIfThere(join(this.#corpus, file)), oneOf(this.#random, marks).start);
        for (const method of ['textDocument/hover', 'textDocument/definition', 'textDocument/references'])
          this.#panel.push({
            method,
            params: { textDocument: { uri }, position, context: { includeDeclaration: true } },
          });
      }
      const person = entities.find(({ kind }) => kind === 'person');
      if (person !== undefined)
        this.#panel.push({
          method: 'workspace/symbol',
          params: { query: person.name.slice(0, 3 + upTo(this.#random, 6)) },
        });
    }
  }

  async askTheSame(): Promise<void> {
    for (const { method, params } of this.#panel) await this.#ask(method, params, `${PANEL}${method}`);
  }

  /** What a minute holds; of what happens less than once, now and then. */
  async minute(minute: number): Promise<void> {
    this.#minute = minute;
    const times = (mean: number) => Math.floor(mean) + (this.#random() < mean % 1 ? 1 : 0);
    for (let i = times(MINUTE.opened) + (this.#open.size === 0 ? 1 : 0); i > 0; i--) await this.#openOne();
    for (let i = times(MINUTE.cards); i > 0; i--) await this.#atMention('textDocument/hover');
    for (let i = times(MINUTE.definitions); i > 0; i--) await this.#atMention('textDocument/definition');
    for (let i = times(MINUTE.references); i > 0; i--)
      await this.#atMention('textDocument/references', { context: { includeDeclaration: true } });
    for (let i = times(MINUTE.queries); i > 0; i--) await this.#query();
    for (let i = times(MINUTE.dossiers); i > 0; i--) await this.#page('fihris/dossier');
    for (let i = times(MINUTE.pictures); i > 0; i--)
      await this.#page(this.#random() < 0.5 ? 'fihris/timeline' : 'fihris/network');
    await this.#type(times(MINUTE.keystrokes));
    for (let i = times(MINUTE.saves); i > 0; i--) this.#save();
    for (let i = times(MINUTE.corrections); i > 0; i--) await this.#correct();
    if (this.#random() < MINUTE.elsewhere) this.#elsewhere();
    await this.#wire.quiet(120_000);
  }

  #uri(file: string): string {
    return pathToFileURL(join(this.#corpus, file)).href;
  }

  async #ask(method: string, params: unknown, name = method): Promise<unknown> {
    const { result, error, took } = await this.#wire.ask(method, params);
    assert.equal(error, undefined, `${method} ${JSON.stringify(params)}`);
    const timed = this.times.get(name) ?? [];
    timed.push({ minute: this.#minute, took });
    this.times.set(name, timed);
    this.#answered({ name, minute: this.#minute, took, params, result });
    return result;
  }

  /** Opens a tab, and closes the oldest of too many. */
  async #openOne(): Promise<void> {
    const file = oneOf(this.#random, this.#files);
    if (this.#open.has(file)) return;
    const text = readIfThere(join(this.#corpus, file));
    const uri = this.#uri(file);
    this.#open.set(file, { version: 1, text, reading: null });
    this.#wire.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } });
    await this.#ask('fihris/marks', { uri }, 'open: marks');
    await this.#look(file);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= OPEN) break;
      this.#open.delete(oldest);
      this.#wire.tell('textDocument/didClose', { textDocument: { uri: this.#uri(oldest) } });
    }
  }

  async #look(file: string): Promise<void> {
    const open = this.#open.get(file);
    if (open === undefined) return;
    open.reading = (await this.#ask('fihris/reading', { uri: this.#uri(file) })) as Reading | null;
    const entities = open.reading?.entities.filter(({ kind }) => kind === 'person') ?? [];
    if (entities.length > 0) this.#entity = { uri: this.#uri(file), ...oneOf(this.#random, entities) };
  }

  async #atMention(method: string, more: object = {}): Promise<void> {
    const file = oneOf(this.#random, [...this.#open.keys()]);
    const { text, reading } = this.#open.get(file) ?? assert.fail();
    const marks = reading?.marks ?? [];
    if (marks.length === 0) return;
    const position = positionOf(text, oneOf(this.#random, marks).start);
    await this.#ask(method, { textDocument: { uri: this.#uri(file) }, position, ...more });
  }

  async #query(): Promise<void> {
    const name = this.#entity?.name ?? 'ال';
    await this.#ask('workspace/symbol', { query: name.slice(0, 3 + upTo(this.#random, 6)) });
  }

  async #page(method: string): Promise<void> {
    const times = this.#asked.get(method) ?? 0;
    this.#asked.set(method, times + 1);
    const subject = this.#subjects[times % this.#subjects.length];
    if (subject !== undefined) await this.#ask(method, { uri: subject.uri, entity: subject.id, from: null, to: null });
  }

  /** Letters of a sentence, one change each; marks are asked for as an editor does, while typing goes on. */
  async #type(letters: number): Promise<void> {
    const file = oneOf(this.#random, [...this.#open.keys()]);
    const open = this.#open.get(file) ?? assert.fail();
    const uri = this.#uri(file);
    const sentence = 'قال وزير الدفاع العراقي اللواء سامر الحداد إن الحدود آمنة. ';
    for (let i = 0; i < letters; i++) {
      // What was typed is taken back in the end: in eight hours an article grows little.
      const typed = i < letters / 2;
      const at = { line: 0, character: typed ? i : letters - 1 - i };
      const range = { start: at, end: typed ? at : { line: 0, character: at.character + 1 } };
      this.#wire.tell('textDocument/didChange', {
        textDocument: { uri, version: ++open.version },
        contentChanges: [{ range, text: typed ? (sentence[i % sentence.length] ?? '') : '' }],
      });
      if (i % 5 === 4) await this.#ask('fihris/marks', { uri }, 'typed: marks');
    }
    // Whatever the half letters left, the buffer is again the article.
    this.#wire.tell('textDocument/didChange', {
      textDocument: { uri, version: ++open.version },
      contentChanges: [{ text: open.text }],
    });
    await this.#look(file);
  }

  #write(file: string, text: string): void {
    const path = join(this.#corpus, file);
    if (!this.#before.has(path)) this.#before.set(path, readIfThere(path));
    writeFileSync(path, text);
  }

  #told(files: readonly string[]): void {
    this.#wire.tell('workspace/didChangeWatchedFiles', {
      changes: files.map((file) => ({ uri: this.#uri(file), type: 2 })),
    });
  }

  /** An open article gets another last line. */
  #save(): void {
    const file = oneOf(this.#random, [...this.#open.keys()]);
    const open = this.#open.get(file) ?? assert.fail();
    open.text = `${open.text.replace(/\nحاشية .*$/u, '')}\nحاشية ${randomBytes(3).toString('hex')}`;
    this.#wire.tell('textDocument/didChange', {
      textDocument: { uri: this.#uri(file), version: ++open.version },
      contentChanges: [{ text: open.text }],
    });
    this.#write(file, open.text);
    this.#wire.tell('textDocument/didSave', { textDocument: { uri: this.#uri(file) } });
    this.#told([file]);
  }

  /** A correction is written, or those that there are are taken back. */
  async #correct(): Promise<void> {
    if (this.#entity === null) return;
    const text =
      this.#random() < 0.5
        ? `corrections:\n  - { rename: "${this.#entity.name.replaceAll('"', '')}", to: "سامر الحداد" }\n`
        : '';
    this.#write('fihris.yaml', text);
    this.#told(['fihris.yaml']);
    await this.#query();
  }

  /** Articles are changed by another program: their first lines change places with those of others. */
  #elsewhere(): void {
    const files = Array.from({ length: FILES_ELSEWHERE }, () => oneOf(this.#random, this.#files)).filter(
      (file) => !this.#open.has(file),
    );
    for (const file of files) {
      const text = readIfThere(join(this.#corpus, file));
      this.#write(file, `${text.replace(/\nحاشية .*$/u, '')}\nحاشية ${randomBytes(3).toString('hex')}`);
    }
    this.#told(files);
  }
}

/** Within the word that begins at an offset. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function byHour(times: ReadonlyMap<string, readonly Timed[]>): SoakReport['hours'] {
  return new Map(
    [...times].map(([name, all]) => {
      const hours: { count: number; p50: number; p95: number }[] = [];
      for (let hour = 0; all.some(({ minute }) => minute >= hour * 60); hour++) {
        const here = all.filter(({ minute }) => Math.floor(minute / 60) === hour).map(({ took }) => took);
        hours.push({ count: here.length, p50: quantile(here, 0.5), p95: quantile(here, 0.95) });
      }
      return [name, hours] as const;
    }),
  );
}

/** Of what takes longer in the last third than in the first, by its middle, and where the same was asked by its slowest twentieth. */
function notFlat(times: ReadonlyMap<string, readonly Timed[]>, minutes: number): string[] {
  const from = Math.min(60, minutes / 8);
  const third = (minutes - from) / 3;
  return [...times].flatMap(([name, all]) => {
    const within = (start: number, end: number) =>
      all.filter(({ minute }) => minute >= start && minute < end).map(({ took }) => took);
    const early = within(from, from + third);
    const late = within(minutes - third, minutes);
    if (early.length < ENOUGH || late.length < ENOUGH || MIXED.has(name)) return [];
    const slower = (share: number, slack: number, what: string) => {
      const [first, last] = [quantile(early, share), quantile(late, share)];
      return last > first * SLOWER + slack
        ? [`${name}, ${what}: ${first.toFixed(1)} ms at first, ${last.toFixed(1)} ms at last`]
        : [];
    };
    const slowest = name.startsWith(PANEL) ? slower(0.95, SLOWEST_MS, 'slowest twentieth') : [];
    return [...slower(0.5, SLOWER_MS, 'middle'), ...slowest];
  });
}

function notLevel(heaps: readonly number[]): string[] {
  const third = Math.floor(heaps.length / 3);
  if (third < 2) return [];
  const from = Math.floor(heaps.length / 8);
  const first = quantile(heaps.slice(from, from + third), 0.5);
  const last = quantile(heaps.slice(-third), 0.5);
  return last > first * LARGER + LARGER_BYTES ? [`heap: ${mb(first)} MB at first, ${mb(last)} MB at last`] : [];
}
