/** Work in small steps, as generators: between them whoever drives it may answer somebody else, or give it up. */

/** So many nodes or articles are looked at in a step: some milliseconds. */
export const STRIDE = 64;

export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Work that is done once, whoever drives it: one who comes while it is under way takes it on where another has left it. */
export class SharedSteps<Result> {
  readonly #begin: () => Generator<void, Result>;
  #steps: Generator<void, Result> | null = null;
  #done: { readonly result: Result } | null = null;

  constructor(begin: () => Generator<void, Result>) {
    this.#begin = begin;
  }

  /** Throws what the work throws; whoever comes then begins it anew. */
  *join(): Generator<void, Result> {
    while (this.#done === null) {
      this.#steps ??= this.#begin();
      try {
        const step = this.#steps.next();
        if (step.done === true) {
          this.#done = { result: step.value };
          this.#steps = null;
          break;
        }
      } catch (error) {
        this.#steps = null;
        throw error;
      }
      yield;
    }
    return this.#done.result;
  }
}
