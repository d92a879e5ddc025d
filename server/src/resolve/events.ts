/**
 * The events of a resolution: tellings, whose actors are resolved, put together (event-clusters.ts). Everything is found from the
 * people: their groups know the tellings that name them (state.ts), so that an event costs what its people's events cost. A telling
 * that names too few whom the corpus is sure of tells nothing.
 */
import type { EventFact, EventKind, LocalIndex } from '../recognize/facts.ts';
import { proof } from './attestations.ts';
import type { Bodies } from './bodies.ts';
import { groupBy } from './collections.ts';
import { isEncounter } from './describe.ts';
import type { ArticlePath, EntityId, EventEntity, EventIndex } from './entities.ts';
import type { EntityViews } from './entity-views.ts';
import { clustersOf, type EventCluster, type Telling } from './event-clusters.ts';
import { byCodeUnit, parseClaim } from './keys.ts';
import type { Persons } from './persons.ts';
import type { ArticleRecord, Group, State } from './state.ts';
import { atOnce, STRIDE } from './steps.ts';

/** Kinds that are one event in other words. */
const FAMILY: Readonly<Record<EventFact['kind'], string>> = {
  meeting: 'meeting',
  reception: 'meeting',
  visit: 'visit',
  call: 'call',
  signing: 'signing',
  statement: 'statement',
};

export class Events implements EventIndex {
  readonly #state: State;
  readonly #persons: Persons;
  readonly #bodies: Bodies;
  readonly #views: EntityViews;
  readonly #of = new Map<EntityId, readonly EventEntity[]>();
  readonly #encountersOf = new Map<EntityId, readonly EventEntity[]>();
  readonly #tellings = new Map<ArticlePath, readonly (Telling | null)[]>();
  #all: readonly EventEntity[] | undefined;

  constructor(state: State, persons: Persons, bodies: Bodies, views: EntityViews) {
    this.#state = state;
    this.#persons = persons;
    this.#bodies = bodies;
    this.#views = views;
  }

  of(id: EntityId): readonly EventEntity[] {
    let events = this.#of.get(id);
    if (events === undefined) {
      events = this.#eventsTold(this.#tellingsOf(id, (_, indexes) => indexes));
      this.#of.set(id, events);
    }
    return events;
  }

