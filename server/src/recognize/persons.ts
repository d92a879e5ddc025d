/**
 * Where persons are named: evidence from offices, ranks, verbs and given names (first pass), then from what the article has proven
 * (second pass). Precision first: what only looks like a name stays a candidate.
 */
import { nisba, tribeWords } from '../lexicon/geography.ts';
import { roles } from '../lexicon/office-words.ts';
import { companyNouns, teamNouns } from '../lexicon/organizations.ts';
import {
  commonWord,
  functionWords,
  givenName,
  isWoman,
  mostlyName,
  ownNouns,
  prepositions,
} from '../lexicon/person-names.ts';
import { outletEnds } from '../lexicon/press.ts';
import { quoting, verbKind } from '../lexicon/verbs.ts';
import type { Reading } from '../text/proclitics.ts';
import type { Word } from '../text/word.ts';
import { isAppointment } from './appointments.ts';
import { namesOfKin, owners } from './belonging.ts';
import { combine, type NameEvidence, type NameSpan } from './evidence.ts';
import { CANDIDATE } from './facts.ts';
import { IMPERFECT, isImperfect, nameClass, pieces } from './name-words.ts';
import {
  CLAUSE,
  closes,
  ends,
  goesOn,
  isAttribute,
  isManner,
  isOfficeOf,
  nameAt,
  type ReadName,
  sonsOfHajj,
  type Trigger,
} from './names.ts';
import type { FoundOffice } from './offices.ts';
import {
  afterPlaceNoun,
  type Found,
  isBodyNoun,
  isClub,
  isNamedAfter,
  isOfGroup,
  placeAt,
} from './places-and-organizations.ts';
import { repeated } from './repeated-names.ts';
import { type TaggedName, taggedPersons } from './tagged-names.ts';
import { CROSSED, type FoundTitle, fillsQuotes, findTitles, pastTitles } from './titles.ts';
import { CLOSING_QUOTES, MAY, type Words, withoutArticle } from './words.ts';

export interface People {
  readonly spans: readonly NameSpan[];
  readonly titlesBefore: ReadonlyMap<number, FoundTitle>;
}

/** All names of persons in the article, candidates included, in order. */
export function findPersons(
  words: Words,
  offices: readonly FoundOffice[],
  found: readonly Found[],
  tagged: readonly TaggedName[],
): People {
  const titlesBefore = findTitles(words);
  const titleFrom = new Map([...titlesBefore.values()].map((title) => [title.from, title]));
  const covered = new Uint8Array(words.tokens.length + 1);
  for (const span of [...offices, ...found]) covered.fill(1, span.from, span.to);
  const ofPlaces = memorials(words, offices, titleFrom);
  const announced = new Set([...titlesBefore.keys(), ...offices.filter(({ bare }) => bare).map(({ next }) => next)]);
  const witnesses: NameEvidence[] = [
    ...besideOffices(words, offices, titleFrom),
    ...besideTitles(words, titlesBefore),
    ...afterVerbs(words, titleFrom, covered),
    ...givenNames(words, covered),
    ...headlines(words, covered),
    ...beforeAppointments(words),
    ...afterNationalities(words, covered),
    ...listed(words, covered),
    ...leaders(words, titleFrom, covered),
    ...namesOfKin(words, covered),
    ...owners(words, covered),
  ];
  const evidence = witnesses.filter((each) => !ofPlaces[each.from] && !ofPlaces[each.to - 1] && !isOfBody(words, each));
  const firm = curtailed(words, apart(combine(often(evidence))), new Set(offices.map(({ from }) => from)));
  const first = combine([...evidenceOf(firm), ...coordinated(words, firm, covered)]);
  const ruled = combine([...evidenceOf(first), ...repeated(words, first, covered, ofPlaces, announced)]);
  const closed = covered.map((each, i) => each | (ofPlaces[i] as number));
  const introduced = tails(ruled);
  const tagging = taggedPersons(words, tagged, ruled, closed).filter(
    (each) => !areTwo(each.words, introduced) && !isCapital(words, each.to),
  );
  const seen = tagging.filter((each) => !areSubjectAndObject(words, each, [...ruled, ...tagging]));
  const spans = combine([...evidenceOf(ruled), ...seen]);
  // What only the tagger proved in full is found in its parts as well.
  const all = seen.some((each) => pieces(each.words).length > 1)
    ? combine([...evidenceOf(spans), ...repeated(words, spans, covered, ofPlaces, announced)])
    : spans;
  return { spans: withoutBodies(words, completed(words, all)), titlesBefore };
}

/** «كلثوم كنو» where only «كلثوم» has been read and the article has «كلثوم كنو» elsewhere: the same words are the same name. */
function completed(words: Words, spans: readonly NameSpan[]): NameSpan[] {
  const known = new Map<string, (readonly string[])[]>();
  for (const { words: list, confidence } of spans) {
    if (list.length < 2 || confidence < CANDIDATE) continue;
    const longer = known.get(list[0] ?? '');
    if (!longer) known.set(list[0] ?? '', [list]);
    else if (longer.length < MOST) longer.push(list);
  }
  const whole: NameSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last && span.from < last.to) continue;
    let best = span;
    if (span.confidence >= CANDIDATE)
      for (const list of known.get(span.words[0] ?? '') ?? []) {
        const rest = list.slice(span.words.length);
        if (list.length <= best.words.length || !span.words.every((word, i) => word === list[i])) continue;
        const same = (word: string, i: number) => withoutArticle(words.word(span.to + i)) === withoutArticle(word);
        if (!rest.every((word, i) => words.follows(span.to + i) && same(word, i))) continue;
        best = { ...span, to: span.to + rest.length, words: list };
      }
    whole.push(best);
  }
  return whole;
}
/** Names of one article that begin with the same word: more are not looked at. */
const MOST = 12;

/**
 * «بدأ موقع "ويكيليكس" في نشر …», «فريق شمس المصري»: what nobody's full name has, or begins with a noun, and the article uses for a site, a
 * paper, a company or a team is what that is called, also where it speaks; whom it calls by an office or a title is a person.
 */
function withoutBodies(words: Words, spans: readonly NameSpan[]): readonly NameSpan[] {
  const full = new Set(
    spans.flatMap(({ words: list, confidence }) => (list.length > 1 && confidence >= CANDIDATE ? list : [])),
  );
  const key = (span: NameSpan) => span.words.join(' ');
  const titled = new Set(spans.flatMap((span) => (isIntroduction(span) ? [key(span)] : [])));
  const isCalled = (span: NameSpan) => {
    const [first = ''] = span.words;
    const mayBe = span.words.length === 1 ? !full.has(first) : givenName(first) === 'ambiguous' && !mostlyName(first);
    const quoted = CLOSING_QUOTES.has(words.mark(span.from - 1));
    return (
      (mayBe && (isOfGroup(words, span.from) || (quoted && isBodyNoun(words, span.from - 2)))) ||
      (span.words.length > 1 &&
        (quoted || span.words.every((word) => givenName(word) === null)) &&
        isCompany(words, span))
    );
  };
  const bodies = new Set(spans.flatMap((span) => (!titled.has(key(span)) && isCalled(span) ? [key(span)] : [])));
  return bodies.size === 0 ? spans : spans.filter((span) => !bodies.has(key(span)));
}

