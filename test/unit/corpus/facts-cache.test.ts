/** What is kept between sessions costs or saves time and changes nothing else. */
import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { cacheFolder } from '../../../server/src/corpus/cache-folder.ts';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { FactsCache, type FactsCacheOptions } from '../../../server/src/corpus/facts-cache.ts';
import { recipeHash } from '../../../server/src/corpus/recipe.ts';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from './memory-door.ts';
import { plain as plainSnapshot } from './plain.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-cache-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let storages = 0;
const newStorage = () => join(scratch, String(storages++));

const FILES: Readonly<Record<string, string>> = {
  'a.txt':
    'توقيع مذكرة\n\nبغداد – وقع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي مذكرة تفاهم أمنية في 3 آذار 2019.\r\n',
  'b.txt': 'قال الطائي إن المذكرة تنظم ضبط الحدود المشتركة بين العراق وإيران.\n\nوأضاف أن العمل بها يبدأ غدا.',
  'c-2020-01-01.txt': 'أعلن رضائي أمس توقيع اتفاقية أمنية جديدة بين إيران والعراق.',
  'فارغ.txt': '',
};

interface Session {
  readonly corpus: Corpus;
  /** How many articles were analysed. */
  readonly recognized: number;
  /** How many files were read before anybody asked for words. */
  readonly reads: number;
  readonly problems: readonly string[];
}

/** One session over the files: opens the folder, waits until all is kept, and ends. */
async function session(
  door: MemoryFileDoor,
  storage: string,
  options: Partial<FactsCacheOptions> = {},
): Promise<Session> {
  let recognized = 0;
  const problems: string[] = [];
  const cache = new FactsCache({
    storage,
    corpus: '/corpus',
    recipe: Promise.resolve('recipe'),
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  const corpus = new Corpus({
    door,
    cache,
    recognize: (text, given) => {
      recognized++;
      return recognize(text, given);
    },
  });
  door.reads = 0;
  await corpus.openFolder();
  await cache.settle(() => true);
  corpus.dispose();
  // fihris.yaml is always read.
  return { corpus, recognized, reads: door.reads - 1, problems };
}

const filesIn = (storage: string) =>
  readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.facts'))
    .sort()
    .map((name) => join(storage, name));

const doorTo = (files: Readonly<Record<string, string>> = FILES) => new MemoryFileDoor(Object.entries(files));

/** All that a snapshot says of its articles, texts included. */
const plain = (snapshot: Snapshot) => [
  plainSnapshot(snapshot),
  [...snapshot.articles.values()].map(({ text }) => text),
];

async function checkSame(corpus: Corpus, door: MemoryFileDoor): Promise<void> {
  const scratchCorpus = new Corpus({ door });
  await scratchCorpus.openFolder();
  assert.deepEqual(plain(corpus.snapshot), plain(scratchCorpus.snapshot));
}

test('a second session reads no article, and has the same snapshot', async () => {
  const storage = newStorage();
  const door = doorTo();
  const first = await session(door, storage);
  assert.deepEqual([first.recognized, first.reads], [4, 4]);
  const second = await session(door, storage);
  assert.deepEqual([second.recognized, second.reads, second.problems], [0, 0, []]);
  await checkSame(second.corpus, door);
});

test('a file that was only touched is read and not analysed, and the next time not read', async () => {
  const storage = newStorage();
  const door = doorTo();
  await session(door, storage);
  door.modified.set('a.txt', 2000);
  const second = await session(door, storage);
  assert.deepEqual([second.recognized, second.reads], [0, 1]);
  const third = await session(door, storage);
  assert.deepEqual([third.recognized, third.reads], [0, 0]);
});

test('of files that changed, came or went the index is that of the files as they are', async () => {
  const storage = newStorage();
  const door = doorTo();
  await session(door, storage);
  door.files.set('a.txt', FILES['b.txt'] ?? '');
  door.files.set('new.txt', FILES['a.txt'] ?? '');
  door.files.delete('b.txt');
  const second = await session(door, storage);
  assert.equal(second.recognized, 2);
  await checkSame(second.corpus, door);
});

test('a file changed to as many bytes within the same tick of the clock is seen', async () => {
  const storage = newStorage();
  const door = doorTo({ 'a.txt': 'وصل كريم نوري إلى بغداد.' });
  door.modified.set('a.txt', Date.now());
  await session(door, storage);
  door.files.set('a.txt', 'وصل سليم نوري إلى بغداد.');
  const second = await session(door, storage);
  await checkSame(second.corpus, door);
  assert.equal(second.recognized, 1);
});

test('facts are those of the date that the article is given now', async () => {
  const storage = newStorage();
  const door = doorTo({ 'a.txt': 'وصل الوزير كريم نوري إلى بغداد أمس.' });
  await session(door, storage);
  door.files.set('fihris.yaml', 'dates: { a.txt: 2021-05-06 }');
  const dated = await session(door, storage);
  await checkSame(dated.corpus, door);
  assert.equal(dated.corpus.snapshot.articles.get('a.txt')?.facts.dates[0]?.value, '2021-05-05');
});

test('what another version kept is nothing, and stays', async () => {
  const storage = newStorage();
  const door = doorTo();
  await session(door, storage);
  const other = await session(door, storage, { recipe: Promise.resolve('another') });
  assert.equal(other.recognized, 4);
  assert.equal((await session(door, storage)).recognized, 0);
});

test('without a recipe nothing is kept', async () => {
  const storage = newStorage();
  const { recognized, problems } = await session(doorTo(), storage, { recipe: Promise.resolve(null) });
  assert.deepEqual([recognized, problems], [4, []]);
  assert.throws(() => readdirSync(storage));
});

test('the recipe is that of the programs: another when one of them changes, none without them', async () => {
  const program = join(scratch, 'program.js');
  const model = join(scratch, 'model.bin');
  writeFileSync(program, 'one');
  const without = recipeHash([program, model]);
  writeFileSync(model, 'model');
  const first = recipeHash([program, model]);
  writeFileSync(program, 'two');
  const second = recipeHash([program, model]);
  assert.equal(new Set([without, first, second]).size, 3);
  assert.equal(recipeHash([join(scratch, 'missing.js')]), null);
});

test('a cache cut or changed at any byte costs time and nothing else', async () => {
  const storage = newStorage();
  const door = doorTo();
  await session(door, storage);
  const [file = ''] = filesIn(storage);
  const whole = readFileSync(file);
  const damage = fc.record({ at: fc.nat(whole.length - 1), byte: fc.option(fc.integer({ min: 0, max: 255 })) });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, byte }) => {
      for (const other of filesIn(storage)) if (other !== file) rmSync(other);
      const bytes = Buffer.from(byte === null ? whole.subarray(0, at) : whole);
      if (byte !== null) bytes[at] = byte;
      writeFileSync(file, bytes);
      const { corpus, problems } = await session(door, storage);
      assert.deepEqual(problems, []);
      await checkSame(corpus, door);
    }),
    { numRuns: 60 },
  );
  await session(door, storage);
  assert.equal((await session(door, storage)).recognized, 0, 'it is whole again');
});

