/**
 * B³ of the mentions of persons, across the articles (Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the
 * vector space model"), of mentions that the program finds by itself, as Pradhan et al. 2014 ("Scoring coreference partitions of
 * predicted mentions") define it for these: a mention's share of recall is how much of its gold cluster stands in its cluster of the
 * program, 0 for one that is missed; a mention's share of precision is how much of its cluster belongs to its gold cluster, 0 for one
 * that is no mention. So a spurious mention costs precision twice: its own, and that of those it stands with.
 */
import type { GoldMention } from './gold.ts';
import type { FoundMention } from './program.ts';
import { groupBy, type Problem, ratio, type Score } from './score.ts';

export function scorePersons(
  marked: readonly GoldMention[],
  allFound: readonly FoundMention[],
  aligned: ReadonlyMap<GoldMention, FoundMention>,
): Score {
  const gold = marked.filter(({ form }) => form !== 'optional');
  const ignored = new Set(marked.filter(({ form }) => form === 'optional').map((mention) => aligned.get(mention)));
  const found = allFound.filter((mention) => !ignored.has(mention));
  const goldClusters = groupBy(gold, ({ person }) => person);
  const foundClusters = groupBy(found, ({ person }) => person);

  let recalled = 0;
  let precise = 0;
  const errors: Problem[] = [];
  const known = new Set<FoundMention>();
  for (const mention of gold) {
    const other = aligned.get(mention);
    if (!other) {
      errors.push({ ...mention, problem: `missed (${mention.form})` });
      continue;
    }
    known.add(other);
    const own = goldClusters.get(mention.person) ?? [];
    const theirs = foundClusters.get(other.person) ?? [];
    const shared = own.filter((one) => aligned.get(one)?.person === other.person).length;
    recalled += shared / own.length;
    precise += shared / theirs.length;
    if (shared < own.length) errors.push({ ...mention, problem: `with ${shared} of ${own.length} of this person` });
    if (shared < theirs.length) errors.push({ ...mention, problem: `with ${theirs.length - shared} that are not` });
  }
  for (const mention of found) if (!known.has(mention)) errors.push({ ...mention, problem: 'no mention of a person' });
  return { precision: ratio(precise, found.length), recall: ratio(recalled, gold.length), errors };
}
