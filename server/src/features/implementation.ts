/** Go to Implementation: from an agreement to the articles about it. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import { type Definition, introductionIn, sentenceAround } from './definition.ts';
import { mentionAt } from './mention-at.ts';
import { articlesOf, subjectOf } from './subject.ts';

/** Its fullest mention in each article, by date. Null where no known agreement stands at the offset. */
export function implementation(snapshot: Snapshot, path: ArticlePath, offset: number): Definition | null {
  const mention = mentionAt(snapshot, path, offset);
  const agreement = mention === null ? null : subjectOf(snapshot, mention);
  if (mention === null || agreement?.kind !== 'agreement') return null;
  const targets = articlesOf(snapshot, agreement).flatMap((article) => {
    const target = introductionIn(snapshot, agreement, article.path);
    return target === null ? [] : [{ ...target, around: sentenceAround(snapshot, target) }];
  });
  return { origin: { start: mention.start, end: mention.end }, targets };
}
