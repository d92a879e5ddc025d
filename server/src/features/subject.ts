/**
 * What a mention stands for, and where an entity's mentions are: the few looks into a snapshot that every feature shares.
 * All of them cost what the entity or the article is large, never what the corpus is.
 */

import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { MentionFact } from '../recognize/facts.ts';
import type { ArticlePath, Entity, EntityId, MentionRef, ResolvedMention } from '../resolve/entities.ts';
import type { Target } from './target.ts';

/** An office alone («وزير الدفاع العراقي») or a description of a person («الضيف العراقي»), with no name beside it. */
export function standsForHolder({
  kind,
  form,
  attached,
}: Pick<ResolvedMention, 'kind' | 'form' | 'attached'>): boolean {
  return !attached && (kind === 'office' || (kind === 'person' && form === 'description'));
}

/** The entity a reader asks about at this mention: of an office alone its holder, where known; null where all is open. */
export function subjectOf(snapshot: Snapshot, mention: ResolvedMention): Entity | null {
  const id = (standsForHolder(mention) ? mention.holder : null) ?? mention.entity;
  return id === null ? null : (snapshot.resolution.entities.get(id) ?? null);
}

export function entityOf<Kind extends Entity['kind']>(
  snapshot: Snapshot,
  id: EntityId | null,
  kind: Kind,
): Extract<Entity, { kind: Kind }> | null {
  const entity = id === null ? undefined : snapshot.resolution.entities.get(id);
  return entity?.kind === kind ? (entity as Extract<Entity, { kind: Kind }>) : null;
}

/**
 * The Latin name, where there is one to be shown: of people and places. What an office, a body or an agreement is called is made of
 * common words; spelt out in Latin letters they are no name that anybody knows.
 */
export function latinName(entity: Entity): string {
  const isName = entity.kind === 'person' || entity.kind === 'place';
  return isName && entity.latin !== entity.name ? entity.latin : '';
}

/** Mentions of an entity in one article, in text order. */
export function mentionsIn(snapshot: Snapshot, entity: Entity, path: ArticlePath): MentionFact[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const found: MentionFact[] = [];
  for (const index of entity.mentions.get(path) ?? []) {
    const mention = article.facts.mentions[index];
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

/** Where an entity is mentioned in one article, in text order. */
export function targetsIn(snapshot: Snapshot, entity: Entity, article: ArticlePath): Target[] {
  return (entity.mentions.get(article) ?? []).flatMap((mention) => targetOf(snapshot, { article, mention }) ?? []);
}

export function targetOf(snapshot: Snapshot, { article, mention }: MentionRef): Target | null {
  const span = snapshot.articles.get(article)?.mentionSpan(mention);
  return span === undefined ? null : { article, span: { start: span.start, end: span.end } };
}

/** As `targetOf`, of a mention that there is; where in the article it stands is looked up by whoever wants to know: most want the article. */
export function targetToBe(snapshot: Snapshot, ref: MentionRef): Target {
  return {
    article: ref.article,
    get span() {
      return targetOf(snapshot, ref)?.span ?? { start: 0, end: 0 };
    },
  };
}

/** By date, articles without one last; then by path, by code unit, so that the order never depends on a locale. */
export function byDate(a: Article, b: Article): number {
  const left = a.date?.value ?? '~';
  const right = b.date?.value ?? '~';
  if (left !== right) return left < right ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Articles that mention an entity, by date. */
export function articlesOf(snapshot: Snapshot, entity: Entity): Article[] {
  const found: Article[] = [];
  for (const path of entity.mentions.keys()) {
    const article = snapshot.articles.get(path);
    if (article !== undefined) found.push(article);
  }
  return found.sort(byDate);
}
