/**
 * Offices and organisations whose state an article does not say: which state's they are, if the corpus proves it, else apart. And who
 * holds an office at a date.
 */
import { isEveryStates } from '../lexicon/every-state.ts';
import type { CountryCode, IsoDate, LocalIndex } from '../recognize/facts.ts';
import { groupBy } from './collections.ts';
import { isDay, ownGroup, type Placement, parseHints, parseReference } from './describe.ts';
import type { ArticlePath } from './entities.ts';
import { byCodeUnit, claimKey } from './keys.ts';
import { once } from './lazily.ts';
import type { Person, Persons } from './persons.ts';
import type { ArticleRecord, Counts, Group, State } from './state.ts';

/** An office or organisation as resolved. */
export interface Body {
  readonly kind: 'office' | 'organization';
  /** Without `office:` or `organization:`. */
  readonly id: string;
  readonly base: string;
  readonly country: CountryCode | null;
  /** Too general to be an office: belongs to one article, and nobody else holds it. */
  readonly general: boolean;
  /** Whether a group of the node `base` is one of its own. */
  readonly has: (group: string) => boolean;
  /** Its groups, found when they are asked for: that takes a look at all that are in the node. */
  readonly groups: () => readonly string[];
}

/** Attestations this far from a date, on both sides of it, still say who held the office then: half a year. */
const NEAR_DAYS = 180;
const NEAR_MONTHS = 6;
/** Before the persons in the id of an office of no known state. */
const BEARERS = '~';
/** Persons of one article that are asked whether they hold an office: bounds the cost where an article names thousands. */
const MOST_NAMED = 60;
const DAY = 86_400_000;

export class Bodies {
  readonly #state: State;
  readonly #persons: Persons;
  readonly #countries = new Map<string, CountryCode | null>();
  readonly #bodies = new Map<string, Body | null>();
  readonly #bearers = new Map<string, string>();
  /** By person and office. */
  readonly #held = new Map<string, Held | null>();

  constructor(state: State, persons: Persons) {
    this.#state = state;
    this.#persons = persons;
  }

  /** Id of the office or organisation that a local entity of an article is, without its kind. */
  idOf({ kind, node, group }: Placement): string {
    if (group.startsWith('@')) return node + group;
    const country = kind === 'office' ? this.#countryOfOffice(node, group) : this.#countryOfOrganization(node, group);
    if (kind === 'office') return `${node}/${country ?? this.#bearersOf(node, group)}`;
    return country === null ? node : `${node}/${country}`;
  }

  /** The office or organisation that a local entity of an article is, if any article mentions it. */
  ofPlacement(placement: Placement): Body | null {
    const { kind, group } = placement;
    return kind === 'office' || kind === 'organization' ? this.#known(kind, this.idOf(placement), group) : null;
  }

