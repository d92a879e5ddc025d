/** The life of invented documents, told in whole articles: which of them are one, which stay two, and how they stand to each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import type { AgreementEntity } from '../../../server/src/resolve/entities.ts';
import { resolveAll } from '../../../server/src/resolve/resolver.ts';

/**
 * The agreements of some articles, by path, each as `articles: state date, …`. An article's date is that of its text; the articles are
 * added in both orders.
 */
function checkStory(articles: Readonly<Record<string, string>>, expected: readonly string[]): AgreementEntity[] {
  const facts = Object.entries(articles).map(([path, text]) => {
    const read = recognize(text);
    return [path, { facts: read, date: read.date?.value ?? null }] as const;
  });
  const found = [...resolveAll(facts).ofKind('agreement')];
  const told = (agreements: readonly AgreementEntity[]) =>
    agreements
      .map(
        ({ mentions, states, date }) =>
          `${[...mentions.keys()].sort().join(' ')}: ${states.map(({ state }) => state).join(', ')} ${date ?? '—'}`,
      )
      .sort();
  assert.deepEqual(told(found), [...expected].sort());
  assert.deepEqual(told([...resolveAll([...facts].reverse()).ofKind('agreement')]), [...expected].sort());
  return found;
}

const DEFENCE_PLAN = `وزيرا الدفاع يبحثان التعاون

الأحد 3 تشرين الثاني 2019

بحث وزير الدفاع المصري سامر الحداد مع نظيره الأردني كريم الفهدي في عمان التعاون بين البلدين. وقال الحداد إن فرق البلدين تواصل التفاوض على محضر أمني مشترك.`;

test('talks, then the signing months later: one record of one subject, where one man speaks of both', () => {
  const signed = `الحداد والفهدي يوقعان المحضر الأمني

الأربعاء 11 آذار 2020

وقع وزير الدفاع المصري سامر الحداد ونظيره الأردني كريم الفهدي في القاهرة اليوم المحضر الأمني المشترك بين مصر والأردن.`;
  checkStory({ a: DEFENCE_PLAN, b: signed }, ['a b: negotiated, signed 2020-03-11']);
});

test('talks of one subject are not the signing of another, nor of one a year and a half later', () => {
  const trade = `توقيع محضر تجاري

الأربعاء 11 آذار 2020

وقع وزير التجارة المصري نادر صقر ونظيره الأردني وليد عاشور في القاهرة اليوم محضرا تجاريا بين مصر والأردن بحضور سامر الحداد.`;
  checkStory({ a: DEFENCE_PLAN, b: trade }, ['a: negotiated —', 'b: signed 2020-03-11']);
  const late = `الحداد والفهدي يوقعان المحضر الأمني

الأربعاء 16 حزيران 2021

وقع وزير الدفاع المصري سامر الحداد ونظيره الأردني كريم الفهدي في القاهرة اليوم المحضر الأمني المشترك بين مصر والأردن.`;
  checkStory({ a: DEFENCE_PLAN, b: late }, ['a: negotiated —', 'b: signed 2021-06-16']);
});

const BRIDGE_PLAN = `اجتماع في تونس

الاثنين 6 أيار 2019

استقبل وزير النقل التونسي نادر صقر نظيره الجزائري وليد عاشور في تونس. ومن المقرر أن يوقع البلدان قبل نهاية العام مذكرة تفاهم لربط شنقاف بأوزمار بجسر.`;

test('plan and signing that name one project, of the signing only the month is known', () => {
  const built = `بدء العمل في جسر شنقاف - أوزمار

السبت 4 حزيران 2022

وضع رئيس الوزراء الجزائري فارس عجيل حجر الأساس لجسر يربط شنقاف بأوزمار. ويستند المشروع إلى مذكرة تفاهم وقعها في أيلول 2019 وزير النقل التونسي نادر صقر ونظيره الجزائري وليد عاشور.`;
  checkStory({ a: BRIDGE_PLAN, b: built }, ['a b: planned, signed 2019-09']);
});

test('a memorandum on another project, or of another kind, is another', () => {
  const other = `بدء العمل في سد تيلان

السبت 4 حزيران 2022

وضع رئيس الوزراء الجزائري فارس عجيل حجر الأساس لسد قرب تيلان. ويستند المشروع إلى مذكرة تفاهم وقعها في أيلول 2019 وزير المياه التونسي سالم كريم ونظيره الجزائري باسم طه.`;
  checkStory({ a: BRIDGE_PLAN, b: other }, ['a: planned —', 'b: signed 2019-09']);
});

