import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isolate } from '../../../client/src/labels.ts';
import { markdownText, plain } from '../../../client/src/plain-text.ts';

test('the name of a file is text in a message and in a list to pick from', () => {
  assert.equal(
    isolate('[نعم](command:workbench.action.quit).txt'),
    '\u2068[نعم] (command:workbench.action.quit).txt\u2069',
  );
  assert.equal(isolate('$(sync~spin) خبر\n.txt'), '\u2068$ (sync~spin) خبر .txt\u2069');
});

test('a piece does not reorder what stands around it, and keeps isolates that are closed', () => {
  assert.equal(plain('قبل\u202Eabc\u2067'), 'قبلabc');
  assert.equal(plain('x\u2069\u2068y'), 'xy');
  assert.equal(plain('می\u200Cخواهد\u{E0041}\u200B'), 'می\u200Cخواهد');
  assert.equal(plain('می\u0000\u200Cخواهد'), 'می\u200Cخواهد');
  assert.equal(plain('\u2068أ\u2069 · \u2068b\u2069'), '\u2068أ\u2069 · \u2068b\u2069');
});

test('a line of Markdown shows its signs', () => {
  assert.equal(
    markdownText('[x](y) <b> $a$ www.evil.example @x'),
    '\\[x\\](y) \\<b\\> \\$a\\$ www\\.evil.example \\@x',
  );
  assert.equal(markdownText('- 1'), '\\- 1');
});
