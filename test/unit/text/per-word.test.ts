/** What words are remembered: those that come again and again, and no more than so many. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LATELY, perWord } from '../../../server/src/text/per-word.ts';

test('a word that comes again and again is worked out once, however many others come between', () => {
  const worked = new Map<string, number>();
  const answer = perWord((word) => {
    worked.set(word, (worked.get(word) ?? 0) + 1);
    return word.length;
  });
  for (let at = 0; at < 5 * LATELY; at++) {
    assert.equal(answer(`كلمة${at}`), `كلمة${at}`.length);
    if (at % 1000 === 0) assert.equal(answer('وزير'), 4);
  }
  assert.equal(worked.get('وزير'), 1);
});

test('of words that come once none is held for ever', () => {
  let worked = 0;
  const answer = perWord((word) => {
    worked++;
    return word;
  });
  for (let round = 0; round < 2; round++) for (let at = 0; at < 3 * LATELY; at++) answer(`كلمة${at}`);
  assert.equal(worked, 6 * LATELY);
});