/** «الشركتان العالميتان للرحلات الجوية "توماس كرماني"», «وكالة الترقيم الدولي فيتش كرماني»: behind a company and what it does. */
function isCompany(words: Words, { from }: NameSpan): boolean {
  let at = CLOSING_QUOTES.has(words.mark(from - 1)) ? from - 2 : from - 1;
  for (const first = at; at > first - ADJECTIVES; at--) {
    if (words.readings(at).some(({ core }) => COMPANY.test(core))) return true;
    if (!/^(?:ال|لل)/.test(words.word(at)) && !COMMAS.has(words.mark(at))) return false;
  }
  return false;
}
const COMPANY = /^(?:ال)?(?:شركه|شركتا|شركتان|شركتين|شركات|وكاله|وكالات)$/;
/** Words between a company and its name. */
const ADJECTIVES = 5;

/**
 * «وشكر عباس ماكرون»: subject and object side by side, each by the family name that the article has introduced beside an office, are
 * two persons; the pair is dropped so that the second pass finds both.
 */
function apart(spans: readonly NameSpan[]): NameSpan[] {
  const families = tails(spans.filter(isIntroduction));
  const introduced = tails(spans);
  const full = new Set(spans.map(({ words }) => words.join(' ')));
  const sons = tails(spans.filter(({ words }) => !isVerbal(words[0] ?? '')));
  return spans.filter((span) => {
    if (isIntroduction(span)) return true;
    if (isVerbWithSon(span.words, sons) || isOwnersNoun(span.words, introduced)) return false;
    const [first, second, ...others] = pieces(span.words);
    if (!first || !second) return true;
    if (isBeforeFullName(span.words, second.start, introduced, full)) return false;
    if (others.length > 0) return true;
    const surnames = [first, second].map((each) => textOf(span.words, each));
    const both =
      surnames.some((each) => families.has(each)) &&
      surnames.every((each) => families.has(each) || (each.startsWith('ال') && introduced.has(each)));
    return !both && !areTwo(span.words, introduced);
  });
}

/** «ذكّر الراوي سالم بن سعود»: the surname of one, and another whom the article names in full elsewhere. */
const isBeforeFullName = (
  words: readonly string[],
  second: number,
  introduced: ReadonlySet<string>,
  full: ReadonlySet<string>,
): boolean =>
  givenName(words[0] ?? '') === null &&
  introduced.has(words.slice(0, second).join(' ')) &&
  givenName(words[second] ?? '') !== null &&
  full.has(words.slice(second).join(' '));

/** «ينتهي عهد الراوي», where the article names a Rawi in full: his reign, and no woman of his name. */
const isOwnersNoun = ([noun = '', family = '', ...more]: readonly string[], introduced: ReadonlySet<string>): boolean =>
  more.length === 0 && ownNouns.has(noun) && introduced.has(family);

/** «لا يمكن أن يلوم بن سعود»: an imperfect before the family name of one whom the article names in full. */
function isVerbWithSon(words: readonly string[], known: ReadonlySet<string>): boolean {
  const [first, second, ...others] = pieces(words);
  if (!first || !second || others.length > 0 || words[second.start] !== 'بن') return false;
  return isVerbal(words[0] ?? '') && known.has(textOf(words, second));
}
const isVerbal = (word: string): boolean => /^س?[يت].{2,}/.test(word) && givenName(word) === null;

const isIntroduction = ({ code }: NameSpan): boolean => code === 'office-beside' || code === 'rank-beside';

/** The last words of full names, which may stand for them: «الراوي», «بن سعود». */
function tails(spans: readonly Pick<NameSpan, 'words'>[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { words } of spans) {
    const last = pieces(words).at(-1);
    if (last && last.start > 0) found.add(textOf(words, last));
  }
  return found;
}

const textOf = (words: readonly string[], { start, end }: { start: number; end: number }): string =>
  words.slice(start, end).join(' ');

/** «التقى بن سعود أردوغان», «أبلغ أردوغان بن سعود»: two whom the article has named in full, one of them by whose son he is. */
function areTwo(words: readonly string[], introduced: ReadonlySet<string>): boolean {
  const [first, second, ...others] = pieces(words);
  if (!first || !second || others.length > 0) return false;
  if (![first, second].some(({ start }) => words[start] === 'بن')) return false;
  const given = words[first.start] !== 'بن' && givenName(words[first.start] ?? '') !== null;
  return !given && [first, second].every((each) => introduced.has(textOf(words, each)));
}

/**
 * «ووصف صالح كاسترو بأنه …»: behind a verb the family names of two whom the article names in full, each otherwise; nobody is called by
 * both of them elsewhere.
 */
function areSubjectAndObject(words: Words, name: NameEvidence, all: readonly NameEvidence[]): boolean {
  const [first = '', second = '', ...others] = name.words;
  if (second === '' || others.length > 0 || !words.follows(name.from)) return false;
  if (!words.readings(name.from - 1).some(({ core }) => verbKind(core) !== undefined)) return false;
  const bearers = (family: string) =>
    all.filter(
      ({ words: list }) => list.length > 1 && list.at(-1) === family && list.join(' ') !== name.words.join(' '),
    );
  return (
    bearers(first).length > 0 &&
    bearers(second).length > 0 &&
    all.filter(({ words: list }) => list.join(' ') === name.words.join(' ')).length === 1
  );
}

/**
 * «قرار فلانة الفلاني تعسفي» where the article has named «فلانة الفلاني» before: a last word that no list knows is none of the name's,
 * unless the longer form comes again.
 */
function curtailed(words: Words, spans: readonly NameSpan[], officeFrom: ReadonlySet<number>): NameSpan[] {
  const times = new Map<string, number>();
  for (const { words } of spans) times.set(words.join(' '), (times.get(words.join(' ')) ?? 0) + 1);
  const before = new Map<string, number>();
  const families = new Set(
    spans.flatMap((span) => [...tails([span])].map((family) => `${words.word(span.from - 1)} ${family}`)),
  );
  return spans.map((span) => {
    if (isFamilyBeforeNoun(words, span, families)) return { ...span, to: span.from + 1, words: span.words.slice(0, 1) };
    const parts = pieces(span.words);
    const last = parts.at(-1);
    const shorter = last ? span.words.slice(0, last.start).join(' ') : '';
    const seen = parts.length > 2 && times.get(span.words.join(' ')) === 1 ? (before.get(shorter) ?? 0) : 0;
    const kind = nameClass(span.words.at(-1) ?? '');
    // «الفريق فلان الفلاني كرماني، رئيس …»: the name has ended there, whatever the title of the article calls its bearer.
    const closed = isIntroduction(span) && (words.mark(span.to) !== '' || officeFrom.has(span.to));
    before.set(span.words.join(' '), (before.get(span.words.join(' ')) ?? 0) + 1);
    if (!last || closed || last.end - last.start > 1 || !(seen > 1 || (seen > 0 && kind === 'unknown'))) return span;
    return { ...span, to: span.to - 1, words: span.words.slice(0, last.start) };
  });
}

