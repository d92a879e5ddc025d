/**
 * The grammar of a person's name: where a name that begins at a word ends. A given name, compounds (عبد الله، أبو مهدي، نور الدين),
 * further names, بن / آل with what follows, a family name; up to the first word that belongs to the sentence.
 */
import { nisba, placeNouns, places } from '../lexicon/geography.ts';
import {
  counterpartGroups,
  counterparts,
  degrees,
  familyTitles,
  formerWords,
  mononymTitles,
  roles,
  statusWords,
  titles,
} from '../lexicon/office-words.ts';
import { knownOrganizations } from '../lexicon/organizations.ts';
import {
  appositions,
  birthWords,
  commonWord,
  expressions,
  familyEnds,
  foreignNames,
  foreignParticles,
  functionWords,
  givenName,
  joints,
  kin,
  kunyas,
  masdars,
  mostlyName,
  ofGod,
  pairs,
  particles,
  prepositions,
  secondWords,
  servants,
  sonless,
  surnamesFirst,
  surnamesInWaw,
} from '../lexicon/person-names.ts';
import { bylines } from '../lexicon/press.ts';
import { saysOnly, verbKind } from '../lexicon/verbs.ts';
import type { Reading } from '../text/proclitics.ts';
import type { Word } from '../text/word.ts';
import {
  DERIVED_IMPERFECT,
  IMPERFECT,
  isCrowd,
  isDual,
  isImperfect,
  isInflected,
  isInflection,
  isPossessed,
  MASDAR,
  type NameClass,
  NOT_ARABIC,
  nameClass,
  people,
} from './name-words.ts';
import { CLOSING_QUOTES, MAY, type Words, withoutArticle } from './words.ts';

/**
 * How firmly what stands before a word says that a name begins: `beside` an office, rank or honorific; after a `verb` that a
 * person is the subject or object of; `none`.
 */
export type Trigger = 'beside' | 'verb' | 'none';

export interface ReadName {
  /** Tokens, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Offset of the first letter, after particles. */
  readonly start: number;
  /** Folded words, particles of the sentence cut off the first one. */
  readonly words: readonly string[];
  /** What the first word is. */
  readonly first: 'plain' | 'ambiguous' | 'unknown';
  /** Words that are hardly ever anything but names, and words that no list knows. */
  readonly plain: number;
  readonly unknown: number;
}

/** Longest run of words read as one name. */
const LONGEST = 8;

/** «شخصياً»: the vowel sign of the accusative stands on adverbs and predicates, never on a name in the press. */
const accusative = (words: Words, at: number) => {
  const token = words.tokens[at];
  return token !== undefined && words.text.slice(token.start, token.end).includes('\u064B');
};

const isExpression = (words: Words, at: number) =>
  words.readings(at).some(({ core }) => expressions.longest(core, words.tokens, at) !== null);

/** Whether a name can end before token `at`: at a pause, a word of a closed class, a verb, or «و» with another word. */
export const closes = (words: Words, at: number): boolean => {
  if (ends(words, at)) return true;
  const word = words.word(at);
  return (
    functionWords.has(word) ||
    verbKind(word) !== undefined ||
    formerWords.has(word) ||
    (word.startsWith('و') && word.length > 3) ||
    clitic(words, at)
  );
};

/** «على» written with its own letter is the preposition; «علي» may be either. */
const isPreposition = (words: Words, at: number, core: string) =>
  core === 'علي' && words.text[(words.tokens[at]?.end ?? 0) - 1] === 'ى';

/** «آلان», «آني», «آنا»: without the sign over the alif they are «الآن», «أني», «أنا»; «ألينا» with that below it is «إلينا». */
const isWrittenWithSign = (words: Words, at: number, core: string): boolean =>
  ((WITH_MADDA.has(core) && raw(words, at).startsWith('آ')) || raw(words, at) === 'ألينا') &&
  words.follows(at + 1) &&
  PAIRED.has(nameClass(words.word(at + 1)));
const WITH_MADDA = new Set(['الان', 'اني', 'انا']);

/** «علي» before a definite word, in an article that writes «على» otherwise. */
const isAli = (words: Words, at: number, core: string): boolean =>
  core === 'علي' &&
  raw(words, at).endsWith('ي') &&
  words.follows(at + 1) &&
  words.word(at + 1).startsWith('ال') &&
  words.tellsYaApart;

/** Whether a name that nothing announces can begin with this word; before «بن» any word may. */
export const mayBeginName = ({ forms }: Word): boolean =>
  forms.some(({ core }) => particles.has(core) || nameClass(core) === 'plain' || nameClass(core) === 'ambiguous');
export const isSon = (word: string): boolean => word === 'بن';

/**
 * The name that begins at token `at`, or null. The caller weighs it: a result is what the words allow, no claim that it is a name.
 * `glued`: whether particles may be written onto it. Right after a title nothing is: «المقدم بلقاسم» is no «by Qasim».
 */
export function nameAt(
  words: Words,
  at: number,
  trigger: Trigger,
  glued: boolean = trigger !== 'beside',
): ReadName | null {
  if (trigger === 'none' && !words.may(at, MAY.name) && !words.may(at + 1, MAY.son)) return null;
  if (!words.isWord(at) || (words.inDate(at) && trigger === 'none')) return null;
  if (WEEKDAYS.has(words.word(at))) return null;
  // «حفظه الله»: a wish.
  if (words.word(at + 1) === 'الله' && raw(words, at).endsWith('ه')) return null;
  const begin = firstWord(words, at, trigger, glued);
  if (!begin || accusative(words, at) || isExpression(words, at)) return null;
  const parts: string[] = [...begin.parts];
  let { to, plain, unknown } = begin;
  let size = 1;
  const context = {
    trigger,
    first: begin.first,
    likely: isLikely(begin),
    whole: trigger === 'beside' && !isMononym(words, at),
  };
  while (to - at < LONGEST) {
    // «استقبل [بن زياد] بن سعود»: who is called by whose son he is is nobody's besides.
    if (words.word(to) === 'بن' && parts[0] === 'بن') break;
    const step = nextPart(words, to, size, context, plain > 0);
    if (!step) break;
    parts.push(...step.parts);
    plain += step.plain;
    unknown += step.unknown;
    size++;
    to = step.to;
  }
  // «ولد سالم الراوي عام 1941 في …»: the verb.
  if (parts[0] === 'ولد' && parts.length > 2 && birthWords.has(words.word(to))) return null;
  return { from: at, to, start: begin.reading.start, words: parts, first: begin.first, plain, unknown };
}

/** What stands before and at the beginning of a name says how its further words are read. */
interface Context {
  readonly trigger: Trigger;
  readonly first: ReadName['first'];
  /** The first word is more often a name than another word. */
  readonly likely: boolean;
  /** Beside an office or rank whose holders are named in full: a family name must follow. */
  readonly whole: boolean;
}

const isLikely = (begin: { first: ReadName['first']; parts: readonly string[] }): boolean =>
  begin.first === 'plain' || (begin.first === 'ambiguous' && mostlyName(begin.parts[0] ?? ''));

/** Kings, princes, popes and saints are named by one name. */
export const isMononym = (words: Words, at: number): boolean => {
  for (let back = at - 1; back >= at - 3 && words.isWord(back); back--)
    if (words.readings(back).some(({ core }) => mononymTitles.has(withoutArticle(core)))) return true;
  return false;
};

const partOfName = (kind: NameClass) =>
  kind === 'plain' || kind === 'unknown' || kind === 'family' || kind === 'ambiguous';

interface Part {
  readonly to: number;
  readonly parts: readonly string[];
  readonly plain: number;
  readonly unknown: number;
}

