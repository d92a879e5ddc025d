/** What the built server costs on one corpus, measured over stdio as an editor feels it: the numbers behind the benchmarks and the growth gates. */
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SERVER_ENVIRONMENT } from '../../client/src/server-environment.ts';
import type { Mark } from '../../server/src/lsp/requests.ts';
import { TestClient } from '../server/client.ts';

/** The server keeps all it knows two seconds after it has read the last article (ms). */
const QUIET = 4000;

/** Of fewer articles only facts are kept (corpus/corpus.ts). */
const KEPT_FROM = 200;

/** Milliseconds: the middle one, and the one that 95 of 100 do not exceed. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

export interface Served {
  readonly articles: number;
  /** From the start of the process to the answer to `initialize`, in milliseconds. */
  readonly start: number;
  /** From the start of the process until all is indexed, in milliseconds. */
  readonly ready: number;
  /** From the start of the process until the first hover, references and workspace symbols of the whole corpus are answered. */
  readonly answered: number;
  /** Of the server's process when all is indexed, asked for and kept and nobody asks any more, in MB, and the most it ever took; 0 where the system does not say. */
  readonly memory: number;
  readonly peak: number;
  /** The first over each person, right after the start: of each all that is known is read, and of the program much runs for the first time. */
  readonly firstHover: Times;
  readonly hover: Times;
  readonly definition: Times;
  readonly highlight: Times;
  readonly references: Times;
  /** From a changed word to the new marks of the article, right after the questions: of a server that was started, or has indexed, a second ago. */
  readonly edit: Times;
  /** The same of other articles when all is at rest, as for who reads before writing. */
  readonly later: Times;
}

/** Writes `count` articles into `to`: those of `from` in the order of their paths, and again under new names when they are used up. */
export async function fillCorpus(from: string, to: string, count: number): Promise<void> {
  const files = articlesIn(from);
  for (let index = 0; index < count; index++) {
    const folder = join(to, String(Math.floor(index / 1000)).padStart(3, '0'));
    if (index % 1000 === 0) await mkdir(folder, { recursive: true });
    await copyFile(files[index % files.length] as string, join(folder, `${String(index).padStart(6, '0')}.txt`));
  }
}

/** Paths of the `.txt` files below a folder, in order. */
export function articlesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .map((path) => join(folder, path));
}

/** How long reading, decoding and splitting files into words takes, and nothing else, in milliseconds: the floor of reading a corpus. */
export function floorOf(files: readonly string[]): number {
  const started = performance.now();
  let words = 0;
  for (const file of files) words += readFileSync(file, 'utf8').split(/\s+/u).length;
  if (words === 0) throw new Error('no words in the corpus');
  return performance.now() - started;
}

/**
 * Starts the server on `folder`, asks `asks` times each, about persons in articles spread over the corpus. `storage`: where it keeps
 * what it read, null for nowhere.
 */
export async function serve(folder: string, storage: string | null = null, asks = 40): Promise<Served> {
  const started = performance.now();
  // As the extension starts it.
  const env = { ...process.env, ...SERVER_ENVIRONMENT };
  const client = await TestClient.start(
    { folders: [folder], initializationOptions: { ownMarks: true, storage, showsPictures: true } },
    { env },
  );
  try {
    const start = performance.now() - started;
    const { articles } = await untilReady(client);
    const ready = performance.now() - started;
    const files = articlesIn(folder);
    const [first] = await persons(client, files, 1);
    const at = { textDocument: { uri: first?.uri }, position: first?.mark.range.start };
    const hovered = await client.request<{ contents: unknown } | null>('textDocument/hover', at);
    const context = { includeDeclaration: true };
    const referred = await client.request<unknown[] | null>('textDocument/references', { ...at, context });
    const named = await client.request<unknown[] | null>('workspace/symbol', { query: 'وزير' });
    if (hovered === null || !referred?.length || !named?.length) throw new Error('not ready: nothing is answered');
    const answered = performance.now() - started;
    const places = await persons(client, files, asks);
    const ask = (method: string, more: object = {}) =>
      timed(places, ({ uri, mark }) =>
        client.request(method, { textDocument: { uri }, position: mark.range.start, ...more }),
      );
    const measured = {
      firstHover: await ask('textDocument/hover'),
      hover: await ask('textDocument/hover'),
      definition: await ask('textDocument/definition'),
      highlight: await ask('textDocument/documentHighlight'),
      references: await ask('textDocument/references', { context: { includeDeclaration: true } }),
      edit: await edits(client, places),
    };
    if (storage !== null && articles >= KEPT_FROM) await untilKept(storage);
    // Once nobody asks any more, pictures are gathered and what that took is given back; `peak` is what it comes to before.
    if (articles >= KEPT_FROM) await sleep(AT_REST);
    const { pid } = client.process;
    const memory = memoryOf(pid, 'VmRSS');
    const peak = memoryOf(pid, 'VmHWM');
    const later = await edits(client, await persons(client, files.toReversed(), asks));
    return { articles, start, ready, answered, memory, peak, ...measured, later };
  } finally {
    await client.stop();
  }
}

