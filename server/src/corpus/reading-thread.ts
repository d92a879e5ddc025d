/**
 * Reads files for whoever must have them at once, on a thread of its own: an answer that quotes an article waits for its file, but no
 * longer than a moment. On a mount that hangs the thread hangs, and the server goes on. While no file is wanted it says what the system
 * says of many files, so that a server that starts asks for these while it does other things.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { ArticlePath } from '../resolve/entities.ts';
import { Hung } from './hung.ts';
import { NowReader } from './read-now.ts';

/** What the thread is sent. `folder`: an absolute path of the system; `limit`: of each file, in bytes. */
export interface Wanted {
  readonly folder: string;
  readonly paths: readonly ArticlePath[];
  readonly limit: number;
}

/** What it sends back: of each file its bytes, null where it cannot be read. */
export type Found = (Uint8Array | null)[];

/** Files whose stamps are wanted: their paths, with a NUL between them. */
export interface StampsWanted {
  readonly folder: string;
  readonly paths: string;
}

/** Size (bytes) and time (ms of the epoch) of each, NaN where there is no plain file, and how long (ms) it took to ask. */
export interface StampsFound {
  readonly stamps: Float64Array;
  readonly took: number;
}

/** What it is started with. `aside`: for stamps. `signal`: how much was asked, and how often files were sent back, the start counting as one. */
export interface Given {
  readonly port: MessagePort;
  readonly aside: MessagePort;
  readonly signal: Int32Array;
}

export const ASKED = 0;
export const ANSWERED = 1;

/** Files whose stamps are asked for in one message (some 10 ms of a disk): that one was answered is a word from the disk. */
const STAMPS_AT_ONCE = 2048;

/** Files that have not come after so long (ms) are quoted without their words: for each a disk takes a few milliseconds, a network a few tens. */
const READ_WITHIN = 1000;

/** Only a machine that is short of everything takes so long (ms) to start a thread. */
const START_WITHIN = 5000;

interface Waiting {
  resolve(found: StampsFound): void;
  reject(reason: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly aside: MessagePort;
  readonly signal: Int32Array;
  /** How often files were, the start counting as one. */
  asked: number;
  /** Those who wait for stamps, in the order in which they asked. */
  readonly waiting: Waiting[];
}

export class ReadingThread {
  readonly #program: URL;
  readonly #within: number;
  #thread: Thread | null = null;
  /** It cannot be had: files are read here. */
  #isBroken = false;
  /** By folder: what it waits for, while it does not answer. */
  readonly #hung = new Map<string, Hung>();
  /** Those that hang. */
  readonly #stuck = new Set<Worker>();

  /** `program`: the bundled server/src/file-reader.ts. `readWithin`: milliseconds. */
  constructor(program: URL, readWithin = READ_WITHIN) {
    this.#program = program;
    this.#within = readWithin;
  }

  /** Before anybody waits. */
  start(): void {
    this.#started();
  }

  /** Whole files of a folder. Throws Hung where they do not come, and for that folder until they have. */
  read(wanted: Wanted): Found {
    const { folder } = wanted;
    const hung = this.#hung.get(folder);
    if (hung !== undefined) throw hung;
    const thread = this.#ready();
    if (thread === null) return new NowReader(folder).readAll(wanted.paths, wanted.limit);
    const answered = thread.asked;
    thread.asked++;
    thread.port.postMessage(wanted);
    wake(thread);
    if (Atomics.wait(thread.signal, ANSWERED, answered, this.#within) === 'timed-out')
      throw this.#hangs(thread, folder);
    return receiveMessageOnPort(thread.port)?.message as Found;
  }

  /**
   * Stamps of files of a folder. `word` is called whenever some of them have come. Rejects where the thread cannot be had, or is lost.
   */
  async stamps(folder: string, paths: readonly ArticlePath[], word: () => void): Promise<StampsFound> {
    const thread = this.#started();
    if (thread === null) throw new Error('no thread');
    const parts: Promise<void>[] = [];
    const stamps = new Float64Array(2 * paths.length);
    let took = 0;
    for (let at = 0; at < paths.length; at += STAMPS_AT_ONCE) {
      const wanted: StampsWanted = { folder, paths: paths.slice(at, at + STAMPS_AT_ONCE).join('\0') };
      thread.aside.ref();
      thread.aside.postMessage(wanted);
      const coming = new Promise<StampsFound>((resolve, reject) => thread.waiting.push({ resolve, reject }));
      parts.push(
        coming.then((found) => {
          stamps.set(found.stamps, 2 * at);
          took += found.took;
          word();
        }),
      );
    }
    wake(thread);
    await Promise.all(parts);
    return { stamps, took };
  }

  dispose(): void {
    for (const worker of this.#stuck) void worker.terminate();
    if (this.#thread !== null) end(this.#thread);
    this.#thread = null;
    this.#isBroken = true;
  }

  /** The thread with nothing to do; null where there can be none. */
  #ready(): Thread | null {
    const thread = this.#started();
    if (thread === null) return null;
    try {
      if (thread.asked > 1 || Atomics.wait(thread.signal, ANSWERED, 0, START_WITHIN) !== 'timed-out') return thread;
    } catch {
      // Not every program that Node runs in lets its first thread wait.
    }
    this.#break(thread);
    return null;
  }

  #started(): Thread | null {
    if (this.#isBroken) return null;
    if (this.#thread !== null) return this.#thread;
    const { port1: port, port2 } = new MessageChannel();
    const { port1: aside, port2: aside2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(8));
    const given: Given = { port: port2, aside: aside2, signal };
    const worker = new Worker(this.#program, {
      workerData: given,
      transferList: [port2, aside2],
      name: 'fihris reading',
    });
    const thread: Thread = { worker, port, aside, signal, asked: 1, waiting: [] };
    worker.on('error', () => this.#break(thread));
    aside.on('message', (found: StampsFound) => {
      thread.waiting.shift()?.resolve(found);
      if (thread.waiting.length === 0) aside.unref();
    });
    worker.unref();
    port.unref();
    aside.unref();
    this.#thread = thread;
    return thread;
  }

  #break(thread: Thread): void {
    if (this.#thread !== thread) return;
    this.#isBroken = true;
    this.#thread = null;
    end(thread);
  }

  /** It is left to itself; other folders get another one. */
  #hangs(thread: Thread, folder: string): Hung {
    this.#thread = null;
    this.#stuck.add(thread.worker);
    const ended = new Promise<void>((resolve) => {
      thread.port.once('message', () => {
        this.#hung.delete(folder);
        this.#stuck.delete(thread.worker);
        end(thread);
        resolve();
      });
    });
    thread.port.unref();
    const hung = new Hung(ended);
    this.#hung.set(folder, hung);
    return hung;
  }
}

/** Has it look what is wanted. */
function wake({ signal }: Thread): void {
  Atomics.add(signal, ASKED, 1);
  Atomics.notify(signal, ASKED);
}

/** Nobody waits for it any longer. */
function end({ worker, waiting, aside }: Thread): void {
  void worker.terminate();
  for (const { reject } of waiting.splice(0)) reject(new Error('the thread ended'));
  aside.unref();
}
