/** Mounts that hang: nobody waits longer than a moment, what is known stays, and it is looked at again when they answer. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdir, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { Unreadable } from '../../../server/src/corpus/door.ts';
import { Hung, TIMED_OUT } from '../../../server/src/corpus/hung.ts';
import { NodeFileDoor } from '../../../server/src/corpus/node-door.ts';
import { ReadingThread } from '../../../server/src/corpus/reading-thread.ts';
import { RecognizerPool } from '../../../server/src/corpus/recognizer-pool.ts';
import { Workspace } from '../../../server/src/lsp/workspace.ts';
import { MemoryFileDoor } from './memory-door.ts';
import { syntheticCorpus } from './synthetic.ts';

const READER = new URL('../../../server/src/file-reader.ts', import.meta.url);
const RECOGNIZER = new URL('../../../server/src/recognizer.ts', import.meta.url);
const HANGING = new URL('./hanging-reader.ts', import.meta.url);
const LIMIT = 1000;
const REPORT = 'بغداد – 3 آذار 2019\n\nقال وزير الداخلية العراقي كريم الطائي إن الحدود آمنة.\n';

function folderFor(t: TestContext, name = 'plain'): string {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'fihris-hung-')));
  t.after(() => rmSync(scratch, { recursive: true }));
  const folder = join(scratch, name);
  mkdirSync(folder);
  return folder;
}

function threadFor(t: TestContext, program: URL, readWithin?: number): ReadingThread {
  const thread = new ReadingThread(program, readWithin);
  t.after(() => thread.dispose());
  return thread;
}

/** Asks again until it holds. */
async function soon(check: () => unknown): Promise<void> {
  for (let left = 200; ; left--) {
    try {
      await check();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(20);
    }
  }
}

function problemOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    assert.ok(error instanceof Unreadable, String(error));
    return error.problem;
  }
}

const textsOf = (found: readonly (Uint8Array | null)[]) => found.map((bytes) => bytes && Buffer.from(bytes).toString());

/** Promise, and what resolves it. */
function promise(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}

test('what an answer quotes is read on another thread, and comes as it would on this one', (t) => {
  const folder = folderFor(t);
  writeFileSync(join(folder, 'a.txt'), REPORT);
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'long.txt'), 'ا'.repeat(LIMIT));
  symlinkSync(READER, join(folder, 'away.txt'));
  const thread = threadFor(t, READER);
  const paths = ['a.txt', 'empty.txt', 'long.txt', 'none.txt', 'away.txt', '../a.txt', 'a.txt'];
  const expected = [REPORT, '', null, null, null, null, REPORT];
  for (let round = 0; round < 3; round++) {
    assert.deepEqual(textsOf(thread.read({ folder, paths, limit: LIMIT })), expected);
    for (const [at, path] of paths.entries())
      assert.deepEqual(textsOf(thread.read({ folder, paths: [path], limit: LIMIT })), [expected[at]]);
  }
  assert.deepEqual(thread.read({ folder, paths: [], limit: LIMIT }), []);
});

test('without the program of the thread files are read all the same', async (t) => {
  const folder = folderFor(t);
  writeFileSync(join(folder, 'a.txt'), REPORT);
  const thread = threadFor(t, new URL('./none.ts', import.meta.url));
  thread.start();
  await sleep(300);
  assert.deepEqual(textsOf(thread.read({ folder, paths: ['a.txt', 'b.txt'], limit: LIMIT })), [REPORT, null]);
});

test('a file that does not come keeps its reader for a moment, the next one not at all, and other folders not either', async (t) => {
  const [hanging, plain] = [folderFor(t, 'hangs'), folderFor(t)];
  const thread = threadFor(t, HANGING, 200);
  const read = (folder: string, path: string) =>
    problemOf(() => textsOf(thread.read({ folder, paths: [path], limit: LIMIT }))[0]);
  assert.equal(read(plain, 'a.txt'), 'a.txt');
  let began = performance.now();
  assert.deepEqual(read(hanging, 'a.txt'), TIMED_OUT);
  assert.ok(performance.now() - began >= 199);
  began = performance.now();
  for (let at = 0; at < 100; at++) assert.deepEqual(read(hanging, `${at}.txt`), TIMED_OUT);
  assert.ok(performance.now() - began < 100);
  assert.equal(read(plain, 'b.txt'), 'b.txt');
  writeFileSync(join(hanging, 'answers'), '');
  await soon(() => assert.equal(read(hanging, 'c.txt'), 'c.txt'));
});

