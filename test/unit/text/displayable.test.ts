import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayable } from '../../../server/src/text/displayable.ts';

test('text of an article is one line without anything that acts on its surroundings', () => {
  assert.equal(displayable(' قبل\u202Eabc\u2067\n\tبعد\u0007 '), 'قبلabc بعد');
  assert.equal(displayable('نصف \uD83D زوج'), 'نصف \uFFFD زوج');
  assert.equal(displayable('می\u200Cخواهد'), 'می\u200Cخواهد');
});

test('a letter keeps the marks of any spelling, and no tower of them', () => {
  assert.equal(displayable('ٱلرَّحْمَٰنِ'), 'ٱلرَّحْمَٰنِ');
  assert.equal(displayable(`ب${'\u064E'.repeat(10_000)}يت`), `ب${'\u064E'.repeat(8)}يت`);
});
