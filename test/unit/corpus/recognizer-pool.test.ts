import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { RecognizerPool } from '../../../server/src/corpus/recognizer-pool.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { temporaryFolder } from '../../host/fixtures.ts';
import { MemoryFileDoor } from './memory-door.ts';

const RECOGNIZER = new URL('../../../server/src/recognizer.ts', import.meta.url);

const report = (number: number) =>
  `وصل وزير الدفاع العراقي سالم الراوي إلى طهران في ${number} مارس 2021، والتقى نظيره الإيراني كريم نوري.`;

const reports = (count: number) => Array.from({ length: count }, (_, index) => report(index + 1));

/** A program for workers: `ends` is the text at which it ends, `fails` the one that it reports as a defect. */
function fragile(): URL {
  const folder = temporaryFolder({
    'worker.mjs': `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id, text }) => {
        if (text === 'ends') process.exit(3);
        parentPort.postMessage(text === 'fails' ? { id, error: 'a defect' } : { id, facts: { text } });
      });`,
  });
  return pathToFileURL(join(folder, 'worker.mjs'));
}

/** Runs `check` with a pool, which is gone afterwards. */
async function withPool(entry: URL, size: number, check: (pool: RecognizerPool) => Promise<void>): Promise<void> {
  const pool = new RecognizerPool(entry, size);
  try {
    await check(pool);
  } finally {
    pool.dispose();
  }
}

test('a worker finds what is found here', async () => {
  await withPool(RECOGNIZER, 2, async (pool) => {
    const texts = reports(9);
    assert.deepEqual(
      await Promise.all(texts.map((text) => pool.recognize(text))),
      texts.map((text) => recognize(text)),
    );
  });
});

test('a text that ends its worker is the only one that is not read', async () => {
  await withPool(fragile(), 1, async (pool) => {
    await pool.recognize('first');
    const texts = ['a', 'ends', 'b', 'fails', 'c'];
    const outcomes = await Promise.allSettled(texts.map((text) => pool.recognize(text)));
    assert.deepEqual(
      texts.filter((_, index) => outcomes[index]?.status === 'fulfilled'),
      ['a', 'b', 'c'],
    );
    assert.ok(pool.works);
  });
});

test('where no worker can start the pool says so, and rejects at once', async () => {
  await withPool(new URL('nowhere.js', RECOGNIZER), 2, async (pool) => {
    const outcomes = await Promise.allSettled(reports(5).map((text) => pool.recognize(text)));
    assert.ok(outcomes.every(({ status }) => status === 'rejected'));
    assert.ok(!pool.works);
  });
});

test('disposed of, it leaves nobody waiting', async () => {
  const pool = new RecognizerPool(RECOGNIZER, 1);
  const waiting = Promise.allSettled(reports(20).map((text) => pool.recognize(text)));
  pool.dispose();
  assert.ok((await waiting).every(({ status }) => status === 'rejected'));
  await assert.rejects(pool.recognize(report(1)));
});

for (const [name, entry] of [
  ['with workers', RECOGNIZER],
  ['with workers that cannot start', new URL('nowhere.js', RECOGNIZER)],
] as const) {
  test(`${name} a corpus holds what it holds without`, async () => {
    const files = Object.fromEntries(reports(150).map((text, index) => [`${index}.txt`, text]));
    const door = () => new MemoryFileDoor(Object.entries(files));
    const alone = new Corpus({ door: door() });
    await alone.openFolder();
    await withPool(entry, 2, async (pool) => {
      const corpus = new Corpus({ door: door(), pool, onError: (error) => assert.fail(String(error)) });
      await corpus.openFolder();
      assert.deepEqual(corpus.status, alone.status);
      for (const [path, article] of alone.snapshot.articles)
        assert.deepEqual(corpus.snapshot.articles.get(path), article);
    });
  });
}

test('an edit while an article is being read is what counts in the end', async () => {
  const files = Object.fromEntries(reports(150).map((text, index) => [`${index}.txt`, text]));
  await withPool(RECOGNIZER, 1, async (pool) => {
    const corpus = new Corpus({ door: new MemoryFileDoor(Object.entries(files)), pool });
    const opening = corpus.openFolder();
    const edited = ['0.txt', '1.txt', '2.txt', '149.txt'];
    for (let round = 0; round < 20; round++) {
      for (const path of edited) void corpus.setText(path, report(1000 + round));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await opening;
    await corpus.settled();
    for (const path of edited) assert.equal(corpus.snapshot.articles.get(path)?.text, report(1019));
    assert.equal(corpus.status.state, 'ready');
    assert.equal(corpus.snapshot.articles.size, 150);
  });
});

test('a worker that ends over a transformer leaves the pool as it was', async () => {
  const folder = temporaryFolder({
    'worker.mjs': `import { parentPort, workerData } from 'node:worker_threads';
      if (workerData?.transformer) process.exit(3);
      parentPort.on('message', ({ id, text }) => parentPort.postMessage({ id, facts: { text } }));`,
  });
  await withPool(pathToFileURL(join(folder, 'worker.mjs')), 2, async (pool) => {
    const opened = await pool.employ({ folder: '/nowhere', runtime: null }, () => {});
    assert.ok('problem' in opened && opened.problem.code === 'model');
    assert.ok(pool.works && !pool.hasTransformer);
    assert.deepEqual(await pool.recognize('a text'), { text: 'a text' });
  });
});
