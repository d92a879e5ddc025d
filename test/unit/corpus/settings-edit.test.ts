/** Corrections in `fihris.yaml`: what a person sees in the difference between two versions of the file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addCorrection,
  removeCorrection,
  type SettingsEdit,
  setDate,
} from '../../../server/src/corpus/settings-edit.ts';
import { readSettings } from '../../../server/src/corpus/settings-file.ts';
import type { Decision } from '../../../server/src/resolve/decisions.ts';

const SAME: Decision = { kind: 'same', of: ['سامر الحداد', 'سامر كمالي'] };
const HIDE: Decision = { kind: 'hide', of: [{ in: 'a.txt', mention: 'الوزير: «س»', nth: 2 }] };

const apply = (text: string, edit: SettingsEdit | null): string => {
  assert.ok(edit, `no edit of\n${text}`);
  return text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
};

/** `+` before the lines that appear; all others must be there before and after. */
function checkAdded(drawn: string, decision: Decision): void {
  const lines = drawn.split('\n');
  const before = lines.filter((line) => !line.startsWith('+')).join('\n');
  const after = lines.map((line) => line.replace(/^\+/, '')).join('\n');
  const edited = apply(before, addCorrection(before, decision));
  assert.equal(edited, after);
  const index = readSettings(edited).settings.corrections.length - 1;
  assert.equal(apply(edited, removeCorrection(edited, index)), before, 'taken away again');
}

test('a correction is one line, after those that are there', () => {
  checkAdded(
    '# mine\nname: x # so\n\ncorrections:\n  # why\n  - hide: العراق # noise\n+  - same: [سامر الحداد, سامر كمالي]\ndates:\n  a.txt: 2020\n',
    SAME,
  );
  checkAdded(
    'corrections:\n- hide: العراق\n\n# later\n+'.replace(
      '\n\n# later\n+',
      '\n+- same: [سامر الحداد, سامر كمالي]\n\n# later\n',
    ),
    SAME,
  );
  checkAdded('+corrections:\n+  - same: [سامر الحداد, سامر كمالي]\n', SAME);
  checkAdded('name: x\n+corrections:\n+  - hide: { in: a.txt, mention: "الوزير: «س»", nth: 2 }\n', HIDE);
});

test('an empty key, a file without a line break at its end, other line breaks', () => {
  assert.equal(
    apply('corrections:\nname: x', addCorrection('corrections:\nname: x', SAME)),
    'corrections:\n  - same: [سامر الحداد, سامر كمالي]\nname: x',
  );
  assert.equal(
    apply('name: x', addCorrection('name: x', SAME)),
    'name: x\ncorrections:\n  - same: [سامر الحداد, سامر كمالي]\n',
  );
  const windows = 'name: x\r\ncorrections:\r\n  - hide: العراق\r\n';
  assert.equal(apply(windows, addCorrection(windows, SAME)), `${windows}  - same: [سامر الحداد, سامر كمالي]\r\n`);
});

test('files in flow style', () => {
  assert.equal(
    apply('corrections: [{ hide: العراق }]\n', addCorrection('corrections: [{ hide: العراق }]\n', SAME)),
    'corrections: [{ hide: العراق }, { same: [سامر الحداد, سامر كمالي] }]\n',
  );
  const text = '{ name: x }';
  assert.deepEqual(
    readSettings(apply(text, addCorrection(text, SAME))).settings.corrections.map(({ decision }) => decision),
    [SAME],
  );
});

test('a half-written line is left as it is, and so is everything else', () => {
  const broken = 'corrections:\n  - same: [سامر الحداد,\n  - hide: العراق\nname: x\n';
  const { settings, problems } = readSettings(broken);
  assert.deepEqual(
    settings.corrections.map(({ decision }) => decision),
    [{ kind: 'hide', of: ['العراق'] }],
  );
  assert.equal(settings.name, 'x');
  assert.deepEqual(
    problems.map(({ problem, range }) => [problem.code, range.start.line]),
    problems.map(() => ['syntax', problems[0]?.range.start.line]),
  );
  assert.ok(problems.length > 0);
  assert.equal(
    apply(broken, addCorrection(broken, SAME)),
    'corrections:\n  - same: [سامر الحداد,\n  - hide: العراق\n  - same: [سامر الحداد, سامر كمالي]\nname: x\n',
  );
});

test('dates are set and changed in place', () => {
  const text = 'dates: # of mine\n  a.txt: 2020-01-01 # sure\n  b.txt: 2021\nname: x\n';
  assert.equal(apply(text, setDate(text, 'a.txt', '2020-01-02')), text.replace('2020-01-01', '2020-01-02'));
  assert.equal(
    apply(text, setDate(text, 'c d.txt', '2020-01-02')),
    text.replace('name', '  c d.txt: 2020-01-02\nname'),
  );
  assert.equal(apply('', setDate('', 'a.txt', '2020')), 'dates:\n  a.txt: 2020\n');
});

