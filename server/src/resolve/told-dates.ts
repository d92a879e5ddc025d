/**
 * The day of an article that gives none, where dated ones tell of the same event. Strong evidence only, else it stays undated:
 *
 * - a signing: the same two men sign in a dated article that says on which day, and the undated one says «today» and the weekday of it;
 * - a meeting: at least three people in common, of two states, meeting in the same pairs («التقى … نظيره»), on a date whose weekday is the
 *   one that «أمس السبت» says the undated article was written on, and no article of another time tells of the same pairs.
 *
 * Only dates that articles have by themselves count, so that no inference rests on another. The index is a sum over the articles, pair by
 * pair; a pair that meets in more than MOST_MEETINGS articles tells no day. So what an edit touches is bounded.
 */
import type { AgreementFact, ArticleFacts, CountryCode, IsoDate, LocalIndex, PersonFact } from '../recognize/facts.ts';
import { CANDIDATE } from '../recognize/facts.ts';
import { contains, type Span } from '../text/span.ts';
import { CompactMap, type MapEdit } from './compact-map.ts';
import { bodyKey, isDay } from './describe.ts';
import type { ArticlePath, DateInference } from './entities.ts';
import { byCodeUnit } from './keys.ts';
import { nameKey, nameWords } from './person-name.ts';
import type { ResolvableArticle } from './resolver.ts';
import type { ArticleRecord } from './state.ts';

/** Those whom so many articles of one kind name together meet too often for a weekday to tell the day. */
const MOST_MEETINGS = 48;
/** More people in one sentence are a list, not a meeting. */
const MOST_IN_SENTENCE = 6;
/** Pairs of one article: a visit has some ten; a chronicle of a year would have hundreds and is no report of one event. */
const MOST_PAIRS = 40;
/** People in common, and the pairs of them that meet in both. */
const LEAST_PEOPLE = 3;
const LEAST_PAIRS = 2;
/** A visit and the reports of it; articles further apart tell of different ones. */
const ONE_VISIT_DAYS = 4;
const DAY = 86_400_000;

/** What an article with a date says of one pair. */
export interface Dated {
  readonly day: IsoDate;
  /** Of the article. */
  readonly date: IsoDate;
  readonly span: Span;
}

/** What articles say of one pair. */
export interface Told {
  readonly dated: CompactMap<Dated>;
  /** Articles whose day is wanted. */
  readonly wanting: CompactMap<true>;
}

/** By pair: `meeting a+b`, `signing a+b`. */
export type ToldDates = CompactMap<Told>;

/** The date of an article that others tell; `own` is what it says itself, mostly nothing. */
export interface ToldDate {
  readonly own: IsoDate | null;
  readonly inference: DateInference;
}

const NOTHING: Told = { dated: CompactMap.empty(), wanting: CompactMap.empty() };

/**
 * The next index; the changed articles, and those of which others now tell another day, each with the date it has then. Costs what the
 * changed articles are long, and for each of their pairs at most MOST_MEETINGS other articles.
 */
