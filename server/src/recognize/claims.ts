/** Which office is whose: the name beside it. The office of a neighbour is the worst mistake a card can make, so what may belong to two belongs to none. */

import { isEveryStates } from '../lexicon/every-state.ts';
import { nisba } from '../lexicon/geography.ts';
import {
  formerWords,
  officeTitles,
  roles,
  takesPerson,
  titles,
  titlesWithoutArticle,
} from '../lexicon/office-words.ts';
import { openHeads, phraseHeads, untoldBodies } from '../lexicon/organizations.ts';
import { commonWord, functionWords, givenName, kunyas, ownNouns } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { clean } from '../text/fold.ts';
import type { Appointment } from './appointments.ts';
import type { MentionDraft, OfficeDraft, PersonDraft } from './drafts.ts';
import type { NameSpan } from './evidence.ts';
import { CANDIDATE, type RankClaim } from './facts.ts';
import { homeOffices, type Standing } from './home-offices.ts';
import { pieces } from './name-words.ts';
import { OF_THE_STATE } from './office-seats.ts';
import { wordsKey } from './office-subjects.ts';
import { type FoundOffice, postVerb } from './offices.ts';
import { afterPlaceNoun, organizationAt, placeAt } from './places-and-organizations.ts';
import { sentenceStart } from './sentence-start.ts';
import { type FoundTitle, fillsQuotes, pastTitles, titlesFrom } from './titles.ts';
import { CLOSING_QUOTES, type Words } from './words.ts';

export interface OfficeMention {
  readonly found: FoundOffice;
  readonly mention: MentionDraft;
  /** A full name that stands after it and is not proven its holder: «الملك، فلان», «الرئيس الاشتراكي فلان». */
  readonly followed: MentionDraft | null;
  /** The name behind it that is somebody else's: «التقى الوزير العراقي الفريق فلان قائد الجيش». */
  readonly other: MentionDraft | null;
  /** The second of two who have such an office each: «وزيرا الخارجية فلان [وعلان]». */
  readonly second: MentionDraft | null;
}

/** The offices of one article by key, and how a found one becomes an entity. */
export type Registry = Map<string, OfficeDraft>;

interface Neighbours {
  readonly words: Words;
  readonly nameFrom: ReadonlyMap<number, NameSpan>;
  readonly nameTo: ReadonlyMap<number, NameSpan>;
  readonly titleFrom: ReadonlyMap<number, FoundTitle>;
  readonly titlesBefore: ReadonlyMap<number, FoundTitle>;
  /** First tokens of the offices. */
  readonly officeFrom: ReadonlySet<number>;
}

/**
 * Makes the mentions of offices in text order and gives each the name beside it. Fills ranks and claims of persons and `registry`.
 * `organizationOf` makes the entity of an office's organisation; `home` is the state that the report means by no state (see dateline.ts).
 */
export function claimOffices(
  words: Words,
  found: readonly FoundOffice[],
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  titlesBefore: ReadonlyMap<number, FoundTitle>,
  organizationOf: (office: FoundOffice) => OfficeDraft['organization'],
  registry: Registry,
  home: string | null,
): OfficeMention[] {
  ranks(words, spans, bySpan, titlesBefore);
  const proven = spans.filter((span) => span.confidence >= CANDIDATE);
  const neighbours: Neighbours = {
    words,
    nameFrom: new Map(proven.map((span) => [span.from, span])),
    nameTo: new Map(proven.map((span) => [span.to, span])),
    titleFrom: new Map([...titlesBefore.values()].map((title) => [title.from, title])),
    titlesBefore,
    officeFrom: new Set(found.map(({ from }) => from)),
  };
  const holders = holdersBeside(neighbours, found).map((span, i) =>
    span && namesCandidate(words, found[i]?.from ?? 0, span.from) ? null : span,
  );
  const sides: (Side | null)[] = [];
  const offices = found.map((office, i) => {
    const span = holders[i] ?? null;
    return span ? withPurpose(words, office, span) : office;
  });
  for (const i of offices.keys()) {
    const at = startOf(neighbours, outermost(found, i), holders[i]);
    const before = i > 0 ? Math.max(found[i - 1]?.next ?? 0, holders[i - 1]?.to ?? 0) : 0;
    const listed = holders[i - 1] && (isListed(words, before, at) || isStacked(found, holders, i));
    sides[i] = sideOf(words, listStart(neighbours, at)) ?? (listed ? (sides[i - 1] ?? null) : null);
  }
  // «رئيس الوزراء وزير الخارجية القطري فلان»: the adjective is that of both.
  for (let i = offices.length - 2; i >= 0; i--) {
    const [office, next] = [offices[i] as FoundOffice, offices[i + 1] as FoundOffice];
    const country = next.country ?? sides[i + 1]?.country ?? null;
    const both = holders[i] && isStacked(found, holders, i + 1) && isEveryStates(office.roleId, office.subject);
    if (both && country !== null) sides[i] ??= { country, adjective: '' };
  }
  const standing = offices.map((office, i): Standing => {
    const span = holders[i];
    const person = span ? ((bySpan.get(span)?.entity as PersonDraft) ?? null) : null;
    return {
      found: office,
      person,
      name: span ?? null,
      country: office.country ?? (person && (sides[i]?.country ?? null)),
    };
  });
  const homes = homeOffices(words, home, standing, proven);
  const list = offices.flatMap((office, i): OfficeMention[] => {
    const span = holders[i] ?? null;
    // «مطار الملك فلان الدولي»
    if (office.bare && !span && afterPlaceNoun(words, office.from) && !isTerm(words, office.from)) return [];
    // «وزيرا الخارجية السعودي والإيراني» without names speaks of two, and is nobody's mention.
    if ((office.group !== null || office.appointed) && !span) return [];
    const second = office.shared && span ? joinedTo(neighbours, span) : null;
    if (office.shared && !second) return [];
    const mention: MentionDraft = {
      start: office.start,
      end: words.tokens[office.to - 1]?.end ?? office.start,
      form: office.role.description ? 'description' : 'office',
      entity: officeDraft(
        words,
        office,
        span && office.country === null ? (sides[i] ?? null) : null,
        office.shared ? null : (homes[i] ?? null),
        organizationOf,
        registry,
      ),
      holder: null,
      attached: span !== null,
      otherTime: isOfOtherTime(words, office),
      confidence: office.bare ? 0.7 : 0.9,
      code: office.counterpart ? 'counterpart' : office.role.description ? 'description' : 'lexicon',
      at: null,
    };
    if (span) {
      const name = bySpan.get(span) as MentionDraft;
      mention.holder = name.entity as PersonDraft;
      mention.at = name;
      if (!office.counterpart) mention.code = 'office-beside';
    }
    const next = span ? null : fullNameAfter(neighbours, office);
    const other = next && isSubjectBefore(neighbours, office, next, found) ? (bySpan.get(next) ?? null) : null;
    return [
      {
        found: office,
        mention,
        followed: (next && bySpan.get(next)) ?? null,
        other,
        second: second && (bySpan.get(second) ?? null),
      },
    ];
  });
  // Full names first: what a full name has been given tells whether a surname beside another office is its holder.
  for (const form of ['name', 'short'] as const)
    for (const { found: office, mention } of list) if (mention.at?.form === form) claim(office, mention);
  for (const { mention, second } of list) if (second) claimToo(mention, second);
  return list;
}

