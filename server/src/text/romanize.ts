/**
 * Latin letters for Arabic and Persian names: to be read (`romanize`) and to be found by (`skeleton`).
 *
 * The table of IJMES (International Journal of Middle East Studies, transliteration guide), without diacritics; docs/names-in-latin-letters.md
 * has it, with the exceptions. Short vowels are not written in Arabic: common given names bring theirs from given-names.json, other words
 * get the vowels of the syllables that Arabic allows (CV, CVC, CVV).
 */
import { fold } from './fold.ts';
import givenNames from './given-names.json' with { type: 'json' };
import { perWord } from './per-word.ts';

const GIVEN: ReadonlyMap<string, string> = new Map(Object.entries(givenNames.names));

/** Letters of IJMES’s table; of a letter that it reads in two ways (ث ذ ض ظ in Persian) the Arabic one. */
export const CONSONANTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ب: 'b',
    پ: 'p',
    ت: 't',
    ث: 'th',
    ج: 'j',
    چ: 'ch',
    ح: 'h',
    خ: 'kh',
    د: 'd',
    ذ: 'dh',
    ر: 'r',
    ز: 'z',
    ژ: 'zh',
    س: 's',
    ش: 'sh',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'z',
    ع: '',
    غ: 'gh',
    ف: 'f',
    ڤ: 'v',
    ق: 'q',
    ك: 'k',
    گ: 'g',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
    ء: '',
    ؤ: '',
    ئ: '',
  }),
);

/** Words with a form of their own; lower-case ones stand between the parts of a name. */
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ['بن', 'bin'],
  ['ابن', 'Ibn'],
  ['بنت', 'bint'],
  ['ابو', 'Abu'],
  ['ابي', 'Abi'],
  ['ام', 'Umm'],
  ['ال', 'Al'],
  ['الله', 'Allah'],
  ['و', 'wa'],
]);

const SHADDA = '\u0651';
/** The article has no hamza: «ألبرت», «إلهام» begin with a vowel of their own. */
const OWN_VOWEL = /^[أإآ]/;

/** Readable Latin for an Arabic or Persian name: «عبد الله السالمي» → `Abdullah al-Salimi`. Words in other scripts stay as they are. */
export function romanize(name: string): string {
  const words = name.trim().split(/\s+/);
  const latin: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (fold(word) === 'عبد' && fold(words[i + 1] ?? '') === 'الله') {
      latin.push('Abdullah');
      i++;
    } else latin.push(word.split('-').map(romanizeWord).join('-'));
  }
  return latin.join(' ');
}

const romanizeWord = perWord((word: string): string => {
  const folded = fold(word);
  const particle = PARTICLES.get(folded);
  if (particle !== undefined) return particle;
  if (!/[\u0621-\u06D3]/.test(folded)) return word;
  const known = knownForm(folded);
  if (known !== null) return known;
  const written = letters(word);
  if (!OWN_VOWEL.test(word) && folded.startsWith('ال') && folded.length > 3) {
    const rest = written.slice(2);
    return `al-${knownForm(folded.slice(2)) ?? capital(nameWithBu(rest) ?? spell(rest, true))}`;
  }
  return capital(nameWithBu(written) ?? spell(written));
});

/** A given name, or one made of it: «عثماني», «عثمانية» are «عثمان» with the ending of belonging. */
function knownForm(folded: string): string | null {
  const own = GIVEN.get(folded);
  if (own !== undefined) return own;
  const feminine = folded.endsWith('يه');
  const masculine = feminine ? folded.slice(0, -1) : folded;
  const itself = feminine ? GIVEN.get(masculine) : undefined;
  if (itself?.endsWith('i')) return `${itself}ya`;
  const stem = masculine.endsWith('ي') && masculine.length > 3 ? masculine.slice(0, -1) : null;
  // «جمعية» has nothing to do with «جمعة».
  const base = stem === null ? undefined : (GIVEN.get(stem) ?? (feminine ? undefined : GIVEN.get(`${stem}ه`)));
  if (base === undefined) return null;
  return `${base.endsWith('a') ? base.slice(0, -1) : base}i${feminine ? 'ya' : ''}`;
}

/** Letters with which names of Europe and East Asia are not written. */
const ARABIC_LETTER = /[حصضطظعق]/;

/** Endings that they have not either, but for the ية of adjectives: «البولونية». */
const ARABIC_ENDING = /(?:[^ي]ة|اوي)$/;

/**
 * «بوتفليقة», «بوزيد»: «بو» is the «أبو» of the Maghreb, which writes `Bou` and has no diphthongs, where what follows is a given name or
 * Arabic by its letters (in a word as short as «بورصة» by its first one) or its ending. «بوريس» and «بولتون» are none.
 */
