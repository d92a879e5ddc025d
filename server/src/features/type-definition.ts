/** Go to Type Definition: from a person to the office, where that is introduced. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, EntityId, PersonEntity } from '../resolve/entities.ts';
import { type Definition, introduction, sentenceAround } from './definition.ts';
import { mentionAt } from './mention-at.ts';
import { officeAt } from './office-at.ts';
import { entityOf, subjectOf } from './subject.ts';

/**
 * The office held at the article's date first, then the others, each once; of an office alone that stands for its holder: that office.
 * Null where no person is meant, or one of whom no office is known.
 */
export function typeDefinition(snapshot: Snapshot, path: ArticlePath, offset: number): Definition | null {
  const mention = mentionAt(snapshot, path, offset);
  const article = snapshot.articles.get(path);
  const person = mention === null ? null : subjectOf(snapshot, mention);
  if (mention === null || article === undefined || person?.kind !== 'person') return null;
  const said = mention.kind === 'office' ? mention.entity : null;
  const targets = officesOf(snapshot, person, article, said).flatMap((id) => {
    const office = entityOf(snapshot, id, 'office');
    const target = office === null || office.general ? null : introduction(snapshot, office, path);
    return target === null ? [] : [{ ...target, around: sentenceAround(snapshot, target) }];
  });
  return targets.length === 0 ? null : { origin: { start: mention.start, end: mention.end }, targets };
}

function officesOf(
  snapshot: Snapshot,
  person: PersonEntity,
  article: Article,
  said: EntityId | null,
): readonly EntityId[] {
  const now = officeAt(snapshot, person, article)?.office.id ?? null;
  const ids = [said, now, ...person.tenures.map(({ office }) => office)];
  return [...new Set(ids.filter((id) => id !== null))];
}
