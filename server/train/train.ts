/**
 * Trains the tagger and writes its model.
 *
 *     npm run train -- --data DIR [--without TENTH] [--out FILE] [--cache DIR] [--hidden N] [--teachers N]
 *
 * `--data`: the folder with the marked and unmarked texts (docs/tagger.md). `--without` leaves a tenth (1–10) of the marked sentences
 * out and prints the scores on it; the last tenth is then never trained on. `--out`: where the model goes, beside its reader by default.
 * `--cache` keeps the vectors of words from one run to the next: it must be emptied when texts or code change. `--hidden`: units
 * of the hidden layer, a multiple of 16; `--teachers N` lets N models mark unmarked sentences to learn from too (no gain so far: docs/tagger.md).
 * The same data gives the same file.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { modelWord, TAG_COUNT, TAGS } from '../src/recognize/tagger/features.ts';
import { readModel } from '../src/recognize/tagger/model.ts';
import { Tagger } from '../src/recognize/tagger/tagger.ts';
import { fold } from '../src/text/fold.ts';
import { aqmar, encyclopedia, type MarkedSentence, markedSentences, news, plainSentences } from './corpora.ts';
import { type Example, Inventory, Learner, type Settings } from './learner.ts';
import { shuffle, uniform } from './random.ts';
import { Score } from './score.ts';
import { vectors } from './vectors.ts';
import { tableOf, wordTable } from './word-table.ts';
import { modelFile } from './write-model.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    without: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../src/recognize/tagger/model.bin') },
    cache: { type: 'string' },
    hidden: { type: 'string', default: '64' },
    teachers: { type: 'string', default: '0' },
  },
});
const data = options.data;
if (data === undefined) {
  console.error('npm run train -- --data DIR');
  process.exit(2);
}

const VECTORS = { least: 4, most: 66_000, neighbours: 6000, size: 64, places: [-2, -1, 1, 2] };
const LEARNING: Omit<Settings, 'seed' | 'epochs'> = {
  rate: 0.1,
  drop: 0.5,
  hidden: Number(options.hidden),
  hiddenDrop: 0.3,
  hiddenRate: 0.05,
};
const TEACHER_EPOCHS = 3;
const EPOCHS = 6;
/** Words of unmarked news and of the encyclopedia that the teachers mark for the model. */
const SILVER = { news: 300_000, encyclopedia: 200_000 };
const SILVER_WEIGHT = 0.5;
/**
 * A feature is learnt from so many occurrences on, a marked one counting twice: also those that come once, for they take upon
 * themselves what is particular to their sentence (without them F1 is 3 points lower).
 */
const LEAST = 2;

const started = performance.now();
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

const marked = markedSentences(join(data, 'anercorp-train.txt'));
const tenth = (n: number) => Math.floor((marked.length * n) / 10);
const without = options.without === undefined ? null : Number(options.without);
const left = without === null ? [] : marked.slice(tenth(without - 1), tenth(without));
const used =
  without === null ? marked : [...marked.slice(0, tenth(without - 1)), ...marked.slice(tenth(without), tenth(9))];

const wordsOf = (sentence: readonly string[]) => sentence.map((token) => modelWord(fold(token)));
/** Sentences of the unmarked texts, read when first asked for. */
const plain = { news: once(() => news(data)), encyclopedia: once(() => encyclopedia(data)) };
function once(read: () => string): () => string[][] {
  let kept: string[][] | null = null;
  return () => {
    kept ??= plainSentences(read()).map(wordsOf);
    return kept;
  };
}

const learntVectors = cached('vectors', () =>
  vectors([...plain.news(), ...plain.encyclopedia(), ...aqmar(data).map(wordsOf)], VECTORS),
);
const table = tableOf(cached('words', () => wordTable(learntVectors)));
say(`${table.hashes.length} words with vectors and clusters`);

function cached<T>(name: string, make: () => T): T {
  if (options.cache === undefined) return make();
  const file = join(options.cache, name);
  if (existsSync(file)) return deserialize(readFileSync(file));
  const made = make();
  mkdirSync(options.cache, { recursive: true });
  writeFileSync(file, serialize(made));
  return made;
}

