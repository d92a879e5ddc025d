/**
 * When two written names may be one person's. Only the words are looked at here; offices, countries and dates are weighed in persons.ts.
 */
import givenNames from '../lexicon/given-names.json' with { type: 'json' };
import { fold } from '../text/fold.ts';
import { respell } from '../text/name-spelling.ts';
import { once } from './lazily.ts';

/** «بن»: the word after it is the father's name. It may be left out, so it is no word of the key. */
const SON_OF = new Set(['بن', 'ابن', 'بنت']);
/** «آل ثاني»: the house, folded like the article and left out like it. */
const HOUSE = 'ال';
const SERVANT = 'عبد';
const KUNYA: ReadonlyMap<string, string> = new Map([
  ['ابو', 'ابو'],
  ['ابي', 'ابو'],
  ['ابا', 'ابو'],
  ['ام', 'ام'],
]);
/**
 * Words that only end a compound: «نور الدين», «نصر الله» («عبد رب النبي» is too rare to be listed), and «جونيور», which tells a son from
 * his father.
 */
const COMPOUND_ENDS = new Set(['الدين', 'الله', 'جونيور']);

/**
 * Names before the name that a writer may leave out: «محمد رضا …», «محمد علي …» and the honorific that has become a part of the name
 * («السيد علي …»). Leaving out any other first word makes a son of his father («عدنان خليل» is not «سامي عدنان خليل»).
 */
const LEFT_OUT_FIRST = new Set(['محمد', 'سيد']);

/** Words beyond these say nothing more; a longer "name" is a misreading, and its parts must not cost more than a name's. */
const MOST_WORDS = 6;

const commonGiven = once(
  (): ReadonlySet<string> =>
    new Set(
      [...givenNames.plain, ...givenNames.ambiguous]
        .flatMap((words) => words.split(' '))
        .flatMap((word) => nameWords([fold(word)])),
    ),
);

/** The words of `nameWords`, joined. */
export type NameKey = string;

/**
 * The words that count: «بن» and «آل» left out, compounds joined («عبد الرحمن», «أبو مهدي», «نور الدين»), ال before a word and hamza
 * left out, Persian letters as Arabic. `words` are folded.
 */
export function nameWords(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < words.length && kept.length < MOST_WORDS; i++) {
    const word = respell(words[i] ?? '');
    if (word === '' || SON_OF.has(word) || word === HOUSE) continue;
    const next = respell(words[i + 1] ?? '');
    const kunya = KUNYA.get(word);
    if ((word === SERVANT || kunya !== undefined) && next !== '') {
      kept.push((kunya ?? word) + next);
      i++;
    } else if (COMPOUND_ENDS.has(word) && kept.length > 0) kept.push(kept.pop() + word);
    else kept.push(kept.length === 0 ? bare(word) : familyName(bare(word)));
  }
  return kept;
}

export const nameKey = (words: readonly string[]): NameKey => words.join('-');
export const wordsOf = (key: NameKey): string[] => key.split('-');

function bare(word: string): string {
  return word.startsWith('ال') && word.length > 3 ? word.slice(2) : word;
}

/**
 * One spelling of a family name that is written in two: «بالرابح» and «بلرابح» (ابن الرابح, as the Maghreb writes it), «غابرييل» and
 * «غابريل».
 */
const familyName = (word: string): string => word.replace(/^بال(?=.{3})/, 'بل').replace(/يي(?=.)/, 'ي');

/** Pairs of words, in order, that a name holds: any name that it is a fuller form of holds one of its own. */
export function wordPairs(words: readonly string[]): string[] {
  const pairs = new Set<string>();
  for (let i = 0; i < words.length; i++)
    for (let j = i + 1; j < words.length; j++) pairs.add(`${words[i]}-${words[j]}`);
  return [...pairs];
}

/** Shorter names that `words` is a fuller form of: all choices of two or more of its words in order, itself left out. */
export function shorterNames(words: readonly string[]): NameKey[] {
  const found = new Set<NameKey>();
  const all = 2 ** words.length - 1;
  for (let chosen = 1; chosen < all; chosen++) {
    const part = words.filter((_, i) => chosen & (1 << i));
    if (part.length >= 2) found.add(nameKey(part));
  }
  found.delete(nameKey(words));
  return [...found];
}

/**
 * How the shorter name stands to the fuller one. `ends`: given and family name are there, a middle name is left out («سامر الحداد» of
 * «سامر وليد الحداد»). `begins`: the last name is left out («فارس عجيل» of «فارس عجيل نايف»). `unfronted`: «محمد» before the given name is
 * left out («رضا كمالي» of «محمد رضا كمالي»). Null where they cannot be one person's.
 */
export type Shortening = 'ends' | 'begins' | 'unfronted';

/** `fullForms`: the fuller name as written, to see «بن» in it. */
export function shortening(
  short: readonly string[],
  full: readonly string[],
  fullForms: Iterable<string>,
): Shortening | null {
  if (short.length < 2 || short.length >= full.length || !isWithin(short, full)) return null;
  if (short[0] === full[0]) return short.at(-1) === full.at(-1) ? 'ends' : 'begins';
  if (short[0] !== full[1] || !LEFT_OUT_FIRST.has(full[0] ?? '')) return null;
  for (const form of fullForms) if (SON_OF.has(fold(form.split(' ')[1] ?? ''))) return null;
  return 'unfronted';
}

/** Whether the words stand in `full` in the same order. */
export function isWithin(words: readonly string[], full: readonly string[]): boolean {
  let at = 0;
  for (const word of full) if (word === words[at]) at++;
  return at === words.length;
}

/** A name that so many bear as a given name that it tells little as the last word of a shortened name: «علي حسن» of whom? */
export const isCommonGivenName = (word: string): boolean => commonGiven().has(word);
