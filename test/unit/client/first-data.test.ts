/** What a page is given inside its own document: data that no parser takes for markup, whatever an article holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dataInScript } from '../../../client/src/escape-html.ts';
import { firstMessages } from '../../../client/src/reader/messages.ts';

function checkData(value: unknown): void {
  const written = dataInScript(value);
  assert.doesNotMatch(written, /</, 'nothing can end the element, or begin a comment in it');
  assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(value)));
}

test('text that would end or open a script stays text', () => {
  for (const text of ['</script><script>alert(1)</script>', '<!--<script>', '</ScRiPt >', ']]>', '\u2028\u2029<'])
    checkData({ text, deep: [{ [text]: text }] });
});

test('whatever the data is, it is read as it was written', () => {
  fc.assert(fc.property(fc.jsonValue(), checkData));
});

test('a reading view takes the messages that stand in its document in their order, and none that are no messages', () => {
  const style = { type: 'style', style: { fontSize: 20, lineWidth: 34 } };
  assert.deepEqual(firstMessages([style, { type: 'spell' }, null]), [style]);
  for (const value of [null, {}, 'x', 7]) assert.deepEqual(firstMessages(value), []);
});
