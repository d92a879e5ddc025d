/**
 * Who is said to hold which office: one claim for an article, a person and an office. A claim of the program is right if its person is
 * the reader's, its evidence reaches the office's words, at least half of the words of both titles are shared, the country is the one
 * that the words say, and «former» agrees. Counted neither way: a second claim that is met by the same mark, and the office of a person
 * under a title of fewer words than one that is marked for them in the article («الرئيس فلان» after «الرئيس الفرنسي فلان»). Where an
 * optional mark and another fit, the other is met.
 */
import { fold } from '../../server/src/text/fold.ts';
import type { GoldOffice } from './gold.ts';
import type { FoundOffice } from './program.ts';
import { groupBy, overlap, type Problem, ratio, type Score } from './score.ts';

export function scoreOffices(
  gold: readonly GoldOffice[],
  found: readonly FoundOffice[],
  persons: ReadonlyMap<string, string>,
  textOf: (article: string) => string,
): Score {
  const claims = [
    ...groupBy(found, (claim) => [claim.article, claim.person, claim.office, claim.former].join(' ')).values(),
  ];
  const byArticle = groupBy(gold, ({ article }) => article);
  const met = new Set<GoldOffice>();
  const errors: Problem[] = [];
  let right = 0;
  let counted = 0;
  for (const attestations of claims) {
    const likely = attestations.flatMap((claim) => {
      const person = persons.get(`${claim.article} ${claim.person}`);
      return (byArticle.get(claim.article) ?? [])
        .filter((office) => office.person === person && office.former === claim.former)
        .filter(({ country }) => country === null || country === claim.country)
        .filter(({ spans }) => spans.some((span) => overlap(span, claim) > 0))
        .map((office) => ({ office, likeness: likenessOf(office, claim, textOf(claim.article)) }));
    });
    const best = likely
      .filter(({ likeness }) => likeness >= 0.5)
      .sort(
        (a, b) =>
          Number(met.has(a.office)) - Number(met.has(b.office)) ||
          Number(a.office.optional) - Number(b.office.optional) ||
          b.likeness - a.likeness,
      )[0]?.office;
    if (best === undefined) {
      if (isShorter(attestations, byArticle, persons, textOf)) continue;
      counted++;
      const [claim] = attestations as [FoundOffice];
      errors.push({ ...claim, problem: `wrong office: ${claim.title} (${claim.country ?? 'no country'})` });
    } else if (!met.has(best)) {
      met.add(best);
      if (!best.optional) {
        right++;
        counted++;
      }
    }
  }
  const wanted = gold.filter(({ optional }) => !optional);
  for (const office of wanted)
    if (!met.has(office)) {
      const [span] = office.spans;
      if (span) errors.push({ article: office.article, ...span, problem: `office missed (${office.person})` });
    }
  return { precision: ratio(right, counted), recall: ratio(right, wanted.length), errors };
}

/** Whether the claim's person has a marked office in the article whose words, and more, are the claim's. */
function isShorter(
  [claim]: readonly FoundOffice[],
  byArticle: ReadonlyMap<string, readonly GoldOffice[]>,
  persons: ReadonlyMap<string, string>,
  textOf: (article: string) => string,
): boolean {
  if (claim === undefined || claim.country !== null) return false;
  const own = words(claim.title);
  const person = persons.get(`${claim.article} ${claim.person}`);
  return (byArticle.get(claim.article) ?? []).some((office) => {
    const [span] = office.spans;
    if (!span || office.person !== person || office.former !== claim.former) return false;
    const marked = words(textOf(claim.article).slice(span.start, span.end));
    return own.size < marked.size && [...own].every((word) => marked.has(word));
  });
}

/** Words that both titles have, of all the words of both; the likest of the places where the article gives the office. */
function likenessOf({ spans, otherWords, optional }: GoldOffice, { title }: FoundOffice, text: string): number {
  if (otherWords || optional) return 1;
  const theirs = words(title);
  const likenesses = spans.map(({ start, end }) => {
    const own = words(text.slice(start, end));
    const shared = [...own].filter((word) => theirs.has(word)).length;
    return shared / (own.size + theirs.size - shared);
  });
  return Math.max(...likenesses);
}

/** Folded, without the article and the proclitics before it: «للدفاع», «الدفاع» and «دفاع» are one word. */
function words(title: string): Set<string> {
  return new Set(
    (fold(title).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^(?:[وفبك]?ال|لل)(?=..)/u, '')),
  );
}
