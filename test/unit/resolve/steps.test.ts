import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce, SharedSteps } from '../../../server/src/resolve/steps.ts';

test('who comes while work is under way takes it on, and it is done once', () => {
  const log: string[] = [];
  const shared = new SharedSteps(function* () {
    for (let step = 0; step < 4; step++) {
      log.push(`step ${step}`);
      yield;
    }
    return { made: log.length };
  });
  const first = shared.join();
  first.next();
  first.next();
  const result = atOnce(shared.join());
  assert.deepEqual(log, ['step 0', 'step 1', 'step 2', 'step 3']);
  assert.equal(atOnce(first), result);
  assert.equal(atOnce(shared.join()), result);
});

test('work that failed is begun anew', () => {
  let times = 0;
  const shared = new SharedSteps(function* () {
    yield;
    if (++times === 1) throw new Error('once');
    return times;
  });
  assert.throws(() => atOnce(shared.join()), /once/);
  assert.equal(atOnce(shared.join()), 2);
});
