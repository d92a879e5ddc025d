/**
 * What the tagger looks at: features of a word by itself (its letters, particles, classes of the lexicon, clusters), each as a hash.
 * A feature is looked up at the word's place in the window, so all that a word adds to the tags around it is known once its hashes are.
 */
import { bareStates, namedPlaceNouns, nisba, placeNouns, places } from '../../lexicon/geography.ts';
import { counterparts, portfolios, rankAdjectives, roles, titles } from '../../lexicon/office-words.ts';
import { knownOrganizations, openHeads, phraseHeads } from '../../lexicon/organizations.ts';
import { commonWord, functionWords, givenName, joints, kunyas, servants } from '../../lexicon/person-names.ts';
import { verbKind } from '../../lexicon/verbs.ts';
import { withoutArticle } from '../words.ts';

/** Tags in the order of the model's columns. MISC is learnt, for it keeps names of other kinds out of the rest, and never shown. */
export const TAGS = ['O', 'B-PERS', 'I-PERS', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-MISC', 'I-MISC'] as const;
export const TAG_COUNT = TAGS.length;
/** Words on each side whose features speak of the tag of a word. */
export const REACH = 2;
export const WINDOW = 2 * REACH + 1;
/** Levels of clusters, the coarse first. */
export const CLUSTER_LEVELS = 4;

/** What is known of a word from unmarked text: the row of its vector, and its cluster on each level. */
export interface WordTable {
  /** −1 where the word has none. */
  row(word: string): number;
  cluster(row: number, level: number): number;
}

export interface WordFeatures {
  /** Hashes for the word itself, its neighbours, and theirs; each list holds the one after it. */
  readonly full: readonly number[];
  readonly near: readonly number[];
  readonly far: readonly number[];
  /** Row of the vector of the word or, without one, of what is left of it without particles; −1 where there is none. */
  readonly row: number;
  /** `wordIdentity` */
  readonly identity: number;
}

/** 32 bits of a text under a template number (FNV-1a, then mixed). */
export function hash(template: number, text: string): number {
  let h = 0x811c9dc5 ^ Math.imul(template + 1, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mixed(h);
}

export function mixed(value: number): number {
  let h = value ^ (value >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return h ^ (h >>> 15);
}

/** The feature `word` seen at a place of the window (0 … WINDOW − 1), or of a pair (from PAIRS on): what the weights are filed under. */
export const placed = (feature: number, place: number): number =>
  mixed(Math.imul(feature ^ Math.imul(place + 17, 0x85ebca6b), 0xc2b2ae35)) >>> 0;

/** The word as the model knows it: `token` is folded already (text/fold.ts); digits become 0, punctuation at the edges goes. */
export function modelWord(token: string): string {
  if (PLAIN.test(token)) return token;
  const word = token.replace(/[0-9]/g, '0');
  return withoutEdges(word) || word;
}
const PLAIN = /^[\u0621-\u064A]+$/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** One look at each sign; a regular expression would try the edge again at every sign of a run that is not at the end. */
function withoutEdges(word: string): string {
  const signs = [...word];
  let start = 0;
  let end = signs.length;
  while (start < end && !LETTER_OR_DIGIT.test(signs[start] ?? '')) start++;
  while (end > start && !LETTER_OR_DIGIT.test(signs[end - 1] ?? '')) end--;
  return signs.slice(start, end).join('');
}

/** What stands before and after a sentence. */
export const SENTENCE_START = '\u0001';
export const SENTENCE_END = '\u0002';

/** What a word is known by in features of two words and in listed names (listed-names.ts). */
export const wordIdentity = (word: string): number => hash(200, word);

/** A core that a particle is cut off from, with the particle; of `لل` the article is put back. */
export function cores(word: string): (readonly [core: string, proclitic: string])[] {
  const found: (readonly [string, string])[] = [];
  let cut = 0;
  const add = () => {
    if (word.length - cut >= 2) found.push([word.slice(cut), word.slice(0, cut)]);
  };
  if (word[0] === 'و' || word[0] === 'ف') {
    cut = 1;
    add();
  }
  const next = word[cut];
  if (next === 'ل' && word[cut + 1] === 'ل') {
    if (word.length - cut >= 4) found.push([`ال${word.slice(cut + 2)}`, word.slice(0, cut + 1)]);
  } else if (next === 'ب' || next === 'ل' || next === 'ك') {
    cut++;
    add();
  }
  return found;
}

/** The classes of the lexicon that a word is of. */
function classes(word: string): string[] {
  const found: string[] = [];
  const say = (name: string, when: unknown) => {
    if (when) found.push(name);
  };
  const bare = withoutArticle(word);
  const title = titles.get(word);
  if (title) found.push(`${title.kind}${title.weak ? ' weak' : ''}`);
  const role = roles.get(word);
  if (role) found.push('role', `role ${role.number}${role.general ? ' general' : ''}`);
  else say('role begins', roles.begins(word));
  say('portfolio', portfolios.begins(word));
  say('rank adjective', rankAdjectives.has(word));
  say('counterpart', counterparts.has(word));
  const name = givenName(word);
  if (name) found.push(`given name ${name}`);
  found.push(`common ${commonWord(word)}`);
  say('function word', functionWords.has(word));
  say('kunya', kunyas.has(word));
  say('joint', joints.has(word));
  say('servant', servants.has(word));
  const place = places.get(word);
  if (place) found.push('place', `place ${place.type}${place.ambiguous ? ' ambiguous' : ''}`);
  else say('place begins', places.begins(word));
  say('bare state', bareStates.get(word));
  const state = nisba(word);
  if (state !== undefined) found.push(state === '' ? 'people' : 'nisba');
  say('place noun', placeNouns.has(bare));
  say('named place noun', namedPlaceNouns.has(word));
  if (knownOrganizations.get(word)) found.push('organization');
  else say('organization begins', knownOrganizations.begins(word));
  say('open head', openHeads.has(bare));
  say('phrase head', phraseHeads.has(bare));
  const verb = verbKind(word) ?? (word[0] === 'و' || word[0] === 'ف' ? verbKind(word.slice(1)) : undefined);
  if (verb) found.push(`verb ${verb}`);
  return found;
}

function shape(word: string): string {
  if (/^0+$/.test(word)) return `digits ${Math.min(word.length, 5)}`;
  if (word.includes('0')) return 'with digits';
  if (/[a-z]/.test(word)) return 'latin';
  if (/\p{L}/u.test(word)) return `letters ${Math.min(word.length, 8)}${word.startsWith('ال') ? ' definite' : ''}`;
  return `mark ${word.slice(0, 2)}`;
}

/** Longer words are no words: their letters beyond this are not looked at. */
const LONGEST = 40;

/** All features of a word (`modelWord`). */
export function wordFeatures(given: string, table: WordTable): WordFeatures {
  const word = given.length > LONGEST ? given.slice(0, LONGEST) : given;
  const full: number[] = [];
  const near: number[] = [];
  const far: number[] = [];
  const add = (reach: 0 | 1 | 2, template: number, text: string) => {
    const h = hash(template, text);
    full.push(h);
    if (reach > 0) near.push(h);
    if (reach > 1) far.push(h);
  };
  const parts = cores(word);
  add(2, 1, word);
  for (let n = 1; n <= 4 && n < word.length; n++) {
    add(n <= 3 ? 1 : 0, 10 + n, word.slice(0, n));
    add(1, 20 + n, word.slice(-n));
  }
  for (const [core, proclitic] of parts) {
    add(1, 31, core);
    add(1, 32, proclitic);
    for (let n = 1; n <= 3 && n < core.length; n++) add(0, 40 + n, core.slice(0, n));
    if (core.startsWith('ال') && core.length > 4) add(0, 33, core.slice(2));
  }
  if (word.startsWith('ال') && word.length > 4) add(1, 33, word.slice(2));
  add(0, 31, word);
  const bounded = `^${word}$`;
  for (let i = 0; i + 3 <= bounded.length; i++) add(0, 50, bounded.slice(i, i + 3));
  add(1, 60, shape(word));
  if (/[ڤگپچژ]/.test(word)) add(0, 61, '');

  let row = table.row(word);
  let template = 70;
  if (row < 0) {
    template = 80;
    for (const [core] of parts) if (row < 0) row = table.row(core);
    if (row < 0 && word.startsWith('ال')) row = table.row(word.slice(2));
  }
  if (row < 0) add(2, 79, '');
  else for (let level = 0; level < CLUSTER_LEVELS; level++) add(2, template + level, `${table.cluster(row, level)}`);
  for (const [core] of parts) {
    const other = table.row(core);
    if (other < 0 || other === row) continue;
    for (let level = 1; level < CLUSTER_LEVELS; level++) add(1, 90 + level, `${table.cluster(other, level)}`);
  }
  for (const name of classes(word)) add(2, 100, name);
  for (const [core] of parts) for (const name of classes(core)) add(1, 101, name);
  return { full, near, far, row, identity: wordIdentity(word) };
}

/** Features of pairs of words beside each other are filed under places from here on. */
const PAIRS = 300;
export const PAIR_FEATURES = 12;

const pair = (template: number, a: number, b: number): number =>
  placed(Math.imul(a ^ 0x1234567, 0x9e3779b1) ^ Math.imul(b + template * 7919, 0x85ebca6b), PAIRS + template);

/**
 * The features of the words beside each other around one word, into `out`. `identity` has the identity of each word of the sentence,
 * REACH places before and after it too; `clusters` its clusters, CLUSTER_LEVELS each, −1 for none and −7 beyond the sentence. `at`:
 * the place of the word in both.
 */
export function pairFeatures(
  identity: ArrayLike<number>,
  clusters: ArrayLike<number>,
  at: number,
  out: Uint32Array,
): void {
  const a = (at - 1) * CLUSTER_LEVELS;
  const b = at * CLUSTER_LEVELS;
  const c = b + CLUSTER_LEVELS;
  const word = identity[at] as number;
  const wordBefore = identity[at - 1] as number;
  const wordAfter = identity[at + 1] as number;
  const here = clusters[b + 1] as number;
  const before = clusters[a + 1] as number;
  const after = clusters[c + 1] as number;
  out[0] = pair(1, wordBefore, word);
  out[1] = pair(2, word, wordAfter);
  out[2] = pair(3, before, here);
  out[3] = pair(4, here, after);
  out[4] = pair(5, before, after);
  out[5] = pair(6, clusters[a + 2] as number, here);
  out[6] = pair(7, here, clusters[c + 2] as number);
  out[7] = pair(8, clusters[a - CLUSTER_LEVELS + 1] as number, before);
  out[8] = pair(9, after, clusters[c + CLUSTER_LEVELS + 1] as number);
  out[9] = pair(10, wordBefore, here);
  out[10] = pair(11, here, wordAfter);
  out[11] = pair(12, Math.imul(clusters[a] as number, 1000) + (clusters[b] as number), clusters[c] as number);
}
