/** How far the name of an agreement goes behind its noun, and what its words say: parties, subject, proper name, year. */
import {
  adjectives,
  anotherWords,
  bothParties,
  concerningWords,
  type DocumentNumber,
  fieldWords,
  type HeadNoun,
  headNouns,
  kindWords,
  landmarkNouns,
  mediationWords,
  modifierNouns,
  notModifiers,
  plannedWords,
  sidesOf,
  subjectOf,
  takingObject,
} from '../lexicon/agreements.ts';
import { nisba } from '../lexicon/geography.ts';
import { commonWord, functionWords, notDefinite } from '../lexicon/person-names.ts';
import type { Span } from '../text/span.ts';
import type { ArticleView } from './agreement-view.ts';
import type { CountryCode, MentionFact } from './facts.ts';

/** An agreement's name has at most so many words after its noun. */
const LONGEST_NAME = 9;
/** A name in quotation marks may be longer: «اتفاقية الأمم المتحدة لمكافحة الفساد عبر الوطني …». */
const LONGEST_QUOTED_NAME = 14;
/** Of a list of parties. */
const MOST_SIDES = 6;
/** What an agreement is about stands so near behind its name, in tokens, and has so many words. */
const TOPIC_WINDOW = 7;
const TOPIC_WORDS = 4;

/** Without ال, and in the indefinite accusative without its alef: the form that the lists have. */
function plain(word: string): string {
  const bare = word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
  return bare;
}

const isDefinite = (word: string): boolean => word.startsWith('ال') && word.length > 4 && !notDefinite.has(word);

/** «أمني», «أمنية», «مشتركا»: whether a word without ال reads as an adjective of that gender (either if null). With its article one may
 * be as short as «بري»; without it a short word in ي is more often a verb or particle. `least`: letters of the masculine form. */
