/** One spelling of a word of a name that is written in several. */

/** What Persian letters and the carriers of hamza become when Arab newspapers write the name: «پزشکیان»/«بزشكيان», «فؤاد»/«فواد». */
const RESPELLED: ReadonlyMap<string, string> = new Map([
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['گ', 'ك'],
  ['ژ', 'ز'],
  ['ڤ', 'ف'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ء', ''],
  ['-', ''],
]);

/** A folded word of a name as all its spellings become it. */
export function respell(word: string): string {
  let spelt = '';
  for (const letter of word) spelt += RESPELLED.get(letter) ?? letter;
  return spelt;
}