  /** Articles in which somebody only says or signs something are not read for these. */
  encountersOf(id: EntityId): readonly EventEntity[] {
    let events = this.#encountersOf.get(id);
    if (events === undefined) {
      const { encounters } = this.#state;
      events = this.#eventsTold(
        this.#tellingsOf(id, (path, indexes) => {
          const told = encounters.get(path);
          return told === undefined ? [] : indexes.filter((index) => told.includes(index));
        }),
      );
      this.#encountersOf.set(id, events);
    }
    return events;
  }

  /** The events that some tellings of an entity tell. */
  #eventsTold(tellings: readonly Telling[]): EventEntity[] {
    const signed = new Set(tellings.flatMap(({ agreement }) => agreement ?? []));
    // Others may tell of a signing without naming this signatory.
    const others = [...signed].flatMap((agreement) => this.#signingsOf(agreement));
    const keys = new Set(tellings.map(({ key }) => key));
    return eventsOf(
      [...tellings.filter(({ agreement }) => agreement === null), ...others].filter(({ key }) => keys.has(key)),
    );
  }

  in(article: ArticlePath): readonly EventEntity[] {
    const found = new Map<string, EventEntity>();
    for (const telling of this.#tellingsIn(article)) {
      if (telling === null) continue;
      const actor = telling.actors.find(({ entity }) => /^(person|office):/.test(entity))?.entity;
      const among =
        telling.agreement !== null
          ? eventsOf(this.#signingsOf(telling.agreement))
          : actor === undefined
            ? []
            : this.of(actor);
      const event = among.find(({ tellings }) =>
        tellings.some((each) => each.article === article && each.event === telling.index),
      );
      if (event !== undefined) found.set(event.id, event);
    }
    return [...found.values()];
  }

  all(): readonly EventEntity[] {
    this.#all ??= atOnce(this.#gather(this.#state.articles.keys(), () => true));
    return this.#all;
  }

  /** All meetings, receptions, visits and calls, by date, in small steps. */
  encounters(): Generator<void, readonly EventEntity[]> {
    return this.#gather(this.#state.encounters.keys(), isEncounter);
  }

  /** Of some kinds, of which no two are one event, from all articles that tell of them. */
  *#gather(articles: Iterable<ArticlePath>, isOf: (kind: EventKind) => boolean): Generator<void, EventEntity[]> {
    const tellings: Telling[] = [];
    let looked = 0;
    for (const path of [...articles].sort(byCodeUnit)) {
      if (++looked % STRIDE === 0) yield;
      for (const telling of this.#tellingsIn(path))
        if (telling !== null && isOf(telling.fact.kind)) tellings.push(telling);
    }
    yield;
    const events: EventEntity[] = [];
    for (const [key, same] of groupBy(tellings, ({ key }) => key)) {
      if (++looked % STRIDE === 0) yield;
      for (const cluster of clustersOf(same)) events.push(eventOf(key, cluster));
    }
    yield;
    return events.sort(byDate);
  }

  /** The tellings of an article by their index; null for those that tell of too few. */
  #tellingsIn(path: ArticlePath): readonly (Telling | null)[] {
    let tellings = this.#tellings.get(path);
    if (tellings === undefined) {
      const record = this.#state.articles.get(path);
      tellings =
        record === undefined ? [] : record.facts.events.map((fact, index) => this.#resolve(path, record, fact, index));
      this.#tellings.set(path, tellings);
    }
    return tellings;
  }

  #resolve(path: ArticlePath, record: ArticleRecord, fact: EventFact, index: number): Telling | null {
    const actors = new Map<EntityId, EventEntity['actors'][number]>();
    let open = false;
    for (const { entity: local, role, span } of fact.actors) {
      const entity = this.#actor(path, record, local);
      if (entity === null) open = true;
      else if (!actors.has(entity)) actors.set(entity, { entity, role, evidence: proof(path, record, span) });
    }
    if (!isEnough(fact, [...actors.values()])) return null;
    const agreement = fact.agreement === null ? null : this.#views.idOfLocal(path, record, fact.agreement);
    const place = fact.place === null ? null : this.#views.idOfLocal(path, record, fact.place);
    const people = [...actors.values()]
      .map(({ entity, role }) => (role === 'host' ? this.#stateOf(entity) : entity))
      .sort(byCodeUnit);
    const who = agreement ?? people.join('+');
    // A telling that names somebody unknown besides is no other article's event.
    const apart = open && agreement === null ? ` ${path}#${index}` : '';
    const key = `${FAMILY[fact.kind]} ${fact.modality} ${who}${apart}`;
    return { path, index, fact, articleDate: record.date, actors: [...actors.values()], agreement, place, key };
  }

  /** A visit to a city is one to its state. */
  #stateOf(place: EntityId): EntityId {
    return /^place:[A-Z]{2}\//.test(place) ? place.slice(0, 'place:XX'.length) : place;
  }

  /** A person, or an office of which neither the article nor the corpus tells who held it then. */
  #actor(path: ArticlePath, record: ArticleRecord, local: LocalIndex): EntityId | null {
    const id = this.#views.idOfLocal(path, record, local);
    if (id === null || record.facts.entities[local]?.kind !== 'office') return id;
    const office = this.#bodies.byId('office', id.slice('office:'.length));
    const holder = office && this.#bodies.holderIn(office, path).person;
    return holder ? `person:${holder.id}` : id;
  }

  /** `wanted`: which of the tellings of an article are looked at. */
  #tellingsOf(id: EntityId, wanted: (path: ArticlePath, indexes: readonly number[]) => readonly number[]): Telling[] {
    const found = new Map<string, Telling>();
    const take = (path: ArticlePath, indexes: readonly number[]) => {
      for (const index of wanted(path, indexes)) {
        const telling = this.#tellingsIn(path)[index];
        if (telling?.actors.some(({ entity }) => entity === id)) found.set(`${path}\u0002${index}`, telling);
      }
    };
    const takeAll = (group: Group | undefined) => {
      for (const [path, indexes] of group?.events ?? []) take(path, indexes);
    };
    const { nodes } = this.#state;
    const rest = id.slice(id.indexOf(':') + 1);
    if (id.startsWith('office:')) {
      const office = this.#bodies.byId('office', rest);
      for (const group of office?.groups() ?? []) takeAll(nodes.office.get(office?.base ?? '')?.get(group));
    } else {
      const person = this.#persons.byId(rest);
      const offices = new Set<string>();
      for (const { name, group, articles } of person ? this.#persons.members(person) : []) {
        const held = nodes.person.get(name)?.get(group);
        if (articles === null) takeAll(held);
        else for (const path of articles) take(path, held?.events.get(path) ?? []);
        for (const { base, general } of group.split('\n').map(parseClaim)) if (!general) offices.add(base);
      }
      for (const base of offices) for (const group of nodes.office.get(base)?.values() ?? []) takeAll(group);
    }
    return [...found.values()];
  }

  /** What all articles tell of the signing of an agreement. */
  #signingsOf(agreement: EntityId): Telling[] {
    const entity = this.#views.byId(agreement);
    return [...(entity?.mentions.keys() ?? [])].flatMap((path) =>
      this.#tellingsIn(path)
        .filter((telling) => telling?.agreement === agreement)
        .filter((telling) => telling !== null),
    );
  }
}

