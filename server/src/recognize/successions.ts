/**
 * Who held an office before: «خلفا لفلان», «الذي خلف فلانا», «ليحل محل فلان», «سلفه فلان», «بدلا من فلان». The one named is a former
 * holder of the office that the sentence gives to the successor. Where it may be another office, or is yet to come, nothing is said.
 */

import { portfolios, roles } from '../lexicon/office-words.ts';
import { appointers, appointing, betweenHolders, tellingSuccession } from '../lexicon/succession.ts';
import { clean } from '../text/fold.ts';
import type { Word } from '../text/word.ts';
import { isAppointment, isUnreal } from './appointments.ts';
import type { OfficeMention, Registry } from './claims.ts';
import type { ClaimDraft, MentionDraft, OfficeDraft, PersonDraft } from './drafts.ts';
import type { NameSpan } from './evidence.ts';
import { CANDIDATE } from './facts.ts';
import { sentenceStart } from './sentence-start.ts';
import type { FoundTitle } from './titles.ts';
import { MAY, type Words } from './words.ts';

/** Whether a word can tell of a succession. */
export const tellsSuccession = ({ forms }: Word): boolean => forms.some(({ core }) => tellingSuccession.has(core));

interface Reading {
  readonly words: Words;
  readonly bySpan: ReadonlyMap<NameSpan, MentionDraft>;
  readonly nameFrom: ReadonlyMap<number, NameSpan>;
  readonly titleFrom: ReadonlyMap<number, FoundTitle>;
  /** Offices by their first token. */
  readonly officeFrom: ReadonlyMap<number, OfficeMention>;
  /** Of each token 1 where a name covers it. */
  readonly named: Uint8Array;
}

/** What a marker says: the words from `from` on tell it, the predecessor is named at `to`, after «ل» where `dative`. */
interface Marker {
  readonly from: number;
  readonly to: number;
  readonly dative: boolean;
  /** «سلفه»: whose is told before, not right beside it. */
  readonly own: boolean;
  /** «بدلا من»: of an office only where somebody is appointed. */
  readonly weak: boolean;
}

interface Predecessor {
  readonly person: PersonDraft;
  readonly name: MentionDraft;
  /** First token after the name. */
  readonly to: number;
  /** The office beside the name: «خلفا لرئيس الأركان فلان». */
  readonly office: OfficeMention | null;
}

/**
 * Adds to persons the claims to offices that they held before somebody else. Offices in text order, with their holders. Returns the
 * mentions of offices that somebody is appointed to there: «عين فلان وزيرا للدفاع خلفا لفلان».
 */
export function claimSuccessions(
  words: Words,
  offices: readonly OfficeMention[],
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  titlesBefore: ReadonlyMap<number, FoundTitle>,
  registry: Registry,
): MentionDraft[] {
  const appointed: MentionDraft[] = [];
  let read: Reading | undefined;
  for (let at = words.next(MAY.succession); at < words.tokens.length; at = words.next(MAY.succession, at + 1)) {
    const marker = markerAt(words, at);
    const follows = marker === null && FOLLOWS.test(words.word(at));
    if (!marker && !follows) continue;
    read ??= readingOf(words, offices, spans, bySpan, titlesBefore);
    if (!marker) {
      claimNext(read, at);
      continue;
    }
    const before = predecessorAt(read, marker);
    if (!before || isOfAnother(words, before.to)) continue;
    const start = sentenceStart(words, at);
    const told = officesBefore(words, offices, marker, start);
    if (!isOver(words, marker, start)) continue;
    const held = marker.own ? ownOffice(read, marker, start, told) : officeBefore(read, marker, start, told, offices);
    if (held && !held.found.former && !held.found.counterpart) claim(before, held.mention, start);
    const made = held || marker.own ? null : appointment(words, marker, start, registry);
    if (made && !appointed.some(({ start: known }) => known === made.start)) {
      appointed.push(made);
      claim(before, made, start);
    }
  }
  return appointed;
}

/** «وخلفه», «وخلفها»; without «و» it is also «behind him». */
const FOLLOWS = /^وخلفت?(?:ه|ها)$/;
/** «غادر منصبه», «استقال», «أعفي»: that somebody left an office. */
const LEAVES =
  /^[وف]?(?:غادرت?|تركت?|استقالت?|[اأ]قيلت?|[اأ]عفيت?|[اأ]قال|تنحت?|تنحي|تقاعدت?|استقالته|اقالته|اقالتها|استقالتها|منصبه|منصبها)$/;

