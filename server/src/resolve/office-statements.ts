/**
 * What articles say of persons and their offices, kept by article beside the sums of the state: who held what when is then told without
 * the facts of the thousands of articles that give somebody an office.
 */
import type { LocalEntity, LocalIndex, Manner } from '../recognize/facts.ts';
import type { Span } from '../text/span.ts';
import { CANDIDATE_GROUP, type Placement } from './describe.ts';

/** An article gives one of its persons an office. */
export interface OfficeStatement {
  /** The person in the article, and where it is kept. */
  readonly local: LocalIndex;
  readonly person: Placement;
  /** Where the office is kept. */
  readonly office: Placement;
  /** The stretch that shows it. */
  readonly span: Span;
  readonly former: boolean;
  readonly manner: Manner | null;
  /** Of the office, as written. */
  readonly title: string;
}

/** Those of an article, in the order of its persons; none of a person of whom it is not sure. `placements`: of its local entities. */
export function officeStatements(
  entities: readonly LocalEntity[],
  placements: readonly (Placement | null)[],
): OfficeStatement[] {
  return entities.flatMap((entity, local) => {
    const person = placements[local];
    if (entity.kind !== 'person' || !person || person.group === CANDIDATE_GROUP) return [];
    return entity.offices.flatMap(({ office, evidence: { start, end }, former, manner }): OfficeStatement[] => {
      const told = entities[office];
      const place = placements[office];
      if (told?.kind !== 'office' || !place) return [];
      return [
        { local, person, office: place, span: { start, end }, former, manner: manner ?? null, title: told.title },
      ];
    });
  });
}
