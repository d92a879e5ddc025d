/** The network: who is tied to whom, as a picture and as tables, with the sentences that each tie rests on. */
import './network.css';
import type { Evidence, Network, NodeKind, TieKind, WireLocation } from '../../../server/src/lsp/requests.ts';
import {
  type FromPicture,
  type NetworkStrings,
  NODE_KINDS,
  TIE_KINDS,
  toPicture,
} from '../../src/pages/picture-messages.ts';
import { connect, el, filled, firstData, followLinksByEnter, markShown, strings } from '../host.ts';
import { link, renderQuote } from '../pieces.ts';
import { SortableTable } from '../sortable-table.ts';
import { kindChip, signBox, svgEl, tool } from '../tools.ts';
import { type Chosen, Graph, TIE_DASHES } from './graph.ts';

interface State {
  readonly hiddenNodes: readonly NodeKind[];
  readonly hiddenTies: readonly TieKind[];
  readonly from: string;
  readonly to: string;
  readonly asTable: boolean;
  /** The entity whose neighbours are shown; null for what the page was opened for. */
  readonly focus: string | null;
}

const NOTHING: Chosen = { node: null, tie: null };
/** How far an arrow key moves the picture (pixels). */
const STEP = 60;

const host = connect<FromPicture, State>();
const words = strings<NetworkStrings>();
const recalled = host.recall();

const hiddenNodes = new Set(NODE_KINDS.filter((kind) => recalled.hiddenNodes?.includes(kind)));
const hiddenTies = new Set(TIE_KINDS.filter((kind) => recalled.hiddenTies?.includes(kind)));
let from = recalled.from ?? '';
let to = recalled.to ?? '';
let asTable = recalled.asTable === true;
let focus = recalled.focus ?? null;
let network: Network | null = null;
let chosen = NOTHING;
let request = 0;
let evidenceRequest = 0;
/** Whether the next network is another one and not the same, changed. */
let isOther = true;

const title = el('h1', {}, words.title);
const status = el('p', { class: 'status', role: 'status' }, words.loading);
const help = el('p', { id: 'keys', class: 'unseen' }, words.keys);
const canvas = el('div', { class: 'canvas' });
const stage = el(
  'div',
  { class: 'stage', role: 'application', tabindex: 0, 'aria-label': words.title, 'aria-describedby': 'keys' },
  canvas,
);
const details = el('section', { class: 'details', 'aria-label': words.evidence, tabindex: 0 });
const tiesTable = new SortableTable<Network['ties'][number]>(
  words.tiesTable,
  [
    { label: words.one, key: ({ a }) => nameOf(a), cell: ({ a }) => el('bdi', {}, nameOf(a)) },
    { label: words.other, key: ({ b }) => nameOf(b), cell: ({ b }) => el('bdi', {}, nameOf(b)) },
    { label: words.kind, key: ({ kind }) => words.ties[kind], cell: ({ kind }) => words.ties[kind] },
    {
      label: words.strength,
      key: ({ strength }) => strength,
      cell: (tie) =>
        tool(
          `${tie.strength}`,
          () => choose({ node: null, tie: network?.ties.indexOf(tie) ?? null }),
          `${tie.strength}: ${words.evidence}`,
        ),
    },
  ],
  words.sortBy,
  3,
  true,
);
const nodesTable = new SortableTable<Network['nodes'][number]>(
  words.nodesTable,
  [
    {
      label: words.name,
      key: ({ name }) => name,
      cell: ({ id, name }) => link([el('bdi', {}, name)], () => choose({ node: id, tie: null })),
    },
    { label: words.kind, key: ({ kind }) => words.nodes[kind], cell: ({ kind }) => words.nodes[kind] },
    { label: words.articles, key: ({ articles }) => articles, cell: ({ articles }) => String(articles) },
  ],
  words.sortBy,
  2,
  true,
);
const tables = el('div', { class: 'tables', hidden: true, tabindex: -1 }, tiesTable.element, nodesTable.element);
const search = el('input', { type: 'search', placeholder: words.search, 'aria-label': words.search });
const fromYear = el('select', { 'aria-label': words.from });
const toYear = el('select', { 'aria-label': words.to });
const back = tool(words.all, () => look(null));
const tableButton = tool(words.table, () => {
  asTable = !asTable;
  remember();
  arrange();
  if (!asTable) graph.fit();
});
const saveButton = tool(words.savePng, save);
const zoomTools = el(
  'div',
  { role: 'group' },
  tool('+', () => graph.zoomBy(1.4), words.zoomIn),
  tool('−', () => graph.zoomBy(1 / 1.4), words.zoomOut),
  tool(words.fit, () => graph.fit()),
);

