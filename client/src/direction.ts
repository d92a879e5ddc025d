/** The direction of a line, by its first strong character (Unicode Bidirectional Algorithm, rules P2 and P3). */

export type Direction = 'rtl' | 'ltr' | 'neutral';

/** A line that has no letter among its first characters is no prose; looking further would cost time on a line of megabytes. */
const WINDOW = 2000;

const STRONG = /[\u200E\u200F\u061C\u2066-\u2069]|\p{L}/gu;

/**
 * The scripts of ISO 15924 that are written right to left and have letters in today's use, by script extensions
 * (tatweel belongs to several). JavaScript's expressions know scripts but not bidirectional classes.
 */
const RIGHT_TO_LEFT =
  /[\u200F\u061C]|\p{scx=Arabic}|\p{scx=Hebrew}|\p{scx=Syriac}|\p{scx=Thaana}|\p{scx=Nko}|\p{scx=Adlam}|\p{scx=Samaritan}|\p{scx=Mandaic}|\p{scx=Hanifi_Rohingya}/u;

const OPENS_ISOLATE = /[\u2066-\u2068]/;
const CLOSES_ISOLATE = '\u2069';

/** Digits are not strong; what stands between an isolate's opening and its end is skipped. */
export function directionOf(line: string): Direction {
  let depth = 0;
  for (const [character] of line.slice(0, WINDOW).matchAll(STRONG)) {
    if (OPENS_ISOLATE.test(character)) depth += 1;
    else if (character === CLOSES_ISOLATE) depth = Math.max(0, depth - 1);
    else if (depth === 0) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr';
  }
  return 'neutral';
}
