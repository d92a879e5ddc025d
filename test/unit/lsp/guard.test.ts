import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { guarded, guardedNotification, positionIn, uriIn } from '../../../server/src/lsp/guard.ts';

const logged: string[] = [];
const log = { error: (message: string) => logged.push(message) };

test('a defect is logged and answered, never thrown', async () => {
  const broken = guarded(log, 'fihris/broken', () => {
    throw new TypeError('nothing there');
  });
  const answer = await broken({}, CancellationToken.None);
  assert.ok(answer instanceof ResponseError);
  assert.deepEqual([answer.code, answer.message], [ErrorCodes.InternalError, 'fihris/broken: nothing there']);
  assert.match(logged.at(-1) ?? '', /^fihris\/broken: TypeError: nothing there\n/);
  await guardedNotification(log, 'told', () => Promise.reject(new Error('late')))(undefined);
  assert.match(logged.at(-1) ?? '', /^told: Error: late\n/);
});

test('a request without params brings its token in their place', async () => {
  const seen: unknown[] = [];
  const handler = guarded(log, 'bare', (params: unknown, cancelled) => {
    seen.push(params, cancelled);
  });
  await handler(CancellationToken.Cancelled);
  assert.deepEqual(seen, [{}, CancellationToken.Cancelled]);
});

test('what a request lacks is said', () => {
  assert.equal(uriIn({ textDocument: { uri: 'file:///a' } }), 'file:///a');
  assert.equal(uriIn({ uri: 'file:///a' }), 'file:///a');
  assert.throws(() => uriIn(null), /uri: expected a string/);
  assert.throws(() => uriIn({ textDocument: {} }), /textDocument\.uri: expected a string/);
  assert.throws(() => positionIn({ position: { line: 1.5, character: 0 } }), /position: expected/);
});
