import assert from 'node:assert/strict';
import { test } from 'node:test';
import { climbs, locationOf } from '../../../client/src/location-argument.ts';

const range = { start: { line: 3, character: 5 }, end: { line: 3, character: 12 } };
const uri = 'file:///corpus/first.txt';

test('a location is taken as it is, without what does not belong to it', () => {
  assert.deepEqual(locationOf({ uri, range, command: 'other' }), { uri, range });
});

test('anything of another shape is refused', () => {
  for (const argument of [
    undefined,
    null,
    'file:///corpus/first.txt',
    [{ uri, range }],
    { uri },
    { range },
    { uri: 7, range },
    { uri, range: { start: range.start } },
    { uri, range: { start: { line: -1, character: 0 }, end: range.end } },
    { uri, range: { start: { line: 1.5, character: 0 }, end: range.end } },
    { uri, range: { start: { line: Number.NaN, character: 0 }, end: range.end } },
    { uri, range: { start: { line: '3', character: 0 }, end: range.end } },
    { uri, range: { start: { line: 2 ** 40, character: 0 }, end: range.end } },
  ]) {
    assert.equal(locationOf(argument), null, JSON.stringify(argument));
  }
});

test('a path that climbs is known as one', () => {
  assert.equal(climbs('/corpus/../secret.txt'), true);
  assert.equal(climbs('/corpus/a/..'), true);
  assert.equal(climbs('c:\\corpus\\..\\secret.txt'), true);
  assert.equal(climbs('/corpus/a..b/..c/d...txt'), false);
});
