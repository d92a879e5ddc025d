/** The shape of an article in the editor: what Expand Selection selects and what can be folded. */

import { foldings } from '../features/folding.ts';
import { selections } from '../features/selection.ts';
import type { Asked } from './answers.ts';
import { offsetAt, positionAt, rangeOf } from './convert.ts';
import { positionIn } from './guard.ts';
import { type Connection, type FoldingRange, FoldingRangeKind, type SelectionRange } from './protocol.ts';
import type { Questions } from './questions.ts';

export const STRUCTURE_CAPABILITIES = { selectionRangeProvider: true, foldingRangeProvider: true };

/** Carets of one request; an editor may have very many. */
const MOST_POSITIONS = 200;

export function listenForStructure(connection: Connection, questions: Questions): void {
  connection.onSelectionRanges(
    questions.about('textDocument/selectionRange', (asked, params) => {
      const { positions } = params as { positions?: unknown };
      return Array.isArray(positions)
        ? positions.slice(0, MOST_POSITIONS).map((position: unknown) => selectionRange(asked, position))
        : [];
    }),
  );
  connection.onFoldingRanges(questions.about('textDocument/foldingRange', foldingRanges));
}

function selectionRange({ snapshot, article }: Asked, position: unknown): SelectionRange {
  const offset = offsetAt(article, positionIn({ position }));
  let range: SelectionRange | undefined;
  for (const span of selections(snapshot, article.path, offset).reverse())
    range = { range: rangeOf(article, span), ...(range !== undefined && { parent: range }) };
  return range ?? { range: rangeOf(article, { start: offset, end: offset }) };
}

/** Whole lines; a single one has nothing to hide. */
function foldingRanges({ snapshot, article }: Asked): FoldingRange[] {
  return foldings(snapshot, article.path)
    .map(({ start, end }) => ({
      startLine: positionAt(article, start).line,
      endLine: positionAt(article, end).line,
      kind: FoldingRangeKind.Region,
    }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
