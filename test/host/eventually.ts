/** Waiting for what comes by itself: a provider's answer, a decoration, a process. */

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again until the answer is there (anything but undefined, null, false), and gives it. Throws after the limit,
 * with what was waited for, the seconds and the last error.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  limitMs = 30_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await sleep(100);
  } while (Date.now() < end);
  throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}`, last === undefined ? undefined : { cause: last });
}
