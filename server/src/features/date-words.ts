/** Dates in words: always the Gregorian calendar, ASCII digits, months by their CLDR names. */
import type { IsoDate } from '../recognize/facts.ts';
import { perWord } from '../text/per-word.ts';
import { formatter, type Language } from './language.ts';

interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const LOCALE: Record<Language, string> = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB-u-ca-gregory' };
/** The Aramaic month names of Iraq and the Levant, beside which Arabic news often writes the other ones. */
const LEVANTINE = 'ar-IQ-u-nu-latn-ca-gregory';

/**
 * `2020-11-15` → «15 نوفمبر 2020», `2021-02` → «فبراير 2021», `XXXX-08-05` → «5 أغسطس». With `long` the weekday where it is known,
 * and in Arabic both month names. A value that is no date is given back as it is.
 */
export const dateWords = (value: IsoDate, language: Language, { long = false } = {}): string =>
  WRITTEN[language][long ? 'long' : 'short'](value);

/** A card has a dozen dates, mostly those of the card before, and to write one takes as long as to find what it is of. */
const remembered = (language: Language) => ({
  long: perWord((value) => write(value, language, true)),
  short: perWord((value) => write(value, language, false)),
});
const WRITTEN = { ar: remembered('ar'), en: remembered('en') };

function write(value: IsoDate, language: Language, long: boolean): string {
  const parts = dateParts(value);
  if (parts === null) return value;
  const { year, month, day } = parts;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (year !== null) options.year = 'numeric';
  if (month !== null) options.month = 'long';
  if (day !== null) options.day = 'numeric';
  if (long && year !== null && day !== null) options.weekday = 'long';
  // In a leap year every day of a year exists, so one stands in for a year that is not known.
  const date = utc({ year: year ?? 2000, month: month ?? 1, day: day ?? 1 });
  const written = dateFormat(LOCALE[language], options).formatToParts(date);
  return written.map((part) => (part.type === 'month' && long ? monthNames(date, language) : part.value)).join('');
}

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  formatter(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));

/** «نوفمبر/تشرين الثاني», as Arabic news writes for readers everywhere; in English the one name. */
function monthNames(date: Date, language: Language): string {
  const name = (locale: string) => dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date);
  const first = name(LOCALE[language]);
  const second = language === 'ar' ? name(LEVANTINE) : first;
  return first === second ? first : `${first}/${second}`;
}

/** Days from one full date to another; null where one of them is not a full date. */
export function daysBetween(from: IsoDate, to: IsoDate): number | null {
  const left = fullDate(from);
  const right = fullDate(to);
  return left === null || right === null ? null : Math.round((right.getTime() - left.getTime()) / 86_400_000);
}

/** «قبل يوم واحد», "in 3 days". */
export function daysWords(days: number, language: Language): string {
  const numeric = days === 0 ? 'auto' : 'always';
  const words = () => new Intl.RelativeTimeFormat(LOCALE[language], { numeric });
  return formatter(`days ${language} ${numeric}`, words).format(days, 'day');
}

/** «3 أيام», "2 months": days up to two months, then months, from two years on years; more exact is not what a reader compares. */
export function durationWords(days: number, language: Language): string {
  const [count, unit] =
    days < 60 ? [days, 'day'] : days < 730 ? [Math.round(days / 30.44), 'month'] : [Math.round(days / 365.25), 'year'];
  const words = () => new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit, unitDisplay: 'long' });
  return formatter(`duration ${language} ${unit}`, words).format(count);
}

function fullDate(value: IsoDate): Date | null {
  const parts = dateParts(value);
  if (parts === null || parts.year === null || parts.month === null || parts.day === null) return null;
  return utc({ year: parts.year, month: parts.month, day: parts.day });
}

function utc({ year, month, day }: { year: number; month: number; day: number }): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // unlike Date.UTC, right for the years 0 to 99
  return date;
}

function dateParts(value: IsoDate): DateParts | null {
  const match = /^(\d{4}|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?$/.exec(value);
  if (match === null) return null;
  const number = (digits: string | undefined) =>
    digits === undefined || digits.startsWith('X') ? null : Number(digits);
  const month = number(match[2]);
  const parts = { year: number(match[1]), month, day: month === null ? null : number(match[3]) };
  return parts.year === null && parts.month === null ? null : parts;
}