/**
 * «ووصف العميد أيوب العدوان بأنه …» behind «العميد سالم أيوب»: the family name of one whom the article has named in full with that rank,
 * and a noun of prose.
 */
function isFamilyBeforeNoun(
  words: Words,
  { from, code, words: [first = '', second = ''] }: NameSpan,
  families: ReadonlySet<string>,
): boolean {
  const noun = second.startsWith('ال') && nameClass(second) === 'none';
  return code === 'rank-beside' && noun && families.has(`${words.word(from - 1)} ${first}`);
}

const evidenceOf = (spans: readonly NameSpan[]): NameEvidence[] =>
  spans.map((span) => ({ ...span, weight: span.confidence }));

const witness = (name: ReadName, code: NameEvidence['code'], weight: number): NameEvidence => ({
  from: name.from,
  to: name.to,
  start: name.start,
  words: name.words,
  code,
  weight,
});

const size = (name: ReadName) => pieces(name.words).length;

/** Names after an office («وزير الدفاع العراقي فلان», also past a comma) and before one («فلان، أمين المجلس …»). */
function besideOffices(
  words: Words,
  offices: readonly FoundOffice[],
  titleFrom: ReadonlyMap<number, FoundTitle>,
): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  const officeAt = new Map(offices.map((office) => [office.from, office]));
  const strays = new Set(offices.flatMap(({ next }) => (isStrayAdjective(words, next) ? [words.word(next)] : [])));
  for (const office of offices) {
    // «مديرة منطقة المغرب العربي»: the place goes on behind what the office has taken.
    const place = office.next === office.to ? placeAt(words, office.to - 1) : null;
    const end = place && place.to > office.to ? place.to : office.next;
    const { at: begin, crossed, titled } = pastTitles(words, end, (i) => titleFrom.get(i) ?? null);
    // «وزير الخارجية السينغالي مانكير ندياي»: the adjective of a state that is written in its own way.
    const stray =
      !crossed &&
      !titled &&
      ((office.country === null && isStrayAdjective(words, begin)) ||
        isAttribute(words, begin) ||
        isClubs(words, begin, words.word(begin + 1)));
    const at = stray ? begin + 1 : begin;
    const beside = nameAt(words, at, 'beside');
    // «مستشار الأمن الوطني قائد الحرس الملكي»: another office, though «قائد» is a given name.
    const another = officeAt.get(at);
    const isOffice = another?.bare === false && beside !== null && another.to >= beside.to;
    const name = beside && !isOffice && !isOther(words, office, beside) ? beside : null;
    const weight = name ? besideWeight(words, name, crossed && !titled, !office.definite && !titled) : 0;
    // «رئيس الاتحاد المنستيري» of a headline, before «رئيس الاتحاد المنستيري سالم الراوي».
    if (name?.words.length === 1 && strays.has(name.words[0] ?? '')) continue;
    if (name && weight > 0 && !crossed && !titled && office.next === at && isAdjective(words, at, name)) {
      // «رئيس الحكومة الفلاني …» may be one; whoever else is named so tells.
      if (!/[ةى]$/.test(written(words, at))) evidence.push(witness(name, 'office-beside', 0.45));
      continue;
    }
    const apart = crossed && office.bare && office.country === null && !titled;
    if (name && weight > 0 && (!apart || (size(name) > 1 && fillsQuotes(words, name.from, name.to))))
      evidence.push(witness(name, 'office-beside', weight));
    if (office.proclitic === '' && !(office.bare && !office.definite)) {
      const before = nameBefore(words, office.from);
      if (before) evidence.push(witness(before, 'office-beside', 0.9));
    }
  }
  return evidence;
}

/** «كندا تطالب فوكس نيوز بسحب …», «ويستقبل سلتا كرماني الاسباني …»: an outlet, a club. */
const isOfBody = (words: Words, evidence: NameEvidence): boolean =>
  isCapital(words, evidence.to) || isOfOutlet(words, evidence);
/** «كوتا كرماني عاصمة ولاية …» */
const isCapital = (words: Words, to: number): boolean => words.follows(to) && words.word(to) === 'عاصمه';
const isOfOutlet = (words: Words, evidence: NameEvidence): boolean =>
  evidence.code !== 'office-beside' &&
  evidence.code !== 'rank-beside' &&
  (outletEnds.has(words.word(evidence.to - 1)) ||
    (evidence.code === 'speech-verb' && isClub(words, withoutOrigin(words, evidence))));
const withoutOrigin = (words: Words, { from, to }: NameEvidence) => ({
  from,
  to: to > from + 2 && words.word(to - 1).startsWith('ال') ? to - 1 : to,
});

/** What stands behind an office where a name does, and is none. */
const isOther = (words: Words, office: FoundOffice, name: ReadName): boolean =>
  isPlace(words, name) || (name.words.length === 1 && isSingleOther(words, office, name));

function isSingleOther(words: Words, office: FoundOffice, { from, to, words: [word = ''], first }: ReadName): boolean {
  if (isAnswer(words, office, from, to)) return true;
  // «أمين عام المنظمة الشغيلة»: the adjective of the body.
  const feminine = (at: number) => words.word(at).startsWith('ال') && words.word(at).endsWith('ه');
  if (office.to === from && feminine(from - 1) && feminine(from)) return true;
  if (first === 'plain') return false;
  // «فلان الفلاني، رئيس الوفد المفاوض، …»: what stands between commas behind a full name has no other in it.
  if (words.mark(office.from - 1) === '،' && words.mark(to) === '،' && nameBefore(words, office.from)) return true;
  // «المنتخب التونسي بنظيره الكامروني»: the other team.
  if ((office.counterpart && office.country === null) || (office.next === from && isClubs(words, from, '')))
    return true;
  // «رئيس مؤسسة سيغما كونساي في …»: the second word of what the company is called.
  if (
    office.next === from &&
    first === 'unknown' &&
    words.follows(from) &&
    nameClass(words.word(from - 1)) === 'unknown' &&
    words.readings(from - 2).some(({ core }) => companyNouns.has(core))
  )
    return true;
  // «مدير شركة سيقما كونساي، حسن الفلاني، …»: how the body is called.
  if (words.mark(to) === '،' && words.follows(from)) {
    const holder = nameAt(words, to + 1, 'beside');
    if (holder && holder.first === 'plain' && size(holder) > 1 && words.mark(holder.to) !== '') return true;
  }
  // «الرئيس العراقي تهاني رئيس الجمهورية»: what he gives him.
  const next = words.follows(to) ? words.word(to) : '';
  // «رسالة رئيس الجمهورية كاملة»: a woman is called «رئيسة» where she is called by her given name alone.
  if (first === 'ambiguous' && isWoman(written(words, from)) && !/[ةه]$/.test(words.word(office.from))) return true;
  if (first === 'ambiguous' && !next.startsWith('ال') && roles.get(next) !== undefined) return true;
  // «عينه رئيس الحكومة كاتب دولة»: what he makes him.
  if (next !== '' && !next.startsWith('ال') && roles.longest(word, words.tokens, from) !== null) return true;
  if (isSaidOfHer(words, from, to)) return true;
  // «وزير التربية يعاين الوضع»: a headline has its verb there.
  const opens = office.from === 0 || words.tokens[office.from]?.newLine === true;
  return opens && /^ي.{3,}$/.test(word) && next.startsWith('ال') && commonWord(next) !== null;
}

