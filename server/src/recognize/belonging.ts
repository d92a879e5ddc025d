/** Names that are told by whose something or somebody is: «زوجته فلانة», «حكومة الفلاني». */
import { nisba, places } from '../lexicon/geography.ts';
import { degrees, roles } from '../lexicon/office-words.ts';
import { functionWords, givenName, kin, mostlyName, ownNouns } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Reading } from '../text/proclitics.ts';
import type { Word } from '../text/word.ts';
import type { NameEvidence } from './evidence.ts';
import { isCrowd, nameClass, pieces } from './name-words.ts';
import { closes, nameAt, type ReadName } from './names.ts';
import { isFrom, isTeam } from './places-and-organizations.ts';
import { MAY, type Words } from './words.ts';

/** «زوجته», «وشقيقها»: kin of somebody who is told before. */
export const isKin = (word: string): boolean => {
  const [, stem] = KIN.exec(word) ?? [];
  return stem !== undefined && (kin.has(stem) || (stem.endsWith('ت') && kin.has(`${stem.slice(0, -1)}ه`)));
};
const KIN = /^[وبل]?(.{2,}?)(?:ه|ها|هما|هم)$/;

/** «زوجته مريم», «والده سالم الفلاني»: who is named behind kin; of a single word only a given name where the sentence goes on. */
export function namesOfKin(words: Words, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.kin); at + 1 < words.tokens.length; at = words.next(MAY.kin, at + 1)) {
    if (!isKin(words.word(at)) || !words.follows(at + 1) || covered[at + 1]) continue;
    // «زوجة الشرطي»: ة is folded to the letter of the pronoun.
    if (words.text[(words.tokens[at]?.end ?? 1) - 1] === 'ة') continue;
    const name = nameAt(words, at + 1, 'verb');
    if (!name || name.start !== words.tokens[at + 1]?.start || verbKind(name.words[0] ?? '')) continue;
    const parts = pieces(name.words).length;
    if (parts === 1 ? name.first !== 'plain' || !closes(words, name.to) : name.plain + name.unknown === 0) continue;
    const weight = name.first === 'plain' ? (parts > 1 ? 0.85 : 0.6) : name.first === 'ambiguous' ? 0.6 : 0.5;
    evidence.push({ ...name, code: 'given-name', weight });
  }
  return evidence;
}

/** Whether what a person has or does can begin here. */
export const isOwned = ({ forms }: Word): boolean => forms.some(isOwnForm);
const isOwnForm = ({ core, definite }: Pick<Reading, 'core' | 'definite'>): boolean => !definite && ownNouns.has(core);

/**
 * «حكومة الفلاني», «قوات فلان»: candidates, for «حكومة الوحدة» is as usual; only where another article knows somebody by that surname,
 * and this one speaks of their state or office, they are shown.
 */
export function owners(words: Words, covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (let at = words.next(MAY.owned); at + 1 < words.tokens.length; at = words.next(MAY.owned, at + 1)) {
    const to = at + 1;
    if (!words.readings(at).some(isOwnForm)) continue;
    if (!words.follows(to) || !words.isWord(to) || covered[to] || words.inDate(to)) continue;
    const core = words.word(to);
    // «في حكومة مهدي جمعة»: in full, two names that are words too.
    const full = givenName(core) === null ? null : nameAt(words, to, 'beside');
    if (full && full.start === words.tokens[to]?.start && pieces(full.words).length > 1) {
      // «فريق يانغ كرماني الكاميروني»: a club, and where it is from.
      if (isTeam(words, at) && isFrom(full.words.at(-1) ?? '')) continue;
      // «حكومة فائز الغوراني»: a family name behind what is also an adjective.
      const last = full.words.at(-1) ?? '';
      const family = pieces(full.words).length === 2 && nameClass(last) === 'family' && nisba(last) === undefined;
      if (mostlyName(core) || givenName(core) === 'plain' || family) evidence.push(...apart(words, full));
      continue;
    }
    const { start, end } = words.tokens[to] ?? { start: 0, end: 0 };
    if (core.length < 3 || functionWords.has(core) || degrees.has(core) || isCrowd(core)) continue;
    if (nisba(core) !== undefined || places.get(core)?.ambiguous === false || roles.get(core)) continue;
    if (words.text.slice(start, end).endsWith('ة') || givenName(core) === 'ambiguous') continue;
    const kind = nameClass(core);
    if (!core.startsWith('ال') && kind !== 'unknown' && kind !== 'plain' && kind !== 'rare') continue;
    evidence.push({ from: to, to: to + 1, start, words: [core], code: 'given-name', weight: OWNER });
  }
  return evidence;
}
/** «حكومة مهدي جمعة», and «وزير التربية في حكومة مهدي جمعة فتحي الفلاني»: two full names, where a given name follows the first two words. */
function apart(words: Words, { from, to, start, words: list }: ReadName): NameEvidence[] {
  const parts = pieces(list);
  const split = parts[2]?.start ?? list.length;
  const two = parts.length === 4 && givenName(list[split] ?? '') !== null;
  const whole = { start, code: 'given-name' as const, weight: two ? 0.85 : 0.62 };
  if (!two) return [{ ...whole, from, to, words: list }];
  return [
    { ...whole, from, to: from + split, words: list.slice(0, split) },
    { ...whole, from: from + split, to, start: words.tokens[from + split]?.start ?? start, words: list.slice(split) },
  ];
}

/** No more than a candidate (facts.ts, CANDIDATE). */
const OWNER = 0.3;
