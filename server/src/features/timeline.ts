/**
 * What of a corpus, or of one entity, has its place in time: articles, meetings, visits and calls, the states of agreements and the
 * attestations of tenures. A picture asks for the days it shows: what is few enough comes one by one, what is more comes counted.
 */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { AgreementState, EventKind, EventModality, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, Entity, EventEntity, TenureOutline } from '../resolve/entities.ts';
import { SharedSteps } from '../resolve/steps.ts';
import { introduction, introductionIn } from './definition.ts';
import type { Language } from './language.ts';
import { messagesFor } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { headOf } from './same-events.ts';
import { articlesOf } from './subject.ts';
import type { Target } from './target.ts';
import { type Days, daysOf } from './time-span.ts';
import { type AgreementOutline, outlineOfAgreement, wholeCorpus } from './whole-corpus.ts';

export type TimelineKind = 'article' | 'meeting' | 'visit' | 'call' | 'agreement' | 'tenure';
export const TIMELINE_KINDS: readonly TimelineKind[] = ['article', 'meeting', 'visit', 'call', 'agreement', 'tenure'];

/** How finely is counted. */
export type TimelineUnit = 'year' | 'month' | 'day';

export interface TimelineRequest {
  /** Null: all of the corpus. */
  readonly entity: Entity | null;
  /** The first and the last day shown; null: from the first, to the last there is. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly kinds: readonly TimelineKind[];
  readonly unit: TimelineUnit;
}

export interface Timeline {
  /** The first and the last day of anything; null where nothing has a date. */
  readonly extent: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Of articles alone: what they tell of may lie decades before. */
  readonly articles: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly lanes: readonly Lane[];
  /** Of the kinds asked for, without a year; the first so many of `undatedTotal`. */
  readonly undated: readonly Mark[];
  readonly undatedTotal: number;
}

export interface Lane {
  readonly kind: TimelineKind;
  /** With a date, in all. */
  readonly total: number;
  /** In the days asked for: marks, and of agreements and tenures rows. */
  readonly within: number;
  /** One by one where there are few enough, else those whose date is only a year or a month. By date. */
  readonly marks: readonly Mark[];
  /** The others, counted by unit, where they are too many. */
  readonly counts: readonly { readonly date: IsoDate; readonly count: number }[];
  /** Of agreements and tenures: those with the most to show, by date. */
  readonly rows: readonly LaneRow[];
}

export interface LaneRow {
  readonly id: string;
  readonly name: string;
  /** Of a tenure in the corpus its office; else ''. */
  readonly detail: string;
  readonly target: Target;
  /** Within the days asked for, and the ones just before and after them, by date. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly id: string;
  readonly kind: 'article' | Exclude<EventKind, 'signing' | 'statement'> | AgreementState | 'held' | 'former';
  /** As far as it is known; null without a year. */
  readonly date: IsoDate | null;
  /** Nothing states the day: it is that of the article, or inferred. */
  readonly inferred: boolean;
  readonly modality: EventModality;
  readonly label: string;
  readonly target: Target;
}

/** What has its place in time, before anybody looks at it: words are made for what is shown. */
interface Point {
  readonly date: IsoDate | null;
  /** Null where there is no year. */
  readonly days: Days | null;
  readonly make: (language: Language) => Mark | null;
}

interface Row {
  readonly id: string;
  readonly name: () => string;
  readonly detail: () => string;
  readonly target: () => Target | null;
  /** Dated, by date. */
  readonly points: readonly Point[];
  readonly weight: number;
}

interface Gathered {
  readonly points: Readonly<Record<PointKind, readonly Point[]>>;
  readonly rows: Readonly<Record<RowKind, readonly Row[]>>;
  readonly undated: readonly (readonly [TimelineKind, Point])[];
  readonly extent: Timeline['extent'];
  readonly articles: Timeline['articles'];
}

type PointKind = 'article' | 'meeting' | 'visit' | 'call';
type RowKind = 'agreement' | 'tenure';

/** Marks of a lane one by one, and its rows: what a picture can set apart, and a reader take in. */
const MARKS_LIMIT = 240;
const ROWS_LIMIT = 40;
/** Attestations in one row. */
const ROW_MARKS_LIMIT = 200;
const UNDATED_LIMIT = 100;
const LABEL_LIMIT = 120;

/** So many entities are looked at between two moments at which a question may be called off. */
const STRIDE = 100;
/** So many have their words made between two such moments. */
const FEW = 20;

const EVENT_LANES: Partial<Record<EventKind, PointKind>> = {
  meeting: 'meeting',
  reception: 'meeting',
  visit: 'visit',
  call: 'call',
};

/**
 * What all of a corpus or an entity has is gathered once for a snapshot, going through the corpus for the former; the rest costs what
 * is in the days asked for. Yields now and then while it gathers, so that whoever drives it can stop.
 */
