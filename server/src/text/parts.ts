/**
 * The parts of a news article: title, date line, source, site furniture, paragraphs. A line is one part; nothing here reads inside a
 * sentence. What is not clearly something else is a paragraph: a body paragraph must never be lost.
 */
import { isAgency } from './agencies.ts';
import words from './article-words.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import type { DateFact, IsoDate } from './dates.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

export interface ArticleParts {
  /** Of most lines, by their first strong character; `ltr` where there is none. */
  readonly direction: 'rtl' | 'ltr';
  /** The headline; a second copy of it is neither furniture nor a paragraph. */
  readonly title: (Span & { readonly text: string }) | null;
  /** The date that the article gives for itself: the span is the date expression, not the line. */
  readonly date: (Span & { readonly value: IsoDate }) | null;
  /** Who is named as source: «الأناضول», «الجزيرة + وكالات». */
  readonly source: (Span & { readonly text: string }) | null;
  /** Whole lines of site furniture, kickers («شاهد بالفيديو..») and tag lists included. */
  readonly furniture: readonly Span[];
  /** Body paragraphs, subheadings and picture captions, in order; title, date line, source line and furniture left out. */
  readonly paragraphs: readonly Span[];
}

const FURNITURE = new Set(words.furniture);
const FURNITURE_PREFIXES = words.furniturePrefixes.map((prefix) => `${prefix} `);
const KICKERS = new Set(words.kickers);
/** Words that stand in date lines and datelines beside the date: weekdays, months, «الموافق». */
export const DATE_LINE: ReadonlySet<string> = new Set([
  ...words.dateLine,
  ...Object.keys(calendar.weekdays),
  ...monthWords(),
]);
const SOURCE_HEADS = words.sourceHeads;

function monthWords(): string[] {
  return [...Object.keys(calendar.gregorian), ...Object.keys(calendar.hijri)].flatMap((name) => name.split(' '));
}

/** A headline has at most so many words: twice the 12 of a long one in Arabic papers. */
const LONGEST_TITLE = 25;
/** A line that only points elsewhere («اقرأ أيضاً: …») is no longer than a headline with its label. */
const LONGEST_POINTER = LONGEST_TITLE + 5;
/** Menu words after the end of an article. */
const LONGEST_MENU_ITEM = 3;
/** Date lines stand among the first lines, or the last few. */
const HEAD_LINES = 8;
const TAIL_LINES = 3;
/** «أبو ظبي», «الدار البيضاء» before the date. */
const LONGEST_PLACE = 2;
/** How many tokens the bracket or dateline before the first sentence may have. */
const LONGEST_DATELINE = 16;

interface Line extends Span {
  /** Tokens `first` up to `next`. */
  readonly first: number;
  readonly next: number;
  readonly wordCount: number;
  /** Words and numbers, folded, joined by a space; only of lines short enough to be something else than a paragraph, else ''. */
  readonly key: string;
  readonly stopped: boolean;
}

type Role = 'paragraph' | 'title' | 'repeated title' | 'date' | 'source' | 'furniture';

/** The parts of `text`. `tokens` are those of the text, `dates` its absolute dates (`findDates` with reference null). Linear time. */
export function articleParts(text: string, tokens: readonly Token[], dates: readonly DateFact[]): ArticleParts {
  const lines = linesOf(text, tokens);
  const roles: Role[] = lines.map((line, i) => (isFurniture(line, tokens, i, lines) ? 'furniture' : 'paragraph'));
  const date = dateOf(tokens, dates, lines, roles);
  const ownLine = lineSource(text, tokens, lines, roles);
  const title = titleOf(text, tokens, lines, roles);
  const source = ownLine ?? dateline(text, tokens, lines, roles) ?? credit(text, tokens, lines, roles);
  trailingMenu(lines, roles, tokens);
  const withRole = (role: Role) => lines.filter((_, i) => roles[i] === role).map(({ start, end }) => ({ start, end }));
  return {
    direction: directionOf(text, lines),
    title,
    date,
    source,
    furniture: withRole('furniture'),
    paragraphs: withRole('paragraph'),
  };
}

