/**
 * Offices that somebody is given: «تعيين فلان وزيرا للدفاع», «انتخب فلان رئيسا لحزب البلاد», «كان فلان واليا على المدينة». The office noun
 * stands in the accusative behind the name, and what it is of behind «ل».
 */
import { degrees, portfolios, type Role, roles } from '../lexicon/office-words.ts';
import { givenName } from '../lexicon/person-names.ts';
import {
  appointmentActs,
  appointmentListHeads,
  appointmentLists,
  appointmentVerbs,
  unrealWords,
} from '../lexicon/succession.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { clean } from '../text/fold.ts';
import type { Reading } from '../text/proclitics.ts';
import { byOffice, portfolioFrom, purposeAt } from './office-subjects.ts';
import { officeAt as calledAt, type FoundOffice, findOffices } from './offices.ts';
import { type FoundOrganization, organizationAt, placeAt } from './places-and-organizations.ts';
import { MAY, type Words, withoutArticle } from './words.ts';

/** Whether a word is an office noun in the accusative: «وزيرا», «وزيرة» (which is written so in every case). */
export const isAppointment = (word: string): boolean =>
  word.length >= 4 && !word.startsWith('ال') && roles.get(accusativeStem(word))?.number === 'one';
const accusativeStem = (word: string): string =>
  word.endsWith('ا') ? word.slice(0, -1) : word.endsWith('ه') ? word : '';

/**
 * How an office came to somebody: `act` «تعيين فلان», `verb` «عين فلان» (who appoints may stand there too), `was` «كان فلان», `list` «فلان وزيرا
 * للدفاع» as a line under «تشكيل الحكومة».
 */
export type Appointment = 'act' | 'verb' | 'was' | 'list';

/** All offices of the article, disjoint, in order: those that somebody is called by and those that somebody is given. */
export function allOffices(words: Words): FoundOffice[] {
  const called = findOffices(words);
  const given = findAppointments(words);
  if (given.length === 0) return called;
  const free = called.filter(({ from, to }) => !given.some((other) => from < other.to && other.from < to));
  return [...free, ...given].sort((a, b) => a.from - b.from);
}

/** All offices that somebody is given, in order. Who, the name before says. */
function findAppointments(words: Words): FoundOffice[] {
  const found: FoundOffice[] = [];
  for (let at = words.next(MAY.appointment); at < words.tokens.length; at = words.next(MAY.appointment, at + 1)) {
    if (!words.follows(at)) continue;
    const office = isAppointment(words.word(at)) ? officeAt(words, at) : null;
    const appointed = office && (appointmentBefore(words, at, found.at(-1)) ?? listedUnder(words, at, found.at(-1)));
    if (!office || !appointed) continue;
    found.push({ ...office, appointed, former: appointed === 'was' });
    at = office.to - 1;
  }
  return found;
}

/** Tokens back to which the word that appoints is looked for: a long name with its titles. */
const REACH = 12;

/** Tokens before the word that appoints in which something says that it has not come to pass: «رفض مقترح تعيين …». */
const GOVERNS = 4;

const WERE = new Set(['كان', 'كانت']);

/** Whether the words from token `from` back to the offset `start` of their sentence speak of what has not come to pass. */
export function isUnreal(words: Words, from: number, start: number): boolean {
  for (let at = from; at >= 0 && (words.tokens[at]?.start ?? 0) >= start; at--)
    if (words.isWord(at) && (unrealWords.has(words.word(at)) || /^و?س[يت]\S{2,}$/.test(words.word(at)))) return true;
  return false;
}

