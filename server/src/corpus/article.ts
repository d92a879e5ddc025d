/** One article of a snapshot, put together from what is kept of its text, its facts and what the corpus says of its date. */
import { type ArticleFacts, type DateFact, type IsoDate, type MentionIndex, statesYear } from '../recognize/facts.ts';
import type { ArticlePath, DateInference } from '../resolve/entities.ts';
import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';
import { isIsoDate } from './iso-date.ts';
import type { Article, ArticleDate } from './snapshot.ts';
import { type TextHash, type Texts, textHash } from './texts.ts';

/** A title made of first words is no longer than this, in UTF-16 code units: what a tree or a tab shows without cutting it. */
const TITLE_LENGTH = 80;

/** What a snapshot needs of an article's text where the text itself is not kept. See Article for the parts. */
export interface Outline {
  readonly hash: TextHash;
  readonly length: number;
  readonly lineStarts: readonly number[];
  readonly title: string;
  readonly encoding: string;
}

/** `hash`: that of `text`. */
export function outlineOf(text: string, encoding: string, facts: ArticleFacts, hash = textHash(text)): Outline {
  const title = facts.title?.text ?? firstWords(text, facts);
  return { hash, length: text.length, lineStarts: lineStarts(text), title, encoding };
}

/** What was read of an article. */
export interface ArticleContent {
  readonly outline: Outline;
  readonly facts: ArticleFacts;
  /** The date from outside the text that the facts were read with. */
  readonly given: IsoDate | null;
  /** Where outline and facts have to be read to be had: what of them can be had without. */
  readonly places?: ArticlePlaces;
}

/** What lists of places need of an article. */
export interface ArticlePlaces extends Pick<Outline, 'length' | 'lineStarts'> {
  /** Start and end of each mention of the facts, in turns. */
  readonly mentions: ArrayLike<number>;
}

export function placesOf({ length, lineStarts }: Outline, { mentions }: ArticleFacts): ArticlePlaces {
  return { length, lineStarts, mentions: Uint32Array.from(mentions.flatMap(({ start, end }) => [start, end])) };
}

/** An article whose text is asked of `texts`, and its content of `content`, where somebody wants to see it. */
export class OutlinedArticle implements Article {
  readonly path: ArticlePath;
  readonly date: ArticleDate | null;
  /** Read through this article; whoever compares it knows where it is from. */
  readonly content: ArticleContent;
  readonly #texts: Texts;

  constructor(path: ArticlePath, content: ArticleContent, date: ArticleDate | null, texts: Texts) {
    this.path = path;
    this.content = content;
    this.date = date;
    this.#texts = texts;
  }

  get outline(): Outline {
    return this.content.outline;
  }

  get hash(): TextHash {
    return this.outline.hash;
  }

  get length(): number {
    return (this.content.places ?? this.outline).length;
  }

  get lineStarts(): readonly number[] {
    return (this.content.places ?? this.outline).lineStarts;
  }

  mentionSpan(mention: MentionIndex): Span | undefined {
    const mentions = this.content.places?.mentions;
    if (mentions === undefined) return this.facts.mentions[mention];
    const start = mentions[2 * mention];
    const end = mentions[2 * mention + 1];
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  get title(): string {
    return this.outline.title;
  }

  get encoding(): string {
    return this.outline.encoding;
  }

  get facts(): ArticleFacts {
    return this.content.facts;
  }

  get given(): IsoDate | null {
    return this.content.given;
  }

  get text(): string {
    return this.#texts.of(this.path, this.hash);
  }

  /** The article with the date that other articles give it, or without one where they no longer do. */
  redated(inference: DateInference | null): OutlinedArticle {
    const { date } = this;
    if (date !== null && !isInferredFromOthers(date) && !date.value.startsWith('XXXX')) return this;
    const own = ownDate(this);
    if (inference === null && date === own) return this;
    const now = inference === null ? own : ({ value: inference.value, inferred: true, from: inference } as const);
    return new OutlinedArticle(this.path, this.content, now, this.#texts);
  }
}

/** Lines end as LSP ends them: at \n, \r\n or \r. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length);
  return starts;
}

function firstWords(text: string, facts: ArticleFacts): string {
  const first = facts.paragraphs[0] ?? { start: 0, end: text.length };
  // The first words of a line of any length lie within a few times as many code units, marks and spaces included.
  const beginning = text.slice(first.start, Math.min(first.end, first.start + 10 * TITLE_LENGTH)).trim();
  const line = (beginning.split(/[\r\n]/, 1)[0] ?? '').replace(/\s+/g, ' ');
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.lastIndexOf(' ', TITLE_LENGTH - 1);
  return `${line.slice(0, cut > 0 ? cut : TITLE_LENGTH - 1)}…`;
}

/**
 * What the reader wrote in `fihris.yaml`; else what the text states, if that has a year; else a date in the file name; else what the
 * text states without a year.
 */
export function articleDate(
  path: ArticlePath,
  facts: { readonly date: Pick<NonNullable<ArticleFacts['date']>, 'value'> | null },
  dates: ReadonlyMap<ArticlePath, IsoDate>,
): ArticleDate | null {
  // The reader knows best: also of a text that states another date.
  const told = dates.get(path);
  if (told !== undefined && told !== facts.date?.value) return { value: told, inferred: true, from: 'settings' };
  if (statesYear(facts)) return { value: facts.date.value, inferred: false };
  const given = givenDate(path, dates);
  return given ?? (facts.date === null ? null : { value: facts.date.value, inferred: false });
}

/** The date from outside the text: that of `fihris.yaml`, else the one in the file name. */
export function givenDate(path: ArticlePath, dates: ReadonlyMap<ArticlePath, IsoDate>): ArticleDate | null {
  const written = dates.get(path);
  if (written !== undefined) return { value: written, inferred: true, from: 'settings' };
  const named = dateInName(path);
  return named === null ? null : { value: named, inferred: true, from: 'file name' };
}

/** The date without what other articles tell. */
export function ownDate(article: Article): ArticleDate | null {
  const { date } = article;
  if (date === null || !isInferredFromOthers(date)) return date;
  // Asked for here only: facts may have to be read.
  const stated = article.facts.date;
  return stated === null ? null : { value: stated.value, inferred: false };
}

export const isInferredFromOthers = ({ from }: ArticleDate): boolean => typeof from === 'object';

/**
 * Date expressions of an article, in order: of one that others date with the relative ones, which recognition could not reckon. Made
 * once for each article of a snapshot, when somebody looks at it.
 */
export function datesIn(article: Article): readonly DateFact[] {
  const { date, text, facts } = article;
  if (date === null || !isInferredFromOthers(date)) return facts.dates;
  let dates = reckoned.get(article);
  if (dates === undefined) {
    dates = findDates(text, tokenize(text), date.value);
    reckoned.set(article, dates);
  }
  return dates;
}

const reckoned = new WeakMap<Article, readonly DateFact[]>();

/** A calendar day in ISO 8601 (`2020-11-15`, in any digits) in the name of the file itself, standing apart from other digits. */
function dateInName(path: ArticlePath): IsoDate | null {
  const name = fold(path.slice(path.lastIndexOf('/') + 1));
  for (const [value] of name.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)) if (isIsoDate(value)) return value;
  return null;
}
