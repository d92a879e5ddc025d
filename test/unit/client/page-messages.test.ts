/** Messages between pages and the extension: what is shaped like none is refused on both sides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromPage, toPage } from '../../../client/src/pages/messages.ts';
import { fromReader, toReader } from '../../../client/src/reader/messages.ts';

test('the extension takes what a reading view says, and only the fields that it knows', () => {
  assert.deepEqual(fromReader({ type: 'definition', version: 3, offset: 12, command: 'rm' }), {
    type: 'definition',
    version: 3,
    offset: 12,
  });
  assert.deepEqual(fromReader({ type: 'size', change: 1 }), { type: 'size', change: 1 });
});

test('what is out of range, of another type or unknown is refused', () => {
  for (const wrong of [
    null,
    'ready',
    { type: 'definition', version: 3, offset: -1 },
    { type: 'definition', version: 3, offset: 1.5 },
    { type: 'definition', version: 3, offset: 2 ** 40 },
    { type: 'definition', version: '3', offset: 1 },
    { type: 'copy', version: 1, format: 'exe', start: 0, end: 1 },
    { type: 'size', change: 5 },
    { type: 'step', version: 1, offset: 1, entity: '', towards: 'next' },
    { type: 'concordance', entity: 'x'.repeat(20_000) },
    { type: 'open', from: 1, location: 'file:///etc/passwd' },
    { type: 'execute', command: 'workbench.action.quit' },
  ]) {
    assert.equal(fromReader(wrong), null, JSON.stringify(wrong)?.slice(0, 80));
  }
  assert.equal(fromPage({ type: 'export', format: 'xlsm' }), null);
  assert.equal(toReader({ type: 'page', page: { version: 1, title: 't', blocks: [{}], entities: [] } }), null);
  assert.equal(toReader({ type: 'command', command: 'toString' }), null);
  assert.equal(toReader({ type: 'reveal', offset: 3 }), null);
});

test('nothing that can be sent makes a check throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom('card', 'page', 'copy', 'open', 'export', 'dossier'), (value, type) => {
      const fields = typeof value === 'object' ? value : { value };
      for (const check of [fromReader, toReader, fromPage, toPage]) check({ ...fields, type });
    }),
  );
});
