import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOf, placeOf } from '../../../client/src/correction-place.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } };
const location = { uri: 'file:///corpus/a.txt', range };

/** What VS Code's own objects look like from outside: a URI says itself as text, positions have getters. */
const uri = { scheme: 'file', toString: () => location.uri };
const editorRange = new (class {
  get start() {
    return range.start;
  }
  get end() {
    return range.end;
  }
})();

test('rows of trees say what is to be corrected: the entity of the row, or what is mentioned at its place', () => {
  const agreement = { id: '0:agreement:IQ+IR|memorandum', location };
  assert.deepEqual(placeOf({ kind: 'agreement', id: 'x', agreement }), {
    location,
    entity: 'agreement:IQ+IR|memorandum',
  });
  assert.deepEqual(placeOf({ kind: 'related', related: { ...agreement, id: 'agreement:x' } }), {
    location,
    entity: 'agreement:x',
  });
  assert.deepEqual(placeOf({ kind: 'mention', mention: { location, text: 'x', sentence: 'x' } }), {
    location,
    entity: null,
  });
  const entry = { kind: 'office', entity: { uri: location.uri, id: 'office:minister' }, location };
  assert.deepEqual(placeOf({ kind: 'office', entry, below: null }), { location, entity: 'office:minister' });
});

test('rows of the editor’s own trees: a call, a type, a reference', () => {
  const expected = { location, entity: null };
  assert.deepEqual(placeOf({ item: { name: 'x', uri, range: {}, selectionRange: editorRange } }), expected);
  assert.deepEqual(placeOf({ location: { uri, range: editorRange } }), expected);
});

test('a code action gives a location; whatever else comes is nothing', () => {
  assert.deepEqual(placeOf(location), { location, entity: null });
  for (const wrong of [
    undefined,
    null,
    7,
    'x',
    {},
    { agreement: {} },
    { entry: { location: { uri: 1 } } },
    { item: { uri } },
  ])
    assert.equal(placeOf(wrong), null, JSON.stringify(wrong));
  assert.deepEqual(commandOf({ question: 'same', entity: 'x', offer: 7, more: 1 }), { question: 'same', entity: 'x' });
  assert.deepEqual(commandOf({ question: 'format the disk' }), {});
  assert.deepEqual(commandOf(undefined), {});
});