const ANNOUNCED = `السودان وليبيا يعيدان العلاقات

الجمعة 8 آذار 2019

أعلن السودان وليبيا في جنيف، اليوم الجمعة، اتفاقا لاستئناف العلاقات الدبلوماسية.`;
const NAMED = (day: string) => `السودان وليبيا يتبادلان السفراء

${day}

قال وزير الخارجية السوداني سالم كريم إن «اتفاق جنيف» بين السودان وليبيا طوى صفحة الخلاف.`;

test('an agreement named after the place where the two announced it', () => {
  checkStory({ a: ANNOUNCED, b: NAMED('الاثنين 1 نيسان 2019') }, ['a b: announced 2019-03-08']);
});

test('a name that is older than the document is another’s; so is one that two documents could bear', () => {
  checkStory({ a: ANNOUNCED, b: NAMED('الاثنين 7 كانون الثاني 2019') }, ['a: announced 2019-03-08', 'b: signed —']);
  const second = `السودان وليبيا يتفقان على الهجرة

الأربعاء 13 آذار 2019

وقع وزير الداخلية السوداني باسم طه ونظيره الليبي فارس زكي في جنيف اليوم اتفاقية أمنية بين السودان وليبيا.`;
  checkStory({ a: ANNOUNCED, b: NAMED('الاثنين 1 نيسان 2019'), c: second }, [
    'a: announced 2019-03-08',
    'b: signed —',
    'c: signed 2019-03-13',
  ]);
});

test('the capital of a party sees many signings: its name alone joins nothing', () => {
  const announced = ANNOUNCED.replace('جنيف', 'الخرطوم');
  const named = NAMED('الاثنين 1 نيسان 2019').replace('جنيف', 'الخرطوم');
  checkStory({ a: announced, b: named }, ['a: announced 2019-03-08', 'b: signed —']);
});

const signedIn = (day: string, city: string) => `توقيع مذكرة

${day}

وقع وزير الدفاع المصري سامر الحداد ونظيره الأردني كريم الفهدي في ${city} اليوم مذكرة تفاهم للتعاون العسكري.`;

test('two memoranda of the same ministers a year apart are two', () => {
  checkStory({ a: signedIn('الأحد 5 آذار 2017', 'القاهرة'), b: signedIn('الاثنين 5 آذار 2018', 'عمان') }, [
    'a: signed 2017-03-05',
    'b: signed 2018-03-05',
  ]);
});

const RETOLD = (month: string) =>
  `أكد رئيس الأركان الأردني ماهر العاني متانة العلاقات. وتأتي الزيارة بعد زيارة وزير الدفاع المصري سامر الحداد في ${month} الماضي، التي وقع خلالها مذكرة التفاهم العسكرية مع الأردن.`;

test('an article without a date tells of the memorandum that the same minister signed', () => {
  checkStory({ a: signedIn('الأحد 5 آذار 2017', 'عمان'), b: RETOLD('آذار') }, ['a b: signed, signed 2017-03-05']);
  checkStory({ a: signedIn('الأحد 5 آذار 2017', 'عمان'), b: RETOLD('تموز') }, ['a: signed 2017-03-05', 'b: signed —']);
});

test('of two such memoranda it is the one of that month, and neither where both are', () => {
  const first = signedIn('الأحد 5 آذار 2017', 'عمان');
  checkStory({ a: first, b: RETOLD('آذار'), c: signedIn('الثلاثاء 10 تموز 2018', 'عمان') }, [
    'a b: signed, signed 2017-03-05',
    'c: signed 2018-07-10',
  ]);
  checkStory({ a: first, b: RETOLD('آذار'), c: signedIn('الاثنين 5 آذار 2018', 'عمان') }, [
    'a: signed 2017-03-05',
    'b: signed —',
    'c: signed 2018-03-05',
  ]);
});

test('a protocol to an agreement is a document of its own that amends it', () => {
  const found = checkStory(
    {
      a: `بروتوكول جديد

الأحد 5 آذار 2017

وقع وزير التجارة المصري نادر صقر ونظيره الأردني وليد عاشور اليوم بروتوكولا ملحقا بالاتفاقية التجارية الموقعة بين مصر والأردن عام 2009.`,
    },
    ['a: signed 2009', 'a: signed 2017-03-05'],
  );
  const protocol = found.find(({ type }) => type === 'protocol');
  const agreement = found.find(({ type }) => type === 'agreement');
  assert.deepEqual(
    protocol?.relations.map(({ relation, agreement: other }) => [relation, other]),
    [['amends', agreement?.id]],
  );
  assert.deepEqual(agreement?.relations, []);
});

