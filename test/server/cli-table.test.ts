import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../server/src/cli/table.ts';

const head = ['Date', 'Agreement', 'Parties'];
const rows = [
  ['2019-03-03', 'مذكرة تفاهم أمنية بشأن ضبط الحدود المشتركة ومنع التسلل والتهريب بين الجانبين', 'العراق، إيران'],
  ['', 'Protocol', 'إيران'],
];

/** Each line cut into cells, by the gaps between them. */
const cells = (drawn: string) =>
  drawn
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/));

test('elsewhere than in a terminal all text stands as it is', () => {
  assert.deepEqual(cells(table(head, rows, null)), [head, rows[0], ['', 'Protocol', 'إيران']]);
});

test('in a terminal each cell is isolated, and the longest gives way until a row fits', () => {
  const drawn = table(head, rows, 60).replaceAll('\u001B[1m', '').replaceAll('\u001B[22m', '');
  for (const line of drawn.trimEnd().split('\n')) {
    assert.equal(line.match(/\u2068[^\u2068\u2069]*\u2069/g)?.length, 3, line);
    assert.ok(line.replace(/[\u2068\u2069]/g, '').length <= 60, line);
  }
  assert.match(drawn, /\u2068مذكرة تفاهم أمنية بشأن[^\u2069]*…\u2069/);
  assert.match(drawn, /\u2068العراق، إيران\u2069/);
});

test('a terminal that is too narrow for any table gets the narrowest there is', () => {
  assert.ok(table(head, rows, 5).includes('2019-03-03'));
});
