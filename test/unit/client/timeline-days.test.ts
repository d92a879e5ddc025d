/** The days that a timeline shows first, and the question for them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysQuestion, homeOf, isoDay, unitFor } from '../../../client/src/pages/timeline-days.ts';
import type { Timeline } from '../../../server/src/lsp/requests.ts';

const timeline = (of: Partial<Timeline>): Timeline => ({
  entity: null,
  language: 'ar',
  extent: { from: '1979-01-01', to: '2017-12-31' },
  articles: { from: '2016-10-05', to: '2017-06-21' },
  lanes: [],
  undated: [],
  undatedTotal: 0,
  ...of,
});

const checkHome = (of: Partial<Timeline>, from: string, to: string, unit: string) => {
  const home = homeOf(timeline(of));
  assert.ok(home);
  assert.deepEqual([isoDay(home[0]), isoDay(home[1]), unitFor(home)], [from, to, unit]);
};

test('a corpus is shown from its first article to its last, by months where that is most of a year', () => {
  checkHome({}, '2016-09-27', '2017-06-29', 'month');
});

test('an entity is shown with all that is told of it; so is a corpus whose articles have no date', () => {
  checkHome({ entity: { id: 'person:a', kind: 'person', name: 'أ' } }, '1977-10-30', '2019-03-04', 'year');
  checkHome({ articles: null }, '1977-10-30', '2019-03-04', 'year');
});

test('nothing with a date has no days', () => {
  assert.equal(homeOf(timeline({ extent: null, articles: null })), null);
});

test('the question is for all there is, or for the days in sight and as many on both sides', () => {
  assert.deepEqual(daysQuestion(null), { from: null, to: null, unit: 'year' });
  const day = 86_400_000;
  assert.deepEqual(daysQuestion([10 * day, 20 * day]), { from: '1970-01-01', to: '1970-01-31', unit: 'day' });
});
