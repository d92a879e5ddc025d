/**
 * The agreements of a block: items of one proper name, or of the same parties, put together as far as they are one document (what is,
 * agreement-rules.ts says). Items of known days are put together within each quarter of a year first and then across neighbouring
 * quarters, and what a quarter comes to is remembered, so that an edit costs one quarter's items and not all that was ever written of
 * two states.
 */
import type { AgreementType, IsoDate } from '../recognize/facts.ts';
import { type AgreementItem, byItem, itemKey } from './agreement-items.ts';
import {
  claimsOf,
  contradict,
  isGeneric,
  isPlanOf,
  likeness,
  nearness,
  plannedAfter,
  rival,
  subjectsOf,
  type Tie,
  tieOf,
} from './agreement-rules.ts';
import { disjoint, groupBy } from './collections.ts';
import { byCodeUnit } from './keys.ts';
import type { AgreementBlock, AgreementSlice } from './state.ts';

/** Items of one agreement, in the order of articles; never empty. */
export interface AgreementCluster {
  /** Without `agreement:`. */
  readonly id: string;
  readonly items: readonly AgreementItem[];
}

export interface Clusters {
  /** By id. */
  readonly all: readonly AgreementCluster[];
  /** By `itemKey`. */
  readonly byItem: ReadonlyMap<string, AgreementCluster>;
}

/** An item is compared with so many that follow it in time: reports of one document stand close together. */
const COMPARED = 48;
/** Of two clusters of neighbouring quarters so many of the last and of the first items are compared. */
const COMPARED_ACROSS = 6;
/** Quarters that half a year may reach over. */
const NEIGHBOURS = 2;
/** Persons in common that join an item without any date to another; that the articles name the same people counts for one. */
const SHARED_UNDATED = 2;

const known = new WeakMap<AgreementBlock, Clusters>();

/** The agreements of a block. */
export function clustersOf(key: string, block: AgreementBlock): Clusters {
  let clusters = known.get(block);
  if (clusters === undefined) {
    const all = identified(
      key,
      key.startsWith('@')
        ? itemsIn(block).map((item) => [item])
        : key.startsWith('=')
          ? byName(itemsIn(block))
          : key.startsWith('~')
            ? together([...itemsIn(block)].sort(byDay))
            : byParties(block),
    );
    clusters = {
      all,
      byItem: new Map(all.flatMap((cluster) => cluster.items.map((item) => [itemKey(item), cluster]))),
    };
    known.set(block, clusters);
  }
  return clusters;
}

const itemsIn = (block: AgreementBlock): AgreementItem[] =>
  [...block.values()].flatMap((slice) => [...slice.values()]).sort(byItem);

/**
 * One proper name is one document, unless parties or dates differ: «اتفاق بغداد» of several years. What an article leaves out, parties
 * or date, is filled in where the block knows only one.
 */
function byName(items: readonly AgreementItem[]): AgreementItem[][] {
  const named = namedAlike(items.filter(({ properName }) => properName !== null));
  const unnamed = together(items.filter(({ properName }) => properName === null).sort(byDay));
  const takenBy = named.map((own) => unnamed.filter((each) => mayBeCalled(each, own)));
  return [
    ...named.map((own, i) => {
      const [only, second] = takenBy[i] ?? [];
      const shared = takenBy.filter((each) => only !== undefined && each.includes(only)).length > 1;
      return only === undefined || second !== undefined || shared ? own : [...own, ...only];
    }),
    ...unnamed.filter((each) => {
      const takers = takenBy.filter((all) => all.includes(each));
      return takers.length !== 1 || takers[0]?.length !== 1;
    }),
  ];
}

/** Items by day, put together by what ties them. */
const together = (items: readonly AgreementItem[]): AgreementItem[][] =>
  joined(
    items.map((item) => [item]),
    tiesAmong(items),
  ).map((cluster) => cluster.items);

/** Of items by day. */
const tiesAmong = (items: readonly AgreementItem[]): Tie[] =>
  items.flatMap((a, i) => items.slice(i + 1, i + 1 + COMPARED).flatMap((b) => tieOf(a, b) ?? []));

