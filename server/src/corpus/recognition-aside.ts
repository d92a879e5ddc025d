/** As recognition.ts, out of the program that lies beside this one: it is loaded with the first text, which takes a tenth of a second. */
import { createRequire } from 'node:module';
import type * as recognizer from '../recognizer.ts';

let loaded: typeof recognizer | null = null;

/** The program of the workers, in this thread. Throws where it is not beside this one. */
export function recognizerHere(): typeof recognizer {
  loaded ??= createRequire(import.meta.url)('./recognizer.js') as typeof recognizer;
  return loaded;
}

export const recognize: typeof recognizer.recognize = (text, given) => recognizerHere().recognize(text, given);
