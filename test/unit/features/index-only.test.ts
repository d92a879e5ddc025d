/** Invariant 3: what a request needs is in the index, so no feature goes through the articles, the mentions or the entities of a corpus. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArticleYears } from '../../../server/src/corpus/article-years.ts';
import type { Article, Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { agreements } from '../../../server/src/features/agreements.ts';
import { bodyAt, parts, wholes } from '../../../server/src/features/body-hierarchy.ts';
import { cardAt } from '../../../server/src/features/card.ts';
import { concordance } from '../../../server/src/features/concordance.ts';
import { definition } from '../../../server/src/features/definition.ts';
import { about, articlesIn, peopleIn, years } from '../../../server/src/features/directory.ts';
import { dossier } from '../../../server/src/features/dossier.ts';
import { foldings } from '../../../server/src/features/folding.ts';
import { highlights } from '../../../server/src/features/highlights.ts';
import { hints } from '../../../server/src/features/hints.ts';
import { implementation } from '../../../server/src/features/implementation.ts';
import { marks } from '../../../server/src/features/marks.ts';
import { outline } from '../../../server/src/features/outline.ts';
import { reading } from '../../../server/src/features/reading.ts';
import { references } from '../../../server/src/features/references.ts';
import { sameEvents } from '../../../server/src/features/same-events.ts';
import { selections } from '../../../server/src/features/selection.ts';
import { step } from '../../../server/src/features/step.ts';
import { symbols } from '../../../server/src/features/symbols.ts';
import { typeDefinition } from '../../../server/src/features/type-definition.ts';
import type { Entity } from '../../../server/src/resolve/entities.ts';
import { LATER, MEETING, reports } from './reports.ts';

/** A map that can be asked for one key at a time, and remembers for which. */
function lookupOnly<M extends object>(map: M, asked: Set<unknown>): M {
  return new Proxy(map, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      assert.ok(name === 'get' || name === 'has', `${String(name)} goes through the whole corpus`);
      return (key: unknown) => {
        asked.add(key);
        return value.call(target, key);
      };
    },
  });
}

test('features look up what they need and nothing else', () => {
  const asked = new Set<unknown>();
  const { resolution, articles: three, version, settings } = reports();
  const articles = new Map([...three, ['unrelated.txt', three.get(LATER) as Article]]);
  const snapshot: Snapshot = {
    version,
    settings,
    articles: lookupOnly(articles, asked),
    years: new ArticleYears().view(three),
    readTexts: () => {},
    resolution: {
      ...resolution,
      entities: lookupOnly(resolution.entities, new Set()),
      mentions: lookupOnly(resolution.mentions, asked),
    },
  };
  const { length } = articles.get(MEETING)?.text ?? '';
  for (let offset = 0; offset <= length; offset++) {
    cardAt(snapshot, MEETING, offset, 'ar');
    definition(snapshot, MEETING, offset);
    references(snapshot, MEETING, offset, { includeDeclaration: true });
    highlights(snapshot, MEETING, offset);
    selections(snapshot, MEETING, offset);
    typeDefinition(snapshot, MEETING, offset);
    implementation(snapshot, MEETING, offset);
    const body = bodyAt(snapshot, MEETING, offset);
    if (body !== null) for (const each of [...parts(snapshot, body), ...wholes(snapshot, body)]) assert.ok(each.id);
  }
  hints(snapshot, MEETING, { start: 0, end: length });
  sameEvents(snapshot, MEETING);
  foldings(snapshot, MEETING);
  for (const { id } of peopleIn(snapshot, MEETING)) about(snapshot, id);
  for (const year of years(snapshot)) assert.ok(articlesIn(snapshot, year, 0, 10).articles.length > 0);
  marks(snapshot, MEETING);
  outline(snapshot, MEETING, 'ar');
  symbols(snapshot, 'الراوي', 'ar', 10);
  agreements(snapshot);
  reading(snapshot, MEETING, 'ar');
  for (const id of ['person:salim', 'office:defence', 'organization:council', 'agreement:security']) {
    const entity = resolution.entities.get(id) as Entity;
    concordance(snapshot, entity, 10);
    dossier(snapshot, entity, 'ar', 10);
    step(snapshot, entity, MEETING, 0, { towards: 'next', elsewhere: true });
  }
  assert.ok(asked.has(MEETING) && !asked.has('unrelated.txt'));
});