function nameWithBu(word: readonly string[]): string | null {
  const borne = word.slice(2);
  if (word[0] !== 'ب' || word[1] !== 'و' || borne.length < 3 || !CONSONANTS.has(borne[0] ?? '')) return null;
  const known = knownForm(fold(borne.join('')));
  if (known !== null) return `bou${known.toLowerCase().replace('ay', 'i').replace('aw', 'u')}`;
  const whole = borne.join('');
  const arabic =
    borne.length === 3 ? ARABIC_LETTER.test(borne[0] ?? '') : ARABIC_LETTER.test(whole) || ARABIC_ENDING.test(whole);
  return arabic ? `bou${spell(borne)}` : null;
}

const capital = (latin: string): string => latin.charAt(0).toUpperCase() + latin.slice(1);

/** The letters of a word for `spell`: folded one by one, but with ة, ى, أ إ آ kept, a doubled letter for shadda. */
function letters(word: string): string[] {
  const kept: string[] = [];
  for (const character of word) {
    if (character === SHADDA) kept.push(kept.at(-1) ?? '');
    else if ('ةىأإآ'.includes(character)) kept.push(character);
    else if (fold(character) !== '') kept.push(fold(character));
  }
  return kept;
}

interface Sound {
  /** A vowel: the long ones are written in Arabic. */
  readonly vowel: boolean;
  readonly latin: string;
  /** Whether it fills its syllable, so that no consonant closes it. */
  readonly long: boolean;
}

/** A root of four consonants whose second is و or ي, with its endings: «كوثر», «الدوسري», «حيدرة»; not so «يوسفي», «البورصة», «التونسي». */
const DIPHTHONG = /^(?![يبت]و)[^اىأإآ][وي][^اويىة]{2}(?:ي|ية|ة)?$/;

/** Letters to consonants and written vowels: و and ي are either. */
function sounds(word: readonly string[], article: boolean): Sound[] {
  const found: Sound[] = [];
  const isConsonant = (at: number) => CONSONANTS.has(word[at] ?? '');
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] ?? '';
    const previous = found.at(-1);
    const consonant = (latin: string) => found.push({ vowel: false, latin, long: false });
    // The alef that opens a word carries a short vowel: «أنصاري» is An-sa-ri.
    const vowel = (latin: string, long = found.length > 0) => found.push({ vowel: true, latin, long });
    if (letter === 'ا' || letter === 'أ' || letter === 'آ' || letter === 'إ' || letter === 'ى') {
      if (i > 0) vowel('a');
      else if (letter !== 'آ' && (word[1] === 'و' || word[1] === 'ي') && isConsonant(2) && word.length > 2) {
        vowel(word[1] === 'و' ? 'u' : 'i');
        i++;
      } else vowel(letter === 'إ' ? 'i' : 'a');
    } else if (letter === 'ة') vowel('a');
    else if (letter === 'و' || letter === 'ي') {
      const glide = letter === 'و' ? 'w' : 'y';
      const long = letter === 'و' ? 'u' : 'i';
      const next = word[i + 1] ?? '';
      const nextIsVowel = 'اىةآأ'.includes(next) && next !== '';
      const nextIsGlide = next === 'و' || next === 'ي';
      // The endings ية and, in longer words, يا are -iya: «الوطنية», «فيكتوريا»; not so «دنيا».
      const ends = i === word.length - 2 && i > (next === 'ة' ? 1 : 2);
      if (letter === 'ي' && (next === 'ة' || next === 'ا') && ends && !previous?.vowel) vowel(long);
      if (i === 0 || previous?.vowel || nextIsVowel) consonant(glide);
      else if (nextIsGlide && i + 1 === word.length - 1) consonant(glide);
      else if (i === 1 && isConsonant(2) && isConsonant(3)) {
        // «الدوسري», «قيصر» have a diphthong; in foreign names («روبرت», «فيكتور») it is a vowel, and not a long one.
        const whole = word.join('');
        if (DIPHTHONG.test(whole) && (article || ARABIC_LETTER.test(whole) || ARABIC_ENDING.test(whole))) {
          vowel('a', false);
          consonant(glide);
        } else vowel(long, false);
      } else vowel(long);
    } else {
      const latin = CONSONANTS.get(letter);
      if (latin !== undefined) consonant(latin);
      else if (/\p{L}/u.test(letter)) consonant(letter);
    }
  }
  return found;
}

/** Participles with م take u and i: «مسلم», «مهندس», «مجاهد». */
const PARTICIPLE =
  /^م(?<first>[^اويى])(?:(?<second>[^اويىة])(?<third>[^اويىة])(?<fourth>[^اويىة])?|ا(?<middle>[^اويى])(?<last>[^اويىة]))$/;

