/** The reading view: an article as a page, the bar above it, the card, and what keys and the extension ask of them. */
import './reader.css';
import type { WireCard, WireLocation } from '../../../server/src/lsp/requests.ts';
import {
  type FromReader,
  firstMessages,
  type Kind,
  type Page,
  type QuotationFormat,
  type ReaderStrings,
  type Style,
  type ToReader,
  toReader,
  type ViewCommand,
} from '../../src/reader/messages.ts';
import { connect, el, filled, firstData, followLinksByEnter, markShown, strings } from '../host.ts';
import { link, renderCard } from '../pieces.ts';
import { ArticleView, type PlacedMark } from './article.ts';
import { Bar } from './bar.ts';
import { Preview } from './preview.ts';

/** What a view that was hidden comes back with. */
interface State {
  readonly offset: number;
  readonly hidden: readonly Kind[];
  readonly only: string | null;
}

const host = connect<FromReader, State>();
const words = strings<ReaderStrings>();
const state: { -readonly [Key in keyof State]: State[Key] } = { offset: 0, hidden: [], only: null, ...host.recall() };

const article = new ArticleView(words);
const card = el('section', { class: 'card', id: 'card', role: 'dialog', hidden: true, tabindex: -1 });
const caret = el('span', { class: 'caret', 'aria-hidden': 'true', hidden: true });
const status = el('p', { class: 'status', role: 'status' }, words.loading);
const bar = new Bar(words, {
  filter: (hidden, only) => {
    state.hidden = hidden;
    state.only = only;
    applyFilter();
    remember();
  },
  style: (type, change) => host.send({ type, change }),
});
const main = el('main', {}, status, article.element, caret);
document.body.append(bar.element, main, card);
document.body.dataset.vscodeContext = JSON.stringify({ preventDefaultContextMenuItems: true });
followLinksByEnter();

// What the reader is at: the mark that was pointed at, jumped to or focused last, and whom they follow from there.
let current: HTMLElement | null = null;
let followed: string | null = null;

function setCurrent(mark: HTMLElement | null, entity: string | null = null): void {
  current?.classList.remove('current');
  current = mark;
  followed = entity;
  current?.classList.add('current');
}

function currentMark(): PlacedMark | null {
  return current?.isConnected ? article.markOf(current) : null;
}

/** Id of the entity that commands are about. */
function currentEntity(): string | null {
  return followed ?? currentMark()?.id ?? state.only;
}

// ── Cards ──

let isReturning = false;
let asked = 0;
interface Answer {
  readonly card: WireCard;
  readonly entity: string | null;
}
const answers = new Map<number, (answer: Answer | null) => void>();

const preview = new Preview<HTMLElement, Answer>({
  fetch: (element) => {
    const mark = article.markOf(element);
    const page = article.page;
    if (mark === null || page === null) return Promise.resolve(null);
    const request = ++asked;
    host.send({ type: 'card', request, version: page.version, offset: mark.offset });
    return new Promise((resolve) => answers.set(request, resolve));
  },
  show: (element, content) => showCard(element, content),
  hide: () => {
    const hadFocus = card.contains(document.activeElement);
    card.hidden = true;
    for (const each of document.querySelectorAll('[aria-describedby="card-about"]')) {
      each.removeAttribute('aria-describedby');
    }
    card.replaceChildren();
    if (!hadFocus) return;
    // Going back to the word is not coming upon it.
    isReturning = true;
    current?.focus({ preventScroll: true });
    isReturning = false;
  },
});

