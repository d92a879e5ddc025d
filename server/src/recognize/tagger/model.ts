/**
 * The file that the tagger's weights lie in. Little-endian; `write` in server/train makes what `readModel` takes:
 *
 *     0   8 bytes  FIHRISTG
 *     8   uint32   version of this layout
 *     12  uint32   length of the whole file
 *     16  uint32   checksum of everything after byte 36
 *     20  uint32   words with a vector
 *     24  uint32   size of a vector
 *     28  uint32   hidden units | 2-logarithm of the slots of the feature table << 16
 *     32  uint32   entries of listed names
 *
 * then, each padded to four bytes: keys of the listed names and their beginnings, sorted (uint32); their classes, a bit each (uint16);
 * hashes of the words, sorted (uint32); their clusters, a list for each level (uint16); their vectors
 * (four bits a number, low half first); scale of each number (float32); weights of the hidden layer (float32: place, number, unit), its
 * bias, its output (float32: unit, tag); transitions (float32: tag before, tag; the last row is the start of a sentence); scale of the
 * feature weights (float32); the feature table: for each slot a check, 0 in an empty one (uint16), then
 * for each slot a weight for each tag (int8).
 */
import { CLUSTER_LEVELS, hash, TAG_COUNT, WINDOW, type WordTable } from './features.ts';
import type { NameList } from './listed-names.ts';

export const MAGIC = 'FIHRISTG';
export const VERSION = 2;
export const HEADER = 36;
/** Template of the hashes that words with a vector are known by. */
const WORD = 255;
/** Inputs of a place beside the vector: start and end of the sentence, a word without a vector, any word. */
export const FLAGS = 4;
/** Slots looked at for a feature before it counts as unknown. */
export const PROBES = 24;

export interface Sizes {
  readonly names: number;
  readonly words: number;
  readonly size: number;
  readonly hidden: number;
  readonly tableBits: number;
}

export interface Model extends Sizes, WordTable, NameList {
  /** `words` × `size` numbers from −8 to 7 in four bits each. */
  readonly vectors: Uint8Array;
  readonly scales: Float32Array;
  readonly input: Float32Array;
  readonly bias: Float32Array;
  readonly output: Float32Array;
  readonly transitions: Float32Array;
  readonly weightScale: number;
  readonly checks: Uint16Array;
  readonly weights: Int8Array;
}

/** A feature table of more slots than 2 to this power is none that anybody could load. */
const MOST_TABLE_BITS = 26;

/** Why a file is no model: `missing` is said by whoever reads the file. */
export type ModelProblem = 'missing' | 'foreign' | 'version' | 'damaged';

/** The hidden layer is worked off sixteen units at a time, and with more its sums could leave 32 bits (hidden-layer.ts). */
const isHiddenSize = (units: number): boolean => units > 0 && units % 16 === 0 && units <= 128;

export const wordHash = (word: string): number => hash(WORD, word) >>> 0;

/** 32 bits of the bytes from `HEADER` on, four at a time; the length of a file is a multiple of four. */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + HEADER, (bytes.length - HEADER) >> 2);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ (words[i] as number), 0x01000193);
  return sum >>> 0;
}

/** Bytes of each part, in the file's order, padded. */
export function partSizes({ names, words, size, hidden, tableBits }: Sizes): number[] {
  const inputs = WINDOW * (size + FLAGS);
  return [
    names * 4,
    names * 2,
    words * 4,
    words * CLUSTER_LEVELS * 2,
    (words * size) >> 1,
    size * 4,
    inputs * hidden * 4,
    hidden * 4,
    hidden * TAG_COUNT * 4,
    (TAG_COUNT + 1) * TAG_COUNT * 4,
    4,
    (1 << tableBits) * 2,
    (1 << tableBits) * TAG_COUNT,
  ].map((bytes) => (bytes + 3) & ~3);
}

/** The model in `given`, or what is wrong with it. The bytes are kept, not copied, unless they do not begin on a multiple of four. */
export function readModel(given: Uint8Array): Model | ModelProblem {
  if (given.length < HEADER || String.fromCharCode(...given.subarray(0, MAGIC.length)) !== MAGIC) return 'foreign';
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER / 4);
  const [, , version, length, sum, words = 0, size = 0, last = 0, names = 0] = header;
  if (version !== VERSION) return 'version';
  if (length !== bytes.length || length % 4 !== 0 || checksum(bytes) !== sum) return 'damaged';
  const sizes: Sizes = { names, words, size, hidden: last & 0xffff, tableBits: last >>> 16 };
  // What is larger than the file overflows the reckoning of its parts, and may come out right again.
  if (names > length || words > length || size > length || sizes.tableBits > MOST_TABLE_BITS) return 'damaged';
  const parts = partSizes(sizes);
  if (!isHiddenSize(sizes.hidden)) return 'version';
  if (parts.reduce((total, part) => total + part, HEADER) !== length) return 'damaged';
  let at = bytes.byteOffset + HEADER;
  const starts = parts.map((part) => {
    at += part;
    return at - part;
  });
  const from = (part: number) => starts[part] as number;
  const floats = (part: number) => new Float32Array(bytes.buffer, from(part), (parts[part] as number) >> 2);
  const nameKeys = new Uint32Array(bytes.buffer, from(0), names);
  const nameClasses = new Uint16Array(bytes.buffer, from(1), names);
  const keys = new Uint32Array(bytes.buffer, from(2), words);
  const clusters = new Uint16Array(bytes.buffer, from(3), words * CLUSTER_LEVELS);
  return {
    ...sizes,
    entry: (key) => search(nameKeys, key >>> 0),
    classes: (entry) => nameClasses[entry] as number,
    row: (word) => search(keys, wordHash(word)),
    cluster: (row, level) => clusters[level * words + row] as number,
    vectors: new Uint8Array(bytes.buffer, from(4), parts[4]),
    scales: floats(5),
    input: floats(6),
    bias: floats(7),
    output: floats(8),
    transitions: floats(9),
    weightScale: floats(10)[0] as number,
    checks: new Uint16Array(bytes.buffer, from(11), 1 << sizes.tableBits),
    weights: new Int8Array(bytes.buffer, from(12), (1 << sizes.tableBits) * TAG_COUNT),
  };
}

/** Where `key` stands in sorted `keys`; −1 where it does not. */
export function search(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] as number;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * What tells a feature from others in its slot: never 0, which an empty slot has. Most features of a new word are unknown, and each
 * that were taken for another would be noise: with 16 bits it is one in thousands.
 */
export const checkOf = (feature: number): number => (feature >>> 16) ^ (feature & 0x3) || 1;

/** The slot of a feature, −1 where the table does not have it. The checks lie close together: most features are not there. */
export function slotOf(checks: Uint16Array, feature: number): number {
  const mask = checks.length - 1;
  const check = checkOf(feature);
  for (let probe = 0, slot = feature & mask; probe < PROBES; probe++, slot = (slot + 1) & mask) {
    const found = checks[slot] as number;
    if (found === check) return slot;
    if (found === 0) return -1;
  }
  return -1;
}

/** Number `at` of the vectors, −8 to 7. */
export const nibble = (vectors: Uint8Array, at: number): number =>
  (((vectors[at >> 1] as number) >> ((at & 1) << 2)) & 15) - 8;
