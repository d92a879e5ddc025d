/** The day of an article that gives none: told by dated ones where the evidence is strong, and left open everywhere else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { type ResolvableArticle, Resolver, resolveAll } from '../../../server/src/resolve/resolver.ts';
import { plain } from './reports.ts';

/** Articles by path: the text, with its own date in it or none. */
type Texts = Readonly<Record<string, string>>;

function read(text: string): ResolvableArticle {
  const facts = recognize(text);
  return { facts, date: facts.date?.value ?? null };
}

/** The inferred days of articles, whatever the order in which they came; of all others null. */
function checkTold(texts: Texts, expected: Readonly<Record<string, string | null>>): void {
  const articles = Object.entries(texts).map(([path, text]) => [path, read(text)] as const);
  const oneByOne = new Resolver();
  for (const article of [...articles].reverse()) oneByOne.update({ set: [article] });
  for (const resolution of [resolveAll(articles), oneByOne.resolution])
    for (const path of Object.keys(texts))
      assert.equal(resolution.inferredDate(path)?.value ?? null, expected[path] ?? null, path);
}

/** 2020-11-15 was a Sunday. */
const VISIT = `وزير الدفاع العراقي في طهران
15 نوفمبر 2020

التقى وزير الدفاع العراقي سالم فاضل الراوي في طهران رئيس هيئة الأركان الإيرانية اللواء كريم نوري وأمين المجلس الأعلى للأمن القومي الإيراني رضا كاظمي، بعد لقائه أمس السبت وزير الدفاع الإيراني أمير زماني.`;
const SAME_VISIT = `قال رئيس هيئة الأركان الإيرانية اللواء كريم نوري بعد لقائه وزير الدفاع العراقي سالم فاضل الراوي إن البلدين سيوقعان مذكرة تفاهم.

كما التقى سالم فاضل الراوي أمين المجلس الأعلى للأمن القومي الإيراني رضا كاظمي.

وكان وزير الدفاع العراقي سالم فاضل الراوي قد وصل أمس السبت إلى طهران حيث التقى نظيره الإيراني العميد أمير زماني.`;

test('the same people of two states meet, and «أمس السبت» agrees: the day of the dated article', () => {
  checkTold({ a: VISIT, b: SAME_VISIT }, { b: '2020-11-15' });
});

test('another weekday, none, or two that disagree: undated', () => {
  checkTold({ a: VISIT, b: SAME_VISIT.replace('أمس السبت', 'أمس الاثنين') }, {});
  checkTold({ a: VISIT, b: SAME_VISIT.replace('أمس السبت', 'أمس') }, {});
  checkTold({ a: VISIT, b: `${SAME_VISIT}\n\nوأصدر كريم نوري بيانا اليوم الثلاثاء.` }, {});
});

test('two people in common are no proof: they meet every year', () => {
  const short = SAME_VISIT.split('\n\n')[0] ?? '';
  checkTold({ a: VISIT, b: `${short}\n\nووصل الوزير أمس السبت إلى طهران.` }, {});
});

test('colleagues of one state meet every week', () => {
  const home = (date: string, day: string) =>
    `${date}\n\nبحث وزير الدفاع العراقي سالم الراوي مع وزير الداخلية العراقي كريم نوري ووزير المالية العراقي رضا كاظمي الموازنة ${day}.`;
  checkTold({ a: home('15 نوفمبر 2020', ''), b: home('', 'اليوم الأحد') }, {});
});

test('who met in two years may have met in a third', () => {
  checkTold({ a: VISIT, b: SAME_VISIT, c: VISIT.replace('2020', '2021') }, {});
});

test('two reports of one visit tell the day together, if one of them has the weekday', () => {
  checkTold({ a: VISIT, b: SAME_VISIT, c: VISIT.replace('15 نوفمبر', '16 نوفمبر') }, { b: '2020-11-15' });
});

test('a date that was itself inferred tells no other', () => {
  // d would agree with b, but only b knows of it: what b and d share is not in a.
  const only = (text: string) => text.replaceAll('كريم نوري', 'هادي مطر').replaceAll('رضا كاظمي', 'ناصر حبيب');
  const chained = `${SAME_VISIT}\n\n${only(SAME_VISIT)}`;
  checkTold({ a: VISIT, b: chained, d: only(SAME_VISIT) }, { b: '2020-11-15' });
});

/** 2017-07-23 was a Sunday. */
const SIGNED = `بغداد – 23 تموز 2017

وقع وزير الدفاع العراقي اللواء سالم فاضل الراوي ووزير الدفاع الإيراني العميد كريم نوري، اليوم الأحد، مذكرة تفاهم دفاعية بين العراق وإيران في طهران.`;
const SIGNED_TODAY = `وقع العراق وإيران اليوم مذكرة تفاهم دفاعية.

والمذكرة وقعها الأحد في طهران وزير الدفاع الإيراني العميد كريم نوري ونظيره العراقي اللواء سالم فاضل الراوي.`;

