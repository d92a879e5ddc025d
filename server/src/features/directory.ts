/** People and offices to browse: by the alphabet, by article, by what is typed; of each what is known of it. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, Entity, EntityId, OfficeEntity, PersonEntity, Tenure } from '../resolve/entities.ts';
import { introduction, introductionIn } from './definition.ts';
import { displayable, shortened } from './pieces.ts';
import { headOf } from './same-events.ts';
import { articlesOf, latinName, subjectOf } from './subject.ts';
import type { Target } from './target.ts';

export interface Listed {
  readonly kind: 'person' | 'office';
  readonly id: EntityId;
  readonly name: string;
  /** Of a person the Latin name, else ''. */
  readonly latin: string;
  /** Of a person the latest office; '' where none is known. */
  readonly detail: string;
  /** First and last attestation; null in lists that are not about attestations. */
  readonly attested: readonly [IsoDate | null, IsoDate | null] | null;
  readonly target: Target | null;
}

export interface ListedArticle {
  readonly path: ArticlePath;
  readonly title: string;
  readonly date: IsoDate | null;
  /** Mentions there of what was asked about; 0 where nothing was. */
  readonly mentions: number;
  readonly target: Target;
}

const NAME_LIMIT = 120;

export interface Page {
  readonly entries: readonly (Listed & { readonly position: string })[];
  readonly more: boolean;
}

/** A page of the names that begin with a letter. */
export function namesPage(
  snapshot: Snapshot,
  kind: 'person' | 'office',
  letter: string,
  after: string | null,
  limit: number,
): Page {
  const { entries, more } = snapshot.resolution.directory.page(kind, letter, after, limit);
  return {
    entries: entries.flatMap(({ position, entity }) => listed(snapshot, entity).map((each) => ({ ...each, position }))),
    more,
  };
}

/** The people of an article, in the order in which it mentions them first. */
export function peopleIn(snapshot: Snapshot, path: ArticlePath): Listed[] {
  const people = new Map<EntityId, PersonEntity>();
  for (const mention of snapshot.resolution.mentions.get(path) ?? []) {
    const entity = mention.attached ? null : subjectOf(snapshot, mention);
    if (entity?.kind === 'person') people.set(entity.id, entity);
  }
  return [...people.values()].flatMap((person) => listed(snapshot, person, path));
}

/** People and offices that a query finds, in Arabic or Latin letters, best first. */
export function findNames(snapshot: Snapshot, query: string, limit: number): Listed[] {
  return snapshot.resolution.names.search(query, limit).flatMap((entity) => listed(snapshot, entity));
}

/** The offices of a person or the holders of an office, and the articles that speak of either, by date. */
export function about(
  snapshot: Snapshot,
  id: EntityId,
): { readonly related: readonly Listed[]; readonly articles: readonly ListedArticle[] } | null {
  const entity = snapshot.resolution.entities.get(id);
  if (entity?.kind !== 'person' && entity?.kind !== 'office') return null;
  return {
    related: entity.tenures.flatMap((tenure) => listedTenure(snapshot, entity, tenure)),
    articles: articlesAbout(snapshot, entity),
  };
}

/** The years of the articles, the latest first; null for those without a full year, last. */
export function years(snapshot: Snapshot): (string | null)[] {
  return [...snapshot.years().keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? 1 : -1));
}

/** Articles of a year, by date: those from the index `from` up to `to`, and how many there are. */
export function articlesIn(
  snapshot: Snapshot,
  year: string | null,
  from: number,
  to: number,
): { readonly articles: readonly ListedArticle[]; readonly count: number } {
  const paths = snapshot.years().get(year) ?? [];
  return {
    articles: paths
      .slice(from, to)
      .flatMap((path) => snapshot.articles.get(path) ?? [])
      .map((article) => listedArticle(article, 0, headOf(article))),
    count: paths.length,
  };
}

/** Nothing for what is neither a person nor an office that tells somebody apart. */
function listed(snapshot: Snapshot, entity: Entity, here: ArticlePath | null = null): Listed[] {
  if (entity.kind !== 'person' && (entity.kind !== 'office' || entity.general)) return [];
  return [
    {
      kind: entity.kind,
      id: entity.id,
      name: shortened(displayable(entity.name), NAME_LIMIT),
      latin: displayable(latinName(entity)),
      detail: detailOf(entity),
      attested: null,
      target: introduction(snapshot, entity, here),
    },
  ];
}

/** Of an office it would take all attestations of all its holders, in every row of a list. */
function detailOf(entity: PersonEntity | OfficeEntity): string {
  return entity.kind === 'person' ? shortened(displayable(entity.tenures.at(-1)?.title ?? ''), NAME_LIMIT) : '';
}

/** A tenure as seen from the one side: the office to the person, the person to the office. */
function listedTenure(snapshot: Snapshot, from: PersonEntity | OfficeEntity, tenure: Tenure): Listed[] {
  const other = snapshot.resolution.entities.get(from.kind === 'person' ? tenure.office : tenure.person);
  const [first] = tenure.attestations;
  const last = tenure.attestations.at(-1);
  if (other === undefined || first === undefined) return [];
  return listed(snapshot, other).map((each) => ({
    ...each,
    attested: [first.date, last?.date ?? null],
    target: { article: first.article, span: first.span },
  }));
}

function articlesAbout(snapshot: Snapshot, entity: Entity): ListedArticle[] {
  return articlesOf(snapshot, entity).flatMap((article) => {
    const target = introductionIn(snapshot, entity, article.path);
    return target === null ? [] : [listedArticle(article, entity.mentions.get(article.path)?.length ?? 0, target)];
  });
}

function listedArticle({ path, title, date }: Article, mentions: number, target: Target): ListedArticle {
  return { path, title: shortened(displayable(title), NAME_LIMIT), date: date?.value ?? null, mentions, target };
}