/**
 * Whether documents without a name, signed in a town, may be the one that is called by it: of one subject, of no other parties, told by no article that is older
 * or tells the two apart.
 */
function mayBeCalled(unnamed: readonly AgreementItem[], named: readonly AgreementItem[]): boolean {
  return unnamed.every((each) =>
    named.every(
      (other) =>
        !rival(each, other) &&
        subjectsOf(each, other) === 'equal' &&
        (other.parties.length === 0 || each.parties.every((party) => other.parties.includes(party))) &&
        (other.articleDate === null || each.date === null || other.articleDate >= each.date),
    ),
  );
}

function namedAlike(items: readonly AgreementItem[]): AgreementItem[][] {
  const partiesOf = (item: AgreementItem) => (item.parties.length > 1 ? item.parties.join('+') : '');
  const parties = only(items.map(partiesOf).filter((each) => each !== ''));
  return [...groupBy(items, (item) => partiesOf(item) || (parties ?? '')).values()].flatMap((same) => {
    const dates = new Set(same.map(({ date }) => date ?? ''));
    const fullest = [...dates].filter(
      (date) => date !== '' && ![...dates].some((other) => other !== date && other.startsWith(date)),
    );
    const dateOf = ({ date }: AgreementItem) =>
      only(fullest.filter((each) => each.startsWith(date ?? ''))) ?? date ?? '';
    return [...groupBy(same, dateOf).values()];
  });
}

/** The one value among these; null where there are several or none. */
function only(values: readonly string[]): string | null {
  const [first, second] = new Set(values);
  return second === undefined ? (first ?? null) : null;
}

/** Items of known days; then those of a known month or year; then those without any date. */
function byParties(block: AgreementBlock): AgreementItem[][] {
  const dayless = [...(block.get('')?.values() ?? [])].sort(byItem);
  const dated = joinQuarters(block);
  const settled = new Near(
    joinByMonthOrYear(
      dated,
      dayless.filter(({ date }) => date !== null),
    ),
  );
  return [
    ...settled.clusters,
    ...joinUndated(
      settled,
      dayless.filter(({ date }) => date === null),
    ),
  ].map(({ items }) => items);
}

const parts = new WeakMap<AgreementSlice, readonly (readonly AgreementItem[])[]>();

/** The items of one quarter put together, each list by day. */
function partsOf(slice: AgreementSlice): readonly (readonly AgreementItem[])[] {
  let found = parts.get(slice);
  if (found === undefined) {
    const items = [...slice.values()].sort(byDay);
    found = together(items).map((part) => part.sort(byDay));
    parts.set(slice, found);
  }
  return found;
}

const tiesAcross = new WeakMap<AgreementSlice, WeakMap<AgreementSlice, readonly Tie[]>>();

/** What ties clusters of an earlier and a later quarter. */
function tiesBetween(earlier: AgreementSlice, later: AgreementSlice): readonly Tie[] {
  let fromEarlier = tiesAcross.get(earlier);
  if (fromEarlier === undefined) {
    fromEarlier = new WeakMap();
    tiesAcross.set(earlier, fromEarlier);
  }
  let ties = fromEarlier.get(later);
  if (ties === undefined) {
    const firsts = partsOf(later).map((part) => part.slice(0, COMPARED_ACROSS));
    ties = partsOf(earlier).flatMap((part) => {
      const lasts = part.slice(-COMPARED_ACROSS);
      return firsts.flatMap((first) => lasts.flatMap((a) => first.flatMap((b) => tieOf(a, b) ?? [])));
    });
    fromEarlier.set(later, ties);
  }
  return ties;
}

