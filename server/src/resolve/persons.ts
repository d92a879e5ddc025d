/**
 * Who is who across articles. Every decision looks at names that hold the same words and at the groups of these, never at articles one
 * by one, and at nothing that depends on the order in which they came; so it can be made when it is asked for and comes out the same.
 *
 * 1. One full name is one person, unless its groups exclude each other (facets.ts).
 * 2. A shorter name joins the fuller one that it may be short for, if it is the only one, or the only one with an office in common.
 *    One foreign name in two spellings (sound-alikes.ts) joins the one that more articles write.
 * 3. A single word joins a person who bears it by an office and its state; without an office only where nobody else bears the word and
 *    the article speaks of that person's state or office.
 *
 * The reader's decisions come before all of these: names that they keep apart never join, names that are nobody's have no bearer, units
 * (decided-article.ts) are apart from everybody, and whom they make one is one wherever a rule comes to any of them.
 */
import { disjoint } from './collections.ts';
import { isTaken, isUnit, unitId, unitOfId } from './decided-article.ts';
import type { Settled } from './decisions.ts';
import { CANDIDATE_GROUP, type Placement, parseReference, reference } from './describe.ts';
import type { ArticlePath } from './entities.ts';
import { evidenceOf, type PersonEvidence, relation } from './evidence.ts';
import { type Bearers, bearersOf, type Facet } from './facets.ts';
import { byCodeUnit, countriesAgree, parseClaim } from './keys.ts';
import { isCommonGivenName, type NameKey, type Shortening, shortening, shorterNames, wordsOf } from './person-name.ts';
import { soundAlike, spellings } from './sound-alikes.ts';
import type { Node, State } from './state.ts';

/** A person as resolved: a bearer of a name, a single word in one article that nothing ties to anybody, or a unit. */
export interface Person {
  /** Without `person:`. */
  readonly id: string;
  readonly name: NameKey;
  /** Null for a single word in one article, and for a unit. */
  readonly facet: Facet | null;
  readonly article: ArticlePath | null;
  /** Whom the reader decided to be one person, this one first; none where the reader decided nothing. */
  readonly parts?: readonly Person[];
}

/** Whom the reader decided to be one. */
export interface Unions {
  /** By the id of each person as the rules have it, the one that stands for all. */
  readonly joined: ReadonlyMap<string, Person>;
  /** Groups that the rules leave open, in one article, and who they are there; by `placeKey`. */
  readonly given: ReadonlyMap<
    string,
    { readonly article: ArticlePath; readonly name: NameKey; readonly group: string; readonly person: Person }
  >;
}

const NO_UNIONS: Unions = { joined: new Map(), given: new Map() };

export const placeKey = (article: ArticlePath, name: NameKey, group: string): string =>
  [article, name, group].join('\u0001');

/** How a mention's name led to its person. */
export type Step = 'same-name' | 'name-variant' | 'same-office' | 'known-elsewhere' | 'ambiguous';

export interface Verdict {
  /** Null where it is open, or where a candidate has no proof. */
  readonly person: Person | null;
  /** Whom it may mean besides, or where it is open; by id. */
  readonly candidates: readonly Person[];
  readonly steps: readonly Step[];
}

/** A group of a name, or of it the articles listed. */
export interface Member {
  readonly name: NameKey;
  readonly group: string;
  /** Null: all articles of the group. */
  readonly articles: readonly ArticlePath[] | null;
}

/** With more bearers than these a word tells nothing, and a list of candidates helps nobody. */
const MOST_CANDIDATES = 8;
/** With more fuller names than these a shortened name is taken to be ambiguous without weighing them all. */
const MOST_FULLER_NAMES = 300;

const DROPPED: Verdict = { person: null, candidates: [], steps: [] };
const SILENT: PersonEvidence = { claims: [], countries: new Set(), months: new Map() };

interface Fuller {
  readonly root: Facet;
  readonly by: 'name-variant' | 'same-office';
}

