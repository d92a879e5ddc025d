/**
 * How fast the tagger is, tokenising included, beside wink-nlp and compromise on as many English tokens, in one thread, in turns;
 * what its model costs to load and keep, and what the whole recogniser does.
 *
 *     node test/bench/tagger.ts [Arabic text or folder] [English text]
 *
 * Without arguments the articles of `examples/` and `test/newswire/`, and the English notices of the packages in node_modules, each
 * as often as it takes.
 */
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recognize } from '../../server/src/recognize/recognize.ts';
import { taggedNames } from '../../server/src/recognize/tagged-names.ts';
import { installTagger } from '../../server/src/recognize/tagger/installed.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { requirePeer } from './peers.ts';

const root = join(import.meta.dirname, '../..');
const [arabicPath, englishPath] = process.argv.slice(2);
const TOKENS = 300_000;

const inFolder = (folder: string) =>
  globSync('**/*.txt', { cwd: folder })
    .sort()
    .map((name) => join(folder, name));
function textOf(files: readonly string[]): string {
  return files.map((file) => readFileSync(file, 'utf8')).join('\n\n');
}
const filesAt = (path: string) => (statSync(path).isDirectory() ? inFolder(path) : [path]);

/** Pieces of the size of articles, of `TOKENS` tokens together; `text` comes again where it is too short. */
function pieces(text: string): { texts: string[]; tokens: number } {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  const texts: string[] = [];
  let tokens = 0;
  let piece = '';
  for (let i = 0; tokens < TOKENS; i++) {
    piece += `${paragraphs[i % paragraphs.length]}\n\n`;
    if (piece.length < 3000) continue;
    tokens += tokenize(piece).length;
    texts.push(piece);
    piece = '';
  }
  return { texts, tokens };
}

const arabic = pieces(
  textOf(
    arabicPath ? filesAt(arabicPath) : [...inFolder(join(root, 'examples')), ...inFolder(join(root, 'test/newswire'))],
  ),
);
const english = pieces(
  textOf(
    englishPath
      ? filesAt(englishPath)
      : readdirSync(join(root, 'node_modules'))
          .sort()
          .flatMap((name) =>
            globSync('{LICENSE,README}*', { cwd: join(root, 'node_modules', name) }).map((file) =>
              join(root, 'node_modules', name, file),
            ),
          ),
  ),
);

interface Runner {
  readonly name: string;
  readonly of: { readonly texts: readonly string[]; readonly tokens: number };
  run(text: string): unknown;
}

/** Tokens a second of each, round after round in turns, so that a slow moment of the machine falls on all. */
function measured(runners: readonly Runner[], rounds: number): number[][] {
  const speeds: number[][] = runners.map(() => []);
  for (let round = 0; round < rounds; round++)
    runners.forEach(({ of: { texts, tokens }, run }, i) => {
      globalThis.gc?.();
      const started = performance.now();
      for (const text of texts) run(text);
      speeds[i]?.push((tokens / (performance.now() - started)) * 1000);
    });
  return speeds;
}

/** The best round of each (the first ones warm up), and the middle one. */
function measure(runners: readonly Runner[], rounds: number): number[][] {
  const speeds = measured(runners, rounds);
  const shown = (value: number) => Math.round(value).toLocaleString('en').padStart(10);
  runners.forEach(({ name }, i) => {
    const own = speeds[i] ?? [];
    console.log(`${name.padEnd(34)} ${shown(Math.max(...own))} tokens/s at best, ${shown(median(own))} in the middle`);
  });
  return speeds;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2;
};

globalThis.gc?.();
const before = process.memoryUsage();
const bytes = readFileSync(join(root, 'server/src/recognize/tagger/model.bin'));
const started = performance.now();
const problem = installTagger(bytes);
const loaded = performance.now() - started;
if (problem !== null) throw new Error(`the model is ${problem}`);
console.log(`model: ${(bytes.length / 1e6).toFixed(2)} MB, loaded in ${loaded.toFixed(0)} ms`);
console.log(`${arabic.tokens} Arabic and ${english.tokens} English tokens`);
const tagger: Runner = { name: 'fihris tagger', of: arabic, run: (text) => taggedNames(tokenize(text)) };
for (const text of arabic.texts) tagger.run(text);
globalThis.gc?.();
const after = process.memoryUsage();
const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
console.log(`memory of the tagger: ${grown.toFixed(0)} MB`);

interface Wink {
  readDoc(text: string): { entities(): { out(): unknown } };
}
const wink = (requirePeer('wink-nlp') as (model: unknown) => Wink)(requirePeer('wink-eng-lite-web-model'));
const compromise = requirePeer('compromise') as (text: string) => {
  people(): { out(format: string): unknown };
  topics(): { out(format: string): unknown };
};

const [ours = [], winks = []] = measure(
  [
    tagger,
    { name: 'wink-nlp, entities (English)', of: english, run: (text) => wink.readDoc(text).entities().out() },
    { name: 'tokenised only', of: arabic, run: tokenize },
  ],
  15,
);
const ratios = ours.map((speed, round) => speed / (winks[round] as number)).slice(3);
console.log(`fihris tagger / wink-nlp, middle of ${ratios.length} rounds: ${median(ratios).toFixed(2)}`);
measure(
  [
    { name: 'fihris, rules and tagger', of: arabic, run: recognize },
    { name: 'compromise, topics (English)', of: english, run: (text) => compromise(text).topics().out('array') },
  ],
  3,
);
installTagger(null);
measure([{ name: 'fihris, rules alone', of: arabic, run: recognize }], 3);
