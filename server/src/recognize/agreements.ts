/** Agreements of one article: memoranda, treaties, minutes, protocols, joint statements. */
import type { DateFact } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { AgreementFact, ArticleFacts, LocalEntity, MentionFact, MentionForm, Reason } from './facts.ts';

/** What is known of an article before its agreements are read. */
export interface KnownArticle {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
  readonly dates: readonly DateFact[];
  /** Of the article. */
  readonly date: ArticleFacts['date'];
  readonly title: ArticleFacts['title'];
  /** Persons, offices, organisations and places, done: indexes are final. */
  readonly mentions: readonly MentionFact[];
  readonly entities: readonly LocalEntity[];
}

export interface AgreementDraft {
  /** Entity references are indexes into `KnownArticle.entities`; `related` may index drafts as `entities.length + draft`. */
  readonly entity: AgreementFact;
  /** In text order. */
  readonly mentions: readonly (Span & { readonly form: MentionForm; readonly confidence: number; readonly reason: Reason['code'] })[];
}

/** The agreements of an article, in order of their first mention. */
export function recognizeAgreements(_known: KnownArticle): AgreementDraft[] {
  return [];
}
