/**
 * Date expressions of Arabic news and what they mean in ISO 8601.
 *
 * Months under all their names (Egypt, Iraq and the Levant, the Maghreb, two at once: «أكتوبر/تشرين الأول»), days in digits or words
 * («الخامس من أغسطس»), years («عام 1975»), Hijri dates, days of the Persian solar year, and what is reckoned from the article's date: «أمس السبت», «شباط الماضي».
 * A word that is also something else («جمعة» a man's name, «آب» a father, «اليوم» the day) counts only where its surroundings make it
 * a date: precision before recall. Every rule looks at a bounded number of tokens, so time is linear in the length of the text.
 */
import calendar from './calendar.json' with { type: 'json' };
import words from './date-words.json' with { type: 'json' };
import givenNames from './given-names.json' with { type: 'json' };
import { readings } from './proclitics.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** ISO 8601: `2020-11-15`, `2021-02`, `1975`, with `XXXX` for an unknown year (`XXXX-08-05`). */
export type IsoDate = string;

export interface DateFact extends Span {
  readonly value: IsoDate;
  /** Reckoned against the article's date: «أمس السبت», «شباط الماضي». */
  readonly relative: boolean;
}

/**
 * The date expressions of a text, in order, without overlaps. With `reference` null (the article's date is not known) only those that
 * stand for themselves are found, and a year that only the article's date would give is `XXXX`; with a full date as reference also
 * the relative ones. A reference without a day is taken as null. `tokens` are those of `text`, `starts` their `dateStarts`.
 */
export function findDates(
  text: string,
  tokens: readonly Token[],
  reference: IsoDate | null,
  starts: readonly number[] = dateStarts(tokens),
): DateFact[] {
  return new DateReader(text, tokens, reference === null ? null : parseDay(reference), starts).read();
}

/** Indexes of the tokens that a date can begin with, by their words alone: numbers and few words. An article is read for dates twice. */
export function dateStarts(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, word } = tokens[i] as Token;
    if (word !== null) word.startsDate ??= wantedIn(word.norm, STARTERS) !== '';
    if (kind === 'number' || word?.startsDate) found.push(i);
  }
  return found;
}

/** What «أمس السبت» says of the day on which it was written, whichever that was. */
export interface DayClue extends Span {
  /** Days from the day of writing: 0 «اليوم», -1 «أمس»; null where only a weekday is said. */
  readonly step: number | null;
  /** 0 = Sunday; null where none is said. */
  readonly weekday: number | null;
}

/** The clues of a text, in order: what `findDates` would reckon to a day of this week, not reckoned. `tokens` are those of `text`. */
export function findDayClues(
  text: string,
  tokens: readonly Token[],
  starts: readonly number[] = dateStarts(tokens),
): DayClue[] {
  // Which day is taken for the day of writing makes no difference to what is said.
  return new DateReader(text, tokens, 0, starts).clues();
}

const MILLISECONDS_PER_DAY = 86_400_000;
/** Days since 1970-01-01: plain integers, so that no time zone can shift a date. */
type DayNumber = number;

const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;

const isoOf = (day: DayNumber): IsoDate => new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/** 0 = Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

function parseDay(date: IsoDate): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 29 February exists where the year is not known. */
function daysIn(month: number, year: number | null): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

type Phrases = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: number }[]>;

/** Phrases by their first word, the longest first: «تشرين الأول» before what is shorter. */
function phrases(entries: Readonly<Record<string, number>>): Phrases {
  const byFirst = new Map<string, { words: string[]; value: number }[]>();
  for (const [phrase, value] of Object.entries(entries)) {
    const parts = phrase.split(' ');
    const first = parts[0] ?? '';
    const list = byFirst.get(first) ?? [];
    list.push({ words: parts, value });
    byFirst.set(
      first,
      list.sort((a, b) => b.words.length - a.words.length),
    );
  }
  return byFirst;
}

const MONTHS = phrases(calendar.gregorian);
const HIJRI_MONTHS = phrases(calendar.hijri);
const SOLAR_MONTHS = phrases(calendar.solar);
const WEEKDAYS: ReadonlyMap<string, number> = new Map(Object.entries(calendar.weekdays));
const UNITS: ReadonlyMap<string, number> = new Map(Object.entries(words.units));
/** Of them nouns for the first day of a month, and no numbers. */
const FIRST_DAY = new Set(words.firstDay);
const TENS: ReadonlyMap<string, number> = new Map(Object.entries(words.tens));
const COUNTS: ReadonlyMap<string, number> = new Map(Object.entries(words.counts));
const YEAR_NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries(words.yearNumbers));
const YEAR = new Set(words.year);
const SEASON = new Set(words.season);
const BEFORE_YEAR = new Set(words.beforeYear);
const EDGE_OF_YEAR = new Set(words.edgeOfYear);
const SPANS_OF_TIME = new Set(words.spansOfTime);
const SAME = new Set(words.same);
const AFTER_BARE_YEAR = new Set(words.afterBareYear);
const BEFORE_MONTH = new Set(words.beforeMonth);
const AMBIGUOUS_MONTHS = new Set(words.ambiguousMonths);
const CLEAR_BEHIND_DAY = new Set(words.clearBehindDay);
const PART_OF_DAY = new Set(words.partOfDay);
const NOT_BEFORE_WEEKDAY = new Set([...words.notBeforeWeekday, ...Object.keys(givenNames.names)]);
const NOT_AFTER_TODAY = new Set(words.notAfterToday);
const NOT_BEFORE_TODAY = new Set(words.notBeforeToday);
const NAMES_WITH_TODAY = new Set(words.namesWithToday);
const OUTLETS = new Set(words.outlets);
const AFTER_ADVERB = new Set(words.afterAdverb);
const EVENT_VERBS = new Set(words.eventVerbs);
const FEMININE_EVENT_VERBS = new Set(words.eventVerbs.map((verb) => `${verb.replace(/ي$/, '')}ت`));
const PLANNED = new Set(words.planned);

/** What of a folded word is one of `wanted`: the word, or what is left of it without particles; '' where neither is. */
function wantedIn(word: string, wanted: { has(word: string): boolean }): string {
  if (wanted.has(word)) return word;
  let rest = word;
  if (rest.length < 4) return '';
  if (rest[0] === 'و' || rest[0] === 'ف') rest = rest.slice(1);
  if (wanted.has(rest)) return rest;
  if (rest[0] === 'ب' || rest[0] === 'ك') rest = rest.slice(1);
  else if (rest.startsWith('لل')) rest = `ال${rest.slice(2)}`;
  else if (rest[0] === 'ل') rest = rest.slice(1);
  return wanted.has(rest) ? rest : '';
}

type Direction = 'past' | 'future' | 'current';
const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...words.past.map((word) => [word, 'past'] as const),
  ...words.future.map((word) => [word, 'future'] as const),
  ...words.current.map((word) => [word, 'current'] as const),
]);

