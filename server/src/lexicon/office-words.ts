/** Ranks, honorifics, office nouns and portfolios. */
import { fold } from '../text/fold.ts';
import officeData from './offices.json' with { type: 'json' };
import { Phrases, words } from './phrases.ts';
import portfolioData from './portfolios.json' with { type: 'json' };
import titleData from './titles.json' with { type: 'json' };

export type Complement = 'portfolio' | 'body' | 'state' | 'place' | 'office' | 'anything';

export interface Role {
  /** As OfficeFact.role. */
  readonly id: string;
  readonly takes: ReadonlySet<Complement>;
  /** «الرئيس» by itself is an office. */
  readonly alone: boolean;
  /** «المسؤول العراقي» is no office of its own. */
  readonly general: boolean;
  /** «الضيف العراقي»: a description of a person, no office. */
  readonly description: boolean;
  /** How many holders the form speaks of. */
  readonly number: 'one' | 'two' | 'many';
  /** The singular noun: «وزير» of «وزيرا». */
  readonly noun: string;
  /** ISO code of the one state that has this office: «خادم الحرمين الشريفين». */
  readonly country: string | null;
}

interface RoleEntry {
  readonly id: string;
  readonly forms: readonly string[];
  readonly takes: readonly string[];
  readonly alone?: boolean;
  readonly general?: boolean;
  readonly description?: boolean;
  readonly dual?: readonly string[];
  readonly plural?: readonly string[];
  readonly country?: string;
}

/** Office nouns by their words, each with and without the article («الأمين العام», «أمين عام»). */
export const roles: Phrases<Role> = new Phrases(() => {
  for (const entry of officeData.roles as readonly RoleEntry[]) {
    const role = (number: Role['number']): Role => ({
      id: entry.id,
      takes: new Set(entry.takes as Complement[]),
      alone: entry.alone ?? false,
      general: entry.general ?? false,
      description: entry.description ?? false,
      number,
      noun: entry.forms[0] ?? '',
      country: entry.country ?? null,
    });
    for (const form of entry.forms) addBoth(roles, form, role('one'));
    for (const form of entry.dual ?? []) {
      roles.add(form, role('two'));
      // «الرئيسان», «الوزيرين»
      roles.add(`ال${form}ن`, role('two'));
    }
    for (const form of entry.plural ?? []) roles.add(form, role('many'));
  }
});

/** A phrase without the article, and with it on every word. */
function addBoth<T>(phrases: Phrases<T>, phrase: string, value: T): void {
  phrases.add(phrase, value);
  phrases.add(
    phrase
      .split(' ')
      .map((word) => (/^(?:ب?ال|بأ)/.test(word) ? word : `ال${word}`))
      .join(' '),
    value,
  );
}

/** Adjectives that belong to the office noun itself: «العام», «التنفيذي». */
export const degrees: ReadonlySet<string> = new Set(words(officeData.degrees));
const bodyAdjectives: ReadonlySet<string> = new Set(words(officeData.bodyAdjectives));
/** «التنفيذي», «السلطاني», «الوطنية»: whether a folded word with its article says which body it is. */
export const isOfBody = (word: string): boolean =>
  word.startsWith('ال') && bodyAdjectives.has(word.endsWith('ه') ? word.slice(2, -1) : word.slice(2));
export const formerWords: ReadonlySet<string> = new Set(words(officeData.status.former));
export const statusWords: ReadonlySet<string> = new Set(words(officeData.status.current));
/** Of these: who stands in for the holder, and who is chosen and has not taken office (or is not said to have). */
export const manners: ReadonlyMap<string, 'acting' | 'designate'> = new Map([
  ...words(officeData.status.acting).map((word) => [word, 'acting'] as const),
  ...words(officeData.status.designate).map((word) => [word, 'designate'] as const),
]);
export const affairs: ReadonlySet<string> = new Set(words(officeData.affairs));
export const counterparts: ReadonlySet<string> = new Set(words(officeData.counterpartForms));

/** Who comes from another state: «الوفد», «ضيفه», without article and pronoun. */
export const fromElsewhere: ReadonlySet<string> = new Set(words(officeData.fromElsewhere));
/** Verbs whose subjects, joined by «و», may be of two states. */
export const signing: ReadonlySet<string> = new Set(words(officeData.signing));

