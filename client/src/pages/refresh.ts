/** When a page is told that what it shows may have changed, so that it asks again. */

/** After a change it asks anew no oftener than this (ms) … */
const EVERY = 1000;
/** … and takes no more than one part in so many of the server's time. */
const SHARE = 8;

/**
 * While a question is under way the page is not made to ask the next one, which would call it off: where an answer takes longer than
 * changes come, as in a large corpus that is being read, none would ever be given.
 */
export class Refresh {
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;
  #wasReady = false;
  #isAsking = false;
  /** There was a change of which the page was not told. */
  #isStale = false;
  #pause = EVERY;

  /** `tell`: has the page ask again. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** The page listens. One that was hidden comes back as it was at first. */
  ready(): void {
    this.#isStale ||= this.#wasReady;
    this.#isReady = this.#wasReady = true;
    this.#tellSoon();
  }

  hidden(): void {
    this.#isReady = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  changed(): void {
    this.#isStale = true;
    this.#tellSoon();
  }

  asking(): void {
    this.#isAsking = true;
  }

  /** The last question was answered, in so many ms. */
  answered(took: number): void {
    this.#isAsking = false;
    this.#pause = Math.max(EVERY, SHARE * took);
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (!this.#isStale || !this.#isReady || this.#isAsking) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isReady || this.#isAsking) return;
      this.#isStale = false;
      this.#tell();
    }, this.#pause);
  }
}
