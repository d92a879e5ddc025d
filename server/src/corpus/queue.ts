/**
 * First in, first out, each item once; some may be put before the others. A Set alone would do, but taking from its front takes ever longer
 * as it empties.
 */
export class Queue<T> {
  readonly #members = new Set<T>();
  /** Members in order from `#head` on; what is no longer a member, or stands earlier too, is passed over. */
  #order: T[] = [];
  #head = 0;
  /** Members that are put before the others, the first one last. */
  #hurried: T[] = [];

  get size(): number {
    return this.#members.size;
  }

  has(item: T): boolean {
    return this.#members.has(item);
  }

  add(item: T): void {
    if (this.#members.has(item)) return;
    this.#members.add(item);
    this.#order.push(item);
  }

  delete(item: T): boolean {
    return this.#members.delete(item);
  }

  /** Puts these before all others, in their order, as far as they are members. */
  hurry(items: readonly T[]): void {
    for (let i = items.length - 1; i >= 0; i--) if (this.#members.has(items[i] as T)) this.#hurried.push(items[i] as T);
  }

  clear(): void {
    this.#members.clear();
    this.#hurried = [];
    this.#order = [];
    this.#head = 0;
  }

  /** Takes the first item; undefined where there is none. */
  take(): T | undefined {
    for (let item = this.#hurried.pop(); item !== undefined; item = this.#hurried.pop())
      if (this.#members.delete(item)) return item;
    while (this.#head < this.#order.length) {
      const item = this.#order[this.#head++] as T;
      if (this.#members.delete(item)) return item;
    }
    this.clear();
    return undefined;
  }

  /** The items in order, which stay. */
  *[Symbol.iterator](): Generator<T> {
    const seen = new Set<T>();
    for (let i = this.#hurried.length - 1; i >= 0; i--) {
      const item = this.#hurried[i] as T;
      if (!this.#members.has(item) || seen.has(item)) continue;
      seen.add(item);
      yield item;
    }
    for (let i = this.#head; i < this.#order.length; i++) {
      const item = this.#order[i] as T;
      if (!this.#members.has(item) || seen.has(item)) continue;
      seen.add(item);
      yield item;
    }
  }
}
