/** The timeline: what a corpus or an entity has in time, as a picture and as a table. It asks for the days that it shows. */
import './timeline.css';
import type { Timeline, TimelineKind, TimelineMark, WireLocation } from '../../../server/src/lsp/requests.ts';
import { dateLabel } from '../../src/labels.ts';
import { type FromPicture, TIMELINE_KINDS, type TimelineStrings, toPicture } from '../../src/pages/picture-messages.ts';
import {
  DAY,
  type Domain,
  daysQuestion,
  extentOf,
  homeOf,
  isoDay,
  spanOf,
  unitFor,
} from '../../src/pages/timeline-days.ts';
import { connect, el, filled, firstData, followLinksByEnter, markShown, strings } from '../host.ts';
import { link } from '../pieces.ts';
import { SortableTable } from '../sortable-table.ts';
import { kindChip, signBox, svgEl, tool } from '../tools.ts';
import { TimelinePicture } from './picture.ts';
import { svgDocument } from './svg-file.ts';
import { LANE_SIGN, STATES, signOf } from './symbols.ts';

interface State {
  readonly hidden: readonly TimelineKind[];
  readonly domain: Domain;
  readonly asTable: boolean;
}

const host = connect<FromPicture, State>();
const words = strings<TimelineStrings>();
const recalled = host.recall();

const hidden = new Set<TimelineKind>(TIMELINE_KINDS.filter((kind) => recalled.hidden?.includes(kind)));
let asTable = recalled.asTable === true;
let timeline: Timeline | null = null;
/** Null: all there is. */
let domain: Domain | null = isDomain(recalled.domain) ? recalled.domain : null;
let request = 0;
let language: Timeline['language'] = 'en';
/** All the time there was, when the picture was made last: who looks at all of it wants to go on doing so. */
let lastExtent: Domain | null = null;

const title = el('h1', {}, words.title);
const status = el('p', { class: 'status', role: 'status' }, words.loading);
const help = el('p', { id: 'keys', class: 'unseen' }, words.keys);
const picture = new TimelinePicture(
  {
    lanes: words.lanes,
    note: ({ within, total, rows, counts }) =>
      rows.length > 0 ? '' : counts.length > 0 ? words.tooMany : total === 0 ? '' : filled(words.inView, within, total),
    describe,
    describeCount: (kind, date, count) => `${dateWords(date)}: ${words.lanes[kind]} (${count})`,
  },
  {
    open: (location) => host.send({ type: 'open', location }),
    moved: (shown, settled) => {
      domain = shown;
      if (settled) settle();
    },
  },
  words.title,
  'keys',
);
const undated = el('details', { class: 'undated', hidden: true }, el('summary'), el('ul'));
const table = new SortableTable<Row>(
  words.title,
  [
    { label: words.date, key: ({ date }) => date ?? '~', cell: (row) => whenOf(row) },
    { label: words.kind, key: ({ kind }) => kind, cell: ({ kind }) => kind },
    {
      label: words.what,
      key: ({ label }) => label,
      cell: ({ label, follow }) => link([el('bdi', {}, label)], follow),
    },
  ],
  words.sortBy,
);
const tables = el('div', { class: 'tables', hidden: true }, table.element);

const chips = TIMELINE_KINDS.map((kind) =>
  kindChip(kind, words.lanes[kind], signPicture(kind, LANE_SIGN[kind]), hidden, () => {
    remember();
    ask();
  }),
);

const tableButton = tool(words.table, () => {
  asTable = !asTable;
  remember();
  arrange();
});
const zoomTools = el(
  'div',
  { role: 'group' },
  tool('+', () => picture.zoomBy(1.6), words.zoomIn),
  tool('−', () => picture.zoomBy(1 / 1.6), words.zoomOut),
  tool(words.fit, () => picture.fit()),
);
const earlier = tool('', () => picture.moveBy(-0.5), words.earlier);
const later = tool('', () => picture.moveBy(0.5), words.later);
const moveTools = el('div', { role: 'group' }, earlier, later);
const saveButton = tool(words.saveSvg, save);
document.body.append(
  el(
    'main',
    {},
    el('header', {}, title, status),
    el(
      'div',
      { class: 'tools' },
      el('div', { role: 'group', 'aria-label': words.show }, ...chips),
      moveTools,
      zoomTools,
      el('div', {}, tableButton, saveButton),
    ),
    legend(),
    help,
    picture.frame,
    tables,
    undated,
  ),
);
followLinksByEnter();

