/** A person as a reader of the index sees them. */
import type { LocalIndex, PersonFact } from '../recognize/facts.ts';
import {
  attestation,
  byDate,
  type EntityIndex,
  type Occurrence,
  type OfficeAttestation,
  occurrence,
  proof,
  tenuresOf,
} from './attestations.ts';
import type { Bodies } from './bodies.ts';
import { isUnit } from './decided-article.ts';
import { CANDIDATE_GROUP } from './describe.ts';
import type { ArticlePath, EntityId, MentionRef, PersonEntity } from './entities.ts';
import { frequencies, merged, mostFrequent, naming } from './forms.ts';
import { byCodeUnit, parseClaim } from './keys.ts';
import { lazily, once } from './lazily.ts';
import { type Mentions, union, withProof } from './mention-maps.ts';
import { isCommonGivenName, type NameKey, nameKey } from './person-name.ts';
import type { Member, Person, Persons } from './persons.ts';
import type { ArticleRecord, State } from './state.ts';

export function personView(
  state: State,
  persons: Persons,
  bodies: Bodies,
  index: EntityIndex,
  person: Person,
): PersonEntity {
  const id = `person:${person.id}`;
  const members = once(() => persons.members(person));
  const occurrences = once(() => occurrencesOf(state, members()));
  const forms = once(() => frequencies(occurrences().flatMap(({ fact }) => (fact.name === '' ? [] : fact.name))));
  const name = once(() => fullestName(state, person, members) ?? mostFrequent(forms()) ?? person.name);
  return lazily<PersonEntity>({
    kind: () => 'person',
    id: () => id,
    ...naming(name, forms),
    mentions: () => mentionsOf(state, bodies, person, members()),
    ranks: () => ranksOf(state, members()),
    // Who claims no office has none; what other articles say of the person need not be read for that.
    tenures: () => tenuresOf(index, attestationsOf(state, index, id, members().filter(claimsOffice))),
    introductions: () => introductionsOf(state, persons, person),
    agreements: () => signedBy(state, members(), index),
  });
}

const claimsOffice = ({ group }: Member): boolean => group !== '' && group !== CANDIDATE_GROUP;

/** Where a person is first introduced in another article, by the name the person goes by or by any. */
export function firstElsewhere(
  state: State,
  persons: Persons,
  person: Person,
  here: ArticlePath,
  byName: boolean,
): Occurrence | null {
  let first: { path: ArticlePath; record: ArticleRecord; local: LocalIndex } | null = null;
  // The dates say which it is: what the others say is not asked.
  for (const each of placesOf(
    state,
    persons.members(person).filter(({ name }) => !byName || name === person.name),
  ))
    if (each.path !== here && (first === null || byDate(each, first) < 0)) first = each;
  return first && occurrence(first.path, first.record, first.local);
}

/** Local persons of articles that are one person. */
function* placesOf(
  state: State,
  members: readonly Member[],
): Generator<{
  readonly name: NameKey;
  readonly path: ArticlePath;
  readonly record: ArticleRecord;
  readonly local: LocalIndex;
}> {
  for (const { name, group, articles } of members) {
    const locals = state.nodes.person.get(name)?.get(group)?.locals;
    for (const path of articles ?? locals?.keys() ?? []) {
      const record = state.articles.get(path);
      if (record !== undefined) for (const local of locals?.get(path) ?? []) yield { name, path, record, local };
    }
  }
}

function occurrencesOf(state: State, members: readonly Member[]): Occurrence[] {
  return [...placesOf(state, members)]
    .flatMap(({ path, record, local }) => occurrence(path, record, local) ?? [])
    .sort((a, b) => byDate(a, b) || a.local - b.local);
}

function attestationsOf(
  state: State,
  index: EntityIndex,
  id: EntityId,
  members: readonly Member[],
): OfficeAttestation[] {
  return [...placesOf(state, members)].flatMap(({ path, record, local }) =>
    (state.officeStatements.get(path) ?? []).flatMap((statement) =>
      statement.local === local ? (attestation(index, id, path, record.date, statement) ?? []) : [],
    ),
  );
}

/** From so many articles on a name is borne out against a longer one that begins like it and that a single article has. */
const BORNE_OUT = 3;

/**
 * The most frequent form of the fullest name. A family name to which a single article adds more («سالم الفرجاني», and once «سالم الفرجاني
 * صاحب …») is shown without: words of the sentence are sometimes taken for names.
 */
