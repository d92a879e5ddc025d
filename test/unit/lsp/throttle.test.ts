import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Throttle } from '../../../server/src/lsp/throttle.ts';

test('the first call goes through at once, a crowd becomes one, the last is never lost', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let calls = 0;
    const throttle = new Throttle(100, () => calls++);
    throttle.trigger();
    assert.equal(calls, 1);
    for (let i = 0; i < 50; i++) throttle.trigger();
    assert.equal(calls, 1);
    mock.timers.tick(100);
    assert.equal(calls, 2);
    mock.timers.tick(1000);
    assert.equal(calls, 2);
    throttle.trigger();
    throttle.trigger();
    throttle.dispose();
    mock.timers.tick(1000);
    assert.equal(calls, 3);
  } finally {
    mock.timers.reset();
  }
});
