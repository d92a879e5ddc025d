/** Keys of offices and organisations taken apart, and the claims of persons to offices as keys of their own. */
import type { CountryCode } from '../recognize/facts.ts';

export interface BodyKey {
  /** The key without its country: `minister/defence`, `parliament`. */
  readonly base: string;
  readonly country: CountryCode | null;
}

/** `minister/defence/IQ` and `parliament/IQ`; the country of an office may be empty (`minister/defence/`), that of an organisation missing. */
export function splitKey(key: string): BodyKey {
  const parts = /^(?<base>.*)\/(?<country>[A-Z]{2})?$/su.exec(key)?.groups;
  return parts === undefined
    ? { base: key, country: null }
    : { base: parts.base ?? '', country: parts.country ?? null };
}

/** The first part of an office's key: `minister`. */
export const roleOf = (base: string): string => base.split('/', 1)[0] ?? '';

/** What an article says of a person's office, without where it says so. */
export interface Claim extends BodyKey {
  /** «المسؤول العراقي»: of this only the country counts. */
  readonly general: boolean;
  readonly former: boolean;
}

const GENERAL = '~';
const FORMER = '!';

export const claimKey = ({ base, country, general, former }: Claim): string =>
  `${general ? GENERAL : ''}${base}/${country ?? ''}${former ? FORMER : ''}`;

export function parseClaim(key: string): Claim {
  const general = key.startsWith(GENERAL);
  const former = key.endsWith(FORMER);
  return { ...splitKey(key.slice(general ? 1 : 0, former ? -1 : undefined)), general, former };
}

/** Countries that do not exclude each other: equal, or one not said. */
export const countriesAgree = (a: CountryCode | null, b: CountryCode | null): boolean =>
  a === null || b === null || a === b;

/** Strings by code unit: the one order used wherever a choice among equals must not depend on the order of articles. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
