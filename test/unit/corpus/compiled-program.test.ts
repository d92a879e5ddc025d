import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { runProgram } from '../../../server/src/corpus/compiled-program.ts';
import { giveMemoryBack } from '../../../server/src/corpus/give-back.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-compiled-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;

interface Said {
  readonly says: string;
  readonly address: string;
}

const programThatSays = (text: string): string =>
  `(function (module, require, address) { const say = () => require('node:path').join('a', ${JSON.stringify(text)}); module.exports = { says: say(), address }; })`;

function place(text: string): { readonly program: URL; readonly path: string; readonly folder: string } {
  const path = join(mkdtempSync(join(scratch, 'program-')), 'program.js');
  writeFileSync(path, programThatSays(text));
  return { program: pathToFileURL(path), path, folder: join(scratch, String(folders++), 'compiled') };
}

const keptIn = (folder: string): string => join(folder, readdirSync(folder)[0] as string);

test('a program runs with what Node has, and what is compiled of it is kept once', async () => {
  const { program, folder } = place('خبر');
  const first = runProgram<Said>(program, folder);
  assert.deepEqual(first.exports, { says: join('a', 'خبر'), address: program.href });
  assert.equal(await first.keep(), true);
  assert.equal(readdirSync(folder).length, 1);
  assert.ok(readFileSync(keptIn(folder)).length > 100);
  const second = runProgram<Said>(program, folder);
  assert.deepEqual(second.exports, first.exports);
  assert.equal(await second.keep(), false, 'it was taken');
});

test('nobody else may read or write what was compiled', { skip: process.platform === 'win32' }, async () => {
  const { program, folder } = place('a');
  await runProgram(program, folder).keep();
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.equal(statSync(keptIn(folder)).mode & 0o777, 0o600);
});

test('what was compiled of another program is not taken, however much alike both are', async () => {
  const { program, path, folder } = place('abc');
  await runProgram(program, folder).keep();
  writeFileSync(path, programThatSays('abd'));
  const changed = runProgram<Said>(program, folder);
  assert.equal(changed.exports.says, join('a', 'abd'));
  assert.equal(await changed.keep(), true);
  assert.equal(readdirSync(folder).length, 1, 'in its place');
  assert.equal(await runProgram(program, folder).keep(), false);
});

test('cut or damaged anywhere it is not taken, and made again', async () => {
  const { program, folder } = place('abc');
  await runProgram(program, folder).keep();
  const kept = keptIn(folder);
  const whole = readFileSync(kept);
  const damaged = [0, 1, 4, 7, 8, 9, 40, whole.length >> 1, whole.length - 1];
  for (const bytes of [
    ...damaged.map((length) => whole.subarray(0, length)),
    ...damaged.map((at) => Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 1 : byte)))),
  ]) {
    writeFileSync(kept, bytes);
    const again = runProgram<Said>(program, folder);
    assert.equal(again.exports.says, join('a', 'abc'));
    assert.equal(await again.keep(), true);
    assert.deepEqual(readdirSync(folder).length, 1);
  }
});

test('where nothing can be written the program runs all the same', async () => {
  const { program, folder } = place('abc');
  assert.equal(await runProgram(program, null).keep(), false);
  writeFileSync(join(scratch, 'file'), '');
  assert.equal(await runProgram(program, join(scratch, 'file', 'compiled')).keep(), false);
  assert.throws(() => readdirSync(folder), { code: 'ENOENT' });
});

test('what is as old as versions that nobody starts is deleted', async () => {
  const { program, folder } = place('abc');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, days: number) => {
    const written = new Date(Date.now() - days * 86_400_000);
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), written, written);
  };
  write('serve.js.0', 61);
  write('serve.js.1', 59);
  await runProgram(program, folder).keep();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('serve')),
    ['serve.js.1'],
  );
});

test('giving memory back leaves V8 the flags for which programs were compiled', () => {
  const before = cachedDataVersionTag();
  giveMemoryBack();
  assert.equal(cachedDataVersionTag(), before);
});