function firstWord(
  words: Words,
  at: number,
  trigger: Trigger,
  glued: boolean,
): (Part & { reading: Reading; first: ReadName['first'] }) | null {
  // «وزير المالية وعبد اللطيف الفلاني»: another person.
  const word = words.word(at);
  if (!glued && word.startsWith('و') && (servants.has(word.slice(1)) || kunyas.has(word.slice(1)))) return null;
  // «قال لي كرماني إن …»: to me; a Chinese family name stands before two words.
  if (
    words.word(at) === 'لي' &&
    trigger === 'verb' &&
    words.follows(at) &&
    words.readings(at - 1).some(({ core }) => verbKind(core) === 'speech') &&
    (givenName(words.word(at + 1)) === null || words.word(at + 2) === 'ان')
  )
    return null;
  // «وأضاف المتحدث بأن فلانا …»: «بان» is a name, «بأن» is not.
  if (/^ب[أإ]ن$/.test(raw(words, at))) return null;
  // «وزير الداخلية بإيفاد فرق»: a particle and a verbal noun.
  if (!glued && /^[وفبلك]إ/.test(raw(words, at))) return null;
  // «سالم الراوي، ابن عائشة الفرجاني»: whose son he is, and who she is.
  if (words.word(at) === 'ابن' && COMMA.has(words.mark(at - 1)) && givenName(words.word(at + 1)) !== null) return null;
  // «أني راض», «إنه راض»
  if (/^[إأ]ن(?:ي|نا|ه|ها|هم)$/.test(raw(words, at))) return null;
  // «ترى فيان الفلاني»: «ف» joins clauses, and no word to what stands before it.
  const readings = glued
    ? words.readings(at).filter(({ proclitic }) => !(proclitic.startsWith('ف') && words.follows(at)))
    : words.readings(at).slice(0, 1);
  if (bylines.has(words.word(at)) && words.follows(at + 1) && partOfName(nameClass(words.word(at + 1)))) return null;
  // «إذاعة الجوهرة أف أم»: FM.
  if (words.word(at) === 'ام' && words.word(at - 1) === 'اف') return null;
  if (trigger !== 'none' && isAttribute(words, at)) return null;
  for (const reading of readings) {
    const compound = compoundAt(words, at, reading.core, trigger);
    if (compound) return { ...compound, reading, first: 'plain' };
  }
  for (const reading of readings) {
    const { core } = reading;
    const kind = nameClass(core);
    const undotted =
      trigger === 'beside' &&
      words.writesNoDots &&
      words.follows(at + 1) &&
      /^(?:unknown|family|plain)$/.test(nameClass(words.word(at + 1))) &&
      nisba(words.word(at + 1)) === undefined;
    if (isPreposition(words, at, core) && !undotted) break;
    if (trigger !== 'none' && isWrittenWithSign(words, at, core))
      return { reading, first: 'plain', to: at + 1, parts: [core], plain: 1, unknown: 0 };
    // «أدى فلان اليمين»: the verb, where the name is written with ي.
    if (verbKind(core) && raw(words, at).endsWith('ى')) continue;
    // «برقية تعزية»: a noun that looks like a particle with a name.
    // «خلفا لعلي أكبر الراوي», «لمحمد الراوي»: so often before names that counting takes it for a word; «لجان» is one.
    const called = reading.proclitic.endsWith('ل') && isLongName(core) && beforeName(words, at, core);
    if (trigger === 'none' && reading.proclitic !== '' && !called && isWholeWord(words, at, reading.proclitic))
      continue;
    if (kind === 'plain') return { reading, first: 'plain', to: at + 1, parts: [core], plain: 1, unknown: 0 };
    // «علي» may be «على», «هو» is mostly the pronoun: alone they are no names.
    // «لـعلي الفلاني»: no particle stands before a preposition.
    const governed = core === 'علي' && /[بلك]$/.test(reading.proclitic) && words.follows(at + 1);
    if (
      functionWords.has(core) &&
      !governed &&
      !(core === 'علي' && undotted) &&
      !beforeName(words, at, core) &&
      !isAli(words, at, core)
    )
      continue;
    // «وشكر عباس …»: a verb before a name.
    if (
      kind === 'ambiguous' &&
      trigger !== 'beside' &&
      verbKind(core) &&
      words.follows(at + 1) &&
      (nameClass(words.word(at + 1)) === 'plain' ||
        (reading.proclitic === 'و' && partOfName(nameClass(words.word(at + 1)))))
    )
      continue;
    // «في عهد بن علي»: a noun before a family name.
    if (kind === 'ambiguous' && trigger !== 'beside' && sonless.has(core) && words.word(at + 1) === 'بن') continue;
    if (kind === 'ambiguous' && !(words.inDate(at) && trigger !== 'beside'))
      return trigger !== 'none' && isAli(words, at, core)
        ? { reading, first: 'plain', to: at + 1, parts: [core], plain: 1, unknown: 0 }
        : { reading, first: 'ambiguous', to: at + 1, parts: [core], plain: 0, unknown: 0 };
  }
  const whole = readings[0];
  if (!whole) return null;
  const next = words.word(at + 1);
  // «مساعد بن محمد»: whatever stands before بن is a name, but not a verb, a title or a word of a closed class.
  if (
    next === 'بن' &&
    words.follows(at + 1) &&
    words.follows(at + 2) &&
    places.longest(next, words.tokens, at + 1) === null &&
    (mayBeSon(whole.core) || (trigger === 'beside' && isOrdinalName(whole.core))) &&
    // «استقبال بن فلان»: a noun before a family name; «الأمير مساعد بن فلان», said to be somebody.
    (trigger === 'beside' || givenName(whole.core) !== null || commonWord(whole.core) === null)
  ) {
    return { reading: whole, first: 'plain', to: at + 1, parts: [whole.core], plain: 1, unknown: 0 };
  }
  // «مستشار الأمن القومي مساعد الراوي في …»: an assistant is an office-holder's, and a family has none.
  if (
    trigger === 'beside' &&
    /^مساعده?$/.test(whole.core) &&
    words.follows(at + 1) &&
    nameClass(next) === 'family' &&
    nisba(next) === undefined &&
    !isCrowd(next) &&
    (fillsPlace(words, at + 2) || words.readings(at + 2).some(({ proclitic }) => proclitic === 'و'))
  )
    return { reading: whole, first: 'ambiguous', to: at + 1, parts: [whole.core], plain: 0, unknown: 0 };
  // «الرئيس إمام علي الراوي»: a given name where it is neither «أمام» nor anybody's title.
  if (trigger === 'beside' && raw(words, at) === 'إمام' && words.follows(at + 1) && givenName(next) !== null)
    return { reading: whole, first: 'plain', to: at + 1, parts: [whole.core], plain: 1, unknown: 0 };
  // «المتحدث باسم الحكومة باسم الغوراني: …»: the given name between an office or a verb and a family name; «باسم الشعب» has a noun.
  if (
    trigger !== 'none' &&
    whole.core === 'باسم' &&
    words.follows(at + 1) &&
    nameClass(next) === 'family' &&
    nisba(next) === undefined &&
    !isCrowd(next) &&
    fillsPlace(words, at + 2)
  )
    return { reading: whole, first: 'ambiguous', to: at + 1, parts: [whole.core], plain: 0, unknown: 0 };
  // «إن» is no «آن».
  if (trigger === 'none' || /^[إأ]ن$/.test(raw(words, at))) return null;
  // «فون دير لاين»: no name by the particle alone.
  if (foreignParticles.has(whole.core) && trigger === 'verb') return null;
  const kind = nameClass(whole.core);
  // After a title nothing is glued to the name; after a verb «وكرماني» would be «and Kermani».
  if (kind === 'unknown' || kind === 'family') {
    // «حمام سوسة», «مغامر ينهي حياته»: a kind of place, an active participle.
    if (trigger === 'verb' && (placeNouns.has(whole.core) || /^م.ا..$/.test(whole.core))) return null;
    // «أكدت موفدتنا فلانة»: whose she is.
    if (/.{3}تنا$/.test(whole.core) && words.follows(at + 1) && givenName(next) !== null) return null;
    if (kind === 'family' && nisba(whole.core) !== undefined && (trigger === 'beside' || partOfName(nameClass(next))))
      return null;
    if (titles.get(whole.core)) return null;
    // «وزيرة البيئة مجدولين الشارني»: an indefinite plural has no definite word after it.
    const paired = trigger === 'beside' && !whole.core.startsWith('ال') && words.follows(at + 1);
    if (people(whole.core) && !(paired && nameClass(next) === 'family')) return null;
    // «المنسقة يوانا كرماني»: a word that would be a noun in the accusative, before another that no list knows.
    const foreign =
      trigger === 'beside' &&
      words.follows(at + 1) &&
      nameClass(next) === 'unknown' &&
      !isInflection(next) &&
      // «لن يكون خطاب الرئيس سطحيا وبسيطا»
      !/^و.{2,}ا$/.test(next);
    if (clitic(words, at) || (isInflection(whole.core) && !(foreign && whole.core.endsWith('ا')))) return null;
    // «مضيفيه», «تنصيبه», «مستنكرا»; after a verb also «بشعة»: a pronoun, a participle, an adjective.
    if (raw(words, at).endsWith('يه') || isPossessed(raw(words, at), whole.core)) return null;
    if (PARTICIPLE.test(whole.core) || isHamzated(raw(words, at))) return null;
    // «رئيس الجمهورية يفاجئ …»
    if (/^[يت].{2,}[ئء]$/.test(raw(words, at))) return null;
    // «قال "ضميري مرتاح"»: what is mine, at the beginning of a quotation.
    if (
      /^.{3,}ي$/.test(whole.core) &&
      commonWord(whole.core.slice(0, -1)) !== null &&
      QUOTATION.has(words.mark(at - 1))
    )
      return null;
    // «تسلم الوزير نسختي الاتفاق»: two of them, in construct.
    if (
      /^.{3,}تي$/.test(whole.core) &&
      commonWord(`${whole.core.slice(0, -2)}ه`) === 'frequent' &&
      words.follows(at + 1) &&
      next.startsWith('ال') &&
      commonWord(next) !== null
    )
      return null;
    // «استل الرقيب سكينا»
    if (whole.core.endsWith('ا') && commonWord(whole.core.slice(0, -1)) !== null && !foreign) return null;
    if (trigger === 'verb' && raw(words, at).endsWith('ة')) return null;
    const hasObject = /^ال.*(?:ات|ين)$/.test(next) && givenName(next) === null;
    if (words.follows(at + 1) === false || !partOfName(nameClass(next)) || /^[بلك]/.test(next) || hasObject) {
      // «رئيس الحكومة يأذن …», «وزير الدفاع يعاين الاحتياطات» in headlines: an imperfect too rare for the lists.
      if (trigger === 'beside' && (hasObject ? /^[يت].{3,}$/ : IMPERFECT).test(whole.core)) return null;
    }
    if (trigger === 'beside' && DERIVED_IMPERFECT.test(whole.core) && words.follows(at + 1) && prepositions.has(next))
      return null;
    return { reading: whole, first: 'unknown', to: at + 1, parts: [whole.core], plain: 0, unknown: 1 };
  }
  // «الرئيس سيرافي …»: an uncommon word of prose before a name that is clearly one.
  if (kind === 'rare' && trigger === 'beside' && words.follows(at + 1) && words.readings(at).length === 1) {
    const after = nameClass(next);
    if ((after === 'unknown' || after === 'plain') && !clitic(words, at + 1))
      return { reading: whole, first: 'unknown', to: at + 1, parts: [whole.core], plain: 0, unknown: 0 };
  }
  // «رئيس المجلس بحر كرماني في …»: a common word as given name, only in a pair that fills its place in the sentence.
  if (
    trigger === 'beside' &&
    (kind === 'rare' || kind === 'none') &&
    !whole.core.startsWith('ال') &&
    words.follows(at + 1) &&
    (PAIRED.has(nameClass(next)) || (kind === 'rare' && nameClass(next) === 'ambiguous')) &&
    !clitic(words, at + 1) &&
    !next.endsWith('ه') &&
    (!isBarred(words, at) || (kind === 'rare' && raw(words, at).endsWith('ة') && nameClass(next) === 'ambiguous')) &&
    fillsPlace(words, at + 2)
  )
    return { reading: whole, first: 'unknown', to: at + 1, parts: [whole.core], plain: 0, unknown: 0 };
  if (
    trigger === 'beside' &&
    words.follows(at + 1) &&
    !isThat(words, at) &&
    ((GIVEN_FUNCTION.has(whole.core) && (nameClass(next) === 'unknown' || pairs.has(`${whole.core} ${next}`))) ||
      // «الشيخ صباح الأحمد»: a given name that is also a word of time, right behind a title and before a family name; «الشيخ صباح خالد».
      (GIVEN_TIMES.has(whole.core) &&
        !WEEKDAYS.has(next) &&
        (nameClass(next) === 'family' || (nameClass(next) === 'plain' && isMononym(words, at)))))
  )
    return { reading: whole, first: 'ambiguous', to: at + 1, parts: [whole.core], plain: 0, unknown: 0 };
  // «وقالت صباح الفرجاني …»: not «قالت صباح الأحد».
  if (trigger === 'verb' && GIVEN_TIMES.has(whole.core) && !words.inDate(at) && nameClass(next) === 'family')
    if (
      words.follows(at + 1) &&
      words.readings(at - 1).some(({ core }) => verbKind(core) === 'speech' && core.endsWith('ت'))
    )
      return { reading: whole, first: 'ambiguous', to: at + 1, parts: [whole.core], plain: 0, unknown: 0 };
  return null;
}