/** The signs, with what a hollow or dashed one means. */
function legend(): HTMLElement {
  const entry = (lane: TimelineKind, kind: TimelineMark['kind'], label: string, more = '') =>
    el('li', {}, signPicture(lane, kind, more), label);
  return el(
    'ul',
    { class: 'legend', 'aria-label': words.legend },
    entry('meeting', 'reception', words.marks.reception),
    ...STATES.map((state) =>
      entry('agreement', state, words.marks[state], state === 'planned' || state === 'ended' ? 'strokes' : ''),
    ),
    entry('tenure', 'former', words.marks.former),
    entry('article', 'article', words.inferred, 'inferred'),
    entry('meeting', 'meeting', words.planned, 'planned'),
  );
}

function signPicture(lane: TimelineKind, kind: TimelineMark['kind'], more = ''): Node {
  const group = svgEl('g', { class: `sign ${lane} ${more}` });
  group.append(svgEl('path', { d: signOf(kind) }));
  return signBox({ viewBox: '-8 -8 16 16', width: '16', height: '16' }, group);
}

function remember(): void {
  host.remember({ hidden: [...hidden], domain: domain ?? picture.domain, asTable });
}

/** Asks for what is in sight, and a margin on both sides. */
function ask(): void {
  performance.mark('asked');
  request++;
  const kinds = TIMELINE_KINDS.filter((kind) => !hidden.has(kind));
  host.send({ type: 'timeline', request, ...daysQuestion(domain), kinds });
}

/** The picture has come to rest. */
function settle(): void {
  remember();
  ask();
  if (asTable) showTable();
}

function show(found: Timeline): void {
  const first = timeline === null;
  timeline = found;
  language = found.language;
  picture.frame.lang = language;
  picture.frame.dir = language === 'ar' ? 'rtl' : 'ltr';
  // Time goes the way the words go: in Arabic the later is further left.
  earlier.textContent = picture.isRtl || language === 'ar' ? '▶' : '◀';
  later.textContent = language === 'ar' ? '◀' : '▶';
  moveTools.dir = language === 'ar' ? 'rtl' : 'ltr';
  const name = found.entity?.name ?? words.whole;
  title.replaceChildren(`${words.title}: `, el('bdi', {}, name));
  document.title = `${words.title}: ${name}`;
  const extent = extentOf(found);
  const isThere = extent !== null;
  status.textContent = isThere ? statusOf(found) : words.nothing;
  if (extent === null) picture.clear();
  else {
    const isAll = domain !== null && lastExtent !== null && domain[0] === lastExtent[0] && domain[1] === lastExtent[1];
    const home = homeOf(found) ?? extent;
    const shown = domain === null ? home : isAll ? extent : domain;
    lastExtent = extent;
    if (domain === null && unitFor(shown) !== 'year') {
      // The first question could not know how much time there is.
      domain = shown;
      timeline = first ? null : timeline;
      ask();
      return;
    }
    domain = shown;
    picture.show(found, extent, shown);
  }
  showUndated(found);
  arrange();
  if (first) {
    markShown();
  }
}

function statusOf({ lanes }: Timeline): string {
  const rows = lanes.filter((lane) => lane.rows.length > 0 && lane.rows.length < lane.within);
  return rows
    .map((lane) => `${words.lanes[lane.kind]}: ${filled(words.rowsShown, lane.rows.length, lane.within)}`)
    .join('. ');
}

function arrange(): void {
  const isThere = timeline !== null && timeline.extent !== null;
  picture.frame.hidden = asTable || !isThere;
  zoomTools.hidden = !isThere;
  moveTools.hidden = !isThere;
  saveButton.hidden = !isThere || asTable;
  tables.hidden = !asTable || !isThere;
  tableButton.hidden = !isThere;
  tableButton.textContent = asTable ? words.picture : words.table;
  tableButton.setAttribute('aria-label', asTable ? words.picture : words.table);
  if (asTable) showTable();
}

