/**
 * Who stands where in a sentence: the people it names, in order, and what may stand between them and the verb they belong to. Precision
 * before recall: a word that is no date, place, adverb or title between a verb and a name is taken for a noun that the name only
 * belongs to («التقى مستشار فلان» is not a meeting with فلان), and the name is left out.
 */

import { clauseWords, notVerbs } from '../lexicon/agreements.ts';
import {
  bareTitleWords,
  circumstanceWords,
  duringWords,
  type EncounterVerb,
  encounterVerbs,
  fillerWords,
  sayingNow,
  sayingVerbs,
  titleWords,
} from '../lexicon/events.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { ArticleView, SentenceTokens } from './agreement-view.ts';
import type { LocalIndex, MentionFact } from './facts.ts';
import { MAY } from './words.ts';

/** Somebody named in tokens `from` up to `to`, titles and offices beside the name with them. */
export interface Person {
  readonly from: number;
  readonly to: number;
  readonly entity: LocalIndex;
  /** The mention that names them. */
  readonly span: Span;
  /** Only an office is named, and the article does not say whose. */
  readonly unheld: boolean;
  /** Particles before the first word: «و», «ب», «ول». */
  readonly particles: string;
}

/** A verb with its subject. */
export interface Clause {
  /** Token of the verb. */
  readonly verb: number;
  /** Those who do it, standing beside it. */
  readonly subjects: readonly Person[];
  /** They stand behind the verb: up to this token; before it or nowhere: the token behind the verb. */
  readonly next: number;
  /** The subject stands before it, is told by a particle («أنه»), or was told before («والتقى»). */
  readonly carried: boolean;
}

