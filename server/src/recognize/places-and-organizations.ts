/** Places and organisations at a position of the article: closed lists, and names built like one («وكالة "…"», «مدينة …»). */
import {
  adjectivalPlaces,
  bareStates,
  beforeStates,
  buildings,
  isCommonWord,
  nameBearers,
  namedPlaceNouns,
  nisba,
  type Place,
  placeAdjectives,
  placeNouns,
  places,
  realmsOf,
  stateOfHomograph,
} from '../lexicon/geography.ts';
import { portfolios, roles, titles } from '../lexicon/office-words.ts';
import {
  besideOthers,
  bodyDegrees,
  bodyNouns,
  clubsAfter,
  clubsBefore,
  knownOrganizations,
  openHeads,
  partyNouns,
  phraseHeads,
  seatsOfLearning,
} from '../lexicon/organizations.ts';
import { commonWord, foreignParticles, functionWords, givenName, saintWords } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Reading } from '../text/proclitics.ts';
import type { Word } from '../text/word.ts';
import type { OrganizationFact, PlaceFact, Reason } from './facts.ts';
import { type NameClass, nameClass } from './name-words.ts';
import { MAY, type Words, withoutArticle } from './words.ts';

export interface Found {
  /** Tokens, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Offset of the first letter, after particles. */
  readonly start: number;
  /** «ال» where the article is hidden in a lam before `start` («للصين»): the name has it, the span has not. */
  readonly article: Article;
  readonly key: string;
  readonly country: string | null;
  readonly code: Reason['code'];
}
export type Article = '' | 'ال';
/** The article that لل hides. */
export const hiddenArticle = (reading: Reading): Article =>
  reading.definite && !reading.core.startsWith('ال') ? 'ال' : '';

export interface FoundOrganization extends Found {
  readonly kind: OrganizationFact['kind'];
  /** Lexicon id or folded name: the key without the country. */
  readonly id: string;
  /** A short name that the text introduced in brackets: «(كونال)». */
  readonly short?: true;
}
export interface FoundPlace extends Found {
  readonly kind: PlaceFact['kind'];
  readonly type: PlaceFact['type'];
}

/** Words a name may run to: enough for «اتحاد الصناعة والتجارة والصناعات التقليدية», and a bound for the cost at any position. */
const LONGEST = 10;
const OPENING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
  ['”', '“'],
  ["'", "'"],
  ['‘', '’'],
]);

/** The words a reading can stand for in the lists: «للمجلس» is also «المجلس». */
const forms = (reading: Pick<Reading, 'core' | 'definite'>) =>
  reading.definite && !reading.core.startsWith('ال') ? [`ال${reading.core}`, reading.core] : [reading.core];

const MINISTRY = new Set(['وزاره', 'وزارتا', 'وزارتي']);

/** Whether an organisation can begin with this word: most words of a text cannot, and need no closer look. */
const beginsOrganization = (form: string): boolean =>
  knownOrganizations.begins(form) ||
  portfolios.begins(form) ||
  MINISTRY.has(form) ||
  openHeads.has(form) ||
  openHeads.has(withoutArticle(form)) ||
  phraseHeads.has(withoutArticle(form)) ||
  clubsBefore.has(form);

/** The tests of words for triggers.ts: where `organizationAt`, `placeAt` and `afterPlaceNoun` can begin. */
export const mayBeginOrganization = ({ forms: written }: Word): boolean =>
  written.some((form) => forms(form).some(beginsOrganization));
export const endsClub = (word: string): boolean => clubsAfter.has(word);
export const mayBeginPlace = ({ forms }: Word): boolean =>
  forms.some(({ core }) => places.begins(core) || bareStates.begins(core));
export const isPlaceKind = ({ forms }: Word): boolean => forms.some(({ core }) => namedPlaceNouns.has(core));
export const namesPlace = ({ forms }: Word): boolean =>
  forms.some(
    ({ core }) =>
      placeNouns.has(withoutArticle(core)) ||
      buildings.has(withoutArticle(core)) ||
      nameBearers.has(withoutArticle(core)),
  );

