/**
 * Meetings, visits, calls and signings: one for an article, a kind, a modality and those who take part. A reception counts as a
 * meeting. An event of the program is right if its article, kind and modality are those of a marked one, and those who take part agree:
 * at least half of all named on either side are named on both, or, where the mark names three or more, at least two of them and nobody
 * else. Who is marked as «may be named too» counts neither way; where the mark names persons, states count neither way. A second
 * telling of a marked event counts neither way. A statement is no event here, nor what the article denies.
 */
import type { GoldEvent } from './gold.ts';
import type { FoundEvent } from './program.ts';
import { groupBy, type Problem, ratio, type Score } from './score.ts';

const KINDS: Readonly<Record<string, GoldEvent['kind']>> = {
  meeting: 'meeting',
  reception: 'meeting',
  visit: 'visit',
  call: 'call',
  signing: 'signing',
};

/** `kinds`: the kinds that are scored. `persons`: `ARTICLE ENTITY` → person, from `personsOf`. */
export function scoreEvents(
  marked: readonly GoldEvent[],
  allFound: readonly FoundEvent[],
  persons: ReadonlyMap<string, string>,
  kinds: readonly GoldEvent['kind'][],
): Score {
  const gold = groupBy(
    marked.filter(({ kind }) => kinds.includes(kind)),
    ({ article }) => article,
  );
  const found = allFound.flatMap((event) => {
    const kind = KINDS[event.kind];
    if (kind === undefined || !kinds.includes(kind) || event.modality === 'denied') return [];
    const participants = new Set(event.participants.map((id) => persons.get(`${event.article} ${id}`) ?? id));
    return [{ ...event, kind, participants }];
  });
  const met = new Set<GoldEvent>();
  const wrong = new Map<string, Problem>();
  let right = 0;
  for (const event of found) {
    const { article, kind, modality, participants, trigger } = event;
    const fitting = (gold.get(article) ?? []).filter(
      (one) => one.kind === kind && one.modality === modality && agree(one, participants),
    );
    const best = fitting.find((one) => !met.has(one)) ?? fitting[0];
    if (best === undefined) {
      const key = [article, kind, modality, ...[...participants].sort()].join(' ');
      wrong.set(key, { article, ...trigger, problem: `wrong ${kind}, ${modality}: ${[...participants].join(', ')}` });
    } else if (!met.has(best)) {
      met.add(best);
      if (!best.optional) right++;
    }
  }
  const wanted = [...gold.values()].flat().filter(({ optional }) => !optional);
  const missed = wanted
    .filter((one) => !met.has(one))
    .map(({ article, trigger, kind, modality, participants }) => ({
      article,
      ...trigger,
      problem: `${kind} missed, ${modality}: ${participants.map((names) => names.join(', ')).join(' or ')}`,
    }));
  return {
    precision: ratio(right, right + wrong.size),
    recall: ratio(right, wanted.length),
    errors: [...wrong.values(), ...missed],
  };
}

function agree({ participants, others }: GoldEvent, found: ReadonlySet<string>): boolean {
  return participants.some((names) => {
    const persons = names.some((name) => !isState(name));
    const counted = [...found].filter((name) => !others.includes(name) && !(persons && isState(name)));
    const shared = counted.filter((name) => names.includes(name)).length;
    const all = new Set([...counted, ...names]).size;
    return shared / all >= 0.5 || (names.length >= 3 && shared >= 2 && shared === counted.length);
  });
}

function isState(name: string): boolean {
  return /^[A-Z]{2}$/.test(name);
}
