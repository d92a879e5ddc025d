import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { datesIn } from '../../../server/src/corpus/article.ts';
import { Corpus, type CorpusOptions, type CorpusStatus } from '../../../server/src/corpus/corpus.ts';
import { Unreadable } from '../../../server/src/corpus/door.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { inOneByte, inUtf16 } from './bytes.ts';
import { MemoryFileDoor } from './memory-door.ts';

const one = 'وقع وزيرا الداخلية في بغداد مذكرة تفاهم أمنية بين البلدين.';
const two = 'قال وزير الدفاع إن الاتفاقية تنظم ضبط الحدود المشتركة.';
const three = 'وصل وفد عسكري إلى طهران لبحث التعاون بين الجانبين.';

type Files = Record<string, string | Uint8Array>;

/** A corpus over these files, opened, with what was asked of the recogniser. */
async function open(files: Files, options: Partial<CorpusOptions> = {}) {
  const door = new MemoryFileDoor(Object.entries(files));
  const read: string[] = [];
  const noting = (text: string, given: string | null) => {
    read.push(text);
    return recognize(text, given);
  };
  const corpus = new Corpus({ door, recognize: noting, ...options });
  await corpus.openFolder();
  return { door, corpus, read };
}

/** What a corpus holds: texts by path, and what it cannot read. */
function checkHolds(corpus: Corpus, texts: Record<string, string>, unreadable: Record<string, string> = {}): void {
  const held = [...corpus.snapshot.articles.values()].map(({ path, text }) => [path, text]);
  assert.deepEqual(Object.fromEntries(held), texts);
  const { status } = corpus;
  assert.deepEqual(Object.fromEntries(status.unreadable.map(({ path, problem }) => [path, problem.code])), unreadable);
  assert.deepEqual(
    [status.state, status.articles, status.total],
    ['ready', held.length, held.length + status.unreadable.length],
  );
}

test('a folder: all included files and no others', async () => {
  const { corpus } = await open({ 'a.txt': one, 'b/c.txt': two, 'readme.md': three, '.git/x.txt': three });
  checkHolds(corpus, { 'a.txt': one, 'b/c.txt': two });
  assert.ok(corpus.isArticle('new/d.txt'));
  assert.ok(!corpus.isArticle('../d.txt'));
});

test('an empty folder, and an empty file, which is an article without content', async () => {
  checkHolds((await open({})).corpus, {});
  const { corpus } = await open({ 'empty.txt': '' });
  checkHolds(corpus, { 'empty.txt': '' });
  assert.deepEqual(corpus.snapshot.articles.get('empty.txt')?.lineStarts, [0]);
  assert.equal(corpus.snapshot.articles.get('empty.txt')?.title, '');
});

test('files in other encodings are articles with the encoding they have', async () => {
  const { corpus } = await open({
    'a.txt': inOneByte(one, 'windows-1256'),
    'b.txt': inUtf16(two, 'be'),
    'c.txt': `\uFEFF${three}`,
  });
  checkHolds(corpus, { 'a.txt': one, 'b.txt': two, 'c.txt': three });
  const encodings = [...corpus.snapshot.articles.values()].map(({ path, encoding }) => [path, encoding]);
  assert.deepEqual(encodings.sort(), [
    ['a.txt', 'windows1256'],
    ['b.txt', 'utf16be'],
    ['c.txt', 'utf8bom'],
  ]);
});

test('files that cannot be read are listed with the reason, the others work', async () => {
  const binary = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]);
  const { corpus } = await open({ 'a.txt': one, 'b.txt': binary, 'huge.txt': new Uint8Array(20_000_001).fill(0x20) });
  checkHolds(corpus, { 'a.txt': one }, { 'b.txt': 'binary', 'huge.txt': 'too-large' });
});

test('a file deleted while it is read is listed as gone until word of its end comes', async () => {
  const door = new MemoryFileDoor([
    ['a.txt', one],
    ['b.txt', two],
  ]);
  const list = door.list.bind(door);
  door.list = async (...args) => {
    const listed = await list(...args);
    door.files.delete('b.txt');
    return listed;
  };
  const corpus = new Corpus({ door });
  await corpus.openFolder();
  checkHolds(corpus, { 'a.txt': one }, { 'b.txt': 'gone' });
  corpus.filesChanged(['b.txt']);
  await corpus.settled();
  checkHolds(corpus, { 'a.txt': one });
});