/** Adjectives in -ي, -ية: what agrees with the noun before it. */
const adjectival = (word: string) => /^ال.{2,}(?:ي|يه|ين)$/.test(word);

/**
 * The organisation that begins at token `at`, if any. `inOffice`: after an office noun, where a general word («الأركان», «الحكومة»)
 * names the body without its country.
 */
export function organizationAt(words: Words, at: number, inOffice = false): FoundOrganization | null {
  if (!words.may(at, MAY.organization) && !words.may(at + 1, MAY.clubEnd)) return null;
  for (const reading of words.readings(at)) {
    for (const form of forms(reading)) {
      if (!beginsOrganization(form) && !clubsAfter.has(words.word(at + 1))) continue;
      const found =
        club(words, at, reading, form) ??
        known(words, at, reading, form, inOffice) ??
        ministry(words, at, reading, form) ??
        headed(words, at, reading, form);
      if (found) return found;
    }
  }
  return null;
}

function known(
  words: Words,
  at: number,
  reading: Reading,
  form: string,
  inOffice: boolean,
  depth = 0,
): FoundOrganization | null {
  const match = knownOrganizations.longest(form, words.tokens, at);
  if (!match) return null;
  const { id, institution, needsCountry } = match.value;
  let { country } = match.value;
  let to = match.end;
  let key = id;
  // «هيئة الأركان العامة للقوات المسلحة …», «القوات البرية للحرس الثوري»: a body of a body.
  const owner = depth === 0 && words.follows(to) ? ownerAt(words, to) : null;
  if (owner && (institution || country === null)) {
    to = owner.to;
    country = owner.country ?? country;
    if (!ARMED.has(owner.id)) key = `${id}.${owner.id}`;
  }
  const adjective = countryAdjective(words, to);
  if (adjective) {
    to = adjective.to;
    country = adjective.country || country;
  }
  if (needsCountry && country === null && !inOffice) return null;
  return {
    kind: 'organization',
    from: at,
    to,
    start: reading.start,
    article: hiddenArticle(reading),
    id: key,
    key: country && institution ? `${key}/${country}` : key,
    country,
    code: 'lexicon',
  };
}

/** The armed forces as a whole: «هيئة الأركان العامة للقوات المسلحة» is the general staff and no staff of another body. */
const ARMED = new Set(['army', 'forces']);

/** «للقوات المسلحة …»: a known body joined by ل. */
function ownerAt(words: Words, at: number): FoundOrganization | null {
  for (const reading of words.readings(at)) {
    if (!reading.proclitic.endsWith('ل')) continue;
    for (const form of forms(reading)) {
      const found = known(words, at, reading, form, true, 1);
      if (found) return found;
    }
  }
  return null;
}

/** The adjective of a state at `at`: «العراقية», also where the state itself stands for it is left to the caller. */
export function countryAdjective(words: Words, at: number): { to: number; country: string } | null {
  if (!words.follows(at)) return null;
  const word = words.word(at);
  if (!word.startsWith('ال')) return null;
  const country = nisba(word);
  if (country === undefined || country === '') return null;
  // «وزير الخارجية المالي» in a report on Mali, not «وزارة المالية».
  if (isCommonWord(word) && (!words.speaksOf(country) || /^(?:ال)?(?:وزاره|وزيره?|شؤون)$/.test(words.word(at - 1))))
    return null;
  // «كوري شمالي»: the adjective of the other Korea is two words.
  if (country === 'KR' && words.follows(at + 1) && /^الشمالي/.test(words.word(at + 1)))
    return { to: at + 2, country: 'KP' };
  if (country === 'KR' && words.follows(at + 1) && /^الجنوبي/.test(words.word(at + 1)))
    return { to: at + 2, country: 'KR' };
  return { to: at + 1, country };
}

