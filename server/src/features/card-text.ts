/** Cards as plain text: for the command line and for clients that render no Markdown. */
import type { CardFace, Row } from './cards/model.ts';
import type { Piece } from './pieces.ts';
import type { Target } from './target.ts';

export interface TextOptions {
  /** How a place in the corpus is written, `path:line`; shown after rows that lead somewhere. None where left out. */
  readonly locate?: (target: Target) => string;
}

/** Lines without a trailing line break. */
export function renderText(card: CardFace, options: TextOptions = {}): string {
  const head = [card.title.text, ...(card.subtitle.length > 0 ? [words(card.subtitle)] : [])];
  const sections = card.sections.map(({ heading, rows, more }) => {
    const indent = heading === null ? '' : '  ';
    return [
      ...(heading === null ? [] : [words(heading)]),
      ...rows.flatMap((row) => rowLines(row, options).map((line) => indent + line)),
      ...(more === undefined ? [] : [indent + more]),
    ];
  });
  return [head, ...sections].map((lines) => lines.join('\n')).join('\n\n');
}

function rowLines({ pieces, quote }: Row, { locate }: TextOptions): string[] {
  const target = pieces.find((piece) => piece.target !== undefined)?.target;
  const place = target === undefined || locate === undefined ? '' : `  (${locate(target)})`;
  const quotation = quote === undefined ? [] : [`  «${quote.before}${quote.words}${quote.after}»`];
  return [`${words(pieces)}${place}`, ...quotation];
}

const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
