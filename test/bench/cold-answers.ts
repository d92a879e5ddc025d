/**
 * How much of the whole corpus an answer has while the corpus is still being read for the first time. An article that names several people is opened with the folder;
 * so many times the floor later (the same files read, decoded and split into words, nothing else) each person of the article is asked
 * about once, and again when all is read.
 *
 *     npm run build && node test/bench/cold-answers.ts FOLDER [articles] [starts]
 *
 * Prints for each start how many times the floor had passed, how many articles were read, the milliseconds of an answer (median, most), and
 * of the references that the full corpus has how many were there: of all persons together, and how many persons had all of theirs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import type { Location } from 'vscode-languageserver-protocol';
import { SERVER_ENVIRONMENT } from '../../client/src/server-environment.ts';
import type { Mark, Status } from '../../server/src/lsp/requests.ts';
import { TestClient } from '../server/client.ts';
import { articlesIn, fillCorpus, floorOf, untilReady } from './served.ts';

const [source, size = '10161', starts = '5'] = process.argv.slice(2);
if (source === undefined) throw new Error('FOLDER is missing');

/** When it is asked, in floors after the start of the process: at the goal for the whole index, and before. */
const MOMENTS = [10, 5];

/** An article names several people where it names so many. */
const SEVERAL = 4;

const folder = mkdtempSync(join(tmpdir(), 'fihris-bench-'));
try {
  await fillCorpus(source, folder, Number(size));
  const files = articlesIn(folder);
  const floor = Math.min(...[1, 2, 3].map(() => floorOf(files)));
  const opened = await manyPeople(files, Number(starts));
  const table = new Table({
    head: ['floors', 'articles read', 'persons', 'answer, ms', 'references', 'persons complete', 'ready, floors'],
    style: { head: [], border: [] },
  });
  for (const moment of MOMENTS) for (const file of opened) table.push(await askOnce(file, moment, floor));
  console.log(`floor ${Math.round(floor)} ms`);
  console.log(table.toString());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** So many articles that name several people, evenly spread. */
async function manyPeople(files: readonly string[], count: number): Promise<string[]> {
  const client = await TestClient.start({ folders: [folder], initializationOptions: { storage: null } });
  try {
    await untilReady(client);
    const found: string[] = [];
    for (let index = 0; index < count; index++) {
      for (let at = Math.floor((files.length * (index + 0.5)) / count); at < files.length; at++) {
        const file = files[at] as string;
        if ((await personsOf(client, pathToFileURL(file).href, file)).length < SEVERAL) continue;
        found.push(file);
        break;
      }
    }
    return found;
  } finally {
    await client.stop();
  }
}

async function askOnce(file: string, moment: number, floor: number): Promise<string[]> {
  const started = performance.now();
  const client = await TestClient.start(
    { folders: [folder], initializationOptions: { ownMarks: true, storage: null } },
    { env: { ...process.env, ...SERVER_ENVIRONMENT } },
  );
  try {
    const uri = pathToFileURL(file).href;
    await client.open(uri, readFileSync(file, 'utf8'));
    await sleep(started + moment * floor - performance.now());
    const asked = (performance.now() - started) / floor;
    const { articles } = await client.request<Status>('fihris/status');
    const places = await personsOf(client, uri, file);
    const before: Set<string>[] = [];
    const times: number[] = [];
    for (const at of places) {
      const begun = performance.now();
      before.push(await references(client, uri, at));
      times.push(performance.now() - begun);
    }
    await untilReady(client);
    const ready = (performance.now() - started) / floor;
    const after: Set<string>[] = [];
    for (const at of places) after.push(await references(client, uri, at));
    const all = after.reduce((sum, each) => sum + each.size, 0);
    const there = after.reduce(
      (sum, each, index) => sum + [...each].filter((key) => before[index]?.has(key)).length,
      0,
    );
    const complete = after.filter((each, index) => [...each].every((key) => before[index]?.has(key))).length;
    times.sort((a, b) => a - b);
    const median = times[times.length >> 1] ?? 0;
    return [
      asked.toFixed(1),
      String(articles),
      String(places.length),
      `${Math.round(median)}, ${Math.round(times.at(-1) ?? 0)}`,
      `${there} of ${all}`,
      `${complete} of ${after.length}`,
      ready.toFixed(0),
    ];
  } finally {
    await client.stop();
  }
}

/** Where each person of the article is mentioned first, by the words of the mention. */
async function personsOf(client: TestClient, uri: string, file: string): Promise<Mark['range']['start'][]> {
  const lines = readFileSync(file, 'utf8').split(/\r\n|\r|\n/);
  const marks = (await client.request<Mark[] | null>('fihris/marks', { uri })) ?? [];
  const found = new Map<string, Mark['range']['start']>();
  for (const { kind, resolved, range } of marks) {
    const words = lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '';
    if (kind === 'person' && resolved && !found.has(words)) found.set(words, range.start);
  }
  return [...found.values()];
}

async function references(client: TestClient, uri: string, position: Mark['range']['start']): Promise<Set<string>> {
  const context = { includeDeclaration: true };
  const found = await client.request<Location[] | null>('textDocument/references', {
    textDocument: { uri },
    position,
    context,
  });
  return new Set((found ?? []).map(({ uri, range }) => `${uri} ${range.start.line}:${range.start.character}`));
}
