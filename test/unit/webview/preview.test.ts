/** When a card comes and goes, by a clock of the test's own. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { DUE, DWELL, GRACE, Preview } from '../../../client/webview/reader/preview.ts';

/** A preview whose answers take `latency` ms; what happened is written into `log`. */
function preview(t: TestContext, latency = 20) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const log: string[] = [];
  const preview = new Preview<string, string>({
    fetch: (subject) => {
      log.push(`fetch ${subject}`);
      return new Promise((resolve) => setTimeout(() => resolve(subject === 'nobody' ? null : subject), latency));
    },
    show: (subject) => log.push(`show ${subject}`),
    hide: () => log.push('hide'),
  });
  const wait = async (ms: number) => {
    // Step by step, so that promises settle in between.
    for (let passed = 0; passed < ms; passed += 5) {
      t.mock.timers.tick(5);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { preview, log, wait };
}

test('a card is asked for after the dwell and shown when it is due, not sooner', async (t) => {
  const { preview: card, log, wait } = preview(t);
  card.enter('سالم');
  await wait(DWELL - 5);
  assert.deepEqual(log, []);
  await wait(10);
  assert.deepEqual(log, ['fetch سالم']);
  await wait(DUE - DWELL - 15);
  assert.deepEqual(log, ['fetch سالم'], 'answered, but not due');
  await wait(10);
  assert.deepEqual(log, ['fetch سالم', 'show سالم']);
});

test('a late answer is shown when it comes', async (t) => {
  const { preview: card, log, wait } = preview(t, 800);
  card.enter('سالم');
  await wait(DUE + 100);
  assert.deepEqual(log, ['fetch سالم']);
  await wait(400);
  assert.deepEqual(log, ['fetch سالم', 'show سالم']);
});

test('whoever only passes over a word asks for nothing, and sees nothing', async (t) => {
  const { preview: card, log, wait } = preview(t);
  card.enter('سالم');
  await wait(100);
  card.leave();
  await wait(1000);
  assert.deepEqual(log, []);
  card.enter('سالم');
  await wait(300);
  card.leave();
  await wait(1000);
  assert.deepEqual(log, ['fetch سالم'], 'asked for, never shown');
});

test('the card stays for the grace, and for as long as the pointer is on it', async (t) => {
  const { preview: card, log, wait } = preview(t);
  card.enter('سالم');
  await wait(DUE + 50);
  card.leave();
  await wait(GRACE - 20);
  card.stay();
  await wait(2000);
  assert.equal(log.at(-1), 'show سالم');
  card.leave();
  await wait(GRACE + 10);
  assert.equal(log.at(-1), 'hide');
});

test('back on its word, the card stays; on another word it gives way to that one', async (t) => {
  const { preview: card, log, wait } = preview(t);
  card.enter('سالم');
  await wait(DUE + 50);
  card.leave();
  await wait(100);
  card.enter('سالم');
  await wait(1000);
  assert.deepEqual(log, ['fetch سالم', 'show سالم']);
  card.leave();
  card.enter('كريم');
  await wait(DUE + 50);
  assert.deepEqual(log.slice(2), ['fetch كريم', 'hide', 'show كريم'], 'gone before the other one is due');
});

test('Escape takes the card away at once; where there is nothing to say there is no card', async (t) => {
  const { preview: card, log, wait } = preview(t);
  card.enter('سالم');
  await wait(DUE + 50);
  card.dismiss();
  assert.equal(log.at(-1), 'hide');
  card.enter('nobody');
  await wait(1000);
  assert.equal(log.at(-1), 'fetch nobody');
});

test('a key asks for the card without waiting', async (t) => {
  const { preview: card, log, wait } = preview(t);
  const shown = card.now('سالم');
  await wait(30);
  assert.equal(await shown, true);
  assert.deepEqual(log, ['fetch سالم', 'show سالم']);
});
