/** Offices, their organisations and their holders across articles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import type { EntityId } from '../../../server/src/resolve/entities.ts';
import { type Corpus, personNamed, report, resolve } from './reports.ts';

const SNSC = 'أمين المجلس الأعلى للأمن القومي الإيراني = secretary/snsc/IR';
const SNSC_UNSAID = 'أمين المجلس الأعلى للأمن القومي = secretary/snsc/';
const DEFENCE = 'وزير الدفاع العراقي = minister/defence/IQ';

const iranian = report('2020-11-15', 'قال أمين المجلس الأعلى للأمن القومي الإيراني رضا كمالي', {
  persons: [{ name: 'رضا كمالي', office: SNSC }],
});

/** The office entity of the only office of a report. */
function officeIn(corpus: Corpus, path: string): EntityId | null {
  const local = corpus[path]?.facts.entities.findIndex(({ kind }) => kind === 'office') ?? -1;
  return resolve(corpus).locals.get(path)?.[local] ?? null;
}

test('an office of unsaid state is its holder’s, where he holds it of one state', () => {
  const unsaid = report('2020-11-16', 'قال أمين المجلس الأعلى للأمن القومي رضا كمالي', {
    persons: [{ name: 'رضا كمالي', office: SNSC_UNSAID }],
  });
  assert.equal(officeIn({ a: iranian, b: unsaid }, 'b'), 'office:secretary/snsc/IR');
  assert.equal(personNamed(resolve({ a: iranian, b: unsaid }), 'رضا كمالي').tenures.length, 1);
  assert.equal(officeIn({ b: unsaid }, 'b'), 'office:secretary/snsc/');
});

test('it is called as articles call it that say its state, however many do not', () => {
  const unsaid = (day: number) =>
    report(`2020-11-${day}`, 'قال أمين المجلس الأعلى للأمن القومي رضا كمالي', {
      persons: [{ name: 'رضا كمالي', office: SNSC_UNSAID }],
    });
  const resolution = resolve({ a: iranian, b: unsaid(16), c: unsaid(17), d: unsaid(18) });
  const office = resolution.entities.get('office:secretary/snsc/IR');
  assert.equal(office?.name, 'أمين المجلس الأعلى للأمن القومي الإيراني');
  assert.equal(office.mentions.size, 4);
});

test('held by somebody else it stays apart', () => {
  const other = report('2020-11-16', 'قال أمين المجلس الأعلى للأمن القومي ماهر العاني', {
    persons: [{ name: 'ماهر العاني', office: SNSC_UNSAID }],
  });
  assert.equal(officeIn({ a: iranian, b: other }, 'b'), 'office:secretary/snsc/');
});

test('alone it is the one state’s that the article speaks of, if no other state’s is known', () => {
  const alone = (places: readonly string[]) =>
    report('2020-11-16', 'قال أمين المجلس الأعلى للأمن القومي في إيران أو العراق', { offices: [SNSC_UNSAID], places });
  const iraqi = report('2020-11-15', 'قال أمين المجلس الأعلى للأمن القومي العراقي', {
    offices: ['أمين المجلس الأعلى للأمن القومي العراقي = secretary/snsc/IQ'],
  });
  assert.equal(officeIn({ a: iranian, b: alone(['إيران = IR']) }, 'b'), 'office:secretary/snsc/IR');
  assert.equal(officeIn({ a: iranian, b: alone(['إيران = IR', 'العراق = IQ']) }, 'b'), 'office:secretary/snsc/');
  assert.equal(officeIn({ a: iranian, b: alone(['إيران = IR']), c: iraqi }, 'b'), 'office:secretary/snsc/');
});

test('an organisation of unsaid state is that of the office that belongs to it', () => {
  const body = 'المجلس الأعلى للأمن القومي = snsc';
  const sentence = 'قال أمين المجلس الأعلى للأمن القومي رضا كمالي من المجلس الأعلى للأمن القومي';
  const unsaid = report('2020-11-16', sentence, {
    persons: [{ name: 'رضا كمالي', office: SNSC_UNSAID, organization: body }],
  });
  const resolution = resolve({ a: iranian, b: unsaid });
  const council = resolution.entities.get('organization:snsc/IR');
  assert.ok(council?.kind === 'organization');
  assert.deepEqual(council.offices, ['office:secretary/snsc/IR']);
  const office = resolution.entities.get('office:secretary/snsc/IR');
  assert.ok(office?.kind === 'office' && office.organization === 'organization:snsc/IR');
  assert.deepEqual(
    [...resolve({ b: unsaid }).ofKind('organization')].map(({ id, country }) => [id, country]),
    [['organization:snsc', null]],
  );
});

