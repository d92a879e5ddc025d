/**
 * A correction costs what it touches. Work is counted and not timed: how many articles are recognised, how many files read, how often the
 * facts of an article are looked into, until the card that the correction changes can be shown; in a small corpus and in one ten times as
 * large. (The list of decisions itself is gone through: it is the reader's own work, some hundreds of lines.)
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { cardAt } from '../../../server/src/features/card.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from './memory-door.ts';

const GIVEN = ['سامر', 'وليد', 'كريم', 'سالم', 'حامد', 'ماجد'];
const FAMILY = ['الحداد', 'النوري', 'الطائي', 'الراوي', 'العبيدي'];

/** Each person is named in ten articles, however many there are: a card costs what it shows. */
const nameIn = (article: number, articles: number): string => {
  const person = article % (articles / 10);
  return `${GIVEN[person % GIVEN.length]} ${FAMILY[(person + Math.floor(person / GIVEN.length)) % FAMILY.length]}`;
};

interface Work {
  recognised: number;
  /** Files read and folders listed. */
  files: number;
  facts: number;
}

/** What it costs to write each of these texts into `fihris.yaml`, one after the other, and to look at the first article each time. */
async function workOf(articles: number, settings: readonly string[]): Promise<Work[]> {
  const work: Work = { recognised: 0, files: 0, facts: 0 };
  const files = Array.from(
    { length: articles },
    (_, i) => [`${i}.txt`, `قال العميد ${nameIn(i, articles)} إن الحدود آمنة، وعاد إلى بغداد.\n`] as const,
  );
  class CountedDoor extends MemoryFileDoor {
    override async list(globs: readonly string[], signal?: AbortSignal): Promise<string[]> {
      work.files++;
      return super.list(globs, signal);
    }
    override async read(path: string, limit: number): Promise<Uint8Array> {
      work.files++;
      return super.read(path, limit);
    }
  }
  const corpus = new Corpus({
    door: new CountedDoor(files),
    recognize: (text, given) => {
      work.recognised++;
      return new Proxy(recognize(text, given), {
        get(target, property, receiver) {
          work.facts++;
          return Reflect.get(target, property, receiver);
        },
      });
    },
  });
  await corpus.openFolder();
  const costs: Work[] = [];
  for (const text of settings) {
    // An editor has the file open.
    Object.assign(work, { recognised: 0, files: 0, facts: 0 });
    await corpus.setText('fihris.yaml', text);
    assert.ok(cardAt(corpus.snapshot, '0.txt', files[0]?.[1].indexOf('سامر') ?? 0, 'ar'));
    costs.push({ ...work });
  }
  corpus.dispose();
  return costs;
}

const CORRECTIONS = [
  'same: [سامر الحداد, وليد النوري]',
  '{ rename: سامر الحداد, to: سامر بن وليد }',
  'different: [كريم الطائي, { in: 2.txt, mention: كريم الطائي }]',
  'not a person: { in: 5.txt, mention: كريم الطائي }',
  'hide: بغداد',
];
const steps = CORRECTIONS.map(
  (_, i) =>
    `corrections:\n${CORRECTIONS.slice(0, i + 1)
      .map((each) => `  - ${each}\n`)
      .join('')}`,
);

test('a correction recognises nothing again, reads no file, and looks into as many articles in a corpus ten times as large', async () => {
  const [small, large] = [await workOf(30, steps), await workOf(300, steps)];
  for (const [i, cost] of large.entries()) {
    assert.deepEqual([cost.recognised, cost.files], [0, 0], CORRECTIONS[i]);
    assert.ok(cost.facts <= (small[i]?.facts ?? 0) + 40, `${CORRECTIONS[i]}: ${small[i]?.facts} and ${cost.facts}`);
  }
});

test('the date of one article is read anew for that article alone', async () => {
  const [one] = await workOf(300, ['dates:\n  7.txt: 2020-11-15\n']);
  assert.deepEqual([one?.recognised, (one?.files ?? 9) <= 1], [1, true]);
});
