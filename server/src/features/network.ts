/**
 * Who is tied to whom: persons, offices and bodies by the articles they share, the meetings they were at, what they signed together
 * and the offices they held. Of a whole corpus the strongest ties are shown, so many as stay readable; of one entity its neighbours.
 */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind, IsoDate } from '../recognize/facts.ts';
import type { AgreementEntity, ArticlePath, Entity, EntityId, EventEntity } from '../resolve/entities.ts';
import { introduction, introductionIn, sentenceAround } from './definition.ts';
import { displayable, type Quote, quote, shortened } from './pieces.ts';
import { articlesOf, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';
import { isWithin } from './time-span.ts';

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
/** Those that shared articles are counted for: the most often mentioned, and everybody who met or signed. */
const CANDIDATES_LIMIT = 400;
/** Of one entity: those most often mentioned beside it. */
const NEIGHBOURS_LIMIT = 200;
/** So many of an entity's articles, spread evenly, are looked through for its neighbours: who is beside it in few others is not shown. */
const LOOKED_THROUGH = 300;
/** An article that lists half the world ties nobody. */
const MOST_IN_ARTICLE = 60;
const NAME_LIMIT = 90;
const STRIDE = 100;

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
  const whole = entity === null ? yield* indexOf(snapshot) : null;
  const members = whole?.members ?? (yield* neighbours(snapshot, entity as Entity, isNode));
  const ties = new Ties(isNode);
  const wanted = new Set(request.ties);

  if (wanted.has('meeting')) {
    const events = entity === null ? snapshot.resolution.events.encounters() : eventsAmong(snapshot, members);
    yield;
    for (const event of events) {
      if (!isMeeting(event) || !isWithin(event.date, request.from, request.to)) continue;
      ties.addAll('meeting', event.actors.map((actor) => actor.entity).filter(isNode));
    }
  }
  if (wanted.has('signature'))
    for (const agreement of agreementsOf(snapshot, members, entity))
      if (isWithin(agreement.date, request.from, request.to))
        ties.addAll('signature', signedBy(agreement).filter(isNode));
  yield;
  if (wanted.has('tenure') && nodes.has('person') && nodes.has('office'))
    for (const { person, office, count } of whole?.tenures(request) ?? tenuresAmong(snapshot, members, request))
      ties.add('tenure', person, office, count);
  yield;

  const articleCounts = new Map<EntityId, number>();
  const candidates = [...members]
    .filter(([id]) => isNode(id))
    .map(([id, paths]) => ({ id, paths: inPeriod === null ? paths : paths.filter(inPeriod) }))
    .filter(({ id, paths }) => paths.length > 0 || ties.has(id))
    .sort((a, b) => b.paths.length - a.paths.length || byCodeUnit(a.id, b.id));
  yield;
  const counted = candidates.filter(({ id }, index) => index < CANDIDATES_LIMIT || ties.has(id) || id === entity?.id);
  for (const { id, paths } of counted) articleCounts.set(id, paths.length);
  if (wanted.has('article')) yield* countShared(counted, ties);

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
    chosenNodes.push(nodeOf(snapshot, id, articleCounts.get(id) ?? 0));
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
    years: whole?.years ?? yearsOf(articlesOf(snapshot, entity as Entity).map(({ date }) => date?.value ?? null)),
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

/** Those who signed, each once, and the bodies that are parties. */
function signedBy({ signatories, parties }: AgreementEntity): EntityId[] {
  if (signatories.length === 0) return [];
  return [
    ...new Set([
      ...signatories.map(({ person }) => person),
      ...parties.filter((party) => party.startsWith('organization:')),
    ]),
  ];
}

type Members = ReadonlyMap<EntityId, readonly ArticlePath[]>;

/** All nodes of a corpus with the articles that mention them: the same for every question to one snapshot. */
class CorpusIndex {
  readonly members: Members;
  readonly years: readonly string[];
  readonly #tenures: readonly TenureTie[];

  constructor(members: Members, years: readonly string[], tenures: readonly TenureTie[]) {
    this.members = members;
    this.years = years;
    this.#tenures = tenures;
  }

  tenures(period: Period): { person: EntityId; office: EntityId; count: number }[] {
    return counted(this.#tenures, period);
  }
}

interface TenureTie {
  readonly person: EntityId;
  readonly office: EntityId;
  readonly dates: readonly (IsoDate | null)[];
}

const indexes = new WeakMap<Snapshot, CorpusIndex>();

function* indexOf(snapshot: Snapshot): Generator<void, CorpusIndex> {
  const known = indexes.get(snapshot);
  if (known !== undefined) return known;
  yield* snapshot.resolution.decide(['agreement', ...NODE_KINDS]);
  const members = new Map<EntityId, readonly ArticlePath[]>();
  const tenures: TenureTie[] = [];
  let looked = 0;
  for (const kind of NODE_KINDS)
    for (const entity of snapshot.resolution.ofKind(kind)) {
      if (++looked % STRIDE === 0) yield;
      if (entity.mentions.size === 0 || (entity.kind === 'office' && entity.general)) continue;
      members.set(entity.id, [...entity.mentions.keys()]);
    }
  for (const id of snapshot.resolution.directory.officeHolders()) {
    if (++looked % STRIDE === 0) yield;
    const person = snapshot.resolution.entities.get(id);
    if (person !== undefined) tenures.push(...tenuresIn(person));
  }
  const years = yearsOf([...snapshot.articles.values()].map(({ date }) => date?.value ?? null));
  const index = new CorpusIndex(members, years, tenures);
  indexes.set(snapshot, index);
  return index;
}

function tenuresIn(entity: Entity): TenureTie[] {
  if (entity.kind !== 'person' && entity.kind !== 'office') return [];
  return entity.tenures.map(({ person, office, attestations }) => ({
    person,
    office,
    dates: attestations.map(({ date }) => date),
  }));
}

function counted(tenures: readonly TenureTie[], { from, to }: Period) {
  return tenures
    .map(({ person, office, dates }) => ({
      person,
      office,
      count: dates.filter((date) => isWithin(date, from, to)).length,
    }))
    .filter(({ count }) => count > 0);
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

function* agreementsOf(snapshot: Snapshot, members: Members, entity: Entity | null): Generator<AgreementEntity> {
  if (entity === null) {
    yield* snapshot.resolution.ofKind('agreement');
    return;
  }
  const found = new Map<EntityId, AgreementEntity>();
  for (const id of members.keys()) {
    const member = snapshot.resolution.entities.get(id);
    for (const agreement of member === undefined ? [] : agreementsSigned(snapshot, member))
      found.set(agreement.id, agreement);
  }
  yield* found.values();
}

function eventsAmong({ resolution }: Snapshot, members: Members): EventEntity[] {
  const found = new Map<string, EventEntity>();
  for (const id of members.keys())
    if (!id.startsWith('organization:')) for (const event of resolution.events.of(id)) found.set(event.id, event);
  return [...found.values()];
}

function tenuresAmong({ resolution }: Snapshot, members: Members, period: Period) {
  const found: TenureTie[] = [];
  for (const id of members.keys()) {
    const entity = id.startsWith('person:') ? resolution.entities.get(id) : undefined;
    if (entity !== undefined) found.push(...tenuresIn(entity).filter(({ office }) => members.has(office)));
  }
  return counted(found, period);
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

function yearsOf(dates: readonly (IsoDate | null)[]): string[] {
  return [...new Set(dates.flatMap((date) => (/^\d{4}/.test(date ?? '') ? (date ?? '').slice(0, 4) : [])))].sort();
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
