/** The bar above the page: which kinds of marks are shown, the one person that is followed, the size of the text. */
import { type Change, KINDS, type Kind, type Page, type ReaderStrings } from '../../src/reader/messages.ts';
import { el, filled } from '../host.ts';

export interface BarActions {
  readonly filter: (hidden: readonly Kind[], only: string | null) => void;
  readonly style: (what: 'size' | 'width', change: Change) => void;
}

export class Bar {
  readonly element: HTMLElement;
  readonly #strings: ReaderStrings;
  readonly #chips = new Map<Kind, { readonly button: HTMLButtonElement; readonly count: HTMLElement }>();
  readonly #only = el('button', { type: 'button', class: 'chip only', hidden: true });
  #hidden: readonly Kind[] = [];

  constructor(strings: ReaderStrings, actions: BarActions) {
    this.#strings = strings;
    const chips = KINDS.map((kind) => {
      const count = el('span', { class: 'count' });
      const button = el(
        'button',
        { type: 'button', class: `chip ${kind}`, 'aria-pressed': 'true' },
        el('span', { class: 'name' }, strings.kindGroups[kind]),
        ' ',
        count,
      );
      button.addEventListener('click', () => {
        const isHidden = this.#hidden.includes(kind);
        actions.filter(isHidden ? this.#hidden.filter((each) => each !== kind) : [...this.#hidden, kind], null);
      });
      this.#chips.set(kind, { button, count });
      return button;
    });
    this.#only.addEventListener('click', () => actions.filter(this.#hidden, null));
    const button = (label: string, sign: string, what: 'size' | 'width', change: Change) => {
      // The sign is drawn, not read: it would be no name for who hears it.
      const element = el('button', {
        type: 'button',
        class: 'tool',
        'data-sign': sign,
        'aria-label': label,
        title: label,
      });
      element.addEventListener('click', () => actions.style(what, change));
      return element;
    };
    this.element = el(
      'div',
      { class: 'bar' },
      el('div', { class: 'chips', role: 'group', 'aria-label': strings.filter }, ...chips, this.#only),
      el(
        'div',
        { class: 'tools' },
        button(strings.smaller, 'A−', 'size', -1),
        button(strings.larger, 'A+', 'size', 1),
        button(strings.narrower, '⇥⇤', 'width', -1),
        button(strings.wider, '⇤⇥', 'width', 1),
      ),
    );
  }

  show(page: Page, hidden: readonly Kind[], only: string | null): void {
    this.#hidden = hidden;
    const counts = new Map<Kind, number>();
    for (const { marks } of page.blocks) {
      for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    for (const [kind, { button, count }] of this.#chips) {
      const number = counts.get(kind) ?? 0;
      count.textContent = String(number);
      button.hidden = number === 0;
      button.setAttribute('aria-pressed', String(only === null && !hidden.includes(kind)));
    }
    const entity = page.entities.find(({ id }) => id === only);
    this.#only.hidden = entity === undefined;
    if (entity !== undefined) {
      const name = el('bdi', {}, entity.name);
      const [before = '', after = ''] = this.#strings.only.split('{0}');
      this.#only.replaceChildren(before, name, after, ' ✕');
      this.#only.title = this.#strings.all;
      this.#only.setAttribute('aria-label', `${filled(this.#strings.only, entity.name)}. ${this.#strings.all}`);
    }
  }
}