/** «أما وزير الدفاع التركي فسخر من …»: «ف» begins what «أما» promises; not «أما وزير الخارجية فيدان فقال …». */
const isAnswer = (words: Words, office: FoundOffice, from: number, to: number): boolean =>
  words.follows(office.from) &&
  /^و?اما$/.test(words.word(office.from - 1)) &&
  words.readings(from).some(({ core, proclitic }) => proclitic === 'ف' && commonWord(core) !== null) &&
  !(words.follows(to) && words.word(to).startsWith('ف'));

/** «خطة الوزيرة تزامنت مع …», «سفيرة كندا منبهرة بأجواء المدينة»: a verb or a participle, and the sentence goes on. */
const isSaidOfHer = (words: Words, at: number, to: number): boolean =>
  words.follows(to) &&
  (/^ت.{3,4}ت$/.test(words.word(at)) ||
    (/^م.{3,}ة$/.test(written(words, at)) && (/^[بل]/.test(words.word(to)) || prepositions.has(words.word(to)))));

/** «مدرب النادي [الصفاقسي]»: where a club is from. */
const isClubs = (words: Words, at: number, next: string): boolean =>
  words.follows(at) &&
  teamNouns.has(words.word(at - 1)) &&
  /^ال.+ي$/.test(words.word(at)) &&
  (next === '' || nameClass(next) === 'unknown' || nameClass(next) === 'plain');

/** «زار الوزير بن قردان»: a town of several words. */
function isPlace(words: Words, { from, to }: ReadName): boolean {
  const place = to > from + 1 ? placeAt(words, from) : null;
  return place?.code === 'lexicon' && place.to === to;
}

/** Whether an unknown word in ـي with its article is followed by two words that are names or known to no list, and so is none itself. */
function isStrayAdjective(words: Words, at: number): boolean {
  const word = words.word(at);
  if (!/^ال.{4,}ي$/.test(word) || givenName(word) !== null || givenName(word.slice(2)) !== null) return false;
  // «رئيس الاتحاد المنستيري أحمد البلي»
  if (
    words.follows(at + 1) &&
    givenName(words.word(at + 1)) === 'plain' &&
    words.follows(at + 2) &&
    nameClass(words.word(at + 2)) === 'family'
  )
    return true;
  return [at + 1, at + 2].every(
    (i) => words.follows(i) && !words.word(i).startsWith('ال') && /^(?:plain|unknown)$/.test(nameClass(words.word(i))),
  );
}

const written = (words: Words, at: number): string => words.text.slice(words.tokens[at]?.start, words.tokens[at]?.end);

/**
 * «مدير الصناعات المعملية», «رئيس بنك المؤسسات الصغرى», «مديرة منطقة المغرب الأوسط بالبنك»: a single word with its article after an
 * office that ends with one is rather its adjective, unless the sentence goes on as after a name; never where the genders differ.
 */
function isAdjective(words: Words, at: number, name: ReadName): boolean {
  if (name.words.length > 1 || !words.word(at).startsWith('ال')) return false;
  if (!words.readings(at - 1).some(({ definite }) => definite)) return false;
  if (/[ةى]$/.test(written(words, at))) return true;
  if (givenName(words.word(at)) === 'plain') return false;
  if (/ي$/.test(words.word(at)) && /[ةى]$/.test(written(words, at - 1)))
    return !goesOn(words, name.to) && !words.word(name.to).startsWith('و');
  return !goesOn(words, name.to);
}

/** How sure a name beside an office or title is. `crossed`: a comma between; `vague`: the office is indefinite. */
function besideWeight(words: Words, name: ReadName, crossed: boolean, vague: boolean): number {
  const parts = size(name);
  if (crossed) {
    if (name.first === 'plain') return parts > 1 ? 0.9 : 0;
    if (parts < 2) return 0;
    if (name.first === 'ambiguous' && name.plain + name.unknown === 0) return 0;
    if (ends(words, name.to)) return 0.75;
    // «وزيرة الصحة، فلانة الفلانية عن …»: a family name, and the sentence goes on.
    return !vague && nameClass(name.words.at(-1) ?? '') === 'family' && closes(words, name.to) ? 0.6 : 0.4;
  }
  if (name.first === 'plain') return parts > 1 ? 0.97 : 0.85;
  // «الوزير المكلف بالإسكان وتحيّن …»
  if (name.first === 'unknown' && parts === 1 && /^و.{4,}/.test(name.words[0] ?? '')) return 0.3;
  // «والي الجهة وثلة من …», «كأس الملك وولي العهد»: another noun.
  if (name.first === 'unknown' && parts === 1 && isJoinedNoun(name.words[0] ?? '')) return 0.2;
  // «يقلد نظيره الأميركي قلادة النيل», «يلتقي رئيس الوفد بمفاوضين من …»: what he gives him, whom he meets.
  if (name.first === 'unknown' && parts === 1 && isThing(words, name.from)) return 0.2;
  // «عمدة المدينة لمكاسبك الخاصة»: a particle, a noun and a pronoun.
  if (name.first === 'unknown' && parts === 1 && hasPronoun(words, name.from)) return 0.2;
  // «رئيس الحكومة وعد بإرجاعهم»
  if (name.first === 'ambiguous' && parts === 1 && verbKind(name.words[0] ?? '') && !ends(words, name.to)) return 0.3;
  if (name.first === 'ambiguous') return parts > 1 && name.plain + name.unknown > 0 ? 0.93 : vague ? 0.3 : 0.65;
  if (vague) return parts > 1 ? 0.7 : 0.35;
  return parts > 1 ? 0.9 : 0.82;
}

/** A word in ة or a verbal noun («تشبث المرأة») before a definite one, which it governs; a particle with people in the plural. */
const isThing = (words: Words, at: number): boolean =>
  (/ة$|^ت[^اوي]{3}$/.test(written(words, at)) &&
    words.follows(at + 1) &&
    (isDefiniteNoun(words.word(at + 1)) || isConstructNoun(words, at + 1) || isStateOf(words, at))) ||
  /^(?:[بلك]م.{3,}(?:ين|ون)|لم.{3,}ي)$/.test(words.word(at));