export function* timeline(snapshot: Snapshot, request: TimelineRequest, language: Language): Generator<void, Timeline> {
  const gathered = yield* gather(snapshot, request.entity);
  const { kinds, from, to, unit } = request;
  const shown: Days = {
    first: from === null ? Number.NEGATIVE_INFINITY : (daysOf(from)?.first ?? Number.NEGATIVE_INFINITY),
    last: to === null ? Number.POSITIVE_INFINITY : (daysOf(to)?.last ?? Number.POSITIVE_INFINITY),
  };
  const asked = TIMELINE_KINDS.filter((kind) => kinds.includes(kind));
  const undated = gathered.undated.filter(([kind]) => kinds.includes(kind));
  const lanes: Lane[] = [];
  for (const kind of asked) {
    yield;
    lanes.push(
      kind === 'agreement' || kind === 'tenure'
        ? yield* rowLane(kind, gathered.rows[kind], shown, language)
        : yield* pointLane(kind, gathered.points[kind], shown, unit, language),
    );
  }
  return {
    extent: gathered.extent,
    articles: gathered.articles,
    lanes,
    undated: yield* made(
      undated.slice(0, UNDATED_LIMIT).map(([, each]) => each),
      language,
    ),
    undatedTotal: undated.length,
  };
}

/** What was gathered of a snapshot, by entity ('' for all of it). */
const gatheredOf = new WeakMap<Snapshot, Map<string, SharedSteps<Gathered>>>();

function* gather(snapshot: Snapshot, entity: Entity | null): Generator<void, Gathered> {
  let known = gatheredOf.get(snapshot);
  if (known === undefined) {
    known = new Map();
    gatheredOf.set(snapshot, known);
  }
  const key = entity?.id ?? '';
  let shared = known.get(key);
  if (shared === undefined) {
    shared = new SharedSteps(() => gatherAnew(snapshot, entity));
    known.set(key, shared);
  }
  return yield* shared.join();
}

function* gatherAnew(snapshot: Snapshot, entity: Entity | null): Generator<void, Gathered> {
  const { articles, events, agreements, tenures } =
    entity === null ? yield* ofCorpus(snapshot) : yield* ofEntity(snapshot, entity);
  const points: Record<PointKind, Point[]> = { article: [], meeting: [], visit: [], call: [] };
  let looked = 0;
  for (const [path, date] of articles) {
    points.article.push(articlePoint(snapshot, entity, path, date));
    if (++looked % STRIDE === 0) yield;
  }
  for (const event of events) {
    const lane = EVENT_LANES[event.kind];
    if (lane !== undefined) points[lane].push(eventPoint(snapshot, event));
  }
  yield;
  const rows: Record<RowKind, Row[]> = { agreement: [], tenure: [] };
  const without: (readonly [TimelineKind, Point])[] = [];
  const add = (kind: RowKind, row: Row, all: readonly Point[]) => {
    for (const point of all) if (point.days === null) without.push([kind, point]);
    if (row.points.length > 0) rows[kind].push(row);
  };
  for (const agreement of agreements) {
    const all = statePoints(snapshot, agreement);
    add('agreement', agreementRow(snapshot, agreement, all), all);
    if (++looked % STRIDE === 0) yield;
  }
  for (const tenure of tenures) {
    const all = attestationPoints(snapshot, tenure);
    add('tenure', tenureRow(snapshot, entity, tenure, all), all);
    if (++looked % STRIDE === 0) yield;
  }
  yield;
  for (const kind of ['article', 'meeting', 'visit', 'call'] as const)
    for (const point of points[kind]) if (point.days === null) without.push([kind, point]);
  const ordered = {
    article: dated(points.article),
    meeting: dated(points.meeting),
    visit: dated(points.visit),
    call: dated(points.call),
  };
  const inRows = Object.values(rows).flatMap((list) => list.map((row) => row.points));
  yield;
  return {
    points: ordered,
    rows,
    undated: without,
    extent: extentOf([...Object.values(ordered), ...inRows]),
    articles: extentOf([ordered.article]),
  };
}

/** What has its place in time. */
interface Told {
  readonly articles: Iterable<readonly [ArticlePath, IsoDate | null]>;
  readonly events: readonly EventEntity[];
  readonly agreements: readonly AgreementOutline[];
  readonly tenures: readonly TenureOutline[];
}

function* ofCorpus(snapshot: Snapshot): Generator<void, Told> {
  const { dates: articles, encounters: events, agreements, tenures } = yield* wholeCorpus(snapshot);
  return { articles, events, agreements, tenures };
}

