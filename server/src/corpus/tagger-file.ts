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
