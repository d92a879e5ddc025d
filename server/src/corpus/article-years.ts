/**
 * Articles by year and day, for whoever browses a corpus: made when it is first asked for, and from then on kept current with what each
 * change touches.
 */
import type { IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, Lookup } from '../resolve/entities.ts';
import { comparePaths } from './paths.ts';
import type { Article } from './snapshot.ts';

/** Paths by year; under null those without a full year. Of each year by date, then by path. */
export type Years = ReadonlyMap<string | null, readonly ArticlePath[]>;

export class ArticleYears {
  /** Null until somebody asks. */
  #dates: Map<ArticlePath, IsoDate | null> | null = null;
  #years: Years = new Map();
  #latest: object = {};

  /** Those of `articles`, which from now on are the latest. */
  view(articles: Lookup<ArticlePath, Article>): () => Years {
    let years = this.#dates === null ? null : this.#years;
    const own = {};
    this.#latest = own;
    return () => {
      years ??= this.#gather(articles, own);
      return years;
    };
  }

  /** Before the next view: of articles that are new or others, or no longer there (undefined). */
  change(changed: Iterable<readonly [ArticlePath, Article | undefined]>): void {
    const dates = this.#dates;
    if (dates === null) return;
    const come = new Map<string | null, ArticlePath[]>();
    const gone = new Map<string | null, Set<ArticlePath>>();
    for (const [path, article] of changed) {
      const before = dates.get(path);
      const now = article === undefined ? undefined : (article.date?.value ?? null);
      if (before === now) continue;
      if (before !== undefined) gone.set(yearOf(before), (gone.get(yearOf(before)) ?? new Set()).add(path));
      if (now === undefined) dates.delete(path);
      else {
        dates.set(path, now);
        come.set(yearOf(now), [...(come.get(yearOf(now)) ?? []), path]);
      }
    }
    const years = new Map(this.#years);
    for (const year of new Set([...come.keys(), ...gone.keys()])) {
      const away = gone.get(year);
      const stay = (years.get(year) ?? []).filter((path) => away?.has(path) !== true);
      const all = merged(stay, (come.get(year) ?? []).sort(by(dates)), by(dates));
      if (all.length > 0) years.set(year, all);
      else years.delete(year);
    }
    this.#years = years;
  }

  /** All may be others: they are gone through when somebody asks. */
  forget(): void {
    this.#dates = null;
  }

  #gather(articles: Lookup<ArticlePath, Article>, own: object): Years {
    const dates = new Map<ArticlePath, IsoDate | null>();
    const years = new Map<string | null, ArticlePath[]>();
    for (const { path, date } of articles.values()) {
      const value = date?.value ?? null;
      dates.set(path, value);
      const year = years.get(yearOf(value));
      if (year === undefined) years.set(yearOf(value), [path]);
      else year.push(path);
    }
    for (const paths of years.values()) paths.sort(by(dates));
    if (own === this.#latest) {
      this.#dates = dates;
      this.#years = years;
    }
    return years;
  }
}

function yearOf(date: IsoDate | null): string | null {
  const year = date?.slice(0, 4) ?? '';
  return /^\d{4}$/.test(year) ? year : null;
}

type Order = (a: ArticlePath, b: ArticlePath) => number;

const by =
  (dates: ReadonlyMap<ArticlePath, IsoDate | null>): Order =>
  (a, b) => {
    const left = dates.get(a) ?? '~';
    const right = dates.get(b) ?? '~';
    return left === right ? comparePaths(a, b) : left < right ? -1 : 1;
  };

/** Of two lists that are in order. */
function merged(a: readonly ArticlePath[], b: readonly ArticlePath[], order: Order): ArticlePath[] {
  const all: ArticlePath[] = [];
  let at = 0;
  for (const path of a) {
    for (let next = b[at]; next !== undefined && order(next, path) < 0; next = b[at]) {
      all.push(next);
      at++;
    }
    all.push(path);
  }
  return [...all, ...b.slice(at)];
}
