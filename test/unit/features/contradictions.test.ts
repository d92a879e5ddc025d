/** What an article says against another; and all that looks like it and is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { type Contradiction, contradictions } from '../../../server/src/features/contradictions.ts';
import { correctionsOf } from '../../../server/src/features/corrections.ts';
import { messagesFor } from '../../../server/src/features/messages/messages.ts';
import { MemoryFileDoor } from '../corpus/memory-door.ts';
import { corpus } from './corpus.ts';

type Texts = Readonly<Record<string, string>>;

async function found(
  texts: Texts,
  path: string,
): Promise<{
  all: Contradiction[];
  words: (at: { article?: string; span: { start: number; end: number } }) => string;
}> {
  const read = new Corpus({ door: new MemoryFileDoor(Object.entries(texts)) });
  await read.openFolder();
  const words = ({ article = path, span }: { article?: string; span: { start: number; end: number } }) =>
    texts[article]?.slice(span.start, span.end) ?? '';
  return { all: contradictions(read.snapshot, path, 'en'), words };
}

/** The findings in `path` as `code: words | words elsewhere`. */
async function checkFound(texts: Texts, path: string, expected: readonly string[]): Promise<void> {
  const { all, words } = await found(texts, path);
  assert.deepEqual(
    all.map((each) => `${each.code}: ${words(each)} | ${each.related.map((other) => words(other)).join(' | ')}`),
    expected,
    JSON.stringify(all),
  );
}

const said = (date: string, sentence: string) => `خبر من بغداد اليوم\n${date}\n\n${sentence}`;
const MINISTER = said('15 نوفمبر 2020', 'قال وزير الدفاع العراقي سالم الراوي إن الحدود آمنة.');

test('two holders of one office on one day', async () => {
  const texts = { 'a.txt': MINISTER, 'b.txt': said('15 نوفمبر 2020', 'زار وزير الدفاع العراقي ماجد العبيدي طهران.') };
  await checkFound(texts, 'a.txt', ['two-holders: وزير الدفاع العراقي سالم الراوي | وزير الدفاع العراقي ماجد العبيدي']);
  await checkFound(texts, 'b.txt', ['two-holders: وزير الدفاع العراقي ماجد العبيدي | وزير الدفاع العراقي سالم الراوي']);
});

test('somebody else before and after: both places are named, and what a correction needs', async () => {
  const other = (date: string) => said(date, 'زار وزير الدفاع العراقي ماجد العبيدي طهران.');
  const texts = { 'a.txt': MINISTER, 'b.txt': other('1 نوفمبر 2020'), 'c.txt': other('1 ديسمبر 2020') };
  const { all } = await found(texts, 'a.txt');
  const [only] = all;
  assert.ok(only?.code === 'two-holders' && all.length === 1);
  assert.deepEqual(
    only.related.map(({ article }) => article),
    ['b.txt', 'c.txt'],
  );
  assert.equal(only.data.office, 'office:minister/defence/IQ');
  assert.equal(only.data.date, '2020-11-15');
  assert.equal(only.data.persons.length, 2);
  assert.match(only.message, /سالم الراوي.* here, .*ماجد العبيدي.* elsewhere/);
});

test('a successor is none: before or after alone, former, acting, designate, appointed', async () => {
  const beside = (sentence: string, date = '15 نوفمبر 2020') =>
    checkFound({ 'a.txt': MINISTER, 'b.txt': said(date, sentence) }, 'a.txt', []);
  await beside('زار وزير الدفاع العراقي ماجد العبيدي طهران.', '1 ديسمبر 2020');
  await beside('زار وزير الدفاع العراقي السابق ماجد العبيدي طهران.');
  await beside('زار وزير الدفاع العراقي الأسبق ماجد العبيدي طهران.');
  await beside('زار وزير الدفاع العراقي بالوكالة ماجد العبيدي طهران.');
  await beside('زار وزير الدفاع العراقي المكلف ماجد العبيدي طهران.');
  await beside('عين رئيس الوزراء وزير الدفاع العراقي ماجد العبيدي خلفا لسالم الراوي.');
});

test('a sentence about another time says nothing of today', async () => {
  const past = said('15 نوفمبر 2020', 'في عام 1975 وقع وزير الدفاع العراقي ماجد العبيدي المعاهدة.');
  await checkFound({ 'a.txt': MINISTER, 'b.txt': past }, 'a.txt', []);
  await checkFound({ 'a.txt': MINISTER, 'b.txt': past }, 'b.txt', []);
});

test('offices of several seats, and another state’s, are held by several', async () => {
  const two = (one: string, other: string) =>
    checkFound(
      {
        'a.txt': said('15 نوفمبر 2020', `قال ${one} سالم الراوي إن الحدود آمنة.`),
        'b.txt': said('15 نوفمبر 2020', `قال ${other} ماجد العبيدي إن الحدود آمنة.`),
      },
      'a.txt',
      [],
    );
  await two('نائب رئيس الوزراء العراقي', 'نائب رئيس الوزراء العراقي');
  await two('عضو مجلس النواب العراقي', 'عضو مجلس النواب العراقي');
  await two('وزير الدولة العراقي', 'وزير الدولة العراقي');
  await two('المتحدث باسم الحكومة العراقية', 'المتحدث باسم الحكومة العراقية');
  await two('مستشار رئيس الوزراء العراقي', 'مستشار رئيس الوزراء العراقي');
  await two('وزير الدفاع العراقي', 'وزير الدفاع الإيراني');
  await two('وزير الدفاع العراقي', 'وزير الدفاع');
});