/** The full name that «و» joins to `span`. */
function joinedTo({ words, nameFrom }: Neighbours, span: NameSpan): NameSpan | null {
  const next = nameFrom.get(span.to);
  const joined = next && words.word(next.from).startsWith('و') && !whole(words, next) && pieces(next.words).length > 1;
  return joined && !words.tokens[next.from]?.newLine ? next : null;
}

/** Gives the second of two an office like that of `mention`, of a state of its own. */
function claimToo(mention: MentionDraft, second: MentionDraft): void {
  const person = second.entity as PersonDraft;
  const office = mention.entity as OfficeDraft;
  const evidence = { start: Math.min(mention.start, second.start), end: Math.max(mention.end, second.end) };
  person.claims.push({ office, mention, evidence, former: false, manner: null });
}

/**
 * «رئيس الجمعية الوطنية للفكر الحر فلان», «رئيس الاتحاد الجهوي للفلاحة والصيد البحري بالمدينة، فلان»: what stands before the holder's name
 * says of what, and is nobody's besides. Elsewhere it may be whom something is said to.
 */
function withPurpose(words: Words, office: FoundOffice, span: NameSpan): FoundOffice {
  if (office.next !== office.to || office.bare || office.title !== null || span.from <= office.to) return office;
  let to = office.to;
  let opened = false;
  while (to < span.from && words.follows(to) && !words.inDate(to)) {
    const word = words.word(to);
    const purpose = words
      .readings(to)
      .some(({ proclitic, core }) => proclitic.endsWith('ل') && commonWord(core) !== null);
    const definite = opened ? /^و?ال/.test(word) : /^وال/.test(word) && commonWord(word.slice(1)) !== null;
    const construct = opened && purposeOf(words, to - 1) && commonWord(word) !== null;
    const on = opened && word === 'حول' && words.word(to + 1).startsWith('ال');
    if (!(purpose || definite || construct || on)) break;
    // «رئيس الحركة والوزير الأسبق فلان»: another office.
    if (roles.longest(word.replace(/^و/, ''), words.tokens, to) !== null || formerWords.has(word)) break;
    // «وزير الخارجية للجمهورية اليمنية»: a state.
    if (OF_THE_STATE.test(word) || nisba(word) !== undefined || titles.longest(word, words.tokens, to) !== null) break;
    opened = true;
    to++;
  }
  const place = to > office.to && to < span.from ? placeAt(words, to) : null;
  if (place?.start === words.tokens[to]?.start && place && place.to <= span.from) to = place.to;
  // «لعلوم», «لحركة مشروع»: in construct, it needs the noun behind it.
  else while (to > office.to && !words.readings(to - 1).some(({ definite }) => definite)) to--;
  if (to === office.to) return office;
  const { organization } = office;
  return {
    ...office,
    to,
    next: to,
    // A minister's first portfolio tells the office.
    subject: office.role.takes.has('portfolio')
      ? office.subject
      : `${office.subject} ${wordsKey(words, office.to, to)}`.trim(),
    organization: organization?.code === 'pattern' ? null : organization,
  };
}
/** «لعلوم», «لحقوق»: a noun behind «ل» without its article. */
const purposeOf = (words: Words, at: number): boolean =>
  /^ل(?!ل)/.test(words.word(at)) &&
  words.readings(at).some(({ proclitic, definite }) => proclitic.endsWith('ل') && !definite);

/** «وزير الدفاع السابق», «الرئيس المكلف», «رئيس الحكومة المقبل». */
const isOfOtherTime = (words: Words, office: FoundOffice): boolean =>
  office.former || office.manner !== null || (words.follows(office.next) && COMING.test(words.word(office.next)));
const COMING = /^ال(?:مقبل|قادم|محتمل|مرتقب|مفترض|مستقبلي)ه?$/;

/** Writes the claim of an office mention that has a name beside it, unless the article gives that person the like office of another state. */
function claim(office: FoundOffice, mention: MentionDraft): void {
  const name = mention.at as MentionDraft;
  const person = mention.holder as PersonDraft;
  const draft = mention.entity as OfficeDraft;
  if (office.counterpart || office.role.description) {
    if (office.country) person.country ??= office.country;
    return;
  }
  const { country } = draft;
  const { role } = office;
  const other = (known: OfficeDraft) =>
    known.roleId === draft.roleId && known.subject === draft.subject && country !== null && known.country !== null;
  // «حذرت الوزيرة فلان»: the object, where the article has given its bearer an office of another kind and none of this.
  const otherKind =
    office.bare &&
    country === null &&
    person.claims.length > 0 &&
    person.claims.every((c) => !c.office.general && !c.office.roleId.includes(role.id));
  // «يزور الرئيس المكسيكي فلان»: the surname is the object where the article has called its bearer president of another state.
  if (
    name.form === 'short' &&
    (otherKind || person.claims.some((c) => other(c.office) && c.office.country !== country))
  ) {
    mention.holder = null;
    mention.at = null;
    mention.attached = false;
    mention.code = 'lexicon';
    return;
  }
  const evidence = { start: Math.min(mention.start, name.start), end: Math.max(mention.end, name.end) };
  person.claims.push({ office: draft, mention, evidence, former: office.former, manner: office.manner });
  if (name.form !== 'name') return;
  const { introduction } = person;
  const shown =
    introduction && person.claims.some(({ evidence: e }) => e.start <= introduction.start && e.end >= introduction.end);
  if (!shown) person.introduction = name;
}

/** First token of an office with its holder: the name's, past titles, where it stands before. */
const startOf = ({ titlesBefore }: Neighbours, from: number, span: NameSpan | null | undefined): number =>
  span && span.to <= from ? titlesFrom(titlesBefore, span.from) : from;

/** «عن الجانب العراقي وزير الدفاع فلان، ووزير النقل علان»: whether the words at `at` go on with a list that has come to token `before`. */
const isListed = (words: Words, before: number, at: number): boolean =>
  words.word(at).startsWith('و') &&
  !words.tokens[at]?.newLine &&
  (at === before || (at === before + 1 && words.mark(before) === '،'));

/** «فلان نائب رئيس الوزراء وزير الخارجية»: whether the office at `i` is another one of the holder of the one right before it. */
const isStacked = (found: readonly FoundOffice[], holders: readonly (NameSpan | null)[], i: number): boolean =>
  found[i]?.from === found[i - 1]?.next && holders[i] === holders[i - 1];

/** «من الجانب السعودي، الأمير فلان، والأمير علان وزير الخارجية»: where the list of names begins that goes on at token `at`. */
function listStart({ words, nameTo, titlesBefore }: Neighbours, at: number): number {
  let start = at;
  for (let guard = 0; guard < MOST_LISTED && isJoined(words, start); guard++) {
    const span = nameTo.get(words.mark(start - 1) === '،' ? start - 1 : start);
    if (!span) break;
    start = titlesFrom(titlesBefore, span.from);
  }
  return start;
}
const isJoined = (words: Words, at: number): boolean => words.word(at).startsWith('و') && !words.tokens[at]?.newLine;
/** Names without an office in a list of a delegation. */
const MOST_LISTED = 6;

/** First token of the offices that stand together with the one at `i`. */
function outermost(found: readonly FoundOffice[], i: number): number {
  let first = i;
  while (first > i - MOST_STACKED && found[first - 1]?.next === found[first]?.from) first--;
  return found[first]?.from ?? 0;
}

