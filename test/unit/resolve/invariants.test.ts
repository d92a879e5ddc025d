/**
 * Invariant 2: the same facts resolve to the same entities whatever the order of adds, edits and removals. And an update costs what the
 * changed articles cost: it reads no other article, however many there are and however often they name the same people.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArticlePath, Resolution } from '../../../server/src/resolve/entities.ts';
import { type ResolvableArticle, Resolver, resolveAll } from '../../../server/src/resolve/resolver.ts';
import { type EventSaid, type PersonSaid, plain, report, type Said } from './reports.ts';

// Few words, so that names meet, shorten each other and clash; few offices and dates, so that tenures do.
const word = fc.constantFrom('سامر', 'محمد', 'علي', 'وليد', 'الحداد', 'حداد', 'كمالي', 'رضا');
const office = fc.constantFrom(
  'وزير الدفاع العراقي = minister/defence/IQ',
  'وزير الخارجية العراقي = minister/foreign/IQ',
  'وزير الدفاع = minister/defence/',
  'وزير الدفاع الإيراني = minister/defence/IR',
  'أمين المجلس = secretary/snsc/',
  'أمين المجلس الإيراني = secretary/snsc/IR',
);
const organization = fc.constantFrom(
  'المجلس = snsc',
  'المجلس الإيراني = snsc/IR',
  'البرلمان العراقي = parliament/IQ',
  'البرلمان = parliament',
);
const place = fc.constantFrom('العراق = IQ', 'إيران = IR', 'بغداد = IQ/baghdad', 'الصين = CN');
const date = fc.constantFrom(null, '2020-11-14', '2020-11-15', '2020-12-01', '2021-06-01', '2021', 'XXXX-08-05');

const person: fc.Arbitrary<PersonSaid> = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    son: fc.boolean(),
    office: fc.option(office, { nil: undefined }),
    organization: fc.option(organization, { nil: undefined }),
    general: fc.boolean(),
    former: fc.boolean(),
    alone: fc.boolean(),
    confidence: fc.constantFrom(0.3, 0.9),
  })
  .map(({ words, son, office: held, organization: of, alone, ...rest }) => ({
    ...rest,
    name: words.join(son ? ' بن ' : ' '),
    ...(held === undefined ? {} : { office: held, alone: alone ? [held.split(' = ')[0] ?? ''] : [] }),
    ...(held === undefined || of === undefined ? {} : { organization: of }),
  }));

const article: fc.Arbitrary<ResolvableArticle> = fc
  .record({
    date,
    persons: fc.uniqueArray(person, { maxLength: 4, selector: ({ name }) => name }),
    offices: fc.array(office, { maxLength: 2 }),
    organizations: fc.array(organization, { maxLength: 2 }),
    places: fc.uniqueArray(place, { maxLength: 3 }),
    agreements: fc.array(
      fc.record({
        title: fc.constantFrom('وثيقة', 'مذكرة التفاهم', 'اتفاقية', 'معاهدة بابل'),
        type: fc.constantFrom('document' as const, 'memorandum' as const, 'agreement' as const, 'treaty' as const),
        proper: fc.boolean(),
        parties: fc.subarray(['IQ', 'IR', 'CN']),
        date: fc.option(fc.constantFrom('2020-11-15', '2020', '2020-12-01'), { nil: undefined }),
        states: fc.subarray(['planned' as const, 'signed' as const, 'ended' as const]),
        subjects: fc.subarray(['defence', 'trade']),
        topics: fc.subarray(['شنقاف', 'اوزمار', 'IQ/basra']),
        located: fc.boolean(),
        signed: fc.boolean(),
        confidence: fc.constantFrom(0.3, 0.9),
      }),
      { maxLength: 2 },
    ),
    events: fc.array(
      fc.record({
        kind: fc.constantFrom('meeting' as const, 'reception' as const, 'visit' as const, 'statement' as const),
        modality: fc.constantFrom('happened' as const, 'planned' as const),
        date: fc.option(fc.constantFrom('2020-11-14', '2020-11-15', '2020-11'), { nil: undefined }),
        news: fc.boolean(),
        swapped: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ date: day, agreements, events, ...said }) => {
    const names = said.persons.map(({ name }) => name);
    const full: Said = {
      ...said,
      events:
        names.length < 2
          ? []
          : events.map(({ swapped, date: on, ...event }) => eventOf(event, swapped, on, names, said.places)),
      agreements: agreements.map(({ proper, signed, located, date: signedOn, ...agreement }) => ({
        ...agreement,
        ...(proper ? { properName: 'بابل' } : {}),
        ...(signedOn === undefined ? {} : { date: signedOn }),
        ...(located && said.places[0] !== undefined ? { place: said.places[0].split(' = ')[1] ?? '' } : {}),
        signatories: signed ? names.slice(0, 2) : [],
        people: names,
      })),
    };
    return report(day, sentenceOf(full), full);
  });

function eventOf(
  event: Pick<EventSaid, 'modality' | 'news'> & { readonly kind: 'meeting' | 'reception' | 'visit' | 'statement' },
  swapped: boolean,
  date: string | undefined,
  names: readonly string[],
  places: readonly string[],
): EventSaid {
  const [a = '', b = ''] = swapped ? [...names].reverse() : names;
  const roles = {
    meeting: ['participant', 'participant'],
    reception: ['host', 'visitor'],
    visit: ['visitor', 'host'],
    statement: ['speaker', 'speaker'],
  } as const;
  const [first, second] = roles[event.kind];
  const place = event.kind === 'visit' ? places[0]?.split(' = ')[1] : undefined;
  return {
    ...event,
    actors:
      event.kind === 'statement' || place !== undefined
        ? [[a, first]]
        : [
            [a, first],
            [b, second],
          ],
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
  };
}

/** All that is said, one stretch after the other, twice: mentions are found one after the other. */
function sentenceOf({ persons = [], offices = [], organizations = [], places = [], agreements = [] }: Said): string {
  const stretches = [
    ...places,
    ...organizations,
    ...persons.flatMap((each) => [each.organization ?? '', each.office ?? '', each.name, ...(each.alone ?? [])]),
    ...offices,
    ...agreements.map(({ title }) => title),
  ].map((text) => text.split(' = ')[0] ?? '');
  // A short stretch is found inside a longer one as well, so each stands there often enough.
  return [...stretches, ...stretches, ...stretches].join('، ');
}

