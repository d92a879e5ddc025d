/**
 * Which agreements of several articles are one document. Looks at one block (same proper name, or same parties) at a time.
 *
 * What joins: an equal date; signatories in common; persons in common, one within a month, two within half a year, where one of the two
 * is still planned or its signing undated; both planned within a month. What forbids: different full dates of signing, no signatory in common where both name some,
 * different subjects, kinds of document that are never called by each other's name, or one article that tells the two apart.
 */
import { alikeSubjects } from '../lexicon/agreements.ts';
import type { AgreementType, IsoDate } from '../recognize/facts.ts';
import { type AgreementItem, byItem, itemKey } from './agreement-items.ts';
import { groupBy } from './collections.ts';
import { byCodeUnit } from './keys.ts';
import { isWithin } from './person-name.ts';
import type { AgreementBlock } from './state.ts';

/** Items of one agreement, in the order of articles; never empty. */
export interface AgreementCluster {
  /** Without `agreement:`. */
  readonly id: string;
  readonly items: readonly AgreementItem[];
}

/** Between plan and signature, or between two reports of talks, as long as the same persons are named. */
const TOGETHER_DAYS = 180;
/** Between two reports of a plan that name nobody in common. */
const PLAN_DAYS = 30;
/** A paper may write «will sign» days after the signing. */
const REPORTED_LATE_DAYS = 2;
/** An item is compared with so many that follow it in time: reports of one document stand close together. */
const COMPARED = 48;
/** Persons in common that join an item without any date to another; that the articles name the same people counts for one. */
const SHARED_UNDATED = 2;
/** So many, and half of those whom the shorter article names, are «the same people». */
const SAME_COMPANY = 3;
const DAY = 86_400_000;

/** «وثيقة», «اتفاق» and «تفاهم» are said of documents of every kind, only of a statement one hardly says «اتفاق». */
const GENERIC = new Set<AgreementType>(['document', 'agreement']);

const kindsAgree = (a: AgreementType, b: AgreementType): boolean =>
  a === b ||
  a === 'document' ||
  b === 'document' ||
  ((GENERIC.has(a) || GENERIC.has(b)) && a !== 'statement' && b !== 'statement');

export interface Clusters {
  /** By id. */
  readonly all: readonly AgreementCluster[];
  /** By `itemKey`. */
  readonly byItem: ReadonlyMap<string, AgreementCluster>;
}

const known = new WeakMap<AgreementBlock, Clusters>();

/** The agreements of a block. */
export function clustersOf(key: string, block: AgreementBlock): Clusters {
  let clusters = known.get(block);
  if (clusters === undefined) {
    const items = [...block.values()].sort(byItem);
    const apart = key.startsWith('@')
      ? items.map((item) => [item])
      : key.startsWith('=')
        ? byName(items)
        : byParties(items);
    const all = identified(key, apart);
    clusters = {
      all,
      byItem: new Map(all.flatMap((cluster) => cluster.items.map((item) => [itemKey(item), cluster]))),
    };
    known.set(block, clusters);
  }
  return clusters;
}

/**
 * One proper name is one document, unless parties or dates differ: «اتفاق بغداد» of several years. What an article leaves out, parties
 * or date, is filled in where the block knows only one.
 */