/**
 * «تمكن الساحر ليونيل كرماني من …», «زعيم التنظيم المقتول سالم بن سعود»: what somebody is, an adjective of origin or a participle with its
 * article, before a given name and another word of the name. No name begins so but with a given name («الهادي محمد الراوي»).
 */
export function isAttribute(words: Words, at: number): boolean {
  const word = words.word(at);
  if (!/^ال.{3,}$/.test(word) || givenName(word) !== null || givenName(word.slice(2)) !== null) return false;
  if (!/^ال(?:.+ي|.+يه|م.{3,}|.ا.{2,3})$/.test(word) && commonWord(word) === null) return false;
  if (!words.follows(at + 1) || !words.follows(at + 2)) return false;
  const [given, next] = [words.word(at + 1), words.word(at + 2)];
  const kind = nameClass(next);
  return givenName(given) === 'plain'
    ? next === 'بن' || /^(?:plain|ambiguous|unknown|family)$/.test(kind)
    : mostlyName(given) && (next === 'بن' || kind === 'family');
}

/** Family names that a given name follows. */
export const sonsOfHajj: ReadonlySet<string> = new Set(['بالحاج', 'بلحاج']);
const writesAli = (words: Words, at: number): boolean => raw(words, at).endsWith('ي') && words.tellsYaApart;

const COMMA = new Set(['،', ',']);
const QUOTATION = new Set(['"', '«', '“', '”']);

const PAIRED: ReadonlySet<NameClass> = new Set<NameClass>(['plain', 'unknown']);

/** Whether the sentence goes on at `at` as it does after its subject: a pause, a verb, a preposition, «إن». */
export function fillsPlace(words: Words, at: number): boolean {
  if (ends(words, at)) return true;
  const word = words.word(at);
  return prepositions.has(word) || verbKind(word) !== undefined || THAT.has(word);
}
const THAT = new Set([
  'ان',
  'انه',
  'انها',
  'بان',
  'بانه',
  'بانها',
  'قد',
  'الذي',
  'التي',
  'لم',
  'لن',
  'كان',
  'كانت',
  'هو',
  'هي',
]);

/**
 * Whether the word at `at` cannot be the family name that is due after a given name beside an office. A noun or adjective may be
 * one, however common it is («بحر», «القضاة»); a verb, a particle, a verbal noun or an adverb begins what is said of the person.
 */
function isBarred(words: Words, at: number): boolean {
  const core = words.word(at);
  if (core.length < 3 || functionWords.has(core) || verbKind(core) || NOT_ARABIC.test(core)) return true;
  if (isPreposition(words, at, core) || accusative(words, at) || words.inDate(at) || WEEKDAYS.has(core)) return true;
  if (appositions.has(core) || degrees.has(core) || statusWords.has(core) || formerWords.has(core)) return true;
  if (counterparts.has(core) || counterpartGroups.has(core) || isInflected(core) || MASDAR.test(core) || isDual(core))
    return true;
  if (roles.longest(core, words.tokens, at) || knownOrganizations.longest(core, words.tokens, at)) return true;
  if (places.longest(core, words.tokens, at)?.value.ambiguous === false || isExpression(words, at)) return true;
  if (nisba(core) !== undefined && !core.endsWith('ي')) return true;
  if (startsTitle(words, at) || bylines.has(core)) return true;
  if (core.startsWith('ال')) return /(?:ات|ون|ين|يه)$/.test(core);
  return isPredicate(core) || isGlued(words, at) || core.endsWith('ه') || isInflection(core);
}

/** Weekdays: when something was said, however they are written. */
const WEEKDAYS = new Set(['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت']);

