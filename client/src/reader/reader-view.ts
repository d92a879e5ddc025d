import {
  Disposable,
  env,
  l10n,
  RelativePattern,
  type TextDocument,
  type TextEditor,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { WireLocation } from '../../../server/src/lsp/requests.ts';
import type { Articles } from '../articles.ts';
import type { LanguageServer } from '../server.ts';
import { whilePrepared } from '../webview-html.ts';
import { quotationAs } from './citation.ts';
import { type FromReader, fromReader, type Page, type Style, type ToReader } from './messages.ts';
import { pageOf } from './page.ts';

/** A new page is made no oftener than this (ms): while a reader types, and while a corpus is being indexed. */
const PAGE_EVERY_MS = 120;

/** Longer texts (UTF-16 code units) are not written into the view's own document, which is parsed twice. */
const LONGEST_FIRST = 100_000;

/** Where a reader is: an offset (UTF-16 code units) of a document. */
export interface Place {
  readonly uri: Uri;
  readonly offset: number;
}

/** What a view asks of the reading views as a whole. */
export interface Surroundings {
  readonly server: LanguageServer;
  readonly articles: Articles;
  /** Goes to a place, and remembers where it was gone from. `entity`: that the reader follows from mention to mention. */
  readonly go: (from: Place, to: WireLocation, entity: string | null) => void;
  readonly openText: (place: Place) => void;
  readonly openPage: (page: 'concordance' | 'dossier', article: Uri, entity: string) => void;
  readonly change: (setting: 'fontSize' | 'lineWidth', change: -1 | 0 | 1) => void;
  readonly style: () => Style;
}

/** One reading view of one document: sends it pages, answers what it asks, and follows the text editor beside it. */
export class ReaderView implements Disposable {
  readonly document: TextDocument;
  readonly panel: WebviewPanel;
  readonly #around: Surroundings;
  readonly #listeners: Disposable;
  /** Of the file; begun when the article is on the screen. */
  #watcher: Disposable | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** A page is being made; true: make one more when it is done. */
  #making: boolean | null = null;
  #ready = false;
  /** A page stands in the view. */
  #isShown = false;
  #page: Page | null = null;
  /** What was sent last, less its version: the same page again is not sent. */
  #sent = '';
  /** Where to go when the page is there; until the view went: one that is just being hidden never does, and comes back as another. */
  #reveal: Extract<ToReader, { type: 'reveal' }> | null = null;
  /** Where the reader went last. */
  position = 0;
  #isGone = false;
  #isDisposed = false;
  /** The first page, asked for before the view is there. */
  readonly #first: Promise<Page | null>;
  /** Page and style that stand in the view's document, as they were sent; '' without one. */
  #written = { page: '', style: '' };

  /** `html`: the document of the view, with what it needs not ask for. */
  constructor(
    document: TextDocument,
    panel: WebviewPanel,
    html: (first: readonly ToReader[]) => string,
    around: Surroundings,
  ) {
    this.document = document;
    this.panel = panel;
    this.#around = around;
    this.#listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      panel.onDidChangeViewState(() => {
        // What is hidden is thrown away, and begins anew when it is shown.
        if (!panel.visible) this.#ready = this.#isShown = false;
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.document && contentChanges.length > 0) this.#updateSoon();
      }),
      around.server.onChanged(() => this.#updateSoon()),
      around.server.onState(() => this.#updateSoon()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('fihris.reader')) this.#send({ type: 'style', style: around.style() });
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const top = visibleRanges[0];
        if (top && this.#isBeside(textEditor)) {
          this.#send({ type: 'scroll', offset: this.document.offsetAt(top.start) });
        }
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#isBeside(textEditor)) this.#followCaret(textEditor);
      }),
      window.onDidChangeVisibleTextEditors((editors) => {
        if (!editors.some((editor) => this.#isBeside(editor))) this.#send({ type: 'caret', offset: null });
      }),
    );
    this.#first = this.#make();
    void this.#open(html);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#watcher?.dispose();
  }

  /** Gives the view its document, with the article in it if that is there while VS Code prepares the view. */
  async #open(html: (first: readonly ToReader[]) => string): Promise<void> {
    const page = await whilePrepared(this.#first);
    if (this.#isDisposed) return;
    const first: ToReader[] = [{ type: 'style', style: this.#around.style() }];
    this.#written.style = JSON.stringify(first[0]);
    if (page && this.document.getText().length <= LONGEST_FIRST) {
      first.push({ type: 'page', page });
      this.#page = page;
      this.#written.page = JSON.stringify(page);
    }
    this.panel.webview.html = html(first);
  }

  /** Goes to an offset, now or as soon as the page is there. */
  reveal(offset: number, entity: string | null = null): void {
    this.position = offset;
    this.#reveal = { type: 'reveal', offset, entity };
    if (this.#isShown) this.#revealNow();
  }

  send(message: ToReader): void {
    this.#send(message);
  }

  #send(message: ToReader): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }

  #isBeside(editor: TextEditor): boolean {
    return editor.document === this.document && editor.viewColumn !== undefined;
  }

  #followCaret({ selection }: TextEditor): void {
    this.#send({ type: 'caret', offset: this.document.offsetAt(selection.active) });
  }

  async #take(value: unknown): Promise<void> {
    const message = fromReader(value);
    if (!message) return;
    // What speaks of offsets of another text than this one means nothing any more.
    if ('version' in message && message.version !== this.document.version) {
      if (message.type === 'card') this.#send({ type: 'card', request: message.request, card: null, entity: null });
      return;
    }
    // A card is asked for by whatever the pointer happens to lie on.
    if ('offset' in message && message.type !== 'card') this.position = message.offset;
    await this.#answer(message);
  }

  async #answer(message: FromReader): Promise<void> {
    const { server, go, change } = this.#around;
    const { uri } = this.document;
    switch (message.type) {
      case 'ready':
        return this.#begin();
      case 'shown':
        this.#isShown = true;
        this.#watcher ??= this.#watch();
        return this.#revealNow();
      case 'revealed':
        if (this.#reveal?.offset === message.offset) this.#reveal = null;
        return;
      case 'card': {
        const answer = await server.card(uri, message.offset);
        const { card = null, entity = null } = answer ?? {};
        return this.#send({ type: 'card', request: message.request, card, entity: entity?.id ?? null });
      }
      case 'definition': {
        const { line, character } = this.document.positionAt(message.offset);
        const definitions = await server.definitions(uri, { line, character });
        // At the introduction itself the reader goes on to the next article's, as in the text editor.
        const isHere = ({ origin, location }: (typeof definitions)[number]) =>
          location.uri === uri.toString() && JSON.stringify(location.range.start) === JSON.stringify(origin.start);
        const found = definitions.find((definition) => !isHere(definition)) ?? definitions[0];
        if (found) go({ uri, offset: message.offset }, found.location, null);
        else this.#say(l10n.t('No article says more about this.'));
        return;
      }
      case 'open':
        return go({ uri, offset: message.from }, message.location, null);
      case 'step': {
        const { entity, offset, towards, elsewhere } = message;
        const found = await server.step(uri, { entity, offset, towards, elsewhere });
        if (found) go({ uri, offset }, found, entity);
        else
          this.#say(towards === 'next' ? l10n.t('That was the last mention.') : l10n.t('That was the first mention.'));
        return;
      }
      case 'copy':
        return this.#copy(message);
      case 'size':
        return change('fontSize', message.change);
      case 'width':
        return change('lineWidth', message.change);
      case 'openText':
        return this.#around.openText({ uri, offset: message.offset });
      case 'concordance':
      case 'dossier':
        return this.#around.openPage(message.type, uri, message.entity);
    }
  }

  async #begin(): Promise<void> {
    // A view that was hidden comes back as it was at first.
    this.#ready = true;
    this.#isShown = false;
    this.#sent = this.#written.page;
    const style: ToReader = { type: 'style', style: this.#around.style() };
    if (JSON.stringify(style) !== this.#written.style) this.#send(style);
    const page = this.#page ?? (await this.#first);
    if (page) this.#show(page);
    this.#tellGone(this.#isGone);
  }

  #updateSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#update();
    }, PAGE_EVERY_MS);
  }

  async #update(): Promise<void> {
    if (this.#making !== null) {
      this.#making = true;
      return;
    }
    do {
      this.#making = false;
      const page = await this.#make();
      if (page) this.#show(page);
    } while (this.#making);
    this.#making = null;
  }

  /** Null where the document was edited meanwhile: the next page is on its way. */
  async #make(): Promise<Page | null> {
    const { document } = this;
    const { version } = document;
    const { server, articles } = this.#around;
    // A document that is no article is read from its file, which says nothing about what was typed.
    const asked = articles.has(document) || !document.isDirty;
    const reading = asked ? await server.reading(document.uri) : null;
    if (document.version !== version) return null;
    const text = document.getText();
    // Files with line endings of two kinds are not what the editor made of them.
    const page = pageOf(text, version, reading?.length === text.length ? reading : null);
    return { ...page, pending: !page.recognized && server.state === 'indexing' };
  }

  #show(page: Page): void {
    this.#page = page;
    const made = JSON.stringify(page);
    if (made === this.#sent || !this.#ready) return;
    this.#sent = made;
    this.#send({ type: 'page', page });
  }

  #revealNow(): void {
    if (this.#reveal !== null) this.#send(this.#reveal);
  }

  #watch(): Disposable {
    const { uri } = this.document;
    const file = new RelativePattern(Uri.joinPath(uri, '..'), uri.path.replace(/^.*\//, ''));
    const watcher = workspace.createFileSystemWatcher(file, false, true, false);
    return Disposable.from(
      watcher,
      watcher.onDidDelete(() => this.#tellGone(true)),
      watcher.onDidCreate(() => this.#tellGone(false)),
    );
  }

  #tellGone(isGone: boolean): void {
    if (isGone) {
      this.#send({
        type: 'say',
        text: l10n.t('The file of this article was deleted or renamed. This is what was in it.'),
        lasting: true,
      });
    } else if (this.#isGone) {
      this.#send({ type: 'say', text: '', lasting: true });
    }
    this.#isGone = isGone;
  }

  #say(text: string): void {
    this.#send({ type: 'say', text, lasting: false });
  }

  async #copy({ format, start, end }: Extract<FromReader, { type: 'copy' }>): Promise<void> {
    const { document } = this;
    const text = document.getText();
    const span = start < end ? { start, end } : await this.#sentenceAt(start);
    if (!span) return this.#say(l10n.t('Nothing is selected, and no mention is chosen.'));
    const page = this.#page;
    const quotation = text.slice(span.start, span.end).trim();
    const path = workspace.asRelativePath(document.uri);
    await env.clipboard.writeText(
      quotationAs(format, {
        quotation,
        title: page?.title || path,
        source: page?.source ?? null,
        date: page?.date?.value ?? null,
        dateWords: page?.date?.words ?? null,
        path,
      }),
    );
    this.#say(l10n.t('The quotation was copied.'));
  }

  /** The sentence at an offset; null where none is. */
  async #sentenceAt(offset: number): Promise<{ start: number; end: number } | null> {
    const reading = await this.#around.server.reading(this.document.uri);
    return reading?.sentences.find(({ start, end }) => start <= offset && offset < end) ?? null;
  }
}
