/**
 * Entities as a reader of the index sees them, made of the groups that were resolved to be one. Each property is made when it is read:
 * most readers want a name and a list of articles, few want all attestations of a president.
 */
import { Map as ImmutableMap } from 'immutable';
import type {
  AgreementFact,
  AgreementState,
  EntityKind,
  LocalIndex,
  MentionIndex,
  PersonFact,
  PlaceFact,
} from '../recognize/facts.ts';
import { romanize } from '../text/romanize.ts';
import type { Span } from '../text/span.ts';
import { type AgreementCluster, blockOfId, clustersOf, datesOf, typeOf } from './agreement-clusters.ts';
import { blockOf, itemKey } from './agreement-items.ts';
import type { Bodies, Body } from './bodies.ts';
import { CANDIDATE_GROUP, parseReference } from './describe.ts';
import type {
  AgreementEntity,
  ArticlePath,
  Entity,
  EntityId,
  Evidence,
  MentionRef,
  OfficeEntity,
  OrganizationEntity,
  PersonEntity,
  PlaceEntity,
  Tenure,
} from './entities.ts';
import { byCodeUnit, parseClaim } from './keys.ts';
import { lazily } from './lazily.ts';
import type { Person, Persons } from './persons.ts';
import type { ArticleRecord, Counts, Group, State } from './state.ts';
import { arabicName, englishName } from './states.ts';

type Mentions = ImmutableMap<ArticlePath, readonly MentionIndex[]>;

/** A local person of an article that is a person of the corpus. */
interface Occurrence {
  readonly path: ArticlePath;
  readonly record: ArticleRecord;
  readonly local: LocalIndex;
  readonly fact: PersonFact;
}

/**
 * The life of an agreement. Talks may be announced, and so may the text, before it is signed; where both are said it has been signed.
 */
const LIFE: readonly AgreementState[] = ['planned', 'negotiated', 'announced', 'signed', 'in force', 'ended'];

export class EntityViews {
  readonly #state: State;
  readonly #persons: Persons;
  readonly #bodies: Bodies;
  readonly #views = new Map<EntityId, Entity | null>();

  constructor(state: State, persons: Persons, bodies: Bodies) {
    this.#state = state;
    this.#persons = persons;
    this.#bodies = bodies;
  }

  /** Undefined where the corpus has no such entity. A state that is only a party of agreements has a view without mentions. */
  byId(id: EntityId): Entity | undefined {
    let view = this.#views.get(id);
    if (view === undefined) {
      view = this.#make(id);
      this.#views.set(id, view);
    }
    return view ?? undefined;
  }