function showCard(element: HTMLElement, { card: content, entity }: Answer): void {
  const from = article.markOf(element)?.offset ?? 0;
  const open = (location: WireLocation) => {
    preview.dismiss();
    host.send({ type: 'open', location, from });
  };
  card.replaceChildren(renderCard(content, open));
  card.lang = content.language;
  card.dir = content.language === 'ar' ? 'rtl' : 'ltr';
  card.dataset.kind = content.kind;
  card.setAttribute('aria-label', filled(words.card, content.title.text));
  const about = el('p', { id: 'card-about', class: 'unseen' });
  about.textContent = [content.title, ...content.subtitle].map(({ text }) => text).join('، ');
  card.append(about);
  if (entity !== null) {
    const page = (type: 'concordance' | 'dossier') =>
      link([document.createTextNode(words[type])], () => {
        preview.dismiss();
        host.send({ type, entity });
      });
    card.append(el('p', { class: 'pages' }, page('concordance'), ' · ', page('dossier')));
  }
  card.hidden = false;
  card.scrollTop = 0;
  element.setAttribute('aria-describedby', 'card-about');
  place(element);
}

/** Below the words, or above them where there is more room; from the end of the line at which they begin. */
function place(element: HTMLElement): void {
  const margin = 8;
  const rects = [...element.getClientRects()];
  const rect = rects.find(({ bottom }) => bottom > 0) ?? element.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = window.innerHeight - rect.bottom - 2 * margin;
  const above = rect.top - 2 * margin;
  const isBelow = height <= below || below >= above;
  card.style.maxHeight = `${Math.max(120, isBelow ? below : above)}px`;
  const shown = Math.min(height, Math.max(120, isBelow ? below : above));
  const top = isBelow ? rect.bottom + margin / 2 : rect.top - shown - margin / 2;
  const start = card.dir === 'rtl' ? rect.right - width : rect.left;
  card.style.top = `${Math.max(margin, top)}px`;
  card.style.left = `${Math.min(Math.max(margin, start), window.innerWidth - width - margin)}px`;
}

const markUnder = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.mark.on') : null;

/** Who went into the card by the keyboard keeps it, wherever the pointer lies. */
const isHeld = (): boolean => card.contains(document.activeElement);

article.element.addEventListener('pointerover', ({ target, pointerType }) => {
  const mark = markUnder(target);
  if (mark !== null && pointerType !== 'touch' && !isHeld()) preview.enter(mark);
});
article.element.addEventListener('pointerout', ({ target, relatedTarget }) => {
  const mark = markUnder(target);
  if (mark !== null && markUnder(relatedTarget) !== mark && !isHeld()) preview.leave();
});
card.addEventListener('pointerenter', () => preview.stay());
card.addEventListener('pointerleave', () => {
  if (!isHeld()) preview.leave();
});
article.element.addEventListener('focusin', ({ target }) => {
  const mark = markUnder(target);
  if (mark === null) return;
  if (mark !== current) setCurrent(mark);
  if (mark.matches(':focus-visible') && !isReturning) preview.enter(mark);
});
article.element.addEventListener('focusout', ({ relatedTarget }) => {
  if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) preview.leave();
});
card.addEventListener('focusin', () => preview.stay());
card.addEventListener('focusout', ({ relatedTarget }) => {
  if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) preview.leave();
});

article.element.addEventListener('click', ({ target, altKey, ctrlKey, metaKey, shiftKey }) => {
  const mark = markUnder(target);
  const selection = getSelection();
  // Selecting words begins and ends with a click too.
  if (mark === null || altKey || ctrlKey || metaKey || shiftKey || selection?.isCollapsed === false) return;
  setCurrent(mark);
  define();
});
article.element.addEventListener('contextmenu', ({ target }) => {
  const mark = markUnder(target);
  preview.dismiss();
  setCurrent(mark);
});
document.addEventListener('keydown', (event) => {
  // VS Code hears of these keys all the same; a browser around it would leave the page, or load this one anew.
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) event.preventDefault();
  if (event.key !== 'Escape' || preview.shown === null) return;
  event.preventDefault();
  event.stopPropagation();
  preview.dismiss();
});

// ── Going about ──

function define(): void {
  const mark = currentMark();
  const page = article.page;
  if (mark === null || page === null) {
    say(words.noMention);
    return;
  }
  preview.dismiss();
  host.send({ type: 'definition', version: page.version, offset: mark.offset });
}

