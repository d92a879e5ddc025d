/** Ranks, honorifics and titles of address before names: «اللواء», «السيد», «د.». */
import { abbreviations, rankAdjectives, titles, titlesWithoutArticle } from '../lexicon/office-words.ts';
import { givenName } from '../lexicon/person-names.ts';
import type { Word } from '../text/word.ts';
import { nameClass } from './name-words.ts';
import { CLOSING_QUOTES, MAY, type Words } from './words.ts';

/** A rank, honorific or title of address before a name. */
export interface FoundTitle {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly kind: 'rank' | 'honorific';
  readonly weak: boolean;
}

/** Titles by the token that they end before, so that a name finds those that stand before it. */
export function findTitles(words: Words): ReadonlyMap<number, FoundTitle> {
  const found = new Map<number, FoundTitle>();
  for (let at = words.next(MAY.title); at < words.tokens.length; at = words.next(MAY.title, at + 1)) {
    if (!words.isWord(at)) continue;
    const title = titleAt(words, at);
    const known = title && found.get(title.to);
    if (title && !known) found.set(title.to, title);
  }
  return found;
}

/** Whether a title can begin with this word. */
export const mayBeginTitle = ({ norm, forms }: Word): boolean =>
  abbreviations.has(norm) ||
  forms.some(({ core, definite }) => titles.begins(core) || (definite && titles.begins(`ال${core}`)));

function titleAt(words: Words, at: number): FoundTitle | null {
  if (abbreviations.has(words.word(at)) && words.word(at).length === 1) {
    const dotted = words.mark(at + 1) === '.' || words.mark(at + 1) === '/';
    const next = dotted ? at + 2 : at + 1;
    const known =
      words.follows(next) &&
      (givenName(words.word(next)) !== null || (dotted && nameClass(words.word(next)) !== 'none'));
    if (known) return { from: at, to: next, start: words.tokens[at]?.start ?? 0, kind: 'honorific', weak: !dotted };
    return null;
  }
  for (const reading of words.readings(at)) {
    const form = reading.definite && !reading.core.startsWith('ال') ? `ال${reading.core}` : reading.core;
    // «منذر بالحاج علي», «رضا بالشيخ»: a family name as the Maghreb writes it, behind a given name.
    if (reading.proclitic === 'ب' && isFamilyWithBa(words, at)) continue;
    // «سليم الحاج مبروك»: right behind a given name it is the family's.
    if (words.word(at) === 'الحاج' && words.follows(at) && endsGiven(words, at - 1)) continue;
    const match = titles.longest(form, words.tokens, at);
    if (!match || !(form.startsWith('ال') || titlesWithoutArticle.has(form))) continue;
    let to = match.end;
    while (match.value.kind === 'rank' && words.follows(to) && rankAdjectives.has(words.word(to))) to++;
    return { from: at, to, start: reading.start, kind: match.value.kind, weak: match.value.weak };
  }
  return null;
}

const isFamilyWithBa = (words: Words, at: number): boolean =>
  givenName(words.word(at)) !== null && words.follows(at) && endsGiven(words, at - 1);
const endsGiven = (words: Words, at: number): boolean =>
  words.readings(at).some(({ core }) => givenName(core) !== null);

/** The first token of the titles that stand before the name at token `at`, `at` where none do. */
export function titlesFrom(titlesBefore: ReadonlyMap<number, FoundTitle>, at: number): number {
  let from = at;
  for (let guard = 0; guard < MOST; guard++) from = titlesBefore.get(from)?.from ?? from;
  return from;
}
/** Titles that one name has. */
const MOST = 4;

/** The token at which a name may begin after token `at`: past one comma, bracket, dash or quote, and past titles. */
export function pastTitles(
  words: Words,
  at: number,
  titleAfter: (at: number) => FoundTitle | null,
): { at: number; crossed: boolean; titled: boolean } {
  let to = at;
  let crossed = false;
  let titled = false;
  const mark = words.mark(to);
  if (mark && CROSSED.has(mark) && !words.tokens[to]?.newLine) {
    crossed = true;
    to++;
    // «وزير الداخلية،، فلان»: written twice.
    if (words.mark(to) === mark && !words.tokens[to]?.newLine) to++;
  }
  for (let guard = 0; guard < MOST; guard++) {
    const title = titleAfter(to);
    if (!title) break;
    titled ||= !title.weak;
    to = title.to;
  }
  // «وزير النقل الفريق "فلان الفلاني"»: the quote behind the rank.
  if (!crossed && to > at && CLOSING_QUOTES.has(words.mark(to)) && !words.tokens[to]?.newLine) {
    crossed = true;
    to++;
  }
  return { at: to, crossed, titled };
}

/** «الرئيس "سالم الراوي"»: whether the words from `from` to `to` are all that stands in quotes. */
export const fillsQuotes = (words: Words, from: number, to: number): boolean =>
  words.mark(to) !== '' && CLOSING_QUOTES.get(words.mark(from - 1)) === words.mark(to);

export const CROSSED = new Set(['،', ',', '(', '-', '–', '"', '«', '“']);
