/** A table that its reader sorts: what a picture shows, as text. Equal rows stay as they came. */
import { el, filled } from './host.ts';

export interface Column<Row> {
  readonly label: string;
  /** What rows are compared by. */
  readonly key: (row: Row) => string | number;
  readonly cell: (row: Row) => Node | string;
}

export class SortableTable<Row> {
  readonly element: HTMLTableElement;
  readonly #columns: readonly Column<Row>[];
  readonly #heads: readonly HTMLElement[];
  readonly #body = el('tbody');
  #rows: readonly Row[] = [];
  #by = 0;
  #descending = false;

  /** `sortBy`: a template for the name of the button that sorts. */
  constructor(caption: string, columns: readonly Column<Row>[], sortBy: string, by = 0, descending = false) {
    this.#columns = columns;
    this.#by = by;
    this.#descending = descending;
    this.#heads = columns.map(({ label }, index) => {
      const button = el('button', { type: 'button', title: filled(sortBy, label) }, label);
      button.addEventListener('click', () => {
        this.#descending = this.#by === index ? !this.#descending : false;
        this.#by = index;
        this.#arrange();
      });
      return el('th', { scope: 'col' }, button);
    });
    this.element = el(
      'table',
      { class: 'sortable' },
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...this.#heads)),
      this.#body,
    );
  }

  show(rows: readonly Row[]): void {
    this.#rows = rows;
    this.#arrange();
  }

  #arrange(): void {
    const column = this.#columns[this.#by];
    if (column === undefined) return;
    const collator = new Intl.Collator('ar', { sensitivity: 'base', numeric: true });
    const sign = this.#descending ? -1 : 1;
    const compare = (a: string | number, b: string | number) =>
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    const ordered = this.#rows
      .map((row, index) => ({ row, index, key: column.key(row) }))
      .sort((a, b) => sign * compare(a.key, b.key) || a.index - b.index);
    this.#heads.forEach((head, index) => {
      if (index === this.#by) head.setAttribute('aria-sort', this.#descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    this.#body.replaceChildren(
      ...ordered.map(({ row }) => el('tr', {}, ...this.#columns.map(({ cell }) => el('td', {}, cell(row))))),
    );
  }
}
