/**
 * Worker threads that read articles, so that requests are answered while thousands are being read. They start with the first job and
 * end after a while without any: their lexicons take memory.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { FilesRead, FilesToRead } from './read-articles.ts';
import type { NamedTransformer, TransformerProblem } from './transformer-problem.ts';

/** What a worker is told when it starts. */
export interface Assignment {
  /** What names are to be read by. */
  readonly transformer: NamedTransformer;
}

/**
 * What a worker is sent: a text, with the article's day where something else than the text says it, or files to be read, or the question
 * whether it has opened the transformer.
 */
export type Job = { readonly id: number } & Task;

type Task =
  | { readonly text: string; readonly given: IsoDate | null }
  | { readonly files: FilesToRead }
  | { readonly opens: true };

/**
 * What it sends back: the facts of the text, what came of the files, or the defect that kept it from these. `failure`: what the transformer
 * said that could not read the text; `key`: what facts depend on that it reads (transformer-folder.ts), or the problem with it.
 */
export type Outcome = { readonly failure?: string } & (
  | { readonly id: number; readonly facts: ArticleFacts }
  | { readonly id: number; readonly read: FilesRead }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly key: string }
  | { readonly id: number; readonly problem: TransformerProblem }
);

/** More workers than this are no faster: the thread that resolves what they find does not keep up. */
const MOST_WORKERS = 4;

/** Jobs given to a worker before its first is done, so that it never waits for the next. */
const JOBS_AHEAD = 2;

/** How long (ms) workers without work stay. */
const IDLE_MS = 5000;

/** With a transformer they stay longer: to open one takes seconds. */
const IDLE_WITH_TRANSFORMER_MS = 600_000;

/** No article takes this much (MB); a worker that does ends alone, and its article counts as unreadable. */
const MEMORY_LIMIT = 1024;

/**
 * Of that, what V8 may take for new objects (MB). With 12 a worker collects garbage four times as often, and a cold index takes some 4 % longer;
 * workers end with it, and what they took goes with them.
 */
const NEW_OBJECTS = 48;

/**
 * One processor stays free for requests and for what articles come to; of two both read, for this takes a quarter of the time that
 * reading takes, and whoever asks is let in by the system at once.
 */
const workersFor = (processors: number): number => (processors > 2 ? processors - 1 : processors);

interface Waiting {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
  /** How long (ms) a worker may take for it; null: as long as it takes. */
  readonly within: number | null;
}

interface Hand {
  readonly worker: Worker;
  /** In the order in which it does them. */
  readonly jobs: Map<number, Waiting>;
  /** Ends it where the first of them takes too long. */
  watch: NodeJS.Timeout | null;
}

export class RecognizerPool {
  readonly #entry: URL;
  readonly #size: number;
  #transformer: NamedTransformer | null = null;
  #onFailure: (failure: string) => void = () => {};
  readonly #hands = new Set<Hand>();
  readonly #queue: Waiting[] = [];
  #nextId = 0;
  #finished = 0;
  #state: 'working' | 'broken' | 'disposed' = 'working';
  #idle: NodeJS.Timeout | null = null;

  /** `entry`: the bundled server/src/recognizer.ts. `size`: how many workers at most. */
  constructor(entry: URL, size = Math.min(MOST_WORKERS, workersFor(availableParallelism()))) {
    this.#entry = entry;
    this.#size = size;
  }

  /** How many articles keep all workers busy. */
  get capacity(): number {
    return this.#most * JOBS_AHEAD;
  }

