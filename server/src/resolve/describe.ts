/**
 * What one article adds to the corpus: its local entities, each placed in a group of local entities that say the same of themselves
 * (same name and offices, same key). Groups and not articles are compared afterwards, so that a name in ten thousand articles costs
 * what it costs in ten. A pure function of the article.
 */
import type {
  CountryCode,
  EventKind,
  LocalEntity,
  LocalIndex,
  MentionIndex,
  OfficeFact,
  OrganizationFact,
  PersonFact,
} from '../recognize/facts.ts';
import { CANDIDATE } from '../recognize/facts.ts';
import { type AgreementItem, agreementItem, MOST_PEOPLE } from './agreement-items.ts';
import { disjoint } from './collections.ts';
import type { ArticlePath } from './entities.ts';
import { type BodyKey, byCodeUnit, type Claim, claimKey, splitKey } from './keys.ts';
import { type OfficeStatement, officeStatements } from './office-statements.ts';
import { nameKey, nameWords } from './person-name.ts';
import { type RankStatement, rankStatements } from './rank-statements.ts';
import type { DecidedInput } from './state.ts';

export type GroupedKind = 'person' | 'office' | 'organization' | 'place';

/**
 * Where a local entity is kept. `node` is what it is known by: the words of a name, the key of an office or organisation without its
 * country, the key of a place. `group` is what else tells it apart:
 * of a person the offices claimed, one a line, or CANDIDATE_GROUP;
 * of an office or organisation `=IQ`, or, where no country is said, `?` and what may tell the country (see `Hints`),
 * or `@article` for an office too general to be one; of a place ''.
 */
export interface Placement {
  readonly kind: GroupedKind;
  readonly node: string;
  readonly group: string;
}

/** Group of persons whose every mention is a candidate: no evidence of anything. */
export const CANDIDATE_GROUP = 'candidate';

/** What may tell the country of an office or organisation of unsaid country, in its group's key. */
export interface Hints {
  /** Of an office its holders in the article, those of its day if it has any, as references (see `reference`); of an organisation the office that belongs to it. */
  readonly from: readonly string[];
  /** The one state that the article speaks of; '' where it speaks of several or none. */
  readonly state: CountryCode | '';
}

const REFERENCE_SEPARATOR = '\u0001';
/** Those of an organisation are offices, whose groups may hold hints themselves. */
const HINT_SEPARATORS = { office: '\u0002', organization: '\u0003' } as const;

export function parseHints(kind: keyof typeof HINT_SEPARATORS, group: string): Hints {
  const [state = '', ...from] = group.slice(1).split(HINT_SEPARATORS[kind]);
  return { state, from };
}

const hints = (kind: keyof typeof HINT_SEPARATORS, { from, state }: Hints): string =>
  `?${[state, ...from].join(HINT_SEPARATORS[kind])}`;

/** The group of what is said to be a state's. */
export const ownGroup = (country: CountryCode): string => `=${country}`;

/** Before the key of the place that a place is said to lie in, among its links. */
export const WITHIN = '>';

/** A group named in one string, to be kept in an index. */
export const reference = (node: string, group: string): string => `${node}${REFERENCE_SEPARATOR}${group}`;

export function parseReference(ref: string): { readonly node: string; readonly group: string } {
  const at = ref.indexOf(REFERENCE_SEPARATOR);
  return { node: ref.slice(0, at), group: ref.slice(at + 1) };
}

