/** A token-classification model of a few words, in a folder as the Hugging Face hub lays it out: it gives each subword the label that it is told. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onnxModel } from './onnx-model.ts';

export interface TinyTransformer {
  /** Subwords («##ها» goes on) and the label of each; what is not here is of the first label. */
  readonly subwords: Readonly<Record<string, string>>;
  readonly labels?: readonly string[];
  /** How sure it is of a label, before the softmax. */
  readonly score?: number;
  /** Where the model lies in the folder. */
  readonly file?: string;
  /** With `tokenizer.json`, or with a list of subwords only. */
  readonly tokenizer?: 'tokenizer.json' | 'vocab.txt';
  /** Subwords that it says it reads at once. */
  readonly limit?: number;
  readonly inputs?: readonly string[];
}

const BIO = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-MISC'];
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

export function writeTinyTransformer(
  folder: string,
  {
    subwords,
    labels = BIO,
    score = 6,
    file = 'onnx/model.onnx',
    tokenizer = 'vocab.txt',
    limit = 512,
    inputs = ['input_ids', 'attention_mask', 'token_type_ids'],
  }: TinyTransformer,
): void {
  const vocabulary = [...SPECIAL, ...Object.keys(subwords)];
  const size = labels.length;
  const embeddings = new Float32Array(vocabulary.length * size);
  vocabulary.forEach((word, id) => {
    embeddings[id * size + Math.max(0, labels.indexOf(subwords[word] ?? ''))] = 1;
  });
  const weights = new Float32Array(size * size);
  for (let label = 0; label < size; label++) weights[label * size + label] = score;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(
    join(folder, file),
    onnxModel({
      nodes: [
        { op: 'Gather', inputs: ['embeddings', 'input_ids'], output: 'embedded' },
        { op: 'MatMul', inputs: ['embedded', 'weights'], output: 'logits' },
      ],
      weights: [
        { name: 'embeddings', dims: [vocabulary.length, size], data: embeddings },
        { name: 'weights', dims: [size, size], data: weights },
      ],
      inputs,
      output: { name: 'logits', width: size },
    }),
  );
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('config.json', {
    architectures: ['BertForTokenClassification'],
    model_type: 'bert',
    max_position_embeddings: limit,
    id2label: Object.fromEntries(labels.entries()),
  });
  write('tokenizer_config.json', { do_lower_case: false, model_max_length: limit });
  if (tokenizer === 'vocab.txt') {
    writeFileSync(join(folder, 'vocab.txt'), `${vocabulary.join('\n')}\n`);
    return;
  }
  write('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: false,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
}
