/**
 * Which agreements of several articles are one document. Looks at one block (same proper name, or same parties) at a time.
 *
 * What joins: an equal date; signatories in common; persons in common within half a year, where one of the two is still planned or
 * undated; both planned within a month. What forbids: different full dates of signing, no signatory in common where both name some,
 * different subjects, kinds of document that are never called by each other's name, or one article that tells the two apart.
 */
import type { AgreementType, IsoDate } from '../recognize/facts.ts';
import { type AgreementItem, byItem } from './agreement-items.ts';
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
/** An item is compared with so many that follow it in time: reports of one document stand close together. */
const COMPARED = 48;
/** Persons in common that join an item without any date to another. */
const SHARED_UNDATED = 2;
const DAY = 86_400_000;

/** «وثيقة», «اتفاق» and «تفاهم» are said of documents of every kind. */
const GENERIC = new Set<AgreementType>(['document', 'agreement']);

const known = new WeakMap<AgreementBlock, readonly AgreementCluster[]>();

/** The agreements of a block, by id. */
export function clustersOf(key: string, block: AgreementBlock): readonly AgreementCluster[] {
  let clusters = known.get(block);
  if (clusters === undefined) {
    const items = [...block.values()].sort(byItem);
    clusters = identified(key, key.startsWith('=') ? byName(items) : key.startsWith('@') ? items.map((item) => [item]) : byParties(items));
    known.set(block, clusters);
  }
  return clusters;
}

/** One proper name is one document, unless parties or years differ: «اتفاق بغداد» of several years. */
function byName(items: readonly AgreementItem[]): AgreementItem[][] {
  const clusters: Cluster[] = [];
  const withYear = (item: AgreementItem) => item.date !== null && !item.date.startsWith('X');
  for (const telling of [
    items.filter((item) => withYear(item) && item.parties.length > 1),
    items.filter((item) => withYear(item) && item.parties.length <= 1),
    items.filter((item) => !withYear(item) && item.parties.length > 1),
    items.filter((item) => !withYear(item) && item.parties.length <= 1),
  ]) {
    const before = [...clusters];
    const added: Cluster[] = [];
    for (const item of telling) {
      const fitting = before.filter((cluster) => cluster.items.some((other) => namesAgree(item, other)) && cluster.items.every((other) => !namesRival(item, other)));
      const [only, second] = fitting;
      if (only !== undefined && second === undefined) only.add(item);
      else {
        const own = added.find((cluster) => cluster.items.every((other) => namesAgree(item, other)));
        if (own !== undefined) own.add(item);
        else added.push(new Cluster(item));
      }
    }
    clusters.push(...added);
  }
  return clusters.map((cluster) => cluster.items);
}