/** «وزارة الدفاع العراقية», and «الخارجية الإيرانية» where the adjective is feminine. */
function ministry(words: Words, at: number, reading: Reading, form: string): FoundOrganization | null {
  const named = MINISTRY.has(form);
  // «وزيرة الخارجية الأميركية» is a person's office.
  if (!named && words.readings(at - 1).some(({ core }) => roles.get(core)?.takes.has('portfolio'))) return null;
  const portfolioAt = named ? at + 1 : at;
  if (named && !words.follows(portfolioAt)) return null;
  const match = portfolios.longest(named ? words.word(portfolioAt) : form, words.tokens, portfolioAt);
  if (!match) return null;
  const end = named ? secondPortfolio(words, match.end) : match.end;
  const adjective = countryAdjective(words, end);
  if (!named && !(adjective && form.endsWith('يه') && words.word(end).endsWith('ه'))) return null;
  const id = `ministry.${match.value}`;
  const country = adjective?.country ?? null;
  return {
    kind: 'organization',
    from: at,
    to: adjective?.to ?? end,
    start: reading.start,
    article: hiddenArticle(reading),
    id,
    key: country ? `${id}/${country}` : id,
    country,
    code: named ? 'pattern' : 'lexicon',
  };
}

/** «ريال مدريد», «مانشستر يونايتد»: a club by the word that makes a city one. */
function club(words: Words, at: number, reading: Reading, form: string): FoundOrganization | null {
  if (!words.follows(at + 1)) return null;
  const place = clubsBefore.has(form)
    ? placeAt(words, at + 1)
    : clubsAfter.has(words.word(at + 1))
      ? placeAt(words, at)
      : null;
  if (!place) return null;
  const to = Math.max(place.to, at + 2);
  return pattern(words, at, reading, to);
}

/** «الصناعة والتجارة»: another portfolio joined to the one that ends before `at`. */
function secondPortfolio(words: Words, at: number): number {
  if (!words.follows(at)) return at;
  const word = words.word(at);
  if (!word.startsWith('وال')) return at;
  return portfolios.longest(word.slice(1), words.tokens, at)?.end ?? at;
}

/** A head noun with the name that it governs. */
function headed(words: Words, at: number, reading: Reading, form: string): FoundOrganization | null {
  const definite = form.startsWith('ال');
  const head = withoutArticle(form);
  const open = openHeads.has(form) || (definite && openHeads.has(head));
  if (!open && !phraseHeads.has(head)) return null;
  const quoted = open ? quotedName(words, at + 1) : null;
  if (quoted) return pattern(words, at, reading, quoted.to, `${head} ${quoted.name}`);
  if (!words.follows(at + 1)) return null;
  const next = words.word(at + 1);
  if (functionWords.has(next) || verbKind(next)) return null;
  if (!definite) {
    if (next.startsWith('ال') && nisba(next) === undefined) {
      const to = nounPhraseEnd(words, at + 2);
      return pattern(words, at, reading, to);
    }
    const place = open ? placeAt(words, at + 1) : null;
    if (place && place.start === words.tokens[at + 1]?.start)
      return pattern(words, at, reading, nounPhraseEnd(words, townNameEnd(words, place.to, head)));
    // «جمعية أولياء التلاميذ», «حزب نداء تونس»: a construct of two.
    if (words.follows(at + 2) && !givenName(next)) {
      const after = words.word(at + 2);
      const state = placeAt(words, at + 2);
      if (
        after.startsWith('ال') &&
        nisba(after) === undefined &&
        !functionWords.has(after) &&
        nisba(next) === undefined
      )
        return pattern(words, at, reading, nounPhraseEnd(words, at + 3));
      if (
        commonWord(next) &&
        state?.type === 'state' &&
        state.start === words.tokens[at + 2]?.start &&
        partyNouns.has(head)
      )
        return pattern(words, at, reading, state.to);
    }
    // «حزب حركة …»: a party whose name begins with another head.
    const whole = words.readings(at + 1)[0];
    const inner = partyNouns.has(head) && partyNouns.has(next) && whole ? headed(words, at + 1, whole, next) : null;
    if (inner) return pattern(words, at, reading, inner.to);
    // An unknown word: «وكالة X»; a second one belongs to it («نور نيوز»).
    if (open && unknown(next)) {
      let to = at + 2;
      if (words.follows(to) && unknown(words.word(to)) && words.readings(to).length === 1) to++;
      return pattern(words, at, reading, nounPhraseEnd(words, to));
    }
    return null;
  }
  // «الاتحاد العام التونسي للشغل»: a definite head needs adjectives with a country or a purpose to be a name.
  const to = nounPhraseEnd(words, at + 1);
  if (to < at + 3) return null;
  let telling = false;
  for (let i = at + 1; i < to; i++)
    telling ||= nisba(words.word(i)) !== undefined || words.word(i).startsWith('لم') || isPurpose(words, i);
  return telling ? pattern(words, at, reading, to) : null;
}

