/** A concordance as a table for a spreadsheet. */
import type { Concordance } from '../../../server/src/lsp/requests.ts';
import { plain } from '../plain-text.ts';
import type { Line } from './order.ts';

/**
 * CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV Injection): what is in it comes out of articles. `pathOf` gives the path of an article's URI.
 */
export function concordanceCsv(
  { articles }: Concordance,
  lines: readonly Line[],
  heads: readonly string[],
  pathOf: (uri: string) => string,
): string {
  const rows = lines.map(({ article, before, words, after, range }) => {
    const { uri = '', title = '', date = null, source = null } = articles[article] ?? {};
    return [date ?? '', before, words, after, title, source ?? '', plain(pathOf(uri)), String(range.start.line + 1)];
  });
  return `\uFEFF${[heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  // Also after space, quotes and what separates cells elsewhere: readers split and trim in ways of their own. Of full width, too: Chinese
  // and Japanese spreadsheets read it so.
  const harmless = /^[\s"';,]*[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