const path = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const edit = fc.record({ path, article: fc.option(article, { nil: null, freq: 4 }) });

test('an index brought up to date by edits equals one built from scratch, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 14 }),
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      (edits, keys) => {
        const resolver = new Resolver();
        const now = new Map<ArticlePath, ResolvableArticle>();
        for (const { path: changed, article: next } of edits) {
          if (next === null) now.delete(changed);
          else now.set(changed, next);
          const before = resolver.resolution;
          const told = plain(before);
          resolver.update(next === null ? { remove: [changed] } : { set: [[changed, next]] });
          assert.deepEqual(plain(before), told, 'an earlier resolution stays as it was');
        }
        const shuffled = [...now].sort(([a], [b]) => (keys['abcde'.indexOf(a)] ?? 0) - (keys['abcde'.indexOf(b)] ?? 0));
        assert.deepEqual(plain(resolver.resolution), plain(resolveAll(shuffled)));
      },
    ),
    { numRuns: 60 },
  );
});

test('ids, mentions and tenures of a resolution refer to what is there', () => {
  fc.assert(
    fc.property(fc.dictionary(path, article), (corpus) => {
      const resolution = resolveAll(Object.entries(corpus));
      checkConsistent(resolution, corpus);
    }),
    { numRuns: 200 },
  );
});