test('a general office belongs to its article', () => {
  const general = (date: string) =>
    report(date, 'قال المسؤول العراقي ماهر العاني', {
      persons: [{ name: 'ماهر العاني', office: 'المسؤول العراقي = official//IQ', general: true }],
    });
  const offices = [...resolve({ a: general('2020-01-01'), b: general('2020-01-02') }).ofKind('office')];
  assert.deepEqual(
    offices.map(({ id, general: is }) => [id, is]),
    [
      ['office:official//IQ@a', true],
      ['office:official//IQ@b', true],
    ],
  );
});

test('a tenure carries each attestation with its title, and only what articles say', () => {
  const resolution = resolve({
    b: report('2020-11-16', 'قال وزير الدفاع العراقي سامر الحداد', {
      persons: [{ name: 'سامر الحداد', office: DEFENCE }],
    }),
    a: report('2020-11-16', 'التقى وزير الدفاع في العراق سامر الحداد', {
      persons: [{ name: 'سامر الحداد', office: 'وزير الدفاع في العراق = minister/defence/IQ' }],
    }),
    c: report('2019-01-01', 'قال وزير الدفاع العراقي سامر الحداد', {
      persons: [{ name: 'سامر الحداد', office: DEFENCE }],
    }),
    d: report('2023-01-01', 'قال وزير الدفاع العراقي السابق سامر الحداد', {
      persons: [{ name: 'سامر الحداد', office: DEFENCE, former: true }],
    }),
    e: report(null, 'قال وزير الدفاع العراقي سامر الحداد', {
      persons: [{ name: 'سامر الحداد', office: DEFENCE, rank: 'العراقي' }],
    }),
  });
  const person = personNamed(resolution, 'سامر الحداد');
  const [tenure] = person.tenures;
  assert.equal(tenure?.title, 'وزير الدفاع العراقي');
  assert.equal(tenure?.country, 'IQ');
  assert.deepEqual(
    tenure?.attestations.map(({ article, date, former, title }) => [article, date, former, title]),
    [
      ['c', '2019-01-01', false, 'وزير الدفاع العراقي'],
      ['a', '2020-11-16', false, 'وزير الدفاع في العراق'],
      ['b', '2020-11-16', false, 'وزير الدفاع العراقي'],
      ['d', '2023-01-01', true, 'وزير الدفاع العراقي'],
      ['e', null, false, 'وزير الدفاع العراقي'],
    ],
  );
  assert.deepEqual(
    person.introductions.map(({ article }) => article),
    ['c', 'a', 'b', 'd', 'e'],
  );
  assert.deepEqual(
    person.ranks.map(({ rank }) => rank),
    ['العراقي'],
  );
  const office = resolution.entities.get('office:minister/defence/IQ');
  assert.ok(office?.kind === 'office');
  assert.deepEqual(office.tenures, person.tenures);
  assert.equal(office.name, 'وزير الدفاع العراقي');
});

const held = (date: string, name: string) =>
  report(date, `قال وزير الدفاع العراقي ${name}`, { persons: [{ name, office: DEFENCE }] });
const alone = (date: string | null) => report(date, 'وصل وزير الدفاع العراقي إلى طهران', { offices: [DEFENCE] });

/** Whom the office alone stands for: a name, or the names it may be, in brackets. */
function checkHolder(corpus: Corpus, path: string, expected: string | readonly string[]): void {
  const resolution = resolve(corpus);
  const mention = resolution.mentions.get(path)?.find(({ form }) => form === 'office');
  const name = (id: string) => resolution.entities.get(id)?.name ?? id;
  const holder = mention?.holder ?? null;
  assert.deepEqual(holder === null ? mention?.candidates.map(name) : name(holder), expected);
  if (holder === null) return;
  assert.ok(
    resolution.entities
      .get(holder)
      ?.mentions.get(path)
      ?.includes(mention?.mention ?? -1),
  );
  assert.ok(mention?.reasons.some((reason) => reason.code === 'held-elsewhere' && 'evidence' in reason));
}

