/** In which order the lines of a concordance stand: on the page and in what is exported alike. */
import type { Concordance } from '../../../server/src/lsp/requests.ts';

/** `place`: by date of the article, then as they stand in it. */
export type Order = 'place' | 'before' | 'mention' | 'after' | 'article';
export const ORDERS: readonly Order[] = ['place', 'before', 'mention', 'after', 'article'];

export type Line = Concordance['lines'][number];

/** So many words before or after a mention decide. */
const WORDS = 6;

/**
 * The lines in an order, equal ones as they came. By what is before: the nearest word first, then the one before it. Arabic by its
 * alphabet, without minding vowel signs.
 */
export function ordered({ lines, articles }: Concordance, order: Order, descending: boolean): Line[] {
  const key = (line: Line): string => {
    switch (order) {
      case 'place':
        return '';
      case 'before':
        return wordsOf(line.before).slice(-WORDS).reverse().join(' ');
      case 'mention':
        return wordsOf(line.words).join(' ');
      case 'after':
        return wordsOf(line.after).slice(0, WORDS).join(' ');
      case 'article':
        return articles[line.article]?.title ?? '';
    }
  };
  if (order === 'place') return descending ? lines.toReversed() : [...lines];
  const collator = new Intl.Collator('ar', { sensitivity: 'base', numeric: true });
  const sign = descending ? -1 : 1;
  return lines
    .map((line, index) => ({ line, index, key: key(line) }))
    .sort((a, b) => sign * collator.compare(a.key, b.key) || a.index - b.index)
    .map(({ line }) => line);
}

/** Words without the signs around them; vowel signs and tatweel left out. */
function wordsOf(text: string): string[] {
  return text.replace(/[\u0640\u064B-\u065F\u0670]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
