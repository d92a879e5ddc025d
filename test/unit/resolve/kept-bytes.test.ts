/** Tables of keys as they are kept: every key is found where it lies, whatever its letters. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteWriter, KeyTable } from '../../../server/src/resolve/kept-bytes.ts';
import { byCodeUnit } from '../../../server/src/resolve/keys.ts';

function tableOf(keys: readonly string[]): KeyTable<number> {
  const out = new ByteWriter();
  const sorted = keys.toSorted(byCodeUnit);
  out.table(sorted, (key) => {
    out.string(key);
    out.number(keys.indexOf(key));
  });
  return new KeyTable(Buffer.from(out.done()), 0, (reader) => reader.number());
}

function checkFound(keys: readonly string[], other: string): void {
  const table = tableOf(keys);
  for (const [index, key] of keys.entries()) assert.equal(table.get(key), index, JSON.stringify(key));
  if (!keys.includes(other)) assert.equal(table.get(other), undefined);
  assert.deepEqual(
    [...table.entries()],
    [...table.keys()].map((key) => [key, keys.indexOf(key)]),
  );
}

test('letters beyond the first plane come before presentation forms, as in the order of code units', () => {
  checkFound(['نوري', 'ﷲ', '𐎠𐎡', '😀', 'ﻻ', '', 'نور', 'a', '\uffff'], '𐎠');
});

test('any keys', () => {
  const key = fc.string({ unit: 'grapheme-composite', maxLength: 6 });
  const near = fc.string({ unit: fc.constantFrom('ا', 'ﷲ', '😀', 'é', '-', '\ue000', '\ud7ff'), maxLength: 4 });
  const any = fc.oneof(key, near);
  fc.assert(fc.property(fc.uniqueArray(any, { minLength: 1, maxLength: 40 }), any, checkFound), { numRuns: 200 });
});

test('a key longer than what is usual', () => {
  checkFound(['ن'.repeat(5000), 'ن'.repeat(4999), 'ن'], 'ن'.repeat(5001));
});