test('a renewal speaks of the agreement that is renewed', () => {
  checkStory(
    {
      a: `توقيع مذكرة للتعاون الزراعي

الأحد 5 آذار 2017

وقع وزير الزراعة المصري نادر صقر ونظيره الأردني وليد عاشور في القاهرة اليوم مذكرة تفاهم للتعاون الزراعي.`,
      b: `تجديد مذكرة التعاون الزراعي

الثلاثاء 7 أيلول 2021

اتفق وزير الزراعة المصري نادر صقر ونظيره الأردني وليد عاشور على تجديد مذكرة التفاهم للتعاون الزراعي الموقعة بين مصر والأردن عام 2017.`,
    },
    ['a b: signed, signed 2017-03-05'],
  );
});

test('a document of others that is spoken of is not that of the two who meet', () => {
  checkStory(
    {
      a: signedIn('الأحد 5 آذار 2017', 'عمان'),
      b: `لقاء في القاهرة

الأحد 12 آذار 2017

التقى وزير الدفاع المصري سامر الحداد نظيره الأردني كريم الفهدي في القاهرة. ورحب الوزيران بتوقيع السودان وليبيا اتفاقية عسكرية الخميس الماضي.`,
    },
    ['a: signed 2017-03-05', 'b: signed 2017-03-09'],
  );
});

test('what is said of agreements in general is none', () => {
  checkStory(
    {
      a: `لقاء في القاهرة

الأحد 12 آذار 2017

بحث وزير الدفاع المصري سامر الحداد مع نظيره الأردني كريم الفهدي تفعيل الاتفاقيات بين البلدين. وقال الحداد إن الاتفاقيات الثنائية تخدم الجميع.`,
    },
    [],
  );
});

test('a title stands in the nominative, whatever the case of the sentence', () => {
  const [statement] = checkStory(
    {
      a: `مصر والأردن

الأحد 5 آذار 2017

أصدرت مصر والأردن، اليوم الأحد، بيانا سياسيا مشتركا في القاهرة.`,
    },
    ['a: announced 2017-03-05'],
  );
  assert.equal(statement?.name, 'بيان سياسي مشترك');
});

test('an agreement with movements that nobody knows is the one called by the town abroad in which it was signed', () => {
  const signed = `الحكومة والحركات توقع اتفاق سلام في نيروبي

السبت 3 تشرين الأول 2020

وقعت الحكومة السودانية وفصائل الحقول السبت في نيروبي اتفاق سلام ينهي النزاع.`;
  const later = (date: string, what: string) => `الوزير يتحدث عن السلام

${date}

قال الوزير السوداني سالم كريم إن ${what} باق وإن الموقعين عليه في صف الدولة.`;
  checkStory({ a: signed, b: later('5 أيار 2023', 'اتفاق نيروبي للسلام') }, ['a b: signed 2020-10-03']);
  // of something else, or spoken of before it was signed
  checkStory({ a: signed, b: later('5 أيار 2023', 'اتفاق نيروبي للتجارة') }, ['a: signed 2020-10-03', 'b: signed —']);
  checkStory({ a: signed, b: later('5 أيار 2019', 'اتفاق نيروبي للسلام') }, ['a: signed 2020-10-03', 'b: signed —']);
  // two that were signed there
  const other = signed.replace('3 تشرين الأول 2020', '5 تشرين الأول 2019').replace('فصائل الحقول', 'فصائل الجبال');
  checkStory({ a: signed, b: later('5 أيار 2023', 'اتفاق نيروبي للسلام'), c: other }, [
    'a: signed 2020-10-03',
    'b: signed —',
    'c: signed 2019-10-05',
  ]);
});

test('of a document only the month is said: it is the one of its kind in that month', () => {
  const signed = `توقيع اتفاق

الجمعة 10 آذار 2023

وقع الوزير المصري سامر الحداد ونظيره الليبي كريم الفهدي في تونس اليوم اتفاقا بين مصر وليبيا.`;
  const told = (month: string) => `الوزير يستعرض المستجدات

الأحد 3 أيلول 2023

تحدث ماهر العاني عن المستجدات بعد الاتفاق بين مصر وليبيا على استئناف العلاقات، الذي أعلن في ${month} الماضي.`;
  checkStory({ a: signed, b: told('آذار') }, ['a b: announced, signed 2023-03-10']);
  checkStory({ a: signed, b: told('نيسان') }, ['a: signed 2023-03-10', 'b: announced 2023-04']);
});
