/** «مدينة شنقاف في محافظة أوزمار», «شنقاف شمالي العراق»: in which other place the text says that a place lies. */
import { compassWords, nisba, regionNouns } from '../lexicon/geography.ts';
import type { FoundPlace } from './places-and-organizations.ts';
import { type Words, withoutArticle } from './words.ts';

/** Between the two stand at most so many tokens: a comma, «في», the kind of place, two points of the compass. */
const BETWEEN = 5;

/** How exact a place is: a state lies in nothing here, and nothing lies in a city but a place without a type. */
const SIZE: Readonly<Record<FoundPlace['type'], number>> = {
  state: 3,
  region: 2,
  province: 2,
  capital: 1,
  city: 1,
  place: 0,
};

/**
 * Whether the place `inner` is said to lie in `outer`, the next one in the text: nothing between but a comma, points of the compass,
 * «في» and the kind of the outer place; at least a point of the compass or a kind. Two known places of different states do not.
 */
export function liesIn(words: Words, inner: FoundPlace, outer: FoundPlace): boolean {
  if (outer.from - inner.to > BETWEEN || outer.from <= inner.to || inner.key === outer.key) return false;
  if (inner.country !== null && outer.country !== null && inner.country !== outer.country) return false;
  if (inner.type === 'state') return false;
  let told = false;
  for (let at = inner.to; at < outer.from; at++) {
    if (words.tokens[at]?.newLine) return false;
    const word = words.word(at);
    if (word === '') {
      if (words.mark(at) === '،' && at === inner.to) continue;
      return false;
    }
    const core = withoutArticle(word.replace(/^[بل](?=.{3})/, ''));
    if (compassWords.has(word) || compassWords.has(core)) told = true;
    else if (regionNouns.has(core) || regionNouns.has(word)) told = true;
    else if (!/^(في|من|التابعه|الواقعه)$/.test(word)) return false;
  }
  // «مدينة … في …»: a place of unknown name with its kind before it.
  const kind = words.word(outer.from - 1);
  const region = regionNouns.has(kind) || regionNouns.has(kind.replace(/^[بل](?=.{3})/, ''));
  if (!told || nisba(words.word(inner.from)) !== undefined) return false;
  return SIZE[outer.type] > SIZE[inner.type] || (region && SIZE[outer.type] >= SIZE[inner.type]);
}
