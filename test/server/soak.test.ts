/** The short form of `npm run soak`. */
import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../host/paths.ts';
import { soak } from '../soak/soak.ts';

test('an hour of reading and editing: no defect, memory stays level, and the folder is left as it was', async (t) => {
  const corpus = mkdtempSync(join(tmpdir(), 'fihris-soak-'));
  t.after(() => rmSync(corpus, { recursive: true }));
  cpSync(join(ROOT, 'examples'), corpus, { recursive: true });
  const texts = () => globSync('**/*', { cwd: corpus, withFileTypes: true }).flatMap(textOf).sort();
  const before = texts();
  const { articles, heaps, hours, wrong } = await soak({ corpus, minutes: 60, seconds: 0, seed: 20201115 });
  assert.ok(articles > 0);
  assert.equal(heaps.length, 6);
  assert.ok([...hours.keys()].includes('fihris/network'), [...hours.keys()].join());
  // How long things take is said by a run on a machine that does nothing else.
  assert.deepEqual(
    wrong.filter((each) => each.startsWith('heap')),
    [],
  );
  assert.deepEqual(texts(), before);
});

function textOf(entry: { isFile(): boolean; parentPath: string; name: string }): string[] {
  return entry.isFile() ? [`${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`] : [];
}
