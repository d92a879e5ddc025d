/** Training of the tagger: what comes out is decided by the sentences and the recipe alone, and it is something learnt. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TAGS } from '../../../server/src/recognize/tagger/features.ts';
import { readModel } from '../../../server/src/recognize/tagger/model.ts';
import { Tagger } from '../../../server/src/recognize/tagger/tagger.ts';
import { fold } from '../../../server/src/text/fold.ts';
import type { MarkedSentence } from '../../../server/train/corpora.ts';
import { namesOf } from '../../../server/train/name-lists.ts';
import { learnModel, learnTable, type Recipe, tagNumbers } from '../../../server/train/recipe.ts';
import { Score } from '../../../server/train/score.ts';

const SMALL: Recipe = {
  vectors: { least: 1, most: 500, neighbours: 60, size: 16, places: [-2, -1, 1, 2] },
  learning: {
    epochs: 8,
    averaged: 2,
    rate: 0.1,
    drop: 0.3,
    hidden: 16,
    hiddenDrop: 0.3,
    hiddenRate: 0.05,
    seed: 11,
  },
};

const PERSONS = ['روبرتو كاستيلو', 'ماريو بينيتيز', 'سمير الوردي', 'كريم الزهراوي'];
const PLACES = ['فالنسيا', 'القصبة', 'وادي السرو', 'بنزرت'];
const CLUBS = ['نادي السرو', 'اتحاد القصبة', 'نادي النورس'];
const NAMES = namesOf({ clubs: [...CLUBS, 'نادي الريح'], towns: PLACES, 'surnames-foreign': ['كاستيلو'] });
const MODELS = [
  'سجل {P} هدف الفوز في مدينة {L} أمس .',
  'وصل {P} إلى {L} مساء الأحد .',
  'فاز {O} على ضيفه في {L} .',
  'قال {P} إن {O} يستعد للمباراة .',
  'لم تعلن أي نتيجة حتى الآن .',
];

/** The sentences of all models with all names, marked. */
function sentences(): MarkedSentence[] {
  const found: MarkedSentence[] = [];
  for (const model of MODELS)
    for (let i = 0; i < 12; i++) {
      const tokens: string[] = [];
      const tags: string[] = [];
      for (const part of model.split(' ')) {
        const [name, kind] =
          part === '{P}'
            ? [PERSONS[i % PERSONS.length], 'PERS']
            : part === '{L}'
              ? [PLACES[(i + 1) % PLACES.length], 'LOC']
              : part === '{O}'
                ? [CLUBS[i % CLUBS.length], 'ORG']
                : [part, ''];
        (name ?? '').split(' ').forEach((word, at) => {
          tokens.push(word);
          tags.push(kind === '' ? 'O' : `${at === 0 ? 'B' : 'I'}-${kind}`);
        });
      }
      found.push({ tokens, tags });
    }
  return found;
}

const learnt = (recipe: Recipe) => {
  const marked = sentences();
  return learnModel(
    learnTable(
      marked.map(({ tokens }) => tokens),
      recipe,
    ),
    NAMES,
    marked,
    () => {},
    recipe,
  );
};

test('the same sentences give the same file byte for byte, another seed another one', () => {
  const file = learnt(SMALL);
  assert.ok(Buffer.from(file).equals(Buffer.from(learnt(SMALL))));
  const other = learnt({ ...SMALL, learning: { ...SMALL.learning, seed: 12 } });
  assert.ok(!Buffer.from(file).equals(Buffer.from(other)));
});

test('a file just learnt is one that the program reads, and tags a new sentence of known names', () => {
  const model = readModel(learnt(SMALL));
  assert.ok(typeof model !== 'string', `${model}`);
  const tokens = 'سجل كريم الزهراوي هدف الفوز في مدينة القصبة أمس .'.split(' ').map(fold);
  const tags = new Uint8Array(tokens.length);
  new Tagger(model).tag(tokens, [tokens.length], tags, new Float32Array(tokens.length));
  assert.deepEqual(
    Array.from(tags, (tag) => TAGS[tag]),
    ['O', 'B-PERS', 'I-PERS', 'O', 'O', 'O', 'O', 'B-LOC', 'O', 'O'],
  );
});

test('scores count whole names of the right kind only', () => {
  const score = new Score();
  const wanted = tagNumbers(['B-PERS', 'I-PERS', 'O', 'B-LOC', 'O', 'B-ORG', 'I-ORG']);
  score.add(tagNumbers(['B-PERS', 'O', 'O', 'B-LOC', 'O', 'B-LOC', 'I-LOC']), wanted);
  assert.equal(score.toString(), 'PERS 0.0  LOC 66.7  ORG 0.0  all 33.3');
});
