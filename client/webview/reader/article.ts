/** The article as elements: its head, its blocks, its marks, and the way from an offset to an element and back. */
import type { Block, BlockMark, Kind, Page, ReaderStrings } from '../../src/reader/messages.ts';
import { el, filled } from '../host.ts';

/** A mark where it stands now. */
export interface PlacedMark extends BlockMark {
  /** Offset of the document, UTF-16 code units. */
  readonly offset: number;
  readonly words: string;
  /** Id of the entity. */
  readonly id: string | null;
}

interface Rendered {
  block: Block;
  readonly element: HTMLElement;
  readonly marks: readonly HTMLElement[];
}

/** So much is set at once (UTF-16 code units): more than a screen holds. The rest follows in pieces of a few milliseconds. */
const AT_ONCE = 12_000;
const SLICE_MS = 8;

/** From so many code units on, what is out of sight is not laid out. */
const LONG = 60_000;

/** What decides which marks are shown. */
export interface Filter {
  readonly hidden: ReadonlySet<Kind>;
  /** Id of the only entity whose marks are shown; null for all. */
  readonly only: string | null;
}

export class ArticleView {
  readonly element = el('article');
  readonly #strings: ReaderStrings;
  #page: Page | null = null;
  #filter: Filter = { hidden: new Set(), only: null };
  #rendered: Rendered[] = [];
  readonly #byElement = new WeakMap<Element, Rendered>();
  readonly #head = el('header');
  readonly #body = el('div', { class: 'body' });
  #setting = 0;

