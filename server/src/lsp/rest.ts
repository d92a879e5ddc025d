/**
 * What answering took is given back once nobody asks any more. V8 collects when much is allocated, not when nothing is: after some hundred
 * questions to a large corpus a hundred megabytes would stay for as long as the reader reads.
 */
import { getHeapStatistics } from 'node:v8';
import { giveMemoryBack } from '../corpus/give-back.ts';

/** So long (ms) after the last question. */
const QUIET = 8000;
/** Bytes of the heap more than after the last time; less is not worth the tenths of a second that it takes. */
const WORTH = 40_000_000;
/** Bytes of the heap of a server that has little to hold. */
const LITTLE = 60_000_000;

export class Rest {
  readonly #quiet: number;
  #timer: NodeJS.Timeout | null = null;
  #last = 0;
  /** Bytes that the heap had when the last was given back. */
  #least = LITTLE;

  /** `quiet`: ms after the last question. */
  constructor(quiet = QUIET) {
    this.#quiet = quiet;
  }

  /** Somebody asked something, or something was read. */
  stirred(): void {
    this.#last = performance.now();
    this.#timer ??= this.#wait(this.#quiet);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #wait(time: number): NodeJS.Timeout {
    // Nobody's process lives on for this.
    return setTimeout(() => this.#look(), time).unref();
  }

  #look(): void {
    const quiet = performance.now() - this.#last;
    this.#timer = quiet < this.#quiet ? this.#wait(this.#quiet - quiet) : null;
    if (this.#timer !== null) return;
    const { total_heap_size: size } = getHeapStatistics();
    if (size - this.#least < WORTH) return;
    giveMemoryBack();
    this.#least = Math.max(LITTLE, getHeapStatistics().total_heap_size);
  }
}
