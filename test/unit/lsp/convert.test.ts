import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, offsetAt, positionAt, rangeOf } from '../../../server/src/lsp/convert.ts';

/** Lines as LSP counts them: ended by \n, \r\n or \r. */
function lines(text: string) {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)];
  return { text, lineStarts: [0, ...ends.map(({ index, 0: end }) => index + end.length)] };
}

const MIXED = lines('أول\r\nثان\n\nرابع 😀 نص\rأخير');

test('every offset that is a place in a line comes back from its position', () => {
  for (let offset = 0; offset <= MIXED.text.length; offset++) {
    if (MIXED.text[offset] === '\n' && MIXED.text[offset - 1] === '\r') continue;
    assert.equal(offsetAt(MIXED, positionAt(MIXED, offset)), offset, `offset ${offset}`);
  }
});

test('characters are UTF-16 code units', () => {
  assert.deepEqual(positionAt(MIXED, MIXED.text.indexOf('نص')), { line: 3, character: 8 });
});

test('a character behind the end of a line means its end, a line behind the last the end of the text', () => {
  assert.equal(offsetAt(MIXED, { line: 0, character: 99 }), 3);
  assert.equal(offsetAt(MIXED, { line: 1, character: 99 }), 8);
  assert.equal(offsetAt(MIXED, { line: 2, character: 1 }), 9);
  assert.equal(offsetAt(MIXED, { line: 99, character: 0 }), MIXED.text.length);
  assert.equal(offsetAt(MIXED, { line: -1, character: 5 }), 0);
});

test('offsets outside the text are brought to its ends', () => {
  assert.deepEqual(positionAt(MIXED, -5), { line: 0, character: 0 });
  assert.deepEqual(positionAt(MIXED, 10_000), positionAt(MIXED, MIXED.text.length));
  assert.deepEqual(positionAt(lines(''), 7), { line: 0, character: 0 });
});

test('a span over several lines is one part a line, without the line breaks', () => {
  const parts = linesOf(MIXED, { start: 1, end: MIXED.text.indexOf('رابع') + 4 });
  assert.deepEqual(
    parts.map(({ start, end }) => MIXED.text.slice(start, end)),
    ['ول', 'ثان', 'رابع'],
  );
  assert.deepEqual(rangeOf(MIXED, { start: 0, end: 3 }), {
    start: { line: 0, character: 0 },
    end: { line: 0, character: 3 },
  });
});