/** «نائب وزير الخارجية لفيديرالية روسيا»: a particle, and what a state is. */
const isStateOf = (words: Words, at: number): boolean =>
  words.word(at).startsWith('ل') && placeAt(words, at + 1)?.code === 'lexicon';
/** «للوزير قلادة اتحاد الفنانين»: a noun of prose that governs a definite one. */
const isConstructNoun = (words: Words, at: number): boolean =>
  commonWord(words.word(at)) === 'frequent' &&
  verbKind(words.word(at)) === undefined &&
  !functionWords.has(words.word(at)) &&
  roles.get(words.word(at)) === undefined &&
  words.follows(at + 1) &&
  isDefiniteNoun(words.word(at + 1));
const isDefiniteNoun = (word: string): boolean => word.startsWith('ال') && roles.get(word) === undefined;

/** «وثلة», «وولي»: «و» with a word of prose or an office. */
const isJoinedNoun = (word: string): boolean =>
  /^و.{3,}/.test(word) && (commonWord(word.slice(1)) !== null || roles.begins(word.slice(1)));

/** «لمكاسبك», «بتصريحاتهم»: a particle before a common noun with a pronoun behind it. */
const hasPronoun = (words: Words, at: number): boolean =>
  words.readings(at).some(({ core, proclitic }) => {
    const [, noun] = /^(.{3,}?)(?:ك|كم|ه|ها|هم|هما|نا)$/.exec(core) ?? [];
    return /[بلك]$/.test(proclitic) && noun !== undefined && commonWord(noun) !== null;
  });

/** A full name that ends right before token `at` or before a comma or bracket there. */
function nameBefore(words: Words, at: number, trigger: Trigger = 'none'): ReadName | null {
  const mark = words.mark(at - 1);
  const crossed = CROSSED.has(mark) && mark !== '"' && mark !== '«' && mark !== '“';
  const end = crossed ? at - 1 : at;
  for (let from = Math.max(0, end - 6); from < end - 1; from++) {
    if (!words.isWord(from)) continue;
    let broken = false;
    for (let i = from + 1; i < end; i++) broken ||= !words.follows(i);
    if (broken) continue;
    const name = nameAt(words, from, crossed ? 'beside' : trigger, true);
    if (!name || name.to !== end || size(name) < 2) continue;
    if (name.first === 'unknown' && (name.plain > 0 || !startsHere(words, from))) continue;
    // «…، ناقلة تحيات رئيسة المجلس»: a participle in the feminine.
    if (name.first === 'unknown' && written(words, from).endsWith('ة') && commonWord(name.words[0] ?? '')) continue;
    if (name.first === 'ambiguous' && name.plain + name.unknown === 0) continue;
    return name;
  }
  return null;
}

/** Whether a name of unknown words can begin at `at`: after a pause, a verb or a preposition. */
function startsHere(words: Words, at: number): boolean {
  if (at === 0 || ends(words, at) || words.tokens[at]?.newLine || words.mark(at - 1) !== '') return true;
  return words
    .readings(at - 1)
    .some((reading) => verbKind(reading.core) !== undefined || prepositions.has(reading.core));
}

/** Names after ranks and honorifics: «اللواء فلان», «السيد فلان», «د. فلان». */
function besideTitles(words: Words, titlesBefore: ReadonlyMap<number, FoundTitle>): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (const title of titlesBefore.values()) {
    const quoted = quotedName(words, title.to);
    if (quoted) evidence.push(witness(quoted, 'rank-beside', size(quoted) > 1 ? 0.85 : 0.7));
    const attribute = isAttribute(words, title.to) || isStrayAdjective(words, title.to);
    const name = nameAt(words, attribute ? title.to + 1 : title.to, 'beside');
    if (!name || (title.kind === 'honorific' && afterPlaceNoun(words, title.from))) continue;
    // «دولة كاملة السيادة»: the state, and what it is.
    if (words.word(title.to - 1) === 'دوله' && name.first === 'ambiguous') continue;
    // «العلامة الكيلومترية», «تمسك الطفلة الأرجيلة كالكبار»: an adjective, what she holds.
    if (name.first === 'unknown' && /^ال.*ة$/.test(written(words, name.from))) continue;
    const parts = size(name);
    if (parts === 1 && name.first === 'unknown' && isSaidOfHer(words, name.from, name.to)) continue;
    let weight = besideWeight(words, name, false, false);
    // «الفريق مالك عقار رئيس الحركة»: the rank rather than the team, where an office follows the pair.
    const officer = title.kind === 'rank' && parts === 2 && isOfficeOf(words, name.to);
    if (title.weak && parts > 1)
      weight = name.first === 'plain' || name.unknown > 0 ? Math.min(weight, 0.8) : officer ? 0.65 : 0;
    else if (title.weak) weight = title.kind === 'honorific' && isGivenAlone(words, name) ? 0.6 : 0;
    else if (parts === 1 && name.first === 'unknown' && title.kind === 'honorific')
      // «والقاضية بجبر الضرر»
      weight = /^[بل]/.test(name.words[0] ?? '') && words.word(name.to).startsWith('ال') ? 0.3 : 0.75;
    if (weight > 0) evidence.push(witness(name, 'rank-beside', weight));
  }
  return evidence;
}

/** «الطفلة مريم»: a given name that is no other word, and nothing that may go on with it («اللاعب المنصف وادة»). */
function isGivenAlone(words: Words, { first, to }: ReadName): boolean {
  const next = words.follows(to) ? words.word(to) : '';
  return first === 'plain' && closes(words, to) && !(next.startsWith('و') && commonWord(next.slice(1)) === null);
}

/** «المواطن "هشام"», «الفنان "سالم الراوي"»: a given name, or a full name that begins with one, and nothing else in quotes. */
function quotedName(words: Words, at: number): ReadName | null {
  const close = CLOSING_QUOTES.get(words.mark(at));
  const name = close === undefined ? null : nameAt(words, at + 1, 'beside');
  return name && name.first === 'plain' && words.mark(name.to) === close ? name : null;
}
/** Whether a word is a verb of saying, meeting or acting, alone or behind «و» and «ف». */
export const isSubjectVerb = ({ forms }: Word): boolean => forms.some(isVerbForm);
const isVerbForm = ({ core, proclitic }: Pick<Reading, 'core' | 'proclitic'>): boolean =>
  (proclitic === '' || proclitic === 'و' || proclitic === 'ف') && verbKind(core) !== undefined;

/** Names after a verb of saying, meeting or acting. */
function afterVerbs(words: Words, titleFrom: ReadonlyMap<number, FoundTitle>, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.verb); at < words.tokens.length; at = words.next(MAY.verb, at + 1)) {
    if (!words.isWord(at)) continue;
    const reading = words.readings(at).find(isVerbForm);
    if (!reading) continue;
    let from = at + 1;
    while (from < at + 4 && words.follows(from) && words.inDate(from)) from++;
    if (!words.follows(from) || titleFrom.has(from) || covered[from]) continue;
    const name = nameAt(words, from, 'verb');
    if (!name || name.start !== words.tokens[from]?.start) continue;
    const kind = verbKind(reading.core) ?? 'acting';
    const weight =
      isNoSubject(reading.core, name) || isConstruct(words, name)
        ? 0.2
        : Math.max(verbWeight(name, kind), saysThat(words, reading.core, kind, name) ? 0.6 : 0);
    if (weight > 0) evidence.push(witness(name, 'speech-verb', weight));
  }
  return evidence;
}

