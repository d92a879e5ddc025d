/** Which tellings of several articles are one event: kind, people and date must agree, and nothing else merges. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Corpus, type EventSaid, report, resolve } from './reports.ts';

const SAMIR = 'سامر وليد الحداد';
const RIDA = 'رضا علي كمالي';
const WALID = 'وليد حسن سعيد';
const NAMES = [SAMIR, RIDA, WALID];

/** An article of a day that tells events of the three men. */
const article = (date: string | null, ...events: readonly EventSaid[]) =>
  report(date, [...NAMES, 'بغداد', 'العراق'].join('، '), {
    persons: NAMES.map((name) => ({ name })),
    places: ['بغداد = IQ/baghdad', 'العراق = IQ'],
    events,
  });

const meeting = (a: string, b: string, more: Partial<EventSaid> = {}): EventSaid => ({
  kind: 'meeting',
  actors: [
    [a, 'participant'],
    [b, 'participant'],
  ],
  ...more,
});
const reception = (host: string, visitor: string, more: Partial<EventSaid> = {}): EventSaid => ({
  kind: 'reception',
  actors: [
    [host, 'host'],
    [visitor, 'visitor'],
  ],
  ...more,
});

/** Each event as `kind date: articles that tell it`. */
function checkEvents(corpus: Corpus, ...expected: readonly string[]): void {
  const { events } = resolve(corpus);
  const seen = events
    .all()
    .map(
      ({ kind, date, tellings }) => `${kind} ${date ?? '?'}: ${tellings.map(({ article: path }) => path).join(' ')}`,
    );
  assert.deepEqual(seen, expected);
}

test('one meeting that two articles tell, the later one a day after', () => {
  checkEvents(
    {
      a: article('2020-11-15', meeting(SAMIR, RIDA, { date: '2020-11-15' })),
      b: article('2020-11-16', meeting(RIDA, SAMIR)),
    },
    'meeting 2020-11-15: a b',
  );
});

test('other people, or another day, is another meeting', () => {
  checkEvents(
    {
      a: article('2020-11-15', meeting(SAMIR, RIDA, { date: '2020-11-15' })),
      b: article('2020-11-15', meeting(SAMIR, WALID, { date: '2020-11-15' })),
      c: article('2020-11-17', meeting(SAMIR, RIDA, { date: '2020-11-17' })),
    },
    'meeting 2020-11-15: a',
    'meeting 2020-11-15: b',
    'meeting 2020-11-17: c',
  );
});

test('news of one meeting within two days is one, later it is another', () => {
  checkEvents(
    {
      a: article('2020-11-15', meeting(SAMIR, RIDA)),
      b: article('2020-11-17', meeting(SAMIR, RIDA)),
      c: article('2020-11-18', meeting(SAMIR, RIDA)),
    },
    'meeting 2020-11-15: a b',
    'meeting 2020-11-18: c',
  );
});

test('a month is the one day of it that is known, and nobody’s where two are', () => {
  const known = article('2020-11-15', meeting(SAMIR, RIDA, { date: '2020-11-15' }));
  const vague = article('2021-03-01', meeting(SAMIR, RIDA, { date: '2020-11' }));
  checkEvents({ a: known, b: vague }, 'meeting 2020-11-15: a b');
  const other = article('2020-11-20', meeting(SAMIR, RIDA, { date: '2020-11-20' }));
  checkEvents({ a: known, b: vague, c: other }, 'meeting 2020-11: b', 'meeting 2020-11-15: a', 'meeting 2020-11-20: c');
});

test('what is recalled without a date is each article’s own', () => {
  checkEvents(
    {
      a: article('2020-11-15', meeting(SAMIR, RIDA, { news: false }), meeting(SAMIR, RIDA, { news: false })),
      b: article('2020-11-15', meeting(SAMIR, RIDA, { news: false })),
    },
    'meeting ?: a a',
    'meeting ?: b',
  );
});

test('planned and happened stay apart', () => {
  checkEvents(
    {
      a: article('2020-11-14', meeting(SAMIR, RIDA, { date: '2020-11-15', modality: 'planned' })),
      b: article('2020-11-15', meeting(SAMIR, RIDA, { date: '2020-11-15' })),
    },
    'meeting 2020-11-15: b',
    'meeting 2020-11-15: a',
  );
});