/** First words of expressions that begin with a word. */
const STARTERS = new Set([
  ...MONTHS.keys(),
  ...HIJRI_MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...UNITS.keys(),
  ...TENS.keys(),
  ...YEAR,
  ...SEASON,
  ...PART_OF_DAY,
  ...['امس', 'اول', 'اليوم', 'غدا', 'غد', 'يوم', 'بعد', 'الشهر', 'هذا', 'هذه', 'قبل', 'ال'],
]);

/** Gregorian years that a newspaper writes without «م»; below lie Hijri years and plain numbers. */
const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2199;
/** Hijri years that a newspaper may write: 1883 to 2077, and what the Umm al-Qura tables of ICU cover. */
const EARLIEST_HIJRI = 1300;
const LATEST_HIJRI = 1500;
/** «15 نوفمبر» without a year is the nearest one if that is clear: nearer than five months (the other one is then seven away). */
const CLEARLY_NEAREST_DAYS = 150;
/** Of two that are as far, what is told without a plan is the past one; it lies at most so many months back. */
const FARTHEST_TOLD_MONTHS = 8;
/** «في أيار» without a year, likewise: seven months lie on the other side. */
const CLEARLY_NEAREST_MONTHS = 4;
/** «قبل ثلاثة أيام»: more than ten days are no longer counted exactly. */
const EXACT_DAYS = 10;
/** How far back the verb of a clause is looked for. */
const CLAUSE_TOKENS = 8;

interface Found extends DateFact {
  /** Index after the last token. */
  readonly next: number;
  readonly hijri?: boolean;
  /** Of «أمس السبت» and its like. */
  readonly clue?: Pick<DayClue, 'step' | 'weekday'>;
  /** Dates of a range or list found with this one: they stand before it. */
  readonly before?: readonly DateFact[];
  /** Years of a list found with this one: they stand behind it. */
  readonly after?: readonly DateFact[];
}

interface Year {
  readonly year: number;
  readonly next: number;
}

interface Qualifier {
  readonly direction: Direction;
  /** Whether it speaks of the year («من العام الماضي»), else of the month or day before it («أغسطس الماضي»). */
  readonly ofYear: boolean;
  readonly next: number;
}

class DateReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #today: DayNumber | null;
  readonly #starts: readonly number[];
  /** Found last. */
  #latest: Found | null = null;
  /** The full date that opens the last entry of a chronology: «– 3 يناير 2020: …». */
  #entry: IsoDate | null = null;

  constructor(text: string, tokens: readonly Token[], today: DayNumber | null, starts: readonly number[]) {
    this.#starts = starts;
    this.#text = text;
    this.#tokens = tokens;
    this.#today = today;
  }

  read(): DateFact[] {
    const found = this.#found();
    return this.#agree(found).flatMap(({ start, end, value, relative, before, after }) => [
      ...(before ?? []),
      { start, end, value, relative },
      ...(after ?? []),
    ]);
  }

  clues(): DayClue[] {
    return this.#found().flatMap(({ start, end, clue }) => (clue ? [{ start, end, ...clue }] : []));
  }

  /** In order, without overlaps. */
  #found(): Found[] {
    const found: Found[] = [];
    let next = 0;
    for (const i of this.#starts) {
      const date = i < next ? null : this.#dateAt(i);
      if (date === null) continue;
      found.push(date);
      this.#latest = date;
      if (date.value.length === 10 && /^[:–—]$/.test(this.#sign(date.next)) && this.#opensLine(i))
        this.#entry = date.value;
      next = date.next;
    }
    return found;
  }

  /** «26 شعبان 1444 الموافق 19 مارس 2023»: both name one day; the Gregorian one is exact, the Hijri one depends on the sighting. */
  #agree(found: readonly Found[]): readonly Found[] {
    return found.map((date, i) => {
      if (!date.hijri) return date;
      const other = [found[i - 1], found[i + 1]].find((near) => {
        if (!near || near.hijri || near.value.length !== 10 || near.value.startsWith('X')) return false;
        const between = this.#text.slice(Math.min(date.end, near.end), Math.max(date.start, near.start));
        const apart = Math.abs((parseDay(near.value) ?? 0) - (parseDay(date.value) ?? 0));
        return between.length <= 20 && !between.includes('\n') && apart <= 2;
      });
      return other ? { ...date, value: other.value } : date;
    });
  }

  #dateAt(i: number): Found | null {
    const token = this.#tokens[i];
    if (!token) return null;
    if (token.kind === 'number') return this.#numeric(i) ?? this.#dayAndMonth(i, token.start) ?? this.#bareYear(i);
    if (token.kind !== 'word') return null;
    const first = this.#core(i, STARTERS);
    if (first === null) return null;
    const { core, start } = first;
    if (core === 'ال') return this.#number(i + 1) !== null ? this.#dayAndMonth(i, start) : null;
    if (UNITS.has(core) || TENS.has(core)) {
      const date = this.#dayAndMonth(i, start);
      if (date) return date;
    }
    if (YEAR.has(core) || SEASON.has(core)) {
      const date = this.#yearNamed(i, start, core);
      if (date) return date;
    }
    if (MONTHS.has(core) || HIJRI_MONTHS.has(core)) {
      const date = this.#monthFirst(i, start, core);
      if (date) return date;
    }
    return this.#today === null ? null : this.#relative(i, start, core, this.#today);
  }

  /** The word at `i`, read whole or without its particles, if it is one of `wanted`; with the offset where it begins. */
  #core(i: number, wanted: { has(word: string): boolean }): { core: string; start: number } | null {
    const token = this.#tokens[i];
    if (token?.kind !== 'word') return null;
    if (wanted.has(token.norm)) return { core: token.norm, start: token.start };
    const rest = wantedIn(token.norm, wanted);
    if (rest === '') return null;
    const bare = rest.startsWith('ال') ? rest.slice(2) : rest;
    const reading = readings(this.#text, token).find(({ core }) => core === rest || core === bare);
    return reading ? { core: rest, start: reading.start } : null;
  }

  /** The folded word at `i` on the same line, '' where there is none. */
  #word(i: number): string {
    const token = this.#tokens[i];
    return token && !token.newLine && token.kind === 'word' ? token.norm : '';
  }

  #sign(i: number): string {
    const token = this.#tokens[i];
    return token && !token.newLine && token.kind === 'punctuation' ? token.norm : '';
  }

  /** The whole number at `i`, null where there is none. */
  #number(i: number): number | null {
    const token = this.#tokens[i];
    return token?.kind === 'number' && /^\d{1,4}$/.test(token.norm) ? Number(token.norm) : null;
  }

  #sameLineNumber(i: number): number | null {
    return this.#tokens[i]?.newLine ? null : this.#number(i);
  }

  #phrase(i: number, table: Phrases): { value: number; next: number } | null {
    const first = this.#tokens[i];
    if (first?.kind !== 'word') return null;
    for (const { words: parts, value } of table.get(first.norm) ?? []) {
      if (parts.every((part, offset) => offset === 0 || this.#word(i + offset) === part))
        return { value, next: i + parts.length };
    }
    return null;
  }

  #end(next: number): number {
    return this.#tokens[next - 1]?.end ?? this.#text.length;
  }

  /** `2020-11-15`, `15/11/2020`, `15.11.2020`, also in Arabic-Indic digits; of `11/15/2020` the second must be the day. */
  #numeric(i: number): Found | null {
    const first = this.#tokens[i];
    if (!first) return null;
    const dotted = /^(\d{1,4})[.](\d{1,2})[.](\d{1,4})$/.exec(first.norm);
    let parts: number[];
    let next: number;
    if (dotted) {
      parts = [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])];
      next = i + 1;
    } else {
      const sign = this.#sign(i + 1);
      const [a, b, c] = [this.#number(i), this.#sameLineNumber(i + 2), this.#sameLineNumber(i + 4)];
      if (!/^[-/\u2010-\u2013\u2212]$/.test(sign) || this.#sign(i + 3) !== sign) return null;
      if (a === null || b === null || c === null) return null;
      parts = [a, b, c];
      next = i + 5;
    }
    const [a = 0, b = 0, c = 0] = parts;
    const monthFirst = (b > 12 && a <= 12) || (a <= 12 && this.#isMonthFirst(i, c, a, b));
    const [year, month, day] = a > 31 ? [a, b, c] : monthFirst ? [c, a, b] : [c, b, a];
    if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(month, year))
      return null;
    return {
      start: first.start,
      end: this.#end(next),
      next,
      value: `${year}-${two(month)}-${two(day)}`,
      relative: false,
    };
  }

  /** «خميس, 03/07/2024»: the weekday before it says which of the two is the month. */
  #isMonthFirst(i: number, year: number, a: number, b: number): boolean {
    const comma = /^[،,]$/.test(this.#sign(i - 1)) ? 1 : 0;
    const named =
      this.#tokens[i]?.newLine || (comma && this.#tokens[i - 1]?.newLine) ? '' : this.#tokens[i - 1 - comma]?.norm;
    const weekday = WEEKDAYS.get(named ?? '') ?? WEEKDAYS.get(`ال${named}`);
    if (weekday === undefined || a < 1 || b < 1 || b > 12) return false;
    return weekdayOf(dayNumber(year, a, b)) === weekday && weekdayOf(dayNumber(year, b, a)) !== weekday;
  }

  /** A day at `i`: «15», «الـ15», «الخامس عشر», «الحادي والعشرين», «غرة». */
  #day(i: number): { day: number; next: number; inWords: boolean } | null {
    if (this.#tokens[i]?.norm === 'ال') i++;
    const number = this.#number(i);
    if (number !== null) {
      const ordinal = this.#tokens[i + 1]?.glued && /^(st|nd|rd|th)$/.test(this.#word(i + 1)) ? 1 : 0;
      return number >= 1 && number <= 31 ? { day: number, next: i + 1 + ordinal, inWords: false } : null;
    }
    const first = this.#core(i, UNITS) ?? this.#core(i, TENS);
    if (first === null) return null;
    // «غرة مارس», «فاتح يوليو»: the first, with no «من».
    if (FIRST_DAY.has(first.core)) return { day: 1, next: i + 1, inWords: false };
    const tens = TENS.get(first.core);
    if (tens !== undefined) return { day: tens, next: i + 1, inWords: true };
    const unit = UNITS.get(first.core) ?? 0;
    if (this.#word(i + 1) === 'عشر' || this.#word(i + 1) === 'عشره')
      return { day: unit === 11 ? 11 : unit + 10, next: i + 2, inWords: true };
    const after = this.#word(i + 1);
    const more = after.startsWith('و') ? TENS.get(after.slice(1)) : undefined;
    if (more !== undefined) {
      const day = more + (unit === 11 ? 1 : unit);
      return day <= 31 ? { day, next: i + 2, inWords: true } : null;
    }
    return unit <= 10 ? { day: unit, next: i + 1, inWords: true } : null;
  }

  /** One month, also under two names: «أكتوبر/تشرين الأول», «تشرين الأول (أكتوبر)». */
  #month(i: number): { month: number; next: number; ambiguous: boolean } | null {
    const token = this.#tokens[i];
    const first = this.#phrase(i, MONTHS);
    if (!token || first === null) return null;
    const written = this.#text.slice(token.start, token.end);
    // Latin month names are capitalised («may» is a verb); the madda of «آب» tells the month from a father.
    if (/^[a-z]/.test(written)) return null;
    const ambiguous = AMBIGUOUS_MONTHS.has(token.norm) && !/^[آA-Z]/.test(written);
    // «أغسطس آب»: one month under two names, with nothing between.
    const beside = this.#tokens[first.next]?.newLine ? null : this.#phrase(first.next, MONTHS);
    if (beside?.value === first.value) return { month: first.value, next: beside.next, ambiguous: false };
    const sign = this.#sign(first.next);
    if (sign === '/' || sign === '(' || sign === '-') {
      const second = this.#phrase(first.next + 1, MONTHS);
      if (second?.value === first.value) {
        const closed = sign === '(' && this.#sign(second.next) === ')' ? 1 : 0;
        if (sign !== '(' || closed) return { month: first.value, next: second.next + closed, ambiguous: false };
      }
    }
    return { month: first.value, next: first.next, ambiguous };
  }

  /** A year at `i` after a month: «2020», «عام 2020», «من عام 2020», «، 2020»; with «م» behind it. */
  #yearAfter(i: number): Year | null {
    let at = i;
    if (this.#sign(at) === '،' || this.#sign(at) === ',') at++;
    if (this.#word(at) === 'من') at++;
    const same = this.#sameYear(at);
    if (same) return same;
    if (YEAR.has(this.#word(at)) || this.#word(at) === 'لعام' || this.#word(at) === 'لسنه') at++;
    const year = this.#sameLineNumber(at);
    if (year === null || year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
    return { year, next: this.#afterEra(at + 1) };
  }

  /** «في أبريل من العام نفسه», «20 جوان من نفس السنة»: of the date that the text has named last. */
  #sameYear(at: number): Year | null {
    const [word, next] = [this.#word(at), this.#word(at + 1)];
    const isSame = /^(العام|السنه)$/.test(word)
      ? SAME.has(next)
      : /^(نفس|ذات)$/.test(word) && /^(العام|السنه)$/.test(next);
    const year = isSame ? /^\d{4}/.exec(this.#latest?.value ?? '') : null;
    return year && { year: Number(year[0]), next: at + 2 };
  }

  /** Skips «م», «ميلادي». */
  #afterEra(i: number): number {
    return ['م', 'ميلادي', 'ميلاديه'].includes(this.#word(i)) ? i + 1 : i;
  }

  #qualifier(i: number): Qualifier | null {
    const own = DIRECTIONS.get(this.#word(i));
    if (own) return { direction: own, ofYear: false, next: i + 1 };
    const at = this.#word(i) === 'من' ? i + 1 : i;
    if (this.#word(at) === 'هذا' && this.#word(at + 1) === 'العام')
      return { direction: 'current', ofYear: true, next: at + 2 };
    if (this.#word(at) !== 'العام' && this.#word(at) !== 'السنه') return null;
    const direction = DIRECTIONS.get(this.#word(at + 1));
    return direction ? { direction, ofYear: true, next: at + 2 } : null;
  }

  /** From a day: «15 نوفمبر 2020», «الـ18 من أكتوبر/تشرين الأول الماضي», «12 رمضان 1442», «الخامس من الشهر الجاري». */
  #dayAndMonth(i: number, start: number): Found | null {
    const day = this.#day(i);
    if (day === null) return null;
    let at = day.next;
    const of = this.#word(at) === 'من' || this.#word(at) === 'of';
    if (of) at++;
    if (this.#word(at) === 'شهر') at++;
    else if (this.#word(at) === 'الشهر') return this.#dayOfThisMonth(start, day.day, at + 1);
    // «الاثنين 21 الجاري», «في 25 من الجاري»: of the month.
    else if (!day.inWords && words.current.includes(this.#word(at)) && this.#isDayNumber(i))
      return this.#dayOfThisMonth(start, day.day, at);
    if (this.#tokens[at]?.newLine || (day.inWords && !of)) return null;
    const hijri = this.#hijriDay(start, day.day, at) ?? this.#solarDay(start, day.day, at);
    if (hijri) return hijri;
    const dashed = day.inWords || of ? null : this.#dashedDate(start, day.day, at);
    if (dashed) return dashed;
    const month = this.#month(at);
    if (month === null || day.day > daysIn(month.month, null)) return null;
    const year = this.#yearAfter(month.next);
    // «31 ماي»: behind a number no name; «3 آب», without its madda, may be fathers.
    const clear = !day.inWords && CLEAR_BEHIND_DAY.has(this.#word(at));
    if (month.ambiguous && year === null && !of && !clear) return null;
    const qualifier = year ? null : this.#qualifier(month.next);
    const resolved = year
      ? this.#fullDate(year.year, month.month, day.day)
      : ((qualifier ? null : this.#dayOfEntry(i, month.month, day.day)) ??
        this.#dayWithoutYear(month.month, day.day, qualifier));
    if (resolved === null) return null;
    const next = year?.next ?? qualifier?.next ?? month.next;
    const before = day.inWords ? [] : this.#daysBefore(i, resolved);
    return { start, end: this.#end(next), next, ...resolved, before };
  }

  #fullDate(year: number, month: number, day: number): { value: IsoDate; relative: boolean } | null {
    return day <= daysIn(month, year) ? { value: `${year}-${two(month)}-${two(day)}`, relative: false } : null;
  }

  #dayWithoutYear(
    month: number,
    day: number,
    qualifier: Qualifier | null,
  ): { value: IsoDate; relative: boolean } | null {
    const unknown = { value: `XXXX-${two(month)}-${two(day)}`, relative: false };
    const today = this.#today;
    if (today === null) return unknown;
    const year = Number(isoOf(today).slice(0, 4));
    const relative = (y: number) => {
      const full = this.#fullDate(y, month, day);
      return full ? { ...full, relative: true } : unknown;
    };
    if (qualifier?.ofYear) return relative(year + YEAR_STEP[qualifier.direction]);
    if (qualifier?.direction === 'current') return relative(year);
    const near = [year - 1, year, year + 1].map((y) => ({ y, apart: dayNumber(y, month, day) - today }));
    if (qualifier?.direction === 'past') return relative(near.findLast(({ apart }) => apart < 0)?.y ?? year);
    if (qualifier?.direction === 'future') return relative(near.find(({ apart }) => apart > 0)?.y ?? year);
    const clear = near.find(({ apart }) => Math.abs(apart) <= CLEARLY_NEAREST_DAYS);
    return clear ? relative(clear.y) : unknown;
  }

  /** «– 3 يناير 2020: …», «– 8 يناير: …»: in a chronology a day without a year is of the year of the entry before it, if it is later. */
  #dayOfEntry(i: number, month: number, day: number): { value: IsoDate; relative: boolean } | null {
    const before = this.#entry;
    if (before === null || !this.#opensLine(i)) return null;
    const date = this.#fullDate(Number(before.slice(0, 4)), month, day);
    return date !== null && date.value > before ? date : null;
  }

  /** «15 و16 نوفمبر», «من 15 إلى 18 نوفمبر»: the number before shares month and year. */
  #daysBefore(i: number, date: { value: IsoDate; relative: boolean }): DateFact[] {
    const joint = this.#tokens[i - 1];
    const token = this.#tokens[i - 2];
    const day = this.#number(i - 2);
    if (!joint || !token || day === null || joint.newLine || this.#tokens[i]?.newLine) return [];
    if (!/^(و|الي|حتي|-|–|—|to|and)$/.test(joint.norm) || day < 1 || day >= Number(date.value.slice(-2))) return [];
    return [
      { start: token.start, end: token.end, value: `${date.value.slice(0, -2)}${two(day)}`, relative: date.relative },
    ];
  }

  #dayOfThisMonth(start: number, day: number, at: number): Found | null {
    const direction = DIRECTIONS.get(this.#word(at));
    if (SAME.has(this.#word(at))) return this.#dayOfSameMonth(start, day, at + 1);
    if (this.#today === null || direction === undefined) return null;
    const month = this.#monthFromToday(this.#today, YEAR_STEP[direction]);
    const [year = 0, number = 0] = month.split('-').map(Number);
    const date = this.#fullDate(year, number, day);
    return date && { start, end: this.#end(at + 1), next: at + 1, value: date.value, relative: true };
  }

  /** «يوم 21», «الاثنين 21», «في 21»: a number behind one of these that no noun follows is a day. */
  #isDayNumber(i: number): boolean {
    if (this.#tokens[i]?.newLine) return false;
    const before = this.#tokens[i - 1]?.norm ?? '';
    return /^(يوم|في|بتاريخ|منذ|حتي|من|الي)$/.test(before) || WEEKDAYS.has(before);
  }

  /** «21 من الشهر نفسه»: of the date that the text has named last. */
  #dayOfSameMonth(start: number, day: number, next: number): Found | null {
    const { value = '', relative = false } = this.#latest ?? {};
    const [year, month = 0] = value.split('-').map(Number);
    if (month === 0 || day > daysIn(month, Number.isNaN(year) ? null : (year ?? null))) return null;
    return { start, end: this.#end(next), next, value: `${value.slice(0, 7)}-${two(day)}`, relative };
  }

  #monthFromToday(today: DayNumber, step: number): IsoDate {
    const [year = 0, month = 0] = isoOf(today).split('-').map(Number);
    const months = year * 12 + month - 1 + step;
    return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
  }

  /** A Hijri day; its Gregorian value may be a day off where the month was sighted and not reckoned. Needs its year. */
  #hijriDay(start: number, day: number, at: number): Found | null {
    const month = this.#phrase(at, HIJRI_MONTHS);
    if (month === null || day > 30) return null;
    const year = this.#hijriYear(month.next);
    if (year === null) return null;
    const value = gregorianOf(year.year, month.value, day);
    return value === null
      ? null
      : { start, end: this.#end(year.next), next: year.next, value, relative: false, hijri: true };
  }

  /** «17 - نوفمبر - 2023»: the same dash on both sides of the month, and the year. */
  #dashedDate(start: number, day: number, at: number): Found | null {
    const sign = this.#sign(at);
    if (!/^[-/\u2010-\u2013\u2212]$/.test(sign) || this.#tokens[at + 1]?.newLine) return null;
    const month = this.#month(at + 1);
    const year = month && this.#sign(month.next) === sign ? this.#sameLineNumber(month.next + 1) : null;
    if (month === null || year === null || year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
    const next = month.next + 2;
    const date = this.#fullDate(year, month.month, day);
    return date && { start, end: this.#end(next), next, ...date };
  }

  /** «10 دی 1393»: a day of the Persian solar year. Needs its year: «مهر» and «تیر» are also other words. */
  #solarDay(start: number, day: number, at: number): Found | null {
    const month = this.#phrase(at, SOLAR_MONTHS);
    const year = month && this.#sameLineNumber(month.next);
    if (!month || year === null || year < EARLIEST_HIJRI || year > LATEST_HIJRI) return null;
    const next = month.next + 1;
    const value = gregorianOfSolar(year, month.value, day);
    return value === null ? null : { start, end: this.#end(next), next, value, relative: false };
  }

  #hijriYear(i: number): Year | null {
    let at = i;
    if (this.#sign(at) === '،' || this.#sign(at) === ',') at++;
    if (this.#word(at) === 'من') at++;
    if (YEAR.has(this.#word(at))) at++;
    const year = this.#sameLineNumber(at);
    if (year === null || year < EARLIEST_HIJRI || year > LATEST_HIJRI) return null;
    return { year, next: ['ه', 'هجري', 'هجريه'].includes(this.#word(at + 1)) ? at + 2 : at + 1 };
  }

  /** From a month: «نوفمبر 2020», «شباط/فبراير الماضي», `November 15, 2020`, «رمضان 1442». */
  #monthFirst(i: number, start: number, core: string): Found | null {
    const written = this.#tokens[i]?.norm === core;
    const hijri = written ? this.#phrase(i, HIJRI_MONTHS) : null;
    if (hijri) {
      const year = this.#hijriYear(hijri.next);
      const value = year === null ? null : gregorianMonths(year.year, hijri.value);
      return year === null || value === null
        ? null
        : { start, end: this.#end(year.next), next: year.next, value, relative: false };
    }
    const month = this.#month(i) ?? (written ? null : this.#monthAfterParticle(i, core));
    if (month === null) return null;
    if (/^[a-z]/.test(core)) {
      const day = this.#sameLineNumber(month.next) !== null ? this.#day(month.next) : null;
      if (day && day.day <= daysIn(month.month, null)) {
        const year = this.#yearAfter(day.next);
        const date = year
          ? this.#fullDate(year.year, month.month, day.day)
          : this.#dayWithoutYear(month.month, day.day, null);
        const next = year?.next ?? day.next;
        return date && { start, end: this.#end(next), next, ...date };
      }
    }
    const year = this.#yearAfter(month.next);
    if (year)
      return {
        start,
        end: this.#end(year.next),
        next: year.next,
        value: `${year.year}-${two(month.month)}`,
        relative: false,
      };
    const qualifier = this.#qualifier(month.next);
    if (qualifier === null) {
      const before = (this.#tokens[i - 1]?.norm ?? '').replace(/^[وف](?=.{2})/, '');
      if (month.ambiguous || !written || this.#tokens[i]?.newLine || !BEFORE_MONTH.has(before)) return null;
      const nearest = this.#nearestMonth(i, month.month);
      return {
        start,
        end: this.#end(month.next),
        next: month.next,
        value: nearest ?? `XXXX-${two(month.month)}`,
        relative: nearest !== null,
      };
    }
    // «جوان الجاري» is the month; «ماي الحالية», behind a name, is not.
    if (month.ambiguous && (qualifier.ofYear || this.#word(month.next).endsWith('ه'))) return null;
    const span = { start, end: this.#end(qualifier.next), next: qualifier.next };
    if (this.#today === null) return { ...span, value: `XXXX-${two(month.month)}`, relative: false };
    const [year0 = 0, month0 = 0] = isoOf(this.#today).split('-').map(Number);
    const step = qualifier.ofYear
      ? YEAR_STEP[qualifier.direction]
      : qualifier.direction === 'past' && month.month >= month0
        ? -1
        : qualifier.direction === 'future' && month.month <= month0
          ? 1
          : 0;
    return { ...span, value: `${year0 + step}-${two(month.month)}`, relative: true };
  }

  /** «غادر منصبه في أيار»: the nearest, if that is clear and its paragraph does not tell of another year. */
  #nearestMonth(i: number, month: number): IsoDate | null {
    if (this.#today === null) return null;
    const own = isoOf(this.#today).slice(0, 4);
    const latest = this.#latest;
    if (latest !== null && !latest.value.startsWith(own) && this.#onOneLine(latest.next, i)) return null;
    const steps = Array.from({ length: 2 * CLEARLY_NEAREST_MONTHS + 1 }, (_, at) => at - CLEARLY_NEAREST_MONTHS);
    const months = steps.map((step) => this.#monthFromToday(this.#today ?? 0, step));
    const nearest = months.find((each) => each.endsWith(`-${two(month)}`));
    if (nearest !== undefined || this.#isPlanned(i) || !this.#tellsPast(i)) return nearest ?? null;
    const past = Array.from({ length: FARTHEST_TOLD_MONTHS }, (_, at) =>
      this.#monthFromToday(this.#today ?? 0, -1 - at),
    );
    return past.find((each) => each.endsWith(`-${two(month)}`)) ?? null;
  }

  /** «استقال في مارس»: whether a verb in the perfect stands near before it in its clause. */
  #tellsPast(i: number): boolean {
    for (let at = i - 1; at >= 0 && at >= i - CLAUSE_TOKENS; at--) {
      const token = this.#tokens[at];
      if (!token || /^[.؛:!؟]$/.test(token.norm) || this.#tokens[at + 1]?.newLine) return false;
      if (this.#core(at, EVENT_VERBS) || this.#core(at, FEMININE_EVENT_VERBS)) return true;
    }
    return false;
  }

  /** «بنوفمبر 2020»: the month of one word behind its particle. */
  #monthAfterParticle(i: number, core: string): { month: number; next: number; ambiguous: boolean } | null {
    const own = MONTHS.get(core)?.find(({ words: parts }) => parts.length === 1);
    return own ? { month: own.value, next: i + 1, ambiguous: AMBIGUOUS_MONTHS.has(core) } : null;
  }

  /** «عام 1975», «عامي 2018 و2019», «العام الماضي», «صيف 2017», «عام ألفين وعشرين», «عام 1442 هـ». */
  #yearNamed(i: number, start: number, core: string): Found | null {
    const number = this.#sameLineNumber(i + 1);
    if (number !== null) return this.#yearInDigits(i + 1, start, number);
    const inWords = this.#yearInWords(i + 1);
    if (inWords)
      return { start, end: this.#end(inWords.next), next: inWords.next, value: String(inWords.year), relative: false };
    const direction = core === 'العام' || core === 'السنه' ? DIRECTIONS.get(this.#word(i + 1)) : undefined;
    if (direction === undefined || this.#today === null) return null;
    const year = Number(isoOf(this.#today).slice(0, 4)) + YEAR_STEP[direction];
    return { start, end: this.#end(i + 2), next: i + 2, value: String(year), relative: true };
  }

  #yearInDigits(at: number, start: number, number: number): Found | null {
    const mark = this.#word(at + 1);
    // A Hijri year lies in two Gregorian ones: no one value is true.
    if (['ه', 'هجري', 'هجريه'].includes(mark)) return null;
    const era = this.#afterEra(at + 1);
    if (number > LATEST_YEAR || (number < EARLIEST_YEAR && (era === at + 1 || number < 1))) return null;
    const after: DateFact[] = [];
    let next = era;
    for (;;) {
      const joint = this.#tokens[next];
      const year = this.#sameLineNumber(next + 1);
      if (!joint || joint.newLine || !/^(و|الي|حتي|-|–|—)$/.test(joint.norm)) break;
      if (year === null || year < EARLIEST_YEAR || year > LATEST_YEAR) break;
      // «عام 2018 و2000 جندي»: what is counted is no year.
      if (this.#counts(next + 2)) break;
      const token = this.#tokens[next + 1];
      if (token) after.push({ start: token.start, end: token.end, value: String(year), relative: false });
      next += 2;
    }
    return { start, end: this.#end(era), next, value: String(number).padStart(4, '0'), relative: false, after };
  }

  /** Whether a number before the token at `i` would count it: a word follows that is no particle. */
  #counts(i: number): boolean {
    const word = this.#word(i);
    // «في 2005 فأنهى»: the next clause; its verb of the fourth form no noun is written like.
    const clause = /^فأ.{3}/.test(this.#text.slice(this.#tokens[i]?.start ?? 0, this.#tokens[i]?.end ?? 0));
    return word !== '' && !AFTER_BARE_YEAR.has(word) && !word.startsWith('و') && !word.startsWith('ب') && !clause;
  }

  /** «ألف وتسعمئة وخمسة وسبعين», «ألفين وعشرين». */
  #yearInWords(i: number): Year | null {
    const thousand = YEAR_NUMBERS.get(this.#word(i));
    if (thousand === undefined || thousand < 1000) return null;
    let year = thousand;
    let next = i + 1;
    for (; next < i + 5; next++) {
      const word = this.#word(next);
      const value = YEAR_NUMBERS.get(word.startsWith('و') && !YEAR_NUMBERS.has(word) ? word.slice(1) : word);
      if (value === undefined || value >= 1000) break;
      year += value;
    }
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? { year, next } : null;
  }

  /** A year by itself: «منذ 2003», «(1975)», «1980-1988», «في 2019». */
  #bareYear(i: number): Found | null {
    const token = this.#tokens[i];
    const number = this.#number(i);
    if (!token || number === null || number < 1800 || number > 2100) return null;
    const before = token.newLine ? undefined : this.#tokens[i - 1];
    const single = { start: token.start, end: token.end, next: i + 1, value: String(number), relative: false };
    const second = /^[-–—]$/.test(this.#sign(i + 1)) ? this.#sameLineNumber(i + 2) : null;
    const other = this.#tokens[i + 2];
    if (second !== null && other && second > number && second <= 2100 && !this.#counts(i + 3)) {
      const last = { start: other.start, end: other.end, value: String(second), relative: false };
      return { ...single, next: i + 3, after: [last] };
    }
    if (before?.norm === '(' && this.#sign(i + 1) === ')') return single;
    // «– 2013: …», an entry of a chronology.
    if (this.#sign(i + 1) === ':' && !this.#tokens[i + 2]?.glued && this.#opensLine(i)) return single;
    const range = this.#yearRange(i, single);
    if (range !== null) return range;
    // «نهاية 2011 موعدا», «منذ 2017 أكبر قاعدة»: nothing is counted there but time.
    const edge = before?.kind === 'word' && this.#core(i - 1, EDGE_OF_YEAR) !== null;
    if (edge ? SPANS_OF_TIME.has(this.#word(i + 1)) : this.#counts(i + 1)) return null;
    if (edge || (before?.kind === 'word' && this.#core(i - 1, BEFORE_YEAR))) return single;
    return before?.norm === 'في' || before?.norm === 'in' || before?.norm === 'since' ? single : null;
  }

  /** «من 2012 إلى 2023»: two years, the second later, that count nothing. */
  #yearRange(i: number, first: Found): Found | null {
    const last = this.#sameLineNumber(i + 2);
    const token = this.#tokens[i + 2];
    if (this.#word(i - 1) !== 'من' || !/^(الي|حتي)$/.test(this.#word(i + 1)) || !token) return null;
    if (last === null || last <= Number(first.value) || last > 2100 || this.#counts(i + 3)) return null;
    return {
      ...first,
      next: i + 3,
      after: [{ start: token.start, end: token.end, value: String(last), relative: false }],
    };
  }

  #onOneLine(from: number, to: number): boolean {
    for (let i = from; i <= to; i++) if (this.#tokens[i]?.newLine) return false;
    return true;
  }

  /** Whether the token at `i` begins its line, but for a bullet. */
  #opensLine(i: number): boolean {
    const token = this.#tokens[i];
    const bullet = this.#tokens[i - 1];
    if (!token || i === 0 || token.newLine) return true;
    return bullet !== undefined && /^[-–—•·*]$/.test(bullet.norm) && (i === 1 || bullet.newLine);
  }

  /** What is reckoned from `today`. */
  #relative(i: number, start: number, core: string, today: DayNumber): Found | null {
    if (core === 'الشهر' || core === 'هذا' || core === 'هذه') return this.#thisPeriod(i, start, core, today);
    if (core === 'قبل') return this.#daysAgo(i, start, today);
    let at = i;
    let word = core;
    const partOfDay = PART_OF_DAY.has(word);
    if (partOfDay) word = this.#word(++at);
    const named = word === 'يوم';
    if (named) word = this.#word(++at);
    if (word === 'اول' || word === 'بعد') {
      const skip = this.#word(at + 1) === 'من' ? 2 : 1;
      if (word === 'اول' && this.#word(at + skip) === 'امس') return this.#adverb(start, at + skip + 1, today, -2);
      if (word === 'بعد' && this.#word(at + 1) === 'غد') return this.#adverb(start, at + 2, today, 2);
      return null;
    }
    if (word === 'امس') {
      if (this.#word(at + 1) === 'الاول') return this.#adverb(start, at + 2, today, -2);
      return this.#adverb(start, at + 1, today, -1);
    }
    if (word === 'غد' || word === 'غدا') {
      // «غدا» is also a verb (he became); tanwin, a weekday or a noun of time before it tell.
      const token = this.#tokens[at];
      const vowelled = token ? this.#text.slice(token.start, token.end).includes('\u064B') : false;
      const weekday = WEEKDAYS.has(this.#word(at + 1));
      // «يستقبله غدا.»: what becomes something says what.
      const after = this.#tokens[at + 1];
      const plan = !after || after.newLine || /^[.؛!؟]$/.test(after.norm) || this.#isPlanned(i);
      return named || partOfDay || (word === 'غدا' && (vowelled || weekday || plan))
        ? this.#adverb(start, at + 1, today, 1)
        : null;
    }
    if (word === 'اليوم') return this.#todayAt(start, i, at, partOfDay, today);
    const weekday = WEEKDAYS.get(word);
    return weekday === undefined ? null : this.#weekday(start, i, at, weekday, partOfDay || named, today);
  }

  /** «أمس» and its like, with the weekday that may follow: «أمس السبت», «أمس (السبت)». The weekday wins where the two differ. */
  #adverb(start: number, next: number, today: DayNumber, step: number): Found {
    const bracket = this.#sign(next) === '(' || this.#sign(next) === '،' ? 1 : 0;
    const weekday = WEEKDAYS.get(this.#word(next + bracket));
    if (weekday === undefined || (bracket && !/^[)،.]$/.test(this.#sign(next + bracket + 1)))) {
      const clue = { step, weekday: null };
      return { start, end: this.#end(next), next, value: isoOf(today + step), relative: true, clue };
    }
    const closed = bracket && this.#sign(next + 2) === ')' && this.#sign(next) === '(' ? 1 : 0;
    const after = next + bracket + 1 + closed;
    const day = nearestWeekday(today + step, weekday);
    const clue = { step, weekday };
    return { start, end: this.#end(after), next: after, value: isoOf(day), relative: true, clue };
  }

  /**
   * «اليوم» is "today" beside a weekday or after a part of the day, and where it stands as an adverb: set off by a comma, at the end of
   * its clause, before a particle, behind the verb («انتهت اليوم المهلة») or behind a definite noun («أعلن الجيش اليوم مقتل»), which no
   * genitive can follow. Else it is "the day", or a part of a name («إسرائيل اليوم»).
   */
  #todayAt(start: number, first: number, at: number, partOfDay: boolean, today: DayNumber): Found | null {
    const next = this.#word(at + 1);
    const adverb = () => this.#adverb(start, at + 1, today, 0);
    if (partOfDay || WEEKDAYS.has(next)) return adverb();
    if (NOT_AFTER_TODAY.has(next) || this.#tokens[first]?.norm !== 'اليوم') return null;
    const before = this.#tokens[first]?.newLine ? undefined : this.#tokens[first - 1];
    const word = before?.kind === 'word' ? before.norm : '';
    const verb = this.#eventVerb(first - 1);
    // «اليوم الأول», «اليوم الوطني» are "the … day"; a feminine noun is no adjective of it, and behind a verb a noun is its subject.
    if (next.startsWith('ال') && !/(ه|ات)$/.test(next) && (!verb || /ي$/.test(next) || UNITS.has(next))) return null;
    if (before?.norm === '،' || before?.norm === ',' || verb) return adverb();
    const after = this.#tokens[at + 1];
    const opens = before === undefined || before.norm === '.';
    if (opens && (after?.norm === '،' || after?.norm === ',')) return adverb();
    if (word === '' || this.#core(first - 1, NOT_BEFORE_TODAY)) return null;
    // «إلى روسيا اليوم» is where and when; «قالت روسيا اليوم» and «لروسيا اليوم» name an outlet, as «قناة النيل اليوم» does.
    const governed = /^(في|الي|من)$/.test(this.#word(first - 2));
    // «وقع العراق وإيران اليوم مذكرة»: two states behind their verb; «قالت القناة وروسيا اليوم» names two outlets.
    const joined = word.startsWith('و') && this.#eventVerb(first - 3) && !this.#core(first - 2, OUTLETS);
    const states = joined && NAMES_WITH_TODAY.has(this.#word(first - 2));
    if (!governed && !states && this.#core(first - 1, NAMES_WITH_TODAY)) return null;
    if (this.#core(first - 1, OUTLETS) || this.#core(first - 2, OUTLETS)) return null;
    const closed = !after || after.newLine || /^[،,.؛:!؟)]$/.test(after.norm) || AFTER_ADVERB.has(next);
    return closed || joined || word.startsWith('ال') ? adverb() : null;
  }

  /** Whether the word at `i` is a finite verb: by the list, or by its form where it opens its clause. */
  #eventVerb(i: number): boolean {
    const token = this.#tokens[i];
    if (token?.kind !== 'word') return false;
    if (this.#core(i, EVENT_VERBS) || this.#core(i, FEMININE_EVENT_VERBS)) return true;
    const word = token.norm;
    const before = this.#tokens[i - 1];
    const opens =
      !before || token.newLine || before.kind === 'punctuation' || /^(ان|التي|الذي|قد|سوف|كما)$/.test(before.norm);
    return opens && /^[وف]?س?[يت].{3,}/.test(word) && !NAMES_WITH_TODAY.has(word);
  }

  #weekday(start: number, first: number, at: number, weekday: number, named: boolean, today: DayNumber): Found | null {
    const token = this.#tokens[at];
    if (!token) return null;
    const direction = DIRECTIONS.get(this.#word(at + 1));
    const dateAt = /^[،,]$/.test(this.#sign(at + 1)) ? at + 2 : at + 1;
    // «الأحد 15 نوفمبر 2020»: the date that follows says it all.
    if (this.#dayAndMonth(dateAt, 0) || (this.#number(dateAt) !== null && this.#numeric(dateAt))) return null;
    const before = this.#tokens[first]?.newLine ? undefined : this.#tokens[first - 1];
    if (!named && direction === undefined && before?.kind === 'word') {
      if (NOT_BEFORE_WEEKDAY.has(before.norm) || this.#core(first - 1, NOT_BEFORE_WEEKDAY)) return null;
      // «الرجلين الاثنين»: the two.
      if (weekday === 1 && /(ين|ان)$/.test(before.norm)) return null;
    }
    if (named && before?.norm === 'كل') return null;
    const next = direction ? at + 2 : at + 1;
    const after = direction === 'future' || (direction === undefined && this.#isPlanned(first));
    const on = weekdayOf(today);
    const forward = (weekday - on + 7) % 7;
    const step =
      direction === 'past'
        ? -((on - weekday + 7) % 7 || 7)
        : after
          ? forward || (direction ? 7 : 0)
          : -((on - weekday + 7) % 7);
    const found = { start, end: this.#end(next), next, value: isoOf(today + step), relative: true };
    return after || direction !== undefined ? found : { ...found, clue: { step: null, weekday } };
  }

  /** Whether the clause before `i` speaks of what is to come: «سيصل», «من المقرر أن». */
  #isPlanned(i: number): boolean {
    for (let at = i - 1; at >= 0 && at >= i - CLAUSE_TOKENS; at--) {
      const token = this.#tokens[at];
      if (!token || token.norm === '.' || token.norm === '؛' || this.#tokens[at + 1]?.newLine) return false;
      if (token.kind !== 'word') continue;
      const word = token.norm.startsWith('و') ? token.norm.slice(1) : token.norm;
      if (PLANNED.has(word)) return true;
      if (
        word.length >= 4 &&
        words.futureVerbPrefixes.some((prefix) => word.startsWith(prefix)) &&
        !words.notFutureVerbs.some((prefix) => word.startsWith(prefix))
      )
        return true;
    }
    return false;
  }

  /** «الشهر الماضي», «هذا الشهر», «هذا العام». */
  #thisPeriod(i: number, start: number, core: string, today: DayNumber): Found | null {
    const year = Number(isoOf(today).slice(0, 4));
    if (core === 'الشهر') {
      const direction = DIRECTIONS.get(this.#word(i + 1));
      if (direction === undefined) return null;
      const value = this.#monthFromToday(today, YEAR_STEP[direction]);
      return { start, end: this.#end(i + 2), next: i + 2, value, relative: true };
    }
    const noun = this.#word(i + 1);
    const value =
      noun === 'الشهر' ? this.#monthFromToday(today, 0) : noun === 'العام' || noun === 'السنه' ? String(year) : null;
    return value === null ? null : { start, end: this.#end(i + 2), next: i + 2, value, relative: true };
  }

  /** «قبل يومين», «قبل ثلاثة أيام»: few days are counted, weeks and years are only meant roughly. */
  #daysAgo(i: number, start: number, today: DayNumber): Found | null {
    const word = this.#word(i + 1);
    if (word === 'يومين') return this.#adverb(start, i + 2, today, -2);
    const count = this.#sameLineNumber(i + 1) ?? COUNTS.get(word);
    if (count === undefined || count === null || count < 3 || count > EXACT_DAYS || this.#word(i + 2) !== 'ايام')
      return null;
    return { start, end: this.#end(i + 3), next: i + 3, value: isoOf(today - count), relative: true };
  }
}

const YEAR_STEP: Readonly<Record<Direction, number>> = { past: -1, current: 0, future: 1 };

/** The day with that weekday nearest to `day`, at most three days off. */
function nearestWeekday(day: DayNumber, weekday: number): DayNumber {
  const forward = (weekday - weekdayOf(day) + 7) % 7;
  return day + (forward <= 3 ? forward : forward - 7);
}

let hijriFormat: Intl.DateTimeFormat | null = null;

function hijriOf(day: DayNumber): { year: number; month: number; day: number } {
  hijriFormat ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const part = { year: 0, month: 0, day: 0 };
  for (const { type, value } of hijriFormat.formatToParts(day * MILLISECONDS_PER_DAY)) {
    if (type === 'year' || type === 'month' || type === 'day') part[type] = Number.parseInt(value, 10);
  }
  return part;
}

/** Mean length of the Hijri year and month in days; 1 Muharram 1 fell on 622-07-19 of the proleptic Gregorian calendar. */
const HIJRI_YEAR = 354.367;
const HIJRI_MONTH = 29.5306;
const HIJRI_EPOCH = dayNumber(622, 7, 19);

/** Umm al-Qura calendar: found by search around the mean, for `Intl` only converts the other way. Null where there is no such day. */
function gregorianOf(year: number, month: number, day: number): IsoDate | null {
  const guess = Math.round(HIJRI_EPOCH + (year - 1) * HIJRI_YEAR + (month - 1) * HIJRI_MONTH + day - 1);
  for (let at = guess - 4; at <= guess + 4; at++) {
    const hijri = hijriOf(at);
    if (hijri.year === year && hijri.month === month && hijri.day === day) return isoOf(at);
  }
  return null;
}

let solarFormat: Intl.DateTimeFormat | null = null;

/** Mean length of the Persian year in days; its first began on 622-03-22 of the proleptic Gregorian calendar. */
const SOLAR_YEAR = 365.2422;
const SOLAR_EPOCH = dayNumber(622, 3, 22);

/** A day of the Persian solar year, found as `gregorianOf` finds it. Null where there is no such day. */
function gregorianOfSolar(year: number, month: number, day: number): IsoDate | null {
  solarFormat ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  // Six months of 31 days, then of 30.
  const before = month <= 7 ? (month - 1) * 31 : 6 + (month - 1) * 30;
  const guess = Math.round(SOLAR_EPOCH + (year - 1) * SOLAR_YEAR + before + day - 1);
  for (let at = guess - 3; at <= guess + 3; at++) {
    const parts = solarFormat.formatToParts(at * MILLISECONDS_PER_DAY);
    const part = (type: string) => Number.parseInt(parts.find((each) => each.type === type)?.value ?? '', 10);
    if (part('year') === year && part('month') === month && part('day') === day) return isoOf(at);
  }
  return null;
}

/** A Hijri month in the precision it has: the Gregorian month if it lies in one, else the year, else null. */
function gregorianMonths(year: number, month: number): IsoDate | null {
  const [first, last] = [gregorianOf(year, month, 1), gregorianOf(year, month, 29)];
  if (first === null || last === null) return null;
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7);
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : null;
}
