/**
 * Writes common-words.json: words of ordinary Arabic prose that are no names, found by counting in unmarked text. A name ends
 * where such a word begins.
 *   node server/src/lexicon/generate-common-words.ts TEXT_FILE…
 * A word is kept where it is frequent, seldom stands where names stand (after a given name or a title), and is inflected as names
 * are not: with and without the article, with pronoun suffixes, in the feminine or plural, in other persons of the verb.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';
import givenNames from './given-names.json' with { type: 'json' };
import titles from './titles.json' with { type: 'json' };

/** Of about ten million words: rarer ones are counted too badly to judge. */
const RARE = 12;
/** From here on a word is so usual in prose that a name made of it needs the list of given names. */
const FREQUENT = 60;
/** Share of occurrences after a given name or title above which a word is taken for a name; measured on surnames of public lists. */
const NAME_SHARE = 0.07;

const split = (lines: readonly string[]) => lines.flatMap((line) => fold(line).split(' '));
const ambiguous = new Set(split(givenNames.ambiguous));
// «علي» is also how many write «على», «أم» also «or»: what is ambiguous proves nothing about the word after it.
const given = new Set(split([...givenNames.plain, 'بن']).filter((word) => !ambiguous.has(word)));
const title = new Set([
  'السيد',
  'الرئيس',
  'الوزير',
  'الدكتور',
  'الشيخ',
  'الاستاذ',
  'السيده',
  ...titles.ranks.map((rank) => `ال${fold(rank)}`),
]);
const counts = new Map<string, number>();
const afterName = new Map<string, number>();
const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
for (const file of process.argv.slice(2)) {
  for (const paragraph of readFileSync(file, 'utf8').split('\n')) {
    let last = '';
    for (const token of tokenize(paragraph)) {
      if (token.kind === 'word') {
        add(counts, token.norm);
        if (given.has(last) || title.has(last)) add(afterName, token.norm);
      }
      last = token.kind === 'word' ? token.norm : '';
    }
  }
}

const count = (word: string) => counts.get(word) ?? 0;
const SUFFIXES = ['ه', 'ها', 'هم', 'هما', 'نا', 'ات', 'ين', 'ون', 'ان', 'يه', 'ا', 'وا', 'ت', 'تا', 'تها', 'ته', 'تهم'];
/** How many inflected forms of the word are themselves in use: two are needed, or one that is about as frequent. */
function inflected(word: string): boolean {
  const least = Math.max(2, count(word) / 400);
  const bare = word.startsWith('ال') ? word.slice(2) : word;
  const stem = bare.endsWith('ه') ? bare.slice(0, -1) : bare;
  const forms = new Set<string>();
  if (word.startsWith('ال')) forms.add(bare);
  else forms.add(`ال${word}`);
  for (const base of [bare, stem]) for (const suffix of SUFFIXES) forms.add(base + suffix).add(`ال${base}${suffix}`);
  for (const suffix of ['ات', 'ين', 'ون', 'ها', 'هم', 'نا', 'وا', 'ت', 'ا', 'ان', 'تها', 'تهم', 'ته'])
    if (bare.endsWith(suffix) && bare.length - suffix.length >= 3)
      forms.add(bare.slice(0, -suffix.length)).add(`${bare.slice(0, -suffix.length)}ه`);
  if (/^[يتنا]/.test(bare) && bare.length >= 4)
    for (const prefix of 'يتن') forms.add(prefix + bare.slice(1)).add(`س${prefix}${bare.slice(1)}`);
  if (/^س[يتن]/.test(bare)) forms.add(bare.slice(1));
  for (const particle of ['و', 'ف', 'ب', 'ل', 'ك', 'ول', 'وب', 'لل'])
    if (bare.startsWith(particle)) forms.add(bare.slice(particle.length)).add(`ال${bare.slice(particle.length)}`);
  forms.delete(word);
  let strong = 0;
  for (const form of forms) if (count(form) >= least) strong++;
  return strong >= 2;
}

const common = [...counts]
  .filter(
    ([word, n]) => n >= RARE && word.length > 1 && !/[a-z]/.test(word) && !given.has(word) && !ambiguous.has(word),
  )
  .filter(([word, n]) => (afterName.get(word) ?? 0) / n < NAME_SHARE)
  .filter(([word]) => inflected(word))
  .sort(([a], [b]) => (a < b ? -1 : 1));
const lines = (words: readonly string[]) =>
  Array.from({ length: Math.ceil(words.length / 24) }, (_, i) => words.slice(i * 24, i * 24 + 24).join(' '));
const frequent = common.filter(([, n]) => n >= FREQUENT).map(([word]) => word);
const rare = common.filter(([, n]) => n < FREQUENT).map(([word]) => word);
writeFileSync(
  new URL('./common-words.json', import.meta.url),
  `${JSON.stringify(
    {
      source:
        'Counted by generate-common-words.ts in ANT v1.1 (10,161 news articles, Apache-2.0, Chouigui et al. 2017) and the Arabic Wikipedia of January 2017 (10,197 articles, CC BY-SA 4.0): folded words that are frequent, inflected and seldom stand where names stand. Words only, no text.',
      frequent: lines(frequent),
      rare: lines(rare),
    },
    null,
    2,
  )}\n`,
);
console.log(`${frequent.length} frequent, ${rare.length} rare words`);