function byName(items: readonly AgreementItem[]): AgreementItem[][] {
  const partiesOf = (item: AgreementItem) => (item.parties.length > 1 ? item.parties.join('+') : '');
  const parties = only(items.map(partiesOf).filter((each) => each !== ''));
  const byParties = groupBy(items, (item) => partiesOf(item) || (parties ?? ''));
  return [...byParties.values()].flatMap((same) => {
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

/**
 * Dated items first, the strongest ties first, each tie only if nothing in the two clusters forbids it; then each undated item goes to
 * the one cluster it shares most persons with.
 */
function byParties(items: readonly AgreementItem[]): AgreementItem[][] {
  const dated = items
    .filter(({ day }) => day !== null)
    .sort((a, b) => byCodeUnit(a.day ?? '', b.day ?? '') || byItem(a, b));
  const clusterOf = new Map<AgreementItem, Cluster>(dated.map((item) => [item, new Cluster(item)]));
  for (const { a, b } of tiesOf(dated)) {
    const one = clusterOf.get(a);
    const other = clusterOf.get(b);
    if (one === undefined || other === undefined || one === other || one.forbids(other)) continue;
    const [large, small] = one.items.length >= other.items.length ? [one, other] : [other, one];
    large.take(small);
    for (const item of small.items) clusterOf.set(item, large);
  }
  const settled = new Near(joinByMonthOrYear([...new Set(clusterOf.values())], items));
  const undated: Cluster[] = [];
  for (const item of items) {
    if (item.day !== null || item.date !== null) continue;
    const own = new Cluster(item);
    const ranked = settled
      .to(item)
      .filter((cluster) => !cluster.forbids(own))
      .map((cluster) => ({
        cluster,
        near: Math.max(...cluster.items.map((other) => nearness(item, other))),
      }))
      .sort((a, b) => b.near - a.near);
    const [best, next] = ranked;
    if (best !== undefined && best.near >= SHARED_UNDATED && best.near !== next?.near) best.cluster.take(own);
    else undated.push(own);
  }
  return [...settled.clusters, ...joinUndated(undated)].map((cluster) => cluster.items);
}

/**
 * Items of which only the month or year is known go to the one agreement of that month or year that is of their kind, subject or people;
 * those left join each other where date and kind are equal.
 */
function joinByMonthOrYear(clusters: readonly Cluster[], items: readonly AgreementItem[]): Cluster[] {
  const byDate = new Map<IsoDate, Cluster[]>();
  for (const cluster of clusters)
    for (const date of new Set(cluster.items.flatMap((item) => (item.date === null ? [] : lessExact(item.date)))))
      byDate.set(date, [...(byDate.get(date) ?? []), cluster]);
  const left = new Map<string, Cluster>();
  for (const item of items) {
    if (item.day !== null || item.date === null) continue;
    const own = new Cluster(item);
    const fitting = (byDate.get(item.date) ?? []).filter(
      (cluster) => !cluster.forbids(own) && cluster.items.some((other) => isOfLike(item, other)),
    );
    const [first, second] = fitting;
    const key = `${item.date} ${item.type}`;
    const same = left.get(key);
    if (first !== undefined && second === undefined) first.take(own);
    else if (same !== undefined && !same.forbids(own)) same.take(own);
    else left.set(same === undefined ? key : `${key} ${itemKey(item)}`, own);
  }
  return [...clusters, ...left.values()];
}

/** `2023`, `2023-03` and `2023-03-19` of `2023-03-19`. */
const lessExact = (date: IsoDate): string[] => [...new Set([date.slice(0, 4), date.slice(0, 7), date])];

const isOfLike = (a: AgreementItem, b: AgreementItem): boolean =>
  (a.type === b.type && !GENERIC.has(a.type)) || subjectsOf(a, b) === 'equal' || shared(a.people, b.people) > 0;

/** What two agreements say of their subjects. */
function subjectsOf(a: AgreementItem, b: AgreementItem): 'unsaid' | 'equal' | 'alike' | 'different' {
  if (a.subjects.length === 0 || b.subjects.length === 0) return 'unsaid';
  if (a.subjects.some((subject) => b.subjects.includes(subject))) return 'equal';
  return a.subjects.some((subject) => b.subjects.some((other) => alikeSubjects(subject, other)))
    ? 'alike'
    : 'different';
}

/** Undated items that are left join each other where each shares persons with each. */
function joinUndated(undated: readonly Cluster[]): readonly Cluster[] {
  const joined = new Near([]);
  for (const own of undated) {
    const [item] = own.items;
    if (item === undefined) continue;
    const into = joined
      .to(item)
      .find(
        (cluster) => !cluster.forbids(own) && cluster.items.every((other) => nearness(item, other) >= SHARED_UNDATED),
      );
    if (into === undefined) joined.add(own);
    else into.take(own);
  }
  return joined.clusters;
}

/** Clusters by the words of the names in them, so that an undated item is not compared with all. */
class Near {
  readonly clusters: Cluster[] = [];
  readonly #byWord = new Map<string, Set<Cluster>>();

  constructor(clusters: readonly Cluster[]) {
    for (const cluster of clusters) this.add(cluster);
  }

  add(cluster: Cluster): void {
    this.clusters.push(cluster);
    for (const { people } of cluster.items)
      for (const word of people.flat()) {
        const having = this.#byWord.get(word);
        if (having === undefined) this.#byWord.set(word, new Set([cluster]));
        else having.add(cluster);
      }
  }

  /** Clusters that share most words with the item, at most COMPARED. */
  to(item: AgreementItem): Cluster[] {
    const hits = new Map<Cluster, number>();
    for (const word of new Set(item.people.flat()))
      for (const cluster of this.#byWord.get(word) ?? []) hits.set(cluster, (hits.get(cluster) ?? 0) + 1);
    return [...hits]
      .sort(([a, m], [b, n]) => n - m || byItem(a.items[0] as AgreementItem, b.items[0] as AgreementItem))
      .slice(0, COMPARED)
      .map(([cluster]) => cluster);
  }
}

interface Tie {
  readonly a: AgreementItem;
  readonly b: AgreementItem;
  readonly strength: number;
  readonly days: number;
}

/** What ties two items of days not far apart, the strongest first, then the nearest in time. */
function tiesOf(dated: readonly AgreementItem[]): Tie[] {
  const ties: Tie[] = [];
  for (const [i, a] of dated.entries())
    for (const b of dated.slice(i + 1, i + 1 + COMPARED)) {
      const days = (Date.parse(b.day ?? '') - Date.parse(a.day ?? '')) / DAY;
      if (days > TOGETHER_DAYS) break;
      const strength = rival(a, b) ? 0 : strengthOf(a, b, days);
      if (strength > 0) ties.push({ a, b, strength, days });
    }
  return ties.sort((x, y) => y.strength - x.strength || x.days - y.days || byItem(x.a, y.a) || byItem(x.b, y.b));
}

function strengthOf(a: AgreementItem, b: AgreementItem, days: number): number {
  if (a.date !== null && a.date === b.date && FULL_DATE.test(a.date)) return 4;
  if (shared(a.signatories, b.signatories) > 0) return 3;
  // Two documents signed without a date stay two unless signatories join them: ministers meet often.
  if (!a.planned && !b.planned && a.date === null && b.date === null && days > 2) return 0;
  // «وثيقة دفاعية» and «مذكرة أمنية» may be one, if more than one man speaks of both.
  const subjects = subjectsOf(a, b);
  if (shared(a.people, b.people) >= (days <= PLAN_DAYS && subjects !== 'alike' ? 1 : 2)) return 2;
  if (subjects === 'alike') return 0;
  return a.planned && b.planned && days <= PLAN_DAYS ? 1 : 0;
}

const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

/** What two items say that one document cannot be. */
function rival(a: AgreementItem, b: AgreementItem): boolean {
  if (a.article === b.article) return true;
  if (a.date !== null && b.date !== null && !datesAgree(a.date, b.date)) return true;
  if (plannedAfter(a, b) || plannedAfter(b, a)) return true;
  if (a.signatories.length > 0 && b.signatories.length > 0 && shared(a.signatories, b.signatories) === 0) return true;
  if (subjectsOf(a, b) === 'different') return true;
  return !kindsAgree(a.type, b.type) && !(a.date !== null && a.date === b.date);
}

/** What is still planned when another has been signed is not that one. A report may be late by days. */
function plannedAfter(plan: AgreementItem, signed: AgreementItem): boolean {
  if (!plan.planned || plan.articleDate === null || signed.date === null || signed.date.startsWith('X')) return false;
  if (plan.articleDate.startsWith(signed.date)) return false;
  const late = (Date.parse(plan.articleDate) - Date.parse(signed.date)) / DAY;
  return late > REPORTED_LATE_DAYS;
}

/** Equal, or one less exact than the other. */
const datesAgree = (a: IsoDate, b: IsoDate): boolean => a.startsWith(b) || b.startsWith(a) || agreeWithoutYear(a, b);

const agreeWithoutYear = (a: IsoDate, b: IsoDate): boolean =>
  (a.startsWith('XXXX') || b.startsWith('XXXX')) && a.slice(4) === b.slice(4);

/** How many persons two lists have in common; a shorter form of a name is the same person's here, among the same parties. */
function shared(a: AgreementItem['people'], b: AgreementItem['people']): number {
  let count = 0;
  for (const name of a)
    if (b.some((other) => (name.length <= other.length ? isWithin(name, other) : isWithin(other, name)))) count++;
  return count;
}

/** Persons in common, one more where the two articles name the same people altogether. */
function nearness(a: AgreementItem, b: AgreementItem): number {
  const people = shared(a.people, b.people);
  if (people === 0) return 0;
  const company = shared(a.company, b.company);
  return people + Number(company >= SAME_COMPANY && 2 * company >= Math.min(a.company.length, b.company.length));
}

class Cluster {
  readonly items: AgreementItem[];
  /** Clusters known to be other agreements: they stay so, whatever either takes in. */
  readonly #others = new Set<Cluster>();

  constructor(item: AgreementItem) {
    this.items = [item];
  }

  take(other: Cluster): void {
    this.items.push(...other.items);
    for (const each of other.#others) {
      this.#others.add(each);
      each.#others.add(this);
    }
  }

  forbids(other: Cluster): boolean {
    if (this.#others.has(other)) return true;
    const forbidden = this.items.some((item) => other.items.some((its) => rival(item, its)));
    if (forbidden) {
      this.#others.add(other);
      other.#others.add(this);
    }
    return forbidden;
  }
}

/** Ids made of block, kind and date; two agreements that would share one are told apart by the first article and its local entity. */
function identified(key: string, clusters: readonly (readonly AgreementItem[])[]): AgreementCluster[] {
  const named = clusters.map((items) => {
    const sorted = [...items].sort(byItem);
    const proper = key.startsWith('=');
    const date = datesOf(sorted)[0] ?? '';
    const parts = proper
      ? [key, date]
      : [
          key,
          typeOf(sorted),
          date ||
            (sorted
              .map(({ day }) => day ?? '')
              .filter(Boolean)
              .sort()[0] ??
              ''),
        ];
    return { items: sorted, id: parts.filter((part) => part !== '').join(SEPARATOR) };
  });
  const ids = new Map<string, number>();
  for (const { id } of named) ids.set(id, (ids.get(id) ?? 0) + 1);
  return named
    .map(({ items, id }) => {
      const [first] = items;
      const unique = ids.get(id) === 1 || first === undefined;
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
  const known = (date: IsoDate) => date.replaceAll('X', '').length;
  return [...counts].sort(([a, m], [b, n]) => known(b) - known(a) || n - m || byCodeUnit(a, b)).map(([date]) => date);
}

/** Most often said; of equals the one that says more, then by code unit. */
export function typeOf(items: readonly AgreementItem[]): AgreementType {
  const counts = new Map<AgreementType, number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  const [first] = [...counts].sort(
    ([a, m], [b, n]) => n - m || Number(GENERIC.has(a)) - Number(GENERIC.has(b)) || byCodeUnit(a, b),
  );
  return first?.[0] ?? 'agreement';
}
