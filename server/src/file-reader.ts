/** Entry of the thread that reads the files which answers quote (server/src/corpus/reading-thread.ts): asleep until one is wanted. */
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Unreadable } from './corpus/door.ts';
import { NowReader } from './corpus/read-now.ts';
import { ANSWERED, ASKED, type Found, type Given, type Wanted } from './corpus/reading-thread.ts';

const { port, signal } = workerData as Given;
const readers = new Map<string, NowReader>();

for (let asked = 1; ; asked++) {
  Atomics.store(signal, ANSWERED, asked);
  Atomics.notify(signal, ANSWERED);
  Atomics.wait(signal, ASKED, asked === 1 ? 0 : asked);
  const wanted = receiveMessageOnPort(port)?.message as Wanted;
  const found = read(wanted);
  port.postMessage(found, 'bytes' in found ? [found.bytes.buffer as ArrayBuffer] : []);
}

function read({ folder, path, limit }: Wanted): Found {
  let reader = readers.get(folder);
  if (reader === undefined) {
    reader = new NowReader(folder);
    readers.set(folder, reader);
  }
  try {
    return { bytes: reader.read(path, limit) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
}
