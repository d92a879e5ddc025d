/**
 * What a question reads of the articles: facts lie on a disk and have to be parsed, and of a state or a president that all articles name
 * a question would read all of them again after each edit.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { definition, introduction, MOST_INTRODUCTIONS } from '../../../server/src/features/definition.ts';
import { references } from '../../../server/src/features/references.ts';
import { symbols } from '../../../server/src/features/symbols.ts';
import { resolveAll } from '../../../server/src/resolve/resolver.ts';
import { readCorpus } from './read-corpus.ts';

/** More than are led to, and all about one state and one man. */
const ARTICLES = 3 * MOST_INTRODUCTIONS;
const HERE = '250.txt';

interface Read {
  readonly snapshot: Snapshot;
  /** Articles whose facts were read since this was empty. */
  readonly read: Set<string>;
}

function manyArticles(): Read {
  const read = new Set<string>();
  const whole = readCorpus(
    Object.fromEntries(
      Array.from({ length: ARTICLES }, (_, number) => [
        `${String(number).padStart(3, '0')}.txt`,
        `بغداد ${(number % 28) + 1} آذار 2016 – قال سامر وليد الحداد إن تشاد بلاد جميلة. وأضاف الحداد أن تشاد بعيدة.`,
      ]),
    ),
  );
  const withFacts = <Of extends { readonly facts: Article['facts'] }>(path: string, of: Of): Of =>
    Object.defineProperty({ ...of }, 'facts', {
      get: () => {
        read.add(path);
        return of.facts;
      },
    });
  const articles = new Map(
    [...whole.articles].map(([path, article]) => {
      const { mentions } = article.facts;
      return [path, withFacts(path, { ...article, mentionSpan: (mention: number) => mentions[mention] })];
    }),
  );
  const resolution = resolveAll(
    [...whole.articles].map(([path, { facts, date }]) => [path, withFacts(path, { facts, date: date?.value ?? null })]),
  );
  read.clear();
  return { snapshot: { ...whole, articles, resolution }, read };
}

const offsetOf = ({ articles }: Snapshot, word: string): number => articles.get(HERE)?.text.indexOf(word) ?? -1;

test('of a state that all articles name as many are read as are led to, this one first', () => {
  const { snapshot, read } = manyArticles();
  const { targets = [] } = definition(snapshot, HERE, offsetOf(snapshot, 'تشاد')) ?? {};
  assert.equal(targets.length, MOST_INTRODUCTIONS);
  assert.deepEqual(
    targets.slice(0, 3).map(({ article }) => article),
    [HERE, '000.txt', '028.txt'],
  );
  assert.ok(read.size <= MOST_INTRODUCTIONS + 1, `${read.size} articles read`);
});

test('a man whom all articles introduce is found without reading them', () => {
  const { snapshot, read } = manyArticles();
  const [found] = symbols(snapshot, 'سامر الحداد', 'ar', 10);
  assert.equal(found?.target.article, '000.txt');
  assert.equal(read.size, 0);
  const person = snapshot.resolution.entities.get(found?.id ?? '') ?? assert.fail();
  const here = introduction(snapshot, person, HERE);
  assert.equal(here?.article, HERE);
  assert.equal(snapshot.articles.get(HERE)?.text.slice(here.span.start, here.span.end), 'سامر وليد الحداد');
  assert.deepEqual([...read], [HERE]);
  assert.equal(definition(snapshot, HERE, offsetOf(snapshot, 'سامر'))?.targets.length, MOST_INTRODUCTIONS);
  assert.ok(read.size <= MOST_INTRODUCTIONS + 1, `${read.size} articles read`);
});

test('all references are listed by where they stand alone', () => {
  const { snapshot, read } = manyArticles();
  const found = references(snapshot, HERE, offsetOf(snapshot, 'تشاد'), { includeDeclaration: true });
  assert.equal(found?.length, 2 * ARTICLES);
  const { article = '', span } = found?.at(-1) ?? {};
  assert.equal(snapshot.articles.get(article)?.text.slice(span?.start, span?.end), 'تشاد');
  assert.deepEqual([...read], [HERE]);
});
