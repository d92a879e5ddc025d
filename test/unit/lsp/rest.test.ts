/** What answering took is given back when nobody asks any more, and not before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { Rest } from '../../../server/src/lsp/rest.ts';

const QUIET = 300;
const MB = 1_000_000;
const heap = () => getHeapStatistics().total_heap_size / MB;

/** Lets the heap grow by objects that live long enough to be moved to the old space, and lets go of them. */
function grow(): void {
  const kept: object[] = [];
  for (let i = 0; i < 3_000_000; i++) kept.push({ i, next: kept[i - 1] });
}

test('the heap that questions have taken is given back after the last one', async () => {
  grow();
  const grown = heap();
  assert.ok(grown > 120, `the heap has ${grown} MB`);
  const rest = new Rest(QUIET);
  rest.stirred();
  const asked = performance.now();
  await sleep(QUIET / 4);
  // A machine that stood still for a while tells nothing of this.
  if (performance.now() - asked < QUIET) assert.ok(heap() > grown - 20, `${heap()} MB of ${grown} while somebody asks`);
  await sleep(3 * QUIET);
  assert.ok(heap() < grown - 60, `${heap()} MB of ${grown} after the last question`);
  rest.dispose();
});