/** States that call themselves Islamic republic: «الجمهورية الإسلامية» is the one of them that the article names. */
const ISLAMIC_REPUBLICS = ['IR', 'MR', 'PK', 'AF'];

/** The state for whom someone stands, with its adjective where that is said. */
interface Side {
  readonly country: string;
  readonly adjective: string;
}

/** «عن العراق», «عن الجانب السعودي», «الوفد الإيراني» before token `at`; null where there is none. */
function sideOf(words: Words, at: number): Side | null {
  // «عن الجانب الروسي: وزير …», also on the next line; «من الجانب السعودي، الأمير …».
  const mark = words.mark(at - 1);
  if (mark === ':' || (mark === '،' && !words.tokens[at]?.newLine)) {
    const side = sideBefore(words, at - 1);
    return side && FOR_SIDE.has(words.word(at - 4)) ? side : null;
  }
  if (!words.follows(at)) return null;
  if (words.word(at - 1) === 'من' && EACH.has(words.word(at - 2))) return delegation(words, at - 2);
  // «من الجانب السوري معالي وزير الدفاع»
  const titled = words.follows(at - 1) && titles.longest(words.word(at - 1), words.tokens, at - 1);
  if (titled && titled.end === at) return sideOf(words, at - 1);
  if (SIDES.has(words.word(at - 2)) && words.word(at - 1).startsWith('ال'))
    // «التقى الوفد التركي وزير الدفاع فلان»: whom it meets.
    return words.readings(at - 3).some(({ core }) => takesPerson(core)) ? null : sideBefore(words, at);
  for (let from = at - 1; from >= at - SIDE_LENGTH; from--) {
    const link = words.word(from - 1);
    if (link !== 'عن' && link !== 'وعن') continue;
    const place = placeAt(words, from);
    if (place?.type === 'state' && place.country && place.to === at && place.start === words.tokens[from]?.start)
      return { country: place.country, adjective: '' };
    if (words.word(from) !== 'الجمهوريه' || words.word(from + 1) !== 'الاسلاميه' || from + 2 !== at) return null;
    const named = ISLAMIC_REPUBLICS.filter((country) => words.speaksOf(country));
    return named.length === 1 && named[0] ? { country: named[0], adjective: '' } : null;
  }
  return null;
}

/** «الجانب السعودي» right before token `at`. */
function sideBefore(words: Words, at: number): Side | null {
  const country = SIDES.has(words.word(at - 2)) ? nisba(words.word(at - 1)) : undefined;
  return country
    ? { country, adjective: words.text.slice(words.tokens[at - 1]?.start, words.tokens[at - 1]?.end) }
    : null;
}
const FOR_SIDE = new Set(['عن', 'وعن', 'من', 'ومن']);
const EACH = new Set(['كلا', 'كل']);

/** «وضم الوفد التركي، الذي استقبله فلان، كلا من وزير …»: the delegation of which the sentence says whom it has, told before token `at`. */
function delegation(words: Words, at: number): Side | null {
  const start = sentenceStart(words, at);
  for (let end = at; end > at - DELEGATION_REACH && (words.tokens[end - 2]?.start ?? -1) >= start; end--) {
    if (!SIDES.has(words.word(end - 2))) continue;
    const has = words.readings(end - 3).some(({ core }) => HAS.test(core));
    return has ? sideBefore(words, end) : null;
  }
  return null;
}
/** «ضم», «يضم», «شمل», «تألف من». */
const HAS = /^[يت]?(?:ضم|شمل|تضمن|حضر|راس|تراس)ت?$/;
const DELEGATION_REACH = 30;

const SIDES = new Set(['الجانب', 'الوفد']);
/** Words that a state's name may have there. */
const SIDE_LENGTH = 4;

function officeDraft(
  words: Words,
  office: FoundOffice,
  side: Side | null,
  home: string | null,
  organizationOf: (office: FoundOffice) => OfficeDraft['organization'],
  registry: Registry,
): OfficeDraft {
  const { role, roleId } = office;
  const country = office.country ?? side?.country ?? home;
  // «رئيس الجمهورية» of a known state is its president.
  const subject = office.subject === 'republic' && country !== null ? '' : office.subject;
  // «وزير الخارجية الليبي» of an article on a «وزيرة الخارجية الليبية»: the same office, called otherwise.
  const key = `${roleId}/${subject}/${country ?? ''}${isFeminine(words, office) ? FEMININE : ''}${governmentOf(words, office)}`;
  const known = registry.get(key);
  if (known) return known;
  const title = office.title ?? office.article + words.text.slice(office.start, words.tokens[office.to - 1]?.end);
  const draft: OfficeDraft = {
    kind: 'office',
    role: role.id,
    roleId,
    subject,
    title: side && takesState(words, office) ? `${title} ${side.adjective}`.trim() : title,
    organization: organizationOf(office),
    country,
    general:
      (role.general && (office.bare || office.subject === '')) ||
      isOfUntold(subject, country) ||
      (office.bare && (country === null || !role.alone || role.id === 'minister' || role.id === 'deputy')),
  };
  registry.set(key, draft);
  return draft;
}

/**
 * Whether the adjective of its state goes behind an office: not behind that of a party, nor behind a preposition («السفير لدى روسيا»), nor,
 * being a man's, behind «وزيرة».
 */
function takesState(words: Words, { from, to, subject }: FoundOffice): boolean {
  for (let at = from + 1; at < to; at++)
    if (words.mark(at) !== '' || /^(?:لدي|في|باسم)$/.test(words.word(at))) return false;
  return !words.word(from).endsWith('ه') && !openHeads.has(subject.split(' ')[0] ?? '');
}

/** «رئيس حكومة الوحدة»: ends the key of a premier who is called by the name of his government, and not of others. */
const governmentOf = (words: Words, { roleId, from, to, title }: FoundOffice): string =>
  title === null && roleId === 'prime-minister' && words.word(from + 1) === 'حكومه' && to > from + 2
    ? `/${wordsKey(words, from + 1, to)}`
    : '';

/** Ends the key of an office that a woman is called by. */
export const FEMININE = '/ة';
/** «وزيرة», «نظيرته»: whether an office is called by the feminine of its noun; of a dual it is not told. */
export function isFeminine(words: Words, { from, title, counterpart }: FoundOffice): boolean {
  if (title !== null) return false;
  // «الشاه» is a man.
  return counterpart
    ? /نظيرت(?:ه|ها|هما|هم)$/.test(words.word(from))
    : words.text[(words.tokens[from]?.end ?? 0) - 1] === 'ة';
}

/** «ولاية الرئيس»: the term, no province. */
const isTerm = (words: Words, at: number): boolean =>
  words.follows(at) && words.readings(at - 1).some(({ core }) => core === 'ولايه');

/** «الناطق باسم الوزارة», «رئيس اللجنة»: of a body that the article has called by its name, and another article means another one. */
const isOfUntold = (subject: string, country: string | null): boolean =>
  country === null && (untoldBodies.has(subject) || openHeads.has(subject) || phraseHeads.has(subject));