export function tell(
  index: ToldDates,
  records: CompactMap<ArticleRecord>,
  next: ReadonlyMap<ArticlePath, ResolvableArticle | null>,
): {
  readonly index: ToldDates;
  readonly articles: ReadonlyMap<ArticlePath, (ResolvableArticle & { readonly told?: ToldDate }) | null>;
  readonly changed: ReadonlySet<ArticlePath>;
} {
  const touched = new Set<string>();
  const after = index.edited((map) => {
    for (const [path, article] of next) {
      const record = records.get(path);
      if (record !== undefined) count(map, path, ownOf(record), false, touched);
      if (article !== null) count(map, path, article, true, touched);
    }
  });
  const asked = new Set<ArticlePath>();
  for (const [path, article] of next) if (article !== null) asked.add(path);
  for (const pair of touched)
    for (const told of [index.get(pair), after.get(pair)])
      if (told !== undefined && told.wanting.size <= MOST_MEETINGS)
        for (const path of told.wanting.keys()) asked.add(path);

  const articles = new Map<ArticlePath, (ResolvableArticle & { readonly told?: ToldDate }) | null>(next);
  const changed = new Set<ArticlePath>();
  for (const path of asked) {
    const record = records.get(path);
    const own = next.has(path) ? next.get(path) : record && ownOf(record);
    // It may be gone, while what it wanted stands in the index before.
    if (!own) continue;
    const inference = infer(after, path, own);
    if (equal(inference, record?.told?.inference ?? null)) {
      if (inference !== null && articles.has(path)) articles.set(path, withTold(own, inference));
      continue;
    }
    changed.add(path);
    articles.set(path, inference === null ? own : withTold(own, inference));
  }
  for (const [path, article] of next) if (article === null && records.get(path)?.told) changed.add(path);
  return { index: after, articles, changed };
}

/** The article with another date. Its facts are read when somebody asks for them, which a copy of it would do at once. */
export const dated = (article: ResolvableArticle, date: IsoDate | null): ResolvableArticle => ({
  date,
  get facts() {
    return article.facts;
  },
  text: () => article.text?.() ?? '',
});

const withTold = (own: ResolvableArticle, inference: DateInference): ResolvableArticle & { readonly told: ToldDate } =>
  Object.assign(dated(own, inference.value), { told: { own: own.date, inference } });

const ownOf = ({ given }: ArticleRecord): ResolvableArticle => given;

const equal = (a: DateInference | null, b: DateInference | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.value === b.value &&
    a.by === b.by &&
    a.evidence.article === b.evidence.article &&
    a.evidence.date === b.evidence.date &&
    a.evidence.span.start === b.evidence.span.start &&
    a.evidence.span.end === b.evidence.span.end);

function count(
  map: MapEdit<Told>,
  path: ArticlePath,
  { facts, date }: ResolvableArticle,
  add: boolean,
  touched: Set<string>,
): void {
  const put = (pair: string, dated: Dated | null) => {
    const before = map.get(pair) ?? NOTHING;
    const next: Told =
      dated === null
        ? { ...before, wanting: before.wanting.edited((edit) => (add ? edit.set(path, true) : edit.delete(path))) }
        : { ...before, dated: before.dated.edited((edit) => (add ? edit.set(path, dated) : edit.delete(path))) };
    if (next.dated.isEmpty() && next.wanting.isEmpty()) map.delete(pair);
    else map.set(pair, next);
    touched.add(pair);
  };
  const { meetings, signings } = pairsOf(facts);
  if (date !== null && isDay(date)) {
    for (const [pair, span] of meetings) put(pair, { day: date, date, span });
    for (const { pair, span, day } of signings) if (day !== null) put(pair, { day, date, span });
  } else if (wants(date)) {
    if (writtenOn(facts) !== null) for (const pair of meetings.keys()) put(pair, null);
    for (const { pair, weekday } of signings) if (weekday !== null) put(pair, null);
  }
}

/** Nothing, or a day without a year, is a date that others may complete; a month or a year is what the article says. */
const wants = (date: IsoDate | null): boolean => date === null || date.startsWith('XXXX-');

function infer(index: ToldDates, path: ArticlePath, { facts, date }: ResolvableArticle): DateInference | null {
  if (!wants(date)) return null;
  const { meetings, signings } = pairsOf(facts);
  const fits = (day: IsoDate) => date === null || day.slice(4) === date.slice(4);
  const found = bySigning(index, signings) ?? byMeeting(index, meetings.keys(), writtenOn(facts));
  return found !== null && found.evidence.article !== path && fits(found.value) ? found : null;
}