test('who holds an office that an article does not say: whom the reports before and after both name', () => {
  const before = held('2020-11-01', 'سامر الحداد');
  const after = held('2020-12-01', 'سامر الحداد');
  const successor = held('2020-12-01', 'ماهر العاني');
  const day = alone('2020-11-15');
  checkHolder({ a: before, b: after, c: day }, 'c', 'سامر الحداد');
  checkHolder({ a: before, b: successor, c: day }, 'c', ['سامر الحداد', 'ماهر العاني'].sort());
  checkHolder({ a: before, c: day }, 'c', ['سامر الحداد']);
  checkHolder({ a: held('2020-11-15', 'سامر الحداد'), c: day }, 'c', 'سامر الحداد');
});

test('attestations far from the date, and an article without one, say nothing', () => {
  const years = { a: held('2018-11-01', 'سامر الحداد'), b: held('2022-12-01', 'سامر الحداد') };
  checkHolder({ ...years, c: alone('2020-11-15') }, 'c', []);
  checkHolder({ ...years, c: alone(null) }, 'c', []);
});

test('a former holder holds it no more', () => {
  const former = report('2020-11-15', 'قال وزير الدفاع العراقي السابق سامر الحداد', {
    persons: [{ name: 'سامر الحداد', office: DEFENCE, former: true }],
  });
  checkHolder({ a: former, c: alone('2020-11-15') }, 'c', []);
});

const PREMIER = 'رئيس الحكومة = prime-minister/';
const premier = (date: string, name: string) =>
  report(date, `قال رئيس الحكومة ${name}`, { persons: [{ name, office: PREMIER }] });
const namesBoth = (date: string, name: string, office = PREMIER) =>
  report(date, `انتقد ${name} ما قاله ${office.split(' = ')[0]} أمس`, { persons: [{ name }], offices: [office] });

test('an office alone is that of the one person of the article whom the nearest reports call so', () => {
  // Of a state that is told one side is enough, where nobody else is near.
  checkHolder(
    { a: held('2020-11-01', 'سامر الحداد'), c: namesBoth('2020-11-15', 'سامر الحداد', DEFENCE) },
    'c',
    'سامر الحداد',
  );
  // Without a state, on both sides: other states have governments too.
  const years = { a: premier('2020-10-01', 'سامر الحداد'), b: premier('2020-12-01', 'سامر الحداد') };
  const abroad = { d: premier('2020-11-16', 'ماهر العاني') };
  checkHolder({ ...years, c: namesBoth('2020-11-15', 'سامر الحداد') }, 'c', 'سامر الحداد');
  checkHolder({ ...years, ...abroad, c: namesBoth('2020-11-15', 'سامر الحداد') }, 'c', 'سامر الحداد');
});

test('and of nobody whom the reports do not call so, or of whom there are two', () => {
  const years = { a: premier('2020-10-01', 'سامر الحداد'), b: premier('2020-12-01', 'سامر الحداد') };
  checkHolder({ ...years, c: namesBoth('2020-11-15', 'فارس الجبوري') }, 'c', []);
  // One who was it before another is it.
  const later = { a: premier('2020-10-01', 'سامر الحداد'), b: premier('2020-11-10', 'ماهر العاني') };
  checkHolder({ ...later, c: namesBoth('2020-11-15', 'سامر الحداد') }, 'c', []);
  // The head of another state's government is called with his state.
  const foreign = report('2020-11-10', 'قال رئيس الحكومة الليبية سامر الحداد', {
    persons: [{ name: 'سامر الحداد', office: 'رئيس الحكومة الليبية = prime-minister//LY' }],
  });
  checkHolder({ a: foreign, c: namesBoth('2020-11-15', 'سامر الحداد') }, 'c', []);
  const both = report('2020-11-15', 'انتقد سامر الحداد وماهر العاني ما قاله رئيس الحكومة', {
    persons: [{ name: 'سامر الحداد' }, { name: 'ماهر العاني' }],
    offices: [PREMIER],
  });
  const twice = { e: premier('2020-10-01', 'ماهر العاني'), f: premier('2020-12-01', 'ماهر العاني') };
  checkHolder({ ...years, ...twice, c: both }, 'c', []);
  // «وزير الدفاع … وليد» of a report on birth rates: a word that may be no name places nobody there.
  const perhaps = report('2020-11-15', 'قال وزير الدفاع العراقي ان كل وليد له حق', {
    persons: [{ name: 'وليد', confidence: 0.3 }],
    offices: [DEFENCE],
  });
  checkHolder({ a: held('2020-11-01', 'سامر وليد الحداد'), c: perhaps }, 'c', ['سامر وليد الحداد']);
});

