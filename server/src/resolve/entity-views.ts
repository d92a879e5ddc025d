/**
 * Entities as a reader of the index sees them, made of the groups that were resolved to be one. Each property is made when it is read:
 * most readers want a name and a list of articles, few want all attestations of a president.
 */
import type { AgreementFact, EntityKind, LocalIndex, MentionIndex } from '../recognize/facts.ts';
import { type AgreementCluster, blockOfId } from './agreement-clusters.ts';
import { AgreementIndex } from './agreement-index.ts';
import { blockOf, itemKey, signatoriesOf } from './agreement-items.ts';
import { agreementView } from './agreement-view.ts';
import { type EntityIndex, proof } from './attestations.ts';
import type { Bodies } from './bodies.ts';
import { officeView, organizationView } from './body-view.ts';
import type { Decided } from './decided.ts';
import { decidedView } from './decided-view.ts';
import { type Placement, wordsOfPerson } from './describe.ts';
import type { ArticlePath, Entity, EntityId, Evidence } from './entities.ts';
import { byCodeUnit } from './keys.ts';
import { firstElsewhere, personView } from './person-view.ts';
import type { Person, Persons } from './persons.ts';
import { placeView } from './place-view.ts';
import type { ArticleRecord, State } from './state.ts';
import { atOnce, STRIDE } from './steps.ts';

export class EntityViews implements EntityIndex {
  readonly #state: State;
  readonly #persons: Persons;
  readonly #bodies: Bodies;
  readonly #agreements: AgreementIndex;
  readonly #decided: Decided | null;
  readonly #views = new Map<EntityId, Entity | null>();
  readonly #ids = new Map<EntityKind, readonly EntityId[]>();

  /** `decided`: what the reader says of entities; null where that is nothing, or not to be looked at. */
  constructor(state: State, persons: Persons, bodies: Bodies, decided: Decided | null) {
    this.#state = state;
    this.#persons = persons;
    this.#bodies = bodies;
    this.#agreements = new AgreementIndex(state);
    this.#decided = decided;
  }

  /** Undefined where the corpus has no such entity. A state that is only a party of agreements has a view without mentions. */
  byId(id: EntityId): Entity | undefined {
    let view = this.#views.get(id);
    if (view === undefined) {
      view = this.#decided === null ? this.#make(id) : this.#makeDecided(id, this.#decided);
      this.#views.set(id, view);
    }
    return view ?? undefined;
  }

  #makeDecided(id: EntityId, decided: Decided): Entity | null {
    if (decided.shown(id) !== id) return null;
    const parts = decided.partsOf(id).flatMap((part) => this.#make(part) ?? []);
    const [first, ...rest] = parts;
    return first === undefined ? null : decidedView(first, rest, decided);
  }

