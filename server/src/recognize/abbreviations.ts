/**
 * Short names that the text itself introduces: «كنفدرالية العمل الأهلي (كونال)», «الوكالة الدولية للطاقة الذرية (IAEA)». From there on
 * the short name means the body.
 */

import { nisba } from '../lexicon/geography.ts';
import { commonWord, functionWords, givenName } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { fold } from '../text/fold.ts';
import { type FoundOrganization, type FoundPlace, organizationAt, placeAt } from './places-and-organizations.ts';
import { type Words, withoutArticle } from './words.ts';

/** Short names that one article may introduce; a list of thousands is no article. */
const MOST = 40;
/** A latin acronym: «IAEA», «F-35» is none. */
const LATIN = /^[A-Z]{2,8}$/;

/**
 * The organisations and places found, and besides them the short names of organisations wherever they stand. In order. Linear in the
 * number of tokens.
 */
export function withAbbreviations(
  words: Words,
  found: readonly (FoundOrganization | FoundPlace)[],
): (FoundOrganization | FoundPlace)[] {
  const short = new Map<string, FoundOrganization>();
  for (const each of found) {
    if (each.kind !== 'organization' || short.size >= MOST) continue;
    const at = bracketed(words, each.to);
    if (at === null) continue;
    const key = withoutArticle(words.word(at) || fold(textOf(words, at)));
    if (!short.has(key)) short.set(key, each);
  }
  if (short.size === 0) return [...found];
  const all: (FoundOrganization | FoundPlace)[] = [];
  let next = 0;
  for (let at = 0; at < words.tokens.length; at++) {
    const here = found[next];
    if (here && here.from <= at) {
      all.push(here);
      at = here.to - 1;
      next++;
      continue;
    }
    if (words.tokens[at]?.kind !== 'word') continue;
    const reading = words.readings(at).find(({ core }) => short.has(withoutArticle(core)));
    const body = reading && short.get(withoutArticle(reading.core));
    if (!reading || !body) continue;
    // Before it was introduced the word means something else.
    if (at < body.to) continue;
    all.push({ ...body, from: at, to: at + 1, start: reading.start, article: '', code: 'pattern', short: true });
  }
  return all;
}

const textOf = (words: Words, at: number): string => {
  const token = words.tokens[at];
  return token === undefined ? '' : words.text.slice(token.start, token.end);
};

/** The one word in brackets at `at`, where it can be a short name: unknown to prose, no person's name, no place, no other body. */
function bracketed(words: Words, at: number): number | null {
  if (words.mark(at) !== '(' || words.tokens[at]?.newLine) return null;
  let inner = at + 1;
  const quoted = /^["«“]$/.test(words.mark(inner));
  if (quoted) inner++;
  const close = quoted ? inner + 2 : inner + 1;
  if (words.mark(close) !== ')' || words.tokens[inner]?.kind !== 'word' || words.inDate(inner)) return null;
  if (LATIN.test(textOf(words, inner))) return inner;
  const core = withoutArticle(words.word(inner));
  const prose =
    core.length < 3 ||
    functionWords.has(core) ||
    commonWord(core) !== null ||
    commonWord(words.word(inner)) !== null ||
    givenName(core) !== null ||
    nisba(core) !== undefined ||
    verbKind(core) !== undefined;
  return prose || placeAt(words, inner) !== null || organizationAt(words, inner) !== null ? null : inner;
}