document.body.append(
  el(
    'main',
    {},
    el('header', {}, title, status),
    el(
      'div',
      { class: 'tools' },
      el(
        'div',
        { role: 'group', 'aria-label': words.showNodes },
        ...NODE_KINDS.map((kind) => kindChip(kind, words.nodes[kind], nodeSign(kind), hiddenNodes, filtered)),
      ),
      el(
        'div',
        { role: 'group', 'aria-label': words.showTies },
        ...TIE_KINDS.map((kind) => kindChip(kind, words.ties[kind], tieSign(kind), hiddenTies, filtered)),
        el('span', { class: 'status' }, words.width),
      ),
      el('div', { role: 'group', 'aria-label': words.period }, words.from, fromYear, words.to, toYear),
      search,
      zoomTools,
      el('div', {}, tableButton, saveButton, back),
    ),
    help,
    el('div', { class: 'split' }, stage, tables, details),
  ),
);
followLinksByEnter();
const graph = new Graph(canvas, choose);
new ResizeObserver(() => graph.resize()).observe(canvas);

search.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') find();
});
search.addEventListener('input', find);
for (const select of [fromYear, toYear])
  select.addEventListener('change', () => {
    from = fromYear.value;
    to = toYear.value;
    remember();
    ask(true);
  });
stage.addEventListener('keydown', (event) => {
  if (event.target !== stage || event.ctrlKey || event.altKey || event.metaKey) return;
  if (pressed(event.key)) event.preventDefault();
});

function pressed(key: string): boolean {
  switch (key) {
    case '+':
    case '=':
      graph.zoomBy(1.4);
      return true;
    case '-':
      graph.zoomBy(1 / 1.4);
      return true;
    case 'Home':
      graph.fit();
      return true;
    case 'ArrowLeft':
      graph.panBy(STEP, 0);
      return true;
    case 'ArrowRight':
      graph.panBy(-STEP, 0);
      return true;
    case 'ArrowUp':
      graph.panBy(0, STEP);
      return true;
    case 'ArrowDown':
      graph.panBy(0, -STEP);
      return true;
    case 'PageDown':
    case 'PageUp':
      stepNode(key === 'PageDown' ? 1 : -1);
      return true;
    case 'Enter':
      if (chosen.node !== null) details.querySelector<HTMLElement>('a, button')?.focus();
      return chosen.node !== null;
    case 'Escape':
      choose(NOTHING);
      return true;
    default:
      return false;
  }
}

function stepNode(by: 1 | -1): void {
  const nodes = network?.nodes ?? [];
  const at = nodes.findIndex(({ id }) => id === chosen.node);
  const next = nodes[at < 0 ? 0 : (at + by + nodes.length) % nodes.length];
  if (next !== undefined) choose({ node: next.id, tie: null });
}

/** Another network is asked for: what is shown of it was chosen anew. */
function filtered(): void {
  remember();
  ask(true);
}