test('a defect of the recogniser costs its article only', async () => {
  const errors: unknown[] = [];
  const { corpus } = await open(
    { 'a.txt': one, 'b.txt': two },
    {
      recognize: (text) => {
        if (text === two) throw new RangeError('depth');
        return recognize(text);
      },
      onError: (error) => errors.push(error),
    },
  );
  checkHolds(corpus, { 'a.txt': one }, { 'b.txt': 'recognition' });
  assert.equal(errors.length, 1);
});

test('an edited buffer counts in place of the file, and costs its own article only', async () => {
  const { corpus, read } = await open({ 'a.txt': one, 'b.txt': two });
  read.length = 0;
  const before = corpus.snapshot;
  await corpus.setText('a.txt', three);
  checkHolds(corpus, { 'a.txt': three, 'b.txt': two });
  assert.deepEqual(read, [three]);
  assert.equal(before.articles.get('a.txt')?.text, one, 'a snapshot never changes');
  assert.equal(corpus.snapshot.version, before.version + 1);
  assert.equal(corpus.snapshot.articles.get('b.txt'), before.articles.get('b.txt'));

  await corpus.closeText('a.txt');
  checkHolds(corpus, { 'a.txt': one, 'b.txt': two });
});

test('opening a buffer with the text of the file changes nothing', async () => {
  const { corpus, read } = await open({ 'a.txt': inOneByte(one, 'windows-1256') });
  const before = corpus.snapshot;
  await corpus.setText('a.txt', one);
  assert.equal(corpus.snapshot, before);
  assert.equal(read.length, 1);
});

test('a buffer opened before its folder is read keeps the encoding of the file', async () => {
  const door = new MemoryFileDoor([['a.txt', inOneByte(one, 'windows-1256')]]);
  const corpus = new Corpus({ door });
  await corpus.setText('a.txt', '����');
  await corpus.openFolder();
  checkHolds(corpus, { 'a.txt': '����' });
  assert.equal(corpus.snapshot.articles.get('a.txt')?.encoding, 'windows1256');
});

test('a buffer without a file is an article as long as it is open; one outside is none', async () => {
  const { corpus } = await open({ 'a.txt': one });
  await corpus.setText('new.txt', two);
  await corpus.setText('../x.txt', three);
  await corpus.setText('x.md', three);
  checkHolds(corpus, { 'a.txt': one, 'new.txt': two });
  await corpus.closeText('new.txt');
  checkHolds(corpus, { 'a.txt': one });
});

test('a deleted file stays while its buffer is open', async () => {
  const { corpus, door } = await open({ 'a.txt': one });
  await corpus.setText('a.txt', two);
  door.files.delete('a.txt');
  corpus.filesChanged(['a.txt']);
  await corpus.settled();
  checkHolds(corpus, { 'a.txt': two });
  await corpus.closeText('a.txt');
  checkHolds(corpus, {});
});

test('many changed files make one snapshot', async () => {
  const { corpus, door } = await open({ 'a.txt': one, 'b.txt': two });
  const { version } = corpus.snapshot;
  door.files.set('a.txt', three).set('c.txt', two);
  door.files.delete('b.txt');
  corpus.filesChanged(['a.txt', 'b.txt']);
  corpus.filesChanged(['c.txt', '../x.txt', 'readme.md']);
  await corpus.settled();
  checkHolds(corpus, { 'a.txt': three, 'c.txt': two });
  assert.equal(corpus.snapshot.version, version + 1);
});

test('changes are acted on without anybody asking', async () => {
  const { corpus, door } = await open({});
  const seen = new Promise<void>((resolve) => corpus.onSnapshot(() => resolve()));
  door.files.set('a.txt', one);
  corpus.filesChanged(['a.txt']);
  await seen;
  checkHolds(corpus, { 'a.txt': one });
});

