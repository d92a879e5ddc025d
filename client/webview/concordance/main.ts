/** The concordance: every mention on a line of its own, aligned on the name, in an order of the reader's choice. */
import './concordance.css';
import type { Concordance } from '../../../server/src/lsp/requests.ts';
import { type ConcordanceStrings, type FromPage, toPage } from '../../src/pages/messages.ts';
import { type Line, ORDERS, type Order, ordered } from '../../src/pages/order.ts';
import { connect, el, filled, followLinksByEnter, strings } from '../host.ts';
import { link } from '../pieces.ts';

interface State {
  readonly order: Order;
  readonly descending: boolean;
}

/** So many rows are made at a time: a few screens. More come when the end is near. */
const ROWS = 150;

const host = connect<FromPage, State>();
const words = strings<ConcordanceStrings>();
const recalled = host.recall();
let order: Order = ORDERS.find((each) => each === recalled.order) ?? 'place';
let descending = recalled.descending === true;

let concordance: Concordance | null = null;
let dates: readonly string[] = [];
let lines: readonly Line[] = [];

const status = el('p', { class: 'status', role: 'status' }, words.loading);
const title = el('h1');
const exporting = el('button', { type: 'button', class: 'tool', hidden: true }, words.exportCsv);
const body = el('tbody');
const heads = {
  place: head(words.date, 'place'),
  before: head(words.before, 'before'),
  mention: head(words.mention, 'mention'),
  after: head(words.after, 'after'),
  article: head(words.article, 'article'),
};
const table = el(
  'table',
  { dir: 'rtl', hidden: true },
  el('caption', { class: 'unseen' }),
  el('thead', {}, el('tr', {}, ...Object.values(heads).map(({ cell }) => cell))),
  body,
);
const end = el('div', { class: 'end' });
document.body.append(el('main', {}, el('header', {}, title, exporting), status, table, end));
followLinksByEnter();

exporting.addEventListener('click', () => host.send({ type: 'export', format: 'csv', order, descending }));

function head(label: string, by: Order): { cell: HTMLElement; button: HTMLElement } {
  const button = el('button', { type: 'button', title: filled(words.sortBy, label) }, label);
  button.addEventListener('click', () => {
    descending = order === by ? !descending : false;
    order = by;
    host.remember({ order, descending });
    arrange();
  });
  return { cell: el('th', { scope: 'col', class: by }, button), button };
}

function arrange(): void {
  if (concordance === null) return;
  lines = ordered(concordance, order, descending);
  for (const [by, { cell }] of Object.entries(heads)) {
    if (by === order) cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else cell.removeAttribute('aria-sort');
  }
  body.replaceChildren();
  more();
}

/** Makes the next rows, until the end of them is well out of sight or there are no more. */
function more(): void {
  while (body.childElementCount < lines.length && end.getBoundingClientRect().top < 2 * window.innerHeight) {
    const from = body.childElementCount;
    body.append(...lines.slice(from, from + ROWS).map((line, index) => rowOf(line, from + index)));
  }
}

function rowOf({ article, before, words: name, after, range }: Line, index: number): HTMLElement {
  const { uri = '', title: articleTitle = '' } = concordance?.articles[article] ?? {};
  const open = () => host.send({ type: 'open', location: { uri, range } });
  return el(
    'tr',
    { 'aria-rowindex': index + 2 },
    el('td', { class: 'place' }, dates[article] || words.undated),
    el('td', { class: 'before' }, el('div', {}, el('bdi', {}, before))),
    el('td', { class: 'mention' }, link([el('bdi', {}, name)], open)),
    el('td', { class: 'after' }, el('div', {}, el('bdi', {}, after))),
    el('td', { class: 'article' }, el('div', {}, el('bdi', { title: articleTitle }, articleTitle))),
  );
}

const observer = new IntersectionObserver(more, { rootMargin: '100% 0px' });
observer.observe(end);
window.addEventListener('resize', more);

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message?.type === 'say') status.textContent = message.text;
  if (message?.type !== 'concordance') return;
  concordance = message.concordance;
  dates = message.dates;
  const isThere = concordance !== null;
  table.hidden = !isThere;
  exporting.hidden = !isThere;
  if (concordance === null) {
    status.textContent = words.gone;
    return;
  }
  const { entity, total } = concordance;
  title.replaceChildren(el('bdi', {}, entity.name));
  document.title = entity.name;
  const shown = concordance.lines.length;
  status.textContent = shown === total ? filled(words.lines, total) : filled(words.someLines, shown, total);
  table.caption?.replaceChildren(entity.name);
  table.setAttribute('aria-rowcount', String(shown + 1));
  arrange();
});

host.send({ type: 'ready' });
