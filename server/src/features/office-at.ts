/** The office that a person held when an article was written, as far as the corpus attests it. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { OfficeEntity, PersonEntity } from '../resolve/entities.ts';
import { entityOf } from './subject.ts';
import type { Target } from './target.ts';

export interface OfficeAt {
  readonly office: OfficeEntity;
  /** As the attestation words it. */
  readonly title: string;
  /** The attestation. */
  readonly target: Target;
}

/** An attestation this far from the article's date, before or after, still says what the person was then: half a year. */
const NEAR_DAYS = 180;
const DAY = 86_400_000;

/**
 * What this article says the person is; where it says nothing, what the nearest article within half a year does. Null where none does,
 * or where the only office is too general («الوزير») or a former one.
 */
export function officeAt(snapshot: Snapshot, person: PersonEntity, { path, date }: Article): OfficeAt | null {
  const now = days(date?.value ?? null);
  let best: (OfficeAt & { readonly distance: number }) | null = null;
  for (const tenure of person.tenures) {
    const office = entityOf(snapshot, tenure.office, 'office');
    if (office === null || office.general) continue;
    for (const { article, date, span, former, title } of tenure.attestations) {
      if (former) continue;
      const then = days(date);
      const distance =
        article === path ? -1 : now === null || then === null ? Number.POSITIVE_INFINITY : Math.abs(now - then);
      if (distance <= NEAR_DAYS && (best === null || distance < best.distance))
        best = { office, title, target: { article, span }, distance };
    }
  }
  return best;
}

/** Of a full date; null for one that lacks its year, month or day. */
function days(date: string | null): number | null {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY : null;
}
