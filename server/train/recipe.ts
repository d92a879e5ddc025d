/** How the model is made from its texts: the numbers of this file, and nothing else than the texts and the lexicon, decide what is in it. */
import { modelWord, TAGS } from '../src/recognize/tagger/features.ts';
import { fold } from '../src/text/fold.ts';
import type { MarkedSentence } from './corpora.ts';
import { type Example, Inventory, Learner, type Settings } from './learner.ts';
import type { TrainedNames } from './name-lists.ts';
import { type VectorOptions, vectors } from './vectors.ts';
import { type TrainedTable, tableOf, wordTable } from './word-table.ts';
import { modelFile } from './write-model.ts';

export interface Recipe {
  readonly vectors: VectorOptions;
  readonly learning: Settings;
}

export const RECIPE: Recipe = {
  vectors: { least: 4, most: 63_000, neighbours: 6000, size: 64, places: [-2, -1, 1, 2] },
  learning: {
    epochs: 6,
    averaged: 4,
    rate: 0.1,
    drop: 0.5,
    hidden: 64,
    hiddenDrop: 0.3,
    hiddenRate: 0.05,

    seed: 13,
  },
};

/** The words of a sentence as the model knows them. */
const modelWords = (tokens: readonly string[]) => tokens.map((token) => modelWord(fold(token)));

/**
 * Vectors and clusters of words from unmarked sentences. The marked ones must not be among them: a word that comes once there would
 * then have a vector while learning, and those of other texts have none.
 */
export function learnTable(plain: readonly (readonly string[])[], recipe: Recipe = RECIPE): TrainedTable {
  return tableOf(wordTable(vectors(plain.map(modelWords), recipe.vectors)));
}

const tagIds = new Map<string, number>(TAGS.map((tag, id) => [tag, id]));

/** Tags as the model numbers them; what it does not know is no name. */
export const tagNumbers = (tags: readonly string[]): Uint8Array =>
  Uint8Array.from(tags, (tag) => tagIds.get(tag.replace(/-PER$/, '-PERS')) ?? 0);

/** The model file learnt from marked sentences; `say` is told what is done. The same sentences give the same bytes. */
export function learnModel(
  table: TrainedTable,
  names: TrainedNames,
  marked: readonly MarkedSentence[],
  say: (text: string) => void,
  recipe: Recipe = RECIPE,
): Uint8Array {
  const inventory = new Inventory(table, names);
  const examples = marked.map(
    ({ tokens, tags }): Example => ({
      words: Int32Array.from(modelWords(tokens), (word) => inventory.id(word)),
      tags: tagNumbers(tags),
      pairs: new Int32Array(),
      codes: new Int32Array(),
    }),
  );
  inventory.number(examples);
  say(`${inventory.keys.length} features`);
  return modelFile(new Learner(inventory, recipe.learning).train(examples, (epoch) => say(`epoch ${epoch}`)));
}
