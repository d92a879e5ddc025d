/** Text that comes from articles, their files' names and `fihris.yaml`, before it stands where an editor or a document reads more than text. */

const OPENS_ISOLATE = /[\u2066-\u2068]/;
const POP_ISOLATE = '\u2069';

// Format characters but for the two joiners, the three direction marks, and isolates, which are looked at as a whole: what cannot be seen
// would go along into whatever a quotation is pasted into.
const FORMAT = /[\p{Cc}\p{Cf}]/gu;
const KEPT_FORMAT = /[\u061C\u200C-\u200F\u2066-\u2069]/;
/** As in server/src/text/displayable.ts. */
const TOWERS = /(\p{M}{8})\p{M}+/gu;

/**
 * Without control characters, halves of surrogate pairs, overrides and embeddings and what else cannot be seen; isolates only where each
 * is closed. A line break is a space.
 */
export function plain(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ')
    .replace(FORMAT, (sign) => (KEPT_FORMAT.test(sign) ? sign : ''))
    .replace(TOWERS, '$1');
  return areClosed(line) ? line : line.replace(/[\u2066-\u2069]/g, '');
}

function areClosed(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[\u2066-\u2069]/g)) {
    if (OPENS_ISOLATE.test(sign)) depth++;
    else if (sign === POP_ISOLATE && --depth < 0) return false;
  }
  return depth === 0;
}

/**
 * For messages, lists to pick from and rows: the editor draws `$(name)` as an icon, and in a message `[words](command:…)` is a link that
 * runs a command.
 */
export function withoutMarkup(text: string): string {
  return text.replace(/\$(?=\()/g, '$ ').replace(/\](?=\()/g, '] ');
}

/** One line as Markdown, GitHub's too, that shows it and nothing else. */
export function markdownText(text: string): string {
  return plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]~|<>&$@#]/g, (mark) => `\\${mark}`)
    .replace(/^(\s*)([+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/(?<=[a-z]):(?=\/)/gi, '\\:')
    .replace(/(?<=www)\./gi, '\\.');
}