function participle(word: string): string | null {
  const part = PARTICIPLE.exec(word)?.groups;
  if (!part) return null;
  const latin = (letter: string | undefined) => CONSONANTS.get(letter ?? '') ?? '';
  const { first, second, third, fourth, middle, last } = part;
  if (middle !== undefined) return `mu${latin(first)}a${latin(middle)}i${latin(last)}`;
  if (fourth !== undefined) return `mu${latin(first)}a${latin(second)}${latin(third)}i${latin(fourth)}`;
  return `mu${latin(first)}${latin(second)}i${latin(third)}`;
}

/** Puts short vowels where Arabic syllables need them. */
function spell(word: readonly string[], article = false): string {
  const known = participle(word.join(''));
  if (known !== null) return known;
  const parts = sounds(word, article);
  let latin = '';
  let open = false; // whether a vowel was just written, so that one consonant may close the syllable
  let long = false;
  let lastVowel = '';
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part) break;
    if (part.vowel) {
      latin += part.latin;
      open = true;
      long = part.long;
      lastVowel = part.latin;
      continue;
    }
    const next = parts[i + 1];
    const afterNext = parts[i + 2];
    latin += part.latin;
    if (next === undefined || next.vowel) {
      open = false;
    } else if (!open) {
      latin += 'a';
      open = true;
      long = false;
    } else if (long || (afterNext === undefined && !next.vowel)) {
      // After a long a the active participle takes i («باقر»); else a is the commonest («حسن», «موسوي»).
      latin += long && lastVowel === 'a' ? 'i' : 'a';
      open = true;
      long = false;
    } else open = false;
  }
  return latin;
}

/** Arabic letters by class of the Latin letters that romanisations use for them; what is dropped is not listed. */
const ARABIC_CLASS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ب: 'b',
    پ: 'b',
    ت: 't',
    ط: 't',
    ث: 't',
    ج: 'j',
    چ: 'c',
    ح: 'h',
    ه: 'h',
    خ: 'x',
    د: 'd',
    ذ: 'd',
    ض: 'd',
    ظ: 'd',
    ز: 'd',
    ژ: 'd',
    ر: 'r',
    س: 's',
    ص: 's',
    ش: 'c',
    غ: 'q',
    ق: 'q',
    ك: 'q',
    گ: 'q',
    ف: 'f',
    ڤ: 'f',
    ل: 'l',
    م: 'm',
    ن: 'n',
  }),
);

/** Latin letter groups by the same classes, the longest first. `v` is handled by what stands around it. */
const LATIN_CLASS: readonly (readonly [string, string])[] = [
  ['tch', 'c'],
  ['sch', 'c'],
  ['kh', 'x'],
  ['sh', 'c'],
  ['ch', 'c'],
  ['gh', 'q'],
  ['th', 't'],
  ['dh', 'd'],
  ['zh', 'd'],
  ['ph', 'f'],
  ['dj', 'j'],
  ['ck', 'q'],
  ['b', 'b'],
  ['p', 'b'],
  ['t', 't'],
  ['j', 'j'],
  ['h', 'h'],
  ['d', 'd'],
  ['z', 'd'],
  ['r', 'r'],
  ['s', 's'],
  ['g', 'q'],
  ['k', 'q'],
  ['q', 'q'],
  ['c', 'q'],
  ['x', 'qs'],
  ['f', 'f'],
  ['l', 'l'],
  ['m', 'm'],
  ['n', 'n'],
];

/** Letters of scholarly and Turkish romanisation, before their marks are dropped. */
const SCHOLARLY: ReadonlyMap<string, string> = new Map(
  Object.entries({ š: 'sh', ş: 'sh', č: 'ch', ç: 'ch', ž: 'zh', ǧ: 'j', ğ: 'gh', ġ: 'gh', ḏ: 'dh', ṯ: 'th', ḫ: 'kh' }),
);

/** Two Arabic consonants that read like one Latin group: «فتحي» is `Fathi`, «إسحاق» `Ishaq`. */
const MERGED: readonly (readonly [RegExp, string])[] = [
  [/th/g, 't'],
  [/sh/g, 'c'],
  [/dh/g, 'd'],
  [/qh/g, 'x'],
];

/**
 * Consonant key that the spellings of one name share across Arabic and Latin, and across schemes of romanisation:
 * «يوسفي», `Yousefi` and `Yusufi`; «قاسمي», `Qasemi` and `Ghasemi`; «العبيدي» and `al-Obeidi`. One key a word, joined by a space;
 * words without any key are left out. Different names may share a key: it is for searching, not for identity.
 */
