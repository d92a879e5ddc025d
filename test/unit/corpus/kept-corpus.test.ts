/** A session that goes on from all that the last one kept has what reading everything afresh gives, whatever happened in between. */
import assert from 'node:assert/strict';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, mock, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { FactsCache, type FactsCacheOptions } from '../../../server/src/corpus/facts-cache.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from './memory-door.ts';
import { plain } from './plain.ts';
import { syntheticCorpus } from './synthetic.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-kept-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let storages = 0;
const newStorage = () => join(scratch, String(storages++));

interface Session {
  readonly corpus: Corpus;
  readonly cache: FactsCache;
  recognized: number;
}

async function open(door: MemoryFileDoor, storage: string, options: Partial<FactsCacheOptions> = {}): Promise<Session> {
  const cache = new FactsCache({
    storage,
    corpus: '/corpus',
    recipe: Promise.resolve('recipe'),
    programs: Promise.resolve('programs'),
    onProblem: (problem) => assert.fail(problem),
    ...options,
  });
  const session: Session = {
    corpus: new Corpus({
      door,
      cache,
      keptFrom: 0,
      recognize: (text, given) => {
        session.recognized++;
        return recognize(text, given);
      },
    }),
    cache,
    recognized: 0,
  };
  door.reads = 0;
  await session.corpus.openFolder();
  return session;
}

async function afresh(door: MemoryFileDoor, buffers: ReadonlyMap<string, string> = new Map()): Promise<unknown> {
  const corpus = new Corpus({ door });
  for (const [path, text] of buffers) await corpus.setText(path, text);
  await corpus.openFolder();
  return plain(corpus.snapshot);
}

const filesIn = (storage: string) =>
  readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.facts'))
    .sort()
    .map((name) => join(storage, name));

/** A door to so many made-up articles and one with a correction. */
function doorTo(count: number): MemoryFileDoor {
  const files = new Map(syntheticCorpus(count));
  files.set('fihris.yaml', 'dates: { 000003.txt: 2018-05-01 }\n');
  return new MemoryFileDoor(files);
}

test('what was kept is what was known, and the next session reads no article', async () => {
  const storage = newStorage();
  const door = doorTo(120);
  const expected = await afresh(door);
  const first = await open(door, storage);
  assert.equal(first.recognized, 120);
  await first.corpus.keepAll();
  // This session goes on from what it kept, too.
  assert.deepEqual(plain(first.corpus.snapshot), expected);
  first.corpus.dispose();
  assert.equal(filesIn(storage).length, 1);
  const second = await open(door, storage);
  assert.deepEqual([second.recognized, door.reads], [0, 1]);
  assert.deepEqual(plain(second.corpus.snapshot), expected);
  assert.equal(second.corpus.status.state, 'ready');
  second.corpus.dispose();
});

test('a reader who goes on asking slows keeping down, and does not keep it from its end', async () => {
  const storage = newStorage();
  const door = doorTo(120);
  const programs = Promise.resolve('programs');
  const cache = new FactsCache({ storage, corpus: '/corpus', recipe: Promise.resolve('recipe'), programs });
  let asked = 0;
  const corpus = new Corpus({ door, cache, keptFrom: 0, isAsked: () => ++asked > 0 });
  await corpus.openFolder();
  await corpus.keepAll();
  corpus.dispose();
  assert.ok(asked > 0, 'nobody was minded');
  const second = await open(door, storage);
  assert.equal(second.recognized, 0);
  assert.deepEqual(plain(second.corpus.snapshot), await afresh(door));
  second.corpus.dispose();
});

const CHANGES = {
  'a changed article': (door: MemoryFileDoor) => write(door, '000007.txt', door.files.get('000008.txt') as string),
  'one that is gone': (door: MemoryFileDoor) => door.files.delete('000007.txt'),
  'one that came': (door: MemoryFileDoor) => write(door, 'new.txt', door.files.get('000008.txt') as string),
  'another date': (door: MemoryFileDoor) => write(door, 'fihris.yaml', 'dates: { 000005.txt: 2017-05-01 }\n'),
  'a correction': (door: MemoryFileDoor) =>
    write(door, 'fihris.yaml', 'corrections:\n  - not a person: سالم هادي الراوي\n'),
  'other files': (door: MemoryFileDoor) => write(door, 'fihris.yaml', 'include: "00000*.txt"\n'),
} satisfies Record<string, (door: MemoryFileDoor) => unknown>;

function write(door: MemoryFileDoor, path: string, text: string): void {
  door.files.set(path, text);
  door.modified.set(path, (door.modified.get(path) ?? 1000) + 5000);
}

