/** Articles by year and day: what changes leave is what going through all articles gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ArticleYears } from '../../../server/src/corpus/article-years.ts';
import type { Article } from '../../../server/src/corpus/snapshot.ts';

const DATES = [null, '2019', '2019-03', '2019-03-02', '2019-03-03', '2020-01-01', 'XXXX-03-02'];

const article = (path: string, date: string | null) =>
  ({ path, date: date === null ? null : { value: date, inferred: false } }) as Article;

function yearsOf(articles: ReadonlyMap<string, Article>) {
  return [...new ArticleYears().view(articles)()].sort();
}

test('of each year by date, then by name; those without a year by themselves', () => {
  const articles = ['2020-01-01', '2019-03-03', null, '2019-03-02', 'XXXX-03-02', '2019-03-02'].map(
    (date, at) => [`${at}.txt`, article(`${at}.txt`, date)] as const,
  );
  assert.deepEqual(yearsOf(new Map(articles)), [
    [null, ['4.txt', '2.txt']],
    ['2019', ['3.txt', '5.txt', '1.txt']],
    ['2020', ['0.txt']],
  ]);
});

test('after any changes, and in any order of asking, each state has its own', () => {
  const path = fc.integer({ min: 0, max: 8 }).map((at) => `${at}.txt`);
  const change = fc.array(fc.tuple(path, fc.option(fc.constantFrom(...DATES), { nil: undefined })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 8 }), (states) => {
      const years = new ArticleYears();
      let articles: ReadonlyMap<string, Article> = new Map();
      const seen = [{ articles, view: years.view(articles) }];
      for (const [changes, isAsked] of states) {
        const next = new Map(articles);
        for (const [name, date] of changes)
          if (date === undefined) next.delete(name);
          else next.set(name, article(name, date));
        articles = next;
        years.change([...new Set(changes.map(([name]) => name))].map((name) => [name, next.get(name)] as const));
        const view = years.view(articles);
        if (isAsked) view();
        seen.push({ articles, view });
      }
      for (const state of seen) assert.deepEqual([...state.view()].sort(), yearsOf(state.articles));
    }),
  );
});

test('once asked for, an edit costs no look at the other articles', () => {
  const articles = new Map(Array.from({ length: 1000 }, (_, at) => [`${at}.txt`, article(`${at}.txt`, '2019-03-02')]));
  let looked = 0;
  const counting = new Proxy(articles, {
    get(target, name) {
      if (name === 'values') looked++;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const years = new ArticleYears();
  years.view(counting)();
  for (let edit = 0; edit < 10; edit++) {
    years.change([['5.txt', article('5.txt', `2020-01-0${edit}`)]]);
    assert.equal(years.view(counting)().get('2020')?.[0], '5.txt');
  }
  assert.equal(looked, 1);
});
