/** The programs without their model, or with one that is none: one message, and the rules go on alone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const dist = join(import.meta.dirname, '../../dist');
const folder = mkdtempSync(join(tmpdir(), 'fihris-model-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
copyFileSync(join(dist, 'cli.js'), join(folder, 'cli.js'));

const SENTENCE = 'زار\nوزير\nالدفاع\nالعراقي\nكريم\nالراوي\nبغداد\n';

function checkTags(model: Uint8Array | null, message: RegExp | null, locale = 'en_GB.UTF-8'): void {
  const file = join(folder, 'tagger.bin');
  rmSync(file, { force: true });
  if (model) writeFileSync(file, model);
  const { LC_ALL: _, LC_MESSAGES: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js'), 'tag'], {
    input: SENTENCE,
    encoding: 'utf8',
    env: { ...env, LANG: locale },
  });
  assert.equal(status, 0);
  assert.match(stdout, /^كريم\tB-PERS\nالراوي\tI-PERS\nبغداد\tB-LOC$/m);
  if (message === null) assert.equal(stderr, '');
  else {
    assert.equal(stderr.trimEnd().split('\n').length, 1);
    assert.match(stderr, message);
  }
}

test('the model lies beside the programs', () => checkTags(readFileSync(join(dist, 'tagger.bin')), null));

test('without it, or with half of it, one line says so and the rules find what they find', () => {
  checkTags(null, /tagger\.bin is not beside the program/);
  checkTags(null, /لا ملف tagger\.bin/, 'ar_IQ.UTF-8');
  checkTags(readFileSync(join(dist, 'tagger.bin')).subarray(0, 100_000), /damaged/);
  checkTags(new TextEncoder().encode('<html>404</html> '.repeat(10)), /no model/);
});
