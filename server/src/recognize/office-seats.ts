/** Where an office is: the town or body in which it is held, to whom somebody is posted, and the state that is said beside it. */
import { nisba, seatNouns } from '../lexicon/geography.ts';
import { affairs, degrees, formerWords, type Role, statusWords, titles } from '../lexicon/office-words.ts';
import { commonWord, functionWords, givenName } from '../lexicon/person-names.ts';
import { towardsStates, verbKind } from '../lexicon/verbs.ts';
import { nameClass } from './name-words.ts';
import { type Completion, none, wordsKey } from './office-subjects.ts';
import { organizationAt, placeAt } from './places-and-organizations.ts';
import { CLOSING_QUOTES, type Words, withoutArticle } from './words.ts';

/** Tokens a title may run to; what the press writes is shorter. */
export const LONGEST = 24;

/** «المعتمد الجديد لقرقنة», «المحافظ السابق للبصرة», «الوالي السابق لولاية صفاقس»: of where a definite office is. */
export function seatFor(words: Words, at: number, role: Role): Completion | null {
  if (!role.takes.has('place') || !words.follows(at)) return null;
  const reading = words.readings(at).find(({ proclitic }) => proclitic === 'ل');
  if (!reading) return null;
  const noun = seatNouns.has(reading.core) && words.follows(at + 1) ? 1 : 0;
  const place = placeAt(words, at + noun);
  if (!place || place.type === 'state') return null;
  const whole = noun ? place.start === words.tokens[at + 1]?.start : place.start >= reading.start;
  return whole ? { ...none, to: place.to, subject: place.key, country: place.country } : null;
}

/** «والي قبلي وليد الوقيني»: a town that no list knows, right before a given name. */
export const isUnknownSeat = (words: Words, at: number): boolean =>
  givenName(words.word(at)) === null &&
  !functionWords.has(words.word(at)) &&
  !verbKind(words.word(at)) &&
  !statusWords.has(words.word(at)) &&
  !formerWords.has(words.word(at)) &&
  !degrees.has(words.word(at)) &&
  !titles.longest(words.word(at), words.tokens, at) &&
  words.follows(at + 1) &&
  givenName(words.word(at + 1)) !== null &&
  words.follows(at + 2) &&
  words.word(at + 2).startsWith('ال');

/** «للشؤون العربية والأفريقية», «لشؤون الشرق الأوسط», «لشؤون نزع السلاح». */
export function affairsEnd(words: Words, at: number): number | null {
  if (!words.follows(at) || !affairs.has(words.word(at))) return null;
  let to = at + 1;
  while (to < at + 3 && isInConstruct(words, to)) to++;
  while (to < at + 7 && words.follows(to)) {
    const word = words.word(to);
    if (
      !/^و?ال/.test(word) ||
      givenName(word) ||
      (to > at + 1 && commonWord(word) === null && nisba(withoutArticle(word.replace(/^و/, ''))) === undefined)
    )
      break;
    // «للشؤون السياسية الأمير فلان»: the title of the name behind it.
    if (to > at + 1 && (verbKind(word) || titles.longest(word, words.tokens, to))) break;
    to++;
  }
  return to > at + 1 ? to : null;
}

/** «نزع» of «شؤون نزع السلاح»: a noun of prose that governs a definite one, or another that does. */
const isInConstruct = (words: Words, at: number): boolean => {
  const word = words.word(at);
  const isNoun = commonWord(word) !== null && givenName(word) === null && !functionWords.has(word);
  if (!words.follows(at) || !words.follows(at + 1) || !isNoun || word.startsWith('ال') || nisba(word)) return false;
  const next = words.word(at + 1);
  return next.startsWith('ال')
    ? commonWord(next) !== null && !titles.longest(next, words.tokens, at + 1)
    : isInConstruct(words, at + 1);
};

export const POSTED: ReadonlySet<string> = new Set([
  'ambassador',
  'charge-daffaires',
  'consul',
  'envoy',
  'representative',
  'coordinator',
  'commissioner',
  'high-commissioner',
]);
export const POSTING = new Set(['في', 'لدي', 'الي', 'من']);

