/** Offices: an office noun with what completes it, the country that it is of, and whether it is still held. */
import { isEveryStates } from '../lexicon/every-state.ts';
import {
  cityStates,
  nisba,
  republicAdjectives,
  seatNouns,
  settlements,
  sidedAdjectives,
} from '../lexicon/geography.ts';
import {
  assisted,
  counterpartGroups,
  counterparts,
  degrees,
  formerWords,
  isOfBody,
  manners,
  portfolios,
  postNouns,
  type Role,
  roles,
  statusWords,
  titles,
} from '../lexicon/office-words.ts';
import { institutions, openHeads, phraseHeads } from '../lexicon/organizations.ts';
import { commonWord, functionWords, givenName } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Reading } from '../text/proclitics.ts';
import type { Word } from '../text/word.ts';
import type { Appointment } from './appointments.ts';
import type { Manner } from './facts.ts';
import { endsQuotedName, fillsPlace, isOfficeName, nameAt } from './names.ts';
import {
  affairsEnd,
  appositionState,
  deskAt,
  isNamedAt,
  isUnknownSeat,
  LONGEST,
  ofRepublic,
  PERMANENT,
  POSTED,
  POSTING,
  postingEnd,
  regionAt,
  seatFor,
  seatOf,
} from './office-seats.ts';
import {
  byOffice,
  type Completion,
  chargeEnd,
  FEMININE,
  none,
  ownPortfolio,
  phraseEnd,
  portfolioFrom,
  purposeAt,
  quotedBody,
  quotedEnd,
  responsibility,
  startsOther,
  townEnd,
  wordsKey,
} from './office-subjects.ts';
import {
  type Article,
  countryAdjective,
  type FoundOrganization,
  hiddenArticle,
  organizationAt,
  placeAt,
} from './places-and-organizations.ts';
import { MAY, type Words, withoutArticle } from './words.ts';

export interface FoundOffice {
  /** Tokens of the title, the end exclusive: noun, complements, country. */
  readonly from: number;
  readonly to: number;
  /** Where what follows the title begins: after «السابق», «الحالي». */
  readonly next: number;
  /** Offset of the first letter, after particles. */
  readonly start: number;
  /** «ال» where لل hides it before `start`. */
  readonly article: Article;
  /** The particles before it: «و», «ب», … */
  readonly proclitic: string;
  readonly role: Role;
  /** Roles from outer to inner: `assistant.minister`. */
  readonly roleId: string;
  /** Portfolio, organisation or subject: the middle of the key. */
  readonly subject: string;
  readonly country: string | null;
  readonly organization: FoundOrganization | null;
  readonly former: boolean;
  readonly manner: Manner | null;
  /** Nothing completes it: «الوزير», «الرئيس العراقي». */
  readonly bare: boolean;
  readonly definite: boolean;
  /** «وزير ألماني» of a headline: whoever of that state the article names with such an office. */
  readonly indefinite: boolean;
  /** «نظيره العراقي»: the office is another's. */
  readonly counterpart: boolean;
  /** The office in the singular, where the words speak of several: «وزير الخارجية الإيراني» of «وزيرا الخارجية السعودي و[الإيراني]». */
  readonly title: string | null;
  /** First token of the dual or plural that this is one of; null elsewhere. */
  readonly group: number | null;
  /** «وزيرا الخارجية فلان وعلان»: the two named behind it have such an office each, of which state is not said. */
  readonly shared?: true;
  /** How the one named before it came to it: «تعيين فلان وزيرا للدفاع»; null for an office that somebody is called by. */
  readonly appointed: Appointment | null;
}

/** «نائب مساعد وزير …». */
const DEEPEST = 3;

/** All offices that the article calls somebody by, disjoint, in order. */
export function findOffices(words: Words): FoundOffice[] {
  const found: FoundOffice[] = [];
  for (let at = words.next(MAY.office); at < words.tokens.length; at = words.next(MAY.office, at)) {
    if (!words.isWord(at)) {
      at++;
      continue;
    }
    const office = ofRegion(words, past(words, officeAt(words, at)), found.at(-1));
    const group = office ? [] : groupAt(words, at);
    if (office) found.push(office);
    else found.push(...group);
    at = office?.to ?? group.at(-1)?.to ?? at + 1;
  }
  return found;
}

/** «الخاص», «الدائم» */
const isDefiniteDegree = (word: string): boolean => word.startsWith('ال') && degrees.has(word);

/** «رئيس الإقليم فلان ورئيس حكومته»: head of the region's government, where a region's president was called last in the line; no state's. */
function ofRegion(words: Words, office: FoundOffice | null, last: FoundOffice | undefined): FoundOffice | null {
  if (office?.roleId !== 'prime-minister' || last?.roleId !== 'president') return office;
  if (!OWN_CABINET.test(words.word(office.to - 1)) || office.to !== office.from + 2) return office;
  for (let at = last.from + 1; at <= office.from; at++) if (words.tokens[at]?.newLine) return office;
  const region = last.subject === 'اقليم' ? last.subject : regionAt(words, last.from + 1)?.key;
  return region === undefined
    ? office
    : { ...office, roleId: 'president', subject: `حكومه.${region}`, country: last.country };
}

/** «شغل منصب وزير الدفاع»: no longer held. */
const past = (words: Words, office: FoundOffice | null): FoundOffice | null =>
  office && (/^شغلت?$/.test(postVerb(words, office.from)) || isThen(words, office.from))
    ? { ...office, former: true }
    : office;

/** «قادها آنذاك وزير الخارجية فلان» */
const isThen = (words: Words, at: number): boolean => words.follows(at) && THEN.has(words.word(at - 1));
const THEN = new Set(['انذاك', 'حينذاك', 'حينئذ', 'وقتذاك', 'وقتئذ']);

/** The verb of «شغل منصب …», «يشغل خطة …» before the office at token `at`, '' where there is none. */
export function postVerb(words: Words, at: number): string {
  if (!words.follows(at) || !words.follows(at - 1) || !postNouns.has(words.word(at - 1))) return '';
  return words.readings(at - 2).find(({ core }) => /^[يت]?شغلت?$/.test(core))?.core ?? '';
}

/** Whether an office, or those of a dual, can begin with this word. */
export const beginsOffice = ({ forms }: Word): boolean =>
  forms.some(
    ({ core, definite }) =>
      counterparts.has(core) ||
      counterpartGroups.has(core) ||
      roles.begins(core) ||
      ofPair({ core, definite }) !== undefined ||
      (definite && roles.begins(`ال${core}`)),
  );

