/** Where a report was filed from, and by which agency, as its date line or its dateline says: «بغداد / واع», «بيروت (رويترز) - وقع …». */
import { type Place, places } from '../lexicon/geography.ts';
import { type Agency, agencyAt } from '../text/agencies.ts';
import { DATE_LINE } from '../text/parts.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';

/** It stands among the first lines, and within the first words of one. */
const LINES = 10;
const LINE_START = 120;

/** What sets it off from the agency, the date or the report. */
const SIGNS = new Set(['-', '–', '—', '\u0640', '/', '|', '(', '،']);

export interface Dateline {
  /** The place as written; null where a report opens with its agency alone. */
  readonly span: Span | null;
  readonly place: Place | null;
  readonly agency: Agency | null;
  /** The agency as written; null where there is none. */
  readonly source: Span | null;
}

interface FoundAgency {
  readonly agency: Agency;
  readonly source: Span;
}

/**
 * Null where no line says it. A state stands where it acts, not where news is written («إيران - …»); but some capitals have its name,
 * and an agency after it is a dateline: «الجزائر (أ ف ب)», «تونس - وات».
 */
export function datelineOf(
  text: string,
  { title, paragraphs }: { readonly title: Span | null; readonly paragraphs: readonly Span[] },
): Dateline | null {
  for (let line = 0, start = 0; line < LINES && start < text.length; line++) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next;
    const span: Span = { start, end: Math.min(stop, start + LINE_START) };
    start = stop + 1;
    if (title !== null && overlaps(title, span)) continue;
    const isProse = paragraphs.some((paragraph) => overlaps(paragraph, span));
    const found = atStart(tokenize(text.slice(span.start, span.end)), isProse);
    if (found === null) continue;
    const inText = (part: Span | null) => part && { start: span.start + part.start, end: span.start + part.end };
    return { ...found, span: inText(found.span), source: inText(found.source) };
  }
  return null;
}

function atStart(tokens: readonly Token[], isProse: boolean): Dateline | null {
  const at = tokens.findIndex(({ kind }) => kind !== 'punctuation');
  const first = tokens[at];
  if (first === undefined) return null;
  const found = places.longest(first.norm, tokens, at);
  if (found === null || !['capital', 'city', 'state'].includes(found.value.type)) return opening(tokens, at);
  const place = found.value;
  const span = { start: first.start, end: tokens[found.end - 1]?.end ?? first.end };
  const after = agencyAfter(tokens, found.end);
  if (after === null && !isSetOff(tokens, found.end, place, isProse)) return null;
  return { span, place, agency: after?.agency ?? null, source: after?.source ?? null };
}

/** Whether what stands behind the place, at token `at`, shows a dateline. */
function isSetOff(tokens: readonly Token[], at: number, { type }: Place, isProse: boolean): boolean {
  const next = tokens[at];
  const after = tokens[at + 1];
  if (type === 'state') return next?.norm === '(';
  if (next === undefined || next.kind === 'number') return !isProse;
  // «الخرطوم في 2 مارس 2021 /أ ش أ/».
  if (next.norm === 'في' && after?.kind === 'number') return true;
  // A comma or a colon after a city is a dateline where nothing but an agency follows: «القاهرة: «الشرق الأوسط»».
  if (next.norm === ':' || (next.norm === '،' && isProse)) {
    const rest = tokens.slice(at + 1).filter(({ kind }) => kind === 'word');
    return rest.length > 0 && rest.length <= 4 && !tokens.some(({ norm }) => norm === '.');
  }
  return SIGNS.has(next.norm);
}

/** Tokens between a place and the agency: a date after both calendars. */
const MOST_BETWEEN = 18;
/** Words of who wrote it, between two signs: «أنقرة/ سالم الراوي/ الأناضول». */
const MOST_WRITERS = 4;

/** «بغداد – واع», «عمان 7 كانون الثاني (بترا)-»: the agency behind a place, past the date and who wrote it; set off behind itself. */
function agencyAfter(tokens: readonly Token[], from: number): FoundAgency | null {
  for (let at = from; at < from + MOST_BETWEEN && at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const found = agencyAt(tokens, at);
    const end = found ? tokens[found.end] : undefined;
    if (found?.agency.opens === false && (at > from || SIGNS.has(end?.norm ?? ''))) {
      if (end === undefined || end.kind === 'punctuation') return written(tokens, at, found);
    }
    if (DATE_LINE.has(token.norm)) continue;
    const slash = tokens.findIndex(({ norm }, i) => i > at && norm === '/');
    if (tokens[at - 1]?.norm !== '/' || slash < 0 || slash > at + MOST_WRITERS) return null;
    at = slash - 1;
  }
  return null;
}

/** «وطنية - الأربعاء 13 آب 2025 - جال …», «وطنية - صيدا - افتتح …»: the agency before the report, and a place behind it. */
function opening(tokens: readonly Token[], at: number): Dateline | null {
  const found = agencyAt(tokens, at);
  if (!found || !/^[-–—]$/.test(tokens[found.end]?.norm ?? '')) return null;
  const behind = found.end + 1;
  const place = places.longest(tokens[behind]?.norm ?? '', tokens, behind);
  const span = place && { start: tokens[behind]?.start ?? 0, end: tokens[place.end - 1]?.end ?? 0 };
  const isPlace = place !== null && /^[-–—،,:]$/.test(tokens[place.end]?.norm ?? '');
  return { span: isPlace ? span : null, place: isPlace ? place.value : null, ...written(tokens, at, found) };
}

const written = (
  tokens: readonly Token[],
  from: number,
  { agency, end }: { agency: Agency; end: number },
): FoundAgency => ({
  agency,
  source: { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 },
});

/** The state by whose offices a report means its own, without saying so: an agency's that reports from there; null of any other report. */
export function homeOf(dateline: Dateline | null): string | null {
  const country = dateline?.agency?.country ?? null;
  return dateline?.place === null || dateline?.place.country === country ? country : null;
}
