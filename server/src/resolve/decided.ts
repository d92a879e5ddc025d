/**
 * The reader's decisions about whole entities, put upon what the rules come to: whom a name or words of an article refer to, which
 * entities are one, what they are called and whether they are shown; and which decisions have no effect, and why.
 */
import type { IsoDate, MentionFact, MentionIndex } from '../recognize/facts.ts';
import { fold } from '../text/fold.ts';
import { type DecidedArticle, isTaken, isUnit, keyOfUnit } from './decided-article.ts';
import {
  type Decision,
  type DecisionIndex,
  isQuoted,
  keyOfName,
  type Objection,
  type Reference,
  referenceKey,
  type Settled,
} from './decisions.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { ArticlePath, CrossReason, EntityId, NameSearch } from './entities.ts';
import type { EntityViews } from './entity-views.ts';
import { type Person, type Persons, placeKey, type Unions } from './persons.ts';
import { ARABIC, LATIN, searchKeys } from './search-keys.ts';
import type { ArticleRecord, State } from './state.ts';

interface Rules {
  readonly persons: Persons;
  readonly views: EntityViews;
  readonly names: NameSearch;
}

/** What a reference means: an entity as the rules have it, or a person of one article whom they leave open. */
type Meant =
  | { readonly id: EntityId }
  | { readonly open: { readonly article: ArticlePath; readonly name: string; readonly group: string } };

/** Entities of one name that are looked at. */
const MOST_NAMESAKES = 40;

export class Decided {
  readonly objections = new Map<DecisionIndex, Objection[]>();
  readonly #state: State;
  readonly #settled: Settled;
  readonly #rules: Rules;
  /** Of joined entities other than persons: which stands for all, and all of these. */
  readonly #roots = new Map<EntityId, EntityId>();
  readonly #parts = new Map<EntityId, readonly EntityId[]>();
  readonly #hidden = new Set<EntityId>();
  readonly #names = new Map<EntityId, string>();
  readonly #dates = new Map<EntityId, IsoDate>();
  readonly #because = new Map<EntityId, DecisionIndex[]>();
  readonly #joined = new Map<string, Person>();
  readonly #given = new Map<string, Unions['given'] extends ReadonlyMap<string, infer Given> ? Given : never>();

  constructor(state: State, settled: Settled, rules: Rules) {
    this.#state = state;
    this.#settled = settled;
    this.#rules = rules;
    for (const [index, objection] of settled.objections) this.objections.set(index, [objection]);
    this.#join();
    for (const [index, decision] of settled.all.entries())
      if (!settled.objections.has(index)) this.#take(index, decision);
  }