/** The office that begins at token `at`, if any. */
export function officeAt(words: Words, at: number, depth = 0): FoundOffice | null {
  if (!words.may(at, MAY.office)) return null;
  for (const reading of words.readings(at)) {
    if (counterparts.has(reading.core) && depth === 0) return counterpartAt(words, at, reading);
    for (const form of reading.definite && !reading.core.startsWith('ال')
      ? [`ال${reading.core}`, reading.core]
      : [reading.core]) {
      const noun = roles.longest(form, words.tokens, at);
      if (!noun || isPartOfName(words, at, noun.end) || isOtherWord(words, at, noun.end, form)) continue;
      const office = completed(words, at, reading, noun.value, noun.end, form.startsWith('ال'), depth);
      if (office) return office;
    }
  }
  return null;
}

/** «محمد أمين الغوراني», «حافظ قائد الغوراني»: an office noun that is a name too, between a given name and a word that is no noun. */
function isPartOfName(words: Words, at: number, end: number): boolean {
  const next = words.word(end);
  if (end === at + 1 && (isOfficeName(words, at) || endsQuotedName(words, at))) return true;
  return (
    end === at + 1 &&
    givenName(words.word(at)) !== null &&
    words.follows(at) &&
    givenName(words.word(at - 1)) !== null &&
    verbKind(words.word(at - 1)) !== 'speech' &&
    words.follows(end) &&
    next.startsWith('ال') &&
    commonWord(next) === null &&
    nisba(next) === undefined &&
    organizationAt(words, end) === null &&
    placeAt(words, end) === null
  );
}

/**
 * «وأمر الوزير بفتح تحقيق», «أمر رئاسي»: the order; the commander is written «آمر». «وإلى "…"»: the preposition; the governor is written
 * «والي». «مختار» is a name, «مدرس مساعد» a rank. «شركة كبيرة لإنتاج …», «تقديره الكبير للقيادة»: an adjective; «كبير المفاوضين» governs a noun.
 */
function isOtherWord(words: Words, at: number, end: number, form: string): boolean {
  const written = words.text.slice(words.tokens[at]?.start, words.tokens[at]?.end);
  const noun = withoutArticle(form);
  // «الهيئة المديرة للنادي»
  if (noun === 'مديره' && form !== noun && words.follows(at) && /^ال.*ه$/.test(words.word(at - 1))) return true;
  // «الأحزاب الممثلة في المجلس»: who has seats in it; a representative is somebody's.
  if (/^ممثل[هي]?$/.test(noun) && words.word(end) === 'في') return true;
  if (noun === 'امر') return !written.includes('آ');
  if (noun === 'والي') return written.endsWith('ى');
  if (noun === 'مختار') return !settlements.has(words.word(end));
  if (/^مساعده?$/.test(noun)) return words.follows(at) && assisted.has(words.word(at - 1));
  return /^كبيره?$/.test(noun) && end === at + 1 && (form !== noun || /^[لب]/.test(words.word(end)));
}

const COUNTERPART: Role = {
  id: 'counterpart',
  takes: new Set(),
  alone: true,
  general: true,
  description: false,
  number: 'one',
  noun: '',
  country: null,
};

function counterpartAt(words: Words, at: number, reading: { start: number; proclitic: string }): FoundOffice {
  const adjective = countryAdjective(words, at + 1) ?? counterpartState(words, at + 1);
  const to = adjective?.to ?? at + 1;
  return {
    from: at,
    to,
    next: afterStatus(words, to).next,
    start: reading.start,
    article: '',
    proclitic: reading.proclitic,
    role: COUNTERPART,
    roleId: 'counterpart',
    subject: '',
    country: adjective?.country ?? null,
    organization: null,
    former: false,
    manner: null,
    bare: true,
    definite: true,
    indefinite: false,
    counterpart: true,
    title: null,
    group: null,
    appointed: null,
  };
}

/** «نظيره بدولة الكويت», «نظيره في جمهورية مصر العربية»: the state by its name. */
function counterpartState(words: Words, at: number): { to: number; country: string } | null {
  if (!words.follows(at)) return null;
  const from = words.word(at) === 'في' && words.follows(at + 1) ? at + 1 : at;
  const state = words.readings(from).some(({ core, proclitic }) => {
    return STATE_NOUNS.has(core) && (proclitic === 'ب' || from > at);
  });
  const place = placeAt(words, state && words.follows(from + 1) ? from + 1 : from);
  return state && place?.type === 'state' && place.country !== null ? { to: place.to, country: place.country } : null;
}
const STATE_NOUNS = new Set(['دوله', 'جمهوريه', 'مملكه', 'سلطنه']);

/** Words between two offices of a dual: a long name with its titles. */
const NAME_LENGTH = 9;
/** States that one dual or plural goes through. */
const MOST_IN_GROUP = 12;

/**
 * The offices of a dual or plural: «وزيرا الخارجية السعودي [فلان] والإيراني [علان]», «وزيرا الخارجية، العراقي فلان والإيراني علان»,
 * «وزيرا الدفاع والداخلية», «نظيريه الأردني والمصري». The first has the noun in it where the first state stands beside it, each
 * further one is its adjective alone.
 */
function groupAt(words: Words, at: number): FoundOffice[] {
  if (!words.may(at, MAY.office)) return [];
  for (const reading of words.readings(at)) {
    if (counterpartGroups.has(reading.core)) {
      const base = counterpartAt(words, at, reading);
      return members(words, base, at + 1, '').map((member) => ({ ...member, title: null }));
    }
    const pair = pairAt(words, at, reading);
    if (pair.length > 0) return pair;
    const noun = roles.longest(reading.core, words.tokens, at);
    if (!noun || noun.value.number === 'one') continue;
    const role: Role = { ...noun.value, number: 'one' };
    // «الرئيسان الروسي فلان والإيراني علان»
    const definite = reading.core.startsWith('ال');
    if (definite && role.alone) {
      const base = { ...counterpartAt(words, at, reading), role, roleId: role.id, counterpart: false };
      return members(words, base, noun.end, `ال${role.noun}`);
    }
    const inner = words.follows(noun.end) && !definite ? completion(words, noun.end, role, false, 0, false) : null;
    if (!inner || inner.subject === '' || inner.country !== null) continue;
    const base: FoundOffice = {
      ...counterpartAt(words, at, reading),
      role,
      roleId: PREMIER.has(inner.subject) ? 'prime-minister' : role.id,
      subject: PREMIER.has(inner.subject) ? '' : inner.subject,
      organization: null,
      bare: false,
      counterpart: false,
      to: inner.to,
      next: inner.to,
    };
    const title = `${role.noun} ${words.text.slice(words.tokens[noun.end]?.start, words.tokens[inner.to - 1]?.end)}`;
    const several = members(words, base, inner.to, title);
    if (several.length > 0) return several;
    // «وزراء المياه والري في الدول الثلاث: المصري فلان، …»: one portfolio of several words.
    const whole = role.takes.has('portfolio') ? completion(words, noun.end, role, false, 0, true) : null;
    if (whole && whole.to > inner.to && whole.country === null) {
      const rest = words.text.slice(words.tokens[noun.end]?.start, words.tokens[whole.to - 1]?.end);
      const each = members(words, { ...base, to: whole.to, next: whole.to }, whole.to, `${role.noun} ${rest}`);
      if (each.length > 0) return each;
    }
    const first = { ...base, title, group: at };
    if (role.id === 'president' && isEveryStates(base.roleId, base.subject)) return goneOn(words, first, joinedBody);
    const named = role.takes.has('portfolio') ? goneOn(words, first, joinedPortfolio) : [];
    if (named.length > 0) return named;
    const two = portfoliosOf(words, base, inner.to, role, title);
    return two.length > 0 || noun.value.number !== 'two' ? two : sharedAt(words, { ...base, title });
  }
  return [];
}