/** «وقال فلان إن …», «وأشار فلان إلى أن …», «فلان: "…»: who says a clause is a person; in the masculine hardly ever an agency. */
function saysThat(words: Words, verb: string, kind: 'speech' | 'meeting' | 'acting', name: ReadName): boolean {
  if (kind !== 'speech' || /^[ست]|ت$/.test(verb) || name.first === 'ambiguous') return false;
  const [word = ''] = name.words;
  // «قال خبراء إن …», «وأثنى متابعو …»: an indefinite plural; «عبر سكايب»: no verb.
  if (word.startsWith('ال') || /(?:ه|اء|و|ون|ات)$/.test(word) || PREPOSITIONAL.has(verb)) return false;
  let at = name.to;
  if (words.follows(at) && words.word(at) === 'الي') at++;
  const mark = words.mark(name.to);
  return (words.follows(at) && CLAUSE.has(words.word(at))) || mark === ':' || (QUOTING.has(mark) && quoting.has(verb));
}
const PREPOSITIONAL = new Set(['عبر', 'هاتف', 'وجه']);
const QUOTING = new Set([':', '"', '«', '“']);

/** «عبر معبري ملولة», «من أجل تعميق …»: rather a preposition than the verb; «يقول خبراء أمنيون», «وتمكن المتسلل»: nobody's name. */
function isNoSubject(verb: string, { first, words: list }: ReadName): boolean {
  const [word = ''] = list;
  return (
    (first !== 'plain' && (PREPOSITIONAL.has(verb) || verb === 'اجل' || verb === 'قبل')) ||
    (first === 'unknown' && (/(?:اء|ون|ين)$/.test(word) ? list.length > 1 : /^الم(?:ت|ست).{3,}[^ي]$/.test(word)))
  );
}

/** «قرر حافظ الأمن الدخول …», «زار كامل المدينة»: a noun that is a given name too, before the noun that it governs. */
const isConstruct = (words: Words, { first, to, words: list }: ReadName): boolean =>
  first === 'ambiguous' &&
  list.length === 1 &&
  words.follows(to) &&
  !words.inDate(to) &&
  words.word(to).startsWith('ال') &&
  commonWord(words.word(to)) === 'frequent' &&
  roles.get(withoutArticle(words.word(to))) === undefined;

function verbWeight(name: ReadName, kind: 'speech' | 'meeting' | 'acting'): number {
  const parts = size(name);
  if (name.first === 'plain') return parts > 1 ? 0.85 : kind === 'speech' ? 0.6 : 0.4;
  if (name.first === 'ambiguous') return parts > 1 && name.plain + name.unknown > 0 ? 0.6 : 0.3;
  if (parts > 1) return name.plain > 0 ? 0.65 : kind === 'acting' ? 0.45 : 0.55;
  return kind === 'acting' ? 0.3 : 0.42;
}

/** Anywhere: a given name with a further name after it. */
function givenNames(words: Words, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = 0; at < words.tokens.length; at++) {
    if (!words.may(at, MAY.name) && !words.may(at + 1, MAY.son)) continue;
    if (!words.isWord(at) || covered[at] || words.inDate(at)) continue;
    const name = nameAt(words, at, 'none');
    if (!name || size(name) < 2 || afterPlaceNoun(words, at) || isOfGroup(words, at) || isManner(words, at)) continue;
    // «على ملك سالم الراوي»: a noun before a full name.
    if (
      name.first === 'ambiguous' &&
      words.follows(at) &&
      size(name) > 2 &&
      !mostlyName(name.words[0] ?? '') &&
      givenName(name.words[1] ?? '') === 'plain' &&
      // «بشرى بالحاج حميدة»
      !sonsOfHajj.has(name.words[1] ?? '')
    )
      continue;
    if (name.first === 'plain')
      evidence.push(witness(name, 'given-name', Math.min(0.68 + 0.04 * (name.plain + name.unknown), 0.85)));
    else if (name.plain + name.unknown > 1) evidence.push(witness(name, 'given-name', 0.55));
    else if (name.plain + name.unknown > 0)
      evidence.push(
        witness(
          name,
          'given-name',
          mostlyName(name.words[0] ?? '') || name.words[1] === 'بن' || standsAsSubject(words, name) ? 0.62 : 0.4,
        ),
      );
    at = name.to - 1;
  }
  return evidence;
}

/**
 * «… ألفة الفرجاني أن …», «…، حبيبة الفرجاني، …»: a family name with its article after a given name that is a noun too, where only a person
 * stands; not «في جبل الفرجاني».
 */
function standsAsSubject(words: Words, { from, to, words: list }: ReadName): boolean {
  const last = list.at(-1) ?? '';
  if (nameClass(last) !== 'family' || nisba(last) !== undefined) return false;
  // «ورد الفرجاني بأن …»: the verb.
  if (words.follows(to) && CLAUSE.has(words.word(to)))
    return words.readings(from).every(({ core }) => verbKind(core) === undefined);
  if (words.tokens[from]?.newLine) return false;
  // «جمباز : وسام الفرجاني يتوج …»
  if (words.mark(from - 1) === ':')
    return words.follows(to) && (verbKind(words.word(to)) !== undefined || isImperfect(words.word(to)));
  return COMMAS.has(words.mark(from - 1)) && COMMAS.has(words.mark(to));
}
const COMMAS = new Set(['،', ',']);

/** «… فلان وزيراً للدفاع», «تعيين فلان واليا على …»: a full name before an office noun in the accusative. */
function beforeAppointments(words: Words): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.appointment); at < words.tokens.length; at = words.next(MAY.appointment, at + 1)) {
    if (!words.follows(at) || !isAppointment(words.word(at))) continue;
    const name = nameBefore(words, at, 'beside');
    if (name) evidence.push(witness(name, 'office-beside', 0.85));
  }
  return evidence;
}

/** «فلان: …» and «فلان يلتقي …» at the start of a line. */
function headlines(words: Words, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (const at of words.lines) {
    if (!words.isWord(at) || covered[at]) continue;
    const name = nameAt(words, at, 'verb');
    if (!name || name.start !== words.tokens[at]?.start) continue;
    const colon = words.mark(name.to) === ':';
    const verb =
      words.follows(name.to) &&
      words.readings(name.to).some((reading) => reading.proclitic === '' && verbKind(reading.core));
    if (!colon && !verb) continue;
    const parts = size(name);
    // «سامسونغ تسحب هواتفها»: rather a company.
    if (!colon && parts === 1 && name.first === 'unknown' && /^س?ت/.test(words.word(name.to))) continue;
    evidence.push(
      witness(
        name,
        'speech-verb',
        name.first === 'plain' ? (parts > 1 ? 0.85 : 0.45) : parts > 1 && name.unknown > 0 ? 0.5 : 0.4,
      ),
    );
  }
  return evidence;
}

