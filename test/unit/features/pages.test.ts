/** What the pages of the client are made of: the reading of an article, steps from mention to mention, concordance, dossier. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OutlinedArticle, outlineOf } from '../../../server/src/corpus/article.ts';
import { Texts, textHash } from '../../../server/src/corpus/texts.ts';
import { concordance } from '../../../server/src/features/concordance.ts';
import { dossier } from '../../../server/src/features/dossier.ts';
import { filedFrom } from '../../../server/src/features/filed-from.ts';
import type { Piece } from '../../../server/src/features/pieces.ts';
import { type Reading, reading } from '../../../server/src/features/reading.ts';
import { type Step, step } from '../../../server/src/features/step.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import type { Entity } from '../../../server/src/resolve/entities.ts';
import { MemoryFileDoor } from '../corpus/memory-door.ts';
import { LATER, MEETING, offsetIn, reports, SIGNING } from './reports.ts';

const snapshot = reports();
function articleOf(text: string): OutlinedArticle {
  const facts = recognize(text);
  const texts = new Texts(new MemoryFileDoor(), 0, 0);
  texts.open('a.txt', textHash(text), text);
  return new OutlinedArticle('a.txt', { outline: outlineOf(text, 'utf8', facts), facts, given: null }, null, texts);
}
const entity = (id: string) => snapshot.resolution.entities.get(id) as Entity;
const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** The lines of an article by the part that they are. */
function checkParts(text: string, expected: readonly (readonly [kind: string, words: string])[]): void {
  const withArticle = { ...snapshot, articles: new Map([...snapshot.articles, ['a.txt', articleOf(text)]]) };
  const { parts } = reading(withArticle, 'a.txt', 'ar') as Reading;
  assert.deepEqual(
    parts.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    expected,
  );
}

test('every line with a word is a part of the page, those that its head stands for among them', () => {
  checkParts(
    [
      'وزير النقل يفتتح محطة الحاويات في الميناء',
      'الأحد 14 آذار 2021 | آخر تحديث 18:40',
      '',
      'افتتح وزير النقل أمس محطة جديدة في الميناء، وقال إن العمل فيها يبدأ الأسبوع المقبل.\r',
      'وزير النقل يفتتح محطة الحاويات في الميناء',
      'اقرأ أيضاً: الميناء في أرقام',
    ].join('\n'),
    [
      ['title', 'وزير النقل يفتتح محطة الحاويات في الميناء'],
      ['apart', 'الأحد 14 آذار 2021 | آخر تحديث 18:40'],
      ['paragraph', 'افتتح وزير النقل أمس محطة جديدة في الميناء، وقال إن العمل فيها يبدأ الأسبوع المقبل.'],
      ['paragraph', 'وزير النقل يفتتح محطة الحاويات في الميناء'],
      ['furniture', 'اقرأ أيضاً: الميناء في أرقام'],
    ],
  );
});

function checkPlace(text: string, expected: string | null): void {
  assert.equal(filedFrom(articleOf(text)), expected, text.split('\n')[0]);
}

const BODY = 'افتتح وزير النقل أمس محطة جديدة للحاويات في الميناء الكبير، وقال إن العمل فيها يبدأ الأسبوع المقبل.';
const HEADLINE = 'وزير النقل يفتتح محطة الحاويات الجديدة في الميناء';

test('where a report was filed from, however its agency writes it', () => {
  checkPlace(`${HEADLINE}\nبغداد / واع\n\n${BODY}`, 'بغداد');
  checkPlace(`${HEADLINE}\n\nصنعاء – ${BODY}`, 'صنعاء');
  checkPlace(`${HEADLINE}\n\nتونس (وات) – ${BODY}`, 'تونس');
  checkPlace(`الخرطوم في 2 مارس 2021 /أ ش أ/ ${BODY}`, 'الخرطوم');
  checkPlace(`${HEADLINE}\nالرياض 14 جمادى الأولى 1444 هـ الموافق 08 ديسمبر 2022 م\n${BODY}`, 'الرياض');
  checkPlace(`${HEADLINE}\n\nالقاهرة: «صحيفة النهار»\n${BODY}`, 'القاهرة');
});

test('a place that a report speaks of is not where it was filed', () => {
  checkPlace(`${HEADLINE}\n\n${BODY}`, null);
  checkPlace(`بغداد وطهران تضعان التعاون على الورق\n\n${BODY}`, null);
  checkPlace(`${HEADLINE}\n\nبغداد، عاصمة العراق، استقبلت أمس وزير النقل. ${BODY}`, null);
  checkPlace(`${HEADLINE}\nآخر تحديث: 18/9/2023 (بتوقيت مكة المكرمة)\n\n${BODY}`, null);
  checkPlace(`${HEADLINE}\n\nإيران - ${BODY}`, null);
});

test('a mark says whom it means, also where it names only an office, and an open one says nobody', () => {
  const { text } = snapshot.articles.get(MEETING) ?? { text: '' };
  const { marks, entities, title, date, length } = reading(snapshot, MEETING, 'ar') as Reading;
  const meant = (words: string, nth = 1) => {
    const offset = offsetIn(snapshot, MEETING, words, { nth, plus: 0 });
    const mark = marks.find(({ start }) => start === offset);
    return mark?.entity === null ? null : entities[mark?.entity ?? -1]?.id;
  };
  assert.equal(length, text.length);
  assert.equal(title, 'وزير الدفاع العراقي يزور طهران');
  assert.equal(date?.value, '2020-11-15');
  assert.equal(meant('سالم الراوي'), 'person:salim');
  assert.equal(meant('وزير الدفاع'), 'person:salim', 'the office alone stands for its holder');
  assert.equal(meant('العراقي'), 'person:salim', 'who points into it asks about the minister');
  assert.equal(meant('وزير الدفاع', 2), 'office:defence', 'beside the name it is the office');
  assert.equal(meant('المسعودي'), null);
  assert.equal(meant('أمس'), null);
});