/** What gives the office at token `office`, in its sentence; `last` is the appointment before, which «و» may go on. */
function appointmentBefore(words: Words, office: number, last: FoundOffice | undefined): Appointment | null {
  for (let at = office - 1; at >= office - REACH && at >= 0; at--) {
    if (words.tokens[at + 1]?.newLine || words.inDate(at)) return null;
    const mark = words.mark(at);
    if (mark !== '' && !/^[،,()"«»]$/.test(mark)) return null;
    if (last && at < last.to) return last.appointed;
    // «لانتخاب فلان أو علان رئيسا»: either.
    if (words.word(at) === 'او') return null;
    const cores = words.readings(at).map(({ core }) => core);
    const appointed = cores.some((core) => appointmentActs.has(core))
      ? 'act'
      : cores.some((core) => appointmentVerbs.has(core))
        ? 'verb'
        : WERE.has(words.word(at))
          ? 'was'
          : null;
    // «لم تكن على علم بتعيين …»: what stands further before it is said of something else.
    if (appointed) return isUnreal(words, at, words.tokens[Math.max(0, at - GOVERNS)]?.start ?? 0) ? null : appointed;
    if (cores.some((core) => verbKind(core) !== undefined)) return null;
  }
  return null;
}

/** Tokens before the office in its line of a list: a long name with its titles and another office. */
const LISTED_REACH = 30;
/** Lines back to which the head of a list, or a line of it that has been read, is looked for: names in some cannot be read. */
const LISTED_LINES = 4;
/** «المرشحون», «التشكيلة المقترحة» */
const NOT_YET = /^(?:ال)?(?:مرشح|مقترح|متوقع|متداول|محتمل|مفترض|مرتقب|مسرب)/;

/** «الدكتور فلان وزيرا للأوقاف.» as a line under «… المرسوم القاضي بتشكيل الحكومة:»: given by what the list stands under. */
function listedUnder(words: Words, office: number, last: FoundOffice | undefined): Appointment | null {
  let at = office;
  while (at > office - LISTED_REACH && !words.tokens[at]?.newLine) {
    // «وقال فلان إنه سيكون وزيرا للدفاع»: a sentence.
    if (words.readings(at).some(({ core }) => verbKind(core) !== undefined && givenName(core) === null)) return null;
    if (--at < 0) return null;
  }
  if (!words.tokens[at]?.newLine) return null;
  for (let line = 0, end = at; line < LISTED_LINES && end > 0; line++) {
    let start = end - 1;
    while (start > 0 && !words.tokens[start]?.newLine) start--;
    if (last?.appointed === 'list' && last.from >= start) return 'list';
    const told = lineWords(words, start, end);
    const isHead =
      told.some((word) => appointmentLists.has(withoutArticle(word))) ||
      (words.mark(end - 1) === ':' &&
        told.some((word) => appointmentListHeads.has(word) || appointmentListHeads.has(withoutArticle(word))));
    if (isHead) return told.some((word) => NOT_YET.test(word) || unrealWords.has(word)) ? null : 'list';
    if (words.mark(end - 1) === ':') return null;
    end = start;
  }
  return null;
}

/** Longest line that is read as the head of a list. */
const HEAD_LENGTH = 60;

/** The words of a line without their particles. */
function lineWords(words: Words, from: number, to: number): string[] {
  const told: string[] = [];
  for (let at = Math.max(from, to - HEAD_LENGTH); at < to; at++)
    if (words.isWord(at)) told.push(words.word(at), ...words.readings(at).map(({ core }) => core));
  return told;
}

/** What an office is of, behind «ل» or «على». */
interface Of {
  readonly to: number;
  readonly subject: string;
  readonly country: string | null;
  readonly organization: FoundOrganization | null;
  readonly premier: boolean;
  /** «نائبا لرئيس الهيئة»: the office inside. */
  readonly office: FoundOffice | null;
}

/** «وزيرا للدفاع», «أمينا عاما للحزب», «واليا على المدينة»: the office at token `at`, its title as it stands elsewhere. */
function officeAt(words: Words, at: number): FoundOffice | null {
  const noun = nounAt(words, at);
  if (!noun || !words.follows(noun.to)) return null;
  const of = complementAt(words, noun.to, noun.role);
  if (!of) return null;
  const what = clean(words.text.slice(words.tokens[noun.to]?.start, words.tokens[of.to - 1]?.end))
    // «للجنة»: the noun begins with ل itself.
    .replace(/^لل(?=جن[ةه]|جان|واء)/, 'الل')
    .replace(/^لل/, 'ال')
    .replace(/^(?:ل(?!دى)|على )/, '');
  return {
    from: at,
    to: of.to,
    next: of.to,
    start: words.tokens[at]?.start ?? 0,
    article: '',
    proclitic: '',
    role: noun.role,
    roleId: of.premier ? 'prime-minister' : of.office ? `${noun.role.id}.${of.office.roleId}` : noun.role.id,
    subject: of.subject,
    country: of.country,
    organization: of.organization,
    former: false,
    manner: null,
    bare: false,
    definite: true,
    counterpart: false,
    title: `${noun.title} ${what}`,
    group: null,
    indefinite: false,
    appointed: null,
  };
}

/** «رئيسا», «مديرا عاما», «رئيسا مديرا عاما»: the noun with its degrees, and its nominative. */
function nounAt(words: Words, at: number): { role: Role; title: string; to: number } | null {
  let to = at;
  const written: string[] = [];
  const folded: string[] = [];
  while (to < at + 3 && (to === at || words.follows(to))) {
    const word = words.word(to);
    const stem = accusativeStem(word);
    if (!stem || !(to === at || degrees.has(stem) || isAppointment(word))) break;
    folded.push(stem);
    written.push(clean(words.text.slice(words.tokens[to]?.start, words.tokens[to]?.end)).replace(/ا$/, ''));
    to++;
  }
  for (let length = folded.length; length > 0; length--) {
    const role = roles.get(folded.slice(0, length).join(' '));
    if (role?.number === 'one') return { role, title: written.join(' '), to };
  }
  return null;
}

function complementAt(words: Words, at: number, role: Role): Of | null {
  const none = { subject: '', country: null, organization: null, premier: false, office: null };
  // «مستشارا لدى رئيس الهيئة», «نائبا لرئيس الهيئة»
  const posted = words.word(at) === 'لدي' && words.follows(at + 1) ? at + 1 : at;
  const office = role.takes.has('office') ? calledAt(words, posted, 1) : null;
  if (office && (posted > at ? office.proclitic === '' : office.proclitic === 'ل'))
    return { ...none, ...byOffice(office) };
  // «واليا على المدينة»
  const over = words.word(at) === 'علي' && role.takes.has('place') && words.follows(at + 1);
  const link = over ? at + 1 : at;
  const reading = over
    ? words.readings(link)[0]
    : ['لل', 'ل'].flatMap(
        (particle) =>
          words.readings(link).find(({ proclitic, core }) => proclitic === particle && core.length > 2) ?? [],
      )[0];
  if (!reading) return null;
  const whole = reading.definite && !reading.core.startsWith('ال') ? `ال${reading.core}` : reading.core;
  if (role.takes.has('portfolio')) {
    const portfolio = portfolios.longest(whole, words.tokens, link);
    if (portfolio) return { ...none, ...portfolioFrom(words, portfolio.end, portfolio.value, true) };
  }
  if (role.takes.has('state') && whole === 'الجمهوريه') return { ...none, to: link + 1, subject: 'republic' };
  if (role.id === 'president' && /^ال(?:حكومه|وزراء)$/.test(whole)) return { ...none, to: link + 1, premier: true };
  const begins = (start: number) => start === reading.start;
  const place = role.takes.has('state') || role.takes.has('place') ? placeAt(words, link) : null;
  if (place && begins(place.start) && (place.type === 'state' ? role.takes.has('state') : role.takes.has('place')))
    return {
      ...none,
      to: place.to,
      subject: place.type === 'state' ? '' : place.key,
      country: place.country,
    };
  const body = over ? null : organizationAt(words, link, true);
  if (body && begins(body.start))
    return { ...none, to: body.to, subject: body.id, country: body.country, organization: body };
  if (isHead(reading, whole)) return { ...none, to: link + 1, subject: withoutArticle(whole) };
  const purpose = over ? null : purposeAt(words, link, role);
  return purpose && { ...none, to: purpose.to, subject: purpose.subject };
}

/** «رئيسا للحزب», «رئيسا للهيئة»: a body by its kind. */
const isHead = ({ definite }: Reading, word: string): boolean =>
  definite && /^ال(?:حزب|حركه|هيئه|لجنه|اتحاد|منظمه|شركه|مجلس|جمعيه|برلمان|نقابه|كتله)$/.test(word);
