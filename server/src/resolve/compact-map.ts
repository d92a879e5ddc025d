/**
 * A persistent map from strings for the very many that hold one entry or a few: most names stand in one article. One entry takes two
 * fields, a few a sorted array, and only what is larger is a tree, which ten times the memory per entry then pays for.
 */
import { Map as ImmutableMap } from 'immutable';

/** Above so many entries a tree is faster than the array that is copied with each change. */
export const FEW = 12;

/** Entries that lie elsewhere and never change; each is made when it is asked for (kept-state.ts). */
export interface Shelf<Value> {
  readonly size: number;
  get(key: string): Value | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
  /** In the order of `keys`, where that is less work than to look for each; they need not be the same objects as by `get`. */
  entries?(): Iterable<[string, Value]>;
}

/** Of an entry on the shelf that is no more. */
const GONE = Symbol('gone');

/** A shelf with what has changed since it was filled. */
class Layers<Value> {
  readonly shelf: Shelf<Value>;
  readonly over: ImmutableMap<string, Value | typeof GONE>;
  readonly size: number;

  constructor(shelf: Shelf<Value>, over: ImmutableMap<string, Value | typeof GONE>, size: number) {
    this.shelf = shelf;
    this.over = over;
    this.size = size;
  }

  get(key: string): Value | undefined {
    const value = this.over.get(key);
    return value === undefined ? this.shelf.get(key) : value === GONE ? undefined : value;
  }

  has(key: string): boolean {
    const value = this.over.get(key);
    return value === undefined ? this.shelf.has(key) : value !== GONE;
  }

  *keys(): Generator<string> {
    for (const key of this.shelf.keys()) if (!this.over.has(key)) yield key;
    for (const [key, value] of this.over) if (value !== GONE) yield key;
  }

  *entries(): Generator<[string, Value]> {
    if (this.shelf.entries === undefined) {
      for (const key of this.keys()) yield [key, this.get(key) as Value];
      return;
    }
    for (const entry of this.shelf.entries()) if (!this.over.has(entry[0])) yield entry;
    for (const [key, value] of this.over) if (value !== GONE) yield [key, value];
  }

  /** Changes this one, of which nobody else may know. */
  put(key: string, value: Value | typeof GONE): void {
    const isGone = value === GONE;
    (this as { size: number }).size += Number(!isGone) - Number(this.has(key));
    if (isGone && !this.shelf.has(key)) this.over.delete(key);
    else this.over.set(key, value);
  }

  mutable(): Layers<Value> {
    return new Layers(this.shelf, this.over.asMutable(), this.size);
  }

  immutable(): Layers<Value> {
    return new Layers(this.shelf, this.over.asImmutable(), this.size);
  }
}

/** What holds more than a few entries. */
type Tree<Value> = ImmutableMap<string, Value> | Layers<Value>;
/** Keys in order and their values: key, value, key, value. */
type Pairs<Value> = readonly (string | Value)[];

/** Never changes; `edited` gives the next one. Up to a dozen keys come in order, more in any. */
export class CompactMap<Value> {
  /** Of a single entry its key; null where `content` holds none or all of them. */
  readonly single: string | null;
  readonly content: Value | Pairs<Value> | Tree<Value> | null;

  private constructor(single: string | null, content: Value | Pairs<Value> | Tree<Value> | null) {
    this.single = single;
    this.content = content;
  }

  static empty<Value>(): CompactMap<Value> {
    return CompactMap.#empty as CompactMap<Value>;
  }

  static readonly #empty = new CompactMap<never>(null, null);

  static of<Value>(entries: Iterable<readonly [string, Value]>): CompactMap<Value> {
    return CompactMap.empty<Value>().edited((edit) => {
      for (const [key, value] of entries) edit.set(key, value);
    });
  }

  static fromPairs<Value>(pairs: Pairs<Value>): CompactMap<Value> {
    if (pairs.length === 0) return CompactMap.empty();
    return pairs.length === 2
      ? new CompactMap<Value>(pairs[0] as string, pairs[1] as Value)
      : new CompactMap<Value>(null, pairs);
  }

  static fromTree<Value>(tree: Tree<Value>): CompactMap<Value> {
    return new CompactMap<Value>(null, tree);
  }

  /** Of more than FEW entries; fewer are taken off the shelf. */
  static fromShelf<Value>(shelf: Shelf<Value>): CompactMap<Value> {
    if (shelf.size > FEW) return new CompactMap<Value>(null, new Layers<Value>(shelf, ImmutableMap(), shelf.size));
    return CompactMap.of([...shelf.keys()].map((key) => [key, shelf.get(key) as Value] as const));
  }

  get size(): number {
    if (this.single !== null) return 1;
    const { content } = this;
    return content === null ? 0 : isPairs<Value>(content) ? content.length / 2 : (content as Tree<Value>).size;
  }

  isEmpty(): boolean {
    return this.single === null && this.content === null;
  }

