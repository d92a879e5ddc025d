/**
 * Cards as Markdown. Every character of a card is escaped here, ours and the articles' alike, so nothing that an article says can
 * become markup, a link or a command.
 *
 * Rich cards are for VS Code, whose hovers lose `dir` but keep `align`: an Arabic card is right-aligned by a division, and every line
 * stands between a right-to-left isolate and its end. Plain cards are for any client that renders Markdown.
 */
import type { CardFace, CardSection, Row } from './cards/model.ts';
import type { Piece, Quote } from './pieces.ts';
import type { Target } from './target.ts';

export interface MarkdownOptions {
  readonly rich: boolean;
  /** The address of a place in the corpus: a command link or a file's URI. */
  readonly href: (target: Target) => string;
}

const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A line break inside a paragraph; clients that show Markdown as it is show nothing of it. */
const LINE_BREAK = '  \n';

export function renderMarkdown(card: CardFace, options: MarkdownOptions): string {
  const rightToLeft = options.rich && card.language === 'ar';
  const line = (text: string) => (rightToLeft ? `${RIGHT_TO_LEFT_ISOLATE}${text}${POP_ISOLATE}` : text);
  const renderPieces = (pieces: readonly Piece[]) => pieces.map((piece) => renderPiece(piece, options)).join('');
  const renderRow = ({ pieces, quote }: Row, bullet: boolean) => {
    const first = line(`${bullet ? '• ' : ''}${renderPieces(pieces)}`);
    return quote === undefined ? first : `${first}${LINE_BREAK}${line(renderQuote(quote, options))}`;
  };
  const renderSection = ({ heading, rows, more }: CardSection) => {
    const lines = rows.map((row) => renderRow(row, heading !== null));
    if (more !== undefined) lines.push(line(escapeMarkdown(more)));
    // Rows with a sentence below them stand apart; short ones are lines of one paragraph.
    const body = lines.join(rows.some(({ quote }) => quote !== undefined) ? '\n\n' : LINE_BREAK);
    return heading === null ? body : `${line(`**${renderPieces(heading)}**`)}\n\n${body}`;
  };
  const blocks = [
    `### ${line(renderPiece(card.title, options))}`,
    ...(card.subtitle.length > 0 ? [line(renderPieces(card.subtitle))] : []),
    ...card.sections.map(renderSection),
  ];
  const markdown = blocks.join('\n\n');
  return rightToLeft ? `<div align="right">\n\n${markdown}\n\n</div>` : markdown;
}

function renderPiece(piece: Piece, { rich, href }: MarkdownOptions): string {
  const { text, space } = splitSpace(piece.text);
  if (text === '') return space.before;
  let words = escapeMarkdown(text);
  if (rich && piece.quoted === true) words = `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}`;
  if (piece.weight !== undefined && canCarryWeight(text)) {
    const mark = piece.weight === 'strong' ? '**' : '*';
    words = `${mark}${words}${mark}`;
  }
  if (piece.target !== undefined) words = `[${words}](${linkDestination(href(piece.target))})`;
  return `${space.before}${words}${space.after}`;
}

/** One isolate around the whole quotation: inside a word («وب» + «إيران») one would part the letters. */
function renderQuote({ before, words, after }: Quote, { rich }: MarkdownOptions): string {
  const strong = canCarryWeight(words) ? `**${escapeMarkdown(words)}**` : escapeMarkdown(words);
  const quotation = `«${escapeMarkdown(before)}${strong}${escapeMarkdown(after)}»`;
  return rich ? `${FIRST_STRONG_ISOLATE}${quotation}${POP_ISOLATE}` : quotation;
}

/** Emphasis marks are only read as such where they stand against a letter or a digit (CommonMark, delimiter runs). */
function canCarryWeight(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text) && /[\p{L}\p{N}\p{M}]$/u.test(text);
}

function splitSpace(text: string): { text: string; space: { before: string; after: string } } {
  const trimmed = text.trim();
  if (trimmed === '') return { text: '', space: { before: text, after: '' } };
  const start = text.indexOf(trimmed);
  return { text: trimmed, space: { before: text.slice(0, start), after: text.slice(start + trimmed.length) } };
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Nothing but Arabic: neither a sign of markup nor a Latin letter or digit that a sign of it could stand beside. */
const NO_MARKUP = /^[\u0621-\u06D5 «».]*$/;

/**
 * Escapes what Markdown (GitHub's included: bare addresses, tables, strikethrough) or HTML reads as markup, and leaves alone what is
 * ordinary punctuation, because not every client hides the backslashes. A text is taken to stand on one line, maybe at its start.
 */
export function escapeMarkdown(text: string): string {
  if (NO_MARKUP.test(text)) return text;
  return (
    text
      .replace(/[\\`*_[\]~|$@]/g, (mark) => `\\${mark}`)
      .replace(/[<>&]/g, (mark) => ENTITIES[mark] ?? mark)
      // Lists, headings and underlined headings at the start of a line.
      .replace(/^(\s*)([#+=-])/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
      // What makes an address of bare words: «www.», «http://».
      .replace(/(?<=[a-z\d])\.(?=[a-z\d])|(?<=www)\./gi, '\\.')
      .replace(/(?<=[a-z]):(?=\/|$)/gi, '\\:')
  );
}

/** Parentheses and spaces end a link's destination. */
function linkDestination(href: string): string {
  return href.replace(/[()<>\s\\]/g, (mark) => encodeURIComponent(mark).replace(/[()]/g, percent));
}

const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
