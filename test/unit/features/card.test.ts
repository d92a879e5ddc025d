/** What a card says. Cards are compared as plain text, with the places their rows lead to; markup has its own tests. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { cardAt, cardOf } from '../../../server/src/features/card.ts';
import { renderText } from '../../../server/src/features/card-text.ts';
import type { Language } from '../../../server/src/features/language.ts';
import type { ArticleSpec, EntitySpecs } from './corpus.ts';
import { corpus } from './corpus.ts';
import { LATER, MEETING, offsetIn, reports, SIGNING } from './reports.ts';

const snapshot = reports();

interface Asked {
  readonly language?: Language;
  readonly nth?: number;
  readonly of?: Snapshot;
}

const locate = ({ article, span }: { article: string; span: { start: number } }) =>
  `${article.replace(/^.*\/|\.txt$/g, '')}@${span.start}`;

function textAt(path: string, words: string, { language = 'ar', nth = 1, of = snapshot }: Asked = {}): string | null {
  const found = cardAt(of, path, offsetIn(of, path, words, { nth }), language);
  return found && renderText(found.card, { locate });
}

function checkCard(path: string, words: string, expected: string | null, asked: Asked = {}): void {
  assert.equal(textAt(path, words, asked), expected);
}

test('a person whose office this article gives', () => {
  checkCard(
    MEETING,
    'سالم الراوي',
    `سالم الراوي
Salim al-Rawi · اللواء

المنصب في هذا المقال، 15 نوفمبر 2020
  وزير الدفاع العراقي  (meeting@0)

اتفاقات موقّعة
  مذكرة تفاهم أمنية بين العراق وإيران، 2 مارس 2021، بصفة وزير الدفاع العراقي  (signing@39)

في مقالين آخرين
  العراق وإيران يوقعان مذكرة تفاهم أمنية، 2 مارس 2021 — ذُكر مرتين  (signing@55)
    «وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران في بغداد.»
  قال حامد الراوي إن سالم الراوي شارك في المفاوضات. وأكد وزير الدفاع العراقي ماجد العبيدي…، 1 يونيو 2022 (لا يذكره النص) — ذُكر مرة واحدة  (later@19)
    «قال حامد الراوي إن سالم الراوي شارك في المفاوضات.»

سبب هذه القراءة
  إلى جانب الاسم منصب: وزير الدفاع العراقي  (meeting@35)`,
  );
});

test('a person whose office only another article gives, in English', () => {
  checkCard(
    SIGNING,
    'كريم نوري',
    `كريم نوري
Karim Nuri

Office by the articles nearest in time; this one does not say
  أمين المجلس الأعلى للأمن القومي الإيراني — وزير الدفاع العراقي يزور طهران, 15 November 2020, 4 months before this article  (meeting@77)

In 1 other article
  وزير الدفاع العراقي يزور طهران, 15 November 2020 — 1 mention  (meeting@118)
    «بحث وزير الدفاع العراقي اللواء سالم الراوي مع أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري أمن الحدود.»`,
    { language: 'en' },
  );
});

test('a person of whom no article gives an office', () => {
  assert.match(textAt(LATER, 'حامد الراوي') ?? '', /لا يذكر أي مقال في هذه المجموعة منصبًا/);
  assert.match(textAt(LATER, 'حامد الراوي') ?? '', /لا ذكر في أي مقال آخر/);
});

test('an office alone shows its holder first, with the words that were read', () => {
  const card = textAt(MEETING, 'الوزير العراقي') ?? '';
  assert.match(
    card,
    /^سالم الراوي\nSalim al-Rawi · اللواء\n\nالمقصود هنا بعبارة الوزير العراقي\n\nالمنصب في هذا المقال/,
  );
});

test('the office in the words of the article, and in full where those leave something out', () => {
  const of = corpus(
    {
      'a.txt': {
        text: 'التقى رئيس الوزراء سالم الراوي',
        date: '2020-01-01',
        mentions: [
          { words: 'رئيس الوزراء', entity: 'office:premier', attached: true },
          { words: 'سالم الراوي', entity: 'person:salim' },
        ],
      },
    },
    {
      persons: {
        'person:salim': {
          name: 'سالم الراوي',
          offices: [
            {
              office: 'office:premier',
              path: 'a.txt',
              words: 'رئيس الوزراء سالم الراوي',
              title: 'رئيس مجلس الوزراء العراقي',
            },
          ],
        },
      },
      offices: { 'office:premier': { name: 'رئيس مجلس الوزراء العراقي' } },
    },
  );
  assert.match(
    textAt('a.txt', 'سالم', { of }) ?? '',
    /المنصب في هذا المقال، 1 يناير 2020\n {2}رئيس الوزراء · رئيس مجلس الوزراء العراقي {2}\(a@6\)/,
  );
});

test('an open mention: candidates and reasons', () => {
  checkCard(
    MEETING,
    'المسعودي',
    `المسعودي
شخص

لم يتبيّن من المقصود هنا أو ما المقصود

قد يكون المقصود
  حامد الراوي · Hamid al-Rawi  (later@4)
  ماجد العبيدي · Majid al-Ubaydi · وزير الدفاع العراقي  (later@75)

سبب هذه القراءة
  الاسم متعلق بفعل قول أو لقاء
  ينطبق على أكثر من واحد`,
  );
});

test('an office: its holders with the dates that attest them', () => {
  checkCard(
    LATER,
    'وزير الدفاع',
    `وزير الدفاع العراقي
Office

Country: Iraq

Holders with the dates of the articles that attest them
  سالم الراوي: attested 15 November 2020  (later@19)
  ماجد العبيدي: attested 1 June 2022 (not stated in the text) · in this article  (later@75)

In 1 other article
  وزير الدفاع العراقي يزور طهران, 15 November 2020 — 2 mentions  (meeting@0)`,
    { language: 'en' },
  );
});

test('an agreement: kind, state, date, place, parties, signatories, other articles', () => {
  checkCard(
    MEETING,
    'بين العراق',
    `مذكرة تفاهم أمنية بين العراق وإيران
مذكرة تفاهم

الحالة: موقّعة · 2 مارس 2021  (signing@39)
التاريخ: 2 مارس 2021
مكان التوقيع: بغداد  (meeting@215)
الأطراف: العراق، إيران  (meeting@12)
الموقّعون: سالم الراوي (وزير الدفاع العراقي)  (signing@39)

في مقال آخر
  العراق وإيران يوقعان مذكرة تفاهم أمنية، 2 مارس 2021 — ذُكر مرة واحدة  (signing@67)
    «وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران في بغداد.»`,
  );
});

test('an organisation: its state, its offices and their holders', () => {
  checkCard(
    MEETING,
    'المجلس الأعلى',
    `المجلس الأعلى للأمن القومي
Organisation

Country: Iran

Offices and holders in this corpus
  أمين المجلس الأعلى للأمن القومي الإيراني: كريم نوري  (meeting@77)

In no other article of this corpus.`,
    { language: 'en' },
  );
});

test('a place: its kind, its state, its Latin name', () => {
  assert.match(textAt(MEETING, 'بغداد') ?? '', /^بغداد\nعاصمة · Baghdad\n\nالدولة: العراق\n/);
});

test('a date: its value, and what a relative one is reckoned from', () => {
  checkCard(
    MEETING,
    'أمس',
    `السبت، 14 نوفمبر/تشرين الثاني 2020
أمس

محسوب من تاريخ المقال، 15 نوفمبر 2020: قبل يوم واحد
ISO 8601: 2020-11-14`,
  );
  const yearless = corpus({ 'a.txt': { text: 'في 5 أغسطس', dates: [{ words: '5 أغسطس', value: 'XXXX-08-05' }] } });
  assert.match(textAt('a.txt', '5 أغسطس', { of: yearless, language: 'en' }) ?? '', /The text does not give the year\./);
});

test('plain words have no card', () => {
  checkCard(MEETING, 'بحث', null);
  checkCard('none.txt', 'بحث', null);
});

test('the card of an entity by itself lists all articles and gives no reasons', () => {
  const person = snapshot.resolution.entities.get('person:karim');
  assert.ok(person);
  assert.equal(
    renderText(cardOf(snapshot, person, 'en')),
    `كريم نوري
Karim Nuri

Offices with the dates of the articles that attest them, not of taking office
  أمين المجلس الأعلى للأمن القومي الإيراني: attested 15 November 2020

2 articles
  وزير الدفاع العراقي يزور طهران, 15 November 2020 — 1 mention
    «بحث وزير الدفاع العراقي اللواء سالم الراوي مع أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري أمن الحدود.»
  العراق وإيران يوقعان مذكرة تفاهم أمنية, 2 March 2021 — 1 mention
    «وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران في بغداد.»`,
  );
});

test('of many other articles the first ten by date are listed, the rest counted', () => {
  const articles: Record<string, ArticleSpec> = {};
  for (let day = 1; day <= 25; day++) {
    articles[`${day}.txt`] = {
      text: `زار سالم الراوي بغداد ${day}`,
      date: `2020-01-${String(26 - day).padStart(2, '0')}`,
      mentions: [{ words: 'سالم الراوي', entity: 'person:salim' }],
    };
  }
  const entities: EntitySpecs = { persons: { 'person:salim': { name: 'سالم الراوي' } } };
  const card = textAt('1.txt', 'سالم', { of: corpus(articles, entities) }) ?? '';
  assert.match(card, /في 24 مقالًا آخر\n {2}زار سالم الراوي بغداد 25، 1 يناير 2020/);
  assert.match(card, /بغداد 16، 10 يناير 2020[^\n]*\n[^\n]*\n {2}و14 مقالًا آخر$/);
});

test('a sentence as long as a file is quoted around the mention only', () => {
  const long = `${'كلام طويل '.repeat(50_000)}سالم الراوي${' ثم كلام آخر'.repeat(50_000)}`;
  const of = corpus(
    {
      'a.txt': { text: long, mentions: [{ words: 'سالم الراوي', entity: 'person:salim' }] },
      'b.txt': { text: 'سالم الراوي', mentions: [{ words: 'سالم الراوي', entity: 'person:salim' }] },
    },
    { persons: { 'person:salim': { name: 'سالم الراوي' } } },
  );
  const card = textAt('b.txt', 'سالم', { of }) ?? '';
  assert.ok(card.length < 1000, `${card.length} characters`);
  assert.match(
    card,
    /«…طويل (كلام طويل )+سالم الراوي( ثم كلام آخر)+ ثم( كلام)?…»|«…(كلام طويل )+سالم الراوي( ثم كلام آخر)+[^»]*…»/,
  );
});