function bySigning(index: ToldDates, signings: readonly Signing[]): DateInference | null {
  const days = new Map<IsoDate, DateInference>();
  for (const { pair, weekday } of signings) {
    if (weekday === null) continue;
    for (const [article, { day, date, span }] of usable(index.get(pair))) {
      // Signed twice on different days: which of the two is meant is open, whatever the weekdays.
      const known = days.get(day);
      if (known === undefined || byCodeUnit(article, known.evidence.article) < 0)
        days.set(day, { value: day, by: 'signing', evidence: { article, date, span } });
      if (weekdayOf(day) !== weekday) return null;
    }
  }
  const [only, second] = days.values();
  return second === undefined ? (only ?? null) : null;
}

function byMeeting(index: ToldDates, pairs: Iterable<string>, writtenOn: number | null): DateInference | null {
  if (writtenOn === null) return null;
  const byArticle = new Map<ArticlePath, { pairs: string[]; told: Dated }>();
  for (const pair of pairs)
    for (const [article, told] of usable(index.get(pair))) {
      const known = byArticle.get(article);
      if (known === undefined) byArticle.set(article, { pairs: [pair], told });
      else known.pairs.push(pair);
    }
  const same = [...byArticle].filter(
    ([, { pairs: shared }]) => shared.length >= LEAST_PAIRS && peopleOf(shared).size >= LEAST_PEOPLE,
  );
  const times = same.map(([, { told }]) => Date.parse(told.day));
  if (Math.max(...times) - Math.min(...times) > ONE_VISIT_DAYS * DAY) return null;
  const fitting = same.filter(([, { told }]) => weekdayOf(told.day) === writtenOn).sort(([a], [b]) => byCodeUnit(a, b));
  const [first] = fitting;
  if (first === undefined) return null;
  const [article, { told }] = first;
  return { value: told.day, by: 'meeting', evidence: { article, date: told.date, span: told.span } };
}

const usable = (told: Told | undefined): Iterable<[ArticlePath, Dated]> =>
  told === undefined || told.dated.size > MOST_MEETINGS || told.wanting.size > MOST_MEETINGS ? [] : told.dated;

const peopleOf = (pairs: readonly string[]): Set<string> =>
  new Set(pairs.flatMap((pair) => pair.slice(pair.indexOf(' ') + 1).split('+')));

/** 0 = Sunday. */
const weekdayOf = (day: IsoDate): number => new Date(Date.parse(day)).getUTCDay();

interface Signing {
  readonly pair: string;
  readonly span: Span;
  /** When it was signed, where the article says so to the day. */
  readonly day: IsoDate | null;
  /** Of the day of writing, where that is said to be the day of signing. */
  readonly weekday: number | null;
}

interface Pairs {
  /** Pairs of people of two states, with the first sentence that names both. */
  readonly meetings: ReadonlyMap<string, Span>;
  readonly signings: readonly Signing[];
}

const known = new WeakMap<ArticleFacts, Pairs>();

/** Facts never change, so their pairs are read once. */
function pairsOf(facts: ArticleFacts): Pairs {
  let pairs = known.get(facts);
  if (pairs === undefined) {
    pairs = { meetings: meetingsOf(facts), signings: signingsOf(facts) };
    known.set(facts, pairs);
  }
  return pairs;
}

function meetingsOf(facts: ArticleFacts): Map<string, Span> {
  const pairs = new Map<string, Span>();
  const { sentences, mentions } = facts;
  let at = 0;
  for (const sentence of sentences) {
    const people = new Map<LocalIndex, CountryCode>();
    // Mentions and sentences are both in order of their places; a mention that a sentence before this one began is behind us.
    while (at < mentions.length && (mentions[at]?.start ?? 0) < sentence.start) at++;
    for (let i = at; i < mentions.length && (mentions[i]?.start ?? 0) < sentence.end; i++) {
      const mention = mentions[i];
      const person = mention?.kind === 'person' ? mention.entity : (mention?.holder ?? null);
      if (mention === undefined || person === null || mention.confidence < CANDIDATE) continue;
      const country = countryOf(facts, person);
      if (country !== null && keyOf(facts, person) !== null) people.set(person, country);
    }
    if (people.size < 2 || people.size > MOST_IN_SENTENCE) continue;
    for (const [a, from] of people)
      for (const [b, to] of people) {
        const pair = from < to ? pairKey('meeting', keyOf(facts, a), keyOf(facts, b)) : null;
        if (pair !== null && !pairs.has(pair)) pairs.set(pair, { start: sentence.start, end: sentence.end });
      }
    if (pairs.size > MOST_PAIRS) return new Map();
  }
  return pairs;
}