/** An imperfect («يزور»), a perfect whose other forms are in use («شكل»: «شكلت», «يشكل»), a masdar («تعيين», «رفض»). */
function isPredicate(core: string): boolean {
  if (/^(?:[يت]|س[يت]).{2,}/.test(core) && commonWord(core) !== null) return true;
  if (core.endsWith('ا') && commonWord(core) !== null) return true;
  if (masdars.has(core) || /^(?:است|ان|ا.ت)..?ا.$/.test(core)) return true;
  const feminine = core.endsWith('ت') && core.length > 3;
  const masculine = feminine ? core.slice(0, -1) : core;
  const stem = masculine.endsWith('ي') ? masculine.slice(0, -1) : masculine;
  const imperfect = masculine.startsWith('ا') && masculine.length > 3 ? masculine.slice(1) : masculine;
  return (
    (feminine || commonWord(`${stem}ت`) !== null) &&
    (commonWord(`ي${imperfect}`) !== null || commonWord(`ت${imperfect}`) !== null)
  );
}

/** A particle with a common word, where the whole is no noun of its own («البحر» is in use, «البشكل» is not). */
function isGlued(words: Words, at: number): boolean {
  const [whole, ...others] = words.readings(at);
  if (!whole || others.length === 0 || commonWord(`ال${whole.core}`) !== null) return false;
  return others.some(
    ({ core, definite }) =>
      definite ||
      functionWords.has(core) ||
      (core.length > 2 && commonWord(core) !== null) ||
      nameClass(core) === 'none',
  );
}

/** «برقية», «وفدا», «وادي»: a word of its own that looks like a particle with a name. */
const isWholeWord = (words: Words, at: number, proclitic: string): boolean => {
  const word = words.word(at);
  if (proclitic === 'و') return commonWord(word) === 'frequent' || isInflection(word);
  return /[بلكف]/.test(proclitic) && commonWord(word) !== null;
};

/** «علي», «محمد»: a given name that is no short word besides. */
const isLongName = (core: string): boolean => core === 'علي' || (core.length > 3 && givenName(core) === 'plain');

/** Whether a name goes on after «علي» at `at`, so that it is no «على». */
const beforeName = (words: Words, at: number, core: string): boolean =>
  words.follows(at + 1) && (partOfName(nameClass(words.word(at + 1))) || pairs.has(`${core} ${words.word(at + 1)}`));

const mayBeSon = (core: string): boolean =>
  !functionWords.has(core) &&
  // «صهر بن علي»
  !(kin.has(core) && givenName(core) === null) &&
  !verbKind(core) &&
  !core.startsWith('ال') &&
  core.length > 2 &&
  !/^[وبل]/.test(core) &&
  !sonless.has(core) &&
  // «أسقطوا بن فلان»: a verb of several; «فرانسوا» is a name.
  (givenName(core) !== null || !/.{3}وا$/.test(core));
/** «ثاني بن …», «أول بن …»: words of a closed class that are given names before بن. */
const isOrdinalName = (core: string): boolean =>
  functionWords.has(core) && !prepositions.has(core) && !core.startsWith('ال') && core.length > 3;

/** «أعلن فلان الحداد ثلاثة أيام», «أزاح فلان الستار عن …»: what he declared and drew, which are family names too. */
const isIdiom = (words: Words, at: number, core: string): boolean =>
  words.follows(at + 1) &&
  ((core === 'الستار' && words.word(at + 1) === 'عن') ||
    (core === 'الحداد' &&
      /^(?:ثلاثه|يومين|اسبوعا|سبعه|اربعين|لمده|علي|العام|الوطني|الرسمي|رسميا)$/.test(words.word(at + 1))));

/** «مرفوقا», «مستنكرا», «متحدثا», «منددا»: participles that say how. */
const PARTICIPLE = /^م(?:.{3,4}|ست.{3}|ت.{4}|ن.{4})ا$/;

const raw = (words: Words, at: number): string => {
  const token = words.tokens[at];
  return token ? words.text.slice(token.start, token.end) : '';
};

/** Chinese and Korean names that Arabic has as words of its own: names only before an unknown word. */
const GIVEN_FUNCTION = new Set(['هو', 'لي', 'ان', 'اون', 'بان']);

/** «وقال الوزير ان ترامب …», where the press leaves out the hamza: what somebody says, a few words behind the verb. */
function isThat(words: Words, at: number): boolean {
  if (raw(words, at) !== 'ان') return false;
  for (let back = at - 1; back >= at - SAID && words.follows(back + 1); back--)
    if (words.readings(back).some(({ core }) => verbKind(core) === 'speech')) return true;
  return false;
}
/** Words of an office between a verb and its clause. */
const SAID = 10;

const GIVEN_TIMES = new Set(['صباح', 'فجر', 'مساء']);

/** Whether an unknown word is a particle with a word that the article or the lists know: «وكرماني» beside «كرماني». */
function clitic(words: Words, at: number): boolean {
  const readings = words.readings(at);
  if (words.word(at).startsWith('و') && words.namesInWaw.has(words.word(at))) return false;
  for (let i = 1; i < readings.length; i++) {
    const core = readings[i]?.core ?? '';
    // «لوبان», «بوتشر»: no particle stands before «و»; of a word with و of its own the article is in use («لوزير»).
    if (/[بلك]$/.test(readings[i]?.proclitic ?? '') && core.startsWith('و') && commonWord(`ال${core}`) === null)
      continue;
    if (words.has(core)) return true;
    // «فالتر», «بالدن» have no article: what would follow it is no word.
    if (core.startsWith('ال') && !isNoWord(core, readings[i]?.proclitic ?? '')) return true;
    const kind = nameClass(core);
    const hidden = readings[i]?.definite === true && !core.startsWith('ال');
    if (core.startsWith('ال')) continue;
    // «باسيرو فاي، …»: «أي» has something behind it.
    if (core === 'اي' && ends(words, at + 1)) continue;
    if (hidden || functionWords.has(core) || (kind !== 'unknown' && core.length > 3)) return true;
  }
  return false;
}

const isNoWord = (core: string, proclitic: string): boolean =>
  // «فالو»: no word has one letter behind its article.
  core.length < 4 ||
  ((proclitic === 'ف' || (proclitic === 'ب' && core.length <= 5)) &&
    commonWord(core) === null &&
    // «فرانك فالتر»: no noun of two letters has its article here that is not in use with it.
    (core.length < 5 || commonWord(core.slice(2)) === null) &&
    nameClass(core) !== 'none');

/** «عبد الله», «أبو مهدي», «نور الدين», «آل ثاني», «بن سلمان»: a particle and the word that it needs. */
function compoundAt(words: Words, at: number, core: string, trigger: Trigger, depth = 0): Part | null {
  if (depth > DEEPEST || !particles.has(core) || !words.follows(at + 1)) return null;
  const next = words.word(at + 1);
  if (secondWords.has(next) && (servants.has(core) || !kunyas.has(core)) && core !== 'ايه' && core !== 'امر')
    return core === 'ال' ? null : { to: at + 2, parts: [core, next], plain: 1, unknown: 0 };
  if (servants.has(core) && core === 'عبد' && (next.startsWith('ال') || next === 'ربه') && next.length > 3)
    return { to: at + 2, parts: [core, next], plain: 1, unknown: 0 };
  if (kunyas.has(core) || joints.has(core) || core === 'ال') {
    const raw = words.text.slice(words.tokens[at]?.start ?? 0, words.tokens[at]?.end ?? 0);
    if (core === 'ال' && !raw.startsWith('آ')) return null;
    // «أم» is mostly «or», «ولد» and «بنت» common nouns: they need a given name.
    const kind = nameClass(next);
    // «المولود ولد على اثر عملية»
    if (NEEDS_GIVEN.has(core) && isPreposition(words, at + 1, next) && !words.writesNoDots) return null;
    const known = kind === 'plain' || (kind === 'ambiguous' && core !== 'ام');
    if (!known && (NEEDS_GIVEN.has(core) || trigger === 'none')) return null;
    if (
      !known &&
      (kind === 'none' || kind === 'rare') &&
      !((core === 'ابو' || core === 'بن') && !functionWords.has(next) && trigger === 'beside')
    )
      return null;
    if (SHORT_KUNYA.has(core) && !known && trigger !== 'beside') return null;
    const compound = compoundAt(words, at + 1, next, trigger, depth + 1);
    if (compound) return { to: compound.to, parts: [core, ...compound.parts], plain: 1, unknown: 0 };
    return { to: at + 2, parts: [core, next], plain: known ? 1 : 0, unknown: known ? 0 : 1 };
  }
  return null;
}