interface FullerNames {
  /** The person it is short for; null where it stands for itself. */
  readonly joined: Fuller | null;
  /** Where several may be meant. */
  readonly rivals: readonly Facet[];
}

export class Persons {
  readonly #state: State;
  readonly #settled: Settled;
  readonly #unions: Unions;
  readonly #fuller = new Map<string, FullerNames>();
  readonly #accepted = new Map<string, readonly Facet[]>();
  /** By name and group. */
  readonly #verdicts = new Map<NameKey, Map<string, Verdict>>();
  readonly #bearers = new Map<string, readonly Person[] | null>();
  readonly #named = new Map<NameKey, Bearers | null>();

  constructor(state: State, settled: Settled, unions = NO_UNIONS) {
    this.#state = state;
    this.#settled = settled;
    this.#unions = unions;
  }

  /** Who a local person of an article is. */
  verdict(path: ArticlePath, { node, group }: Placement): Verdict {
    if (isUnit(node)) return this.#ofUnit(node);
    const given = this.#unions.given.get(placeKey(path, node, group));
    if (given !== undefined) return { person: given.person, candidates: [], steps: [] };
    const words = wordsOf(node);
    if (words.length > 1) return this.ofGroup(node, group);
    if (this.#bearersNamed(node)?.byGroup.has(group)) return this.ofGroup(node, group);
    return this.#ofLooseWord(path, node, group);
  }

  /** Who a group of a full name is, or of a single word with an office: the same in all its articles. */
  ofGroup(name: NameKey, group: string): Verdict {
    if (isUnit(name)) return this.#ofUnit(name);
    let verdicts = this.#verdicts.get(name);
    if (verdicts === undefined) {
      verdicts = new Map();
      this.#verdicts.set(name, verdicts);
    }
    let verdict = verdicts.get(group);
    if (verdict === undefined) {
      verdict = this.#decide(name, group);
      verdicts.set(group, verdict);
    }
    return verdict;
  }

  /** A unit is a person by itself; words taken from an article are somebody's only where a decision says whose. */
  #ofUnit(unit: string): Verdict {
    const own = this.unit(unit);
    const person = own === null ? null : this.#joined(own);
    return person === null || (isTaken(unit) && person === own) ? DROPPED : { person, candidates: [], steps: [] };
  }

  /** The person that a unit is by itself; null where no article has it. */
  unit(unit: string): Person | null {
    const node = this.#state.nodes.person.get(unit);
    const [article] = node === undefined ? [] : [...node.values()].flatMap(({ locals }) => [...locals.keys()]);
    return article === undefined ? null : { id: unitId(unit), name: unit, facet: null, article };
  }

