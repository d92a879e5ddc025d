/**
 * The hidden units of the tagger over the vectors of five words beside each other. What a vector adds to the units at each place of the
 * window is worked out when its word comes first and kept; then a word costs five additions and one product for each unit. Both
 * run eight or four numbers at a time in WebAssembly (hidden-layer.wat), whose results are the same on every machine.
 */
import { TAG_COUNT, WINDOW } from './features.ts';
import program from './hidden-layer.json' with { type: 'json' };
import { FLAGS, type Model, nibble } from './model.ts';

/** Units are whole numbers of 1/256. */
const UNIT = 256;
/** A unit counts up to 32: with outputs of twelve bits no sum of 128 units (model.ts) leaves 32 bits. */
const MOST = 32 * UNIT - 1;
const LARGEST_OUTPUT = 2047;
const PAGE = 65_536;

/** What stands in for the vector of a word: before a sentence, after it, a word without a vector. */
export const BEFORE = 0;
export const AFTER = 1;
export const UNKNOWN = 2;
/** The vector of a row of the model has the slot row + ROWS. */
export const ROWS = 3;

interface Program {
  fill(values: number, weights: number, out: number, places: number, inputs: number, units: number, one: number): void;
  score(
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    bias: number,
    output: number,
    out: number,
    units: number,
    most: number,
  ): void;
}

const module = new WebAssembly.Module(Uint8Array.from(atob(program.program), (char) => char.charCodeAt(0)));

export class HiddenLayer {
  /** What the units add to each tag of the word scored last, in whole numbers of `scale`. */
  readonly added: Int32Array;
  readonly scale: number;
  readonly #model: Model;
  readonly #program: Program;
  readonly #values: Float32Array;
  readonly #isFilled: Uint8Array;
  /** Where things lie in the memory of the program (bytes); each begins on a multiple of 16. */
  readonly #weightsAt: number;
  readonly #valuesAt: number;
  readonly #biasAt: number;
  readonly #outputAt: number;
  readonly #addedAt: number;
  readonly #slotsAt: number;
  /** Bytes of a slot, and of a place in it. */
  readonly #stride: number;
  readonly #place: number;

  /** Memory is taken as words come: pages that nothing is written to cost none. */
  constructor(model: Model) {
    const { words, size, hidden, input, bias, output } = model;
    const inputs = size + FLAGS;
    this.#model = model;
    this.#place = hidden * Int16Array.BYTES_PER_ELEMENT;
    this.#stride = WINDOW * this.#place;
    let bytes = 0;
    const take = (count: number) => {
      const at = bytes;
      bytes += (count + 15) & ~15;
      return at;
    };
    this.#weightsAt = take(input.byteLength);
    this.#valuesAt = take(inputs * Float32Array.BYTES_PER_ELEMENT);
    this.#biasAt = take(this.#place);
    this.#outputAt = take(TAG_COUNT * this.#place);
    this.#addedAt = take(TAG_COUNT * Int32Array.BYTES_PER_ELEMENT);
    this.#slotsAt = take((ROWS + words) * this.#stride);
    const pages = Math.ceil(bytes / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.#program = new WebAssembly.Instance(module, { fihris: { memory } }).exports as unknown as Program;
    new Float32Array(memory.buffer, this.#weightsAt, input.length).set(input);
    this.#values = new Float32Array(memory.buffer, this.#valuesAt, inputs);
    new Int16Array(memory.buffer, this.#biasAt, hidden).set(Int16Array.from(bias, (value) => limited(value * UNIT)));
    const largest = output.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const step = largest > 0 ? largest / LARGEST_OUTPUT : 1;
    const byTag = new Int16Array(memory.buffer, this.#outputAt, TAG_COUNT * hidden);
    for (let unit = 0; unit < hidden; unit++)
      for (let tag = 0; tag < TAG_COUNT; tag++)
        byTag[tag * hidden + unit] = Math.round((output[unit * TAG_COUNT + tag] as number) / step);
    this.scale = step / UNIT;
    this.added = new Int32Array(memory.buffer, this.#addedAt, TAG_COUNT);
    this.#isFilled = new Uint8Array(ROWS + words);
    for (const slot of [BEFORE, AFTER, UNKNOWN]) this.#fill(slot);
  }

  /** The slot of a row of the model's vectors; −1 is that of a word without one. */
  slot(row: number): number {
    const slot = row < 0 ? UNKNOWN : row + ROWS;
    if (this.#isFilled[slot] === 0) this.#fill(slot);
    return slot;
  }

  /** Works out `added` for the word whose window begins at `from` in `slots`. */
  score(slots: Int32Array, from: number): void {
    const at = this.#slotsAt;
    const place = this.#place;
    const stride = this.#stride;
    this.#program.score(
      at + (slots[from] as number) * stride,
      at + (slots[from + 1] as number) * stride + place,
      at + (slots[from + 2] as number) * stride + 2 * place,
      at + (slots[from + 3] as number) * stride + 3 * place,
      at + (slots[from + 4] as number) * stride + 4 * place,
      this.#biasAt,
      this.#outputAt,
      this.#addedAt,
      this.#model.hidden,
      MOST,
    );
  }

  /** What a vector adds to the hidden units at each place. */
  #fill(slot: number): void {
    const { size, hidden, vectors, scales } = this.#model;
    const values = this.#values;
    values.fill(0);
    if (slot === BEFORE) values[size] = 1;
    else if (slot === AFTER) values[size + 1] = 1;
    else {
      const row = slot - ROWS;
      if (slot === UNKNOWN) values[size + 2] = 1;
      else for (let d = 0; d < size; d++) values[d] = nibble(vectors, row * size + d) * (scales[d] as number);
      values[size + 3] = 1;
    }
    const out = this.#slotsAt + slot * this.#stride;
    this.#program.fill(this.#valuesAt, this.#weightsAt, out, WINDOW, size + FLAGS, hidden, UNIT);
    this.#isFilled[slot] = 1;
  }
}

const limited = (value: number): number => Math.max(-32768, Math.min(32767, Math.round(value)));