  #shown(id: EntityId): EntityId[] {
    const shown = this.#decided === null ? id : this.#decided.shown(id);
    return shown === null ? [] : [shown];
  }

  #make(id: EntityId): Entity | null {
    const colon = id.indexOf(':');
    const rest = id.slice(colon + 1);
    switch (id.slice(0, colon)) {
      case 'person': {
        const person = this.#persons.byId(rest);
        return person && personView(this.#state, this.#persons, this.#bodies, this, person);
      }
      case 'place':
        return placeView(this.#state, rest);
      case 'organization': {
        const body = this.#bodies.byId('organization', rest);
        return body && organizationView(this.#state, this.#bodies, body);
      }
      case 'office': {
        const body = this.#bodies.byId('office', rest);
        return body && officeView(this.#state, this.#bodies, this, body);
      }
      case 'agreement': {
        const cluster = this.#cluster(rest);
        return cluster && agreementView(this.#state, this, cluster);
      }
      default:
        return null;
    }
  }

  /** Ids of one kind, in their order. Goes through all names of the kind. */
  ids(kind: EntityKind): readonly EntityId[] {
    return atOnce(this.gatherIds(kind));
  }

  /** As `ids`, in small steps. */
  *gatherIds(kind: EntityKind): Generator<void, readonly EntityId[]> {
    const known = this.#ids.get(kind);
    if (known !== undefined) return known;
    const found = new Set<EntityId>();
    let looked = 0;
    for (const node of kind === 'agreement' ? this.#agreements.keys() : this.#state.nodes[kind].keys()) {
      if (++looked % STRIDE === 0) yield;
      for (const id of this.idsIn(kind, node)) found.add(id);
    }
    const ids = [...found].sort(byCodeUnit);
    this.#ids.set(kind, ids);
    return ids;
  }

  /**
   * Ids of what is kept in one node (of agreements: block), in their order. With `mostArticles` only what can be found by its name: see
   * Persons.named and Bodies.inNode.
   */
  idsIn(kind: EntityKind, node: string, mostArticles?: number): EntityId[] {
    return this.#idsIn(kind, node, mostArticles).flatMap((id) => this.#shown(id));
  }

  #idsIn(kind: EntityKind, node: string, mostArticles?: number): EntityId[] {
    switch (kind) {
      case 'person':
        return this.#persons.named(node, mostArticles).map((person) => `person:${person.id}`);
      case 'place':
        return this.#state.nodes.place.get(node)?.get('')?.mentions.isEmpty() === false ? [`place:${node}`] : [];
      case 'agreement':
        return (this.#agreements.inBlock(node)?.all ?? []).filter(isShown).map((cluster) => `agreement:${cluster.id}`);
      default:
        return this.#bodies
          .inNode(kind, node, { general: mostArticles === undefined })
          .map((body) => `${kind}:${body.id}`);
    }
  }

  idOfLocal(path: ArticlePath, record: ArticleRecord, local: LocalIndex): EntityId | null {
    const id = this.#idOfLocal(path, record, local);
    return id === null || this.#decided === null ? id : this.#decided.shown(id);
  }

  idOfPlacement(path: ArticlePath, placement: Placement): EntityId | null {
    const id = this.#idOfPlacement(path, placement);
    return id === null || this.#decided === null ? id : this.#decided.shown(id);
  }

  #idOfLocal(path: ArticlePath, record: ArticleRecord, local: LocalIndex): EntityId | null {
    const placement = record.placements[local];
    if (placement) return this.#idOfPlacement(path, placement);
    if (!record.agreements.includes(local)) return null;
    const fact = record.facts.entities[local];
    if (fact?.kind !== 'agreement') return null;
    const cluster = this.clusterOf(path, local, fact);
    return cluster === null || !isShown(cluster) ? null : `agreement:${cluster.id}`;
  }

  #idOfPlacement(path: ArticlePath, placement: Placement): EntityId | null {
    if (placement.kind === 'person') {
      const { person } = this.#persons.verdict(path, placement);
      return person && `person:${person.id}`;
    }
    if (placement.kind === 'place') return this.#idsIn('place', placement.node)[0] ?? null;
    const body = this.#bodies.ofPlacement(placement);
    return body && `${body.kind}:${body.id}`;
  }

  clusterOf(path: ArticlePath, local: LocalIndex, fact: AgreementFact): AgreementCluster | null {
    const record = this.#state.articles.get(path);
    const apart = record?.decided?.apart.has(local) === true;
    const where = fact.place === null ? undefined : record?.facts.entities[fact.place];
    const place = where?.kind === 'place' ? where.key : null;
    const { properName, parties } = fact;
    const signatories = signatoriesOf(fact, (person) => wordsOfPerson(record?.facts.entities[person]));
    const key = blockOf({
      properName,
      parties,
      article: path,
      place,
      date: fact.date?.value ?? null,
      apart,
      signatories,
    });
    return this.#agreements.inBlock(key)?.byItem.get(itemKey({ article: path, local })) ?? null;
  }

  #cluster(id: string): AgreementCluster | null {
    const cluster = this.#agreements.inBlock(blockOfId(id))?.all.find((each) => each.id === id);
    return cluster !== undefined && isShown(cluster) ? cluster : null;
  }

  evidenceAt(path: ArticlePath, mention: MentionIndex | undefined): Evidence | null {
    const record = this.#state.articles.get(path);
    const span = mention === undefined ? undefined : record?.facts.mentions[mention];
    return record === undefined || span === undefined ? null : proof(path, record, span);
  }

  /** Where another article than `here` first introduces the person, by the name the person goes by or by any. */
  introducedElsewhere(person: Person, here: ArticlePath, byName: boolean): Evidence | null {
    const first = firstElsewhere(this.#state, this.#persons, person, here, byName);
    return first && this.evidenceAt(first.path, first.fact.introduction);
  }
}

/** Something is an agreement only where an article is sure of it. */
const isShown = ({ items }: AgreementCluster): boolean => items.some(({ mentions }) => mentions.length > 0);