/** For each office the name that it belongs to: the nearest one, each name once save where two offices stand together. */
function holdersBeside(near: Neighbours, found: readonly FoundOffice[]): (NameSpan | null)[] {
  const { words } = near;
  const holders: (NameSpan | null)[] = found.map(() => null);
  const offices = new Map<NameSpan, number[]>();
  const give = (i: number, span: NameSpan) => {
    holders[i] = span;
    const held = offices.get(span);
    if (held) held.push(i);
    else offices.set(span, [i]);
  };
  const after = found.map((office) => (office.appointed || office.indefinite ? null : nameAfter(near, office)));
  // 0. «فلان المتحدث باسم الرئيس التركي علان»: the name after it belongs to the office inside.
  found.forEach((office, i) => {
    const ofAnother = SPEAKS_FOR.test(office.roleId) || endsInTitle(words, office) || isTitleWithStatus(words, office);
    if (!ofAnother || !after[i] || office.proclitic !== '') return;
    const before = near.nameTo.get(office.from) ?? nameBeforeMark(near, office);
    if (before && pieces(before.words).length > 1 && !isObject(near, before) && !offices.has(before)) give(i, before);
  });
  // 1. Nothing between: «وزير الدفاع فلان».
  const grouped = pairsOf(near, found, give);
  found.forEach((office, i) => {
    const name = after[i];
    if (holders[i] || !name || name.crossed || grouped.has(found[i]?.group ?? -1) || offices.has(name.span)) return;
    // «فلان والي الجهة وثلة من …»: rather «and a group» than a surname.
    if (near.nameTo.has(office.from) && pieces(name.span.words).length < 2 && name.span.words[0]?.startsWith('و'))
      return;
    if (isSubjectBefore(near, office, name.span, found)) return;
    if (endsInTitle(words, office) && (pieces(name.span.words).length < 2 || isCalled(found, after, i))) return;
    give(i, name.span);
    stackBefore(near, found, i, name.span, give);
    formerBefore(words, found, i, name.span, give);
  });
  // 2. Nothing between, the name first: «فلان وزير الدولة». Not where the two may be subject and object.
  found.forEach((office, i) => {
    if (holders[i] || office.indefinite || office.proclitic !== '' || !words.follows(office.from)) return;
    // «فلان الرئيس الإيراني» is rather subject and object.
    if (office.bare && !HEIRS.test(office.roleId)) return;
    const span = near.nameTo.get(office.from) ?? nicknamed(near, office);
    if (office.appointed === 'list') {
      const first = firstOfLine(near, office);
      if (first) give(i, first);
      return;
    }
    if (office.appointed) {
      const given = span ?? nameBeforeMark(near, office);
      if (given && !mayAppoint(near, given, office.appointed)) give(i, given);
      return;
    }
    if (!span || offices.has(span) || pieces(span.words).length < 2) return;
    if (isObject(near, span) && !objectFollows(near, office)) return;
    give(i, span);
    stackAfter(words, found, i, span, give);
  });
  // «فلان (شغل منصب وزير المالية)», «فلان، الذي شغل منصب والي المدينة».
  found.forEach((office, i) => {
    if (holders[i] || postVerb(words, office.from) === '') return;
    const span = nameBeforeClause(near, office.from - 2);
    if (span) give(i, span);
  });
  // «ويشغل فلان منصب نائب المدير»
  found.forEach((office, i) => {
    const span = holders[i] ? null : nameInPost(near, office);
    if (span) give(i, span);
  });
  // 3. A comma or bracket between. From left to right: the first pair of a list says which of the two comes first in it.
  found.forEach((office, i) => {
    if (holders[i] || office.appointed || office.indefinite) return;
    const before = nameBeforeMark(near, office);
    if (before && free(offices.get(before), found)) {
      give(i, before);
      stackAfter(words, found, i, before, give);
      if (!after[i + 1]) enclosedAfter(words, found, i, before, give);
      return;
    }
    const name = after[i];
    if (name?.crossed && !offices.has(name.span)) {
      give(i, name.span);
      if (found[i - 1]?.bare === false) stackBefore(near, found, i, name.span, give);
      formerBefore(words, found, i, name.span, give);
    } else if (calledAmbassador(near, found, holders, i) || calledAgain(near, found, holders, i))
      give(i, holders[i + 1] as NameSpan);
    else if (before && !name && isBesides(words, found, i, before, offices.get(before) ?? [])) give(i, before);
  });
  // 4. What says where or of what between, or a colon: «وكيل الجمهورية بمحكمة المدينة، فلان الفلاني», «وزير النقل: فلان الفلاني».
  found.forEach((office, i) => {
    // «النائب عن الحزب، فلان».
    if (
      holders[i] ||
      (office.bare && words.word(office.next) !== 'عن') ||
      office.group !== null ||
      office.appointed ||
      office.indefinite
    )
      return;
    const span = nameBehind(near, office) ?? nameListed(near, office);
    if (span && (!offices.has(span) || isSpeaker(near, office, span))) give(i, span);
  });
  return holders;
}

/** «قال رئيس الحركة في المدينة، فلان، رئيس الوفد، إن …»: the one between commas speaks, whatever else is said of him. */
const isSpeaker = ({ words }: Neighbours, { from, bare }: FoundOffice, span: NameSpan): boolean =>
  !bare &&
  words.follows(from) &&
  words.readings(from - 1).some(({ core }) => verbKind(core) === 'speech') &&
  words.mark(span.from - 1) === '،' &&
  words.mark(span.to) === '،';

/** Tokens to the beginning of a line of a list. */
const LINE_REACH = 40;

/** The name with which the line of an office begins, past titles, if it is the only one before the office. */
function firstOfLine({ words, nameFrom, titleFrom }: Neighbours, office: FoundOffice): NameSpan | null {
  let start = office.from;
  while (start > 0 && start > office.from - LINE_REACH && !words.tokens[start]?.newLine) start--;
  while (words.mark(start) !== '' && start < office.from) start++;
  const at = pastTitles(words, start, (i) => titleFrom.get(i) ?? null).at;
  const span = nameFrom.get(at);
  if (!span) return null;
  for (let i = span.to; i < office.from; i++) if (nameFrom.has(i)) return null;
  return span;
}

/** «يشغل فلان منصب …», «تشغل السيدة فلانة منصب …»: the full name between the verb and the post, titles before it. */
function nameInPost({ words, nameTo, titlesBefore }: Neighbours, { from, former }: FoundOffice): NameSpan | null {
  const span = words.word(from - 1) === 'منصب' && words.follows(from) ? nameTo.get(from - 1) : undefined;
  if (!span || former || !isFull(words, span)) return null;
  let at = titlesBefore.get(span.from)?.from ?? span.from;
  for (const least = at - POST_REACH; at > least && words.follows(at); at--) {
    const cores = words.readings(at - 1).map(({ core }) => core);
    if (cores.some((core) => /^[يت]شغل$/.test(core))) return span;
    if (cores.some((core) => verbKind(core) !== undefined)) return null;
  }
  return null;
}
/** Words that say who it is, between «يشغل» and the name: «المشتبه فيه». */
const POST_REACH = 4;

/** «مستشار لحملة المرشح الجمهوري للرئاسة فلان»: whether the name behind an office is a candidate's that it works for. */
function namesCandidate(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^ال(?:مت|م)رشح(?:ه)?$/.test(words.word(at))) return true;
  return false;
}

