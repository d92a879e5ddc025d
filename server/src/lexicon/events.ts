/** Words by which the news tells of meetings, visits, receptions, calls and statements. Data: events.json. */
import data from './events.json' with { type: 'json' };
import { words } from './phrases.ts';
import titleData from './titles.json' with { type: 'json' };

/** `negotiation` is a meeting with a code of its own. */
export type EncounterKind = 'meeting' | 'negotiation' | 'reception' | 'call' | 'visit';

/** How the other party stands beside a verb; see events.json. */
export type ObjectForm = 'direct' | 'with' | 'nearWith' | 'phone' | 'place' | 'journey';

export type VerbTense = 'perfect' | 'imperfect' | 'future';

export interface EncounterVerb {
  readonly kind: EncounterKind;
  readonly object: ObjectForm;
  readonly tense: VerbTense;
}

export interface EncounterNoun {
  readonly kind: EncounterKind;
  /** «لقائه»: the one who meets is a pronoun. */
  readonly pronoun: boolean;
}

const set = (text: string): ReadonlySet<string> => new Set(words(text));

/** Third person of a verb in the perfect: feminine, dual, plural; a final weak letter drops or stays («التقت»، «التقيا»، «التقوا»). */
function perfect(verb: string): string[] {
  const weak = verb.endsWith('ي');
  const stem = weak ? verb.slice(0, -1) : verb;
  return [verb, `${stem}ت`, `${verb}ا`, `${stem}تا`, `${stem}وا`];
}

/** Third person of a verb in the imperfect, by its stem, indicative and subjunctive. */
function imperfect(stem: string): string[] {
  const plural = stem.endsWith('ي') ? stem.slice(0, -1) : stem;
  return ['ي', 'ت'].flatMap((prefix) => [
    prefix + stem,
    prefix + plural, // «لم يلتق»
    `${prefix}${stem}ان`,
    `${prefix}${stem}ا`,
    `${prefix}${plural}ون`,
    `${prefix}${plural}وا`,
  ]);
}

/** Every form of the verbs of meeting, visiting, receiving and calling, folded, without و and ف. */
export const encounterVerbs: ReadonlyMap<string, EncounterVerb> = (() => {
  const forms = new Map<string, EncounterVerb>();
  const add = (form: string, verb: EncounterVerb) => {
    if (!forms.has(form)) forms.set(form, verb);
  };
  for (const entry of data.verbs) {
    const kind = entry.kind as EncounterKind;
    const object = entry.object as ObjectForm;
    for (const verb of words(entry.perfect))
      for (const form of perfect(verb)) add(form, { kind, object, tense: 'perfect' });
    for (const stem of words(entry.imperfect))
      for (const form of imperfect(stem)) {
        add(form, { kind, object, tense: 'imperfect' });
        add(`س${form}`, { kind, object, tense: 'future' });
      }
  }
  return forms;
})();

/** Nouns of the same, folded, without article and proclitics. */
export const encounterNouns: ReadonlyMap<string, EncounterNoun> = (() => {
  const forms = new Map<string, EncounterNoun>();
  const read = (lists: object, pronoun: boolean) => {
    for (const [kind, list] of Object.entries(lists) as [EncounterKind, string][])
      for (const form of words(list)) if (!forms.has(form)) forms.set(form, { kind, pronoun });
  };
  read(data.nouns, false);
  read(data.pronouns, true);
  return forms;
})();

/** «اتصال هاتفي»: without one of these «اتصال» may be any contact. */
export const phoneWords = set(data.phone);
/** «لقاء جمع فلانا وفلانا». */
export const gatherWords = set(data.gathers);
/** «أجرى مباحثات», «يجري مباحثات», «سيجري مباحثات»: verbs that only carry the noun. */
export const lightVerbs: ReadonlyMap<string, VerbTense> = new Map(
  (
    [
      ['perfect', data.lightVerbs.done],
      ['imperfect', data.lightVerbs.imperfect],
      ['future', data.lightVerbs.future],
    ] as const
  ).flatMap(([tense, list]) => words(list).map((word) => [word, tense] as const)),
);
/** «محادثات أجراها فلان»: the same with the noun as their object, behind it. */
export const heldWords: ReadonlyMap<string, VerbTense> = new Map(
  (
    [
      ['perfect', data.held.done],
      ['imperfect', data.held.imperfect],
      ['future', data.held.future],
    ] as const
  ).flatMap(([tense, list]) => words(list).map((word) => [word, tense] as const)),
);
/** «أول لقاء», «سلسلة من اللقاءات»: before the noun. */
export const quantityWords = set(data.quantities);
/** Of them those whose subject is called, received, invited: «تلقى اتصالا من». */
export const receivingWords = set(data.receives);
/** «خلال لقائه», «عقب اجتماعه»: it happened. */
export const duringWords = set(data.during);
/** «قبيل لقائه»: it is to come. */
export const beforeWords = set(data.before);
export const cancelledWords = set(data.cancelled);
/** Invited, wished, asked for: no event. */
export const wishedWords = set(data.open);
export const awaitedWords = set(data.planned);
/** «غدا», «الأسبوع المقبل». */
export const comingWords = set(data.coming);
/** «كان قد التقى»: told of another time. */
export const backgroundWords = set(data.background);
/** «يذكر أن …», «يشار إلى أن …»: a sentence that recalls. */
export const recallWords = set(data.recalls);
/** What may stand between a verb and those it speaks of, beside dates and places. */
export const fillerWords = set(data.fillers);
export const circumstanceWords = set(data.prepositions);
/** «وفدا … برئاسة فلان»: the head of a delegation is met with it. */
export const delegationWords = set(data.delegations);
export const headedWords = set(data.headed);
export const sayingVerbs = new Set([
  ...words(data.saying).flatMap((verb) => perfect(verb).filter((form) => !form.endsWith('وا'))),
]);
export const sayingNow = set(data.sayingImperfect);
export const thatWords = set(data.that);

/** Single words of ranks and titles, without article: with it they stand before a name and belong to it («المستشار فلان»). */
export const titleWords: ReadonlySet<string> = new Set(words(...titleData.ranks, ...titleData.honorifics));
/** Those that do so without the article: «د. فلان», «سمو الأمير فلان», «الفريق أول ركن فلان»; «مستشار فلان» is somebody else. */
export const bareTitleWords: ReadonlySet<string> = new Set(
  words(titleData.alone, titleData.abbreviations, titleData.rankAdjectives),
);