test('a reception is the meeting in other words, unless the articles differ on the host', () => {
  const received = article('2020-11-15', reception(SAMIR, RIDA));
  checkEvents({ a: received, b: article('2020-11-15', meeting(RIDA, SAMIR)) }, 'reception 2020-11-15: a b');
  checkEvents(
    { a: received, b: article('2020-11-15', reception(RIDA, SAMIR)) },
    'reception 2020-11-15: b',
    'reception 2020-11-15: a',
  );
});

test('a visit to a city is one to its state', () => {
  const visit = (place: string): EventSaid => ({ kind: 'visit', actors: [[SAMIR, 'visitor']], place });
  const corpus = {
    a: article('2020-11-15', visit('IQ')),
    b: article('2020-11-16', visit('IQ/baghdad')),
  };
  checkEvents(corpus, 'visit 2020-11-15: a b');
  const [event] = resolve(corpus).events.all();
  assert.deepEqual(
    event?.actors.map(({ entity, role }) => [entity, role]),
    [
      ['person:سامر-وليد-حداد', 'visitor'],
      ['place:IQ/baghdad', 'host'],
    ],
  );
});

test('what somebody says on one day is one statement, told many times', () => {
  const said: EventSaid = { kind: 'statement', actors: [[SAMIR, 'speaker']] };
  checkEvents(
    { a: article('2020-11-15', said, said), b: article('2020-11-15', said), c: article('2020-11-16', said) },
    'statement 2020-11-15: a a b',
    'statement 2020-11-16: c',
  );
});

test('events are found from their people and from their articles', () => {
  const { events } = resolve({
    a: article('2020-11-15', meeting(SAMIR, RIDA, { date: '2020-11-15' })),
    b: article('2020-11-16', meeting(SAMIR, RIDA), meeting(RIDA, WALID)),
  });
  assert.deepEqual(
    events.of('person:سامر-وليد-حداد').map(({ tellings }) => tellings.length),
    [2],
  );
  assert.equal(events.of('person:رضا-علي-كمالي').length, 2);
  assert.deepEqual(
    events.in('b').map(({ date }) => date),
    ['2020-11-15', '2020-11-16'],
  );
  assert.deepEqual(events.of('person:nobody'), []);
  assert.deepEqual(events.in('nowhere'), []);
});

test('somebody whom the corpus is not sure of takes no part', () => {
  const doubtful = report('2020-11-15', `${SAMIR}، ${RIDA}`, {
    persons: [{ name: SAMIR }, { name: RIDA, confidence: 0.3 }],
    events: [meeting(SAMIR, RIDA)],
  });
  checkEvents({ a: doubtful });
});

test('an office alone that is one person’s of the article acts as that person', () => {
  const premier = 'رئيس الحكومة = prime-minister/';
  const called = (date: string) =>
    report(date, `قال رئيس الحكومة ${SAMIR}`, { persons: [{ name: SAMIR, office: premier }] });
  const said = report('2020-11-15', `استقبل رئيس الحكومة ${RIDA}. وكان ${SAMIR} قد عاد أمس`, {
    persons: [{ name: SAMIR }, { name: RIDA }],
    offices: [premier],
    events: [reception(SAMIR, RIDA)],
  });
  const { entities } = said.facts;
  const host = entities.findIndex(({ kind }) => kind === 'person');
  const office = entities.findIndex(({ kind }) => kind === 'office');
  const events = said.facts.events.map((event) => ({
    ...event,
    actors: event.actors.map((actor) => (actor.entity === host ? { ...actor, entity: office } : actor)),
  }));
  const corpus = { a: called('2020-10-01'), b: called('2020-12-01'), c: { ...said, facts: { ...said.facts, events } } };
  const [told] = resolve(corpus).events.in('c');
  assert.deepEqual(
    told?.actors.map(({ entity, role }) => `${entity} ${role}`),
    ['person:سامر-وليد-حداد host', 'person:رضا-علي-كمالي visitor'],
  );
});
