import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RestartPolicy } from '../../../client/src/restart-policy.ts';

test('a server that keeps ending is started again later each time, then no more', () => {
  const policy = new RestartPolicy();
  const delays = [0, 1, 2, 3, 4].map((second) => policy.afterCrash(second * 1000));
  assert.deepEqual(
    delays.slice(0, 4),
    [...delays.slice(0, 4)].sort((a, b) => Number(a) - Number(b)),
  );
  assert.ok(delays.slice(0, 4).every((delay) => delay !== null && delay > 0));
  assert.equal(delays[4], null);
});

test('a crash now and then is always followed by a quick restart', () => {
  const policy = new RestartPolicy();
  const first = policy.afterCrash(0);
  for (let hour = 1; hour < 20; hour++) assert.equal(policy.afterCrash(hour * 3_600_000), first);
});

test('a restart that a person asked for starts the count anew', () => {
  const policy = new RestartPolicy();
  const first = policy.afterCrash(0);
  for (let second = 1; second < 5; second++) policy.afterCrash(second * 1000);
  policy.forget();
  assert.equal(policy.afterCrash(6000), first);
});
