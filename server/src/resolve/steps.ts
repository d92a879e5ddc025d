/** Work in small steps, as generators: between them whoever drives it may answer somebody else, or give it up. */

/** So many nodes or articles are looked at in a step: some milliseconds. */
export const STRIDE = 64;

export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