/** «أبو عبد الله»: one compound inside another is as deep as names go. */
const DEEPEST = 2;
const NEEDS_GIVEN = new Set(['ام', 'ولد', 'بنت', 'عبد', 'عبيد']);
const SHORT_KUNYA = new Set(['ابي', 'ابا']);

/** The next part of a name of `size` parts, or null where the name has ended. */
function nextPart(words: Words, at: number, size: number, context: Context, given: boolean): Part | null {
  const { trigger } = context;
  const token = words.tokens[at];
  if (!token || token.newLine) return null;
  // «جان-بيار», «سو كي-هون»: a hyphen written onto both.
  if (token.norm === '-' && token.glued && words.tokens[at + 1]?.glued && words.isWord(at + 1)) {
    const core = words.word(at + 1);
    const kind = nameClass(core);
    return kind === 'none'
      ? null
      : { to: at + 2, parts: [core], plain: kind === 'plain' ? 1 : 0, unknown: kind === 'plain' ? 0 : 1 };
  }
  if (token.kind !== 'word') return null;
  const { core } = words.readings(at)[0] as Reading;
  // «رفيق دربه»: whose something is.
  if (trigger === 'none' && isPossessed(raw(words, at), core)) return null;
  // «السفير محمد مجيد الشيخ.»: a family name where the name ends; before another name a title.
  if (core === 'الشيخ' && given && size > 1 && !words.follows(at + 1))
    return { to: at + 1, parts: [core], plain: 0, unknown: 1 };
  // «جون ف. ماكارثر»: an initial.
  if (core.length === 1) {
    const after = words.mark(at + 1) === '.' ? at + 2 : at + 1;
    return after > at + 1 && words.follows(after) && nameClass(words.word(after)) !== 'none'
      ? { to: after, parts: [core], plain: 0, unknown: 0 }
      : null;
  }
  if (words.inDate(at)) return null;
  const joint = jointAt(words, at, core, trigger);
  if (joint) return joint;
  // «الأمير فلان آل سعود سيدفن غدا»: the house is the last word of a name, a further house or a name known as such apart.
  if (size > 1 && raw(words, at - 2) === 'آل' && !core.startsWith('ال') && nameClass(core) !== 'plain') return null;
  // «وانتقد محمد ولد سالم الوثيقة»
  if (
    size > 1 &&
    [at - 2, at - 3].some((i) => words.word(i) === 'ولد') &&
    core.startsWith('ال') &&
    nameClass(core) === 'none'
  )
    return null;
  // «سليم بن»: nobody's son.
  if (core === 'بن') return null;
  if (size > 1 && isSettled(words, at) && !mayFollowFamily(words, at, core, trigger)) return null;
  const compound = compoundAt(words, at, core, trigger);
  if (compound) return compound;
  if (foreignParticles.has(core) && !functionWords.has(core) && words.follows(at + 1) && given) {
    const after = words.word(at + 1);
    const second = foreignParticles.has(after) && words.follows(at + 2) ? words.word(at + 2) : null;
    if (second && nameClass(second) === 'unknown')
      return { to: at + 3, parts: [core, after, second], plain: 0, unknown: 1 };
    // «فون غوته»: also a word of prose.
    const noble =
      (core === 'فون' || core === 'فان') && after.length > 2 && !functionWords.has(after) && !verbKind(after);
    if (noble || nameClass(after) === 'unknown' || nameClass(after) === 'plain')
      return { to: at + 2, parts: [core, after], plain: 0, unknown: 1 };
  }
  // «خالد على، المحامى»: nothing is governed past a mark, where the article writes ى for ي.
  if (given && core === 'علي' && (words.mark(at + 1) === '' ? words.callsAli(words.word(at - 1)) : words.writesNoDots))
    return { to: at + 1, parts: [core], plain: 1, unknown: 0 };
  // «منذر بالحاج علي», «بشرى بلحاج حميدة»: whose son who made the pilgrimage was.
  if (size > 1 && sonsOfHajj.has(words.word(at - 1)) && (core === 'علي' ? writesAli(words, at) : givenName(core)))
    return { to: at + 1, parts: [core], plain: 1, unknown: 0 };
  if (isPreposition(words, at, core) || accusative(words, at)) return null;
  // «على جثة سالم الراوي ملقاة في …»: how somebody was found.
  if (size > 1 && /^م.{3,}ة$/.test(raw(words, at)) && nameClass(core) === 'unknown') return null;
  // «هشام شقيق سالم الراوي»: whose kin.
  if (kin.has(core) && givenName(core) === null) return null;
  // «وشكر سالم الراوي الراوي …» in headlines: the next sentence.
  if (size > 1 && core === words.word(at - 1)) return null;
  // «فلان أدى زيارة»: the verb, where the name is written with ي.
  if (verbKind(core) && raw(words, at).endsWith('ى')) return null;
  // «فلان يحيي ذكرى …»: the verb; the name is written «يحيى».
  if (core === 'يحيي' && raw(words, at).endsWith('يي') && !ends(words, at + 1)) return null;
  // «رحمه الله», «حفظه الله»: a wish.
  if (words.word(at + 1) === 'الله' && raw(words, at).endsWith('ه')) return null;
  // «جاد الله», «وديعة الله»: whatever stands before الله after a given name, but no wish («رحمه الله») and no «حزب الله».
  if (
    (given || context.first === 'ambiguous') &&
    words.follows(at + 1) &&
    words.word(at + 1) === 'الله' &&
    isGift(words, at, core)
  )
    return { to: at + 2, parts: [core, 'الله'], plain: 1, unknown: 0 };
  if (words.readings(at - 1).some((before) => pairs.has(`${before.core} ${core}`)))
    return { to: at + 1, parts: [core], plain: 1, unknown: 0 };
  // «أحمدي نجاد», «سرهنك بور»: words that Persian family names end with.
  if (familyEnds.has(core) && size > 0 && partOfName(nameClass(words.word(at - 1))))
    return { to: at + 1, parts: [core], plain: 0, unknown: 1 };
  // «محسن باك نجاد»: whatever stands before a word that hardly anything but Persian family names ends with; «فرد» is a word of prose.
  if (
    (given || context.first === 'ambiguous') &&
    words.follows(at + 1) &&
    familyEnds.has(words.word(at + 1)) &&
    words.word(at + 1) !== 'فرد' &&
    !functionWords.has(core) &&
    !verbKind(core) &&
    !core.startsWith('و')
  )
    return { to: at + 2, parts: [core, words.word(at + 1)], plain: 0, unknown: 1 };
  // «وقال فلان الاثنين إنه …»: when, not who.
  if (WEEKDAYS.has(core)) return null;
  const kind = nameClass(core);
  const one = { to: at + 1, parts: [core] };
  switch (kind) {
    case 'plain':
      return { ...one, plain: 1, unknown: 0 };
    case 'ambiguous':
      // «محمد قائد الجيش», «… زعيم كوريا الشمالية»: an office that begins after the name.
      if (
        roles.get(core) &&
        words.follows(at + 1) &&
        (isNoun(words.word(at + 1)) ||
          places.longest(words.word(at + 1), words.tokens, at + 1)?.value.ambiguous === false)
      )
        return null;
      if (
        size === 1
          ? trigger !== 'none' || given || isThree(words, at)
          : ends(words, at + 1) ||
            continues(words, at + 1) ||
            (given && mayEnd(words, at, core)) ||
            // «ومحمد سهيل شريف رئيس الوزراء»
            (given && !verbKind(core) && isOfficeOf(words, at + 1)) ||
            // «عبد ربه منصور هادي مدعوما من …»
            (trigger === 'beside' &&
              size === 2 &&
              (isSyllable(core) || (context.first === 'plain' && mostlyName(core) && !verbKind(core))))
      )
        return { ...one, plain: 0, unknown: 0 };
      return null;
    case 'family':
      // «الرئيس العراقي» has its adjective before the name: a nisba after a given name is a family name.
      if (nisba(core) !== undefined && !(given || size > 1 || isDueAfter(words, at, context))) return null;
      if (nisba(core) !== undefined && trigger === 'none' && !(given && size > 1)) return null;
      if (startsTitle(words, at) || isIdiom(words, at, core)) return null;
      // «عرف فلان الفلاني الصكوك الإسلامية»: a noun with its adjective.
      if (size > 1 && !core.endsWith('ي') && words.follows(at + 1) && /^ال.+يه$/.test(words.word(at + 1))) return null;
      // «فلان الفلاني المختطفين», «فلان الفلاني المتفقد العام», «فلانة حواس المختطفة»: what the sentence says of them.
      if (isCrowd(core) || isDescription(words, at, size, context)) return null;
      // «ودعا فلان الشعراء»
      if (trigger === 'verb' && raw(words, at).endsWith('اء')) return null;
      // «زيارة الغوراني المرتقبة»: the adjective of another noun; but «عبد الحميد الزليتة».
      if (
        words.word(at - 1).startsWith('ال') &&
        raw(words, at).endsWith('ة') &&
        !particles.has(words.word(at - 2)) &&
        !(size > 1 && !ends(words, at + 1) && goesOn(words, at + 1))
      )
        return null;
      return { ...one, plain: 0, unknown: 1 };
    case 'unknown':
      // «فلان الفلاني يجمّد عضويته», «أضر بالحزب»: verbs too rare for the lists.
      if (
        (size > 1 || (trigger === 'none' && !partOfName(nameClass(words.word(at + 1))))) &&
        !ends(words, at + 1) &&
        isPredicateVerb(words, at, core)
      )
        return null;
      if (size > 1 && words.word(at - 1).startsWith('ال') && /^أ/.test(raw(words, at)) && core.length <= 4) return null;
      // «حسن سيرورة السنة الدراسية»: how well something goes.
      if (
        context.first === 'ambiguous' &&
        words.word(at - 1) === 'حسن' &&
        /ة$/.test(raw(words, at)) &&
        trigger === 'none'
      )
        return null;
      // «وصفاوي» may be a family name, but only where the name ends with it; else «و» is «and».
      if (
        core.startsWith('و') &&
        !((given || trigger === 'beside') && surnamesInWaw.has(core)) &&
        !words.namesInWaw.has(core) &&
        !(
          size === 1 &&
          trigger === 'beside' &&
          (ends(words, at + 1) ||
            ((context.first === 'unknown' || core.length <= 4) &&
              (fillsPlace(words, at + 1) || isOfficeOf(words, at + 1))) ||
            (context.whole &&
              foreignNames.has(words.word(at - 1)) &&
              isForeign(words, core) &&
              (fillsPlace(words, at + 1) || IMPERFECT.test(words.word(at + 1)))))
        )
      )
        return null;
      // «طالب النائب الراوي بمساءلة الحكومة»: a noun in ة behind a particle; «فلان متطرقا إلى …»: a participle.
      if (
        words.word(at - 1).startsWith('ال') &&
        !particles.has(words.word(at - 2)) &&
        /^[بل][^و].{2,}ة$/.test(raw(words, at))
      )
        return null;
      if (PARTICIPLE.test(core) && !ends(words, at + 1)) return null;
      // «أمر فلان بتنكيس الأعلام»: a verbal noun behind a particle.
      if (/^[بل]ت..ي.$/.test(core)) return null;
      // «فلان هنأه», «فلان أنشأ …».
      if (isHamzated(raw(words, at))) return null;
      // «بعد تنصيبه»; but «لؤي شبانه،», where the name ends.
      // «مارك روته في …»: a rare word with what could be a pronoun, where a family name is due.
      if (
        isPossessed(raw(words, at), core) &&
        !(given && size === 1 && ends(words, at + 1)) &&
        !(
          (given || context.likely) &&
          size === 1 &&
          context.whole &&
          commonWord(core.slice(0, -1)) === 'rare' &&
          fillsPlace(words, at + 1)
        )
      )
        return null;
      // «فلان الفلاني أطرافا», «فلانة الفلانية نائبين», «فلان يوارى الثرى», «فلان الفلاني محروم من …».
      if (!(size === 1 && trigger === 'beside') && isInflection(core)) return null;
      if (size > 1 && /^[يت]/.test(core) && raw(words, at).endsWith('ى')) return null;
      if (size > 1 && PASSIVE.test(core) && givenName(words.word(at - 1)) === null && !ends(words, at + 1)) return null;
      // «خبراء أمنيون»
      if (context.first === 'unknown' && /.{3}يون$/.test(core)) return null;
      // «فلان الفلاني مرفوقا بـ…», «فلان الفلاني مهلة للتفكير», «فلان الفلاني إزعاجه»: what the sentence says of them.
      if (size > 1 && words.word(at - 1).startsWith('ال') && !ends(words, at + 1) && isObject(raw(words, at)))
        return null;
      // «استقبل الراوي ضيفيه»: two of his.
      if (raw(words, at).endsWith('يه') && isNounStem(core.slice(0, -2)) && !ends(words, at + 1)) return null;
      // «لنظرائه», «بأعماله»: a preposition with a noun and a pronoun.
      if (/^[وفبل].*ه$/.test(core) && raw(words, at).endsWith('ه') && words.readings(at).length > 1) return null;
      // «نبيل بالعم إن …»: ابن العم, as the Maghreb writes it.
      if (
        size === 1 &&
        given &&
        /^بال.{2,}/.test(core) &&
        commonWord(core.slice(3)) === null &&
        verbKind(words.word(at - 2)) !== 'meeting' &&
        goesOn(words, at + 1)
      )
        return { ...one, plain: 0, unknown: 1 };
      // «فلانة الفلانية وفلان أيقظا الفتنة»: a perfect of two.
      if (size > 1 && /^أ..[^اوي]ا$/.test(raw(words, at)) && words.follows(at + 1)) return null;
      // «إتحاد كرماني الرياضية»: a noun in ة and its adjective, another one's name.
      if (size > 1 && /ة$/.test(raw(words, at)) && words.follows(at + 1) && /^ال.+يه$/.test(words.word(at + 1)))
        return null;
      // «كرماني يتوعد : …», also where the clause ends with it.
      if (/^يت..[^ايه]$/.test(core)) return null;
      // «الرئيس كرماني ليتنصت على …»: what for.
      if (core.startsWith('ل') && DERIVED_IMPERFECT.test(core.slice(1)) && prepositions.has(words.word(at + 1)))
        return null;
      // «إن كرماني خرقت العقد»: a feminine perfect of three letters and its object.
      if (
        /^[^اوي]{3}ت$/.test(core) &&
        words.follows(at + 1) &&
        isNoun(words.word(at + 1)) &&
        !isOfficeWord(words, at + 1)
      )
        return null;
      // «فلان الفلاني كحكم رئيسي»: as what.
      if (size > 1 && core.startsWith('ك') && commonWord(core.slice(1)) === 'frequent' && !fillsPlace(words, at + 1))
        return null;
      // «موسى فكي محمد»: no «كي» stands between two names.
      if (trigger === 'beside' && given && core.length === 3 && givenName(words.word(at + 1)) === 'plain')
        return { ...one, plain: 0, unknown: 1 };
      return clitic(words, at) && !core.startsWith('ك') && !surnamesInWaw.has(core)
        ? null
        : { ...one, plain: 0, unknown: 1 };
    case 'rare':
      // An uncommon adjective or noun is a family name only right after a given name, where the name ends with it.
      if (
        (size === 1 ? trigger === 'beside' : closes(words, at + 1) && !words.word(at - 1).startsWith('ال')) &&
        given &&
        !core.endsWith('ه') &&
        !/^[يت]/.test(core) &&
        !isPredicate(core) &&
        !clitic(words, at) &&
        // «صالح بن يوسف غدر بالفلاني»: a verb and its object.
        !(size > 1 && /^[^اوي]{3}$/.test(core) && /^ب.{2,}/.test(words.word(at + 1)) && clitic(words, at + 1)) &&
        // «يتهم حكومة سالم أحمد بخرق الاتفاق»
        !(/^[بل].{3,}/.test(core) && commonWord(core.slice(1)) === 'frequent' && words.follows(at + 1))
      )
        return { ...one, plain: 0, unknown: 0 };
      return isDue(words, at, size, context) ? { ...one, plain: 0, unknown: 0 } : null;
    default:
      // «إبراهيم مركزي»: an adjective in -ي is a family name where office and given name stand before it.
      if (
        trigger === 'beside' &&
        size === 1 &&
        given &&
        /^[^ا].{2,}ي$/.test(core) &&
        !core.startsWith('ال') &&
        !functionWords.has(core) &&
        !verbKind(core) &&
        !/^[يت]/.test(core)
      )
        return { ...one, plain: 0, unknown: 0 };
      // «أبو سعيد النجّار»: a trade or another uncommon noun with its article.
      if (trigger === 'beside' && size === 1 && given && isRareFamily(core)) return { ...one, plain: 0, unknown: 0 };
      // «حسن البصري إن …»: an adjective in -ي with its article, where the name ends with it.
      if (
        (trigger !== 'none' || (context.first === 'plain' && size === 1 && raw(words, at).endsWith('ي'))) &&
        given &&
        /^ال.{3,}ي$/.test(core) &&
        nisba(core) === undefined &&
        (size === 1 || !degrees.has(core)) &&
        closes(words, at + 1)
      )
        return { ...one, plain: 0, unknown: 0 };
      // «محمد الخامس», «… الثاني»: kings and popes; «حسان الفهد»: a family name that is also a noun.
      if (trigger === 'beside' && size <= 2 && ORDINALS.has(core) && given) return { ...one, plain: 0, unknown: 0 };
      if (size === 1 && given && core.startsWith('ال') && givenName(core.slice(2)) && !roles.get(core))
        return { ...one, plain: 0, unknown: 0 };
      // «مدير الوكالة، لطفي كبير، …»: an apposition between commas.
      if (
        size === 1 &&
        context.first === 'plain' &&
        words.mark(at - 2) === '،' &&
        words.mark(at + 1) === '،' &&
        !core.startsWith('ال') &&
        !isBarred(words, at)
      )
        return { ...one, plain: 0, unknown: 1 };
      // «الفريق محمد عبد الوهاب سكر، رئيس الوفد»: where the name ends at a comma.
      if (
        trigger === 'beside' &&
        context.first === 'plain' &&
        given &&
        words.mark(at + 1) === '،' &&
        (core.startsWith('ال') ? /^ال.*ة$/.test(raw(words, at)) && isNoun(core) : !isBarred(words, at)) &&
        !clitic(words, at)
      )
        return { ...one, plain: 0, unknown: 1 };
      // «بالدكتور أمجد الوكيل رئيس الهيئة»: an office noun alone, before an office.
      if (trigger === 'beside' && size === 1 && context.first === 'plain' && isOfficeName(words, at))
        return { ...one, plain: 0, unknown: 1 };
      if (trigger === 'beside' && size === 1 && roles.get(core) !== undefined && endsQuotedName(words, at))
        return { ...one, plain: 0, unknown: 1 };
      // «مقتدى الشرق يدعو …»: a common word with its article after what is hardly anything but a given name, where a verb follows;
      // after a verb it is rather the object («زار سالم المدينة»).
      if (
        size === 1 &&
        context.first === 'plain' &&
        trigger === 'none' &&
        core.startsWith('ال') &&
        !isBarred(words, at) &&
        isOnlyVerb(words, at + 1) &&
        words.readings(at - 2).every((reading) => verbKind(reading.core) === undefined)
      )
        return { ...one, plain: 0, unknown: 1 };
      // «قال مقتدى الصدر إن …»: what a person says has no object before it.
      if (
        size === 1 &&
        context.first === 'plain' &&
        trigger === 'verb' &&
        core.startsWith('ال') &&
        !isBarred(words, at) &&
        words.follows(at + 1) &&
        CLAUSE.has(words.word(at + 1)) &&
        words.readings(at - 2).some((reading) => saysOnly.has(reading.core))
      )
        return { ...one, plain: 0, unknown: 1 };
      // «العقيد يونس كردي»: an adjective of a people or state without article is a family name right after a given name.
      if (size === 1 && given && trigger === 'beside' && nisba(core) !== undefined && core.endsWith('ي'))
        return { ...one, plain: 0, unknown: 0 };
      return isDue(words, at, size, context) ? { ...one, plain: 0, unknown: given ? 0 : 1 } : null;
  }
}