test('who takes part in something beside the office does not hold it', () => {
  const years = { a: premier('2020-10-01', 'سامر الحداد'), b: premier('2020-12-01', 'سامر الحداد') };
  const said = report('2020-11-15', 'استقبل رئيس الحكومة سامر الحداد', {
    persons: [{ name: 'سامر الحداد' }],
    offices: [PREMIER],
    events: [{ kind: 'meeting', actors: [['سامر الحداد', 'participant']] }],
  });
  checkHolder({ ...years, c: said }, 'c', 'سامر الحداد');
  const office = said.facts.entities.findIndex(({ kind }) => kind === 'office');
  const events = said.facts.events.map((event) => ({
    ...event,
    actors: [...event.actors, ...event.actors.map((actor) => ({ ...actor, entity: office }))],
  }));
  checkHolder({ ...years, c: { ...said, facts: { ...said.facts, events } } }, 'c', []);
});

const MINISTER = 'وزير الدفاع = minister/defence/';

test('what is known of one holder says nothing of another whom the same report calls so without a state', () => {
  const syrian = report('2020-11-15', 'قال وزير الدفاع السوري رضا كمالي', {
    persons: [{ name: 'رضا كمالي', office: 'وزير الدفاع السوري = minister/defence/SY' }],
  });
  const both = report('2020-11-16', 'رعى سعود الراوي وزير الدفاع مراسم وقعها وزير الدفاع رضا كمالي', {
    persons: [
      { name: 'سعود الراوي', office: MINISTER },
      { name: 'رضا كمالي', office: MINISTER },
    ],
  });
  assert.notEqual(officeIn({ a: syrian, b: both }, 'b'), 'office:minister/defence/SY');
  const tenures = personNamed(resolve({ a: syrian, b: both }), 'سعود الراوي').tenures;
  assert.ok(tenures.every(({ office }) => !office.endsWith('/SY')));
});

test('an office that every state has is of no known state one office only where one person holds it', () => {
  const of = (date: string, name: string) =>
    report(date, `قال وزير الدفاع ${name}`, { persons: [{ name, office: MINISTER }] });
  const corpus = {
    a: of('2020-11-15', 'سعود الراوي'),
    b: of('2020-11-16', 'رضا كمالي'),
    c: of('2020-11-17', 'سعود الراوي'),
  };
  assert.equal(officeIn(corpus, 'a'), officeIn(corpus, 'c'));
  assert.notEqual(officeIn(corpus, 'a'), officeIn(corpus, 'b'));
  const office = resolve(corpus).entities.get(officeIn(corpus, 'a') ?? 'office:');
  assert.ok(office?.kind === 'office');
  assert.deepEqual(
    office.tenures.map(({ person }) => person),
    [personNamed(resolve(corpus), 'سعود الراوي').id],
  );
  // One that only one body in the world has stays one.
  const secretary = 'الأمين العام = secretary/arab-league/';
  const league = (date: string, name: string) =>
    report(date, `قال الأمين العام ${name}`, { persons: [{ name, office: secretary }] });
  const two = { a: league('2020-11-15', 'سعود الراوي'), b: league('2022-11-16', 'رضا كمالي') };
  assert.equal(officeIn(two, 'a'), officeIn(two, 'b'));
});

test('of a body that another article calls by its name, an office is that of one article', () => {
  const told = (text: string) => ({ facts: recognize(text), date: '2020-11-16' });
  const corpus = {
    a: told('وقال الناطق باسم الوزارة سالم الرفاعي إن العمل مستمر.'),
    b: told('وقال الناطق باسم الوزارة كريم منصف إن العمل مستمر.'),
  };
  assert.notEqual(officeIn(corpus, 'a'), officeIn(corpus, 'b'));
  const named = {
    a: told('وقال رئيس حركة الأمل سالم الرفاعي إن العمل مستمر.'),
    b: told('وقال رئيس حركة الأمل كريم منصف إن العمل مستمر.'),
  };
  assert.equal(officeIn(named, 'a'), officeIn(named, 'b'));
});
