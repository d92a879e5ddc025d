/** What facts are made with: they are worth as much as the programs and the model that made them are the same. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * A hash of the files that make facts: of the built program of the workers, which holds the rules and the lexicon, and of the model. It
 * changes by itself with any of them, and is the same for the server and the command line. `model`: the key of what else reads names
 * (transformer-folder.ts). Null where one cannot be read: then nothing made by it can be told from anything else.
 */
export async function recipeHash(files: readonly (string | URL)[], model = ''): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for (const bytes of await Promise.all(files.map((file) => readFile(file).catch(missingModel(file)))))
      hash.update(`${bytes.length}\n`).update(bytes);
  } catch {
    return null;
  }
  if (model !== '') hash.update(model);
  return hash.digest('hex').slice(0, 32);
}

/** Without a model the rules go on alone; that is a recipe too. */
function missingModel(file: string | URL): (error: unknown) => Uint8Array {
  return (error) => {
    if (String(file).endsWith('.bin')) return new Uint8Array();
    throw error;
  };
}
