/** Which days a timeline shows when it is opened, and what is asked for to show them. Moments are milliseconds since 1970, UTC. */
import type { Timeline, TimelineQuery } from '../../../server/src/lsp/requests.ts';

export const DAY = 86_400_000;

export type Domain = readonly [from: number, to: number];

/** What is on both sides of what is in sight is asked for too, so that it is there when the picture is moved. */
const MARGIN = 1;

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

/** The question for these days and a margin on both sides; null: for all there is. */
export function daysQuestion(
  domain: Domain | null,
): Pick<TimelineQuery, 'unit'> & { from: string | null; to: string | null } {
  const span = domain === null ? 0 : domain[1] - domain[0];
  return {
    from: domain === null ? null : isoDay(domain[0] - MARGIN * span),
    to: domain === null ? null : isoDay(domain[1] + MARGIN * span),
    unit: unitFor(domain ?? [0, 100 * 366 * DAY]),
  };
}

/** All the time there is, and a little more, so that nothing stands at the very edge. */
export const extentOf = ({ extent }: Timeline): Domain | null => withMargin(extent);

/** Articles tell of what was decades before; of all the corpus a reader wants to see first when they were written. */
export const homeOf = (timeline: Timeline): Domain | null =>
  (timeline.entity === null ? withMargin(timeline.articles) : null) ?? extentOf(timeline);

function withMargin(days: Timeline['extent']): Domain | null {
  const from = spanOf(days?.from ?? null);
  const to = spanOf(days?.to ?? null);
  if (from === null || to === null) return null;
  const margin = Math.max(2 * DAY, 0.03 * (to[1] - from[0]));
  return [from[0] - margin, to[1] + margin];
}
