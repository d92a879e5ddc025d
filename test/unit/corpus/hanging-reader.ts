/** A thread that reads files and, of the folders whose name begins with `hangs`, none until there is a file `answers` in them. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { ANSWERED, ASKED, type Given, type Wanted } from '../../../server/src/corpus/reading-thread.ts';

const { port, signal } = workerData as Given;
const sleeping = new Int32Array(new SharedArrayBuffer(4));
for (let asked = 1; ; asked++) {
  Atomics.store(signal, ANSWERED, asked);
  Atomics.notify(signal, ANSWERED);
  Atomics.wait(signal, ASKED, asked === 1 ? 0 : asked);
  const wanted: Wanted | undefined = receiveMessageOnPort(port)?.message;
  if (wanted === undefined) break;
  const { folder, path } = wanted;
  while (basename(folder).startsWith('hangs') && !existsSync(join(folder, 'answers'))) Atomics.wait(sleeping, 0, 0, 5);
  port.postMessage({ bytes: new TextEncoder().encode(path) });
}
