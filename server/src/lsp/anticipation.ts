/**
 * Pictures of a whole corpus are gathered before anybody asks for them, while there is nothing else to do: the first look at a timeline
 * or a network then costs no more than the next.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { giveMemoryBack } from '../corpus/give-back.ts';
import type { Snapshot } from '../corpus/snapshot.ts';
import { NODE_KINDS, network, TIE_KINDS } from '../features/network.ts';
import { TIMELINE_KINDS, timeline } from '../features/timeline.ts';
import type { Workspace } from './workspace.ts';

/** An index that was as it is for so long (ms) may stay so for a while: a reader who types pauses for less. */
const QUIET = 500;
/** Work and pause (ms) by turns, so that a request waits no longer than for one turn. */
const TURN = 8;
const PAUSE = 8;
/** No more than one part in so many of the time. */
const SHARE = 8;
/** Of more articles than this what is gathered is kept in memory only for who asks for it. */
const MOST_ARTICLES = 15_000;
/**
 * Until a picture is asked for, so many times in a session: what was read is taken up anew once it is kept. Afterwards whoever looks at
 * pictures wants the next one too, and whoever does not is spared the work after each edit.
 */
const UNASKED = 3;
/** After so many were gone through there is memory to be given back. */
const MANY_ARTICLES = 2000;

export interface Anticipated {
  readonly workspace: Pick<Workspace, 'roots'>;
  readonly isReady: () => boolean;
  /** Whether the reader is asking for something else: then gathering waits. */
  readonly isAsked: () => boolean;
  readonly onError: (error: unknown) => void;
}

export class Anticipation {
  readonly #around: Anticipated;
  readonly #done = new WeakSet<Snapshot>();
  #timer: NodeJS.Timeout | null = null;
  #running = false;
  #isDisposed = false;
  #asked = false;
  #times = 0;
  /** Not before this moment. */
  #next = 0;

  constructor(around: Anticipated) {
    this.#around = around;
  }

  /** An index, or whether all is read, may be another than before. */
  changed(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#isDisposed || (!this.#asked && this.#times >= UNASKED) || !this.#around.isReady()) return;
    const wait = Math.max(QUIET, this.#next - performance.now());
    this.#timer = setTimeout(() => this.#gather().catch(this.#around.onError), wait);
    // Nobody's process lives on for this.
    this.#timer.unref();
  }

  /** Somebody looks at a picture. */
  asked(): void {
    this.#asked = true;
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #gather(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const begun = performance.now();
    try {
      for (const { corpus } of this.#around.workspace.roots) {
        const { snapshot } = corpus;
        if (this.#done.has(snapshot) || snapshot.articles.size > MOST_ARTICLES) continue;
        const isCurrent = () => !this.#isDisposed && corpus.snapshot === snapshot;
        for (const steps of whole(snapshot)) await this.#inPauses(steps, isCurrent);
        if (!isCurrent()) continue;
        this.#done.add(snapshot);
        this.#times++;
        // What is decided on the way is many times what is kept of it.
        if (snapshot.articles.size >= MANY_ARTICLES) giveMemoryBack();
      }
    } finally {
      this.#running = false;
      this.#next = performance.now() + (SHARE - 1) * (performance.now() - begun);
    }
    // What changed meanwhile was not taken up.
    if (this.#around.workspace.roots.some(({ corpus }) => !this.#isKnown(corpus.snapshot))) this.changed();
  }

  async #inPauses(steps: Generator<void, unknown>, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      if (!this.#around.isAsked()) {
        const begun = performance.now();
        do if (steps.next().done === true) return;
        while (performance.now() - begun < TURN);
      }
      await sleep(PAUSE);
    }
  }

  #isKnown(snapshot: Snapshot): boolean {
    return this.#done.has(snapshot) || snapshot.articles.size > MOST_ARTICLES;
  }
}

/** What the pages ask for when they are opened; the words, and so the language, are made for what is shown only. */
function* whole(snapshot: Snapshot): Generator<Generator<void, unknown>> {
  const period = { entity: null, from: null, to: null };
  yield timeline(snapshot, { ...period, kinds: TIMELINE_KINDS, unit: 'year' }, 'ar');
  yield network(snapshot, { ...period, nodes: NODE_KINDS, ties: TIE_KINDS });
}