function fullestName(state: State, { facet }: Person, members: () => readonly Member[]): string | null {
  if (facet === null) return null;
  const node = state.nodes.person.get(facet.name);
  const formOf = (groups: readonly string[], of = node) =>
    mostFrequent(merged(groups.flatMap((group) => of?.get(group)?.forms ?? [])));
  const articlesOf = (groups: readonly string[], of = node) =>
    groups.reduce((sum, group) => sum + (of?.get(group)?.locals.size ?? 0), 0);
  if (articlesOf(facet.groups) === 1)
    for (let length = facet.words.length - 1; length > 1; length--) {
      const shorter = nameKey(facet.words.slice(0, length));
      const its = state.nodes.person.get(shorter);
      if (its === undefined || isCommonGivenName(facet.words[length - 1] ?? '')) continue;
      const groups = members().flatMap(({ name, group, articles }) =>
        name === shorter && articles === null ? [group] : [],
      );
      if (articlesOf(groups, its) >= BORNE_OUT) return formOf(groups, its);
    }
  return formOf(facet.groups);
}

function mentionsOf(state: State, bodies: Bodies, person: Person, members: readonly Member[]): Mentions {
  const sure: Mentions[] = [];
  const weak: Mentions[] = [];
  /** Countries by base of office; of a claim that leaves it open, every one's. */
  const offices = new Map<string, Set<string | null>>();
  for (const { name, group, articles } of members) {
    const found = state.nodes.person.get(name)?.get(group);
    if (found === undefined) continue;
    const within = articles === null ? null : new Set(articles);
    const only = (map: Mentions) => (within === null ? map : map.filter((_, path) => within.has(path)));
    sure.push(only(found.mentions));
    weak.push(only(found.weak));
    if (group === '' || group === CANDIDATE_GROUP) continue;
    for (const { base, country, general } of group.split('\n').map(parseClaim))
      if (!general) offices.set(base, (offices.get(base) ?? new Set()).add(country));
  }
  const named = (path: ArticlePath) => sure.some((mentions) => mentions.has(path));
  const open = [...offices].flatMap(([base, countries]) =>
    openMentionsHeldBy(state, bodies, { person, named }, base, countries),
  );
  return withProof(union([...sure, ...open]), union(weak));
}

/** Mentions of an office that name nobody, in articles of days when this person held it. */
function openMentionsHeldBy(
  state: State,
  bodies: Bodies,
  { person, named }: { person: Person; named: (path: ArticlePath) => boolean },
  base: string,
  countries: ReadonlySet<string | null>,
): Mentions[] {
  const found: Mentions[] = [];
  for (const [group, { open }] of state.nodes.office.get(base) ?? []) {
    if (open.isEmpty() || group.startsWith('@')) continue;
    const office = bodies.ofPlacement({ kind: 'office', node: base, group });
    if (office === null || !(office.country === null || countries.has(office.country) || countries.has(null))) continue;
    const holder = (path: ArticlePath) =>
      named(path)
        ? bodies.holderIn(office, path).person
        : bodies.holderOn(office, state.articles.get(path)?.date ?? null).person;
    found.push(open.filter((_, path) => holder(path)?.id === person.id));
  }
  return found;
}

/**
 * Introductions by full name; where no article gives one, all there are. Which articles those are is told by the names alone: of a
 * president a thousand do, and most readers want the first.
 */
function introductionsOf(state: State, persons: Persons, person: Person): MentionRef[] {
  const full = [...placesOf(state, persons.fullNames(person))].filter(
    ({ name, record, local }) => !isUnit(name) || (personIn(record, local)?.words.length ?? 0) > 1,
  );
  const places = full.length > 0 ? full : [...placesOf(state, persons.members(person))];
  return places
    .sort((a, b) => byDate(a, b) || a.local - b.local)
    .map(({ path, record, local }) => ({
      article: path,
      get mention() {
        return personIn(record, local)?.introduction ?? 0;
      },
    }));
}

function personIn(record: ArticleRecord, local: LocalIndex): PersonFact | null {
  const fact = record.facts.entities[local];
  return fact?.kind === 'person' ? fact : null;
}

/** Each rank once an article, by date. */
function ranksOf(state: State, members: readonly Member[]): PersonEntity['ranks'][number][] {
  const seen = new Set<string>();
  return [...placesOf(state, members)]
    .flatMap((place) => {
      const statements = state.rankStatements.get(place.path) ?? [];
      return statements.filter(({ local }) => local === place.local).map((statement) => ({ ...place, ...statement }));
    })
    .sort((a, b) => byDate(a, b) || a.local - b.local)
    .flatMap(({ path, record, rank, span }) => {
      const key = `${rank} ${path}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ rank, evidence: proof(path, record, span) }];
    });
}

function signedBy(state: State, members: readonly Member[], index: EntityIndex): EntityId[] {
  const signed = new Set<EntityId>();
  // Few articles tell of agreements; the facts of the others are not read.
  for (const { path, record, local } of placesOf(state, members))
    for (const each of record.agreements) {
      const fact = record.facts.entities[each];
      if (fact?.kind !== 'agreement' || !fact.signatories.some(({ person }) => person === local)) continue;
      const agreement = index.idOfLocal(path, record, each);
      if (agreement !== null) signed.add(agreement);
    }
  return [...signed].sort(byCodeUnit);
}
