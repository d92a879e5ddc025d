/** Of what an office is: the portfolio, the noun phrase or the name in quotes that completes it, and what its holder is charged with. */
import { nisba, townNouns } from '../lexicon/geography.ts';
import {
  affairs,
  charges,
  formerWords,
  isOfBody,
  joinedPortfolios,
  portfolios,
  type Role,
  relationNouns,
  roles,
  statusWords,
  titles,
  unitNouns,
} from '../lexicon/office-words.ts';
import { commonWord, functionWords, givenName, particles } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { isCrowd } from './name-words.ts';
import type { FoundOffice } from './offices.ts';
import {
  countryAdjective,
  type FoundOrganization,
  isPurpose,
  joinedNounEnd,
  organizationAt,
} from './places-and-organizations.ts';
import { CLOSING_QUOTES, type Words, withoutArticle } from './words.ts';

export const FEMININE = /^ال.{3,}ه$/;
/** Whether the word at `at` is known as something else: «مبادرة رئيس الجمهورية المتعلقة بـ…», a title, another office, a status. */
export const startsOther = (words: Words, at: number): boolean =>
  commonWord(words.word(at)) !== null ||
  titles.longest(words.word(at), words.tokens, at) !== null ||
  roles.longest(words.word(at), words.tokens, at) !== null ||
  organizationAt(words, at) !== null ||
  countryAdjective(words, at) !== null ||
  givenName(words.word(at)) !== null;

/** Words in the quotes of a body's name. */
const QUOTED = 5;

/** End of a name in quotes at `at` on the same line, its closing mark included. */
export function quotedEnd(words: Words, at: number): number | null {
  const closing = CLOSING_QUOTES.get(words.mark(at));
  if (closing === undefined || words.tokens[at]?.newLine) return null;
  for (let to = at + 1; to <= at + QUOTED + 1; to++) {
    if (words.tokens[to]?.newLine) return null;
    if (words.mark(to) === closing) return to > at + 1 ? to + 1 : null;
    if (!words.isWord(to)) return null;
  }
  return null;
}

export interface Completion {
  readonly to: number;
  readonly subject: string;
  readonly country: string | null;
  readonly organization: FoundOrganization | null;
  readonly office: FoundOffice | null;
  readonly definite: boolean;
}

/** «قائد «فيلق …» فلان», «مدير «…»»: the name in quotes of what someone is the head of. */
export function quotedBody(words: Words, at: number, role: Role): Completion | null {
  const end = role.takes.has('body') ? quotedEnd(words, at) : null;
  if (end === null) return null;
  // «قائد "قسد"» is «قائد قسد».
  const body = organizationAt(words, at + 1, true);
  return body?.code === 'lexicon' && body.from === at + 1 && body.to === end - 1
    ? { ...none, to: end, subject: body.id, country: body.country, organization: body }
    : { ...none, to: end, subject: wordsKey(words, at, end) };
}

/**
 * «المدير التنفيذي للحزب», «كاتب الدولة للتنمية والتعاون الدولي»: what a definite office is for, with its adjectives and what «و»
 * joins to it. Words of prose only: a name after «ل» is whom something is given to.
 */
export function purposeAt(words: Words, at: number, role: Role): Completion | null {
  if (!role.takes.has('anything')) return null;
  const charged = chargeFor(words, at);
  if (charged !== null) return { ...none, to: charged, subject: wordsKey(words, at, charged).replace(/^ل/, '') };
  if (!/^لل/.test(words.word(at))) return null;
  if (titles.longest(`ال${words.word(at).slice(2)}`, words.tokens, at) || !isProse(`ال${words.word(at).slice(2)}`))
    return null;
  const to = joinedEnd(words, at + 1);
  return { ...none, to, subject: wordsKey(words, at, to).replace(/^لل/, '') };
}

/** «لمكافحة المخدرات», «لقوة مكافحة المخدرات»: past what an office is charged with, in construct, with the force or unit that does it. */
function chargeFor(words: Words, at: number): number | null {
  const reading = words.readings(at).find(({ proclitic, definite }) => proclitic === 'ل' && !definite);
  if (!reading || affairs.has(words.word(at))) return null;
  const from = unitNouns.has(reading.core) ? at + 1 : at;
  const noun = from > at ? words.word(from) : reading.core;
  if (!charges.has(noun) || (from > at && !words.follows(from))) return null;
  return chargedEnd(words, from + 1) || null;
}

