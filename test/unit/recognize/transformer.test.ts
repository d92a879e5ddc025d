/** What a transformer reads as names: labels, windows, words and subwords. The model is a table here; a real one is in test/unit/corpus. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TAGS } from '../../../server/src/recognize/tagger/features.ts';
import { READ_TAGS, readLabels, tagOf } from '../../../server/src/recognize/transformer/labels.ts';
import { recognizeBy } from '../../../server/src/recognize/transformer/reading.ts';
import { type Subwords, Transformer } from '../../../server/src/recognize/transformer/transformer.ts';
import { windowsOf } from '../../../server/src/recognize/transformer/windows.ts';

const byId = (labels: readonly string[]) => Object.fromEntries(labels.entries());
const LABELS = readLabels(byId(['O', 'B-PERS', 'I-PERS', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'])) ?? [];
const WRONG = /cannot be run/;

/** `subwords` of a word: its letters two by two; each is of the label that `labelOf` gives the word, if it is its first, else of «B-LOC». */
function modelOf(labelOf: Readonly<Record<string, number>>, limit = 512) {
  const pieces = new Map<string, number>();
  const labels: number[] = [];
  const idOf = (piece: string, label: number) => {
    const key = `${piece} ${label}`;
    const id = pieces.get(key) ?? pieces.size;
    pieces.set(key, id);
    labels[id] = label;
    return id;
  };
  const subwords: Subwords = {
    of: (word) => (word.match(/..?/gsu) ?? []).map((piece, i) => idOf(piece, i === 0 ? (labelOf[word] ?? 0) : 3)),
    before: [idOf('[CLS]', 3)],
    after: [idOf('[SEP]', 3)],
    unknown: idOf('[UNK]', 0),
  };
  const read: number[][] = [];
  const scores = async (ids: readonly number[]) => {
    read.push([...ids]);
    const all = new Float32Array(ids.length * LABELS.length);
    ids.forEach((id, i) => {
      all[i * LABELS.length + (labels[id] as number)] = 5;
    });
    return all;
  };
  return { transformer: new Transformer(subwords, { scores }, LABELS, limit), read };
}

async function tagsOf(transformer: Transformer, ...sentences: string[]): Promise<string[]> {
  const words = sentences.map((sentence) => sentence.split(' '));
  let end = 0;
  const ends = words.map(({ length }) => {
    end += length;
    return end;
  });
  const tags = new Uint8Array(end);
  await transformer.tag(words.flat(), ends, tags, new Float32Array(end));
  return Array.from(tags, (tag) => TAGS[tag] as string);
}

test('tags are those of the built-in tagger', () => {
  assert.deepEqual([...READ_TAGS], TAGS.slice(0, READ_TAGS.length));
});

test('labels mean what models of Arabic call them', () => {
  const checkLabels = (labels: readonly string[], tags: readonly string[] | null) =>
    assert.deepEqual(readLabels(byId(labels))?.map((tag) => TAGS[tag]) ?? null, tags);
  checkLabels(['O', 'B-PER', 'I-PER', 'B-DATE'], ['O', 'B-PERS', 'I-PERS', 'O']);
  checkLabels(['B-LOC', 'B-MISC', 'B-ORG', 'B-PERS', 'I-LOC'], ['B-LOC', 'O', 'B-ORG', 'B-PERS', 'I-LOC']);
  checkLabels(['B-GPE', 'I-GPE', 'B-ORGANIZATION', 'O'], ['B-LOC', 'I-LOC', 'B-ORG', 'O']);
  checkLabels(['PER', 'location', 'O'], ['I-PERS', 'I-LOC', 'O']);
  checkLabels(['S-PERSON', 'E-PERSON', 'U-LOC', 'L-LOC'], ['B-PERS', 'I-PERS', 'B-LOC', 'I-LOC']);
  checkLabels(['LABEL_0', 'LABEL_1', 'LABEL_2'], null);
  checkLabels(['O', 'POSITIVE', 'constructor'], null);
  assert.equal(readLabels({ a: 'B-PER', 1: 'O' }), null);
  assert.equal(readLabels(['O', 5]), null);
  assert.equal(readLabels('B-PER'), null);
});

test('a tag is as sure as all labels of its kind together', () => {
  const scores = (...shares: number[]) => Float32Array.from(shares, Math.log);
  const { tag, sure } = tagOf(scores(0.3, 0.25, 0.35, 0.02, 0.02, 0.03, 0.03), 0, LABELS, 0);
  assert.equal(TAGS[tag], 'B-PERS');
  assert.ok(Math.abs(sure - 0.6) < 1e-5);
  // «I-» after a name goes on, «B-» begins another.
  assert.equal(TAGS[tagOf(scores(0.3, 0.25, 0.35, 0.02, 0.02, 0.03, 0.03), 0, LABELS, tag).tag], 'I-PERS');
  assert.equal(TAGS[tagOf(scores(0.3, 0.35, 0.25, 0.02, 0.02, 0.03, 0.03), 0, LABELS, tag).tag], 'B-PERS');
  assert.equal(tagOf(new Float32Array(7).fill(Number.NaN), 0, LABELS, tag).tag, 0);
});

