/**
 * A persistent map from strings for the very many that hold one entry or a few: most names stand in one article. One entry takes two
 * fields, a few a sorted array, and only what is larger is a tree, which ten times the memory per entry then pays for.
 */
import { Map as ImmutableMap } from 'immutable';

/** Above so many entries a tree is faster than the array that is copied with each change. */
const FEW = 12;

type Tree<Value> = ImmutableMap<string, Value>;
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
    for (const [key] of this.entries()) yield key;
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
      this.#tree?.set(key, value);
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
      this.#tree?.delete(key);
      return;
    }
    const at = this.#place(key, pairs);
    if (at < pairs.length && pairs[at] === key) pairs.splice(at, 2);
  }

  /** Equal content has equal shape, whatever way it came about. */
  done(): CompactMap<Value> {
    if (this.#pairs !== null) return CompactMap.fromPairs(this.#pairs.slice());
    if (this.#tree === null) return this.#before;
    if (this.#tree.size > FEW) return CompactMap.fromTree(this.#tree.asImmutable());
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
    else this.#tree = (content as Tree<Value>).asMutable();
    return this.#pairs;
  }

  /** Where a key stands among the pairs, or would. */
  #place(key: string, pairs: Pairs<Value>): number {
    let at = 0;
    while (at < pairs.length && (pairs[at] as string) < key) at += 2;
    return at;
  }
}
