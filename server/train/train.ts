/**
 * Trains the tagger and writes its model, or scores the recipe on several tenths.
 *
 *     npm run train -- --data DIR [--without TENTH] [--out FILE]
 *     npm run train -- --data DIR --score TENTH,TENTH,…
 *
 * `--data`: the folder with the marked and unmarked texts (docs/tagger.md). `--without` leaves a tenth (1–10) of the marked sentences
 * out and prints the scores on it. `--out`: where the model goes, beside its reader by default. `--score` writes nothing: it trains
 * without each of these tenths in turn, prints the scores on it, and at last those on all of them together. The last tenth is never
 * trained on where another is left out. The same data and code give the same file.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readModel } from '../src/recognize/tagger/model.ts';
import { Tagger } from '../src/recognize/tagger/tagger.ts';
import { fold } from '../src/text/fold.ts';
import { aqmar, encyclopedia, type MarkedSentence, markedSentences, news, plainSentences } from './corpora.ts';
import { nameLists, namesOf } from './name-lists.ts';
import { learnModel, learnTable, tagNumbers } from './recipe.ts';
import { Score } from './score.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    without: { type: 'string' },
    score: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../src/recognize/tagger/model.bin') },
  },
});
const data = options.data;
const without = options.without === undefined ? null : Number(options.without);
const scored = options.score?.split(',').map(Number) ?? [];
const isTenth = (tenth: number) => Number.isInteger(tenth) && tenth >= 1 && tenth <= 10;
if (data === undefined || ![...scored, without ?? 10].every(isTenth)) {
  console.error(
    'npm run train -- --data DIR [--without TENTH] [--out FILE] | --data DIR --score TENTH,TENTH,… (tenths 1 to 10)',
  );
  process.exit(2);
}

const started = performance.now();
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

const marked = markedSentences(join(data, 'anercorp-train.txt'));
const start = (tenth: number) => Math.floor((marked.length * (tenth - 1)) / 10);
const sentencesOf = (tenth: number) => marked.slice(start(tenth), start(tenth + 1));
const allBut = (tenth: number) => [...marked.slice(0, start(tenth)), ...marked.slice(start(tenth + 1), start(10))];

const table = learnTable([...plainSentences(news(data)), ...plainSentences(encyclopedia(data)), ...aqmar(data)]);
say(`${table.hashes.length} words with vectors and clusters`);
const names = namesOf(nameLists());
say(`${names.keys.length} names and beginnings of names`);

/** The model learnt from these sentences; its digest is printed, so that two runs can be compared. */
function learn(sentences: readonly MarkedSentence[]): Uint8Array {
  const file = learnModel(table, names, sentences, say);
  say(`${file.length} bytes, SHA-256 ${createHash('sha256').update(file).digest('hex')}`);
  return file;
}

/** Sentences are tagged together until they have so many tokens, as `fihris tag` does it. */
const TOGETHER = 1000;

/** Tags the sentences with a model file, as the program will, and counts. */
function count(file: Uint8Array, sentences: readonly MarkedSentence[], ...scores: readonly Score[]): void {
  const model = readModel(file);
  if (typeof model === 'string') throw new Error(model);
  const tagger = new Tagger(model);
  for (let from = 0; from < sentences.length; ) {
    const tokens: string[] = [];
    const ends: number[] = [];
    let to = from;
    while (to < sentences.length && tokens.length < TOGETHER) {
      tokens.push(...(sentences[to++] as MarkedSentence).tokens.map(fold));
      ends.push(tokens.length);
    }
    const tags = new Uint8Array(tokens.length);
    tagger.tag(tokens, ends, tags, new Float32Array(tokens.length));
    sentences.slice(from, to).forEach((sentence, i) => {
      const given = tags.subarray(ends[i - 1] ?? 0, ends[i]);
      for (const score of scores) score.add(given, tagNumbers(sentence.tags));
    });
    from = to;
  }
}

if (options.score === undefined) {
  const file = learn(without === null ? marked : allBut(without));
  writeFileSync(options.out, file);
  if (without !== null) {
    const score = new Score();
    count(file, sentencesOf(without), score);
    say(`on tenth ${without}, left out: ${score}`);
  }
} else {
  const all = new Score();
  for (const tenth of scored) {
    const score = new Score();
    count(learn(allBut(tenth)), sentencesOf(tenth), score, all);
    say(`on tenth ${tenth}, left out: ${score}`);
  }
  say(`on all of them: ${all}`);
}
