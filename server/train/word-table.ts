/** Vectors and clusters as the model file has them: rows sorted by the hash of the word, vectors in four bits a number. */
import { CLUSTER_LEVELS, type WordTable } from '../src/recognize/tagger/features.ts';
import { wordHash } from '../src/recognize/tagger/model.ts';
import { clusters } from './clusters.ts';
import type { Vectors } from './vectors.ts';

/** What goes into the file. */
export interface TableData {
  readonly size: number;
  readonly hashes: Uint32Array;
  /** Flat, a list for each level. */
  readonly clusters: Uint16Array;
  /** −8 to 7. */
  readonly numbers: Int8Array;
  readonly scales: Float32Array;
}

export interface TrainedTable extends TableData, WordTable {}

/** The table with its look-ups. */
export function tableOf(data: TableData): TrainedTable {
  const { hashes, clusters: flat } = data;
  const rowOf = new Map(Array.from(hashes, (hash, row) => [hash, row]));
  return {
    ...data,
    row: (word) => rowOf.get(wordHash(word)) ?? -1,
    cluster: (row, level) => flat[level * hashes.length + row] as number,
  };
}

/** Inputs to the hidden layer are numbers of about one. */
const SPREAD = 3;
/** Numbers further out than so many standard deviations are cut to four bits' range. */
const RANGE = 2.7;

export function wordTable(vectors: Vectors): TableData {
  const { words, rows, size } = vectors;
  const levels = clusters(vectors);
  const hashOf = words.map(wordHash);
  const seen = new Set<number>();
  // Of two words with one hash the more frequent one stays.
  const order = words
    .map((_, row) => row)
    .filter((row) => {
      const fresh = !seen.has(hashOf[row] as number);
      seen.add(hashOf[row] as number);
      return fresh;
    })
    .sort((a, b) => (hashOf[a] as number) - (hashOf[b] as number));
  const scales = new Float32Array(size);
  for (let d = 0; d < size; d++) {
    let square = 0;
    for (let row = 0; row < words.length; row++) square += (rows[row * size + d] as number) ** 2;
    scales[d] = (RANGE * Math.sqrt(square / words.length)) / 7.5;
  }
  const numbers = new Int8Array(order.length * size);
  order.forEach((row, to) => {
    for (let d = 0; d < size; d++)
      numbers[to * size + d] = Math.max(
        -8,
        Math.min(7, Math.round((rows[row * size + d] as number) / (scales[d] as number))),
      );
  });
  const flat = new Uint16Array(order.length * CLUSTER_LEVELS);
  order.forEach((row, to) => {
    levels.forEach((level, l) => {
      flat[l * order.length + to] = level[row] as number;
    });
  });
  return {
    size,
    hashes: Uint32Array.from(order, (row) => hashOf[row] as number),
    clusters: flat,
    numbers,
    scales: scales.map((scale) => scale * SPREAD),
  };
}
