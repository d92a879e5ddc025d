/** Names of states, from the CLDR data of Node's `Intl`: parties of agreements are known by their codes. */
import type { CountryCode } from '../recognize/facts.ts';
import { once } from './lazily.ts';

// Loading what CLDR says takes some milliseconds, which nobody needs to start.
const arabic = once(() => new Intl.DisplayNames(['ar'], { type: 'region', fallback: 'none' }));
const english = once(() => new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }));

export const isState = (key: string): key is CountryCode => /^[A-Z]{2}$/.test(key);

/** «العراق»; null for what is no code of a state. */
export const arabicName = (key: string): string | null => (isState(key) ? (arabic().of(key) ?? null) : null);

/** `Iraq`; null for what is no code of a state. */
export const englishName = (key: string): string | null => (isState(key) ? (english().of(key) ?? null) : null);
