/**
 * What reading names with a transformer costs here: a model of random weights with the multiplications of BERT base (12 layers, 768 wide; attention
 * itself, a few per cent at these lengths, is left out) is written, opened and run over the articles of `test/newswire/`, for some seconds.
 * Each word is two subwords, about what Arabic models make of one.
 *
 *     node test/bench/transformer.ts [layers]
 */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTransformer } from '../../server/src/corpus/transformer-folder.ts';
import { RUNTIME } from '../../server/src/corpus/transformer-problem.ts';
import { sentenceEnds } from '../../server/src/recognize/tagged-names.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { type OnnxNode, type OnnxTensor, onnxModel } from '../host/onnx-model.ts';
import { writeTinyTransformer } from '../host/tiny-transformer.ts';

const root = join(import.meta.dirname, '../..');
const LAYERS = Number(process.argv[2] ?? 12);
const WIDTH = 768;
const LABELS = 9;
const SECONDS = 10;

const nodes: OnnxNode[] = [{ op: 'Gather', inputs: ['embeddings', 'input_ids'], output: 'h0' }];
const weights: OnnxTensor[] = [];
/** Small numbers that are no pattern. */
const random = (size: number) =>
  Float32Array.from({ length: size }, (_, i) => (((i * 2_654_435_761) % 1000) - 500) / 20_000);
let last = 'h0';
function multiply(from: number, to: number): void {
  const name = `w${weights.length}`;
  weights.push({ name, dims: [from, to], data: random(from * to) });
  nodes.push({ op: 'MatMul', inputs: [last, name], output: `${name}m` });
  nodes.push({ op: 'Relu', inputs: [`${name}m`], output: `${name}r` });
  last = `${name}r`;
}
weights.push({ name: 'embeddings', dims: [100, WIDTH], data: random(100 * WIDTH) });
for (let layer = 0; layer < LAYERS; layer++) {
  for (let i = 0; i < 4; i++) multiply(WIDTH, WIDTH);
  multiply(WIDTH, 4 * WIDTH);
  multiply(4 * WIDTH, WIDTH);
}
weights.push({ name: 'head', dims: [WIDTH, LABELS], data: random(WIDTH * LABELS) });
nodes.push({ op: 'MatMul', inputs: [last, 'head'], output: 'logits' });

const folder = mkdtempSync(join(tmpdir(), 'fihris-transformer-'));
try {
  const labels = ['O', 'B-PERS', 'I-PERS', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-MISC', 'I-MISC'];
  const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإؤئ'];
  writeTinyTransformer(folder, {
    labels,
    subwords: Object.fromEntries([...letters, '##خر'].map((piece) => [piece, 'O'])),
  });
  const file = join(folder, 'onnx/model.onnx');
  writeFileSync(file, onnxModel({ nodes, weights, inputs: ['input_ids'], output: { name: 'logits', width: LABELS } }));
  const begun = performance.now();
  const opened = await openTransformer({ folder, runtime: root });
  if (!('transformer' in opened)) throw new Error(JSON.stringify(opened));
  const took = performance.now() - begun;
  const words = globSync('test/newswire/*.txt', { cwd: root })
    .sort()
    .flatMap((name) => tokenize(readFileSync(join(root, name), 'utf8')));
  const ends = sentenceEnds(words);
  let read = 0;
  const started = performance.now();
  for (let i = 0; i < ends.length && performance.now() - started < SECONDS * 1000; i++) {
    const size = (ends[i] as number) - read;
    // Two subwords each; no two sentences alike, or the second would be read for nothing.
    const sentence = Array.from({ length: size }, (_, w) => `${letters[(i + w) % letters.length]}خر`);
    await opened.transformer.tag(sentence, [size], new Uint8Array(size), new Float32Array(size));
    read += size;
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`${RUNTIME}, ${LAYERS} layers, ${Math.round(statSync(file).size / 1e6)} MB of 32-bit weights`);
  console.log(`opened in ${(took / 1000).toFixed(1)} s; ${Math.round(process.memoryUsage().rss / 1e6)} MB of memory`);
  console.log(`${Math.round(read / seconds)} words a second (${read} in ${seconds.toFixed(1)} s)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
