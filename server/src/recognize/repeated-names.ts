/** What is proven somewhere in the article is a name everywhere in it, full or in part: where a word may say a name again. */
import { nisba, places, towns } from '../lexicon/geography.ts';
import { counterparts, roles, titles } from '../lexicon/office-words.ts';
import { bodyNouns } from '../lexicon/organizations.ts';
import {
  commonWord,
  functionWords,
  givenName,
  mostlyName,
  nearNouns,
  ownNouns,
  prepositions,
  servants,
  surnamesFirst,
} from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Reading, WordForm } from '../text/proclitics.ts';
import type { Token } from '../text/tokens.ts';
import type { NameEvidence, NameSpan } from './evidence.ts';
import { CANDIDATE } from './facts.ts';
import { type NameClass, nameClass, pieces } from './name-words.ts';
import { ends, isManner, isMononym, nameAt, type ReadName } from './names.ts';
import { afterPlaceNoun } from './places-and-organizations.ts';
import type { Words } from './words.ts';

/** From here on a name needs no other witness. */
const SURE = 0.75;

/**
 * Second pass: what is proven somewhere in the article is a name everywhere in it, full or in part. `announced`: tokens right behind a
 * title or an office.
 */
export function repeated(
  words: Words,
  proven: readonly NameSpan[],
  covered: Uint8Array,
  ofPlaces: Uint8Array,
  announced: ReadonlySet<number>,
): NameEvidence[] {
  const known = new Map<string, { parts: readonly string[]; first: boolean; mononym: boolean }[]>();
  const seen = new Set<string>();
  const named = new Uint8Array(words.tokens.length + 1);
  for (const span of proven) {
    if (span.confidence < CANDIDATE) continue;
    named.fill(1, span.from, span.to);
    const id = span.words.join(' ');
    if (seen.has(id)) continue;
    seen.add(id);
    const parts = pieces(span.words);
    parts.forEach((piece, i) => {
      const word = span.words[piece.start] ?? '';
      const list = known.get(word) ?? [];
      if (list.length < MOST)
        known.set(word, [
          ...list,
          {
            parts: span.words.slice(piece.start),
            first: i === 0 && parts.length > 1 && !surnamesFirst.has(word),
            mononym: i === 0 && isMononym(words, span.from),
          },
        ]);
    });
  }
  const evidence: NameEvidence[] = [];
  if (known.size === 0) return evidence;
  // «وأضاف الفلاني»: a single word that only a verb stands before is surer where the article has a full name that ends so.
  const last = new Set(
    proven.flatMap(({ words: list, confidence }) => (list.length > 1 && confidence >= SURE ? (list.at(-1) ?? []) : [])),
  );
  const bounded = new Uint8Array(words.tokens.length + 1);
  for (const { from, to, words: list, confidence } of proven)
    if (list.length === 1 && confidence >= CANDIDATE && confidence < SURE && last.has(list[0] ?? '')) {
      named.fill(0, from, to);
      bounded.fill(1, from, to);
    }
  const again = wordsIn(words, new Set([...known.keys()].flatMap(spellings))).filter(
    (at) => !named[at] && !ofPlaces[at] && !words.inDate(at) && !afterInitial(words, at),
  );
  // Twice: what is found later in the sentence supports what stands before it («بين فلان وعلان»).
  for (const at of [...again, ...again]) {
    if (named[at] || isManner(words, at)) continue;
    for (const reading of words.readings(at)) {
      // «سيعرض على المجلس», where the article writes «علي» for the name.
      if (reading.core === 'علي' && words.text[reading.end - 1] === 'ى' && !words.writesNoDots) break;
      const exact = known.get(reading.core);
      // «العبيدي» of «سلمان عبيدي»: the article comes and goes before a family name that is no word of prose.
      const kind = nameClass(reading.core);
      const varied =
        exact || (kind !== 'unknown' && kind !== 'family') ? [] : (known.get(otherwise(reading.core)) ?? []);
      const names = exact ?? varied.filter(({ first, parts }) => !first && parts.length === 1);
      if (names.length === 0) continue;
      let best: { to: number; first: boolean; mononym: boolean; length: number } | undefined;
      for (const { parts, first, mononym } of names) {
        const to = exact ? runOf(words, at, parts) : at + 1;
        // «عبد الله» of «محمد عبد الله الراوي», «عبد الله محمد الراوي»: by such a name before others nobody is called alone.
        if (to - at < parts.length && servants.has(parts[0] ?? '')) continue;
        if (to > at && (!best || to > best.to || (to === best.to && best.first && !first)))
          best = { to, first, mononym, length: parts.length };
      }
      if (!best) continue;
      const long = best.to > at + 1;
      if (!long && isOfBody(words, at)) break;
      if ((covered[at] && !long) || (!long && isTitle(words, at))) break;
      const placed = isSupported(words, at, reading.proclitic, best.to, named, announced);
      // «ولم يحدث صدام»: a first name may be a noun there.
      const supported = placed || (!best.first && reading.proclitic === '' && isBehindVerbalParticle(words, at));
      const doubtful =
        (kind !== 'unknown' && kind !== 'family' && !surnamesFirst.has(reading.core)) ||
        nisba(reading.core) !== undefined ||
        commonWord(reading.core) !== null ||
        places.get(reading.core) !== undefined ||
        towns.has(reading.core);
      let weight = 0.9;
      if (!long) {
        // A first name alone: usual for foreign ones («لين»), rare for Arabic ones.
        if (best.first && best.mononym && supported) weight = 0.8;
        else if (best.first) weight = supported ? (kind === 'unknown' ? 0.7 : kind === 'plain' ? 0.55 : 0) : 0;
        else if (!exact && !supported) weight = 0;
        else if (doubtful && !supported && isPlaced(words, at, reading, kind, best.to)) weight = 0.6;
        else if (doubtful && !supported) weight = kind === 'plain' && best.length === 1 ? 0.5 : 0;
        else if (functionWords.has(reading.core)) weight = 0;
        else if (commonWord(reading.core) === 'frequent' && !speaks(words, at, best.to, reading, named, announced))
          weight = 0;
      }
      // «حافظ قائد الغوراني» where the article has introduced another «قائد الغوراني»: a name of its own.
      const other = reading.proclitic === '' && !bounded[at] ? longerName(words, at, best.to) : null;
      if (weight > 0 && other && !named[other.from]) {
        named.fill(1, other.from, other.to);
        evidence.push({ ...other, code: 'given-name', weight: 0.7 });
        break;
      }
      if (weight > 0 && !(reading.proclitic === '' && afterPlaceNoun(words, at))) {
        named.fill(1, at, best.to);
        evidence.push({
          from: at,
          to: best.to,
          start: reading.start,
          words: [reading.core, ...wordsOf(words, at + 1, best.to)],
          code: 'part-of-name',
          weight,
        });
      }
      break;
    }
  }
  return evidence;
}

