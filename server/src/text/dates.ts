/** Date expressions and what they mean. */
import type { DateFact, IsoDate } from '../recognize/facts.ts';
import type { Token } from './tokens.ts';

/** Date expressions of the text in order; relative ones only with the article's date as `reference`. */
export function findDates(_text: string, _tokens: readonly Token[], _reference: IsoDate | null): DateFact[] {
  return [];
}