const LINE = /[^\n\r\u2028\u2029]+/g;
const EDGE = /[\s\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;

/** Lines that hold at least one token, without the space around them. */
function linesOf(text: string, tokens: readonly Token[]): Line[] {
  const lines: Line[] = [];
  let first = 0;
  for (const match of text.matchAll(LINE)) {
    let start = match.index;
    let end = start + match[0].length;
    while (start < end && EDGE.test(text[start] ?? '')) start++;
    while (end > start && EDGE.test(text[end - 1] ?? '')) end--;
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= start) first++;
    let next = first;
    let wordCount = 0;
    const key: string[] = [];
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next]) {
      if (token.kind === 'punctuation') continue;
      wordCount++;
      if (wordCount <= LONGEST_POINTER) key.push(token.norm);
    }
    if (next === first) continue;
    lines.push({
      start,
      end,
      first,
      next,
      wordCount,
      key: wordCount <= LONGEST_POINTER ? key.join(' ') : '',
      stopped: isStopped(tokens, first, next),
    });
    first = next;
  }
  return lines;
}

/** Whether a line ends like a sentence, a closing quote or bracket after the stop included; two dots leave it open. */
function isStopped(tokens: readonly Token[], first: number, next: number): boolean {
  let last = next - 1;
  while (last > first && /^["”»’)\]]$/.test(tokens[last]?.norm ?? '')) last--;
  const norm = tokens[last]?.norm ?? '';
  return norm === '۔' || (norm === '.' && tokens[last - 1]?.norm !== '.');
}

function isFurniture(line: Line, tokens: readonly Token[], index: number, lines: readonly Line[]): boolean {
  if (line.wordCount === 0) return true;
  if (line.key === '') return false;
  if (FURNITURE.has(line.key)) return true;
  if (FURNITURE_PREFIXES.some((prefix) => line.key.startsWith(prefix)) && !line.stopped) return true;
  if (isTagList(line, tokens)) return true;
  const following = lines[index + 1];
  // One word above the headline is the section: «سياسة».
  const kicker = KICKERS.has(line.key) || line.wordCount === 1 || (line.wordCount <= 3 && endsOpen(line, tokens));
  if (index === 0 && kicker && following !== undefined && following.wordCount > line.wordCount) return true;
  return isSection(line, tokens);
}

/** «..», «…», «:», «|» at the end: a label for what follows. */
function endsOpen(line: Line, tokens: readonly Token[]): boolean {
  const last = tokens[line.next - 1]?.norm ?? '';
  return last === '…' || last === ':' || last === '|' || (last === '.' && tokens[line.next - 2]?.norm === '.');
}

/** «#العراق #إيران», «العراق | إيران | أمن». */
function isTagList(line: Line, tokens: readonly Token[]): boolean {
  let hashes = 0;
  let bars = 0;
  for (let i = line.first; i < line.next; i++) {
    if (tokens[i]?.norm === '#') hashes++;
    if (tokens[i]?.norm === '|') bars++;
  }
  if (hashes > 0 && tokens[line.first]?.norm === '#') return line.wordCount <= hashes * 4;
  return bars >= 2 && line.wordCount <= (bars + 1) * 3;
}

/** «العالم - العراق»: an outlet's section, one or two words on each side of one dash. */
function isSection(line: Line, tokens: readonly Token[]): boolean {
  if (line.wordCount > 4 || line.stopped) return false;
  let dash = -1;
  for (let i = line.first; i < line.next; i++) {
    const token = tokens[i];
    if (token?.kind === 'word') continue;
    if (dash >= 0 || !token || !/^[-–—|/›>ـ]$/.test(token.norm)) return false;
    dash = i - line.first;
  }
  const behind = line.next - line.first - dash - 1;
  return dash >= 1 && dash <= 2 && behind >= 1 && behind <= 2;
}

function isFullDate({ value }: DateFact): boolean {
  return value.length === 10 && !value.startsWith('X');
}

/** The date line, else a date in the bracket or dateline that opens the first paragraph. Gives date lines their role. */
function dateOf(
  tokens: readonly Token[],
  dates: readonly DateFact[],
  lines: readonly Line[],
  roles: Role[],
): ArticleParts['date'] {
  let found: ArticleParts['date'] = null;
  let opening: ArticleParts['date'] = null;
  let at = 0;
  let body = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    while (at < dates.length && (dates[at]?.end ?? 0) <= line.start) at++;
    const inHead = i < HEAD_LINES || i >= lines.length - TAIL_LINES;
    const own: DateFact[] = [];
    for (let d = at; d < dates.length && (dates[d]?.start ?? 0) < line.end && own.length < 4; d++) {
      const date = dates[d];
      if (date && isFullDate(date)) own.push(date);
    }
    const date = own[0];
    if (date && inHead && (isDateLine(line, tokens, own) || isPlaceAndDate(line, tokens, own, i))) {
      roles[i] = 'date';
      found ??= { start: date.start, end: date.end, value: date.value };
    } else if (date && opening === null && body < 2 && roles[i] === 'paragraph' && isInDateline(line, tokens, date)) {
      opening = { start: date.start, end: date.end, value: date.value };
    }
    if (roles[i] === 'paragraph' && line.wordCount > LONGEST_TITLE) body++;
  }
  return found ?? opening;
}

/** Beside the date only what belongs to date lines: weekday, hour, «بتوقيت …», «آخر تحديث», the agency; or little, set off by a bar or dash. */
function isDateLine(line: Line, tokens: readonly Token[], dates: readonly DateFact[]): boolean {
  if (line.stopped || line.wordCount > LONGEST_DATELINE * 2) return false;
  let others = 0;
  let bars = 0;
  let clock = false;
  for (let i = line.first; i < line.next; i++) {
    const token = tokens[i];
    if (!token || dates.some(({ start, end }) => start <= token.start && token.end <= end)) continue;
    // «بنا 1322 جمت 13/09/2023»
    const opens = i === line.first && isAgency(token.norm);
    if (token.kind === 'word' && !opens && !DATE_LINE.has(token.norm)) others++;
    if (/^[|•·–—-]$/.test(token.norm)) bars++;
    if (token.norm === ':' && token.glued && tokens[i - 1]?.kind === 'number') clock = true;
  }
  // «الخميس 27 تشرين الأول 2022 الساعة 13:10 سياسة»: date, hour and section.
  if (clock && others === 1 && beginsWithDate(line, tokens, dates)) return true;
  // «بتوقيت القدس», or a writer and a section set off by bars.
  return others === 0 || (others <= 2 && line.key.includes('بتوقيت')) || (others <= bars * 3 && others <= 6);
}

/** Whether nothing but a weekday or the like stands before the date of a line. */
function beginsWithDate(line: Line, tokens: readonly Token[], dates: readonly DateFact[]): boolean {
  let i = line.first;
  while (
    i < line.next &&
    DATE_LINE.has(tokens[i]?.norm ?? '') &&
    !dates.some(({ start }) => start === tokens[i]?.start)
  )
    i++;
  return dates.some(({ start }) => start === tokens[i]?.start);
}

/**
 * «بكين 10 مارس 2023», «القاهرة (5 مايو 2020)», «الرياض 4 رجب 1445 هـ الموافق 16 يناير 2024 م واس»: a place of one or two words, then
 * the date and at most the agency. Below the first line, or set off by a sign: the first line may be a headline («هجمات 11 سبتمبر 2001»).
 */
function isPlaceAndDate(line: Line, tokens: readonly Token[], dates: readonly DateFact[], index: number): boolean {
  const date = dates[0];
  if (!date || line.stopped || index >= HEAD_LINES / 2) return false;
  let place = 0;
  let setOff = false;
  for (let i = line.first; i < line.next; i++) {
    const token = tokens[i];
    if (!token || dates.some(({ start, end }) => start <= token.start && token.end <= end)) continue;
    if (token.start > date.start) {
      if (token.kind === 'word' && !DATE_LINE.has(token.norm) && !isAgency(token.norm)) return false;
    } else if (token.kind === 'punctuation') setOff = true;
    else if (!DATE_LINE.has(token.norm)) place++;
  }
  return place <= LONGEST_PLACE && (setOff || index > 0);
}

/** «(وكالة … - 13 أبريل 2021) أكد …», «بغداد، 15 نوفمبر 2020 - أعلن …», «تونس – 5 مايو 2020 (وكالة …): أعلن …». */
function isInDateline(line: Line, tokens: readonly Token[], date: DateFact): boolean {
  // «– 27 آب 1973: …» is an entry of a chronology.
  if (/^[-–—•·*]$/.test(tokens[line.first]?.norm ?? '')) return false;
  const opened = tokens[line.first]?.norm === '(' || tokens[line.first]?.norm === '[';
  let bracket = -1;
  for (let i = line.first; i < line.next && i < line.first + LONGEST_DATELINE; i++) {
    const token = tokens[i];
    if (!token) return false;
    const after = token.start >= date.end;
    if (opened && /^[)\]]$/.test(token.norm)) return after;
    if (!opened && after) {
      if (/^[-–—:ـ/]$/.test(token.norm) && bracket < 0) return i - line.first <= 10 || tokens[i - 1]?.norm === ')';
      // «بكين 6 أبريل 2023 (شينخوا) وقع …», «موسكو، 2 أغسطس 2019. /تاس/. أعلنت …»: the agency ends it.
      if (token.norm === ')' && bracket >= 0 && isAgency(keyOf(tokens.slice(bracket + 1, i)))) return true;
      if (token.norm === '.' && tokens[i + 1]?.norm === '/') continue;
      if (token.norm === '(') bracket = i;
      else if (token.norm === ')') bracket = -1;
      // «القاهرة 12-10-2017 وفا- وقعت …»
      else if (bracket < 0 && !/^[,،م]$/.test(token.norm) && !isAgency(token.norm)) return false;
    }
  }
  return false;
}

