/**
 * The JSON schema of `fihris.yaml`, which editors with a YAML extension check the file by, says what our own reader of the file says: it
 * accepts what that reads without a complaint, and refuses what that complains of. What only the program can know (whether words are
 * an office, whether a day is in the calendar, whether a path leads out of the folder) the schema leaves open.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readSettings } from '../../../server/src/corpus/settings-file.ts';
import schema from '../../../syntaxes/fihris.schema.json' with { type: 'json' };

// A dependency of vsce's, which is there wherever the tests are.
const { default: Ajv } = createRequire(import.meta.url)('ajv') as {
  default: new (options: object) => { compile(schema: object): (value: unknown) => boolean };
};
const accepts = new Ajv({ allowUnionTypes: true, strict: false }).compile(schema);

/** A YAML 1.2 core reader, as editors have. */
const readAsYaml = (text: string): unknown => parseDocument(text).toJS() ?? {};

const BEYOND_SCHEMA = new Set(['not-an-office', 'leaves-folder', 'not-a-date', 'not-a-glob']);

function checkAgrees(text: string): boolean | null {
  const { problems } = readSettings(text);
  const codes = problems.map(({ problem }) => problem.code);
  if (codes.length > 0 && codes.every((code) => BEYOND_SCHEMA.has(code))) return null;
  const good = codes.length === 0;
  assert.equal(accepts(readAsYaml(text)), good, `${text}\n${codes.join(', ')}`);
  return good;
}

const reference = fc.constantFrom(
  'سامر الحداد',
  '"yes"',
  '1975',
  '{ in: a.txt, mention: الحداد }',
  '{ in: a.txt, mention: الحداد, nth: 2 }',
  '{ in: 2020, mention: 7 }',
  // Wrong ones.
  '{ in: a.txt, mention: الحداد, nth: 0 }',
  '{ in: a.txt, mention: الحداد, nth: x }',
  '{ mention: الحداد }',
  '{ in: a.txt }',
  '{ in: a.txt, mention: x, of: y }',
  '""',
  '~',
  '[x]',
  'true',
);
const list = fc.array(reference, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`);
const value = fc.oneof({ weight: 2, arbitrary: reference }, { weight: 2, arbitrary: list });
const pair = fc.tuple(
  fc.constantFrom('same', 'different', 'not a person', 'rename', 'to', 'office', 'of', 'in', 'date', 'hide', 'because'),
  value,
);
const right = fc.oneof(
  list.map((all) => `same: ${all}`),
  list.map((all) => `different: ${all}`),
  reference.map((one) => `not a person: ${one}`),
  reference.map((one) => `hide: ${one}`),
  fc.tuple(reference, reference).map(([one, to]) => `{ rename: ${one}, to: ${to} }`),
  fc.tuple(reference, reference).map(([of, path]) => `{ office: وزير الدفاع العراقي, of: ${of}, in: ${path} }`),
  fc
    .tuple(reference, fc.constantFrom('2020-11-15', '2020-11', '2020', '"2020"'))
    .map(([of, date]) => `{ date: ${date}, of: ${of} }`),
);
const correction = fc.oneof(
  { weight: 4, arbitrary: right },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(pair, { selector: ([key]) => key, minLength: 1, maxLength: 3 })
      .map((pairs) => `{ ${pairs.map(([key, of]) => `${key}: ${of}`).join(', ')} }`),
  },
  { weight: 1, arbitrary: reference },
);
const file = fc
  .tuple(
    fc.constantFrom('', 'name: أرشيف\n', 'name: 7\n', 'name: [x]\n', 'names: x\n', 'name:\n'),
    fc.constantFrom('', 'include: "*.txt"\n', 'include: ["*.txt", "!b"]\n', 'include: [[x]]\n', 'include:\n'),
    fc.constantFrom('', 'dates:\n  a.txt: 2020-11-15\n', 'dates: { a.txt: 2020 }\n', 'dates: x\n', 'dates:\n'),
    fc.array(correction, { maxLength: 2 }),
  )
  .map(
    ([name, include, dates, all]) =>
      name + include + dates + (all.length === 0 ? '' : `corrections:\n${all.map((each) => `  - ${each}\n`).join('')}`),
  );

test('the schema accepts what the program reads, and refuses what it complains of', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(file, (text) => {
      const good = checkAgrees(text);
      if (good !== null) seen[good ? 'accepted' : 'refused']++;
    }),
    { numRuns: 2000 },
  );
  assert.ok(seen.accepted > 200 && seen.refused > 200, JSON.stringify(seen));
});

test('the example of the README is accepted', async () => {
  const { readFile } = await import('node:fs/promises');
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const example = /```yaml\n(.*?)```/su.exec(readme)?.[1] ?? '';
  assert.match(example, /corrections:/);
  assert.equal(checkAgrees(example), true);
});
