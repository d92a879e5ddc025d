/**
 * Training of the tagger: a conditional random field over a linear chain, its scores the sum of sparse features and of a hidden layer
 * over the vectors of the window (Collobert and others, 2011), by AdaGrad with features and hidden units dropped at random.
 */
import {
  CLUSTER_LEVELS,
  PAIR_FEATURES,
  pairFeatures,
  placed,
  REACH,
  SENTENCE_END,
  SENTENCE_START,
  TAG_COUNT,
  WINDOW,
  wordFeatures,
} from '../src/recognize/tagger/features.ts';
import {
  codeFeatures,
  findNames,
  LISTED_PAIRS,
  listedPairs,
  nameStarts,
  noteStarts,
  personFeatures,
} from '../src/recognize/tagger/listed-names.ts';
import { FLAGS } from '../src/recognize/tagger/model.ts';
import type { TrainedNames } from './name-lists.ts';
import { shuffle, uniform } from './random.ts';
import type { TrainedTable } from './word-table.ts';

const L = TAG_COUNT;
/** Of words beside each other, and of a listed name and what stands beside it. */
const PAIRS = PAIR_FEATURES + LISTED_PAIRS;

export interface Example {
  /** Words as `Inventory.id` numbers them. */
  readonly words: Int32Array;
  /** Tag of each word. */
  readonly tags: Uint8Array;
  /** Numbers of the pair features, PAIRS for each word, −1 for none; made by `Inventory.number`. */
  pairs: Int32Array;
  /** Codes of the words in listed names; likewise. */
  codes: Int32Array;
}

/** The keys of features at each place of the window. */
const atPlaces = (features: (place: number) => readonly number[]): Uint32Array[] =>
  Array.from({ length: WINDOW }, (_, place) => Uint32Array.from(features(place), (feature) => placed(feature, place)));

/** The words of all examples with their features, and a number for each feature that is frequent enough. */
export class Inventory {
  readonly table: TrainedTable;
  readonly names: TrainedNames;
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #features: { readonly places: readonly Uint32Array[]; readonly row: number; readonly identity: number }[] =
    [];
  /** Key of each numbered feature. */
  keys: Uint32Array = new Uint32Array();
  /** How often each numbered feature occurs. */
  occurrences: Float64Array = new Float64Array();
  #numbers = new Map<number, number>();
  /** Numbered features of each word at each place of the window. */
  numbered: Int32Array[][] = [];
  /** Likewise of each code of listed names. */
  readonly #codes = new Map<number, readonly Int32Array[]>();

  constructor(table: TrainedTable, names: TrainedNames) {
    this.table = table;
    this.names = names;
    this.id(SENTENCE_START);
    this.id(SENTENCE_END);
  }

  id(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.#ids.set(word, id);
    const { full, near, far, row, identity } = wordFeatures(word, this.table);
    const persons = personFeatures(word, this.names);
    const places = atPlaces((place) => {
      const away = Math.abs(place - REACH);
      return [...(away === 0 ? full : away === 1 ? near : far), ...persons];
    });
    this.#features.push({ places, row, identity });
    return id;
  }

  row(id: number): number {
    return this.#features[id]?.row ?? -1;
  }

