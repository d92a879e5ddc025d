/** Find All References: every mention of what a mention stands for, in all articles. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import { introductions } from './definition.ts';
import { mentionAt } from './mention-at.ts';
import { articlesOf, subjectOf, targetsIn } from './subject.ts';
import type { Target } from './target.ts';

/**
 * Mentions by article date, then in text order; a person's include the offices alone that stand for them. Without
 * `includeDeclaration` what Go to Definition leads to is left out. Null where nothing known stands at the offset.
 */
export function references(
  snapshot: Snapshot,
  path: ArticlePath,
  offset: number,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Target[] | null {
  const mention = mentionAt(snapshot, path, offset);
  if (mention === null) return null;
  const entity = subjectOf(snapshot, mention);
  if (entity === null) return [{ article: path, span: { start: mention.start, end: mention.end } }];
  const all = mentionTargets(snapshot, entity);
  if (includeDeclaration) return all;
  const declared = new Set(introductions(snapshot, entity, path).map(key));
  return all.filter((target) => !declared.has(key(target)));
}

/** Every mention of an entity, by article date, then in text order. */
export function mentionTargets(snapshot: Snapshot, entity: Entity): Target[] {
  return articlesOf(snapshot, entity).flatMap(({ path }) => targetsIn(snapshot, entity, path));
}

const key = ({ article, span }: Target): string => `${span.start}:${article}`;