function joinQuarters(block: AgreementBlock): Cluster[] {
  const quarters = [...block.keys()].filter((quarter) => quarter !== '').sort(byCodeUnit);
  const slices = quarters.map((quarter) => block.get(quarter) as AgreementSlice);
  const ties = slices.flatMap((slice, i) =>
    slices
      .slice(i + 1, i + 1 + NEIGHBOURS)
      .flatMap((later, j) =>
        quartersBetween(quarters[i] ?? '', quarters[i + 1 + j] ?? '') <= NEIGHBOURS ? tiesBetween(slice, later) : [],
      ),
  );
  return joined(slices.flatMap(partsOf), ties);
}

function quartersBetween(a: string, b: string): number {
  const count = (quarter: string) => 4 * Number(quarter.slice(0, 4)) + Number(quarter.slice(5));
  return count(b) - count(a);
}

/** Lists of items joined by ties, the strongest first, of equals the nearest in time; a tie that something else forbids is left out. */
function joined(lists: readonly (readonly AgreementItem[])[], ties: readonly Tie[]): Cluster[] {
  const clusterOf = new Map<AgreementItem, Cluster>();
  for (const list of lists) {
    const cluster = new Cluster(list);
    for (const item of list) clusterOf.set(item, cluster);
  }
  const ordered = [...ties].sort(
    (x, y) => y.strength - x.strength || x.days - y.days || byItem(x.a, y.a) || byItem(x.b, y.b),
  );
  for (const { a, b } of ordered) {
    const one = clusterOf.get(a);
    const other = clusterOf.get(b);
    if (one === undefined || other === undefined || one === other || one.forbids(other)) continue;
    const [large, small] = one.items.length >= other.items.length ? [one, other] : [other, one];
    large.take(small);
    for (const item of small.items) clusterOf.set(item, large);
  }
  return [...new Set(clusterOf.values())];
}

/**
 * Items of which only the month or year is known go to the one agreement of that month or year that is of their kind, subject or people;
 * those left join each other where date and kind are equal.
 */
function joinByMonthOrYear(clusters: readonly Cluster[], items: readonly AgreementItem[]): Cluster[] {
  const byDate = new Map<IsoDate, Cluster[]>();
  if (items.length > 0)
    for (const cluster of clusters)
      for (const date of new Set(cluster.items.flatMap((item) => (item.date === null ? [] : lessExact(item.date))))) {
        const list = byDate.get(date);
        if (list === undefined) byDate.set(date, [cluster]);
        else list.push(cluster);
      }
  const plans = items.length === 0 ? new Map<string, Cluster[]>() : plansByMonth(clusters);
  const left = new Map<string, Cluster>();
  for (const item of items) {
    const own = new Cluster([item]);
    const ofDate = (byDate.get(item.date ?? '') ?? []).filter((cluster) => !cluster.forbids(own));
    const alike = likest(item, ofDate);
    // Two states seldom have two agreements of one kind in a month.
    const only =
      item.date?.length === MONTH && ofDate.length === 1 && ofDate[0]?.items.every(({ type }) => type === item.type);
    const signed = only ? ofDate : alike;
    const planned = () =>
      monthsUpTo(item.date ?? '')
        .flatMap((month) => plans.get(month) ?? [])
        .filter((cluster) => !cluster.forbids(own) && cluster.items.some((other) => isPlanOf(other, item)));
    const fitting = signed.length > 0 ? signed : [...new Set(planned())];
    const [first, second] = fitting;
    const key = `${item.date} ${item.type}`;
    const same = left.get(key);
    if (first !== undefined && second === undefined) first.take(own);
    else if (same !== undefined && !same.forbids(own)) same.take(own);
    else left.set(same === undefined ? key : `${key} ${itemKey(item)}`, own);
  }
  return [...clusters, ...left.values()];
}

/** Of several clusters those that an item is like in most; none where it is like none. */
function likest(item: AgreementItem, clusters: readonly Cluster[]): Cluster[] {
  const ranked = clusters.map((cluster) => ({
    cluster,
    like: Math.max(...cluster.items.map((other) => likeness(item, other))),
  }));
  const most = Math.max(...ranked.map(({ like }) => like));
  return most === 0 ? [] : ranked.filter(({ like }) => like === most).map(({ cluster }) => cluster);
}