/** «نادي باريس [سان جيرمان]», «جامعة تونس [المنار] و…»: what tells one club or university of a town from another. */
function townNameEnd(words: Words, at: number, head: string): number {
  if (!words.follows(at)) return at;
  if (CLUBS.has(head) && foreignParticles.has(words.word(at)) && words.follows(at + 1) && unknown(words.word(at + 1)))
    return at + 2;
  const word = words.word(at);
  const next = words.follows(at + 1) ? words.word(at + 1) : '';
  const last = next === '' || functionWords.has(next) || verbKind(next) !== undefined || /^و.{3}/.test(next);
  return (CLUBS.has(head) || seatsOfLearning.has(head)) && /^ال.{3}/.test(word) && givenName(word) === null && last
    ? at + 1
    : at;
}
const CLUBS = new Set(['نادي', 'فريق']);

function pattern(words: Words, at: number, reading: Reading, to: number, name?: string): FoundOrganization {
  const last = words.word(to - 1);
  const country = (last.startsWith('ال') && nisba(last)) || null;
  const parts: string[] = [];
  for (let i = at; i < to; i++)
    if (words.tokens[i]?.kind !== 'punctuation') parts.push(i === at ? withoutArticle(reading.core) : words.word(i));
  const id = name ?? parts.join(' ');
  return {
    kind: 'organization',
    from: at,
    to,
    start: reading.start,
    article: hiddenArticle(reading),
    id,
    key: id,
    country,
    code: 'pattern',
  };
}

/** «حركة الوفاق [الصحبي الفلاني]»: a given name with its article and a word that is no prose. */
function beginsName(words: Words, at: number): boolean {
  const word = words.word(at);
  if (!word.startsWith('ال') || givenName(word) !== 'plain' || !words.follows(at + 1)) return false;
  const next = words.word(at + 1);
  return NAMES.has(nameClass(next)) && commonWord(next) === null && nisba(next) === undefined;
}

/** «حركة النهضة [العجمي الفلاني]»: two words in ـي that are no prose, behind a noun in ة that they do not agree with. */
function areNames(words: Words, at: number): boolean {
  const names = [at, at + 1].map((i) => (words.follows(i) ? words.word(i) : ''));
  return (
    words.word(at - 1).endsWith('ه') &&
    names.every((word) => /^ال.{3,}ي$/.test(word) && commonWord(word) !== 'frequent' && nisba(word) === undefined) &&
    names.some((word) => commonWord(word) === null)
  );
}
const NAMES: ReadonlySet<NameClass> = new Set<NameClass>(['plain', 'unknown', 'family']);

