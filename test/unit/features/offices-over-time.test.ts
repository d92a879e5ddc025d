/** What a card says of offices and ranks over time: what was attested and when, and never more than that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { type CardOptions, cardAt } from '../../../server/src/features/card.ts';
import { renderText } from '../../../server/src/features/card-text.ts';
import type { Manner } from '../../../server/src/recognize/facts.ts';
import type { ArticleSpec } from './corpus.ts';
import { corpus } from './corpus.ts';
import { offsetIn } from './reports.ts';

interface Report {
  readonly date?: string;
  readonly text: string;
  /** Offices by the words that give them. */
  readonly offices?: readonly (readonly [words: string, office: string, how?: 'former' | Manner])[];
  readonly rank?: string;
}

/** Reports that all name one man, «سالم الراوي», and another, «ماجد العبيدي», where they do. */
function career(reports: Readonly<Record<string, Report>>): Snapshot {
  const articles: Record<string, ArticleSpec> = {};
  const held = { 'person:salim': [], 'person:majid': [] } as Record<
    string,
    { office: string; path: string; words: string; former: boolean; manner?: Manner }[]
  >;
  const ranks: [string, string][] = [];
  for (const [path, { text, date, offices = [], rank }] of Object.entries(reports)) {
    const person = text.includes('سالم الراوي') ? 'person:salim' : 'person:majid';
    articles[path] = {
      text,
      ...(date !== undefined && { date }),
      mentions: [
        { words: person === 'person:salim' ? 'سالم الراوي' : 'ماجد العبيدي', entity: person },
        ...offices.map(([words, office]) => ({ words, entity: office, holder: person, attached: true })),
      ],
    };
    for (const [words, office, how] of offices)
      held[person]?.push({
        office,
        path,
        words,
        former: how === 'former',
        ...(how !== undefined && how !== 'former' && { manner: how }),
      });
    if (rank !== undefined) ranks.push([rank, path]);
  }
  return corpus(articles, {
    persons: {
      'person:salim': { name: 'سالم الراوي', offices: held['person:salim'] ?? [], ranks },
      'person:majid': { name: 'ماجد العبيدي', offices: held['person:majid'] ?? [] },
    },
    offices: {
      'office:transport': { name: 'وزير النقل' },
      'office:defence': { name: 'وزير الدفاع' },
    },
  });
}

/** The sections of the card for `words` in `path`, each `heading` with its rows; what stands before the first heading left out. */
function sections(of: Snapshot, path: string, words: string, options: CardOptions = {}): Record<string, string[]> {
  const found = cardAt(of, path, offsetIn(of, path, words), 'en', options);
  assert.ok(found, `no card for «${words}»`);
  const parts = renderText(found.card).split('\n\n').slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [heading = '', ...rows] = part.split('\n');
      return [heading, rows.map((row) => row.trim())];
    }),
  );
}

const THEN = 'Office by the articles nearest in time; this one does not say';
const OVER_TIME = 'Offices with the dates of the articles that attest them, not of taking office';
const HOLDERS = 'Holders with the dates of the articles that attest them';

const minister = career({
  'a.txt': { date: '2016-01-10', text: 'قال وزير النقل سالم الراوي', offices: [['وزير النقل', 'office:transport']] },
  'b.txt': { date: '2019-01-13', text: 'زار وزير الدفاع سالم الراوي', offices: [['وزير الدفاع', 'office:defence']] },
  'c.txt': { date: '2020-07-21', text: 'وصل وزير الدفاع سالم الراوي', offices: [['وزير الدفاع', 'office:defence']] },
  'd.txt': {
    date: '2021-02-09',
    text: 'تحدث وزير الدفاع السابق سالم الراوي',
    offices: [['وزير الدفاع', 'office:defence', 'former']],
  },
  'between.txt': { date: '2019-06-01', text: 'سالم الراوي في حفل' },
  'near.txt': { date: '2016-02-10', text: 'سالم الراوي في معرض' },
  'after.txt': { date: '2021-03-01', text: 'سالم الراوي في ندوة' },
  'undated.txt': { text: 'سالم الراوي في صورة' },
});

test('an office attested before and after an article is what the person was then', () => {
  assert.deepEqual(sections(minister, 'between.txt', 'سالم')[THEN], [
    'وزير الدفاع — attested before and after this article: زار وزير الدفاع سالم الراوي, 13 January 2019; then وصل وزير الدفاع سالم الراوي, 21 July 2020',
  ]);
});

test('else the nearest article is asked, and how far off it is said', () => {
  assert.deepEqual(sections(minister, 'near.txt', 'سالم')[THEN], [
    'وزير النقل — قال وزير النقل سالم الراوي, 10 January 2016, 31 days before this article',
  ]);
});

test('an office that was called former by then is not what the person was', () => {
  const then = sections(minister, 'after.txt', 'سالم')[THEN] ?? [];
  assert.deepEqual(
    then.filter((row) => row.startsWith('وزير الدفاع')),
    [],
  );
});

test('offices over time are attested dates, with the one on which they are called former', () => {
  assert.deepEqual(sections(minister, 'b.txt', 'سالم')[OVER_TIME], [
    'وزير النقل: attested 10 January 2016',
    'وزير الدفاع: attested 13 January 2019 … 21 July 2020 · 2 articles · formerly: attested 9 February 2021',
  ]);
});