  /**
   * What tells an office of no known state from those of other states that are called so: whom articles give it. Two that no state is said
   * of are one where one person, or the same ones, hold both.
   */
  #bearersOf(node: string, group: string): string {
    const [role = '', subject = ''] = node.split('/');
    if (!isEveryStates(role, subject)) return '';
    const key = `${node} ${group}`;
    let bearers = this.#bearers.get(key);
    if (bearers === undefined) {
      bearers = this.#findBearers(group);
      this.#bearers.set(key, bearers);
    }
    return bearers;
  }

  #findBearers(group: string): string {
    const ids = new Set<string>();
    for (const ref of parseHints('office', group).from) {
      const { node: name, group: claims } = parseReference(ref);
      const { person } = this.#persons.ofGroup(name, claims);
      if (person !== null) ids.add(person.id);
    }
    return ids.size === 0 ? '' : BEARERS + [...ids].sort(byCodeUnit).join('+');
  }

  /** The office or organisation of an id (without its kind), if any article mentions it. */
  byId(kind: Body['kind'], id: string): Body | null {
    return this.#known(kind, id, null);
  }

  /** `own`: a group that is known to be one of its own. Where an article mentions that, no other need be looked at. */
  #known(kind: Body['kind'], id: string, own: string | null): Body | null {
    const key = `${kind} ${id}`;
    let body = this.#bodies.get(key);
    if (body === undefined) {
      body = this.#find(kind, id, own);
      this.#bodies.set(key, body);
    }
    return body;
  }

  #find(kind: Body['kind'], id: string, own: string | null): Body | null {
    const nodes = this.#state.nodes[kind];
    const borne = kind === 'office' ? id.indexOf(`/${BEARERS}`) : -1;
    const at = borne >= 0 ? -1 : id.indexOf('@');
    if (at >= 0) {
      const base = id.slice(0, at);
      const group = id.slice(at);
      return isShown(nodes.get(base)?.get(group))
        ? {
            kind,
            id,
            base,
            country: countryIn(base),
            general: true,
            has: (each) => each === group,
            groups: () => [group],
          }
        : null;
    }
    const country = borne >= 0 ? null : countryIn(id);
    const base = borne >= 0 ? id.slice(0, borne) : country === null ? id.replace(/\/$/, '') : id.slice(0, -3);
    const node = nodes.get(base);
    if (node === undefined) return null;
    const has = (group: string) => !group.startsWith('@') && this.idOf({ kind, node: base, group }) === id;
    const groups = once(() => [...node.keys()].sort(byCodeUnit).reverse().filter(has));
    const surely = own ?? (country === null ? null : ownGroup(country));
    const isThere =
      (surely !== null && isShown(node.get(surely))) || groups().some((group) => isShown(node.get(group)));
    return isThere ? { kind, id, base, country, general: false, has, groups } : null;
  }

  /** All that a node holds, by id; on request without what is too general to be an office: that is one an article. */
  inNode(kind: Body['kind'], base: string, { general = true } = {}): Body[] {
    const node = this.#state.nodes[kind].get(base);
    if (node === undefined) return [];
    const groups = [...node.keys()].filter((group) => general || !group.startsWith('@'));
    const ids = new Set(groups.map((group) => this.idOf({ kind, node: base, group })));
    return [...ids].sort(byCodeUnit).flatMap((id) => this.byId(kind, id) ?? []);
  }

  #countryOfOffice(base: string, group: string): CountryCode | null {
    if (group.startsWith('=')) return group.slice(1);
    return this.#decide(`office ${base} ${group}`, () => {
      const { from, state } = parseHints('office', group);
      const each = from.map((ref) => this.#countriesOf(ref, base));
      const countries = new Set(each.flatMap((of) => [...of]));
      // «وزير الدفاع فلان … وزير الدفاع علان»: what is known of one of them says nothing of the other.
      if (each.length > 1 && countries.size === 1 && each.some(({ size }) => size === 0)) return null;
      return one(countries) ?? this.#onlyVariant('office', base, state, countries);
    });
  }

  /** The states whose office of this base articles give the person of a reference. */
  #countriesOf(ref: string, base: string): ReadonlySet<CountryCode> {
    const countries = new Set<CountryCode>();
    const { node, group } = parseReference(ref);
    const { person } = this.#persons.ofGroup(node, group);
    for (const evidence of person === null ? [] : this.#persons.evidence(person))
      for (const claim of evidence.claims)
        if (claim.base === base && claim.country !== null && !claim.general) countries.add(claim.country);
    return countries;
  }

  #countryOfOrganization(base: string, group: string): CountryCode | null {
    if (group.startsWith('=')) return group.slice(1);
    return this.#decide(`organization ${base} ${group}`, () => {
      const { from, state } = parseHints('organization', group);
      const countries = new Set<CountryCode>();
      for (const ref of from) {
        const { node, group: office } = parseReference(ref);
        const country = this.#countryOfOffice(node, office);
        if (country !== null) countries.add(country);
      }
      return one(countries) ?? this.#onlyVariant('organization', base, state, countries);
    });
  }

  /** The state the article speaks of, where the corpus knows the body of that state and of no other. */
  #onlyVariant(
    kind: Body['kind'],
    base: string,
    state: string,
    gainsaid: ReadonlySet<CountryCode>,
  ): CountryCode | null {
    if (state === '' || gainsaid.size > 0) return null;
    const key = `only ${kind} ${base}`;
    const only = this.#decide(key, () => {
      const groups = [...(this.#state.nodes[kind].get(base)?.keys() ?? [])];
      return one(new Set(groups.flatMap((group) => (group.startsWith('=') ? group.slice(1) : []))));
    });
    return only === state ? state : null;
  }

  #decide(key: string, how: () => CountryCode | null): CountryCode | null {
    let country = this.#countries.get(key);
    if (country === undefined) {
      country = how();
      this.#countries.set(key, country);
    }
    return country;
  }

  /**
   * Who held an office on a day that no article names its holder for: the person whom the nearest attestations before and after
   * both name. `person` is null where they differ, lie too far off, or where there are none on one side; then `candidates` are those
   * of the nearest ones.
   */
  holderOn(
    office: Body,
    day: IsoDate | null,
  ): { readonly person: Person | null; readonly candidates: readonly Person[] } {
    if (day === null || !isDay(day) || office.country === null || office.general) return NOBODY;
    const next = this.#nearest(office, day, 1);
    const previous = next?.day === day ? next : this.#nearest(office, day, -1);
    const near = previous === next ? [previous] : [previous, next];
    const candidates = new Map<string, Person>();
    for (const other of near) for (const person of other?.persons ?? []) candidates.set(person.id, person);
    const [only, second] = candidates.values();
    const bothSides = previous !== null && next !== null;
    if (only !== undefined && second === undefined && bothSides) return { person: only, candidates: [] };
    return { person: null, candidates: [...candidates.values()].sort((a, b) => byCodeUnit(a.id, b.id)) };
  }

  /**
   * Whom an office that stands alone in an article means: its holder on the article's day, or the one person the article surely names
   * whom the nearest attestations, on one side of it at least, give this office. Where neither the article nor the corpus says of which state it
   * is, only who is elsewhere called so without a state too.
   */
  holderIn(office: Body, path: ArticlePath): ReturnType<Bodies['holderOn']> {
    const record = this.#state.articles.get(path);
    const day = record?.date ?? null;
    const told = this.holderOn(office, day);
    if (told.person !== null || office.general || record === undefined || day === null || !isDay(day)) return told;
    const holders = new Map<string, Person>();
    const asked = new Set<string>();
    for (const placement of record.placements) {
      if (placement?.kind !== 'person' || !this.#isSure(placement, path)) continue;
      const { person } = this.#persons.verdict(path, placement);
      if (person === null || asked.has(person.id)) continue;
      asked.add(person.id);
      if (asked.size > MOST_NAMED) return told;
      if (this.#isHolder(person, office, day)) holders.set(person.id, person);
    }
    const person = one(new Set(holders.values()));
    return person === null || this.#meets(person, office, path, record) ? told : { person, candidates: [] };
  }

  /** A name that may be none («وليد» for any newborn) places nobody in an article. */
  #isSure({ node, group }: Placement, path: ArticlePath): boolean {
    return this.#state.nodes.person.get(node)?.get(group)?.mentions.has(path) === true;
  }

  /** «استقبل رئيس الحكومة فلان الفلاني»: whom the article has take part in something beside the office does not hold it. */
  #meets(person: Person, office: Body, path: ArticlePath, { facts, placements }: ArticleRecord): boolean {
    const isOffice = (local: LocalIndex) =>
      placements[local]?.kind === 'office' && placements[local]?.node === office.base;
    const isPerson = (local: LocalIndex) => {
      const placement = placements[local];
      return placement?.kind === 'person' && this.#persons.verdict(path, placement).person?.id === person.id;
    };
    return facts.events.some(
      ({ actors }) => actors.some(({ entity }) => isOffice(entity)) && actors.some(({ entity }) => isPerson(entity)),
    );
  }

  /**
   * Whether the nearest attestations before and after a day name this person alone as holder; of an office of no known state, which others
   * may hold in theirs, whether the person is attested on both sides.
   */
  #isHolder(person: Person, office: Body, day: IsoDate): boolean {
    const held = this.#heldBy(person, office);
    if (held === null) return false;
    if (office.country === null) {
      const [before, after] = [-1, 1].map((side) => held.months.some((month) => isNear(month, day, side)));
      if (before && after) return true;
    }
    const near = held.bodies.flatMap((body) =>
      ([-1, 1] as const).flatMap((step) => this.#nearest(body, day, step)?.persons ?? []),
    );
    return near.length > 0 && near.every(({ id }) => id === person.id);
  }

  /** The offices of a base that no state is known of, as one: whoever is called so is a rival. */
  #stateless(base: string): Body {
    const has = (group: string) => !group.startsWith('@') && this.#countryOfOffice(base, group) === null;
    const groups = once(() => [...(this.#state.nodes.office.get(base)?.keys() ?? [])].filter(has));
    return { kind: 'office', id: `${base}/`, base, country: null, general: false, has, groups };
  }

  /** What articles say of a person as holder of an office; null where none does, or only of another state's. */
  #heldBy(person: Person, office: Body): Held | null {
    const key = `${person.id} ${office.id}`;
    let held = this.#held.get(key);
    if (held === undefined) {
      held = this.#findHeld(person, office);
      this.#held.set(key, held);
    }
    return held;
  }

  #findHeld(person: Person, office: Body): Held | null {
    const evidence = this.#persons.evidence(person);
    const claims = evidence
      .flatMap((each) => each.claims)
      .filter(({ base, general, former }) => base === office.base && !general && !former);
    if (!claims.some(({ country }) => country === null || country === office.country)) return null;
    const months = evidence.flatMap((each) => claims.flatMap((claim) => [...(each.months.get(claimKey(claim)) ?? [])]));
    // Of the same office as other articles have it: where one says the state, that of all.
    const others = office.country === null ? claims.flatMap(({ country }) => country ?? []) : [];
    const own = office.country === null ? this.#stateless(office.base) : office;
    const bodies = [own, ...others.flatMap((country) => this.byId('office', `${office.base}/${country}`) ?? [])];
    return { months, bodies };
  }

  /**
   * The nearest day on which articles name a holder, from a day on (1) or before it (-1), and whom; null where that is too far off to
   * tell. Who is meant is asked for that day alone.
   */
  #nearest(office: Body, from: IsoDate, step: 1 | -1): Attested | null {
    const lists: { readonly days: readonly HoldersOfDay[]; at: number }[] = [];
    for (const [group, { times }] of this.#state.nodes.office.get(office.base) ?? []) {
      if (times.isEmpty()) continue;
      const days = daysOf(times);
      const after = firstNotBefore(days, from);
      const at = step === 1 ? after : after - 1;
      // Whose office a group is takes longer to know than when it was spoken of.
      const { day } = days[at] ?? {};
      if (day !== undefined && !isFar(day, from) && office.has(group)) lists.push({ days, at });
    }
    for (;;) {
      let day: IsoDate | null = null;
      for (const { days, at } of lists) {
        const own = days[at]?.day;
        if (own !== undefined && (day === null || (step === 1 ? own < day : own > day))) day = own;
      }
      if (day === null || isFar(day, from)) return null;
      const persons = new Map<string, Person>();
      for (const list of lists) {
        const own = list.days[list.at];
        if (own?.day !== day) continue;
        list.at += step;
        for (const ref of own.holders) {
          const { node: name, group } = parseReference(ref);
          const { person } = this.#persons.ofGroup(name, group);
          if (person !== null) persons.set(person.id, person);
        }
      }
      if (persons.size > 0) return { day, persons: [...persons.values()] };
    }
  }
}