/** «وزيرا الخارجية فلان وعلان», «رئيسا أركان الجيشين في البلدين، فلان وعلان»: the office of two who are named behind it. */
function sharedAt(words: Words, base: FoundOffice): FoundOffice[] {
  const to = statesEnd(words, base.to) ?? base.to;
  const name = words.mark(to) === '،' && !words.tokens[to + 1]?.newLine ? to + 1 : to;
  const isNamed = name > to ? givenName(words.word(name)) !== null : beginsName(words, name);
  return isNamed ? [{ ...base, to, next: to, group: null, shared: true }] : [];
}

/** Past «في البلدين», «البلدين», «في الدول الثلاث»: whose the offices of a dual or plural are. */
function statesEnd(words: Words, at: number): number | null {
  const noun = words.word(at) === 'في' && words.follows(at + 1) ? at + 1 : at;
  if (!words.follows(at) || !SEVERAL_STATES.has(words.word(noun))) return null;
  return words.follows(noun + 1) && /^ال(?:ثلاث|اربع|خمس|ست)ه?$/.test(words.word(noun + 1)) ? noun + 2 : noun + 1;
}
const SEVERAL_STATES = new Set(['البلدين', 'الدولتين', 'الجانبين', 'الدول', 'البلدان']);

/** «الرئيسان الروسي فلان والإيراني علان», «الوزيران التركي فلان والعراقي علان»: two officials, each by the adjective of his state. */
function pairAt(words: Words, at: number, reading: Reading): FoundOffice[] {
  const role = ofPair(reading);
  if (!role) return [];
  const base: FoundOffice = { ...counterpartAt(words, at, reading), role, roleId: role.id, counterpart: false };
  return members(words, { ...base, to: at + 1, next: at + 1 }, at + 1, `ال${role.noun}`);
}

/** The office of a definite dual: «الرئيسان», «للوزيرين». */
function ofPair({ core, definite }: Pick<Reading, 'core' | 'definite'>): Role | undefined {
  const stem = definite ? /^(?:ال)?(?<stem>.{3,})(?:ان|ين)$/.exec(core)?.groups?.stem : undefined;
  const role = stem === undefined ? undefined : roles.get(stem);
  return role !== undefined && PAIRED.has(role.id) && role.number === 'one' ? role : undefined;
}
const PAIRED = new Set(['president', 'minister']);

/** Whether two offices of one dual stand together: «السعودي والإيراني». */
const together = (a: FoundOffice | undefined, b: FoundOffice | undefined): boolean =>
  a !== undefined && b !== undefined && a.group !== null && a.group === b.group && a.next === b.from;

/** The offices that a name may stand beside: not those of a dual whose names follow in a row, or that has none. */
export const besideNames = (offices: readonly FoundOffice[]): FoundOffice[] =>
  offices.filter((office, i) => !together(offices[i - 1], office) && !together(office, offices[i + 1]));

/** The states of a group from token `from` on, each an office like `base`. */
function members(words: Words, base: FoundOffice, from: number, title: string): FoundOffice[] {
  const list: FoundOffice[] = [];
  // «وزراء المياه في الدول الثلاث: المصري فلان، …»
  const states = statesEnd(words, from) ?? from;
  const mark = words.mark(states);
  let at = mark === '،' || mark === ',' || mark === ':' ? states + 1 : states;
  while (list.length < MOST_IN_GROUP) {
    const first = list.length === 0;
    const item = memberAt(words, at, first);
    if (!item) break;
    const whole = first && at === from;
    // «نظيراه الفرنسي فلان والبريطاني حينها علان»
    const status = afterStatus(words, item.to);
    list.push({
      ...base,
      from: whole ? base.from : at,
      to: item.to,
      next: status.next,
      former: base.former || status.former,
      start: whole ? base.start : item.start,
      proclitic: whole ? base.proclitic : first ? '' : 'و',
      country: item.country,
      title: `${title} ${words.text.slice(item.start, words.tokens[item.to - 1]?.end)}`,
      group: base.from,
    });
    at = nextMember(words, item.to, (i) => memberAt(words, i, false) !== null) ?? words.tokens.length;
  }
  return list.length > 1 ? list : [];
}

/** The next token from `from` on that goes on with a dual or plural, past the name of the one before; null where none does. */
function nextMember(words: Words, from: number, isMember: (at: number) => boolean): number | null {
  let at = from;
  while (at < from + NAME_LENGTH && !isMember(at)) {
    if (words.mark(at) === '،' && words.isWord(at + 1) && !words.tokens[at + 1]?.newLine) {
      at++;
      continue;
    }
    if (!words.follows(at) && words.mark(at - 1) !== '،') return null;
    // «النواب نبيه الراوي»: a name that is a verb, too.
    const word = words.word(at);
    const isVerb = givenName(word) === null && words.readings(at).some(({ core }) => verbKind(core));
    if (functionWords.has(word) || isVerb) return null;
    at++;
  }
  return isMember(at) ? at : null;
}

