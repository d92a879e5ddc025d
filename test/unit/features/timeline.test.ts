/** What of a corpus and of an entity has its place in time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { TIMELINE_KINDS, type TimelineRequest, timeline } from '../../../server/src/features/timeline.ts';
import { corpus } from './corpus.ts';
import { finished, readCorpus } from './read-corpus.ts';

const VISIT = `وزير النفط العراقي يصل إلى طهران

طهران 15 نوفمبر 2020

وصل وزير النفط العراقي سالم الراوي إلى طهران، والتقى وزير النفط الإيراني كريم نوري.

ووقع الراوي ونوري مذكرة تفاهم بين العراق وإيران في مجال الطاقة.
`;

const LATER = `سالم الراوي يزور البصرة

2 مارس 2021

زار وزير النفط العراقي سالم الراوي محافظة البصرة.
`;

const UNDATED = `بيان من وزارة النفط

قال وزير النفط العراقي سالم الراوي إن العمل مستمر.
`;

const ALL: TimelineRequest = { entity: null, from: null, to: null, kinds: TIMELINE_KINDS, unit: 'month' };

const snapshot = readCorpus({ 'later.txt': LATER, 'undated.txt': UNDATED, 'visit.txt': VISIT });

const asked = (request: Partial<TimelineRequest>, of: Snapshot = snapshot) =>
  finished(timeline(of, { ...ALL, ...request }, 'ar'));

const laneOf = (found: ReturnType<typeof asked>, kind: string) => found.lanes.find((lane) => lane.kind === kind);

const personIn = (of: Snapshot, name: string) =>
  [...of.resolution.ofKind('person')].find((person) => person.name === name) ?? null;

test('articles, meetings, agreements and tenures of a corpus, each with where it is told', () => {
  const found = asked({});
  assert.deepEqual(found.extent, { from: '2020-11-15', to: '2021-03-02' });
  assert.deepEqual(
    laneOf(found, 'article')?.marks.map(({ date, label }) => `${date} ${label}`),
    ['2020-11-15 وزير النفط العراقي يصل إلى طهران', '2021-03-02 سالم الراوي يزور البصرة'],
  );
  const [meeting] = laneOf(found, 'meeting')?.marks ?? [];
  assert.match(meeting?.label ?? '', /^لقاء: .*سالم الراوي/);
  assert.equal(meeting?.target.article, 'visit.txt');
  // That it was on the article's day is inferred, and shown so.
  assert.ok(meeting?.inferred);
  const [agreement] = laneOf(found, 'agreement')?.rows ?? [];
  assert.deepEqual(
    agreement?.marks.map(({ kind, date }) => `${kind} ${date}`),
    ['signed 2020-11-15'],
  );
  const tenure = laneOf(found, 'tenure')?.rows.find(({ name }) => name === 'سالم الراوي');
  assert.equal(tenure?.detail, 'وزير النفط العراقي');
  assert.deepEqual(
    tenure?.marks.map(({ kind, date }) => `${kind} ${date}`),
    ['held 2020-11-15', 'held 2021-03-02'],
  );
});

test('what has no date is listed apart', () => {
  const found = asked({});
  assert.ok(found.undated.some(({ kind, target }) => kind === 'article' && target.article === 'undated.txt'));
  assert.equal(found.undated.length, found.undatedTotal);
  assert.deepEqual(asked({ kinds: ['call'] }).undated, []);
});

test('only what lies in the days asked for, with the neighbours of a row, so that its line goes on', () => {
  const found = asked({ from: '2021-01-01', to: '2021-12-31' });
  assert.deepEqual(
    laneOf(found, 'article')?.marks.map(({ target }) => target.article),
    ['later.txt'],
  );
  assert.equal(laneOf(found, 'article')?.total, 2);
  assert.equal(laneOf(found, 'agreement')?.rows.length, 0);
  const tenure = laneOf(found, 'tenure')?.rows.find(({ name }) => name === 'سالم الراوي');
  assert.deepEqual(
    tenure?.marks.map(({ date }) => date),
    ['2020-11-15', '2021-03-02'],
  );
  // Between two attestations of an office there is its line.
  assert.equal(laneOf(asked({ from: '2020-12-01', to: '2020-12-31' }), 'tenure')?.rows.length, 1);
});

test('the timeline of a person has what the person takes part in, and leads to the sentence', () => {
  const found = asked({ entity: personIn(snapshot, 'كريم نوري') });
  assert.deepEqual(
    laneOf(found, 'article')?.marks.map(({ target }) => target.article),
    ['visit.txt'],
  );
  const [{ target } = assert.fail('no article')] = laneOf(found, 'article')?.marks ?? [];
  assert.equal(VISIT.slice(target.span.start, target.span.end), 'كريم نوري');
  assert.equal(laneOf(found, 'meeting')?.marks.length, 1);
  assert.deepEqual(
    laneOf(found, 'tenure')?.rows.map(({ name, detail }) => [name, detail]),
    [['وزير النفط الإيراني', '']],
  );
});

test('what is too much to be shown one by one is counted, by the unit asked for', () => {
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
  const many = corpus(
    Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`${String(n).padStart(3, '0')}.txt`, { text: 'خبر.', date: day(n) }]),
    ),
  );
  const lane = laneOf(asked({}, many), 'article');
  assert.deepEqual([lane?.total, lane?.within, lane?.marks.length], [500, 500, 0]);
  assert.deepEqual(lane?.counts[0], { date: '2020-01', count: 31 });
  assert.equal(
    lane?.counts.reduce((sum, { count }) => sum + count, 0),
    500,
  );
  assert.deepEqual(
    laneOf(asked({ unit: 'year' }, many), 'article')?.counts.map(({ date, count }) => [date, count]),
    [
      ['2020', 366],
      ['2021', 134],
    ],
  );
  const week = laneOf(asked({ from: '2020-02-01', to: '2020-02-07' }, many), 'article');
  assert.deepEqual([week?.marks.length, week?.counts.length], [7, 0]);
});

test('a month or a year without its day is all its days', () => {
  const vague = corpus({ 'a.txt': { text: 'خبر.', date: '2019' }, 'b.txt': { text: 'خبر.', date: 'XXXX-05-02' } });
  const summer = asked({ from: '2019-06-01', to: '2019-06-30' }, vague);
  assert.deepEqual(
    laneOf(summer, 'article')?.marks.map(({ date }) => date),
    ['2019'],
  );
  assert.equal(laneOf(asked({ from: '2020-01-01', to: null }, vague), 'article')?.within, 0);
  assert.deepEqual(
    asked({}, vague).undated.map(({ date, target }) => [date, target.article]),
    [[null, 'b.txt']],
  );
});

test('an empty corpus has no time', () => {
  const found = asked({}, corpus({}));
  assert.equal(found.extent, null);
  assert.ok(found.lanes.every(({ total }) => total === 0));
});