  #make(id: EntityId): Entity | null {
    const colon = id.indexOf(':');
    const rest = id.slice(colon + 1);
    switch (id.slice(0, colon)) {
      case 'person': {
        const person = this.#persons.byId(rest);
        return person && this.#person(person);
      }
      case 'place':
        return this.#place(rest);
      case 'organization': {
        const body = this.#bodies.byId('organization', rest);
        return body && this.#organization(body);
      }
      case 'office': {
        const body = this.#bodies.byId('office', rest);
        return body && this.#office(body);
      }
      case 'agreement': {
        const cluster = this.#cluster(rest);
        return cluster && this.#agreement(cluster);
      }
      default:
        return null;
    }
  }

  /** Ids of one kind, in their order. Goes through all names of the kind. */
  ids(kind: EntityKind): EntityId[] {
    const found = new Set<EntityId>();
    if (kind === 'agreement') {
      for (const [key, block] of this.#state.agreements)
        for (const cluster of clustersOf(key, block).all) if (isShown(cluster)) found.add(`agreement:${cluster.id}`);
    } else for (const node of this.#state.nodes[kind].keys()) for (const id of this.idsIn(kind, node)) found.add(id);
    return [...found].sort(byCodeUnit);
  }

  /** Ids of what is kept in one node (of agreements: block), in their order; `mostArticles` as in Persons.named. */
  idsIn(kind: EntityKind, node: string, mostArticles?: number): EntityId[] {
    switch (kind) {
      case 'person':
        return this.#persons.named(node, mostArticles).map((person) => `person:${person.id}`);
      case 'place':
        return this.#state.nodes.place.get(node)?.get('')?.mentions.isEmpty() === false ? [`place:${node}`] : [];
      case 'agreement': {
        const block = this.#state.agreements.get(node);
        return block === undefined
          ? []
          : clustersOf(node, block)
              .all.filter(isShown)
              .map((cluster) => `agreement:${cluster.id}`);
      }
      default:
        return this.#bodies.inNode(kind, node).map((body) => `${kind}:${body.id}`);
    }
  }

  /** The entity of a local entity of an article; null where that is open or a candidate without proof. */
  idOfLocal(path: ArticlePath, record: ArticleRecord, local: LocalIndex): EntityId | null {
    const fact = record.facts.entities[local];
    const placement = record.placements[local];
    if (fact === undefined) return null;
    if (fact.kind === 'agreement') {
      const cluster = this.clusterOf(path, local, fact);
      return cluster === null || !isShown(cluster) ? null : `agreement:${cluster.id}`;
    }
    if (!placement) return null;
    if (placement.kind === 'person') {
      const { person } = this.#persons.verdict(path, placement);
      return person && `person:${person.id}`;
    }
    if (placement.kind === 'place') return this.idsIn('place', placement.node)[0] ?? null;
    const id = this.#bodies.idOf(placement);
    return this.#bodies.byId(placement.kind, id) && `${placement.kind}:${id}`;
  }

  clusterOf(path: ArticlePath, local: LocalIndex, { properName, parties }: AgreementFact): AgreementCluster | null {
    const key = blockOf({ properName, parties, article: path });
    const block = this.#state.agreements.get(key);
    return (block && clustersOf(key, block).byItem.get(itemKey({ article: path, local }))) ?? null;
  }

  #cluster(id: string): AgreementCluster | null {
    const key = blockOfId(id);
    const block = this.#state.agreements.get(key);
    const cluster = block && clustersOf(key, block).all.find((each) => each.id === id);
    return cluster !== undefined && isShown(cluster) ? cluster : null;
  }

  #person(person: Person): PersonEntity {
    const id = `person:${person.id}`;
    const members = once(() => this.#persons.members(person));
    const occurrences = once(() =>
      members()
        .flatMap(({ name, group, articles }) => {
          const locals = this.#state.nodes.person.get(name)?.get(group)?.locals;
          return [...(articles ?? locals?.keys() ?? [])].flatMap((path) => {
            const record = this.#state.articles.get(path);
            return record === undefined
              ? []
              : (locals?.get(path) ?? []).flatMap((local) => occurrence(path, record, local));
          });
        })
        .sort((a, b) => byDate(a, b) || a.local - b.local),
    );
    const forms = once(() => {
      const counted = new Map<string, number>();
      for (const { fact } of occurrences()) counted.set(fact.name, (counted.get(fact.name) ?? 0) + 1);
      return counted;
    });
    const name = once(() => this.#nameOf(person) ?? mostFrequent(forms()) ?? person.name);
    return lazily<PersonEntity>({
      kind: () => 'person',
      id: () => id,
      name,
      aliases: () => byFrequency(forms()).filter((form) => form !== name()),
      latin: () => romanize(name()),
      mentions: () => this.#mentionsOfPerson(person, members()),
      ranks: () => ranksIn(occurrences()),
      tenures: () =>
        this.#tenures(
          occurrences().flatMap(({ path, record, local }) =>
            this.#attestationsOf(path, record, local).map((each) => ({ ...each, person: id })),
          ),
        ),
      introductions: () => introductionsIn(occurrences()),
      agreements: () => {
        const signed = new Set<EntityId>();
        for (const { path, record, local } of occurrences())
          for (const [index, fact] of record.facts.entities.entries())
            if (fact.kind === 'agreement' && fact.signatories.some((signatory) => signatory.person === local)) {
              const agreement = this.idOfLocal(path, record, index);
              if (agreement !== null) signed.add(agreement);
            }
        return [...signed].sort(byCodeUnit);
      },
    });
  }

  /** The most frequent form of the fullest name. */
  #nameOf({ facet }: Person): string | null {
    if (facet === null) return null;
    const node = this.#state.nodes.person.get(facet.name);
    return mostFrequent(merged(facet.groups.flatMap((group) => node?.get(group)?.forms ?? [])));
  }

  #mentionsOfPerson(person: Person, members: ReturnType<Persons['members']>): Mentions {
    const maps: Mentions[] = [];
    const weak: Mentions[] = [];
    for (const { name, group, articles } of members) {
      const found = this.#state.nodes.person.get(name)?.get(group);
      if (found === undefined) continue;
      const within = articles === null ? null : new Set(articles);
      for (const [into, map] of [
        [maps, found.mentions],
        [weak, found.weak],
      ] as const)
        into.push(within === null ? map : map.filter((_, path) => within.has(path)));
    }
    const bases = new Set<string>();
    for (const { group } of members)
      if (group !== '' && group !== CANDIDATE_GROUP)
        for (const { base, general } of group.split('\n').map(parseClaim)) if (!general) bases.add(base);
    for (const base of bases)
      for (const body of this.#bodies.inNode('office', base))
        if (body.country !== null) maps.push(this.#openMentionsHeldBy(person, body));
    return withProof(union(maps), union(weak));
  }

  /** Mentions of an office that name nobody, in articles of days when this person held it. */
  #openMentionsHeldBy(person: Person, office: Body): Mentions {
    const node = this.#state.nodes.office.get(office.base);
    return union(office.groups.flatMap((group) => node?.get(group)?.open ?? [])).filter(
      (_, path) => this.#bodies.holderOn(office, this.#state.articles.get(path)?.date ?? null).person?.id === person.id,
    );
  }

  /** What an article says of the offices of one of its persons; nothing where it is not sure that this is one. */
  #attestationsOf(path: ArticlePath, record: ArticleRecord, local: LocalIndex): OfficeAttestation[] {
    const fact = record.facts.entities[local];
    if (fact?.kind !== 'person' || record.placements[local]?.group === CANDIDATE_GROUP) return [];
    return fact.offices.flatMap(({ office, evidence, former }) => {
      const told = record.facts.entities[office];
      const id = this.idOfLocal(path, record, office);
      if (told?.kind !== 'office' || id === null) return [];
      return [{ office: id, article: path, date: record.date, span: evidence, former, title: told.title }];
    });
  }

  #tenures(attestations: readonly (OfficeAttestation & { readonly person: EntityId })[]): Tenure[] {
    const byTenure = new Map<string, (OfficeAttestation & { readonly person: EntityId })[]>();
    for (const attestation of attestations) {
      const key = `${attestation.person} ${attestation.office}`;
      const list = byTenure.get(key);
      if (list === undefined) byTenure.set(key, [attestation]);
      else list.push(attestation);
    }
    return [...byTenure.values()]
      .map((list) => list.sort(byEvidence))
      .sort((a, b) => byEvidence(a[0] as Evidence, b[0] as Evidence) || byCodeUnit(tenureKey(a), tenureKey(b)))
      .flatMap((list) => {
        const [first] = list;
        const office = first === undefined ? undefined : this.byId(first.office);
        if (first === undefined || office?.kind !== 'office') return [];
        const titles = new Map<string, number>();
        for (const { title } of list) titles.set(title, (titles.get(title) ?? 0) + 1);
        return [
          {
            person: first.person,
            office: first.office,
            title: mostFrequent(titles) ?? first.title,
            organization: office.organization,
            country: office.country,
            attestations: list.map(({ article, date, span, former, title }) => ({
              article,
              date,
              span,
              former,
              title,
            })),
          },
        ];
      });
  }

  #place(key: string): PlaceEntity | null {
    const group = this.#state.nodes.place.get(key)?.get('');
    const state = arabicName(key);
    if (group === undefined || group.mentions.isEmpty()) {
      if (state === null) return null;
      return {
        kind: 'place',
        id: `place:${key}`,
        name: state,
        aliases: [],
        latin: englishName(key) ?? romanize(state),
        mentions: ImmutableMap(),
        country: key,
        type: 'state',
      };
    }
    const forms = once(() => new Map(group.forms));
    const name = once(() => mostFrequent(forms()) ?? key);
    const [type = 'place', country = ''] = (mostFrequent(new Map(group.links)) ?? '').split(' ');
    return lazily<PlaceEntity>({
      kind: () => 'place',
      id: () => `place:${key}`,
      name,
      aliases: () => byFrequency(forms()).filter((form) => form !== name()),
      latin: () => englishName(key) ?? romanize(name()),
      mentions: () => withProof(group.mentions, group.weak),
      country: () => (country === '' ? null : country),
      type: () => type as PlaceFact['type'],
    });
  }

  #groups({ kind, base, groups }: Body): Group[] {
    const node = this.#state.nodes[kind].get(base);
    return groups.flatMap((group) => node?.get(group) ?? []);
  }

  #bodyView(body: Body) {
    const groups = this.#groups(body);
    const forms = once(() => merged(groups.map((group) => group.forms)));
    // Of a body of a known state the form that was read with its state: «وزير الدفاع العراقي» before «وزير الدفاع».
    const own = once(() => mostFrequent(new Map(groups[0]?.forms ?? [])));
    const name = once(() => own() ?? mostFrequent(forms()) ?? body.base);
    return {
      id: () => `${body.kind}:${body.id}`,
      name,
      aliases: () => byFrequency(forms()).filter((form) => form !== name()),
      latin: () => romanize(name()),
      mentions: () => withProof(union(groups.map(({ mentions }) => mentions)), union(groups.map(({ weak }) => weak))),
      country: () => body.country,
    };
  }

  #organization(body: Body): OrganizationEntity {
    return lazily<OrganizationEntity>({
      ...this.#bodyView(body),
      kind: () => 'organization',
      offices: () => [...this.#linked(body, 'office').keys()].sort(byCodeUnit),
    });
  }

  #office(body: Body): OfficeEntity {
    return lazily<OfficeEntity>({
      ...this.#bodyView(body),
      kind: () => 'office',
      role: () => body.base.split('/', 1)[0] ?? '',
      organization: () => mostFrequent(this.#linked(body, 'organization')),
      general: () => body.general,
      tenures: () => this.#tenures(body.general ? this.#heldInArticle(body) : this.#held(body)),
    });
  }

  /** Offices of an organisation, or organisations of an office, with how often articles say so. */
  #linked(body: Body, kind: Body['kind']): Map<EntityId, number> {
    const counted = new Map<EntityId, number>();
    for (const group of this.#groups(body))
      for (const [ref, count] of group.links) {
        const id = this.#bodies.idOf({ kind, ...parseReference(ref) });
        if (this.#bodies.byId(kind, id) !== null)
          counted.set(`${kind}:${id}`, (counted.get(`${kind}:${id}`) ?? 0) + count);
      }
    return counted;
  }

  #held(body: Body): (OfficeAttestation & { readonly person: EntityId })[] {
    const found: (OfficeAttestation & { readonly person: EntityId })[] = [];
    for (const ref of this.#state.holders.get(body.base)?.keys() ?? []) {
      const { node, group } = parseReference(ref);
      for (const [path, locals] of this.#state.nodes.person.get(node)?.get(group)?.locals ?? [])
        found.push(...this.#heldBy(`office:${body.id}`, path, locals));
    }
    return found;
  }

  #heldInArticle(body: Body): (OfficeAttestation & { readonly person: EntityId })[] {
    const path = body.id.slice(body.id.indexOf('@') + 1);
    const record = this.#state.articles.get(path);
    const persons = record?.facts.entities.flatMap(({ kind }, index) => (kind === 'person' ? [index] : [])) ?? [];
    return this.#heldBy(`office:${body.id}`, path, persons);
  }

  #heldBy(office: EntityId, path: ArticlePath, persons: readonly LocalIndex[]) {
    const record = this.#state.articles.get(path);
    if (record === undefined) return [];
    return persons.flatMap((local) => {
      const person = this.idOfLocal(path, record, local);
      if (person === null) return [];
      return this.#attestationsOf(path, record, local)
        .filter((attestation) => attestation.office === office)
        .map((attestation) => ({ ...attestation, person }));
    });
  }

  #agreement(cluster: AgreementCluster): AgreementEntity {
    const id = `agreement:${cluster.id}`;
    const { items } = cluster;
    const type = typeOf(items);
    const facts = once(() =>
      items
        .flatMap(({ article, local }) => {
          const record = this.#state.articles.get(article);
          const fact = record?.facts.entities[local];
          return record === undefined || fact?.kind !== 'agreement' ? [] : [{ path: article, record, fact }];
        })
        .sort(byDate),
    );
    const titles = once(() => {
      const counted = new Map<string, number>();
      for (const { title } of items) counted.set(title, (counted.get(title) ?? 0) + 1);
      return counted;
    });
    const name = once(() => titleOf(cluster, titles()));
    const states = once(() =>
      facts()
        .flatMap(({ path, record, fact }) =>
          fact.states.map(({ state, date, evidence }) => ({ state, date, evidence: proof(path, record, evidence) })),
        )
        .sort(
          (a, b) =>
            byCodeUnit(a.date ?? a.evidence.date ?? LAST, b.date ?? b.evidence.date ?? LAST) ||
            LIFE.indexOf(a.state) - LIFE.indexOf(b.state) ||
            byEvidence(a.evidence, b.evidence),
        ),
    );
    return lazily<AgreementEntity>({
      kind: () => 'agreement',
      id: () => id,
      name,
      aliases: () => byFrequency(titles()).filter((title) => title !== name()),
      latin: () => romanize(name()),
      mentions: () =>
        withProof(
          union(items.map(({ article, mentions }) => listed(article, mentions))),
          union(items.map(({ article, weak }) => listed(article, weak))),
        ),
      type: () => type,
      status: () => LIFE[Math.max(...states().map(({ state }) => LIFE.indexOf(state)))] ?? 'announced',
      date: () => datesOf(items)[0] ?? null,
      place: () => {
        const places = new Map<EntityId, number>();
        for (const { path, record, fact } of facts()) {
          const place = fact.place === null ? null : this.idOfLocal(path, record, fact.place);
          if (place !== null) places.set(place, (places.get(place) ?? 0) + 1);
        }
        return mostFrequent(places);
      },
      parties: () => this.#parties(facts()),
      signatories: () => {
        const found = new Map<EntityId, AgreementEntity['signatories'][number]>();
        for (const { path, record, fact } of facts())
          for (const { person, office, evidence } of fact.signatories) {
            const signer = this.idOfLocal(path, record, person);
            if (signer === null) continue;
            const capacity = office === null ? null : this.idOfLocal(path, record, office);
            const before = found.get(signer);
            if (before === undefined)
              found.set(signer, { person: signer, office: capacity, evidence: proof(path, record, evidence) });
            else if (before.office === null && capacity !== null) found.set(signer, { ...before, office: capacity });
          }
        return [...found.values()];
      },
      states,
      subjects: () => [...new Set(items.flatMap(({ subjects }) => subjects))].sort(byCodeUnit),
      related: () => {
        const found = new Set<EntityId>();
        for (const { path, record, fact } of facts())
          for (const local of fact.related) {
            const other = this.idOfLocal(path, record, local);
            if (other !== null && other !== id) found.add(other);
          }
        return [...found].sort(byCodeUnit);
      },
    });
  }

  /** The longest list of parties that an article gives: an article may leave out one that the reader knows. */
  #parties(
    facts: readonly { readonly path: ArticlePath; readonly record: ArticleRecord; readonly fact: AgreementFact }[],
  ): EntityId[] {
    const [first] = [...facts].sort((a, b) => b.fact.parties.length - a.fact.parties.length);
    return (first?.fact.parties ?? []).map((party) => {
      if (arabicName(party) !== null) return `place:${party}`;
      const local =
        first?.record.facts.entities.findIndex((entity) => entity.kind === 'organization' && entity.key === party) ??
        -1;
      return (first && local >= 0 ? this.idOfLocal(first.path, first.record, local) : null) ?? `organization:${party}`;
    });
  }

  evidenceAt(path: ArticlePath, mention: MentionIndex | undefined): Evidence | null {
    const record = this.#state.articles.get(path);
    const span = mention === undefined ? undefined : record?.facts.mentions[mention];
    return record === undefined || span === undefined ? null : proof(path, record, span);
  }

  /** Where a person is first introduced elsewhere, to prove that the name is known: of these groups, outside this article. */
  firstElsewhere(person: Person, here: ArticlePath, sameName: boolean): Evidence | null {
    let best: Occurrence | null = null;
    for (const { name, group, articles } of this.#persons.members(person)) {
      if (sameName && name !== person.name) continue;
      const locals = this.#state.nodes.person.get(name)?.get(group)?.locals;
      for (const path of articles ?? locals?.keys() ?? []) {
        const record = path === here ? undefined : this.#state.articles.get(path);
        const local = locals?.get(path)?.[0];
        if (record === undefined || local === undefined) continue;
        const [found] = occurrence(path, record, local);
        if (found !== undefined && (best === null || byDate(found, best) < 0)) best = found;
      }
    }
    if (best === null) return null;
    return this.evidenceAt(best.path, best.fact.introduction);
  }
}

