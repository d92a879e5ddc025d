/** Calls at once, then at most every `interval` ms, the last call never lost: for news that may come in crowds. */
export class Throttle {
  readonly #interval: number;
  readonly #call: () => void;
  #timer: NodeJS.Timeout | null = null;
  #again = false;

  constructor(interval: number, call: () => void) {
    this.#interval = interval;
    this.#call = call;
  }

  trigger(): void {
    if (this.#timer !== null) {
      this.#again = true;
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#again) return;
      this.#again = false;
      this.trigger();
    }, this.#interval);
    this.#call();
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#again = false;
  }
}
