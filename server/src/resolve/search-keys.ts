/** What of a name a reader may type: its words in Arabic, in Latin letters, and by their sound. */
import { fold } from '../text/fold.ts';
import { romanize, skeletons } from '../text/romanize.ts';

/** How a key was made; the first letter of the key. */
export const ARABIC = 'a';
export const LATIN = 'l';
export const SOUND = 's';

/** Keys of a name: each word folded and without ال, each word of its romanisation, and the sound of each word. */
export function searchKeys(name: string): Set<string> {
  const keys = new Set<string>();
  for (const word of arabicWords(name)) keys.add(ARABIC + word);
  for (const word of latinWords(romanize(name))) keys.add(LATIN + word);
  for (const reading of soundReadings(name)) for (const word of reading) keys.add(SOUND + word);
  return keys;
}

/** Words are looked up among those that share their first two letters. */
export const bucketOf = (key: string): string => key.slice(0, 3);

const WORDS = /[\p{L}\p{M}\p{Nd}]+/gu;

export const arabicWords = (text: string): string[] =>
  (fold(text).match(WORDS) ?? []).map((word) => (word.startsWith('ال') && word.length > 3 ? word.slice(2) : word));

const LATIN_ARTICLES = new Set(['al', 'el']);

/** Lower-case words without diacritics; a hyphen ends one, and the article is none. */
export const latinWords = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\p{M}'’‘ʿʾ`]/gu, '')
      .match(/[\p{L}\p{Nd}]+/gu) ?? []
  ).filter((word, _, all) => all.length === 1 || !LATIN_ARTICLES.has(word));

/** The sounds of the words, by each usual reading of the letters. */
export const soundReadings = (text: string): string[][] =>
  skeletons(text).map((reading) => reading.split(' ').filter((word) => word !== ''));
