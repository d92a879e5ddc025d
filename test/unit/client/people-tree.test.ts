import assert from 'node:assert/strict';
import { test } from 'node:test';
import { branches, entityOf, hereNode, nodesOf } from '../../../client/src/people-tree.ts';
import type { DirectoryEntry } from '../../../server/src/lsp/requests.ts';

const location = {
  uri: 'file:///c/a.txt',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
};

function entry(kind: DirectoryEntry['kind'], name: string, given: Partial<DirectoryEntry> = {}): DirectoryEntry {
  const entity = kind === 'person' || kind === 'office' ? { uri: location.uri, id: `${kind}:${name}` } : null;
  return { kind, name, latin: '', detail: '', dates: [], mentions: 0, entity, location, ...given };
}

test('by name: letters, then names a page at a time, then what is known of each', () => {
  const root = branches('name');
  assert.deepEqual(root, { list: 'letters', of: 'person' });
  const [letter] = nodesOf(null, root, { entries: [entry('letter', 'س', { location: null })], next: null });
  assert.ok(letter?.below);
  assert.deepEqual(letter.below, { list: 'names', of: 'person', letter: 'س', after: null });
  const [person, more] = nodesOf(letter, letter.below, { entries: [entry('person', 'سالم')], next: 'سالم' });
  assert.deepEqual(more?.below, { list: 'names', of: 'person', letter: 'س', after: 'سالم' });
  assert.equal(more?.kind, 'more');
  assert.ok(person?.below);
  assert.deepEqual(person.below, { list: 'about', entity: { uri: location.uri, id: 'person:سالم' } });
  const about = { entries: [entry('office', 'وزير'), entry('article', 'خبر')], next: null };
  assert.ok(nodesOf(person, person.below, about).every(({ below }) => below === null));
});

test('by office and by article', () => {
  assert.deepEqual(branches('office'), { list: 'letters', of: 'office' });
  assert.deepEqual(branches('article'), { list: 'years' });
  const [year] = nodesOf(null, { list: 'years' }, { entries: [entry('year', '2020')], next: null });
  assert.ok(year?.below);
  const [article, more] = nodesOf(year, year.below, { entries: [entry('article', 'خبر')], next: '100' });
  assert.deepEqual(article?.below, { list: 'people', uri: location.uri });
  assert.deepEqual(more?.below, { list: 'articles', year: '2020', after: '100' });
});

test('one person at several places has an id at each; a command is told who is meant', () => {
  const page = { entries: [entry('person', 'سالم')], next: null };
  const here = hereNode(location.uri);
  const [inArticle] = nodesOf(here, { list: 'people', uri: location.uri }, page);
  const [found] = nodesOf(null, { list: 'search', query: 'سالم' }, page);
  assert.notEqual(inArticle?.id, found?.id);
  assert.deepEqual(entityOf(inArticle), { uri: location.uri, id: 'person:سالم' });
  for (const other of [undefined, null, 'x', {}, here]) assert.equal(entityOf(other), null);
});