  get(key: string): Value | undefined {
    if (this.single !== null) return this.single === key ? (this.content as Value) : undefined;
    const { content } = this;
    if (content === null) return undefined;
    if (!isPairs<Value>(content)) return (content as Tree<Value>).get(key);
    for (let at = 0; at < content.length; at += 2) if (content[at] === key) return content[at + 1] as Value;
    return undefined;
  }

  has(key: string): boolean {
    if (this.single !== null) return this.single === key;
    const { content } = this;
    if (content === null) return false;
    if (!isPairs<Value>(content)) return (content as Tree<Value>).has(key);
    for (let at = 0; at < content.length; at += 2) if (content[at] === key) return true;
    return false;
  }

  *entries(): IterableIterator<[string, Value]> {
    const { single, content } = this;
    if (single !== null) yield [single, content as Value];
    else if (content === null) return;
    else if (isPairs<Value>(content))
      for (let at = 0; at < content.length; at += 2) yield [content[at] as string, content[at + 1] as Value];
    else yield* (content as Tree<Value>).entries();
  }

  [Symbol.iterator](): IterableIterator<[string, Value]> {
    return this.entries();
  }

  *keys(): IterableIterator<string> {
    // What lies on a shelf is not taken off it to read its key.
    if (this.single === null && this.content instanceof Layers) yield* this.content.keys();
    else for (const [key] of this.entries()) yield key;
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  filter(keep: (value: Value, key: string) => boolean): CompactMap<Value> {
    return CompactMap.of([...this.entries()].filter(([key, value]) => keep(value, key)));
  }

  /** The map after these changes. Costs what is changed, and a copy of a few entries. */
  edited(change: (edit: MapEdit<Value>) => void): CompactMap<Value> {
    const edit = new MapEdit(this);
    change(edit);
    return edit.done();
  }
}

const isPairs = <Value>(content: unknown): content is Pairs<Value> => Array.isArray(content);

/** Changes to a map before they are the next map. */
export class MapEdit<Value> {
  readonly #before: CompactMap<Value>;
  #pairs: (string | Value)[] | null = null;
  #tree: Tree<Value> | null = null;

  constructor(before: CompactMap<Value>) {
    this.#before = before;
  }

  get(key: string): Value | undefined {
    if (this.#tree !== null) return this.#tree.get(key);
    if (this.#pairs === null) return this.#before.get(key);
    const at = this.#place(key, this.#pairs);
    return this.#pairs[at] === key ? (this.#pairs[at + 1] as Value) : undefined;
  }

  set(key: string, value: Value): void {
    const pairs = this.#begin();
    if (pairs === null) {
      if (this.#tree instanceof Layers) this.#tree.put(key, value);
      else this.#tree?.set(key, value);
      return;
    }
    const at = this.#place(key, pairs);
    if (pairs[at] === key && at < pairs.length) pairs[at + 1] = value;
    else if (pairs.length < 2 * FEW) pairs.splice(at, 0, key, value);
    else {
      const tree = ImmutableMap<string, Value>().asMutable();
      for (let each = 0; each < pairs.length; each += 2) tree.set(pairs[each] as string, pairs[each + 1] as Value);
      this.#tree = tree.set(key, value);
      this.#pairs = null;
    }
  }

  delete(key: string): void {
    const pairs = this.#begin();
    if (pairs === null) {
      if (this.#tree instanceof Layers) this.#tree.put(key, GONE);
      else this.#tree?.delete(key);
      return;
    }
    const at = this.#place(key, pairs);
    if (at < pairs.length && pairs[at] === key) pairs.splice(at, 2);
  }

  /** Equal content has equal shape, whatever way it came about. */
  done(): CompactMap<Value> {
    if (this.#pairs !== null) return CompactMap.fromPairs(this.#pairs.slice());
    if (this.#tree === null) return this.#before;
    if (this.#tree.size > FEW)
      return CompactMap.fromTree(this.#tree instanceof Layers ? this.#tree.immutable() : this.#tree.asImmutable());
    const entries = [...this.#tree.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    return CompactMap.fromPairs(entries.flat() as Pairs<Value>);
  }

  /** The pairs to be changed; null where there is a tree. */
  #begin(): (string | Value)[] | null {
    if (this.#tree !== null || this.#pairs !== null) return this.#pairs;
    const { single, content } = this.#before;
    if (single !== null) this.#pairs = [single, content as Value];
    else if (content === null) this.#pairs = [];
    else if (isPairs<Value>(content)) this.#pairs = [...content];
    else
      this.#tree = content instanceof Layers ? content.mutable() : (content as ImmutableMap<string, Value>).asMutable();
    return this.#pairs;
  }

  /** Where a key stands among the pairs, or would. */
  #place(key: string, pairs: Pairs<Value>): number {
    let at = 0;
    while (at < pairs.length && (pairs[at] as string) < key) at += 2;
    return at;
  }
}