/** «وغادر فلان منصبه في مايو وخلفه علان»: the successor has the only office that the article gives the one named last, who has it no more. */
function claimNext({ words, bySpan, nameFrom, titleFrom, named }: Reading, at: number): void {
  let to = at + 1;
  if (words.follows(to + 1) && words.word(to) === 'في' && POST.has(words.word(to + 1))) to += 2;
  for (let title = titleFrom.get(to); title && words.follows(to); title = titleFrom.get(to)) to = title.to;
  const span = words.follows(to) ? nameFrom.get(to) : undefined;
  const name = span ? bySpan.get(span) : undefined;
  if (!span || name?.form !== 'name' || isOfAnother(words, span.to)) return;
  const start = sentenceStart(words, at);
  let leaves = false;
  let before: PersonDraft | undefined;
  for (let i = at - 1; i >= 0 && (words.tokens[i]?.start ?? 0) >= start && !before; i--) {
    leaves ||= LEAVES.test(words.word(i));
    const known = named[i] ? nameFrom.get(i) : undefined;
    before = known && (bySpan.get(known)?.entity as PersonDraft);
    leaves ||= before !== undefined && LEAVES.test(words.word(i - 1));
  }
  const next = name.entity as PersonDraft;
  const held = before?.claims.filter(({ office }) => !office.general) ?? [];
  const [only] = held;
  if (!leaves || !before || before === next || !only || held.length !== 1) return;
  if (!only.former) before.claims.splice(before.claims.indexOf(only), 1, { ...only, former: true });
  if (next.claims.some(({ office }) => sameOffice(office, only.office))) return;
  const evidence = { start: words.tokens[at]?.start ?? name.start, end: name.end };
  next.claims.push({ ...only, evidence, former: false, manner: null });
}

/** Tokens that the office of an appointment has: «وزيرا للتجارة الخارجية». */
const LONGEST = 4;

/** «وزيرا للدفاع» right before a marker: an office of the state, and whoever is appointed to it stays open here. */
function appointment(words: Words, { from }: Marker, start: number, registry: Registry): MentionDraft | null {
  for (let at = from - 2; at >= from - LONGEST && at >= 0; at--) {
    const token = words.tokens[at];
    if (!token || token.start < start || !words.isWord(at) || !words.follows(at + 1)) return null;
    const word = words.word(at);
    const role = isAppointment(word) ? roles.get(word.slice(0, -1)) : undefined;
    const link = words.word(at + 1);
    if (!role || !link.startsWith('لل')) continue;
    const what = `ال${link.slice(2)}`;
    const portfolio = role.takes.has('portfolio') ? portfolios.longest(what, words.tokens, at + 1) : undefined;
    const premier = role.id === 'president' && (what === 'الوزراء' || what === 'الحكومه') && at + 2 === from;
    if (!premier && portfolio?.end !== from) return null;
    const [roleId, subject] = premier ? ['prime-minister', ''] : [role.id, portfolio?.value ?? ''];
    const key = `${roleId}/${subject}/`;
    const end = words.tokens[from - 1]?.end ?? token.end;
    const title = `${clean(words.text.slice(token.start, token.end)).replace(/ا$/, '')} ا${words.text.slice(words.tokens[at + 1]?.start, end)}`;
    const entity: OfficeDraft = registry.get(key) ?? {
      kind: 'office',
      role: role.id,
      roleId,
      subject,
      title: title.replace(' الل', ' ال'),
      organization: null,
      country: null,
      general: false,
    };
    registry.set(key, entity);
    const { start: begins } = token;
    return {
      start: begins,
      end,
      form: 'office',
      entity,
      holder: null,
      attached: false,
      confidence: 0.9,
      code: 'lexicon',
      at: null,
    };
  }
  return null;
}

/** The offices that the sentence, which begins at offset `start`, names before a marker. */
function officesBefore(
  words: Words,
  offices: readonly OfficeMention[],
  { from }: Marker,
  start: number,
): readonly OfficeMention[] {
  const end = words.tokens[from]?.start ?? 0;
  let low = 0;
  for (let high = offices.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((offices[middle]?.mention.start ?? end) < end) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && (offices[first - 1]?.mention.start ?? 0) >= start) first--;
  return offices.slice(first, low);
}

