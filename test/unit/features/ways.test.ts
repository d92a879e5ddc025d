/** Ways from a mention: the office, the articles about an agreement, bodies and their parts, wider selections, foldings, the directory. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { bodyAt, bodyOf, parts, wholes } from '../../../server/src/features/body-hierarchy.ts';
import type { Definition } from '../../../server/src/features/definition.ts';
import { about, articlesIn, findNames, namesPage, peopleIn, years } from '../../../server/src/features/directory.ts';
import { foldings } from '../../../server/src/features/folding.ts';
import { implementation } from '../../../server/src/features/implementation.ts';
import { selections } from '../../../server/src/features/selection.ts';
import { typeDefinition } from '../../../server/src/features/type-definition.ts';
import { corpus, spanOf } from './corpus.ts';
import { LATER, MEETING, offsetIn, reports, SIGNING } from './reports.ts';

function checkTargets(
  snapshot: Snapshot,
  found: Definition | null,
  expected: readonly (readonly [string, string])[],
): void {
  assert.deepEqual(
    found?.targets.map(({ article, span }) => [
      article,
      snapshot.articles.get(article)?.text.slice(span.start, span.end),
    ]),
    expected,
  );
}

test('from a person to the office, where that is introduced', () => {
  const snapshot = reports();
  const from = (path: string, words: string, nth = 1) =>
    typeDefinition(snapshot, path, offsetIn(snapshot, path, words, { nth }));
  checkTargets(snapshot, from(SIGNING, 'الراوي'), [[MEETING, 'وزير الدفاع العراقي']]);
  checkTargets(snapshot, from(MEETING, 'كريم نوري'), [[MEETING, 'أمين المجلس الأعلى للأمن القومي الإيراني']]);
  assert.equal(from(LATER, 'حامد الراوي'), null, 'nobody says what he is');
  assert.equal(from(MEETING, 'بغداد'), null);
});

test('from an agreement to the articles about it', () => {
  const snapshot = reports();
  const at = offsetIn(snapshot, MEETING, 'الاتفاقية');
  checkTargets(snapshot, implementation(snapshot, MEETING, at), [
    [MEETING, 'الاتفاقية بين العراق وإيران'],
    [SIGNING, 'مذكرة تفاهم أمنية بين العراق وإيران'],
  ]);
  assert.equal(implementation(snapshot, MEETING, offsetIn(snapshot, MEETING, 'كريم نوري')), null);
});

test('an office is part of its organisation, that of its state, and a committee of the house that it is named after', () => {
  const text = 'اجتمعت لجنة الأمن في مجلس النواب العراقي مع رئيس مجلس النواب في العراق';
  const snapshot = corpus(
    {
      a: {
        text,
        mentions: [
          { words: 'لجنة الأمن في مجلس النواب', entity: 'organization:committee' },
          { words: 'مجلس النواب', entity: 'organization:house' },
          { words: 'رئيس مجلس النواب', entity: 'office:speaker' },
          { words: 'العراق', nth: 2, entity: 'place:IQ' },
        ],
      },
    },
    {
      organizations: {
        'organization:house': { name: 'مجلس النواب', country: 'IQ', offices: ['office:speaker'] },
        'organization:committee': { name: 'لجنة الأمن في مجلس النواب' },
      },
      offices: { 'office:speaker': { name: 'رئيس مجلس النواب', organization: 'organization:house', country: 'IQ' } },
      places: { 'place:IQ': { name: 'العراق', country: 'IQ', type: 'state' } },
    },
  );
  const ids = (bodies: readonly { id: string }[]) => bodies.map(({ id }) => id);
  const body = (id: string) => bodyOf(snapshot, id) ?? assert.fail(id);
  assert.equal(bodyAt(snapshot, 'a', text.indexOf('لجنة') + 1)?.id, 'organization:committee');
  assert.deepEqual(ids(wholes(snapshot, body('office:speaker'))), ['organization:house']);
  assert.deepEqual(ids(wholes(snapshot, body('organization:committee'))), ['organization:house']);
  assert.deepEqual(ids(wholes(snapshot, body('organization:house'))), ['place:IQ']);
  assert.deepEqual(ids(wholes(snapshot, body('place:IQ'))), []);
  assert.deepEqual(ids(parts(snapshot, body('organization:house'))), ['organization:committee', 'office:speaker']);
  assert.deepEqual(ids(parts(snapshot, body('place:IQ'))), ['organization:house']);
});

test('a selection widens from the word to the name, the clause, the sentence, the paragraph and the article', () => {
  const text = 'زيارة\nوصل أمس، والتقى الوزير سالم الراوي، وفداً. ثم غادر.';
  const snapshot = corpus({ a: { text, titled: true, mentions: [{ words: 'سالم الراوي', entity: 'person:salim' }] } });
  const widened = selections(snapshot, 'a', text.indexOf('الراوي') + 2).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(widened, [
    'الراوي',
    'سالم الراوي',
    'والتقى الوزير سالم الراوي',
    'وصل أمس، والتقى الوزير سالم الراوي، وفداً.',
    'وصل أمس، والتقى الوزير سالم الراوي، وفداً. ثم غادر.',
    text,
  ]);
});

test('a selection in a name across a clause, at the ends of the text and in an empty one', () => {
  const text = 'الوزير سالم، الراوي';
  const snapshot = corpus({ a: { text, mentions: [{ words: 'سالم، الراوي', entity: null }] }, b: { text: '' } });
  for (let offset = 0; offset <= text.length; offset++) {
    const spans = selections(snapshot, 'a', offset);
    assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
    for (const [i, span] of spans.slice(1).entries()) {
      const inner = spans[i] ?? span;
      assert.ok(span.start <= inner.start && span.end >= inner.end);
    }
  }
  assert.deepEqual(selections(snapshot, 'b', 0), []);
});

test('site furniture folds in runs', () => {
  const text = 'مشاركة\n\n+ الخط -\nوصل الوزير.\nدلالات';
  const snapshot = corpus({ a: { text } });
  const article = snapshot.articles.get('a') ?? assert.fail();
  const furniture = ['مشاركة', '+ الخط -', 'دلالات'].map((words) => spanOf(text, words));
  const articles = new Map([...snapshot.articles, ['a', { ...article, facts: { ...article.facts, furniture } }]]);
  assert.deepEqual(
    foldings({ ...snapshot, articles }, 'a').map(({ start, end }) => text.slice(start, end)),
    ['مشاركة\n\n+ الخط -', 'دلالات'],
  );
});

test('the people of an article in the order of mention, a person’s offices and articles, an office’s holders', () => {
  const snapshot = reports();
  assert.deepEqual(
    peopleIn(snapshot, MEETING).map(({ name, latin, detail }) => [name, latin, detail]),
    [
      ['سالم الراوي', 'Salim al-Rawi', 'وزير الدفاع العراقي'],
      ['كريم نوري', 'Karim Nuri', 'أمين المجلس الأعلى للأمن القومي الإيراني'],
    ],
  );
  const salim = about(snapshot, 'person:salim');
  assert.deepEqual(
    salim?.related.map(({ kind, name, attested }) => [kind, name, attested]),
    [['office', 'وزير الدفاع العراقي', ['2020-11-15', '2020-11-15']]],
  );
  assert.deepEqual(
    salim?.articles.map(({ path }) => path),
    [MEETING, SIGNING, LATER],
  );
  assert.deepEqual(
    about(snapshot, 'office:defence')?.related.map(({ name }) => name),
    ['سالم الراوي', 'ماجد العبيدي'],
  );
  assert.equal(about(snapshot, 'place:IQ'), null);
});

test('by letter, by year, by what is typed', () => {
  const snapshot = reports();
  assert.deepEqual(
    namesPage(snapshot, 'person', 'س', null, 10).entries.map(({ name }) => name),
    ['سالم الراوي'],
  );
  assert.deepEqual(years(snapshot), ['2022', '2021', '2020']);
  assert.deepEqual(
    articlesIn(snapshot, '2021', 0, 10).articles.map(({ path }) => path),
    [SIGNING],
  );
  assert.deepEqual(
    findNames(snapshot, 'الراوي', 10).map(({ name }) => name),
    ['سالم الراوي', 'حامد الراوي'],
  );
});
