/** What a word by itself may be for a person's name, and how the words of a name go together. Nothing here looks at the sentence. */
import { nisba, places } from '../lexicon/geography.ts';
import {
  counterpartGroups,
  counterparts,
  degrees,
  formerWords,
  portfolios,
  roles,
  statusWords,
  titles,
} from '../lexicon/office-words.ts';
import { clubsAfter, clubsBefore, knownOrganizations } from '../lexicon/organizations.ts';
import {
  appositions,
  commonWord,
  foreignParticles,
  functionWords,
  givenName,
  kunyas,
  secondWords,
} from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';

/** What a word may be for a name: a name, a word no list knows, a rare word of prose, or none. */
export type NameClass = 'plain' | 'ambiguous' | 'unknown' | 'rare' | 'family' | 'none';

/** Classes already worked out, for words come again and again; emptied when it has grown large. */
const classes = new Map<string, NameClass>();
const MANY = 50_000;

/** The class of a folded word by itself. */
export function nameClass(core: string): NameClass {
  let known = classes.get(core);
  if (known === undefined) {
    known = classOf(core);
    if (classes.size >= MANY) classes.clear();
    classes.set(core, known);
  }
  return known;
}

function classOf(core: string): NameClass {
  if (core.length < 2 || NOT_ARABIC.test(core)) return 'none';
  const given = givenName(core);
  if (functionWords.has(core)) return core === 'علي' ? 'ambiguous' : 'none';
  if (given) return given;
  const common = commonWord(core);
  if (core.startsWith('ال') && core.length > 4) {
    const bare = core.slice(2);
    if (nisba(bare) !== undefined) return bare.endsWith('ي') ? 'family' : 'none';
    if (common === 'frequent' || MASDAR.test(bare)) return 'none';
    if (appositions.has(core) || roles.get(core)) return 'none';
    if (degrees.has(core) || statusWords.has(core) || formerWords.has(core)) return 'none';
    if (
      portfolios.get(core) !== undefined ||
      places.get(core) !== undefined ||
      knownOrganizations.get(core) !== undefined
    )
      return 'none';
    if (common === 'rare' && !core.endsWith('ي')) return givenName(bare) ? 'family' : 'none';
    return 'family';
  }
  if (common === 'frequent' || clubsBefore.has(core) || clubsAfter.has(core)) return 'none';
  if (nisba(core) !== undefined || verbKind(core) || counterparts.has(core) || counterpartGroups.has(core))
    return 'none';
  const place = places.get(core);
  if (place && !place.ambiguous) return 'none';
  if (roles.get(core) || titles.get(core) || knownOrganizations.get(core)) return 'none';
  if (isInflected(core) || MASDAR.test(core) || isDual(core) || isSuffixed(core) || isFuture(core)) return 'none';
  return common === 'rare' ? 'rare' : 'unknown';
}

const ENDINGS = ['تين', 'تان', 'تا', 'ين', 'ان', 'ون', 'ات', 'ا'];

/** «دبلوماسيا», «تلميذتين», «شركتا»: a word of prose in another case or number. */
export function isInflection(core: string): boolean {
  for (const ending of ENDINGS) {
    if (!core.endsWith(ending) || core.length - ending.length < 3) continue;
    const stem = core.slice(0, -ending.length);
    // «ولمين»: no word is «ولم» with an ending.
    if (stem.startsWith('و') && functionWords.has(stem.slice(1))) continue;
    if (commonWord(stem) === 'frequent' || commonWord(`${stem}ه`) === 'frequent') return true;
    // «احترازا», «استعدادا»: verbal nouns that say how or why.
    if (ending === 'ا' && MASDAR.test(stem)) return true;
    // «شيئا»: the hamza moves.
    if (stem.endsWith('ئ') && commonWord(`${stem.slice(0, -1)}ء`) === 'frequent') return true;
  }
  return false;
}

/**
 * Verbs in the dual and plural («يوجدون», «يوقعان») and words with the suffixes of pronouns («تابعته», «نظراءه», «فعدّها»): too rare to
 * be in the lists, but no names.
 */
const INFLECTED =
  /^(?:س?[يت](?!ي).{2,}(?:ون|وا)|س?ي.{3,}ان|.{2,}(?:ته|تها|تهم|تهما|هما|ونه|ونها|ناها|ناهم|اتنا|اتكم|[ءئؤ]ه|[ءئؤ]ي[هن])|.{3,}ها|.{4,}هم)$/;
/** Whether a word has such an ending; «روته» is no noun with a pronoun, for there is none that it would be («رو», «روة»). */
export const isInflected = (core: string): boolean =>
  INFLECTED.test(core) &&
  !(/^..ته$/.test(core) && commonWord(core.slice(0, -1)) !== 'frequent' && commonWord(`${core.slice(0, 2)}ه`) === null);
