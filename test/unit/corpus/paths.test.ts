import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInside } from '../../../server/src/corpus/inside.ts';
import { globMatcher, whereToLook } from '../../../server/src/corpus/paths.ts';

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

test('an empty glob and one that makes no sense match nothing, and keep no other from matching', () => {
  checkMatches(['', '!', '[', '**/*.txt', '!**/x.txt', '{', '\\'], { yes: ['a.txt'], no: ['x.txt', 'a.md'] });
  checkMatches(['', '!'], { no: ['a.txt'] });
});

test('brackets and plus signs of a glob are letters', () => {
  checkMatches(['بيان (1).txt', 'a+b.txt', 'c\\(d\\).txt'], {
    yes: ['بيان (1).txt', 'a+b.txt', 'c(d).txt'],
    no: ['بيان 1.txt', 'aab.txt', 'ab.txt'],
  });
});

test('a backslash begins a name, and on Windows a path from the root', () => {
  const names = ['\\بيان.txt', '\\\\server\\share\\a.txt'];
  checkMatches(['**/*.txt'], process.platform === 'win32' ? { no: names } : { yes: names });
});

test('signs of which one must stand there, or none may', () => {
  checkMatches(['خبر[12].txt'], { yes: ['خبر1.txt', 'خبر2.txt'], no: ['خبر3.txt', 'خبر.txt'] });
  for (const none of ['خبر[!12].txt', 'خبر[^12].txt'])
    checkMatches([none], { yes: ['خبر3.txt', 'خبر!.txt', 'خبرة.txt'], no: ['خبر1.txt', 'خبر2.txt', 'خبر.txt'] });
  checkMatches(['[!أ-ي]*.txt'], { yes: ['a.txt', '1.txt'], no: ['خبر.txt'] });
  // Left open, or empty, they are letters.
  checkMatches(['خبر[!.txt'], { yes: ['خبر[!.txt'], no: ['خبر1.txt'] });
});

test('no glob takes long to match: what would is not matched at all', () => {
  // As long as names and paths of a file system are.
  const segment = `${'a'.repeat(254)}!`;
  const names = [
    segment,
    'ab'.repeat(127),
    '1'.repeat(255),
    `${'a/'.repeat(2040)}!`,
    `${segment}/`.repeat(16) + segment,
  ];
  const globs = [
    '(a+)+b',
    '(a|a)+b',
    '[a]+[a]+[a]+[a]+b',
    '*a*a*a*a*a*a*a*b',
    '**/a/**/a/**/a/**/a/**/b',
    '*a*b',
    '*a*a*b',
    '{*a,*b}*c',
  ];
  const more = [
    '**/*a*b',
    '**/a/**/b',
    '**/a*a/**/a*b',
    '**/**/**/a/*b',
    '?'.repeat(900),
    '{a,{a,{a,{a,b}}}}c',
    '{1..999999999}',
    '*\\\\\\\\',
    'a\\\\b*',
    '[[:alpha:]]+b',
    '!(a)+b',
  ];
  for (const glob of [...globs, ...more]) {
    const started = performance.now();
    for (const sign of ['', '!']) {
      const matches = globMatcher(['**/*.txt', `${sign}${glob}`]);
      for (const name of names) matches(name);
    }
    const took = performance.now() - started;
    assert.ok(took < 500, `${glob} takes ${took} ms`);
  }
});

test('folders in which nothing can match are not looked into', () => {
  const { mayHold, depth } = whereToLook(['news/2020/*.txt', 'بيان (1)/**']);
  for (const folder of ['news', 'NEWS', 'news/2020', 'بيان (1)', 'بيان (1)/أ/ب']) assert.ok(mayHold(folder), folder);
  for (const folder of ['photos', 'news/2021', 'newspaper', 'news/.git', 'بيان (1)/node_modules'])
    assert.ok(!mayHold(folder), folder);
  assert.equal(depth, Number.POSITIVE_INFINITY);
  assert.equal(whereToLook(['a/*/*.txt', '*.md']).depth, 2);
  assert.equal(whereToLook([]).depth, 0);
  assert.ok(!whereToLook([]).mayHold('a'));
});

test('whatever matches is found: every folder above it is looked into', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    'b',
    '*',
    '**',
    '?',
    'أ',
    '[ab]',
    '[!a',
    '{a,b/c}',
    '(1)',
    '+',
    '\\',
    '.',
    '!',
    '*.txt',
    'a.txt',
    ' ',
  );
  const glob = fc.array(
    fc.array(piece, { maxLength: 2 }).map((all) => all.join('')),
    { minLength: 1, maxLength: 4 },
  );
  const name = fc.constantFrom('a', 'b', 'A', 'B', 'ab', 'c', 'أ', '(1)', '+', 'a.txt', '[!a', '\\', '{a', 'a(1)', ' ');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
  fc.assert(
    fc.property(
      fc.array(
        glob.map((all) => all.join('/')),
        { maxLength: 3 },
      ),
      path,
      (globs, at) => {
        if (!globMatcher(globs)(at)) return;
        const { mayHold, depth } = whereToLook(globs);
        const above = at.split('/').slice(0, -1);
        assert.ok(above.length <= depth, `${at} is deeper than ${depth}`);
        for (const index of above.keys()) assert.ok(mayHold(above.slice(0, index + 1).join('/')), at);
      },
    ),
    { numRuns: 5000 },
  );
});