  get unions(): Unions {
    return { joined: this.#joined, given: this.#given };
  }

  /** Whether entities other than persons were joined or hidden, so that what others say of them has to be followed. */
  get joinsBodies(): boolean {
    return this.#roots.size > 0 || this.#hidden.size > 0;
  }

  /** The entity that stands for this one; null where it is not to be shown. */
  shown(id: EntityId): EntityId | null {
    const root = this.#roots.get(id) ?? id;
    return this.#hidden.has(root) ? null : root;
  }

  partsOf(id: EntityId): readonly EntityId[] {
    return this.#parts.get(id) ?? [id];
  }

  nameOf(id: EntityId): string | null {
    return this.#names.get(id) ?? null;
  }

  dateOf(id: EntityId): IsoDate | null {
    return this.#dates.get(id) ?? null;
  }

  /** Whether a mention is none, by the reader's word. A hidden office still stands for its `holder`, where that is known. */
  hides(
    path: ArticlePath,
    record: ArticleRecord,
    index: MentionIndex,
    mention: MentionFact,
    holder: EntityId | null,
  ): boolean {
    if (record.decided?.dropped.has(index)) return true;
    const placement = record.placements[mention.entity];
    if (placement?.kind === 'person' && this.#settled.nobody.has(placement.node)) return true;
    if (this.#hidden.size === 0 || (holder !== null && !mention.attached)) return false;
    const id = this.#rules.views.idOfLocal(path, record, mention.entity);
    return id !== null && this.shown(this.#final(id)) === null;
  }

  /** The decisions that a mention's reading rests on. `entities`: what it and its holder are. */
  reasons(
    record: ArticleRecord,
    index: MentionIndex,
    mention: MentionFact,
    entities: readonly (EntityId | null)[],
  ): CrossReason[] {
    const own = record.decided?.reasons.get(index) ?? [];
    const found = new Set<DecisionIndex>(own.flatMap((key) => this.#settled.indexes.get(key) ?? []));
    for (const local of [mention.entity, mention.holder]) {
      const placement = local === null ? null : record.placements[local];
      if (placement?.kind !== 'person') continue;
      const key = isUnit(placement.node) ? keyOfUnit(placement.node) : placement.node;
      for (const decision of this.#settled.byReference.get(key) ?? []) found.add(decision);
    }
    for (const id of entities) if (id !== null) for (const decision of this.#because.get(id) ?? []) found.add(decision);
    return [...found]
      .filter((decision) => !this.objections.has(decision))
      .sort((a, b) => a - b)
      .map((decision) => ({ code: 'decision', decision }));
  }

  /** Entities whose name by the reader has all these words, or words that begin so. */
  renamedTo(words: readonly string[], arabic: boolean): EntityId[] {
    if (words.length === 0) return [];
    return [...this.#names].flatMap(([id, name]) => {
      const keys = [...searchKeys(name)];
      const fits = words.every((word) => keys.some((key) => key.startsWith((arabic ? ARABIC : LATIN) + word)));
      return fits && this.shown(id) === id ? [id] : [];
    });
  }

  #object(index: DecisionIndex, objection: Objection): void {
    this.objections.set(index, [...(this.objections.get(index) ?? []), objection]);
  }

  /** Who and what is one. */
  #join(): void {
    const sets = new DisjointSets();
    const order: EntityId[] = [];
    const open = new Map<string, Extract<Meant, { open: unknown }>['open']>();
    for (const [index, decision] of this.#settled.all.entries()) {
      if (decision.kind !== 'same' || this.#settled.objections.has(index)) continue;
      const meant = this.#meantBy(index, decision);
      const elements = meant.map((each) => {
        if ('id' in each) return each.id;
        const key = placeKey(each.open.article, each.open.name, each.open.group);
        open.set(key, each.open);
        return key;
      });
      for (const each of elements) {
        sets.add(each);
        order.push(each);
      }
      for (const each of elements.slice(1)) sets.join(each, elements[0] ?? each);
      for (const each of elements) this.#because.set(each, [...(this.#because.get(each) ?? []), index]);
    }
    const unions = new Map<string, EntityId[]>();
    for (const each of new Set(order)) {
      const root = sets.rootOf(each);
      const union = unions.get(root);
      if (union === undefined) unions.set(root, [each]);
      else union.push(each);
    }
    for (const union of unions.values()) this.#unite(union, open);
  }

  #unite(union: readonly string[], open: ReadonlyMap<string, Extract<Meant, { open: unknown }>['open']>): void {
    const ids = union.filter((each) => !open.has(each));
    const persons = ids.flatMap((id) => (id.startsWith('person:') ? (this.#rulePerson(id) ?? []) : []));
    // Words taken from an article are not what anybody is called.
    const first = persons.find(({ name }) => !isTaken(name)) ?? persons[0];
    if (first !== undefined) {
      const parts = [first, ...persons.filter((each) => each !== first)];
      const person: Person = parts.length > 1 ? { ...first, parts } : first;
      for (const part of parts) this.#joined.set(part.id, person);
      for (const each of union) {
        const place = open.get(each);
        if (place !== undefined) this.#given.set(each, { ...place, person });
      }
      this.#because.set(`person:${first.id}`, [...new Set(union.flatMap((each) => this.#because.get(each) ?? []))]);
      return;
    }
    const [root] = ids;
    if (root === undefined) return;
    for (const id of ids) this.#roots.set(id, root);
    this.#parts.set(root, ids);
    this.#because.set(root, [...new Set(ids.flatMap((each) => this.#because.get(each) ?? []))]);
  }

  #rulePerson(id: EntityId): Person | null {
    const known = id.slice('person:'.length);
    return this.#rules.persons.byId(known) ?? this.#units.get(known) ?? null;
  }

  /** Units that references meant: the rules have those for nobody's whose words were taken. */
  readonly #units = new Map<string, Person>();

  #take(index: DecisionIndex, decision: Decision): void {
    switch (decision.kind) {
      case 'same':
        return;
      case 'different':
        this.#keepApart(index, decision.of);
        return;
      case 'not-person': {
        const [reference] = decision.of;
        if (isQuoted(reference)) this.#quoted(index, reference, 0);
        else if (!this.#state.nodes.person.has(keyOfName(reference)))
          this.#object(index, { code: 'unknown-name', of: 0 });
        return;
      }
      case 'office': {
        const record = this.#state.articles.get(decision.in);
        if (record === undefined) this.#object(index, { code: 'unknown-article', of: 0 });
        else if (!record.decided?.located.has(referenceKey(decision.of[0])))
          this.#object(index, { code: 'unknown-words', of: 0 });
        return;
      }
      case 'hide':
        // Quoted words are hidden where they stand.
        if (isQuoted(decision.of[0])) {
          this.#quoted(index, decision.of[0], 0);
          return;
        }
        break;
      case 'rename':
      case 'date':
    }
    const meant = this.#meant(index, decision.of[0], 0, decision.kind === 'date' ? 'agreement' : null);
    if (meant === null || !('id' in meant)) return;
    const id = this.#final(meant.id);
    if (decision.kind === 'hide') this.#hidden.add(id);
    else if (decision.kind === 'rename') this.#names.set(id, decision.to);
    else if (decision.kind === 'date') this.#dates.set(id, decision.date);
    this.#because.set(id, [...(this.#because.get(id) ?? []), index]);
  }

  /** Persons are kept apart by their names, anything else only by words of an article: elsewhere its name means what it always does. */
  #keepApart(index: DecisionIndex, of: readonly Reference[]): void {
    const quoted = of.some(isQuoted);
    let kind: string | null = null;
    for (const [at, reference] of of.entries()) {
      let own: string | null = null;
      if (isQuoted(reference)) {
        const meant = this.#quoted(index, reference, at);
        own = meant === null ? null : 'id' in meant ? kindOf(meant.id) : 'person';
      } else if (this.#state.nodes.person.has(keyOfName(reference))) own = 'person';
      else {
        const [first] = this.#called(reference, null);
        if (first === undefined) this.#object(index, { code: 'unknown-name', of: at });
        else own = kindOf(first);
      }
      if (own === null) continue;
      kind ??= own;
      if (own !== kind || own === 'office') this.#object(index, { code: 'other-kind', of: at });
      else if (own !== 'person' && !quoted) this.#object(index, { code: 'words-needed', of: at });
    }
  }

  /** The entity that an entity of the rules has become. */
  #final(id: EntityId): EntityId {
    const joined = id.startsWith('person:') ? this.#joined.get(id.slice('person:'.length)) : undefined;
    return joined === undefined ? (this.#roots.get(id) ?? id) : `person:${joined.id}`;
  }

  /** What the references of a decision mean, those left out that mean nothing or another kind of thing. */
  #meantBy(index: DecisionIndex, { of }: Decision): Meant[] {
    let kind: string | null = null;
    return of.flatMap((reference, at) => {
      const meant = this.#meant(index, reference, at, kind);
      if (meant === null) return [];
      kind ??= 'id' in meant ? kindOf(meant.id) : 'person';
      return [meant];
    });
  }

  #meant(index: DecisionIndex, reference: Reference, at: number, kind: string | null): Meant | null {
    if (isQuoted(reference)) {
      const meant = this.#quoted(index, reference, at);
      if (meant !== null && kind !== null && ('id' in meant ? kindOf(meant.id) : 'person') !== kind) {
        this.#object(index, { code: 'other-kind', of: at });
        return null;
      }
      return meant;
    }
    const all = this.#called(reference, kind);
    const fitting = kind === null ? firstKind(all) : all.filter((id) => kindOf(id) === kind);
    const [only, second] = fitting;
    if (only === undefined) this.#object(index, { code: all.length > 0 ? 'other-kind' : 'unknown-name', of: at });
    else if (second !== undefined) this.#object(index, { code: 'several', of: at });
    else return { id: only };
    return null;
  }

  /** Entities of a name, persons first; where there are none, what the reader has called so. */
  #called(name: string, kind: string | null): EntityId[] {
    const persons = this.#rules.persons.named(keyOfName(name), MOST_NAMESAKES).map(({ id }) => `person:${id}`);
    // What is a person's name is looked for among nothing else: the search costs more than the rest.
    if (persons.length > 0 && (kind === null || kind === 'person')) return persons;
    const words = plain(name);
    const others = this.#rules.names
      .search(name, MOST_NAMESAKES)
      .filter((entity) => entity.kind !== 'person' && [entity.name, ...entity.aliases].map(plain).includes(words))
      .map(({ id }) => id);
    if (persons.length + others.length > 0) return [...persons, ...others];
    const before = this.#settled.all.find(
      (each, index) => each.kind === 'rename' && plain(each.to) === words && !this.#settled.objections.has(index),
    );
    const [of] = before?.of ?? [];
    return of === undefined || (!isQuoted(of) && plain(of) === words) ? [] : this.#origin(of);
  }

  #origin(reference: Reference): EntityId[] {
    if (!isQuoted(reference)) return this.#rules.persons.named(keyOfName(reference)).map(({ id }) => `person:${id}`);
    const record = this.#state.articles.get(reference.in);
    const meant = record === undefined ? null : this.#located(record, record.decided, reference);
    return meant !== null && 'id' in meant ? [meant.id] : [];
  }

  #quoted(index: DecisionIndex, reference: Extract<Reference, object>, at: number): Meant | null {
    const record = this.#state.articles.get(reference.in);
    const meant = record === undefined ? null : this.#located(record, record.decided, reference);
    if (record === undefined) this.#object(index, { code: 'unknown-article', of: at });
    else if (meant === null && !record.decided?.located.has(referenceKey(reference)))
      this.#object(index, { code: 'unknown-words', of: at });
    return meant;
  }

  #located(record: ArticleRecord, decided: DecidedArticle | null, reference: Extract<Reference, object>): Meant | null {
    const located = decided?.located.get(referenceKey(reference));
    if (located === undefined) return null;
    if ('unit' in located) {
      const person = this.#rules.persons.unit(located.unit);
      if (person === null) return null;
      this.#units.set(person.id, person);
      return { id: `person:${person.id}` };
    }
    const mention = record.facts.mentions[located.mention];
    if (mention === undefined) return null;
    const local =
      mention.kind === 'office' && !mention.attached && mention.holder !== null ? mention.holder : mention.entity;
    const id = this.#rules.views.idOfLocal(reference.in, record, local);
    if (id !== null) return { id };
    const placement = record.placements[local];
    return placement?.kind === 'person' && mention.form === 'name'
      ? { open: { article: reference.in, name: placement.node, group: placement.group } }
      : null;
  }
}

const kindOf = (id: EntityId): string => id.slice(0, id.indexOf(':'));

const plain = (name: string): string => fold(name).trim().replace(/\s+/g, ' ');

/** Of entities of several kinds those of the kind of the first: a person's name is rather that than a place's. */
function firstKind(ids: readonly EntityId[]): EntityId[] {
  const [first] = ids;
  return first === undefined ? [] : ids.filter((id) => kindOf(id) === kindOf(first));
}
