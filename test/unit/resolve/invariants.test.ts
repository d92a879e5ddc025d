/**
 * Invariant 2: the same facts resolve to the same entities whatever the order of adds, edits and removals. And an update costs what the
 * changed articles cost: it reads no other article, however many there are and however often they name the same people.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '../../../server/src/resolve/decisions.ts';
import type { ArticlePath, Resolution } from '../../../server/src/resolve/entities.ts';
import { type ResolvableArticle, Resolver, resolveAll } from '../../../server/src/resolve/resolver.ts';
import { article, decision, path } from './random-reports.ts';
import { plain, report } from './reports.ts';
import { surveyed } from './surveyed.ts';

const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path, article: fc.option(article, { nil: null, freq: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ decisions: fc.array(decision, { maxLength: 4 }) }) },
);

test('an index brought up to date by edits equals one built from scratch, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 14 }),
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      (edits, keys) => {
        const resolver = new Resolver();
        const now = new Map<ArticlePath, ResolvableArticle>();
        let decisions: readonly Decision[] = [];
        for (const edit of edits) {
          const before = resolver.resolution;
          const told = plain(before);
          if ('decisions' in edit) {
            decisions = edit.decisions;
            resolver.update({ decisions });
          } else if (edit.article === null) {
            now.delete(edit.path);
            resolver.update({ remove: [edit.path] });
          } else {
            now.set(edit.path, edit.article);
            resolver.update({ set: [[edit.path, edit.article]] });
          }
          assert.deepEqual(plain(before), told, 'an earlier resolution stays as it was');
        }
        const shuffled = [...now].sort(([a], [b]) => (keys['abcde'.indexOf(a)] ?? 0) - (keys['abcde'.indexOf(b)] ?? 0));
        assert.deepEqual(plain(resolver.resolution), plain(resolveAll(shuffled, decisions)));
      },
    ),
    { numRuns: 60 },
  );
});

test('ids, mentions and tenures of a resolution refer to what is there', () => {
  fc.assert(
    fc.property(fc.dictionary(path, article), fc.array(decision, { maxLength: 5 }), (corpus, decisions) => {
      checkConsistent(resolveAll(Object.entries(corpus)), corpus, []);
      checkConsistent(resolveAll(Object.entries(corpus), decisions), corpus, decisions);
    }),
    { numRuns: 200 },
  );
});

function checkConsistent(
  resolution: Resolution,
  corpus: Readonly<Record<string, ResolvableArticle>>,
  decisions: readonly Decision[],
): void {
  const told = new Set(decisions.map((each) => (each.kind === 'office' ? `office:${each.office.key}` : '')));
  const has = (id: string | null) => id === null || resolution.entities.get(id) !== undefined;
  for (const [id, entity] of resolution.entities) {
    assert.equal(entity.id, id);
    assert.ok(entity.name !== '' && (!entity.mentions.isEmpty() || told.has(id)), id);
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
  const { encounters, tenures, agreements, prominent } = surveyed(resolution, Number.POSITIVE_INFINITY);
  const outlines = [...resolution.ofKind('person')].flatMap((person) =>
    person.tenures.map(({ organization: _, country: __, ...outline }) => outline),
  );
  assert.deepEqual(tenures, outlines, 'what articles say of offices is what is known of those who hold them');
  const shown = [...resolution.ofKind('agreement')].filter(({ mentions }) => mentions.size > 0);
  assert.deepEqual(
    agreements,
    shown.map(({ id }) => id),
  );
  const mentioned = (['person', 'office', 'organization'] as const).flatMap((kind) =>
    [...resolution.ofKind(kind)].flatMap((entity) =>
      entity.kind === 'office' && entity.general ? [] : [[entity.id, [...entity.mentions.keys()].toSorted()]],
    ),
  );
  assert.deepEqual(prominent, mentioned, 'where there are few names everybody is of note');
  assert.deepEqual(
    encounters,
    resolution.events.all().filter(({ kind }) => kind !== 'statement' && kind !== 'signing'),
    'encounters are those of all events',
  );
  for (const event of resolution.events.all()) {
    for (const { entity } of event.actors) {
      assert.ok(has(entity), `${event.id}: ${entity}`);
      if (/^(person|office):/.test(entity))
        assert.deepEqual(
          resolution.events.of(entity).find(({ id }) => id === event.id),
          event,
          `${entity} finds ${event.id}`,
        );
      assert.deepEqual(
        resolution.events.encountersOf(entity),
        resolution.events.of(entity).filter(({ kind }) => kind !== 'statement' && kind !== 'signing'),
        `encounters of ${entity}`,
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
