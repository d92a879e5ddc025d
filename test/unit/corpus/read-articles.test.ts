/** Files that workers read by themselves: what they say is what reading each in the ordinary way gives, whatever is wrong with one of them. */
import assert from 'node:assert/strict';
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Corpus, type CorpusOptions } from '../../../server/src/corpus/corpus.ts';
import { FactsCache } from '../../../server/src/corpus/facts-cache.ts';
import { NodeFileDoor } from '../../../server/src/corpus/node-door.ts';
import { RecognizerPool } from '../../../server/src/corpus/recognizer-pool.ts';
import { temporaryFolder } from '../../host/fixtures.ts';
import { plain } from './plain.ts';

const RECOGNIZER = new URL('../../../server/src/recognizer.ts', import.meta.url);
const COUNT = 150;

const report = (number: number) =>
  `وصل وزير الدفاع العراقي سالم الراوي إلى طهران في ${number} مارس 2021، والتقى نظيره الإيراني كريم نوري.`;

const reports = () => Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`${i}.txt`, report(1 + (i % 28))]));

/** A program for workers that read as they should, but for the article `odd`, with which they do what `then` says. */
function oddReader(then: string): URL {
  const at = (path: string) => JSON.stringify(new URL(`../../../server/src/${path}`, import.meta.url).href);
  const folder = temporaryFolder({
    'worker.mjs': `import { parentPort } from 'node:worker_threads';
      import { readArticles } from ${at('corpus/read-articles.ts')};
      import { recognize } from ${at('recognize/recognize.ts')};
      parentPort.on('message', ({ id, text, given, files }) => {
        if ((text ?? '').includes('سابع') || files?.files.some(({ path }) => path === 'odd.txt')) { ${then} }
        parentPort.postMessage(files ? { id, read: readArticles(files, recognize) } : { id, facts: recognize(text, given) });
      });`,
  });
  return pathToFileURL(join(folder, 'worker.mjs'));
}

async function opened(folder: string, options: Partial<CorpusOptions> = {}): Promise<Corpus> {
  const corpus = new Corpus({ door: new NodeFileDoor(folder), ...options });
  await corpus.openFolder();
  return corpus;
}

async function withPool<T>(entry: URL, check: (pool: RecognizerPool) => Promise<T>): Promise<T> {
  const pool = new RecognizerPool(entry, 2);
  try {
    return await check(pool);
  } finally {
    pool.dispose();
  }
}

/** A corpus that workers read, beside one that is read in the ordinary way. */
async function checkAlike(folder: string, entry = RECOGNIZER, options: Partial<CorpusOptions> = {}): Promise<void> {
  const alone = await opened(folder);
  await withPool(entry, async (pool) => {
    const corpus = await opened(folder, { pool, ...options });
    assert.deepEqual(corpus.status, alone.status);
    assert.deepEqual(plain(corpus.snapshot), plain(alone.snapshot));
    const [path = ''] = alone.snapshot.articles.keys();
    assert.equal(corpus.snapshot.articles.get(path)?.text, alone.snapshot.articles.get(path)?.text);
  });
}

test('a folder that workers read is what it is without them: encodings, dates, links, long, empty and unreadable files', async () => {
  const folder = temporaryFolder({
    ...reports(),
    '2020-11-15.txt': 'قال وزير الدفاع العراقي سالم الراوي أمس إن اللقاء سيعقد غدا.',
    'told.txt': 'قال وزير الدفاع العراقي سالم الراوي أمس إن اللقاء سيعقد غدا.',
    'empty.txt': '',
    'long.txt': `${report(3)}\n${' \n'.repeat(110_000)}`,
    'fihris.yaml': 'dates: { told.txt: 2018-05-01 }\n',
  });
  const windows = [0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xc7, 0xe1, 0xcf, 0xdd, 0xc7, 0xda, 0x20, 0xc7, 0xe1, 0xda, 0xd1];
  writeFileSync(join(folder, 'windows.txt'), Buffer.from([...windows, 0xc7, 0xde, 0xed, 0x20, 0xdd, 0xed]));
  writeFileSync(join(folder, 'binary.txt'), Buffer.from(Array.from({ length: 300 }, (_, i) => i % 256)));
  symlinkSync('0.txt', join(folder, 'same.txt'));
  symlinkSync('/etc/hostname', join(folder, 'outside.txt'));
  await checkAlike(folder);
});