  /** Keys of the pair features of a sentence, 0 where a word is in no listed name. */
  #pairs(words: Int32Array, codes: Int32Array): Uint32Array {
    const keys = new Uint32Array(words.length * PAIRS);
    const length = words.length + 2 * REACH;
    const identities = new Int32Array(length);
    const clusters = new Int32Array(length * CLUSTER_LEVELS).fill(-7);
    for (let i = -1; i <= words.length; i++) {
      const id = i < 0 ? 0 : i === words.length ? 1 : (words[i] as number);
      identities[i + REACH] = this.#features[id]?.identity ?? 0;
      if (id <= 1) continue;
      const row = this.row(id);
      for (let level = 0; level < CLUSTER_LEVELS; level++)
        clusters[(i + REACH) * CLUSTER_LEVELS + level] = row < 0 ? -1 : this.table.cluster(row, level);
    }
    for (let i = 0; i < words.length; i++) {
      const own = keys.subarray(i * PAIRS, (i + 1) * PAIRS);
      pairFeatures(identities, clusters, i + REACH, own);
      if (codes[i] !== 0) listedPairs(codes[i] as number, clusters, i + REACH, own, PAIR_FEATURES);
    }
    return keys;
  }

  /** The codes of the words of each example. */
  #listed(examples: readonly Example[]): Int32Array[] {
    const starts = nameStarts(this.words.length);
    this.words.forEach((word, id) => {
      noteStarts(starts, id, word, this.names);
    });
    const identities = Int32Array.from(this.#features, ({ identity }) => identity);
    return examples.map(({ words }) => {
      const codes = new Int32Array(words.length);
      findNames(this.names, starts, identities, words, 0, words.length, codes);
      return codes;
    });
  }

  /** Numbers all features of the examples. */
  number(examples: readonly Example[]): void {
    const occurrences = new Float64Array(this.words.length);
    const counts = new Map<number, number>();
    const count = (key: number, times: number) => counts.set(key, (counts.get(key) ?? 0) + times);
    const codes = this.#listed(examples);
    const keysOf = examples.map(({ words }, e) => this.#pairs(words, codes[e] as Int32Array));
    const codeKeys = new Map<number, Uint32Array[]>();
    examples.forEach((example, e) => {
      for (const word of example.words) occurrences[word] = (occurrences[word] as number) + 1;
      for (const key of keysOf[e] as Uint32Array) if (key !== 0) count(key, 1);
      for (const code of codes[e] as Int32Array) {
        if (code === 0) continue;
        const features = codeFeatures(code);
        const places = codeKeys.get(code) ?? atPlaces(() => features);
        codeKeys.set(code, places);
        for (const keys of places) for (const key of keys) count(key, 1);
      }
    });
    occurrences[0] = 1;
    occurrences[1] = 1;
    this.#features.forEach(({ places }, id) => {
      const times = occurrences[id] as number;
      if (times > 0) for (const keys of places) for (const key of new Set(keys)) count(key, times);
    });
    const keys = [...counts.keys()];
    this.keys = Uint32Array.from(keys);
    this.occurrences = Float64Array.from(keys, (key) => counts.get(key) ?? 0);
    this.#numbers = new Map(keys.map((key, number) => [key, number]));
    this.numbered = this.#features.map(({ places }) => places.map((list) => this.#known(list)));
    this.#codes.clear();
    for (const [code, places] of codeKeys)
      this.#codes.set(
        code,
        places.map((list) => this.#known(list)),
      );
    examples.forEach((example, e) => {
      example.pairs = Int32Array.from(keysOf[e] as Uint32Array, (key) => this.#numbers.get(key) ?? -1);
      example.codes = codes[e] as Int32Array;
    });
  }

  places(id: number): readonly Int32Array[] {
    let known = this.numbered[id];
    if (!known) {
      known = (this.#features[id]?.places ?? []).map((list) => this.#known(list));
      this.numbered[id] = known;
    }
    return known;
  }

  /** Numbered features of a code at each place of the window; undefined for none. */
  code(code: number): readonly Int32Array[] | undefined {
    return this.#codes.get(code);
  }

  #known(keys: Uint32Array): Int32Array {
    const numbers: number[] = [];
    for (const key of keys) {
      const number = this.#numbers.get(key);
      if (number !== undefined) numbers.push(number);
    }
    return Int32Array.from(numbers);
  }
}

export interface Settings {
  readonly epochs: number;
  /** The weights are the mean of those after each of the last so many epochs. */
  readonly averaged: number;
  readonly rate: number;
  /** Of the features of a word this share is left out at random in each step. */
  readonly drop: number;
  readonly hidden: number;
  readonly hiddenDrop: number;
  readonly hiddenRate: number;
  readonly seed: number;
}

type Parts = [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];

/** The numbers that go into the model file. */
export interface Learnt {
  readonly inventory: Inventory;
  /** Units of the hidden layer. */
  readonly hidden: number;
  /** Feature, tag. */
  readonly weights: Float32Array;
  /** Tag before, tag; the last row is the start of a sentence. */
  readonly transitions: Float32Array;
  /** Place and number of the vector, unit. */
  readonly input: Float32Array;
  readonly bias: Float32Array;
  /** Unit, tag. */
  readonly output: Float32Array;
}

export class Learner {
  readonly inventory: Inventory;
  readonly settings: Settings;
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  readonly transitions = new Float32Array((L + 1) * L);
  readonly #transitionSquares = new Float32Array((L + 1) * L);
  readonly input: Float32Array;
  readonly bias: Float32Array;
  readonly output: Float32Array;
  readonly #inputSquares: Float32Array;
  readonly #biasSquares: Float32Array;
  readonly #outputSquares: Float32Array;
  readonly #inputs: number;
  readonly #random: () => number;
  #bits = 1;