/** Whether a word is the adjective of a nationality with its article. */
export const isNationality = ({ forms }: Word): boolean => {
  const adjective = forms.find(isOrigin);
  return adjective !== undefined && Boolean(nisba(adjective.core));
};
const isOrigin = ({ core }: Pick<Reading, 'core'>): boolean => core.startsWith('ال') && /(?:ي|يه)$/.test(core);

/** «الإسباني فلان»: a nationality before a full name of which something is surely a name. */
function afterNationalities(words: Words, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.nationality); at + 1 < words.tokens.length; at = words.next(MAY.nationality, at + 1)) {
    if (!words.isWord(at)) continue;
    if (!words.follows(at + 1) || covered[at + 1]) continue;
    const adjective = words.readings(at).find(isOrigin);
    if (!adjective || !nisba(adjective.core)) continue;
    const name = nameAt(words, at + 1, 'verb');
    if (!name || name.start !== words.tokens[at + 1]?.start || size(name) < 2) continue;
    if (name.words[0]?.startsWith('ال') || words.readings(at + 1).length > 1) continue;
    if (IMPERFECT.test(name.words[0] ?? '') && name.first === 'unknown') continue;
    if (name.first === 'ambiguous' ? name.plain + name.unknown === 0 : name.plain === 0 && name.unknown < 2) continue;
    evidence.push(witness(name, 'given-name', name.first === 'plain' ? 0.75 : 0.55));
  }
  return evidence;
}

/** Whether a word can open a list of persons. */
export const opensList = ({ norm, forms }: Word): boolean => norm === 'من' || forms.some(isListForm);
const isListForm = ({ core, definite }: Pick<Reading, 'core' | 'definite'>): boolean =>
  OPENS_LIST.has(core) || (definite && isMany(core));

/** «بينهم فلان وفلان», «هما فلان وفلان», «كل من فلان وفلان»: full names after a word that opens a list of persons. */
function listed(words: Words, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.list); at < words.tokens.length; at = words.next(MAY.list, at + 1)) {
    const each = words.word(at) === 'من' && words.readings(at - 1).some(({ core }) => core === 'كل');
    if (!each && !words.readings(at).some(isListForm)) continue;
    const from = words.mark(at + 1) === ':' ? at + 2 : at + 1;
    if (!words.isWord(from) || words.tokens[from]?.newLine || covered[from]) continue;
    const name = nameAt(words, from, 'verb');
    if (!name || name.start !== words.tokens[from]?.start || size(name) < 2) continue;
    if (name.plain === 0 && name.unknown === 0) continue;
    if (name.first === 'unknown' && ((name.plain === 0 && name.unknown < 2) || IMPERFECT.test(name.words[0] ?? '')))
      continue;
    evidence.push(witness(name, 'given-name', name.first === 'plain' ? 0.8 : 0.55));
  }
  return evidence;
}
/** «الرئيسان», «الوزيرين», «النواب»: an office noun of several holders. */
const isMany = (core: string): boolean => {
  const role = roles.get(core);
  return role !== undefined && role.number !== 'one';
};
const OPENS_LIST = new Set(['بينهم', 'منهم', 'هما', 'هم', 'وهما', 'وهم', 'ضمنهم', 'بينهما']);

/**
 * Full names joined by «و» to a name that is proven, before or after it; each in turn proves the next. A comma joins too once the
 * list has «و» at its end, so only names with a sure word are taken past one.
 */
function coordinated(words: Words, proven: readonly NameSpan[], covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  const taken = new Uint8Array(words.tokens.length + 1);
  for (const span of proven) if (span.confidence >= CANDIDATE) taken.fill(1, span.from, span.to);
  for (const span of proven) {
    if (span.confidence < CANDIDATE || pieces(span.words).length < 2) continue;
    for (let at = span.to; ; ) {
      const comma = words.mark(at) === '،' || words.mark(at) === ',';
      const from = comma ? at + 1 : at;
      if (!words.isWord(from) || words.tokens[from]?.newLine || taken[from] || covered[from]) break;
      const name = fullName(words, from);
      if (!name || taken[name.to - 1]) break;
      const joined = name.start > (words.tokens[from]?.start ?? 0) && words.word(from).startsWith('و');
      if (joined ? name.plain + name.unknown === 0 : !comma || name.first !== 'plain' || !ends(words, name.to)) break;
      const definite = name.words[0]?.startsWith('ال') === true && name.plain > 0;
      if (
        name.first === 'unknown' &&
        ((name.unknown < 2 && !definite) || size(name) > 3 || IMPERFECT.test(name.words[0] ?? ''))
      )
        break;
      evidence.push(witness(name, 'given-name', 0.65));
      taken.fill(1, name.from, name.to);
      at = name.to;
    }
    // «فلان وفلان» where only the second is proven.
    const begin = words.tokens[span.from]?.start ?? 0;
    if (span.start === begin || !words.word(span.from).startsWith('و') || taken[span.from - 1]) continue;
    const before = nameBefore(words, span.from, 'verb');
    if (before && !taken[before.from] && !covered[before.from] && before.plain + before.unknown > 0)
      evidence.push(witness(before, 'given-name', 0.6));
  }
  return evidence;
}

/** The name of two or more parts at `at` in a list of names: its family name may be a common word where the name ends with it. */
function fullName(words: Words, at: number): ReadName | null {
  const name = nameAt(words, at, 'verb');
  if (!name || size(name) > 1) return name;
  if (name.first !== 'plain') return null;
  const longer = nameAt(words, at, 'beside', true);
  return longer && size(longer) > 1 && closes(words, longer.to) ? longer : null;
}

/** Whether a word says that who is named behind it leads. */
export const saysWhoLeads = ({ norm, forms }: Word): boolean => LEADS.test(norm) || forms.some(isLeadership);
const isLeadership = ({ core, proclitic }: Pick<Reading, 'core' | 'proclitic'>): boolean =>
  proclitic === 'ب' && LEADERSHIP.has(core);

/**
 * «برئاسة فلان», «بقيادة فلان», «التي يقودها فلان»: who leads. Nobody else stands there but a body («برئاسة العراق») or an office
 * («برئاسة وزير …»), which are read before.
 */