/** «المصدر: …», «نقلا عن …» as a line of its own. */
function lineSource(
  text: string,
  tokens: readonly Token[],
  lines: readonly Line[],
  roles: Role[],
): ArticleParts['source'] {
  let found: ArticleParts['source'] = null;
  for (const [i, line] of lines.entries()) {
    if (line.key === '' || line.wordCount > 10 || line.stopped) continue;
    const head = SOURCE_HEADS.find((words) => line.key.startsWith(`${words} `));
    if (head === undefined) {
      if (isAgency(line.key) && i > 0) {
        roles[i] = 'source';
        found ??= trimmed(text, tokens, line.first, line.next);
      }
      continue;
    }
    let first = line.first + head.split(' ').length;
    while (first < line.next && tokens[first]?.kind === 'punctuation') first++;
    roles[i] = 'source';
    found ??= trimmed(text, tokens, first, line.next);
  }
  return found;
}

/** The words from token `first` up to `next` without quotes and brackets around them. */
function trimmed(text: string, tokens: readonly Token[], first: number, next: number): ArticleParts['source'] {
  while (first < next && tokens[first]?.kind === 'punctuation') first++;
  while (next > first && tokens[next - 1]?.kind === 'punctuation') next--;
  const [start, end] = [tokens[first]?.start, tokens[next - 1]?.end];
  return first < next && start !== undefined && end !== undefined ? { start, end, text: text.slice(start, end) } : null;
}

