/** Where a report was filed from, as its date line or its dateline says: «بغداد / واع», «بيروت (رويترز) - وقع …», «طهران 5 مايو». */
import type { Article } from '../corpus/snapshot.ts';
import { datelineOf } from '../recognize/dateline.ts';
import { displayable } from './pieces.ts';

/** Null where no line says it. */
export function filedFrom({ text, facts }: Article): string | null {
  const span = datelineOf(text, facts)?.span ?? null;
  return span && displayable(text.slice(span.start, span.end));
}
