/**
 * Finds the words of an article that name an agreement, and how far they go: «مذكرة التفاهم للتعاون الزراعي», «اتفاقية أمنية»,
 * «الاتفاقية التجارية بين مصر والأردن», «معاهدة لندن», «الوثيقة». What they refer to is decided in agreements.ts.
 */
import {
  adjectives,
  anotherWords,
  bothParties,
  earlierWords,
  generalWords,
  type HeadNoun,
  headNouns,
  kindWords,
  modifierNouns,
  notModifiers,
  plannedWords,
  quotingWords,
  subjectOf,
} from '../lexicon/agreements.ts';
import { nisba } from '../lexicon/geography.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { readings } from '../text/proclitics.ts';
import type { Span } from '../text/span.ts';
import type { ArticleView } from './agreement-view.ts';
import type { CountryCode } from './facts.ts';

/** A span that may name an agreement. Token indexes: `first` up to `next`. */
export interface NamedAgreement extends Span {
  readonly head: HeadNoun;
  readonly first: number;
  readonly next: number;
  /** Index into the sentences of the view. */
  readonly sentence: number;
  readonly definite: boolean;
  /** The head alone: «الاتفاقية», «هذه المذكرة» (the span is then the head). */
  readonly bare: boolean;
  /** «هذه», «تلك» before it. */
  readonly pointed: boolean;
  /** Joined by و to the agreement before it. */
  readonly joined: boolean;
  /** A modifier that sets it apart from the one spoken of: «السابق», «جديدة», «أخرى». */
  readonly apart: 'earlier' | 'another' | null;
  /** A modifier that makes a document an agreement: «تفاهم», «مشترك». */
  readonly telling: boolean;
  /** Folded: a place or quoted name that follows the head, or a name of this kind. */
  readonly properName: string | null;
  /** Of the place in the proper name: index into the entities. */
  readonly namePlace: number | null;
  /** Where the proper name stands: countries in it are no parties. */
  readonly nameSpan: Span | null;
  readonly year: string | null;
  readonly subjects: readonly string[];
  /** States named as parties in the span or right behind it. */
  readonly parties: readonly CountryCode[];
  /** Number of words. */
  readonly words: number;
}

/** An agreement's name has at most so many words after its noun. */
const LONGEST_NAME = 9;

/** Without ال, and in the indefinite accusative without its alef: the form that the lists have. */
function plain(word: string): string {
  const bare = word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
  return bare;
}

/** Words that begin with ال as their own letters, or as relative pronouns. */
const NOT_DEFINITE = new Set(
  'التي الذي الذين اللذان اللذين اللتان اللتين اللواتي الغاء الغاها الغيت التقي التقت التزام التزامات الزام التحاق التقاء'.split(
    ' ',
  ),
);

const isDefinite = (word: string): boolean => word.startsWith('ال') && word.length > 4 && !NOT_DEFINITE.has(word);

/** «أمني», «أمنية», «مشتركا»: whether a word without ال reads as an adjective of that gender (either if null). With its article one may
 * be as short as «بري»; without it a short word in ي is more often a verb or particle. `least`: letters of the masculine form. */
function isAdjective(word: string, feminine: boolean | null, least = 4): boolean {
  const asFeminine = word.endsWith('ه');
  if (feminine !== null && asFeminine !== feminine) return false;
  const stem = asFeminine ? word.slice(0, -1) : word;
  const nominative = stem.endsWith('ا') ? stem.slice(0, -1) : stem;
  if (adjectives.has(stem) || adjectives.has(nominative)) return true;
  return (
    (stem.endsWith('ي') && stem.length >= least) ||
    (nominative !== stem && nominative.endsWith('ي') && nominative.length >= 4)
  );
}