/** Length of a date that is a month. */
const MONTH = 7;
/** Between a plan and a signing of which only the month is known: half a year. */
const PLANNED_MONTHS = 6;

/** Clusters that are still plans, by the months of which their items are. */
function plansByMonth(clusters: readonly Cluster[]): Map<string, Cluster[]> {
  const byMonth = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    if (!cluster.items.every(({ planned }) => planned)) continue;
    for (const month of new Set(cluster.items.flatMap(({ day }) => day?.slice(0, 7) ?? []))) {
      const list = byMonth.get(month);
      if (list === undefined) byMonth.set(month, [cluster]);
      else list.push(cluster);
    }
  }
  return byMonth;
}

/** `2021-12` and the months before it in which it may have been planned; none of a year alone. */
function monthsUpTo(month: IsoDate): string[] {
  if (!/^\d{4}-\d\d$/.test(month)) return [];
  const last = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;
  return Array.from({ length: PLANNED_MONTHS + 1 }, (_, i) => {
    const at = last - i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** `2023`, `2023-03` and `2023-03-19` of `2023-03-19`. */
const lessExact = (date: IsoDate): string[] => [...new Set([date.slice(0, 4), date.slice(0, 7), date])];

/** Each item without a date goes to the one agreement that it is nearest to; those left join each other where each is near to each. */
function joinUndated(settled: Near, items: readonly AgreementItem[]): readonly Cluster[] {
  const left = new Near([]);
  for (const item of items) {
    const own = new Cluster([item]);
    const ranked = settled
      .to(item)
      .filter((cluster) => !cluster.forbids(own))
      .map((cluster) => ({ cluster, near: Math.max(...cluster.items.map((other) => nearness(item, other))) }))
      .sort((a, b) => b.near - a.near);
    const [best, next] = ranked;
    if (best !== undefined && best.near >= SHARED_UNDATED && best.near !== next?.near) {
      best.cluster.take(own);
      continue;
    }
    const into = left
      .to(item)
      .find(
        (cluster) => !cluster.forbids(own) && cluster.items.every((other) => nearness(item, other) >= SHARED_UNDATED),
      );
    if (into === undefined) left.add(own);
    else into.take(own);
  }
  return left.clusters;
}

/** Clusters by the words of the names in them, so that an undated item is not compared with all. */
class Near {
  readonly clusters: Cluster[] = [];
  #byWord: Map<string, Set<Cluster>> | null = null;

  constructor(clusters: readonly Cluster[]) {
    this.clusters.push(...clusters);
  }

  add(cluster: Cluster): void {
    this.clusters.push(cluster);
    if (this.#byWord !== null) this.#index(cluster, this.#byWord);
  }

  /** Clusters that share most words with the item, at most COMPARED. */
  to(item: AgreementItem): Cluster[] {
    // Most blocks have no undated item, and their clusters need no index.
    if (this.#byWord === null) {
      this.#byWord = new Map();
      for (const cluster of this.clusters) this.#index(cluster, this.#byWord);
    }
    const hits = new Map<Cluster, number>();
    for (const word of new Set(item.people.flat()))
      for (const cluster of this.#byWord.get(word) ?? []) hits.set(cluster, (hits.get(cluster) ?? 0) + 1);
    return [...hits]
      .sort(([a, m], [b, n]) => n - m || byItem(a.items[0] as AgreementItem, b.items[0] as AgreementItem))
      .slice(0, COMPARED)
      .map(([cluster]) => cluster);
  }

  #index(cluster: Cluster, byWord: Map<string, Set<Cluster>>): void {
    for (const { people } of cluster.items)
      for (const word of people.flat()) {
        const having = byWord.get(word);
        if (having === undefined) byWord.set(word, new Set([cluster]));
        else having.add(cluster);
      }
  }
}

class Cluster {
  readonly items: AgreementItem[] = [];
  readonly #articles = new Set<string>();
  /** One item of each kind of claims: most reports of a document say the same of it. */
  readonly #claims = new Map<string, AgreementItem>();
  /** The latest article that still speaks of a plan. */
  #latestPlan: IsoDate | null = null;
  /** Clusters known to be other agreements: they stay so, whatever either takes in. */
  readonly #others = new Set<Cluster>();

  constructor(items: readonly AgreementItem[]) {
    this.#put(items);
  }

  #put(items: readonly AgreementItem[]): void {
    for (const item of items) {
      this.items.push(item);
      this.#articles.add(item.article);
      this.#claims.set(claimsOf(item), item);
      const { planned, articleDate } = item;
      if (planned && articleDate !== null && articleDate > (this.#latestPlan ?? '')) this.#latestPlan = articleDate;
    }
  }

  take(other: Cluster): void {
    this.#put(other.items);
    for (const each of other.#others) {
      this.#others.add(each);
      each.#others.add(this);
    }
  }

  /** Whether anything in the two says that they are not one document. */
  forbids(other: Cluster): boolean {
    if (this.#others.has(other)) return true;
    const forbidden =
      !disjoint(this.#articles, other.#articles) ||
      this.#plansAfter(other) ||
      other.#plansAfter(this) ||
      this.#contradicts(other);
    if (forbidden) {
      this.#others.add(other);
      other.#others.add(this);
    }
    return forbidden;
  }

  #plansAfter(other: Cluster): boolean {
    const plan = { planned: this.#latestPlan !== null, articleDate: this.#latestPlan };
    for (const item of other.#claims.values()) if (plannedAfter(plan, item)) return true;
    return false;
  }

  #contradicts(other: Cluster): boolean {
    for (const mine of this.#claims.values())
      for (const theirs of other.#claims.values()) if (contradict(mine, theirs)) return true;
    return false;
  }
}

const byDay = (a: AgreementItem, b: AgreementItem): number => byCodeUnit(a.day ?? '', b.day ?? '') || byItem(a, b);

/** Ids made of block, kind and date; two agreements that would share one are told apart by the first article and its local entity. */
function identified(key: string, clusters: readonly (readonly AgreementItem[])[]): AgreementCluster[] {
  const named = clusters.map((items) => {
    const sorted = [...items].sort(byItem);
    const date = datesOf(sorted)[0] ?? '';
    const days = sorted.flatMap(({ day }) => day ?? []).sort(byCodeUnit);
    const marks = key.startsWith('=') ? [key, date] : [key, typeOf(sorted), date || (days[0] ?? '')];
    return { items: sorted, id: marks.filter((mark) => mark !== '').join(SEPARATOR) };
  });
  const ids = groupBy(named, ({ id }) => id);
  return named
    .map(({ items, id }) => {
      const [first] = items;
      const unique = ids.get(id)?.length === 1 || first === undefined;
      return { items, id: unique ? id : [id, first.article, first.local].join(SEPARATOR) };
    })
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Between the parts of an agreement's id; the first part is the block. */
const SEPARATOR = '|';

export const blockOfId = (id: string): string => id.split(SEPARATOR, 1)[0] ?? '';

/** Dates of signing, the most exact first, then the most often said, then by code unit. */
export function datesOf(items: readonly AgreementItem[]): IsoDate[] {
  const counts = new Map<IsoDate, number>();
  for (const { date } of items) if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  const exactness = (date: IsoDate) => date.replaceAll('X', '').length;
  return [...counts]
    .sort(([a, m], [b, n]) => exactness(b) - exactness(a) || n - m || byCodeUnit(a, b))
    .map(([date]) => date);
}

/** What most mentions are of; of equals the one that says more, then by code unit. */
export function typeOf(items: readonly AgreementItem[]): AgreementType {
  const counts = new Map<AgreementType, number>();
  for (const { type, mentions } of items) counts.set(type, (counts.get(type) ?? 0) + mentions.length);
  const [first] = [...counts].sort(
    ([a, m], [b, n]) => n - m || Number(isGeneric(a)) - Number(isGeneric(b)) || byCodeUnit(a, b),
  );
  return first?.[0] ?? 'agreement';
}
