/**
 * `npm run soak -- [FOLDER [SECONDS [HOURS [SEED]]]]`: 8 hours of reading and editing in ten minutes, over the articles of a folder (of
 * `examples/` without one), which is left as it was. Ends 1 where latency or memory does not stay level.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { ROOT } from '../host/paths.ts';
import { type Asked, mb, soak } from './soak.ts';

/** So many single requests are told of. */
const SLOWEST = 10;

const [given = '', seconds = '600', hours = '8', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const copy = given === '' ? mkdtempSync(join(tmpdir(), 'fihris-soak-')) : null;
if (copy !== null) cpSync(join(ROOT, 'examples'), copy, { recursive: true });
console.log(`seed ${seed}`);
try {
  const slowest: Asked[] = [];
  const report = await soak({
    corpus: copy ?? given,
    minutes: Number(hours) * 60,
    seconds: Number(seconds),
    seed: Number(seed),
    say: (line) => console.log(line),
    answered: (asked) => {
      slowest.push(asked);
      slowest.sort((a, b) => b.took - a.took).splice(SLOWEST);
    },
  });
  const table = new Table({
    head: ['ms, p50/p95', 'times', 'hour 1', 'middle', 'last hour'],
    style: { head: [], border: [] },
  });
  for (const [name, all] of report.hours) {
    const shown = (at: number) => `${all[at]?.p50.toFixed(1) ?? '-'} / ${all[at]?.p95.toFixed(1) ?? '-'}`;
    const count = all.reduce((sum, hour) => sum + hour.count, 0);
    table.push([name, String(count), shown(0), shown(all.length >> 1), shown(all.length - 1)]);
  }
  console.log(table.toString());
  console.log(`heap after collection, MB, every ten minutes: ${report.heaps.map(mb).join(' ')}`);
  console.log(`process, MB, every ten minutes: ${report.rss.map(mb).join(' ')}`);
  for (const { name, minute, took, params, result } of slowest)
    console.log(
      `${took.toFixed(0)} ms, minute ${minute}: ${name} ${JSON.stringify(params)}, ${JSON.stringify(result).length} characters`,
    );
  for (const wrong of report.wrong) console.error(`not level: ${wrong}`);
  process.exitCode = report.wrong.length > 0 ? 1 : 0;
} finally {
  if (copy !== null) rmSync(copy, { recursive: true });
}