/** Where a step leads: article and offset of the words. */
function checkStep(
  id: string,
  from: readonly [path: string, words: string, nth?: number],
  how: Partial<Step>,
  expected: readonly [path: string, words: string, nth?: number] | null,
): void {
  const at = ([path, words, nth = 1]: typeof from) => offsetIn(snapshot, path, words, { nth, plus: 0 });
  const found = step(snapshot, entity(id), from[0], at(from), { towards: 'next', elsewhere: false, ...how });
  assert.deepEqual(
    found && [found.article, found.span.start],
    expected && [expected[0], at(expected)],
    `${id} from ${from.join(' ')}`,
  );
}

test('from one mention of a person to the next, on into the next article by date, and no further than the last', () => {
  checkStep('person:salim', [MEETING, 'سالم الراوي'], {}, [MEETING, 'الراوي', 2]);
  checkStep('person:salim', [MEETING, 'الوزير العراقي'], {}, [SIGNING, 'سالم الراوي']);
  checkStep('person:salim', [MEETING, 'سالم الراوي'], { elsewhere: true }, [SIGNING, 'سالم الراوي']);
  checkStep('person:salim', [SIGNING, 'سالم الراوي'], { towards: 'previous' }, [MEETING, 'الوزير العراقي']);
  checkStep('person:salim', [SIGNING, 'الراوي', 2], { towards: 'previous', elsewhere: true }, [
    MEETING,
    'وزير الدفاع العراقي',
  ]);
  checkStep('person:salim', [LATER, 'سالم الراوي'], {}, null);
  checkStep('person:karim', [MEETING, 'كريم نوري'], { towards: 'previous' }, null);
});

test('a concordance has every mention with what stands around it, by date', () => {
  const { total, lines, articles } = concordance(snapshot, entity('person:salim'), 100);
  assert.equal(total, lines.length);
  assert.deepEqual(
    lines.map(({ article, words }) => [articles[article]?.path, words]),
    [
      [MEETING, 'وزير الدفاع العراقي'],
      [MEETING, 'سالم الراوي'],
      [MEETING, 'الراوي'],
      [MEETING, 'الوزير العراقي'],
      [SIGNING, 'سالم الراوي'],
      [SIGNING, 'الراوي'],
      [LATER, 'سالم الراوي'],
    ],
  );
  const [, second] = lines;
  assert.ok(second?.before.endsWith('بحث وزير الدفاع العراقي اللواء '), 'up to the name');
  assert.match(second?.after ?? '', /^ مع أمين المجلس .*بين العراق وإيران قريبة\.$/, 'to the end of the paragraph');
});

test('a concordance that is cut short says how many there are', () => {
  const { total, lines, articles } = concordance(snapshot, entity('person:salim'), 2);
  assert.deepEqual([total, lines.length, articles.length], [7, 2, 1]);
});

function checkDossier(id: string, expected: readonly string[]): void {
  const { statements, total } = dossier(snapshot, entity(id), 'ar', 100);
  assert.equal(total, statements.length);
  assert.deepEqual(
    statements.map(({ kind, date, claim, quote }) => `${date} ${kind} ${textOf(claim)} «${quote.words}»`),
    expected,
  );
}

test('the dossier of a person has offices, ranks and signatures by date, and each other article once', () => {
  checkDossier('person:salim', [
    '2020-11-15 office وزير الدفاع العراقي «وزير الدفاع العراقي»',
    '2020-11-15 rank اللواء «اللواء»',
    '2021-03-02 signature مذكرة تفاهم أمنية بين العراق وإيران، بصفة وزير الدفاع العراقي «وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران»',
    '2022-06-01 mention ذُكر مرة واحدة «سالم الراوي»',
  ]);
});

test('the dossier of an office has its holders, that of an agreement its states and signatories', () => {
  checkDossier('office:defence', [
    '2020-11-15 office سالم الراوي «وزير الدفاع العراقي»',
    '2022-06-01 office ماجد العبيدي «وزير الدفاع العراقي»',
  ]);
  const { statements, summary } = dossier(snapshot, entity('agreement:security'), 'en', 100);
  assert.deepEqual(
    statements.map(({ kind, claim }) => `${kind} ${textOf(claim)}`),
    ['mention 1 mention', 'state signed', 'signature سالم الراوي, as وزير الدفاع العراقي'],
  );
  assert.ok(summary.some(({ pieces }) => textOf(pieces).startsWith('Parties: العراق')));
});

test('a statement leads to where its quotation stands', () => {
  const [first] = dossier(snapshot, entity('person:karim'), 'ar', 1).statements;
  const { text } = snapshot.articles.get(first?.target.article ?? '') ?? { text: '' };
  assert.equal(
    text.slice(first?.target.span.start, first?.target.span.end),
    'أمين المجلس الأعلى للأمن القومي الإيراني',
  );
  assert.match(textOf(first?.article ?? []), /وزير الدفاع العراقي يزور طهران، 15 نوفمبر 2020/);
});
