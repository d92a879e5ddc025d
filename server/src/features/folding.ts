/** What an editor may fold away: site furniture, the lines around the article that are none of it. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';

/** Runs of furniture with nothing but white space between their lines, in text order. */
export function foldings(snapshot: Snapshot, path: ArticlePath): Span[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const runs: Span[] = [];
  for (const { start, end } of article.facts.furniture) {
    const last = runs.at(-1);
    if (last !== undefined && article.text.slice(last.end, start).trim() === '')
      runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}
