/**
 * Writes ONNX models: as much of the format (onnx.proto3, IR version 8, operators of opset 13) as small graphs of dense tensors need.
 * Tests and benchmarks make their models by it, so that none has to be fetched or kept.
 */

const FLOAT = 1;
const INT64 = 7;

export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** In row order; 64-bit numbers are written as int64, others as float. */
  readonly data: Float32Array | BigInt64Array;
}

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly ints?: Readonly<Record<string, number>>;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly weights: readonly OnnxTensor[];
  /** Names of inputs: int64, batch × length. */
  readonly inputs: readonly string[];
  /** Of float, batch × length × `width`. */
  readonly output: { readonly name: string; readonly width: number };
}

/** The bytes of a `.onnx` file. */
export function onnxModel({ nodes, weights, inputs, output }: OnnxGraph): Uint8Array<ArrayBuffer> {
  const batchAndLength = [dimension('batch'), dimension('length')];
  const graph = [
    ...nodes.map((node) => bytesField(1, nodeOf(node))),
    textField(2, 'graph'),
    ...weights.map((weight) => bytesField(5, tensorOf(weight))),
    ...inputs.map((name) => bytesField(11, typedValue(name, INT64, batchAndLength))),
    bytesField(12, typedValue(output.name, FLOAT, [...batchAndLength, dimension(output.width)])),
  ];
  return join([intField(1, 8), bytesField(7, join(graph)), bytesField(8, intField(2, 13))]);
}

function nodeOf({ op, inputs, output, ints = {} }: OnnxNode): Uint8Array<ArrayBuffer> {
  const attributes = Object.entries(ints).map(([name, value]) =>
    bytesField(5, join([textField(1, name), intField(3, value), intField(20, 2)])),
  );
  return join([...inputs.map((name) => textField(1, name)), textField(2, output), textField(4, op), ...attributes]);
}

function tensorOf({ name, dims, data }: OnnxTensor): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  const type = data instanceof Float32Array ? FLOAT : INT64;
  return join([...dims.map((size) => intField(1, size)), intField(2, type), textField(8, name), bytesField(9, raw)]);
}

const dimension = (size: number | string) =>
  bytesField(1, typeof size === 'number' ? intField(1, size) : textField(2, size));

function typedValue(name: string, type: number, dims: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const tensor = join([intField(1, type), bytesField(2, join(dims))]);
  return join([textField(1, name), bytesField(2, bytesField(1, tensor))]);
}

const intField = (number: number, value: number) => join([varint(number << 3), varint(value)]);
const textField = (number: number, text: string) => bytesField(number, new TextEncoder().encode(text));
const bytesField = (number: number, bytes: Uint8Array<ArrayBuffer>) =>
  join([varint((number << 3) | 2), varint(bytes.length), bytes]);

/** `value` ≥ 0, below 2^53. */
function varint(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.of(...bytes, rest);
}

function join(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
