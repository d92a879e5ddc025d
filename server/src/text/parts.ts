/** The parts of an article: title, date line, source, furniture, paragraphs. */
import type { ArticleFacts, DateFact } from '../recognize/facts.ts';
import type { Token } from './tokens.ts';

export type ArticleParts = Pick<ArticleFacts, 'direction' | 'title' | 'date' | 'source' | 'furniture' | 'paragraphs'>;

/** `dates`: the absolute dates of the text (findDates with reference null). */
export function articleParts(text: string, tokens: readonly Token[], _dates: readonly DateFact[]): ArticleParts {
  const paragraphs = tokens.length > 0 ? [{ start: 0, end: text.length }] : [];
  return { direction: 'rtl', title: null, date: null, source: null, furniture: [], paragraphs };
}