export interface Contribution extends Placement {
  /** Local entities of the article that are in this group: hardly ever more than one. */
  readonly locals: LocalIndex[];
  /** Forms of the name as written. */
  readonly forms: string[];
  /** Mentions that stand by themselves, in text order. */
  readonly mentions: MentionIndex[];
  /** Mentions of less confidence than CANDIDATE, in text order. */
  readonly weak: MentionIndex[];
  /** Of an office: its mentions without a holder in the article. */
  readonly open: MentionIndex[];
  /** Of a person and of an office: the tellings (indexes into `facts.events`) that name them, in text order. */
  readonly events: number[];
  /** Of an office that only the reader speaks of: its local entities. */
  readonly told: LocalIndex[];
  /** Of an office its organisations, of an organisation its offices (references); of a place `type country` and `>key` of what it lies in. */
  readonly links: string[];
  /** Of a person with an office the article's month; of an office `2020-11-15 holder` for each holder it has in the article. */
  readonly times: string[];
}

export interface Description {
  readonly path: ArticlePath;
  /** Where each local entity is; null for agreements and for what has no name. */
  readonly placements: readonly (Placement | null)[];
  readonly contributions: readonly Contribution[];
  readonly agreements: readonly AgreementItem[];
  /** States the article speaks of: by name, by an adjective in an office or organisation, by a place in them. */
  readonly countries: ReadonlySet<CountryCode>;
  /** Bases of the offices it speaks of. */
  readonly offices: ReadonlySet<string>;
  /** The tellings (indexes into `facts.events`) of meetings, visits and calls. */
  readonly encounters: readonly number[];
  readonly officeStatements: readonly OfficeStatement[];
  readonly rankStatements: readonly RankStatement[];
}

/** Who met whom, not who said or signed what. */
export const isEncounter = (kind: EventKind): boolean => kind !== 'statement' && kind !== 'signing';

