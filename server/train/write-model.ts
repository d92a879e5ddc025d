/** Puts what was learnt into the layout that recognize/tagger/model.ts reads. */
import { TAG_COUNT } from '../src/recognize/tagger/features.ts';
import { checkOf, checksum, HEADER, MAGIC, PROBES, partSizes, slotOf, VERSION } from '../src/recognize/tagger/model.ts';
import type { Learnt } from './learner.ts';

/** The feature table has 2 to this power of slots. */
const TABLE_BITS = 18;
/** A feature that comes once helps while learning, for it takes upon itself what is particular to its sentence; it is not kept. */
const LEAST = 2;
/** Share of the slots that is filled, so that features are found in few steps. */
const FILLED = 0.75;
/** Weights beyond this share of all are cut to it: a few large ones would cost the others their steps. */
const CUT = 0.9995;

export function modelFile(learnt: Learnt): Uint8Array {
  const { table, names, keys, occurrences } = learnt.inventory;
  const { hidden } = learnt;
  const sizes = {
    names: names.keys.length,
    words: table.hashes.length,
    size: table.size,
    hidden,
    tableBits: TABLE_BITS,
  };
  const features = featureTable(keys, occurrences, learnt.weights);
  const packed = new Uint8Array((table.numbers.length + 1) >> 1);
  table.numbers.forEach((number, i) => {
    packed[i >> 1] = (packed[i >> 1] as number) | ((number + 8) << ((i & 1) << 2));
  });
  const parts: ArrayBufferView[] = [
    names.keys,
    names.bits,
    table.hashes,
    table.clusters,
    packed,
    table.scales,
    learnt.input,
    learnt.bias,
    learnt.output,
    learnt.transitions,
    Float32Array.of(features.scale),
    features.checks,
    features.weights,
  ];
  const lengths = partSizes(sizes);
  const file = new Uint8Array(lengths.reduce((sum, length) => sum + length, HEADER));
  let at = HEADER;
  parts.forEach((part, i) => {
    file.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += lengths[i] as number;
  });
  file.set(new TextEncoder().encode(MAGIC));
  const header = new Uint32Array(file.buffer, 0, HEADER / 4);
  header.set([VERSION, file.length, 0, sizes.words, sizes.size, hidden | (TABLE_BITS << 16), sizes.names], 2);
  header[4] = checksum(file);
  return file;
}

/** The features with the largest weights, as many as the table takes, in bytes. */
function featureTable(
  keys: Uint32Array,
  occurrences: Float64Array,
  weights: Float32Array,
): { checks: Uint16Array; weights: Int8Array; scale: number } {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const scale = (sizes[Math.floor((sizes.length - 1) * CUT)] ?? 1) / 127;
  const largest = new Float32Array(keys.length);
  for (let i = 0; i < keys.length; i++)
    for (let y = 0; y < TAG_COUNT; y++)
      largest[i] = Math.max(largest[i] as number, Math.abs(weights[i * TAG_COUNT + y] as number));
  const order = Array.from(keys, (_, i) => i)
    .filter((i) => (occurrences[i] as number) >= LEAST && (largest[i] as number) >= scale)
    .sort((a, b) => (largest[b] as number) - (largest[a] as number) || a - b)
    .slice(0, Math.floor(FILLED * 2 ** TABLE_BITS));
  const checks = new Uint16Array(2 ** TABLE_BITS);
  const bytes = new Int8Array(2 ** TABLE_BITS * TAG_COUNT);
  const mask = checks.length - 1;
  for (const i of order) {
    const key = keys[i] as number;
    if (slotOf(checks, key) >= 0) continue;
    for (let probe = 0, slot = key & mask; probe < PROBES; probe++, slot = (slot + 1) & mask) {
      if (checks[slot] !== 0) continue;
      checks[slot] = checkOf(key);
      for (let y = 0; y < TAG_COUNT; y++)
        bytes[slot * TAG_COUNT + y] = Math.max(
          -127,
          Math.min(127, Math.round((weights[i * TAG_COUNT + y] as number) / scale)),
        );
      break;
    }
  }
  return { checks, weights: bytes, scale };
}
