/** Offsets (UTF-16 code units of an article's text) to positions of the protocol and back. */

import type { Article } from '../corpus/snapshot.ts';
import type { OutlineNode } from '../features/outline.ts';
import type { EntityKind } from '../recognize/facts.ts';
import type { Span } from '../text/span.ts';
import { type Position, type Range, SymbolKind } from './protocol.ts';

/** `length` is that of the text, and given where the text costs something to ask for. */
type Lines = Pick<Article, 'text' | 'lineStarts'> & Partial<Pick<Article, 'length'>>;

/** The position of an offset; offsets outside the text are brought to its ends. */
export function positionAt(lines: Lines, offset: number): Position {
  const { lineStarts } = lines;
  const within = Math.max(0, Math.min(offset, lines.length ?? lines.text.length));
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= within) low = middle + 1;
    else high = middle;
  }
  const line = Math.max(0, low - 1);
  return { line, character: within - (lineStarts[line] ?? 0) };
}

/** The offset of a position; as the protocol says, a character behind the end of the line means its end. */
export function offsetAt({ text, lineStarts }: Lines, { line, character }: Position): number {
  const start = lineStarts[line];
  if (start === undefined) return line < 0 ? 0 : text.length;
  const next = lineStarts[line + 1] ?? text.length + 1;
  let end = Math.min(next - 1, text.length);
  // The line break itself is no part of the line; «\r\n» is two code units.
  if (end > start && text[end] === '\n' && text[end - 1] === '\r') end--;
  return Math.max(start, Math.min(start + character, end));
}

export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** The parts of a span line by line, line breaks left out: what semantic tokens need, which may not cross lines. */
export function linesOf(lines: Lines, span: Span): Span[] {
  const first = positionAt(lines, span.start).line;
  const last = positionAt(lines, Math.max(span.start, span.end - 1)).line;
  if (first === last) return [span];
  const parts: Span[] = [];
  for (let line = first; line <= last; line++) {
    const start = Math.max(span.start, lines.lineStarts[line] ?? 0);
    const end = Math.min(span.end, offsetAt(lines, { line, character: Number.MAX_SAFE_INTEGER }));
    if (start < end) parts.push({ start, end });
  }
  return parts;
}

const ENTITY_SYMBOLS: Readonly<Record<EntityKind, SymbolKind>> = {
  person: SymbolKind.Class,
  office: SymbolKind.Interface,
  organization: SymbolKind.Module,
  place: SymbolKind.Namespace,
  agreement: SymbolKind.Event,
};

/** Of labels in which editors draw icons: VS Code reads `$(name)` so in symbols, hierarchies and completions. */
export const withoutIcons = (label: string): string => label.replace(/\$(?=\()/g, '$ ');

/** The protocol has no symbols for people and places: these are told apart by icon, and alike everywhere. */
export function symbolKind(kind: OutlineNode['kind']): SymbolKind {
  switch (kind) {
    case 'title':
      return SymbolKind.File;
    case 'date':
      return SymbolKind.Constant;
    case 'paragraph':
      return SymbolKind.String;
    case 'group':
      return SymbolKind.Array;
    default:
      return ENTITY_SYMBOLS[kind];
  }
}
