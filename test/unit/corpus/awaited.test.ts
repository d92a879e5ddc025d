import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Awaited } from '../../../server/src/corpus/awaited.ts';

/** Whether it is done by now. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), sleep(5).then(() => false)]);
}

const NONE = () => false;

test('a snapshot is due when the last of several is read, and they are done when it is there', async () => {
  const awaited = new Awaited();
  const both = awaited.until(['a', 'b']);
  const other = awaited.until(['c']);
  awaited.read('a');
  assert.ok(!awaited.isDue);
  awaited.read('b');
  assert.ok(awaited.isDue);
  assert.ok(!(await isDone(both)));
  awaited.begun();
  assert.ok(!awaited.isDue);
  awaited.published((path) => path === 'c');
  assert.deepEqual([await isDone(both), await isDone(other)], [true, false]);
});

test('who waits for what is read already waits for the snapshot only', async () => {
  const awaited = new Awaited();
  const read = awaited.until(['a', 'b'], []);
  assert.ok(awaited.isDue);
  awaited.published(NONE);
  assert.ok(await isDone(read));
});

test('an article that was changed while it was read makes a snapshot due again', async () => {
  const awaited = new Awaited();
  const typed = awaited.until(['a']);
  awaited.read('a');
  awaited.begun();
  awaited.published((path) => path === 'a');
  assert.ok(!(await isDone(typed)));
  awaited.read('a');
  assert.ok(awaited.isDue);
  awaited.published(NONE);
  assert.ok(await isDone(typed));
});

test('who waits no longer than so long gets what there is at the next snapshot, or nothing where none comes', async () => {
  const awaited = new Awaited();
  const some = awaited.untilOrAfter(['a', 'b'], ['b'], 30);
  assert.ok(!awaited.isDue);
  while (!awaited.isDue) await sleep(5);
  assert.ok(!(await isDone(some)));
  awaited.begun();
  awaited.published((path) => path === 'b');
  assert.ok(await isDone(some));
  await awaited.untilOrAfter(['a'], ['a'], 10);
  awaited.begun();
  awaited.published(NONE);
  assert.ok(!awaited.isDue, 'nobody waits any more');
});
