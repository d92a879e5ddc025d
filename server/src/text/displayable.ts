/** Text of articles, names of files and values of `fihris.yaml` as they may stand on a line beside other text. */

// Control and format characters; of the format characters the two joiners stay, which Persian spelling needs.
const UNSHOWABLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu;

/**
 * Marks that a letter may carry. The most that a spelling needs are four (shadda, vowel, small alef, maddah); of a tower of them the
 * rest is left out, for it would lie on the lines above. Unicode's own limit (UAX #15, stream-safe text) is 30.
 */
const TOWERS = /(\p{M}{8})\p{M}+/gu;

/** Letters, digits and marks that stay as they are, with single spaces between: nearly every quotation of an article. */
const AS_IT_IS = /^(?: ?[!-~\u0621-\u064A\u0660-\u0669،؛؟«»“”…])* ?$/;

/**
 * One line without control characters: an override character or an escape sequence in an article must not reorder or hide what stands
 * around the quotation.
 */
export function displayable(text: string): string {
  return oneLine(text).trim();
}

/** As `displayable`, with the space at both ends. */
export function oneLine(text: string): string {
  if (AS_IT_IS.test(text)) return text;
  return text
    .replace(/\p{Cs}/gu, '\uFFFD') // half a surrogate pair
    .replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNSHOWABLE, '')
    .replace(TOWERS, '$1')
    .replace(/\s+/g, ' ');
}
