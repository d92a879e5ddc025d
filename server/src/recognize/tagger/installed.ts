/**
 * The tagger that `recognize` uses. Its model is part of the lexicon (invariant 1), but too large for source text: whoever starts the
 * program reads the file and installs it once, before the first article is read. Without it the rules go on alone.
 */
import { type ModelProblem, readModel } from './model.ts';
import { Tagger } from './tagger.ts';

let installed: Tagger | null = null;

/** Installs the model in `bytes`; null takes it out. What is wrong with the bytes, if anything: then there is no tagger. */
export function installTagger(bytes: Uint8Array | null): ModelProblem | null {
  installed = null;
  if (bytes === null) return null;
  const model = readModel(bytes);
  if (typeof model === 'string') return model;
  installed = new Tagger(model);
  return null;
}

export const installedTagger = (): Tagger | null => installed;
