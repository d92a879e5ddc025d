/** A page asks again after changes, and every question is answered first. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Refresh } from '../../../client/src/pages/refresh.ts';

/** Runs with time standing still; gives how often the page was told. */
function checkTold(body: (refresh: Refresh, pass: (ms: number) => void, told: () => number) => void): void {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let told = 0;
    const refresh = new Refresh(() => told++);
    body(
      refresh,
      (ms) => mock.timers.tick(ms),
      () => told,
    );
    refresh.dispose();
  } finally {
    mock.timers.reset();
  }
}

test('a crowd of changes is told once, and not before the page listens', () => {
  checkTold((refresh, pass, told) => {
    refresh.changed();
    pass(5000);
    assert.equal(told(), 0);
    refresh.ready();
    for (let i = 0; i < 20; i++) refresh.changed();
    pass(1000);
    assert.equal(told(), 1);
    pass(5000);
    assert.equal(told(), 1);
  });
});

test('changes that come faster than an answer call no question off', () => {
  checkTold((refresh, pass, told) => {
    refresh.ready();
    refresh.asking();
    // A corpus is being read: something new every tenth of a second, and the answer takes three.
    for (let i = 0; i < 30; i++) {
      refresh.changed();
      pass(100);
    }
    assert.equal(told(), 0, 'the question is under way');
    refresh.answered(3000);
    pass(10_000);
    assert.equal(told(), 0, 'no more than one part in eight of the time');
    pass(14_000);
    assert.equal(told(), 1);
  });
});

test('a page that was hidden asks again when it is back; while it is hidden it is told nothing', () => {
  checkTold((refresh, pass, told) => {
    refresh.ready();
    refresh.changed();
    refresh.hidden();
    pass(5000);
    assert.equal(told(), 0);
    refresh.ready();
    pass(1000);
    assert.equal(told(), 1);
  });
});