/** «مجموعة الراوي», «شركة الراوي»: what a body is called, whoever it was called after. */
const isOfBody = (words: Words, at: number): boolean =>
  words.follows(at) && words.readings(at - 1).some(({ core, definite }) => !definite && bodyNouns.has(core));

/** The tokens that can be read as one of `cores`: a look at each of the article, and no more than a look. */
function wordsIn(words: Words, cores: ReadonlySet<string>): number[] {
  const found: number[] = [];
  const { tokens } = words;
  for (let at = 0; at < tokens.length; at++) {
    const word = (tokens[at] as Token).word;
    if (word === null) continue;
    const { forms } = word;
    for (let i = 0; i < forms.length; i++)
      if (cores.has((forms[i] as WordForm).core)) {
        found.push(at);
        break;
      }
  }
  return found;
}

/** «السيد الرئيس», «الشيخ أحمد»: a title before another or before a name, though somebody bears it as a family name. */
function isTitle(words: Words, at: number): boolean {
  if (titles.get(words.word(at)) === undefined || !words.follows(at + 1)) return false;
  const next = words.word(at + 1);
  return givenName(next) === 'plain' || [roles, titles].some((list) => list.longest(next, words.tokens, at + 1));
}

/** A full name of one or two given names more than the words from `at` to `to`; verbs that are names too («شكر») begin none here. */
function longerName(words: Words, at: number, to: number): ReadName | null {
  for (const from of [at - 2, at - 1]) {
    // «ومحمد سالم الراوي» beside «سالم الراوي»
    const before = words
      .readings(from)
      .find(({ core, proclitic }) => (proclitic === '' || proclitic === 'و') && givenName(core) !== null);
    if (!before || verbKind(before.core) !== undefined || functionWords.has(before.core)) continue;
    // «ينتهي عهد الراوي»
    if (ownNouns.has(before.core)) continue;
    // «على روح القذافي»: a noun before the family name.
    if (prepositions.has(words.word(from - 1)) && givenName(before.core) === 'ambiguous' && !mostlyName(before.core))
      continue;
    const name = words.follows(from + 1) && words.follows(at) ? nameAt(words, from, 'none') : null;
    if (name && name.to === to && name.start === before.start) return name;
  }
  return null;
}

