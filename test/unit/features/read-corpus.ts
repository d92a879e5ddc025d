/** Small corpora that are read and resolved as real ones are: for features that ask for events, and for what spans articles. */
import { Map as ImmutableMap } from 'immutable';
import { articleDate, outlineOf } from '../../../server/src/corpus/article.ts';
import { ArticleYears } from '../../../server/src/corpus/article-years.ts';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { resolveAll } from '../../../server/src/resolve/resolver.ts';

/** Texts by path. */
export function readCorpus(texts: Readonly<Record<string, string>>): Snapshot {
  const articles = Object.entries(texts).map(([path, text]) => {
    const facts = recognize(text, null);
    const mentionSpan = (mention: number) => facts.mentions[mention];
    const date = articleDate(path, facts, new Map());
    return { path, text, facts, mentionSpan, date, ...outlineOf(text, 'utf8', facts) };
  });
  const all = ImmutableMap(articles.map((article) => [article.path, article]));
  return {
    version: 1,
    settings: { text: '', lineStarts: [0], corrections: [] },
    articles: all,
    years: new ArticleYears().view(all),
    readTexts: () => {},
    resolution: resolveAll(
      articles.map(({ path, facts, date }) => [path, { facts, date: date?.value ?? null }] as const),
    ),
  };
}

/** What a question that is answered in steps comes to. */
export function finished<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
