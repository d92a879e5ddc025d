/** Words for days of the Gregorian calendar in UTC. */
import { DAY } from '../../src/pages/timeline-days.ts';

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