test('a folder that comes or goes brings and takes its articles, though no word comes of them', async () => {
  const { corpus, door } = await open({ 'a.txt': one });
  door.files.set('2020/b.txt', two).set('2020/c.txt', three);
  corpus.filesChanged(['2020']);
  await corpus.settled();
  checkHolds(corpus, { 'a.txt': one, '2020/b.txt': two, '2020/c.txt': three });
  door.files.delete('2020/b.txt');
  door.files.delete('2020/c.txt');
  corpus.filesChanged(['2020']);
  await corpus.settled();
  checkHolds(corpus, { 'a.txt': one });
});

test('a fihris.yaml in a folder inside makes that a corpus of its own', async () => {
  const { corpus, door } = await open({ 'a.txt': one, 'in/b.txt': two });
  checkHolds(corpus, { 'a.txt': one, 'in/b.txt': two });
  door.files.set('in/fihris.yaml', '');
  corpus.filesChanged(['in/fihris.yaml']);
  await corpus.settled();
  checkHolds(corpus, { 'a.txt': one });
});

test('fihris.yaml says which files are articles, before the setting does', async () => {
  const { corpus, door } = await open({ 'a.txt': one, 'b.text': two, 'fihris.yaml': 'name: أرشيف\ninclude: "*.text"' });
  checkHolds(corpus, { 'b.text': two });
  assert.equal(corpus.name, 'أرشيف');
  await corpus.setInclude(['*.md']);
  checkHolds(corpus, { 'b.text': two });
  door.files.delete('fihris.yaml');
  corpus.filesChanged(['fihris.yaml']);
  await corpus.settled();
  checkHolds(corpus, {});
  await corpus.setInclude(['*.t*xt']);
  checkHolds(corpus, { 'a.txt': one, 'b.text': two });
});

test('with an error in fihris.yaml the last good state stays', async () => {
  const { corpus } = await open({ 'a.txt': one, 'b.txt': two, 'fihris.yaml': 'include: a.txt' });
  await corpus.setText('fihris.yaml', 'include: a.txt\nname: [');
  checkHolds(corpus, { 'a.txt': one });
  assert.equal(corpus.status.settingsProblems[0]?.range.start.line, 1);
  await corpus.setText('fihris.yaml', 'include: "*.txt"');
  assert.deepEqual(corpus.status.settingsProblems, []);
  checkHolds(corpus, { 'a.txt': one, 'b.txt': two });
  await corpus.closeText('fihris.yaml');
  checkHolds(corpus, { 'a.txt': one });
});

test('a fihris.yaml that is wrong from the start does not keep the articles away', async () => {
  const { corpus } = await open({ 'a.txt': one, 'fihris.yaml': 'name: [\n' });
  checkHolds(corpus, { 'a.txt': one });
  assert.equal(corpus.status.settingsProblems[0]?.problem.code, 'syntax');
  const unreadable = await open({ 'a.txt': one, 'fihris.yaml': new Uint8Array([0, 1, 2, 3, 0]) });
  checkHolds(unreadable.corpus, { 'a.txt': one });
  assert.equal(unreadable.corpus.status.settingsProblems[0]?.problem.code, 'unreadable');
});

test('the date of an article: the text before fihris.yaml before the file name', async () => {
  const { corpus, read } = await open(
    { 'a-2019-03-02.txt': one, 'b.txt': two, 'c-2019-02-30.txt': three, 'fihris.yaml': 'dates: { b.txt: 2020-11 }' },
    {},
  );
  const dates = () => Object.fromEntries([...corpus.snapshot.articles.values()].map(({ path, date }) => [path, date]));
  assert.deepEqual(dates(), {
    'a-2019-03-02.txt': { value: '2019-03-02', inferred: true, from: 'file name' },
    'b.txt': { value: '2020-11', inferred: true, from: 'settings' },
    'c-2019-02-30.txt': null,
  });
  read.length = 0;
  await corpus.setText('fihris.yaml', 'dates: { a-2019-03-02.txt: 1975 }');
  assert.deepEqual(dates(), {
    'a-2019-03-02.txt': { value: '1975', inferred: true, from: 'settings' },
    'b.txt': null,
    'c-2019-02-30.txt': null,
  });
  assert.deepEqual(
    read.sort(),
    [one, two].sort(),
    'those whose date changed are read again, for dates reckoned from it',
  );
});