/** A word of prose that no name is made of. */
const isProse = (word: string): boolean => commonWord(word) !== null && givenName(word) === null;

/** Adjectives of the noun before `at`, and definite nouns that «و» joins to it with theirs. */
function joinedEnd(words: Words, at: number): number {
  let to = at;
  while (to < at + MOST_JOINED && words.follows(to)) {
    const word = words.word(to);
    // «للإدارة العامة للسجون»
    if (to > at && /^لل/.test(word) && isPurpose(words, to)) {
      to++;
      continue;
    }
    const noun = word.startsWith('وال') && isProse(word.slice(1)) && !verbKind(word.slice(1));
    const adjective =
      /^ال.{2,}(?:ي|يه|ه)$/.test(word) &&
      isProse(word) &&
      !countryAdjective(words, to) &&
      !statusWords.has(word) &&
      !formerWords.has(word) &&
      !titles.longest(word, words.tokens, to) &&
      !roles.get(word);
    if (!noun && !adjective) break;
    to++;
  }
  return to;
}

/** Words that go on with what an office is for. */
const MOST_JOINED = 6;

/** «المكلف بالإعلام والاتصال», «المكلفة بالعلاقة مع البرلمان»: the charge that an office-holder has. Ends before «مع …». */
export function chargeEnd(words: Words, at: number): number | null {
  if (!words.follows(at) || !CHARGED.has(words.word(at)) || !words.follows(at + 1)) return null;
  const charge = words.readings(at + 1).find(({ proclitic }) => proclitic === 'ب');
  if (!charge || !isProse(charge.core)) return null;
  // «بأملاك الدولة»: in construct.
  const construct = !charge.definite;
  if (construct && !(words.follows(at + 2) && isProse(words.word(at + 2)) && words.word(at + 2).startsWith('ال')))
    return null;
  const to = joinedEnd(words, at + (construct ? 3 : 2));
  return relationEnd(words, to) ?? to;
}

/**
 * «الوزير المسؤول عن شؤون الدفاع»: what a minister answers for who is not called minister of it; in Oman the sultan himself was the
 * minister.
 */
export function responsibility(words: Words, at: number): Completion | null {
  if (!/^المس[ؤئ]وله?$/.test(words.word(at)) || words.word(at + 1) !== 'عن') return null;
  if (![at, at + 1, at + 2].every((i) => words.follows(i))) return null;
  const from = at + 2;
  const inside = affairs.has(words.word(from)) && words.follows(from + 1) ? from + 1 : from;
  const portfolio =
    portfolios.longest(words.word(from), words.tokens, from) ??
    portfolios.longest(words.word(inside), words.tokens, inside);
  if (portfolio) {
    const { to, subject } = portfolioFrom(words, portfolio.end, portfolio.value, true);
    return { ...none, to, subject: `responsible.${subject}` };
  }
  const to = phraseEnd(words, from);
  return to > from ? { ...none, to, subject: `responsible.${wordsKey(words, from, to)}` } : null;
}

/** «العلاقة مع البرلمان», «العلاقات مع الهيئات الدستورية والمجتمع المدني»: with whom, after a noun that asks for it. */
function relationEnd(words: Words, at: number): number | null {
  if (!words.follows(at) || words.word(at) !== 'مع' || !words.follows(at + 1)) return null;
  if (!words.readings(at - 1).some(({ core }) => relationNouns.has(withoutArticle(core)))) return null;
  const other = organizationAt(words, at + 1);
  if (other?.start === words.tokens[at + 1]?.start) return joinedEnd(words, other?.to ?? at);
  const word = words.word(at + 1);
  return word.startsWith('ال') && isProse(word) ? joinedEnd(words, at + 2) : null;
}
const CHARGED = new Set(['المكلف', 'المكلفه']);

export const none = { subject: '', country: null, organization: null, office: null, definite: true };

/** «مساعد وزير …»: completed by an office inside, whose subject, state and body it has. */
export const byOffice = (office: FoundOffice): Completion => ({
  ...none,
  to: office.to,
  subject: office.subject,
  country: office.country,
  organization: office.organization,
  office,
});

