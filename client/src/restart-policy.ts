/** When a server that ended by itself is started again: later each time, and not for ever. */

/** Waiting times in milliseconds before the first, second, … restart; one crash more and it stays down. */
const DELAYS = [250, 1000, 3000, 8000];
/** A server that has lived this long since its crash starts counting anew. */
const FORGET_MS = 3 * 60_000;

export class RestartPolicy {
  #crashes: number[] = [];

  /** Milliseconds to wait before starting again after a crash at `now` (milliseconds of any clock); null: give up. */
  afterCrash(now: number): number | null {
    this.#crashes = this.#crashes.filter((crash) => now - crash < FORGET_MS);
    this.#crashes.push(now);
    return DELAYS[this.#crashes.length - 1] ?? null;
  }

  /** Crashes that count, the last one included. */
  get crashes(): number {
    return this.#crashes.length;
  }

  /** A person asked for a restart: earlier crashes no longer count. */
  forget(): void {
    this.#crashes = [];
  }
}
