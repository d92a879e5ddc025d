/**
 * `fihris resolve`: any number of files of facts become one index, sorted by path. Which file comes first, and what was merged with
 * what before, makes no difference: of several records of one article the greatest stays, whatever its place. Memory is bounded: what
 * does not fit is sorted in runs on the disk, which are then merged.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { headerLine, isWhole, pathOf, recipeOf, recordLine } from '../corpus/facts-record.ts';
import type { FactsLine } from './facts.ts';
import { linesIn } from './lines.ts';

export interface MergeOptions {
  readonly inputs: readonly string[];
  readonly output: string;
  /** UTF-16 code units of lines that are held at a time. */
  readonly memory?: number;
  /** Runs that are read at a time. */
  readonly fanIn?: number;
  /** A line that is no facts, by file and number from 1; the rest goes on. */
  readonly complain: (file: string, line: number) => void;
}

/** Facts of different recipes cannot be one index. */
export class MixedRecipes extends Error {}

const MEMORY = 64_000_000;
const FAN_IN = 64;

/** A line of an index, with the path that it is sorted by. */
interface Line {
  readonly path: string;
  readonly line: string;
}

/** Gives how many articles the index has. The output is there whole or not at all. */
export async function mergeFacts(options: MergeOptions): Promise<number> {
  const { inputs, output, memory = MEMORY, fanIn = FAN_IN, complain } = options;
  const folder = await mkdtemp(join(dirname(output), '.fihris-resolve-'));
  try {
    let recipe: string | null = null;
    let made = 0;
    const newRun = () => join(folder, `run-${made++}`);
    const note = (found: string, file: string) => {
      if (recipe !== null && recipe !== found) throw new MixedRecipes(file);
      recipe = found;
    };
    let runs: string[] = [];
    let held = new Map<string, string>();
    let size = 0;
    const spill = async () => {
      const run = newRun();
      await write(run, sorted(held));
      runs.push(run);
      held = new Map();
      size = 0;
    };
    for (const file of inputs)
      for await (const { path, line } of readLines(file, note, complain)) {
        const before = held.get(path);
        const stays = before === undefined || line > before;
        if (stays) held.set(path, line);
        if (stays) size += line.length - (before?.length ?? 0);
        if (size >= memory) await spill();
      }
    if (held.size > 0 || runs.length === 0) await spill();
    while (runs.length > fanIn) {
      const merged = newRun();
      const some = runs.slice(0, fanIn);
      await write(merged, merge(some.map(readRun)));
      for (const run of some) await rm(run);
      runs = [...runs.slice(fanIn), merged];
    }
    let count = 0;
    const whole = join(folder, basename(output));
    await write(
      whole,
      (async function* () {
        yield headerLine(recipe ?? '');
        for await (const line of merge(runs.map(readRun))) {
          count++;
          yield line;
        }
      })(),
    );
    const handle = await open(whole);
    await handle.sync();
    await handle.close();
    await rename(whole, output);
    return count;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const write = (file: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> =>
  pipeline(Readable.from(lines), createWriteStream(file));

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* sorted(lines: ReadonlyMap<string, string>): Generator<string> {
  for (const [, line] of [...lines].sort(([a], [b]) => byCodeUnit(a, b))) yield line;
}

/** Lines of NDJSON as `fihris facts` prints it, or of an index. */
async function* readLines(
  file: string,
  note: (recipe: string, file: string) => void,
  complain: MergeOptions['complain'],
): AsyncGenerator<Line> {
  let number = 0;
  let isIndex = false;
  for await (const text of linesOf(file)) {
    number++;
    const recipe = number === 1 ? recipeOf(Buffer.from(`${text}\n`)) : null;
    if (recipe !== null) {
      isIndex = true;
      note(recipe, file);
      continue;
    }
    if (text === '') continue;
    const line = isIndex ? lineOfIndex(text) : lineOfFacts(text, (found) => note(found, file));
    if (line === null) complain(file, number);
    else yield line;
  }
}

const linesOf = (file: string) => linesIn(file === '-' ? process.stdin : createReadStream(file));

function lineOfIndex(text: string): Line | null {
  const bytes = Buffer.from(text);
  const path = isWhole(bytes) ? pathOf(bytes) : null;
  return path === null ? null : { path, line: `${text}\n` };
}

function lineOfFacts(text: string, note: (recipe: string) => void): Line | null {
  let value: Partial<FactsLine>;
  try {
    value = JSON.parse(text) as Partial<FactsLine>;
    const { recipe, article, facts } = value;
    if (typeof recipe !== 'string' || typeof article?.path !== 'string' || typeof facts !== 'object') return null;
    const line = { path: article.path, line: recordLine({ ...article, json: JSON.stringify(facts) }) };
    if (lineOfIndex(line.line.slice(0, -1)) === null) return null;
    note(recipe);
    return line;
  } catch (error) {
    if (error instanceof MixedRecipes) throw error;
    return null;
  }
}

async function* readRun(file: string): AsyncGenerator<Line> {
  for await (const text of linesOf(file)) {
    const line = lineOfIndex(text);
    if (line !== null) yield line;
  }
}

/** Sorted lines of sorted runs; of one path the greatest. */
async function* merge(runs: readonly AsyncGenerator<Line>[]): AsyncGenerator<string> {
  const heads: { run: AsyncGenerator<Line>; head: Line }[] = [];
  for (const run of runs) {
    const { value, done } = await run.next();
    if (!done) heads.push({ run, head: value });
  }
  while (heads.length > 0) {
    let least = (heads[0] as (typeof heads)[number]).head.path;
    for (const { head } of heads) if (head.path < least) least = head.path;
    let greatest = '';
    for (let at = heads.length - 1; at >= 0; at--) {
      const each = heads[at] as (typeof heads)[number];
      if (each.head.path !== least) continue;
      if (each.head.line > greatest) greatest = each.head.line;
      const { value, done } = await each.run.next();
      if (done) heads.splice(at, 1);
      else each.head = value;
    }
    yield greatest;
  }
}
