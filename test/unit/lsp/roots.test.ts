/** Folders on no disk: paths of files and their URIs, as VS Code writes them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathBelow, uriBelow } from '../../../server/src/lsp/roots.ts';

const FOLDER = 'vscode-vfs://github%2B7b/owner/repo';

test('a path is escaped as VS Code escapes it, and read back', () => {
  for (const [path, escaped] of [
    ['a.txt', 'a.txt'],
    ['أخبار (1)/خبر! 100%.txt', '%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1%20%281%29/%D8%AE%D8%A8%D8%B1%21%20100%25.txt'],
    ["a'*#?&=.txt", 'a%27%2A%23%3F%26%3D.txt'],
  ] as const) {
    assert.equal(uriBelow(FOLDER, path), `${FOLDER}/${escaped}`);
    assert.equal(pathBelow(FOLDER, uriBelow(FOLDER, path)), path);
    // The root of a file system ends on a slash.
    assert.equal(pathBelow('memfs:/', uriBelow('memfs:/', path)), path);
  }
  assert.equal(uriBelow(FOLDER, ''), FOLDER);
  assert.equal(pathBelow(FOLDER, `${FOLDER}/`), '');
});

test('what lies elsewhere, climbs out or is no file has no path', () => {
  for (const uri of [
    'vscode-vfs://github%2B7b/owner/repository/a.txt',
    'vscode-vfs://other/owner/repo/a.txt',
    'file:///owner/repo/a.txt',
    `${FOLDER}/../a.txt`,
    `${FOLDER}/%2e%2e/a.txt`,
    `${FOLDER}/..%2Fa.txt`,
    `${FOLDER}//etc/passwd`,
    `${FOLDER}/a.txt?ref=main`,
    `${FOLDER}/a.txt#L1`,
    `${FOLDER}/%00`,
    `${FOLDER}/%`,
    '',
  ])
    assert.equal(pathBelow(FOLDER, uri), null, uri);
});
