/**
 * One foreign name in two spellings: «أنجيلا ماركل» and «أنغيلا ميركيل». Arabic has no letters for the vowels and for some consonants of
 * European names, so newspapers write them by ear. Arabic names are not compared so: «سالم» and «سليم» are two.
 */
import foreign from '../lexicon/foreign-given-names.json' with { type: 'json' };
import { fold } from '../text/fold.ts';
import { once } from './lazily.ts';
import { nameWords } from './person-name.ts';

/** Letters that stand for one sound of foreign names. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['غ', 'ج'],
  ['ق', 'ك'],
  ['ط', 'ت'],
  ['ث', 'ت'],
  ['ص', 'س'],
  ['ظ', 'ز'],
  ['ذ', 'ز'],
  ['ض', 'د'],
  ['ح', 'ه'],
  // «عاموس», «آموس»: what Hebrew has and others do not hear.
  ['ع', 'ا'],
]);
/** «يوهانسون», «جوهانسون»; «غوتيريش», «غوتيريس»: letters that stand for one at the beginning or the end. */
const AT_EDGES: ReadonlyMap<string, string> = new Map([
  ['^ي', 'ج'],
  ['ش$', 'س'],
]);
const VOWELS = new Set(['ا', 'و', 'ي', 'ى']);

/** The consonants of a word of a foreign name; its first letter stays. */
export function consonants(word: string): string {
  let heard = '';
  for (let i = 0; i < word.length; i++) {
    const letter =
      SAME.get(word[i] ?? '') ??
      AT_EDGES.get(`${i === 0 ? '^' : ''}${word[i]}${i + 1 === word.length ? '$' : ''}`) ??
      (word[i] as string);
    if ((i > 0 && VOWELS.has(letter)) || heard.endsWith(letter)) continue;
    heard += letter;
  }
  return heard.length > 2 && heard.endsWith('ه') ? heard.slice(0, -1) : heard;
}

/** «برنار» and «برنارد», «إدوار» and «إدوارد»: the French leave the last consonant out. */
const givenSound = (word: string): string => consonants(word).replace(/ر[دت]$/, 'ر');

const bySound = once((): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  for (const written of foreign.names.flatMap((line) => line.split(' '))) {
    const [word] = nameWords([fold(written)]);
    if (word === undefined) continue;
    const list = map.get(givenSound(word));
    if (!list) map.set(givenSound(word), [word]);
    else if (!list.includes(word)) list.push(word);
  }
  return map;
});

/** Spellings of a foreign given name, itself among them; none of a word that is none. */
export function spellings(given: string): readonly string[] {
  const list = bySound().get(givenSound(given)) ?? [];
  return list.includes(given) ? list : [];
}

/** Consonants that a family name must have to be told by them alone, and beside an office that both hold. */
const LEAST = 4;
const LEAST_WITH_OFFICE = 3;

/**
 * Whether two names of as many words sound alike, their given names being spellings of one; or have the same letters with other spaces:
 * «شي جينبينغ» and «شي جين بينغ», «فون دير لاين» and «فون ديرلاين». `office`: both hold one office.
 */
export function soundAlike(a: readonly string[], b: readonly string[], office: boolean): boolean {
  if (a.length < 2 || b.length < 2) return false;
  if (a.length !== b.length) return a.join('') === b.join('');
  if (spellings(a[0] ?? '').length === 0) return false;
  const heard = consonants(a.at(-1) ?? '');
  return (
    heard.length >= (office ? LEAST_WITH_OFFICE : LEAST) &&
    a.every((word, i) => i === 0 || consonants(word) === consonants(b[i] ?? ''))
  );
}
