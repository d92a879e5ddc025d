/** The names that the model file carries: the lists of lexicon/gazetteer, and the places and organisations that the rules know. */
import { existsSync, readFileSync } from 'node:fs';
import { places } from '../src/lexicon/geography.ts';
import { knownOrganizations } from '../src/lexicon/organizations.ts';
import { commonWord, foreignNames, functionWords } from '../src/lexicon/person-names.ts';
import { words } from '../src/lexicon/phrases.ts';
import { modelWord, wordIdentity } from '../src/recognize/tagger/features.ts';
import { isHead, longer, NAME_CLASSES, type NameClass, type NameList } from '../src/recognize/tagger/listed-names.ts';
import { search } from '../src/recognize/tagger/model.ts';

/** What goes into the file. */
export interface NameData {
  /** Sorted. */
  readonly keys: Uint32Array;
  /** Classes of each key, a bit each. */
  readonly bits: Uint16Array;
}

export interface TrainedNames extends NameData, NameList {}

export type NameLists = Partial<Readonly<Record<NameClass, readonly string[]>>>;

/** Classes whose single words of prose the other words of a sentence cannot tell from names often enough. */
const WITHOUT_PROSE = new Set<NameClass>([
  'landforms',
  'clubs',
  'companies',
  'media',
  'parties',
  'armed',
  'international',
  'institutions',
]);
const PERSONS = new Set<NameClass>(['surnames-arab', 'surnames-foreign', 'given-arab', 'given-foreign']);

/** Whether a name of one word is left out, for it is mostly something else: «الحياة» as a newspaper, «لي» as a family name. */
const isProse = (name: NameClass, word: string): boolean =>
  (WITHOUT_PROSE.has(name) && commonWord(word) === 'frequent') ||
  (PERSONS.has(name) && (word.length < 3 || functionWords.has(word) || commonWord(word) !== null));

/** «نهر دجلة» is also «دجلة». */
function withAndWithoutHead(name: string): string[] {
  const [first = '', ...rest] = words(name);
  const bare = rest.length > 1 || (rest[0] !== undefined && commonWord(rest[0]) === null);
  return isHead(first) && bare ? [name, rest.join(' ')] : [name];
}

/** The names of all lists, with the beginnings of those of several words. */
export function namesOf(lists: NameLists): TrainedNames {
  const bitsOf = new Map<number, number>();
  const put = (key: number, bits: number) => bitsOf.set(key, (bitsOf.get(key) ?? 0) | bits);
  NAME_CLASSES.forEach((name, bit) => {
    for (const phrase of (lists[name] ?? []).flatMap(withAndWithoutHead)) {
      const parts = words(phrase).map(modelWord);
      if (parts.length === 1 && isProse(name, parts[0] as string)) continue;
      let key: number | null = null;
      const identities = parts.map(wordIdentity);
      for (const identity of identities) {
        key = (key === null ? identity : longer(key, identity)) >>> 0;
        put(key, 0);
      }
      if (key !== null) put(key, 1 << bit);
    }
  });
  const keys = Uint32Array.from(bitsOf.keys()).sort();
  const bits = Uint16Array.from(keys, (key) => bitsOf.get(key) ?? 0);
  return { keys, bits, entry: (key) => search(keys, key >>> 0), classes: (entry) => bits[entry] as number };
}

const folder = new URL('../src/lexicon/gazetteer/', import.meta.url);

/** One name a line; lines that begin with # say where the list comes from. */
export const namesIn = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** The lists as they stand in the lexicon. */
export function nameLists(): NameLists {
  const lists: Partial<Record<NameClass, string[]>> = {};
  const listOf = (name: NameClass): string[] => {
    lists[name] ??= [];
    return lists[name];
  };
  for (const name of NAME_CLASSES) {
    const file = new URL(`${name}.txt`, folder);
    if (existsSync(file)) listOf(name).push(...namesIn(readFileSync(file, 'utf8')));
  }
  for (const [name, { type }] of places.entries())
    listOf(type === 'state' ? 'states' : type === 'province' || type === 'region' ? 'regions' : 'towns').push(name);
  listOf('given-foreign').push(...foreignNames);
  for (const [name] of knownOrganizations.entries()) listOf('organizations').push(name);
  return lists;
}