  constructor(inventory: Inventory, settings: Settings) {
    this.inventory = inventory;
    this.settings = settings;
    const { hidden, seed } = settings;
    this.#random = uniform(seed);
    this.#bits = Math.imul(seed, 0x9e3779b1) || 1;
    this.#inputs = inventory.table.size + FLAGS;
    this.weights = new Float32Array(inventory.keys.length * L);
    this.#squares = new Float32Array(inventory.keys.length * L).fill(0.1);
    this.#transitionSquares.fill(1);
    this.input = Float32Array.from({ length: WINDOW * this.#inputs * hidden }, () => (this.#random() - 0.5) * 0.25);
    this.bias = new Float32Array(hidden);
    this.output = Float32Array.from({ length: hidden * L }, () => (this.#random() - 0.5) * 0.2);
    this.#inputSquares = new Float32Array(this.input.length).fill(1e-3);
    this.#biasSquares = new Float32Array(hidden).fill(1e-3);
    this.#outputSquares = new Float32Array(this.output.length).fill(1e-3);
  }

  /** What is learnt from the examples; `after` hears of each epoch that is over, from 1 on. */
  train(examples: readonly Example[], after: (epoch: number) => void): Learnt {
    const { epochs, averaged, rate } = this.settings;
    const sums = this.#parts().map((part) => new Float64Array(part.length));
    for (let epoch = 0; epoch < epochs; epoch++) {
      const slower = rate * (1 - (0.85 * epoch) / epochs);
      for (const example of shuffle([...examples], this.#random)) this.#step(example, slower);
      after(epoch + 1);
      if (epoch < epochs - averaged) continue;
      this.#parts().forEach((part, p) => {
        const sum = sums[p] as Float64Array;
        for (let i = 0; i < part.length; i++) sum[i] = (sum[i] as number) + (part[i] as number) / averaged;
      });
    }
    const [weights, transitions, input, bias, output] = sums.map((sum) => Float32Array.from(sum)) as Parts;
    return { inventory: this.inventory, hidden: this.settings.hidden, weights, transitions, input, bias, output };
  }

  #parts(): Parts {
    return [this.weights, this.transitions, this.input, this.bias, this.output];
  }

  /** Numbers of the features of each word. */
  #lists({ words, pairs, codes }: Example): Int32Array[] {
    const n = words.length;
    return Array.from({ length: n }, (_, i) => {
      const parts: Int32Array[] = [];
      let length = 0;
      for (let place = 0; place < WINDOW; place++) {
        const j = i + place - REACH;
        if (j < -1 || j > n) continue;
        const part = this.inventory.places(j < 0 ? 0 : j === n ? 1 : (words[j] as number))[place] as Int32Array;
        parts.push(part);
        length += part.length;
        const code = j < 0 || j === n ? undefined : this.inventory.code(codes[j] as number);
        if (code === undefined) continue;
        parts.push(code[place] as Int32Array);
        length += (code[place] as Int32Array).length;
      }
      const list = new Int32Array(length + PAIRS);
      let at = 0;
      for (const part of parts) {
        list.set(part, at);
        at += part.length;
      }
      for (let p = 0; p < PAIRS; p++) {
        const number = pairs[i * PAIRS + p] as number;
        if (number >= 0) list[at++] = number;
      }
      return list.subarray(0, at);
    });
  }

  /** Leaves out features at random (xorshift). */
  #dropped(list: Int32Array): Int32Array {
    const least = Math.floor(this.settings.drop * 65536);
    let bits = this.#bits;
    let kept = 0;
    for (let i = 0; i < list.length; i++) {
      bits ^= bits << 13;
      bits ^= bits >>> 17;
      bits ^= bits << 5;
      if ((bits & 0xffff) >= least) list[kept++] = list[i] as number;
    }
    this.#bits = bits;
    return list.subarray(0, kept);
  }

  /** Inputs of the hidden layer: REACH places before the sentence, its words, REACH places after. */
  #vectors(words: Int32Array): Float32Array {
    const { size, numbers, scales } = this.inventory.table;
    const inputs = this.#inputs;
    const vectors = new Float32Array((words.length + 2 * REACH) * inputs);
    for (let i = -REACH; i < words.length + REACH; i++) {
      const base = (i + REACH) * inputs;
      if (i < 0) vectors[base + size] = 1;
      else if (i >= words.length) vectors[base + size + 1] = 1;
      else {
        const row = this.inventory.row(words[i] as number);
        if (row < 0) vectors[base + size + 2] = 1;
        else
          for (let d = 0; d < size; d++)
            vectors[base + d] = (numbers[row * size + d] as number) * (scales[d] as number);
        vectors[base + size + 3] = 1;
      }
    }
    return vectors;
  }

