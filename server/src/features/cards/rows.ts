/** Rows that several cards share: other articles, reasons, links to evidence and to entities. */

import { SETTINGS_FILE } from '../../corpus/paths.ts';
import type { Article } from '../../corpus/snapshot.ts';
import type { IsoDate } from '../../recognize/facts.ts';
import type { Entity, EntityId, Evidence, ResolvedMention } from '../../resolve/entities.ts';
import { dateWords, daysBetween } from '../date-words.ts';
import { introduction, introductionIn, sentenceAround } from '../definition.ts';
import { explain, lineOf, type Step } from '../explain.ts';
import { joined, type Piece, quote, quoted, say, shortened } from '../pieces.ts';
import { articlesOf, latinName, mentionsIn } from '../subject.ts';
import type { Target } from '../target.ts';
import type { CardContext, CardSection, Row } from './model.ts';

/** Titles of articles and names may be as long as a file's only line. */
const TITLE_LIMIT = 90;
/** Other articles listed; the rest is counted. */
const ARTICLES_LISTED = 10;

export const DOT = ' · ';
const DASH = ' — ';

/** A line of label and value; none where there is no value. */
export function labelled(context: CardContext, label: string, value: readonly Piece[] | Piece | string | null): Row[] {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? []
    : [{ pieces: context.messages.labelled(label, value) }];
}

/** The section, unless it would be empty. */
export function section(heading: readonly Piece[] | string, rows: readonly Row[], more?: string): CardSection[] {
  if (rows.length === 0) return [];
  const title = typeof heading === 'string' ? [{ text: heading }] : heading;
  return [{ heading: title, rows, ...(more === undefined ? {} : { more }) }];
}

export function lead(rows: readonly Row[]): CardSection[] {
  return rows.length === 0 ? [] : [{ heading: null, rows }];
}

/** A name that leads to where its entity is introduced. */
export function entityLink(context: CardContext, entity: Entity): Piece {
  const target = introduction(context.snapshot, entity, context.article?.path ?? null);
  return quoted(shortened(entity.name, TITLE_LIMIT), target === null ? {} : { target });
}

/** Names of entities by id, each leading to its introduction. */
export function entityLinks(context: CardContext, ids: readonly EntityId[]): Piece[] {
  const entities = ids
    .map((id) => context.snapshot.resolution.entities.get(id))
    .filter((entity) => entity !== undefined);
  return joined(
    entities.map((entity) => [entityLink(context, entity)]),
    context.messages.listSeparator,
  );
}

/** «العنوان، 15 نوفمبر 2020», leading to the evidence in that article. */
export function articleLink(context: CardContext, { article: path, span }: Target): Piece[] {
  const article = context.snapshot.articles.get(path);
  if (article === undefined) return [];
  const title = quoted(shortened(article.title, TITLE_LIMIT), { target: { article: path, span } });
  return context.messages.inArticle(title, articleDate(context, article));
}

/** An article's date in words; says so where there is none or the text does not state it. */
export function articleDate({ messages, language }: CardContext, { date }: Article): string {
  if (date === null) return messages.undated;
  const words = dateWords(date.value, language);
  return date.inferred ? messages.inferredDate(words) : words;
}

/** What else than its text dates the article being read: the article that tells the same events. Nothing where the text does. */
export function dateInference({ article, messages, ...context }: CardContext): Row[] {
  const from = article?.date?.from;
  if (typeof from !== 'object') return [];
  const link = articleLink({ article, messages, ...context }, from.evidence);
  return [{ pieces: messages.inferredFrom(messages.dateFrom[from.by], link) }];
}

/** The one of `evidence` nearest in time to the article being read; of equally near ones, and without a date, the first. */
export function nearest<E extends Evidence>(context: CardContext, evidence: readonly E[]): E | null {
  let best: E | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of evidence) {
    const distance = distanceInTime(context, each.date);
    if (best === null || distance < least) {
      best = each;
      least = distance;
    }
  }
  return best;
}

