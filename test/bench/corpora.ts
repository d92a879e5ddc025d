/**
 * What the server costs as a corpus grows: cold start and start from the cache, memory, requests and edits, beside the floor (the same files read, decoded and
 * split into words, nothing else).
 *
 *     npm run build && node test/bench/corpora.ts [folder] [sizes]
 *
 * `folder`: where the articles are taken from, `examples/` without it; `sizes`: how many articles, `100,1000,10000` without it (they
 * come round again where the folder has fewer). Milliseconds, median and p95. `ready`: all is indexed; `answered`: a hover, references and
 * symbols of the whole corpus were answered, too.
 */
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Table from 'cli-table3';
import { ROOT } from '../host/paths.ts';
import { articlesIn, fillCorpus, floorOf, type Served, serve, type Times } from './served.ts';

const [source = join(ROOT, 'examples'), sizes = '100,1000,10000'] = process.argv.slice(2);

const columns: Readonly<Record<string, (served: Served) => string>> = {
  start: ({ start }) => round(start),
  answered: ({ answered }) => round(answered),
  MB: ({ memory }) => round(memory),
  'MB most': ({ peak }) => round(peak),
  'first hover': ({ firstHover }) => both(firstHover),
  'hover [flat]': ({ hover }) => both(hover),
  'definition [flat]': ({ definition }) => both(definition),
  'highlight [flat]': ({ highlight }) => both(highlight),
  references: ({ references }) => both(references),
  'edit [flat]': ({ edit }) => both(edit),
  'edit later': ({ later }) => both(later),
};

/** A file written a moment ago is read again to be sure of it (seconds of the epoch). */
const LONG_AGO = 1_600_000_000;

/** Milliseconds in which the system writes out what was made before, and takes back the memory of the server before. */
const SETTLED = 3000;

const table = new Table({
  head: ['articles', 'floor', '', 'ready', ...Object.keys(columns)],
  style: { head: [], border: [] },
});
for (const size of sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-bench-'));
  const storage = mkdtempSync(join(tmpdir(), 'fihris-bench-kept-'));
  try {
    await fillCorpus(source, folder, size);
    for (const file of articlesIn(folder)) utimesSync(file, LONG_AGO, LONG_AGO);
    const floor = floorOf(articlesIn(folder));
    for (const from of ['cold', 'cache'] as const) {
      await sleep(SETTLED);
      const served = await serve(folder, storage);
      const figures = [round(floor), from, round(served.ready), ...Object.values(columns).map((show) => show(served))];
      table.push([String(served.articles), ...figures]);
    }
  } finally {
    rmSync(storage, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(table.toString());

function both({ median, p95 }: Times): string {
  return `${median.toFixed(1)} / ${p95.toFixed(1)}`;
}

function round(value: number): string {
  return String(Math.round(value));
}
