/** Organisations by name, the institutions that states have, and the nouns that organisations' names begin with. */
import { fold } from '../text/fold.ts';
import data from './organizations.json' with { type: 'json' };
import { Phrases, words } from './phrases.ts';

export interface KnownOrganization {
  readonly id: string;
  /** The state it belongs to, where there is only one. */
  readonly country: string | null;
  /** Of many states: the adjective or state beside it says of which. */
  readonly institution: boolean;
  /** Too general a word («الجيش») to be an organisation without its country. */
  readonly needsCountry: boolean;
}

export const knownOrganizations: Phrases<KnownOrganization> = new Phrases(() => {
  const needsCountry = new Set(words(data.needsCountry));
  for (const [id, entry] of Object.entries(data.named) as [string, { names: string[]; country?: string }][]) {
    for (const name of entry.names)
      knownOrganizations.add(name, { id, country: entry.country ?? null, institution: false, needsCountry: false });
  }
  for (const [id, names] of Object.entries(data.institutions)) {
    for (const name of names) {
      const first = fold(name).split(' ')[0] ?? '';
      knownOrganizations.add(name, {
        id,
        country: null,
        institution: true,
        needsCountry: needsCountry.has(first) || fold(name).split(' ').length === 1,
      });
    }
  }
});

/** Organisations that are complete in themselves by their folded names. */
export const namedOrganizations: ReadonlyMap<string, { readonly id: string; readonly country: string | null }> =
  new Map(
    (Object.entries(data.named) as [string, { names: string[]; country?: string }][]).flatMap(
      ([id, { names, country }]) => names.map((name) => [fold(name), { id, country: country ?? null }] as const),
    ),
  );

/** Ids of what many states have. */
export const institutions: ReadonlySet<string> = new Set(Object.keys(data.institutions));

/** Heads that an unknown or quoted name follows: «وكالة X», «حزب "…"». */
const bodiesByAdjective: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(data.adjectives).map(([adjective, bodies]) => [fold(adjective), new Set(bodies)]),
);
/** «الأممي», «الأوروبية»: the bodies whose officials a folded adjective with its article calls so. */
export const bodiesOfAdjective = (word: string): ReadonlySet<string> | undefined =>
  word.startsWith('ال') ? bodiesByAdjective.get(word.slice(2).replace(/(?<=ي)ه$/, '')) : undefined;
export const openHeads: ReadonlySet<string> = new Set(words(data.openHeads));
/** Heads that a definite noun phrase follows: «هيئة النزاهة», «المجلس الأعلى …». */
export const phraseHeads: ReadonlySet<string> = new Set(words(data.phraseHeads));
/** «ريال» before a city, «يونايتد» after one. */
export const clubsBefore: ReadonlySet<string> = new Set(words(data.clubsBefore));
export const clubsAfter: ReadonlySet<string> = new Set(words(data.clubsAfter));

/** What is called by a name of its own, though it is a person's: companies, papers, sites, ships. */
export const bodyNouns: ReadonlySet<string> = new Set(words(data.bodyNouns));
/** «سفينة الأبحاث كرماني»: what it is for may stand between a ship and its name. */
export const shipNouns: ReadonlySet<string> = new Set(words(data.shipNouns));
/** «مدرب النادي الصفاقسي»: teams before the adjective that says where they are from. */
export const teamNouns: ReadonlySet<string> = new Set(words(data.teamNouns));
/** «رئيس مؤسسة سيغما كونساي»: companies, whose names have words that no list knows. */
export const companyNouns: ReadonlySet<string> = new Set(words(data.companyNouns));
/** «جامعة القيروان», «مطار المنستير»: what is called after its town, besides clubs. */
export const seatsOfLearning: ReadonlySet<string> = new Set(words(data.seatsOfLearning));
/** Heads of the names of parties, whose second word may be a state: «حركة نداء تونس». */
export const partyNouns: ReadonlySet<string> = new Set(words(data.partyNouns));
/** Bodies that stand beside others in a sentence: «لجنة الدفاع والحكومة». */
export const besideOthers: ReadonlySet<string> = new Set(words(data.besideOthers));
/** Adjectives inside the names of bodies: «الاتحاد العام», «الهيئة العليا المستقلة». */
export const bodyDegrees: ReadonlySet<string> = new Set(words(data.bodyDegrees));
/** «الناطق باسم الوزارة»: what an article means by the noun alone once it has named it, besides the heads of names. */
export const untoldBodies: ReadonlySet<string> = new Set(words(data.untoldBodies));
