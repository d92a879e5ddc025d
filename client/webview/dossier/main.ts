/** The dossier: everything the corpus says of one entity, by date, each statement with its quotation. */
import './dossier.css';
import type { Dossier, WireLocation } from '../../../server/src/lsp/requests.ts';
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

function show({ language, title, subtitle, summary, statements, total }: Dossier): void {
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = title.text;
  const entries = statements.map(({ kind, date, dateWords, claim, quote, location, article }) => {
    const when = el('time', date !== null && /^\d{4}/.test(date) ? { datetime: date } : {}, dateWords);
    const titles = article.map(({ location: _, ...piece }) => piece);
    return el(
      'li',
      { class: kind },
      el('h2', {}, when),
      el('p', {}, el('span', { class: 'kind' }, words.kinds[kind]), ' ', ...renderPieces(claim, open)),
      el('blockquote', {}, renderQuote(quote)),
      el(
        'p',
        { class: 'origin' },
        link(renderPieces(titles, open), () => open(location)),
      ),
    );
  });
  page.replaceChildren(
    el('h1', {}, ...renderPieces([title], open)),
    el('p', { class: 'subtitle' }, ...renderPieces(subtitle, open)),
    ...summary.map((row) => renderRow(row, open, 'p')),
    el('ol', {}, ...entries),
  );
  status.textContent = statements.length === total ? '' : filled(words.someStatements, statements.length, total);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message?.type === 'say') status.textContent = message.text;
  if (message?.type !== 'dossier') return;
  tools.hidden = message.dossier === null;
  if (message.dossier !== null) show(message.dossier);
  else {
    page.replaceChildren();
    status.textContent = words.gone;
  }
});

host.send({ type: 'ready' });