export function isAdjective(word: string, feminine: boolean | null, least = 4): boolean {
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
  // «طبيعي» is no «طبي».
  const stems = [
    /(ات|ين|ان|ون|يا|يه)$/.test(base) ? base.slice(0, -2) : '',
    /[هاي]$/.test(base) ? base.slice(0, -1) : '',
  ];
  for (const form of [base, ...stems.reverse()]) {
    const found = subjectOf.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an agreement is about, by the words of its name. Sorted. */
export const subjectsOf = (words: readonly string[]): string[] =>
  [...new Set(words.flatMap((word) => subject(word) ?? []))].sort();

/** Whether a modifier makes a document an agreement: «تفاهم», «مشترك». */
export const isKind = (word: string): boolean => {
  const base = plain(word);
  return kindWords.has(base) || (/[هاي]$/.test(base) && kindWords.has(base.slice(0, -1)));
};

/** Endings of ordinary nouns and verbs. */
const COMMON_ENDING = /(ه|ات|ين|ون|ان|وا|ها|هم|نا)$/;
/** An ending of the dual or plural is one only behind a noun: «اتفاقيات شنقان» has a name. */
function hasCommonEnding(word: string): boolean {
  if (!COMMON_ENDING.test(word)) return false;
  const stem = word.slice(0, -2);
  const inflected = /(ان|ون|ين)$/.test(word);
  return (
    !inflected ||
    [stem, `${stem}ه`, `${stem}ي`, `ال${stem}`].some((noun) => noun.length > 2 && commonWord(noun) !== null)
  );
}
/** Prepositions before what an agreement is about. */
const ABOUT = /^(علي|بشان|بخصوص|حول)$/;
/** «وثيقة على رف»: what one agrees on, a document lies on. */
const ABOUT_DOCUMENT = /^(بشان|بخصوص|حول)$/;
/** First parts of names of two words. */
const COMPOUND = /^(عبد|ام|ابو|ابي|بني|راس|بن)$/;
/** Words that only a clause has: pronouns, particles and imperfect verbs. */
const CLAUSE = /^(ان|التي|الذي|هي|هو|لا|لم|لن|قد|[وف]?س[يت].{2,}|[وف]?ي[^و].{3,})$/;

/** «… لمكافحة الإرهاب وتتفقان على ربط الشبكتين»: what a further verb is about. */
function saysAct(view: ArticleView, i: number): boolean {
  const form = view.event(i)?.form;
  return form === 'perfect' || form === 'imperfect' || form === 'future';
}

/** Reads the modifiers behind a head noun. */
export class Extent {
  next: number;
  /** After «بين س وع» with two names of states, else 0. */
  pairEnd = 0;
  /** After the quotation mark that closes a name in quotes, else 0. */
  closedBy = 0;
  /** The proper name is a state's: «معاهدة …» of a state's name is one, «اتفاقيات …» are many. */
  namesState = false;
  /** Whether the name has become definite by its last noun: «مذكرة التفاهم». */
  closed = false;
  /** «اتفاقية خور شنقاف». */
  ofLandmark = false;
  /** «الإعلان المتعلق بالشراكة». */
  concerns = false;
  /** «اتفاق إطاري لديمومة القطاع», «مذكرة تفاهم لربط الشبكتين»: an adjective without the article, or a ل, whatever follows. */
  indefinite = false;
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
  readonly #quotedNames: ReadonlySet<string>;
  /** Of the adjectives behind the head; the dual has forms of its own. */
  readonly #feminine: boolean | null;

  /** `quotedNames`: words that the article puts in quotes behind the noun of an agreement. */
  constructor(
    view: ArticleView,
    first: number,
    to: number,
    head: HeadNoun,
    definite: boolean,
    number: DocumentNumber,
    quotedNames: ReadonlySet<string>,
  ) {
    this.#quotedNames = quotedNames;
    this.#view = view;
    this.#first = first;
    this.#to = Math.min(to, first + 1 + LONGEST_NAME);
    this.#head = head;
    this.#definite = definite;
    this.#feminine = number === 'one' ? head.feminine : number === 'many' ? true : null;
    this.next = first + 1;
  }

  /** The states that its adjectives name: «بيان مصري أردني», and those of «بين مصر والأردن». */
  get parties(): readonly CountryCode[] {
    return this.countries;
  }

  /** «ثلاثي», «رباعية»: how many sides it has; 0 where unsaid. */
  get sides(): number {
    return Math.max(0, ...this.modifiers.map((word) => sidesOf.get(word) ?? 0));
  }

  get states(): number {
    return this.countries.length;
  }

  has(words: ReadonlySet<string>): boolean {
    return this.modifiers.some(
      (word) => words.has(word) || words.has(plain(word)) || words.has(plain(word).replace(/ا$/, '')),
    );
  }

  read(): void {
    // The noun that adjectives agree with: the head, then a noun of the construct («تعاون» in «اتفاقية تعاون أمني»): either gender.
    let feminine = this.#feminine;
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
      if (this.#landmark(at)) break;
      if (at === this.#first + 1 && this.#dated(at)) break;
      if (token.kind === 'number') {
        if (/^(1[5-9]|20)\d\d$/.test(token.norm) && at === this.#first + 1) {
          this.year = token.norm;
          this.closed = true;
          this.next++;
        }
        break;
      }
      if (token.kind !== 'word' || this.#view.startsMention(at, ['person', 'office'])) break;
      const joined =
        token.norm.startsWith('و') &&
        (adjectival || (this.next > this.#first + 1 && modifierNouns.has(token.norm.slice(1))));
      const word = joined ? token.norm.slice(1) : token.norm;
      if (!joined && at === this.#first + 1 && this.#yearSaid(at)) break;
      if (!joined && this.#field(at)) {
        adjectival = false;
        feminine = null;
        continue;
      }
      if (!joined && this.#document(at)) {
        adjectival = false;
        feminine = null;
        continue;
      }
      if (!joined && (mediationWords.has(word) || (/^ب/.test(word) && headNouns.has(word.slice(1))))) break;
      if (plannedWords.has(word) || (!joined && notModifiers.has(word))) break;
      // «اتفاق الشراكة الممضى في …»: what was done with it is no part of its name.
      if (isDefinite(word) && this.#view.event(at)?.form === 'participle') break;
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
        if (!adjectival) this.#furtherNouns((noun) => modifierNouns.has(noun) || subjectOf.has(noun));
        continue;
      }
      if (word.startsWith('لل') && !joined && (modifierNouns.has(word.slice(2)) || this.#leadsOn(at))) {
        this.indefinite ||= !this.closed;
        this.closed = true;
        feminine = null;
        adjectival = false;
        this.#take(word.slice(2));
        this.#furtherNouns(() => true);
        continue;
      }
      // «تبادل الطاقة بالمياه»: what is given for it.
      if (this.closed && /^بال.{3}/.test(word) && this.modifiers.some((each) => plain(each) === 'تبادل')) {
        if (modifierNouns.has(word.slice(3))) {
          this.#take(word.slice(1));
          continue;
        }
      }
      // «الحدود الدولية وحسن الجوار»: a second construct.
      if (this.closed && joined && modifierNouns.has(word) && isDefinite(this.#view.word(at + 1))) {
        this.#take(word);
        this.#take(this.#view.word(this.next));
        continue;
      }
      if (this.closed || this.#definite) break;
      if (/^ل[^لي]/.test(word) && !joined && word.length > 3 && this.#isNoun(word.slice(1), at, true)) {
        this.indefinite = true;
        feminine = null;
        adjectival = false;
        this.#take(word.slice(1));
        if (this.#isObject(this.next)) this.#take(this.#view.word(this.next));
        continue;
      }
      const written = this.#view.text[token.end - 1];
      if (
        !modifierNouns.has(word) &&
        (anotherWords.has(word) || isAdjective(word, feminine)) &&
        written !== 'ى' &&
        !this.#view.verb(at)
      ) {
        adjectival = true;
        this.indefinite = true;
      } else if (adjectival || !this.#isNoun(word, at)) {
        this.#unknownName(at);
        break;
      } else feminine = null;
      this.#take(word);
      // «اتفاقية إنشاء مركز …»: what a verbal noun acts on.
      if (!adjectival && takingObject.has(word) && this.#isObject(this.next)) this.#take(this.#view.word(this.next));
    }
    if (this.next === this.#first + 1 && !this.#definite) this.#about();
    this.#concerning();
    this.#quoted();
    if (this.closedBy === 0) this.#pair();
  }

  /** «اتفاقية خور شنقاف», «معاهدة وادي أم تيلان»: where no place is known by that name. */
  #landmark(at: number): boolean {
    const view = this.#view;
    if (at !== this.#first + 1 || this.#definite || !landmarkNouns.has(view.word(at))) return false;
    const last = COMPOUND.test(view.word(at + 1)) ? at + 2 : at + 1;
    if (last >= this.#to || view.tokens[at + 1]?.newLine || view.word(last).length < 3) return false;
    if (view.verb(at + 1) || view.event(at + 1) || notModifiers.has(view.word(at + 1))) return false;
    this.closed = true;
    this.ofLandmark = true;
    while (this.next <= last) this.#take(view.word(this.next));
    return true;
  }

  /** «اتفاق 18 آذار 2016», «اتفاق آذار 2016»: a full date right behind the noun, without preposition or weekday, is its name. */
  #dated(at: number): boolean {
    const date = this.#view.dateAt(at);
    const token = this.#view.tokens[at];
    if (!date || !token || date.start !== token.start || isDefinite(token.norm)) return false;
    if (!/^\d{4}-\d\d/.test(date.value) || !/[\d٠-٩۰-۹]{4}$/.test(this.#view.text.slice(date.start, date.end)))
      return false;
    this.year = date.value.slice(0, 4);
    this.properName = date.value;
    this.nameSpan = { start: date.start, end: date.end };
    this.closed = true;
    while (this.next < this.#to && (this.#view.tokens[this.next]?.start ?? Infinity) < date.end) this.next++;
    return true;
  }

  /** «اتفاقية عام 1959», «معاهدة سنة 1929». */
  #yearSaid(at: number): boolean {
    const year = this.#view.tokens[at + 1]?.norm ?? '';
    if (!/^ل?(عام|سنه)$/.test(this.#view.word(at)) || !/^(1[5-9]|20)\d\d$/.test(year)) return false;
    this.year = year;
    this.closed = true;
    this.next = at + 2;
    return true;
  }

  /** «اتفاقية شنقاف», «اتفاقات أوزمار»: right behind a noun for treaties a word that prose does not know is its name. */
  #unknownName(at: number): void {
    const view = this.#view;
    const word = view.word(at);
    const known = (other: string) =>
      other.length < 4 || hasCommonEnding(other) || commonWord(other) !== null || nisba(other) !== undefined;
    if (at !== this.#first + 1 || this.#definite || !this.#head.plain || known(word)) return;
    if (
      view.tokens[at]?.newLine ||
      view.inside(at, ['organization', 'person']) ||
      view.verb(at) ||
      view.event(at) ||
      view.dateAt(at) ||
      /^[بلكف]|^و|^س?[يتن]/.test(word)
    )
      return;
    const [first, last] = [view.tokens[at], view.tokens[at]];
    if (!first || !last) return;
    this.nameSpan = { start: first.start, end: last.end };
    this.properName = view.key(this.nameSpan);
    this.closed = true;
    this.next = at + 1;
  }

  /** «اتفاق إعلان المبادئ», «اتفاقية عقد توريد»: a document that counts only with the word behind it, in the construct: one name. */
  #document(at: number): boolean {
    const noun = headNouns.get(this.#view.word(at))?.noun;
    const what = this.#view.word(at + 1);
    if (at !== this.#first + 1 || this.#definite || this.#view.tokens[at + 1]?.newLine) return false;
    if (!noun?.onlyWith.has(what)) return false;
    this.#take(this.#view.word(at));
    this.#take(what);
    this.closed = isDefinite(what);
    return true;
  }

  /** «في مجال الطاقة», «في قطاع النفط والغاز», «في المجال الصحي»: takes the preposition and the noun; what follows is read on. */
  #field(at: number): boolean {
    const view = this.#view;
    const noun = view.word(at + 1);
    if (view.word(at) !== 'في' || !fieldWords.has(plain(noun))) return false;
    const what = view.word(at + 2);
    const adjective = isDefinite(noun);
    if (!isDefinite(what) || (adjective && !isAdjective(plain(what), null, 3))) return false;
    if (at + 2 >= this.#to || view.startsMention(at + 2, ['person', 'office', 'place'])) return false;
    this.next += 2;
    this.#take(what);
    // «في مجالات الطاقة والنقل».
    while (!adjective && this.next < this.#to && /^وال.{2}/.test(view.word(this.next)) && !view.event(this.next))
      this.#take(view.word(this.next).slice(1));
    this.closed = true;
    return true;
  }

  /** «"الاتفاقية العامة للتعاون في الاقتصاد والثقافة"»: a name that opens quotation marks goes to where they close. */
  #quoted(): void {
    const view = this.#view;
    if (!/^["«“]$/.test(view.tokens[this.#first - 1]?.norm ?? '')) return;
    // «"الاتفاق ذو أهمية"» says something of it.
    const says = view.word(this.#first + 1);
    if (this.#definite && says !== '' && !/^(ال|[لب].{2})/.test(says) && !functionWords.has(says)) return;
    for (let i = this.#first + 1; i < this.#first + LONGEST_QUOTED_NAME; i++) {
      const token = view.tokens[i];
      if (!token || token.newLine) return;
      if (/^["»”]$/.test(token.norm)) {
        for (let at = this.next; at < i; at++) this.modifiers.push(view.word(at).replace(/^[ول](?=ال)|^ل(?=ل)/, ''));
        this.next = Math.max(this.next, i);
        this.closedBy = i + 1;
        this.closed = true;
        return;
      }
      // A sentence in quotes is no name.
      if (token.kind === 'punctuation' || view.verb(i) || view.event(i) || CLAUSE.test(token.norm)) return;
    }
  }

  /** «الاتفاق الإطاري الخاص بالمياه», «المذكرة المتعلقة بمد السكك الحديدية»: what it concerns, to a definite noun with its adjectives. */
  #concerning(): void {
    const view = this.#view;
    const at = concerningWords.has(view.word(this.next)) ? this.next + 1 : this.next;
    if (!concerningWords.has(view.word(at - 1)) || !/^ب.{2}/.test(view.word(at))) return;
    const words: string[] = [];
    for (let i = at; i < at + TOPIC_WORDS; i++) {
      const word = i === at ? view.word(i).slice(1) : view.word(i);
      const behindNoun = words.length > 0 && isDefinite(words.at(-1) ?? '');
      if (word === '' || view.tokens[i]?.newLine || view.inside(i, ['person', 'office', 'organization', 'place']))
        break;
      if (behindNoun && !(isDefinite(word) && isAdjective(plain(word), null, 3))) break;
      if (notModifiers.has(word) || view.verb(i) || view.event(i)) break;
      words.push(word);
    }
    if (!words.some(isDefinite)) return;
    this.concerns = true;
    this.modifiers.push(...words);
    this.next = at + words.length;
    this.closed = true;
  }

  /** «اتفاق بشأن ترسيم الحدود», «هدنة لمدة شهرين» apart: a noun that has no modifier is told by what it is about. */
  #about(): void {
    const view = this.#view;
    if (!(this.#head.type === 'document' ? ABOUT_DOCUMENT : ABOUT).test(view.word(this.next))) return;
    let end = this.next + 1;
    while (end <= this.next + TOPIC_WORDS) {
      const word = view.word(end);
      const token = view.tokens[end];
      if (!token || token.newLine || word === '' || notModifiers.has(word) || view.verb(end) || view.event(end)) break;
      if (word.startsWith('و') && !word.startsWith('وال')) break;
      if (view.inside(end, ['person', 'office', 'organization']) || CLAUSE.test(word) || /^[بل]ال/.test(word)) break;
      end++;
      // A definite noun that no adjective or further noun with the article follows ends it.
      if (isDefinite(word) && !isDefinite(view.word(end))) break;
    }
    if (end === this.next + 1) return;
    for (let at = this.next + 1; at < end; at++) this.modifiers.push(view.word(at));
    this.next = end;
  }

  /** Words that say what it is about, behind its name: «اتفاق مع … على تقاسم المياه», «مذكرة بشأن الحدود». */
  topic(): string[] {
    const view = this.#view;
    const from = Math.max(this.next, this.closedBy, this.pairEnd);
    for (let i = from; i < from + TOPIC_WINDOW; i++) {
      const token = view.tokens[i];
      if (token?.kind === 'number') continue;
      if (
        token?.kind !== 'word' ||
        token.newLine ||
        view.verb(i) ||
        saysAct(view, i) ||
        headNouns.has(token.norm.replace(/^و(ال)?/, ''))
      )
        return [];
      const direct =
        /^ل[^ي]/.test(token.norm) &&
        (token.norm.length > 4 || subjectOf.has(token.norm.slice(1))) &&
        !view.inside(i, ['person', 'office', 'place']);
      if (!direct && !ABOUT.test(token.norm)) continue;
      const words: string[] = direct ? [token.norm.replace(/^لل?/, '')] : [];
      for (let at = i + 1; at <= i + TOPIC_WORDS; at++) {
        const word = view.word(at);
        if (word === '' || view.tokens[at]?.newLine || view.verb(at) || notModifiers.has(word)) break;
        words.push(word.startsWith('وال') ? word.slice(1) : word);
      }
      return words;
    }
    return [];
  }

  #take(word: string): void {
    this.modifiers.push(word);
    const country = this.#country(this.next);
    if (country && !this.countries.includes(country)) this.countries.push(country);
    this.next++;
  }

  /** «للصيد البحري», «للصيد بين …»: an adjective or its parties behind it make it a field, not someone it is for. */
  #leadsOn(at: number): boolean {
    const after = this.#view.word(at + 1);
    return (
      (after === 'بين' || (isDefinite(after) && isAdjective(plain(after), null, 3))) &&
      !this.#view.startsMention(at, ['person', 'office', 'organization', 'place'])
    );
  }

  #country(at: number): CountryCode | undefined {
    const word = this.#view.word(at);
    return nisba(word) || nisba(word.replace(/^و/, '')) || undefined;
  }

  /** «لبناء مصفاة», «لشراء طائرات»: the indefinite noun that a verbal noun acts on. */
  #isObject(at: number): boolean {
    const word = this.#view.word(at);
    if (word.length < 3 || isDefinite(word) || notModifiers.has(word) || /^[وفبلسي]/.test(word)) return false;
    const inside = this.#view.inside(at, ['person', 'office', 'place', 'organization']);
    return !inside && !this.#view.tokens[at]?.newLine && !this.#view.verb(at) && !this.#view.event(at);
  }

  /** «للتدريب والاستشارات العسكرية», «اتفاق السلم والمصالحة»: further nouns of the same ل or construct. */
  #furtherNouns(isOne: (noun: string) => boolean): void {
    const view = this.#view;
    while (this.next < this.#to && /^وال.{3}/.test(view.word(this.next))) {
      const noun = view.word(this.next).slice(1);
      if (!isOne(plain(noun)) || headNouns.has(plain(noun)) || view.event(this.next) || view.verb(this.next)) return;
      if (view.startsMention(this.next, ['person', 'office', 'organization', 'place'])) return;
      this.#take(noun);
    }
  }

  /**
   * A noun of the construct: one of the list, or any that leads to a definite noun («اتفاق خفض التصعيد»); behind ل through another
   * («اتفاق لرفع إمدادات الغاز»).
   */
  #isNoun(word: string, at: number, behindParticle = false): boolean {
    const base = word.endsWith('ا') ? word.slice(0, -1) : word;
    if (modifierNouns.has(word) || modifierNouns.has(base)) return true;
    // «بإعلان اتفاق …»: another agreement.
    if (headNouns.has(base)) return false;
    if (/^([يب]|س[يتن])/.test(word) || this.#view.verb(at) || this.#view.event(at) || word.length < 3) return false;
    // «اتفاقية تنظم …» is a verb, «اتفاقية ترتيبات …» none.
    if (this.#head.feminine && word.startsWith('ت') && !/^ت..ي.$|ات$/.test(word)) return false;
    // «ترتيبات شؤون الحجاج», «تسهيل تأشيرات الدخول»: through a noun of the list or of a subject.
    const next = this.#view.word(at + 1);
    const inner = modifierNouns.has(next) || subjectOf.has(next) || (behindParticle && this.#isObject(at + 1));
    const through = inner && !this.#view.tokens[at + 2]?.newLine ? at + 2 : at + 1;
    const after = this.#view.word(through);
    return isDefinite(after) && !this.#view.startsMention(at + 1, ['person', 'office', 'organization', 'place']);
  }

  /** A proper name: «معاهدة لندن», «اتفاقية "النيل"». */
  #named(at: number): boolean {
    const first = at === this.#first + 1;
    const token = this.#view.tokens[at];
    if (first && !this.#definite && token && this.#quotedNames.has(this.#view.word(at))) {
      this.nameSpan = { start: token.start, end: token.end };
      this.properName = this.#view.key(this.nameSpan);
      this.closed = true;
      this.next = at + 1;
      return true;
    }
    const place = this.#view.mentionAt(at, 'place');
    if (place && !this.#definite && !this.closed) {
      const token = this.#view.tokens[at];
      if (!token || token.start !== place.start) return false;
      if (first && this.#ofTwoStates(place)) return true;
      if (first) {
        this.properName = this.#view.key(place);
        this.namePlace = place.entity;
        this.namesState = this.#view.placeType(place) === 'state';
        this.nameSpan = { start: place.start, end: place.end };
      }
      this.closed = true;
      while (this.next < this.#to && (this.#view.tokens[this.next]?.start ?? Infinity) < place.end) this.next++;
      return true;
    }
    // «قال إن الاتفاق "خطوة أولى"»: behind the article the quotation is said of it.
    if (!first || this.#definite || !/^["«“]$/.test(this.#view.tokens[at]?.norm ?? '')) return false;
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

  /** «اتفاق مصر والأردن», «اتفاق القاهرة وعمان»: no treaty of a place, but that of the two. */
  #ofTwoStates(place: MentionFact): boolean {
    const view = this.#view;
    let after = this.next;
    while ((view.tokens[after]?.start ?? Infinity) < place.end) after++;
    const other = view.word(after).startsWith('و') ? view.mentionAt(after, 'place') : null;
    const government = (each: MentionFact) => /^(state|capital)$/.test(view.placeType(each) ?? '');
    if (!other || !government(place) || !government(other) || view.country(place) === view.country(other)) return false;
    for (const party of [place, other]) {
      const country = view.country(party);
      if (country && !this.countries.includes(country)) this.countries.push(country);
    }
    this.closed = true;
    this.next = after;
    while (this.next < this.#to && (view.tokens[this.next]?.start ?? Infinity) < other.end) this.next++;
    return true;
  }

  /**
   * «بين العراق وإيران», «بين تونس والاتحاد الأوروبي» right behind belongs to the name, with further sides of the list; «بين البلدين» does
   * not.
   */
  #pair(): void {
    const view = this.#view;
    if (view.word(this.next) !== 'بين') return;
    const sides: string[] = [];
    let count = 0;
    let at = this.next + 1;
    while (count < MOST_SIDES) {
      const body = view.mentionAt(at, 'organization');
      const side = body ?? view.mentionAt(at, 'place');
      const joined = count === 0 || view.word(at).startsWith('و');
      if (!side || !joined || view.inside(at, ['office']) || side.start < (view.tokens[at]?.start ?? 0)) break;
      const party = body ? view.actorAt(at) : view.country(side);
      // «بين وزارة الدفاع و…»: a ministry of no state said is no side by itself.
      if (body && party === null) break;
      count++;
      if (party && !sides.includes(party)) sides.push(party);
      while ((view.tokens[at]?.start ?? Infinity) < side.end) at++;
      if (count === 1 && view.word(at) === 'و') at++;
    }
    // «بين العراق وإقليم …»: of one state, and no third is a party for that.
    if (count < 2 || sides.length < 2) return;
    this.pairEnd = at;
    for (const party of sides) if (!this.countries.includes(party)) this.countries.push(party);
  }
}