test('labels without «B-» join neighbours to one name', () => {
  const labels = readLabels(byId(['O', 'PER'])) ?? [];
  const scores = Float32Array.of(0, 9, 0, 9);
  const first = tagOf(scores, 0, labels, 0);
  assert.equal(TAGS[first.tag], 'B-PERS');
  assert.equal(TAGS[tagOf(scores, 2, labels, first.tag).tag], 'I-PERS');
});

test('windows take every word once, each within the limit and none at an edge that another has in its middle', () => {
  for (const limit of [1, 2, 3, 7, 16])
    for (const length of [0, 1, 2, 15, 16, 17, 100]) {
      const sizes = Array.from({ length }, (_, i) => 1 + ((i * 7) % 5));
      let next = 0;
      for (const { from, to, first, last } of windowsOf(sizes, limit)) {
        assert.ok(from <= first && first <= last && last <= to);
        assert.equal(first, next);
        next = last;
        const size = sizes.slice(from, to).reduce((sum, each) => sum + Math.min(each, limit), 0);
        assert.ok(size <= limit && to > from);
      }
      assert.equal(next, length);
    }
  assert.deepEqual(windowsOf(new Array(12).fill(1), 8), [
    { from: 0, to: 8, first: 0, last: 7 },
    { from: 6, to: 12, first: 7, last: 12 },
  ]);
});

test('a word has the label of its first subword, in a short sentence and in one cut into windows', async () => {
  const labels = { سالم: 1, الراوي: 2, بغداد: 3, مجلس: 5 };
  const sentence = 'وصل سالم الراوي الى بغداد ثم زار مجلس الاعيان وعاد سالم الراوي';
  const tags = ['O', 'B-PERS', 'I-PERS', 'O', 'B-LOC', 'O', 'O', 'B-ORG', 'O', 'O', 'B-PERS', 'I-PERS'];
  for (const limit of [512, 12, 9, 6, 3, 1]) {
    const { transformer, read } = modelOf(labels, limit);
    assert.deepEqual(await tagsOf(transformer, sentence), tags);
    assert.ok(read.every(({ length }) => length <= Math.max(3, limit)));
  }
});

test('vowel signs, tatweel and invisible characters are not read', async () => {
  const { transformer } = modelOf({ محمد: 1, '؟': 5 });
  assert.deepEqual(await tagsOf(transformer, 'قال مُحَمَّدٌ محــمد \u200Fمحمد\u200F ًٌ'), [
    'O',
    'B-PERS',
    'B-PERS',
    'B-PERS',
    'O',
  ]);
});

test('a sentence that was read is not read again, so that an edit costs its own sentence', async () => {
  const { transformer, read } = modelOf({ بغداد: 3 });
  await tagsOf(transformer, 'وصل الى بغداد', 'وعاد منها');
  assert.equal(read.length, 2);
  assert.deepEqual(await tagsOf(transformer, 'وصل الى بغداد', 'وعاد من بغداد اليوم'), [
    'O',
    'O',
    'B-LOC',
    'O',
    'O',
    'B-LOC',
    'O',
  ]);
  assert.equal(read.length, 3);
});

test('a million words without an end pass in time', async () => {
  const { transformer } = modelOf({ بغداد: 3 }, 512);
  const tags = await tagsOf(
    transformer,
    Array.from({ length: 1_000_000 }, (_, i) => (i % 100 === 7 ? 'بغداد' : 'ثم')).join(' '),
  );
  assert.equal(tags.filter((tag) => tag === 'B-LOC').length, 10_000);
});

test('a bare name that only the transformer sees is a person in the facts; without it, it is none', async () => {
  const text = 'الفريق يفوز\n\nوجاء الهدف الثاني بعد تمريرة من زهدور القلماوي في الشوط الثاني.\n';
  const { transformer } = modelOf({ زهدور: 1, القلماوي: 2 });
  const named = async (model: Transformer) =>
    (await recognizeBy(model, text, null)).mentions
      .filter(({ kind }) => kind === 'person')
      .map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(await named(transformer), ['زهدور القلماوي']);
  assert.deepEqual(await named(modelOf({}).transformer), []);
});

test('where the model cannot be run the reading rejects', async () => {
  const broken = new Transformer(
    { of: () => [1], before: [], after: [], unknown: 0 },
    { scores: () => Promise.reject(new Error('cannot be run')) },
    LABELS,
    512,
  );
  await assert.rejects(recognizeBy(broken, 'وصل سالم', null), WRONG);
});