  /** A transformer takes hundreds of megabytes, and more time than all else: one worker has it. */
  get #most(): number {
    return this.#transformer === null ? this.#size : 1;
  }

  /** Whether articles are read otherwise here than by the caller: by a transformer, text by text. */
  get hasTransformer(): boolean {
    return this.#transformer !== null;
  }

  /**
   * From now on names are read by this transformer; gives its key once it is open, or what is wrong with it: then all goes on without. To be
   * called before the first article is read. `onFailure` is told of each article that it could not read, and the built-in tagger did.
   */
  async employ(
    transformer: NamedTransformer,
    onFailure: (failure: string) => void,
  ): Promise<{ readonly key: string } | { readonly problem: TransformerProblem }> {
    this.#transformer = transformer;
    this.#onFailure = onFailure;
    const outcome = await this.#do({ opens: true }).catch((error) => ({ error: String(error) }));
    if ('key' in outcome) return { key: outcome.key };
    this.#transformer = null;
    if (this.#state === 'broken') this.#state = 'working';
    if ('problem' in outcome) return { problem: outcome.problem };
    return { problem: { code: 'model', ...('error' in outcome && { detail: outcome.error }) } };
  }

  /** False where no worker ever came to do anything (its program is missing, threads are not allowed): the caller reads itself. */
  get works(): boolean {
    return this.#state === 'working';
  }

  /** Whether any article was read here. */
  get hasWorked(): boolean {
    return this.#finished > 0;
  }

  /** The facts of an article, read in a worker. Rejects where the worker fails, or where the pool does not work. */
  async recognize(text: string, given: IsoDate | null = null): Promise<ArticleFacts> {
    const outcome = await this.#do({ text, given });
    if ('facts' in outcome) return outcome.facts;
    throw new Error('error' in outcome ? outcome.error : 'no facts');
  }

  /**
   * Files read by a worker. Rejects where the worker fails, where the pool does not work, and where that takes longer than `within` (ms)
   * from when the worker got them: a disk that hangs has to be read by somebody who need not wait.
   */
  async read(files: FilesToRead, within: number): Promise<FilesRead> {
    const outcome = await this.#do({ files }, within);
    if ('read' in outcome) return outcome.read;
    throw new Error('error' in outcome ? outcome.error : 'nothing read');
  }

  #do(task: Task, within: number | null = null): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (!this.works) return reject(new Error(`the pool is ${this.#state}`));
      this.#queue.push({ job: { id: this.#nextId++, ...task }, within, resolve, reject });
      this.#hand();
    });
  }

  /** Ends workers that have nothing to do, now and not after a while. */
  release(): void {
    for (const hand of [...this.#hands]) if (hand.jobs.size === 0) this.#dismiss(hand, new Error('idle'));
  }

  /** Ends the workers; what they were reading is rejected. */
  dispose(): void {
    this.#rest();
    this.#close('disposed', new Error('the pool was disposed of'));
  }

  /** Gives waiting jobs to workers. */
  #hand(): void {
    // A moment without work is no rest: a worker ended in the middle of the next article would cost that article.
    if (this.#queue.length > 0) this.#rest();
    while (this.#queue.length > 0) {
      const hand = this.#free();
      if (hand === undefined) return;
      const waiting = this.#queue.shift() as Waiting;
      hand.jobs.set(waiting.job.id, waiting);
      hand.worker.ref();
      hand.worker.postMessage(waiting.job);
      this.#watch(hand);
    }
  }

  /** The worker with the least to do, a new one where all have something and there may be more; undefined where all have enough. */
  #free(): Hand | undefined {
    let best: Hand | undefined;
    for (const hand of this.#hands) if (best === undefined || hand.jobs.size < best.jobs.size) best = hand;
    if ((best === undefined || best.jobs.size > 0) && this.#hands.size < this.#most) return this.#engage();
    return best !== undefined && best.jobs.size < JOBS_AHEAD ? best : undefined;
  }

  #engage(): Hand {
    this.#rest();
    const transformer = this.#transformer;
    const worker = new Worker(this.#entry, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT, maxYoungGenerationSizeMb: NEW_OBJECTS },
      ...(transformer !== null && { workerData: { transformer } satisfies Assignment, stdout: true }),
    });
    // A foreign runtime writes nothing between the messages of the server.
    if (transformer !== null) worker.stdout.resume();
    const hand: Hand = { worker, jobs: new Map(), watch: null };
    this.#hands.add(hand);
    worker.on('message', (outcome: Outcome) => this.#take(hand, outcome));
    worker.on('error', (error) => this.#dismiss(hand, error));
    worker.on('exit', (code) => this.#dismiss(hand, new Error(`a worker ended with code ${code}`)));
    return hand;
  }

  #take(hand: Hand, outcome: Outcome): void {
    this.#finished++;
    const waiting = hand.jobs.get(outcome.id);
    hand.jobs.delete(outcome.id);
    waiting?.resolve(outcome);
    if (outcome.failure !== undefined) this.#onFailure(outcome.failure);
    if (hand.watch !== null) clearTimeout(hand.watch);
    hand.watch = null;
    this.#watch(hand);
    this.#hand();
    // Workers without work keep no process alive.
    if (hand.jobs.size === 0) hand.worker.unref();
    if ([...this.#hands].every(({ jobs }) => jobs.size === 0)) this.#restLater();
  }

  #watch(hand: Hand): void {
    const [first] = hand.jobs.values();
    if (hand.watch !== null || first === undefined || first.within === null) return;
    hand.watch = setTimeout(() => this.#dismiss(hand, new Error('took too long')), first.within).unref();
  }

  #close(state: 'broken' | 'disposed', error: Error): void {
    this.#state = state;
    for (const waiting of this.#queue.splice(0)) waiting.reject(error);
    for (const { worker, jobs, watch } of this.#hands) {
      if (watch !== null) clearTimeout(watch);
      void worker.terminate();
      for (const waiting of jobs.values()) waiting.reject(error);
    }
    this.#hands.clear();
  }

  /** Of a worker that fails only the first job is to blame; the others get a second try with another worker. */
  #dismiss(hand: Hand, error: Error): void {
    if (!this.#hands.has(hand)) return;
    if (this.#finished === 0 && hand.jobs.size > 0) {
      this.#close('broken', error);
      return;
    }
    this.#hands.delete(hand);
    if (hand.watch !== null) clearTimeout(hand.watch);
    void hand.worker.terminate();
    const [first, ...others] = hand.jobs.values();
    first?.reject(error);
    this.#queue.unshift(...others);
    this.#hand();
  }

  #restLater(): void {
    this.#rest();
    this.#idle = setTimeout(
      () => {
        for (const hand of this.#hands) this.#dismiss(hand, new Error('idle'));
      },
      this.#transformer === null ? IDLE_MS : IDLE_WITH_TRANSFORMER_MS,
    ).unref();
  }

  #rest(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
  }
}