interface Row {
  readonly date: string | null;
  readonly kind: string;
  readonly label: string;
  readonly inferred: boolean;
  readonly follow: () => void;
}

/** What is in sight, as text. */
function showTable(): void {
  if (timeline === null || domain === null) return;
  const [from, to] = domain;
  const inSight = (date: string | null) => {
    const span = spanOf(date);
    return span !== null && span[1] > from && span[0] < to;
  };
  const rowOf = (mark: TimelineMark): Row => ({
    date: mark.date,
    kind: words.marks[mark.kind],
    label: mark.label,
    inferred: mark.inferred,
    follow: () => open(mark.location),
  });
  const rows = timeline.lanes.flatMap(({ kind, marks, counts, rows }) => [
    ...marks.filter(({ date }) => inSight(date)).map(rowOf),
    ...rows.flatMap((row) => row.marks.filter(({ date }) => inSight(date)).map(rowOf)),
    ...counts
      .filter(({ date }) => inSight(date))
      .map(
        ({ date, count }): Row => ({
          date,
          kind: words.lanes[kind],
          label: String(count),
          inferred: false,
          follow: () => {
            const span = spanOf(date);
            if (span !== null) picture.goTo(span);
          },
        }),
      ),
  ]);
  table.show(rows);
  table.element.caption?.replaceChildren(
    `${title.textContent} (${dateWords(isoDay(from))} – ${dateWords(isoDay(to - 1))})`,
  );
}

function whenOf({ date, inferred }: Row): string {
  return inferred ? `${dateWords(date)} (${words.inferred})` : dateWords(date);
}

function showUndated({ undated: marks, undatedTotal }: Timeline): void {
  undated.hidden = marks.length === 0;
  const [summary, list] = undated.children;
  const some = marks.length < undatedTotal ? filled(words.inView, marks.length, undatedTotal) : String(undatedTotal);
  if (summary !== undefined) summary.textContent = filled(words.undatedSome, some);
  list?.replaceChildren(
    ...marks.map(({ kind, label, location }) =>
      el(
        'li',
        {},
        `${words.marks[kind]}: `,
        link([el('bdi', {}, label)], () => open(location)),
      ),
    ),
  );
}

function describe(mark: TimelineMark): string {
  const span = spanOf(mark.date);
  const vague = span !== null && span[1] - span[0] > DAY ? ` (${words.vague})` : '';
  const inferred = mark.inferred ? ` (${words.inferred})` : '';
  return `${words.marks[mark.kind]}, ${dateWords(mark.date)}${vague}${inferred}: ${mark.label}`;
}

const dateWords = (date: string | null): string => (date === null ? words.undated : dateLabel(date, language));

function open(location: WireLocation): void {
  host.send({ type: 'open', location });
}

function save(): void {
  const background = getComputedStyle(document.body).backgroundColor;
  const content = svgDocument([picture.axisSvg, picture.svg], document.title, background, language);
  host.send({ type: 'save', format: 'svg', content });
}

function isDomain(value: unknown): value is Domain {
  return (
    Array.isArray(value) && value.length === 2 && value.every((each) => Number.isFinite(each)) && value[0] < value[1]
  );
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPicture(data);
  switch (message?.type) {
    case 'say':
      status.textContent = message.text;
      return;
    case 'changed':
      ask();
      return;
    case 'timeline':
      if (message.request !== request) return;
      performance.mark('answered');
      if (message.timeline !== null) {
        if (message.atHome === true) domain ??= homeOf(message.timeline);
        show(message.timeline);
        return;
      }
      timeline = null;
      picture.clear();
      undated.hidden = true;
      status.textContent = words.gone;
      arrange();
  }
});

host.send({ type: 'ready' });
const first = Object.keys(recalled).length === 0 ? toPicture(firstData()) : null;
if (first?.type === 'timeline' && first.timeline !== null) {
  domain = homeOf(first.timeline);
  show(first.timeline);
} else ask();
