/** Dates on a line: days of the Gregorian calendar in UTC, from whichever side the language is read. */
import type { TimelineQuery } from '../../../server/src/lsp/requests.ts';

export const DAY = 86_400_000;

export type Domain = readonly [from: number, to: number];

/** Milliseconds from the beginning of a date to its end (excluded), as exact as it is known; null without a year. */
export function spanOf(date: string | null): Domain | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '');
  if (match === null) return null;
  const [, year = '', month, day] = match;
  const from = at(Number(year), month === undefined ? 0 : Number(month) - 1, Number(day ?? 1));
  if (day !== undefined) return [from, from + DAY];
  return [from, month === undefined ? at(Number(year) + 1, 0, 1) : at(Number(year), Number(month), 1)];
}

/** Unlike Date.UTC right for the years 0 to 99. */
function at(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

export const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** How finely a stretch of time is counted: some dozens of bars. */
export function unitFor([from, to]: Domain): TimelineQuery['unit'] {
  const days = (to - from) / DAY;
  return days > 12 * 366 ? 'year' : days > 200 ? 'month' : 'day';
}

const LOCALE = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB-u-ca-gregory' } as const;

/** Words for a tick at a moment: the year at its beginning, the month at its, else the day. */
export function tickWords(moment: Date, language: 'ar' | 'en', step: number): string {
  const isYear = moment.getUTCMonth() === 0 && moment.getUTCDate() === 1;
  const options: Intl.DateTimeFormatOptions =
    step > 300 * DAY
      ? { year: 'numeric' }
      : step > 20 * DAY
        ? isYear
          ? { year: 'numeric' }
          : { month: 'short' }
        : { day: 'numeric', month: 'short', ...(isYear && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' }).format(moment);
}
