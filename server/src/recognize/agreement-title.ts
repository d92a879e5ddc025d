/**
 * The title of an agreement in the nominative. A name stands in the case of its sentence («أصدرا بيانا مشتركا», «وقعا مذكرتين»);
 * alone on a card it is «بيان مشترك», «مذكرتان». Without vowel signs only the indefinite accusative and the dual are seen.
 */
import { headNouns } from '../lexicon/agreements.ts';
import { fold } from '../text/fold.ts';
import { isAdjective } from './agreement-extent.ts';

/** `title`: cleaned, the head noun first. */
export function nominative(title: string): string {
  const words = title.split(' ');
  const head = fold(words[0] ?? '');
  const noun = headNouns.get(head) ?? headNouns.get(head.replace(/^ال/, ''));
  if (noun === undefined) return title;
  if (noun.number === 'two') return inDual(words, /^ال/.test(head));
  // «اتفاقا» is a form of «اتفاق», as «معاهدا» is of nothing.
  if (noun.number !== 'one' || !head.endsWith('ا') || !headNouns.has(head.slice(0, -1))) return title;
  let agreeing = true;
  return words
    .map((word, i) => {
      agreeing &&= i === 0 || isAccusative(word);
      return agreeing ? word.slice(0, -1) : word;
    })
    .join(' ');
}

/** «مشتركا», «وأمنيا»: an adjective in the indefinite accusative. */
function isAccusative(word: string): boolean {
  const core = fold(word).replace(/^و(?=.{3})/, '');
  return core.endsWith('ا') && !core.startsWith('ال') && isAdjective(core.slice(0, -1), false);
}

/** «مذكرتين أمنيتين» and «مذكرتي تفاهم»: the head, and adjectives right behind it. */
function inDual(words: readonly string[], definite: boolean): string {
  let agreeing = true;
  return words
    .map((word, i) => {
      const article = fold(word).startsWith('ال');
      agreeing &&= i === 0 || (/ين$/.test(word) && article === definite);
      if (!agreeing) return word;
      return i === 0 && /تي$/.test(word) ? word.replace(/ي$/, 'ا') : word.replace(/ين$/, 'ان');
    })
    .join(' ');
}