function readingOf(
  words: Words,
  offices: readonly OfficeMention[],
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  titlesBefore: ReadonlyMap<number, FoundTitle>,
): Reading {
  const proven = spans.filter(({ confidence }) => confidence >= CANDIDATE);
  const named = new Uint8Array(words.tokens.length);
  for (const { from, to } of proven) named.fill(1, from, to);
  return {
    words,
    bySpan,
    named,
    nameFrom: new Map(proven.map((span) => [span.from, span])),
    titleFrom: new Map([...titlesBefore.values()].map((title) => [title.from, title])),
    officeFrom: new Map(offices.map((office) => [office.found.from, office])),
  };
}

function markerAt(words: Words, at: number): Marker | null {
  const word = words.word(at);
  const before = words.follows(at) ? words.word(at - 1) : '';
  const marker = { from: at, to: at + 1, dative: false, own: false, weak: false };
  if (word === 'خلفا') return { ...marker, dative: true };
  if ((word === 'خلف' && WHO.test(before)) || (word === 'خلفت' && WHO.test(before))) return { ...marker, from: at - 1 };
  if (word === 'محل' && REPLACES.test(before)) return { ...marker, from: at - 1, weak: true };
  if (word === 'بدلا' && words.follows(at + 1) && words.word(at + 1) === 'من')
    return { ...marker, to: at + 2, weak: true };
  if (word === 'بديلا') {
    if (words.follows(at + 1) && words.word(at + 1) === 'عن') return { ...marker, to: at + 2, weak: true };
    return { ...marker, dative: true, weak: true };
  }
  if (!words.readings(at).some(({ core }) => core === 'سلفه' || core === 'سلفها')) return null;
  let to = at + 1;
  // «سلفه في المنصب فلان», «سلفه الراحل فلان»
  if (words.follows(to + 1) && words.word(to) === 'في' && POST.has(words.word(to + 1))) to += 2;
  if (words.follows(to) && LATE.has(words.word(to))) to++;
  return { ...marker, to, own: true };
}
const WHO = /^و?(?:الذي|التي)$/;
const REPLACES = /^[ولف]?[يت]?حلت?$/;
const POST = new Set(['المنصب', 'منصبه', 'منصبها']);
const LATE = new Set(['الراحل', 'الراحله', 'السابق', 'السابقه', 'المستقيل', 'المقال']);

/** The person named right behind a marker, past titles and an office; of a single word only where the article names them in full. */
function predecessorAt(
  { words, nameFrom, titleFrom, officeFrom, bySpan }: Reading,
  marker: Marker,
): Predecessor | null {
  let at = marker.to;
  if (!words.follows(at)) return null;
  const begins = words.tokens[at]?.start ?? 0;
  const office = officeFrom.get(at) ?? null;
  let start = office?.mention.start;
  if (office) at = office.found.next;
  for (let title = titleFrom.get(at); title && words.follows(at); title = titleFrom.get(at)) {
    start ??= title.start;
    at = title.to;
  }
  const span = nameFrom.get(at);
  if (!span || !words.follows(at)) return null;
  const name = bySpan.get(span) as MentionDraft;
  const person = name.entity as PersonDraft;
  if (office && office.mention.holder !== person) return null;
  start ??= span.start;
  if (marker.dative ? start === begins || words.text[begins] !== 'ل' : start !== begins) return null;
  return person.mentions.some(({ form }) => form === 'name') ? { person, name, to: span.to, office } : null;
}

/** «… في رئاسة الحزب», «… رئيسا للحزب»: what follows the name says in what else, or may. */
function isOfAnother(words: Words, at: number): boolean {
  if (!words.follows(at) || words.inDate(at)) return false;
  const word = words.word(at);
  if (word === 'في') return !(POST.has(words.word(at + 1)) || words.inDate(at + 1) || YEAR.has(words.word(at + 1)));
  return ELSEWHERE.test(word) || isAppointment(word);
}
const YEAR = new Set(['عام', 'العام', 'سنه', 'شهر']);
const ELSEWHERE = /^(?:علي|ب?رئاسه|ب?قياده|ك.{4,}|بصفته|بصفتها|لرئاسه|لقياده|لمنصب|بمنصب|خلال)$/;

/** Whether the sentence speaks of what has come to pass, and a weak marker of an appointment. */
function isOver(words: Words, marker: Marker, start: number): boolean {
  if (!marker.own && isUnreal(words, marker.from, start)) return false;
  let appointed = !marker.weak;
  for (let at = marker.from; !appointed && at >= 0 && (words.tokens[at]?.start ?? 0) >= start; at--)
    appointed = words.readings(at).some(({ core }) => appointing.has(core));
  return appointed;
}

