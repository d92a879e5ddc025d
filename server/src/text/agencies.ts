/** News agencies by the names that stand in datelines and credits. */
import data from './agencies.json' with { type: 'json' };
import { fold } from './fold.ts';
import type { Token } from './tokens.ts';

export interface Agency {
  /** ISO code of the state whose own agency it is; null of an international one. */
  readonly country: string | null;
  /** It only stands before the report: «وطنية - …». */
  readonly opens: boolean;
}

interface Entry {
  readonly names: readonly string[];
  readonly country?: string;
  readonly opens?: boolean;
}

/** Agencies by their folded name, its words joined by a space. */
export const agencies: ReadonlyMap<string, Agency> = new Map(
  (data.agencies as readonly Entry[]).flatMap(({ names, country, opens }) =>
    names.map((name) => [fold(name), { country: country ?? null, opens: opens ?? false }] as const),
  ),
);

/** Whether a folded name is that of an agency wherever it stands by itself. */
export const isAgency = (name: string): boolean => agencies.get(name)?.opens === false;

/** States with an agency of their own and a king, an emir or a sultan: «رئيس الجمهورية» is another's there. */
export const kingdoms: ReadonlySet<string> = new Set(data.kingdoms);

/** «رئيس الوزراء» is another state's there. */
export const withoutPremier: ReadonlySet<string> = new Set(data.withoutPremier);

/** «وكالة تونس أفريقيا للأنباء» */
const LONGEST = 4;

/** The agency that the words from token `at` on name, the longest name first. */
export function agencyAt(
  tokens: readonly Token[],
  at: number,
): { readonly agency: Agency; readonly end: number } | null {
  let key = '';
  let found: { agency: Agency; end: number } | null = null;
  for (let end = at; end < at + LONGEST && tokens[end]?.kind === 'word'; end++) {
    key = key === '' ? (tokens[end]?.norm ?? '') : `${key} ${tokens[end]?.norm}`;
    const agency = agencies.get(key);
    if (agency) found = { agency, end: end + 1 };
  }
  return found;
}