/** A family name without its article, or with one. */
const otherwise = (word: string): string => (word.startsWith('ال') ? word.slice(2) : `ال${word}`);
/** All words that are `word`, or are so otherwise. */
const spellings = (word: string): string[] => [word, `ال${word}`, otherwise(word)];

/** «المدعو س. الفلاني»: an initial before the word, somebody else's whom the article does not name. */
const afterInitial = (words: Words, at: number): boolean =>
  words.mark(at - 1) === '.' && words.word(at - 2).length === 1 && !words.tokens[at]?.newLine;

/** Names of one article that share a word: more are not told apart by it. */
const MOST = 12;

/** How far the words at `at` run along `parts`, which begin with the word at `at`. */
function runOf(words: Words, at: number, parts: readonly string[]): number {
  const first = pieces(parts)[0];
  const least = first ? first.end : 1;
  let to = at + 1;
  for (let i = 1; i < parts.length && words.follows(to) && words.word(to) === parts[i]; i++) to++;
  return to - at >= least ? to : at;
}

const wordsOf = (words: Words, from: number, to: number): string[] => {
  const list: string[] = [];
  for (let i = from; i < to; i++) if (words.isWord(i)) list.push(words.word(i));
  return list;
};

/**
 * A weaker sign for a proven family name that is also an uncommon word or a nisba: no noun stands before it that it could be the
 * adjective of, and the article does not speak of the state that it could come from.
 */
function isPlaced(words: Words, at: number, reading: Reading, kind: NameClass, to: number): boolean {
  const before = words.readings(at - 1);
  const starts = at === 0 || words.tokens[at]?.newLine === true || words.mark(at - 1) !== '';
  const country = nisba(reading.core);
  if (country !== undefined) {
    if (before.some((r) => r.definite || nisba(r.core) !== undefined) && !starts) return false;
    return country !== '' && reading.core.startsWith('ال') && !words.speaksOf(country);
  }
  if (kind === 'rare' || (kind === 'ambiguous' && !functionWords.has(reading.core))) {
    if (starts) return kind === 'rare' && words.follows(to) && prepositions.has(words.word(to));
    return before.some((r) => PERSONAL.has(r.core));
  }
  return false;
}

/**
 * Whether the sentence has a person in the place of a proven family name that is also a frequent word («ورفض بحر …», «أن بحر قال»,
 * «وبحر» after another name): what supports other words is not enough.
 */
