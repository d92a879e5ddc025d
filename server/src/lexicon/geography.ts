/** States, their adjectives, cities, provinces and regions: what the words of the lists mean. */
import { fold } from '../text/fold.ts';
import demonymData from './demonyms.json' with { type: 'json' };
import { Phrases, words } from './phrases.ts';
import placeData from './places.json' with { type: 'json' };
import variantData from './state-variants.json' with { type: 'json' };
import stateData from './states.json' with { type: 'json' };
import townData from './towns.json' with { type: 'json' };

/** «الكوري الجنوبي», «الجنوب سوداني»: states by two folded words in the masculine without article. */
export const sidedAdjectives: ReadonlyMap<string, string> = new Map(
  Object.entries(demonymData.sided).map(([words, country]) => [fold(words), country]),
);

export interface Place {
  /** As PlaceFact.key: `IQ`, `IQ/بغداد`, or the folded name of a region. */
  readonly key: string;
  readonly country: string | null;
  readonly type: 'state' | 'capital' | 'city' | 'province' | 'region';
  /** Also a common word: a place only where its context says so. */
  readonly ambiguous: boolean;
}

const bare = (name: string) => (name.startsWith('ال') ? name.slice(2) : name);
const entries = (record: object): [string, string][] => Object.entries(record) as [string, string][];

/** Places by the words of their name; names with the article are also found without it only where `bareStates` has them. */
export const places: Phrases<Place> = new Phrases(() => fillPlaces());
/** Names of states without their article, as after لل («للعراق») or a conjunction glued on. */
export const bareStates: Phrases<Place> = new Phrases(() => fillPlaces());

/** Places whose name is an adjective too: «الأقصر» is "shorter" behind a noun with its article. */
export const adjectivalPlaces: ReadonlySet<string> = new Set(words(placeData.adjectives));

let isFilled = false;
function fillPlaces(): void {
  if (isFilled) return;
  isFilled = true;
  const ambiguousPlaces = new Set(placeData.ambiguous.split(' ').map(fold));
  const ambiguousStates = new Set(words(variantData.ambiguous));
  const addState = (code: string, name: string): void => {
    const state: Place = { key: code, country: code, type: 'state', ambiguous: ambiguousStates.has(fold(name)) };
    places.add(name, state);
    places.add(`جمهورية ${name}`, state);
    places.add(`الجمهورية ${name}`, state);
    if (fold(name).startsWith('ال')) bareStates.add(bare(fold(name)), state);
  };
  for (const [code, names] of Object.entries(variantData.variants)) for (const name of names) addState(code, name);
  // «عمان» without its vowel sign is the capital of Jordan as often as the sultanate: `excluded` leaves it to the cities.
  for (const [code, { ar }] of Object.entries(stateData.states))
    if (fold(ar) !== variantData.excluded) addState(code, ar);
  // «الجمهورية اللبنانية», «الجمهورية الإسلامية الإيرانية»
  for (const [code, stems] of entries(demonymData.nisba))
    for (const stem of words(stems))
      for (const form of ['الجمهورية', 'الجمهورية العربية', 'الجمهورية الإسلامية', 'المملكة'])
        places.add(`${form} ال${stem}ه`, { key: code, country: code, type: 'state', ambiguous: false });
  for (const type of ['capitals', 'cities', 'provinces'] as const) {
    for (const [code, names] of entries(placeData[type])) {
      for (const name of names.split('|').filter(Boolean)) {
        const key = `${code}/${bare(fold(name.replace(/^إقليم /, '')))}`;
        const place: Place = {
          key,
          country: code,
          type: type === 'capitals' ? 'capital' : type === 'cities' ? 'city' : 'province',
          ambiguous: ambiguousPlaces.has(fold(name)),
        };
        places.add(name, place);
        if (fold(name).startsWith('ال') && !place.ambiguous) bareStates.add(bare(fold(name)), place);
      }
    }
  }
  for (const name of placeData.regions.split('|')) {
    const region: Place = {
      key: bare(fold(name)),
      country: null,
      type: 'region',
      ambiguous: ambiguousPlaces.has(fold(name)),
    };
    places.add(name, region);
    if (fold(name).startsWith('ال') && !region.ambiguous && !fold(name).includes(' '))
      bareStates.add(bare(fold(name)), region);
  }
}

let knownNisbas: ReadonlyMap<string, string> | null = null;
/** Folded adjective without ال («ايراني», «ايرانيه», «ايرانيين») → ISO code; '' for peoples and regions («عربي», «كردي»). */
const nisbas = (): ReadonlyMap<string, string> => {
  if (knownNisbas !== null) return knownNisbas;
  const map = new Map<string, string>();
  const add = (form: string, code: string) => {
    if (!map.has(form)) map.set(form, code);
  };
  const addForms = (stem: string, code: string) => {
    for (const suffix of ['', 'ه', 'ين', 'ون', 'ات', 'ان', 'تين', 'تان', 'ا']) add(stem + suffix, code);
  };
  for (const [code, stems] of entries(demonymData.nisba)) for (const stem of words(stems)) addForms(stem, code);
  for (const [code, forms] of entries(demonymData.plurals)) for (const form of words(forms)) add(bare(form), code);
  for (const stem of words(demonymData.peoples)) addForms(stem, '');
  for (const form of words(demonymData.peoplePlurals)) add(bare(form), '');
  knownNisbas = map;
  return map;
};

