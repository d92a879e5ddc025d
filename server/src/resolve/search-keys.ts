/** What of a name a reader may type: its words in Arabic, in Latin letters, and by their sound. */
import { fold } from '../text/fold.ts';
import { perWord } from '../text/per-word.ts';
import { romanize, skeletons } from '../text/romanize.ts';

/** How a key was made; the first letter of the key. */
export const ARABIC = 'a';
export const LATIN = 'l';
export const SOUND = 's';

/** Keys of a name: each word folded and without ال, each word of its romanisation, and the sound of each word. */
export function searchKeys(name: string): Set<string> {
  const keys = new Set<string>();
  for (const word of arabicWords(name)) keys.add(ARABIC + word);
  for (const word of latinWords(romanize(name))) if (!LATIN_ARTICLES.has(word)) keys.add(LATIN + word);
  for (const reading of soundReadings(name)) for (const word of reading) keys.add(SOUND + word);
  return keys;
}

/**
 * The words of a name, each of which has its keys by itself: a name has those of all of them. «عبد» belongs to the word behind it, and
 * Latin letters are read as they stand together. Many names share a word, so its keys are made and kept once.
 */
export function searchUnits(name: string): Set<string> {
  if (/\p{Script=Latin}/u.test(name)) return new Set([name]);
  const words = name.split(/[\s,،.]+/).filter((word) => word !== '');
  const units = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    if (next !== undefined && fold(word) === 'عبد') {
      units.add(`${word} ${next}`);
      i++;
    } else units.add(word);
  }
  return units;
}

/** Words are looked up among those that share their first two letters. */
export const bucketOf = (key: string): string => key.slice(0, 3);

const WORDS = /[\p{L}\p{M}\p{Nd}]+/gu;

export const arabicWords = (text: string): string[] =>
  (fold(text).match(WORDS) ?? []).map((word) => (word.startsWith('ال') && word.length > 3 ? word.slice(2) : word));

const LATIN_ARTICLES = new Set(['al', 'el']);

/** Lower-case words without diacritics; a hyphen ends one, and the article is none. */
export const latinWords = (text: string): string[] =>
  text
    .split(/\s+/)
    .flatMap(plainWords)
    .filter((word, _, all) => all.length === 1 || !LATIN_ARTICLES.has(word));

const plainWords = perWord(
  (text): readonly string[] =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\p{M}'’‘ʿʾ`]/gu, '')
      .match(/[\p{L}\p{Nd}]+/gu) ?? [],
);

/** The sounds of the words, by each usual reading of the letters. */
export const soundReadings = (text: string): string[][] =>
  skeletons(text).map((reading) => reading.split(' ').filter((word) => word !== ''));