export function skeleton(name: string): string {
  const words = name
    .replace(/[\u2010-\u2015]/g, '-')
    .split(/[\s,،.]+/)
    .filter((word) => word !== '');
  const keys: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const arabic = /[\u0600-\u06FF]/.test(word);
    if (arabic) {
      const folded = fold(word);
      if (folded === 'عبد' && fold(words[i + 1] ?? '').startsWith('ال'))
        keys.push(`abd${arabicKey(fold(words[++i] ?? ''), false)}`);
      else if (folded.startsWith('عبدال') && folded.length > 6) keys.push(`abd${arabicKey(folded.slice(3), false)}`);
      else keys.push(wholeKey(word));
      continue;
    }
    const latin = latinLetters(word);
    const servant = /^abd(?:-?[aeou]l-?|u)?(?<rest>[a-z-]*)$/.exec(latin);
    if (servant) {
      const own = servant.groups?.rest ?? '';
      const rest = own !== '' ? own : (words[i + 1] ?? '');
      if (own === '') i++;
      keys.push(`abd${latinKey(latinLetters(rest), false)}`);
    } else if (/^(?:al|el)$/.test(latin) && i + 1 < words.length) continue;
    else if (/^(?:bin|ben|ibn)$/.test(latin)) keys.push('bn');
    else keys.push(latinKey(latin, true));
  }
  return keys.filter((key) => key !== '').join(' ');
}

/** Letters that writers of different countries read differently: ث as in «Osman», ذ as in «Shatha», چ as ج or «تش», گ and Egyptian ج as g, ال written onto the name. */
const READ_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/ث/g, 'س'],
  [/ذ/g, 'ث'],
  [/چ/g, 'ج'],
  [/گ/g, 'ج'],
  [/تش/g, 'چ'],
  [/g(?!h)/gi, 'j'],
  [/\b[ae]l(?=[a-z]{4})/gi, ''],
];

/**
 * The skeletons of a name by every usual reading of its letters, the commonest first: «عثمان» by `th` and by `s` (`Uthman`, `Osman`),
 * `Gamal` as «جمال» after «كمال». For searching.
 */
export function skeletons(name: string): string[] {
  const found = new Set([skeleton(name)]);
  for (const [letters, other] of READ_OTHERWISE) {
    const reading = name.replace(letters, other);
    if (reading !== name) found.add(skeleton(reading));
  }
  return [...found];
}

function latinLetters(word: string): string {
  let letters = '';
  for (const letter of word.normalize('NFC').toLowerCase()) letters += SCHOLARLY.get(letter) ?? letter;
  return letters.normalize('NFD').replace(/[^a-z-]/g, '');
}

function finish(key: string, first: string): string {
  let merged = key;
  for (const [two, one] of MERGED) merged = merged.replace(two, one);
  return first + (merged.length > 1 ? merged.replace(/h$/, '') : merged);
}

function arabicKey(folded: string, initial: boolean, article = true): string {
  if (folded === 'بن' || folded === 'ابن') return 'bn';
  const word = article && folded.startsWith('ال') && folded.length > 3 ? folded.slice(2) : folded;
  const start = word[0] ?? '';
  const first = !initial ? '' : 'اعأإآء'.includes(start) ? 'a' : start === 'و' ? 'w' : start === 'ي' ? 'y' : '';
  let key = '';
  for (const letter of word) key += ARABIC_CLASS.get(letter) ?? '';
  return finish(key, first);
}

const wholeKey = perWord((word) => arabicKey(fold(word), true, !OWN_VOWEL.test(word)));

function latinKey(latin: string, initial: boolean): string {
  const word = latin.replace(/^(?:al|el|ad|ash|as|an|ar|at|az|ul)-/, '').replaceAll('-', '');
  const start = word[0] ?? '';
  const first = !initial
    ? ''
    : 'aeiou'.includes(start)
      ? 'a'
      : start === 'w' || start === 'v'
        ? 'w'
        : start === 'y'
          ? 'y'
          : '';
  let key = '';
  // A doubled consonant is written once in Arabic; two with a vowel between them are two.
  let before = '';
  for (let i = 0; i < word.length; ) {
    const group = LATIN_CLASS.find(([letters]) => word.startsWith(letters, i));
    if (group) {
      if (group[1] !== before) key += group[1];
      before = group[1];
      i += group[0].length;
      continue;
    }
    before = '';
    // `Navid` writes و, `Petrov` ف: between vowels it is the first, beside a consonant or at the end the second.
    if (word[i] === 'v' && i > 0 && !(isVowel(word[i - 1]) && isVowel(word[i + 1]))) key += 'f';
    i++;
  }
  return finish(key, first);
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiouy'.includes(letter);
