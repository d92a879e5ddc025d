/**
 * Entry of the thread that reads the files which answers quote, and asks for the stamps of many (server/src/corpus/reading-thread.ts):
 * asleep until something is wanted. Files come first.
 */
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { NowReader } from './corpus/read-now.ts';
import {
  ANSWERED,
  ASKED,
  type Found,
  type Given,
  type StampsFound,
  type StampsWanted,
  type Wanted,
} from './corpus/reading-thread.ts';

/** Stamps asked for between two looks whether a file is wanted: a millisecond of a disk. */
const STEP = 256;

interface Job {
  readonly reader: NowReader;
  readonly paths: readonly string[];
  readonly stamps: Float64Array;
  done: number;
  took: number;
}

const { port, aside, signal } = workerData as Given;
const readers = new Map<string, NowReader>();
let job: Job | null = null;
let answered = 0;
say();

for (;;) {
  const asked = Atomics.load(signal, ASKED);
  const wanted = receiveMessageOnPort(port)?.message as Wanted | undefined;
  if (wanted !== undefined) {
    const found: Found = readerOf(wanted.folder).readAll(wanted.paths, wanted.limit);
    port.postMessage(
      found,
      found.filter((bytes) => bytes !== null).map(({ buffer }) => buffer as ArrayBuffer),
    );
    say();
    continue;
  }
  job ??= nextJob();
  if (job === null) Atomics.wait(signal, ASKED, asked);
  else if (isDoneAfterStep(job)) job = null;
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

function nextJob(): Job | null {
  const wanted = receiveMessageOnPort(aside)?.message as StampsWanted | undefined;
  if (wanted === undefined) return null;
  const paths = wanted.paths.split('\0');
  return { reader: readerOf(wanted.folder), paths, stamps: new Float64Array(2 * paths.length), done: 0, took: 0 };
}

function isDoneAfterStep(job: Job): boolean {
  const { reader, paths, stamps } = job;
  const began = performance.now();
  const end = Math.min(paths.length, job.done + STEP);
  for (let at = job.done; at < end; at++) {
    const stamp = reader.stamp(paths[at] as string);
    stamps[2 * at] = stamp?.size ?? Number.NaN;
    stamps[2 * at + 1] = stamp?.modified ?? Number.NaN;
  }
  job.done = end;
  job.took += performance.now() - began;
  if (end < paths.length) return false;
  aside.postMessage({ stamps, took: job.took } satisfies StampsFound, [stamps.buffer as ArrayBuffer]);
  return true;
}