/** «مدير ديوان الرئيس», «مستشار الوزير»: an office whose last word may be the title of the name behind it. */
const endsInTitle = (words: Words, { from, to, next, country }: FoundOffice): boolean =>
  to > from + 1 && next === to && country === null && officeTitles.has(words.word(to - 1));

/** «مبعوث الرئيس المنتخب»: behind such a title a status may stand. */
const isTitleWithStatus = (words: Words, { from, to, next, role }: FoundOffice): boolean =>
  role.id === 'envoy' && to > from + 1 && next > to && officeTitles.has(words.word(to - 1));

/** Whether the article calls the one behind the office at `i` «الرئيس» elsewhere: by the last word of the name. */
function isCalled(
  found: readonly FoundOffice[],
  after: readonly ({ readonly span: NameSpan } | null)[],
  i: number,
): boolean {
  const last = after[i]?.span.words.at(-1);
  return found.some(
    ({ roleId, subject }, j) =>
      j !== i && HEADS_OF_STATE.has(roleId) && /^(?:republic)?$/.test(subject) && after[j]?.span.words.at(-1) === last,
  );
}
const HEADS_OF_STATE = new Set(['president', 'king', 'emir', 'minister', 'chief']);

/** «عين الرئيس فلان وزيرا», «عين فلان وزيرا» of a family name: who appoints, or who may. */
function mayAppoint({ titlesBefore, officeFrom }: Neighbours, span: NameSpan, by: Appointment): boolean {
  if (by !== 'verb') return false;
  const title = titlesBefore.get(span.from);
  const called = [1, 2, 3, 4].some((back) => officeFrom.has((title?.from ?? span.from) - back));
  return called || title !== undefined || pieces(span.words).length < 2;
}

/** «بمحكمة المدينة», «عن حزب البلاد», «والصيد البحري»: so many words may stand between an office and its holder. */
const TAIL = 10;
const TAIL_OPENS =
  /^(?:[بل].{3,}|وال.{3,}|التابعه?|في|عن|لدي|حول|مع|ذو|ذات|العربيه|الاسلاميه|الاتحاديه|الفيدراليه|الديمقراطيه|الشعبيه|الشقيقه|الصديقه)$/;
/** Words of one letter and of closed classes inside such a stretch. */
const TAIL_WORDS = new Set(['ذو', 'ذات', 'في', 'عن', 'لدي', 'حول', 'مع', 'الي', 'حزب', 'دائره', 'ولايه', 'و']);
/** What may as well say where something was done: no name right behind it is the holder's unless the holder speaks. */
const LOOSE = new Set(['في', 'عن']);

/** «توج رئيس الاتحاد بالملعب فلانا»: verbs of a person as object that mostly have something else («قدم فلان عرضا»). */
const PRESENTS = /^[وف]?[يت]?(?:توج|قلد|قدم|شيع|نعي|رثي|واسي|حث|خلف|عانق|ضم|نصب)ت?$/;

/** The full name behind what says where an office is, or of what: past a comma, or where it can be nobody's object. */
function nameBehind(near: Neighbours, office: FoundOffice): NameSpan | null {
  const { words, nameFrom, officeFrom, titleFrom } = near;
  const opens = words.word(office.next);
  const second = office.country !== null && nisba(opens) && words.follows(office.next);
  // «وزير العلاقة مع الهيئات وحقوق الإنسان فلان»
  const joined =
    (/^و.{3,}/.test(opens) && commonWord(opens.slice(1)) !== null && words.word(office.next + 1).startsWith('ال')) ||
    // «وزير الطرق و بناء المدن فلان»
    (opens === 'و' && commonWord(words.word(office.next + 1)) !== null && words.word(office.next + 2).startsWith('ال'));
  if (!(TAIL_OPENS.test(opens) || second || joined) || afterPlaceNoun(words, office.from)) return null;
  let verb = office.from - 1;
  // «حذر اليوم الأربعاء النائب عن …»
  while (verb > office.from - VERB_REACH && isTime(words, verb) && words.follows(verb)) verb--;
  const speaks =
    words.follows(office.from) &&
    (OPINIONS.has(words.word(verb)) || words.readings(verb).some(({ core }) => verbKind(core) === 'speech'));
  const presents = words.follows(office.from) && PRESENTS.test(words.word(office.from - 1));
  const object = presents || objectBefore(words, office.from);
  const direct = speaks || isOwnLine(words, office) || !(object || (LOOSE.has(opens) && !isStationed(near, office)));
  for (let at = office.next; at < office.next + TAIL; at++) {
    if (words.tokens[at]?.newLine || officeFrom.has(at)) return null;
    const mark = words.mark(at);
    const comma = mark === '،' || mark === ',';
    const name = comma ? at + 1 : at;
    const span = nameFrom.get(name) ?? nameFrom.get(titleFrom.get(name)?.to ?? -1);
    const governing = span && !comma && isGoverning(words, at - 1);
    // «وزير التربية في حكومة فلان، علان»: whose government it is.
    if (governing && words.readings(at - 1).some(({ core }) => ownNouns.has(core))) {
      at = span.to - 1;
      continue;
    }
    if (governing) return null;
    if (span && (comma || direct) && at > office.next)
      return isFull(words, span) && !words.tokens[span.from]?.newLine ? span : null;
    const besides = comma ? spokespersonEnd(words, at + 1) : null;
    if (besides !== null) {
      at = besides - 1;
      continue;
    }
    if (comma || span) return null;
    if (QUOTES.has(mark)) continue;
    const word = words.word(at);
    if (word === '' || words.inDate(at) || verbKind(word) || isPurpose(words, at)) return null;
    const presidency = word === 'برئاسه' && words.word(at + 1).startsWith('ال');
    if (functionWords.has(word) && !TAIL_WORDS.has(word) && !presidency) return null;
  }
  return null;
}

/** «قائد القوات الأميركية في العراق الجنرال فلان»: who commands where, and the rank of the name right behind it; «رئيس المركز في وزارة الخارجية فلان»: the body of the body. */
function isStationed({ words, titleFrom, nameFrom }: Neighbours, { role, next }: FoundOffice): boolean {
  const body = words.word(next) === 'في' && words.follows(next + 1) ? organizationAt(words, next + 1, true) : null;
  if (body?.start === words.tokens[next + 1]?.start && body && words.follows(body.to))
    return nameFrom.has(body.to) || titleFrom.has(body.to);
  if (!COMMANDING.has(role.id) || words.word(next) !== 'في' || !words.follows(next + 1)) return false;
  const place = placeAt(words, next + 1);
  return place !== null && titleFrom.get(place.to)?.kind === 'rank' && words.follows(place.to);
}
const COMMANDING = new Set(['commander', 'general-commander']);

/** «- مدير المركز في وزارة الخارجية فلان.»: whether an office begins a line of a list, behind its mark. */
const isOwnLine = (words: Words, { from }: FoundOffice): boolean =>
  words.tokens[from - 1]?.newLine === true && BULLETS.has(words.mark(from - 1));
const BULLETS = new Set(['-', '–', '•', '*', '—', '·']);

const isTime = (words: Words, at: number): boolean => words.inDate(at) || DAYS.test(words.word(at));
const DAYS = /^(?:اليوم|امس|مساء|صباح|ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت))$/;

/** «محل فلان», «حكومة فلان»: a noun without its article right before a name, which it governs. */
const isGoverning = (words: Words, at: number): boolean =>
  commonWord(words.word(at)) !== null &&
  words.readings(at).every(({ definite }) => !definite) &&
  nisba(words.word(at)) === undefined &&
  placeAt(words, at) === null;

