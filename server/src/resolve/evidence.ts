/** Offices, countries and months that are known of a name, and what they say of two names being one person's. */
import type { CountryCode } from '../recognize/facts.ts';
import { disjoint } from './collections.ts';
import { type Claim, claimKey, countriesAgree, parseClaim, roleOf } from './keys.ts';
import type { Counts } from './state.ts';

export interface PersonEvidence {
  readonly claims: readonly Claim[];
  readonly countries: ReadonlySet<CountryCode>;
  /** Months (`2020-11`) in which articles give a present office, by `claimKey`. */
  readonly months: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Offices held by one person in a government at a time: nobody is minister of two things, or governor of two provinces. */
const EXCLUSIVE_ROLES = new Set(['minister', 'governor', 'ambassador']);

/** Evidence of groups of one name: `[group key, months]`. */
export function evidenceOf(groups: Iterable<readonly [string, Counts]>): PersonEvidence {
  const claims = new Map<string, Claim>();
  const countries = new Set<CountryCode>();
  const months = new Map<string, Set<string>>();
  for (const [group, times] of groups) {
    if (group === '') continue;
    for (const key of group.split('\n')) {
      const claim = parseClaim(key);
      claims.set(key, claim);
      if (claim.country !== null) countries.add(claim.country);
      if (claim.general || claim.former) continue;
      const attested = months.get(key) ?? new Set();
      for (const month of times.keys()) attested.add(month);
      months.set(key, attested);
    }
  }
  return { claims: [...claims.values()], countries, months };
}

/**
 * How two bodies of evidence stand to each other. `rival`: not one person — offices of different states, or two offices of a kind that
 * excludes the other in one month. `office`: one office. `country`: different offices of one state. `different`: different offices, the
 * state of one unsaid. `silent`: one says nothing of any office.
 */
export type Relation = 'rival' | 'office' | 'country' | 'different' | 'silent';

export function relation(a: PersonEvidence, b: PersonEvidence): Relation {
  if (a.countries.size > 0 && b.countries.size > 0 && disjoint(a.countries, b.countries)) return 'rival';
  if (a.claims.length === 0 || b.claims.length === 0) return 'silent';
  let shared = false;
  for (const mine of a.claims)
    for (const theirs of b.claims) {
      if (mine.general || theirs.general) continue;
      if (mine.base === theirs.base) shared ||= countriesAgree(mine.country, theirs.country);
      else if (excludes(a, mine, b, theirs)) return 'rival';
    }
  if (shared) return 'office';
  return a.countries.size > 0 && b.countries.size > 0 ? 'country' : 'different';
}

function excludes(a: PersonEvidence, mine: Claim, b: PersonEvidence, theirs: Claim): boolean {
  const role = roleOf(mine.base);
  if (role !== roleOf(theirs.base) || !EXCLUSIVE_ROLES.has(role)) return false;
  if (mine.country === null || mine.country !== theirs.country) return false;
  const months = a.months.get(claimKey(mine));
  const others = b.months.get(claimKey(theirs));
  return months !== undefined && others !== undefined && !disjoint(months, others);
}
