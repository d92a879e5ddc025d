/** Texts of closed articles: what is read for an answer that quotes several, and what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { Hung } from '../../../server/src/corpus/hung.ts';
import { Texts, textHash } from '../../../server/src/corpus/texts.ts';
import { cardAt } from '../../../server/src/features/card.ts';
import { MemoryFileDoor } from './memory-door.ts';

const reports = [1, 2, 3, 4, 5].map(
  (day) =>
    [`${day}.txt`, `بغداد – ${day} آذار 2019\n\nقال وزير الداخلية العراقي كريم الطائي إن الحدود آمنة.\n`] as const,
);
const wanted = reports.map(([path, text]) => ({ path, hash: textHash(text), length: text.length }));

test('a card that quotes several articles waits for the disk once', async (t) => {
  const door = new MemoryFileDoor(reports);
  const corpus = new Corpus({ door });
  t.after(() => corpus.dispose());
  await corpus.openFolder();
  // Nothing of what was read for the facts is kept here.
  const { snapshot } = corpus;
  door.reads = 0;
  const offset = reports[0]?.[1].indexOf('كريم') ?? 0;
  const found = cardAt(snapshot, '1.txt', offset, 'ar');
  const rows = found?.card.sections.flatMap((section) => section.rows) ?? [];
  const quotes = rows.filter(({ quote }) => quote !== undefined);
  assert.equal(quotes.length, 4);
  for (const { quote } of quotes) assert.match(JSON.stringify(quote), /الحدود آمنة/);
  assert.ok(door.waits <= 2, `${door.waits} waits`);
});

test('texts that were asked for ahead are there when they are asked for', () => {
  const door = new MemoryFileDoor(reports);
  const texts = new Texts(door, 1000, 1000);
  texts.ahead(wanted);
  assert.deepEqual([door.waits, door.reads], [1, 5]);
  for (const [at, { path, hash }] of wanted.entries()) assert.equal(texts.of(path, hash), reports[at]?.[1]);
  texts.ahead(wanted);
  assert.deepEqual([door.waits, door.reads], [1, 5]);
});

test('no more is read ahead than stays in memory, nothing that is there, and of one text by itself nothing', () => {
  const door = new MemoryFileDoor(reports);
  const [first, second, third] = wanted;
  assert.ok(first && second && third);
  const texts = new Texts(door, 1000, first.length * 2 + 1);
  texts.ahead(wanted);
  assert.deepEqual([door.waits, door.reads], [1, 2]);
  texts.open(third.path, third.hash, reports[2]?.[1] ?? '');
  texts.ahead([first, third]);
  texts.ahead([wanted[3] ?? third]);
  assert.deepEqual([door.waits, door.reads], [1, 2]);
});

test('a file that changed, is gone or does not come is told where its text is asked for', () => {
  const door = new MemoryFileDoor(reports);
  const told: unknown[] = [];
  const texts = new Texts(door, 1000, 1000, (path, hung) => told.push([path, hung]));
  door.files.set('1.txt', 'آخر');
  door.files.delete('2.txt');
  texts.ahead(wanted);
  assert.equal(told.length, 0);
  assert.deepEqual(
    wanted.map(({ path, hash }) => texts.of(path, hash)),
    ['', '', ...reports.map(([, text]) => text).slice(2)],
  );
  assert.deepEqual(told.splice(0), [
    ['1.txt', null],
    ['2.txt', null],
  ]);
  const hung = new Hung(Promise.resolve());
  door.readNow = () => {
    throw hung;
  };
  const others = new Texts(door, 1000, 1000, (path, hung) => told.push([path, hung]));
  others.ahead(wanted);
  assert.equal(told.length, 0);
  assert.equal(others.of('3.txt', wanted[2]?.hash ?? ''), '');
  assert.deepEqual(told, [['3.txt', hung]]);
});
