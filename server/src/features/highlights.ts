/** Document highlights: the other mentions in this article of what stands under the cursor. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { mentionAt } from './mention-at.ts';
import { mentionsIn, subjectOf } from './subject.ts';

/** Spans in text order, the one at the offset included; null where no mention stands there. */
export function highlights(snapshot: Snapshot, path: ArticlePath, offset: number): Span[] | null {
  const mention = mentionAt(snapshot, path, offset);
  if (mention === null) return null;
  const entity = subjectOf(snapshot, mention);
  const spans = entity === null ? [mention] : mentionsIn(snapshot, entity, path);
  return spans.map(({ start, end }) => ({ start, end }));
}
