/**
 * Facts of all articles → one Resolution after another. The resolver is the only thing here that changes; every Resolution it gives
 * stays as it is.
 */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, Resolution } from './entities.ts';
import { resolutionOf } from './resolution.ts';
import { advance, EMPTY_STATE } from './state.ts';
import { tell } from './told-dates.ts';

export interface ResolvableArticle {
  readonly facts: ArticleFacts;
  /** The article's date, from its text or given with it; null where there is none. Others may still tell it: `inferredDate`. */
  readonly date: IsoDate | null;
}

export interface Changes {
  /** Articles added or replaced. */
  readonly set?: Iterable<readonly [ArticlePath, ResolvableArticle]>;
  readonly remove?: Iterable<ArticlePath>;
}

export class Resolver {
  #state = EMPTY_STATE;
  #resolution = resolutionOf(EMPTY_STATE);
  #redated: ReadonlySet<ArticlePath> = new Set();

  /** Articles that the last update gave a date inferred from others, another one, or none any longer. */
  get redated(): ReadonlySet<ArticlePath> {
    return this.#redated;
  }

  /** What the articles so far resolve to. */
  get resolution(): Resolution {
    return this.#resolution;
  }

  /**
   * The resolution after these changes; an article both set and removed is removed. Costs what the changed articles are long, however
   * many others there are. Without any change the Resolution stays the same object.
   */
  update({ set = [], remove = [] }: Changes): Resolution {
    const next = new Map<ArticlePath, ResolvableArticle | null>(set);
    for (const path of remove) next.set(path, null);
    for (const [path, article] of next) {
      const before = this.#state.articles.get(path);
      const same =
        article === null
          ? before === undefined
          : before?.facts === article.facts && (before.told ? before.told.own : before.date) === article.date;
      if (same) next.delete(path);
    }
    this.#redated = new Set();
    if (next.size > 0) {
      const told = tell(this.#state.toldDates, this.#state.articles, next);
      this.#redated = told.changed;
      this.#state = { ...advance(this.#state, told.articles), toldDates: told.index };
      this.#resolution = resolutionOf(this.#state);
    }
    return this.#resolution;
  }
}

/** The resolution of these articles: equal to any sequence of updates that ends with them (invariant 2). */
export function resolveAll(articles: Iterable<readonly [ArticlePath, ResolvableArticle]>): Resolution {
  return new Resolver().update({ set: articles });
}
