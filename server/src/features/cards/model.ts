/** A card as plain data: what a hover shows, before any markup. */
import type { Article, Snapshot } from '../../corpus/snapshot.ts';
import type { EntityKind } from '../../recognize/facts.ts';
import type { ResolvedMention } from '../../resolve/entities.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/messages.ts';
import type { Piece, Quote } from '../pieces.ts';

export interface Card {
  readonly kind: EntityKind | 'date';
  readonly language: Language;
  readonly title: Piece;
  /** One line under the title: Latin name, rank, kind. */
  readonly subtitle: readonly Piece[];
  readonly sections: readonly CardSection[];
}

/** What is shown of a card, whatever it is about. */
export type CardFace = Omit<Card, 'kind'>;

export interface CardSection {
  /** Null for the lines right under the subtitle. */
  readonly heading: readonly Piece[] | null;
  readonly rows: readonly Row[];
  /** What the section leaves out: “and 12 more articles”. */
  readonly more?: string;
}

export interface Row {
  readonly pieces: readonly Piece[];
  /** A sentence of an article that shows it. */
  readonly quote?: Quote;
}

/** What every card is made from. */
export interface CardContext {
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly messages: Messages;
  /** The article being read; null where the card is asked for by name. */
  readonly article: Article | null;
  /** The mention the reader points at; null where the card is asked for by name. */
  readonly mention: ResolvedMention | null;
}
