/** What stands between the lines: hints after names and offices, articles on the same events. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { hints } from '../../../server/src/features/hints.ts';
import { sameEvents } from '../../../server/src/features/same-events.ts';
import { corpus } from './corpus.ts';
import { LATER, MEETING, reports, SIGNING } from './reports.ts';

/** Hints as «words before» → «text». */
function checkHints(snapshot: Snapshot, path: string, expected: readonly (readonly [string, string])[]): void {
  const text = snapshot.articles.get(path)?.text ?? '';
  const found = hints(snapshot, path, { start: 0, end: text.length });
  assert.deepEqual(
    found.map((hint, i) => [text.slice(hint.at - (expected[i]?.[0].length ?? 1), hint.at), hint.text]),
    expected,
  );
}

test('an office alone gets its holder’s name, in the title too, and no more once the paragraph names them', () => {
  checkHints(reports(), MEETING, [
    ['وزير الدفاع العراقي', 'سالم الراوي'],
    ['الوزير العراقي', 'سالم الراوي'],
  ]);
});

/** A minister who is called by his surname; his office is attested by another article. */
function surnameOnly({
  date,
  text = 'وقال الراوي أمس. وأضاف الراوي غداً.',
  attested = '2020-11-15',
  former = false,
}: {
  date: string;
  text?: string;
  attested?: string;
  former?: boolean;
}) {
  return corpus(
    {
      a: {
        text: 'وزير الدفاع العراقي سالم الراوي',
        date: attested,
        mentions: [
          { words: 'وزير الدفاع العراقي', entity: 'office:defence', holder: 'person:salim', attached: true },
          { words: 'سالم الراوي', entity: 'person:salim' },
        ],
      },
      b: {
        text,
        date,
        mentions: [
          ...(text.includes('الوزير')
            ? [{ words: 'الوزير', entity: 'office:defence', holder: 'person:salim', attached: true }]
            : []),
          { words: 'الراوي', entity: 'person:salim', form: 'short' },
          ...(text.includes('وأضاف') ? [{ words: 'الراوي', entity: 'person:salim', form: 'short' } as const] : []),
        ],
      },
    },
    {
      persons: {
        'person:salim': {
          name: 'سالم الراوي',
          introductions: [['a', 'سالم الراوي']],
          offices: [{ office: 'office:defence', path: 'a', words: 'وزير الدفاع العراقي', former }],
        },
      },
      offices: { 'office:defence': { name: 'وزير الدفاع العراقي', country: 'IQ' } },
    },
  );
}

test('a surname alone gets the office of about that date, once a paragraph', () => {
  checkHints(surnameOnly({ date: '2020-12-01' }), 'b', [['الراوي', 'وزير الدفاع العراقي']]);
  checkHints(surnameOnly({ date: '2020-12-01', text: 'وقال الراوي أمس.\nوأضاف الراوي غداً.' }), 'b', [
    ['الراوي', 'وزير الدفاع العراقي'],
    ['الراوي', 'وزير الدفاع العراقي'],
  ]);
});

test('no office of years ago, none once held, none beside an office, none without a date to go by', () => {
  checkHints(surnameOnly({ date: '2023-12-01' }), 'b', []);
  checkHints(surnameOnly({ date: '2020-12-01', former: true }), 'b', []);
  checkHints(surnameOnly({ date: '2020-12-01', text: 'وقال الوزير اللواء الراوي أمس.' }), 'b', []);
  checkHints(surnameOnly({ date: '2020' }), 'b', []);
});

test('only hints of the range that is asked for; those before it still count as told', () => {
  const snapshot = surnameOnly({ date: '2020-12-01' });
  assert.equal(hints(snapshot, 'b', { start: 0, end: 5 }).length, 0);
  assert.equal(hints(snapshot, 'b', { start: 12, end: 40 }).length, 0);
});

function checkSameEvents(snapshot: Snapshot, path: string, expected: readonly string[]): void {
  assert.deepEqual(
    sameEvents(snapshot, path).map((article) => article.path),
    expected,
  );
}

test('articles about one agreement are on the same events; two years later one man in common is not enough', () => {
  checkSameEvents(reports(), MEETING, [SIGNING]);
  checkSameEvents(reports(), SIGNING, [MEETING]);
  checkSameEvents(reports(), LATER, []);
});

test('two people in common within four days, not later, and not one', () => {
  const names = ['سالم الراوي', 'كريم نوري', 'ماجد العبيدي'];
  const said = (date: string, ...people: readonly number[]) => ({
    text: `قال ${people.map((i) => names[i]).join(' و')} ذلك`,
    date,
    mentions: people.map((i) => ({ words: names[i] ?? '', entity: `person:${i}` })),
  });
  const snapshot = corpus(
    {
      a: said('2021-03-01', 0, 1),
      b: said('2021-03-05', 0, 1, 2),
      c: said('2021-03-06', 0, 1),
      d: said('2021-03-01', 0, 2),
    },
    { persons: Object.fromEntries(names.map((name, i) => [`person:${i}`, { name }])) },
  );
  checkSameEvents(snapshot, 'a', ['b']);
  checkSameEvents(snapshot, 'b', ['a', 'd', 'c']);
});
