/** A prebuilt index, and what a session that was opened from it keeps for the next one. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { givenDate, outlineOf } from '../../../server/src/corpus/article.ts';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { FactsCache } from '../../../server/src/corpus/facts-cache.ts';
import { FactsIndex } from '../../../server/src/corpus/facts-index.ts';
import { headerLine, recordLine } from '../../../server/src/corpus/facts-record.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from './memory-door.ts';
import { plain } from './plain.ts';
import { syntheticCorpus } from './synthetic.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-index-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let made = 0;

const recipe = Promise.resolve('recipe');

function doorTo(count: number): MemoryFileDoor {
  const files = new Map(syntheticCorpus(count));
  files.set('fihris.yaml', 'dates: { 000003.txt: 2018-05-01 }\n');
  return new MemoryFileDoor(files);
}

/** An index of the articles behind a door, as `fihris facts` and `fihris resolve` make it; `more`: lines that are nobody's. */
function indexOf(door: MemoryFileDoor, more = ''): string {
  const file = join(scratch, `${made++}.index`);
  let lines = headerLine('recipe');
  for (const [path, text] of door.files) {
    if (!path.endsWith('.txt') || typeof text !== 'string') continue;
    const given = givenDate(path, new Map())?.value ?? null;
    const facts = recognize(text, given);
    const stamp = { size: Buffer.byteLength(text), modified: null };
    lines += recordLine({ path, stamp, given, outline: outlineOf(text, 'utf8', facts), json: JSON.stringify(facts) });
  }
  writeFileSync(file, lines + more);
  return file;
}

interface Session {
  readonly corpus: Corpus;
  /** Articles that were recognised. */
  readonly read: string[];
  readonly problems: string[];
}

async function open(door: MemoryFileDoor, storage: string | null, file: string | null): Promise<Session> {
  const read: string[] = [];
  const problems: string[] = [];
  const onProblem = (problem: string) => problems.push(problem);
  const corpus = new Corpus({
    door,
    keptFrom: 0,
    recognize: (text, given) => {
      read.push(text);
      return recognize(text, given);
    },
    ...(storage !== null && {
      cache: new FactsCache({ storage, corpus: '/corpus', recipe, programs: Promise.resolve('programs'), onProblem }),
    }),
    ...(file !== null && { index: new FactsIndex(file, recipe, onProblem) }),
  });
  await corpus.openFolder();
  return { corpus, read, problems };
}

const newStorage = () => join(scratch, `storage-${made++}`);

test('what a session keeps that was opened from an index the next one goes on from: it reads nothing, with the index or without', async () => {
  const door = doorTo(120);
  const alone = new Corpus({ door });
  await alone.openFolder();
  const expected = plain(alone.snapshot);
  const file = indexOf(door);
  const storage = newStorage();
  const first = await open(door, storage, file);
  // The article that `fihris.yaml` dates was read without that date in the index.
  assert.ok(first.read.length <= 1);
  assert.deepEqual(plain(first.corpus.snapshot), expected);
  await first.corpus.keepAll();
  assert.deepEqual(plain(first.corpus.snapshot), expected);
  first.corpus.dispose();
  for (const withIndex of [file, null]) {
    const next = await open(door, storage, withIndex);
    assert.deepEqual([next.read, next.problems], [[], []]);
    assert.deepEqual(plain(next.corpus.snapshot), expected);
    next.corpus.dispose();
  }
});

test('articles that changed since the index was made are read, with and without what was kept', async () => {
  const door = doorTo(60);
  const file = indexOf(door);
  const storage = newStorage();
  const first = await open(door, storage, file);
  await first.corpus.keepAll();
  first.corpus.dispose();
  const changed = String(door.files.get('000007.txt')).replace(/$/, ' والتقى نظيره السوري حازم الراوي.');
  door.files.set('000007.txt', changed);
  door.modified.set('000007.txt', Date.now() + 60_000);
  door.files.delete('000008.txt');
  door.files.set('new.txt', String(door.files.get('000009.txt')));
  door.modified.set('new.txt', Date.now() + 60_000);
  const alone = new Corpus({ door });
  await alone.openFolder();
  for (const kept of [storage, newStorage(), null]) {
    const next = await open(door, kept, file);
    assert.deepEqual(plain(next.corpus.snapshot), plain(alone.snapshot));
    assert.ok(next.read.includes(changed));
    assert.ok(next.read.length <= 3, `${next.read.length} articles were read`);
    next.corpus.dispose();
  }
});

test('an index cut at any place, damaged or of another folder gives no wrong answer', async () => {
  const door = doorTo(24);
  const alone = new Corpus({ door });
  await alone.openFolder();
  const expected = plain(alone.snapshot);
  const whole = readFileSync(indexOf(door));
  for (let cut = 0; cut < 8; cut++) {
    const file = join(scratch, `${made++}.index`);
    const bytes = Buffer.from(whole.subarray(0, Math.floor((whole.length * cut) / 8)));
    if (cut % 2 === 1) bytes.writeUInt8((bytes.at(-40) ?? 0) ^ 1, bytes.length - 40);
    writeFileSync(file, bytes);
    const next = await open(door, newStorage(), file);
    assert.deepEqual(plain(next.corpus.snapshot), expected);
    next.corpus.dispose();
  }
  const other = doorTo(24);
  for (const path of [...other.files.keys()])
    if (path.endsWith('.txt')) other.files.set(path, String(other.files.get(path)).replace(/\d/g, '1'));
  const next = await open(door, null, indexOf(other));
  assert.deepEqual(plain(next.corpus.snapshot), expected);
  next.corpus.dispose();
});