/** «في بغداد», «لدى الأمم المتحدة», «إلى سوريا» after who is posted there. */
export function postingEnd(words: Words, at: number, role: Role): number | null {
  if (SEATED.has(role.id)) return benchEnd(words, at, role);
  if (DESKS.has(role.id)) return deskAt(words, at, role)?.to ?? null;
  if (!POSTED.has(role.id) || !words.follows(at)) return null;
  // «سفير المملكة المتحدة المعتمد لدى السلطنة», «مندوب العراق الدائم»
  if (ACCREDITED.test(words.word(at)))
    return (words.follows(at + 1) ? seatedAt(words, at + 1) : null) ?? (PERMANENT.test(words.word(at)) ? at + 1 : null);
  return seatedAt(words, at);
}
const ACCREDITED = /^ال(?:معتمد|مقيم|دائم)ه?$/;
export const PERMANENT = /^الدائمه?$/;

/** «بتونس», «في بغداد», «لدى الأمم المتحدة», «لدى السلطنة». */
function seatedAt(words: Words, at: number): number | null {
  // «السفير التركي بتونس»
  const seat = words.readings(at).some(({ proclitic }) => proclitic === 'ب') ? placeAt(words, at) : null;
  if (seat && seat.start === (words.tokens[at]?.start ?? 0) + 1) return seat.to;
  if (POSTING.has(words.word(at)) && words.word(at) !== 'من' && words.follows(at + 1)) {
    return seatsEnd(words, at + 1) ?? (OWN_STATE.test(words.word(at + 1)) ? at + 2 : null);
  }
  return null;
}
/** The state of the one who writes. */
const OWN_STATE = /^ال(?:سلطنه|مملكه|دوله|جمهوريه|بلاد)$/;

/** «بروكسل», «الأمم المتحدة», «مملكة بلجيكا ودوقية لوكسمبورغ والاتحاد الأوروبي»: places and bodies that «و» joins; null where there is none. */
function seatsEnd(words: Words, at: number): number | null {
  let end: number | null = null;
  for (let from = at; from < at + LONGEST && words.follows(from); ) {
    const kind = words.readings(from).find(({ core }) => seatNouns.has(core));
    const noun = kind && (from === at ? kind.proclitic === '' : kind.proclitic === 'و') ? 1 : 0;
    const seat = organizationAt(words, from + noun) ?? placeAt(words, from + noun);
    const starts = (words.tokens[from + noun]?.start ?? 0) + (from === at || noun ? 0 : 1);
    if (!seat || seat.start !== starts || !words.follows(from + noun)) break;
    end = from = /^الكبري$/.test(words.word(seat.to)) ? seat.to + 1 : seat.to;
    if (!words.word(from).startsWith('و')) break;
  }
  return end;
}

const SEATED = new Set(['deputy', 'member', 'senator', 'leading-member']);
const DESKS = new Set(['adviser', 'director', 'press-officer', 'secretary', 'undersecretary']);

/** «المستشار برئاسة الحكومة», «المدير العام بوزارة العدل», «الأمين العام بوزارة الدفاع»: where someone has a desk. */
export function deskAt(words: Words, at: number, role: Role): Completion | null {
  if (!words.follows(at) || !DESKS.has(role.id)) return null;
  const reading = words.readings(at).find(({ proclitic }) => proclitic === 'ب');
  if (!reading) return null;
  if (reading.core === 'رئاسه')
    return words.follows(at + 1) && PRESIDED.has(words.word(at + 1))
      ? { ...none, to: at + 2, subject: wordsKey(words, at, at + 2).replace(/^ب/, '') }
      : null;
  const body = /^(?:وزاره|ديوان|مجلس)$/.test(reading.core) ? organizationAt(words, at) : null;
  return body?.start === reading.start
    ? { ...none, to: body.to, subject: body.id, country: body.country, organization: body }
    : null;
}
const PRESIDED = new Set(['الجمهوريه', 'الحكومه', 'الوزراء']);

/** «النائب بمجلس نواب الشعب», «النائبة في البرلمان», «القيادي بحزب الأمة»: where someone has a seat. */
function benchEnd(words: Words, at: number, role: Role): number | null {
  if (!words.follows(at)) return null;
  const inside = words.word(at) === 'في';
  if (!inside && !words.readings(at).some(({ proclitic }) => proclitic === 'ب')) return null;
  const from = inside ? at + 1 : at;
  const body = organizationAt(words, from);
  const start = (words.tokens[from]?.start ?? 0) + (inside ? 0 : 1);
  if (role.id !== 'leading-member') return body?.code === 'lexicon' && body.start === start ? body.to : null;
  // «الدور القيادي في المنطقة»: an adjective.
  if (
    words.follows(at - 1) &&
    words.word(at - 2).startsWith('ال') &&
    !titles.longest(words.word(at - 2), words.tokens, at - 2)
  )
    return null;
  if (body?.start === start) return body.to;
  // «القيادي في النهضة»
  const name = words.word(from);
  return inside && words.follows(from) && /^ال.{3,}/.test(name) && placeAt(words, from) === null ? from + 1 : null;
}

