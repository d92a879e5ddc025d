/**
 * Reads files for whoever must have them at once, on a thread of its own: an answer that quotes an article waits for its file, but no
 * longer than a moment. On a mount that hangs the thread hangs, and the server goes on.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { ArticlePath } from '../resolve/entities.ts';
import { Unreadable } from './door.ts';
import { Hung } from './hung.ts';
import type { FileProblem } from './problems.ts';
import { NowReader } from './read-now.ts';

/** What the thread is sent. `folder`: an absolute path of the system. */
export interface Wanted {
  readonly folder: string;
  readonly path: ArticlePath;
  readonly limit: number;
}

/** What it sends back. */
export type Found = { readonly bytes: Uint8Array } | { readonly problem: FileProblem };

/** What it is started with. `signal`: how much was asked, and how much was answered, the start counting as one. */
export interface Given {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

export const ASKED = 0;
export const ANSWERED = 1;

/** A file that has not come after so long (ms) is quoted without its words: a disk takes a few milliseconds, a network a few tens. */
const READ_WITHIN = 1000;

/** Only a machine that is short of everything takes so long (ms) to start a thread. */
const START_WITHIN = 5000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
  asked: number;
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

  /** The whole file of a folder. Throws Unreadable; Hung where it does not come, and for that folder until it has. */
  read(wanted: Wanted): Uint8Array {
    const { folder } = wanted;
    const hung = this.#hung.get(folder);
    if (hung !== undefined) throw hung;
    const thread = this.#ready();
    if (thread === null) return new NowReader(folder).read(wanted.path, wanted.limit);
    const answered = thread.asked;
    thread.asked++;
    thread.port.postMessage(wanted);
    Atomics.store(thread.signal, ASKED, thread.asked);
    Atomics.notify(thread.signal, ASKED);
    if (Atomics.wait(thread.signal, ANSWERED, answered, this.#within) === 'timed-out')
      throw this.#hangs(thread, folder);
    const found = receiveMessageOnPort(thread.port)?.message as Found;
    if ('problem' in found) throw new Unreadable(found.problem);
    return found.bytes;
  }

  dispose(): void {
    for (const worker of [...this.#stuck, ...(this.#thread === null ? [] : [this.#thread.worker])])
      void worker.terminate();
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
    const signal = new Int32Array(new SharedArrayBuffer(8));
    const given: Given = { port: port2, signal };
    const worker = new Worker(this.#program, { workerData: given, transferList: [port2], name: 'fihris reading' });
    const thread: Thread = { worker, port, signal, asked: 1 };
    worker.on('error', () => this.#break(thread));
    worker.unref();
    port.unref();
    this.#thread = thread;
    return thread;
  }

  #break(thread: Thread): void {
    if (this.#thread !== thread) return;
    this.#isBroken = true;
    this.#thread = null;
    void thread.worker.terminate();
  }

  /** It is left to itself; other folders get another one. */
  #hangs(thread: Thread, folder: string): Hung {
    this.#thread = null;
    this.#stuck.add(thread.worker);
    const ended = new Promise<void>((resolve) => {
      thread.port.once('message', () => {
        this.#hung.delete(folder);
        this.#stuck.delete(thread.worker);
        void thread.worker.terminate();
        resolve();
      });
    });
    thread.port.unref();
    const hung = new Hung(ended);
    this.#hung.set(folder, hung);
    return hung;
  }
}