function* ofEntity(snapshot: Snapshot, entity: Entity): Generator<void, Told> {
  const { resolution } = snapshot;
  const articles = articlesOf(snapshot, entity).map(({ path, date }) => [path, date?.value ?? null] as const);
  const isActor = entity.kind === 'person' || entity.kind === 'office';
  const events = isActor ? resolution.events.of(entity.id) : [];
  yield;
  const ids = entity.kind === 'agreement' ? [entity.id] : entity.kind === 'person' ? entity.agreements : [];
  const agreements: AgreementOutline[] = [];
  for (const id of ids) {
    const agreement = resolution.entities.get(id);
    if (agreement?.kind === 'agreement') agreements.push(outlineOfAgreement(agreement));
    yield;
  }
  if (isActor) return { articles, events, agreements, tenures: entity.tenures };
  const tenures: TenureOutline[] = [];
  for (const id of entity.kind === 'organization' ? entity.offices : []) {
    const office = resolution.entities.get(id);
    if (office?.kind === 'office') tenures.push(...office.tenures);
    yield;
  }
  return { articles, events, agreements, tenures };
}

function point(date: IsoDate | null, make: Point['make']): Point {
  return { date, days: date === null ? null : daysOf(date), make };
}

function articlePoint(snapshot: Snapshot, entity: Entity | null, path: ArticlePath, date: IsoDate | null): Point {
  return point(date, () => {
    const article = snapshot.articles.get(path);
    if (article === undefined) return null;
    return {
      id: `article:${path}`,
      kind: 'article',
      date: article.date === null || daysOf(article.date.value) === null ? null : article.date.value,
      inferred: article.date?.inferred ?? false,
      modality: 'happened',
      label: shortened(displayable(article.title), LABEL_LIMIT),
      target: (entity === null ? null : introductionIn(snapshot, entity, path)) ?? headOf(article),
    };
  });
}

function eventPoint(
  snapshot: Snapshot,
  { id, kind, modality, date, dateStated, actors, tellings }: EventEntity,
): Point {
  return point(date, (language) => {
    const [telling] = tellings;
    if (telling === undefined || kind === 'signing' || kind === 'statement') return null;
    const { eventKinds, eventModalities, listSeparator } = messagesFor(language);
    const what = modality === 'happened' ? eventKinds[kind] : `${eventKinds[kind]} (${eventModalities[modality]})`;
    const who = actors.map(({ entity }) => nameOf(snapshot, entity)).filter((name) => name !== '');
    return {
      id,
      kind,
      date,
      inferred: !dateStated,
      modality,
      label: shortened(`${what}: ${who.join(listSeparator)}`, LABEL_LIMIT),
      target: { article: telling.article, span: telling.trigger },
    };
  });
}

function statePoints(snapshot: Snapshot, { id, states }: AgreementOutline): Point[] {
  return states.map(({ state, date, evidence }, index) =>
    point(date ?? evidence.date, (language) => ({
      id: `${id} ${index}`,
      kind: state,
      date: date ?? evidence.date,
      inferred: date === null,
      modality: state === 'planned' ? 'planned' : 'happened',
      label: `${nameOf(snapshot, id)}: ${messagesFor(language).agreementStates[state]}`,
      target: { article: evidence.article, span: evidence.span },
    })),
  );
}

function agreementRow(snapshot: Snapshot, { id, articles }: AgreementOutline, points: readonly Point[]): Row {
  return {
    id,
    name: () => nameOf(snapshot, id),
    detail: () => '',
    target: () => {
      const agreement = snapshot.resolution.entities.get(id);
      return agreement === undefined ? null : introduction(snapshot, agreement, null);
    },
    points: dated(points),
    weight: articles,
  };
}

/** An article proves an office on its own date; nothing says when it began or ended. */
function attestationPoints(snapshot: Snapshot, { person, office, attestations }: TenureOutline): Point[] {
  return attestations.map(({ article, date, span, former, title }, index) =>
    point(date, (language) => {
      const messages = messagesFor(language);
      const name = `${nameOf(snapshot, person)}${messages.listSeparator}${displayable(title)}`;
      return {
        id: `${person} ${office} ${index}`,
        kind: former ? 'former' : 'held',
        date,
        inferred: snapshot.articles.get(article)?.date?.inferred ?? false,
        modality: 'happened',
        label: shortened(former ? `${name} (${messages.former})` : name, LABEL_LIMIT),
        target: { article, span },
      };
    }),
  );
}

function tenureRow(snapshot: Snapshot, entity: Entity | null, tenure: TenureOutline, points: readonly Point[]): Row {
  const { person, office, title, attestations } = tenure;
  const [first] = attestations;
  const isHis = entity?.kind === 'person';
  return {
    id: `${person} ${office}`,
    name: () => (isHis ? shortened(displayable(title), LABEL_LIMIT) : nameOf(snapshot, person)),
    detail: () => (isHis || entity?.kind === 'office' ? '' : shortened(displayable(title), LABEL_LIMIT)),
    target: () => (first === undefined ? null : { article: first.article, span: first.span }),
    points: dated(points),
    weight: attestations.length,
  };
}