function speaks(
  words: Words,
  at: number,
  to: number,
  reading: Reading,
  named: Uint8Array,
  announced: ReadonlySet<number>,
): boolean {
  if (announced.has(at) || isJoinedToCounterpart(words, to) || isGoverned(words, at, to, reading)) return true;
  if (reading.proclitic !== '') return reading.proclitic === 'و' && isListed(words, at, reading.proclitic, to, named);
  if (isListed(words, at, '', to, named)) return true;
  if (isBehindVerbalParticle(words, at)) return true;
  const next = words.follows(to) ? words.word(to) : '';
  // «ورفض القضاة المصريون»: an adjective of the word; «ونفى البحر الاتهامات» has an object.
  const plural = /(?:ه|ون|ين|ات|اء)$/.test(reading.core);
  // «ودعا البحر إلى …»: a preposition has the letters of one.
  const adjectival = plural ? /^ال.*(?:ي|يه|ون|ين|ات)$/ : /^ال.*(?:ي|ون|ين)$/;
  if ((adjectival.test(next) && !prepositions.has(next)) || next === 'الله') return false;
  const verbAfter = next !== '' && verbKind(next) !== undefined;
  const before = words.follows(at) ? words.readings(at - 1) : [];
  if (
    reading.core.startsWith('ال') &&
    before.some(({ core }) => ownNouns.has(core) || nearNouns.has(core)) &&
    !/^ال/.test(next)
  )
    return true;
  // «تفقد السوداني المشروع», in an article that does not speak of that state.
  const country = nisba(reading.core);
  const family = country !== undefined && country !== '' && !words.speaksOf(country);
  if (before.some(({ core }) => verbKind(core) !== undefined))
    return (
      family ||
      before.some(({ core }) => verbKind(core) === 'speech' || verbKind(core) === 'meeting') ||
      // «ودعا الزمني إلى …»: no adjective follows a verb without its noun.
      (!country && /^ال.{2,}ي$/.test(reading.core)) ||
      !reading.core.startsWith('ال')
    );
  if (before.some(({ core }) => core === 'ان')) return verbAfter;
  // «بين البحر وفلان», «لقاء مع البحر»
  if (before.some(({ core }) => core === 'بين'))
    return words.readings(to).some(({ proclitic }) => proclitic === 'و') && named[to] === 1;
  if (before.some(({ core }) => core === 'مع')) return ends(words, to);
  const starts = at === 0 || words.tokens[at]?.newLine === true || (family && words.mark(at - 1) !== '');
  return starts && (verbAfter || words.mark(to) === ':');
}

/**
 * «وقد فر البحر من …», «قبل أن يمزق البحر الاتفاقية», «لم يعلق البحر»: whether the word before is a verb, whatever it is, by the particle before
 * it; «أن» by its hamza, for «إن» has a noun behind it.
 */
function isBehindVerbalParticle(words: Words, at: number): boolean {
  if (!words.follows(at) || !words.follows(at - 1)) return false;
  const [particle, verb] = [words.word(at - 2), words.word(at - 1)];
  if (functionWords.has(verb) || verb.startsWith('ال')) return false;
  const token = words.tokens[at - 2];
  if (/^[وف]?ل?قد$/.test(particle)) return true;
  if (/^[وف]?(?:لم|لن|سوف)$/.test(particle)) return /^[يت].{2,}/.test(verb);
  return particle === 'ان' && words.text.slice(token?.start, token?.end) === 'أن' && /^ي.{2,}/.test(verb);
}

/** «تعانق البحر ونظيره الأمريكي»: only who holds an office has counterparts. */
const isJoinedToCounterpart = (words: Words, to: number): boolean =>
  words.follows(to) && words.readings(to).some(({ core, proclitic }) => proclitic === 'و' && counterparts.has(core));

/**
 * «تصريحات بحري», «زيارة بحري إلى …»: behind a noun in the feminine or in ـات a masculine word is no adjective of it; what it governs is not in
 * construct itself («زيارة رئيسي البلدين»).
 */
function isGoverned(words: Words, at: number, to: number, { core, proclitic }: Reading): boolean {
  if (proclitic !== '' || !words.follows(at) || /^ال|ه$|ات$/.test(core)) return false;
  const noun = words
    .readings(at - 1)
    .some((before) => !before.definite && ownNouns.has(before.core) && /(?:ه|ات)$/.test(before.core));
  const next = words.follows(to) ? words.word(to) : '';
  return noun && !next.startsWith('ال') && places.longest(next, words.tokens, to) === null;
}

/** «فلان وظريف», «فلان و ظريف», «ظريف ، وفلان ، وإسلامي ،»: whether «و» joins the words from `at` to `to` to a name beside them. */
function isListed(words: Words, at: number, proclitic: string, to: number, named: Uint8Array): boolean {
  const comma = (i: number) => words.mark(i) === '،' && !words.tokens[i]?.newLine;
  if (proclitic === 'و') return named[at - 1] === 1 || (comma(at - 1) && named[at - 2] === 1 && ends(words, to));
  if (proclitic !== '') return false;
  if (words.follows(at) && words.word(at - 1) === 'و' && words.follows(at - 1) && named[at - 2] === 1) return true;
  // What opens a list stands behind a mark: «ويضم الوفد : ظريف ، وفلان».
  const opens = words.mark(at - 1) !== '' && comma(to) && named[to + 1] === 1;
  return opens && words.readings(to + 1).some((reading) => reading.proclitic === 'و');
}

