import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import { beginning, fileMatcher, firstFiles } from '../../../client/src/first-files.ts';
import { temporaryFolder } from '../../host/fixtures.ts';

const folder = temporaryFolder({
  'ب.txt': 'ب',
  'أ.txt': 'وصل الوزير',
  'notes.md': '#',
  '2020/مايو/ج.txt': 'ج',
  '2020/د.txt': 'د',
  'draft/هـ.txt': 'هـ',
  '.git/x.txt': 'x',
  'node_modules/package/y.txt': 'y',
});

async function checkFound(globs: string[], limit: number, expected: string[], complete: boolean): Promise<void> {
  const found = await firstFiles(folder, globs, limit);
  assert.deepEqual(
    found.files.map((file) => relative(folder, file).replaceAll('\\', '/')),
    expected,
  );
  assert.equal(found.complete, complete);
}

test('files that match, those near the top first', async () => {
  await checkFound(['**/*.txt'], 9, ['أ.txt', 'ب.txt', '2020/د.txt', 'draft/هـ.txt', '2020/مايو/ج.txt'], true);
  await checkFound(['**/*.txt'], 2, ['أ.txt', 'ب.txt'], false);
  await checkFound(['*.md', '2020/*.txt'], 9, ['notes.md', '2020/د.txt'], true);
  await checkFound(['**/*.txt', '!draft/**'], 9, ['أ.txt', 'ب.txt', '2020/د.txt', '2020/مايو/ج.txt'], true);
  await checkFound([], 9, [], true);
});

test('a folder that is not there has no files', async () => {
  assert.deepEqual(await firstFiles(`${folder}/none`, ['**'], 9), { files: [], complete: true });
});

test('a file begins with its first bytes; one that cannot be read with none', async () => {
  assert.equal(new TextDecoder().decode(await beginning(`${folder}/أ.txt`)), 'وصل الوزير');
  assert.equal((await beginning(folder)).length, 0);
  assert.equal((await beginning(`${folder}/none.txt`)).length, 0);
});

test('which paths globs name: without regard to case, never in hidden folders or outside', () => {
  const isArticle = fileMatcher(['**/*.txt', '!drafts/**']);
  assert.deepEqual(
    ['خبر.txt', '2020/B.TXT', 'drafts/a.txt', '.git/a.txt', 'node_modules/p/a.txt', '../a.txt', 'a.md'].filter(
      isArticle,
    ),
    ['خبر.txt', '2020/B.TXT'],
  );
});
