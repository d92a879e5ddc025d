/** The names that the model file carries: the lists of lexicon/gazetteer, and the places and organisations that the rules know. */
import { existsSync, readFileSync } from 'node:fs';
import { places } from '../src/lexicon/geography.ts';
import { knownOrganizations } from '../src/lexicon/organizations.ts';
import { words } from '../src/lexicon/phrases.ts';
import { wordIdentity } from '../src/recognize/tagger/features.ts';
import { longer, NAME_CLASSES, type NameClass, type NameList } from '../src/recognize/tagger/listed-names.ts';
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

/** The names of all lists, with the beginnings of those of several words. */
export function namesOf(lists: NameLists): TrainedNames {
  const bitsOf = new Map<number, number>();
  NAME_CLASSES.forEach((name, bit) => {
    for (const phrase of lists[name] ?? []) {
      let key: number | null = null;
      for (const word of words(phrase)) {
        const identity = wordIdentity(word);
        key = (key === null ? identity : longer(key, identity)) >>> 0;
        if (!bitsOf.has(key)) bitsOf.set(key, 0);
      }
      if (key !== null) bitsOf.set(key, (bitsOf.get(key) ?? 0) | (1 << bit));
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
  for (const [name] of knownOrganizations.entries()) listOf('organizations').push(name);
  return lists;
}
