/** An article's text as a page: blocks, marks, directions, and text that is not to be trusted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageOf } from '../../../client/src/reader/page.ts';
import type { Reading } from '../../../server/src/lsp/requests.ts';

function readingOf(text: string, marked: readonly string[], parts?: Reading['parts']): Reading {
  return {
    length: text.length,
    direction: 'rtl',
    title: 'عنوان',
    date: null,
    source: null,
    place: null,
    parts: parts ?? [{ kind: 'paragraph', start: 0, end: text.length }],
    sentences: [],
    marks: marked.map((words) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, kind: 'person', resolved: true, entity: 0 };
    }),
    entities: [{ id: 'person:a', kind: 'person', name: 'أ' }],
  };
}

test('marks stand in their block, at offsets of the block', () => {
  const text = 'لقاء\nالتقى سالم الراوي كريم نوري.';
  const page = pageOf(
    text,
    7,
    readingOf(
      text,
      ['سالم الراوي', 'كريم نوري'],
      [
        { kind: 'title', start: 0, end: 4 },
        { kind: 'paragraph', start: 5, end: text.length },
      ],
    ),
  );
  assert.equal(page.version, 7);
  assert.deepEqual(
    page.blocks.map(({ kind, marks, text }) => [kind, marks.map(({ start, end }) => text.slice(start, end))]),
    [
      ['title', []],
      ['paragraph', ['سالم الراوي', 'كريم نوري']],
    ],
  );
});

test('a line runs as its first letter does, one without letters as the article does', () => {
  const page = pageOf('قال الوزير: Brent crude\nBrent crude قال\n* * *\n2021', 1, null);
  assert.deepEqual(
    page.blocks.map(({ direction }) => direction),
    ['rtl', 'ltr', 'rtl', 'rtl'],
  );
  assert.equal(pageOf('No Arabic here\n***', 1, null).blocks[1]?.direction, 'ltr');
});

test('a text that nobody knows is shown line by line, and said to be unknown', () => {
  const page = pageOf('  أول السطر \r\n\r\nثانٍ\n', 1, null);
  assert.equal(page.recognized, false);
  assert.deepEqual(
    page.blocks.map(({ text, start }) => [start, text]),
    [
      [2, 'أول السطر'],
      [16, 'ثانٍ'],
    ],
  );
});

test('control characters become signs and overrides lose their power; isolates and marks of direction stay', () => {
  const [block] = pageOf('أ\u0000ب\u001b[31mج\u202Eد\u2068ه\u2069\u200Fو\u009f', 1, null).blocks;
  assert.equal(block?.text, 'أ␀ب␛[31mج\uFFFDد\u2068ه\u2069\u200Fو\uFFFD');
});

test('a paragraph of megabytes is set in pieces, cut between words and never inside a mark', () => {
  const name = 'سالم بن كريم الراوي';
  const sentence = `وقال ${name} إن العمل مستمر. `;
  const text = sentence.repeat(20_000).trim();
  const reading = readingOf(text, []);
  const marks: Reading['marks'] = Array.from(text.matchAll(new RegExp(name, 'g')), ({ index }) => ({
    start: index,
    end: index + name.length,
    kind: 'person',
    resolved: true,
    entity: 0,
  }));
  const started = performance.now();
  const { blocks } = pageOf(text, 1, { ...reading, marks });
  assert.ok(performance.now() - started < 1000, 'linear time');
  assert.ok(blocks.length > 30 && blocks.every((block) => block.text.length < 13_000));
  assert.equal(blocks.map(({ text }) => text).join(''), text);
  assert.deepEqual([blocks[0]?.continued, blocks[1]?.continued], [false, true]);
  assert.equal(
    blocks.reduce((sum, { marks }) => sum + marks.length, 0),
    20_000,
  );
});

test('whatever the text is, blocks are as long as what they stand for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const block of pageOf(text, 1, null).blocks) {
        assert.equal(block.text.length, text.slice(block.start, block.start + block.text.length).length);
        assert.doesNotMatch(block.text, /(?!\t)[\p{Cc}\u202D\u202E]/u);
      }
    }),
  );
});