  #hidden(words: Int32Array, drop: number, vectors: Float32Array): Float32Array {
    const { hidden } = this.settings;
    const { input, bias } = this;
    const units = new Float32Array(words.length * hidden);
    const wide = WINDOW * this.#inputs;
    for (let i = 0; i < words.length; i++) {
      const base = i * hidden;
      for (let k = 0; k < hidden; k++) units[base + k] = bias[k] as number;
      const from = i * this.#inputs;
      for (let d = 0; d < wide; d++) {
        const value = vectors[from + d] as number;
        if (value === 0) continue;
        const row = d * hidden;
        for (let k = 0; k < hidden; k++)
          units[base + k] = (units[base + k] as number) + value * (input[row + k] as number);
      }
      for (let k = 0; k < hidden; k++) {
        const value = units[base + k] as number;
        if (value <= 0 || (drop > 0 && this.#random() < drop)) units[base + k] = 0;
        else units[base + k] = value / (1 - drop);
      }
    }
    return units;
  }

  #scores(words: Int32Array, lists: readonly Int32Array[], units: Float32Array): Float32Array {
    const { hidden } = this.settings;
    const { weights, output } = this;
    const scores = new Float32Array(words.length * L);
    for (let i = 0; i < words.length; i++) {
      const base = i * L;
      const list = lists[i] as Int32Array;
      for (let x = 0; x < list.length; x++) {
        const row = (list[x] as number) * L;
        for (let y = 0; y < L; y++) scores[base + y] = (scores[base + y] as number) + (weights[row + y] as number);
      }
      for (let k = 0; k < hidden; k++) {
        const value = units[i * hidden + k] as number;
        if (value === 0) continue;
        for (let y = 0; y < L; y++)
          scores[base + y] = (scores[base + y] as number) + value * (output[k * L + y] as number);
      }
    }
    return scores;
  }