/** Where the definite noun phrase that has begun before `at` ends: agreeing adjectives, «و» + another definite noun, «ل» + its object. */
function nounPhraseEnd(words: Words, at: number): number {
  let to = at;
  let purpose = false;
  while (to < at + LONGEST && words.follows(to) && !words.inDate(to)) {
    const word = words.word(to);
    if (beginsName(words, to) || areNames(words, to)) break;
    if (adjectival(word)) {
      to++;
      continue;
    }
    if (bodyDegrees.has(word)) {
      to++;
      continue;
    }
    const joined = joinedNounEnd(words, to);
    if (joined !== null) {
      to = joined;
      continue;
    }
    if (!purpose && isPurpose(words, to)) {
      purpose = true;
      to++;
      if (word.startsWith('لل') || !words.follows(to)) continue;
      const object = words.word(to);
      if (/^ال/.test(object) && commonWord(object) && !adjectival(object)) to++;
      // «لتحرير فلسطين»
      else to = placeAt(words, to)?.to ?? to;
      continue;
    }
    break;
  }
  return to;
}

/** «للانتخابات», «لمكافحة»: what a body is for; «للوزير» is to whom. */
export const isPurpose = (words: Words, at: number): boolean => {
  const word = words.word(at);
  return PURPOSES.test(word) && commonWord(word) !== null && roles.get(word.slice(2)) === undefined;
};
const PURPOSES = /^(?:لل|لكر|لمكافح|لحقوق|لشؤون|لتحرير|لاستغلال|لحمايه|لمقاومه|لمناهضه)/;

/**
 * «هيئة الحقيقة [والكرامة]», «لجنة التحكيم [والمصالحة]», «نقابة الأطباء [والصيادلة]»: the end of a definite noun in ة, or of a portfolio,
 * that «و» joins to what a body is for; «و» may stand by itself. Null for persons, bodies and places, which the sentence joins.
 */
export function joinedNounEnd(words: Words, at: number): number | null {
  const apart = words.word(at) === 'و';
  const from = apart ? at + 1 : at;
  if (!words.follows(from)) return null;
  const word = apart ? words.word(from) : /^وال/.test(words.word(at)) ? words.word(at).slice(1) : '';
  const bare = withoutArticle(word);
  const portfolio = portfolios.get(word) !== undefined;
  if (!/^ال.{3,}/.test(word) || !(portfolio || word.endsWith('ه')) || commonWord(word) === null) return null;
  if (givenName(word) !== null || nisba(word) !== undefined || verbKind(word) || places.get(word)) return null;
  if (roles.get(bare) ?? titles.get(word) ?? knownOrganizations.get(word)) return null;
  if (phraseHeads.has(bare) || openHeads.has(bare) || besideOthers.has(bare) || adjectival(word)) return null;
  return from + 1;
}

function unknown(word: string): boolean {
  return (
    word.length > 2 &&
    !functionWords.has(word) &&
    commonWord(word) === null &&
    commonWord(word.startsWith('و') || word.startsWith('ب') || word.startsWith('ل') ? word.slice(1) : word) === null &&
    nisba(word) === undefined &&
    !verbKind(word) &&
    givenName(word) === null
  );
}

/** A name in quotes at `at`: up to the closing mark, at most six words on the same line. */
function quotedName(words: Words, at: number): { to: number; name: string } | null {
  const closing = OPENING.get(words.mark(at));
  if (closing === undefined) return null;
  const parts: string[] = [];
  for (let to = at + 1; to <= at + 7; to++) {
    if (words.tokens[to]?.newLine) return null;
    const mark = words.mark(to);
    if (mark === closing) return parts.length > 0 ? { to: to + 1, name: parts.join(' ') } : null;
    if (mark && mark !== '-') return null;
    parts.push(words.word(to));
  }
  return null;
}

/**
 * «عمان» is the sultanate in an article that names «السلطنة», «مسقط» or somebody «عماني», and not the kingdom whose capital is written so;
 * else that capital.
 */
