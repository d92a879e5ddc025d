/**
 * The reader's decisions: corrections written down beside the corpus, a part of what resolution is made from. They are plain data in the
 * order in which they were written, and name things as a person would: by name, or by words of an article where a name is not enough.
 *
 * What two decisions say of each other is settled here, by what they name alone and without a look at the corpus: of two that gainsay
 * each other the earlier one stands and the later one is set aside.
 */
import type { CountryCode, IsoDate } from '../recognize/facts.ts';
import { fold } from '../text/fold.ts';
import type { ArticlePath } from './entities.ts';
import { type NameKey, nameKey, nameWords } from './person-name.ts';

/** Words of an article that mention something; all mentions written so, or the `nth` of them (from 1). */
export interface QuotedWords {
  readonly in: ArticlePath;
  readonly mention: string;
  readonly nth: number | null;
}

/** A name as written, or words of an article. */
export type Reference = string | QuotedWords;

/** An office as the reader wrote it, recognised. */
export interface ToldOffice {
  readonly key: string;
  readonly title: string;
  readonly role: string;
  readonly country: CountryCode | null;
}

export type Decision =
  /** All are one; its name is the first. */
  | { readonly kind: 'same'; readonly of: readonly Reference[] }
  /** No two are one: persons by their names or by words of an article, anything else by words of an article. */
  | { readonly kind: 'different'; readonly of: readonly Reference[] }
  /** The words name nobody: of a name everywhere, of quoted words there. */
  | { readonly kind: 'not-person'; readonly of: readonly [Reference] }
  /** Not to be shown. */
  | { readonly kind: 'hide'; readonly of: readonly [Reference] }
  | { readonly kind: 'rename'; readonly of: readonly [Reference]; readonly to: string }
  /** The one office that the person has in the article. */
  | {
      readonly kind: 'office';
      readonly of: readonly [string];
      readonly in: ArticlePath;
      readonly office: ToldOffice;
    }
  /** When an agreement was signed or announced. */
  | { readonly kind: 'date'; readonly of: readonly [Reference]; readonly date: IsoDate };

/** Index into the list of decisions. */
export type DecisionIndex = number;

/** Why a decision, or a part of it, has no effect. `of` is the reference that this is about, by its place in the decision. */
export type Objection =
  /** An earlier one says the opposite. */
  | { readonly code: 'contradicts'; readonly earlier: DecisionIndex }
  /** An earlier one says the same. */
  | { readonly code: 'repeats'; readonly earlier: DecisionIndex }
  /** Both references are one name: it takes words of an article to tell its bearers apart. */
  | { readonly code: 'one-name'; readonly of: number }
  | { readonly code: 'unknown-name'; readonly of: number }
  | { readonly code: 'several'; readonly of: number }
  /** It takes words of an article to keep it apart from another. */
  | { readonly code: 'words-needed'; readonly of: number }
  | { readonly code: 'unknown-article'; readonly of: number }
  | { readonly code: 'unknown-words'; readonly of: number }
  /** References to things of different kinds, or to something that this cannot be said of. */
  | { readonly code: 'other-kind'; readonly of: number };

export const isQuoted = (reference: Reference): reference is QuotedWords => typeof reference !== 'string';

/** What a name in a decision is compared by. */
export function keyOfName(name: string): NameKey {
  const words = fold(name).trim().split(/\s+/);
  return nameKey(nameWords(words)) || words.join(' ');
}

/** Between the parts of the key of quoted words: name, article, which of them. */
export const SEPARATOR = '\u0006';

/** Equal for references to the same, whatever their spelling. */
export const referenceKey = (reference: Reference): string =>
  isQuoted(reference)
    ? [keyOfName(reference.mention), reference.in, reference.nth ?? ''].join(SEPARATOR)
    : keyOfName(reference);

/** The same for equal decisions, wherever they stand in a list. */
export const decisionKey = (decision: Decision): string => JSON.stringify(decision);

/** Decisions as they stand to each other. */
export interface Settled {
  readonly all: readonly Decision[];
  /** Decisions set aside, and why. */
  readonly objections: ReadonlyMap<DecisionIndex, Objection>;
  /** Those in force that speak of words of an article. */
  readonly byArticle: ReadonlyMap<ArticlePath, readonly DecisionIndex[]>;
  /** Those in force that say who somebody is or is not, by the keys of what they refer to. */
  readonly byReference: ReadonlyMap<string, readonly DecisionIndex[]>;
  /** Where each stands, by `decisionKey`. */
  readonly indexes: ReadonlyMap<string, DecisionIndex>;
  /** Names that are nobody's. */
  readonly nobody: ReadonlySet<NameKey>;
  /** Whether a decision keeps two names apart, by itself or with others that say who else bears them. */
  apart(one: NameKey, other: NameKey): boolean;
}

