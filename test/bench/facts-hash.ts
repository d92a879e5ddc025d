/**
 * One SHA-256 over what is recognised in folders of articles, and how long that took: a change that should only make recognition
 * faster leaves the first as it is.
 *
 *     node test/bench/facts-hash.ts [--every N] [--rules] FOLDER...
 *
 * `--every N` takes every N-th article only, `--rules` leaves the tagger out, `--rounds N` measures the best of N rounds.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recognize } from '../../server/src/recognize/recognize.ts';
import { installTagger } from '../../server/src/recognize/tagger/installed.ts';
import { tokenize } from '../../server/src/text/tokens.ts';

const { values, positionals } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    rules: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
const every = Number(values.every);
const texts = positionals.flatMap((folder) =>
  globSync('**/*.txt', { cwd: folder })
    .sort()
    .filter((_, i) => i % every === 0)
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
if (!values.rules) {
  const problem = installTagger(readFileSync(join(import.meta.dirname, '../../server/src/recognize/tagger/model.bin')));
  if (problem !== null) throw new Error(`the model is ${problem}`);
}

let tokens = 0;
for (const text of texts) tokens += tokenize(text).length;
const hash = createHash('sha256');
for (const text of texts) hash.update(`${JSON.stringify(recognize(text))}\n`);
let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < Number(values.rounds); round++) {
  // Time of this thread on a core: what else runs on the machine disturbs it least.
  const before = process.threadCpuUsage();
  for (const text of texts) recognize(text);
  const { user, system } = process.threadCpuUsage(before);
  best = Math.min(best, (user + system) / 1000);
}
console.log(`${hash.digest('hex')}  ${texts.length} articles`);
console.log(`${tokens} tokens, ${Math.round((tokens / best) * 1000).toLocaleString('en')} tokens/s of processor time`);
