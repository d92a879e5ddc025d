import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globMatcher, isInside } from '../../../server/src/corpus/paths.ts';

function checkMatches(globs: string[], { yes = [], no = [] }: { yes?: string[]; no?: string[] }): void {
  const matches = globMatcher(globs);
  for (const path of yes) assert.ok(matches(path), `${globs} should match ${path}`);
  for (const path of no) assert.ok(!matches(path), `${globs} should not match ${path}`);
}

test('globs match paths below the folder, whatever the case of their letters', () => {
  checkMatches(['**/*.txt'], { yes: ['a.txt', 'b/c/D.TXT', 'خبر ١.txt', '[x].txt'], no: ['a.md', 'a.txt/b'] });
  checkMatches(['*.txt'], { yes: ['a.txt'], no: ['b/a.txt'] });
  checkMatches(['news/**', '!news/drafts/**'], { yes: ['news/a.txt'], no: ['news/drafts/a.txt', 'a.txt'] });
  checkMatches([], { no: ['a.txt'] });
});

test('hidden and installed files are never articles', () => {
  checkMatches(['**', '.git/*', 'node_modules/**'], {
    yes: ['a.txt'],
    no: ['.git/a.txt', 'b/.x.txt', 'b/node_modules/c/a.txt'],
  });
});

test('no path and no glob leads out of the folder', () => {
  checkMatches(['**/*.txt'], { no: ['../a.txt', '/etc/a.txt', 'b/../../a.txt', 'C:/a.txt', 'b\\..\\..\\a.txt', ''] });
  checkMatches(['../**/*.txt', '/**'], { no: ['a.txt', '../a.txt', '/a.txt'] });
  for (const path of ['a', 'a/b..c', '..a', 'a..']) assert.ok(isInside(path), path);
});