/** «السعودي», «والإيراني»: the adjective of a state in the masculine or feminine singular. */
function memberAt(words: Words, at: number, first: boolean): { start: number; to: number; country: string } | null {
  const word = words.word(at);
  const joined = !first && word.startsWith('وال');
  if (!(joined || (first && word.startsWith('ال')))) return null;
  const core = joined ? word.slice(1) : word;
  const start = words.readings(at).find((reading) => reading.core === core)?.start ?? words.tokens[at]?.start ?? 0;
  const sided = sidedAdjective(words, at, core);
  if (sided) return { start, ...sided };
  const country = nisba(core);
  return country && /(?:ي|يه)$/.test(core) ? { start, to: at + 1, country } : null;
}

/** «الكوري الجنوبي», «الجنوب سوداني»: the adjective of a state that is called by where it lies. */
function sidedAdjective(words: Words, at: number, core: string): { to: number; country: string } | null {
  if (!words.follows(at + 1)) return null;
  const country = sidedAdjectives.get([core, words.word(at + 1)].map((word) => bare(word)).join(' '));
  return country === undefined ? null : { to: at + 2, country };
}
const bare = (word: string): string => withoutArticle(word).replace(/(?<=ي)ه$/, '');

/** What completes a further office of one noun: «ومجلس النواب», «والداخلية». */
type Joined = Pick<FoundOffice, 'start' | 'to' | 'subject' | 'country' | 'organization'>;

/**
 * «رؤساء الجمهورية [فلان] ومجلس النواب [فلان] ومجلس الوزراء [فلان]», «وزيرا الدفاع [فلان] والداخلية [فلان]»: one noun over several offices,
 * each of the further ones by what completes it alone.
 */
function goneOn(
  words: Words,
  first: FoundOffice,
  joinedAt: (words: Words, at: number) => Joined | null,
): FoundOffice[] {
  const list = [first];
  while (list.length < MOST_IN_GROUP) {
    const last = list.at(-1) as FoundOffice;
    const at = nextMember(words, last.to, (i) => joinedAt(words, i) !== null);
    const joined = at === null ? null : joinedAt(words, at);
    if (at === null || joined === null) break;
    const isCabinet = first.role.id === 'president' && PREMIER.has(joined.subject);
    list.push({
      ...first,
      ...joined,
      from: at,
      next: joined.to,
      proclitic: 'و',
      roleId: isCabinet ? 'prime-minister' : first.role.id,
      subject: isCabinet ? '' : joined.subject,
      title: `${first.role.noun} ${words.text.slice(joined.start, words.tokens[joined.to - 1]?.end)}`,
    });
  }
  return list.length > 1 ? list : [];
}

/** «ومجلس النواب»: a body that states have, joined to another by «و». */
function joinedBody(words: Words, at: number): Joined | null {
  if (!words.follows(at) || !words.word(at).startsWith('و')) return null;
  const body = organizationAt(words, at, true);
  if (!body || !institutions.has(body.id) || body.start !== (words.tokens[at]?.start ?? 0) + 1) return null;
  return { start: body.start, to: body.to, subject: body.id, country: body.country, organization: body };
}

/** «والداخلية» behind the name of a minister and before another's. */
function joinedPortfolio(words: Words, at: number): Joined | null {
  const word = words.word(at);
  if (!words.follows(at) || !word.startsWith('وال')) return null;
  const portfolio = portfolios.longest(word.slice(1), words.tokens, at);
  if (!portfolio || !beginsName(words, portfolio.end) || portfolios.get(words.word(at - 1)) !== undefined) return null;
  const start = (words.tokens[at]?.start ?? 0) + 1;
  return { start, to: portfolio.end, subject: portfolio.value, country: null, organization: null };
}

/** Whether a title or a given name stands at `at`. */
const beginsName = (words: Words, at: number): boolean =>
  words.follows(at) &&
  (givenName(words.word(at)) !== null || titles.longest(words.word(at), words.tokens, at) !== null);

/** «وزيرا الدفاع والداخلية»: two portfolios of one state. */
function portfoliosOf(words: Words, base: FoundOffice, to: number, role: Role, title: string): FoundOffice[] {
  if (!role.takes.has('portfolio') || !words.follows(to) || !words.word(to).startsWith('وال')) return [];
  const second = portfolios.longest(words.word(to).slice(1), words.tokens, to);
  if (!second) return [];
  const start = words.readings(to).find(({ proclitic }) => proclitic === 'و')?.start ?? 0;
  const adjective = countryAdjective(words, second.end);
  const country = adjective?.country ?? null;
  const end = words.tokens[second.end - 1]?.end;
  return [
    { ...base, country, title, group: base.from },
    {
      ...base,
      from: to,
      to: adjective?.to ?? second.end,
      next: adjective?.to ?? second.end,
      start,
      proclitic: 'و',
      subject: second.value,
      country,
      title: `${role.noun} ${words.text.slice(start, end)}`,
      group: base.from,
    },
  ];
}