/** «وزير خارجيته», «وزيرة دفاعها»: the portfolio of a state or its head, who is told before. */
export function ownPortfolio(word: string): string | null {
  const [, stem] = /^(.{3,}?)(?:ها|هم|هما|ه)$/.exec(word) ?? [];
  if (stem === undefined) return null;
  const whole = stem.endsWith('ت') ? `${stem.slice(0, -1)}ه` : stem;
  return portfolios.get(`ال${whole}`) ?? null;
}

/** Portfolios of one ministry: «الصناعة والتجارة والتموين». */
const MOST_PORTFOLIOS = 5;

/** How far the portfolio that has been read to `at` goes on, and what a minister of state is minister for. */
export function portfolioFrom(words: Words, at: number, id: string, several: boolean): { to: number; subject: string } {
  let to = adjectivesEnd(words, at);
  let subject = id;
  if (id === 'state') {
    // «وزير دولة للتجارة الخارجية»
    for (const { core, proclitic, definite } of words.follows(to) ? words.readings(to) : []) {
      if (!proclitic.endsWith('ل') || !definite) continue;
      const whole = core.startsWith('ال') ? core : `ال${core}`;
      const purpose = portfolios.longest(whole, words.tokens, to);
      if (!purpose) continue;
      to = purpose.end;
      subject = `state.${purpose.value}`;
      break;
    }
  }
  for (let guard = 0; several && guard < MOST_PORTFOLIOS && words.follows(to); guard++) {
    const word = words.word(to);
    if (!word.startsWith('و')) break;
    const apart = word === 'و' && words.follows(to + 1) ? 1 : 0;
    const rest = apart ? words.word(to + 1) : word.slice(1);
    const ends = [portfolios, joinedPortfolios].map((list) => list.longest(rest, words.tokens, to + apart)?.end ?? to);
    const charge = charges.has(rest) ? chargedEnd(words, to + apart + 1) : to;
    const end = Math.max(...ends, joinedNounEnd(words, to) ?? to, charge);
    if (end === to) break;
    to = adjectivesEnd(words, end);
  }
  return { to, subject };
}

/** «المدن», «القوات المسلحة»: past what a ministry does something to or for; 0 where no such noun begins at `at`. */
function chargedEnd(words: Words, at: number): number {
  const isNoun = (i: number) =>
    words.follows(i) && words.word(i).startsWith('ال') && isProse(words.word(i)) && !startsPerson(words, i);
  if (!isNoun(at)) return 0;
  return isNoun(at + 1) && FEMININE.test(words.word(at + 1)) && !nisba(words.word(at + 1)) ? at + 2 : at + 1;
}
const startsPerson = (words: Words, at: number): boolean =>
  [titles, roles].some((list) => list.longest(words.word(at), words.tokens, at) !== null);

/** «الاقتصاد الرقمي», «الأشغال العامة»: adjectives of the portfolio that are no state's and no name. */
function adjectivesEnd(words: Words, at: number): number {
  let to = at;
  while (
    to < at + 2 &&
    words.follows(to) &&
    /^ال.{2,}(?:ي|يه)$/.test(words.word(to)) &&
    !nisba(words.word(to)) &&
    commonWord(words.word(to)) === 'frequent' &&
    givenName(words.word(to)) === null &&
    !statusWords.has(words.word(to)) &&
    !formerWords.has(words.word(to)) &&
    !titles.longest(words.word(to), words.tokens, to) &&
    // «حمّل وزير التعليم العالي المسؤولية»: no adjective of what has a masculine one.
    !(/^ال.+ي$/.test(words.word(to - 1)) && words.word(to).endsWith('يه'))
  )
    to++;
  return to;
}

/** «النجم الرياضي الساحلي», «الترجي الرياضي»: the word before or behind «الرياضي», as clubs are named. */
const isClub = (words: Words, at: number): boolean =>
  (words.follows(at + 1) && words.word(at + 1) === 'الرياضي') ||
  (words.follows(at) && words.word(at - 1) === 'الرياضي');