const isFar = (day: IsoDate, from: IsoDate): boolean => Math.abs(Date.parse(day) - Date.parse(from)) > NEAR_DAYS * DAY;

/** Whether a month (`2020-11`) is that of a day, or before (-1) or after it (1) and not too far off. */
function isNear(month: string, day: IsoDate, side: number): boolean {
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const apart = (index(month) - index(day)) * side;
  return apart >= 0 && apart <= NEAR_MONTHS;
}

/** The months (`2020-11`) in which articles give a person an office, and the offices that it is, as articles have it. */
interface Held {
  readonly months: readonly string[];
  readonly bodies: readonly Body[];
}

/** A day on which articles name a holder, and whom. */
interface Attested {
  readonly day: IsoDate;
  readonly persons: readonly Person[];
}

interface HoldersOfDay {
  readonly day: IsoDate;
  /** References, see `parseReference`. */
  readonly holders: readonly string[];
}

const days = new WeakMap<Counts, readonly HoldersOfDay[]>();

/** What is attested of a group, by day, in order. An edit changes that of few groups, and the others' is as it was. */
function daysOf(times: Counts): readonly HoldersOfDay[] {
  let known = days.get(times);
  if (known === undefined) {
    const holders = groupBy(times.keys(), (time) => time.slice(0, 10));
    known = [...holders]
      .map(([day, all]) => ({ day, holders: all.map((time) => time.slice(11)) }))
      .sort((a, b) => byCodeUnit(a.day, b.day));
    days.set(times, known);
  }
  return known;
}

const NOBODY = { person: null, candidates: [] };

/** Something is shown only where an article is sure of it, or the reader says it; candidates alone prove nothing. */
const isShown = (group: Group | undefined): boolean =>
  group !== undefined && !(group.mentions.isEmpty() && group.told.isEmpty());

const countryIn = (key: string): CountryCode | null => /\/(?<country>[A-Z]{2})$/.exec(key)?.groups?.country ?? null;

function one<Value>(values: ReadonlySet<Value>): Value | null {
  const [first, second] = values;
  return second === undefined ? (first ?? null) : null;
}

/** Index of the first of the sorted days that is not before `day`. */
function firstNotBefore(days: readonly HoldersOfDay[], day: IsoDate): number {
  let from = 0;
  let to = days.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle]?.day ?? '') < day) from = middle + 1;
    else to = middle;
  }
  return from;
}
