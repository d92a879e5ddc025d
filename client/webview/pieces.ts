/** Cards, rows and quotations as elements. All of it is text; what leads somewhere calls `open`. */
import type { WireCard, WireLocation, WirePiece, WireQuote, WireRow } from '../../server/src/lsp/requests.ts';
import { el } from './host.ts';

export type Open = (location: WireLocation) => void;

export function renderCard(card: WireCard, open: Open): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(el('h2', { class: 'card-title' }, ...renderPieces([card.title], open)));
  if (card.subtitle.length > 0) {
    fragment.append(el('p', { class: 'card-subtitle' }, ...renderPieces(card.subtitle, open)));
  }
  for (const { heading, rows, more } of card.sections) {
    const lines = rows.map((row) => renderRow(row, open, heading === null ? 'p' : 'li'));
    if (heading === null) fragment.append(...lines);
    else fragment.append(el('h3', {}, ...renderPieces(heading, open)), el('ul', {}, ...lines));
    if (more !== undefined) fragment.append(el('p', { class: 'more' }, more));
  }
  return fragment;
}

export function renderRow({ pieces, quote }: WireRow, open: Open, tag: 'p' | 'li'): HTMLElement {
  const row = el(tag, {}, ...renderPieces(pieces, open));
  if (quote !== undefined) row.append(renderQuote(quote));
  return row;
}

export function renderPieces(pieces: readonly WirePiece[], open: Open): Node[] {
  return pieces.map((piece) => renderPiece(piece, open));
}

function renderPiece({ text, quoted, weight, location }: WirePiece, open: Open): Node {
  let node: Node = document.createTextNode(text);
  // What comes out of an article keeps its direction and leaves that of the words around it alone.
  if (quoted === true) node = el('bdi', {}, node);
  if (weight !== undefined) node = el(weight === 'strong' ? 'strong' : 'em', {}, node);
  return location === undefined ? node : link([node], () => open(location));
}

/** One island around the whole quotation: inside a word («وب» + «إيران») one would part the letters. */
export function renderQuote({ before, words, after }: WireQuote): HTMLElement {
  return el('bdi', { class: 'quotation' }, `«${before}`, el('strong', {}, words), `${after}»`);
}

/** A link without an address: a webview has none to give. */
export function link(children: readonly Node[], follow: () => void): HTMLElement {
  const element = el('a', { role: 'link', tabindex: 0, class: 'link' }, ...children);
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    follow();
  });
  return element;
}