/** «الدكتور أمجد الوكيل رئيس الهيئة»: an office noun with its article between a given name behind a title and the office of its bearer. */
export const isOfficeName = (words: Words, at: number): boolean =>
  words.word(at).startsWith('ال') &&
  roles.get(words.word(at)) !== undefined &&
  words.follows(at) &&
  words.follows(at - 1) &&
  words.follows(at + 1) &&
  givenName(words.word(at - 1)) === 'plain' &&
  words.readings(at - 2).some(({ core }) => titles.get(core)?.kind === 'honorific' && roles.get(core) === undefined) &&
  roles.longest(words.word(at + 1), words.tokens, at + 1) !== null &&
  !words.word(at + 1).startsWith('ال');

/** «الفريق "سالم الوزير"»: an office noun with its article, the second of two words in quotes, the first of which is a given name. */
export const endsQuotedName = (words: Words, at: number): boolean =>
  words.word(at).startsWith('ال') &&
  words.follows(at) &&
  givenName(words.word(at - 1)) !== null &&
  words.mark(at + 1) !== '' &&
  words.mark(at + 1) === CLOSING_QUOTES.get(words.mark(at - 2));

/** «ويتكوف», «ويليامز»: where «و» would be «and», the rest is no word that the lists or the article have. */
const isForeign = (words: Words, core: string): boolean =>
  nameClass(core.slice(1)) === 'unknown' && !words.has(core.slice(1)) && !/^وال|^و[بلك]/.test(core);