function completed(
  words: Words,
  at: number,
  reading: Reading,
  role: Role,
  nounEnd: number,
  definite: boolean,
  depth: number,
): FoundOffice | null {
  let to = nounEnd;
  let roleId = role.id;
  let subject = '';
  let { country } = role;
  let organization: FoundOrganization | null = null;
  let complete = false;
  let defined = definite || (nounEnd > at + 1 && words.word(nounEnd - 1).startsWith('ال'));
  let { former, next } = { former: false, next: to };
  let manner: Manner | null = null;
  let anyone: ReturnType<typeof indefiniteAdjective> = null;
  // «الأمين العام», «المدير التنفيذي», «الوزير الأول».
  while (words.follows(to) && degrees.has(words.word(to)) && words.word(to).startsWith('ال') === definite) to++;
  // «الأمين العام المساعد» is not «الأمين العام».
  for (let i = nounEnd; i < to; i++) if (/^(?:ال)?مساعده?$/.test(words.word(i))) roleId = `assistant.${role.id}`;
  const between = statusInside(words, to, role);
  if (between) {
    ({ former, manner } = between);
    to = between.next;
  }
  const union = role.id === 'commissioner' && words.follows(to) && EUROPEAN.test(words.word(to)) ? to + 1 : to;
  if (union > to) {
    to = union;
    subject = 'eu';
    complete = true;
  }
  // «القائم بأعمال السفارة»: in construct, though the noun is definite.
  const construct = words.word(to - 1) === 'باعمال';
  const inner = words.follows(to)
    ? (completion(words, to, role, definite && !construct, depth, true) ??
      (defined && (to > at + 1 || !role.alone || between) ? purposeAt(words, to, role) : null) ??
      (defined ? seatFor(words, to, role) : null))
    : definite
      ? null
      : quotedBody(words, to, role);
  if (inner) {
    to = inner.to;
    subject = inner.subject;
    country ??= inner.country;
    organization = inner.organization;
    complete = inner.subject !== '' || inner.office !== null || inner.country !== null;
    defined ||= inner.definite;
    if (inner.office) {
      roleId = `${roleId}.${inner.office.roleId}`;
      former ||= inner.office.former;
      manner ??= inner.office.manner;
    }
  }
  // «الناطق باسمها»
  if (!inner && role.id === 'spokesperson' && words.follows(to) && /^باسم(?:ه|ها|هم|هما)$/.test(words.word(to))) to++;
  // «رئيس حكومة «الوحدة»»: the name of what the last word is the head of.
  // What follows a town in quotes is no name of the town's: «رئيس بلدية برقوشيا «سالم الراوي»».
  const isNamed = /^و?ال/.test(words.word(to - 1)) || subject.startsWith('بلديه ');
  const quoted = complete && !isNamed ? quotedEnd(words, to) : null;
  if (quoted !== null) {
    subject = `${subject} ${wordsKey(words, to, quoted)}`.trim();
    to = quoted;
  }
  // Country adjectives, «للشؤون …», «لدى …» in any order; «السابق» among them.
  for (let guard = 0; guard < 4 && to - at < LONGEST; guard++) {
    const charge = chargeEnd(words, to);
    if (charge !== null) {
      to = charge;
      complete ||= definite;
      continue;
    }
    // «الآلية الأفريقية رفيعة المستوى»
    if (complete && /^رفيعه?$/.test(words.word(to)) && words.word(to + 1) === 'المستوي' && words.follows(to + 1)) {
      to += 2;
      continue;
    }
    // «المبعوث الأميركي الخاص للمناخ»
    const purpose =
      country !== null && !complete && words.follows(to) && degrees.has(words.word(to)) && words.follows(to + 1)
        ? purposeAt(words, to + 1, role)
        : null;
    if (purpose) {
      ({ to, subject } = purpose);
      complete = true;
      continue;
    }
    const status = afterStatus(words, to);
    if (status.next > to) {
      former ||= status.former;
      manner ??= status.manner;
      const adjective = countryAdjective(words, status.next);
      if (adjective && country === null) {
        country = adjective.country;
        to = adjective.to;
        continue;
      }
      break;
    }
    // «القنصل الأمريكي العام في أربيل», «المبعوث الأميركي الخاص إلى سوريا», «مبعوث الأمم المتحدة الخاص إلى سوريا»
    const sent = complete || (definite && country !== null);
    if (sent && POSTED.has(role.id) && words.follows(to) && isDefiniteDegree(words.word(to))) {
      to++;
      continue;
    }
    const adjective =
      countryAdjective(words, to) ?? (definite || defined ? null : indefiniteAdjective(words, to, complete));
    if (adjective && (country === null || adjective.country === country)) {
      country = adjective.country;
      to = adjective.to;
      defined ||= true;
      continue;
    }
    const seat: { to: number; country: string } | null =
      country === null && organization?.country == null && organization && !POSTED.has(role.id)
        ? seatOf(words, to)
        : null;
    if (seat) {
      country = seat.country;
      to = seat.to;
      break;
    }
    const told = complete || (definite && POSTED.has(role.id));
    const republic = country === null && told ? ofRepublic(words, to) : null;
    if (republic) {
      country = republic.country;
      to = republic.to;
      defined = true;
      continue;
    }
    // «رئيس المكتب السياسي لـ"حماس"»
    const owner =
      words.follows(to) && words.word(to) === 'ل' && role.takes.has('body') ? quotedEnd(words, to + 1) : null;
    if (owner !== null) {
      organization = organizationAt(words, to + 2, true) ?? organization;
      country ??= organization?.country ?? null;
      subject = `${subject} ${wordsKey(words, to + 1, owner)}`.trim();
      to = owner;
      complete = true;
      continue;
    }
    const desk = complete ? null : deskAt(words, to, role);
    if (desk) {
      ({ to, subject, organization } = desk);
      country ??= desk.country;
      complete = true;
      continue;
    }
    // «مستشار الأمن القومي لدى رئيس الوزراء الإثيوبي»
    const host = complete && AT_ANOTHER.has(role.id) && words.word(to) === 'لدي' && words.follows(to + 1);
    const patron = host && depth < DEEPEST ? officeAt(words, to + 1, depth + 1) : null;
    if (patron) {
      country ??= patron.country;
      to = patron.to;
      continue;
    }
    const end = affairsEnd(words, to) ?? postingEnd(words, to, role);
    if (end) {
      // Of «في بغداد» the place.
      if (!complete)
        subject ||= POSTING.has(words.word(to))
          ? wordsKey(words, to + 1, end)
          : wordsKey(words, to, end).replace(/^ب/, '');
      complete = true;
      to = end;
      continue;
    }
    // «أمين عام المنظمة الشغيلة»: an adjective that no list knows; a definite word in ة is no name.
    if (
      complete &&
      words.follows(to) &&
      [to - 1, to].every((i) => FEMININE.test(words.word(i))) &&
      !startsOther(words, to)
    ) {
      to++;
      continue;
    }
    // «المدير العام للشرطة الوطنية»
    if (complete && organization?.to === to && words.follows(to) && isOfBody(words.word(to))) {
      to++;
      continue;
    }
    // «وزيرة خارجية الاتحاد الأوروبي»: no state's either.
    const body = isOpen(words, to, role, country, complete) ? organizationAt(words, to, true) : null;
    if (body?.code === 'lexicon' && body.start === words.tokens[to]?.start) {
      subject = `${subject}.${body.id}`;
      organization = body;
      country = body.country;
      to = body.to;
      defined = true;
      continue;
    }
    // «وزير داخلية إقليم كردستان»: no state's, and another office than the state's.
    const region = country === null && complete && !words.word(to - 1).startsWith('ال') ? regionAt(words, to) : null;
    if (region) {
      subject = `${subject}.${region.key}`;
      country = region.country;
      to = region.to;
      defined = true;
      continue;
    }
    // «وزير داخلية الإقليم»: of the region that the article speaks of.
    if (complete && words.follows(to) && words.word(to) === 'الاقليم' && !words.word(to - 1).startsWith('ال')) {
      subject = `${subject}.اقليم`;
      defined = true;
      to++;
      continue;
    }
    const construct = complete && !words.word(to - 1).startsWith('ال');
    const state = country === null && complete && defined ? appositionState(words, at, to, construct) : null;
    if (state) {
      country = state.country;
      to = state.to;
    }
    break;
  }
  const status = afterStatus(words, to);
  former ||= status.former;
  manner ??= status.manner;
  next = Math.max(status.next, to);
  if (complete) next = pastAbbreviation(words, next);
  const cabinet = complete && next === to ? cabinetEnd(words, to, role) : null;
  if (cabinet) {
    country ??= cabinet.country;
    next = cabinet.to;
  }
  // «ولي العهد», «خادم الحرمين الشريفين»: definite by its last word.
  const whole = definite || (nounEnd > at + 1 && words.word(nounEnd - 1).startsWith('ال'));
  if (!complete && !whole) {
    // «وزير عراقي», «رئيس» alone: an indefinite noun without complement is no office of anyone; a headline means one.
    const adjective = country !== null && to > nounEnd ? { to, country } : indefiniteAdjective(words, to, true);
    anyone = depth === 0 && role.alone && isInTitle(words, at) ? adjective : null;
    if (!anyone) return null;
    country = anyone.country;
    to = anyone.to;
    next = afterStatus(words, to).next;
    former = afterStatus(words, to).former;
  }
  // «المعتمد السابق»; «المعتمد» alone is rather an adjective.
  const seated = role.id === 'governor' && definite && next > to;
  const permanent = role.id === 'representative' && PERMANENT.test(words.word(to - 1));
  const adviser = role.id === 'adviser' && definite && depth === 0 && to === nounEnd && isAdviserAlone(words, to);
  if (!complete && !(country !== null || seated || permanent || adviser || (role.alone && (depth === 0 || whole))))
    return null;
  if (role.number !== 'one' && depth === 0) return null;
  // An assistant or a judge is somebody's or some court's; «القاضي العراقي» is one of many.
  if ((role.takes.has('office') || role.takes.has('body')) && role.takes.size === 1 && !complete) return null;
  // «الممثل التركي» is an actor; «المندوب الدائم» is none.
  if (role.id === 'representative' && !complete && to - at < 3 && !permanent) return null;
  if (role.id === 'adviser' && !inner?.office && subject === '' && CHANCELLED.has(country ?? '')) roleId = 'chancellor';
  if (roleId === 'president' && (PREMIER.has(subject) || GOVERNMENTS.test(subject))) {
    roleId = 'prime-minister';
    subject = '';
  } else roleId = roleId.replace(/president$/, () => (PREMIER.has(subject) ? 'prime-minister' : 'president'));
  if (PREMIER.has(subject) && roleId.endsWith('prime-minister')) subject = '';
  // «رئيس الجمهورية الفلانية» is «الرئيس الفلاني».
  if (subject === 'republic' && country !== null) subject = '';
  return {
    from: at,
    to,
    next,
    start: reading.start,
    article: hiddenArticle(reading),
    proclitic: reading.proclitic,
    role,
    roleId,
    subject,
    country: country ?? organization?.country ?? null,
    organization,
    former,
    manner,
    // «الوزير الأول» is nobody but the head of a government.
    bare: !complete && roleId !== 'prime-minister',
    definite: defined,
    indefinite: anyone !== null,
    counterpart: false,
    title: null,
    group: null,
    appointed: null,
  };
}

