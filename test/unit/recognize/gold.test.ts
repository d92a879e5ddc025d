/**
 * Persons in sets of whole articles against what a reader marked: `examples/`, `test/newswire/` and `test/agencies/` (whose READMEs say
 * how far the rules have seen them). By the rules alone, without the tagger. Precision before recall: a wrong card is worse than none.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CANDIDATE } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { overlaps, type Span } from '../../../server/src/text/span.ts';

interface Gold {
  readonly articles: readonly { readonly article: string }[];
  readonly persons: readonly {
    readonly names: readonly (Span & { readonly article: string })[];
    readonly roleOnly: readonly (Span & { readonly article: string })[];
  }[];
}

const root = join(import.meta.dirname, '../../..');

/** Of the marked names at least `recall` are found, of the found ones at least `precision` are marked. */
function checkPersons(folder: string, goldFile: string, least: { recall: number; precision: number }): void {
  const gold: Gold = JSON.parse(readFileSync(join(root, 'test/gold', goldFile), 'utf8'));
  let marked = 0;
  let reached = 0;
  let found = 0;
  let right = 0;
  for (const { article } of gold.articles) {
    const facts = recognize(readFileSync(join(root, folder, article), 'utf8'));
    const persons = facts.mentions.filter(({ kind, confidence }) => kind === 'person' && confidence >= CANDIDATE);
    const here = (spans: readonly (Span & { readonly article: string })[]) =>
      spans.filter((span) => span.article === article);
    const names = gold.persons.flatMap((person) => here(person.names));
    const allowed = [...names, ...gold.persons.flatMap((person) => here(person.roleOnly))];
    marked += names.length;
    reached += names.filter((name) => persons.some((person) => overlaps(person, name))).length;
    found += persons.length;
    right += persons.filter((person) => allowed.some((span) => overlaps(span, person))).length;
  }
  assert.ok(right / found >= least.precision, `precision ${right} of ${found}`);
  assert.ok(reached / marked >= least.recall, `recall ${reached} of ${marked}`);
}

test('persons in the sample corpus', () =>
  checkPersons('examples', 'examples.json', { precision: 0.97, recall: 0.95 }));

test('persons in newswire of many countries', () =>
  checkPersons('test/newswire', 'newswire.json', { precision: 0.97, recall: 0.9 }));

for (const set of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  test(`persons in reports of agencies, set ${set}`, () =>
    checkPersons(`test/agencies/${set}`, `agencies-${set}.json`, { precision: 0.96, recall: 0.85 }));