/** Whether a verb that nothing is written onto stands at `at`. */
const isOnlyVerb = (words: Words, at: number): boolean => words.follows(at) && verbKind(words.word(at)) !== undefined;

/** Whether the sentence goes on at `at` as it does after its subject: a pause, a verb, «إن». */
export const goesOn = (words: Words, at: number): boolean =>
  ends(words, at) || verbKind(words.word(at)) !== undefined || CLAUSE.has(words.word(at));
export const CLAUSE = new Set(['ان', 'انه', 'انها', 'انهم', 'بان', 'بانه', 'بانها', 'بانهم']);

/** «يطمئن جماهير …», «تتأهل للدور …», «تنطوي على …»; other words in -ي are names more often. */
const isPredicateVerb = (words: Words, at: number, core: string): boolean =>
  isImperfect(core) &&
  (!core.endsWith('ي') || IMPERFECT.test(core) || DERIVED_IMPERFECT.test(core) || prepositions.has(words.word(at + 1)));

/**
 * Whether the word before `at` is a family name with its article: «يوسف الشاهد», after which a name hardly ever goes on; not «عبد الحكيم»,
 * «نور الدين», «محمد الناصر», «حسين الحاج».
 */
function isSettled(words: Words, at: number): boolean {
  const word = words.word(at - 1);
  const before = words.word(at - 2);
  return (
    nameClass(word) === 'family' &&
    word.startsWith('ال') &&
    !secondWords.has(word) &&
    !familyTitles.has(word) &&
    !particles.has(before) &&
    !joints.has(before)
  );
}

/**
 * What a name goes on with after a family name: another with its article («السبسي التونسي»), or one of the kunyas that the Maghreb writes
 * as one word («الزريبي بوجناح»). Beside an office also a given name, whose family name follows («الأحمد جابر الصباح»).
 * «القاضي بتكليف …», «المنادي بإصلاح …» is what the sentence says.
 */
function mayFollowFamily(words: Words, at: number, core: string, trigger: Trigger): boolean {
  if (core.startsWith('ال')) return !(DEFINITE_PARTICIPLE.test(core) && isWith(words, at + 1));
  if (joints.has(core) || kunyas.has(core)) return core !== 'ام';
  if (/^بو.{3,}/.test(core) && commonWord(core) === null) return true;
  return trigger === 'beside' && nameClass(core) === 'plain' && nameClass(words.word(at + 1)) === 'family';
}
const DEFINITE_PARTICIPLE = /^ال(?:.ا..|م.{3,5})$/;
/** «بتكليف», «بالرحيل»: a noun that «بـ» is written onto. */
const isWith = (words: Words, at: number): boolean =>
  words.follows(at) &&
  !joints.has(words.word(at)) &&
  givenName(words.word(at)) === null &&
  words.readings(at).some(({ proclitic, core }) => proclitic === 'ب' && places.get(core) === undefined);

