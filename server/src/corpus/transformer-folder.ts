/**
 * A folder with an ONNX token-classification model, as the Hugging Face hub lays it out, opened: its files are read here and looked at
 * before anything is read with them. It is run by onnxruntime-web (WebAssembly), which the reader installs and Fihris does not ship.
 *
 * Not by onnxruntime-node, which is faster: a worker thread that is ended while that computes takes the whole process with it
 * (docs/transformers.md).
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type * as Ort from 'onnxruntime-common';
import { readLabels } from '../recognize/transformer/labels.ts';
import { type Network, type Subwords, Transformer } from '../recognize/transformer/transformer.ts';
import type { NamedTransformer, TransformerProblem } from './transformer-problem.ts';

export interface OpenTransformer {
  readonly transformer: Transformer;
  /** A hash of the model, its tokenizer, the runtime and this program: facts made with another one are others. */
  readonly key: string;
}

/** In the order in which they are looked for; the hub has the second. */
const MODEL_FILES = ['model.onnx', 'onnx/model.onnx', 'onnx/model_quantized.onnx', 'model_quantized.onnx'];

/** Positions that models of these kinds count from behind the padding on (fairseq). */
const COUNTS_FROM_PADDING = new Set(['roberta', 'xlm-roberta', 'xlm-roberta-xl', 'camembert']);

/** Of a model that does not say how much it reads at once. */
const USUAL_LIMIT = 512;

class Problem extends Error {
  readonly problem: TransformerProblem;
  constructor(problem: TransformerProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** What goes wrong is told by who asked; a line on standard output would be one of the protocol's. */
const QUIET = { logSeverityLevel: 4 } as const;

type Json = Readonly<Record<string, unknown>>;

/** Never rejects. */
export async function openTransformer(named: NamedTransformer): Promise<OpenTransformer | TransformerProblem> {
  try {
    return await open(named);
  } catch (error) {
    return error instanceof Problem ? error.problem : { code: 'model', detail: String(error) };
  }
}

async function open({ folder, runtime }: NamedTransformer): Promise<OpenTransformer> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) throw new Problem({ code: 'folder' });
  const key = createHash('sha256').update(await readFile(new URL(import.meta.url)));
  const take = async (name: string): Promise<Buffer<ArrayBuffer> | null> => {
    const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw new Problem({ code: 'unreadable', file: name, detail: error.code ?? error.message });
    });
    if (bytes !== null) key.update(`${name} ${bytes.length}\n`).update(bytes);
    return bytes;
  };
  const json = async (name: string, code: 'config' | 'tokenizer'): Promise<Json | null> => {
    const bytes = await take(name);
    return bytes === null ? null : parsed(bytes, code);
  };

  const config = await json('config.json', 'config');
  if (config === null) throw new Problem({ code: 'missing', file: 'config.json' });
  if (config.id2label === undefined) throw new Problem({ code: 'config' });
  const labels = readLabels(config.id2label);
  if (labels === null) throw new Problem({ code: 'labels', detail: labelNames(config.id2label) });

  const options = (await json('tokenizer_config.json', 'tokenizer')) ?? {};
  let described = await json('tokenizer.json', 'tokenizer');
  if (described === null) {
    const vocabulary = await take('vocab.txt');
    if (vocabulary === null) throw new Problem({ code: 'missing', file: 'tokenizer.json' });
    described = wordPieces(vocabulary.toString('utf8'), options);
  }
  const subwords = subwordsOf(described, options);

  let model: Buffer<ArrayBuffer> | null = null;
  for (const name of MODEL_FILES) model ??= await take(name);
  if (model === null) throw new Problem({ code: 'missing', file: 'onnx/model.onnx' });

  const { ort, version } = await loadRuntime(runtime);
  key.update(version);
  const network = await networkOf(ort, model, labels.length);
  const limit = limitOf(config, options);
  const transformer = new Transformer(subwords, network, labels, limit);
  // What does not fit together shows with the first sentence, and not in the middle of a corpus.
  await transformer.tag(['خبر'], [1], new Uint8Array(1), new Float32Array(1));
  return { transformer, key: key.digest('hex') };
}

function parsed(bytes: Uint8Array, code: 'config' | 'tokenizer'): Json {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // Told below.
  }
  throw new Problem({ code });
}

/** Some of the names, to be shown. */
const labelNames = (id2label: unknown): string =>
  Object.values(id2label ?? {})
    .slice(0, 4)
    .join(', ');

