/**
 * Vectors of words from unmarked text: a truncated singular value decomposition of positive pointwise mutual information between a
 * word and its neighbours, each of the places before and after it counted by itself (Levy and Goldberg, 2014; a randomised
 * decomposition after Halko, Martinsson and Tropp, 2011). Cosine neighbours are words used alike.
 */
import { uniform } from './random.ts';

export interface Vectors {
  readonly words: readonly string[];
  readonly counts: readonly number[];
  readonly size: number;
  /** A row of `size` numbers for each word, of length one. */
  readonly rows: Float32Array;
}

export interface VectorOptions {
  /** Words that occur more seldom get no vector. */
  readonly least: number;
  readonly most: number;
  /** So many of the most frequent words count as neighbours. */
  readonly neighbours: number;
  readonly size: number;
  /** Places of neighbours relative to the word. */
  readonly places: readonly number[];
}

interface Sparse {
  readonly height: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

export function vectors(sentences: readonly (readonly string[])[], options: VectorOptions): Vectors {
  const counted = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counted.set(word, (counted.get(word) ?? 0) + 1);
  const frequent = [...counted]
    .filter(([, count]) => count >= options.least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, options.most);
  const words = frequent.map(([word]) => word);
  const counts = frequent.map(([, count]) => count);
  const ids = new Map(words.map((word, id) => [word, id]));
  const matrix = association(sentences, ids, options);
  const rows = decompose(matrix, options.size);
  return { words, counts, size: options.size, rows };
}

/** Positive pointwise mutual information with context counts raised to 0.75; a column for each neighbour in each place. */
function association(
  sentences: readonly (readonly string[])[],
  ids: ReadonlyMap<string, number>,
  { neighbours, places }: VectorOptions,
): Sparse {
  let length = 0;
  for (const sentence of sentences) length += sentence.length + 1;
  // −1 stands between sentences, −2 for words without a vector.
  const stream = new Int32Array(length);
  let at = 0;
  for (const sentence of sentences) {
    for (const word of sentence) stream[at++] = ids.get(word) ?? -2;
    stream[at++] = -1;
  }
  const height = ids.size;
  // The last column of a place is the edge of a sentence.
  const columnsOfPlace = neighbours + 1;
  const width = columnsOfPlace * places.length;
  const blocks: { keys: Float64Array; counts: Float32Array }[] = [];
  for (const [place, offset] of places.entries()) {
    const keys = new Float64Array(length);
    let n = 0;
    for (let i = 0; i < length; i++) {
      const word = stream[i] as number;
      if (word < 0) continue;
      let neighbour = stream[i + offset] ?? -1;
      // Beyond the edge of a sentence lies nothing.
      for (let j = i + Math.sign(offset); j !== i + offset; j += Math.sign(offset))
        if ((stream[j] ?? -1) === -1) neighbour = -1;
      const column = neighbour === -1 ? neighbours : neighbour;
      if (column < 0 || column > neighbours || neighbour >= neighbours) continue;
      keys[n++] = word * width + place * columnsOfPlace + column;
    }
    const sorted = keys.subarray(0, n).sort();
    let distinct = 0;
    const runs = new Float32Array(n);
    for (let i = 0; i < n; ) {
      let j = i + 1;
      while (j < n && sorted[j] === sorted[i]) j++;
      sorted[distinct] = sorted[i] as number;
      runs[distinct++] = j - i;
      i = j;
    }
    blocks.push({ keys: sorted.slice(0, distinct), counts: runs.slice(0, distinct) });
  }
  const ofWord = new Float64Array(height * places.length);
  const ofColumn = new Float64Array(width);
  const total = new Float64Array(places.length);
  const starts = new Int32Array(height + 1);
  blocks.forEach(({ keys, counts }, place) => {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const word = Math.floor(key / width);
      const column = key - word * width;
      const count = counts[i] as number;
      ofWord[word * places.length + place] = (ofWord[word * places.length + place] as number) + count;
      ofColumn[column] = (ofColumn[column] as number) + count;
    }
  });
  for (let place = 0; place < places.length; place++)
    for (let c = 0; c < columnsOfPlace; c++) {
      const column = place * columnsOfPlace + c;
      ofColumn[column] = (ofColumn[column] as number) ** 0.75;
      total[place] = (total[place] as number) + (ofColumn[column] as number);
    }
  const value = (key: number, count: number, place: number) => {
    const word = Math.floor(key / width);
    const column = key - word * width;
    return Math.log(
      (count * (total[place] as number)) /
        ((ofWord[word * places.length + place] as number) * (ofColumn[column] as number)),
    );
  };
  let kept = 0;
  blocks.forEach(({ keys, counts }, place) => {
    for (let i = 0; i < keys.length; i++) {
      if (value(keys[i] as number, counts[i] as number, place) <= 0) continue;
      const row = Math.floor((keys[i] as number) / width) + 1;
      starts[row] = (starts[row] as number) + 1;
      kept++;
    }
  });
  for (let row = 0; row < height; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const columns = new Int32Array(kept);
  const values = new Float32Array(kept);
  const next = starts.slice();
  blocks.forEach(({ keys, counts }, place) => {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const strength = value(key, counts[i] as number, place);
      if (strength <= 0) continue;
      const row = Math.floor(key / width);
      const slot = next[row] as number;
      columns[slot] = key - row * width;
      values[slot] = strength;
      next[row] = slot + 1;
    }
  });
  return { height, width, starts, columns, values };
}