test('an article that ends its worker costs no other one', async () => {
  const folder = temporaryFolder({ ...reports(), 'odd.txt': `سابع. ${report(7)}` });
  await withPool(oddReader('process.exit(3)'), async (pool) => {
    const corpus = await opened(folder, { pool });
    assert.deepEqual(
      corpus.status.unreadable.map(({ path, problem }) => [path, problem.code]),
      [['odd.txt', 'recognition']],
    );
    assert.equal(corpus.snapshot.articles.size, COUNT);
  });
});

test('a disk that keeps a worker waiting is read in the ordinary way', async () => {
  const folder = temporaryFolder({ ...reports(), 'odd.txt': report(9) });
  const wait = 'if (files) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000)';
  await checkAlike(folder, oddReader(wait), { readWithin: 2000 });
});

test('what a worker says is slow is read in the ordinary way', async () => {
  const folder = temporaryFolder({ ...reports(), 'odd.txt': report(9) });
  const slow = `if (files) return parentPort.postMessage({ id, read: {
    read: files.files.map(() => 'otherwise'), lines: new Uint8Array(), isSlow: true } });`;
  await checkAlike(folder, oddReader(slow));
});

test('a defect in one article is told with its stack, and the article is listed', async () => {
  const folder = temporaryFolder({ ...reports(), 'odd.txt': report(9) });
  const defect = `if (files) { const done = readArticles(files, (text, given) => {
    if (text === ${JSON.stringify(report(9))}) throw new Error('a defect'); return recognize(text, given); });
    return parentPort.postMessage({ id, read: done }); }`;
  const errors: string[] = [];
  await withPool(oddReader(defect), async (pool) => {
    const corpus = await opened(folder, { pool, onError: (error) => errors.push(String((error as Error).message)) });
    const listed = corpus.status.unreadable.map(({ path }) => path);
    assert.ok(listed.includes('odd.txt'));
    assert.ok(errors.length > 0 && errors.every((error) => /a defect\n\s+at /.test(error)));
    assert.equal(corpus.snapshot.articles.size + listed.length, COUNT + 1);
  });
});

test('edits, files that go and settings that come while workers read count in the end', async () => {
  const folder = temporaryFolder(reports());
  await withPool(RECOGNIZER, async (pool) => {
    const corpus = new Corpus({ door: new NodeFileDoor(folder), pool });
    const opening = corpus.openFolder();
    for (let round = 0; round < 10; round++) {
      for (const path of ['0.txt', '70.txt', '149.txt']) void corpus.setText(path, report(1 + round));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    unlinkSync(join(folder, '140.txt'));
    writeFileSync(join(folder, '141.txt'), report(27));
    corpus.filesChanged(['140.txt', '141.txt']);
    await opening;
    await corpus.settled();
    const alone = new Corpus({ door: new NodeFileDoor(folder) });
    for (const path of ['0.txt', '70.txt', '149.txt']) await alone.setText(path, report(10));
    await alone.openFolder();
    assert.deepEqual(plain(corpus.snapshot), plain(alone.snapshot));
    assert.equal(corpus.status.state, 'ready');
  });
});

test('what workers read is kept, and the next session reads nothing', async () => {
  const folder = temporaryFolder(reports());
  const cacheOf = () =>
    new FactsCache({
      storage: join(folder, '.kept'),
      corpus: folder,
      recipe: Promise.resolve('recipe'),
      programs: Promise.resolve('programs'),
      onProblem: (problem) => assert.fail(problem),
    });
  // A file written a moment ago is read again to be sure of it.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const expected = await withPool(RECOGNIZER, async (pool) => {
    const corpus = await opened(folder, { pool, cache: cacheOf(), keptFrom: 0 });
    const before = plain(corpus.snapshot);
    await corpus.keepAll();
    assert.deepEqual(plain(corpus.snapshot), before);
    corpus.dispose();
    return before;
  });
  const recognize = () => assert.fail('nothing has changed');
  const next = await opened(folder, { cache: cacheOf(), keptFrom: 0, recognize });
  assert.deepEqual(plain(next.snapshot), expected);
  next.dispose();
});
