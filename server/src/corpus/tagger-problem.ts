/** What a reader is told where the tagger's model cannot be used. */
import type { ModelProblem } from '../recognize/tagger/model.ts';

const TEXTS: Readonly<Record<ModelProblem, { readonly ar: string; readonly en: string }>> = {
  missing: {
    ar: 'لا ملف tagger.bin بجانب البرنامج: تُعرف الأسماء بالقواعد وحدها',
    en: 'tagger.bin is not beside the program: names are found by rules alone',
  },
  foreign: {
    ar: 'الملف tagger.bin ليس نموذج الوسم: تُعرف الأسماء بالقواعد وحدها',
    en: 'tagger.bin is no model of the tagger: names are found by rules alone',
  },
  version: {
    ar: 'الملف tagger.bin من إصدار آخر: تُعرف الأسماء بالقواعد وحدها',
    en: 'tagger.bin belongs to another version: names are found by rules alone',
  },
  damaged: {
    ar: 'الملف tagger.bin تالف: تُعرف الأسماء بالقواعد وحدها',
    en: 'tagger.bin is damaged: names are found by rules alone',
  },
};

/** Told once. */
export const taggerProblemText = (problem: ModelProblem, language: 'ar' | 'en'): string => TEXTS[problem][language];
