/** Clusters of word vectors on four levels: spherical k-means three times over, and the finest split once more. */
import type { Vectors } from './vectors.ts';

const LEVELS = [64, 256, 1000] as const;
const ROUNDS = 8;
/** Each cluster of the finest level is split into at most so many, of at least so many words. */
const SPLIT = 5;
const SPLIT_LEAST = 6;

/** For each level the cluster of each row. */
export function clusters(vectors: Vectors): Uint16Array[] {
  const all = Int32Array.from(vectors.words, (_, row) => row);
  const levels: Uint16Array[] = LEVELS.map((count) => Uint16Array.from(kmeans(vectors, all, count)));
  levels.push(split(vectors, levels.at(-1) as Uint16Array));
  return levels;
}

function split(vectors: Vectors, coarse: Uint16Array): Uint16Array {
  const members = new Map<number, number[]>();
  coarse.forEach((cluster, row) => {
    const list = members.get(cluster);
    if (list) list.push(row);
    else members.set(cluster, [row]);
  });
  const result = new Uint16Array(coarse.length);
  let next = 0;
  for (const [, rows] of [...members].sort((a, b) => a[0] - b[0])) {
    const count = Math.min(SPLIT, Math.max(1, Math.ceil(rows.length / SPLIT_LEAST)));
    const parts = kmeans(vectors, Int32Array.from(rows), count);
    rows.forEach((row, i) => {
      result[row] = next + (parts[i] as number);
    });
    next += count;
  }
  return result;
}

/** Which of `count` clusters each of the rows is in; the first centres are spread over the most frequent words. */
function kmeans({ rows, size }: Vectors, items: Int32Array, count: number): Int32Array {
  const chosen = new Int32Array(items.length).fill(-1);
  const centres = new Float32Array(count * size);
  for (let k = 0; k < count; k++) {
    const row = items[Math.floor((k * Math.min(items.length, count * 20)) / count)] as number;
    centres.set(rows.subarray(row * size, (row + 1) * size), k * size);
  }
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < items.length; i++) {
      const at = (items[i] as number) * size;
      let nearest = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < count; k++) {
        let product = 0;
        const centre = k * size;
        for (let d = 0; d < size; d++) product += (rows[at + d] as number) * (centres[centre + d] as number);
        if (product > most) {
          most = product;
          nearest = k;
        }
      }
      if (chosen[i] !== nearest) moved++;
      chosen[i] = nearest;
    }
    centres.fill(0);
    for (let i = 0; i < items.length; i++) {
      const at = (items[i] as number) * size;
      const centre = (chosen[i] as number) * size;
      for (let d = 0; d < size; d++) centres[centre + d] = (centres[centre + d] as number) + (rows[at + d] as number);
    }
    for (let k = 0; k < count; k++) {
      let square = 0;
      for (let d = 0; d < size; d++) square += (centres[k * size + d] as number) ** 2;
      const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (let d = 0; d < size; d++) centres[k * size + d] = (centres[k * size + d] as number) * scale;
    }
    if (moved < items.length / 200) break;
  }
  return chosen;
}
