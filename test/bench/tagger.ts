/**
 * How fast the tagger is, tokenising included, beside wink-nlp and compromise on as many English tokens, in one thread and one run;
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

/** The best of eight runs: the first ones warm up. */
function measure(
  name: string,
  { texts, tokens }: { texts: readonly string[]; tokens: number },
  run: (text: string) => unknown,
): void {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const started = performance.now();
    for (const text of texts) run(text);
    best = Math.min(best, performance.now() - started);
  }
  console.log(
    `${name.padEnd(34)} ${Math.round((tokens / best) * 1000)
      .toLocaleString('en')
      .padStart(10)} tokens/s`,
  );
}

globalThis.gc?.();
const before = process.memoryUsage();
const bytes = readFileSync(join(root, 'server/src/recognize/tagger/model.bin'));
const started = performance.now();
const problem = installTagger(bytes);
const loaded = performance.now() - started;
if (problem !== null) throw new Error(`the model is ${problem}`);
console.log(`model: ${(bytes.length / 1e6).toFixed(2)} MB, loaded in ${loaded.toFixed(0)} ms`);
console.log(`${arabic.tokens} Arabic and ${english.tokens} English tokens`);
measure('tokenised only', arabic, tokenize);
measure('fihris tagger', arabic, (text) => taggedNames(tokenize(text)));
globalThis.gc?.();
const after = process.memoryUsage();
const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
console.log(`memory of the tagger: ${grown.toFixed(0)} MB`);
measure('fihris, rules and tagger', arabic, recognize);
installTagger(null);
measure('fihris, rules alone', arabic, recognize);

interface Wink {
  readDoc(text: string): { entities(): { out(): unknown } };
}
const wink = (requirePeer('wink-nlp') as (model: unknown) => Wink)(requirePeer('wink-eng-lite-web-model'));
measure('wink-nlp, entities (English)', english, (text) => wink.readDoc(text).entities().out());
const compromise = requirePeer('compromise') as (text: string) => {
  people(): { out(format: string): unknown };
  topics(): { out(format: string): unknown };
};
measure('compromise, topics (English)', english, (text) => compromise(text).topics().out('array'));
