/** Articles on the same events as one: they tell one event, name one agreement, or the same people within a few days. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import { byDate } from './subject.ts';
import type { Target } from './target.ts';

/** Days between two reports of one event. */
const NEAR_DAYS = 4;
/** People that two reports share at least. */
const SHARED_PEOPLE = 2;
/** Who stands in more articles than these says nothing of an event. */
const MOST_ARTICLES = 2000;
const DAY = 86_400_000;

/**
 * By date, without the article itself. Looks at the agreements and people of the article and at where these are mentioned, so it costs
 * what they are spoken of, not what the corpus is large.
 */
export function sameEvents(snapshot: Snapshot, path: ArticlePath): Article[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const found = new Set<ArticlePath>();
  for (const { tellings } of snapshot.resolution.events.in(path))
    for (const telling of tellings) if (telling.article !== path) found.add(telling.article);
  const shared = new Map<ArticlePath, number>();
  for (const entity of entitiesIn(snapshot, path)) {
    if (entity.mentions.size > MOST_ARTICLES) continue;
    for (const other of entity.mentions.keys()) {
      if (other === path) continue;
      if (entity.kind === 'agreement') found.add(other);
      else shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  for (const [other, people] of shared) {
    if (people >= SHARED_PEOPLE && isNear(article, snapshot.articles.get(other))) found.add(other);
  }
  return [...found]
    .map((each) => snapshot.articles.get(each))
    .filter((each) => each !== undefined)
    .sort(byDate);
}

/** Where an article begins for a reader: its title, else its first paragraph. */
export function headOf({ path, facts, text }: Article): Target {
  const { start, end } = facts.title ?? facts.paragraphs[0] ?? { start: 0, end: Math.min(text.length, 1) };
  return { article: path, span: { start, end } };
}

/** Agreements and people that the article names. */
function entitiesIn(snapshot: Snapshot, path: ArticlePath): Entity[] {
  const ids = new Set<string>();
  for (const { kind, entity, holder, attached } of snapshot.resolution.mentions.get(path) ?? []) {
    if ((kind === 'person' || kind === 'agreement') && entity !== null) ids.add(entity);
    if (holder !== null && !attached) ids.add(holder);
  }
  return [...ids].flatMap((id) => snapshot.resolution.entities.get(id) ?? []);
}

function isNear(a: Article, b: Article | undefined): boolean {
  const one = dayOf(a);
  const other = b === undefined ? null : dayOf(b);
  return one !== null && other !== null && Math.abs(one - other) <= NEAR_DAYS;
}

function dayOf({ date }: Article): number | null {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date.value) ? Date.parse(date.value) / DAY : null;
}
