import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CompactMap } from '../../../server/src/resolve/compact-map.ts';

const key = fc.nat(30).map((number) => `k${number}`);
const change = fc.record({ key, value: fc.option(fc.nat(5)) });

test('a map after any edits is the map of its entries, and those before it stay as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 12 }), (edits) => {
      let map = CompactMap.empty<number>();
      const expected = new Map<string, number>();
      for (const changes of edits) {
        const before = map;
        const entriesBefore = [...before];
        map = map.edited((edit) => {
          for (const { key, value } of changes) {
            assert.equal(edit.get(key), expected.get(key));
            if (value === null) {
              edit.delete(key);
              expected.delete(key);
            } else {
              edit.set(key, value);
              expected.set(key, value);
            }
          }
        });
        assert.deepEqual([...before], entriesBefore);
        assert.deepEqual(new Map(map), expected);
        assert.deepEqual([map.size, map.isEmpty()], [expected.size, expected.size === 0]);
        for (let number = 0; number <= 30; number++) {
          const asked = `k${number}`;
          assert.deepEqual([map.get(asked), map.has(asked)], [expected.get(asked), expected.has(asked)]);
        }
        assert.deepEqual(new Set(map.keys()), new Set(expected.keys()));
        assert.deepEqual([...map.values()].sort(), [...expected.values()].sort());
        const odd = [...expected].filter(([, value]) => value % 2 === 1);
        assert.deepEqual(new Map(map.filter((value) => value % 2 === 1)), new Map(odd));
      }
    }),
  );
});

test('values may be lists, also that of a single entry', () => {
  const map = CompactMap.of<readonly number[]>([['a', [1, 2]]]);
  assert.deepEqual([...map], [['a', [1, 2]]]);
  assert.deepEqual([...map.edited((edit) => edit.set('b', []))].length, 2);
});
