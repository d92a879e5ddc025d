import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIsoDate } from '../../../server/src/corpus/iso-date.ts';
import { readSettings } from '../../../server/src/corpus/settings-file.ts';

const SIGN = { error: '^', warning: '~' } as const;

/** What is wrong in a `fihris.yaml`, drawn below its lines: `^` an error, `~` a warning, with its code. */
function checkProblems(drawn: string): void {
  const isDrawing = (line: string) => /^\s*[\^~]+ \S+$/.test(line);
  const lines = drawn.split('\n');
  const text = lines.filter((line) => !isDrawing(line)).join('\n');
  const problems = readSettings(text).problems;
  const shown = text.split('\n').flatMap((line, number) => [
    line,
    ...problems
      .filter(({ range }) => range.start.line === number)
      .map(({ problem, severity, range }) => {
        const end = range.end.line === number ? range.end.character : line.length;
        const width = Math.max(1, end - range.start.character);
        return `${' '.repeat(range.start.character)}${SIGN[severity].repeat(width)} ${problem.code}`;
      }),
  ]);
  assert.equal(shown.join('\n'), drawn);
}

test('name, include and dates', () => {
  const { settings, problems } = readSettings(
    'name: أرشيف الحدود\ninclude: [articles/**/*.txt, "!articles/drafts/**"]\ndates:\n  a.txt: 2020-11-15\n  ./b/c.txt: 2021-02\n  d.txt: 1975\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, {
    name: 'أرشيف الحدود',
    include: ['articles/**/*.txt', '!articles/drafts/**'],
    dates: new Map([
      ['a.txt', '2020-11-15'],
      ['b/c.txt', '2021-02'],
      ['d.txt', '1975'],
    ]),
    corrections: [],
  });
});

test('one pattern needs no list, and an empty file or key says nothing', () => {
  assert.deepEqual(readSettings('include: "*.text"').settings.include, ['*.text']);
  for (const text of ['', '# nothing yet\n', 'name:\ninclude:\ndates:\n'])
    assert.deepEqual(readSettings(text), {
      settings: { name: null, include: null, dates: new Map(), corrections: [] },
      problems: [],
    });
});

test('what is not YAML is shown where it breaks off', () => {
  checkProblems('dates:\n  a.txt: 2020-11-15\n name: x\n^ syntax');
  checkProblems('name: "x\n        ^ syntax');
});

test('wrong values are errors at the value', () => {
  checkProblems(
    'include:\n  - "*.txt"\n  - [a]\n    ^^^ not-texts\n  - ../other/*.txt\n    ^^^^^^^^^^^^^^ leaves-folder\n  - a*b*c*.txt\n    ^^^^^^^^^^ not-a-glob',
  );
  checkProblems('dates:\n  a.txt: 2020-02-30\n         ^^^^^^^^^^ not-a-date\n  b.txt: أمس\n         ^^^ not-a-date');
  checkProblems('dates: 2020-11-15\n       ^^^^^^^^^^ not-a-map');
  checkProblems('name: [a, b]\n      ^^^^^^ not-text');
  checkProblems('/etc: x\n~~~~ unknown-key');
  checkProblems('just a sentence\n^^^^^^^^^^^^^^^ not-a-map');
});

test('an unknown key is a warning that names the known ones', () => {
  checkProblems('name: x\nincluded: "*.txt"\n~~~~~~~~ unknown-key');
  const [problem] = readSettings('toString: 1').problems;
  assert.deepEqual(problem?.problem, {
    code: 'unknown-key',
    key: 'toString',
    known: ['name', 'include', 'dates', 'corrections'],
  });
});

test('entries without an error count beside those with one', () => {
  const { settings } = readSettings('name: x\ndates:\n  a.txt: nonsense\n  b.txt: 2020-01-01\n');
  assert.deepEqual([settings.name, [...settings.dates]], ['x', [['b.txt', '2020-01-01']]]);
});

test('aliases are not followed, so a file cannot grow while it is read', () => {
  const bomb = `a: &a [x, x, x, x, x, x]\n${[...'bcdefghij'].map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]`).join('\n')}\ninclude: *j\n`;
  assert.equal(readSettings(bomb).settings.include, null);
});

test('dates are days, months and years of the calendar', () => {
  for (const date of ['2020-02-29', '1975', '2021-12', '0044-03-15']) assert.ok(isIsoDate(date), date);
  for (const date of ['2021-02-29', '2021-13', '15-11-2020', '2020-1-1', '20201115', '', '2021-00-10'])
    assert.ok(!isIsoDate(date), date);
});