function leaders(words: Words, titleFrom: ReadonlyMap<number, FoundTitle>, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.leader); at + 1 < words.tokens.length; at = words.next(MAY.leader, at + 1)) {
    const led = LEADS.test(words.word(at)) || words.readings(at).some(isLeadership);
    const from = at + 1;
    if (!led || !words.follows(from) || covered[from] || titleFrom.has(from)) continue;
    const name = nameAt(words, from, 'verb');
    if (!name || name.start !== words.tokens[from]?.start || IMPERFECT.test(name.words[0] ?? '')) continue;
    if (size(name) > 1) {
      if (name.first === 'ambiguous' && name.plain + name.unknown === 0) continue;
      evidence.push(witness(name, 'office-beside', name.plain > 0 ? 0.85 : 0.6));
    } else if (name.first === 'plain' || (name.first === 'unknown' && isBareSurname(name.words[0] ?? '')))
      evidence.push(witness(name, 'office-beside', ends(words, name.to) || closes(words, name.to) ? 0.55 : 0.4));
  }
  return evidence;
}
/** Not «يقودها انتحاريون», «برئاسة مشتركة». */
const isBareSurname = (word: string): boolean => nameClass(word) === 'unknown' && !/(?:ون|ين|ات|اء|ه)$/.test(word);
const LEADERSHIP = new Set(['رئاسه', 'قياده', 'زعامه', 'امره', 'اشراف']);
const LEADS = /^(?:[يت]قود|[يت]راس|[يت]تراس|[يت]تزعم|[يت]دير)(?:ه|ها|هم|هما)$/;

/**
 * Tokens of names that places bear: «مطار الرئيس فلان الدولي», «شارع الملك فلان», with the titles before them.
 */
function memorials(words: Words, offices: readonly FoundOffice[], titles: ReadonlyMap<number, FoundTitle>): Uint8Array {
  const tokens = new Uint8Array(words.tokens.length + 1);
  const officeFrom = new Map(offices.filter(({ bare }) => bare).map((office) => [office.from, office.next]));
  const see = (at: number) => {
    if (!words.isWord(at)) return;
    const ship = shipAt(words, at);
    if (ship) tokens.fill(1, ship.from, ship.to);
    // «بني خلاد»: a town or tribe; not «حمادي ولد سيدي المختار».
    const tribe = tribeWords.has(words.word(at - 1)) && words.follows(at) && words.word(at - 2) !== 'ولد';
    if (tribe) tokens[at] = 1;
    if (tribe || !afterPlaceNoun(words, at)) return;
    let to = at;
    for (let guard = 0; guard < 4; guard++) to = titles.get(to)?.to ?? officeFrom.get(to) ?? to;
    // «مستشفى فرحات حشاد»: without a title, a full name.
    const name = nameAt(words, to, to === at ? 'none' : 'beside');
    // A particle joins another clause: «من سجن المدينة لفلان».
    if (name && name.start === words.tokens[to]?.start && (to > at || size(name) > 1))
      tokens.fill(1, name.from, name.to);
  };
  // «قاعة (سالم الراوي)», «الفرقاطة "الأمير سالم"»
  const seeQuoted = (at: number) => {
    // «الغواصة النووية "الأمير سالم"»
    const open = words.mark(at + 1) === '' ? at + 2 : at + 1;
    const close = words.mark(open) === '(' ? ')' : CLOSING_QUOTES.get(words.mark(open));
    if (close === undefined || !isNamedAfter(words, at) || (open > at + 1 && !words.follows(at + 1))) return;
    // «اللواء "سالم الراوي"» is the rank, «لواء "سالم الراوي"» the brigade.
    if (titles.get(at)?.to === open) return;
    for (let to = open + 2; to < open + 1 + LONGEST_NAME; to++)
      if (words.mark(to) === close) tokens.fill(1, open + 1, to);
  };
  // «مطار المنستير سالم الراوي الدولي»: the town between; without «الدولي» who is named there may be the one who arrives.
  const seeInTown = (at: number) => {
    const town = words.follows(at) ? placeAt(words, at) : null;
    const name = town?.from === at && words.follows(town.to) ? nameAt(words, town.to, 'none') : null;
    if (!name || name.start !== words.tokens[name.from]?.start) return;
    const last = words.word(name.to - 1) === 'الدولي' ? name.to : name.to + 1;
    if (words.word(last - 1) === 'الدولي' && words.follows(last - 1)) tokens.fill(1, name.from, last);
  };
  // «مطار رواسي شارل كرماني»: in construct with a town that no list knows, and the town with whom it is called after.
  const seeOfUnknown = (at: number) => {
    if (!words.readings(at).some(({ core }) => core === 'مطار') || !words.follows(at + 1) || !words.follows(at + 2))
      return;
    const town = words.word(at + 1);
    if (nameClass(town) !== 'unknown' || words.readings(at + 1).length > 1) return;
    const name = nameAt(words, at + 2, 'none');
    if (name && size(name) > 1 && name.start === words.tokens[at + 2]?.start) tokens.fill(1, name.from, name.to);
  };
  const before = MAY.placeNoun | MAY.ship | MAY.tribe;
  for (let at = words.next(before); at < words.tokens.length; at = words.next(before, at + 1)) {
    see(at + 1);
    seeQuoted(at);
    // «المستشفى الجامعي فلان»: the adjective between.
    if (words.may(at, MAY.placeNoun)) {
      see(at + 2);
      seeInTown(at + 1);
      seeOfUnknown(at);
    }
  }
  return tokens;
}

/** Words of a name in quotes. */
const LONGEST_NAME = 6;

/** Whether the name of a ship, or of what sails with it, can stand behind the word. */
export const endsShip = ({ norm, forms }: Word): boolean => norm === PLANES || forms.some(({ core }) => core === GROUP);
const PLANES = 'الطائرات';
const GROUP = 'مجموعه';
/** Whether a town or tribe is named behind the word. */
export const beginsTribe = (word: string): boolean => tribeWords.has(word);

/** «حاملة الطائرات كارل فنسنت», «مجموعة كارل فنسنت الهجومية»: the name that a ship or what sails with it bears. */
function shipAt(words: Words, at: number): ReadName | null {
  if (!words.follows(at)) return null;
  const carrier = words.word(at - 1) === PLANES && words.readings(at - 2).some(({ core }) => CARRIERS.has(core));
  const group = words.readings(at - 1).some(({ core }) => core === GROUP);
  const name = carrier || group ? nameAt(words, at, 'none') : null;
  return name && (carrier || SAILING.has(words.word(name.to))) ? name : null;
}
const CARRIERS = new Set(['حامله', 'حاملات']);
const SAILING = new Set(['الهجوميه', 'القتاليه', 'البحريه', 'الضاربه']);

/** A bare unknown word that is again and again the subject of verbs is a name. */
function often(evidence: readonly NameEvidence[]): NameEvidence[] {
  const times = new Map<string, number>();
  const key = (e: NameEvidence) => e.words.join(' ');
  const isBare = (e: NameEvidence) =>
    e.code === 'speech-verb' && e.weight >= 0.3 && givenName(e.words[0] ?? '') !== 'ambiguous';
  for (const e of evidence) if (isBare(e)) times.set(key(e), (times.get(key(e)) ?? 0) + 1);
  return evidence.map((e) =>
    isBare(e) && e.weight < CANDIDATE && (times.get(key(e)) ?? 0) > (e.weight >= 0.4 ? 1 : 2)
      ? { ...e, weight: 0.6 }
      : e,
  );
}