test('on a disk that takes nothing all goes on, with one line in the log', async () => {
  const storage = newStorage();
  writeFileSync(storage, 'a file where a folder should be');
  const door = doorTo();
  const { corpus, recognized, problems } = await session(door, storage);
  assert.equal(recognized, 4);
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /ENOTDIR|EEXIST/);
  await checkSame(corpus, door);
});

test('two windows with one folder keep what each of them read', async () => {
  const storage = newStorage();
  const halves = [doorTo({ 'a.txt': FILES['a.txt'] ?? '' }), doorTo({ 'b.txt': FILES['b.txt'] ?? '' })] as const;
  await Promise.all([session(halves[0], storage), session(halves[1], storage)]);
  const both = doorTo({ 'a.txt': FILES['a.txt'] ?? '', 'b.txt': FILES['b.txt'] ?? '' });
  const { corpus, recognized } = await session(both, storage);
  assert.equal(recognized, 0);
  await checkSame(corpus, both);
});

test('many small segments are made one, and what is no more goes', async () => {
  const storage = newStorage();
  const door = doorTo({});
  for (let day = 0; day < 15; day++) {
    door.files.clear();
    door.files.set(`${day}.txt`, `وصل كريم نوري إلى بغداد في ${day + 1} أيار 2020.`);
    await session(door, storage);
  }
  assert.ok(filesIn(storage).length <= 2, 'segments of articles that are gone are not kept');
  assert.equal((await session(door, storage)).recognized, 0);
});

test('caches have a bound: that of the folder used longest ago goes first, this one last', async () => {
  const storage = newStorage();
  const door = doorTo();
  await session(door, storage, { corpus: '/old' });
  const [oldFile = ''] = filesIn(storage);
  const { size } = statSync(oldFile);
  utimesSync(join(oldFile, '..'), 1000, 1000);
  await session(door, storage, { corpus: '/recent' });
  await session(door, storage, { corpus: '/now', limit: Math.ceil(2.5 * size) });
  const recognized = async (corpus: string) => (await session(door, storage, { corpus })).recognized;
  assert.deepEqual([await recognized('/recent'), await recognized('/now'), await recognized('/old')], [0, 0, 4]);
});

test('half a segment under a passing name is no segment', async () => {
  const storage = newStorage();
  const door = doorTo();
  await session(door, storage);
  const [file = ''] = filesIn(storage);
  mkdirSync(join(file, '..', 'folder.facts'));
  writeFileSync(`${file}.tmp`, readFileSync(file).subarray(0, 100));
  const { recognized, problems } = await session(door, storage);
  assert.deepEqual([recognized, problems], [0, []]);
});

test('the folder for caches is where each system has it', () => {
  const folder = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv) => cacheFolder(environment, platform);
  assert.equal(folder('linux', { HOME: '/home/me' }), '/home/me/.cache/fihris');
  assert.equal(folder('linux', { HOME: '/home/me', XDG_CACHE_HOME: '/big/cache' }), '/big/cache/fihris');
  assert.equal(folder('linux', { HOME: '/home/me', XDG_CACHE_HOME: 'cache' }), '/home/me/.cache/fihris');
  assert.equal(folder('darwin', { HOME: '/Users/me' }), '/Users/me/Library/Caches/Fihris');
  assert.equal(folder('win32', {}), null);
});