/** Tokens between who has the office and the marker. */
const REACH = 12;

/** The office of whom the words right before a marker name, or «منصب وزير الدفاع خلفا …». */
function officeBefore(
  { words, bySpan, nameFrom, named }: Reading,
  marker: Marker,
  start: number,
  told: readonly OfficeMention[],
  offices: readonly OfficeMention[],
): OfficeMention | null {
  let at = marker.from - 1;
  let inPost = false;
  let last: OfficeMention | undefined;
  const endsAt = (to: number) => told.findLast(({ found }) => found.to === to || found.next === to);
  for (const least = at - REACH; at >= least && at >= 0; at--) {
    if ((words.tokens[at]?.start ?? 0) < start) return null;
    last = endsAt(at + 1);
    if (last || named[at]) break;
    inPost ||= POST.has(words.word(at));
    const mark = words.mark(at);
    if (mark === '،' || mark === ',' || words.inDate(at) || betweenHolders.has(words.word(at))) continue;
    return null;
  }
  if (last && !last.mention.attached) {
    // «تولى فلان منصب وزير الدفاع خلفا لفلان»
    const post = words.word(last.found.from - 1);
    return last.found.to === marker.from && /^[بل]?منصب$|^مهام$/.test(post) ? last : null;
  }
  let person = last?.mention.holder ?? null;
  if (!last) {
    let from = at;
    while (from > 0 && named[from] && !nameFrom.has(from)) from--;
    const span = nameFrom.get(from);
    person = span ? (bySpan.get(span)?.entity as PersonDraft) : null;
  }
  const theirs = person ? told.filter(({ mention }) => mention.holder === person && mention.attached) : [];
  // «أما فلان، الذي عين في منصبه في مايو خلفا لعلان»: the only office that the article gives him.
  if (person && theirs.length === 0 && inPost) {
    const [claim, other] = person.claims.filter(({ office }) => !office.general);
    return (!other && claim && offices.find(({ mention }) => mention === claim.mention)) || null;
  }
  const [only] = theirs;
  return only && theirs.length === 1 && !isAppointer(words, only) ? only : null;
}

/** «عين رئيس الوزراء فلان …»: who appoints is not who is appointed. */
const isAppointer = (words: Words, { found }: OfficeMention): boolean =>
  words.follows(found.from) && words.readings(found.from - 1).some(({ core }) => appointers.has(core));

/** «قال وزير الدفاع فلان إن سلفه …»: the office of the only official whom the sentence names before. */
function ownOffice(
  { named, words, nameFrom, bySpan }: Reading,
  marker: Marker,
  start: number,
  told: readonly OfficeMention[],
): OfficeMention | null {
  const [only] = told;
  // «المتحدث باسم وزير الدفاع فلان إن سلفه …»: whose is open.
  if (!only || told.length > 1 || only.found.roleId.includes('.')) return null;
  for (let at = marker.from - 1; at >= 0 && (words.tokens[at]?.start ?? 0) >= start; at--) {
    const span = named[at] ? nameFrom.get(at) : undefined;
    if (span && bySpan.get(span)?.entity !== only.mention.holder) return null;
  }
  return only;
}

/**
 * Writes that `before` held the office of `mention`, unless the article says so or gives it to them now; `start` is where the sentence that
 * says it begins.
 */
function claim({ person, name, office: beside }: Predecessor, mention: MentionDraft, start: number): void {
  const office = mention.entity as OfficeDraft;
  if (office.general || mention.holder === person) return;
  const same = person.claims.find((known) => sameOffice(known.office, office));
  if (same) {
    // «خلفا لوزير الدفاع فلان»
    if (!same.former && same.mention === beside?.mention)
      person.claims.splice(person.claims.indexOf(same), 1, { ...same, former: true });
    return;
  }
  const told = mention.start >= start ? mention : name;
  const evidence = { start: Math.min(told.start, name.start), end: Math.max(told.end, name.end) };
  const former: ClaimDraft = { office, mention, evidence, former: true, manner: null };
  person.claims.push(former);
}

const sameOffice = (a: OfficeDraft, b: OfficeDraft): boolean =>
  a === b || (a.roleId === b.roleId && a.subject === b.subject && (a.country === null || b.country === null));
