/** The card that a hover shows, or that is asked for by name. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { asOf } from './as-of.ts';
import { agreementCard } from './cards/agreement.ts';
import { dateCard } from './cards/date.ts';
import type { Card, CardContext } from './cards/model.ts';
import { officeCard } from './cards/office.ts';
import { openMentionCard } from './cards/open-mention.ts';
import { organizationCard } from './cards/organization.ts';
import { personCard } from './cards/person.ts';
import { placeCard } from './cards/place.ts';
import { articleDate, lead } from './cards/rows.ts';
import type { Language } from './language.ts';
import { isResolved } from './marks.ts';
import { dateAt, mentionAt } from './mention-at.ts';
import { messagesFor } from './messages/messages.ts';
import { subjectOf } from './subject.ts';

export type { Card } from './cards/model.ts';

export interface CardOptions {
  /** Show only what this article and those of its date or before establish. */
  readonly upToArticleDate?: boolean;
  /** How many articles were read so far of how many, while others are still to be read. */
  readonly stillReading?: { readonly read: number; readonly total: number } | null;
}

/**
 * The card for what stands at an offset (UTF-16 code units) with the span it is about; null where nothing does. An office alone
 * whose holder is known gives the holder's card.
 */
export function cardAt(
  whole: Snapshot,
  path: ArticlePath,
  offset: number,
  language: Language,
  { upToArticleDate = false, stillReading = null }: CardOptions = {},
): { readonly card: Card; readonly span: Span } | null {
  const article = whole.articles.get(path);
  if (article === undefined) return null;
  const snapshot = upToArticleDate ? asOf(whole, path) : whole;
  const mention = mentionAt(snapshot, path, offset);
  const context: CardContext = { snapshot, language, messages: messagesFor(language), article, mention };
  if (mention === null) {
    const date = dateAt(snapshot, path, offset);
    return date === null
      ? null
      : { card: dateCard(context, article, date), span: { start: date.start, end: date.end } };
  }
  const entity = isResolved(mention) ? subjectOf(snapshot, mention) : null;
  const card = entity === null ? openMentionCard(context, article, mention) : entityCard(context, entity);
  const span = { start: mention.start, end: mention.end };
  const { upTo, stillToRead } = context.messages;
  const limits = [
    ...(snapshot === whole ? [] : [upTo(articleDate(context, article))]),
    ...(stillReading === null ? [] : [stillToRead(stillReading.read, stillReading.total)]),
  ];
  const notes = lead(limits.map((text) => ({ pieces: [{ text, weight: 'emphasis' }] })));
  return { card: { ...card, sections: [...card.sections, ...notes] }, span };
}

/** The card of an entity by itself, read from no article in particular. */
export function cardOf(snapshot: Snapshot, entity: Entity, language: Language): Card {
  return entityCard({ snapshot, language, messages: messagesFor(language), article: null, mention: null }, entity);
}

function entityCard(context: CardContext, entity: Entity): Card {
  switch (entity.kind) {
    case 'person':
      return personCard(context, entity);
    case 'office':
      return officeCard(context, entity);
    case 'organization':
      return organizationCard(context, entity);
    case 'place':
      return placeCard(context, entity);
    case 'agreement':
      return agreementCard(context, entity);
  }
}
