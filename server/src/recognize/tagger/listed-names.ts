/**
 * Names of the lists in lexicon/gazetteer, as the tagger sees them: the model file has each as a hash of its words, with the classes it is
 * listed under. Names of places and organisations are looked for over the sentence, the longest first; a word of them gets a code that
 * says of which classes the name is and where in it the word stands. Names of persons are looked up word by word.
 */
import headData from '../../lexicon/gazetteer/heads.json' with { type: 'json' };
import { commonWord } from '../../lexicon/person-names.ts';
import { words } from '../../lexicon/phrases.ts';
import { CLUSTER_LEVELS, cores, hash, mixed, placed, wordIdentity } from './features.ts';

/** Classes of names, by their bit. The file of a list is named after its class (lexicon/gazetteer). */
export const NAME_CLASSES = [
  'towns',
  'regions',
  'landforms',
  'states',
  'clubs',
  'companies',
  'media',
  'parties',
  'armed',
  'international',
  'institutions',
  'organizations',
  'surnames-arab',
  'surnames-foreign',
  'given-arab',
  'given-foreign',
] as const;
export type NameClass = (typeof NAME_CLASSES)[number];

const bitsOf = (first: NameClass, last: NameClass): number =>
  (2 << NAME_CLASSES.indexOf(last)) - (1 << NAME_CLASSES.indexOf(first));
const PLACE = bitsOf('towns', 'states');
const ORGANIZATION = bitsOf('clubs', 'organizations');
const NAMED = PLACE | ORGANIZATION;
const PERSON = bitsOf('surnames-arab', 'given-foreign');

/** The names of the model file. Names and their beginnings have entries; a beginning that is no name has no class. */
export interface NameList {
  /** The entry of a key, −1 where there is none. */
  entry(key: number): number;
  /** Classes of an entry, a bit each. */
  classes(entry: number): number;
}

/** The key of a name of one word is `wordIdentity`; this is that of a name of one more word. */
export const longer = (key: number, identity: number): number =>
  mixed(Math.imul(key, 0x85ebca6b) ^ Math.imul(identity, 0x9e3779b1) ^ 0x3c6ef372);

/** The word itself, and what is left of it without particles: so many beginnings of names at most. */
export const STARTS = 3;

/** Of each word, by its number, STARTS each: the names that it may begin. */
export interface NameStarts {
  readonly keys: Int32Array;
  /** Of each word whether it may begin any. */
  readonly any: Uint8Array;
  /** −1 for none. */
  readonly entries: Int32Array;
  /** `commonness` of the word without its particle. */
  readonly common: Uint8Array;
  /** Whether it is a head. */
  readonly heads: Uint8Array;
}

export const nameStarts = (words: number): NameStarts => ({
  keys: new Int32Array(words * STARTS),
  any: new Uint8Array(words),
  entries: new Int32Array(words * STARTS),
  common: new Uint8Array(words * STARTS),
  heads: new Uint8Array(words * STARTS),
});

/** Notes which names the word of number `id` may begin. */
export function noteStarts(starts: NameStarts, id: number, word: string, list: NameList): void {
  const forms = [word, ...cores(word).map(([core]) => core)];
  starts.any[id] = 0;
  for (let s = 0, at = id * STARTS; s < STARTS; s++, at++) {
    const form = forms[s];
    starts.entries[at] = -1;
    if (form === undefined) continue;
    const key = wordIdentity(form);
    const entry = list.entry(key);
    starts.keys[at] = key;
    starts.entries[at] = entry;
    if (entry < 0) continue;
    starts.any[id] = 1;
    starts.common[at] = commonness(form);
    starts.heads[at] = isHead(form) ? 1 : 0;
  }
}

/**
 * Places of a word in a name: the only one (six: whether it is ordinary prose, and whether a particle was cut off), the first, inside,
 * the last; a noun before the name itself, its only word behind that, its first one of several.
 */
const SINGLE = 6;
const FIRST = SINGLE;
const INSIDE = SINGLE + 1;
const LAST = SINGLE + 2;
const HEAD = SINGLE + 3;
const ONLY_BEHIND = SINGLE + 4;
const FIRST_BEHIND = SINGLE + 5;
const PLACES = SINGLE + 6;

const heads: ReadonlySet<string> = new Set(words(headData.heads));
/** «نهر», «صحيفة»: a noun of what bears the name, which is complete without it. */
export const isHead = (word: string): boolean => heads.has(word);

const COMMON = [null, 'rare', 'frequent'] as const;
/** How common a word is in prose, as a number. */
export const commonness = (word: string): number => COMMON.indexOf(commonWord(word));