test('relative dates are reckoned from the date of the file name or of fihris.yaml, unless the text states one', async () => {
  const text = 'وصل الوفد إلى بغداد أمس السبت في زيارة رسمية.';
  const { corpus } = await open({
    'a-2020-11-15.txt': text,
    'b.txt': text,
    'c-2019-03-02.txt': `زيارة رسمية\n15 نوفمبر 2020\n\n${text}`,
    'd.txt': text,
    'fihris.yaml': 'dates: { b.txt: 2020-11-16 }',
  });
  const relative = (path: string) =>
    corpus.snapshot.articles.get(path)?.facts.dates.flatMap((date) => (date.relative ? [date.value] : []));
  assert.deepEqual(relative('a-2020-11-15.txt'), ['2020-11-14']);
  assert.deepEqual(relative('b.txt'), ['2020-11-14'], 'the weekday wins');
  assert.deepEqual(relative('c-2019-03-02.txt'), ['2020-11-14']);
  assert.deepEqual(relative('d.txt'), []);
  await corpus.setText('fihris.yaml', 'dates: { d.txt: 2021-01-03 }');
  assert.deepEqual(relative('d.txt'), ['2021-01-02']);
  assert.deepEqual(relative('b.txt'), []);
});

test('a date that other articles tell is on the article, its relative dates with it, and goes when they go', async () => {
  const dated = `بغداد – 23 تموز 2017\n\nوقع وزير الدفاع العراقي سالم فاضل الراوي ووزير الدفاع الإيراني كريم نوري، اليوم الأحد، مذكرة تفاهم دفاعية بين العراق وإيران في طهران.`;
  const undated = `وقع العراق وإيران اليوم مذكرة تفاهم دفاعية.\n\nوالمذكرة وقعها الأحد في طهران وزير الدفاع الإيراني كريم نوري ونظيره العراقي سالم فاضل الراوي. ووصل الوفد أمس.`;
  const { door, corpus, read } = await open({ 'a.txt': dated, 'b.txt': undated });
  const article = () => corpus.snapshot.articles.get('b.txt');
  const { value, inferred, from } = article()?.date ?? {};
  assert.deepEqual([value, inferred], ['2017-07-23', true]);
  assert.ok(typeof from === 'object' && from.by === 'signing' && from.evidence.article === 'a.txt');
  const days = () => {
    const now = article();
    return now === undefined ? [] : datesIn(now).map((date) => date.value);
  };
  assert.deepEqual(days(), ['2017-07-23', '2017-07-23', '2017-07-22']);

  read.length = 0;
  const { version } = corpus.snapshot;
  await corpus.setText('b.txt', undated);
  assert.deepEqual([corpus.snapshot.version, read], [version, []], 'nothing is new');
  door.files.delete('a.txt');
  corpus.filesChanged(['a.txt']);
  await corpus.settled();
  assert.equal(article()?.date, null);
  assert.deepEqual(days(), []);
  await corpus.setText('fihris.yaml', 'dates: { b.txt: 2018-01-07 }');
  assert.deepEqual(article()?.date, { value: '2018-01-07', inferred: true, from: 'settings' });
});

test('an article without a title line shows its first words', async () => {
  const { corpus } = await open({ 'a.txt': `\n\n  ${'كلمة '.repeat(100)}` });
  const title = corpus.snapshot.articles.get('a.txt')?.title ?? '';
  assert.match(title, /^كلمة كلمة .* كلمة…$/);
  assert.ok(title.length <= 80);
});

test('lines end where LSP ends them', async () => {
  const { corpus } = await open({ 'a.txt': 'ا\nب\r\nج\rد\u2028ه' });
  assert.deepEqual(corpus.snapshot.articles.get('a.txt')?.lineStarts, [0, 2, 5, 7]);
});

/** A hundred articles that take a while, so that there is something to see in between. */
const slow = (text: string) => {
  const until = performance.now() + 5;
  while (performance.now() < until);
  return recognize(text);
};
const hundred: Files = Object.fromEntries(
  Array.from({ length: 100 }, (_, i) => [`${String(i).padStart(3, '0')}.txt`, `${one} ${i}`]),
);