/** Whether the portfolio that ends before `at` has no article and needs a state or a body behind it: «وزيرة خارجية». */
const isOpen = (words: Words, at: number, role: Role, country: string | null, complete: boolean): boolean =>
  country === null &&
  complete &&
  role.takes.has('portfolio') &&
  words.follows(at) &&
  portfolios.get(words.word(at - 1)) !== undefined &&
  !words.word(at - 1).startsWith('ال');

/** «التقى المستشار في المدينة», «مكتب المستشار.»: where it is no title of a name behind it («المستشار سالم الراوي»), nor a noun with its adjective. */
const isAdviserAlone = (words: Words, at: number): boolean =>
  (fillsPlace(words, at) || functionWords.has(words.word(at))) &&
  givenName(words.word(at)) === null &&
  !words.word(at).startsWith('ال');

/** Whether token `at` stands on the first line of the article, near its beginning. */
function isInTitle(words: Words, at: number): boolean {
  if (at > TITLE) return false;
  for (let i = 1; i <= at; i++) if (words.tokens[i]?.newLine) return false;
  return true;
}
const TITLE = 20;

/** «المفوض الأوروبي» */
const EUROPEAN = /^الاور(?:و)?بيه?$/;

/** States whose head of government is «المستشار». */
const CHANCELLED = new Set(['DE', 'AT']);

const HEADS_OF_STATE = new Set(['president', 'king', 'queen', 'emir']);

/** «رئيس الوزراء», «رئيس مجلس الوزراء», «رئيس الحكومة» are one office. */
const PREMIER = new Set(['cabinet', 'government', 'ministers']);
/** «رئيس حكومة الوحدة الوطنية»: what a state’s government calls itself for a time. */
const GOVERNMENTS = /^حكومه (?:وحده|وفاق|توافق)/;

/** «الجمهورية الإسلامية الإيرانية», «الجمهورية العربية السورية»: past what a republic calls itself before its state. */
function republicEnd(words: Words, at: number): number {
  let to = at;
  while (words.follows(to) && republicAdjectives.has(words.word(to)) && to < at + 2) to++;
  return to;
}