test('an article that an answer quotes from such a mount stays known without its words, is listed, and quoted again afterwards', async () => {
  const door = new MemoryFileDoor([['a.txt', REPORT]]);
  const corpus = new Corpus({ door, textsKept: 0 });
  await corpus.openFolder();
  const readNow = door.readNow.bind(door);
  const { ended, end } = promise();
  const readAgain = door.read.bind(door);
  // As a door reads: not by readNow.
  door.read = async (path, limit) => readNow([path], limit)[0] ?? new Uint8Array();
  door.readNow = () => {
    throw new Hung(ended);
  };
  assert.equal(corpus.snapshot.articles.get('a.txt')?.text, '');
  assert.deepEqual(corpus.status.unreadable, [{ path: 'a.txt', problem: TIMED_OUT }]);
  assert.equal(corpus.status.state, 'ready');
  assert.equal(corpus.snapshot.articles.size, 1);
  door.readNow = readNow;
  door.read = readAgain;
  end();
  await ended;
  await corpus.settled();
  await soon(() => assert.deepEqual(corpus.status.unreadable, []));
  assert.equal(corpus.snapshot.articles.get('a.txt')?.text, REPORT);
});

test('where many files do not come no more are asked for, and all are read when they do', async () => {
  const files = Array.from(
    { length: 40 },
    (_, at) => [`${at}.txt`, REPORT.replace('3 آذار', `${at % 27} آذار`)] as const,
  );
  const door = new MemoryFileDoor(files);
  const read = door.read.bind(door);
  const { ended, end } = promise();
  let asked = 0;
  door.read = (path, limit) => {
    asked++;
    return ended.then(() => read(path, limit));
  };
  const corpus = new Corpus({ door, readWithin: 50 });
  const began = performance.now();
  await corpus.openFolder();
  assert.ok(performance.now() - began < 2000);
  // The settings too.
  assert.equal(corpus.status.unreadable.length, 41);
  assert.ok(asked < 15, `${asked} were asked for`);
  end();
  await soon(() => assert.equal(corpus.snapshot.articles.size, 40));
  await soon(() => assert.deepEqual(corpus.status.unreadable, []));
});

test('stamps come from another thread as they would on this one, and files are read meanwhile', async (t) => {
  const folder = folderFor(t);
  const paths = Array.from({ length: 5000 }, (_, at) => `${at}.txt`);
  for (const path of paths.slice(0, 4000)) writeFileSync(join(folder, path), 'ا'.repeat(Number.parseInt(path, 10) % 7));
  writeFileSync(join(folder, 'a.txt'), REPORT);
  symlinkSync(join(folder, 'a.txt'), join(folder, '4000.txt'));
  mkdirSync(join(folder, '4001.txt'));
  const thread = threadFor(t, READER);
  const door = new NodeFileDoor(folder, { thread });
  let left = 50;
  const coming = door.stamps(paths).finally(() => {
    left = 0;
  });
  for (; left > 0; left--) {
    assert.deepEqual(textsOf(door.readNow(['a.txt'], LIMIT)), [REPORT]);
    await sleep(1);
  }
  const stamps = await coming;
  assert.deepEqual(stamps, await new NodeFileDoor(folder).stamps(paths));
  assert.equal(stamps[6]?.size, 12);
  assert.deepEqual(stamps.slice(4000), Array(1000).fill(null));
  assert.deepEqual(await door.stamps([]), []);
});

test('stamps that do not come are given up, and asked for here where the thread cannot be had', async (t) => {
  const folder = folderFor(t, 'hangs');
  writeFileSync(join(folder, 'a.txt'), REPORT);
  const door = new NodeFileDoor(folder, { thread: threadFor(t, HANGING), answersWithin: 200 });
  await assert.rejects(door.stamps(['a.txt']), Hung);
  const began = performance.now();
  await assert.rejects(door.stamps(['a.txt']), Hung);
  assert.ok(performance.now() - began < 100);
  writeFileSync(join(folder, 'answers'), '');
  await soon(async () => assert.equal((await door.stamps(['a.txt'])).length, 1));
  const lost = new ReadingThread(READER);
  const asking = new NodeFileDoor(folder, { thread: lost }).stamps(['a.txt']);
  lost.dispose();
  assert.equal((await asking)[0]?.size, Buffer.byteLength(REPORT));
  const none = new NodeFileDoor(folder, { thread: threadFor(t, new URL('./none.ts', import.meta.url)) });
  assert.equal((await none.stamps(['a.txt']))[0]?.size, Buffer.byteLength(REPORT));
});

/** A door to a folder whose folders called `hangs` are not listed before `end` is called. */
function doorFor(folder: string, answersWithin: number, slow = 0) {
  const { ended, end } = promise();
  const late = (async (path: string, options: object, done: (...answer: unknown[]) => void) => {
    if (String(path).includes('hangs')) await ended;
    await sleep(slow);
    (readdir as unknown as (path: string, options: object, done: unknown) => void)(path, options, done);
  }) as unknown as typeof readdir;
  return { end, door: new NodeFileDoor(folder, { answersWithin, readdir: late }) };
}

