/**
 * Offices that a state's own agency means by no state: «دمشق-سانا … رئيس مجلس الوزراء», «عمان (بترا)- … وزير الداخلية». Only those that every
 * state has, and only where nothing said before in the sentence, of the one named there or of the same office elsewhere in the report is
 * another state's: a visitor's ministers are called without their state, too.
 */

import { isEveryStates } from '../lexicon/every-state.ts';
import { isCommonWord, nisba } from '../lexicon/geography.ts';
import { fromElsewhere, signing } from '../lexicon/office-words.ts';
import { kingdoms, withoutPremier } from '../text/agencies.ts';
import type { PersonDraft } from './drafts.ts';
import type { NameSpan } from './evidence.ts';
import type { FoundOffice } from './offices.ts';
import { placeAt } from './places-and-organizations.ts';
import { sentenceStart } from './sentence-start.ts';
import { type Words, withoutArticle } from './words.ts';

/** One office of the article with what is known of it before its state is. */
export interface Standing {
  readonly found: FoundOffice;
  /** Who is named beside it. */
  readonly person: PersonDraft | null;
  /** Where. */
  readonly name: NameSpan | null;
  /** The state said with it, or of the side that it stands on. */
  readonly country: string | null;
}

/** Of each office the home state, where it is meant; null elsewhere. */
export function homeOffices(
  words: Words,
  home: string | null,
  list: readonly Standing[],
  names: readonly NameSpan[],
): readonly (string | null)[] {
  if (home === null) return list.map(() => null);
  const inName = new Uint8Array(words.tokens.length);
  for (const { from, to } of names) inName.fill(1, from, to);
  /** Persons to whom the article gives another state, and offices of which it tells another state's. */
  const strangers = new Set<PersonDraft>();
  const foreign = new Set<string>();
  for (const { found, person, country } of list) {
    if (country === null || country === home) continue;
    if (person) strangers.add(person);
    if (!found.counterpart) foreign.add(officeOf(found));
  }
  const mayBe = list.map(
    ({ found, person, name, country }) =>
      country === null &&
      isHomes(found, home) &&
      !(person && (strangers.has(person) || (person.country !== null && person.country !== home))) &&
      (isOfGroup(found) || !isForeignBefore(words, found.from, home, inName, name && name.to <= found.from ? -1 : 0)),
  );
  const own = new Set(
    list.flatMap(({ found, person, country }, i) =>
      person && (country === home || mayBe[i]) ? [officeOf(found)] : [],
    ),
  );
  /** «وزير القوى العاملة المصري» beside its own «وزير العمل»: how another state's office is called, and the home state's is not. */
  const called = new Set<string>();
  const calledAtHome = new Set<string>();
  list.forEach(({ found, person, country }, i) => {
    if (country !== null && country !== home) called.add(wording(words, found));
    else if (person && (country === home || mayBe[i])) calledAtHome.add(wording(words, found));
  });
  /** Whom the report gives an office of the home state first: another one who is called so is not that state's. */
  const holders = new Map<string, PersonDraft>();
  return list.map(({ found, person }, i) => {
    const office = officeOf(found);
    if (!mayBe[i]) return null;
    const name = wording(words, found);
    if (person === null && called.has(name) && own.has(office) && !calledAtHome.has(name)) return null;
    if (person && !found.former && !found.appointed && !HELD_BY_SEVERAL.test(found.roleId)) {
      const holder = holders.get(office) ?? person;
      holders.set(office, holder);
      if (holder !== person) return null;
    }
    return person !== null || !foreign.has(office) || own.has(office) ? home : null;
  });
}

/** Offices of which a state has several. */
const HELD_BY_SEVERAL = /^(?:deputy|assistant|undersecretary|adviser|member|director|spokesperson|senator|judge)/;

const officeOf = ({ roleId, subject }: FoundOffice): string => `${roleId}/${subject === 'republic' ? '' : subject}`;

/** The words of an office without those that say of which state it is. */
function wording(words: Words, { from, to }: FoundOffice): string {
  const list: string[] = [];
  for (let at = from + 1; at < to; at++) if (!nisba(words.word(at))) list.push(words.word(at));
  return list.join(' ');
}

/** «رئيس مجلس الوزراء», «وزير الداخلية», «نائب رئيس مجلس النواب»: what every state has; of a kingdom's none is a president. */
function isHomes({ roleId, subject, bare, role, counterpart }: FoundOffice, home: string): boolean {
  if (bare || counterpart || role.general) return false;
  if (roleId.endsWith('prime-minister') && withoutPremier.has(home)) return false;
  return isEveryStates(roleId, subject) && !(subject === 'republic' && kingdoms.has(home));
}

/** «جال الزائر الإيراني على رؤساء الجمهورية فلان ومجلس النواب فلان»: whom a visitor goes round are the hosts. */
const isOfGroup = ({ group, roleId }: FoundOffice): boolean =>
  group !== null && (roleId === 'president' || roleId === 'prime-minister');

/** Whether another state, or somebody from elsewhere, is named before token `at` in its sentence; `before`: −1 where its holder is, too. */
function isForeignBefore(words: Words, at: number, home: string, inName: Uint8Array, before: number): boolean {
  const start = sentenceStart(words, at);
  let names = before;
  for (let i = at - 1; i >= 0 && (words.tokens[i]?.start ?? 0) >= start; i--) {
    if (inName[i] && !inName[i + 1]) names++;
    if (!words.isWord(i) || inName[i]) continue;
    for (const { core } of words.readings(i)) {
      if (fromElsewhere.has(withoutArticle(core).replace(/(?<=.{3})ها?$/, ''))) return true;
      // «وقعها فلان، وزير المياه، وعلان، وزير المالية»: the first is the agency's own, the next may be the other state's.
      if (names > 0 && signing.has(core)) return true;
      const country = isCommonWord(core) ? undefined : nisba(core);
      if (country && country !== home) return true;
    }
    const place = placeAt(words, i);
    if (place?.country && place.country !== home && !words.inDate(i)) return true;
  }
  return false;
}
