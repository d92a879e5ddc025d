/**
 * The agreements of a corpus: those of each block, where one that another article tells of with less may be among them. Most articles name
 * parties and no name or a name and no parties; some name who signed and of one of them do not say for whom. They are kept in different
 * blocks; here they are looked at together.
 *
 * A named agreement («اتفاق شنقاف») is an unnamed one («أعلنت … في شنقاف اتفاقا على …») where the name is the place in which it was signed
 * or announced, nothing in the two contradicts, no article that uses the name is older than the document, and no other document fits. A
 * place in one of the parties' own countries sees many signings: there subject or date must be the same, too.
 *
 * What two men signed is that agreement of known parties which the same two signed at a time that agrees, where no other fits and these two
 * signed for no other parties.
 */
import { type AgreementCluster, type Clusters, clustersOf, datesOf } from './agreement-clusters.ts';
import { isOfParties, itemKey, signersKey } from './agreement-items.ts';
import { contradict, datesAgree, subjectsOf } from './agreement-rules.ts';
import { disjoint } from './collections.ts';
import { byCodeUnit } from './keys.ts';
import type { AgreementBlock, State } from './state.ts';

/** Block of parties, with the blocks of names that its agreements may have, and those of what its signatories signed. */
interface Joined {
  readonly others: readonly AgreementBlock[];
  readonly clusters: Clusters;
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
    if (isOfParties(key)) return this.#joined(key, block).clusters;
    const own = clustersOf(key, block);
    const all = own.all.map((cluster) => this.#adopted(key, cluster) ?? cluster);
    return all.every((cluster, i) => cluster === own.all[i]) ? own : clusters(all);
  }

  /** The cluster of a block of parties that one of a name or of signatories has been found to be. */
  #adopted(key: string, { items }: AgreementCluster): AgreementCluster | null {
    const parties = key.startsWith('~') ? this.#partiesOfSigners(key) : partiesOf(items);
    const block = parties === null ? undefined : this.#state.agreements.get(parties);
    const [first] = items;
    if (parties === null || block === undefined || first === undefined) return null;
    return this.#joined(parties, block).clusters.byItem.get(itemKey(first)) ?? null;
  }

  /** The one block of parties for which two men signed. */
  #partiesOfSigners(key: string): string | null {
    const [only, second] = this.#state.signedAgreements.get(key)?.keys() ?? [];
    return second === undefined ? (only ?? null) : null;
  }

  #joined(key: string, block: AgreementBlock): Joined {
    const names = [...(this.#state.namedAgreements.get(key)?.keys() ?? [])].sort(byCodeUnit);
    const signers = signersIn(block).filter((each) => this.#partiesOfSigners(each) === key);
    const of = (keys: readonly string[]) =>
      keys.flatMap((each) => {
        const other = this.#state.agreements.get(each);
        return other === undefined ? [] : [{ key: each, block: other }];
      });
    const [named, signed] = [of(names), of(signers)];
    const others = [...named, ...signed].map((each) => each.block);
    const before = joinedBlocks.get(block);
    if (before && before.others.length === others.length && before.others.every((other, i) => other === others[i]))
      return before;
    const clustersIn = (blocks: typeof named) => blocks.flatMap((each) => clustersOf(each.key, each.block).all);
    const withNames = adopt(
      clustersOf(key, block),
      clustersIn(named).filter(({ items }) => partiesOf(items) === key),
    );
    const joined = { others, clusters: adoptSigned(withNames, clustersIn(signed)) };
    joinedBlocks.set(block, joined);
    return joined;
  }
}

const signersOfBlocks = new WeakMap<AgreementBlock, readonly string[]>();

/** Who signed the agreements of a block, as `signersKey` says it. Sorted. */
function signersIn(block: AgreementBlock): readonly string[] {
  let found = signersOfBlocks.get(block);
  if (found === undefined) {
    const keys = new Set<string>();
    for (const slice of block.values()) for (const item of slice.values()) keys.add(signersKey(item) ?? '');
    keys.delete('');
    found = [...keys].sort(byCodeUnit);
    signersOfBlocks.set(block, found);
  }
  return found;
}

/** Whether the same two signed both, at times that agree, and nothing in the two contradicts. */
function isSignedAlike(signed: AgreementCluster, full: AgreementCluster): boolean {
  const [[date], [other]] = [datesOf(signed.items), datesOf(full.items)];
  if (date === undefined || other === undefined || !datesAgree(date, other)) return false;
  const keys = new Set(signed.items.map(signersKey));
  if (!full.items.some((item) => keys.has(signersKey(item)))) return false;
  const articles = new Set(full.items.map(({ article }) => article));
  return signed.items.every(
    (item) => !articles.has(item.article) && full.items.every((each) => !contradict(item, each)),
  );
}

/** Puts named agreements together with the unnamed ones of the same parties; what has a name is known by it. */
function adopt(own: Clusters, named: readonly AgreementCluster[]): Clusters {
  if (named.length === 0) return own;
  const byPlace = new Map<string, AgreementCluster[]>();
  for (const cluster of own.all)
    for (const place of placesOf(cluster)) byPlace.set(place, [...(byPlace.get(place) ?? []), cluster]);
  const fitting = (each: AgreementCluster) =>
    [...placesOf(each)].flatMap((place) =>
      (byPlace.get(place) ?? []).filter((cluster) => isNamed(each, cluster, place)),
    );
  return takenIn(own, named, fitting, (_, { id }) => id);
}

/** Puts what two men signed together with the agreement of known parties that the same two signed. */
const adoptSigned = (own: Clusters, signed: readonly AgreementCluster[]): Clusters =>
  takenIn(
    own,
    signed,
    (each) => own.all.filter((cluster) => isSignedAlike(each, cluster)),
    ({ id }) => id,
  );

/** Each of `others` goes into the one cluster that fits it, where no other of them goes there; `idOf` is the id of the two together. */
function takenIn(
  own: Clusters,
  others: readonly AgreementCluster[],
  fitting: (other: AgreementCluster) => readonly AgreementCluster[],
  idOf: (cluster: AgreementCluster, other: AgreementCluster) => string,
): Clusters {
  const takenBy = new Map<AgreementCluster, AgreementCluster[]>();
  for (const each of others) {
    const [only, second] = new Set(fitting(each));
    if (only !== undefined && second === undefined) takenBy.set(only, [...(takenBy.get(only) ?? []), each]);
  }
  const all = own.all.map((cluster) => {
    const [other, more] = takenBy.get(cluster) ?? [];
    // Two of one place and name, or of the same signatories, that are known to be two: neither is surely this one.
    if (other === undefined || more !== undefined) return cluster;
    return { id: idOf(cluster, other), items: [...cluster.items, ...other.items].sort(byKey) };
  });
  return all.every((cluster, i) => cluster === own.all[i]) ? own : clusters(all);
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
function partiesOf(items: AgreementCluster['items']): string | null {
  const said = items.find(({ parties }) => parties.length > 1);
  return said === undefined ? null : said.parties.join('+');
}

const byKey = (a: AgreementCluster['items'][number], b: AgreementCluster['items'][number]): number =>
  byCodeUnit(itemKey(a), itemKey(b));

const clusters = (all: readonly AgreementCluster[]): Clusters => ({
  all,
  byItem: new Map(all.flatMap((cluster) => cluster.items.map((item) => [itemKey(item), cluster] as const))),
});