/** What completes the office noun from token `to` on. */
function completion(
  words: Words,
  from: number,
  role: Role,
  definite: boolean,
  depth: number,
  several: boolean,
): Completion | null {
  let to = from;
  const link = words.word(to);
  // «المستشار لدى رئيس الحكومة»; «السفير لدى …» is posted there.
  const named = LINKS.has(link) || (link === 'لدي' && AT_ANOTHER.has(role.id));
  if (named && words.follows(to + 1)) to++;
  const word = words.word(to);
  if (!definite && word === 'الجمهوريه') return { ...none, to: republicEnd(words, to + 1), subject: 'republic' };
  // «أمير البلاد», «رئيس البلاد»: of the one who writes, or of whom the article speaks.
  if (!definite && word === 'البلاد' && HEADS_OF_STATE.has(role.id))
    return { ...none, to: to + 1, subject: 'republic' };
  // «مفتي الديار المصرية»
  const lands = !definite && word === 'الديار' && role.takes.has('state') ? countryAdjective(words, to + 1) : null;
  if (lands) return { ...none, to: lands.to, country: lands.country };
  if (!definite && (word === 'الوزراء' || word === 'وزراء')) return { ...none, to: to + 1, subject: 'ministers' };
  // «رئيس وزرائه», «رئيسة حكومتها»: of the state that is told before.
  if (!definite && role.id === 'president' && OWN_CABINET.test(word))
    return { ...none, to: to + 1, subject: 'ministers' };
  // «وكيل الوزارة»: of the ministry that is told before.
  if (word === 'الوزاره' && !definite && role.id === 'undersecretary')
    return { ...none, to: to + 1, subject: wordsKey(words, to, to + 1) };
  if (word === 'الدوله' && !definite && role.id !== 'minister')
    return { ...none, to: to + 1, subject: role.id === 'president' ? 'republic' : 'state' };
  if (depth < DEEPEST && role.takes.has('office')) {
    const office = officeAt(words, to, depth + 1);
    // «مساعد وزير …», «المتحدث باسم رئيس …», «النائب الأول لرئيس …».
    const joined =
      office &&
      (definite && !named ? office.proclitic.endsWith('ل') : office.start === words.tokens[to]?.start || named);
    if (office && joined) return byOffice(office);
  }
  const answersFor = definite && role.takes.has('portfolio') ? responsibility(words, to) : null;
  if (answersFor) return answersFor;
  // «مدير مكتب وزير الخارجية فلان» is no minister.
  if (depth < DEEPEST && !definite && role.takes.has('anything') && OWN_OFFICES.has(word) && words.follows(to + 1)) {
    const office = officeAt(words, to + 1, depth + 1);
    if (office && !office.bare && office.start === words.tokens[to + 1]?.start) return byOffice(office);
  }
  if (role.takes.has('portfolio') && !definite) {
    const portfolio = portfolios.longest(word, words.tokens, to);
    if (portfolio) return { ...none, ...portfolioFrom(words, portfolio.end, portfolio.value, several) };
    const own = ownPortfolio(word);
    if (own !== null) return { ...none, to: to + 1, subject: own };
  }
  if (role.takes.has('body') || role.takes.has('anything')) {
    const prefixed = words.readings(to).some((reading) => reading.proclitic.endsWith('ل'));
    const body = !definite || prefixed || named || link === 'في' ? organizationAt(words, to, true) : null;
    // «الأمين العام للحزب السيد فلان»: the title is the name's.
    const titled =
      body?.code === 'pattern' &&
      link.startsWith('لل') &&
      (titles.longest(words.word(to + 1), words.tokens, to + 1) ??
        roles.longest(words.word(to + 1), words.tokens, to + 1));
    if (titled && words.word(to + 1).startsWith('ال')) return { ...none, to: to + 1, subject: words.word(to).slice(2) };
    if (body && bodyFits(words, body, definite, to, named)) {
      let end = body.to;
      let { country } = body;
      // «قائد فيلق القدس في الحرس الثوري»: the body of the body.
      if (words.word(end) === 'في' && words.follows(end) && words.follows(end + 1)) {
        const outer = organizationAt(words, end + 1, true);
        if (outer?.code === 'lexicon' && outer.start === words.tokens[end + 1]?.start) {
          end = outer.to;
          country ??= outer.country;
        }
      }
      return { ...none, to: end, subject: body.id, country, organization: body };
    }
  }
  // «مستشارة ألمانيا»
  const headed = !definite && role.id === 'adviser' ? placeAt(words, to) : null;
  if (headed?.type === 'state' && CHANCELLED.has(headed.country ?? '') && headed.start === words.tokens[to]?.start)
    return { ...none, to: headed.to, country: headed.country };
  if (!definite && (role.takes.has('state') || role.takes.has('place'))) {
    // «سفير سلطنة عمان»: a noun that is part of the name of the state.
    const whole = placeAt(words, to);
    const place =
      whole?.type !== 'state' && seatNouns.has(word) && words.follows(to + 1) ? placeAt(words, to + 1) : whole;
    if (place?.to === to + 1 && cityStates.has(word) && role.takes.has('place') && !role.takes.has('state'))
      return { ...none, to: place.to, subject: word, country: place.country };
    if (
      place &&
      (place.type === 'state' ? role.takes.has('state') : role.takes.has('place') || place.from > to) &&
      place.start === words.tokens[place.from]?.start
    ) {
      return { ...none, to: place.to, subject: place.type === 'state' ? '' : place.key, country: place.country };
    }
    if (role.takes.has('place') && seatNouns.has(word) && words.follows(to + 1)) return regionOf(words, to);
    if (role.id === 'governor' && isUnknownSeat(words, to)) return { ...none, to: to + 1, subject: word };
  }
  if (!definite && word === 'بلديه' && role.takes.has('anything')) {
    const at = settlements.has(words.word(to + 1)) && words.follows(to + 1) ? to + 2 : to + 1;
    const town = words.follows(at) ? placeAt(words, at) : null;
    if (town && town.start === words.tokens[at]?.start)
      return { ...none, to: town.to, subject: town.key, country: town.country };
    const end = townEnd(words, at);
    if (end !== null) return { ...none, to: end, subject: wordsKey(words, to, end) };
  }
  if (role.takes.has('anything') && (!definite || named)) {
    const ofRegion = bodyOfRegion(words, to);
    if (ofRegion) return ofRegion;
    const quoted = words.word(to).startsWith('ال') ? null : quotedEnd(words, to + 1);
    if (quoted !== null && commonWord(word) !== null)
      return { ...none, to: quoted, subject: wordsKey(words, to, quoted) };
    const end = phraseEnd(words, to);
    if (end > to) {
      // «قائد القوة البرية في الجيش الإيراني»
      const outer = words.follows(end) && words.word(end) === 'في' ? organizationAt(words, end + 1, true) : null;
      if (outer?.code === 'lexicon' && outer.start === words.tokens[end + 1]?.start)
        return {
          ...none,
          to: outer.to,
          subject: `${wordsKey(words, to, end)} ${outer.id}`,
          country: outer.country,
          organization: outer,
        };
      return { ...none, to: end, subject: wordsKey(words, to, end) };
    }
    const called = bodyBeforeName(words, to);
    if (called !== null) return { ...none, to: called, subject: wordsKey(words, to, called) };
  }
  return null;
}

/**
 * «رئيس حزب تواصل سالم الراوي», «رئيس تنسيقية حركات أزواد سالم الراوي»: what a body is called, one word, between the nouns that say what it
 * is and the full name of its head.
 */
function bodyBeforeName(words: Words, at: number): number | null {
  if (!openHeads.has(words.word(at)) && !phraseHeads.has(words.word(at))) return null;
  for (let to = at + 2; to <= at + 3; to++) {
    const last = words.word(to - 1);
    const isBody = (word: string) => !/^ال|ي$|^ي|يه$/.test(word) && !functionWords.has(word) && !givenName(word);
    if (!words.follows(to) || !words.follows(to - 1) || !isBody(last)) return null;
    if (verbKind(last) !== undefined && !last.startsWith('ت')) return null;
    const name = givenName(words.word(to)) === null ? null : nameAt(words, to, 'none');
    if (name && name.start === words.tokens[to]?.start && name.plain + name.unknown > 0 && name.to > to + 1) return to;
    if (commonWord(last) === null) return null;
  }
  return null;
}

