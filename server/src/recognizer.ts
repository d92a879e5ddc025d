/**
 * Entry of a worker thread that reads articles: a text or files come in, facts go out (server/src/corpus/recognizer-pool.ts). The server's
 * own thread loads it too, for the article that is being written (server/src/corpus/recognition-aside.ts).
 */
import { parentPort } from 'node:worker_threads';
import { readArticles } from './corpus/read-articles.ts';
import type { Job, Outcome } from './corpus/recognizer-pool.ts';
import { loadTagger } from './corpus/tagger-file.ts';
import { recognize } from './recognize/recognize.ts';

/** What is kept of an article beside its facts: a part of this program, so that the hash of it covers both (corpus/recipe.ts). */
export { outlineOf } from './corpus/article.ts';
export { recognize };

/** What is wrong with the model; told by whoever started this thread. */
export const taggerProblem = loadTagger(new URL('./tagger.bin', import.meta.url));

parentPort?.on('message', (job: Job) => {
  const outcome = read(job);
  parentPort?.postMessage(outcome, 'read' in outcome ? [outcome.read.lines.buffer] : []);
});

function read(job: Job): Outcome {
  const { id } = job;
  try {
    if ('files' in job) return { id, read: readArticles(job.files, recognize) };
    return { id, facts: recognize(job.text, job.given) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
