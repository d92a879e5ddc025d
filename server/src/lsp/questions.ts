/**
 * How a request finds what it asks about: the article and the snapshot that answer it, with what was typed until then, errors and
 * cancellation minded. Every handler of a request goes through one of its three wrappers; a group of requests in a file of its own
 * takes the connection and this.
 */

import { type Language, languageFor } from '../features/language.ts';
import { mentionAt } from '../features/mention-at.ts';
import { spellings, wordsOf } from '../features/spellings.ts';
import { subjectOf } from '../features/subject.ts';
import type { Entity } from '../resolve/entities.ts';
import type { Asked, CardStyle } from './answers.ts';
import { type ClientFeatures, clientFeatures } from './client-features.ts';
import { offsetAt } from './convert.ts';
import type { Documents } from './documents.ts';
import { checkpoint, guarded, positionIn, uriIn } from './guard.ts';
import type { CancellationToken, Connection, ResponseError } from './protocol.ts';
import type { Settings } from './requests.ts';
import type { Root } from './roots.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** So long (ms) after a question the next one may come: who hovers, types or clicks does so again. */
const ATTENTION = 400;
/** How long (ms) a request about an article waits for it to be read before it is answered that there is none yet. */
const PATIENCE = 1000;

/**
 * While a large corpus is being read, how long (ms) an answer about somebody waits for the articles that may name them: some hundred are
 * read in that time, fewer of the very first ones.
 */
const COMPLETE_WITHIN = 1000;

type Handler<Result> = (params: unknown, cancelled?: CancellationToken) => Promise<Result | ResponseError>;

interface Surroundings {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly documents: Documents;
  /** Whether all that there is to read was read. */
  readonly isReady: () => boolean;
  /** Called after each answer. */
  readonly answered: () => void;
}

export class Questions {
  readonly #log: Connection['console'];
  readonly #workspace: Workspace;
  readonly #documents: Documents;
  readonly #isReady: () => boolean;
  readonly #answered: () => void;
  /** Requests that wait for the next snapshot. */
  readonly #waiting: (() => void)[] = [];
  #lastAsked = Number.NEGATIVE_INFINITY;
  /** Questions that are being answered. */
  #open = 0;
  /** What the client said it can do. */
  features: ClientFeatures = clientFeatures({ processId: null, rootUri: null, capabilities: {} });
  /** Those of the folder read last; only what is the same for all folders may be taken from them. */
  settings: Settings = DEFAULT_SETTINGS;

  constructor({ connection, workspace, documents, isReady, answered }: Surroundings) {
    this.#log = connection.console;
    this.#workspace = workspace;
    this.#documents = documents;
    this.#isReady = isReady;
    this.#answered = answered;
  }

  /** Whether somebody waits for an answer, or did so a moment ago: what nobody waits for waits until nobody does. */
  get isAsked(): boolean {
    return this.#open > 0 || performance.now() - this.#lastAsked < ATTENTION;
  }

  /** The language of what is shown. */
  get language(): Language {
    return languageFor(this.settings.language, this.features.locale);
  }

  get cardStyle(): CardStyle {
    const { markdown, richCards: rich } = this.features;
    return { language: this.language, markdown, rich, upToArticleDate: this.settings.upToArticleDate };
  }

