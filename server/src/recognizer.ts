/**
 * Entry of a worker thread that reads articles: a text or files come in, facts go out (server/src/corpus/recognizer-pool.ts). The server's
 * own thread loads it too, for the article that is being written (server/src/corpus/recognition-aside.ts).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readArticles } from './corpus/read-articles.ts';
import type { Assignment, Job, Outcome } from './corpus/recognizer-pool.ts';
import { loadTagger } from './corpus/tagger-file.ts';
import type { OpenTransformer } from './corpus/transformer-folder.ts';
import type { NamedTransformer, TransformerProblem } from './corpus/transformer-problem.ts';
import { recognize } from './recognize/recognize.ts';
import { recognizeBy } from './recognize/transformer/reading.ts';

/** What is kept of an article beside its facts: a part of this program, so that the hash of it covers both (corpus/recipe.ts). */
export { outlineOf } from './corpus/article.ts';
export { recognize };

/** What is wrong with the model; told by whoever started this thread. */
export const taggerProblem = loadTagger(new URL('./tagger.bin', import.meta.url));

const { transformer: named } = (workerData ?? {}) as Partial<Assignment>;
/** What the reader wants names to be read by, where they have said so; opened once, while the first jobs wait. */
const opening = named ? open(named) : null;

/** Jobs are done in the order in which they come. */
let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  if (opening === null && !('opens' in job)) send(read(job));
  else if (opening !== null) turn = turn.then(async () => send(await readWith(opening, job)));
});

function send(outcome: Outcome): void {
  parentPort?.postMessage(outcome, 'read' in outcome ? [outcome.read.lines.buffer] : []);
}

async function open(transformer: NamedTransformer): Promise<OpenTransformer | TransformerProblem> {
  const { openTransformer } = await import('./transformer.ts');
  return openTransformer(transformer);
}

/** Where the transformer cannot be used, or fails, the built-in tagger reads. */
async function readWith(opening: Promise<OpenTransformer | TransformerProblem>, job: Job): Promise<Outcome> {
  const { id } = job;
  const opened = await opening.catch((error): TransformerProblem => ({ code: 'model', detail: String(error) }));
  const isOpen = 'transformer' in opened;
  if ('opens' in job) return isOpen ? { id, key: opened.key } : { id, problem: opened };
  if (!isOpen || 'files' in job) return read(job);
  try {
    return { id, facts: await recognizeBy(opened.transformer, job.text, job.given) };
  } catch (error) {
    return { ...read(job), failure: String(error) };
  }
}

function read(job: Exclude<Job, { opens: true }>): Outcome {
  const { id } = job;
  try {
    if ('files' in job) return { id, read: readArticles(job.files, recognize) };
    return { id, facts: recognize(job.text, job.given) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