/** A date inferred from other articles proves nothing: what an article adds to the corpus is dated by itself or not at all. */
export function describe(path: ArticlePath, { given: { facts: said, date }, decided }: DecidedInput): Description {
  const facts = decided?.facts ?? said;
  const { entities } = facts;
  const strong: MentionIndex[][] = entities.map(() => []);
  const weak: MentionIndex[][] = entities.map(() => []);
  const open: MentionIndex[][] = entities.map(() => []);
  const proven = new Set<LocalIndex>();
  /** Persons by office: all whom the article gives it, and those who hold it now. */
  const holders = new Map<LocalIndex, Set<LocalIndex>>();
  const currentHolders = new Map<LocalIndex, Set<LocalIndex>>();

  for (const [index, mention] of facts.mentions.entries()) {
    if (decided?.dropped.has(index)) continue;
    const { entity, holder, confidence, attached, kind, otherTime } = mention;
    const lists = confidence < CANDIDATE ? weak : strong;
    lists[entity]?.push(index);
    if (confidence >= CANDIDATE) proven.add(entity);
    if (kind === 'office' && holder !== null) addTo(holders, entity, holder);
    if (holder === null) {
      if (kind === 'office' && !attached && !otherTime && confidence >= CANDIDATE) open[entity]?.push(index);
    } else if (!attached && holder !== entity) lists[holder]?.push(index);
  }

  const countries = new Set<CountryCode>();
  const offices = new Set<string>();
  for (const [index, entity] of entities.entries()) {
    if (entity.kind === 'person') {
      for (const { office, former } of entity.offices) {
        addTo(holders, office, index);
        if (!former) addTo(currentHolders, office, index);
      }
    } else if (entity.kind === 'office') {
      const { base, country } = bodyKey(entity);
      if (!entity.general) offices.add(base);
      if (country !== null) countries.add(country);
    } else if (entity.kind !== 'agreement' && entity.country !== null) countries.add(entity.country);
  }
  const [first, second] = countries;
  const state = second === undefined ? (first ?? '') : '';

  const placements: (Placement | null)[] = entities.map((entity, index) =>
    entity.kind === 'person'
      ? placePerson(entity, facts.entities, proven.has(index), decided?.units.get(index))
      : entity.kind === 'place'
        ? { kind: 'place', node: entity.key, group: '' }
        : null,
  );
  const personRefs = (indexes: Iterable<LocalIndex>): string[] => {
    const refs = new Set<string>();
    for (const index of indexes) {
      const placed = placements[index];
      if (placed?.kind === 'person' && placed.group !== CANDIDATE_GROUP) refs.add(reference(placed.node, placed.group));
    }
    return [...refs].sort(byCodeUnit);
  };
  // «استقبل وزير التربية فلان وزيرة التربية الفرنسية فلانة»: two ministers, so the first is not of the only state that is told.
  const isOthers = (index: LocalIndex, base: string): boolean => {
    const own = currentHolders.get(index);
    return [...currentHolders].some(([other, theirs]) => {
      const entity = entities[other];
      if (own === undefined || entity?.kind !== 'office') return false;
      const key = bodyKey(entity);
      return key.base === base && key.country === state && disjoint(own, theirs);
    });
  };
  for (const [index, entity] of entities.entries())
    if (entity.kind === 'office') {
      const { base, country } = bodyKey(entity);
      const group = entity.general
        ? `@${path}`
        : country === null
          ? hints('office', {
              from: personRefs(currentHolders.get(index) ?? holders.get(index) ?? []),
              state: isOthers(index, base) ? '' : state,
            })
          : ownGroup(country);
      placements[index] = { kind: 'office', node: entity.general ? `${base}/${country ?? ''}` : base, group };
    }
  const officesOf = new Map<LocalIndex, Set<LocalIndex>>();
  for (const [index, entity] of entities.entries())
    if (entity.kind === 'office' && entity.organization !== null && !entity.general)
      addTo(officesOf, entity.organization, index);
  const officeRefs = (indexes: Iterable<LocalIndex>): string[] => {
    const refs = new Set<string>();
    for (const index of indexes) {
      const placed = placements[index];
      if (placed) refs.add(reference(placed.node, placed.group));
    }
    return [...refs].sort(byCodeUnit);
  };
  for (const [index, entity] of entities.entries())
    if (entity.kind === 'organization') {
      const { base, country } = bodyKey(entity);
      const own = officesOf.get(index) ?? [];
      const told = country ?? countryOfOffices(own, entities);
      const group = told === null ? hints('organization', { from: officeRefs(own), state }) : `=${told}`;
      placements[index] = { kind: 'organization', node: base, group };
    }

  const told: number[][] = entities.map(() => []);
  for (const [index, { actors }] of facts.events.entries()) for (const { entity } of actors) told[entity]?.push(index);

  const contributions = new Map<string, Contribution>();
  for (const [index, placed] of placements.entries()) {
    const entity = entities[index];
    if (placed === null || entity === undefined || entity.kind === 'agreement') continue;
    const key = `${placed.kind} ${reference(placed.node, placed.group)}`;
    let into = contributions.get(key);
    if (into === undefined) {
      into = {
        ...placed,
        locals: [],
        forms: [],
        mentions: [],
        weak: [],
        open: [],
        events: [],
        links: [],
        times: [],
        told: [],
      };
      contributions.set(key, into);
    }
    into.locals.push(index);
    const form = entity.kind === 'office' ? entity.title : entity.name;
    if (form !== '') into.forms.push(form);
    if (entity.kind === 'organization' && entity.short !== undefined) into.forms.push(entity.short);
    if (decided?.told.has(index)) into.told.push(index);
    into.mentions.push(...(strong[index] ?? []));
    into.weak.push(...(weak[index] ?? []));
    into.open.push(...(open[index] ?? []));
    if (entity.kind === 'person' || entity.kind === 'office') into.events.push(...(told[index] ?? []));
    if (entity.kind === 'place') {
      into.links.push(`${entity.type} ${entity.country ?? ''}`);
      const outer = entity.within && entities[entity.within.place];
      if (outer?.kind === 'place') into.links.push(WITHIN + outer.key);
    } else if (entity.kind === 'organization') into.links.push(...officeRefs(officesOf.get(index) ?? []));
    else if (entity.kind === 'office') {
      const organization = entity.organization === null ? null : placements[entity.organization];
      if (organization?.kind === 'organization') into.links.push(reference(organization.node, organization.group));
      if (date !== null && isDay(date))
        for (const holder of personRefs(currentHolders.get(index) ?? [])) into.times.push(`${date} ${holder}`);
    } else if (placed.group !== '' && date !== null && /^\d{4}-\d\d/.test(date)) into.times.push(date.slice(0, 7));
  }
  for (const contribution of contributions.values())
    if (contribution.locals.length > 1)
      for (const list of [contribution.mentions, contribution.weak, contribution.open, contribution.events])
        list.sort((a, b) => a - b);

  const company = placements
    .flatMap((placed, local) => (placed?.kind === 'person' && placed.group !== CANDIDATE_GROUP ? [local] : []))
    .map((local) => wordsOfPerson(entities[local]))
    .filter((words) => words.length > 0)
    .slice(0, MOST_PEOPLE);
  return {
    path,
    placements,
    contributions: [...contributions.values()],
    agreements: entities.flatMap((entity, index) =>
      entity.kind === 'agreement'
        ? [
            agreementItem(
              path,
              date,
              index,
              entity,
              strong[index] ?? [],
              weak[index] ?? [],
              (person) => wordsOfPerson(entities[person]),
              company,
              placeKey(entities[entity.place ?? -1]),
              decided?.apart.has(index) === true,
            ),
          ]
        : [],
    ),
    countries,
    offices,
    encounters: facts.events.flatMap(({ kind }, index) => (isEncounter(kind) ? [index] : [])),
    officeStatements: officeStatements(entities, placements),
    rankStatements: rankStatements(entities),
  };
}

