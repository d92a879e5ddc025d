/**
 * Which tellings are one event: those of one kind, the same people and one modality (their `key`) whose dates agree within their
 * precision. A function of the set of tellings, so that it cannot depend on their order. A meeting and a reception may be the same
 * event in other words, unless two articles differ on who received whom.
 */
import type { EventFact, IsoDate } from '../recognize/facts.ts';
import { groupBy } from './collections.ts';
import type { ArticlePath, EntityId, EventEntity } from './entities.ts';
import { byCodeUnit } from './keys.ts';

/** A telling with those it names, resolved. */
export interface Telling {
  readonly path: ArticlePath;
  readonly index: number;
  readonly fact: EventFact;
  readonly articleDate: IsoDate | null;
  readonly actors: EventEntity['actors'];
  readonly agreement: EntityId | null;
  readonly place: EntityId | null;
  readonly key: string;
}

/** Tellings of one event, with the date that they come to. */
export interface EventCluster {
  readonly tellings: readonly Telling[];
  readonly date: IsoDate | null;
  readonly stated: boolean;
}

/** News is told on the day or so many days after. */
const NEWS_DAYS = 2;
const DAY = 86_400_000;
const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

/** The events among tellings of one key, in order of date. */
export function clustersOf(tellings: readonly Telling[]): EventCluster[] {
  const [first] = tellings;
  if (first === undefined) return [];
  const ordered = [...tellings].sort(byTelling);
  const byHost = hosts(ordered);
  return byHost
    .flatMap((same) => byDates(same))
    .sort(
      (a, b) =>
        byCodeUnit(a.date ?? '~', b.date ?? '~') || byTelling(a.tellings[0] as Telling, b.tellings[0] as Telling),
    );
}

export const byTelling = (a: Telling, b: Telling): number =>
  byCodeUnit(a.articleDate ?? '~', b.articleDate ?? '~') || byCodeUnit(a.path, b.path) || a.index - b.index;

/** Apart where receptions differ on the host; who only met then is neither's. */
function hosts(tellings: readonly Telling[]): Telling[][] {
  const hostOf = ({ fact, actors }: Telling) =>
    fact.kind === 'reception' ? actors.flatMap(({ entity, role }) => (role === 'host' ? [entity] : [])).join('+') : '';
  const groups = groupBy(tellings, hostOf);
  const received = [...groups.keys()].filter((host) => host !== '');
  return received.length > 1 ? [...groups.values()] : [[...tellings]];
}

function byDates(tellings: readonly Telling[]): EventCluster[] {
  const [first] = tellings as readonly [Telling, ...Telling[]];
  const days = new Map<IsoDate, Telling[]>();
  const vague = new Map<IsoDate, Telling[]>();
  const news: (readonly [IsoDate, Telling])[] = [];
  const undated: Telling[] = [];
  for (const telling of tellings) {
    const { date, news: isNews } = telling.fact;
    if (date !== null) push(FULL_DATE.test(date) ? days : vague, date, telling);
    else if (isNews && telling.articleDate !== null && FULL_DATE.test(telling.articleDate))
      news.push([telling.articleDate, telling]);
    else undated.push(telling);
  }
  const unstated = new Map<IsoDate, Telling[]>();
  const reach = first.fact.kind === 'statement' ? 0 : NEWS_DAYS;
  let start: IsoDate | null = null;
  for (const [day, telling] of news.sort(([a], [b]) => byCodeUnit(a, b))) {
    const stated = daysBack(day, reach).find((each) => days.has(each));
    if (stated !== undefined) {
      push(days, stated, telling);
      continue;
    }
    if (start === null || daysBetween(start, day) > reach) start = day;
    push(unstated, start, telling);
  }
  // «في شباط» is the one day of February that is known.
  for (const [date, list] of [...vague].sort(([a], [b]) => byCodeUnit(a, b))) {
    const fitting = [...days.keys()].filter((day) => day.startsWith(date));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) continue;
    for (const telling of list) push(days, only, telling);
    vague.delete(date);
  }
  const clusters: { tellings: Telling[]; date: IsoDate | null; stated: boolean }[] = [
    ...[...days, ...vague].map(([date, list]) => ({ tellings: list, date, stated: true })),
    ...[...unstated].map(([date, list]) => ({ tellings: list, date, stated: false })),
  ];
  const [onlyDated, another] = clusters;
  const apart = new Map<ArticlePath, Telling[]>();
  for (const telling of undated) {
    // Where nothing says when: the one event of an article without a date; of an agreement, its one signing.
    const inArticle = clusters.filter((cluster) => cluster.tellings.some(({ path }) => path === telling.path));
    const own = telling.articleDate === null && inArticle.length === 1 ? inArticle[0] : undefined;
    const signing = telling.agreement !== null && another === undefined ? onlyDated : undefined;
    const into = signing ?? own;
    if (into !== undefined) into.tellings.push(telling);
    else push(apart, telling.agreement === null ? telling.path : '', telling);
  }
  return [...clusters, ...[...apart.values()].map((list) => ({ tellings: list, date: null, stated: false }))].map(
    (cluster) => ({ ...cluster, tellings: cluster.tellings.sort(byTelling) }),
  );
}

function push<Key>(lists: Map<Key, Telling[]>, key: Key, telling: Telling): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [telling]);
  else list.push(telling);
}

/** The day itself and so many before it. */
const daysBack = (day: IsoDate, count: number): IsoDate[] =>
  Array.from({ length: count + 1 }, (_, i) => new Date(Date.parse(day) - i * DAY).toISOString().slice(0, 10));

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / DAY;
