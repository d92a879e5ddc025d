/** The dossier: everything the corpus says of one entity, by date, each statement with its quotation. */
import './dossier.css';
import type { Dossier, DossierPlace, WireLocation } from '../../../server/src/lsp/requests.ts';
import { chaptersOf } from '../../src/pages/dossier-chapters.ts';
import { type DossierStrings, type ExportFormat, type FromPage, toPage } from '../../src/pages/messages.ts';
import { connect, el, filled, followLinksByEnter, strings } from '../host.ts';
import { link, renderPieces, renderQuote, renderRow } from '../pieces.ts';

const host = connect<FromPage, never>();
const words = strings<DossierStrings>();

const status = el('p', { class: 'status', role: 'status' }, words.loading);
const tools = el('div', { class: 'tools', hidden: true });
const page = el('article');
document.body.append(el('main', {}, tools, status, page));
followLinksByEnter();

for (const [format, label] of [
  ['markdown', words.exportMarkdown],
  ['html', words.exportHtml],
] as const satisfies readonly (readonly [ExportFormat, string])[]) {
  const button = el('button', { type: 'button', class: 'tool' }, label);
  button.addEventListener('click', () => host.send({ type: 'export', format, order: 'place', descending: false }));
  tools.append(button);
}
for (const [picture, label] of [
  ['timeline', words.timeline],
  ['network', words.network],
] as const) {
  const button = el('button', { type: 'button', class: 'tool' }, label);
  button.addEventListener('click', () => host.send({ type: 'picture', picture }));
  tools.append(button);
}

const open = (location: WireLocation) => host.send({ type: 'open', location });

/** Statements made at a time: what is on the screen comes at once, and thousands more do not keep a key from being heard. */
const BATCH = 100;
/** Of the dossier shown: the next one ends the making of this one. */
let making: ReturnType<typeof setTimeout> | undefined;

function show(dossier: Dossier): void {
  clearTimeout(making);
  const { language, title, subtitle, summary, statements, total } = dossier;
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = title.text;
  page.replaceChildren(
    el('h1', {}, ...renderPieces([title], open)),
    el('p', { class: 'subtitle' }, ...renderPieces(subtitle, open)),
    ...summary.map((row) => renderRow(row, open, 'p')),
  );
  status.textContent = statements.length === total ? '' : filled(words.someStatements, statements.length, total);
  const blocks = blocksOf(dossier);
  const more = () => {
    for (let made = 0; made < BATCH; made++) {
      const { done, value } = blocks.next();
      if (done === true) return;
      value();
    }
    making = setTimeout(more);
  };
  more();
}

/** What the page is made of, piece by piece, in its order. */
function* blocksOf(dossier: Dossier): Generator<() => void> {
  for (const { heading, statements } of chaptersOf(dossier)) {
    const list = el('ol');
    yield () => page.append(el('h2', {}, heading), list);
    for (const each of statements) yield () => list.append(statement(each));
  }
  const { contradictions, contradictionsNote, headings } = dossier;
  if (contradictions.length === 0 && contradictionsNote === null) return;
  const list = el('ol', { class: 'contradictions' });
  yield () => {
    page.append(el('h2', {}, headings.contradictions));
    if (contradictionsNote !== null) page.append(el('p', { class: 'origin' }, contradictionsNote));
    page.append(list);
  };
  for (const { message, places } of contradictions)
    yield () =>
      list.append(
        el(
          'li',
          { class: 'contradiction' },
          el('h3', {}, message),
          ...places.flatMap((each) => [...(each.label === '' ? [] : [el('p', {}, each.label)]), ...place(each)]),
        ),
      );
}

function statement(each: Dossier['statements'][number]): HTMLElement {
  const { kind, kindWords, date, dateWords, inferred, claim, also } = each;
  const when = el(
    'time',
    date !== null && /^\d{4}/.test(date) ? { datetime: date } : {},
    ...(inferred ? [el('em', {}, dateWords)] : [dateWords]),
  );
  return el(
    'li',
    { class: kind },
    el('h3', {}, when),
    el('p', {}, el('span', { class: 'kind' }, kindWords), ' ', ...renderPieces(claim, open)),
    ...place(each),
    ...(also.length === 0 ? [] : [el('p', { class: 'origin' }, ...renderPieces(also, open))]),
  );
}

function place({ quote, location, article }: DossierPlace): HTMLElement[] {
  const titles = article.map(({ location: _, ...piece }) => piece);
  return [
    el('blockquote', {}, renderQuote(quote)),
    el(
      'p',
      { class: 'origin' },
      link(renderPieces(titles, open), () => open(location)),
    ),
  ];
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message?.type === 'say') status.textContent = message.text;
  if (message?.type !== 'dossier') return;
  tools.hidden = message.dossier === null;
  if (message.dossier !== null) show(message.dossier);
  else {
    clearTimeout(making);
    page.replaceChildren();
    status.textContent = words.gone;
  }
});

host.send({ type: 'ready' });