test('the same two sign «today», and the weekday agrees: the day of the signing', () => {
  checkTold({ a: SIGNED, b: SIGNED_TODAY }, { b: '2017-07-23' });
});

test('a later article that dates the signing tells the day of signing, not its own', () => {
  const later = SIGNED.replace('23 تموز', '5 آب').replace('اليوم الأحد', 'في 23 تموز 2017');
  checkTold({ a: later, b: SIGNED_TODAY }, { b: '2017-07-23' });
});

test('signed on another weekday, or not today: undated', () => {
  checkTold({ a: SIGNED, b: SIGNED_TODAY.replace('الأحد', 'الثلاثاء') }, {});
  checkTold({ a: SIGNED, b: SIGNED_TODAY.replace('اليوم ', '') }, {});
});

test('a day without a year is completed only by one that agrees', () => {
  const toldFor = (date: string) =>
    resolveAll([
      ['a', read(SIGNED)],
      ['b', { ...read(SIGNED_TODAY), date }],
    ]).inferredDate('b')?.value ?? null;
  assert.equal(toldFor('XXXX-07-23'), '2017-07-23');
  assert.equal(toldFor('XXXX-07-24'), null);
  assert.equal(toldFor('2017-07'), null, 'a month is what the article says, and stays');
});

test('the evidence is a span of the dated article', () => {
  const articles = [
    ['a', read(VISIT)],
    ['b', read(SAME_VISIT)],
  ] as const;
  const told = resolveAll(articles).inferredDate('b');
  assert.equal(told?.by, 'meeting');
  assert.equal(told?.evidence.article, 'a');
  assert.match(VISIT.slice(told?.evidence.span.start, told?.evidence.span.end), /^التقى وزير الدفاع العراقي/);
});

test('the inferred date is the date of what the article attests', () => {
  const resolution = resolveAll(Object.entries({ a: VISIT, b: SAME_VISIT }).map(([path, text]) => [path, read(text)]));
  const [salim] = [...resolution.ofKind('person')].filter(({ name }) => name === 'سالم فاضل الراوي');
  const dates = salim?.tenures.flatMap(({ attestations }) =>
    attestations.map(({ article, date }) => `${article} ${date}`),
  );
  assert.ok(dates?.includes('b 2020-11-15'), String(dates));
});

const POOL = [
  VISIT,
  SAME_VISIT,
  VISIT.replace('2020', '2021'),
  VISIT.replace('15 نوفمبر', '16 نوفمبر'),
  SIGNED,
  SIGNED_TODAY,
  SIGNED.replace('2017', '2018'),
  `${SAME_VISIT}\n\n${SIGNED_TODAY}`,
].map(read);

test('edits in any order give the days that a rebuild gives', () => {
  const edit = fc.record({
    path: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    article: fc.option(fc.constantFrom(...POOL), { nil: null, freq: 4 }),
  });
  let inferred = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 14 }), (edits) => {
      const resolver = new Resolver();
      const now = new Map<string, ResolvableArticle>();
      const shown = new Map<string, string | null>();
      for (const { path, article } of edits) {
        if (article === null) now.delete(path);
        else now.set(path, article);
        resolver.update(article === null ? { remove: [path] } : { set: [[path, article]] });
        // Whoever keeps the days by `redated` alone has them all.
        for (const each of new Set([path, ...resolver.redated]))
          shown.set(each, resolver.resolution.inferredDate(each)?.value ?? null);
      }
      const scratch = resolveAll(now);
      assert.deepEqual(plain(resolver.resolution), plain(scratch));
      for (const path of now.keys()) {
        assert.deepEqual(resolver.resolution.inferredDate(path), scratch.inferredDate(path));
        assert.equal(shown.get(path), scratch.inferredDate(path)?.value ?? null, path);
        if (scratch.inferredDate(path) !== null) inferred++;
      }
    }),
    { numRuns: 150, seed: 7 },
  );
  assert.ok(inferred > 20, `${inferred} inferred dates met`);
});

test('those who meet in very many articles tell no day, and cost no more for it', () => {
  const articles = Array.from(
    { length: 60 },
    (_, i) => [`${i}`, read(VISIT.replace('نوفمبر 2020', `نوفمبر ${1950 + i}`))] as const,
  );
  const resolver = new Resolver();
  resolver.update({ set: [...articles, ['u', read(SAME_VISIT)]] });
  assert.equal(resolver.resolution.inferredDate('u'), null);
  resolver.update({ remove: articles.slice(1).map(([path]) => path) });
  assert.equal(resolver.redated.size, 0, '1950-11-15 was no Sunday');
  resolver.update({ set: [['0', read(VISIT)]] });
  assert.deepEqual([...resolver.redated], ['u']);
});
