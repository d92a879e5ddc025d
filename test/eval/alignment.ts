/** Which mention of the program is which mention of the reader's. */
import type { GoldMention } from './gold.ts';
import type { FoundMention } from './program.ts';
import { groupBy, overlap } from './score.ts';

/**
 * One to one: two mentions are the same if what they share is at least half of what they cover together, so that a title more or less
 * does not matter; the likest pairs first. Of an office alone one may also lie inside the other («الرئيس» of «الرئيس المنتخب»).
 */
export function align(
  gold: readonly GoldMention[],
  found: readonly FoundMention[],
): ReadonlyMap<GoldMention, FoundMention> {
  const byArticle = groupBy(found, ({ article }) => article);
  const pairs = gold
    .flatMap((mention) =>
      (byArticle.get(mention.article) ?? []).map((other) => {
        const shared = overlap(mention, other);
        const union = mention.end - mention.start + (other.end - other.start) - shared;
        const within =
          mention.form === 'office' && shared === Math.min(mention.end - mention.start, other.end - other.start);
        return { mention, other, likeness: Math.max(shared / union, within && shared > 0 ? 0.5 : 0) };
      }),
    )
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness);
  const aligned = new Map<GoldMention, FoundMention>();
  const taken = new Set<FoundMention>();
  for (const { mention, other } of pairs)
    if (!aligned.has(mention) && !taken.has(other)) {
      aligned.set(mention, other);
      taken.add(other);
    }
  return aligned;
}

/** The person of the reader's whom an entity is in an article: the one whose mentions there it has most of. `ARTICLE ENTITY` → person. */
export function personsOf(aligned: ReadonlyMap<GoldMention, FoundMention>): ReadonlyMap<string, string> {
  const votes = groupBy(aligned, ([{ article }, { person }]) => `${article} ${person}`);
  return new Map(
    [...votes].map(([key, pairs]) => {
      const counts = [...groupBy(pairs, ([{ person }]) => person)].map(
        ([person, own]) => [person, own.length] as const,
      );
      return [key, counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]];
    }),
  );
}
