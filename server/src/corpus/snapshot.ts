/**
 * One immutable state of a corpus: what every feature reads (invariant 3). An edit makes the next snapshot; a request that began
 * on this one finishes on it.
 */
import type { ArticleFacts, IsoDate, MentionIndex } from '../recognize/facts.ts';
import type { ArticlePath, DateInference, Lookup, Resolution } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import type { Years } from './article-years.ts';
import type { Correction } from './settings-file.ts';

export interface Article {
  readonly path: ArticlePath;
  /**
   * Without a byte order mark, so that offsets are those of an editor's buffer. Of an article that is not open it is read when it is
   * asked for, so whoever needs no words does without; '' where the file is gone or no longer what the facts were read from.
   */
  readonly text: string;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  /** Of the file on disk, as VS Code names it: `utf8`, `utf8bom`, `utf16le`, `windows1256`, …; `utf8` for a buffer without a file. */
  readonly encoding: string;
  /** Offset of the first character of each line, UTF-16 code units. */
  readonly lineStarts: readonly number[];
  readonly facts: ArticleFacts;
  /** Where a mention of the facts stands. Costs less than they do: lists of very many mentions are made of it. */
  mentionSpan(mention: MentionIndex): Span | undefined;
  /** Title for display: the title line, else the first words of the text. */
  readonly title: string;
  /** From the text, else from `fihris.yaml` or the file name, else from other articles. */
  readonly date: ArticleDate | null;
}

export interface ArticleDate {
  readonly value: IsoDate;
  /** The text does not state it. */
  readonly inferred: boolean;
  /** What does, where the text does not: the reader, the name of the file, or articles that tell of the same events. */
  readonly from?: 'settings' | 'file name' | DateInference;
}

export interface Snapshot {
  /** Grows by one with every change. */
  readonly version: number;
  readonly articles: Lookup<ArticlePath, Article>;
  readonly resolution: Resolution;
  /** The articles by year and day. */
  years(): Years;
  /** Has the texts read in one go that whoever asks for several is about to ask for: one wait for the disk instead of one for each. */
  readTexts(articles: readonly Article[]): void;
  /** The `fihris.yaml` that `resolution` was made with; the decisions of its corrections are those of the resolution, by index. */
  readonly settings: SettingsText;
}

export interface SettingsText {
  /** '' where there is none. */
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly corrections: readonly Correction[];
}
