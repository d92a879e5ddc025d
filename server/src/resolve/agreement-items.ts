/** An agreement as one article knows it, with what tells whether another article speaks of the same one. */
import type { AgreementFact, AgreementType, IsoDate, LocalIndex, MentionIndex } from '../recognize/facts.ts';
import type { ArticlePath } from './entities.ts';
import { byCodeUnit } from './keys.ts';

export interface AgreementItem {
  readonly article: ArticlePath;
  readonly local: LocalIndex;
  readonly type: AgreementType;
  readonly title: string;
  readonly properName: string | null;
  /** Sorted. */
  readonly parties: readonly string[];
  readonly subjects: readonly string[];
  /** Key of the place where it was signed or announced. */
  readonly place: string | null;
  readonly topics: readonly string[];
  /** When it was signed or announced. */
  readonly date: IsoDate | null;
  /** «XXXX-07» where the article says in which month it was signed but not in which year. */
  readonly month: IsoDate | null;
  /** Whether nothing later than talks is said of it. */
  readonly planned: boolean;
  /** Words of the names of those who signed, and of all who are named with it, the signatories among them. */
  readonly signatories: readonly (readonly string[])[];
  readonly people: readonly (readonly string[])[];
  /** Words of the names of all persons of the article. */
  readonly company: readonly (readonly string[])[];
  readonly articleDate: IsoDate | null;
  /** Its day: when it was signed, is planned for, or else was written of; null where none of these is known to the day. */
  readonly day: IsoDate | null;
  readonly mentions: readonly MentionIndex[];
  readonly weak: readonly MentionIndex[];
  /** The reader says that no other article speaks of it. */
  readonly apart: boolean;
}

/** Persons of an article that may help to tell that another speaks of the same meeting; a list of hundreds is no meeting. */
export const MOST_PEOPLE = 40;

const PLANNED = new Set<string>(['planned', 'negotiated']);
const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

/** `nameOf` gives the words of a local person's name, `company` those of all persons of the article. */
export function agreementItem(
  article: ArticlePath,
  articleDate: IsoDate | null,
  local: LocalIndex,
  fact: AgreementFact,
  mentions: readonly MentionIndex[],
  weak: readonly MentionIndex[],
  nameOf: (person: LocalIndex) => readonly string[],
  company: AgreementItem['company'],
  place: string | null,
  apart: boolean,
): AgreementItem {
  const named = (indexes: readonly LocalIndex[]) => namesOf(indexes, nameOf);
  const signers = fact.signatories.map(({ person }) => person);
  const date = fact.date?.value ?? null;
  const stated = fact.states.flatMap((state) => state.date ?? []).sort(byCodeUnit);
  const days = [date, ...stated.reverse(), articleDate];
  // Of what was signed in some month or year the article's own date says nothing, unless it is of that month.
  const near =
    date === null ||
    FULL_DATE.test(date) ||
    date.startsWith('X') ||
    (date.length === 7 && articleDate?.startsWith(date) === true);
  return {
    article,
    local,
    type: fact.type,
    title: fact.title,
    properName: fact.properName,
    parties: fact.parties,
    subjects: fact.subjects,
    place,
    topics: fact.topics,
    date,
    month: fact.states.find(({ state, date: when }) => state === 'signed' && when?.startsWith('X'))?.date ?? null,
    planned: fact.states.every(({ state }) => PLANNED.has(state)) && date === null,
    signatories: named(signers),
    people: named([...signers, ...fact.participants]),
    company,
    articleDate,
    day: (near ? days.find((day) => day !== null && FULL_DATE.test(day)) : null) ?? null,
    mentions,
    weak,
    apart,
  };
}

/** Words of the names of some persons of an article, each once, as far as they are named. */
const namesOf = (persons: readonly LocalIndex[], nameOf: (person: LocalIndex) => readonly string[]) =>
  [...new Set(persons)]
    .slice(0, MOST_PEOPLE)
    .map(nameOf)
    .filter((words) => words.length > 0);

/** Words of the names of those who signed, as `AgreementItem.signatories` has them. */
export const signatoriesOf = (
  { signatories }: Pick<AgreementFact, 'signatories'>,
  nameOf: (person: LocalIndex) => readonly string[],
): AgreementItem['signatories'] =>
  namesOf(
    signatories.map(({ person }) => person),
    nameOf,
  );

/** What a document that two have signed is found by, whatever else an article says of it: the last words of their names. */
export function signersKey({ signatories }: Pick<AgreementItem, 'signatories'>): string | null {
  const [one, other, more] = signatories.map((words) => words.at(-1) ?? '').sort(byCodeUnit);
  return one === undefined || other === undefined || more !== undefined || one === other ? null : `~${one}+${other}`;
}

/**
 * Agreements are compared only within a block: those of one proper name, or those of the same two or more parties; a date is no name. One without either
 * that was signed on a known day in a town abroad is called by the town, if by anything («اتفاق سلام في شنقاف», «اتفاق شنقاف للسلام»): it
 * is among those of that name. One that two men are said to have signed is found by their names («التي وقعها فلان مع فلان»: of one of them the
 * article does not say for whom). Any other is no other article's agreement, and its block is the article's own; so it is with one that the
 * reader has set apart.
 */
export function blockOf({
  properName,
  parties,
  article,
  place,
  date,
  apart,
  signatories,
}: Pick<AgreementItem, 'properName' | 'parties' | 'article' | 'place' | 'date' | 'apart' | 'signatories'>): string {
  if (apart) return `@${article}`;
  if (properName !== null && (parties.length < 2 || !isDate(properName))) return `=${properName}`;
  if (parties.length >= 2) return parties.join('+');
  const town = date !== null && FULL_DATE.test(date) ? TOWN.exec(place ?? '') : null;
  if (town !== null && !parties.includes(town[1] ?? '')) return `=${town[2]}`;
  return signersKey({ signatories }) ?? `@${article}`;
}

/** «محضر آذار 2023»: what is called by the date of its signing has no name that tells more than the date. */
const isDate = (name: string): boolean => /^\d{4}(-\d\d){1,2}$/.test(name);

/** Whether a block is that of some parties, and not of a name, of signatories or of one article. */
export const isOfParties = (block: string): boolean => !/^[=~@]/.test(block);

/** State and town of the key of a place. */
const TOWN = /^([A-Z]{2})\/(.+)$/;

/** The slice of its block that an item is kept in: `2020-3`, counted from 0; '' where its day is unknown. */
export const sliceOf = ({ day }: AgreementItem): string =>
  day === null ? '' : `${day.slice(0, 4)}-${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`;

/** Key of the item in its slice. */
export const itemKey = ({ article, local }: Pick<AgreementItem, 'article' | 'local'>): string =>
  `${article}\u0002${local}`;

export const byItem = (a: AgreementItem, b: AgreementItem): number =>
  byCodeUnit(a.article, b.article) || a.local - b.local;
