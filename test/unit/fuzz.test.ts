/** The short form of `npm run fuzz -- parsers`: no parser throws, whatever it is given, and its time grows with its input. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readModel } from '../../server/src/recognize/tagger/model.ts';
import { randomFrom } from '../fuzz/inputs.ts';
import { checkLinear, fuzzParser, PARSERS, smallModel, withTagger } from '../fuzz/parsers.ts';

withTagger();

/** The inputs of a run are the same each time; `npm run fuzz` has others. */
const SEED = 20201115;

for (const parser of PARSERS)
  test(`${parser.name}: anything may come`, async () => {
    const { failures } = await fuzzParser(parser, 200, SEED);
    assert.deepEqual(failures, []);
  });

test('a text of one word or sign, over and over, takes time in proportion to its length', () => {
  for (const parser of PARSERS)
    checkLinear(parser, (pump) => [' ', 'و', '«', '[', 'a: ', 'قال ', 'عام '].includes(pump));
});

test('a model with a right checksum that says to have more words than its file could hold is damaged', () => {
  assert.notEqual(typeof readModel(smallModel(randomFrom(1))), 'string');
  // 2³¹ overflows to the words that are there.
  assert.equal(readModel(smallModel(randomFrom(1), 2 ** 31 + 3)), 'damaged');
});
