/** What the built server costs on one corpus, measured over stdio as an editor feels it: the numbers behind the benchmarks and the growth gates. */
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Mark } from '../../server/src/lsp/requests.ts';
import { TestClient } from '../server/client.ts';

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
  /** Of the server's process when all is indexed and asked for, in MB; 0 where the system does not say. */
  readonly memory: number;
  readonly hover: Times;
  readonly definition: Times;
  readonly highlight: Times;
  readonly references: Times;
  /** From a changed word to the new marks of the article. */
  readonly edit: Times;
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

/**
 * Starts the server on `folder`, asks `asks` times each, about persons in articles spread over the corpus. `storage`: where it keeps
 * what it read, null for nowhere.
 */
export async function serve(folder: string, storage: string | null = null, asks = 40): Promise<Served> {
  const started = performance.now();
  const client = await TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true, storage } });
  try {
    const start = performance.now() - started;
    const { articles } = await untilReady(client);
    const ready = performance.now() - started;
    const files = articlesIn(folder);
    const places = await persons(client, files, asks);
    const ask = (method: string, more: object = {}) =>
      timed(places, ({ uri, mark }) =>
        client.request(method, { textDocument: { uri }, position: mark.range.start, ...more }),
      );
    // Once without looking at the clock: what is compiled on first use is not what a reader waits for all day.
    await ask('textDocument/hover');
    const measured = {
      hover: await ask('textDocument/hover'),
      definition: await ask('textDocument/definition'),
      highlight: await ask('textDocument/documentHighlight'),
      references: await ask('textDocument/references', { context: { includeDeclaration: true } }),
      edit: await edits(client, places),
    };
    return { articles, start, ready, memory: residentMemory(client.process.pid), ...measured };
  } finally {
    await client.stop();
  }
}

/** Without the client's own limit: a hundred thousand articles take their time. */
async function untilReady(client: TestClient) {
  for (;;) {
    const status = await client.request<{ state: string; articles: number }>('fihris/status');
    if (status.state === 'ready') return status;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Place {
  readonly uri: string;
  readonly file: string;
  readonly mark: Mark;
}

/** `count` mentions of persons, one in an article, the articles evenly spread. */
async function persons(client: TestClient, files: readonly string[], count: number): Promise<Place[]> {
  const found: Place[] = [];
  const step = Math.max(1, Math.floor(files.length / (2 * count)));
  for (let index = 0; index < files.length && found.length < count; index += step) {
    const file = files[index] as string;
    const uri = pathToFileURL(file).href;
    const marks = (await client.request<Mark[] | null>('fihris/marks', { uri })) ?? [];
    const mark = marks.find(({ kind, resolved }) => kind === 'person' && resolved);
    if (mark) found.push({ uri, file, mark });
  }
  if (found.length === 0) throw new Error('no person in the corpus');
  return found;
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

function residentMemory(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}
