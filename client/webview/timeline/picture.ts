/**
 * The timeline as SVG: lanes one below the other, their names in a column where the line of time begins. Scales, axis, signs and zoom are
 * D3's. While the picture is moved, what is drawn is only shifted; it is drawn anew where it was zoomed, or moved by most of a screen.
 */
import {
  axisTop,
  type D3ZoomEvent,
  type Selection,
  scaleUtc,
  select,
  type ZoomBehavior,
  type ZoomTransform,
  zoom,
  zoomIdentity,
} from 'd3';
import type { Timeline, TimelineKind, TimelineMark, WireLocation } from '../../../server/src/lsp/requests.ts';
import { DAY, type Domain, spanOf } from '../../src/pages/timeline-days.ts';
import { LANE_SIGN, OPEN_SYMBOLS, signOf } from './symbols.ts';
import { tickWords } from './time.ts';

type Lane = Timeline['lanes'][number];

/** What the picture says with words: the page's, and of marks. */
export interface PictureWords {
  readonly lanes: Readonly<Record<TimelineKind, string>>;
  readonly note: (lane: Lane) => string;
  readonly describe: (mark: TimelineMark) => string;
  readonly describeCount: (kind: TimelineKind, date: string, count: number) => string;
}

export interface PictureActions {
  readonly open: (location: WireLocation) => void;
  /** The days in sight are others; `settled` where they stay so for now. */
  readonly moved: (domain: Domain, settled: boolean) => void;
}

const AXIS_HEIGHT = 30;
const LANE_HEAD = 24;
const LANE_GAP = 14;
const BARS_HEIGHT = 84;
const MARK_ROW = 23;
const MARK_ROWS = 9;
const ROW = 24;
const TALL_ROW = 38;
const LABEL_WIDTH = 230;
const FACE = '15px "Noto Naskh Arabic", Amiri, "Geeza Pro", "Traditional Arabic", serif';
/** No closer than some days, no farther than twice of all there is. */
const SHORTEST = 4 * DAY;

const SVG = 'http://www.w3.org/2000/svg';

export class TimelinePicture {
  readonly frame: HTMLElement;
  readonly svg: SVGSVGElement;
  readonly axisSvg: SVGSVGElement;
  readonly #words: PictureWords;
  readonly #actions: PictureActions;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  readonly #selection: Selection<SVGSVGElement, unknown, null, undefined>;
  #timeline: Timeline | null = null;
  /** All that can be reached. */
  #extent: Domain = [0, DAY];
  #domain: Domain = [0, DAY];
  /** Where `#domain` was when the picture was drawn last. */
  #drawn: Domain = [0, DAY];
  #moving: SVGGElement | null = null;
  #isRtl = false;
  #width = 800;
  #column = 200;
  #frameWanted = 0;
  /** The mark that Tab leads to. */
  #current = '';

