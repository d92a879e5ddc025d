/** An article's text and what the server says of it, made into a page: blocks with their marks, of a length that can be set. */
import type { Reading } from '../../../server/src/lsp/requests.ts';
import { type Direction, directionOf } from '../direction.ts';
import type { Block, Page } from './messages.ts';

/** A browser sets a paragraph as a whole, in time that grows faster than its length; a newspaper's have some hundreds of letters. */
const LONGEST_BLOCK = 12_000;
/** A piece ends between words where there is a space among so many of its last letters. */
const LONGEST_WORD = 200;

type Part = Pick<Reading['parts'][number], 'kind' | 'start' | 'end'>;

/**
 * The page of `text`, which must be the text that `reading` speaks of; with null the lines as they are. `version` is that of the
 * document. Linear time.
 */
export function pageOf(text: string, version: number, reading: Reading | null): Page {
  const parts = reading?.parts ?? linesOf(text);
  const direction = reading?.direction ?? (firstStrong(text) === 'ltr' ? 'ltr' : 'rtl');
  const marks = reading?.marks ?? [];
  const blocks: Block[] = [];
  let next = 0;
  for (const part of parts) {
    const own = directionOf(text.slice(part.start, part.end));
    let start = part.start;
    while (start < part.end) {
      while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      const end = blockEnd(text, start, part.end, marks, next);
      const within = [];
      for (let at = next; at < marks.length; at++) {
        const mark = marks[at];
        if (mark === undefined || mark.start >= end) break;
        if (mark.start < start || mark.end > end) continue;
        within.push({ ...mark, start: mark.start - start, end: mark.end - start });
      }
      blocks.push({
        kind: part.kind === 'title' || part.kind === 'paragraph' ? part.kind : 'aside',
        start,
        text: shown(text.slice(start, end)),
        direction: own === 'neutral' ? direction : own,
        continued: start > part.start,
        marks: within,
      });
      start = end;
    }
  }
  return {
    version,
    direction,
    title: reading?.title ?? '',
    date: reading?.date ?? null,
    source: reading?.source ?? null,
    place: reading?.place ?? null,
    blocks,
    entities: reading?.entities ?? [],
    recognized: reading !== null,
    pending: false,
  };
}

/** Where a block that begins at `start` ends: with its part, or between words, and never inside a mark. */
function blockEnd(text: string, start: number, partEnd: number, marks: Reading['marks'], next: number): number {
  if (partEnd - start <= LONGEST_BLOCK) return partEnd;
  const limit = start + LONGEST_BLOCK;
  const space = text.lastIndexOf(' ', limit);
  let end = space > limit - LONGEST_WORD ? space + 1 : limit;
  // Not between the halves of a surrogate pair.
  if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end++;
  for (let at = next; at < marks.length; at++) {
    const mark = marks[at];
    if (mark === undefined || mark.start >= end) break;
    if (mark.end > end) end = mark.start > start ? mark.start : mark.end;
  }
  return Math.min(end, partEnd);
}

function linesOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n\r]+/g)) {
    if (line.trim() === '') continue;
    const start = index + (line.length - line.trimStart().length);
    parts.push({ kind: 'paragraph', start, end: start + line.trim().length });
  }
  return parts;
}

/** Of the first line that has a direction. */
function firstStrong(text: string): Direction {
  for (const { 0: line } of text.matchAll(/[^\n\r]+/g)) {
    const direction = directionOf(line);
    if (direction !== 'neutral') return direction;
  }
  return 'neutral';
}

// The C0 and C1 controls but for the tab, and the two overrides, which make a text read otherwise than it is written. Embeddings,
// isolates and direction marks stay: articles use them rightly, and a block keeps what they do within itself.
const UNSHOWABLE = /(?!\t)[\p{Cc}\u202D\u202E]/gu;
const CONTROL_PICTURES = 0x2400;

/** The same length, with a sign in place of each control character. */
function shown(text: string): string {
  return text.replace(UNSHOWABLE, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}