function signingsOf(facts: ArticleFacts): Signing[] {
  const signings = facts.entities.flatMap((fact) => {
    if (fact.kind !== 'agreement') return [];
    const keys = [...new Set(fact.signatories.map(({ person }) => keyOf(facts, person)))];
    const [first, second, third] = keys;
    const pair = third === undefined ? pairKey('signing', first ?? null, second ?? null) : null;
    const evidence = fact.signatories[0]?.evidence;
    if (pair === null || evidence === undefined) return [];
    const day = fact.date !== null && isDay(fact.date.value) ? fact.date.value : null;
    return [{ pair, span: evidence, day, weekday: signedToday(facts, fact) }];
  });
  // Of two documents that the same men signed nobody knows which one another article means.
  return signings.filter(({ pair }) => signings.filter((other) => other.pair === pair).length === 1);
}

/** The weekday of the day of writing, where a sentence that tells of the signing says «today» and one the weekday. */
function signedToday(facts: ArticleFacts, { states, signatories }: AgreementFact): number | null {
  const told = [...states.filter(({ state }) => state === 'signed'), ...signatories].map(({ evidence }) => evidence);
  const clues = (facts.dayClues ?? []).filter((clue) =>
    facts.sentences.some(
      (sentence) => contains(sentence, clue) && told.some((evidence) => contains(sentence, evidence)),
    ),
  );
  if (!clues.some(({ step }) => step === 0) || clues.some(({ step }) => step !== null && step !== 0)) return null;
  const days = new Set(clues.flatMap(({ weekday }) => weekday ?? []));
  const [only, second] = days;
  const written = writtenOn(facts);
  return only === undefined || second !== undefined || (written !== null && written !== only) ? null : only;
}

/** The weekday of the day of writing, by «أمس السبت», «اليوم الأحد»; null where none is said, or clues disagree. */
function writtenOn({ dayClues = [] }: ArticleFacts): number | null {
  const days = new Set(
    dayClues.flatMap(({ step, weekday }) => (step === null || weekday === null ? [] : (weekday - step + 7) % 7)),
  );
  const [only, second] = days;
  return second === undefined ? (only ?? null) : null;
}

/** The key of a full name; null of a part of one, which may be anybody's. */
function keyOf({ entities }: ArticleFacts, person: LocalIndex): string | null {
  const fact = entities[person];
  const words = fact?.kind === 'person' ? nameWords(fact.words) : [];
  return words.length < 2 ? null : nameKey(words);
}

function pairKey(kind: DateInference['by'], a: string | null, b: string | null): string | null {
  if (a === null || b === null || a === b) return null;
  return `${kind} ${[a, b].sort(byCodeUnit).join('+')}`;
}

/** The one state whose offices the article gives the person now. */
function countryOf({ entities }: ArticleFacts, person: LocalIndex): CountryCode | null {
  const fact = entities[person] as PersonFact | undefined;
  const countries = new Set<CountryCode>();
  for (const { office, former } of fact?.kind === 'person' ? fact.offices : []) {
    const held = entities[office];
    const country = held?.kind === 'office' && !former ? bodyKey(held).country : null;
    if (country !== null) countries.add(country);
  }
  const [only, second] = countries;
  return second === undefined ? (only ?? null) : null;
}