/** «ليحل محله», «ليصبح»: what somebody does next. */
const isPurpose = (words: Words, at: number): boolean =>
  /^لي.{2,}/.test(words.word(at)) && givenName(words.word(at)) === null && placeAt(words, at) === null;

/** «والناطق الرسمي باسمها»: an office of the same body that its holder has besides; ends at the comma. */
function spokespersonEnd(words: Words, at: number): number | null {
  if (!/^وال(?:ناطق|متحدث)ه?$/.test(words.word(at))) return null;
  const own = [at + 1, at + 2].find((i) => /^باسم(?:ه|ها|هما|هم)$/.test(words.word(i)));
  return own !== undefined && words.mark(own + 1) === '،' ? own + 1 : null;
}
const QUOTES = new Set(['"', '«', '»', '“', '”']);
const OPINIONS = new Set(['بحسب', 'حسب', 'وفق', 'وحسب', 'وبحسب', 'ووفق']);

/** «وزير النقل: فلان الفلاني»: of a list; a headline goes on with a verb («وزير النقل: فلان الفلاني سيعود»). */
function nameListed({ words, nameFrom, titleFrom }: Neighbours, office: FoundOffice): NameSpan | null {
  if (words.mark(office.next) !== ':') return null;
  const at = titleFrom.get(office.next + 1)?.to ?? office.next + 1;
  const span = nameFrom.get(at);
  if (!span || !isFull(words, span) || words.tokens[at]?.newLine) return null;
  const next = words.follows(span.to) ? words.word(span.to) : '';
  return next !== '' && (verbKind(next) !== undefined || functionWords.has(next) || next.startsWith('و')) ? null : span;
}

const isFull = (words: Words, span: NameSpan): boolean =>
  whole(words, span) && span.confidence >= CANDIDATE && pieces(span.words).length > 1;

/** Offices that speak for another's, or advise another. */
const SPEAKS_FOR = /^(?:spokesperson|adviser|representative)\./;

/** Whether a name can still take an office after a comma: it has none, or only «الرئيس», «المسؤول». */
const free = (held: readonly number[] | undefined, found: readonly FoundOffice[]): boolean =>
  held === undefined || held.every((i) => found[i]?.bare && found[i]?.country === null);

/** Words without particle before the name: «وزير الدفاع وفلان» are two. */
const whole = (words: Words, span: NameSpan) => span.start === words.tokens[span.from]?.start;

/** The name after an office, past titles and one mark. */
function nameAfter(near: Neighbours, office: FoundOffice): { span: NameSpan; crossed: boolean } | null {
  const { words, nameFrom, titleFrom } = near;
  // «وقعه بقصر الحكومة وزير العدل فلان»: a palace bears the name of one who is called «الرئيس», not a minister's.
  const ofBuilding = afterPlaceNoun(words, office.from);
  if (ofBuilding && (office.bare || !words.word(office.from - 1).startsWith('ال'))) return null;
  const { at, crossed, titled } = pastTitles(words, office.next, (i) => titleFrom.get(i) ?? null);
  const span = nameFrom.get(at);
  if (!span || !whole(words, span)) return null;
  // «فلان : رئيس المؤتمر  علان : نائب رئيس»: a list of who is what.
  if (words.mark(office.from - 1) === ':' && words.mark(span.to) === ':' && near.nameTo.has(office.from - 1))
    return null;
  for (let i = office.next; i <= at; i++) {
    if (words.tokens[i]?.newLine) return null;
    // «الرئيس للسيد فلان»
    const title = titleFrom.get(i);
    if (title && i < at && title.start !== words.tokens[i]?.start) return null;
  }
  if (!crossed) return { span, crossed };
  // «والمكلفة بالملف لدى وزير الفلاحة، فلانة، إن …»: who has a post at the minister's.
  if (words.follows(office.from) && words.word(office.from - 1) === 'لدي') return null;
  // «الناطق باسم الكتائب، أبو عبيدة، …»: some are called by nothing else.
  const full = pieces(span.words).length > 1 || (kunyas.has(span.words[0] ?? '') && isEnclosed(near, span));
  const status = office.next > office.to && full && (isEnclosed(near, span) || words.mark(span.to) === '.');
  const sure =
    titled ||
    (full && fillsQuotes(words, span.from, span.to)) ||
    // «المدير الجديد، فلان الفلاني، …»
    status ||
    (!office.bare && (span.code === 'office-beside' || full)) ||
    (office.country !== null && full && (isEnclosed(near, span) || isSubject(words, office, span)));
  return sure ? { span, crossed } : null;
}

/** «وجه الرئيس اللبناني، فلان الفلاني رسالة»: right behind a verb, and the name is followed by neither another nor «و». */
function isSubject(words: Words, office: FoundOffice, span: NameSpan): boolean {
  const verb = words.follows(office.from) && words.readings(office.from - 1).some(({ core }) => verbKind(core));
  const next = words.follows(span.to) ? words.word(span.to) : '';
  return verb && next !== '' && !next.startsWith('و') && verbKind(next) === undefined;
}

/** «الرئيس اللبناني، فلان الفلاني، في …»: between two commas, and no office of its own after the second. */
function isEnclosed({ words, officeFrom }: Neighbours, span: NameSpan): boolean {
  const mark = words.mark(span.to);
  return (mark === '،' || mark === ',') && words.isWord(span.to + 1) && !officeFrom.has(span.to + 1);
}

/** A full name after an office, one mark and one definite adjective at most between. */
function fullNameAfter({ words, nameFrom, titleFrom }: Neighbours, office: FoundOffice): NameSpan | null {
  const { at } = pastTitles(words, office.next, (i) => titleFrom.get(i) ?? null);
  const adjective = words.follows(at) && words.word(at).startsWith('ال') ? at + 1 : at;
  const span = nameFrom.get(at) ?? (words.follows(adjective) ? nameFrom.get(adjective) : undefined);
  return span && whole(words, span) && pieces(span.words).length > 1 && !words.tokens[at]?.newLine ? span : null;
}

const MARKS = new Set(['،', ',', '(', '-', '–']);

/** The name before an office and a comma, bracket or dash: «فلان، وزير الدفاع». */
function nameBeforeMark(near: Neighbours, office: FoundOffice): NameSpan | null {
  const { words, nameTo } = near;
  const at = office.from - 1;
  // «فلان (المدير التنفيذي)»
  const enclosed = words.mark(at) === '(' && words.mark(office.next) === ')' && office.to > office.from + 1;
  if (office.proclitic !== '' || (office.bare && office.country === null && !enclosed)) return null;
  if (!MARKS.has(words.mark(at)) || words.tokens[office.from]?.newLine || words.tokens[at]?.newLine) return null;
  return nameTo.get(at) ?? nameTo.get(beforeBracket(words, at)) ?? null;
}

/** The name that a relative clause or bracket goes on with at token `at`: «فلان (شغل …», «فلان، الذي شغل …». */
function nameBeforeClause({ words, nameTo }: Neighbours, at: number): NameSpan | null {
  if (words.tokens[at]?.newLine) return null;
  const who = words.follows(at) && /^(?:الذي|التي)$/.test(words.word(at - 1)) ? at - 1 : at;
  const mark = words.mark(who - 1);
  if (who === at && mark !== '(') return null;
  return nameTo.get(mark === '،' || mark === ',' || mark === '(' ? who - 1 : who) ?? null;
}