/** «السيد غافن ويكمان وزير الدفاع»: an office of something, behind a name that is no «وكرماني». */
export const isOfficeOf = (words: Words, at: number): boolean => {
  if (words.word(at - 1).endsWith('ي')) return false;
  const role = words.follows(at) ? roles.longest(words.word(at), words.tokens, at) : null;
  return role !== null && role.value.number === 'one' && !words.word(at).startsWith('ال') && words.follows(role.end);
};

/** «محروم», «مطلوب». */
const PASSIVE = /^م[^ا][^ا]و[^ي]$/;

/** «المختطفة», «المتفقد», «المكرم»: a participle with its article after a whole name. */
const isDescription = (words: Words, at: number, size: number, { trigger }: Context): boolean => {
  const core = words.word(at);
  if (size < 2 || givenName(core.slice(2)) !== null) return false;
  if (/^الم.{3,}ه$/.test(core) && raw(words, at).endsWith('ة')) return trigger !== 'beside';
  if (/^المت.{3,}$/.test(core) && !core.endsWith('ي')) return true;
  return words.word(at - 1).startsWith('ال') && /^الم.{3,5}$/.test(core) && !core.endsWith('ي') && !ends(words, at + 1);
};

/** «الأستاذة حميدة التركي، …»: a nationality is the family name of an ambiguous given name beside an office, where the name ends. */
const isDueAfter = (words: Words, at: number, { trigger, first }: Context): boolean =>
  trigger === 'beside' && first === 'ambiguous' && fillsPlace(words, at + 1);

const isOfficeWord = (words: Words, at: number): boolean =>
  words
    .readings(at)
    .some(({ core }) => roles.get(withoutArticle(core)) !== undefined || titles.get(core) !== undefined);
const isNounStem = (core: string): boolean => commonWord(core) !== null || roles.get(core) !== undefined;
/** «أرجأ», «هنأه»: verbs that end with a hamza on alif; names hardly ever do. */
const isHamzated = (written: string): boolean => /^.{2,}أ(?:ه|ها|هم|هما)?$/.test(written);
/** A participle in the accusative, an indefinite feminine, a noun with a pronoun. */
const isObject = (written: string): boolean => /^م.{3,5}ا$|^.{3,}ة$|^.{4,}ه$/.test(written) && !/^بو/.test(written);

/** A definite word of prose. */
const isNoun = (word: string): boolean =>
  word.startsWith('ال') && commonWord(word) === 'frequent' && givenName(word) === null;

/** «جيم هونغ كيم»: a Korean or Chinese family name, which the list has as a given name too. */
const isSyllable = (core: string): boolean => surnamesFirst.has(core) && !functionWords.has(core);

/** «حافظ قائد الغوراني»: two ambiguous given names before a family name. */
const isThree = (words: Words, at: number): boolean =>
  words.follows(at + 1) && nameClass(words.word(at + 1)) === 'family' && nisba(words.word(at + 1)) === undefined;

/** Whether an ambiguous name is the last word of a longer one: the sentence goes on after it, and it begins no office and is no «على». */
const mayEnd = (words: Words, at: number, core: string): boolean =>
  core !== 'علي' && !verbKind(core) && roles.longest(core, words.tokens, at) === null && closes(words, at + 1);

/** Whether a family name is due at `at` and the word there may be one, though it is a word of prose. */
function isDue(words: Words, at: number, size: number, { first, likely, whole }: Context): boolean {
  // «علي أكبر ولايتي»: a given name of two words.
  const paired = size === 2 && words.readings(at - 2).some(({ core }) => pairs.has(`${core} ${words.word(at - 1)}`));
  if (!(size === 1 || paired) || !whole || isBarred(words, at)) return false;
  if (likely) return !(at + 1 < words.tokens.length && words.word(at) === 'الله');
  // «الفريق مالك عقار رئيس الحركة»
  if (first === 'ambiguous') return closes(words, at + 1) || isOfficeOf(words, at + 1);
  return !words.word(at).startsWith('ال') && fillsPlace(words, at + 1);
}

const isGift = (words: Words, at: number, core: string): boolean =>
  GIFTS.has(core) ||
  (!functionWords.has(core) &&
    !core.startsWith('ال') &&
    !raw(words, at).endsWith('ه') &&
    !verbKind(core) &&
    !/^[وفبلي]/.test(core) &&
    !ofGod.has(core));
/** «حسب الله», «خلف الله»: a preposition and a verb besides. */
const GIFTS = new Set(['حسب', 'خلف']);

const isRareFamily = (core: string): boolean =>
  core.startsWith('ال') &&
  commonWord(core) === 'rare' &&
  !appositions.has(core) &&
  !roles.get(core) &&
  !/(?:ه|ات|ون|ين|ان)$/.test(core);

const ORDINALS = new Set(['الاول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن']);

/** «بن زايد», «بن عبد العزيز», «آل ثاني» inside a name. */
function jointAt(words: Words, at: number, core: string, trigger: Trigger): Part | null {
  if (!joints.has(core) || core === 'ام' || !words.follows(at + 1)) return null;
  const next = words.word(at + 1);
  const compound = compoundAt(words, at + 1, next, trigger);
  if (compound) return { to: compound.to, parts: [core, ...compound.parts], plain: 1, unknown: 0 };
  const kind = nameClass(next);
  if (core === 'ولد' || core === 'بنت' || core === 'ابن') {
    // «ولد الشيخ», «ولد الفقرا»; but «ولد العام …» is a verb.
    const definite =
      next.startsWith('ال') && (kind === 'family' || (trigger === 'beside' && titles.get(next) !== undefined));
    // «ولد سيدي المختار»
    const last = words.word(at + 2);
    if (core === 'ولد' && next === 'سيدي' && words.follows(at + 2) && partOfName(nameClass(last)))
      return { to: at + 3, parts: [core, next, last], plain: 2, unknown: 0 };
    if (kind !== 'plain' && kind !== 'unknown' && !definite) return null;
  } else if (
    core === 'ال'
      ? !raw(words, at).startsWith('آ') || prepositions.has(next)
      : // «طايع بن سالم بن يسلم الفلاني»: an imperfect that is a name; whoever is called «بن» alone does nothing.
        (functionWords.has(next) && !(core === 'بن' && SONS_OF.has(next))) || (verbKind(next) && core !== 'بن')
  )
    return null;
  if (core === 'عبد' && !next.startsWith('ال')) return null;
  return { to: at + 2, parts: [core, next], plain: 1, unknown: 0 };
}

/** Words of a closed class that are names behind «بن»: «بن علي», however it is written, «سليم بن جميع». */
const SONS_OF = new Set(['علي', 'جميع']);

/** Whether a honorific before another name begins here: «… علي المهندس حسن» has two persons. */
function startsTitle(words: Words, at: number): boolean {
  const title = titles.longest(words.word(at), words.tokens, at);
  // «حسين الحاج حسن»: a title that is also a part of families' names, where the whole fills its place.
  if (familyTitles.has(words.word(at)) && closes(words, at + 2)) return false;
  // «أكد سليم الحاج مبروك مدير …»
  if (
    words.word(at) === 'الحاج' &&
    words.follows(at) &&
    words.readings(at - 1).some(({ core }) => givenName(core) !== null)
  )
    return false;
  return title !== null && words.follows(title.end) && givenName(words.word(title.end)) === 'plain';
}

/** «بشكل رشيد», «بطريقة سليمة»: how something is done. */
export const isManner = (words: Words, at: number): boolean => words.follows(at) && MANNER.has(words.word(at - 1));
const MANNER = new Set(['بشكل', 'بصوره', 'بطريقه', 'باسلوب', 'بنحو']);

/** Whether the sentence pauses before token `at`. */
export const ends = (words: Words, at: number): boolean => {
  const token = words.tokens[at];
  return token === undefined || token.newLine || token.kind === 'punctuation';
};

const continues = (words: Words, at: number) => {
  if (!words.follows(at)) return false;
  const kind = nameClass(words.word(at));
  return kind === 'plain' || (kind === 'family' && nisba(words.word(at)) === undefined) || joints.has(words.word(at));
};