/** Past a town that no list knows, after «بلدية»: one word that is no other word, or what names of towns begin with and one more. */
export function townEnd(words: Words, at: number): number | null {
  if (!words.follows(at)) return null;
  const long = townNouns.has(words.word(at)) && words.follows(at + 1) ? at + 1 : at;
  const isOther = words
    .readings(long)
    .some(({ core }) => commonWord(core) !== null || givenName(core) !== null || verbKind(core) !== undefined);
  return isOther || functionWords.has(words.word(long)) || startsOther(words, long) ? null : long + 1;
}

/** End of the definite noun phrase at `at` that says of what someone is the head: at most six words, no name, no verb. */
export function phraseEnd(words: Words, at: number): number {
  let to = at;
  let closed = false;
  while (to < at + 6 && words.follows(to) && !words.inDate(to)) {
    const joined = closed ? joinedNounEnd(words, to) : null;
    if (joined !== null) {
      to = joined;
      continue;
    }
    const word = words.word(to);
    if (
      (functionWords.has(word) && !(closed && word === 'مع')) ||
      givenName(word) === 'plain' ||
      (particles.has(word) && to > at)
    )
      break;
    // «النجم الرياضي» is a club, «النجم فلان» a title.
    if (titles.longest(word, words.tokens, to) && word.startsWith('ال') && !isClub(words, to)) break;
    // «ألماني» is no «ال» with a noun.
    // «مكتب الأمم المتحدة»
    const body = to > at && !closed && word.startsWith('ال') ? organizationAt(words, to, true) : null;
    if (body?.code === 'lexicon' && body.to > to + 1 && body.start === words.tokens[to]?.start) {
      to = body.to;
      closed = true;
      continue;
    }
    const definite = word.startsWith('ال') && (nisba(word) === undefined || nisba(word.slice(2)) !== undefined);
    // «المكتب التنفيذي»
    if (definite && closed && isOfBody(word)) {
      to++;
      continue;
    }
    if (definite) {
      if (countryAdjective(words, to) && to > at) break;
      if (commonWord(word) === null && !(to > at && !closed) && !isCrowd(word) && !isClub(words, to)) break;
      if (closed && !/(?:ي|يه|ه|ين)$/.test(word)) break;
      if (closed && nisba(word)) break;
      if (formerWords.has(word) || statusWords.has(word)) break;
      closed = true;
      to++;
      continue;
    }
    if (closed) {
      const relation = relationEnd(words, to);
      if (relation !== null) return relation;
      // «لكرة القدم», «للشؤون …»
      if (/^(?:لل|لكر|لمكافح)/.test(word) && commonWord(word)) {
        to++;
        if (!word.startsWith('لل')) closed = false;
        continue;
      }
      if (word.startsWith('وال') && commonWord(word.slice(1)) && (commonWord(word) || /(?:ي|يه|ه)$/.test(word))) {
        to++;
        continue;
      }
      break;
    }
    // An indefinite noun in construct: it needs a definite word after it.
    // «كبير مفاوضي الحركة»: a plural in construct.
    const plural = /^م.{3,}ي$/.test(word) && nisba(word) === undefined && words.word(to + 1).startsWith('ال');
    if (
      // «مجلس شورى الحركة»
      word !== 'شوري' &&
      !plural &&
      (!commonWord(word) ||
        // «زعيم عالمي يحظى …»: an adjective or a verb.
        /ي$|^ي.{3}/.test(word) ||
        (word.startsWith('و') && commonWord(word.slice(1)) && !IN_WAW.has(word)) ||
        verbKind(word) ||
        (words.readings(to).length > 1 && !commonWord(word)))
    )
      break;
    if (!words.follows(to + 1)) break;
    to++;
  }
  if (closed) return to;
  // A phrase that is not closed by a definite word («مدير مكتب X») has only the words before it.
  return at;
}

/** Bodies whose noun begins with a و of its own. */
const IN_WAW = new Set(['وزاره', 'وكاله', 'وحده']);

/** The words from `from` to `to` as a key: folded, first articles off. */
export function wordsKey(words: Words, from: number, to: number): string {
  const parts: string[] = [];
  for (let i = from; i < to; i++) if (words.isWord(i)) parts.push(withoutArticle(words.word(i)));
  return parts.join(' ');
}