/** What stands before the first sentence: «إيلاف من لندن:», «القاهرة - رويترز:», «بغداد (الأناضول) -», «(وكالة … - 13 أبريل 2021)». */
function dateline(
  text: string,
  tokens: readonly Token[],
  lines: readonly Line[],
  roles: readonly Role[],
): ArticleParts['source'] {
  let body = 0;
  for (const [i, line] of lines.entries()) {
    if (roles[i] !== 'paragraph' || line.wordCount <= 8) continue;
    if (body++ === 2) return null;
    const first = tokens[line.first];
    if (first?.norm === '(' || first?.norm === '[') {
      const source = bracketSource(text, tokens, line);
      if (source) return source;
    }
    const limit = Math.min(line.next, line.first + 10);
    let dash = -1;
    for (let at = line.first; at < limit; at++) {
      const norm = tokens[at]?.norm ?? '';
      const before = tokens.slice(line.first, at);
      if (norm === ':') {
        const from = before.findIndex((token) => token.norm === 'من');
        if (from > 0 && from <= 3 && before.length - from <= 4 && before.length - from > 1)
          return trimmed(text, tokens, line.first, line.first + from);
        if (dash > line.first && at - dash <= 5) return trimmed(text, tokens, dash + 1, at);
        break;
      }
      if (norm === '(') {
        if (at - line.first > 3) break;
        const close = tokens.slice(at + 1, at + 5).findIndex((token) => token.norm === ')');
        const inside = tokens.slice(at + 1, at + 1 + Math.max(close, 0)).map((token) => token.norm);
        if (close > 0 && isAgency(inside.join(' '))) return trimmed(text, tokens, at + 1, at + 1 + close);
        break;
      }
      if (/^[-–—ـ/]$/.test(norm)) {
        if (dash >= 0) {
          const named = tokens.slice(dash + 1, at);
          if (named.length >= 1 && named.length <= 4 && isAgency(keyOf(named)))
            return trimmed(text, tokens, dash + 1, at);
          break;
        }
        if (at - line.first > 3) break;
        dash = at;
      } else if (norm === '.' || norm === '،') break;
    }
  }
  return null;
}