function checkConsistent(resolution: Resolution, corpus: Readonly<Record<string, ResolvableArticle>>): void {
  const has = (id: string | null) => id === null || resolution.entities.get(id) !== undefined;
  for (const [id, entity] of resolution.entities) {
    assert.equal(entity.id, id);
    assert.ok(entity.name !== '' && !entity.mentions.isEmpty(), id);
    for (const [article, mentions] of entity.mentions)
      assert.deepEqual(
        mentions,
        [...new Set(mentions)].sort((a, b) => a - b),
        `${id} in ${article}`,
      );
    if (entity.kind === 'person' || entity.kind === 'office')
      for (const tenure of entity.tenures) {
        assert.ok(
          has(tenure.person) && has(tenure.office) && has(tenure.organization) && tenure.attestations.length > 0,
        );
        const other = resolution.entities.get(entity.kind === 'person' ? tenure.office : tenure.person);
        assert.ok(other?.kind === 'office' || other?.kind === 'person');
        assert.ok(
          other.tenures.some(({ person: holder, office: held }) => holder === tenure.person && held === tenure.office),
          `${tenure.person} as ${tenure.office} is told by both`,
        );
      }
    if (entity.kind === 'person')
      for (const agreement of entity.agreements) {
        const signed = resolution.entities.get(agreement);
        assert.ok(signed?.kind === 'agreement' && signed.signatories.some((signatory) => signatory.person === id));
      }
    if (entity.kind === 'agreement')
      for (const each of [
        ...entity.parties,
        ...entity.relations.map(({ agreement }) => agreement),
        entity.place,
        ...entity.signatories.map((signatory) => signatory.person),
      ])
        assert.ok(has(each), `${id}: ${each}`);
  }
  const ids = resolution.events.all().map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'an event has one id, and an id one event');
  for (const event of resolution.events.all()) {
    for (const { entity } of event.actors) {
      assert.ok(has(entity), `${event.id}: ${entity}`);
      if (/^(person|office):/.test(entity))
        assert.deepEqual(
          resolution.events.of(entity).find(({ id }) => id === event.id),
          event,
          `${entity} finds ${event.id}`,
        );
    }
    for (const { article } of event.tellings)
      assert.ok(
        resolution.events.in(article).some(({ id }) => id === event.id),
        `${article} tells ${event.id}`,
      );
    const stated = event.tellings.map(({ article, event: index }) => corpus[article]?.facts.events[index]?.date);
    assert.ok(event.dateStated ? stated.some((each) => each === event.date) : true);
  }
  for (const [article, mentions] of resolution.mentions)
    for (const mention of mentions) {
      for (const id of [mention.entity, ...(mention.attached ? [] : [mention.holder])])
        if (id !== null)
          assert.ok(
            resolution.entities.get(id)?.mentions.get(article)?.includes(mention.mention),
            `${id} has mention ${mention.mention} of ${article}`,
          );
      for (const id of mention.candidates) assert.ok(has(id));
    }
  for (const [id, entity] of resolution.entities)
    for (const [article, mentions] of entity.mentions)
      for (const index of mentions) {
        const mention = resolution.mentions.get(article)?.find((each) => each.mention === index);
        assert.ok(mention?.entity === id || mention?.holder === id, `mention ${index} of ${article} is ${id}`);
      }
  assert.deepEqual([...resolution.mentions.keys()], Object.keys(corpus).sort());
}

/** Facts that count how often they are looked at. */
function counted(made: ResolvableArticle, count: { reads: number }): ResolvableArticle {
  const facts = new Proxy(made.facts, {
    get(target, property, receiver) {
      count.reads++;
      return Reflect.get(target, property, receiver);
    },
  });
  return { facts, date: made.date };
}

test('an update reads the facts of the changed article only, and its own mentions those of its own', () => {
  const said = {
    persons: [{ name: 'سامر وليد الحداد', office: 'وزير الدفاع العراقي = minister/defence/IQ', short: ['الحداد'] }],
    places: ['العراق = IQ'],
    agreements: [{ title: 'اتفاقية أمنية', parties: ['IQ', 'IR'] }],
  };
  const sentence = 'في العراق قال وزير الدفاع العراقي سامر وليد الحداد وأضاف الحداد أن اتفاقية أمنية ستوقع';
  const others = { reads: 0 };
  const resolver = new Resolver();
  resolver.update({
    set: Array.from(
      { length: 300 },
      (_, i) => [`${i}`, counted(report('2020-11-15', sentence, said), others)] as const,
    ),
  });
  others.reads = 0;
  const own = { reads: 0 };
  const resolution = resolver.update({ set: [['own', counted(report('2020-11-16', sentence, said), own)]] });
  assert.ok(own.reads > 0);
  assert.equal(others.reads, 0);
  assert.equal(resolution.mentions.get('own')?.length, 5);
  assert.equal(others.reads, 0);
  assert.equal(resolution.entities.get('person:سامر-وليد-حداد')?.mentions.size, 301);
  assert.equal(others.reads, 0);
});

test('an update shares what it does not touch', () => {
  const resolver = new Resolver();
  const iraq = (text: string) => report(null, text, { places: ['العراق = IQ'] });
  const before = resolver.update({
    set: [
      ['a', iraq('في العراق')],
      ['b', report(null, 'في الصين', { places: ['الصين = CN'] })],
    ],
  });
  const after = resolver.update({ set: [['c', iraq('من العراق')]] });
  assert.equal(after.entities.get('place:CN')?.mentions, before.entities.get('place:CN')?.mentions);
  assert.equal(before.entities.get('place:IQ')?.mentions.size, 1);
  assert.equal(after.entities.get('place:IQ')?.mentions.size, 2);
  assert.equal(resolver.update({}), after);
});