function nodeSign(kind: NodeKind): Node {
  const sign =
    kind === 'person'
      ? svgEl('circle', { r: '6' })
      : kind === 'office'
        ? svgEl('path', { d: 'M0-7 7 0 0 7-7 0Z' })
        : svgEl('rect', { x: '-6', y: '-6', width: '12', height: '12', rx: '2' });
  return signBox({ viewBox: '-8 -8 16 16', width: '16', height: '16', class: `node ${kind}` }, sign);
}

function tieSign(kind: TieKind): Node {
  const dashes = TIE_DASHES[kind];
  const line = svgEl('line', {
    x1: '1',
    x2: '33',
    y1: '5',
    y2: '5',
    'stroke-width': '3',
    ...(dashes !== null && { 'stroke-dasharray': dashes.join(' ') }),
  });
  return signBox({ viewBox: '0 0 34 10', width: '34', height: '10', class: `tie ${kind}` }, line);
}

function remember(): void {
  host.remember({ hiddenNodes: [...hiddenNodes], hiddenTies: [...hiddenTies], from, to, asTable, focus });
}

function period(): { readonly from: string | null; readonly to: string | null } {
  return { from: from === '' ? null : `${from}-01-01`, to: to === '' ? null : `${to}-12-31` };
}

/** `other`: for another network, which is looked at as a whole. */
function ask(other: boolean): void {
  performance.mark('asked');
  request++;
  isOther ||= other;
  host.send({
    type: 'network',
    request,
    ...period(),
    nodes: NODE_KINDS.filter((kind) => !hiddenNodes.has(kind)),
    ties: TIE_KINDS.filter((kind) => !hiddenTies.has(kind)),
    entity: focus,
  });
}

/** At an entity and its neighbours only; null: as the page was opened. */
function look(entity: string | null): void {
  focus = entity;
  chosen = NOTHING;
  remember();
  ask(true);
}

function show(found: Network): void {
  const first = network === null;
  const same = network !== null && JSON.stringify(found) === JSON.stringify(network);
  network = found;
  for (const part of [canvas, tables, details]) part.lang = found.language;
  const name = found.entity?.name ?? words.whole;
  title.replaceChildren(`${words.title}: `, el('bdi', {}, name));
  document.title = `${words.title}: ${name}`;
  const { nodes, ties } = found;
  tellCounts();
  back.hidden = focus === null;
  showYears(found.years);
  if (!same || isOther) {
    graph.show(found, !isOther);
    const isThere = chosen.node === null || nodes.some(({ id }) => id === chosen.node);
    // Ties are numbered anew; a name stays what it is.
    choose(isThere && chosen.tie === null ? chosen : NOTHING);
    tiesTable.show(ties);
    nodesTable.show(nodes);
  }
  isOther = false;
  arrange();
  if (first) {
    markShown();
  }
}

function tellCounts(): void {
  if (network === null) return;
  const { nodes, ties, nodesTotal, tiesTotal } = network;
  status.textContent =
    ties.length === 0 ? words.nothing : filled(words.shown, nodes.length, nodesTotal, ties.length, tiesTotal);
}

function showYears(years: readonly string[]): void {
  for (const [select, value] of [
    [fromYear, from],
    [toYear, to],
  ] as const) {
    // A year that is chosen stays to be seen, whether or not it still has articles.
    const all = value === '' || years.includes(value) ? years : [...years, value].sort();
    select.replaceChildren(
      el('option', { value: '' }, words.any),
      ...all.map((year) => el('option', { value: year }, year)),
    );
    select.value = value;
  }
}

function arrange(): void {
  const isThere = network !== null;
  stage.hidden = asTable || !isThere;
  tables.hidden = !asTable || !isThere;
  zoomTools.hidden = asTable || !isThere;
  saveButton.hidden = asTable || !isThere;
  search.hidden = asTable || !isThere;
  tableButton.hidden = !isThere;
  details.hidden = !isThere;
  tableButton.textContent = asTable ? words.picture : words.table;
  if (!stage.hidden) graph.resize();
}

