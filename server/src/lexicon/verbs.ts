/** Verbs that news sentences begin with, in the forms that have a third-person subject. */
import { words } from './phrases.ts';
import verbData from './verbs.json' with { type: 'json' };

export type VerbKind = 'speech' | 'meeting' | 'acting';

const forms = new Map<string, VerbKind>();
const add = (form: string, kind: VerbKind) => {
  if (!forms.has(form)) forms.set(form, kind);
};
for (const kind of ['speech', 'meeting', 'acting'] as const) {
  for (const verb of words(verbData[kind])) {
    add(verb, kind);
    // Perfect feminine and dual: «قالت», «قالا»; a final weak letter drops or becomes ي («التقى»، «التقت»، «التقيا»).
    if (verb.endsWith('ي')) {
      add(`${verb.slice(0, -1)}ت`, kind);
      add(`${verb}ا`, kind);
    } else {
      add(`${verb}ت`, kind);
      add(`${verb}ا`, kind);
    }
    for (const form of imperfect(verb)) add(form, kind);
  }
}
// Stems that the patterns do not make («دعا»: «يدعو»), and verbs whose perfect is more often a noun («فتح»).
for (const kind of ['speech', 'acting'] as const)
  for (const stem of words(verbData.imperfect[kind])) for (const form of withPrefixes(stem)) add(form, kind);

// Perfect feminine of verbs whose masculine is another word too («فتح», «مر»).
for (const verb of words(verbData.feminine)) add(verb, 'acting');

/** Imperfect forms by the verb's pattern, third person masculine and feminine; irregular stems that the patterns miss are not made. */
function imperfect(verb: string): string[] {
  const stems: string[] = [];
  if (verb.startsWith('ا') && verb.length >= 5) stems.push(verb.slice(1));
  else if (verb.startsWith('ا') && verb.length === 4) {
    const weak = verb[2] === 'ا' ? `${verb[1]}ي${verb[3]}` : verb.slice(1);
    stems.push(weak);
  } else if (verb[1] === 'ا' && verb.length === 3) stems.push(`${verb[0]}و${verb[2]}`, `${verb[0]}ي${verb[2]}`);
  else stems.push(verb);
  // «أكد»: «يؤكد»; «أمر»: «يأمر».
  if (verb.startsWith('ا') && verb.length === 3) stems.push(`ؤ${verb.slice(1)}`);
  return stems.flatMap(withPrefixes);
}

function withPrefixes(stem: string): string[] {
  return [`ي${stem}`, `ت${stem}`, `سي${stem}`, `ست${stem}`];
}

/** What kind of verb a folded word (without و or ف) is, if one of the list. */
export const verbKind = (core: string): VerbKind | undefined => forms.get(core);

/** Verbs whose clause is all that they take; «أبلغ سالم الشرطة أن …» has an object. */
export const saysOnly: ReadonlySet<string> = new Set(words(verbData.saysOnly));
/** Verbs before words that are quoted; «يكشف خفايا "…"» has an object. */
export const quoting: ReadonlySet<string> = new Set(words(verbData.quoting));
/** Verbs of whoever goes on speaking. */
export const speakingOn: ReadonlySet<string> = new Set(words(verbData.speakingOn));
/** «زار رئيس الحكومة فرنسا»: verbs whose object the state behind an office is. */
export const towardsStates: ReadonlySet<string> = new Set(words(verbData.towardsStates));