/** «المعروف بـ», «الملقب». */
const CALLED = /^ال(?:معروف|ملقب|مكني|مشهور)ه?$/;

/** Prepositions that mostly have a person after them in news. */
const PERSONAL = new Set(['مع', 'لدي', 'بين']);

/** «أن فلان قال», «فيما فلان …»: with a verb after the word, a subject. */
const CLAUSE_OPENERS = new Set(['ان', 'بان', 'لان', 'لكن', 'فيما', 'بينما', 'وان', 'حيث', 'وكان', 'كان']);

/** Words between a subject and its verb. */
const VERBAL = new Set(['قد', 'ربما', 'لم', 'لن', 'لا', 'سوف', 'كان', 'كانت', 'ليس', 'ليست']);

const PRONOMINAL = /^(?:به|بها|له|لها|فيه|فيها|عليه|عليها|عنه|عنها|منه|منها)$/;

/** «نقلت الوكالة عن فلان قوله إن …» */
const SAYING = new Set(['قوله', 'قولها', 'تاكيده', 'تاكيدها']);

const BEFORE_NAME = new Set(['مع', 'بين', 'لدي', 'عن', 'الي', 'من']);

/** Whether the sentence has a place for a person here: a verb, a title, «و» with another name beside it. */
function isSupported(
  words: Words,
  at: number,
  proclitic: string,
  to: number,
  named: Uint8Array,
  announced: ReadonlySet<number>,
): boolean {
  if (announced.has(at) || (words.follows(to) && SAYING.has(words.word(to)))) return true;
  const before = words.readings(at - 1);
  if (
    words.follows(at) &&
    before.some(({ core, definite }) => !definite && (ownNouns.has(core) || nearNouns.has(core)))
  )
    return true;
  if (words.follows(at) && before.some((reading) => verbKind(reading.core) !== undefined)) return true;
  if (isJoinedToCounterpart(words, to)) return true;
  // «الحملة التي يقوم بها الفلاني»: a verb, what it is about, and its subject.
  if (words.follows(at) && PRONOMINAL.test(words.word(at - 1)) && verbKind(words.word(at - 2)) !== undefined)
    return true;
  if (isListed(words, at, proclitic, to, named)) return true;
  // «لقاء فلان بالفلاني», «جمع فلانا، بالفلاني».
  if (proclitic === 'ب' && (named[at - 1] || (named[at - 2] && /^[،,]$/.test(words.mark(at - 1))))) return true;
  if (
    words.follows(to) &&
    words.readings(to).some((reading) => reading.proclitic === 'و' && words.follows(to) && named[to])
  )
    return true;
  const whole = words.word(at - 1);
  // «تعاملت مع الشرع، المعروف بكنيته»
  if (words.follows(at) && PERSONAL.has(whole) && ends(words, to) && CALLED.test(words.word(to + 1))) return true;
  // «أما فلان فلم يعلق»
  if (words.follows(at) && words.follows(to) && /^و?اما$/.test(whole) && words.word(to).startsWith('ف')) return true;
  if (
    words.follows(at) &&
    words.follows(to) &&
    CLAUSE_OPENERS.has(whole) &&
    (VERBAL.has(words.word(to)) ||
      words.readings(to).some((reading) => reading.proclitic === '' && verbKind(reading.core) !== undefined))
  )
    return true;
  const starts = at === 0 || words.tokens[at]?.newLine === true || words.mark(at - 1) !== '';
  const verbAfter =
    words.follows(to) &&
    words.readings(to).some((reading) => reading.proclitic === '' && verbKind(reading.core) !== undefined);
  if (starts && (verbAfter || words.mark(to) === ':')) return true;
  return (
    BEFORE_NAME.has(whole) &&
    nameClass(words.word(at)) !== 'none' &&
    (ends(words, to) || prepositions.has(words.word(to)) || verbAfter) &&
    !functionWords.has(words.word(at))
  );
}