function addTo<Key, Member>(sets: Map<Key, Set<Member>>, key: Key, member: Member): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([member]));
  else set.add(member);
}

/** `unit`: what a decision makes of the person (see DecidedArticle.units). */
function placePerson(
  person: PersonFact,
  entities: readonly LocalEntity[],
  proven: boolean,
  unit: string | null | undefined,
): Placement | null {
  const words = wordsOfPerson(person);
  if (unit === null || (unit === undefined && words.length === 0)) return null;
  const claims = new Set(claimsOf(person, entities).map(claimKey));
  return {
    kind: 'person',
    node: unit ?? nameKey(words),
    group: proven ? [...claims].sort(byCodeUnit).join('\n') : CANDIDATE_GROUP,
  };
}

const placeKey = (entity: LocalEntity | undefined): string | null => (entity?.kind === 'place' ? entity.key : null);

export const wordsOfPerson = (entity: LocalEntity | undefined): string[] =>
  entity?.kind === 'person' ? nameWords(entity.words) : [];

/** The country of an organisation by its offices: «أمين المجلس … الإيراني» says whose council it is. */
function countryOfOffices(offices: Iterable<LocalIndex>, entities: readonly LocalEntity[]): CountryCode | null {
  const countries = new Set<CountryCode>();
  for (const index of offices) {
    const office = entities[index];
    const country = office?.kind === 'office' ? bodyKey(office).country : null;
    if (country !== null) countries.add(country);
  }
  const [first, second] = countries;
  return second === undefined ? (first ?? null) : null;
}

export const isDay = (date: string): boolean => /^\d{4}-\d\d-\d\d$/.test(date);

/** The key taken apart; the country is that of the key, else the one recognised beside it. */
export function bodyKey({ key, country }: OfficeFact | OrganizationFact): BodyKey {
  const split = splitKey(key);
  return { base: split.base, country: split.country ?? country };
}

export function claimsOf(person: PersonFact, entities: readonly LocalEntity[]): Claim[] {
  return person.offices.flatMap(({ office, former }) => {
    const entity = entities[office];
    return entity?.kind === 'office' ? [{ ...bodyKey(entity), general: entity.general, former }] : [];
  });
}
