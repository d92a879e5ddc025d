/** First in, first out, each item once. A Set alone would do, but taking from its front takes ever longer as it empties. */
export class Queue<T> {
  readonly #members = new Set<T>();
  /** Members in order from `#head` on; what is no longer a member, or stands earlier too, is passed over. */
  #order: T[] = [];
  #head = 0;

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

  clear(): void {
    this.#members.clear();
    this.#order = [];
    this.#head = 0;
  }

  /** Takes the first item; undefined where there is none. */
  take(): T | undefined {
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
    for (let i = this.#head; i < this.#order.length; i++) {
      const item = this.#order[i] as T;
      if (!this.#members.has(item) || seen.has(item)) continue;
      seen.add(item);
      yield item;
    }
  }
}
