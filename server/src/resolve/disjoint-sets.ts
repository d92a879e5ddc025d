/** Disjoint sets of strings: elements are joined, and each set has one of its elements for a root. */
export class DisjointSets {
  readonly #parents = new Map<string, string>();

  /** Makes a set of the element, unless it is in one. */
  add(element: string): void {
    if (!this.#parents.has(element)) this.#parents.set(element, element);
  }

  join(a: string, b: string): void {
    this.add(a);
    this.add(b);
    this.#parents.set(this.rootOf(a), this.rootOf(b));
  }

  /** The same for two elements of one set; of an element never added, itself. */
  rootOf(element: string): string {
    let root = element;
    for (let next = this.#parents.get(root); next !== undefined && next !== root; next = this.#parents.get(root)) {
      // Halve the path as it is walked, so that long chains do not stay long.
      const over = this.#parents.get(next) ?? next;
      this.#parents.set(root, over);
      root = over;
    }
    return root;
  }
}
