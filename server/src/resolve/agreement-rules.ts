/**
 * Whether two articles that speak of an agreement of the same parties speak of one document.
 *
 * What joins: an equal date of signing; signatories in common; persons in common, one within a month, two within half a year, where one
 * of the two is still planned or its signing dated; a plan and a signing within half a year of one particular kind of document («محضر»)
 * that have the subject and a person, or two names («سكة البصرة – شنقاف»), in common; both planned within a month. What forbids:
 * different dates of signing, no signatory in common where both name some, different subjects, kinds of document that are never called
 * by each other's name, a plan later than the signing, or one article that tells the two apart.
 */
import { alikeSubjects } from '../lexicon/alike-subjects.ts';
import type { AgreementType, IsoDate } from '../recognize/facts.ts';
import type { AgreementItem } from './agreement-items.ts';
import { isWithin } from './person-name.ts';

/** Between plan and signature, or between two reports of talks, as long as the same persons are named. */
const TOGETHER_DAYS = 180;
/** Between two reports that do not name two persons in common. */
const CLOSE_DAYS = 30;
/** Between two reports of a signing that neither dates and nobody is named for: one day's news. */
const SAME_NEWS_DAYS = 2;
/** A paper may write «will sign» days after the signing. */
const REPORTED_LATE_DAYS = 2;
/** So many in common, and half of those whom the shorter article names, are «the same people». */
const SAME_COMPANY = 3;
const DAY = 86_400_000;
const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

/** «وثيقة», «اتفاق» and «تفاهم» are said of documents of every kind, only of a statement one hardly says «اتفاق». */
export const isGeneric = (type: AgreementType): boolean => type === 'document' || type === 'agreement';

const kindsAgree = (a: AgreementType, b: AgreementType): boolean =>
  a === b ||
  a === 'document' ||
  b === 'document' ||
  ((isGeneric(a) || isGeneric(b)) && a !== 'statement' && b !== 'statement');

export interface Tie {
  readonly a: AgreementItem;
  readonly b: AgreementItem;
  readonly strength: number;
  readonly days: number;
}

/** What ties two items of known days; null where nothing does, or something forbids it. */
export function tieOf(a: AgreementItem, b: AgreementItem): Tie | null {
  const days = Math.abs(Date.parse(b.day ?? '') - Date.parse(a.day ?? '')) / DAY;
  if (!(days <= TOGETHER_DAYS) || rival(a, b)) return null;
  const strength = strengthOf(a, b, days);
  return strength === 0 ? null : { a, b, strength, days };
}

function strengthOf(a: AgreementItem, b: AgreementItem, days: number): number {
  if (a.date !== null && a.date === b.date && FULL_DATE.test(a.date)) return 4;
  const undatedSignings = !a.planned && !b.planned && a.date === null && b.date === null;
  if (shared(a.signatories, b.signatories) > 0 && (!undatedSignings || days <= CLOSE_DAYS)) return 3;
  // Two documents signed without a date stay two unless signatories join them: ministers meet often.
  if (undatedSignings && days > SAME_NEWS_DAYS) return 0;
  // «وثيقة دفاعية» and «مذكرة أمنية» may be one, if more than one man speaks of both.
  const subjects = subjectsOf(a, b);
  if (shared(a.people, b.people) >= (days <= CLOSE_DAYS && subjects !== 'alike' ? 1 : 2)) return 2;
  if (a.planned !== b.planned && isPlanOf(a, b)) return 2;
  return subjects !== 'alike' && a.planned && b.planned && days <= CLOSE_DAYS ? 1 : 0;
}

/** So many names in common are those of one project. */
const SHARED_TOPICS = 2;

/** Whether two items, one a plan, are of one particular kind and of one matter: half a year apart they are plan and signing then. */
export function isPlanOf(a: AgreementItem, b: AgreementItem): boolean {
  if (a.type !== b.type || isGeneric(a.type)) return false;
  return (
    a.topics.filter((topic) => b.topics.includes(topic)).length >= SHARED_TOPICS ||
    (subjectsOf(a, b) === 'equal' && shared(a.people, b.people) > 0)
  );
}

