/**
 * Kill -9 while facts are saved. After each the store must open, every record that it gives must be one that was written, whole, and every
 * record that was acknowledged (the writing had ended) must be there, or a later one of its article.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FactsCache } from '../../server/src/corpus/facts-cache.ts';
import { recordLine } from '../../server/src/corpus/facts-record.ts';
import { uniform } from '../../server/train/random.ts';
import { ARTICLES, CORPUS, RECIPE, recordOf } from './kept.ts';

/** `points`: kills; `seed`: of their times. Gives how many records were acknowledged. Rejects where something was lost. */
export async function crashSaving(points: number, seed: number): Promise<{ readonly acknowledged: number }> {
  const random = uniform(seed);
  const storage = mkdtempSync(join(tmpdir(), 'fihris-kept-'));
  const last = new Map<string, number>();
  let acknowledged = 0;
  try {
    for (let point = 0; point < points; point++) {
      const first = (point + 1) * 1_000_000;
      for (const [path, number] of await killed(storage, first, random() * 150)) {
        last.set(path, number);
        acknowledged++;
      }
      await check(storage, last);
    }
    return { acknowledged };
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

/** What a process acknowledged until it was killed, so many milliseconds after it was ready. */
async function killed(storage: string, first: number, after: number): Promise<[string, number][]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'keeping.ts'), storage, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      resolve();
    }),
  );
  await Promise.race([ready, ended]);
  await sleep(after);
  child.kill('SIGKILL');
  await ended;
  assert.equal(child.signalCode, 'SIGKILL', 'it ended by itself');
  // What stands behind the last line feed was cut off.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
    .filter(([kept]) => kept === 'kept')
    .map(([, path = '', number]) => [path, Number(number)]);
}

async function check(storage: string, last: ReadonlyMap<string, number>): Promise<void> {
  const cache = new FactsCache({ storage, corpus: CORPUS, recipe: Promise.resolve(RECIPE) });
  await cache.open();
  for (const path of ARTICLES) {
    const found = cache.find(path);
    const expected = last.get(path);
    if (found === undefined) {
      assert.equal(expected, undefined, `${path}: the record ${expected} was acknowledged, and there is none`);
      assert.ok(!cache.has(path), `${path}: damaged`);
      continue;
    }
    const number = found.stamp.modified ?? 0;
    const { line, ...record } = found;
    assert.deepEqual(record, recordOf(path, number), 'a record that was never written');
    assert.equal(`${line}\n`, recordLine(record));
    assert.ok(number >= (expected ?? 0), `${path}: ${expected} was acknowledged, and ${number} is there`);
  }
  cache.close();
}