/** Milliseconds after the last question. */
const AT_REST = 15_000;

/** Without the client's own limit: a hundred thousand articles take their time, and no editor asks two hundred times a second how far it is. */
export async function untilReady(client: TestClient) {
  for (let wait = 5; ; wait = Math.min(100, wait * 1.02)) {
    const status = await client.request<{ state: string; articles: number }>('fihris/status');
    if (status.state === 'ready') return status;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

export interface Place {
  readonly uri: string;
  readonly file: string;
  readonly mark: Mark;
  /** As written. */
  readonly words: string;
}

/** `count` mentions of persons, one in an article, the articles evenly spread. */
export async function persons(client: TestClient, files: readonly string[], count: number): Promise<Place[]> {
  const found: Place[] = [];
  const step = Math.max(1, Math.floor(files.length / (2 * count)));
  for (let index = 0; index < files.length && found.length < count; index += step) {
    const file = files[index] as string;
    const uri = pathToFileURL(file).href;
    const marks = (await client.request<Mark[] | null>('fihris/marks', { uri })) ?? [];
    const mark = marks.find(({ kind, resolved }) => kind === 'person' && resolved);
    if (mark) found.push({ uri, file, mark, words: wordsAt(file, mark) });
  }
  if (found.length === 0) throw new Error('no person in the corpus');
  return found;
}

function wordsAt(file: string, { range: { start, end } }: Mark): string {
  const line = readFileSync(file, 'utf8').split(/\r\n|\r|\n/)[start.line] ?? '';
  return line.slice(start.character, end.character);
}

async function edits(client: TestClient, places: readonly Place[]): Promise<Times> {
  return timed(places, async ({ uri, file, mark }, measure) => {
    await client.open(uri, readFileSync(file, 'utf8'));
    await client.request('fihris/marks', { uri });
    const { start } = mark.range;
    await measure(async () => {
      await client.edit(uri, 'اليوم ', { start, end: start });
      await client.request('fihris/marks', { uri });
    });
    await client.notify('textDocument/didClose', { textDocument: { uri } });
  });
}

/** Times `step` for each item; a step that calls `measure` is timed inside that only. */
async function timed<T>(
  items: readonly T[],
  step: (item: T, measure: (part: () => Promise<void>) => Promise<void>) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = [];
  for (const item of items) {
    let part: number | null = null;
    const begin = performance.now();
    await step(item, async (body) => {
      const at = performance.now();
      await body();
      part = performance.now() - at;
    });
    times.push(part ?? performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/** Until all that the session knows is kept for the next one, and what is not needed any longer given back: so long nothing is written. */
export async function untilKept(storage: string): Promise<void> {
  const isWhole = (name: string) =>
    readFileSync(join(storage, name)).subarray(-16).toString('latin1').startsWith('fihris-state');
  let before = '';
  for (let since = performance.now(); performance.now() - since < QUIET; ) {
    const names = readdirSync(storage, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(facts|tmp)$/.test(name),
    );
    const now = names.join();
    if (now !== before || now.endsWith('.tmp')) since = performance.now();
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (performance.now() - since >= QUIET && !names.some(isWhole)) since = performance.now();
  }
}

export function memoryOf(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number {
  try {
    const [, kilobytes = '0'] =
      new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}