/** What two items say that one document cannot be. */
export function rival(a: AgreementItem, b: AgreementItem): boolean {
  return a.article === b.article || contradict(a, b) || plannedAfter(a, b) || plannedAfter(b, a);
}

/** What makes rivals of two items besides their articles and the dates of these. Equal for items of one `claimsOf`. */
export function contradict(a: AgreementItem, b: AgreementItem): boolean {
  const [mine, theirs] = [a.date ?? a.month, b.date ?? b.month];
  if (mine !== null && theirs !== null && !datesAgree(mine, theirs)) return true;
  if (a.signatories.length > 0 && b.signatories.length > 0 && shared(a.signatories, b.signatories) === 0) return true;
  if (subjectsOf(a, b) === 'different') return true;
  return !kindsAgree(a.type, b.type) && !(a.date !== null && a.date === b.date);
}

export const claimsOf = ({ type, date, month, subjects, signatories }: AgreementItem): string =>
  [type, date ?? month ?? '', subjects.join(), signatories.map((name) => name.join('-')).join()].join(' ');

/** What is still planned when another has been signed is not that one. A report may be late by days. */
export function plannedAfter(
  plan: Pick<AgreementItem, 'planned' | 'articleDate'>,
  { date: signed }: Pick<AgreementItem, 'date'>,
): boolean {
  if (!plan.planned || plan.articleDate === null || signed === null || signed.startsWith('X')) return false;
  if (plan.articleDate.startsWith(signed)) return false;
  return (Date.parse(plan.articleDate) - Date.parse(signed)) / DAY > REPORTED_LATE_DAYS;
}

/** Equal, one less exact than the other, or so but for an unknown year. */
export function datesAgree(a: IsoDate, b: IsoDate): boolean {
  const [mine, theirs] = a.startsWith('X') || b.startsWith('X') ? [a.slice(4), b.slice(4)] : [a, b];
  return mine.startsWith(theirs) || theirs.startsWith(mine);
}

/** What two agreements say of their subjects. */
export function subjectsOf(a: AgreementItem, b: AgreementItem): 'unsaid' | 'equal' | 'alike' | 'different' {
  if (a.subjects.length === 0 || b.subjects.length === 0) return 'unsaid';
  if (a.subjects.some((subject) => b.subjects.includes(subject))) return 'equal';
  return a.subjects.some((subject) => b.subjects.some((other) => alikeSubjects(subject, other)))
    ? 'alike'
    : 'different';
}

/**
 * How like two items are, of which one says only the month or year: who signs tells most, then the subject, then the particular kind and who
 * is named. 0 where they are like in nothing.
 */
export const likeness = (a: AgreementItem, b: AgreementItem): number =>
  4 * Number(shared(a.signatories, b.signatories) > 0) +
  2 * Number(subjectsOf(a, b) === 'equal') +
  Number((a.type === b.type && !isGeneric(a.type)) || shared(a.people, b.people) > 0);

/**
 * Persons in common, one more where the two articles name the same people altogether, one where the same man signs a document of the same
 * particular kind and subject, and one where a document of one matter is planned in the one and signed in the other, which have some people
 * in common.
 */
export function nearness(a: AgreementItem, b: AgreementItem): number {
  const people = shared(a.people, b.people);
  if (people === 0) return 0;
  const company = shared(a.company, b.company);
  const same = company >= SAME_COMPANY && 2 * company >= Math.min(a.company.length, b.company.length);
  const signed =
    a.type === b.type && !isGeneric(a.type) && subjectsOf(a, b) === 'equal' && shared(a.signatories, b.signatories) > 0;
  const planned = company >= SAME_COMPANY && a.planned !== b.planned && isPlanOf(a, b);
  return people + Number(same) + Number(signed) + Number(planned);
}

/** How many persons two lists have in common; a shorter form of a name is the same person's here, among the same parties. */
function shared(a: AgreementItem['people'], b: AgreementItem['people']): number {
  let count = 0;
  for (const name of a)
    if (b.some((other) => (name.length <= other.length ? isWithin(name, other) : isWithin(other, name)))) count++;
  return count;
}
