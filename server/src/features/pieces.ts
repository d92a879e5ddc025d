/** Rows of a card: runs of words, some of which come out of articles, carry weight or lead somewhere. */
import { displayable, oneLine } from '../text/displayable.ts';
import type { Span } from '../text/span.ts';
import type { Target } from './target.ts';

export { displayable };

export interface Piece {
  /** One line, free of control characters. */
  readonly text: string;
  /** Comes out of an article, so its direction and its characters are not ours: renderers isolate it. */
  readonly quoted?: boolean;
  readonly weight?: 'strong' | 'emphasis';
  /** Where a click on it leads. */
  readonly target?: Target;
}

/** What may be put into a row's template: a piece, several, or plain words. */
export type Slot = Piece | readonly Piece[] | string | number;

/** A row as a template: say`signed on ${date} by ${person}`. */
export function say(words: TemplateStringsArray, ...slots: readonly Slot[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece) => {
    if (piece.text !== '') pieces.push(piece);
  };
  words.forEach((text, index) => {
    add({ text });
    const slot = slots[index];
    if (typeof slot === 'string' || typeof slot === 'number') add({ text: String(slot) });
    else if (slot !== undefined) for (const piece of 'text' in slot ? [slot] : slot) add(piece);
  });
  return pieces;
}

/** Words out of an article or made of such words, fit to be shown. */
export function quoted(text: string, more: Omit<Piece, 'text' | 'quoted'> = {}): Piece {
  return { text: displayable(text), quoted: true, ...more };
}

/** Pieces with a separator between them. */
export function joined(rows: readonly (readonly Piece[])[], separator: string): Piece[] {
  return rows.flatMap((row, index) => (index === 0 ? [...row] : [{ text: separator }, ...row]));
}

/** Words of an article with what stands around them, on one line. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Code units of the sentence that a quotation shows before and after the words it is about. */
const QUOTED_BEFORE = 90;
const QUOTED_AFTER = 130;

/** The words at `span` of `text` within `around` (the sentence), shortened on both sides where the sentence is long. */
export function quote(text: string, span: Span, around: Span): Quote {
  // Cut before cleaning: a sentence may be as long as a file.
  const from = Math.max(around.start, span.start - 2 * QUOTED_BEFORE);
  const to = Math.min(around.end, span.end + 2 * QUOTED_AFTER);
  const before = oneLine(text.slice(from, span.start)).trimStart();
  const after = oneLine(text.slice(span.end, to)).trimEnd();
  return {
    before: from > around.start || before.length > QUOTED_BEFORE ? `…${lastWords(before, QUOTED_BEFORE)}` : before,
    words: shortened(oneLine(text.slice(span.start, Math.min(span.end, span.start + 2 * QUOTED_AFTER))), QUOTED_AFTER),
    after: to < around.end || after.length > QUOTED_AFTER ? `${firstWords(after, QUOTED_AFTER)}…` : after,
  };
}

/** At most `limit` code units, cut between words where that is possible, with an ellipsis. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${firstWords(text, limit)}…`;
}

function firstWords(text: string, limit: number): string {
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return whole(space > limit / 2 ? cut.slice(0, space) : cut);
}

function lastWords(text: string, limit: number): string {
  const cut = text.slice(-limit);
  const space = cut.indexOf(' ');
  return whole(space >= 0 && space < limit / 2 ? cut.slice(space + 1) : cut);
}

/** Without the half of a surrogate pair that a cut may leave. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '');