for (const [what, change] of Object.entries(CHANGES))
  test(`between two sessions: ${what}`, async () => {
    const storage = newStorage();
    const door = doorTo(40);
    const first = await open(door, storage);
    await first.corpus.keepAll();
    first.corpus.dispose();
    change(door);
    const second = await open(door, storage);
    assert.ok(second.recognized <= 2, `${second.recognized} articles were read again`);
    assert.deepEqual(plain(second.corpus.snapshot), await afresh(door));
    second.corpus.dispose();
  });

const path = fc.constantFrom('000001.txt', '000013.txt', '000014.txt', 'x/new.txt', 'fihris.yaml');
const text = fc.oneof(
  fc.nat(60).map((number) => syntheticCorpus(61).get(`${String(number).padStart(6, '0')}.txt`) as string),
  fc.constant(''),
);
const SETTINGS = [
  '',
  'dates: { 000013.txt: 2018-05-01 }',
  'corrections:\n  - different: [{ in: 000013.txt, mention: نوري }, نوري رضا الراوي]\n',
];
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('write', 'buffer'), path, text, settings: fc.constantFrom(...SETTINGS) }),
  fc.record({
    kind: fc.constantFrom('delete', 'close', 'settle', 'keep', 'again'),
    path,
    text: fc.constant(''),
    settings: fc.constant(''),
  }),
);

test('random edits in sessions that follow each other give what reading afresh gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      const storage = newStorage();
      const door = new MemoryFileDoor(syntheticCorpus(30));
      let buffers = new Map<string, string>();
      let session = await open(door, storage);
      for (const change of steps) {
        const words = change.path === 'fihris.yaml' ? change.settings : change.text;
        if (change.kind === 'write') {
          write(door, change.path, words);
          session.corpus.filesChanged([change.path]);
        } else if (change.kind === 'delete') {
          door.files.delete(change.path);
          session.corpus.filesChanged([change.path]);
        } else if (change.kind === 'buffer') {
          buffers.set(change.path, words);
          await session.corpus.setText(change.path, words);
        } else if (change.kind === 'close') {
          buffers.delete(change.path);
          await session.corpus.closeText(change.path);
        } else if (change.kind === 'settle') await session.corpus.settled();
        // Not waited for: what is edited meanwhile counts.
        else if (change.kind === 'keep') void session.corpus.keepAll();
        else {
          await session.corpus.settled();
          await session.corpus.keepAll();
          session.corpus.dispose();
          buffers = new Map();
          session = await open(door, storage);
        }
      }
      await session.corpus.settled();
      await session.corpus.keepAll();
      assert.deepEqual(plain(session.corpus.snapshot), await afresh(door, buffers));
      session.corpus.dispose();
    }),
    { numRuns: 25 },
  );
});

test('cut at any byte, or with any byte changed, it costs time and nothing else', async () => {
  const storage = newStorage();
  const door = doorTo(14);
  const expected = await afresh(door);
  const first = await open(door, storage);
  await first.corpus.keepAll();
  first.corpus.dispose();
  const [file = ''] = filesIn(storage);
  const whole = readFileSync(file);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.nat(whole.length - 1),
        fc.nat(3000).map((back) => whole.length - 1 - back),
      ),
      fc.boolean(),
      async (at, cut) => {
        for (const each of filesIn(storage)) rmSync(each);
        const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) damaged.writeUInt8((whole.readUInt8(at) + 1) % 256, at);
        writeFileSync(file, damaged);
        const second = await open(door, storage);
        assert.deepEqual(plain(second.corpus.snapshot), expected);
        second.corpus.dispose();
      },
    ),
    { numRuns: 40 },
  );
});

test('a footer with any byte changed is none: where the state begins is as good as what is in it', async () => {
  const storage = newStorage();
  const door = doorTo(14);
  const expected = await afresh(door);
  const first = await open(door, storage);
  await first.corpus.keepAll();
  first.corpus.dispose();
  const [file = ''] = filesIn(storage);
  const whole = readFileSync(file);
  // The last byte fills it up.
  for (let back = 2; back <= 56; back++)
    for (const by of [1, 255]) {
      for (const each of filesIn(storage)) rmSync(each);
      const damaged = Buffer.from(whole);
      const at = whole.length - back;
      damaged.writeUInt8((whole.readUInt8(at) + by) % 256, at);
      writeFileSync(file, damaged);
      const second = await open(door, storage);
      assert.equal(second.cache.whole, null, `byte ${back} from the end`);
      second.corpus.dispose();
    }
  rmSync(file);
  writeFileSync(file, whole);
  const last = await open(door, storage);
  assert.notEqual(last.cache.whole, null);
  assert.deepEqual(plain(last.corpus.snapshot), expected);
  last.corpus.dispose();
});

