import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayable, oneLine } from '../../../server/src/text/displayable.ts';

test('text of an article is one line without anything that acts on its surroundings', () => {
  assert.equal(displayable(' قبل\u202Eabc\u2067\n\tبعد\u0007 '), 'قبلabc بعد');
  assert.equal(displayable('نصف \uD83D زوج'), 'نصف \uFFFD زوج');
  assert.equal(displayable('می\u200Cخواهد'), 'می\u200Cخواهد');
});

test('a letter keeps the marks of any spelling, and no tower of them', () => {
  assert.equal(displayable('ٱلرَّحْمَٰنِ'), 'ٱلرَّحْمَٰنِ');
  assert.equal(displayable(`ب${'\u064E'.repeat(10_000)}يت`), `ب${'\u064E'.repeat(8)}يت`);
});

test('a quotation that has nothing to be left out is as it was, and no other is', () => {
  const sign = fc.constantFrom(...'قال: «نعم».  ٣،ّ\u200F\u00A0\tab#');
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join('');
      // The control character takes the text the long way.
      assert.equal(oneLine(text), oneLine(`${text}\u0007`));
    }),
  );
});