const keyOf = (tokens: readonly Token[]): string =>
  tokens
    .filter((token) => token.kind === 'word')
    .map((token) => token.norm)
    .join(' ');

/** The bracket that opens a report, up to a date in it. */
function bracketSource(text: string, tokens: readonly Token[], line: Line): ArticleParts['source'] {
  let last = -1;
  for (let i = line.first + 1; i < line.next && i < line.first + LONGEST_DATELINE; i++) {
    const token = tokens[i];
    if (!token) break;
    if (last < 0 && token.kind === 'number') last = i;
    if (token.norm === ')' || token.norm === ']') return trimmed(text, tokens, line.first + 1, last < 0 ? i : last);
  }
  return null;
}

/** «… . (الأناضول)» behind the first or last paragraph; behind a caption it would be whose picture it is. */
function credit(
  text: string,
  tokens: readonly Token[],
  lines: readonly Line[],
  roles: readonly Role[],
): ArticleParts['source'] {
  for (const index of [roles.indexOf('paragraph'), roles.lastIndexOf('paragraph')]) {
    const line = lines[index];
    if (!line) continue;
    let last = line.next - 1;
    if (tokens[last]?.norm === '.') last--;
    if (tokens[last]?.norm !== ')') continue;
    let open = last - 1;
    while (open > line.first && open > last - 5 && tokens[open]?.norm !== '(') open--;
    const stopped = last < line.next - 1 || /^[.»”"]$/.test(tokens[open - 1]?.norm ?? '');
    if (stopped && tokens[open]?.norm === '(' && isAgency(keyOf(tokens.slice(open + 1, last))))
      return trimmed(text, tokens, open + 1, last);
  }
  return null;
}

/** The first line, if it reads like a headline and a body follows. Gives it, and a second copy right behind it, their role. */
function titleOf(text: string, tokens: readonly Token[], lines: readonly Line[], roles: Role[]): ArticleParts['title'] {
  const index = roles.indexOf('paragraph');
  const line = lines[index];
  if (!line || line.stopped || line.wordCount > LONGEST_TITLE || line.wordCount < 2) return null;
  if (tokens[line.first]?.norm === '(') return null;
  if (!roles.some((role, i) => i > index && role === 'paragraph')) return null;
  roles[index] = 'title';
  const again = roles.findIndex((role, i) => i > index && role === 'paragraph');
  if (lines[again]?.key === line.key) roles[again] = 'repeated title';
  return { start: line.start, end: line.end, text: text.slice(line.start, line.end) };
}

/** Lines of few words behind the last paragraph are the site's, not the article's. */
function trailingMenu(lines: readonly Line[], roles: Role[], tokens: readonly Token[]): void {
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i];
    if (!line || roles[i] === 'source' || roles[i] === 'furniture' || roles[i] === 'date') continue;
    const last = tokens[line.next - 1]?.norm ?? '';
    if (roles[i] !== 'paragraph' || line.wordCount > LONGEST_MENU_ITEM || /^[.!؟?…»”"]$/.test(last)) return;
    roles[i] = 'furniture';
  }
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

function directionOf(text: string, lines: readonly Line[]): 'rtl' | 'ltr' {
  const count = (least: number) => {
    let rtl = 0;
    let ltr = 0;
    for (const line of lines) {
      if (line.wordCount < least) continue;
      for (let at = line.start; at < line.end; at++) {
        const character = text[at] ?? '';
        if (!/\p{L}/u.test(character)) continue;
        if (RTL.test(character)) rtl++;
        else ltr++;
        break;
      }
    }
    return rtl + ltr === 0 ? null : rtl >= ltr ? 'rtl' : 'ltr';
  };
  // Lines of one or two words are often buttons in another language.
  return count(3) ?? count(1) ?? 'ltr';
}