function find(): void {
  const wanted = folded(search.value);
  if (wanted === '') {
    choose(NOTHING);
    return;
  }
  const found = network?.nodes.find(({ name }) => folded(name).includes(wanted));
  if (found === undefined) status.textContent = words.notShown;
  else {
    tellCounts();
    choose({ node: found.id, tie: null });
  }
}

/** Spellings that a reader does not tell apart when looking for a name. */
function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\u0640\u064B-\u065F\u0670]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك');
}

const nameOf = (index: number): string => network?.nodes[index]?.name ?? '';

function choose(next: Chosen): void {
  chosen = next;
  graph.mark(next);
  if (next.node !== null) graph.reveal(next.node);
  const tie = next.tie === null ? undefined : network?.ties[next.tie];
  const node = network?.nodes.find(({ id }) => id === next.node);
  evidenceRequest++;
  const all = { ...period(), request: evidenceRequest };
  if (tie !== undefined) {
    const [a, b] = [network?.nodes[tie.a], network?.nodes[tie.b]];
    details.replaceChildren(
      el('h2', {}, el('bdi', {}, a?.name ?? ''), ' – ', el('bdi', {}, b?.name ?? '')),
      el('p', { class: 'status' }, `${words.ties[tie.kind]}: ${tie.strength}`),
    );
    host.send({ type: 'evidence', ...all, entity: a?.id ?? '', other: b?.id ?? '', tie: tie.kind });
  } else if (node !== undefined) {
    const { id, name, kind, articles, location } = node;
    details.replaceChildren(
      el('h2', {}, el('bdi', {}, name)),
      el('p', { class: 'status' }, `${words.nodes[kind]} · ${words.articles}: ${articles}`),
      el(
        'p',
        { class: 'acts' },
        ...(network?.entity?.id === id ? [] : [tool(words.only, () => look(id))]),
        ...(location === null
          ? []
          : (['dossier', 'timeline'] as const).map((page) =>
              tool(words[page], () => host.send({ type: 'show', page, entity: id, uri: location.uri })),
            )),
      ),
    );
    host.send({ type: 'evidence', ...all, entity: id, other: null, tie: 'article' });
  } else details.replaceChildren(el('p', { class: 'status' }, words.choose));
}

function showEvidence({ statements, total }: Evidence): void {
  details.querySelector('ol')?.remove();
  const open = (location: WireLocation) => () => host.send({ type: 'open', location });
  details.append(
    el(
      'ol',
      {},
      ...statements.map(({ dateWords, quote, location, article }) =>
        el(
          'li',
          {},
          el('blockquote', {}, renderQuote(quote)),
          el('p', { class: 'origin' }, link([el('bdi', {}, article)], open(location)), ` · ${dateWords}`),
        ),
      ),
    ),
  );
  if (statements.length < total) {
    details.append(el('p', { class: 'status' }, filled(words.evidenceSome, statements.length, total)));
  }
}

async function save(): Promise<void> {
  host.send({ type: 'save', format: 'png', content: await graph.png() });
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPicture(data);
  switch (message?.type) {
    case 'say':
      status.textContent = message.text;
      return;
    case 'changed':
      ask(false);
      return;
    case 'network':
      if (message.request !== request) return;
      performance.mark('answered');
      if (message.network !== null) {
        show(message.network);
        return;
      }
      // What was looked at from inside the page may be gone while what the page is for is not.
      if (focus !== null) {
        look(null);
        return;
      }
      network = null;
      graph.clear();
      status.textContent = words.gone;
      arrange();
      return;
    case 'evidence':
      if (message.request === evidenceRequest && message.evidence !== null) showEvidence(message.evidence);
  }
});

host.send({ type: 'ready' });
const first = Object.keys(recalled).length === 0 ? toPicture(firstData()) : null;
if (first?.type === 'network' && first.network !== null) show(first.network);
else ask(true);
