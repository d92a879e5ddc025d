/** What articles say of persons' ranks, kept by article as office-statements.ts keeps offices: few articles give anybody one. */
import type { LocalEntity, LocalIndex } from '../recognize/facts.ts';
import type { Span } from '../text/span.ts';

/** An article gives one of its persons a rank. */
export interface RankStatement {
  /** The person in the article. */
  readonly local: LocalIndex;
  /** As written. */
  readonly rank: string;
  /** Where. */
  readonly span: Span;
}

/** Those of an article, in the order of its persons. */
export const rankStatements = (entities: readonly LocalEntity[]): RankStatement[] =>
  entities.flatMap((entity, local) =>
    entity.kind === 'person' ? entity.ranks.map(({ rank, start, end }) => ({ local, rank, span: { start, end } })) : [],
  );
