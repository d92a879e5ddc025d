/** Progress of indexing, as the client shows it: articles read of articles found, with a way to stop. */

import type { Language } from '../features/language.ts';
import type { Connection, WorkDoneProgressServerReporter } from './protocol.ts';
import type { Status } from './requests.ts';

/** What is done sooner than this (ms) is not worth a progress bar that flashes up. */
const WORTH_SHOWING = 300;

const TITLES: Readonly<Record<Language, string>> = { ar: 'فهرسة المقالات', en: 'Indexing articles' };

export class IndexingProgress {
  readonly #connection: Connection;
  readonly #language: Language;
  readonly #cancelled = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #reporter: WorkDoneProgressServerReporter | null = null;
  #ended = false;

  /** `status` is asked when the bar first appears. */
  constructor(connection: Connection, language: Language, status: () => Status, onError: (error: unknown) => void) {
    this.#connection = connection;
    this.#language = language;
    this.#timer = setTimeout(() => this.#begin(status).catch(onError), WORTH_SHOWING);
  }

  /** Aborted where the reader stops the indexing. */
  get signal(): AbortSignal {
    return this.#cancelled.signal;
  }

  report({ articles, total }: Status): void {
    const percentage = total === 0 ? 0 : Math.min(100, Math.floor((100 * articles) / total));
    this.#reporter?.report(percentage, `${articles}/${total}`);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#reporter?.done();
    this.#reporter = null;
  }

  async #begin(status: () => Status): Promise<void> {
    const reporter = await this.#connection.window.createWorkDoneProgress();
    if (this.#ended) {
      // The client has made a bar for it, which only goes away where it is begun and ended.
      reporter.begin(TITLES[this.#language]);
      reporter.done();
      return;
    }
    reporter.token.onCancellationRequested(() => this.#cancelled.abort());
    const { articles, total } = status();
    reporter.begin(TITLES[this.#language], 0, `${articles}/${total}`, true);
    this.#reporter = reporter;
  }
}