/** «فلان الفلاني «حميدان» نائب رئيس المجلس»: the name before what its bearer is called, one word in quotes or brackets. */
function nicknamed({ words, nameTo }: Neighbours, { from }: FoundOffice): NameSpan | undefined {
  const [open, close] = [words.mark(from - 3), words.mark(from - 1)];
  const enclosed = close !== '' && (CLOSING_QUOTES.get(open) === close || (open === '(' && close === ')'));
  return enclosed && words.isWord(from - 2) ? nameTo.get(from - 3) : undefined;
}

/** Words in brackets after a name: «فلان (44 عاماً)، الرئيس …». */
const BRACKETED = 5;

/** Where a bracket that closes right before `at` opens; -1 where none does. */
function beforeBracket(words: Words, at: number): number {
  if (words.mark(at - 1) !== ')') return -1;
  for (let i = at - 2; i >= at - 2 - BRACKETED; i--) if (words.mark(i) === '(') return i;
  return -1;
}

/**
 * «رئيس مجلس الوزراء وزير الخارجية فلان»: offices right before the one at `i` are the same person's, unless they may be the subject
 * of a verb that has the latter as its object; «نائب رئيس الوزراء ووزير الخارجية فلان» is one person by usage.
 */
function stackBefore(
  near: Neighbours,
  found: readonly FoundOffice[],
  i: number,
  span: NameSpan,
  give: (i: number, span: NameSpan) => void,
): void {
  const { words } = near;
  for (let last = i, first = i - 1; first >= 0 && first > i - MOST_STACKED; last = first--) {
    const [outer, inner] = [found[first] as FoundOffice, found[last] as FoundOffice];
    if (outer.next !== inner.from || !words.follows(inner.from) || !agree(outer, inner)) return;
    // «النائب بالبرلمان ورئيس كتلة الحزب فلان»: a seat that many have names nobody by itself.
    const seat = !outer.bare && MANY.has(outer.role.id) && !MANY.has(inner.role.id);
    // «لتوجيهات خادم الحرمين الشريفين الملك فلان»: the same, said again.
    const again = outer.roleId === inner.roleId && inner.bare && inner.country === null;
    if (
      inner.proclitic === 'و'
        ? !(viceroy(outer, inner) || seat)
        : inner.proclitic !== '' || !(again || subject(near, outer))
    )
      return;
    give(first, span);
  }
}

/** «قال رئيس الحكومة الأسبق ورئيس حزب البدائل، فلان الفلاني», «قال وزير الصحة ووزير المالية بالنيابة فلان …»: one speaker has both. */
function formerBefore(
  words: Words,
  found: readonly FoundOffice[],
  i: number,
  span: NameSpan,
  give: (i: number, span: NameSpan) => void,
): void {
  const [former, office] = [found[i - 1], found[i] as FoundOffice];
  if (former?.next !== office.from || office.proclitic !== 'و') return;
  if (former.former === office.former && !(office.manner === 'acting' && former.manner === null)) return;
  if (pieces(span.words).length < 2 || !words.follows(office.from) || !words.follows(former.from)) return;
  if (words.readings(former.from - 1).some(({ core }) => verbKind(core) === 'speech')) give(i - 1, span);
}

/** «ولي العهد», «ولي ولي العهد»: one at a time, and not called otherwise. */
export const HEIRS = /^(?:deputy-)?crown-prince$/;

/** Offices that many hold at a time. */
export const MANY = new Set(['deputy', 'member', 'senator', 'leading-member']);

/** Offices that one name has in a row. */
const MOST_STACKED = 3;

/** «فلان، ولي العهد رئيس مجلس الوزراء»: what follows the office at `i` without a mark and without a name of its own. */
function stackAfter(
  words: Words,
  found: readonly FoundOffice[],
  i: number,
  span: NameSpan,
  give: (i: number, span: NameSpan) => void,
): void {
  for (let last = i, next = i + 1; next < found.length && next < i + MOST_STACKED; last = next++) {
    const [outer, inner] = [found[last] as FoundOffice, found[next] as FoundOffice];
    if (outer.next !== inner.from || !words.follows(inner.from) || inner.bare || !agree(outer, inner)) return;
    if (inner.proclitic === 'و' ? !viceroy(outer, inner) : inner.proclitic !== '') return;
    give(next, span);
  }
}

/** «فلان، ولي عهد البلاد، نائب القائد الأعلى للقوات المسلحة، قد …»: a second office between commas, where no third follows. */
function enclosedAfter(
  words: Words,
  found: readonly FoundOffice[],
  i: number,
  span: NameSpan,
  give: (i: number, span: NameSpan) => void,
): void {
  const [outer, inner, third] = [found[i] as FoundOffice, found[i + 1], found[i + 2]];
  if (inner?.proclitic !== '' || inner.bare || !agree(outer, inner)) return;
  const comma = (at: number) => words.mark(at) === '،' && words.isWord(at + 1) && !words.tokens[at + 1]?.newLine;
  if (!comma(outer.next) || inner.from !== outer.next + 1 || !comma(inner.next)) return;
  if (third?.from !== inner.next + 1) give(i + 1, span);
}

/** «مساعد وزير الخارجية، السفير فلان الفلاني، …»: the rank of a diplomat before the name, between the commas. */
function calledAmbassador(
  { words }: Neighbours,
  found: readonly FoundOffice[],
  holders: readonly (NameSpan | null)[],
  i: number,
): boolean {
  const [office, title, span] = [found[i] as FoundOffice, found[i + 1], holders[i + 1]];
  if (!span || office.bare || office.proclitic !== '' || title?.roleId !== 'ambassador' || !title.bare) return false;
  if (title.country !== null || title.proclitic !== '' || title.next !== span.from) return false;
  return title.from === office.next + 1 && words.mark(office.next) === '،' && words.mark(span.to) === '،';
}

/** «عاهل البحرين، الملك فلان»: the same office, said again as the title of the name. */
function calledAgain(
  { words }: Neighbours,
  found: readonly FoundOffice[],
  holders: readonly (NameSpan | null)[],
  i: number,
): boolean {
  const [office, title, span] = [found[i] as FoundOffice, found[i + 1], holders[i + 1]];
  if (!span || office.bare || !title?.bare || title.roleId !== office.roleId || title.country !== null) return false;
  const comma = words.mark(office.next) === '،' && title.from === office.next + 1 && title.proclitic === '';
  return comma && title.next === span.from && !words.tokens[title.from]?.newLine;
}

/** «كبير المفاوضين فلان، نائب رئيس مجلس النواب، من …»: another kind of office between commas, where no list goes on. */
function isBesides(
  words: Words,
  found: readonly FoundOffice[],
  i: number,
  span: NameSpan,
  held: readonly number[],
): boolean {
  const [office, next, own] = [found[i] as FoundOffice, found[i + 1], found[held[0] ?? -1]];
  const end = office.next;
  if (held.length !== 1 || own === undefined || own.next > span.from || own.role.id === office.role.id) return false;
  if (words.mark(span.to) !== '،' || office.from !== span.to + 1 || words.mark(end) !== '،') return false;
  if (!words.isWord(end + 1) || words.word(end + 1).startsWith('و') || words.tokens[end + 1]?.newLine) return false;
  return next?.from !== end + 1 && (agree(own, office) || agree(office, own));
}

