import assert from 'node:assert/strict';

/** Rounds after which the smallest times of both sizes stand: a busy machine slows single rounds, hardly all of them. */
const ROUNDS = 8;

/**
 * Checks that the time of `run` grows with the size and not with its square: `times` the size takes less than four times `times` as long.
 * Needs no fixed hardware and no idle one: times are those of this thread on a core, the best of several rounds for each size, and both
 * sizes are measured in turns. `prepare` makes what is not measured.
 */
export function checkGrowth(prepare: (size: number) => () => unknown, small: number, times: number, what = ''): void {
  const runs = [prepare(small), prepare(small * times)] as const;
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  runs[0]();
  for (let round = 0; round < ROUNDS; round++) {
    for (const size of [0, 1] as const) {
      const before = process.threadCpuUsage();
      runs[size]();
      const { user, system } = process.threadCpuUsage(before);
      best[size] = Math.min(best[size], user + system);
    }
    // The clock of a core ticks in steps: what takes less than one is taken as one.
    if (best[1] < 4 * times * Math.max(best[0], 1000)) return;
  }
  assert.fail(`${what} ${times} times the size took ${(best[1] / best[0]).toFixed(1)} times as long`);
}