function inRealm(words: Words, place: Place, core: string): Place {
  const country = place.type === 'capital' ? stateOfHomograph(core) : null;
  if (country === null || place.country === null) return place;
  let known = sultanate.get(words);
  if (known === undefined) {
    const named = statesNamed(words);
    known = named.has(country) && !named.has(place.country);
    sultanate.set(words, known);
  }
  return known ? { key: country, country, type: 'state', ambiguous: false } : place;
}
const sultanate = new WeakMap<Words, boolean>();

/** States that an article names, by their names, capitals, adjectives or as «السلطنة»; a homograph names none. */
function statesNamed(words: Words): ReadonlySet<string> {
  const named = new Set<string>();
  for (let at = 0; at < words.tokens.length; at++) {
    if (!words.isWord(at)) continue;
    for (const { core } of words.readings(at)) {
      const place = stateOfHomograph(core) === null ? places.longest(core, words.tokens, at)?.value : undefined;
      const adjective = isCommonWord(core) ? undefined : nisba(core);
      if (place?.country && /^(?:state|capital)$/.test(place.type)) named.add(place.country);
      if (adjective) named.add(adjective);
    }
    const [realm, other] = realmsOf(words.word(at));
    if (realm && other === undefined) named.add(realm);
  }
  return named;
}

/** The place that begins at token `at`, if any. */
export function placeAt(words: Words, at: number): FoundPlace | null {
  if (!words.may(at, MAY.place)) return namedPlace(words, at);
  for (const reading of words.readings(at)) {
    // «كسرت» is a verb and no «like Sirte»; «للحج» is «for the pilgrimage».
    if (reading.proclitic.endsWith('ك') && !reading.core.startsWith('ال')) continue;
    if (reading.proclitic.endsWith('ل') && reading.core.startsWith('ل') && !reading.definite) continue;
    const match =
      reading.definite && !reading.core.startsWith('ال')
        ? bareStates.longest(reading.core, words.tokens, at)
        : places.longest(reading.core, words.tokens, at);
    if (!match) continue;
    const place = inRealm(words, match.value, match.end - at === 1 ? reading.core : '');
    if (place.ambiguous && !proves(words, at, reading, place.type)) continue;
    if (adjectivalPlaces.has(reading.core) && describesNoun(words, at)) continue;
    return {
      kind: 'place',
      from: at,
      to: match.end,
      start: reading.start,
      article: hiddenArticle(reading),
      key: place.key,
      country: place.country,
      type: place.type,
      code: 'lexicon',
    };
  }
  return namedPlace(words, at);
}

/** Whether what stands before an ambiguous name proves the place. */
function proves(words: Words, at: number, reading: Reading, type: PlaceFact['type']): boolean {
  if (!words.follows(at)) return false;
  const before = words.readings(at - 1);
  if (before.some(({ core }) => namedPlaceNouns.has(withoutArticle(core)))) return true;
  // «في جدة ومشهد»: joined to a place that is certain.
  if (reading.proclitic === 'و' && before.some(({ core }) => places.get(core)?.ambiguous === false)) return true;
  return type === 'state' && reading.proclitic === '' && before.some(({ core }) => beforeStates.has(core));
}

/** «السبيل الأقصر»: whether a definite noun stands before, that the word is the adjective of; «الحزب في الأقصر» has a preposition. */
const describesNoun = (words: Words, at: number): boolean =>
  words.follows(at) && (words.word(at - 1).startsWith('ال') || words.readings(at - 1).some(({ definite }) => definite));

/** «مدينة X», «قرية X»: an unknown name after its kind of place. */
function namedPlace(words: Words, at: number): FoundPlace | null {
  if (!words.may(at - 1, MAY.placeKind) || !words.follows(at)) return null;
  const before = words.readings(at - 1).find((reading) => namedPlaceNouns.has(reading.core));
  const word = words.word(at);
  if (!before || !(unknown(word) || (word.startsWith('ال') && commonWord(word) === null && nisba(word) === undefined)))
    return null;
  let to = at + 1;
  if (words.follows(to) && placeAdjectives.has(words.word(to))) to++;
  const start = words.tokens[at]?.start ?? 0;
  const key = withoutArticle(word);
  return { kind: 'place', from: at, to, start, article: '', key, country: null, type: 'place', code: 'pattern' };
}