/** Most words between a verb and a name that belongs to it. */
const GAP = 24;
/** Of one list. */
const MOST_PERSONS = 8;
/** Commas and the like that a clause runs across. */
const SOFT = /^[،,()"«»“”'\-–—]$/;
/** Words of the news that only look like verbs here. */
const PERSON_OR_OFFICE = ['person', 'office'] as const;
const NO_VERB = new Set(['بين', 'قبل', 'بعد', 'عقب', 'ضد', 'حول']);

export class Clauses {
  readonly view: ArticleView;
  readonly from: number;
  readonly to: number;
  readonly isTitle: boolean;
  readonly #holderOf: (mention: MentionFact) => LocalIndex | null;
  /** Found when first asked for: most sentences tell of no event. */
  #persons: readonly Person[] | undefined;

  constructor(
    view: ArticleView,
    { from, to, isTitle }: SentenceTokens,
    holderOf: (mention: MentionFact) => LocalIndex | null,
  ) {
    this.view = view;
    this.from = from;
    this.to = to;
    this.isTitle = isTitle;
    this.#holderOf = holderOf;
  }

  get persons(): readonly Person[] {
    this.#persons ??= this.#findPersons(this.#holderOf);
    return this.#persons;
  }

  #findPersons(holderOf: (mention: MentionFact) => LocalIndex | null): Person[] {
    const found: Person[] = [];
    /** First token of an office that the article gives to nobody, and the token behind it: «الوزير الفرنسي، [فلان]». */
    let unheld: { readonly from: number; readonly to: number } | null = null;
    for (let i = this.from; i < this.to; i++) {
      if (!this.view.inside(i, PERSON_OR_OFFICE)) continue;
      const mention = this.#mentionFrom(i);
      if (mention === null) continue;
      let to = i + 1;
      while (to < this.to && (this.view.tokens[to]?.start ?? 0) < mention.end) to++;
      const entity = holderOf(mention);
      const last = found.at(-1);
      let from = this.#withTitles(i, last?.to ?? this.from);
      const office = unheld;
      unheld = null;
      if (entity === null) unheld = { from: i, to };
      else {
        if (office !== null && mention.kind === 'person' && from > office.to && this.#apposed(office.to, from))
          from = office.from;
        // «وزير الدفاع [فلان]», «[فلان]، وزير الدفاع»: one person.
        if (last?.entity === entity && this.#apposed(last.to, from))
          found[found.length - 1] = { ...last, to, span: mention.kind === 'person' ? mention : last.span };
        else {
          const particles = this.#particles(from);
          const named = mention.kind === 'person';
          // «وزير الخارجية النرويجي، [فلان]»: whose office it is.
          if (last?.unheld && named && particles === '' && from > last.to && this.#apposed(last.to, from))
            found[found.length - 1] = { ...last, to, entity, span: mention, unheld: false };
          else {
            const unheld = mention.kind === 'office' && mention.holder === null;
            found.push({ from, to, entity, span: mention, unheld, particles });
          }
        }
      }
      i = to - 1;
    }
    return found;
  }

  #mentionFrom(i: number): MentionFact | null {
    const { view } = this;
    for (const kind of PERSON_OR_OFFICE) {
      const mention = view.mentionAt(i, kind);
      if (mention !== null && mention.start >= (view.tokens[i]?.start ?? 0)) return mention;
    }
    return null;
  }

  /** The first token of the ranks and titles before token `i`. */
  #withTitles(i: number, least: number): number {
    let from = i;
    // «وفلان»: a name with a particle has its titles elsewhere.
    const mention = this.#mentionFrom(i);
    if (mention !== null && mention.start > (this.view.tokens[i]?.start ?? 0)) return i;
    while (from > least && !this.view.tokens[from]?.newLine && this.#isTitleWord(from - 1)) from--;
    return from;
  }

  #isTitleWord(i: number): boolean {
    const word = this.view.word(i);
    if (word === '' || this.view.inside(i, ['person', 'office', 'place', 'organization'])) return false;
    const [, core = ''] = /^[وفبك]?(?:ال|لل)(.+)$|^$/.exec(word) ?? [];
    // «الفريق أول الركن فلان».
    if (word === 'اول') return /^[وفبك]?(ال|لل)(فريق|عميد|ملازم|رقيب|عريف|جنرال)$/.test(this.view.word(i - 1));
    return titleWords.has(core) || bareTitleWords.has(word) || bareTitleWords.has(withoutAnd(word));
  }

  #particles(from: number): string {
    const token = this.view.tokens[from];
    if (token === undefined) return '';
    const mention = this.#mentionFrom(from);
    if (mention !== null) return fold(this.view.text.slice(token.start, Math.max(token.start, mention.start)));
    // «وللشهيد فلان», «بالسيد فلان».
    return /^[وف]?ل(?=ل)|^[وف]?[بك]?(?=ال)|^و(?=.{3})/.exec(token.norm)?.[0] ?? '';
  }

  /** Whether nothing but commas and titles stands between two mentions of one person. */
  #apposed(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const token = this.view.tokens[i];
      if (token?.kind === 'punctuation' ? !SOFT.test(token.norm) : !this.#isTitleWord(i) && this.view.word(i) !== 'و')
        return false;
    }
    return true;
  }

  /** Who begins at token `i`; -1 where nobody does. */
  startingAt(i: number): number {
    const next = this.nextPerson(i);
    return this.persons[next]?.from === i ? next : -1;
  }

  /** Index of the first person from token `i` on. */
  nextPerson(i: number): number {
    let low = 0;
    let high = this.persons.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.persons[middle]?.from ?? 0) < i) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether the word at `i` opens a clause of its own: a verb, أن, a relative pronoun. */
  breaks(i: number): boolean {
    const word = this.view.word(i);
    if (word === '') return /^[.؟!?:؛;…]$/.test(this.view.tokens[i]?.norm ?? '');
    const core = /^[وف]/.test(word) && word.length > 3 ? word.slice(1) : word;
    return (
      clauseWords.has(word) ||
      clauseWords.has(core) ||
      /^(الذي|التي|الذين|اللذان|اللذين|انه|انها|بانه|بانها)$/.test(core) ||
      this.isVerb(i)
    );
  }

  isVerb(i: number): boolean {
    if (!this.view.may(i, MAY.clauseVerb)) return false;
    const word = this.view.word(i);
    if (word === '' || this.view.inside(i, ['person', 'office', 'organization'])) return false;
    const core = withoutAnd(word);
    if (NO_VERB.has(core)) return false;
    return (
      this.view.verb(i) ||
      encounterVerbs.has(core) ||
      sayingVerbs.has(core) ||
      sayingNow.has(core) ||
      (verbKind(core) !== undefined && !notVerbs.has(core))
    );
  }

  /** Whether the word at `i` is a verb in the future: «سيطرح». */
  isFuture(i: number): boolean {
    const core = withoutAnd(this.view.word(i));
    return /^س[يت]..+/.test(core) && !this.view.inside(i, ['person', 'office', 'organization', 'place']);
  }

  /**
   * Whether tokens `from` up to `to` hold nothing but what may stand between a verb and those it speaks of: dates, adverbs, commas, and
   * circumstances («في قصر الرئاسة»), none of them open («في مكتب [فلان]»). `apposed`: also definite words, which describe the one
   * before («القيادي في الحزب»).
   */
  between(from: number, to: number, apposed: boolean): boolean {
    if (to < from || to - from > GAP) return false;
    const { view } = this;
    let open = false;
    let circumstance = false;
    for (let i = from; i < to; i++) {
      const token = view.tokens[i];
      if (token === undefined) return false;
      if (token.kind === 'punctuation') {
        if (!SOFT.test(token.norm)) return false;
        if (open && /^[،,]$/.test(token.norm)) return false;
        continue;
      }
      if (view.dateAt(i)) {
        open = false;
        continue;
      }
      const word = token.norm;
      if (token.kind === 'number') continue;
      if (view.inside(i, ['place', 'organization'])) {
        if (!open && !circumstance && !apposed && !/^[وف]?[بل]/.test(word)) return false;
        circumstance = true;
        open = false;
        continue;
      }
      if (view.inside(i, ['person', 'office', 'agreement'])) return false;
      if (this.breaks(i)) return false;
      if (circumstanceWords.has(withoutAnd(word)) || duringWords.has(withoutAnd(word))) {
        open = true;
        circumstance = true;
        continue;
      }
      if (fillerWords.has(withoutAnd(word)) || this.#isTitleWord(i)) continue;
      if (/^[وف]?(ال|بال|لل|كال)../.test(word)) {
        if (!circumstance && !apposed && !/^[وف]?(بال)/.test(word)) return false;
        if (/^[وف]?بال/.test(word)) circumstance = true;
        open = false;
        continue;
      }
      // «في مكتبه»: closed by the pronoun; written, not folded, so that «زيارة» is none.
      if (circumstance && /(ه|ها|هما|هم)$/.test(view.text.slice(token.start, token.end))) {
        open = false;
        continue;
      }
      if (/^[وف]?ب.{2,}/.test(word) && !circumstance) {
        circumstance = true;
        open = true;
        continue;
      }
      if (circumstance) {
        open = true;
        continue;
      }
      if (/اً|ًا$/.test(view.text.slice(token.start, token.end))) continue;
      return false;
    }
    return !open;
  }

  /** The persons listed from `first` on: «فلان وفلان», «فلان، فلان وفلان»; with the token behind the list. */
  list(first: number): { readonly people: Person[]; readonly next: number } {
    const start = this.persons[first];
    if (start === undefined) return { people: [], next: this.to };
    const people = [start];
    let pending: Person[] = [];
    for (let i = first + 1; i < this.persons.length && people.length + pending.length < MOST_PERSONS; i++) {
      const person = this.persons[i] as Person;
      const before = pending.at(-1) ?? (people.at(-1) as Person);
      if (!this.#listed(before.to, person.from)) break;
      if (person.particles === 'و') {
        people.push(...pending, person);
        pending = [];
      } else if (person.particles === '' && this.#onlyComma(before.to, person.from)) pending.push(person);
      else break;
    }
    return { people, next: (people.at(-1) as Person).to };
  }

  #onlyComma(from: number, to: number): boolean {
    return to === from + 1 && /^[،,]$/.test(this.view.tokens[from]?.norm ?? '');
  }

  #listed(from: number, to: number): boolean {
    if (to - from > 10) return false;
    for (let i = from; i < to; i++) {
      const token = this.view.tokens[i];
      if (
        token?.kind === 'punctuation'
          ? !SOFT.test(token.norm)
          : this.breaks(i) ||
            (!/^(ال|في$|وكل|كل|من)/.test(this.view.word(i)) && !this.view.inside(i, ['place', 'organization']))
      )
        return false;
    }
    return true;
  }

  /** Who acts by the verb at token `verb`: behind it, else before it. */
  clause(verb: number): Clause {
    const index = this.nextPerson(verb + 1);
    const behind = this.persons[index];
    // «التي تواجه فلانا», «أنه التقى فلانا»: the subject is told before the verb.
    const told = /^[وف]?(الذي|التي|الذين|ب?انه|ب?انها)$/.test(this.view.word(verb - 1));
    if (!told && behind !== undefined && behind.particles === '' && this.between(verb + 1, behind.from, false)) {
      const { people, next } = this.list(index);
      return { verb, subjects: people, next, carried: false };
    }
    const before = this.subjectBefore(verb);
    return { verb, subjects: before, next: verb + 1, carried: true };
  }

  /** Whether a person is not behind a preposition or a noun that they belong to («مكتب فلان»). */
  #isHead({ from }: Person): boolean {
    const before = this.view.word(from - 1);
    if (from <= this.from || before === '' || this.view.dateAt(from - 1) || this.breaks(from - 1)) return true;
    const core = withoutAnd(before);
    if (fillerWords.has(core) || core === 'كان' || core === 'كانت') return true;
    return /^[وف]?ال/.test(before) || this.view.inside(from - 1, ['place', 'organization', 'person', 'office']);
  }

  /** «فلان، وزير كذا، التقى …», «فلان الذي التقى …». */
  subjectBefore(verb: number): Person[] {
    let end = verb;
    while (end > this.from && /^(قد|سوف|لم|لن|لا|كان|الذي|التي)$/.test(this.view.word(end - 1))) end--;
    if (
      /^[وف]/.test(this.view.word(verb)) &&
      !encounterVerbs.has(this.view.word(verb)) &&
      verbKind(this.view.word(verb)) === undefined
    )
      return [];
    const last = this.nextPerson(end) - 1;
    const person = this.persons[last];
    if (person === undefined || person.to > end || !this.between(person.to, end, true)) return [];
    // «الوفد الذي زار …»: only a name right before it.
    if (end < verb && /^(الذي|التي)$/.test(this.view.word(end)) && !this.#apposed(person.to, end)) return [];
    // A name behind a preposition is not the subject: «من فلان التقى».
    if (/[بل]$/.test(person.particles) || !this.#isHead(person)) return [];
    const people = [person];
    // «فلان وفلان يلتقيان».
    for (let i = last; i > 0 && people.length < MOST_PERSONS; i--) {
      const one = this.persons[i] as Person;
      const other = this.persons[i - 1] as Person;
      if (one.particles !== 'و' || !this.#listed(other.to, one.from)) break;
      people.unshift(other);
    }
    return people;
  }
}

export const withoutAnd = (word: string): string =>
  word.length > 2 && (word[0] === 'و' || word[0] === 'ف') ? word.slice(1) : word;

/** Whether a word is a verb that `isVerb` takes for one, whatever mention it stands in. */
export function isClauseVerb(word: string): boolean {
  const core = withoutAnd(word);
  return isVerbForm(word) || (core !== word && isVerbForm(core));
}
const isVerbForm = (form: string): boolean =>
  encounterVerbs.has(form) || sayingVerbs.has(form) || sayingNow.has(form) || verbKind(form) !== undefined;

export interface EncounterVerbAt {
  readonly verb: EncounterVerb;
  /** Behind و or ف. */
  readonly joined: boolean;
  /** «استقبله»: the object is a pronoun. */
  readonly pronoun: boolean;
}

/** What the word at `i` is of the verbs of encounters: whole, or behind و and ف, with a pronoun written onto it or none. */
export function encounterVerbAt(view: ArticleView, i: number): EncounterVerbAt | null {
  const word = view.word(i);
  return word === '' || view.inside(i, ['person', 'office']) ? null : encounterVerbIn(word);
}

/** The same of a word by itself. */
export function encounterVerbIn(word: string): EncounterVerbAt | null {
  const whole = encounterVerbs.get(word);
  if (whole !== undefined) return { verb: whole, joined: false, pronoun: false };
  const rest = /^[وف].{2,}/.test(word) ? word.slice(1) : null;
  const verb = rest === null ? undefined : encounterVerbs.get(rest);
  if (verb !== undefined) return { verb, joined: true, pronoun: false };
  const [, core = ''] = /^(.{4,}?)(?:ه|ها)$/.exec(word) ?? [];
  if (core === '') return null;
  const direct = pronounVerb(core);
  if (direct !== null) return { verb: direct, joined: false, pronoun: true };
  const behind = rest === null ? null : pronounVerb(core.slice(1));
  return behind === null ? null : { verb: behind, joined: true, pronoun: true };
}

/** «استقبل-ه», «التقا-ه»: verbs that have whom they tell of as their object. */
function pronounVerb(core: string): EncounterVerb | null {
  const verb =
    encounterVerbs.get(core) ?? (core.endsWith('ا') ? encounterVerbs.get(`${core.slice(0, -1)}ي`) : undefined);
  return verb !== undefined && verb.object === 'direct' && verb.kind !== 'call' ? verb : null;
}