test('what was read lately is not read again when all is kept anew', async () => {
  const storage = newStorage();
  const door = doorTo(120);
  const { corpus } = await open(door, storage);
  await corpus.keepAll();
  const paths = [...corpus.snapshot.articles.keys()].sort();
  const factsOf = (path: string) => corpus.snapshot.articles.get(path)?.facts ?? assert.fail(path);
  const before = new Map(paths.map((path) => [path, factsOf(path)]));
  const [changed = ''] = paths;
  await corpus.setText(changed, 'وصل العميد وليد نوري إلى البصرة.');
  await corpus.keepAll();
  for (const path of paths)
    if (path === changed) assert.notDeepEqual(factsOf(path), before.get(path));
    else assert.equal(factsOf(path), before.get(path), path);
  corpus.dispose();
});

test('what is kept is read ahead once in a session, and not with every edit', async () => {
  const storage = newStorage();
  const door = doorTo(120);
  const first = await open(door, storage);
  await first.corpus.keepAll();
  first.corpus.dispose();
  const read = mock.method(fs, 'read');
  syncBuiltinESMExports();
  try {
    const { corpus } = await open(door, storage);
    await sleep(400);
    assert.equal(read.mock.callCount(), 1);
    for (const text of ['وصل العميد وليد نوري إلى البصرة.', 'وصل وليد نوري إلى البصرة.']) {
      await corpus.setText('000007.txt', text);
      await sleep(400);
    }
    assert.equal(read.mock.callCount(), 1);
    corpus.dispose();
  } finally {
    read.mock.restore();
    syncBuiltinESMExports();
  }
});

test('what other programs resolved is not taken for ours; the facts in it are', async () => {
  const storage = newStorage();
  const door = doorTo(25);
  const first = await open(door, storage);
  await first.corpus.keepAll();
  first.corpus.dispose();
  const second = await open(door, storage, { programs: Promise.resolve('others') });
  assert.deepEqual([second.cache.whole, second.recognized], [null, 0]);
  assert.deepEqual(plain(second.corpus.snapshot), await afresh(door));
  second.corpus.dispose();
  const third = await open(door, storage, { recipe: Promise.resolve('another') });
  assert.equal(third.recognized, 25);
  third.corpus.dispose();
});

test('two windows keep the same corpus, and none takes anything from the other', async () => {
  const storage = newStorage();
  const door = doorTo(25);
  const [one, other] = [await open(door, storage), await open(door, storage)];
  await Promise.all([one.corpus.keepAll(), other.corpus.keepAll()]);
  const expected = await afresh(door);
  assert.deepEqual(plain(one.corpus.snapshot), expected);
  assert.deepEqual(plain(other.corpus.snapshot), expected);
  one.corpus.dispose();
  other.corpus.dispose();
  const next = await open(door, storage);
  assert.equal(next.recognized, 0);
  assert.deepEqual(plain(next.corpus.snapshot), expected);
  next.corpus.dispose();
});

test('what is kept before all is known takes nothing away: the next session reads no article', async () => {
  const storage = newStorage();
  const door = doorTo(300);
  const expected = await afresh(door);
  // Lines alone, as a session leaves them that ends before it keeps all.
  (await open(door, storage)).corpus.dispose();
  const cache = new FactsCache({
    storage,
    corpus: '/corpus',
    recipe: Promise.resolve('recipe'),
    programs: Promise.resolve('programs'),
    onProblem: (problem) => assert.fail(problem),
  });
  const corpus = new Corpus({ door, cache, recognize: () => assert.fail('everything is kept') });
  let keptOf = 0;
  let keeping: Promise<void> = Promise.resolve();
  corpus.onSnapshot(({ articles }) => {
    if (keptOf > 0) return;
    keptOf = articles.size;
    keeping = corpus.keepAll();
  });
  await corpus.openFolder();
  await keeping;
  assert.ok(keptOf > 0 && keptOf < 300, `${keptOf} of 300 articles`);
  assert.deepEqual(plain(corpus.snapshot), expected);
  corpus.dispose();
  const next = await open(door, storage);
  assert.equal(next.recognized, 0);
  assert.deepEqual(plain(next.corpus.snapshot), expected);
  next.corpus.dispose();
});
