/**
 * Bearers of one written name: usually one, several where what articles say of them cannot be one person's. Looks at nothing but the
 * groups of this name, so that two names never have to be compared to tell namesakes apart.
 */
import { CANDIDATE_GROUP } from './describe.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { evidenceOf, type PersonEvidence, relation } from './evidence.ts';
import { byCodeUnit, countriesAgree, parseClaim } from './keys.ts';
import { type NameKey, wordsOf } from './person-name.ts';
import type { Node } from './state.ts';

export interface Facet extends PersonEvidence {
  /** The name, with what tells it from namesakes after `@`: `سالم-نوري@IR`. Unique in the corpus, the same whatever the order. */
  readonly id: string;
  readonly name: NameKey;
  readonly words: readonly string[];
  /** Keys of its groups, sorted. */
  readonly groups: readonly string[];
}

export interface Bearers {
  readonly facets: readonly Facet[];
  readonly byGroup: ReadonlyMap<string, Facet>;
  /** Groups that may be of several bearers, or, of a single word, of anybody. */
  readonly loose: readonly string[];
}

/** Times as many articles as of all namesakes together. */
const PREVAILING = 8;

const known = new WeakMap<Node, Bearers>();

/** The bearers of a name. A name of one word is nobody's by itself: only an office of a known state makes a bearer of it. */
export function bearersOf(name: NameKey, node: Node): Bearers {
  let bearers = known.get(node);
  if (bearers === undefined) {
    bearers = wordsOf(name).length === 1 ? ofBareName(name, node) : ofFullName(name, node);
    known.set(node, bearers);
  }
  return bearers;
}

function ofFullName(name: NameKey, node: Node): Bearers {
  const groups = provenGroups(node);
  const units = unitsOf(groups, (group) => group.split('\n'));
  const parts = units.map((unit) => ({ unit, evidence: evidenceOf(unit.map((group) => [group, times(node, group)])) }));
  // Units that exclude the same others are one bearer's: two offices of one state, against a namesake's office of another.
  const byRivals = new Map<string, string[]>();
  const free: string[] = [];
  for (const part of parts) {
    const rivals = parts.flatMap((other, i) => (relation(part.evidence, other.evidence) === 'rival' ? [i] : []));
    if (rivals.length === 0) free.push(...part.unit);
    else byRivals.set(rivals.join(), [...(byRivals.get(rivals.join()) ?? []), ...part.unit]);
  }
  if (byRivals.size === 0) return named(name, node, groups.length === 0 ? [] : [groups], []);
  const poles = [...byRivals.values()];
  const usual = prevailing(node, poles);
  const loose: string[] = [];
  const bearers = poles.map((groups) => ({ groups, all: [...groups] }));
  for (const group of free) {
    const fitting = bearers.filter(({ groups }) => groups.some((other) => shareOffice(group, other)));
    const [only, second] =
      fitting.length === 0 && group === '' && usual !== null
        ? bearers.filter(({ groups }) => groups === usual)
        : fitting;
    if (only === undefined || second !== undefined) loose.push(group);
    else only.all.push(group);
  }
  return named(
    name,
    node,
    bearers.map(({ all }) => all),
    loose,
  );
}

/** Whom a name without an office means: one who is written of so much more than his namesakes that these are rather a slip. */
function prevailing(node: Node, poles: readonly (readonly string[])[]): readonly string[] | null {
  const articles = (pole: readonly string[]) =>
    pole.reduce((sum, group) => sum + (node.get(group)?.locals.size ?? 0), 0);
  const all = poles.reduce((sum, pole) => sum + articles(pole), 0);
  return poles.find((pole) => articles(pole) >= PREVAILING * (all - articles(pole))) ?? null;
}

function ofBareName(name: NameKey, node: Node): Bearers {
  const groups = provenGroups(node);
  const tied = groups.filter((group) => identifyingClaims(group).length > 0);
  const loose = groups.filter((group) => !tied.includes(group));
  return named(name, node, unitsOf(tied, identifyingClaims), loose);
}

/** Offices that one person at a time holds somewhere: those whose state is known. */
const identifyingClaims = (group: string): string[] =>
  group === ''
    ? []
    : group
        .split('\n')
        .filter((key) => isIdentifying(key))
        .map((key) => withoutFormer(key));

/** Whether an office is held or was held makes no other office of it. */
const withoutFormer = (key: string): string => (key.endsWith('!') ? key.slice(0, -1) : key);

function isIdentifying(key: string): boolean {
  const { country, general } = parseClaim(key);
  return country !== null && !general;
}

const provenGroups = (node: Node): string[] =>
  [...node.keys()].filter((key) => key !== CANDIDATE_GROUP).sort(byCodeUnit);

const times = (node: Node, group: string) => (node.get(group) as NonNullable<ReturnType<Node['get']>>).times;

function shareOffice(group: string, other: string): boolean {
  if (group === '' || other === '') return false;
  const claims = other.split('\n').map(parseClaim);
  return group
    .split('\n')
    .map(parseClaim)
    .some(
      (own) =>
        !own.general && claims.some(({ base, country }) => own.base === base && countriesAgree(own.country, country)),
    );
}

/** Groups tied by a claim they share, directly or through others. An article that gives one person two offices ties these two. */
function unitsOf(groups: readonly string[], claims: (group: string) => readonly string[]): string[][] {
  const sets = new DisjointSets();
  for (const group of groups) {
    sets.add(group);
    if (group !== '') for (const key of claims(group)) sets.join(group, `\u0002${withoutFormer(key)}`);
  }
  const units = new Map<string, string[]>();
  for (const group of groups) {
    const root = sets.rootOf(group);
    const unit = units.get(root);
    if (unit === undefined) units.set(root, [group]);
    else unit.push(group);
  }
  return [...units.values()];
}

function named(name: NameKey, node: Node, parts: readonly (readonly string[])[], loose: readonly string[]): Bearers {
  const words = wordsOf(name);
  const bare = words.length === 1;
  const bodies = parts.map((groups) => {
    const sorted = [...groups].sort(byCodeUnit);
    return { sorted, evidence: evidenceOf(sorted.map((group) => [group, times(node, group)])) };
  });
  const countriesOf = (evidence: PersonEvidence) => [...evidence.countries].sort(byCodeUnit).join('+');
  const facets = bodies.map(({ sorted, evidence }) => {
    const countries = countriesOf(evidence);
    const byCountry =
      !bare && countries !== '' && bodies.filter((other) => countriesOf(other.evidence) === countries).length === 1;
    const mark = bodies.length === 1 && !bare ? '' : `@${byCountry ? countries : firstOffice(sorted)}`;
    return { id: name + mark, name, words, groups: sorted, ...evidence };
  });
  facets.sort((a, b) => byCodeUnit(a.id, b.id));
  const byGroup = new Map(facets.flatMap((facet) => facet.groups.map((group) => [group, facet] as const)));
  return { facets, byGroup, loose };
}

/** The first office by code unit; of two bearers of a name no two share one. */
function firstOffice(groups: readonly string[]): string {
  const offices = groups
    .flatMap((group) => (group === '' ? [] : group.split('\n')))
    .map((key) => withoutFormer(key))
    .sort((a, b) => Number(isIdentifying(b)) - Number(isIdentifying(a)) || byCodeUnit(a, b));
  return offices[0] ?? '';
}