  /** Marginals of tags and, summed over the sentence, of transitions. */
  #forwardBackward(n: number, scores: Float32Array, marginals: Float32Array, pairs: Float32Array): void {
    const T = Float64Array.from(this.transitions, (score) => Math.exp(score));
    const a = new Float64Array(n * L);
    const b = new Float64Array(n * L);
    const e = new Float64Array(n * L);
    for (let i = 0; i < n; i++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let y = 0; y < L; y++) top = Math.max(top, scores[i * L + y] as number);
      let total = 0;
      for (let y = 0; y < L; y++) {
        e[i * L + y] = Math.exp((scores[i * L + y] as number) - top);
        let sum = 0;
        if (i === 0) sum = T[L * L + y] as number;
        else for (let x = 0; x < L; x++) sum += (a[(i - 1) * L + x] as number) * (T[x * L + y] as number);
        a[i * L + y] = sum * (e[i * L + y] as number);
        total += a[i * L + y] as number;
      }
      for (let y = 0; y < L; y++) a[i * L + y] = (a[i * L + y] as number) / total;
    }
    for (let i = n - 1; i >= 0; i--) {
      let total = 0;
      for (let y = 0; y < L; y++) {
        let sum = i === n - 1 ? 1 : 0;
        if (i < n - 1)
          for (let z = 0; z < L; z++)
            sum += (T[y * L + z] as number) * (e[(i + 1) * L + z] as number) * (b[(i + 1) * L + z] as number);
        b[i * L + y] = sum;
        total += sum;
      }
      let all = 0;
      for (let y = 0; y < L; y++) {
        b[i * L + y] = (b[i * L + y] as number) / total;
        marginals[i * L + y] = (a[i * L + y] as number) * (b[i * L + y] as number);
        all += marginals[i * L + y] as number;
      }
      for (let y = 0; y < L; y++) marginals[i * L + y] = (marginals[i * L + y] as number) / all;
    }
    for (let y = 0; y < L; y++) pairs[L * L + y] = marginals[y] as number;
    const joint = new Float64Array(L * L);
    for (let i = 1; i < n; i++) {
      let total = 0;
      for (let x = 0; x < L; x++)
        for (let y = 0; y < L; y++) {
          const value =
            (a[(i - 1) * L + x] as number) *
            (T[x * L + y] as number) *
            (e[i * L + y] as number) *
            (b[i * L + y] as number);
          joint[x * L + y] = value;
          total += value;
        }
      for (let x = 0; x < L * L; x++) pairs[x] = (pairs[x] as number) + (joint[x] as number) / total;
    }
  }

  #step(example: Example, rate: number): void {
    const { hidden, hiddenDrop } = this.settings;
    const { words, tags } = example;
    const n = words.length;
    const { weights, output, input } = this;
    const squares = this.#squares;
    const lists = this.#lists(example).map((list) => this.#dropped(list));
    const vectors = this.#vectors(words);
    const units = this.#hidden(words, hiddenDrop, vectors);
    const scores = this.#scores(words, lists, units);
    const marginals = new Float32Array(n * L);
    const expected = new Float32Array((L + 1) * L);
    this.#forwardBackward(n, scores, marginals, expected);
    const inputGradient = new Float32Array(input.length);
    const biasGradient = new Float32Array(hidden);
    const outputGradient = new Float32Array(output.length);
    const wide = WINDOW * this.#inputs;
    const error = new Float32Array(L);
    const back = new Float32Array(hidden);
    let touched = false;
    for (let i = 0; i < n; i++) {
      let size = 0;
      for (let y = 0; y < L; y++) {
        error[y] = (tags[i] === y ? 1 : 0) - (marginals[i * L + y] as number);
        size += Math.abs(error[y] as number);
      }
      // What is learnt already costs no time.
      if (size < 0.02) continue;
      touched = true;
      const list = lists[i] as Int32Array;
      for (let x = 0; x < list.length; x++) {
        const row = (list[x] as number) * L;
        for (let y = 0; y < L; y++) {
          const slope = error[y] as number;
          if (slope > -0.002 && slope < 0.002) continue;
          const square = (squares[row + y] as number) + slope * slope;
          squares[row + y] = square;
          weights[row + y] = (weights[row + y] as number) + (rate * slope) / Math.sqrt(square);
        }
      }
      for (let k = 0; k < hidden; k++) {
        const value = units[i * hidden + k] as number;
        let sum = 0;
        if (value > 0)
          for (let y = 0; y < L; y++) {
            outputGradient[k * L + y] = (outputGradient[k * L + y] as number) + (error[y] as number) * value;
            sum += (error[y] as number) * (output[k * L + y] as number);
          }
        back[k] = sum;
        biasGradient[k] = (biasGradient[k] as number) + sum;
      }
      const from = i * this.#inputs;
      for (let d = 0; d < wide; d++) {
        const value = vectors[from + d] as number;
        if (value === 0) continue;
        const row = d * hidden;
        for (let k = 0; k < hidden; k++)
          inputGradient[row + k] = (inputGradient[row + k] as number) + value * (back[k] as number);
      }
    }
    if (touched) {
      const hiddenRate = (this.settings.hiddenRate * rate) / this.settings.rate;
      update(output, outputGradient, this.#outputSquares, hiddenRate);
      update(input, inputGradient, this.#inputSquares, hiddenRate);
      update(this.bias, biasGradient, this.#biasSquares, hiddenRate);
    }
    const slope = new Float32Array((L + 1) * L);
    for (let x = 0; x < slope.length; x++) slope[x] = -(expected[x] as number);
    for (let i = 0; i < n; i++) {
      const x = (i === 0 ? L : (tags[i - 1] as number)) * L + (tags[i] as number);
      slope[x] = (slope[x] as number) + 1;
    }
    update(this.transitions, slope, this.#transitionSquares, rate);
  }
}

function update(values: Float32Array, slopes: Float32Array, squares: Float32Array, rate: number): void {
  for (let i = 0; i < values.length; i++) {
    const slope = slopes[i] as number;
    if (slope === 0) continue;
    const square = (squares[i] as number) + slope * slope;
    squares[i] = square;
    values[i] = (values[i] as number) + (rate * slope) / Math.sqrt(square);
  }
}