function nameOf({ resolution }: Snapshot, id: string): string {
  return shortened(displayable(resolution.entities.get(id)?.name ?? ''), LABEL_LIMIT);
}

/** Those with a year, by their first day; the more exact first. */
function dated(points: readonly Point[]): Point[] {
  return points.filter(({ days }) => days !== null).sort((a, b) => firstOf(a) - firstOf(b) || lastOf(a) - lastOf(b));
}

const firstOf = ({ days }: Point): number => days?.first ?? 0;
const lastOf = ({ days }: Point): number => days?.last ?? 0;
const isDay = (each: Point): boolean => firstOf(each) === lastOf(each);

/** Those of `points` (by their first day) that reach into some days. */
function within(points: readonly Point[], { first, last }: Days): Point[] {
  return points.slice(0, countUpTo(points, last)).filter((each) => lastOf(each) >= first);
}

/** How many begin on this day or before. */
function countUpTo(points: readonly Point[], day: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstOf(points[middle] as Point) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of some, a few at a time: those of an article may have to be read from its file. */
function* made(points: readonly Point[], language: Language): Generator<void, Mark[]> {
  const marks: Mark[] = [];
  let looked = 0;
  for (const each of points) {
    const mark = each.make(language);
    if (mark !== null) marks.push(mark);
    if (++looked % FEW === 0) yield;
  }
  return marks;
}

function* pointLane(
  kind: TimelineKind,
  points: readonly Point[],
  days: Days,
  unit: TimelineUnit,
  language: Language,
): Generator<void, Lane> {
  const found = within(points, days);
  const few = found.length <= MARKS_LIMIT;
  const single = few ? found : found.filter((each) => !isDay(each)).slice(0, MARKS_LIMIT);
  const length = { year: 4, month: 7, day: 10 }[unit];
  const counts = new Map<IsoDate, number>();
  if (!few)
    for (const each of found) {
      if (!isDay(each)) continue;
      const date = each.date?.slice(0, length) ?? '';
      counts.set(date, (counts.get(date) ?? 0) + 1);
    }
  return {
    kind,
    total: points.length,
    within: found.length,
    marks: yield* made(single, language),
    counts: [...counts].map(([date, count]) => ({ date, count })),
    rows: [],
  };
}

function* rowLane(kind: RowKind, rows: readonly Row[], days: Days, language: Language): Generator<void, Lane> {
  const found = rows
    .map((row) => ({ row, points: within(row.points, days) }))
    .filter(({ row, points }) => points.length > 0 || spans(row, days));
  const most = found
    .sort((a, b) => b.points.length - a.points.length || b.row.weight - a.row.weight || byId(a.row, b.row))
    .slice(0, ROWS_LIMIT)
    .sort((a, b) => firstOf(a.row.points[0] as Point) - firstOf(b.row.points[0] as Point) || byId(a.row, b.row));
  yield;
  const shown: LaneRow[] = [];
  for (const { row } of most) {
    yield;
    const target = row.target();
    if (target === null) continue;
    const marks = yield* made(around(row.points, days), language);
    shown.push({ id: row.id, name: row.name(), detail: row.detail(), target, marks });
  }
  return { kind, total: rows.length, within: found.length, marks: [], counts: [], rows: shown };
}

const byId = (a: Row, b: Row): number => (a.id < b.id ? -1 : 1);

/** Said before these days and after them: it goes through them. */
function spans({ points }: Row, { first, last }: Days): boolean {
  const [earliest] = points;
  const latest = points.at(-1);
  return earliest !== undefined && latest !== undefined && firstOf(earliest) < first && lastOf(latest) > last;
}

/** Those within the days with the nearest on both sides, so that a line can go on beyond them; no more than can be told apart. */
function around(points: readonly Point[], days: Days): Point[] {
  const inside = within(points, days);
  const before = points.findLast((each) => lastOf(each) < days.first);
  const after = points.find((each) => firstOf(each) > days.last);
  const step = Math.ceil(inside.length / ROW_MARKS_LIMIT);
  // Every so many, and the last: a row of so many attestations is a line.
  const some = step <= 1 ? inside : inside.filter((_, index) => index % step === 0 || index === inside.length - 1);
  return [...(before ? [before] : []), ...some, ...(after ? [after] : [])];
}

/** Of lists in the order of their first days. */
function extentOf(lists: readonly (readonly Point[])[]): Timeline['extent'] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const list of lists)
    for (const each of list) {
      first = Math.min(first, firstOf(each));
      last = Math.max(last, lastOf(each));
    }
  return first > last ? null : { from: isoOf(first), to: isoOf(last) };
}

const isoOf = (day: number): IsoDate => new Date(day * 86_400_000).toISOString().slice(0, 10);