/** Whether two offices can be one person's: different ones of one state. */
const agree = (a: FoundOffice, b: FoundOffice): boolean =>
  !a.counterpart &&
  !b.counterpart &&
  a.former === b.former &&
  (a.country === null || a.country === b.country || (b.bare && b.country === null)) &&
  (a.roleId !== b.roleId || a.subject !== b.subject || a.country !== b.country || a.bare !== b.bare);

/** «نائب رئيس الوزراء ووزير الخارجية»: the second is a department that the first has besides. */
const viceroy = (outer: FoundOffice, inner: FoundOffice): boolean =>
  outer.roleId === 'deputy.prime-minister' && inner.role.id === 'minister' && outer.country === null;

/** Whether an office and what follows it stand where one person is named: not after a verb that could have subject and object here. */
function subject(near: Neighbours, office: FoundOffice): boolean {
  const { words, titlesBefore } = near;
  if (office.proclitic !== '' && office.proclitic !== 'و') return true;
  // «… ووزير الدولة رئيس الجمهورية فلان»: joined to others, it may be one of several subjects.
  if (office.proclitic === 'و' && words.follows(office.from) && words.isWord(office.from - 1)) return false;
  const at = titlesFrom(titlesBefore, office.from);
  if (at === 0 || !words.follows(at) || !words.isWord(at - 1)) return true;
  const before = words.readings(at - 1);
  if (before.some(({ core }) => takesPerson(core))) return false;
  if (before.some(({ core }) => verbKind(core) || functionWords.has(core))) return true;
  return before.some(({ definite }) => definite) && !objectBefore(words, at - 1);
}

/** Words back in which a verb looks for its object past «اليوم», «الوفد السعودي». */
const VERB_REACH = 3;

/** Whether a verb whose object may be a person stands shortly before token `at`, on the same line and without a mark between. */
function objectBefore(words: Words, at: number): boolean {
  for (let i = at - 1; i >= at - VERB_REACH; i--) {
    if (!words.isWord(i) || !words.follows(i + 1)) return false;
    if (words.readings(i).some(({ core }) => takesPerson(core))) return true;
  }
  return false;
}

/** «التقى فلان رئيس الوزراء»: the name is the subject of a verb that the office is the object of. */
function isObject(near: Neighbours, span: NameSpan): boolean {
  const { words, titlesBefore } = near;
  if (!whole(words, span)) return false;
  const at = titlesFrom(titlesBefore, span.from);
  if (!words.follows(at)) return false;
  const before = words.readings(at - 1);
  // «مع فلان وزير …» is governed by the preposition.
  if (before.some(({ core, proclitic }) => proclitic === '' && functionWords.has(core))) return false;
  let verb = at - 1;
  while (verb > at - VERB_REACH && words.inDate(verb) && words.follows(verb)) verb--;
  return words.readings(verb).some(({ core }) => takesPerson(core));
}

/**
 * «التقى الوزير العراقي الفريق فلان قائد الجيش»: subject and object, where the office says no more than of which state its holder is,
 * and somebody with a rank or honorific and an office of his own behind the name follows. A president is called so with his rank:
 * «استقبل الرئيس اللبناني العماد فلان».
 */
function isSubjectBefore(
  near: Neighbours,
  office: FoundOffice,
  span: NameSpan,
  found: readonly FoundOffice[],
): boolean {
  const { words, titlesBefore, nameFrom, titleFrom } = near;
  if (!office.bare || office.country === null || RANKED.has(office.roleId)) return false;
  if (!titlesBefore.has(span.from) || !verbOfPerson(near, office.from)) return false;
  const own = found.find(({ from }) => from === span.to);
  if (!own || own.bare || own.proclitic !== '' || !words.follows(own.from)) return false;
  return !nameFrom.has(own.next) && !titleFrom.has(own.next);
}

const RANKED = new Set(['president', 'king', 'emir']);

/** Whether a verb whose object may be a person stands right before token `at` and the honorific before that («معالي الوزير»). */
function verbOfPerson({ words }: Neighbours, at: number): boolean {
  const from = words.follows(at) && titlesWithoutArticle.has(words.word(at - 1)) ? at - 1 : at;
  return words.follows(from) && words.readings(from - 1).some(({ core }) => takesPerson(core));
}

/** «التقى فلان رئيس مجلس الوزراء اليوم رئيس وزراء الجارة علانا»: the verb has its object behind the office. */
function objectFollows({ words, nameFrom, titleFrom, officeFrom }: Neighbours, office: FoundOffice): boolean {
  let at = office.next;
  while (at < office.next + VERB_REACH && words.follows(at) && isTime(words, at)) at++;
  if (!words.follows(at) || words.readings(at).some(({ proclitic }) => proclitic === 'و')) return false;
  return officeFrom.has(at) || nameFrom.has(at) || titleFrom.has(at);
}

const MOST_TITLES = 4;

/**
 * «وزيرا الخارجية السعودي والإيراني فلان وعلان»: the names after the last state, in order. Returns the groups whose names do not
 * stand each beside its state.
 */
function pairsOf(
  near: Neighbours,
  found: readonly FoundOffice[],
  give: (i: number, span: NameSpan) => void,
): ReadonlySet<number> {
  const { words, nameFrom, titleFrom } = near;
  const groups = new Set<number>();
  for (let i = 0; i < found.length; i++) {
    const group = found[i]?.group ?? null;
    if (group === null) continue;
    let last = i;
    while (found[last + 1]?.group === group) last++;
    const together = last > i && found.slice(i, last).every((office, k) => office.next === found[i + k + 1]?.from);
    if (together) {
      groups.add(group);
      const names: NameSpan[] = [];
      let at = found[last]?.next ?? 0;
      if (words.mark(at) === '،') at++;
      while (names.length <= last - i) {
        for (let title = titleFrom.get(at); title; title = titleFrom.get(at)) at = title.to;
        const span = nameFrom.get(at);
        if (!span || words.tokens[at]?.newLine) break;
        names.push(span);
        at = span.to;
        if (words.mark(at) === '،' && words.isWord(at + 1)) at++;
      }
      if (names.length === last - i + 1) for (const [k, span] of names.entries()) give(i + k, span);
    }
    i = last;
  }
  return groups;
}

/** Ranks that stand before names. */
function ranks(
  words: Words,
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  titlesBefore: ReadonlyMap<number, FoundTitle>,
): void {
  for (const span of spans) {
    const person = bySpan.get(span)?.entity as PersonDraft;
    let at = span.from;
    for (let guard = 0; guard < MOST_TITLES; guard++) {
      const title = titlesBefore.get(at);
      if (!title) break;
      if (title.kind === 'rank') {
        const rank: RankClaim = {
          start: title.start,
          end: words.tokens[title.to - 1]?.end ?? title.start,
          rank: clean(words.text.slice(title.start, words.tokens[title.to - 1]?.end)),
        };
        if (!person.ranks.some((known) => known.rank === rank.rank)) person.ranks.push(rank);
      }
      at = title.from;
    }
    // «النجم الأرجنتيني فلان», «الوفد الإيراني، اللواء فلان».
    if (words.follows(at)) person.country ??= nisba(words.word(at - 1)) || null;
  }
}
