/**
 * Entry of a worker thread that reads articles: a text comes in, its facts go out (server/src/corpus/recognizer-pool.ts). The server's
 * own thread loads it too, for the article that is being written (server/src/corpus/recognition-aside.ts).
 */
import { parentPort } from 'node:worker_threads';
import type { Job, Outcome } from './corpus/recognizer-pool.ts';
import { loadTagger } from './corpus/tagger-file.ts';
import { recognize } from './recognize/recognize.ts';

/** What is kept of an article beside its facts: a part of this program, so that the hash of it covers both (corpus/recipe.ts). */
export { outlineOf } from './corpus/article.ts';
export { recognize };

/** What is wrong with the model; told by whoever started this thread. */
export const taggerProblem = loadTagger(new URL('./tagger.bin', import.meta.url));

parentPort?.on('message', (job: Job) => {
  parentPort?.postMessage(read(job));
});

function read({ id, text, given }: Job): Outcome {
  try {
    return { id, facts: recognize(text, given) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