function isEnough({ kind, agreement }: EventFact, actors: EventEntity['actors']): boolean {
  const persons = actors.filter(({ entity }) => /^(person|office):/.test(entity)).length;
  switch (kind) {
    case 'statement':
      return persons > 0;
    case 'visit':
      return actors.some(({ role }) => role === 'visitor') && actors.some(({ role }) => role === 'host');
    case 'signing':
      return agreement !== null && actors.length > 0;
    default:
      return persons > 1;
  }
}

/** Tellings put together, by date; undated ones last. */
function eventsOf(tellings: readonly Telling[]): EventEntity[] {
  return [...groupBy(tellings, ({ key }) => key)]
    .flatMap(([key, same]) => clustersOf(same).map((cluster) => eventOf(key, cluster)))
    .sort(byDate);
}

const byDate = (a: EventEntity, b: EventEntity): number =>
  byCodeUnit(a.date ?? '~', b.date ?? '~') || byCodeUnit(a.id, b.id);

/** A reception tells more than a meeting, a negotiation more than that. */
const TELLING_CODES = ['043', '046'];

function eventOf(key: string, { tellings, date, stated }: EventCluster): EventEntity {
  const [first] = tellings as readonly [Telling, ...Telling[]];
  const most =
    TELLING_CODES.map((code) => tellings.find(({ fact }) => fact.code === code)).find((each) => each !== undefined) ??
    tellings.find(({ fact }) => fact.kind === 'reception') ??
    first;
  const actors = new Map<EntityId, EventEntity['actors'][number]>();
  for (const { actors: named } of [most, ...tellings])
    for (const actor of named) {
      const known = [...actors.keys()].find((id) => id === actor.entity || id.startsWith(`${actor.entity}/`));
      if (known !== undefined) continue;
      // «بغداد» says more than «العراق».
      for (const id of actors.keys())
        if (id.startsWith('place:') && actor.entity.startsWith(`${id}/`)) actors.delete(id);
      actors.set(actor.entity, actor);
    }
  const where = date ?? `@${first.path}#${first.index}`;
  const host =
    most.fact.kind === 'reception' ? ` ${most.actors.find(({ role }) => role === 'host')?.entity ?? ''}` : '';
  return {
    id: `event:${key} ${where}${host}`,
    kind: most.fact.kind,
    code: most.fact.code,
    modality: first.fact.modality,
    actors: [...actors.values()],
    agreement: first.agreement,
    place: tellings.find(({ place }) => place !== null)?.place ?? null,
    date,
    dateStated: stated,
    tellings: tellings.map(({ path, articleDate, fact, index }) => ({
      article: path,
      date: articleDate,
      span: fact.sentence,
      trigger: fact.trigger,
      event: index,
    })),
  };
}
