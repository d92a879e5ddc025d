/** A place in the corpus that a reader can go to. Offsets are UTF-16 code units of that article. */
import type { ArticlePath } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';

export interface Target {
  readonly article: ArticlePath;
  readonly span: Span;
}
