/**
 * All references to a person, beside ripgrep's search for the same name in the same files: what a reader would do without an index.
 *
 *     npm run build && node test/bench/references.ts FOLDER [storage]
 *
 * `storage`: where an earlier run kept what it read; without it the folder is read first. Milliseconds, of twenty persons in articles
 * spread over the folder. ripgrep finds the very words of the name only, and starts anew each time, as an editor starts it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestClient } from '../server/client.ts';
import { requirePeer } from './peers.ts';
import { articlesIn, persons, untilReady } from './served.ts';

const [given, kept] = process.argv.slice(2);
if (given === undefined) throw new Error('usage: references.ts FOLDER [storage]');
const folder = resolve(given);
const { rgPath } = requirePeer('@vscode/ripgrep') as { rgPath: string };
const storage = kept ?? mkdtempSync(join(tmpdir(), 'fihris-bench-kept-'));
const client = await TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true, storage } });
try {
  await untilReady(client);
  const places = await persons(client, articlesIn(folder), 20);
  const ours: number[] = [];
  const first: number[] = [];
  const theirs: number[] = [];
  for (const { uri, mark, words } of places) {
    const params = { textDocument: { uri }, position: mark.range.start, context: { includeDeclaration: true } };
    first.push(await timed(() => client.request('textDocument/references', params)));
    ours.push(await timed(() => client.request('textDocument/references', params)));
    theirs.push(await timed(async () => spawnSync(rgPath, ['--fixed-strings', '--json', words, folder])));
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]?.toFixed(1);
  console.log(`references: first ${median(first)} ms, again ${median(ours)} ms; ripgrep ${median(theirs)} ms`);
} finally {
  await client.stop();
  if (kept === undefined) rmSync(storage, { recursive: true, force: true });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
