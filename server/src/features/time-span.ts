/** Dates as days that can be compared: what is known only to the month or the year is all its days. */
import type { IsoDate } from '../recognize/facts.ts';

/** Both included; days since 1970-01-01. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;

/** Null for a date without a year, and for what is none. */
export function daysOf(date: IsoDate): Days | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]) - 1;
  const day = match[3] === undefined ? null : Number(match[3]);
  const first = utcDay(year, month ?? 0, day ?? 1);
  if (day !== null) return { first, last: first };
  const next = month === null ? utcDay(year + 1, 0, 1) : utcDay(year, month + 1, 1);
  return { first, last: next - 1 };
}

/** Whether a date lies in a period, wholly or in part; without one it lies in every period that has no bounds. */
export function isWithin(date: IsoDate | null, from: IsoDate | null, to: IsoDate | null): boolean {
  if (from === null && to === null) return true;
  const days = date === null ? null : daysOf(date);
  if (days === null) return false;
  const first = (from === null ? null : daysOf(from)?.first) ?? Number.NEGATIVE_INFINITY;
  const last = (to === null ? null : daysOf(to)?.last) ?? Number.POSITIVE_INFINITY;
  return days.last >= first && days.first <= last;
}

function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day); // unlike Date.UTC, right for the years 0 to 99
  return date.getTime() / DAY;
}
