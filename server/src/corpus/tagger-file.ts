/** The file of the tagger's model, which lies beside the built programs. */
import { readFileSync } from 'node:fs';
import { installTagger } from '../recognize/tagger/installed.ts';
import type { ModelProblem } from '../recognize/tagger/model.ts';

/** Installs the tagger from its file; what is wrong with the file, or null. Without a tagger the rules go on alone. */
export function loadTagger(file: string | URL): ModelProblem | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    installTagger(null);
    return 'missing';
  }
  return installTagger(bytes);
}

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

/** What a reader is told, once. */
export const taggerProblemText = (problem: ModelProblem, language: 'ar' | 'en'): string => TEXTS[problem][language];
