/**
 * One immutable state of a corpus: what every feature reads (invariant 3). An edit makes the next snapshot; a request that began
 * on this one finishes on it.
 */
import type { Map as ImmutableMap } from 'immutable';
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, Resolution } from '../resolve/entities.ts';

export interface Article {
  readonly path: ArticlePath;
  /** Without a byte order mark, so that offsets are those of an editor's buffer. */
  readonly text: string;
  /** Of the file on disk, as VS Code names it: `utf8`, `utf8bom`, `utf16le`, `windows1256`, …; `utf8` for a buffer without a file. */
  readonly encoding: string;
  /** Offset of the first character of each line, UTF-16 code units. */
  readonly lineStarts: readonly number[];
  readonly facts: ArticleFacts;
  /** Title for display: the title line, else the first words of the text. */
  readonly title: string;
  /** From the text, else from `fihris.yaml` or the file name; `inferred` where the text does not state it. */
  readonly date: { readonly value: IsoDate; readonly inferred: boolean } | null;
}

export interface Snapshot {
  /** Grows by one with every change. */
  readonly version: number;
  readonly articles: ImmutableMap<ArticlePath, Article>;
  readonly resolution: Resolution;
}
