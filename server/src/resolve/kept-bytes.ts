/**
 * Bytes in which a state is kept: numbers and strings, and tables of keys in order, whose entries are read where they lie when they are
 * asked for. Whoever reads them knows that they are whole: a checksum is the matter of the file that they are in.
 */
import { FEW, type Shelf } from './compact-map.ts';

/** Bytes of the number of entries and of each place in a table. */
const WORD = 4;

export class ByteWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far. */
  done(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** A whole number from 0; small ones take one byte. */
  number(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  numbers(values: readonly number[]): void {
    this.number(values.length);
    for (const value of values) this.number(value);
  }

  string(text: string): void {
    const size = Buffer.byteLength(text);
    this.number(size);
    this.#room(size);
    this.#length += this.#bytes.write(text, this.#length);
  }

  strings(texts: readonly string[]): void {
    this.number(texts.length);
    for (const text of texts) this.string(text);
  }

  /** What `write` writes, after its length in bytes: whoever reads may pass over it. */
  sized(write: () => void): void {
    const at = this.#length;
    write();
    const size = this.#length - at;
    const own = Buffer.from(this.#bytes.subarray(at, this.#length));
    this.#length = at;
    this.number(size);
    this.#room(size);
    own.copy(this.#bytes, this.#length);
    this.#length += size;
  }

  /** A table: how many entries, where each lies, and the entries. */
  table<Entry>(entries: readonly Entry[], write: (entry: Entry) => void): void {
    for (const _ of this.slowTable(entries, write));
  }

  /** As `table`, with a stop after each entry. */
  *slowTable<Entry>(entries: readonly Entry[], write: (entry: Entry) => void): Generator<undefined> {
    this.#room(WORD * (entries.length + 1));
    // Counted from here: the table may be moved as it is.
    const start = this.#length;
    this.#length = this.#bytes.writeUInt32LE(entries.length, this.#length);
    let place = this.#length;
    this.#length += WORD * entries.length;
    for (const entry of entries) {
      place = this.#bytes.writeUInt32LE(this.#length - start, place);
      write(entry);
      yield;
    }
  }
}

/** Reads on from a place. */
export class ByteReader {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
  }

  numbers(): number[] {
    const count = this.number();
    const values: number[] = [];
    for (let i = 0; i < count; i++) values.push(this.number());
    return values;
  }

  string(): string {
    const size = this.number();
    const start = this.at;
    this.at += size;
    return this.bytes.toString('utf8', start, this.at);
  }

  strings(): string[] {
    const count = this.number();
    const texts: string[] = [];
    for (let i = 0; i < count; i++) texts.push(this.string());
    return texts;
  }
}

/** Places of a table's entries. */
export class Places {
  readonly bytes: Buffer;
  readonly size: number;
  readonly #at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.size = bytes.readUInt32LE(at);
    this.#at = at;
  }

  reader(index: number): ByteReader {
    return new ByteReader(this.bytes, this.#at + this.bytes.readUInt32LE(this.#at + WORD * (index + 1)));
  }
}

/** The order of strings as bytes of UTF-8: that of their code units but for surrogates, which come last. */
export function byCodePoint(a: string, b: string): number {
  const { length } = a.length < b.length ? a : b;
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    const isAstral = (unit: number) => Number(unit >= 0xd800 && unit < 0xe000);
    return isAstral(one) - isAstral(other) || one - other;
  }
  return a.length - b.length;
}

/** A table whose entries begin with their keys, these in the order of their code points. */
export class KeyTable<Value> implements Shelf<Value> {
  readonly #places: Places;
  readonly #read: (reader: ByteReader) => Value;
  /** Made lately: by key, the latest last. */
  readonly #kept = new Map<string, Value>();
  readonly #keep: number;

  /** `read`: makes a value at the place behind its key. `keep`: so many values that were made lately stay. */
  constructor(bytes: Buffer, at: number, read: (reader: ByteReader) => Value, keep = 0) {
    this.#places = new Places(bytes, at);
    this.#read = read;
    this.#keep = keep;
  }

  get size(): number {
    return this.#places.size;
  }

  keyAt(index: number): string {
    return this.#places.reader(index).string();
  }

  get(key: string): Value | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const reader = this.#find(key);
    if (reader === null) return undefined;
    const value = this.#read(reader);
    if (this.#keep > 0) {
      if (this.#kept.size >= this.#keep) for (const oldest of this.#kept.keys()) if (this.#kept.delete(oldest)) break;
      this.#kept.set(key, value);
    }
    return value;
  }

  has(key: string): boolean {
    return this.#find(key) !== null;
  }

  *keys(): Generator<string> {
    for (let index = 0; index < this.size; index++) yield this.keyAt(index);
  }

  /** Compares bytes: no string is made of those that are passed on the way. */
  #find(key: string): ByteReader | null {
    const wanted = Buffer.from(key);
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const reader = this.#places.reader(middle);
      const size = reader.number();
      const start = reader.at;
      reader.at += size;
      const order = reader.bytes.compare(wanted, 0, wanted.length, start, reader.at);
      if (order === 0) return reader;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }
}

/** Whether so many entries are worth a table. */
export const isMany = (count: number): boolean => count > FEW;