test('a folder of which the disk does not answer is given up, and listed when it does', async (t) => {
  const folder = folderFor(t);
  mkdirSync(join(folder, 'hangs'));
  writeFileSync(join(folder, 'a.txt'), REPORT);
  writeFileSync(join(folder, 'hangs', 'b.txt'), REPORT);
  const { door, end } = doorFor(folder, 500);
  await assert.rejects(door.list(['**/*.txt']), Hung);
  // Nothing more is asked of it meanwhile.
  const began = performance.now();
  await assert.rejects(door.list(['**/*.txt']), Hung);
  await assert.rejects(door.head('a.txt', 10), Hung);
  await assert.rejects(door.stamps(['a.txt']), Hung);
  assert.equal(await door.stat('a.txt'), null);
  assert.ok(performance.now() - began < 40);
  end();
  await soon(async () => assert.deepEqual(await door.list(['**/*.txt']), ['a.txt', 'hangs/b.txt']));
});

test('a listing may take as long as there are folders', async (t) => {
  const folder = folderFor(t);
  let deep = folder;
  for (let depth = 0; depth < 6; depth++) {
    deep = join(deep, `in${depth}`);
    mkdirSync(deep);
  }
  writeFileSync(join(deep, 'a.txt'), REPORT);
  const { door } = doorFor(folder, 400, 100);
  assert.equal((await door.list(['**/*.txt'])).length, 1);
});

test('articles stay where their folder can no longer be listed, and its new ones come when it can', async (t) => {
  const folder = folderFor(t);
  writeFileSync(join(folder, 'a.txt'), REPORT);
  const { door, end } = doorFor(folder, 500);
  const corpus = new Corpus({ door });
  await corpus.openFolder();
  assert.equal(corpus.snapshot.articles.size, 1);
  mkdirSync(join(folder, 'hangs'));
  writeFileSync(join(folder, 'hangs', 'b.txt'), REPORT.replace('3 آذار', '4 آذار'));
  corpus.filesChanged(['hangs']);
  await corpus.settled();
  assert.deepEqual([...corpus.snapshot.articles.keys()], ['a.txt']);
  assert.deepEqual(corpus.status.unreadable, [{ path: '', problem: TIMED_OUT }]);
  assert.equal(corpus.status.state, 'ready');
  end();
  await soon(() => assert.equal(corpus.snapshot.articles.size, 2));
  await soon(() => assert.deepEqual(corpus.status.unreadable, []));
});

test('a folder that hangs when it is opened is listed as unreadable, and read when it answers', async (t) => {
  const folder = folderFor(t, 'hangs');
  const long =
    'وأضاف الوزير في مؤتمر صحفي عقده في بغداد أن القوات العراقية تسيطر على الحدود كلها مع الدول المجاورة منذ العام الماضي.\n';
  writeFileSync(join(folder, 'a.txt'), REPORT + long);
  const { door, end } = doorFor(folder, 500);
  const errors: unknown[] = [];
  const ignore = () => {};
  const pool = new RecognizerPool(READER);
  const workspace = new Workspace(pool, { disk: () => door, elsewhere: () => null }, () => ({}), {
    changed: ignore,
    status: ignore,
    rootsChanged: ignore,
    error: (error) => errors.push(error),
  });
  t.after(() => workspace.dispose());
  await workspace.add(pathToFileURL(folder).href, ['**/*.txt'], []);
  assert.equal(workspace.isIndexing, false);
  assert.deepEqual(
    workspace.roots.map(({ corpus }) => corpus.status.unreadable),
    [[{ path: '', problem: TIMED_OUT }]],
  );
  end();
  await soon(() => {
    assert.equal(workspace.roots[0]?.corpus.snapshot.articles.size, 1);
    assert.deepEqual(workspace.roots[0]?.corpus.status.unreadable, []);
  });
  assert.deepEqual(errors, []);
});

test('a thread that hangs while it looks for words keeps nobody waiting, and all is read', async (t) => {
  const folder = folderFor(t);
  for (const [path, text] of syntheticCorpus(600)) writeFileSync(join(folder, path), text);
  const pool = new RecognizerPool(RECOGNIZER);
  t.after(() => pool.dispose());
  const door = new NodeFileDoor(folder, { finder: new URL('./hanging-finder.ts', import.meta.url) });
  const corpus = new Corpus({ door, pool });
  t.after(() => corpus.dispose());
  const opening = corpus.openFolder();
  await soon(() => assert.ok(corpus.isSurveying));
  const began = performance.now();
  await corpus.readNaming([['كريم']], 100);
  assert.ok(performance.now() - began < 2000);
  await opening;
  assert.equal(corpus.status.articles, 600);
  assert.ok(!corpus.isSurveying);
});
