/** Every mention of an entity in its context: a concordance (key word in context). */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { IsoDate, MentionForm } from '../recognize/facts.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import { lineAround } from './line-around.ts';
import { displayable, type Quote, quote, shortened } from './pieces.ts';
import { articlesOf, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';

export interface Concordance {
  readonly name: string;
  /** All mentions, of which `lines` may be the first so many. */
  readonly total: number;
  /** Articles that the lines are from, by date. */
  readonly articles: readonly {
    readonly path: ArticlePath;
    readonly title: string;
    readonly date: IsoDate | null;
    readonly source: string | null;
  }[];
  /** By article, then in text order. */
  readonly lines: readonly ConcordanceLine[];
}

export interface ConcordanceLine extends Quote {
  /** Index into `articles`. */
  readonly article: number;
  readonly target: Target;
  readonly form: MentionForm;
}

const TITLE_LIMIT = 160;

/** Context goes on to the ends of the paragraph, as far as a quotation reaches; nobody reads `limit` lines and more. */
export function concordance(snapshot: Snapshot, entity: Entity, limit: number): Concordance {
  const articles: Concordance['articles'][number][] = [];
  const lines: ConcordanceLine[] = [];
  let total = 0;
  for (const article of articlesOf(snapshot, entity)) {
    const mentions = mentionsIn(snapshot, entity, article.path);
    total += mentions.length;
    if (mentions.length === 0 || lines.length >= limit) continue;
    const { path, title, date, text, facts } = article;
    const source = facts.source === null ? '' : displayable(facts.source.text);
    const index = articles.push({
      path,
      title: shortened(displayable(title), TITLE_LIMIT),
      date: date?.value ?? null,
      source: source === '' ? null : shortened(source, TITLE_LIMIT),
    });
    for (const { start, end, form } of mentions.slice(0, limit - lines.length)) {
      const span = { start, end };
      const target = { article: path, span };
      lines.push({
        article: index - 1,
        target,
        form,
        ...quote(text, span, {
          start: lineAround(article, start).start,
          end: Math.max(end, lineAround(article, start).end),
        }),
      });
    }
  }
  return { name: shortened(displayable(entity.name), TITLE_LIMIT), total, articles, lines };
}
