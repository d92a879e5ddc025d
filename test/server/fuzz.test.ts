/** The short form of `npm run fuzz -- protocol`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzProtocol } from '../fuzz/protocol.ts';

test('a client that says anything: every request is answered, nothing breaks, and the server is afterwards what it was', async () => {
  const { messages, answers } = await fuzzProtocol({ messages: 1500, seed: 20201115 });
  assert.ok(messages >= 1500 && answers > 500);
});