interface OfficeAttestation extends Evidence {
  readonly office: EntityId;
  readonly former: boolean;
  readonly title: string;
}

const tenureKey = (list: readonly (OfficeAttestation & { readonly person: EntityId })[]): string =>
  `${list[0]?.person} ${list[0]?.office}`;

const proof = (article: ArticlePath, { date }: ArticleRecord, { start, end }: Span): Evidence => ({
  article,
  date,
  span: { start, end },
});

function occurrence(path: ArticlePath, record: ArticleRecord, local: LocalIndex): Occurrence[] {
  const fact = record.facts.entities[local];
  return fact?.kind === 'person' ? [{ path, record, local, fact }] : [];
}

/** Introductions by full name; where no article gives one, all there are. */
function introductionsIn(occurrences: readonly Occurrence[]): MentionRef[] {
  const full = occurrences.filter(({ fact }) => fact.words.length > 1);
  return (full.length > 0 ? full : occurrences).map(({ path, fact }) => ({
    article: path,
    mention: fact.introduction,
  }));
}

/** Each rank once an article. */
function ranksIn(occurrences: readonly Occurrence[]): PersonEntity['ranks'][number][] {
  const seen = new Set<string>();
  return occurrences.flatMap(({ path, record, fact }) =>
    fact.ranks.flatMap(({ rank, start, end }) => {
      const key = `${rank} ${path}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ rank, evidence: proof(path, record, { start, end }) }];
    }),
  );
}

/** After every date. */
const LAST = '~';

const byDate = (
  a: { readonly path: ArticlePath; readonly record: ArticleRecord },
  b: { readonly path: ArticlePath; readonly record: ArticleRecord },
): number => byCodeUnit(a.record.date ?? LAST, b.record.date ?? LAST) || byCodeUnit(a.path, b.path);

const byEvidence = (a: Evidence, b: Evidence): number =>
  byCodeUnit(a.date ?? LAST, b.date ?? LAST) ||
  byCodeUnit(a.article, b.article) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end;

/** Something is an agreement only where an article is sure of it. */
const isShown = ({ items }: AgreementCluster): boolean => items.some(({ mentions }) => mentions.length > 0);

/**
 * The form that says most: of the kind that most articles call it, with most words up to what a title needs, then the most frequent.
 */
function titleOf({ items }: AgreementCluster, counts: ReadonlyMap<string, number>): string {
  const type = typeOf(items);
  const ranked = items
    .map(({ title, type: own }) => ({
      title,
      fits: own === type,
      words: Math.min(title.split(' ').length, TITLE_WORDS),
    }))
    .sort(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        b.words - a.words ||
        (counts.get(b.title) ?? 0) - (counts.get(a.title) ?? 0) ||
        byCodeUnit(a.title, b.title),
    );
  return ranked[0]?.title ?? '';
}

/** «مذكرة التفاهم للتعاون الدفاعي بين العراق وإيران» has seven words; more are a clause. */
const TITLE_WORDS = 7;

function merged(counts: readonly Counts[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const each of counts) for (const [form, count] of each) sum.set(form, (sum.get(form) ?? 0) + count);
  return sum;
}

/** Most frequent first; of equals the longer, then by code unit. */
const byFrequency = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || byCodeUnit(a, b)).map(([form]) => form);

const mostFrequent = (counts: ReadonlyMap<string, number>): string | null => byFrequency(counts)[0] ?? null;

const listed = (path: ArticlePath, mentions: readonly MentionIndex[]): Mentions =>
  mentions.length === 0 ? ImmutableMap() : ImmutableMap([[path, mentions]]);

/** The largest map is taken over as it is; the others are put into it. */
function union(maps: readonly Mentions[]): Mentions {
  const [largest, ...rest] = [...maps].sort((a, b) => b.size - a.size);
  if (largest === undefined) return ImmutableMap();
  return largest.withMutations((all) => {
    for (const map of rest)
      for (const [path, mentions] of map)
        all.update(path, [], (own) =>
          own.length === 0 ? mentions : [...new Set([...own, ...mentions])].sort((a, b) => a - b),
        );
  });
}

/** Mentions of little confidence count where another article is sure of the entity. */
function withProof(sure: Mentions, weak: Mentions): Mentions {
  if (weak.isEmpty()) return sure;
  return union([sure, weak.filter((_, path) => sure.size - Number(sure.has(path)) > 0)]);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