function step(towards: 'next' | 'previous', elsewhere: boolean): void {
  const page = article.page;
  const entity = currentEntity();
  if (page === null) return;
  if (entity === null) {
    // Nobody is followed yet: begin with the first mention in sight.
    const top = bar.element.getBoundingClientRect().bottom;
    const first = article.visibleMarks().find((mark) => mark.getBoundingClientRect().top >= top);
    if (first) reveal(first, null);
    else say(words.noMention);
    return;
  }
  const offset = currentMark()?.offset ?? article.offsetBelow(bar.element.getBoundingClientRect().bottom) ?? 0;
  host.send({ type: 'step', version: page.version, offset, entity, towards, elsewhere });
}

/** Brings a mark into sight and gives it the focus. */
function reveal(mark: HTMLElement, entity: string | null): void {
  const details = mark.closest('details');
  if (details) details.open = true;
  setCurrent(mark, entity);
  bringIntoSight(mark);
  // The card of what was jumped to is wanted no sooner than that of what is pointed at.
  mark.focus({ preventScroll: true });
  mark.classList.remove('reached');
  requestAnimationFrame(() => mark.classList.add('reached'));
}

function bringIntoSight(element: Element): void {
  element.scrollIntoView({ block: 'center' });
  // What was out of sight has its true height only now.
  requestAnimationFrame(() => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) element.scrollIntoView({ block: 'center' });
  });
}

function goTo(offset: number, entity: string | null): void {
  const mark = article.markAt(offset);
  if (mark !== null) {
    reveal(mark, entity);
    return;
  }
  const block = article.rangeAt(offset)?.block;
  if (!block) return;
  const details = block.closest('details');
  if (details) details.open = true;
  bringIntoSight(block);
}

/** The first line in sight of the text editor becomes the first here. */
function scrollToOffset(offset: number): void {
  const found = article.rangeAt(offset);
  if (found === null) return;
  const first = article.page?.blocks[0];
  if (first === undefined || offset <= first.start) {
    window.scrollTo({ top: 0 });
    return;
  }
  const rect = found.range.getClientRects()[0] ?? found.block.getBoundingClientRect();
  window.scrollBy({ top: rect.top - bar.element.getBoundingClientRect().bottom - 12 });
}

/** Marks where the caret of the text editor stands, and keeps it in sight. */
let caretOffset: number | null = null;
function placeCaret(follow: boolean): void {
  const found = caretOffset === null ? null : article.rangeAt(caretOffset);
  const rect = found?.range.getClientRects()[0] ?? found?.block.getBoundingClientRect();
  caret.hidden = !found || !rect || rect.height === 0;
  if (!found || !rect || rect.height === 0) return;
  const origin = main.getBoundingClientRect();
  const isWord = found.range.getClientRects().length > 0;
  caret.style.top = `${rect.top - origin.top}px`;
  caret.style.height = `${isWord ? rect.height : 20}px`;
  caret.style.left = `${(isWord || found.block.dir === 'ltr' ? rect.left : rect.right) - origin.left}px`;
  const top = bar.element.getBoundingClientRect().bottom;
  if (follow && (rect.bottom < top || rect.top > window.innerHeight)) bringIntoSight(caret);
}

// ── Quotations ──

function copy(format: QuotationFormat): void {
  const page = article.page;
  if (page === null) return;
  const selection = getSelection();
  if (selection !== null && !selection.isCollapsed && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    const start = article.offsetOf(range.startContainer, range.startOffset);
    const end = article.offsetOf(range.endContainer, range.endOffset);
    if (start !== null && end !== null && start < end) {
      host.send({ type: 'copy', version: page.version, format, start, end });
      return;
    }
  }
  const mark = currentMark();
  if (mark === null) {
    say(words.noMention);
    return;
  }
  host.send({ type: 'copy', version: page.version, format, start: mark.offset, end: mark.offset });
}

// ── Commands ──

