/**
 * Facts of all articles → one Resolution after another. The resolver is the only thing here that changes; every Resolution it gives
 * stays as it is.
 */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, Resolution } from './entities.ts';

export interface ResolvableArticle {
  readonly facts: ArticleFacts;
  /** The date the corpus gives the article: its own, or one inferred; null where there is none. */
  readonly date: IsoDate | null;
}

export interface Changes {
  /** Articles added or replaced. */
  readonly set?: Iterable<readonly [ArticlePath, ResolvableArticle]>;
  readonly remove?: Iterable<ArticlePath>;
}

export class Resolver {
  /** Cost is proportional to the articles in `changes`, not to the corpus. */
  update(_changes: Changes): Resolution {
    throw new Error('being written');
  }
}

/** The resolution of these articles: equal to any sequence of updates that ends with them (invariant 2). */
export function resolveAll(articles: Iterable<readonly [ArticlePath, ResolvableArticle]>): Resolution {
  return new Resolver().update({ set: articles });
}