/** «نظيريه الأردني والمصري»: the counterparts of two or more states. */
export const counterpartGroups: ReadonlySet<string> = new Set(words(officeData.counterpartPairs));

/** What a second and third portfolio may be: «وزير الطاقة [والثروة المعدنية]». */
export const joinedPortfolios: Phrases<true> = new Phrases(() => {
  for (const phrase of portfolioData.joined) joinedPortfolios.add(phrase, true);
});

/** «قوة مكافحة المخدرات»: what does what `charges` say. */
export const unitNouns: ReadonlySet<string> = new Set(words(portfolioData.units));

/** «وبناء المدن», «وتنمية المرأة»: what a ministry does, as its name goes on. */
export const charges: ReadonlySet<string> = new Set(words(portfolioData.charges));

const objectStems: ReadonlySet<string> = new Set(words(officeData.objectVerbs.stems));
/** Whether a folded word is a form of a verb whose object may be a person: «التقى», «تستقبل», «سيهنئ». */
export function takesPerson(core: string): boolean {
  const stem = core.replace(/^س?[يت]/, '');
  return [core, stem].some((form) => objectStems.has(form) || objectStems.has(form.replace(/(?:ت|ا|وا)$/, '')));
}

/** Portfolio id by its words as written after «وزير». */
export const portfolios: Phrases<string> = new Phrases(() => {
  for (const [id, phrases] of Object.entries(portfolioData.portfolios))
    for (const phrase of phrases) portfolios.add(phrase, id);
});
export const portfolioIds: ReadonlySet<string> = new Set(Object.keys(portfolioData.portfolios));

export interface Title {
  readonly kind: 'rank' | 'honorific';
  /** A profession or a word that is often not a title: proves a name only together with a given name. */
  readonly weak: boolean;
  /** The first word as the data has it. */
  readonly form: string;
}

/** Ranks and honorifics by their words, with and without the article. */
export const titles: Phrases<Title> = new Phrases(() => {
  const weak = new Set(words(titleData.weak));
  for (const rank of titleData.ranks) {
    // «الفريق» alone is mostly a team.
    const title: Title = { kind: 'rank', weak: weak.has(fold(rank)), form: fold(rank) };
    addBoth(titles, rank, title);
    // «الفريق أول الركن»: the article stands on the first word only.
    titles.add(`ال${rank}`, title);
  }
  for (const honorific of titleData.honorifics) {
    const title: Title = {
      kind: 'honorific',
      weak: weak.has(fold(honorific).split(' ')[0] ?? ''),
      form: fold(honorific),
    };
    titles.add(honorific, title);
    titles.add(`ال${honorific}`, title);
  }
});
/** «الركن», «الطيار» after a rank. */
export const rankAdjectives: ReadonlySet<string> = new Set(words(titleData.rankAdjectives));
/** Titles that stand before a name without the article: «آية الله فلان», «سمو الأمير فلان». */
export const titlesWithoutArticle: ReadonlySet<string> = new Set(words(titleData.alone));
/** «د.», «م.» before a full stop or slash. */
export const abbreviations: ReadonlySet<string> = new Set(words(titleData.abbreviations));

/** Kings, princes, popes and saints are named by one name. */
export const mononymTitles: ReadonlySet<string> = new Set(words(titleData.mononymTitles));
/** «حسين الحاج حسن»: titles that are also a part of families' names. */
export const familyTitles: ReadonlySet<string> = new Set(words(titleData.familyTitles));
/** «مستشار الوزير فلان»: the last word of an office that may be the title of the name behind it. */
export const officeTitles: ReadonlySet<string> = new Set(words(titleData.officeTitles));
/** «شغل منصب …», «يشغل خطة …»: before an office. */
export const postNouns: ReadonlySet<string> = new Set(words(officeData.postNouns));
/** «مدرس مساعد لشؤون …», «حكم مساعد»: an adjective of the rank, not whom somebody assists. */
export const assisted: ReadonlySet<string> = new Set(words(officeData.assisted));
/** «مسؤول العلاقات مع الاتحاد …»: what an office has with another body. */
export const relationNouns: ReadonlySet<string> = new Set(words(officeData.relationNouns));