  #joined(person: Person): Person {
    return this.#unions.joined.get(person.id) ?? person;
  }

  readonly #personOf = (facet: Facet): Person => this.#joined({ id: facet.id, name: facet.name, facet, article: null });

  #decide(name: NameKey, group: string): Verdict {
    const bearers = this.#bearersNamed(name);
    if (bearers === null) return DROPPED;
    const facet = bearers.byGroup.get(group);
    if (facet !== undefined) return facet.words.length > 1 ? this.#ofFacet(facet) : this.#ofBareFacet(facet);
    if (wordsOf(name).length === 1) return DROPPED;
    const [only, second] = bearers.facets;
    if (group === CANDIDATE_GROUP) {
      if (second !== undefined) return DROPPED;
      if (only !== undefined) return this.#ofFacet(only);
      const { joined } = this.#fullerOf({ id: `${name}?`, name, words: wordsOf(name), groups: [], ...SILENT });
      return joined === null ? DROPPED : { person: this.#personOf(joined.root), candidates: [], steps: [joined.by] };
    }
    const persons = distinct(bearers.facets.map((each) => this.#personOf(this.#rootOf(each))));
    const [one, other] = persons;
    if (one !== undefined && other === undefined) return { person: one, candidates: [], steps: ['same-name'] };
    return { person: null, candidates: persons, steps: ['ambiguous'] };
  }

  #ofFacet(facet: Facet): Verdict {
    const { joined, rivals } = this.#fullerOf(facet);
    const root = this.#rootOf(facet);
    if (joined !== null && root !== facet) {
      const steps: Step[] = joined.by === 'same-office' ? ['name-variant', 'same-office'] : ['name-variant'];
      return { person: this.#personOf(root), candidates: [], steps };
    }
    const person = this.#personOf(facet);
    const candidates = distinct(rivals.map(this.#personOf))
      .filter(({ id }) => id !== person.id)
      .slice(0, MOST_CANDIDATES);
    return {
      person,
      candidates,
      steps: candidates.length > 0 ? ['same-name', 'ambiguous'] : ['same-name'],
    };
  }

  #rootOf(facet: Facet): Facet {
    const { joined } = this.#fullerOf(facet);
    return joined !== null && this.#shorterOf(joined.root).includes(facet) ? joined.root : facet;
  }

  /** The shorter names that have joined a person: all that wish to, unless they exclude each other; then none. */
  #shorterOf(root: Facet): readonly Facet[] {
    let accepted = this.#accepted.get(root.id);
    if (accepted === undefined) {
      const wishing = shorterNames(root.words)
        .sort(byCodeUnit)
        .flatMap((name) => this.#bearersNamed(name)?.facets ?? [])
        .concat(this.#alike(root))
        .filter((facet) => this.#fullerOf(facet).joined?.root === root);
      const clash = wishing.some((one, i) => wishing.some((other, j) => j > i && this.#exclude(one, other)));
      accepted = clash ? [] : wishing;
      this.#accepted.set(root.id, accepted);
    }
    return accepted;
  }

  #exclude(one: Facet, other: Facet): boolean {
    return relation(one, other) === 'rival' || this.#settled.apart(one.name, other.name);
  }

  /** Which fuller name this one is short for. Goes on from name to fuller name, so it ends with the fullest. */
  #fullerOf(facet: Facet): FullerNames {
    let fuller = this.#fuller.get(facet.id);
    if (fuller === undefined) {
      fuller = this.#weighFuller(facet);
      this.#fuller.set(facet.id, fuller);
    }
    return fuller;
  }

  #weighFuller(facet: Facet): FullerNames {
    const spelt = this.#likeliestSpelling(facet);
    if (spelt !== null) return { joined: { root: spelt, by: 'name-variant' }, rivals: [] };
    const names = this.#state.pairs.get(`${facet.words[0]}-${facet.words.at(-1)}`);
    if (names === undefined || names.size > MOST_FULLER_NAMES) return { joined: null, rivals: [] };
    const roots = new Map<Facet, boolean>();
    const byOffice = new Set<Facet>();
    for (const name of names.keys()) {
      const node = this.#state.nodes.person.get(name);
      const short = node === undefined ? null : shortening(facet.words, wordsOf(name), formsOf(node));
      if (short === null) continue;
      for (const full of this.#bearersNamed(name)?.facets ?? []) {
        const root = this.#fullerOf(full).joined?.root ?? full;
        if (this.#settled.apart(facet.name, full.name) || this.#settled.apart(facet.name, root.name)) continue;
        const relations = [relation(facet, full), relation(facet, root)];
        if (relations.includes('rival')) continue;
        if (relations.includes('office')) byOffice.add(root);
        const silent = relations.every((each) => each === 'silent');
        const enough = mayJoin(
          short,
          facet.words,
          silent ? 'silent' : relations.includes('country') ? 'country' : 'different',
        );
        roots.set(root, enough || roots.get(root) === true);
      }
    }
    const candidates = [...(byOffice.size > 0 ? byOffice : roots.keys())].sort((a, b) => byCodeUnit(a.id, b.id));
    const [only, second] = candidates;
    if (only === undefined) return { joined: null, rivals: [] };
    if (second !== undefined) return { joined: null, rivals: candidates };
    if (byOffice.size === 1) return { joined: { root: only, by: 'same-office' }, rivals: [] };
    return roots.get(only) === true
      ? { joined: { root: only, by: 'name-variant' }, rivals: [] }
      : { joined: null, rivals: [only] };
  }

  /** Other spellings of a foreign name, of which nothing says that they are others'. */
  #alike(facet: Facet): Facet[] {
    const found: Facet[] = [];
    const [first = ''] = facet.words;
    const givens = spellings(first);
    for (const given of facet.words.length < 2 ? [] : givens.length > 0 ? givens : [first]) {
      const names = this.#state.words.get(given);
      if (names === undefined || names.size > MOST_FULLER_NAMES) continue;
      for (const name of names.keys()) {
        const words = wordsOf(name);
        if (name === facet.name || words[0] !== given || !soundAlike(facet.words, words, true)) continue;
        for (const other of this.#bearersNamed(name)?.facets ?? [])
          if (!this.#exclude(facet, other) && soundAlike(facet.words, words, relation(facet, other) === 'office'))
            found.push(other);
      }
    }
    return found;
  }

  /**
   * The spelling of a foreign name that most articles have, where it is not this one; of equals the last by code unit. Null where two of
   * them exclude each other: then nobody knows whose this one is.
   */
  #likeliestSpelling(facet: Facet): Facet | null {
    const alike = this.#alike(facet);
    if (alike.some((one, i) => alike.some((other, j) => j > i && this.#exclude(one, other)))) return null;
    let best = facet;
    for (const other of alike) {
      const more = this.#articlesOf(other) - this.#articlesOf(best);
      if (more > 0 || (more === 0 && byCodeUnit(best.id, other.id) < 0)) best = other;
    }
    // Those alike are not all alike to each other: the best one must not have a better one of its own.
    return best === facet || this.#fullerOf(best).joined !== null ? null : best;
  }

  #articlesOf({ name, groups }: Facet): number {
    const node = this.#state.nodes.person.get(name);
    return groups.reduce((sum, group) => sum + (node?.get(group)?.locals.size ?? 0), 0);
  }

  /** A single word with an office of a known state: whoever bears the word and holds the office. */
  #ofBareFacet(facet: Facet): Verdict {
    const [word = ''] = facet.words;
    const found = new Map<string, Facet>();
    for (const claim of facet.claims) {
      if (claim.general || claim.country === null) continue;
      for (const { node, group } of this.#holdersNamed(word, claim.base)) {
        if (!claims(group, claim)) continue;
        const bearer = this.#bearersNamed(node)?.byGroup.get(group);
        const root = bearer === undefined ? null : this.#rootOf(bearer);
        if (root !== null && !this.#exclude(facet, root)) found.set(root.id, root);
      }
    }
    const persons = distinct([...found.values()].map(this.#personOf));
    const [only, second] = persons;
    if (only === undefined) return { person: this.#personOf(facet), candidates: [], steps: ['same-office'] };
    if (second === undefined) return { person: only, candidates: [], steps: ['same-office'] };
    return { person: null, candidates: persons.slice(0, MOST_CANDIDATES), steps: ['ambiguous'] };
  }

  /** Groups of full names with the word that claim an office, by whichever there are fewer of: names with the word, or holders. */
  *#holdersNamed(word: string, base: string): Generator<{ readonly node: NameKey; readonly group: string }> {
    const names = this.#state.words.get(word);
    const holders = this.#state.holders.get(base);
    if (names === undefined || holders === undefined) return;
    if (names.size <= holders.size) {
      for (const node of names.keys())
        for (const group of this.#state.nodes.person.get(node)?.keys() ?? [])
          if (holders.has(reference(node, group))) yield { node, group };
      return;
    }
    for (const ref of holders.keys()) {
      const { node, group } = parseReference(ref);
      const words = isUnit(node) ? [] : wordsOf(node);
      if (words.length > 1 && words.includes(word)) yield { node, group };
    }
  }

  /** A single word whose group says no office of a known state: a matter of the article it stands in. */
  #ofLooseWord(path: ArticlePath, word: NameKey, group: string): Verdict {
    const candidate = group === CANDIDATE_GROUP;
    if (this.#settled.nobody.has(word)) return DROPPED;
    const bearers = this.#bearersOfWord(word);
    const offices = candidate || group === '' ? [] : group.split('\n').map(parseClaim);
    if (bearers !== null && bearers.length > 0) {
      const named = offices.filter(({ general }) => !general);
      const fitting = bearers.filter((person) =>
        named.length > 0
          ? this.evidence(person).some(({ claims }) =>
              claims.some((claim) =>
                named.some((own) => own.base === claim.base && countriesAgree(own.country, claim.country)),
              ),
            )
          : (bearers.length === 1 || offices.length > 0) &&
            this.#bearsAsSurname(person, word) &&
            this.#fitsArticle(person, path, new Set(offices.flatMap(({ country }) => country ?? []))),
      );
      const [only, second] = fitting;
      if (only !== undefined && second === undefined && (named.length > 0 || bearers.length === 1))
        return { person: only, candidates: [], steps: [named.length > 0 ? 'same-office' : 'known-elsewhere'] };
    }
    if (candidate) return DROPPED;
    if (bearers === null || bearers.length > 0)
      return { person: null, candidates: bearers ?? [], steps: ['ambiguous'] };
    const person = this.#joined({ id: `${word}#${path}`, name: word, facet: null, article: path });
    return { person, candidates: [], steps: [] };
  }

  /** Everybody who bears the word, by id; null where these are too many to tell anything. */
  #bearersOfWord(word: NameKey): readonly Person[] | null {
    let bearers = this.#bearers.get(word);
    if (bearers === undefined) {
      bearers = this.#collectBearers(word);
      this.#bearers.set(word, bearers);
    }
    return bearers;
  }

  #collectBearers(word: NameKey): readonly Person[] | null {
    const found = new Map<string, Person>();
    let facets = 0;
    // A common given name has thousands: a few of them tell that it is nobody's.
    for (const name of this.#state.words.get(word)?.keys() ?? [])
      for (const facet of this.#bearersNamed(name)?.facets ?? []) {
        if (++facets > MOST_FULLER_NAMES) return null;
        const person = this.#personOf(this.#rootOf(facet));
        if (this.#settled.apart(word, facet.name) || this.#settled.apart(word, person.name)) continue;
        found.set(person.id, person);
        if (found.size > MOST_CANDIDATES) return null;
      }
    for (const facet of this.#bearersNamed(word)?.facets ?? []) {
      const { person } = this.ofGroup(word, facet.groups[0] ?? '');
      if (person !== null) found.set(person.id, person);
      if (found.size > MOST_CANDIDATES) return null;
    }
    return distinct(found.values());
  }

  #bearsAsSurname(person: Person, word: NameKey): boolean {
    return partsOf(person)
      .flatMap(({ facet }) => (facet === null ? [] : [facet, ...this.#shorterOf(facet)]))
      .some(({ words }) => words.length === 1 || words.indexOf(word) > 0);
  }

  /** Whether the article speaks of the person's state or office; what it calls the person by («المسؤول العراقي») must not gainsay it. */
  #fitsArticle(person: Person, path: ArticlePath, called: ReadonlySet<string>): boolean {
    const article = this.#state.articles.get(path);
    if (article === undefined) return false;
    const bodies = this.evidence(person);
    if (called.size > 0) return bodies.some(({ countries }) => !disjoint(countries, called));
    return bodies.some(
      ({ countries, claims }) =>
        [...countries].some((country) => article.countries.has(country)) ||
        claims.some(({ base, general }) => !general && article.offices.has(base)),
    );
  }

  /** What is known of a person's offices, by each form of the name. */
  evidence(person: Person): readonly PersonEvidence[] {
    return partsOf(person).flatMap(({ facet, name }) => {
      if (facet !== null) return [facet, ...this.#shorterOf(facet)];
      return isUnit(name) ? [this.#evidenceOfUnit(name)] : [];
    });
  }

  #evidenceOfUnit(unit: string): PersonEvidence {
    const groups = [...(this.#state.nodes.person.get(unit) ?? [])].filter(([group]) => group !== CANDIDATE_GROUP);
    return evidenceOf(groups.map(([group, { times }]) => [group, times]));
  }

  /** All that is one person: by whole groups, and by articles where a single word was resolved in each. */
  members(person: Person): Member[] {
    const names = new Set<NameKey>();
    const found = partsOf(person).flatMap((part) => this.#ownMembers(part, person, names));
    for (const word of new Set([...names].flatMap(wordsOf))) found.push(...this.#bare(word, person));
    // What may have been of any of several bearers is that of the one they have become.
    if (person.parts !== undefined)
      for (const name of names)
        for (const group of this.#bearersNamed(name)?.loose ?? [])
          if (this.ofGroup(name, group).person?.id === person.id) found.push({ name, group, articles: null });
    for (const { article, name, group, person: given } of this.#unions.given.values())
      if (given.id === person.id) found.push({ name, group, articles: [article] });
    return person.parts === undefined ? found : distinctMembers(found);
  }

  /** As `members`, of names of two words and more alone, which articles need not be asked for: what a single word is does not matter. */
  fullNames(person: Person): Member[] {
    const all = person.parts === undefined ? this.#ownMembers(person, person, new Set()) : this.members(person);
    return all.filter(({ name }) => isUnit(name) || wordsOf(name).length > 1);
  }

  /** What of one part is the person, single words left out; adds the names of the part to `names`. */
  #ownMembers(part: Person, person: Person, names: Set<NameKey>): Member[] {
    const { facet, name, article } = part;
    if (isUnit(name))
      return [...(this.#state.nodes.person.get(name)?.keys() ?? [])].map((group) => ({ name, group, articles: null }));
    if (facet === null) return this.#looseIn(name, article === null ? [] : [article], person);
    const found: Member[] = [];
    for (const each of [facet, ...(facet.words.length > 1 ? this.#shorterOf(facet) : [])]) {
      names.add(each.name);
      for (const group of each.groups) found.push({ name: each.name, group, articles: null });
    }
    if (facet.words.length > 1)
      for (const shorter of [name, ...shorterNames(facet.words)])
        if (this.#state.nodes.person.get(shorter)?.has(CANDIDATE_GROUP))
          if (this.ofGroup(shorter, CANDIDATE_GROUP).person?.id === person.id)
            found.push({ name: shorter, group: CANDIDATE_GROUP, articles: null });
    return found;
  }

  /** What of a single word is this person. */
  #bare(word: NameKey, person: Person): Member[] {
    const bearers = this.#bearersNamed(word);
    if (bearers === null) return [];
    const found: Member[] = [];
    for (const facet of bearers.facets) {
      if (partsOf(person).some((part) => part.facet === facet)) continue;
      if (this.ofGroup(word, facet.groups[0] ?? '').person?.id === person.id)
        for (const group of facet.groups) found.push({ name: word, group, articles: null });
    }
    // Without a look at the articles where the word is many people's: it is nobody's then.
    if (this.#bearersOfWord(word) === null) return found;
    return [...found, ...this.#looseIn(word, null, person)];
  }

  /** Articles (all, or those given) in which the loose groups of a word are this person. */
  #looseIn(word: NameKey, within: readonly ArticlePath[] | null, person: Person): Member[] {
    const node = this.#state.nodes.person.get(word);
    const bearers = this.#bearersNamed(word);
    if (node === undefined || bearers === null) return [];
    const found: Member[] = [];
    for (const group of [...bearers.loose, CANDIDATE_GROUP]) {
      const { locals } = node.get(group) ?? {};
      if (locals === undefined) continue;
      const articles = [...(within ?? locals.keys())].filter(
        (path) => locals.has(path) && this.#ofLooseWord(path, word, group).person?.id === person.id,
      );
      if (articles.length > 0) found.push({ name: word, group, articles });
    }
    return found;
  }

  /** The person of an id (without `person:`) if there is one in this corpus. */
  byId(id: string): Person | null {
    const unit = unitOfId(id);
    if (unit !== null) {
      const { person } = this.#ofUnit(unit);
      return person?.id === id ? person : null;
    }
    const hash = id.indexOf('#');
    if (hash >= 0) return this.#loosePerson(id.slice(0, hash), id.slice(hash + 1));
    const name = id.split('@', 1)[0] ?? '';
    const facet = this.#bearersNamed(name)?.facets.find((each) => each.id === id);
    if (facet === undefined) return null;
    const { person } = this.ofGroup(name, facet.groups[0] ?? '');
    return person?.id === id ? person : null;
  }

  #loosePerson(word: NameKey, path: ArticlePath): Person | null {
    for (const group of this.#bearersNamed(word)?.loose ?? []) {
      if (!this.#state.nodes.person.get(word)?.get(group)?.locals.has(path)) continue;
      const { person } = this.#ofLooseWord(path, word, group);
      if (person?.id === `${word}#${path}`) return person;
    }
    return null;
  }

  /** Persons whose name (root or shortened) is this one, by id; of single words in one article each at most so many articles. */
  named(name: NameKey, mostArticles = Number.POSITIVE_INFINITY): Person[] {
    if (isUnit(name)) return distinct([this.#ofUnit(name).person].filter((person) => person !== null));
    const bearers = this.#bearersNamed(name);
    if (bearers === null) return [];
    const found: Person[] = [];
    for (const facet of bearers.facets) {
      const { person } = this.ofGroup(name, facet.groups[0] ?? '');
      if (person !== null) found.push(person);
    }
    // Where somebody bears the word, every article either means that person or leaves it open.
    if (wordsOf(name).length === 1 && this.#bearersOfWord(name)?.length === 0)
      for (const group of bearers.loose) {
        const { locals } = this.#state.nodes.person.get(name)?.get(group) ?? {};
        for (const path of [...(locals?.keys() ?? [])].sort(byCodeUnit).slice(0, mostArticles)) {
          const { person } = this.#ofLooseWord(path, name, group);
          if (person !== null) found.push(person);
        }
      }
    return distinct(found);
  }

  /** The same objects each time: rules compare bearers by what they are and not by their names. */
  #bearersNamed(name: NameKey): Bearers | null {
    let named = this.#named.get(name);
    if (named === undefined) {
      const node = this.#settled.nobody.has(name) ? undefined : this.#state.nodes.person.get(name);
      named = node === undefined ? null : bearersOf(name, node);
      this.#named.set(name, named);
    }
    return named;
  }
}

/**
 * Whether a shortened name alone, without an office in common, is enough to be the only fuller name's. Given and family name are. Without
 * the family name what is left must not be two given names that many share, and without «محمد» or the family name offices of which
 * one is of an unsaid state tell too little.
 */
function mayJoin(how: Shortening, words: readonly string[], offices: 'silent' | 'country' | 'different'): boolean {
  if (how === 'ends') return true;
  if (how === 'begins' && isCommonGivenName(words.at(-1) ?? '')) return false;
  return offices !== 'different';
}

function claims(group: string, { base, country }: { readonly base: string; readonly country: string | null }): boolean {
  return group
    .split('\n')
    .map(parseClaim)
    .some((claim) => !claim.general && claim.base === base && countriesAgree(claim.country, country));
}

function* formsOf(node: Node): Generator<string> {
  for (const { forms } of node.values()) yield* forms.keys();
}

const partsOf = (person: Person): readonly Person[] => person.parts ?? [person];

function distinctMembers(members: readonly Member[]): Member[] {
  const byGroup = new Map<string, Member>();
  for (const member of members) {
    const key = `${member.name}\u0001${member.group}`;
    const before = byGroup.get(key);
    if (before === undefined) byGroup.set(key, member);
    else if (before.articles !== null) {
      const articles = member.articles && [...new Set([...before.articles, ...member.articles])];
      byGroup.set(key, { ...member, articles });
    }
  }
  return [...byGroup.values()];
}

function distinct(persons: Iterable<Person>): Person[] {
  const byId = new Map<string, Person>();
  for (const person of persons) byId.set(person.id, person);
  return [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}
