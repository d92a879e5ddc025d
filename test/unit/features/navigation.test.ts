/** Definition, references, highlights, outline, symbols: where a reader can go from a mention. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition, sentenceAround } from '../../../server/src/features/definition.ts';
import { highlights } from '../../../server/src/features/highlights.ts';
import { type OutlineNode, outline } from '../../../server/src/features/outline.ts';
import { references } from '../../../server/src/features/references.ts';
import { symbols } from '../../../server/src/features/symbols.ts';
import type { Target } from '../../../server/src/features/target.ts';
import { corpus } from './corpus.ts';
import { LATER, MEETING, offsetIn, reports, SIGNING } from './reports.ts';

const snapshot = reports();

const words = ({ article, span }: Target) => snapshot.articles.get(article)?.text.slice(span.start, span.end);
const shown = (target: Target) => `${target.article}@${target.span.start} ${words(target)}`;

type Where = readonly [path: string, words: string, nth?: number];
const offsetOf = ([path, text, nth = 1]: Where) => offsetIn(snapshot, path, text, { nth });

/** The target of Go to Definition and the articles that Peek lists, in order. */
function checkDefinition(where: Where, expected: readonly (readonly [path: string, words: string])[] | null): void {
  const found = definition(snapshot, where[0], offsetOf(where));
  assert.deepEqual(found?.targets.map((target) => [target.article, words(target)]) ?? null, expected);
}

test('a short name leads to the full name in this article, then to the introductions of the others by date', () => {
  checkDefinition(
    [SIGNING, 'الراوي', 2],
    [
      [SIGNING, 'سالم الراوي'],
      [MEETING, 'سالم الراوي'],
      [LATER, 'سالم الراوي'],
    ],
  );
});

test('an office alone leads to where its holder is introduced', () => {
  checkDefinition(
    [MEETING, 'الوزير العراقي'],
    [
      [MEETING, 'سالم الراوي'],
      [SIGNING, 'سالم الراوي'],
      [LATER, 'سالم الراوي'],
    ],
  );
});

test('an agreement named only in passing here leads to its fullest mention in each article', () => {
  checkDefinition(
    [MEETING, 'بين العراق'],
    [
      [MEETING, 'الاتفاقية بين العراق وإيران'],
      [SIGNING, 'مذكرة تفاهم أمنية بين العراق وإيران'],
    ],
  );
});

test('an open mention and plain words lead nowhere', () => {
  checkDefinition([MEETING, 'المسعودي'], null);
  checkDefinition([MEETING, 'بحث'], null);
});

test('the definition says which words it starts from and shows the sentence around its target', () => {
  const found = definition(snapshot, SIGNING, offsetOf([SIGNING, 'الراوي', 2]));
  const { text } = snapshot.articles.get(SIGNING) ?? { text: '' };
  assert.equal(text.slice(found?.origin.start, found?.origin.end), 'الراوي');
  const around = found?.targets[0]?.around;
  assert.equal(
    text.slice(around?.start, around?.end),
    'وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران في بغداد.',
  );
});

test('a span that no sentence holds is its own surroundings', () => {
  const span = { start: 0, end: 10_000 };
  assert.deepEqual(sentenceAround(snapshot, { article: MEETING, span }), span);
  assert.deepEqual(sentenceAround(snapshot, { article: 'none.txt', span }), span);
});

test('an office, an organisation and a place lead to their first and fullest mention', () => {
  const named = corpus(
    {
      'a.txt': {
        text: 'زار المجلس. ثم زار المجلس الأعلى للقضاء',
        date: '2020-01-02',
        mentions: [
          { words: 'المجلس', entity: 'organization:council', form: 'short' },
          { words: 'المجلس الأعلى للقضاء', entity: 'organization:council' },
        ],
      },
      'b.txt': {
        text: 'المجلس الأعلى للقضاء اجتمع',
        date: '2020-01-01',
        mentions: [{ words: 'المجلس الأعلى للقضاء', entity: 'organization:council' }],
      },
    },
    { organizations: { 'organization:council': { name: 'المجلس الأعلى للقضاء' } } },
  );
  const found = definition(named, 'a.txt', 5);
  assert.deepEqual(
    found?.targets.map(({ article, span }) => [article, span.start]),
    [
      ['a.txt', 19],
      ['b.txt', 0],
    ],
  );
});

/** All references of what stands there, as `path@start words`. */
function checkReferences(where: Where, expected: readonly string[], includeDeclaration = true): void {
  const found = references(snapshot, where[0], offsetOf(where), { includeDeclaration });
  assert.deepEqual(found?.map(shown), expected);
}

test('references are all mentions in all articles by date, offices alone included', () => {
  checkReferences(
    [SIGNING, 'الراوي', 2],
    [
      `${MEETING}@0 وزير الدفاع العراقي`,
      `${MEETING}@62 سالم الراوي`,
      `${MEETING}@145 الراوي`,
      `${MEETING}@200 الوزير العراقي`,
      `${SIGNING}@55 سالم الراوي`,
      `${SIGNING}@118 الراوي`,
      `${LATER}@19 سالم الراوي`,
    ],
  );
});

test('without the declaration the introductions are left out', () => {
  checkReferences(
    [SIGNING, 'الراوي', 2],
    [
      `${MEETING}@0 وزير الدفاع العراقي`,
      `${MEETING}@145 الراوي`,
      `${MEETING}@200 الوزير العراقي`,
      `${SIGNING}@118 الراوي`,
    ],
    false,
  );
});

