/** What a picture may say to the extension: nothing in it is taken on trust. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromPicture, toPicture } from '../../../client/src/pages/picture-messages.ts';

test('a question is taken with what is known of it, and nothing else', () => {
  assert.deepEqual(
    fromPicture({
      type: 'timeline',
      request: 3,
      from: '2020-01-01',
      to: 'soon',
      kinds: ['call', 'spell'],
      unit: 'day',
      x: 1,
    }),
    { type: 'timeline', request: 3, from: '2020-01-01', to: null, kinds: ['call'], unit: 'day' },
  );
  assert.deepEqual(fromPicture({ type: 'network', request: 1, nodes: ['person'], ties: [], entity: null }), {
    type: 'network',
    request: 1,
    from: null,
    to: null,
    nodes: ['person'],
    ties: [],
    entity: null,
  });
});

test('what is shaped like no message is none', () => {
  for (const value of [
    { type: 'timeline', kinds: 'all', unit: 'day' },
    { type: 'timeline', kinds: [], unit: 'hour' },
    { type: 'network', nodes: [], ties: [], entity: 7 },
    { type: 'evidence', entity: null, other: null, tie: 'article' },
    { type: 'evidence', entity: 'person:a', other: null, tie: 'love' },
    { type: 'save', format: 'exe', content: 'x' },
    { type: 'save', format: 'svg', content: '' },
    { type: 'show', page: 'settings', entity: 'a', uri: 'b' },
    { type: 'open', location: 'file:///etc/passwd' },
  ])
    assert.equal(fromPicture(value), null, JSON.stringify(value));
  assert.equal(toPicture({ type: 'timeline', request: 1, timeline: { lanes: 'none' } }), null);
  assert.deepEqual(toPicture({ type: 'network', request: 1, network: null }), {
    type: 'network',
    request: 1,
    network: null,
  });
});

test('nothing that comes is fatal', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.constantFrom('timeline', 'network', 'evidence', 'save', 'show', 'open'),
      (value, type) => {
        fromPicture(value);
        toPicture(value);
        fromPicture({ ...(value as object), type });
        toPicture({ ...(value as object), type });
      },
    ),
  );
});
