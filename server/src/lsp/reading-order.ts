/**
 * While a large corpus is being read, what is read next: articles that name what the open ones name, so that their cards and references
 * are complete long before all is read.
 */
import type { Corpus } from '../corpus/corpus.ts';
import { spellingsIn } from '../features/spellings.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Documents } from './documents.ts';
import type { Workspace } from './workspace.ts';

export class ReadingOrder {
  readonly #workspace: Workspace;
  readonly #documents: Pick<Documents, 'uris'>;
  readonly #onError: (error: unknown) => void;
  /** Open articles of which that was asked already. */
  readonly #done = new WeakMap<Corpus, Set<ArticlePath>>();

  constructor(workspace: Workspace, documents: Pick<Documents, 'uris'>, onError: (error: unknown) => void) {
    this.#workspace = workspace;
    this.#documents = documents;
    this.#onError = onError;
  }

  /** A snapshot is new, or a document was opened. */
  changed(): void {
    if (!this.#workspace.roots.some(({ corpus }) => corpus.isSurveying)) return;
    for (const uri of this.#documents.uris) {
      const found = this.#workspace.locate(uri);
      if (found?.root.corpus.isSurveying !== true) continue;
      const { corpus } = found.root;
      const done = this.#done.get(corpus) ?? new Set();
      this.#done.set(corpus, done);
      if (done.has(found.path) || !corpus.snapshot.articles.has(found.path)) continue;
      done.add(found.path);
      corpus.readNext(spellingsIn(corpus.snapshot, found.path)).catch(this.#onError);
    }
  }
}