/** What a modifier is about: «الدفاعي», «دفاعية» and «الدفاع» are all `defence`. */
function subject(word: string): string | undefined {
  const base = plain(word);
  for (const form of [base, base.slice(0, -1), base.slice(0, -2)]) {
    const found = subjectOf.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isKind = (word: string): boolean => {
  const base = plain(word);
  return kindWords.has(base) || (/[هاي]$/.test(base) && kindWords.has(base.slice(0, -1)));
};

/** The agreement nouns of a view with their modifiers, in text order. Generic ones («أي اتفاق») and other documents are left out. */
export function namedAgreements(view: ArticleView): NamedAgreement[] {
  const found: NamedAgreement[] = [];
  let after = 0;
  for (const [sentence, { from, to }] of view.sentences.entries()) {
    let previous: NamedAgreement | null = null;
    for (let i = Math.max(from, after); i < to; i++) {
      const named = nameAt(view, i, to, sentence, previous);
      if (named === null) continue;
      found.push(named);
      previous = named;
      after = named.next;
      i = named.next - 1;
    }
  }
  return found;
}

/** The head noun at token `i`: its reading, whole or behind particles and the article. */
function headAt(view: ArticleView, i: number) {
  const token = view.tokens[i];
  if (token?.kind !== 'word' || token.norm.length < 4) return null;
  let possible = false;
  for (let cut = 0; cut <= 4 && !possible; cut++) possible = headNouns.has(token.norm.slice(cut));
  if (!possible) return null;
  for (const { core, start, end, definite, proclitic } of readings(view.text, token)) {
    const noun = headNouns.get(core) ?? (core.startsWith('ال') ? headNouns.get(core.slice(2)) : undefined);
    if (noun) return { noun, start, end, definite, proclitic };
  }
  return null;
}

function nameAt(
  view: ArticleView,
  i: number,
  to: number,
  sentence: number,
  previous: NamedAgreement | null,
): NamedAgreement | null {
  const head = headAt(view, i);
  if (head === null || view.inside(i, ['person', 'office', 'organization'])) return null;
  const { noun, definite, proclitic } = head;
  const next = i + 1 < to ? view.word(i + 1) : '';
  const before = i > 0 && !view.tokens[i]?.newLine ? view.word(i - 1) : '';
  if (noun.notBefore.has(next)) return null;
  // «علاقات وثيقة»: an adjective, not a document; it has no article of its own behind an indefinite noun in the plural.
  if (noun.type === 'document' && !definite && before.endsWith('ات')) return null;
  const general = generalWords.has(before.replace(/^[وفبلك](?=.{2})/, '')) || generalWords.has(before);
  if (general) return null;
  // «بالاتفاق مع», «تم الاتفاق على»: the act of agreeing, not a document.
  if (
    noun.type === 'agreement' &&
    !noun.feminine &&
    definite &&
    (next === 'علي' || (proclitic.endsWith('ب') && next === 'مع'))
  )
    return null;
  // «في بيان مشترك», «قال بيان مشترك»: only quoted.
  if (noun.onlyWith.size > 0 && (quotingWords.has(before) || proclitic.endsWith('ب') || verbKind(before) === 'speech'))
    return null;
  const extent = new Extent(view, i, to, noun, definite);
  extent.read();
  if (noun.onlyWith.size > 0 && !extent.has(noun.onlyWith)) if (!definite || noun.onlyWith.size === 0) return null;
  const end = view.tokens[extent.next - 1]?.end ?? head.end;
  const around = partiesAfter(view, extent.next, to);
  const span =
    extent.pairEnd > 0
      ? { start: head.start, end: view.tokens[extent.pairEnd - 1]?.end ?? end }
      : { start: head.start, end };
  const lastToken = extent.pairEnd > 0 ? extent.pairEnd : extent.next;
  const own = extent.countries.length >= 2 ? extent.countries : [];
  return {
    ...span,
    head: noun,
    first: i,
    next: lastToken,
    sentence,
    definite: definite || extent.closed,
    bare: extent.next === i + 1 && extent.pairEnd === 0,
    pointed: /^[وفبلك]?(هذه|هذا|تلك|ذلك|ذات|نفس)$/.test(before),
    joined: previous !== null && isJoined(view, previous.next, i, proclitic),
    apart: extent.has(earlierWords) ? 'earlier' : extent.has(anotherWords) ? 'another' : null,
    telling: extent.modifiers.some(isKind),
    properName: extent.properName,
    namePlace: extent.namePlace,
    nameSpan: extent.nameSpan,
    year: extent.year ?? yearNear(view, lastToken, to),
    subjects: [...new Set(extent.modifiers.flatMap((word) => subject(word) ?? []))].sort(),
    parties: own.length >= 2 ? own : around,
    words: lastToken - i,
  };
}

/** «مذكرة تفاهم … واتفاقية»: nothing but modifiers between two agreements, and و before the second. */
function isJoined(view: ArticleView, end: number, i: number, proclitic: string): boolean {
  if (i - end > 6) return false;
  for (let at = end; at < i; at++) {
    if (view.word(at) === '' && view.tokens[at]?.norm !== '،') return false;
    if (view.event(at)) return false;
  }
  return proclitic.startsWith('و') || view.word(i - 1) === 'و';
}

/** Reads the modifiers behind a head noun. */
class Extent {
  next: number;
  /** After «بين س وع» with two names of states, else 0. */
  pairEnd = 0;
  /** Whether the name has become definite by its last noun: «مذكرة التفاهم». */
  closed = false;
  properName: string | null = null;
  namePlace: number | null = null;
  nameSpan: Span | null = null;
  year: string | null = null;
  readonly modifiers: string[] = [];
  readonly countries: CountryCode[] = [];
  readonly #view: ArticleView;
  readonly #first: number;
  readonly #to: number;
  readonly #head: HeadNoun;
  readonly #definite: boolean;

  constructor(view: ArticleView, first: number, to: number, head: HeadNoun, definite: boolean) {
    this.#view = view;
    this.#first = first;
    this.#to = Math.min(to, first + 1 + LONGEST_NAME);
    this.#head = head;
    this.#definite = definite;
    this.next = first + 1;
  }

  has(words: ReadonlySet<string>): boolean {
    return this.modifiers.some(
      (word) => words.has(word) || words.has(plain(word)) || words.has(plain(word).replace(/ا$/, '')),
    );
  }

  read(): void {
    // The noun that adjectives agree with: the head, then a noun of the construct («تعاون» in «اتفاقية تعاون أمني»): either gender.
    let feminine: boolean | null = this.#head.feminine;
    let adjectival = false;
    while (this.next < this.#to) {
      const at = this.next;
      const token = this.#view.tokens[at];
      if (!token || token.newLine) break;
      if (
        /^[-–—]$/.test(token.norm) &&
        adjectival &&
        this.#country(at + 1) !== undefined &&
        this.#country(at - 1) !== undefined
      ) {
        this.next++;
        continue;
      }
      if (this.#named(at)) continue;
      if (token.kind === 'number') {
        if (/^(1[5-9]|20)\d\d$/.test(token.norm) && at === this.#first + 1) {
          this.year = token.norm;
          this.next++;
        }
        break;
      }
      if (token.kind !== 'word' || this.#view.startsMention(at, ['person', 'office'])) break;
      const joined =
        token.norm.startsWith('و') &&
        (adjectival || (this.next > this.#first + 1 && modifierNouns.has(token.norm.slice(1))));
      const word = joined ? token.norm.slice(1) : token.norm;
      if (plannedWords.has(word) || (!joined && notModifiers.has(word))) break;
      if (isDefinite(word)) {
        const adjective =
          isAdjective(plain(word), feminine, 3) ||
          (this.closed &&
            word.endsWith('ه') &&
            !this.#view.event(at) &&
            !this.#view.inside(at, ['place', 'organization']));
        if (this.#definite || this.closed) {
          if (!adjective) break;
          adjectival = true;
        } else if (joined || adjectival) break;
        else {
          // «البلدين» and the like are parties, not what it is about.
          if (bothParties.has(word)) break;
          this.closed = true;
          feminine = null;
        }
        this.#take(word);
        continue;
      }
      if (word.startsWith('لل') && !joined && (modifierNouns.has(word.slice(2)) || this.#leadsOn(at))) {
        this.closed = true;
        feminine = null;
        adjectival = false;
        this.#take(word.slice(2));
        continue;
      }
      if (this.closed || this.#definite) break;
      const written = this.#view.text[token.end - 1];
      if ((anotherWords.has(word) || isAdjective(word, feminine)) && written !== 'ى' && !this.#view.verb(at))
        adjectival = true;
      else if (adjectival || !this.#isNoun(word, at)) break;
      else feminine = null;
      this.#take(word);
    }
    this.#pair();
  }

  #take(word: string): void {
    this.modifiers.push(word);
    const country = this.#country(this.next);
    if (country && !this.countries.includes(country)) this.countries.push(country);
    this.next++;
  }

  /** «للصيد البحري»: an adjective behind it makes it a field, not someone it is for. */
  #leadsOn(at: number): boolean {
    const after = this.#view.word(at + 1);
    return (
      isDefinite(after) &&
      isAdjective(plain(after), null, 3) &&
      !this.#view.startsMention(at, ['person', 'office', 'organization', 'place'])
    );
  }

  #country(at: number): CountryCode | undefined {
    const word = this.#view.word(at);
    return nisba(word) || nisba(word.replace(/^و/, '')) || undefined;
  }

  /** A noun of the construct: one of the list, or any that leads to a definite noun («اتفاق خفض التصعيد»). */
  #isNoun(word: string, at: number): boolean {
    const base = word.endsWith('ا') ? word.slice(0, -1) : word;
    if (modifierNouns.has(word) || modifierNouns.has(base)) return true;
    if (/^[يس]/.test(word) || this.#view.verb(at) || this.#view.event(at) || word.length < 3) return false;
    if (this.#head.feminine && word.startsWith('ت') && !/^ت..ي.$/.test(word)) return false;
    const after = this.#view.word(at + 1);
    return isDefinite(after) && !this.#view.startsMention(at + 1, ['person', 'office', 'organization', 'place']);
  }

  /** A proper name: «معاهدة لندن», «اتفاقية "النيل"». */
  #named(at: number): boolean {
    const first = at === this.#first + 1;
    const place = this.#view.mentionAt(at, 'place');
    if (place && !this.#definite && !this.closed) {
      const token = this.#view.tokens[at];
      if (!token || token.start !== place.start) return false;
      if (first) {
        this.properName = this.#view.key(place);
        this.namePlace = place.entity;
        this.nameSpan = { start: place.start, end: place.end };
      }
      this.closed = true;
      while (this.next < this.#to && (this.#view.tokens[this.next]?.start ?? Infinity) < place.end) this.next++;
      return true;
    }
    if (!first || !/^["«“]$/.test(this.#view.tokens[at]?.norm ?? '')) return false;
    for (let close = at + 2; close <= at + 5 && close < this.#to; close++) {
      if (!/^["»”]$/.test(this.#view.tokens[close]?.norm ?? '')) continue;
      const [start, end] = [this.#view.tokens[at + 1]?.start ?? 0, this.#view.tokens[close - 1]?.end ?? 0];
      this.properName = this.#view.key({ start, end });
      this.nameSpan = { start, end };
      this.closed = true;
      this.next = close + 1;
      return true;
    }
    return false;
  }

  /** «بين العراق وإيران» right behind belongs to the name; «بين البلدين» does not. */
  #pair(): void {
    const view = this.#view;
    if (view.word(this.next) !== 'بين') return;
    const first = view.mentionAt(this.next + 1, 'place');
    const from = view.tokens[this.next + 1];
    if (!first || !from || first.end > (view.tokens[this.next + 3]?.end ?? 0)) return;
    let at = this.next + 1;
    while ((view.tokens[at]?.start ?? Infinity) < first.end) at++;
    if (view.word(at) === 'و') at++;
    else if (!view.word(at).startsWith('و')) return;
    const second = view.mentionAt(at, 'place');
    if (!second) return;
    const codes = [view.country(first), view.country(second)];
    while ((view.tokens[at]?.start ?? Infinity) < second.end) at++;
    this.pairEnd = at;
    for (const code of codes) if (code && !this.countries.includes(code)) this.countries.push(code);
  }
}

/** How far behind a name its parties may stand: «بين وزارتي الدفاع في العراق وإيران». */
const PARTIES_WINDOW = 14;

/** The states after «بين» right behind a name; none if fewer than two. */
function partiesAfter(view: ArticleView, next: number, to: number): CountryCode[] {
  let at = next;
  // «المبرمة/الموقعة بين …»
  if (view.event(at)?.form === 'participle') at++;
  if (view.word(at) !== 'بين') return [];
  const found: CountryCode[] = [];
  for (at++; at < to && at < next + PARTIES_WINDOW; at++) {
    const token = view.tokens[at];
    if (!token || token.newLine || token.kind !== 'word') break;
    if (view.verb(at) && !nisba(token.norm)) break;
    const country = view.countryAt(at);
    if (country && !found.includes(country)) found.push(country);
  }
  return found.length >= 2 ? found : [];
}

/** «… الموقعة عام 1975», «… لعام 1975», «… (1975)»: the year said of a name, right behind it or behind «الموقعة». */
function yearNear(view: ArticleView, next: number, to: number): string | null {
  let told = -1;
  for (let at = next; at < to && at < next + 6; at++) {
    const token = view.tokens[at];
    if (!token || token.newLine || (token.kind === 'punctuation' && token.norm !== '(')) return null;
    const date = view.dateAt(at);
    if (date) return told >= 0 || at <= next + 1 ? (/^\d{4}/.exec(date.value)?.[0] ?? null) : null;
    if (/^[وفبلك]?(بين|ان|التي|الذي|مع|قد|حيث)$/.test(token.norm) || view.verb(at)) return null;
    if (view.event(at)?.form === 'participle') told = at;
    else if (told < 0 && at > next + 1) return null;
  }
  return null;
}
