/**
 * The agreements of a corpus: those of each block, where a named one («اتفاق شنقاف») may be the unnamed one of the same parties that
 * another article tells of («أعلنت … في شنقاف اتفاقا على …»). The two are kept in different blocks, since most articles name parties and
 * no name or a name and no parties; here they are looked at together.
 *
 * A named agreement is an unnamed one where the name is the place in which it was signed or announced, nothing in the two contradicts,
 * no article that uses the name is older than the document, and no other document fits. A place in one of the parties' own countries
 * sees many signings: there subject or date must be the same, too.
 */
import { type AgreementCluster, type Clusters, clustersOf, datesOf } from './agreement-clusters.ts';
import { itemKey } from './agreement-items.ts';
import { contradict, datesAgree, subjectsOf } from './agreement-rules.ts';
import { disjoint } from './collections.ts';
import { byCodeUnit } from './keys.ts';
import type { AgreementBlock, State } from './state.ts';

/** Block of parties, with the blocks of names that its agreements may have. */
interface Joined {
  readonly names: readonly AgreementBlock[];
  readonly clusters: Clusters;
  /** What a cluster of a named block has become, by id. */
  readonly adopted: ReadonlyMap<string, AgreementCluster>;
}

const joinedBlocks = new WeakMap<AgreementBlock, Joined>();

export class AgreementIndex {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  keys(): IterableIterator<string> {
    return this.#state.agreements.keys();
  }

  /** The agreements of a block; null where it has none. One that belongs to two blocks is in both. */
  inBlock(key: string): Clusters | null {
    const block = this.#state.agreements.get(key);
    if (block === undefined) return null;
    if (key.startsWith('@')) return clustersOf(key, block);
    if (!key.startsWith('=')) return this.#joined(key, block).clusters;
    const own = clustersOf(key, block);
    const all = own.all.map((cluster) => this.#adopted(cluster) ?? cluster);
    return all.every((cluster, i) => cluster === own.all[i]) ? own : clusters(all);
  }

  /** The cluster with an unnamed agreement that a named one has been found to be. */
  #adopted(named: AgreementCluster): AgreementCluster | null {
    const parties = partiesOf(named);
    const block = parties === null ? undefined : this.#state.agreements.get(parties);
    return parties === null || block === undefined
      ? null
      : (this.#joined(parties, block).adopted.get(named.id) ?? null);
  }

  #joined(key: string, block: AgreementBlock): Joined {
    const keys = [...(this.#state.namedAgreements.get(key)?.keys() ?? [])].sort(byCodeUnit);
    const names = keys.map((name) => this.#state.agreements.get(name)).filter((each) => each !== undefined);
    const before = joinedBlocks.get(block);
    if (before && before.names.length === names.length && before.names.every((name, i) => name === names[i]))
      return before;
    const named = keys.flatMap((name, i) => {
      const of = names[i];
      return of === undefined ? [] : clustersOf(name, of).all.filter((cluster) => partiesOf(cluster) === key);
    });
    const joined = { names, ...adopt(clustersOf(key, block), named) };
    joinedBlocks.set(block, joined);
    return joined;
  }
}

/** Puts named agreements together with the unnamed ones of the same parties. */
function adopt(own: Clusters, named: readonly AgreementCluster[]): Pick<Joined, 'clusters' | 'adopted'> {
  if (named.length === 0) return { clusters: own, adopted: new Map() };
  const byPlace = new Map<string, AgreementCluster[]>();
  for (const cluster of own.all)
    for (const place of placesOf(cluster)) byPlace.set(place, [...(byPlace.get(place) ?? []), cluster]);
  const takenBy = new Map<AgreementCluster, AgreementCluster[]>();
  for (const each of named) {
    const fitting = [...placesOf(each)].flatMap((place) =>
      (byPlace.get(place) ?? []).filter((cluster) => isNamed(each, cluster, place)),
    );
    const [only, second] = new Set(fitting);
    if (only !== undefined && second === undefined) takenBy.set(only, [...(takenBy.get(only) ?? []), each]);
  }
  const adopted = new Map<string, AgreementCluster>();
  const all = own.all.map((cluster) => {
    const names = takenBy.get(cluster);
    // Two agreements of one place and name that are known to be two: neither is surely this one.
    if (names === undefined || names.length > 1) return cluster;
    const [name] = names as [AgreementCluster];
    const together = { id: name.id, items: [...cluster.items, ...name.items].sort(byKey) };
    adopted.set(name.id, together);
    return together;
  });
  return { clusters: adopted.size === 0 ? own : clusters(all), adopted };
}

/** Whether the named agreement may be the unnamed one that was signed or announced at the place of its name. */
function isNamed(named: AgreementCluster, unnamed: AgreementCluster, place: string): boolean {
  const [date] = datesOf(unnamed.items);
  const [own] = datesOf(named.items);
  if (date === undefined || (own !== undefined && !datesAgree(own, date))) return false;
  const articles = new Set(named.items.map(({ article }) => article));
  if (!disjoint(articles, new Set(unnamed.items.map(({ article }) => article)))) return false;
  let subject = false;
  for (const item of named.items) {
    if (item.articleDate !== null && item.articleDate < date && !date.startsWith(item.articleDate)) return false;
    for (const other of unnamed.items) {
      if (contradict(item, other)) return false;
      subject ||= subjectsOf(item, other) === 'equal';
    }
  }
  const country = /^[A-Z]{2}/.exec(place)?.[0];
  const abroad = country !== undefined && !unnamed.items.some(({ parties }) => parties.includes(country));
  return abroad || subject || own === date;
}

const placesOf = ({ items }: AgreementCluster): Set<string> => new Set(items.flatMap(({ place }) => place ?? []));

/** The block of the parties that a named agreement has; null where no article says them. */
function partiesOf({ items }: AgreementCluster): string | null {
  const said = items.find(({ parties }) => parties.length > 1);
  return said === undefined ? null : said.parties.join('+');
}

const byKey = (a: AgreementCluster['items'][number], b: AgreementCluster['items'][number]): number =>
  byCodeUnit(itemKey(a), itemKey(b));

const clusters = (all: readonly AgreementCluster[]): Clusters => ({
  all,
  byItem: new Map(all.flatMap((cluster) => cluster.items.map((item) => [itemKey(item), cluster] as const))),
});