export function settle(all: readonly Decision[]): Settled {
  const objections = new Map<DecisionIndex, Objection>();
  const identities = new Identities();
  const byArticle = new Map<ArticlePath, DecisionIndex[]>();
  const byReference = new Map<string, DecisionIndex[]>();
  const nobody = new Set<NameKey>();
  const said: Said = new Map();

  for (const [index, decision] of all.entries()) {
    const objection = weigh(decision, index, identities, said);
    if (objection !== null) {
      objections.set(index, objection);
      continue;
    }
    const articles = new Set<ArticlePath>(decision.of.flatMap((each) => (isQuoted(each) ? each.in : [])));
    if (decision.kind === 'office') articles.add(decision.in);
    for (const article of articles) put(byArticle, article, index);
    if (decision.kind === 'same' || decision.kind === 'different')
      for (const key of new Set(decision.of.map(referenceKey))) put(byReference, key, index);
    if (decision.kind === 'not-person' && !isQuoted(decision.of[0])) nobody.add(keyOfName(decision.of[0]));
  }
  return {
    all,
    objections,
    byArticle,
    byReference,
    nobody,
    indexes: new Map([...all.entries()].reverse().map(([index, decision]) => [decisionKey(decision), index])),
    apart: (one, other) => identities.apart(one, other),
  };
}

/** By what is spoken of: the first decision that does, and what it says of it. */
type Said = Map<string, { readonly index: DecisionIndex; readonly says: string }>;

function weigh(decision: Decision, index: DecisionIndex, identities: Identities, said: Said): Objection | null {
  const keys = decision.of.map(referenceKey);
  if (decision.kind === 'same' || decision.kind === 'different') {
    const twice = keys.findIndex((key, i) => keys.indexOf(key) < i);
    if (twice >= 0) return { code: 'one-name', of: twice };
    return decision.kind === 'same' ? identities.join(keys, index) : identities.part(keys, index);
  }
  const about = [decision.kind, ...keys, decision.kind === 'office' ? decision.in : ''].join('\n');
  const before = said.get(about);
  if (before === undefined) said.set(about, { index, says: saying(decision) });
  return before === undefined
    ? null
    : { code: before.says === saying(decision) ? 'repeats' : 'contradicts', earlier: before.index };
}

function saying(decision: Decision): string {
  if (decision.kind === 'rename') return decision.to;
  if (decision.kind === 'date') return decision.date;
  return decision.kind === 'office' ? decision.office.key : '';
}

function put<Key>(lists: Map<Key, DecisionIndex[]>, key: Key, index: DecisionIndex): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}

/** What was said to be one and to be different so far. */
class Identities {
  readonly #parents = new Map<string, string>();
  /** By root: roots or members of what it is not, with the decision that says so. */
  readonly #others = new Map<string, { readonly other: string; readonly index: DecisionIndex }[]>();
  /** Decisions that joined, by root. */
  readonly #joined = new Map<string, DecisionIndex[]>();

  apart(one: string, other: string): boolean {
    return this.#apartBy(one, other) !== null;
  }

  join(keys: readonly string[], index: DecisionIndex): Objection | null {
    const roots = [...new Set(keys.map((key) => this.#rootOf(key)))];
    const [first] = roots;
    if (first === undefined) return null;
    if (roots.length === 1) return { code: 'repeats', earlier: this.#joined.get(first)?.[0] ?? index };
    for (const [i, root] of roots.entries())
      for (const other of roots.slice(i + 1)) {
        const earlier = this.#apartBy(root, other);
        if (earlier !== null) return { code: 'contradicts', earlier };
      }
    for (const root of roots.slice(1)) {
      this.#parents.set(root, first);
      this.#others.set(first, [...(this.#others.get(first) ?? []), ...(this.#others.get(root) ?? [])]);
      this.#joined.set(first, [...(this.#joined.get(first) ?? []), ...(this.#joined.get(root) ?? [])]);
    }
    this.#joined.set(first, [...(this.#joined.get(first) ?? []), index]);
    return null;
  }

  part(keys: readonly string[], index: DecisionIndex): Objection | null {
    const pairs = keys.flatMap((one, i) => keys.slice(i + 1).map((other) => [one, other] as const));
    for (const [one, other] of pairs) {
      const root = this.#rootOf(one);
      if (root === this.#rootOf(other))
        return { code: 'contradicts', earlier: Math.min(...(this.#joined.get(root) ?? [index])) };
    }
    const known = pairs.map(([one, other]) => this.#apartBy(one, other));
    const [first] = known;
    if (first !== undefined && first !== null && known.every((each) => each !== null))
      return { code: 'repeats', earlier: first };
    for (const [one, other] of pairs) {
      const [a, b] = [this.#rootOf(one), this.#rootOf(other)];
      this.#others.set(a, [...(this.#others.get(a) ?? []), { other: b, index }]);
      this.#others.set(b, [...(this.#others.get(b) ?? []), { other: a, index }]);
    }
    return null;
  }

  #apartBy(one: string, other: string): DecisionIndex | null {
    const root = this.#rootOf(other);
    return this.#others.get(this.#rootOf(one))?.find((each) => this.#rootOf(each.other) === root)?.index ?? null;
  }

  #rootOf(key: string): string {
    let root = key;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    return root;
  }
}

export const NOTHING_DECIDED: Settled = settle([]);