/** The code of a word in a name of these classes; 0 is a word in none. */
const codeOf = (classes: number, place: number): number => 1 + (classes & NAMED) * PLACES + place;

/**
 * The codes of `n` words, whose numbers stand in `ids` from `from` on, into `codes` from `from` on: from left to right the longest name
 * that begins at a word, of two as long the one without a particle. `identities`: of each word by its number.
 */
export function findNames(
  list: NameList,
  starts: NameStarts,
  identities: Int32Array,
  ids: Int32Array,
  from: number,
  n: number,
  codes: Int32Array,
): void {
  const { keys, entries, common } = starts;
  const classesOf = (entry: number) => list.classes(entry) & NAMED;
  codes.fill(0, from, from + n);
  for (let i = from; i < from + n; i++) {
    if (starts.any[ids[i] as number] === 0) continue;
    const start = (ids[i] as number) * STARTS;
    let length = 0;
    let classes = 0;
    let chosen = start;
    for (let s = 0; s < STARTS; s++) {
      let entry = entries[start + s] as number;
      let key = keys[start + s] as number;
      for (let end = i + 1; entry >= 0; end++) {
        const found = classesOf(entry);
        if (found !== 0 && end - i > length) {
          length = end - i;
          classes = found;
          chosen = start + s;
        }
        if (end >= from + n) break;
        key = longer(key, identities[ids[end] as number] as number);
        entry = list.entry(key);
      }
    }
    if (length === 0) continue;
    if (length === 1) codes[i] = codeOf(classes, 2 * (common[chosen] as number) + (chosen > start ? 1 : 0));
    else {
      const last = i + length - 1;
      const head = starts.heads[chosen] === 1;
      codes.fill(codeOf(classes, INSIDE), i, last);
      codes[last] = codeOf(classes, head && length === 2 ? ONLY_BEHIND : LAST);
      codes[i] = codeOf(classes, head ? HEAD : FIRST);
      if (head && length > 2) codes[i + 1] = codeOf(classes, FIRST_BEHIND);
      i = last;
    }
  }
}

/** The features of a code other than 0, as `WordFeatures` has them. */
export function codeFeatures(code: number): number[] {
  const place = (code - 1) % PLACES;
  const classes = (code - 1 - place) / PLACES;
  const found = [hash(120, `${classes} ${place}`)];
  NAME_CLASSES.forEach((name, bit) => {
    if ((classes >> bit) & 1) found.push(hash(121, `${name} ${place}`));
  });
  const kinds = (classes & PLACE ? 1 : 0) + (classes & ORGANIZATION ? 2 : 0);
  found.push(hash(122, `${kinds} ${place}`));
  return found;
}

/** Features of a word that is listed as a name of persons. */
export function personFeatures(word: string, list: NameList): number[] {
  const forms = [word, ...cores(word).map(([core]) => core)];
  for (let s = 0; s < forms.length; s++) {
    const form = forms[s] as string;
    const other = form.startsWith('ال') ? form.slice(2) : `ال${form}`;
    for (const [spelling, name] of [form, other].entries()) {
      const entry = list.entry(wordIdentity(name));
      if (entry < 0) continue;
      const classes = list.classes(entry) & PERSON;
      if (classes === 0) continue;
      const how = `${s > 0 ? 'cut ' : ''}${spelling > 0 ? 'other ' : ''}${commonness(word)}`;
      const found = [hash(125, `${classes} ${how}`)];
      NAME_CLASSES.forEach((name, bit) => {
        if ((classes >> bit) & 1) found.push(hash(126, `${name} ${how}`));
      });
      return found;
    }
  }
  return [];
}

export const LISTED_PAIRS = 2;
/** They are filed under places from here on. */
const LISTED = 400;

/**
 * The features of a word in a listed name together with the clusters of the words beside it (as for `pairFeatures`), into `out` from `to`
 * on.
 */
export function listedPairs(
  code: number,
  clusters: ArrayLike<number>,
  at: number,
  out: Uint32Array | Int32Array,
  to: number,
): void {
  const before = clusters[(at - 1) * CLUSTER_LEVELS + 1] as number;
  const after = clusters[(at + 1) * CLUSTER_LEVELS + 1] as number;
  out[to] = placed(Math.imul(code, 0x9e3779b1) ^ Math.imul(before + 7919, 0x85ebca6b), LISTED);
  out[to + 1] = placed(Math.imul(code, 0x9e3779b1) ^ Math.imul(after + 7919, 0x85ebca6b), LISTED + 1);
}
