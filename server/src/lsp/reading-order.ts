/**
 * While a large corpus is being read, what is read next: articles that name what the open ones name, so that their cards and references
 * are complete long before all is read, and then those that may tell of agreements, which the tree shows.
 */
import type { Corpus } from '../corpus/corpus.ts';
import { agreementNouns, spellingsIn } from '../features/spellings.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Documents } from './documents.ts';
import type { Workspace } from './workspace.ts';

export class ReadingOrder {
  readonly #workspace: Workspace;
  readonly #documents: Pick<Documents, 'uris'>;
  readonly #onError: (error: unknown) => void;
  /** While a corpus is being read: the open articles of which that was asked already. */
  readonly #done = new WeakMap<Corpus, Set<ArticlePath>>();

  constructor(workspace: Workspace, documents: Pick<Documents, 'uris'>, onError: (error: unknown) => void) {
    this.#workspace = workspace;
    this.#documents = documents;
    this.#onError = onError;
  }

  /** A snapshot is new, or a document was opened. */
  changed(): void {
    let isReading = false;
    for (const { corpus } of this.#workspace.roots) {
      if (!corpus.isSurveying) this.#done.delete(corpus);
      else {
        isReading = true;
        if (this.#done.has(corpus)) continue;
        this.#done.set(corpus, new Set());
        // Before the open articles are asked about: what is asked for later is read earlier.
        corpus.readNext(agreementNouns(), Number.POSITIVE_INFINITY).catch(this.#onError);
      }
    }
    if (!isReading) return;
    for (const uri of this.#documents.uris) {
      const found = this.#workspace.locate(uri);
      if (found?.root.corpus.isSurveying !== true) continue;
      const { corpus } = found.root;
      const done = this.#done.get(corpus);
      if (done === undefined || done.has(found.path) || !corpus.snapshot.articles.has(found.path)) continue;
      done.add(found.path);
      corpus.readNext(spellingsIn(corpus.snapshot, found.path)).catch(this.#onError);
    }
  }
}