  /** A request about a place in an article; `offset` in UTF-16 code units. Answered with null where the document is no article. */
  at<Result>(
    method: string,
    answer: (asked: Asked, offset: number, params: unknown) => Result | Promise<Result>,
  ): Handler<Result | null> {
    return this.#guarded(method, async (params: unknown, cancelled: CancellationToken) => {
      const position = positionIn(params);
      const asked = await this.#asked(uriIn(params), cancelled);
      return asked === null ? null : await answer(asked, offsetAt(asked.article, position), params);
    });
  }

  /** As `at`, of what other articles say of what is mentioned there, too: of a corpus that is being read, those are read first. */
  across<Result>(
    method: string,
    answer: (asked: Asked, offset: number, params: unknown) => Result | Promise<Result>,
  ): Handler<Result | null> {
    return this.#guarded(method, async (params: unknown, cancelled: CancellationToken) => {
      const position = positionIn(params);
      const asked = await this.#complete(
        await this.#asked(uriIn(params), cancelled),
        uriIn(params),
        cancelled,
        (asked) => this.mentionedAt(asked, offsetAt(asked.article, position)),
      );
      return asked === null ? null : await answer(asked, offsetAt(asked.article, position), params);
    });
  }

  /** Whom or what a mention stands for; null where there is none, or it is open. */
  mentionedAt({ snapshot, article }: Asked, offset: number): Entity | null {
    const mention = mentionAt(snapshot, article.path, offset);
    return mention === null ? null : subjectOf(snapshot, mention);
  }

  /**
   * A request about an article, answered with `without` where the document is none. While the corpora are being read it waits a
   * little for the article, which saves the client a round trip. `subject`: of whom other articles are to be read first, as in `across`.
   */
  about<Result>(
    method: string,
    answer: (asked: Asked, params: unknown) => Result,
    without?: null,
    subject?: (asked: Asked, params: unknown) => Entity | null,
  ): Handler<Result | null>;
  about<Result>(method: string, answer: (asked: Asked, params: unknown) => Result, without: Result): Handler<Result>;
  about<Result>(
    method: string,
    answer: (asked: Asked, params: unknown) => Result,
    without: Result | null = null,
    subject: (asked: Asked, params: unknown) => Entity | null = () => null,
  ): Handler<Result | null> {
    return this.#guarded(method, async (params: unknown, cancelled: CancellationToken) => {
      const uri = uriIn(params);
      const asked = await this.#complete(await this.#awaited(uri, cancelled), uri, cancelled, (asked) =>
        subject(asked, params),
      );
      return asked === null ? without : answer(asked, params);
    });
  }

  /** A request about a document that may be the settings of a corpus; null for any other. */
  ofSettings<Result>(uri: string, answer: (root: Root) => Result): Promise<Result | null> {
    return this.#documents.flush().then(() => {
      const root = this.#workspace.locateSettings(uri);
      return root === null ? null : answer(root);
    });
  }

  /** A request about all corpora, as they are with what was typed until now. */
  upToDate<Result>(
    method: string,
    answer: (params: unknown, cancelled: CancellationToken) => Result | Promise<Result>,
  ): Handler<Result> {
    return this.#guarded(method, async (params: unknown, cancelled: CancellationToken) => {
      await this.#documents.flush();
      await checkpoint(cancelled);
      return await answer(params, cancelled);
    });
  }

  /** Of corpora that are being read, reads those articles first that may name what is looked for, as far as that is done soon. */
  async readNaming(roots: readonly Root[], query: string): Promise<void> {
    await Promise.all(roots.map(({ corpus }) => corpus.readNaming([wordsOf(query)], COMPLETE_WITHIN)));
  }

  #guarded<Result>(
    method: string,
    handler: (params: unknown, cancelled: CancellationToken) => Promise<Result>,
  ): Handler<Result> {
    return guarded(this.#log, method, async (params: unknown, cancelled: CancellationToken) => {
      this.#open++;
      try {
        return await handler(params, cancelled);
      } finally {
        this.#open--;
        this.#lastAsked = performance.now();
        this.#answered();
      }
    });
  }

  /** A snapshot, or a corpus, is new: what is being waited for may be there now. */
  arrived(): void {
    for (const tell of this.#waiting.splice(0)) tell();
  }

  /** The article in the snapshot of this moment; null where the document is none. */
  async #asked(uri: string, cancelled: CancellationToken): Promise<Asked | null> {
    await this.#documents.flush();
    const found = this.#workspace.locate(uri);
    const snapshot = found?.root.corpus.snapshot;
    const article = found === null ? undefined : snapshot?.articles.get(found.path);
    // Someone looks at it: it is the next to be read, and `fihris/changed` says when it is.
    if (found !== null && article === undefined) found.root.corpus.prioritize([found.path]);
    await checkpoint(cancelled);
    return found === null || snapshot === undefined || article === undefined
      ? null
      : { root: found.root, snapshot, article };
  }

  /** What was asked about once the articles that may name `subject` were read, as far as that is done soon. */
  async #complete(
    asked: Asked | null,
    uri: string,
    cancelled: CancellationToken,
    subject: (asked: Asked) => Entity | null,
  ): Promise<Asked | null> {
    if (asked === null || !asked.root.corpus.isSurveying) return asked;
    const entity = subject(asked);
    if (entity === null) return asked;
    await asked.root.corpus.readNaming(spellings(entity), COMPLETE_WITHIN);
    return this.#asked(uri, cancelled);
  }

  async #awaited(uri: string, cancelled: CancellationToken): Promise<Asked | null> {
    const until = performance.now() + PATIENCE;
    for (;;) {
      const asked = await this.#asked(uri, cancelled);
      const left = until - performance.now();
      if (asked !== null || left <= 0 || this.#isReady()) return asked;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}
