/** Where a report was filed from, as its date line or its dateline says: «بغداد / واع», «بيروت (رويترز) - وقع …», «طهران 5 مايو». */
import type { Article } from '../corpus/snapshot.ts';
import { places } from '../lexicon/geography.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { displayable } from './pieces.ts';

/** It stands among the first lines, and within the first words of one. */
const LINES = 10;
const LINE_START = 120;

/** What sets it off from the agency, the date or the report. */
const SIGNS = new Set(['-', '–', '—', '\u0640', '/', '|', '(', '،']);

/**
 * Null where no line says it. A state stands where it acts, not where news is written («إيران - …»); but some capitals have its name,
 * and an agency in brackets after it is a dateline: «الجزائر (أ ف ب)».
 */
export function filedFrom({ text, facts, lineStarts }: Article): string | null {
  const { title, paragraphs } = facts;
  for (let line = 0; line < Math.min(LINES, lineStarts.length); line++) {
    const start = lineStarts[line] ?? 0;
    const end = Math.min(lineStarts[line + 1] ?? text.length, start + LINE_START);
    const span: Span = { start, end };
    if (title !== null && overlaps(title, span)) continue;
    const isProse = paragraphs.some((paragraph) => overlaps(paragraph, span));
    const found = placeAtStart(tokenize(text.slice(start, end)), isProse);
    if (found !== null) return displayable(text.slice(start + found.start, start + found.end));
  }
  return null;
}

function placeAtStart(tokens: readonly Token[], isProse: boolean): Span | null {
  const at = tokens.findIndex(({ kind }) => kind !== 'punctuation');
  const first = tokens[at];
  const found = first === undefined ? null : places.longest(first.norm, tokens, at);
  if (first === undefined || found === null) return null;
  if (!['capital', 'city', 'state'].includes(found.value.type)) return null;
  const span = { start: first.start, end: tokens[found.end - 1]?.end ?? first.end };
  const next = tokens[found.end];
  const after = tokens[found.end + 1];
  if (found.value.type === 'state') return next?.norm === '(' ? span : null;
  if (next === undefined) return isProse ? null : span;
  if (next.kind === 'number') return isProse ? null : span;
  // «الخرطوم في 2 مارس 2021 /أ ش أ/».
  if (next.norm === 'في' && after?.kind === 'number') return span;
  // A comma or a colon after a city is a dateline where nothing but an agency follows: «القاهرة: «الشرق الأوسط»».
  if (next.norm === ':' || (next.norm === '،' && isProse)) {
    const rest = tokens.slice(found.end + 1).filter(({ kind }) => kind === 'word');
    return rest.length > 0 && rest.length <= 4 && !tokens.some(({ norm }) => norm === '.') ? span : null;
  }
  return SIGNS.has(next.norm) ? span : null;
}