/** `matrix` × `dense` (width × size). */
function times({ height, starts, columns, values }: Sparse, dense: Float32Array, size: number): Float32Array {
  const result = new Float32Array(height * size);
  for (let row = 0; row < height; row++) {
    const base = row * size;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const value = values[i] as number;
      const other = (columns[i] as number) * size;
      for (let d = 0; d < size; d++)
        result[base + d] = (result[base + d] as number) + value * (dense[other + d] as number);
    }
  }
  return result;
}

/** The transposed `matrix` × `dense` (height × size). */
function timesTransposed(matrix: Sparse, dense: Float32Array, size: number): Float32Array {
  const { height, width, starts, columns, values } = matrix;
  const result = new Float32Array(width * size);
  for (let row = 0; row < height; row++) {
    const base = row * size;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const value = values[i] as number;
      const other = (columns[i] as number) * size;
      for (let d = 0; d < size; d++)
        result[other + d] = (result[other + d] as number) + value * (dense[base + d] as number);
    }
  }
  return result;
}

/** The scalar products of the columns of `dense`: size × size. */
function gram(dense: Float32Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  const height = dense.length / size;
  for (let row = 0; row < height; row++) {
    const base = row * size;
    for (let a = 0; a < size; a++) {
      const value = dense[base + a] as number;
      for (let b = a; b < size; b++)
        result[a * size + b] = (result[a * size + b] as number) + value * (dense[base + b] as number);
    }
  }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) result[a * size + b] = result[b * size + a] as number;
  return result;
}

/** `dense` (n × size) × `square` (size × size). */
function timesSquare(dense: Float32Array, square: Float64Array, size: number): Float32Array {
  const result = new Float32Array(dense.length);
  for (let base = 0; base < dense.length; base += size)
    for (let a = 0; a < size; a++) {
      const value = dense[base + a] as number;
      for (let b = 0; b < size; b++)
        result[base + b] = (result[base + b] as number) + value * (square[a * size + b] as number);
    }
  return result;
}

/** Eigenvalues, falling, and eigenvectors (columns) of a symmetric matrix, by Jacobi rotations. */
function eigen(symmetric: Float64Array, size: number): { values: number[]; columns: Float64Array } {
  const a = symmetric.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  const get = (m: Float64Array, i: number, j: number) => m[i * size + j] as number;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += get(a, p, q) ** 2;
    let diagonal = 0;
    for (let p = 0; p < size; p++) diagonal += get(a, p, p) ** 2;
    if (off < 1e-22 * diagonal) break;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const apq = get(a, p, q);
        if (apq === 0) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < size; k++) {
          const akp = get(a, k, p);
          const akq = get(a, k, q);
          a[k * size + p] = c * akp - s * akq;
          a[k * size + q] = s * akp + c * akq;
        }
        for (let k = 0; k < size; k++) {
          const apk = get(a, p, k);
          const aqk = get(a, q, k);
          a[p * size + k] = c * apk - s * aqk;
          a[q * size + k] = s * apk + c * aqk;
          const vkp = get(v, k, p);
          const vkq = get(v, k, q);
          v[k * size + p] = c * vkp - s * vkq;
          v[k * size + q] = s * vkp + c * vkq;
        }
      }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => get(a, j, j) - get(a, i, i) || i - j);
  const columns = new Float64Array(size * size);
  order.forEach((from, to) => {
    for (let k = 0; k < size; k++) columns[k * size + to] = get(v, k, from);
  });
  return { values: order.map((i) => get(a, i, i)), columns };
}

/** Columns made orthonormal, by the eigenvectors of their scalar products. */
function orthonormal(dense: Float32Array, size: number): Float32Array {
  const { values, columns } = eigen(gram(dense, size), size);
  for (let column = 0; column < size; column++) {
    const scale = 1 / Math.sqrt(Math.max(values[column] ?? 0, 1e-12 * (values[0] ?? 1)));
    for (let k = 0; k < size; k++) columns[k * size + column] = (columns[k * size + column] as number) * scale;
  }
  return timesSquare(dense, columns, size);
}

const OVERSAMPLED = 12;
const POWER_ROUNDS = 2;

/** Rows U·√S of the truncated decomposition, each made as long as one. */
function decompose(matrix: Sparse, size: number): Float32Array {
  const wide = size + OVERSAMPLED;
  const random = uniform(1);
  const start = new Float32Array(matrix.width * wide);
  for (let i = 0; i < start.length; i++) start[i] = random() + random() + random() - 1.5;
  let basis = orthonormal(times(matrix, start, wide), wide);
  for (let round = 0; round < POWER_ROUNDS; round++)
    basis = orthonormal(times(matrix, orthonormal(timesTransposed(matrix, basis, wide), wide), wide), wide);
  const small = timesTransposed(matrix, basis, wide);
  const { values, columns } = eigen(gram(small, wide), wide);
  const left = timesSquare(basis, columns, wide);
  const rows = new Float32Array(matrix.height * size);
  for (let row = 0; row < matrix.height; row++) {
    let norm = 0;
    for (let d = 0; d < size; d++) {
      // The eigenvalues are S²: their fourth root is √S.
      const value = (left[row * wide + d] as number) * Math.max(values[d] ?? 0, 0) ** 0.25;
      rows[row * size + d] = value;
      norm += value * value;
    }
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let d = 0; d < size; d++) rows[row * size + d] = (rows[row * size + d] as number) * scale;
  }
  return rows;
}