/** «رئيس حكومة إقليم كردستان», «رئيس ديوان مجلس وزراء إقليم كردستان»: nouns in construct, and the region whose they are. */
function bodyOfRegion(words: Words, at: number): Completion | null {
  for (let to = at; to < at + BODY_LENGTH && words.follows(to); to++) {
    const region = to > at ? regionAt(words, to) : null;
    if (region)
      return { ...none, to: region.to, subject: `${wordsKey(words, at, to)}.${region.key}`, country: region.country };
    const word = words.word(to);
    if (word.startsWith('ال') || commonWord(word) === null || verbKind(word) || givenName(word) === 'plain')
      return null;
  }
  return null;
}
const BODY_LENGTH = 4;

/** «أمير منطقة الحدود الشمالية»: a place noun, its name and an adjective of that. */
function regionOf(words: Words, at: number): Completion {
  const adjective = words.word(at + 1).startsWith('ال') && words.follows(at + 2) && COMPASS.test(words.word(at + 2));
  const to = adjective ? at + 3 : at + 2;
  return { ...none, to, subject: wordsKey(words, at, to) };
}
const COMPASS = /^ال(?:شمالي|جنوبي|شرقي|غربي|وسطي|جنوبيه|شماليه|شرقيه|غربيه)$/;

const OWN_CABINET = /^(?:وزرائ|حكومت)(?:ه|ها|هم|هما)$/;

/** What an office-holder has for his staff. */
const OWN_OFFICES = new Set(['مكتب', 'ديوان']);

const LINKS = new Set(['باسم']);
/** «المستشار لدى رئيس الحكومة», «الوزير المنتدب لدى رئيس الحكومة». */
const AT_ANOTHER = new Set(['adviser', 'state-secretary', 'minister-delegate']);

function bodyFits(words: Words, body: FoundOrganization, definite: boolean, to: number, named: boolean): boolean {
  const whole = body.start === words.tokens[to]?.start;
  return whole ? !definite || named : true;
}

/** «شركة تسويق النفط (سومو) سالم الراوي»: past what the body is called for short, where a name follows. */
function pastAbbreviation(words: Words, at: number): number {
  const after = at + 3;
  if (words.mark(at) !== '(' || words.mark(at + 2) !== ')' || !words.isWord(at + 1) || !words.isWord(after)) return at;
  const short = words.word(at + 1);
  const isShort = givenName(short) === null && commonWord(short) === null && nisba(short) === undefined;
  const named =
    givenName(words.word(after)) !== null || titles.longest(words.word(after), words.tokens, after) !== null;
  return isShort && named && !words.tokens[after]?.newLine ? after : at;
}

/** Status words after a title: «السابق», «الحالي». */
function afterStatus(words: Words, at: number): { next: number; former: boolean; manner: Manner | null } {
  let next = at;
  let former = false;
  let manner: Manner | null = null;
  while (next < at + 3 && words.follows(next)) {
    const word = words.word(next);
    // «وزير النفط وكالة سالم الراوي», «وزير النفط وكالةً حينذاك», not «وزير الإعلام وكالة الأنباء».
    if (word === 'وكاله' && isAdverb(words, next)) {
      manner ??= 'acting';
      next++;
      continue;
    }
    // «المنتهية ولايته»: still in office.
    if (word === 'المنتهيه' && /^ولايته/.test(words.word(next + 1))) {
      next += 2;
      continue;
    }
    if (formerWords.has(word)) former = true;
    else if (!statusWords.has(word)) break;
    manner ??= manners.get(word) ?? null;
    next = chosenEnd(words, next) ?? next + 1;
  }
  return { next, former, manner };
}

/** Whether «وكالة» at `at` says how an office is held: with its vowel sign, before another status or before the name. */
const isAdverb = (words: Words, at: number): boolean =>
  words.text.slice(words.tokens[at]?.start, words.tokens[at]?.end).includes('\u064B') ||
  (words.follows(at + 1) && (givenName(words.word(at + 1)) !== null || formerWords.has(words.word(at + 1))));

/** «المكلف من البرلمان», «المعين من مجلس الأمة»: by whom, before the name; null for a status alone. */
function chosenEnd(words: Words, at: number): number | null {
  if (!CHOSEN.test(words.word(at)) || words.word(at + 1) !== 'من' || !words.follows(at + 1)) return null;
  const body = words.follows(at + 2) ? organizationAt(words, at + 2, true) : null;
  return body?.start === words.tokens[at + 2]?.start && body && isNamedAt(words, body.to) ? body.to : null;
}
const CHOSEN = /^ال(?:مكلف|منتخب|معين)ه?$/;

/** «وزيرة الخارجية في حكومة الوحدة الوطنية الليبية», before the name: of which government a minister is. */
function cabinetEnd(words: Words, at: number, role: Role): { to: number; country: string | null } | null {
  if (role.id !== 'minister' || !words.follows(at) || words.word(at) !== 'في') return null;
  if (!words.follows(at + 1) || words.word(at + 1) !== 'حكومه') return null;
  const end = phraseEnd(words, at + 1);
  const adjective = end > at + 1 ? countryAdjective(words, end) : null;
  const to = adjective?.to ?? end;
  return end > at + 1 && isNamedAt(words, to) ? { to, country: adjective?.country ?? null } : null;
}

/** «المدير السابق لوكالة …», «المتحدث السابق باسم …»: a status between the office noun and the body or office that completes it. */
function statusInside(words: Words, at: number, role: Role): ReturnType<typeof afterStatus> | null {
  const status = afterStatus(words, at);
  if (status.next === at || !words.follows(status.next)) return null;
  const links =
    LINKS.has(words.word(status.next)) || words.readings(status.next).some(({ proclitic }) => proclitic.endsWith('ل'));
  const inner = links ? completion(words, status.next, role, true, DEEPEST, false) : null;
  const told =
    inner?.organization || inner?.office || purposeAt(words, status.next, role) || seatFor(words, status.next, role);
  return told ? status : null;
}

function indefiniteAdjective(words: Words, at: number, complete: boolean): { to: number; country: string } | null {
  if (!complete || !words.follows(at)) return null;
  const country = nisba(words.word(at));
  return country && !givenName(words.word(at)) ? { to: at + 1, country } : null;
}
