/** What must not grow with the corpus: the price of an edit. And what must not be there: work when nothing happens. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { NodeFileDoor } from '../../../server/src/corpus/node-door.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from './memory-door.ts';
import { syntheticArticle, syntheticCorpus } from './synthetic.ts';

/** A corpus of so many synthetic articles, open, that notes what it works. */
async function synthetic(count: number) {
  const door = new MemoryFileDoor(syntheticCorpus(count));
  const work = { recognized: 0, snapshots: 0 };
  const corpus = new Corpus({
    door,
    recognize: (text, given) => {
      work.recognized++;
      return recognize(text, given);
    },
  });
  await corpus.openFolder();
  corpus.onSnapshot(() => work.snapshots++);
  work.recognized = 0;
  door.reads = 0;
  return { door, corpus, work };
}

/** The best of many edits of one article, each to the mentions of the new text, in milliseconds. */
async function bestEdit(corpus: Corpus, edits: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let edit = 0; edit < edits; edit++) {
    const started = performance.now();
    await corpus.setText('000050.txt', `${syntheticArticle(50 + (edit % 3))}\n`);
    assert.ok((corpus.snapshot.resolution.mentions.get('000050.txt')?.length ?? 0) > 4);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

test('an edit costs the same in 100 articles and in 1,600', async () => {
  const few = await synthetic(100);
  const many = await synthetic(1600);
  // Both warm, and in turns, so that what else the machine does falls on both.
  await bestEdit(few.corpus, 20);
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8 && ratio > 2; round++)
    ratio = Math.min(ratio, (await bestEdit(many.corpus, 12)) / (await bestEdit(few.corpus, 12)));
  assert.ok(ratio < 3, `16 times the articles, ${ratio.toFixed(1)} times the price`);
  for (const { corpus, door, work } of [few, many]) {
    work.recognized = 0;
    work.snapshots = 0;
    door.reads = 0;
    await corpus.setText('000050.txt', syntheticArticle(3));
    assert.deepEqual([work, door.reads], [{ recognized: 1, snapshots: 1 }, 0]);
  }
});

test('a thousand files that change at once are one update', async () => {
  const { door, corpus, work } = await synthetic(1000);
  const started = performance.now();
  for (const [index, path] of [...door.files.keys()].entries()) {
    door.files.set(path, syntheticArticle(index + 1));
    corpus.filesChanged([path]);
  }
  await corpus.settled();
  assert.equal(work.recognized, 1000);
  // The reader sees it come about some ten times a second at most, and never more than one snapshot for what came together.
  const most = 2 + (performance.now() - started) / 100;
  assert.ok(work.snapshots <= most, `${work.snapshots} snapshots`);
  const few = await synthetic(20);
  for (const path of few.door.files.keys()) few.door.files.set(path, syntheticArticle(77));
  few.corpus.filesChanged([...few.door.files.keys()]);
  few.corpus.filesChanged([...few.door.files.keys()]);
  await few.corpus.settled();
  assert.equal(few.work.recognized, 20, 'each is read once, however often it is said');
});

test('when nothing happens no timer runs', async () => {
  const timers = () =>
    process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout' || kind === 'Immediate').length;
  const before = timers();
  const { corpus, door } = await synthetic(20);
  door.files.set('000001.txt', syntheticArticle(5));
  corpus.filesChanged(['000001.txt']);
  await corpus.settled();
  assert.equal(timers(), before);
});

test('a folder that links to itself is read once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-loop-'));
  try {
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner', 'a.txt'), syntheticArticle(1));
    symlinkSync('..', join(folder, 'inner', 'loop'));
    symlinkSync('.', join(folder, 'self'));
    const corpus = new Corpus({ door: new NodeFileDoor(folder) });
    await corpus.openFolder();
    assert.deepEqual([...corpus.snapshot.articles.keys()], ['inner/a.txt']);
    corpus.filesChanged(['self', 'inner/loop']);
    await corpus.settled();
    assert.deepEqual([...corpus.snapshot.articles.keys()], ['inner/a.txt']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a closed article is quoted from its file, and not at all where the file is another by now', async () => {
  const { door, corpus } = await synthetic(3);
  const text = () => corpus.snapshot.articles.get('000001.txt')?.text;
  const before = syntheticArticle(1);
  assert.equal(text(), before);
  const other = new MemoryFileDoor(syntheticCorpus(3));
  const unread = new Corpus({ door: other });
  await unread.openFolder();
  other.files.set('000001.txt', syntheticArticle(2));
  assert.equal(
    unread.snapshot.articles.get('000001.txt')?.text,
    '',
    'the words at its offsets are not those it was read for',
  );
  unread.filesChanged(['000001.txt']);
  await unread.settled();
  assert.equal(unread.snapshot.articles.get('000001.txt')?.text, syntheticArticle(2));
  const older = corpus.snapshot;
  await corpus.setText('000001.txt', 'وصل كريم نوري إلى بغداد.');
  assert.equal(older.articles.get('000001.txt')?.text, before, 'what a request began on it ends on');
  assert.equal(text(), 'وصل كريم نوري إلى بغداد.');
  door.files.delete('000002.txt');
  assert.equal(corpus.snapshot.articles.get('000002.txt')?.text, '');
});
