/**
 * Which rules can begin at which words of an article. Nearly all words begin nothing, and the same words come again and again: the tests
 * of a word by itself, which stand beside their rules, are asked once per word, and an article is then read by looking up one number for
 * each token. A rule is asked only where its bit is set.
 */
import { perWord } from '../text/per-word.ts';
import type { Token } from '../text/tokens.ts';
import { isAgreementNoun } from './agreement-mentions.ts';
import { isBothParties } from './agreement-parties.ts';
import { isCountryAdjective } from './agreement-view.ts';
import { isClauseVerb } from './event-clauses.ts';
import { tellsEncounter } from './event-encounters.ts';
import { isSayingVerb } from './event-statements.ts';
import { isSon, mayBeginName } from './names.ts';
import { beginsOffice } from './offices.ts';
import { isAppointment, isNationality, isSubjectVerb, mayBeginTitle, opensList, saysWhoLeads } from './persons.ts';
import { endsClub, isPlaceKind, mayBeginOrganization, mayBeginPlace, namesPlace } from './places-and-organizations.ts';
import { MAY, type Triggers } from './words.ts';

const TESTS: readonly (readonly [rules: number, test: (word: string) => boolean])[] = [
  [MAY.office, beginsOffice],
  [MAY.organization, mayBeginOrganization],
  [MAY.clubEnd, endsClub],
  [MAY.place, mayBeginPlace],
  [MAY.placeKind, isPlaceKind],
  [MAY.placeNoun, namesPlace],
  [MAY.title, mayBeginTitle],
  [MAY.name, mayBeginName],
  [MAY.son, isSon],
  [MAY.verb, isSubjectVerb],
  [MAY.appointment, isAppointment],
  [MAY.nationality, isNationality],
  [MAY.list, opensList],
  [MAY.leader, saysWhoLeads],
  [MAY.agreement, isAgreementNoun],
  [MAY.country, isCountryAdjective],
  [MAY.bothParties, isBothParties],
  [MAY.encounter, tellsEncounter],
  [MAY.saying, isSayingVerb],
  [MAY.clauseVerb, isClauseVerb],
];

const ofWord = perWord((word) => TESTS.reduce((bits, [rules, test]) => (test(word) ? bits | rules : bits), 0));

/** The bits of `MAY` of each token. Takes one look-up for each. */
export function findTriggers(tokens: readonly Token[]): Triggers {
  const found: Triggers = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'word') found[at] = ofWord(token.norm);
  }
  return found;
}
