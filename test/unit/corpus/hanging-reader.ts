/** A thread that reads files and, of the folders whose name begins with `hangs`, none until there is a file `answers` in them, nor their stamps. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import {
  ANSWERED,
  ASKED,
  type Given,
  type StampsWanted,
  type Wanted,
} from '../../../server/src/corpus/reading-thread.ts';

const { port, aside, signal } = workerData as Given;
const sleeping = new Int32Array(new SharedArrayBuffer(4));
let answered = 0;
say();
for (;;) {
  const asked = Atomics.load(signal, ASKED);
  const wanted: Wanted | undefined = receiveMessageOnPort(port)?.message;
  const stamps: StampsWanted | undefined = receiveMessageOnPort(aside)?.message;
  if (wanted !== undefined) {
    hang(wanted.folder);
    port.postMessage(wanted.paths.map((path) => new TextEncoder().encode(path)));
    say();
  } else if (stamps === undefined) Atomics.wait(signal, ASKED, asked);
  if (stamps !== undefined) {
    hang(stamps.folder);
    aside.postMessage({ stamps: new Float64Array(2 * stamps.paths.split('\0').length), took: 0 });
  }
}

function say(): void {
  answered++;
  Atomics.store(signal, ANSWERED, answered);
  Atomics.notify(signal, ANSWERED);
}

function hang(folder: string): void {
  while (basename(folder).startsWith('hangs') && !existsSync(join(folder, 'answers'))) Atomics.wait(sleeping, 0, 0, 5);
}
