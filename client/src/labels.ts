/** Text for places that know no direction: tree rows, the status bar, quick picks. */
import { plain, withoutMarkup } from './plain-text.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A piece that keeps its own direction and leaves that of what is around it alone, and that is text wherever it stands: in a row, a list
 * to pick from, a message.
 */
export function isolate(text: string): string {
  return FIRST_STRONG_ISOLATE + withoutMarkup(plain(text)) + POP_ISOLATE;
}

/** Words of our own that stand by themselves, such as a message: they begin where their language does, wherever they are shown. */
export const paragraph = (text: string): string => FIRST_STRONG_ISOLATE + text + POP_ISOLATE;

/** Names of the articles in a row, «العراق وإيران»: in Arabic, whatever the language around them is. */
export function list(names: readonly string[]): string {
  return ARABIC_LIST.format(names);
}

const ARABIC_LIST = new Intl.ListFormat('ar');

/**
 * At most `length` UTF-16 code units, cut between words, with an ellipsis. A tree row cuts what is too long at its right end, which
 * is where an Arabic text begins; so it is cut before.
 */
export function shorten(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= length) return plain;
  const space = plain.lastIndexOf(' ', length - 1);
  return ended(plain.slice(0, space > 0 ? space : length - 1));
}

/** With an ellipsis, and no other sign before it. */
function ended(text: string): string {
  let end = text.length;
  while (/[\s.,:;،؛…-]/.test(text.charAt(end - 1))) end--;
  return `${text.slice(0, end)}…`;
}

/** A piece of `sentence` around `part`, and where `part` stands in it (null: it is not in there), in UTF-16 code units. */
export function excerpt(
  sentence: string,
  part: string,
  length: number,
): { readonly text: string; readonly part: { readonly start: number; readonly end: number } | null } {
  const line = sentence.trim().replace(/\s/g, ' ');
  const at = line.indexOf(part.replace(/\s/g, ' '));
  if (at < 0) return { text: shorten(line, length), part: null };
  // More of what comes after than of what came before (the verb and the rest of the name follow), unless the sentence ends first.
  const before = Math.max(0, Math.floor((length - part.length) / 3), length - (line.length - at) - 1);
  let start = 0;
  if (at > before) {
    const space = line.indexOf(' ', at - before);
    start = space >= 0 && space < at ? space + 1 : at;
  }
  const lead = start > 0 ? '…' : '';
  const room = Math.max(length - lead.length, at - start + part.length);
  const rest = line.slice(start);
  const end = rest.length <= room ? rest.length : Math.max(rest.lastIndexOf(' ', room - 1), at - start + part.length);
  const text = lead + (end < rest.length ? ended(rest.slice(0, end)) : rest);
  const from = lead.length + at - start;
  return { text, part: { start: from, end: from + part.length } };
}

/**
 * A date of the articles (ISO 8601, as much as is known of it; `XXXX` for an unknown year) as it is written in `locale`: in the
 * Gregorian calendar, in Latin digits.
 */
export function dateLabel(date: string, locale: string): string {
  const match = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const known: Intl.DateTimeFormatOptions = {
    ...(year !== 'XXXX' && { year: 'numeric' }),
    ...(month && { month: 'short' }),
    ...(day && { day: 'numeric' }),
  };
  // A leap year stands in for an unknown one, so that the 29th of February is a day.
  const moment = Date.UTC(year === 'XXXX' ? 2000 : Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(locale, {
    ...known,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(moment);
}
