/** What pictures need is gathered while nobody asks, of what is current only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { NODE_KINDS, network, TIE_KINDS } from '../../../server/src/features/network.ts';
import { Anticipation } from '../../../server/src/lsp/anticipation.ts';
import type { Root } from '../../../server/src/lsp/roots.ts';
import { syntheticArticle } from '../corpus/synthetic.ts';
import { readCorpus } from '../features/read-corpus.ts';

/** A corpus that is read anew each time. */
const read = (): Snapshot =>
  readCorpus(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.txt`, syntheticArticle(at)])));

/** Steps until the network of all is there: one where it was gathered before. */
function stepsOf(snapshot: Snapshot): number {
  const steps = network(snapshot, { entity: null, from: null, to: null, nodes: NODE_KINDS, ties: TIE_KINDS });
  let count = 1;
  while (steps.next().done !== true) count++;
  return count;
}

const rootsOf = (corpus: { snapshot: Snapshot }) => ({ roots: [{ corpus } as unknown as Root] });

const onError = (error: unknown) => {
  throw error;
};

test('an index that stays as it is is gathered, the one that it replaced is not', async () => {
  const before = read();
  const after = read();
  const corpus = { snapshot: before };
  const anticipation = new Anticipation({
    workspace: rootsOf(corpus),
    isReady: () => true,
    isAsked: () => false,
    onError,
  });
  anticipation.changed();
  await sleep(100);
  corpus.snapshot = after;
  anticipation.changed();
  await sleep(2500);
  assert.equal(stepsOf(after), 1);
  assert.ok(stepsOf(before) > 1, 'nobody looked at it');
  anticipation.dispose();
});

test('nothing is gathered while articles are being read, or for a client without pictures', async () => {
  const snapshot = read();
  const anticipation = new Anticipation({
    workspace: rootsOf({ snapshot }),
    isReady: () => false,
    isAsked: () => false,
    onError,
  });
  anticipation.changed();
  await sleep(800);
  assert.ok(stepsOf(snapshot) > 1);
  anticipation.dispose();
});

test('gathering waits while the reader asks for something else', async () => {
  const snapshot = read();
  let isAsked = true;
  const anticipation = new Anticipation({
    workspace: rootsOf({ snapshot }),
    isReady: () => true,
    isAsked: () => isAsked,
    onError,
  });
  anticipation.changed();
  await sleep(1500);
  assert.ok(stepsOf(snapshot) > 1);
  isAsked = false;
  await sleep(2000);
  assert.equal(stepsOf(snapshot), 1);
  anticipation.dispose();
});