/** All organisations and places of the article, disjoint, in order. Linear: each position looks at a bounded window. */
export function placesAndOrganizations(words: Words): (FoundOrganization | FoundPlace)[] {
  const found: (FoundOrganization | FoundPlace)[] = [];
  for (let at = 0; at < words.tokens.length; ) {
    const here = words.isWord(at) ? (organizationAt(words, at) ?? placeAt(words, at)) : null;
    if (here) {
      found.push(here);
      at = here.to;
    } else at++;
  }
  return found;
}

const TOMBS = new Set(['ضريح', 'قبر', 'مرقد']);
const LATE = new Set(['الراحل', 'الراحله', 'الفقيد']);

/** Whether the word before `at` says that what follows is a street, an airport or a city and so no person. */
export function afterPlaceNoun(words: Words, at: number): boolean {
  if (!words.follows(at)) return false;
  // «ضريح الملك الراحل محمد الخامس»: who lies there.
  if (TOMBS.has(words.word(at - 1)) && LATE.has(words.word(at + 1))) return false;
  // In construct: «مطار الرئيس فلان»; after «في المطار» a person may follow.
  if (isPlaceNoun(words, at - 1) && !definite(words, at - 1)) return true;
  // «المستشفى الجامعي فلان»: with an adjective between; not «إقليم القصرين العميد فلان», «سجن المرناقية لفلان».
  return (
    words.may(at - 2, MAY.placeNoun) &&
    words.readings(at - 2).some(({ core }) => buildings.has(withoutArticle(core))) &&
    adjectival(words.word(at - 1)) &&
    // «المحلي» is no state's.
    !nisba(words.word(at - 1))
  );
}

/** «موقع فيس بوك», «سفينة مارغريتا», «شركة سالم الراوي»: what a site, a ship or a company is called. */
export const isOfGroup = (words: Words, at: number): boolean =>
  words.follows(at) &&
  (isBodyNoun(words, at - 1) ||
    words.readings(at - 1).some(({ core }) => saintWords.has(core)) ||
    isTeam(words, at - 1));
export const isBodyNoun = (words: Words, at: number): boolean =>
  words.readings(at).some(({ core }) => bodyNouns.has(core));

/**
 * «سبارتا كرماني التشيكي»: words none of which is known for a name and where it is from: a club or a company. Of a person it is said before
 * the name («التشيكي سبارتا كرماني»).
 */
export const isClub = (words: Words, { from, to }: { from: number; to: number }): boolean => {
  for (let at = from; at < to; at++) if (givenName(words.word(at)) !== null) return false;
  return to > from + 1 && words.follows(to) && isFrom(words.word(to));
};
/** «الكاميروني»: an adjective of a state with its article. */
export const isFrom = (word: string): boolean => word.startsWith('ال') && Boolean(nisba(word.slice(2)));

/** «فريق يانغ كرماني»: what a team is called; «الفريق سالم الراوي» is a general, «لفريق أول» his rank. */
export const isTeam = (words: Words, at: number): boolean =>
  words.readings(at).some(({ core, definite }) => core === 'فريق' && !definite);

/** Whether the word is that of a street, hall, ship …: what mostly bears a name. */
export const isNamedAfter = (words: Words, at: number): boolean =>
  words.may(at, MAY.placeNoun) &&
  words.readings(at).some(({ core }) => buildings.has(withoutArticle(core)) || nameBearers.has(withoutArticle(core)));

const definite = (words: Words, at: number) => words.readings(at).some((reading) => reading.definite);

const isPlaceNoun = (words: Words, at: number) =>
  isNamedAfter(words, at) ||
  (words.may(at, MAY.placeNoun) && words.readings(at).some(({ core }) => placeNouns.has(withoutArticle(core))));
