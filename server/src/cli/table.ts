/** Tables of Arabic and Latin text. */
import Table from 'cli-table3';
import { displayable, shortened } from '../features/pieces.ts';

/** A cell never shrinks below this many columns of the terminal. */
const LEAST_WIDTH = 12;

/** Spaces between two cells. */
const GAP = 2;

/**
 * A table without a frame, a line per row. In a terminal (`width` columns) each cell is a bidi isolate, so that Arabic cells keep
 * their places in the row, and the longest column is shortened until the row fits; elsewhere (`width` null) all text stands as it is.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], width: number | null): string {
  const cells = [head, ...rows].map((row) => row.map(displayable));
  const fitted = width === null ? cells : fit(cells, width);
  const [shownHead = [], ...shown] = width === null ? fitted : fitted.map((row) => row.map(isolated));
  const drawn = new Table({
    head: shownHead,
    style: { head: width === null ? [] : ['bold'], border: [], 'padding-left': 0, 'padding-right': GAP },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
  drawn.push(...shown);
  return drawn
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** First-strong isolate and its end: each cell finds its own direction. */
const isolated = (cell: string): string => `\u2068${cell}\u2069`;

function fit(rows: readonly string[][], width: number): string[][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const most = [...widths];
  const room = width - widths.length * GAP;
  const total = () => most.reduce((sum, one) => sum + one, 0);
  for (;;) {
    const widest = most.indexOf(Math.max(...most));
    const over = total() - room;
    if (over <= 0 || (most[widest] ?? 0) <= LEAST_WIDTH) break;
    const next = Math.max(...most.filter((_, column) => column !== widest), LEAST_WIDTH);
    const now = most[widest] ?? 0;
    most[widest] = Math.max(LEAST_WIDTH, now - over, Math.min(next, now - 1));
  }
  return rows.map((row) =>
    row.map((cell, column) =>
      shortened(cell, Math.max(1, (most[column] ?? 0) - (cell.length > (most[column] ?? 0) ? 1 : 0))),
    ),
  );
}
