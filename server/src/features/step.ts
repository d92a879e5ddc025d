/** From one mention of somebody to the next one, in this article and on into the others. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import { byDate, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';

export interface Step {
  readonly towards: 'next' | 'previous';
  /** Leave this article at once. */
  readonly elsewhere: boolean;
}

/**
 * The mention of `entity` that comes after or before `offset` (UTF-16 code units) in this article; where there is none, or
 * `elsewhere`, the nearest one of the article after or before it, by date. Whoever leaves an article on purpose comes to the first
 * mention of the other one. Null at either end: it does not go round. Costs what the entity is mentioned in.
 */
export function step(
  snapshot: Snapshot,
  entity: Entity,
  path: ArticlePath,
  offset: number,
  { towards, elsewhere }: Step,
): Target | null {
  const here = snapshot.articles.get(path);
  if (here === undefined) return null;
  if (!elsewhere) {
    const mentions = mentionsIn(snapshot, entity, path);
    const found =
      towards === 'next'
        ? mentions.find(({ start }) => start > offset)
        : mentions.findLast(({ start }) => start < offset);
    if (found !== undefined) return { article: path, span: { start: found.start, end: found.end } };
  }
  const other = neighbour(snapshot, entity, here, towards);
  if (other === null) return null;
  const mentions = mentionsIn(snapshot, entity, other.path);
  const found = towards === 'next' || elsewhere ? mentions[0] : mentions.at(-1);
  return found === undefined ? null : { article: other.path, span: { start: found.start, end: found.end } };
}

/** The article next to this one, by date, of those that mention the entity; without sorting them all. */
function neighbour(snapshot: Snapshot, entity: Entity, here: Article, towards: Step['towards']): Article | null {
  const order = towards === 'next' ? byDate : (a: Article, b: Article) => byDate(b, a);
  let best: Article | null = null;
  for (const path of entity.mentions.keys()) {
    const article = snapshot.articles.get(path);
    if (article === undefined || order(article, here) <= 0) continue;
    if (best === null || order(article, best) < 0) best = article;
  }
  return best;
}