test('a man of the same surname has his own references', () => {
  checkReferences([LATER, 'حامد الراوي'], [`${LATER}@4 حامد الراوي`]);
});

test('an open mention refers to itself, plain words to nothing', () => {
  checkReferences([MEETING, 'المسعودي'], [`${MEETING}@239 المسعودي`]);
  assert.equal(references(snapshot, MEETING, offsetOf([MEETING, 'بحث']), { includeDeclaration: true }), null);
});

test('highlights are the mentions in this article only', () => {
  const found = highlights(snapshot, SIGNING, offsetOf([SIGNING, 'الراوي', 2]));
  assert.deepEqual(
    found?.map((span) => shown({ article: SIGNING, span })),
    [`${SIGNING}@55 سالم الراوي`, `${SIGNING}@118 الراوي`],
  );
  assert.equal(highlights(snapshot, SIGNING, offsetOf([SIGNING, 'في بغداد'])), null);
});

test('the outline has the title, the paragraphs by their first words and the entities by kind', () => {
  const nodes = outline(snapshot, SIGNING, 'ar') ?? [];
  assert.deepEqual(
    nodes.map(({ kind, name }) => [kind, name]),
    [
      ['title', 'العراق وإيران يوقعان مذكرة تفاهم أمنية'],
      ['paragraph', 'وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق…'],
      ['group', 'الأشخاص (2)'],
      ['group', 'الأماكن (3)'],
      ['group', 'الاتفاقيات (1)'],
    ],
  );
  assert.deepEqual(
    nodes[2]?.children.map(({ name, detail }) => [name, detail]),
    [
      ['كريم نوري', 'ذُكر مرة واحدة'],
      ['سالم الراوي', 'ذُكر مرتين'],
    ],
  );
});

test('a date that the text does not state stands first in the outline, with where it comes from', () => {
  const dated = (from: 'file name' | { by: 'meeting' }) => {
    const evidence = { article: 'b.txt', date: '2020-11-15', span: { start: 0, end: 4 } };
    const of = corpus({
      'a.txt': {
        text: 'وصل الوفد.',
        date: '2020-11-15',
        inferred: true,
        from: typeof from === 'string' ? from : { ...from, value: '2020-11-15', evidence },
      },
      'b.txt': { text: 'وصل.' },
    });
    return outline(of, 'a.txt', 'en')
      ?.filter(({ kind }) => kind === 'date')
      .map(({ name, detail }) => [name, detail]);
  };
  assert.deepEqual(dated('file name'), [['Sunday, 15 November 2020', 'from the file name']]);
  assert.deepEqual(dated({ by: 'meeting' }), [
    ['Sunday, 15 November 2020', 'inferred from another article that tells of the same meeting; the weekday agrees'],
  ]);
});

test('an office alone stands in the outline as its holder and as the office', () => {
  const nodes = outline(snapshot, MEETING, 'en') ?? [];
  const names = (group: string) =>
    nodes.find(({ name }) => name.startsWith(group))?.children.map(({ name, detail }) => `${name}: ${detail}`);
  assert.deepEqual(names('People'), ['سالم الراوي: 4 mentions', 'كريم نوري: 1 mention']);
  assert.ok(names('Offices')?.includes('الوزير العراقي: 1 mention'));
});

test('every selection of the outline lies within its range, and no name is empty', () => {
  const empty = corpus({ 'a.txt': { text: '\u200F\n\u202E\n', titled: true } });
  for (const [path, of] of [
    [MEETING, snapshot],
    ['a.txt', empty],
  ] as const) {
    const check = (nodes: readonly OutlineNode[]): void => {
      for (const { name, span, selection, children } of nodes) {
        assert.notEqual(name, '');
        assert.ok(span.start <= selection.start && selection.end <= span.end);
        check(children);
      }
    };
    check(outline(of, path, 'ar') ?? []);
  }
  assert.equal(outline(snapshot, 'none.txt', 'ar'), null);
});

test('symbols tell Latin name, office and country, and lead to the introduction', () => {
  const [found] = symbols(snapshot, 'كريم', 'en', 10);
  assert.deepEqual(
    [found?.kind, found?.name, found?.container, found && shown(found.target)],
    ['person', 'كريم نوري', 'Karim Nuri · أمين المجلس الأعلى للأمن القومي الإيراني', `${MEETING}@118 كريم نوري`],
  );
  const [place] = symbols(snapshot, 'بغداد', 'ar', 10);
  assert.equal(place?.container, 'Baghdad · عاصمة · العراق');
});

test('what an editor would filter away by its letters carries the words that found it', () => {
  const found = corpus(
    { 'a.txt': { text: 'باقر الأحمدي', mentions: [{ words: 'باقر الأحمدي', entity: 'person:b' }] } },
    {
      persons: {
        'person:b': { name: 'باقر الأحمدي', latin: 'Baqir al-Ahmadi', introductions: [['a.txt', 'باقر الأحمدي']] },
      },
    },
  );
  const entity = found.resolution.entities.get('person:b');
  const finding = { ...found, resolution: { ...found.resolution, names: { search: () => (entity ? [entity] : []) } } };
  const label = (query: string) => symbols(finding, query, 'en', 10)[0]?.name;
  assert.equal(label('باقر'), 'باقر الأحمدي');
  assert.equal(label('Ahmadi'), 'باقر الأحمدي · Baqir al-Ahmadi');
  assert.equal(label('Bagher'), 'باقر الأحمدي · Bagher');
  assert.equal(label('الاحمدي'), 'باقر الأحمدي · الاحمدي');
});
