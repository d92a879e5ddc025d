/** Which mention or date a reader points at. */
import { datesIn } from '../corpus/article.ts';
import type { Snapshot } from '../corpus/snapshot.ts';
import type { DateFact } from '../recognize/facts.ts';
import type { ArticlePath, ResolvedMention } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { standsForHolder } from './subject.ts';

/**
 * The mention at an offset (UTF-16 code units), or null.
 *
 * Of mentions that lie inside one another the innermost answers: inside an agreement the state or the organisation that its name
 * holds. But an office that stands for its holder answers as a whole: whoever points into «وزير الدفاع [العراقي]» asks about the
 * minister. And the adjective of its state («الوسيط [الأميركي] فلان») answers as the office does: half of the office's words, it is
 * marked as the state but asked of the man. An offset right after a word still points at it, unless the next mention begins there.
 */
export function mentionAt(snapshot: Snapshot, path: ArticlePath, offset: number): ResolvedMention | null {
  const chain = at(snapshot.resolution.mentions.get(path) ?? [], offset);
  const asked = chain.filter(({ kind, form }) => !(kind === 'place' && form === 'description'));
  return chain.find(standsForHolder) ?? asked.at(-1) ?? chain.at(-1) ?? null;
}

/** The date expression at an offset, or null. */
export function dateAt(snapshot: Snapshot, path: ArticlePath, offset: number): DateFact | null {
  const article = snapshot.articles.get(path);
  return article === undefined ? null : (at(datesIn(article), offset).at(-1) ?? null);
}

/** The spans around an offset, outer before inner, of a list sorted by start, the longer first. */
function at<T extends Span>(spans: readonly T[], offset: number): T[] {
  const around: T[] = [];
  const before: T[] = [];
  for (const span of spans) {
    if (span.start > offset) break;
    if (offset < span.end) around.push(span);
    else if (offset === span.end) before.push(span);
  }
  return around.length > 0 ? around : before;
}
