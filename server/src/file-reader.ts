/**
 * Entry of the thread that reads the files which answers quote, asks for the stamps of many, and looks which words stand in which of those
 * that nobody has read yet (server/src/corpus/reading-thread.ts): asleep until something is wanted. Files that answers quote come first.
 */
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Unreadable } from './corpus/door.ts';
import { decodeText, isDecoded } from './corpus/encoding.ts';
import { giveMemoryBack } from './corpus/give-back.ts';
import { NowReader } from './corpus/read-now.ts';
import {
  ANSWERED,
  ASKED,
  type AsideFound,
  type AsideWanted,
  type Found,
  type Given,
  type Wanted,
} from './corpus/reading-thread.ts';
import { UnreadWords } from './corpus/unread-words.ts';

/** Done between two looks whether a file is wanted, which takes a millisecond: stamps asked for, and files read for their words. */
const STAMPS_STEP = 256;
const WORDS_STEP = 8;

/** A longer file (bytes) is no article that has to be found before it is read. */
const LONGEST = 200_000;

/** A piece of work that is done in steps. Gives what came of it when that was the last step. */
type Job = () => AsideFound | null;

const { port, aside, signal } = workerData as Given;
const readers = new Map<string, NowReader>();
/** By folder, while articles of it are to be read. */
const words = new Map<string, UnreadWords>();
const utf8 = new TextDecoder('utf-8', { fatal: true });
let job: Job | null = null;
let answered = 0;
say();

for (;;) {
  const asked = Atomics.load(signal, ASKED);
  const wanted = receiveMessageOnPort(port)?.message as Wanted | undefined;
  if (wanted !== undefined) {
    const found = read(wanted);
    port.postMessage(found, 'bytes' in found ? [found.bytes.buffer as ArrayBuffer] : []);
    say();
    continue;
  }
  job ??= nextJob();
  if (job === null) {
    Atomics.wait(signal, ASKED, asked);
    continue;
  }
  const found = job();
  if (found === null) continue;
  aside.postMessage(found, 'stamps' in found ? [found.stamps.buffer as ArrayBuffer] : []);
  job = null;
}

function say(): void {
  answered++;
  Atomics.store(signal, ANSWERED, answered);
  Atomics.notify(signal, ANSWERED);
}

function readerOf(folder: string): NowReader {
  let reader = readers.get(folder);
  if (reader === undefined) {
    reader = new NowReader(folder);
    readers.set(folder, reader);
  }
  return reader;
}

function read({ folder, path, limit }: Wanted): Found {
  try {
    return { bytes: readerOf(folder).read(path, limit) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
}

function nextJob(): Job | null {
  const wanted = receiveMessageOnPort(aside)?.message as AsideWanted | undefined;
  if (wanted === undefined) return null;
  const { folder } = wanted;
  if ('names' in wanted) return () => ({ articles: wanted.names.map((name) => words.get(folder)?.find(name) ?? []) });
  if ('forget' in wanted) {
    return () => {
      // Nothing else that this thread does would ever have what they took collected.
      if (words.delete(folder)) giveMemoryBack();
      return { took: 0 };
    };
  }
  const paths = wanted.paths.split('\0');
  return 'first' in wanted ? wordsOf(folder, paths, wanted.first) : stampsOf(readerOf(folder), paths);
}

function stampsOf(reader: NowReader, paths: readonly string[]): Job {
  const stamps = new Float64Array(2 * paths.length);
  return inSteps(
    paths.length,
    STAMPS_STEP,
    (at) => {
      const stamp = reader.stamp(paths[at] as string);
      stamps[2 * at] = stamp?.size ?? Number.NaN;
      stamps[2 * at + 1] = stamp?.modified ?? Number.NaN;
    },
    (took) => ({ stamps, took }),
  );
}

/** `first`: the number of the first of the files. Of a file that cannot be read no word is known. */
function wordsOf(folder: string, paths: readonly string[], first: number): Job {
  let all = words.get(folder);
  if (all === undefined || first === 0) {
    all = new UnreadWords();
    words.set(folder, all);
  }
  const known = all;
  return inSteps(
    paths.length,
    WORDS_STEP,
    (at) => {
      const found = read({ folder, path: paths[at] as string, limit: LONGEST });
      const text = 'bytes' in found ? textOf(found.bytes) : null;
      if (text !== null) known.add(first + at, text);
    },
    (took) => ({ took }),
  );
}

/** What a file says, without a close look at what it is: that is taken when it is read. Null where it is no text. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
    // So half of an Arabic letter looks in UTF-16.
    if (!text.includes('\u0006')) return text;
  } catch {
    // It is no UTF-8.
  }
  const decoded = decodeText(bytes);
  return isDecoded(decoded) ? decoded.text : null;
}

/** `work` on each number below `count`, `step` of them at a time; then `end`, given the time (ms) that they took. */
function inSteps(count: number, step: number, work: (at: number) => void, end: (took: number) => AsideFound): Job {
  let done = 0;
  let took = 0;
  return () => {
    const began = performance.now();
    for (const to = Math.min(count, done + step); done < to; done++) work(done);
    took += performance.now() - began;
    return done < count ? null : end(took);
  };
}
