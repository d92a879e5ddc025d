/** Folders with ONNX models, as the Hugging Face hub lays them out, read with the real onnxruntime-web; and folders that are none. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type OpenTransformer, openTransformer } from '../../../server/src/corpus/transformer-folder.ts';
import {
  runtimeFolder,
  type TransformerProblem,
  transformerProblemText,
} from '../../../server/src/corpus/transformer-problem.ts';
import { READ_TAGS } from '../../../server/src/recognize/transformer/labels.ts';
import { type TinyTransformer, writeTinyTransformer } from '../../host/tiny-transformer.ts';

/** Where this project has what `npm install --prefix` puts elsewhere. */
const RUNTIME = join(import.meta.dirname, '../../..');
const scratch = mkdtempSync(join(tmpdir(), 'fihris-transformer-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;
function folderWith(tiny: Partial<TinyTransformer> = {}): string {
  const folder = join(scratch, String(folders++));
  mkdirSync(folder);
  const subwords = { سالم: 'B-PER', الراو: 'I-PER', '##ي': 'B-LOC', بغداد: 'B-LOC', خبر: 'O', وصل: 'O', الى: 'O' };
  writeTinyTransformer(folder, { subwords, ...tiny });
  return folder;
}

async function opened(folder: string, runtime: string | null = RUNTIME): Promise<OpenTransformer> {
  const found = await openTransformer({ folder, runtime });
  assert.ok('transformer' in found, JSON.stringify(found));
  return found;
}

async function checkTags(folder: string): Promise<void> {
  const { transformer } = await opened(folder);
  const words = 'وصل سالم الراوي الى بغداد ؟'.split(' ');
  const tags = new Uint8Array(words.length);
  const sure = new Float32Array(words.length);
  await transformer.tag(words, [words.length], tags, sure);
  assert.deepEqual(
    Array.from(tags, (tag) => READ_TAGS[tag]),
    ['O', 'B-PERS', 'I-PERS', 'O', 'B-LOC', 'O'],
  );
  assert.ok(sure.every((each) => each > 0.9 && each <= 1));
}

async function checkProblem(
  folder: string,
  problem: Partial<TransformerProblem>,
  runtime: string | null = RUNTIME,
): Promise<void> {
  const named = { folder, runtime };
  const found = await openTransformer(named);
  assert.ok('code' in found, 'it opened');
  assert.deepEqual({ ...found, ...problem }, found);
  for (const language of ['ar', 'en'] as const) {
    const text = transformerProblemText(named, found, language);
    assert.ok(!text.includes('\n') && !text.includes('undefined'), text);
    assert.match(
      text,
      language === 'ar' ? /[؛] تُعرف الأسماء بالقواعد وبالوسم المرفق وحدهما$/ : /rules and the built-in tagger alone$/,
    );
  }
}

test('a model is read wherever the hub puts it, with either file for its tokenizer', async () => {
  await checkTags(folderWith());
  await checkTags(folderWith({ tokenizer: 'tokenizer.json' }));
  await checkTags(folderWith({ file: 'model.onnx' }));
  await checkTags(folderWith({ file: 'onnx/model_quantized.onnx', inputs: ['input_ids', 'attention_mask'] }));
  // Of five subwords with those at the ends three are words.
  await checkTags(folderWith({ limit: 5 }));
});

test('another model has another key, and the same one the same wherever it lies', async () => {
  const { key } = await opened(folderWith());
  assert.equal((await opened(folderWith())).key, key);
  assert.notEqual((await opened(folderWith({ score: 7 }))).key, key);
  assert.notEqual((await opened(folderWith({ limit: 128 }))).key, key);
});

test('a folder that is no model is said to be none', async () => {
  await checkProblem(join(scratch, 'nowhere'), { code: 'folder' });
  const empty = join(scratch, 'empty');
  mkdirSync(empty);
  await checkProblem(empty, { code: 'missing', file: 'config.json' });
  for (const [file, named] of [
    ['config.json', 'config.json'],
    ['vocab.txt', 'tokenizer.json'],
    ['onnx/model.onnx', 'onnx/model.onnx'],
  ] as const) {
    const folder = folderWith();
    rmSync(join(folder, file));
    await checkProblem(folder, { code: 'missing', file: named });
    mkdirSync(join(folder, file));
    await checkProblem(folder, { code: 'unreadable', file });
  }
});

test('a file that is cut, foreign or of another kind is said to be', async () => {
  const spoilt = (file: string, content: string | Uint8Array) => {
    const folder = folderWith({ tokenizer: file === 'tokenizer.json' ? 'tokenizer.json' : 'vocab.txt' });
    writeFileSync(join(folder, file), content);
    return folder;
  };
  await checkProblem(spoilt('config.json', '{"id2label": {'), { code: 'config' });
  await checkProblem(spoilt('config.json', '[1, 2]'), { code: 'config' });
  await checkProblem(spoilt('config.json', '{"architectures": ["BertForMaskedLM"]}'), { code: 'config' });
  await checkProblem(spoilt('config.json', '{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}'), {
    code: 'labels',
    detail: 'LABEL_0, LABEL_1',
  });
  await checkProblem(spoilt('tokenizer.json', '{"model": {"type": "Unheard-of"}}'), { code: 'tokenizer' });
  await checkProblem(spoilt('tokenizer.json', 'null'), { code: 'tokenizer' });
  await checkProblem(spoilt('vocab.txt', 'كلمة\nأخرى\n'), { code: 'tokenizer' });
  const model = readFileSync(join(folderWith(), 'onnx/model.onnx'));
  await checkProblem(spoilt('onnx/model.onnx', model.subarray(0, model.length / 2)), { code: 'model' });
  await checkProblem(spoilt('onnx/model.onnx', '<html>404</html>'), { code: 'model' });
  await checkProblem(spoilt('onnx/model.onnx', ''), { code: 'model' });
  // As many scores as another model has labels.
  await checkProblem(spoilt('config.json', '{"id2label": {"0": "O", "1": "B-PER"}}'), { code: 'model' });
  await checkProblem(folderWith({ inputs: ['input_ids', 'pixel_values'] }), { code: 'model', detail: 'pixel_values' });
  // A tokenizer with more words than the model knows.
  await checkProblem(spoilt('vocab.txt', `[PAD]\n[UNK]\n[CLS]\n[SEP]\n${'##x\n'.repeat(500)}خبر\n`), { code: 'model' });
});

test('where the runtime is not installed the message has the command that installs it', async () => {
  await checkProblem(folderWith(), { code: 'runtime' }, scratch);
  await checkProblem(folderWith(), { code: 'runtime' }, null);
  const named = { folder: scratch, runtime: runtimeFolder({ HOME: '/home/reader' }, 'linux') };
  assert.match(
    transformerProblemText(named, { code: 'runtime' }, 'en'),
    /install it with: npm install --ignore-scripts --prefix "\/home\/reader\/\.cache\/fihris\/onnxruntime" onnxruntime-web@\d/,
  );
});

test('a program in the folder of the model is not run', async () => {
  const folder = folderWith();
  const module = join(folder, 'node_modules/onnxruntime-web');
  mkdirSync(module, { recursive: true });
  writeFileSync(join(module, 'package.json'), '{"name": "onnxruntime-web", "version": "1.0.0", "main": "index.cjs"}');
  writeFileSync(join(module, 'index.cjs'), 'globalThis.wasRun = true;');
  await checkProblem(folder, { code: 'runtime' }, join(scratch, 'empty'));
  await opened(folder);
  assert.ok(!('wasRun' in globalThis));
});