/** Days between a date and the article being read; infinite where either has no full date. */
export function distanceInTime({ article }: CardContext, date: IsoDate | null): number {
  const days = date === null || !article?.date ? null : daysBetween(article.date.value, date);
  return days === null ? Number.POSITIVE_INFINITY : Math.abs(days);
}

/**
 * The other articles that mention the entity, by date: title, date, number of mentions and, where `quotes`, a sentence. A card asked
 * for by name lists all articles.
 */
export function elsewhere(
  context: CardContext,
  entity: Entity,
  { quotes }: { readonly quotes: boolean },
): CardSection[] {
  const { messages, article: here, snapshot } = context;
  const others = articlesOf(snapshot, entity).filter(({ path }) => path !== here?.path);
  if (others.length === 0)
    return here === null ? [] : lead([{ pieces: [{ text: messages.onlyHere, weight: 'emphasis' }] }]);
  const shown = others.slice(0, ARTICLES_LISTED);
  if (quotes) snapshot.readTexts(shown);
  const rows = shown.map((article) => appearance(context, entity, article, quotes));
  const rest = others.length - shown.length;
  const heading = here === null ? messages.articles(others.length) : messages.elsewhere(others.length);
  return section(heading, rows, rest > 0 ? messages.more(rest) : undefined);
}

function appearance(context: CardContext, entity: Entity, article: Article, quotes: boolean): Row {
  const { snapshot, messages } = context;
  const target = introductionIn(snapshot, entity, article.path) ?? {
    article: article.path,
    span: { start: 0, end: 0 },
  };
  const count = messages.mentions(mentionsIn(snapshot, entity, article.path).length);
  const pieces = say`${articleLink(context, target)}${DASH}${count}`;
  return quotes ? { pieces, quote: quote(article.text, target.span, sentenceAround(snapshot, target)) } : { pieces };
}

/** Why the mention was read and resolved so, step by step. */
export function why(context: CardContext): CardSection[] {
  const { mention, messages } = context;
  if (mention === null) return [];
  return section(messages.why, [
    ...explain(context.snapshot, mention).map((step) => ({ pieces: stepPieces(context, mention, step) })),
    ...dateInference(context),
  ]);
}

/** One step in words, leading to what shows it. `mention`: what is explained. */
export function stepPieces(
  context: Omit<CardContext, 'article' | 'mention'>,
  mention: ResolvedMention,
  step: Step,
): Piece[] {
  const { messages, snapshot } = context;
  const known = messages.reasons[step.code];
  const words =
    step.code === 'tagger' ? messages.estimate(known, Math.round(mention.confidence * 100), mention.unsure) : known;
  const { target } = step;
  const here = mention.article;
  if (target === null) return [{ text: words }];
  const line = lineOf(snapshot, target);
  if (target.article === SETTINGS_FILE && line !== null)
    return messages.reasonAt(words, messages.atLine({ text: SETTINGS_FILE, target }, line));
  if (target.article !== here || line === null)
    return messages.reasonAt(words, articleLink({ ...context, article: null, mention: null }, target));
  const text = snapshot.articles.get(here)?.text.slice(target.span.start, target.span.end) ?? '';
  return messages.reasonAt(words, messages.atLine(quoted(shortened(text, TITLE_LIMIT), { target }), line));
}

/** Other spellings than the name itself, as many as fit on a line. */
export function aliases(context: CardContext, entity: Entity): Row[] {
  const shown = entity.aliases.filter((alias) => alias !== entity.name).slice(0, 5);
  return labelled(
    context,
    context.messages.aliases,
    joined(
      shown.map((alias) => [quoted(shortened(alias, TITLE_LIMIT))]),
      context.messages.listSeparator,
    ),
  );
}

/** The Latin name, where there is one to be shown. */
export function latin(entity: Entity): Piece[] {
  const name = latinName(entity);
  return name === '' ? [] : [quoted(name, { weight: 'emphasis' })];
}
