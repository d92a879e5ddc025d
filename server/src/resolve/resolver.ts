/**
 * Facts of all articles → one Resolution after another. The resolver is the only thing here that changes; every Resolution it gives
 * stays as it is.
 */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import { decideArticle } from './decided-article.ts';
import { type Decision, decisionKey, NOTHING_DECIDED, type Settled, settle } from './decisions.ts';
import type { ArticlePath, Resolution } from './entities.ts';
import { resolutionOf } from './resolution.ts';
import { advance, type DecidedInput, EMPTY_STATE, type State } from './state.ts';
import { dated, tell } from './told-dates.ts';

export interface ResolvableArticle {
  readonly facts: ArticleFacts;
  /** The article's date, from its text or given with it; null where there is none. Others may still tell it: `inferredDate`. */
  readonly date: IsoDate | null;
  /** Gives its text, in which decisions quote words; none where no decision can speak of it. */
  readonly text?: () => string;
}

export interface Changes {
  /** Articles added or replaced. */
  readonly set?: Iterable<readonly [ArticlePath, ResolvableArticle]>;
  readonly remove?: Iterable<ArticlePath>;
  /** All the reader's decisions, in the order in which they are written; what they were before where left out. */
  readonly decisions?: readonly Decision[];
}

export class Resolver {
  #state: State = EMPTY_STATE;
  #settled = NOTHING_DECIDED;
  #resolution = resolutionOf(EMPTY_STATE, NOTHING_DECIDED);
  #redated: ReadonlySet<ArticlePath> = new Set();

  /** Goes on from a state that was kept (kept-state.ts); decisions are put upon it by the next update. */
  static from(state: State): Resolver {
    const resolver = new Resolver();
    resolver.#state = state;
    resolver.#resolution = resolutionOf(state, NOTHING_DECIDED);
    return resolver;
  }

  /** What can be kept: the state without the reader's decisions. */
  get undecided(): State {
    if (this.#settled.all.length === 0) return this.#state;
    const copy = Resolver.from(this.#state);
    copy.#settled = this.#settled;
    copy.update({ decisions: [] });
    return copy.#state;
  }

  /** What the articles would resolve to after these changes, which are not made. */
  tried(changes: Changes): Resolution {
    const copy = Resolver.from(this.#state);
    copy.#settled = this.#settled;
    return copy.update(changes);
  }

  /** Articles that the last update gave a date inferred from others, another one, or none any longer. */
  get redated(): ReadonlySet<ArticlePath> {
    return this.#redated;
  }

  /** What the articles so far resolve to. */
  get resolution(): Resolution {
    return this.#resolution;
  }

  /**
   * The resolution after these changes; an article both set and removed is removed. Costs what the changed articles are long, and
   * those of whose words decisions came or went, however many others there are. Without any change the Resolution stays the same object.
   */
  update({ set = [], remove = [], decisions }: Changes): Resolution {
    const next = new Map<ArticlePath, ResolvableArticle | null>(set);
    for (const path of remove) next.set(path, null);
    for (const [path, article] of next) {
      const before = this.#state.articles.get(path)?.given;
      const same =
        article === null ? before === undefined : before?.facts === article.facts && before.date === article.date;
      if (same) next.delete(path);
    }
    this.#redated = new Set();
    const decided = decisions !== undefined && !equal(decisions, this.#settled.all);
    if (decided) {
      const before = this.#settled;
      this.#settled = settle(decisions);
      for (const path of spokenOfAnew(before, this.#settled)) {
        const article = this.#state.articles.get(path)?.given;
        if (article !== undefined && !next.has(path)) next.set(path, article);
      }
    }
    if (next.size > 0 || decided) {
      const toldNow = tell(this.#state.toldDates, this.#state.articles, next);
      this.#redated = toldNow.changed;
      const inputs = new Map<ArticlePath, DecidedInput | null>();
      for (const [path, article] of toldNow.articles) inputs.set(path, article && this.#decided(path, article));
      this.#state = { ...advance(this.#state, inputs), toldDates: toldNow.index };
      this.#resolution = resolutionOf(this.#state, this.#settled);
    }
    return this.#resolution;
  }

  #decided(path: ArticlePath, article: ResolvableArticle & Pick<DecidedInput, 'told'>): DecidedInput {
    const { date, told } = article;
    const given = told === undefined ? article : dated(article, told.own);
    const decided = decideArticle(path, given, this.#settled);
    return { given, date, ...(told && { told }), decided };
  }
}

const equal = (a: readonly Decision[], b: readonly Decision[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((decision, i) => {
      const other = b[i];
      return other !== undefined && decisionKey(decision) === decisionKey(other);
    }));

/** Articles of whose words other decisions speak now than before. */
function spokenOfAnew(before: Settled, after: Settled): ArticlePath[] {
  const keys = ({ all, byArticle }: Settled, path: ArticlePath) =>
    (byArticle.get(path) ?? [])
      .flatMap((index) => all[index] ?? [])
      .map(decisionKey)
      .join('\n');
  const paths = new Set([...before.byArticle.keys(), ...after.byArticle.keys()]);
  return [...paths].filter((path) => keys(before, path) !== keys(after, path));
}

/** The resolution of these articles: equal to any sequence of updates that ends with them and these decisions (invariant 2). */
export function resolveAll(
  articles: Iterable<readonly [ArticlePath, ResolvableArticle]>,
  decisions: readonly Decision[] = [],
): Resolution {
  return new Resolver().update({ set: articles, decisions });
}