/** «سيشرع», «سيجعلنا»: the future of a verb in use; «استهتر»: a perfect of the tenth stem. */
const isFuture = (core: string): boolean =>
  (/^س[يتن].{2,}/.test(core) && (core.endsWith('نا') || commonWord(core.slice(1)) !== null)) ||
  /^است[^اوي]{3}ت?$/.test(core);

const SUFFIXES = ['هما', 'ها', 'هم', 'نا', 'كم', 'وا'];

/** «لمراسلتنا», «بيوتهم», «اعتذروا»: a word of prose with a pronoun, a verb in the plural. */
function isSuffixed(core: string): boolean {
  for (const suffix of SUFFIXES) {
    if (!core.endsWith(suffix) || core.length - suffix.length < 3) continue;
    const stem = core.slice(0, -suffix.length);
    if (
      (suffix !== 'نا' && isProse(stem)) ||
      commonWord(stem) === 'frequent' ||
      (stem.endsWith('ت') && isProse(`${stem.slice(0, -1)}ه`))
    )
      return true;
    if (suffix === 'نا' && /^[وبل]/.test(stem) && stem.endsWith('ت') && isProse(`${stem.slice(1, -1)}ه`)) return true;
  }
  return false;
}

const isProse = (core: string): boolean => commonWord(core) !== null || verbKind(core) !== undefined;

/**
 * «تنصيبه», «انتحاله»: a noun of prose with the pronoun of the third person, not the ة that is folded to the same letter. `written` as
 * it stands in the text.
 */
export const isPossessed = (written: string, core: string): boolean =>
  written.endsWith('ه') && core.length > 3 && givenName(core) === null && commonWord(core.slice(0, -1)) !== null;

/** «انتهاء», «اصطفاف», «استعداد», «انسحاب»: verbal nouns of the derived stems. */
export const MASDAR = /^(?:است..ا.|ا.[تط].ا[^ن]|ان..ا[^ن])$/;
export const NOT_ARABIC = /[0-9a-z]/;

/** «معاهدتين», «مذكرتان»: the dual of a feminine noun. */
export const isDual = (core: string): boolean =>
  /^.{3,}(?:تين|تان)$/.test(core) && commonWord(`${core.slice(0, -3)}ه`) === 'frequent';

/** «المحتجون», «مرافقون», «الوزيران»: people, not a person. */
export const people = (core: string): boolean =>
  /^(?:ال.{3,}|م(?!ا).{3,})(?:ون|ين|ات)$/.test(core) ||
  (/^ال.{3,}ان$/.test(core) && (roles.get(core.slice(0, -2)) !== undefined || commonWord(core.slice(0, -2)) !== null));
/** «المحتجين», «المختطفون»: people who do or suffer something; not «القطامين», a family. */
export const isCrowd = (core: string): boolean =>
  /^ال.{3,}(?:ون|ين)$/.test(core) &&
  givenName(core) === null &&
  givenName(core.slice(2)) === null &&
  (core.startsWith('الم') || commonWord(core.slice(2)) !== null || commonWord(core.slice(2, -2)) !== null);

/** «يصرخ»: an imperfect of three letters with its prefix. */
export const IMPERFECT = /^ي.{3}$/;

/** «يتحفظ», «تستضيف»: imperfects of the stems that begin with ت and است. */
export const DERIVED_IMPERFECT = /^[يت](?:ت|ست).{2,4}$/;

/**
 * Imperfects of the other derived stems («يقاطع», «تنهزم», «تلتحق») and of four consonants («يطمئن»), feminine ones too, but
 * for «تـ.ا..», which is foreign names as well («ترامب»). Other names that look like them («ينبعي») mostly end in -ي.
 */
const OTHER_IMPERFECT = /^(?:ي.ا.[^ا]|[يت](?:ن.{2}[^ا]|.ت.[^ا]|..ئ.))$/;

/** Whether a word that no list knows has the form of an imperfect. */
export const isImperfect = (core: string): boolean =>
  IMPERFECT.test(core) || DERIVED_IMPERFECT.test(core) || OTHER_IMPERFECT.test(core);

/** Words of a name that can stand for it alone: compounds stay together. Indexes into `parts`, each the start and end of a piece. */
export function pieces(parts: readonly string[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < parts.length; ) {
    const word = parts[i] ?? '';
    let end = i + 1;
    if (
      end < parts.length &&
      (kunyas.has(word) ||
        word === 'عبد' ||
        word === 'بن' ||
        word === 'ابن' ||
        word === 'بنت' ||
        foreignParticles.has(word) ||
        word === 'ال')
    )
      end++;
    // «فون دير لاين»
    while (
      end < parts.length &&
      end > i + 1 &&
      foreignParticles.has(word) &&
      foreignParticles.has(parts[end - 1] ?? '')
    )
      end++;
    while (end < parts.length && secondWords.has(parts[end] ?? '')) end++;
    if (end === i + 2 && (parts[i + 1] === 'عبد' || kunyas.has(parts[i + 1] ?? '')) && end < parts.length) end++;
    found.push({ start: i, end });
    i = end;
  }
  return found;
}