  constructor(words: PictureWords, actions: PictureActions, label: string, help: string) {
    this.#words = words;
    this.#actions = actions;
    this.axisSvg = svgEl('svg', { class: 'axis', 'aria-hidden': 'true' });
    this.svg = svgEl('svg', {
      class: 'picture',
      role: 'application',
      tabindex: 0,
      'aria-label': label,
      'aria-describedby': help,
    });
    this.frame = document.createElement('div');
    this.frame.className = 'frame';
    this.frame.append(this.axisSvg, this.svg);
    this.#selection = select(this.svg);
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => this.#isGesture(event))
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) =>
        this.#zoomed(event.transform, event.sourceEvent !== null),
      )
      .on('end', () => this.#settle());
    this.#selection.call(this.#zoom).on('dblclick.zoom', null);
    this.svg.addEventListener('click', (event) => this.#clicked(event));
    this.svg.addEventListener('keydown', (event) => this.#pressed(event));
    new ResizeObserver(() => this.#resize()).observe(this.frame);
  }

  get domain(): Domain {
    return this.#domain;
  }

  get isRtl(): boolean {
    return this.#isRtl;
  }

  /** What is to be shown; `extent`: all the time there is. The days in sight stay as they are, the first time they are all. */
  show(timeline: Timeline, extent: Domain, domain: Domain): void {
    this.#timeline = timeline;
    this.#isRtl = timeline.language === 'ar';
    this.#extent = extent;
    this.#domain = domain;
    this.#measure();
    this.#draw();
    this.#tellZoom();
  }

  clear(): void {
    this.#timeline = null;
    this.svg.replaceChildren();
    this.axisSvg.replaceChildren();
  }

  zoomBy(factor: number): void {
    this.#zoom.scaleBy(this.#selection, factor);
  }

  /** By a part of what is in sight; positive is later. */
  moveBy(part: number): void {
    const by = this.#plotWidth * part * (this.#isRtl ? 1 : -1);
    const { k } = transformOf(this.svg);
    this.#zoom.translateBy(this.#selection, by / k, 0);
  }

  goTo(domain: Domain): void {
    this.#domain = clamped(domain, this.#extent);
    this.#draw();
    this.#tellZoom();
    this.#settle();
  }

  fit(): void {
    this.goTo(this.#extent);
  }

  get #plotWidth(): number {
    return Math.max(100, this.#width - this.#column - 12);
  }

  get #plotLeft(): number {
    return this.#isRtl ? 12 : this.#column;
  }

  #scaleOf(domain: Domain) {
    const left = this.#plotLeft;
    const right = left + this.#plotWidth;
    return scaleUtc()
      .domain(domain)
      .range(this.#isRtl ? [right, left] : [left, right]);
  }

  #measure(): void {
    this.#width = Math.max(320, this.frame.clientWidth);
    this.#column = Math.min(250, Math.max(110, this.#width * 0.2));
  }

  #resize(): void {
    if (this.#timeline === null || this.frame.clientWidth === 0 || this.frame.clientWidth === this.#width) return;
    this.#measure();
    this.#draw();
    this.#tellZoom();
  }

  /** A wheel or a drag over the plot; over the column the page scrolls. */
  #isGesture(event: MouseEvent | WheelEvent | TouchEvent): boolean {
    if (event.type === 'wheel' && (event as WheelEvent).shiftKey) return false;
    if ('button' in event && event.button !== 0) return false;
    if (!('clientX' in event)) return true;
    const x = event.clientX - this.svg.getBoundingClientRect().left;
    return x >= this.#plotLeft && x <= this.#plotLeft + this.#plotWidth;
  }

  /** Makes what D3 remembers of the zoom agree with the days in sight. */
  #tellZoom(): void {
    const [from, to] = this.#extent;
    const left = this.#plotLeft;
    const right = left + this.#plotWidth;
    const most = Math.max(1, (to - from) / SHORTEST);
    this.#zoom
      .extent([
        [left, 0],
        [right, 1],
      ])
      .translateExtent([
        [left, 0],
        [right, 1],
      ])
      .scaleExtent([1, most]);
    const k = (to - from) / (this.#domain[1] - this.#domain[0]);
    const base = this.#scaleOf(this.#extent);
    const first = this.#isRtl ? this.#domain[1] : this.#domain[0];
    const transform = zoomIdentity.translate(left - k * base(first), 0).scale(k);
    // Set, and not by `zoom.transform`, which would tell the listener what it told here.
    (this.svg as unknown as { __zoom: ZoomTransform }).__zoom = transform;
  }

  #zoomed(transform: ZoomTransform, _byHand: boolean): void {
    if (this.#timeline === null) return;
    const [from, to] = transform.rescaleX(this.#scaleOf(this.#extent)).domain() as [Date, Date];
    this.#domain = [from.getTime(), to.getTime()];
    this.#actions.moved(this.#domain, false);
    this.#frameWanted ||= requestAnimationFrame(() => {
      this.#frameWanted = 0;
      this.#move();
    });
  }

  /** One frame: shifts what is drawn where that is enough. */
  #move(): void {
    const span = this.#domain[1] - this.#domain[0];
    const drawnSpan = this.#drawn[1] - this.#drawn[0];
    const shift = this.#domain[0] - this.#drawn[0];
    const sameScale = Math.abs(span / drawnSpan - 1) < 1e-6;
    if (!sameScale || Math.abs(shift) > 0.8 * span || this.#moving === null) {
      this.#draw();
      return;
    }
    const by = (shift / span) * this.#plotWidth * (this.#isRtl ? 1 : -1);
    this.#moving.setAttribute('transform', `translate(${by},0)`);
    this.#drawAxis();
  }

  #settle(): void {
    if (this.#timeline === null) return;
    if (this.#drawn[0] !== this.#domain[0] || this.#drawn[1] !== this.#domain[1]) this.#draw();
    this.#actions.moved(this.#domain, true);
  }

  #drawAxis(): void {
    const scale = this.#scaleOf(this.#domain);
    const { language } = this.#timeline ?? { language: 'en' as const };
    const ticks = scale.ticks(Math.max(2, Math.floor(this.#plotWidth / 95)));
    const step = ticks.length > 1 ? Math.abs(Number(ticks[1]) - Number(ticks[0])) : DAY;
    this.axisSvg.setAttribute('viewBox', `0 0 ${this.#width} ${AXIS_HEIGHT}`);
    this.axisSvg.setAttribute('height', String(AXIS_HEIGHT));
    let group = this.axisSvg.querySelector<SVGGElement>('g.ticks');
    if (group === null) {
      group = svgEl('g', { class: 'ticks' });
      this.axisSvg.append(group);
    }
    group.setAttribute('transform', `translate(0,${AXIS_HEIGHT - 1})`);
    // Years stand out among months and days.
    const axis = axisTop<Date>(scale)
      .tickValues(ticks)
      .tickSize(5)
      .tickSizeOuter(0)
      .tickFormat((moment) => tickWords(moment, language, step));
    select(group).call(axis);
    for (const text of group.querySelectorAll('text')) text.setAttribute('direction', this.#isRtl ? 'rtl' : 'ltr');
  }

  #draw(): void {
    const timeline = this.#timeline;
    if (timeline === null) return;
    this.#drawn = this.#domain;
    const hadFocus = this.svg.contains(document.activeElement) && document.activeElement !== this.svg;
    const focused = hadFocus ? (document.activeElement as SVGElement).dataset.id : undefined;
    this.#drawAxis();
    const left = this.#plotLeft;
    const scale = this.#scaleOf(this.#domain);
    const moving = svgEl('g', { class: 'moving' });
    const fixed = svgEl('g', { class: 'fixed' });
    const below = svgEl('g', { class: 'below' });
    let y = LANE_GAP / 2;
    for (const lane of timeline.lanes) {
      if (lane.total === 0) continue;
      const top = y;
      this.#laneHead(fixed, lane, y);
      if (lane.rows.length > 0) y = this.#drawRows(moving, fixed, lane, y + LANE_HEAD + 6, scale);
      else if (lane.counts.length > 0) y = this.#drawCounts(moving, lane, y, scale);
      else y = this.#drawMarks(moving, lane, y, scale);
      y = Math.max(y, top + LANE_HEAD + 10) + LANE_GAP;
      below.append(
        svgEl('line', { class: 'between', x1: 0, x2: this.#width, y1: y - LANE_GAP / 2, y2: y - LANE_GAP / 2 }),
      );
    }
    const height = Math.ceil(y);
    this.svg.setAttribute('viewBox', `0 0 ${this.#width} ${height}`);
    this.svg.setAttribute('height', String(height));
    for (const moment of scale.ticks(Math.max(2, Math.floor(this.#plotWidth / 95))))
      moving.prepend(svgEl('line', { class: 'grid', x1: scale(moment), x2: scale(moment), y1: 0, y2: height }));
    const clip = svgEl('clipPath', { id: 'plot' });
    clip.append(svgEl('rect', { x: left, y: 0, width: this.#plotWidth, height }));
    const plot = svgEl('g', { 'clip-path': 'url(#plot)' });
    plot.append(moving);
    // Something to take hold of where nothing is drawn.
    const ground = svgEl('rect', { class: 'ground', x: left, y: 0, width: this.#plotWidth, height });
    this.svg.replaceChildren(clip, below, ground, plot, fixed);
    this.#moving = moving;
    const marks = this.#marks();
    const current = marks.find((each) => each.dataset.id === this.#current) ?? marks[0];
    current?.setAttribute('tabindex', '0');
    if (hadFocus) (marks.find((each) => each.dataset.id === focused) ?? this.svg).focus({ preventScroll: true });
  }

  #laneHead(fixed: SVGGElement, lane: Lane, y: number): void {
    const x = this.#isRtl ? this.#width - 4 : 4;
    const sign = this.#isRtl ? x - 6 : x + 6;
    const textX = this.#isRtl ? x - 18 : x + 18;
    const group = svgEl('g', { class: `head ${lane.kind}` });
    group.append(
      svgEl('path', { d: signOf(LANE_SIGN[lane.kind]), transform: `translate(${sign},${y + 11})` }),
      this.#text(this.#words.lanes[lane.kind], textX, y + 16, 'name', this.#column - 24),
    );
    const note = this.#words.note(lane);
    // Beside rows the note is theirs, and stands over them.
    if (note !== '') group.append(this.#text(note, x, y + 33, 'note', this.#column - 12));
    fixed.append(group);
  }

  /** Text that begins at `x` and goes the way of time, or against it (`back`), cut to `width`. */
  #text(words: string, x: number, y: number, className: string, width: number, back = false): SVGTextElement {
    const isRtlText = /[\u0590-\u08FF]/.test(words);
    const size = className === 'note' ? 11.5 : 15;
    const font = className === 'note' ? '11.5px sans-serif' : FACE;
    const text = svgEl('text', {
      class: className,
      x,
      y,
      'font-size': size,
      direction: isRtlText ? 'rtl' : 'ltr',
      'text-anchor': (isRtlText === this.#isRtl) !== back ? 'start' : 'end',
    });
    text.textContent = cut(words, width, font);
    if (text.textContent !== words) text.append(titleOf(words));
    return text;
  }

  #drawMarks(moving: SVGGElement, lane: Lane, y: number, scale: Scale): number {
    /** What is taken of each row, in pixels along the line of time. */
    const rows: (readonly [from: number, to: number])[][] = Array.from({ length: MARK_ROWS }, () => []);
    let used = 1;
    const start = this.#isRtl ? this.#plotLeft + this.#plotWidth : this.#plotLeft;
    for (const mark of lane.marks) {
      const span = spanOf(mark.date);
      if (span === null) continue;
      const x = scale((span[0] + span[1]) / 2);
      if (!this.#isNear(x)) continue;
      const along = this.#isRtl ? start - x : x - start;
      const words = cut(mark.label, LABEL_WIDTH, FACE);
      const width = widthOf(words, FACE) + 16;
      // Words stand behind their mark, or, where the picture ends, before it.
      const before = along <= this.#plotWidth && along + width > this.#plotWidth;
      const room = before ? ([along - width - 8, along + 10] as const) : ([along - 10, along + width + 8] as const);
      const free = rows.findIndex((taken) => taken.every(([from, to]) => room[1] <= from || room[0] >= to));
      const fits = free >= 0;
      // What finds no room for its words stands in the last row without them.
      const at = fits ? free : MARK_ROWS;
      if (fits) rows[free]?.push(room);
      used = Math.max(used, at + 1);
      const cy = y + 11 + at * MARK_ROW;
      const group = this.#mark(mark, lane.kind, x, cy, scale);
      const side = this.#isRtl === before ? 11 : -11;
      if (fits) group.append(this.#text(words, x + side, cy + 5, 'label', LABEL_WIDTH, before));
      moving.append(group);
    }
    return y + used * MARK_ROW;
  }

  #drawCounts(moving: SVGGElement, lane: Lane, y: number, scale: Scale): number {
    const most = Math.max(...lane.counts.map(({ count }) => count));
    const base = y + BARS_HEIGHT;
    for (const { date, count } of lane.counts) {
      const span = spanOf(date);
      if (span === null) continue;
      const [a, b] = [scale(span[0]), scale(span[1])].sort((one, other) => one - other) as [number, number];
      if (!this.#isNear(a) && !this.#isNear(b)) continue;
      const height = Math.max(2, (count / most) * (BARS_HEIGHT - 18));
      const width = Math.max(1, b - a - 1);
      const group = svgEl('g', {
        class: `mark bar ${lane.kind}`,
        role: 'button',
        tabindex: -1,
        'data-id': `${lane.kind} ${date}`,
        'data-from': span[0],
        'data-to': span[1],
        'aria-label': this.#words.describeCount(lane.kind, date, count),
      });
      group.append(
        titleOf(this.#words.describeCount(lane.kind, date, count)),
        svgEl('rect', { x: a, y: base - height, width, height }),
      );
      const words = String(count);
      if (widthOf(words, '11.5px sans-serif') < width + 2) {
        const text = svgEl('text', {
          class: 'note',
          x: (a + b) / 2,
          y: base - height - 4,
          'text-anchor': 'middle',
          'font-size': 11.5,
        });
        text.textContent = words;
        group.append(text);
      }
      moving.append(group);
    }
    for (const mark of lane.marks) {
      const span = spanOf(mark.date);
      if (span !== null) moving.append(this.#mark(mark, lane.kind, scale((span[0] + span[1]) / 2), base + 8, scale));
    }
    return base + (lane.marks.length > 0 ? 18 : 2);
  }

  #drawRows(moving: SVGGElement, fixed: SVGGElement, lane: Lane, from: number, scale: Scale): number {
    let y = from + 14;
    const x = this.#isRtl ? this.#width - 4 : 4;
    for (const { name, detail, location, marks } of lane.rows) {
      const tall = detail !== '';
      const cy = y + (tall ? TALL_ROW : ROW) / 2 - 3;
      const places = marks.flatMap((mark) => {
        const span = spanOf(mark.date);
        return span === null ? [] : [{ mark, x: scale((span[0] + span[1]) / 2) }];
      });
      const xs = places.map((place) => this.#clampX(place.x));
      if (xs.length > 1)
        moving.append(
          svgEl('line', { class: `life ${lane.kind}`, x1: Math.min(...xs), x2: Math.max(...xs), y1: cy, y2: cy }),
        );
      for (const place of places)
        if (this.#isNear(place.x)) moving.append(this.#mark(place.mark, lane.kind, place.x, cy, scale));
      const head = svgEl('g', { class: 'rowname', 'data-open': '' });
      head.append(this.#text(name, x, tall ? cy - 1 : cy + 5, 'label', this.#column - 12));
      if (tall) head.append(this.#text(detail, x, cy + 14, 'note', this.#column - 12));
      head.addEventListener('click', () => this.#actions.open(location));
      fixed.append(head);
      y += tall ? TALL_ROW : ROW;
    }
    return y;
  }

  #mark(mark: TimelineMark, lane: TimelineKind, x: number, y: number, scale: Scale): SVGGElement {
    const span = spanOf(mark.date);
    const vague = span !== null && span[1] - span[0] > DAY;
    const state = `${mark.inferred || vague ? ' inferred' : ''} ${mark.modality}`;
    const words = this.#words.describe(mark);
    const group = svgEl('g', {
      class: `mark sign ${lane}${state}${OPEN_SYMBOLS.has(mark.kind) ? ' strokes' : ''}`,
      role: 'link',
      tabindex: -1,
      'data-id': mark.id,
      'aria-label': words,
    });
    (group as MarkElement).location = mark.location;
    group.append(titleOf(words));
    if (vague && span !== null) {
      const [a, b] = [this.#clampX(scale(span[0])), this.#clampX(scale(span[1]))].sort((one, other) => one - other);
      group.append(svgEl('line', { class: 'vague', x1: a ?? x, x2: b ?? x, y1: y, y2: y }));
    }
    group.append(
      svgEl('circle', { class: 'touch', cx: x, cy: y, r: 11 }),
      svgEl('path', { d: signOf(mark.kind), transform: `translate(${x},${y})` }),
    );
    if (mark.modality === 'denied')
      group.append(svgEl('line', { class: 'denial', x1: x - 8, x2: x + 8, y1: y + 8, y2: y - 8 }));
    return group;
  }

  /** Within a screen of what is in sight. */
  #isNear(x: number): boolean {
    return x > this.#plotLeft - this.#plotWidth && x < this.#plotLeft + 2 * this.#plotWidth;
  }

  #clampX(x: number): number {
    return Math.min(this.#plotLeft + 2 * this.#plotWidth, Math.max(this.#plotLeft - this.#plotWidth, x));
  }

  /** In sight, by where they stand: lanes from above, within a lane by time. */
  #marks(): SVGElement[] {
    const left = this.#plotLeft - 1;
    const right = left + this.#plotWidth + 2;
    return [...(this.#moving?.querySelectorAll<SVGElement>('.mark') ?? [])].filter((each) => {
      const x = placeOf(each);
      return x >= left && x <= right;
    });
  }

  #clicked(event: MouseEvent): void {
    const mark = event.target instanceof Element ? event.target.closest<SVGElement>('.mark') : null;
    if (mark !== null) this.#follow(mark);
  }

  #follow(mark: SVGElement): void {
    this.#current = mark.dataset.id ?? '';
    const { from, to } = mark.dataset;
    if (from !== undefined && to !== undefined) {
      this.goTo([Number(from), Number(to)]);
      return;
    }
    const { location } = mark as unknown as MarkElement;
    if (location !== undefined) this.#actions.open(location);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const mark = event.target instanceof Element ? event.target.closest<SVGElement>('.mark') : null;
    const done = this.#pressedOn(mark, event.key);
    if (done) event.preventDefault();
  }

  #pressedOn(mark: SVGElement | null, key: string): boolean {
    switch (key) {
      case '+':
      case '=':
        this.zoomBy(1.6);
        return true;
      case '-':
      case '_':
        this.zoomBy(1 / 1.6);
        return true;
      case 'Home':
        this.fit();
        return true;
      case 'Enter':
      case ' ':
        if (mark !== null) this.#follow(mark);
        return mark !== null;
      case 'Escape':
        if (mark !== null) this.svg.focus();
        return mark !== null;
      case 'ArrowLeft':
      case 'ArrowRight': {
        const later = (key === 'ArrowRight') !== this.#isRtl;
        if (mark === null) this.moveBy(later ? 0.15 : -0.15);
        else this.#step(mark, later ? 1 : -1);
        return true;
      }
      case 'ArrowUp':
      case 'ArrowDown':
        if (mark !== null) this.#stepLane(mark, key === 'ArrowDown' ? 1 : -1);
        return mark !== null;
      default:
        return false;
    }
  }

  /** To the next or the last mark by time, whatever its lane. */
  #step(mark: SVGElement, by: 1 | -1): void {
    const sign = this.#isRtl ? -1 : 1;
    const ordered = this.#marks().sort((a, b) => sign * (placeOf(a) - placeOf(b)) || heightOf(a) - heightOf(b));
    this.#focus(ordered[ordered.indexOf(mark) + by]);
  }

  /** To the nearest mark below or above. */
  #stepLane(mark: SVGElement, by: 1 | -1): void {
    const beyond = this.#marks().filter((each) => by * (heightOf(each) - heightOf(mark)) > 4);
    const nearest = beyond.sort((a, b) => by * (heightOf(a) - heightOf(b)));
    const row = nearest.filter((each) => Math.abs(heightOf(each) - heightOf(nearest[0] ?? each)) < 4);
    this.#focus(row.sort((a, b) => Math.abs(placeOf(a) - placeOf(mark)) - Math.abs(placeOf(b) - placeOf(mark)))[0]);
  }

  #focus(mark: SVGElement | undefined): void {
    if (mark === undefined) return;
    for (const each of this.#marks()) each.setAttribute('tabindex', '-1');
    mark.setAttribute('tabindex', '0');
    this.#current = mark.dataset.id ?? '';
    mark.focus();
  }
}

interface MarkElement extends SVGGElement {
  location?: WireLocation;
}

type Scale = (moment: number | Date) => number;

function svgEl<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function titleOf(words: string): SVGTitleElement {
  const title = svgEl('title', {});
  title.textContent = words;
  return title;
}

/** Where a mark stands, in pixels of the picture as it was drawn. */
function placeOf(mark: SVGElement): number {
  const sign = mark.querySelector('circle.touch');
  if (sign !== null) return Number(sign.getAttribute('cx'));
  const bar = mark.querySelector('rect');
  return Number(bar?.getAttribute('x') ?? 0) + Number(bar?.getAttribute('width') ?? 0) / 2;
}

function heightOf(mark: SVGElement): number {
  const sign = mark.querySelector('circle.touch');
  if (sign !== null) return Number(sign.getAttribute('cy'));
  const bar = mark.querySelector('rect');
  return Number(bar?.getAttribute('y') ?? 0) + Number(bar?.getAttribute('height') ?? 0);
}

function transformOf(svg: SVGSVGElement): ZoomTransform {
  return (svg as unknown as { __zoom?: ZoomTransform }).__zoom ?? zoomIdentity;
}

/** No shorter than some days, and within the extent. */
function clamped([from, to]: Domain, [first, last]: Domain): Domain {
  const span = Math.min(last - first, Math.max(SHORTEST, to - from));
  const start = Math.min(last - span, Math.max(first, (from + to) / 2 - span / 2));
  return [start, start + span];
}

const ruler = document.createElement('canvas').getContext('2d');
let rulerFont = '';
const widths = new Map<string, number>();
const WIDTHS_KEPT = 5000;

function widthOf(words: string, font: string): number {
  const key = `${font}\n${words}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > WIDTHS_KEPT) widths.clear();
    // Setting a face, even the same one, makes the browser look at the styles of the page again.
    if (ruler !== null && rulerFont !== font) ruler.font = rulerFont = font;
    width = ruler?.measureText(words).width ?? words.length * 7;
    widths.set(key, width);
  }
  return width;
}

const cuts = new Map<string, string>();

/** At most so wide, cut between words where that is possible, with an ellipsis. */
function cut(words: string, width: number, font: string): string {
  if (widthOf(words, font) <= width) return words;
  const key = `${width} ${font}\n${words}`;
  let made = cuts.get(key);
  if (made === undefined) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (widthOf(`${words.slice(0, middle)}…`, font) <= width) low = middle;
      else high = middle - 1;
    }
    const space = words.lastIndexOf(' ', low);
    made = `${words.slice(0, space > low / 2 ? space : low).trimEnd()}…`;
    if (cuts.size > WIDTHS_KEPT) cuts.clear();
    cuts.set(key, made);
  }
  return made;
}