test('while indexing, snapshots come out in between, status is told, and an edit does not wait for the rest', async () => {
  const corpus = new Corpus({ door: new MemoryFileDoor(Object.entries(hundred)), recognize: slow });
  const sizes: number[] = [];
  const states: CorpusStatus[] = [];
  corpus.onSnapshot(({ articles }) => sizes.push(articles.size));
  corpus.onStatus((status) => states.push(status));
  const opened = corpus.openFolder({ first: ['050.txt'] });
  await sleep(20);
  await corpus.setText('099.txt', two);
  assert.equal(corpus.snapshot.articles.get('099.txt')?.text, two);
  assert.ok(corpus.snapshot.articles.has('050.txt'));
  assert.ok(corpus.snapshot.articles.size < 50, 'the rest is still to come');
  assert.equal(corpus.status.state, 'indexing');
  await opened;
  assert.equal(corpus.snapshot.articles.size, 100);
  assert.ok(sizes.length >= 4, `${sizes}`);
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => a - b),
  );
  assert.deepEqual([states[0]?.state, states.at(-1)?.state, states.at(-1)?.articles], ['indexing', 'ready', 100]);
});

test('indexing can be called off and taken up again', async () => {
  const corpus = new Corpus({ door: new MemoryFileDoor(Object.entries(hundred)), recognize: slow });
  const calledOff = new AbortController();
  corpus.onSnapshot(() => calledOff.abort());
  await assert.rejects(corpus.openFolder({ signal: calledOff.signal }), { name: 'AbortError' });
  const { size } = corpus.snapshot.articles;
  assert.ok(size > 0 && size < 100);
  assert.equal(corpus.status.state, 'ready');
  await corpus.openFolder();
  assert.equal(corpus.snapshot.articles.size, 100);
});

test('other work gets its turn between two articles', async () => {
  // Counted, not timed: a busy machine is slow, but the order of turns stays.
  let sinceTurn = 0;
  let most = 0;
  const counting = (text: string) => {
    most = Math.max(most, ++sinceTurn);
    return recognize(text);
  };
  const corpus = new Corpus({ door: new MemoryFileDoor(Object.entries(hundred)), recognize: counting });
  let isOpening = true;
  const turn = () => {
    sinceTurn = 0;
    if (isOpening) setImmediate(turn);
  };
  setImmediate(turn);
  await corpus.openFolder().finally(() => {
    isOpening = false;
  });
  assert.equal(corpus.snapshot.articles.size, 100);
  assert.ok(most <= 2, `${most} articles without a turn between`);
});

test('a disposed corpus is silent', async () => {
  const { corpus, door } = await open({ 'a.txt': one });
  const { snapshot } = corpus;
  corpus.onSnapshot(() => assert.fail('told of a snapshot'));
  corpus.filesChanged(['a.txt']);
  corpus.dispose();
  door.files.set('a.txt', two);
  corpus.filesChanged(['a.txt']);
  await sleep(80);
  await corpus.settled();
  assert.equal(corpus.snapshot, snapshot);
});

test('a file that may not be read is listed so', async () => {
  const door = new MemoryFileDoor([['a.txt', one]]);
  door.read = async () => {
    throw new Unreadable({ code: 'denied' });
  };
  const corpus = new Corpus({ door });
  await corpus.openFolder();
  checkHolds(corpus, {}, { 'a.txt': 'denied' });
});

test('a file on a mount that hangs is listed with the reason, and the others are read', async () => {
  const door = new MemoryFileDoor([
    ['a.txt', one],
    ['b.txt', two],
  ]);
  const read = door.read.bind(door);
  door.read = (path, limit) => (path === 'a.txt' ? new Promise(() => {}) : read(path, limit));
  const corpus = new Corpus({ door, readWithin: 50 });
  await corpus.openFolder();
  assert.deepEqual([...corpus.snapshot.articles.keys()], ['b.txt']);
  assert.deepEqual(corpus.status.unreadable, [{ path: 'a.txt', problem: { code: 'system', error: 'ETIMEDOUT' } }]);
  // It answers again, and word of the file comes.
  door.read = read;
  corpus.filesChanged(['a.txt']);
  await corpus.settled();
  assert.equal(corpus.snapshot.articles.size, 2);
});
