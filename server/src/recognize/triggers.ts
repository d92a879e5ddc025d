/**
 * Which rules can begin at which words of an article. Nearly all words begin nothing, and the same words come again and again: the tests
 * of a word by itself, which stand beside their rules, are asked once per word (text/word.ts), and of an article then only one number
 * is read for each token. A rule is asked only where its bit is set.
 */
import type { Token } from '../text/tokens.ts';
import type { Word } from '../text/word.ts';
import { isAgreementNoun } from './agreement-mentions.ts';
import { isBothParties } from './agreement-parties.ts';
import { saysCountry } from './agreement-view.ts';
import { isAppointment } from './appointments.ts';
import { isKin, isOwned } from './belonging.ts';
import { isClauseVerb } from './event-clauses.ts';
import { tellsEncounter } from './event-encounters.ts';
import { isSayingVerb } from './event-statements.ts';
import { saysState } from './holders.ts';
import { isSon, mayBeginName } from './names.ts';
import { beginsOffice } from './offices.ts';
import { beginsTribe, endsShip, isNationality, isSubjectVerb, opensList, saysWhoLeads } from './persons.ts';
import { endsClub, isPlaceKind, mayBeginOrganization, mayBeginPlace, namesPlace } from './places-and-organizations.ts';
import { tellsSuccession } from './successions.ts';
import { mayBeginTitle } from './titles.ts';
import { MAY, type Triggers } from './words.ts';

const TESTS: readonly (readonly [rules: number, test: (word: Word) => boolean])[] = [
  [MAY.office, beginsOffice],
  [MAY.organization, mayBeginOrganization],
  [MAY.clubEnd, ({ norm }) => endsClub(norm)],
  [MAY.place, mayBeginPlace],
  [MAY.placeKind, isPlaceKind],
  [MAY.placeNoun, namesPlace],
  [MAY.title, mayBeginTitle],
  [MAY.name, mayBeginName],
  [MAY.son, ({ norm }) => isSon(norm)],
  [MAY.verb, isSubjectVerb],
  [MAY.appointment, ({ norm }) => isAppointment(norm)],
  [MAY.nationality, isNationality],
  [MAY.list, opensList],
  [MAY.leader, saysWhoLeads],
  [MAY.agreement, ({ norm }) => isAgreementNoun(norm)],
  [MAY.country, ({ norm }) => saysCountry(norm)],
  [MAY.bothParties, ({ norm }) => isBothParties(norm)],
  [MAY.encounter, ({ norm }) => tellsEncounter(norm)],
  [MAY.saying, ({ norm }) => isSayingVerb(norm)],
  [MAY.clauseVerb, ({ norm }) => isClauseVerb(norm)],
  [MAY.succession, tellsSuccession],
  [MAY.kin, ({ norm }) => isKin(norm)],
  [MAY.owned, isOwned],
  [MAY.ship, endsShip],
  [MAY.tribe, ({ norm }) => beginsTribe(norm)],
  [MAY.state, saysState],
];

const ofWord = (word: Word): number => TESTS.reduce((bits, [rules, test]) => (test(word) ? bits | rules : bits), 0);

/** The bits of `MAY` of each token. */
export function findTriggers(tokens: readonly Token[]): Triggers {
  const found: Triggers = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.word;
    if (!word) continue;
    if (word.triggers < 0) word.triggers = ofWord(word);
    found[at] = word.triggers;
  }
  return found;
}