test('two spellings of one man are one man', async () => {
  const spelt = (name: string) =>
    checkFound(
      { 'a.txt': MINISTER, 'b.txt': said('15 نوفمبر 2020', `زار وزير الدفاع العراقي ${name} طهران.`) },
      'a.txt',
      [],
    );
  await spelt('سالم كريم الراوي');
  await spelt('سليم الراوى');
  await spelt('صالح الرّاوي');
});

test('a date that was inferred contradicts nobody', async () => {
  const undated = MINISTER.replace('15 نوفمبر 2020\n\n', '');
  const other = said('15 نوفمبر 2020', 'زار وزير الدفاع العراقي ماجد العبيدي طهران.');
  await checkFound({ 'a.txt': undated, 'b.txt': other }, 'a.txt', []);
  await checkFound({ 'a.txt': undated, 'b.txt': other }, 'b.txt', []);
});

const signing = (date: string, on: string) =>
  said(
    date,
    `وقع وزير الدفاع العراقي سالم الراوي ووزير الدفاع الإيراني كريم نوري، في ${on}، مذكرة تفاهم دفاعية بين العراق وإيران في طهران.`,
  );

test('two days of one signing', async () => {
  const texts = {
    'a.txt': signing('24 يوليو 2017', '23 يوليو 2017'),
    'b.txt': signing('25 يوليو 2017', '22 يوليو 2017'),
  };
  const { all } = await found(texts, 'a.txt');
  assert.deepEqual(
    all.map(({ code, data }) => [code, 'dates' in data ? data.dates : null]),
    [['two-signing-dates', ['2017-07-23', '2017-07-22']]],
  );
});

test('what they sign the next month, or about something else, is another document', async () => {
  const first = signing('24 يوليو 2017', '23 يوليو 2017');
  await checkFound({ 'a.txt': first, 'b.txt': signing('25 أغسطس 2017', '24 أغسطس 2017') }, 'a.txt', []);
  const trade = signing('25 يوليو 2017', '22 يوليو 2017').replace('تفاهم دفاعية', 'تفاهم تجارية');
  await checkFound({ 'a.txt': first, 'b.txt': trade }, 'a.txt', []);
  await checkFound({ 'a.txt': first, 'b.txt': signing('25 يوليو 2017', '23 يوليو 2017') }, 'a.txt', []);
});

test('a signatory whom articles of those days call minister of something else', async () => {
  const texts = {
    'a.txt': signing('24 يوليو 2017', '23 يوليو 2017'),
    'b.txt': said('20 يوليو 2017', 'قال وزير الداخلية العراقي سالم الراوي إن الحدود آمنة.'),
  };
  const { all } = await found(texts, 'a.txt');
  assert.deepEqual(
    all.map(({ code, related }) => [code, related.map(({ article }) => article)]),
    [['office-of-signatory', ['b.txt']]],
  );
  // Years apart he may have been both, and with an article that agrees nothing is open.
  await checkFound({ ...texts, 'b.txt': texts['b.txt'].replace('2017', '2014') }, 'a.txt', []);
  await checkFound(
    { ...texts, 'c.txt': said('21 يوليو 2017', 'قال وزير الدفاع العراقي سالم الراوي إن الحدود آمنة.') },
    'a.txt',
    [],
  );
});

test('a surname that two people of the article bear', () => {
  const text = 'قال سالم الراوي وحامد الراوي ذلك. وغادر الراوي بغداد، ثم عاد الراوي.';
  const open = { words: 'الراوي', entity: null, kind: 'person', form: 'short' } as const;
  const candidates = ['person:salim', 'person:hamid', 'person:elsewhere'];
  const snapshot = corpus(
    {
      'a.txt': {
        text,
        mentions: [
          { words: 'سالم الراوي', entity: 'person:salim' },
          { words: 'حامد الراوي', entity: 'person:hamid' },
          { ...open, nth: 3, candidates },
          { ...open, nth: 4, candidates },
        ],
      },
    },
    {
      persons: {
        'person:salim': { name: 'سالم الراوي', introductions: [['a.txt', 'سالم الراوي']] },
        'person:hamid': { name: 'حامد الراوي', introductions: [['a.txt', 'حامد الراوي']] },
        'person:elsewhere': { name: 'ماجد الراوي' },
      },
    },
  );
  const all = contradictions(snapshot, 'a.txt', 'en');
  const words = ({ span }: { span: { start: number; end: number } }) => text.slice(span.start, span.end);
  assert.deepEqual(
    all.map((each) => [each.code, each.span.start, each.related.map(words), each.data]),
    [
      [
        'several-candidates',
        text.indexOf('الراوي بغداد'),
        ['سالم الراوي', 'حامد الراوي'],
        { text: 'الراوي', candidates: ['person:salim', 'person:hamid'] },
      ],
    ],
  );
  const [only] = all;
  assert.ok(only);
  const offers = correctionsOf(snapshot, 'a.txt', only, messagesFor('en'));
  const there = { in: 'a.txt', mention: 'الراوي', nth: null };
  assert.deepEqual(
    offers.map(({ title, fix, does }) => [title, fix, does]),
    [
      ['This is سالم الراوي', true, { add: { kind: 'same', of: ['سالم الراوي', there] } }],
      ['This is حامد الراوي', true, { add: { kind: 'same', of: ['حامد الراوي', there] } }],
      ['Same as…', true, { asks: 'same', about: null }],
    ],
  );
});

test('a surname that people of other articles bear is no finding', async () => {
  await checkFound(
    {
      'a.txt': said('15 نوفمبر 2020', 'وقال الراوي إن اللقاء كان مثمرا.'),
      'b.txt': said('15 نوفمبر 2020', 'قال وزير الدفاع العراقي سالم الراوي ذلك.'),
      'c.txt': said('15 نوفمبر 2020', 'قال وزير الصحة الأردني حامد الراوي ذلك.'),
    },
    'a.txt',
    [],
  );
});