test('an article without a date claims nothing of the time', () => {
  const shown = sections(minister, 'undated.txt', 'سالم');
  assert.equal(shown[THEN], undefined);
  assert.equal(shown[OVER_TIME]?.length, 2);
});

test('the wording in Arabic speaks of mentions, not of terms of office', () => {
  const found = cardAt(minister, 'between.txt', 0, 'ar');
  const card = found === null ? '' : renderText(found.card);
  assert.match(card, /المناصب بتواريخ ذكرها في المقالات، لا بتواريخ توليها/);
  assert.match(card, /وزير الدفاع: ورد في 13 يناير 2019 … 21 يوليو 2020 · مقالان · سابقًا: ورد في 9 فبراير 2021/);
  assert.match(card, /ورد قبل هذا المقال وبعده/);
});

test('ranks and their changes, with the dates that attest them', () => {
  const of = career({
    'a.txt': { date: '2017-07-23', text: 'العميد سالم الراوي', rank: 'العميد' },
    'b.txt': { date: '2018-05-01', text: 'العميد سالم الراوي', rank: 'العميد' },
    'c.txt': { date: '2020-11-15', text: 'اللواء سالم الراوي', rank: 'اللواء' },
  });
  assert.deepEqual(sections(of, 'c.txt', 'سالم')['Ranks with the dates that attest them'], [
    'العميد: attested 23 July 2017 … 1 May 2018 · 2 articles',
    'اللواء: attested 15 November 2020',
  ]);
});

test('one rank is said beside the name and needs no history', () => {
  const of = career({ 'a.txt': { date: '2017-07-23', text: 'العميد سالم الراوي', rank: 'العميد' } });
  assert.equal(sections(of, 'a.txt', 'سالم')['Ranks with the dates that attest them'], undefined);
});

test('an acting holder and one designate are called that', () => {
  const of = career({
    'a.txt': {
      date: '2020-01-01',
      text: 'وزير الدفاع بالوكالة سالم الراوي',
      offices: [['وزير الدفاع', 'office:defence', 'acting']],
    },
    'b.txt': {
      date: '2020-02-01',
      text: 'وزير النقل المكلف سالم الراوي',
      offices: [['وزير النقل', 'office:transport', 'designate']],
    },
  });
  assert.deepEqual(sections(of, 'a.txt', 'سالم')['Office in this article, 1 January 2020'], ['وزير الدفاع (acting)']);
  assert.deepEqual(sections(of, 'a.txt', 'سالم')[OVER_TIME], [
    'وزير الدفاع: acting · attested 1 January 2020',
    'وزير النقل: designate · attested 1 February 2020',
  ]);
});

test('holders of an office in order of time; who is only called former stands before the one who holds it then', () => {
  const of = career({
    'a.txt': { date: '2019-01-01', text: 'وزير الدفاع ماجد العبيدي', offices: [['وزير الدفاع', 'office:defence']] },
    'b.txt': { date: '2020-01-01', text: 'وزير الدفاع ماجد العبيدي', offices: [['وزير الدفاع', 'office:defence']] },
    'c.txt': {
      date: '2019-06-01',
      text: 'وزير الدفاع السابق سالم الراوي',
      offices: [['وزير الدفاع', 'office:defence', 'former']],
    },
  });
  // The office itself is asked about where no name stands beside it.
  const office = { ...of.resolution.mentions.get('a.txt')?.[0], attached: false, holder: null };
  const mentions = new Map([...of.resolution.mentions, ['a.txt', [office as never]]]);
  const alone = { ...of, resolution: { ...of.resolution, mentions } };
  assert.deepEqual(sections(alone, 'a.txt', 'وزير الدفاع')[HOLDERS], [
    'سالم الراوي: formerly: attested 1 June 2019',
    'ماجد العبيدي: attested 1 January 2019 … 1 January 2020 · 2 articles · in this article',
  ]);
});

test('up to the date of the article: nothing that only later articles say', () => {
  const shown = sections(minister, 'b.txt', 'سالم', { upToArticleDate: true });
  assert.deepEqual(shown[OVER_TIME], ['وزير النقل: attested 10 January 2016', 'وزير الدفاع: attested 13 January 2019']);
  assert.deepEqual(Object.keys(shown).slice(-2), [
    'In 2 other articles',
    'Only what articles up to 13 January 2019 say is shown.',
  ]);
  const between = sections(minister, 'between.txt', 'سالم', { upToArticleDate: true });
  assert.deepEqual(between[THEN], [
    'وزير الدفاع — زار وزير الدفاع سالم الراوي, 13 January 2019, 5 months before this article',
  ]);
});

test('up to the date of the article: a report of that month, without a day, may be later', () => {
  const of = career({
    'a.txt': { date: '2020-01-15', text: 'سالم الراوي في حفل' },
    'b.txt': { date: '2020-01', text: 'وزير الدفاع سالم الراوي', offices: [['وزير الدفاع', 'office:defence']] },
    'c.txt': { date: '2019', text: 'وزير النقل سالم الراوي', offices: [['وزير النقل', 'office:transport']] },
  });
  const shown = JSON.stringify(sections(of, 'a.txt', 'سالم', { upToArticleDate: true }));
  assert.match(shown, /وزير النقل/);
  assert.doesNotMatch(shown, /وزير الدفاع/);
});

test('up to the date of the article has no effect where it has none', () => {
  assert.deepEqual(
    sections(minister, 'undated.txt', 'سالم', { upToArticleDate: true }),
    sections(minister, 'undated.txt', 'سالم'),
  );
});