const COMMANDS: Readonly<Record<ViewCommand, () => void>> = {
  nextMention: () => step('next', false),
  previousMention: () => step('previous', false),
  nextArticle: () => step('next', true),
  previousArticle: () => step('previous', true),
  definition: define,
  focusCard: async () => {
    const mark = current;
    if (mark === null || !mark.isConnected) return say(words.noMention);
    if (preview.shown !== mark && !(await preview.now(mark))) return;
    (card.querySelector<HTMLElement>('.link') ?? card).focus();
  },
  showOnly: () => {
    const entity = currentEntity();
    if (state.only !== null) showOnly(null);
    else if (entity === null) say(words.noMention);
    else showOnly(entity);
  },
  concordance: () => openPage('concordance'),
  dossier: () => openPage('dossier'),
  openText: () => {
    const top = article.offsetBelow(bar.element.getBoundingClientRect().bottom);
    host.send({ type: 'openText', offset: currentMark()?.offset ?? top ?? 0 });
  },
  copyText: () => copy('text'),
  copyMarkdown: () => copy('markdown'),
  copyBibtex: () => copy('bibtex'),
};

function openPage(type: 'concordance' | 'dossier'): void {
  const entity = currentEntity();
  if (entity === null) say(words.noMention);
  else host.send({ type, entity });
}

function showOnly(entity: string | null): void {
  state.only = entity;
  applyFilter();
  remember();
}

function applyFilter(): void {
  article.filter({ hidden: new Set(state.hidden), only: state.only });
  if (article.page) bar.show(article.page, state.hidden, state.only);
}

// ── Page ──

let isFirst = true;

function show(page: Page): void {
  preview.dismiss();
  // An entity that the article has no more marks nothing.
  if (state.only !== null && !page.entities.some(({ id }) => id === state.only)) state.only = null;
  article.show(page);
  applyFilter();
  if (!lasting) status.textContent = statusOf(page);
  if (isFirst) {
    if (state.offset > 0) scrollToOffset(state.offset);
    markShown();
  }
  isFirst = false;
  placeCaret(false);
  host.send({ type: 'shown' });
}

function statusOf({ blocks, recognized, pending }: Page): string {
  if (recognized && blocks.length > 0) return '';
  if (pending) return words.loading;
  return blocks.length === 0 ? words.empty : words.notRecognized;
}

function applyStyle({ fontSize, lineWidth }: Style): void {
  document.documentElement.style.setProperty('--reader-size', `${fontSize}px`);
  document.documentElement.style.setProperty('--reader-width', `${lineWidth}em`);
  placeCaret(false);
}

let lasting = false;
function say(text: string, stays = false): void {
  if (lasting && !stays) return;
  lasting = stays && text !== '';
  status.textContent = text;
}

function remember(): void {
  host.remember({ offset: state.offset, hidden: state.hidden, only: state.only });
}

let scrolled: ReturnType<typeof setTimeout> | undefined;
window.addEventListener(
  'scroll',
  () => {
    if (preview.shown !== null) place(preview.shown);
    clearTimeout(scrolled);
    scrolled = setTimeout(() => {
      const top = bar.element.getBoundingClientRect().bottom;
      state.offset = window.scrollY === 0 ? 0 : (article.offsetBelow(top) ?? 0);
      remember();
    }, 200);
  },
  { passive: true },
);
window.addEventListener('resize', () => {
  preview.dismiss();
  placeCaret(false);
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => take(toReader(data)));

function take(message: ToReader | null): void {
  switch (message?.type) {
    case 'page':
      show(message.page);
      break;
    case 'style':
      applyStyle(message.style);
      break;
    case 'card': {
      const { card, entity } = message;
      answers.get(message.request)?.(card === null ? null : { card, entity });
      answers.delete(message.request);
      break;
    }
    case 'reveal':
      goTo(message.offset, message.entity);
      host.send({ type: 'revealed', offset: message.offset });
      break;
    case 'scroll':
      scrollToOffset(message.offset);
      break;
    case 'caret':
      caretOffset = message.offset;
      placeCaret(true);
      break;
    case 'command':
      COMMANDS[message.command]();
      break;
    case 'say':
      say(message.text, message.lasting);
  }
}

host.send({ type: 'ready' });
for (const message of firstMessages(firstData())) take(message);
