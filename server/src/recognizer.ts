/** Entry of a worker thread that reads articles: a text comes in, its facts go out (server/src/corpus/recognizer-pool.ts). */
import { parentPort } from 'node:worker_threads';
import type { Job, Outcome } from './corpus/recognizer-pool.ts';
import { recognize } from './recognize/recognize.ts';

parentPort?.on('message', ({ id, text }: Job) => {
  parentPort?.postMessage(read(id, text));
});

function read(id: number, text: string): Outcome {
  try {
    return { id, facts: recognize(text) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