  constructor(strings: ReaderStrings) {
    this.#strings = strings;
    this.element.append(this.#head, this.#body);
  }

  get page(): Page | null {
    return this.#page;
  }

  /** Sets a page. What is the same as before keeps its elements, so that scroll, focus and selection stay. */
  show(page: Page): void {
    const before = this.#page;
    this.#page = page;
    this.element.dir = page.direction;
    this.element.lang = page.direction === 'rtl' ? 'ar' : '';
    const old = this.#rendered;
    // Whatever is not set yet is set anew.
    const complete = before !== null && old.length === before.blocks.length;
    const fresh = page.blocks;
    let first = 0;
    let last = 0;
    if (complete) {
      const most = Math.min(old.length, fresh.length);
      while (first < most && same(old[first]?.block, fresh[first])) first++;
      while (last < most - first && same(old.at(-1 - last)?.block, fresh.at(-1 - last))) last++;
    }
    const kept = (from: number, to: number, at: number) =>
      old.slice(from, to).map((rendered, index) => {
        rendered.block = fresh[at + index] ?? rendered.block;
        return rendered;
      });
    const head = kept(0, first, 0);
    const tail = kept(old.length - last, old.length, fresh.length - last);
    for (const { element } of old.slice(first, old.length - last)) element.remove();
    this.#rendered = head;
    this.#setting++;
    const length = fresh.reduce((sum, { text }) => sum + text.length, 0);
    this.element.classList.toggle('long', length > LONG);
    const middle = fresh.slice(first, fresh.length - last);
    this.#renderUpTo(middle, AT_ONCE);
    if (middle.length > 0) {
      this.#renderRest(middle, tail);
    } else {
      this.#rendered.push(...tail);
      this.#arrange();
    }
    this.filter(this.#filter);
  }

  filter(filter: Filter): void {
    this.#filter = filter;
    for (const rendered of this.#rendered) this.#filterBlock(rendered);
  }

  /** All marks that are shown, in text order. */
  *visibleMarks(): Generator<HTMLElement> {
    for (const { marks } of this.#rendered) for (const mark of marks) if (mark.tabIndex === 0) yield mark;
  }

  markOf(element: Element): PlacedMark | null {
    const rendered = this.#byElement.get(element);
    const index = rendered?.marks.indexOf(element as HTMLElement) ?? -1;
    const mark = rendered?.block.marks[index];
    if (rendered === undefined || mark === undefined) return null;
    return {
      ...mark,
      offset: rendered.block.start + mark.start,
      words: rendered.block.text.slice(mark.start, mark.end),
      id: mark.entity === null ? null : (this.#page?.entities[mark.entity]?.id ?? null),
    };
  }

  /** The mark that covers an offset; null where none does. */
  markAt(offset: number): HTMLElement | null {
    const rendered = this.#blockAt(offset);
    if (rendered === null) return null;
    const at = offset - rendered.block.start;
    const index = rendered.block.marks.findIndex(({ start, end }) => start <= at && at < end);
    return rendered.marks[index] ?? null;
  }

  /** The place of an offset as a range without length, and the element of its block; null for an empty page. */
  rangeAt(offset: number): { readonly range: Range; readonly block: HTMLElement } | null {
    const rendered = this.#blockAt(offset);
    if (rendered === null) return null;
    const range = document.createRange();
    let left = Math.min(Math.max(0, offset - rendered.block.start), rendered.block.text.length);
    const walker = document.createTreeWalker(rendered.element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      if (left <= node.length) {
        range.setStart(node, left);
        return { range, block: rendered.element };
      }
      left -= node.length;
    }
    range.setStart(rendered.element, 0);
    return { range, block: rendered.element };
  }

  /** The offset of a place in the page; null where that is not in the text. */
  offsetOf(node: Node, at: number): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest('[data-block]');
    const rendered = block ? this.#byElement.get(block) : undefined;
    if (rendered === undefined) return null;
    const range = document.createRange();
    range.setStart(rendered.element, 0);
    range.setEnd(node, at);
    return rendered.block.start + range.toString().length;
  }

  /** The offset of what stands right below `top` (pixels of the window); null where no text does. */
  offsetBelow(top: number): number | null {
    const { left, right } = this.element.getBoundingClientRect();
    for (let y = top + 4; y < window.innerHeight; y += 12) {
      const block = document.elementFromPoint((left + right) / 2, y)?.closest('[data-block]');
      const rendered = block ? this.#byElement.get(block) : undefined;
      if (rendered !== undefined) return rendered.block.start;
    }
    return null;
  }

  #blockAt(offset: number): Rendered | null {
    this.#renderTo(offset);
    let low = 0;
    let high = this.#rendered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rendered[middle]?.block.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#rendered[Math.max(0, low - 1)] ?? null;
  }

  /** What is left to be set of the page that is being set; called again until nothing is. */
  #pending: { blocks: Block[]; tail: Rendered[] } | null = null;

  #renderUpTo(blocks: Block[], length: number): void {
    let set = 0;
    while (blocks.length > 0 && set < length) {
      const block = blocks.shift() as Block;
      set += block.text.length;
      this.#rendered.push(this.#render(block));
    }
  }

  #renderRest(blocks: Block[], tail: Rendered[]): void {
    this.#pending = { blocks, tail };
    const setting = this.#setting;
    this.#arrange();
    const slice = () => {
      if (setting !== this.#setting || this.#pending === null) return;
      const until = performance.now() + SLICE_MS;
      const from = this.#rendered.length;
      while (blocks.length > 0 && performance.now() < until) this.#renderUpTo(blocks, 1);
      for (const rendered of this.#rendered.slice(from)) this.#filterBlock(rendered);
      if (blocks.length === 0) this.#finish(tail);
      else {
        this.#arrange(from);
        setTimeout(slice);
      }
    };
    if (blocks.length === 0) this.#finish(tail);
    else setTimeout(slice);
  }

  #finish(tail: Rendered[]): void {
    this.#pending = null;
    this.#rendered.push(...tail);
    this.#arrange();
  }

  /** Sets as much as it takes to have an offset. */
  #renderTo(offset: number): void {
    const pending = this.#pending;
    if (pending === null || (this.#rendered.at(-1)?.block.start ?? 0) > offset) return;
    const from = this.#rendered.length;
    while (pending.blocks.length > 0 && (pending.blocks[0]?.start ?? 0) <= offset) this.#renderUpTo(pending.blocks, 1);
    for (const rendered of this.#rendered.slice(from)) this.#filterBlock(rendered);
    this.#arrange(from);
  }

  /** Puts the elements of the blocks where they belong, those from `from` on. Elements that stand there already are left alone. */
  #arrange(from = 0): void {
    if (from === 0) this.#setHead();
    let place: Element | null = from === 0 ? this.#body.firstElementChild : null;
    let fold: { element: HTMLDetailsElement; count: number } | null = null;
    const body: Element[] = [];
    for (const { block, element } of this.#rendered.slice(from)) {
      if (block.kind === 'title') continue;
      if (block.kind === 'aside') {
        fold ??= this.#fold(body, element);
        if (element.parentElement !== fold.element) fold.element.append(element);
        fold.count++;
        fold.element.firstElementChild?.replaceChildren(filled(this.#strings.aside, fold.count));
      } else {
        fold = null;
        body.push(element);
      }
    }
    for (const element of body) {
      if (from > 0) this.#body.append(element);
      else if (element === place) place = place.nextElementSibling;
      else this.#body.insertBefore(element, place);
    }
    // Folds that have lost their lines.
    for (const details of this.#body.querySelectorAll(':scope > details')) {
      if (details.childElementCount < 2 || (from === 0 && !body.includes(details))) details.remove();
    }
  }

  /** The lines around the article, folded away; the fold of these lines, where there is one already. */
  #fold(body: Element[], first: HTMLElement): { element: HTMLDetailsElement; count: number } {
    const parent = first.parentElement;
    const known = parent instanceof HTMLDetailsElement && !body.includes(parent) ? parent : null;
    const element = known ?? el('details', { class: 'aside' }, el('summary', { dir: 'auto' }));
    body.push(element);
    return { element, count: 0 };
  }

  #setHead(): void {
    const page = this.#page;
    if (page === null) return;
    const titles = this.#rendered.filter(({ block }) => block.kind === 'title').map(({ element }) => element);
    const facts: Node[] = [];
    if (page.date !== null) {
      const { value, words, inferred } = page.date;
      const time = el('time', /^\d{4}/.test(value) ? { datetime: value } : {}, words);
      facts.push(el('span', { class: 'date' }, time, ...(inferred ? [` (${this.#strings.inferred})`] : [])));
    } else if (page.recognized) {
      facts.push(el('span', { class: 'date' }, this.#strings.undated));
    }
    if (page.source !== null) facts.push(el('bdi', { class: 'source' }, page.source));
    if (page.place !== null) facts.push(el('bdi', { class: 'place' }, page.place));
    const byline = facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]));
    this.#head.replaceChildren(...titles, ...(facts.length > 0 ? [el('p', { class: 'byline' }, ...byline)] : []));
  }

  #render(block: Block): Rendered {
    const tag = block.kind === 'title' ? 'h1' : 'p';
    const element = el(tag, { 'data-block': true, dir: block.direction });
    element.classList.toggle('continued', block.continued);
    const marks: HTMLElement[] = [];
    let at = 0;
    for (const { start, end, kind, resolved } of block.marks) {
      if (start > at) element.append(block.text.slice(at, start));
      const mark = el('span', { class: `mark ${kind}${resolved ? '' : ' open'}` }, block.text.slice(start, end));
      marks.push(mark);
      element.append(mark);
      at = end;
    }
    element.append(block.text.slice(at));
    const rendered = { block, element, marks };
    this.#byElement.set(element, rendered);
    for (const mark of marks) this.#byElement.set(mark, rendered);
    return rendered;
  }

  #filterBlock({ block, marks }: Rendered): void {
    const { hidden, only } = this.#filter;
    const { kinds, open } = this.#strings;
    marks.forEach((element, index) => {
      const mark = block.marks[index];
      if (mark === undefined) return;
      const id = mark.entity === null ? null : this.#page?.entities[mark.entity]?.id;
      const isShown = only === null ? !hidden.has(mark.kind) : id === only;
      if (isShown === (element.tabIndex === 0)) return;
      element.classList.toggle('on', isShown);
      if (isShown) {
        const what = mark.resolved ? kinds[mark.kind] : `${kinds[mark.kind]}، ${open}`;
        element.tabIndex = 0;
        element.setAttribute('role', 'link');
        element.setAttribute('aria-label', `${element.textContent}، ${what}`);
        element.dataset.vscodeContext = JSON.stringify({ 'fihris.mention': id !== null && id !== undefined });
      } else {
        for (const name of ['tabindex', 'role', 'aria-label', 'data-vscode-context']) element.removeAttribute(name);
      }
    });
  }
}

/** Whether two blocks look the same; where they stand, and whom their marks mean, is looked up when it is asked for. */
function same(a: Block | undefined, b: Block | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.text === b.text &&
    a.kind === b.kind &&
    a.direction === b.direction &&
    a.continued === b.continued &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => {
      const other = b.marks[index];
      return (
        mark.start === other?.start &&
        mark.end === other.end &&
        mark.kind === other.kind &&
        mark.resolved === other.resolved
      );
    })
  );
}
