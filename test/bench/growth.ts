/**
 * How one operation of the built server grows with the corpus, and whether by no more than it may: `[flat]`, the same for any number of
 * articles, `[linear]`, as many times more as there are articles. Gates between the smallest and the largest size need no fixed hardware.
 * The files in operations/ have one operation each:
 *
 *     npm run build && node test/bench/operations/hover.ts [folder] [sizes]
 *
 * `folder`: where articles are taken from, made-up ones without it; `sizes`: how many, `100,1000` without it (articles of a folder that has
 * fewer come round again, and with them their persons: these are then no measure of `[flat]`). Ends with code 1 where it grows by more.
 */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TestClient } from '../server/client.ts';
import { syntheticCorpus } from '../unit/corpus/synthetic.ts';
import { articlesIn, fillCorpus, memoryOf, type Place, persons, untilKept, untilReady } from './served.ts';

/** The best of so many: a busy machine slows any of them. */
const ROUNDS = 3;
const ASKED = 20;
/** How many times more than it may an operation takes before it counts as growing: start and compiling are in the smallest size, too. */
const SLACK = { flat: 4, linear: 2 };
/** What takes less (ms) is not told apart. */
const LEAST = 1;
/** A file written a moment ago is read again to be sure of it (seconds of the epoch). */
const LONG_AGO = 1_600_000_000;

/** A server that has read, or is reading, a folder of so many articles. */
export interface Session {
  readonly client: TestClient;
  readonly files: readonly string[];
  /** When its process was started (`performance.now`). */
  readonly started: number;
  /** Where it keeps what it read. */
  readonly storage: string;
}

/** `measure`: milliseconds, or megabytes, of one session. `from`: whether all was read by an earlier session. */
export async function bench(
  operation: string,
  growth: 'flat' | 'linear',
  measure: (session: Session) => Promise<number>,
  from: 'nothing' | 'cache' = 'nothing',
): Promise<void> {
  const [source, sizes = '100,1000'] = process.argv.slice(2);
  const measured: { readonly size: number; readonly best: number }[] = [];
  for (const size of sizes.split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'fihris-bench-'));
    try {
      if (source) await fillCorpus(source, folder, size);
      else makeUp(folder, size);
      for (const file of articlesIn(folder)) utimesSync(file, LONG_AGO, LONG_AGO);
      const best = await bestOf(folder, measure, from);
      measured.push({ size, best });
      console.log(`[${growth}] ${operation}, ${size} articles: ${best.toFixed(1)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [first] = measured;
  const last = measured.at(-1);
  if (first === undefined || last === undefined) return;
  const times = Math.max(last.best, LEAST) / Math.max(first.best, LEAST);
  const most = SLACK[growth] * (growth === 'flat' ? 1 : last.size / first.size);
  console.log(
    `${(last.size / first.size).toFixed(1)} times the articles, ${times.toFixed(1)} times as much; at most ${most}`,
  );
  if (times > most) process.exitCode = 1;
}

async function bestOf(
  folder: string,
  measure: (session: Session) => Promise<number>,
  from: 'nothing' | 'cache',
): Promise<number> {
  const storage = mkdtempSync(join(tmpdir(), 'fihris-bench-kept-'));
  const files = articlesIn(folder);
  const opened = async (work: (session: Session) => Promise<number>) => {
    const started = performance.now();
    const client = await TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true, storage } });
    try {
      return await work({ client, files, started, storage });
    } finally {
      await client.stop();
    }
  };
  try {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      if (from === 'nothing') rmSync(storage, { recursive: true, force: true });
      else if (round === 0)
        await opened(async ({ client }) => {
          await untilReady(client);
          await untilKept(storage);
          return 0;
        });
      best = Math.min(best, await opened(measure));
    }
    return best;
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

function makeUp(folder: string, count: number): void {
  for (const [path, text] of syntheticCorpus(count)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The middle one of the times (ms) that `ask` takes for persons in articles spread over the corpus, once each has been asked about. */
export const asking =
  (ask: (client: TestClient, place: Place) => Promise<unknown>) =>
  async ({ client, files }: Session): Promise<number> => {
    await untilReady(client);
    const places = await persons(client, files, ASKED);
    for (const place of places) await ask(client, place);
    const times: number[] = [];
    for (const place of places) {
      const began = performance.now();
      await ask(client, place);
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  };

/** As `asking`, a request about the place of the person. */
export const requesting = (method: string, more: object = {}) =>
  asking((client, { uri, mark }) =>
    client.request(method, { textDocument: { uri }, position: mark.range.start, ...more }),
  );

export { memoryOf, untilReady };