/** «رئيس مجلس القضاء الأعلى في العراق»: the state of a body that every state has. */
export function seatOf(words: Words, at: number): { to: number; country: string } | null {
  if (!words.follows(at) || words.word(at) !== 'في' || !words.follows(at + 1)) return null;
  const place = placeAt(words, at + 1);
  if (place?.type !== 'state' || place.country === null || place.start !== words.tokens[at + 1]?.start) return null;
  return { to: place.to, country: place.country };
}

/** «مستشار الأمن القومي العراق»: the state itself instead of its adjective; not after a verb that the state may be the object of. */
export function appositionState(
  words: Words,
  at: number,
  to: number,
  construct: boolean,
): { to: number; country: string } | null {
  if (!words.follows(to)) return null;
  if (construct) {
    // «رئيس وزراء جمهورية الهند», «وزير خارجية دولة الإمارات»: it cannot but go on.
    const from = seatNouns.has(words.word(to)) && words.follows(to + 1) ? to + 1 : to;
    for (const start of [to, from]) {
      const place = placeAt(words, start);
      if (place?.type === 'state' && place.country !== null && place.start === words.tokens[start]?.start)
        return { to: place.to, country: place.country };
    }
    return null;
  }
  for (const back of [at - 1, at - 2, at - 3]) {
    if (words.readings(back).some((reading) => towardsStates.has(reading.core))) return null;
    if (!words.isWord(back)) break;
  }
  const place = placeAt(words, to);
  // «رئيسة الوزراء جورجيا الراوي»: a given name before a family name.
  if (givenName(words.word(to)) !== null && words.follows(to + 1) && nameClass(words.word(to + 1)) !== 'none')
    return null;
  if (
    place?.type !== 'state' ||
    place.country === null ||
    place.start !== words.tokens[to]?.start ||
    place.to !== to + 1
  )
    return null;
  return { to: place.to, country: place.country };
}

/**
 * «لجمهورية الهند», «لدولة الإمارات»: whose minister, with what the state calls itself; «بجمهورية الهند» before the name, for elsewhere it says
 * where something was done.
 */
export function ofRepublic(words: Words, at: number): { to: number; country: string } | null {
  if (!words.follows(at) || !words.follows(at + 1)) return null;
  // «وزير الخارجية للجمهورية اليمنية»
  const country = OF_THE_STATE.test(words.word(at)) ? nisba(words.word(at + 1)) : undefined;
  if (country) return { to: at + 2, country };
  const state = words.readings(at).find(({ core, proclitic }) => /^[لب]$/.test(proclitic) && seatNouns.has(core));
  const place = state ? placeAt(words, at + 1) : null;
  if (place?.type !== 'state' || place.country === null || place.start !== words.tokens[at + 1]?.start) return null;
  // «بجمهورية مصر العربية»
  const to = words.word(place.to) === 'العربيه' && words.follows(place.to) ? place.to + 1 : place.to;
  return state?.proclitic === 'ل' || isNamedAt(words, to) ? { to, country: place.country } : null;
}

/** Whether a name begins at `at`, past a quote: a given name or a title. */
export const isNamedAt = (words: Words, at: number): boolean => {
  const from = CLOSING_QUOTES.has(words.mark(at)) ? at + 1 : at;
  return (
    (from > at || words.follows(from)) &&
    (givenName(words.word(from)) !== null || titles.longest(words.word(from), words.tokens, from) !== null)
  );
};

/** «للجمهورية», «للمملكة», before the adjective of the state. */
export const OF_THE_STATE = /^لل(?:جمهوريه|مملكه|سلطنه|دوله)$/;

/** «إقليم كردستان», «ولاية كاليفورنيا»: a part of a state that has ministers of its own. */
export function regionAt(words: Words, at: number): { to: number; key: string; country: string | null } | null {
  if (!words.follows(at) || !PARTS.has(words.word(at)) || !words.follows(at + 1)) return null;
  const place = placeAt(words, at) ?? placeAt(words, at + 1);
  if (!place || place.type === 'state' || place.type === 'capital') return null;
  return { to: place.to, key: place.key.split('/').at(-1) ?? '', country: place.country };
}

const PARTS = new Set(['اقليم', 'ولايه', 'مقاطعه', 'جمهوريه']);
