import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Queue } from '../../../server/src/corpus/queue.ts';

test('first in, first out, each item once', () => {
  const queue = new Queue<string>();
  for (const item of ['a', 'b', 'a', 'c', 'd']) queue.add(item);
  assert.ok(queue.delete('b'));
  assert.deepEqual([...queue], ['a', 'c', 'd']);
  assert.deepEqual([queue.take(), queue.take(), queue.size, queue.has('d')], ['a', 'c', 1, true]);
  queue.add('a');
  assert.deepEqual([queue.take(), queue.take(), queue.take()], ['d', 'a', undefined]);
});

test('some are put before all others, in their order, as far as they are there', () => {
  const queue = new Queue<string>();
  for (const item of ['a', 'b', 'c', 'd', 'e']) queue.add(item);
  queue.hurry(['d', 'x', 'b']);
  assert.deepEqual([...queue], ['d', 'b', 'a', 'c', 'e']);
  queue.hurry(['e']);
  assert.deepEqual([queue.take(), queue.take(), queue.size], ['e', 'd', 3]);
  assert.ok(queue.delete('b'));
  assert.deepEqual([queue.take(), queue.take(), queue.take()], ['a', 'c', undefined]);
});

test('whatever was added and not deleted is taken, once', () => {
  const step = fc.tuple(fc.constantFrom('add', 'delete', 'take', 'hurry'), fc.nat(5));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const queue = new Queue<number>();
      const members = new Set<number>();
      for (const [kind, item] of steps) {
        if (kind === 'add') {
          queue.add(item);
          members.add(item);
        } else if (kind === 'hurry') {
          queue.hurry([item, (item + 1) % 6]);
        } else if (kind === 'delete') {
          assert.equal(queue.delete(item), members.delete(item));
        } else {
          const taken = queue.take();
          assert.equal(taken !== undefined, members.size > 0);
          if (taken !== undefined) assert.ok(members.delete(taken));
        }
        assert.deepEqual([...queue].sort(), [...members].sort());
        assert.equal(queue.size, members.size);
      }
    }),
  );
});

test('emptying a long queue takes time in proportion to its length', () => {
  const queue = new Queue<number>();
  for (let i = 0; i < 300_000; i++) queue.add(i);
  for (let i = 0; i < 300_000; i++) assert.equal(queue.take(), i);
});
