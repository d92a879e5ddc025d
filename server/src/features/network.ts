/**
 * Who is tied to whom: persons, offices and bodies by the articles they share, the meetings they were at, what they signed together
 * and the offices they held. Of a whole corpus the strongest ties are shown, so many as stay readable; of one entity its neighbours.
 */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind, IsoDate } from '../recognize/facts.ts';
import type {
  AgreementEntity,
  ArticlePath,
  Entity,
  EntityId,
  EventEntity,
  Survey,
  TenureOutline,
} from '../resolve/entities.ts';
import { introduction, introductionIn, sentenceAround } from './definition.ts';
import { displayable, type Quote, quote, shortened } from './pieces.ts';
import { articlesOf, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';
import { isWithin } from './time-span.ts';
import { type AgreementOutline, signedBy, wholeCorpus } from './whole-corpus.ts';

export type NodeKind = Extract<EntityKind, 'person' | 'office' | 'organization'>;
export const NODE_KINDS: readonly NodeKind[] = ['person', 'office', 'organization'];

/** `article`: mentioned in the same articles; `meeting`: met, visited, called; `signature`: signed the same; `tenure`: holds the office. */
export type TieKind = 'article' | 'meeting' | 'signature' | 'tenure';
export const TIE_KINDS: readonly TieKind[] = ['article', 'meeting', 'signature', 'tenure'];

export interface Period {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export interface NetworkRequest extends Period {
  /** Only this entity and its neighbours; null: all of the corpus. */
  readonly entity: Entity | null;
  readonly nodes: readonly NodeKind[];
  readonly ties: readonly TieKind[];
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  /** Strongest first; of ties by shared articles each name's strongest. */
  readonly ties: readonly Tie[];
  /** Nodes and ties that there are, of which the strongest are shown. */
  readonly nodesTotal: number;
  readonly tiesTotal: number;
  /** Years of the corpus's articles, in order. */
  readonly years: readonly string[];
}

export interface NetworkNode {
  readonly id: EntityId;
  readonly kind: NodeKind;
  readonly name: string;
  /** In the period. */
  readonly articles: number;
  readonly target: Target | null;
}

export interface Tie {
  /** Indexes into `nodes`. */
  readonly a: number;
  readonly b: number;
  readonly kind: TieKind;
  /** So many articles, meetings, agreements or attestations. */
  readonly strength: number;
}

/** As many as can be told apart in a picture with their names. */
const NODES_LIMIT = 40;
const TIES_LIMIT = 110;
/** Shared articles tie everybody to everybody: of each name the strongest of these ties. */
const ARTICLE_TIES = 3;
/** Those that shared articles are counted for: so many, the most often mentioned; whoever met or signed; and the holders of most note. */
const CANDIDATES_LIMIT = 400;
/** Of one entity: those most often mentioned beside it. */
const NEIGHBOURS_LIMIT = 200;
/** So many of an entity's articles, spread evenly, are looked through for its neighbours: who is beside it in few others is not shown. */
const LOOKED_THROUGH = 300;
/** An article that lists half the world ties nobody. */
const MOST_IN_ARTICLE = 60;
const NAME_LIMIT = 90;
const STRIDE = 100;
/** Of a person of note the articles alone are some thousands. */
const FEW = 10;

/** Networks of the whole corpus that were asked for, by their question: the same is asked whenever the page is opened. */
const drawn = new WeakMap<Snapshot, Map<string, Network>>();
/** So many of a snapshot are kept. */
const DRAWN_KEPT = 8;

/** Yields now and then, so that whoever drives it can stop. Of an entity it costs what its articles mention. */
export function* network(snapshot: Snapshot, request: NetworkRequest): Generator<void, Network> {
  if (request.entity !== null) return yield* draw(snapshot, request);
  let known = drawn.get(snapshot);
  if (known === undefined) {
    known = new Map();
    drawn.set(snapshot, known);
  }
  const { from, to, nodes, ties } = request;
  const question = JSON.stringify([from, to, nodes, ties]);
  let found = known.get(question);
  if (found === undefined) {
    found = yield* draw(snapshot, request);
    const [oldest] = known.keys();
    if (known.size >= DRAWN_KEPT && oldest !== undefined) known.delete(oldest);
    known.set(question, found);
  }
  return found;
}

function* draw(snapshot: Snapshot, request: NetworkRequest): Generator<void, Network> {
  const { entity } = request;
  const nodes = new Set(request.nodes);
  const isNode = (id: EntityId): boolean => nodes.has(id.slice(0, id.indexOf(':')) as NodeKind) || id === entity?.id;
  const inPeriod = periodOf(snapshot, request);
  const whole = entity === null ? yield* wholeCorpus(snapshot) : null;
  const near = entity === null ? null : yield* neighbours(snapshot, entity, isNode);
  const ties = new Ties(isNode);
  const wanted = new Set(request.ties);
  /** Whoever met, signed or holds an office for most: that they are few is seen by that, not by how many articles name them. */
  const tied = new Set<EntityId>();

  if (wanted.has('meeting')) {
    const events = whole?.encounters ?? eventsAmong(snapshot, near ?? new Map());
    yield;
    for (const event of events) {
      if (!isMeeting(event) || !isWithin(event.date, request.from, request.to)) continue;
      const met = event.actors.map((actor) => actor.entity).filter(isNode);
      ties.addAll('meeting', met);
      if (met.length > 1) for (const id of met) tied.add(id);
    }
  }
  if (wanted.has('signature')) {
    const signed = whole?.agreements ?? signedAmong(snapshot, near ?? new Map());
    for (const { date, signedBy: by } of signed)
      if (isWithin(date, request.from, request.to)) {
        const signatories = by.filter(isNode);
        ties.addAll('signature', signatories);
        if (signatories.length > 1) for (const id of signatories) tied.add(id);
      }
  }
  yield;
  if (wanted.has('tenure') && nodes.has('person') && nodes.has('office')) {
    const tenures = counted(whole?.tenures ?? tenuresAmong(snapshot, near ?? new Map()), request);
    for (const { person, office, count } of tenures) ties.add('tenure', person, office, count);
    yield;
    for (const { person, office } of mostAttested(tenures)) tied.add(person).add(office);
  }
  yield;

  const members =
    near ?? (yield* mostMentioned(whole?.survey() ?? snapshot.resolution.survey(), request.nodes, tied, inPeriod));
  const candidates = [...members]
    .filter(([id]) => isNode(id))
    .map(([id, paths]) => ({ id, paths: inPeriod === null ? paths : paths.filter(inPeriod) }))
    .filter(({ id, paths }) => paths.length > 0 || ties.has(id))
    .sort((a, b) => b.paths.length - a.paths.length || byCodeUnit(a.id, b.id));
  yield;
  const chosenFrom = candidates.filter(
    ({ id }, index) => index < CANDIDATES_LIMIT || (whole === null ? ties.has(id) : tied.has(id)) || id === entity?.id,
  );
  const articleCounts = new Map(chosenFrom.map(({ id, paths }) => [id, paths.length]));
  if (wanted.has('article')) yield* countShared(chosenFrom, ties);

  const all = ties.strongestFirst();
  yield;
  const own = entity === null ? all : focused(all, entity.id);
  const chosen = chooseNodes(own, entity?.id ?? null);
  yield;
  const index = new Map([...chosen].map((id, at) => [id, at]));
  const among = thinned(own.filter(({ a, b }) => index.has(a) && index.has(b)));
  const chosenNodes: NetworkNode[] = [];
  for (const id of chosen) {
    // Where somebody is introduced may have to be read from a file.
    yield;
    chosenNodes.push(nodeOf(snapshot, id, articleCounts.get(id) ?? articlesIn(snapshot, id, inPeriod)));
  }
  return {
    nodes: chosenNodes,
    ties: among.slice(0, TIES_LIMIT).map(({ a, b, kind, strength }) => ({
      a: index.get(a) ?? 0,
      b: index.get(b) ?? 0,
      kind,
      strength,
    })),
    nodesTotal: new Set(own.flatMap(({ a, b }) => [a, b])).size || chosen.size,
    tiesTotal: own.length,
    years: yearsOf(
      whole?.dates.values() ?? articlesOf(snapshot, entity as Entity).map(({ date }) => date?.value ?? null),
    ),
  };
}

interface Statement {
  readonly kind: TieKind | 'mention';
  readonly date: IsoDate | null;
  readonly quote: Quote;
  readonly target: Target;
}

export interface NetworkEvidence {
  /** By date; the first so many of `total`. */
  readonly statements: readonly Statement[];
  readonly total: number;
}

/** Sentences that show a tie between two entities, or, without a second one, where the first is mentioned. By date. */
export function networkEvidence(
  snapshot: Snapshot,
  a: Entity,
  b: Entity | null,
  kind: TieKind,
  period: Period,
  limit: number,
): NetworkEvidence {
  const found = b === null ? mentionsOf(snapshot, a, period) : tieEvidence(snapshot, a, b, kind, period);
  const key = ({ date, target }: (typeof found)[number]) => `${date ?? '~'} ${target.article}`;
  const ordered = found
    .map((each) => ({ each, key: key(each) }))
    .sort((x, y) => byCodeUnit(x.key, y.key) || x.each.target.span.start - y.each.target.span.start)
    .map(({ each }) => each);
  return {
    total: ordered.length,
    statements: ordered.slice(0, limit).map(({ date, target }) => ({
      kind: b === null ? 'mention' : kind,
      date,
      target,
      quote: quote(snapshot.articles.get(target.article)?.text ?? '', target.span, sentenceAround(snapshot, target)),
    })),
  };
}

interface Found {
  readonly date: IsoDate | null;
  readonly target: Target;
}

function mentionsOf(snapshot: Snapshot, entity: Entity, { from, to }: Period): Found[] {
  return articlesOf(snapshot, entity).flatMap(({ path, date }) => {
    const target = isWithin(date?.value ?? null, from, to) ? introductionIn(snapshot, entity, path) : null;
    return target === null ? [] : [{ date: date?.value ?? null, target }];
  });
}

function tieEvidence(snapshot: Snapshot, a: Entity, b: Entity, kind: TieKind, { from, to }: Period): Found[] {
  switch (kind) {
    case 'article':
      return articlesOf(snapshot, a)
        .filter(({ path, date }) => b.mentions.has(path) && isWithin(date?.value ?? null, from, to))
        .flatMap(({ path, date }) => {
          const target = together(snapshot, a, b, path);
          return target === null ? [] : [{ date: date?.value ?? null, target }];
        });
    case 'meeting':
      return snapshot.resolution.events
        .of(a.id)
        .filter((event) => isMeeting(event) && event.actors.some(({ entity }) => entity === b.id))
        .filter(({ date }) => isWithin(date, from, to))
        .flatMap(({ date, tellings }) =>
          tellings.map(({ article, trigger }) => ({ date, target: { article, span: trigger } })),
        );
    case 'signature': {
      const [person, other] = a.kind === 'person' ? [a, b] : [b, a];
      if (person.kind !== 'person') return [];
      return person.agreements
        .flatMap((id) => snapshot.resolution.entities.get(id) ?? [])
        .filter((agreement) => agreement.kind === 'agreement')
        .filter((agreement) => signedBy(agreement).includes(other.id) && isWithin(agreement.date, from, to))
        .flatMap(({ signatories, date }) =>
          signatories
            .filter(({ person: who }) => who === person.id || who === other.id)
            .map(({ evidence: { article, span, date: told } }) => ({ date: date ?? told, target: { article, span } })),
        );
    }
    case 'tenure': {
      const [person, office] = a.kind === 'person' ? [a, b] : [b, a];
      if (person.kind !== 'person') return [];
      return person.tenures
        .filter((tenure) => tenure.office === office.id)
        .flatMap(({ attestations }) => attestations)
        .filter(({ date }) => isWithin(date, from, to))
        .map(({ article, span, date }) => ({ date, target: { article, span } }));
    }
  }
}

/** The mention of one beside the other: in the sentence that names both, where there is one. */
function together(snapshot: Snapshot, a: Entity, b: Entity, path: ArticlePath): Target | null {
  const others = mentionsIn(snapshot, b, path);
  for (const { start, end } of mentionsIn(snapshot, a, path)) {
    const target = { article: path, span: { start, end } };
    const sentence = sentenceAround(snapshot, target);
    if (others.some((other) => other.start >= sentence.start && other.end <= sentence.end)) return target;
  }
  return introductionIn(snapshot, a, path);
}

const isMeeting = ({ kind, modality }: EventEntity): boolean =>
  modality === 'happened' && kind !== 'statement' && kind !== 'signing';

type Members = ReadonlyMap<EntityId, readonly ArticlePath[]>;

/**
 * Those of a corpus that most articles mention, with these articles, and all of `tied`. Who stands in few articles by every name is left
 * out before anything is decided of them: they are most of a large corpus.
 */
function* mostMentioned(
  survey: Survey,
  kinds: readonly NodeKind[],
  tied: ReadonlySet<EntityId>,
  inPeriod: ((path: ArticlePath) => boolean) | null,
): Generator<void, Members> {
  const members = new Map<EntityId, readonly ArticlePath[]>();
  const take = (id: EntityId) => {
    const paths = survey.mentioning(id);
    if (paths.length > 0) members.set(id, paths);
  };
  let looked = 0;
  for (const kind of kinds)
    for (const id of yield* survey.prominent(kind, CANDIDATES_LIMIT, inPeriod)) {
      if (++looked % FEW === 0) yield;
      take(id);
    }
  for (const id of tied) {
    if (++looked % FEW === 0) yield;
    if (!members.has(id)) take(id);
  }
  return members;
}

function articlesIn({ resolution }: Snapshot, id: EntityId, inPeriod: ((path: ArticlePath) => boolean) | null): number {
  const paths = [...(resolution.entities.get(id)?.mentions.keys() ?? [])];
  return inPeriod === null ? paths.length : paths.filter(inPeriod).length;
}

interface TenureCount {
  readonly person: EntityId;
  readonly office: EntityId;
  /** Attestations. */
  readonly count: number;
}

function counted(tenures: readonly TenureOutline[], { from, to }: Period): TenureCount[] {
  return tenures
    .map(({ person, office, attestations }) => ({
      person,
      office,
      count: attestations.filter(({ date }) => isWithin(date, from, to)).length,
    }))
    .filter(({ count }) => count > 0);
}

function mostAttested(tenures: readonly TenureCount[]): TenureCount[] {
  return [...tenures]
    .sort((a, b) => b.count - a.count || byCodeUnit(a.person, b.person) || byCodeUnit(a.office, b.office))
    .slice(0, CANDIDATES_LIMIT);
}

/** Whether an article is of the period; null where all are. */
function periodOf({ articles }: Snapshot, { from, to }: Period): ((path: ArticlePath) => boolean) | null {
  if (from === null && to === null) return null;
  const known = new Map<ArticlePath, boolean>();
  return (path) => {
    let is = known.get(path);
    if (is === undefined) {
      is = isWithin(articles.get(path)?.date?.value ?? null, from, to);
      known.set(path, is);
    }
    return is;
  };
}

/** An entity with those that its articles mention most, and their articles. Costs the same of whoever has more than so many articles. */
function* neighbours(snapshot: Snapshot, entity: Entity, isNode: (id: EntityId) => boolean): Generator<void, Members> {
  const counts = new Map<EntityId, number>();
  let looked = 0;
  for (const path of spread([...entity.mentions.keys()], LOOKED_THROUGH)) {
    for (const id of new Set(snapshot.resolution.locals.get(path) ?? []))
      if (id !== null && isNode(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (++looked % STRIDE === 0) yield;
  }
  const sure = new Set([entity.id, ...ties(snapshot, entity)]);
  const most = [...counts]
    .filter(([id]) => !sure.has(id))
    .sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))
    .slice(0, NEIGHBOURS_LIMIT)
    .map(([id]) => id);
  const members = new Map<EntityId, readonly ArticlePath[]>();
  for (const id of [...sure, ...most]) {
    const member = snapshot.resolution.entities.get(id);
    if (member === undefined || !isNode(id) || (member.kind === 'office' && member.general)) continue;
    members.set(id, [...member.mentions.keys()]);
    yield;
  }
  return members;
}

/** So many of a list, evenly; all of a shorter one. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = items.length / most;
  return step <= 1 ? items : Array.from({ length: most }, (_, at) => items[Math.floor(at * step)] as Item);
}

/** Whom an entity met, signed with, or holds an office of. */
function ties(snapshot: Snapshot, entity: Entity): EntityId[] {
  if (entity.kind !== 'person' && entity.kind !== 'office') return [];
  const met = snapshot.resolution.events.of(entity.id).flatMap(({ actors }) => actors.map((actor) => actor.entity));
  const signed = agreementsSigned(snapshot, entity).flatMap(signedBy);
  const held = entity.tenures.map(({ person, office }) => (entity.kind === 'person' ? office : person));
  return [...met, ...signed, ...held];
}

function agreementsSigned({ resolution }: Snapshot, entity: Entity): AgreementEntity[] {
  if (entity.kind !== 'person') return [];
  return entity.agreements
    .flatMap((id) => resolution.entities.get(id) ?? [])
    .filter((agreement) => agreement.kind === 'agreement');
}

function signedAmong(snapshot: Snapshot, members: Members): Pick<AgreementOutline, 'date' | 'signedBy'>[] {
  const found = new Map<EntityId, AgreementEntity>();
  for (const id of members.keys()) {
    const member = snapshot.resolution.entities.get(id);
    for (const agreement of member === undefined ? [] : agreementsSigned(snapshot, member))
      found.set(agreement.id, agreement);
  }
  return [...found.values()].map((agreement) => ({ date: agreement.date, signedBy: signedBy(agreement) }));
}

function eventsAmong({ resolution }: Snapshot, members: Members): EventEntity[] {
  const found = new Map<string, EventEntity>();
  for (const id of members.keys())
    if (!id.startsWith('organization:')) for (const event of resolution.events.of(id)) found.set(event.id, event);
  return [...found.values()];
}

function tenuresAmong({ resolution }: Snapshot, members: Members): TenureOutline[] {
  const found: TenureOutline[] = [];
  for (const id of members.keys()) {
    const entity = id.startsWith('person:') ? resolution.entities.get(id) : undefined;
    if (entity?.kind === 'person') found.push(...entity.tenures.filter(({ office }) => members.has(office)));
  }
  return found;
}

interface PairTie {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly kind: TieKind;
  readonly strength: number;
}

/** Ties by the pair they are between. */
class Ties {
  readonly #isNode: (id: EntityId) => boolean;
  readonly #strengths = new Map<string, { a: EntityId; b: EntityId; kind: TieKind; strength: number }>();
  readonly #tied = new Set<EntityId>();

  constructor(isNode: (id: EntityId) => boolean) {
    this.#isNode = isNode;
  }

  has(id: EntityId): boolean {
    return this.#tied.has(id);
  }

  add(kind: TieKind, one: EntityId, other: EntityId, count: number): void {
    if (one === other || !this.#isNode(one) || !this.#isNode(other)) return;
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = `${kind}\n${a}\n${b}`;
    const known = this.#strengths.get(key);
    if (known === undefined) this.#strengths.set(key, { a, b, kind, strength: count });
    else known.strength += count;
    this.#tied.add(a).add(b);
  }

  addAll(kind: TieKind, ids: readonly EntityId[]): void {
    ids.forEach((one, at) => {
      for (const other of ids.slice(at + 1)) this.add(kind, one, other, 1);
    });
  }

  strongestFirst(): PairTie[] {
    return [...this.#strengths.values()].sort(
      (x, y) =>
        y.strength - x.strength ||
        TIE_KINDS.indexOf(y.kind) - TIE_KINDS.indexOf(x.kind) ||
        byCodeUnit(x.a, y.a) ||
        byCodeUnit(x.b, y.b),
    );
  }
}

/** Counts the articles that two entities share, by numbers: there are very many pairs. */
function* countShared(
  counted: readonly { readonly id: EntityId; readonly paths: readonly ArticlePath[] }[],
  ties: Ties,
): Generator<void> {
  const inArticle = new Map<ArticlePath, number[]>();
  counted.forEach(({ paths }, index) => {
    for (const path of paths) {
      const there = inArticle.get(path);
      if (there === undefined) inArticle.set(path, [index]);
      else there.push(index);
    }
  });
  yield;
  const shared = new Map<number, number>();
  let looked = 0;
  for (const there of inArticle.values()) {
    if (++looked % STRIDE === 0) yield;
    // The most often mentioned come first.
    const some = there.length > MOST_IN_ARTICLE ? there.slice(0, MOST_IN_ARTICLE) : there;
    for (let i = 0; i < some.length; i++)
      for (let j = i + 1; j < some.length; j++) {
        const pair = (some[i] as number) * counted.length + (some[j] as number);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
  }
  yield;
  for (const [pair, count] of shared) {
    const a = counted[Math.floor(pair / counted.length)];
    const b = counted[pair % counted.length];
    if (a !== undefined && b !== undefined) ties.add('article', a.id, b.id, count);
  }
}

/** The ties of one entity, and those among its neighbours. */
function focused(all: readonly PairTie[], id: EntityId): PairTie[] {
  const near = new Set([id]);
  for (const { a, b } of all) if (a === id || b === id) near.add(a).add(b);
  return all.filter(({ a, b }) => near.has(a) && near.has(b));
}

/** A meeting or a signature says more than an article that happens to name both. */
const WEIGHT: Readonly<Record<TieKind, number>> = { article: 1, tenure: 2, meeting: 4, signature: 4 };

/** The ends of the strongest ties, all kinds between two taken together; `centre` and its neighbours where there is one. */
function chooseNodes(all: readonly PairTie[], centre: EntityId | null): Set<EntityId> {
  const pairs = new Map<string, { readonly ends: readonly [EntityId, EntityId]; weight: number }>();
  for (const { a, b, kind, strength } of all) {
    if (centre !== null && a !== centre && b !== centre) continue;
    const key = `${a}\n${b}`;
    const pair = pairs.get(key) ?? { ends: [a, b], weight: 0 };
    pair.weight += WEIGHT[kind] * strength;
    pairs.set(key, pair);
  }
  const strongest = [...pairs].sort(([x, { weight }], [y, other]) => other.weight - weight || byCodeUnit(x, y));
  const chosen = new Set<EntityId>(centre === null ? [] : [centre]);
  for (const [, { ends }] of strongest) {
    const come = ends.filter((id) => !chosen.has(id));
    if (chosen.size + come.length > NODES_LIMIT) break;
    for (const id of come) chosen.add(id);
  }
  return chosen;
}

/** Each name's strongest ties by articles, and all others. */
function thinned(ties: readonly PairTie[]): PairTie[] {
  const count = new Map<EntityId, number>();
  return ties.filter(({ a, b, kind }) => {
    if (kind !== 'article') return true;
    const [ofA, ofB] = [count.get(a) ?? 0, count.get(b) ?? 0];
    if (ofA >= ARTICLE_TIES && ofB >= ARTICLE_TIES) return false;
    count.set(a, ofA + 1).set(b, ofB + 1);
    return true;
  });
}

function nodeOf(snapshot: Snapshot, id: EntityId, articles: number): NetworkNode {
  const entity = snapshot.resolution.entities.get(id);
  return {
    id,
    kind: id.slice(0, id.indexOf(':')) as NodeKind,
    name: shortened(displayable(entity?.name ?? ''), NAME_LIMIT),
    articles,
    target: entity === undefined ? null : introduction(snapshot, entity, null),
  };
}

function yearsOf(dates: Iterable<IsoDate | null>): string[] {
  const years = new Set<string>();
  for (const date of dates) if (/^\d{4}/.test(date ?? '')) years.add((date ?? '').slice(0, 4));
  return [...years].sort();
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