// Any names, those that YAML reads as something else among them.
const name = fc.oneof(
  fc.constantFrom(
    'سامر الحداد',
    'yes',
    '1975',
    'null',
    '2020-01-01',
    '- a',
    'a: b',
    '#x',
    "it's",
    '"q"',
    '[x]',
    '{',
    '&a',
    '*a',
    '!t',
    '%',
    'a, b',
    '@',
    '|',
    '>',
    '?',
    '~',
    'الحداد: «س»',
  ),
  fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((text) => text.trim() === text && !/[\s\p{Cc}\p{Cs}\p{Cn}\uFEFF]/u.test(text)),
);
const path = fc.constantFrom('a.txt', 'b c/d.txt', '2020-01-01.txt', 'خبر.txt', "o'c.txt", 'a- b.txt', '#.txt');
const reference = fc.oneof(
  name,
  fc.record({ in: path, mention: name, nth: fc.option(fc.integer({ min: 1, max: 9 })) }),
);
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('same' as const), of: fc.array(reference, { minLength: 2, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('different' as const), of: fc.array(reference, { minLength: 2, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('not-person' as const), of: fc.tuple(reference) }),
  fc.record({ kind: fc.constant('hide' as const), of: fc.tuple(reference) }),
  fc.record({ kind: fc.constant('rename' as const), of: fc.tuple(reference), to: name }),
  fc.record({ kind: fc.constant('date' as const), of: fc.tuple(reference), date: fc.constant('2020-11') }),
);
const comment = fc.constantFrom('', '', '# note', '   # note: [x', '#', ' ');
const chunk = fc.oneof(
  comment,
  fc.constantFrom(
    'name: x # so',
    'include:\n  - "*.txt"\n  # the rest\n  - "*.md"',
    'dates:\n  a.txt: 2020 # maybe\n\n  b.txt: 2021-01',
    'dates: { a.txt: 2020 }',
    'other: |\n  text\n   - more\n\n  # no comment',
    'name: "a\n  b"',
    'include: [a,\n b]',
  ),
);
const item = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '- hide: العراق',
      '- same: [a, b] # so',
      '- rename: a\n    to: b',
      '- { rename: "x", to: y }',
      "- not a person: 'it''s'",
      '-\n    hide: z',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('# why', '', '- same: [a,', '- "x', '- nonsense: 1', '-', '- hide: : x', '- {a'),
  },
);
const corrections = fc
  .tuple(fc.constantFrom('  ', '', '    '), fc.array(item, { maxLength: 5 }), comment)
  .map(([indent, items, note]) =>
    [
      `corrections: ${note.trim()}`.trimEnd(),
      ...items.map((each) => (each === '' ? '' : indent + each.replaceAll('\n  ', `\n${indent}`))),
    ].join('\n'),
  );
const file = fc
  .tuple(
    fc.uniqueArray(chunk, { maxLength: 4 }),
    fc.option(corrections),
    fc.uniqueArray(comment),
    fc.constantFrom('\n', '', '\n\n'),
    fc.boolean(),
  )
  .map(([chunks, list, end, last, windows]) => {
    const keys = new Set<string>();
    const unique = chunks.filter((each) => {
      const key = /^\w+/.exec(each)?.[0] ?? '';
      return key === '' || (!keys.has(key) && keys.add(key));
    });
    const text = [...unique, ...(list === null ? [] : [list]), ...end].join('\n') + last;
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });

const contents = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

test('whatever the file: a correction adds lines and takes the same away, and all else stays', () => {
  let made = 0;
  let all = 0;
  fc.assert(
    fc.property(file, decision, fc.nat(), (text, added, which) => {
      all++;
      const before = readSettings(text).settings.corrections.map((each) => each.decision);
      const edit = addCorrection(text, added);
      if (edit === null) return;
      made++;
      assert.equal(edit.start, edit.end, 'nothing is written over');
      const after = apply(text, edit);
      const read = readSettings(after).settings.corrections.map((each) => each.decision);
      assert.equal(JSON.stringify(read), JSON.stringify([...before, added]));
      const left = contents(after);
      for (const line of contents(text)) assert.ok(left.includes(line), line);
      const taken = removeCorrection(after, which % read.length);
      assert.ok(taken);
      assert.equal(taken.newText, '');
      const rest = readSettings(apply(after, taken)).settings.corrections.map((each) => each.decision);
      assert.deepEqual(rest, read.toSpliced(which % read.length, 1));
    }),
    { numRuns: 600 },
  );
  assert.ok(made > all * 0.9, `${made} of ${all} files could be added to`);
});