const tagIds = new Map<string, number>(TAGS.map((tag, id) => [tag, id]));
const tagsOf = ({ tags }: MarkedSentence) =>
  Uint8Array.from(tags, (tag) => tagIds.get(tag.replace(/-PER$/, '-PERS')) ?? 0);
const inventory = new Inventory(table);
const example = (
  words: readonly string[],
  tags: Uint8Array | null,
  soft: Float32Array | null,
  weight: number,
): Example => ({
  words: Int32Array.from(words, (word) => inventory.id(word)),
  tags,
  soft,
  weight,
  pairs: new Int32Array(),
});
const gold = used.map((sentence) => example(wordsOf(sentence.tokens), tagsOf(sentence), null, 1));

/** Unmarked sentences with how likely the teachers hold each tag to be. */
function silver(): Example[] {
  inventory.number(gold, LEAST);
  const teachers = Array.from({ length: Number(options.teachers) }, (_, t) => {
    const teacher = new Learner(inventory, { ...LEARNING, epochs: TEACHER_EPOCHS, seed: t + 1 });
    teacher.train(
      () => gold,
      () => {},
    );
    say(`teacher ${t + 1}`);
    return teacher;
  });
  if (teachers.length === 0) return [];
  const random = uniform(7);
  const examples: Example[] = [];
  for (const kind of ['news', 'encyclopedia'] as const) {
    let words = 0;
    for (const sentence of shuffle([...plain[kind]()], random)) {
      if (words > SILVER[kind]) break;
      if (sentence.length < 4 || sentence.length > 120) continue;
      const made = example(sentence, null, new Float32Array(sentence.length * TAG_COUNT), SILVER_WEIGHT);
      const soft = made.soft as Float32Array;
      for (const teacher of teachers) {
        const marginals = teacher.marginals(made.words);
        for (let i = 0; i < soft.length; i++)
          soft[i] = (soft[i] as number) + (marginals[i] as number) / teachers.length;
      }
      // Sentences without names teach less.
      let named = false;
      for (let i = 0; i < soft.length; i += TAG_COUNT) named ||= (soft[i] as number) < 0.95;
      if (!named && random() < 0.7) continue;
      examples.push(made);
      words += sentence.length;
    }
  }
  say(`${examples.length} unmarked sentences marked by the teachers`);
  return examples;
}

const extra = silver();
inventory.number([...gold, ...extra], LEAST);
say(`${inventory.keys.length} features`);
const learner = new Learner(inventory, { ...LEARNING, epochs: EPOCHS, seed: 11 });
/** Each unmarked sentence comes once, in all epochs but the last. */
const share = Math.ceil(extra.length / (EPOCHS - 1));
learner.train(
  (epoch) => [...gold, ...extra.slice(epoch * share, epoch < EPOCHS - 1 ? (epoch + 1) * share : epoch * share)],
  (epoch) => say(`epoch ${epoch + 1}${left.length > 0 ? `  ${scoreOf(modelFile(learner))}` : ''}`),
);

/** The score of a model file on what was left out, as the program will tag it. */
function scoreOf(file: Uint8Array): string {
  const model = readModel(file);
  if (typeof model === 'string') throw new Error(model);
  const tagger = new Tagger(model);
  const score = new Score();
  const tokens = left.flatMap((sentence) => sentence.tokens.map(fold));
  const ends: number[] = [];
  for (const sentence of left) ends.push((ends.at(-1) ?? 0) + sentence.tokens.length);
  const tags = new Uint8Array(tokens.length);
  tagger.tag(tokens, ends, tags, new Float32Array(tokens.length));
  left.forEach((sentence, i) => {
    score.add(tags.subarray((ends[i] as number) - sentence.tokens.length, ends[i]), tagsOf(sentence));
  });
  return score.toString();
}

const file = modelFile(learner);
writeFileSync(options.out, file);
say(`${options.out}: ${file.length} bytes`);
const held = left.length;
if (held > 0) say(`on ${held} sentences left out: ${scoreOf(file)}`);
