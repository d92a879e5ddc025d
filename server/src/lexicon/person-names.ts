/** What words may be in a person's name: given names, the particles that join names, and the words of prose that end them. */
import commonData from './common-words.json' with { type: 'json' };
import foreignData from './foreign-given-names.json' with { type: 'json' };
import nameData from './given-names.json' with { type: 'json' };
import particleData from './particles.json' with { type: 'json' };
import { Phrases, words } from './phrases.ts';
import proseData from './prose-words.json' with { type: 'json' };

const ambiguous = new Set(words(...nameData.ambiguous));
const plain = new Set(words(...nameData.plain).filter((word) => !ambiguous.has(word)));

/** Whether a folded word is a given name: `plain` hardly anything else, `ambiguous` also an ordinary word. */
export function givenName(core: string): 'plain' | 'ambiguous' | null {
  if (plain.has(core)) return 'plain';
  return ambiguous.has(core) ? 'ambiguous' : null;
}

/** «جون», «مارك»: given names of European languages that are no Arabic ones. */
export const foreignNames: ReadonlySet<string> = new Set(words(...foreignData.names));

/** «حسن الجوار», «كمال الأجسام»: idioms, no names. */
export const expressions: Phrases<true> = new Phrases();
for (const expression of nameData.expressions) expressions.add(expression, true);
/** «علي أكبر»: given names whose second word is of a closed class, by their words. */
export const pairs: ReadonlySet<string> = new Set(nameData.pairs.map((pair) => words(pair).join(' ')));

const mostlyNouns = new Set(words(nameData.nouns));
/** Whether an ambiguous given name is more often a name than the word that it also is: «نبيل», but not «شمس». */
export const mostlyName = (core: string): boolean => ambiguous.has(core) && !mostlyNouns.has(core);

export const particles: ReadonlySet<string> = new Set(words(nameData.particles));
export const joints: ReadonlySet<string> = new Set(words(nameData.joints));
export const kunyas: ReadonlySet<string> = new Set(words(nameData.kunya));
export const servants: ReadonlySet<string> = new Set(words(nameData.abd));
const masculineInTa = new Set(words(nameData.masculineInTa));
/** Whether a name as written begins with a given name of women: in ة, but not «حمزة». */
export const isWoman = (name: string): boolean => {
  const [given = ''] = name.split(/\s/);
  return given.endsWith('ة') && given.length > 3 && !masculineInTa.has(words(given)[0] ?? '');
};
/** «محمد», «سيد»: given names that stand before another one, which is the one that is called. */
export const doubled: ReadonlySet<string> = new Set(words(nameData.doubled));
/** «الدين», «الله», «الإسلام»: the second word of «نور الدين». */
export const secondWords: ReadonlySet<string> = new Set(words(nameData.second));
/** «زاده», «نجاد»: second words of Persian family names. */
export const familyEnds: ReadonlySet<string> = new Set(words(nameData.familyEnds));
/** Korean, Chinese and Vietnamese family names, which stand before the given name: «كيم» of «كيم جونغ هو». */
export const surnamesFirst: ReadonlySet<string> = new Set(words(nameData.surnamesFirst));
/** «وليامسون», «ولايتي»: family names that begin with و and are no «and» behind a given name. */
export const surnamesInWaw: ReadonlySet<string> = new Set(words(nameData.surnamesInWaw));
export const foreignParticles: ReadonlySet<string> = new Set(words(nameData.foreignParticles));

/** Words of closed classes: prepositions, conjunctions, pronouns, adverbs. */
export const functionWords: ReadonlySet<string> = new Set([
  ...words(particleData.prepositions),
  ...words(particleData.conjunctions),
  ...words(particleData.pronouns),
]);
/** Participles that stand in apposition to a name («… المعروف بـ…»): after names so often that counting takes them for names. */
export const appositions: ReadonlySet<string> = new Set(words(particleData.appositions));
export const prepositions: ReadonlySet<string> = new Set(words(particleData.prepositions));
/** What a person says, does or has («تصريح فلان», «حكومة فلان»): before a name that the article has proven it is that person's. */
export const ownNouns: ReadonlySet<string> = new Set(words(particleData.ownNouns));
/** What befalls a person («بقاء فلان», «دعم فلان»), of other things as usual: before a name that the article has proven it is that person. */
export const nearNouns: ReadonlySet<string> = new Set(words(particleData.nearNouns));
/** «زوجة», «شقيق»: kin, before a pronoun. */
export const kin: ReadonlySet<string> = new Set(words(particleData.kin));
/** Verbal nouns that the object of a sentence begins with («أعلن فلان وقف …»): no family names. */
export const masdars: ReadonlySet<string> = new Set(words(particleData.masdars));

const frequent = new Set(words(...commonData.frequent, ...proseData.frequent));
const rare = new Set(words(...commonData.rare));
for (const name of words(proseData.names)) {
  frequent.delete(name);
  rare.delete(name);
}

/** Whether a folded word is one of ordinary prose: `frequent`, `rare` (may also be an uncommon name), or null. */
export function commonWord(core: string): 'frequent' | 'rare' | null {
  if (frequent.has(core)) return 'frequent';
  return rare.has(core) ? 'rare' : null;
}

/** «محمد، ابن …», «عائلة بن …», «الدكتور بن …»: words before بن that are no names. */
export const sonless: ReadonlySet<string> = new Set(words(nameData.sonless));
/** «حزب الله», «رسول الله», «إن شاء الله»: no names. */
export const ofGod: ReadonlySet<string> = new Set(words(nameData.ofGod));
/** «كلية سان ماري»: the saint of a place or a club; who is called so besides has another name before it («إيف سان لوران»). */
export const saintWords: ReadonlySet<string> = new Set(words(nameData.saintWords));
/** «ولد سالم الراوي عام 1941 في …»: what stands behind the verb and its subject. */
export const birthWords: ReadonlySet<string> = new Set(words(particleData.birthWords));
/** Words that begin with ال as their own letters, or as relative pronouns. */
export const notDefinite: ReadonlySet<string> = new Set(words(particleData.notDefinite));