/** How many subwords the model reads at once. */
function limitOf({ max_position_embeddings, model_type, pad_token_id }: Json, { model_max_length }: Json): number {
  const numbers = [model_max_length, max_position_embeddings].filter(
    (limit) => typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 2,
  ) as number[];
  const isShifted = typeof model_type === 'string' && COUNTS_FROM_PADDING.has(model_type);
  const shift = isShifted && typeof pad_token_id === 'number' ? pad_token_id + 1 : 0;
  if (typeof max_position_embeddings === 'number') numbers.push(max_position_embeddings - shift);
  return numbers.length === 0 ? USUAL_LIMIT : Math.min(...numbers);
}

/** `tokenizer.json` of a BERT model that has only its list of subwords, one a line. */
function wordPieces(vocabulary: string, options: Json): Json {
  const words = vocabulary.split(/\r?\n/);
  if (words.at(-1) === '') words.pop();
  const vocab = Object.fromEntries(words.map((word, id) => [word, id]));
  const special = (name: string, usual: string) => {
    const content = typeof options[name] === 'string' ? (options[name] as string) : usual;
    const id = vocab[content];
    if (id === undefined) throw new Problem({ code: 'tokenizer' });
    return { id, content };
  };
  const [unknown, begin, end] = [
    special('unk_token', '[UNK]'),
    special('cls_token', '[CLS]'),
    special('sep_token', '[SEP]'),
  ];
  return {
    version: '1.0',
    added_tokens: [unknown, begin, end].map((each) => ({ ...each, special: true, normalized: false })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: options.tokenize_chinese_chars ?? true,
      strip_accents: options.strip_accents ?? null,
      lowercase: options.do_lower_case ?? true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: { type: 'BertProcessing', sep: [end.content, end.id], cls: [begin.content, begin.id] },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: unknown.content,
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

function subwordsOf(described: Json, options: Json): Subwords {
  try {
    const tokenizer = new Tokenizer(described, options);
    const of = (word: string): readonly number[] => tokenizer.encode(word, { add_special_tokens: false }).ids;
    const ids: readonly number[] = tokenizer.encode('خبر').ids;
    const inner = of('خبر');
    const at = ids.findIndex((_, start) => inner.every((id, i) => ids[start + i] === id));
    const { unk_token, unk_id } = described.model as Json;
    const unknown = typeof unk_token === 'string' ? tokenizer.token_to_id(unk_token) : unk_id;
    if (inner.length === 0 || at < 0) throw new Problem({ code: 'tokenizer' });
    return {
      of,
      before: ids.slice(0, at),
      after: ids.slice(at + inner.length),
      unknown: typeof unknown === 'number' ? unknown : (inner[0] as number),
    };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem({ code: 'tokenizer', detail: String(error) });
  }
}

/**
 * The runtime out of `folder`, where `npm install --prefix` puts it; never out of the folder of a model or another one around it, for it
 * is a program, and who downloads a model does not mean to run one.
 */
async function loadRuntime(folder: string | null): Promise<{ ort: typeof Ort; version: string }> {
  if (folder === null) throw new Problem({ code: 'runtime' });
  const at = join(folder, 'node_modules', 'onnxruntime-web');
  let version: string;
  try {
    ({ version } = JSON.parse(await readFile(join(at, 'package.json'), 'utf8')) as { version: string });
  } catch {
    throw new Problem({ code: 'runtime' });
  }
  try {
    const ort = createRequire(import.meta.url)(at) as typeof Ort;
    ort.env.logLevel = 'fatal';
    return { ort, version };
  } catch (error) {
    throw new Problem({ code: 'runtime', detail: String(error) });
  }
}

async function networkOf(ort: typeof Ort, model: Uint8Array, labels: number): Promise<Network> {
  const session = await ort.InferenceSession.create(model, QUIET).catch((error) => {
    throw new Problem({ code: 'model', detail: String(error) });
  });
  const fill: Readonly<Record<string, bigint>> = { attention_mask: 1n, token_type_ids: 0n };
  const foreign = session.inputNames.find((name) => name !== 'input_ids' && !Object.hasOwn(fill, name));
  if (foreign !== undefined) throw new Problem({ code: 'model', detail: foreign });
  const [first] = session.outputNames;
  const output = session.outputNames.includes('logits') ? 'logits' : (first ?? '');
  return {
    async scores(ids) {
      const dims = [1, ids.length];
      const feeds = Object.fromEntries(
        session.inputNames.map((name) => {
          const values = name === 'input_ids' ? BigInt64Array.from(ids, BigInt) : filled(ids.length, fill[name] ?? 0n);
          return [name, new ort.Tensor('int64', values, dims)];
        }),
      );
      const scores = (await session.run(feeds, QUIET))[output];
      if (!(scores?.data instanceof Float32Array) || scores.data.length !== ids.length * labels)
        throw new Problem({ code: 'model', detail: `${output} ${scores?.type} [${scores?.dims.join(', ')}]` });
      return scores.data;
    },
  };
}

const filled = (length: number, value: bigint): BigInt64Array => new BigInt64Array(length).fill(value);