/** Of a word with or without its article: the state whose adjective it is, '' for a people or region, undefined for other words. */
export const nisba = (core: string): string | undefined =>
  nisbas().get(core) ?? (core.startsWith('ال') ? nisbas().get(core.slice(2)) : undefined);

const commonNisbas = new Set(words(demonymData.commonWords));
/** Whether an adjective of a state is an ordinary word more often: «المالية» is "financial" before it is Malian. */
export const isCommonWord = (nisbaForm: string): boolean =>
  commonNisbas.has(nisbaForm) || (nisbaForm.startsWith('ال') && commonNisbas.has(nisbaForm.slice(2)));

/** Towns, rivers and mountains that are not marked by themselves, for many families are called so, too: «المكناسي», «الدهماني». */
export const towns: ReadonlySet<string> = new Set(words(...townData.names));

/** Nouns before a place name: «مدينة», «شارع», …; a name after one of them is no person. */
export const placeNouns: ReadonlySet<string> = new Set(words(placeData.placeNouns));
/** «مطار», «كتيبة»: what mostly bears the name of a person, also behind an adjective («المستشفى الجامعي فلان»). */
export const buildings: ReadonlySet<string> = new Set(words(placeData.buildings));
/** What else bears names; behind an adjective of it somebody may be named («الساحة الرياضية الصحفي فلان»). */
export const nameBearers: ReadonlySet<string> = new Set(words(placeData.nameBearers));
/** Of them those whose name is a place even where no list has it: «مدينة X». */
export const namedPlaceNouns: ReadonlySet<string> = new Set(words(placeData.namedPlaceNouns));

/** The adjective of a state, masculine singular, folded, without ال; '' where unknown. */
export function adjectiveOf(code: string): string {
  const stems = (demonymData.nisba as Record<string, string>)[code];
  return stems?.split(' ')[0] ?? '';
}

/**
 * «السلطنة», «المملكة»: a realm without its name is the one that the article tells of. The sultanates and kingdoms of the Arab League, after
 * the full titles of its members.
 */
const realms: ReadonlyMap<string, readonly string[]> = new Map(
  entries(variantData.realms).map(([noun, codes]) => [fold(noun), codes.split(' ')]),
);

/** The states that a folded word may mean as a realm, with its article, behind و or ف or not; none of other words. */
export const realmsOf = (word: string): readonly string[] =>
  realms.get(word) ?? (/^[وف]/.test(word) ? realms.get(word.slice(1)) : undefined) ?? [];

/** «عمان»: a state and the capital of another one, by the folded name. */
export const stateOfHomograph = (name: string): string | null =>
  fold(name) === fold(variantData.excluded)
    ? (entries(stateData.states).find(
        ([, state]) => fold((state as unknown as { ar: string }).ar) === fold(name),
      )?.[0] ?? null)
    : null;

/** What the press calls a state: «السعودية», and not its full title; the code where CLDR has no Arabic name. */
export const stateName = (code: string): string =>
  (variantData.variants as Record<string, readonly string[]>)[code]?.[0] ??
  (stateData.states as Record<string, { ar: string }>)[code]?.ar ??
  code;

/** The English name of a state; the code where CLDR has none. */
export const englishName = (code: string): string =>
  (stateData.states as Record<string, { en: string }>)[code]?.en ?? code;

/** «مختار قرية …»: elsewhere mostly a given name. */
export const settlements: ReadonlySet<string> = new Set(words(placeData.settlements));
/** «رئيس دولة …», «والي ولاية …»: what stands before the place of an office; settlements are among them. */
export const seatNouns: ReadonlySet<string> = new Set([...words(placeData.seatNouns), ...settlements]);
/** States that are called as their capital is: of «والي تونس» and «محافظ الكويت» the city. */
export const cityStates: ReadonlySet<string> = new Set(words(placeData.cityStates));
/** «شمالي العراق», «وسط البلاد». */
export const compassWords: ReadonlySet<string> = new Set(words(placeData.compassWords));
/** What a place lies in: «في محافظة …», «التابعة لقضاء …». */
export const regionNouns: ReadonlySet<string> = new Set(words(placeData.regionNouns));
/** «مدينة شنقاف الجديدة»: adjectives that end the name of a place. */
export const placeAdjectives: ReadonlySet<string> = new Set(words(placeData.placeAdjectives));
/** «في الأردن», «دولة مالي»: what stands before a state, and proves one whose name is another word too. */
export const beforeStates: ReadonlySet<string> = new Set(words(placeData.beforeStates));
/** With what names of towns begin: «بيت لاهيا», «كفر زيتا», «سيدي بوزيد». */
export const townNouns: ReadonlySet<string> = new Set(words(placeData.townNouns));
/** «زار مدينة البصرة», «وصل إلى العاصمة بغداد»: what stands before a place that is visited. */
export const visitedNouns: ReadonlySet<string> = new Set(words(placeData.visitedNouns));
/** «بني مطير», «بسيدي …»: a town or tribe is named behind it. */
export const tribeWords: ReadonlySet<string> = new Set(words(placeData.tribeWords));
/** «الجمهورية العربية السورية»: adjectives between «الجمهورية» and that of the state. */
export const republicAdjectives: ReadonlySet<string> = new Set(words(placeData.republicAdjectives));
