import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdir, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { Unreadable } from '../../../server/src/corpus/door.ts';
import { NodeFileDoor } from '../../../server/src/corpus/node-door.ts';
import type { FileProblem } from '../../../server/src/corpus/problems.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-door-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;

function folderWith(files: Record<string, string>): string {
  const folder = join(scratch, String(folders++), 'corpus');
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function checkListed(folder: string, globs: string[], paths: string[]): Promise<void> {
  assert.deepEqual(await new NodeFileDoor(folder).list(globs), paths);
}

async function checkUnreadable(folder: string, path: string, problem: FileProblem, limit = 100): Promise<void> {
  await assert.rejects(new NodeFileDoor(folder).read(path, limit), new Unreadable(problem));
}

test('globs, with exceptions, sorted, hidden and installed folders left out', async () => {
  const folder = folderWith({
    'b.txt': '',
    'a/x.TXT': '',
    'a/y.md': '',
    'ورقة.txt': '',
    '.git/z.txt': '',
    'a/node_modules/z.txt': '',
    '.hidden.txt': '',
    'drafts/d.txt': '',
  });
  await checkListed(folder, ['**/*.txt'], ['a/x.TXT', 'b.txt', 'drafts/d.txt', 'ورقة.txt']);
  await checkListed(folder, ['**/*.txt', '!drafts/**'], ['a/x.TXT', 'b.txt', 'ورقة.txt']);
  await checkListed(folder, ['a/*.{txt,md}'], ['a/x.TXT', 'a/y.md']);
  await checkListed(folder, ['*.none', 'b.txt', 'A/**'], ['a/x.TXT', 'a/y.md', 'b.txt']);
  await checkListed(folder, ['*.none'], []);
  await checkListed(folder, [], []);
  await checkListed(join(folder, 'missing'), ['**/*.txt'], []);
});

test('nothing outside the folder is listed, whatever the glob', async () => {
  const folder = folderWith({ 'a.txt': '' });
  writeFileSync(join(folder, '../outside.txt'), '');
  for (const glob of ['../*.txt', join(folder, '..', '*.txt'), 'x/../../*.txt']) await checkListed(folder, [glob], []);
});

test('folders that no glob names are not asked for', async () => {
  const folder = folderWith({ 'news/2020/a.txt': '', 'news/2021/b.txt': '', 'photos/2020/c.txt': '', 'd.txt': '' });
  const asked: string[] = [];
  const listening = ((path: string, ...rest: never[]) => {
    asked.push(relative(folder, path));
    (readdir as (path: string, ...rest: never[]) => void)(path, ...rest);
  }) as typeof readdir;
  const door = new NodeFileDoor(folder, { readdir: listening });
  assert.deepEqual(await door.list(['news/2020/*.txt']), ['news/2020/a.txt']);
  assert.deepEqual(asked, ['', 'news', join('news', '2020')]);
});

test('nothing outside the folder is read, by path or by link', async () => {
  const folder = folderWith({ 'a.txt': 'inside' });
  writeFileSync(join(folder, '../outside.txt'), 'outside');
  symlinkSync('../outside.txt', join(folder, 'link.txt'));
  symlinkSync('..', join(folder, 'up'));
  symlinkSync('a.txt', join(folder, 'same.txt'));
  for (const path of [
    '../outside.txt',
    join(folder, '../outside.txt'),
    'link.txt',
    'up/outside.txt',
    'a/../../outside.txt',
  ])
    await checkUnreadable(folder, path, { code: 'outside' });
  assert.equal(await new NodeFileDoor(folder).stat('up/outside.txt'), null);
  assert.equal(new TextDecoder().decode(await new NodeFileDoor(folder).read('same.txt', 100)), 'inside');
});

test('links that go round in circles end', async () => {
  const folder = folderWith({ 'a/b.txt': '' });
  symlinkSync('..', join(folder, 'a/round'));
  symlinkSync('self.txt', join(folder, 'self.txt'));
  assert.ok((await new NodeFileDoor(folder).list(['**/*.txt'])).includes('a/b.txt'));
  await checkUnreadable(folder, 'self.txt', { code: 'system', error: 'ELOOP' });
});

test('what cannot be read is refused with the reason', async () => {
  const folder = folderWith({ 'a.txt': 'x'.repeat(101), 'b.txt/c': '', 'secret.txt': '' });
  await checkUnreadable(folder, 'gone.txt', { code: 'gone' });
  await checkUnreadable(folder, 'a.txt/b.txt', { code: 'gone' });
  await checkUnreadable(folder, 'a.txt', { code: 'too-large', size: 101, limit: 100 });
  await checkUnreadable(folder, 'b.txt', { code: 'not-a-file' });
  if (process.getuid?.() !== 0) {
    chmodSync(join(folder, 'secret.txt'), 0);
    await checkUnreadable(folder, 'secret.txt', { code: 'denied' });
  }
});

test('a pipe does not keep its reader waiting', { skip: process.platform === 'win32' }, async () => {
  const folder = folderWith({});
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  await checkListed(folder, ['**/*.txt'], []);
  await checkUnreadable(folder, 'pipe.txt', { code: 'not-a-file' });
});

test('the head of a file of any size', async () => {
  const door = new NodeFileDoor(folderWith({ 'a.txt': 'abcdef' }));
  assert.equal(new TextDecoder().decode(await door.head('a.txt', 3)), 'abc');
  assert.equal((await door.head('a.txt', 100)).length, 6);
  assert.deepEqual([await door.stat('a.txt'), await door.stat('b')], ['file', null]);
});
