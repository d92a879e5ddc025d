import {
  Disposable,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { Concordance, Dossier, EntityLabel, WireLocation } from '../../../server/src/lsp/requests.ts';
import { fileOfWorkspace } from '../commands.ts';
import { dateLabel, isolate, shorten } from '../labels.ts';
import { entityOf } from '../people-tree.ts';
import type { LanguageServer } from '../server.ts';
import { isAgreementRow, type Place, placeOfAgreement } from './agreement-row.ts';
import { concordanceCsv } from './csv.ts';
import { dossierHtml, dossierMarkdown } from './dossier-export.ts';
import {
  type ConcordanceStrings,
  type DossierStrings,
  type ExportFormat,
  type FromPage,
  fromPage,
  type PageKind,
  type ToPage,
} from './messages.ts';
import { type Order, ordered } from './order.ts';
import { Panels } from './panels.ts';
import type { PictureKind } from './picture-messages.ts';
import type { Scope } from './pictures.ts';
import { saveNear } from './save.ts';

/** A page is made anew no oftener than this (ms), also while a corpus is being indexed. */
const PAGE_EVERY_MS = 800;

/** Tabs are narrow. */
const TITLE_LENGTH = 28;

/** Where a page's links lead: to a place in an article of the workspace. */
type Open = (location: unknown) => void;

/** What the reading view is asked where it, and no text editor, is active; false where none is. */
type AskReader = (page: PageKind) => boolean;

interface Surroundings {
  readonly server: LanguageServer;
  readonly open: Open;
  readonly askReader: AskReader;
  readonly showPicture: (picture: PictureKind, scope: Scope) => void;
  readonly log: LogOutputChannel;
}

/** The pages about one entity: its concordance and its dossier, each in a panel of its own. */
export class Pages implements Disposable {
  readonly #around: Surroundings;
  readonly #panels: Panels;

  constructor(context: ExtensionContext, around: Surroundings) {
    this.#around = around;
    this.#panels = new Panels(context.extensionUri, {
      'fihris.concordance': (argument) => this.#command('concordance', argument),
      'fihris.dossier': (argument) => this.#command('dossier', argument),
    });
  }

  dispose(): void {
    this.#panels.dispose();
  }

  /** `article`: any one of the corpus that knows the entity. */
  show(kind: PageKind, article: Uri, entity: string): void {
    const title = kind === 'concordance' ? l10n.t('Concordance') : l10n.t('Dossier');
    const strings = kind === 'concordance' ? concordanceStrings() : dossierStrings();
    this.#panels.show(
      `${kind} ${entity}`,
      { page: kind, title, strings },
      (panel) => new EntityPage(kind, panel, article, entity, this.#around),
    );
  }

  /** From a row of one of the trees, from a reading view, or from the caret of a text editor. */
  async #command(kind: PageKind, argument: unknown): Promise<void> {
    const entity = entityOf(argument);
    const article = entity && fileOfWorkspace(entity.uri);
    if (entity && article) return this.show(kind, article, entity.id);
    const isRow = isAgreementRow(argument);
    if (!isRow && this.#around.askReader(kind)) return;
    const place = isRow ? await placeOfAgreement(argument) : caret();
    const found = place && (await this.#around.server.card(place.uri, place.offset));
    if (place && found?.entity) this.show(kind, place.uri, found.entity.id);
    else void window.showInformationMessage(l10n.t('Put the caret on a name first.'));
  }
}

function caret(): Place | null {
  const editor = window.activeTextEditor;
  return editor ? { uri: editor.document.uri, offset: editor.document.offsetAt(editor.selection.active) } : null;
}

/** One panel: asks the server, sends the page what it says, and again after each change. */
class EntityPage implements Disposable {
  readonly panel: WebviewPanel;
  readonly #kind: PageKind;
  readonly #article: Uri;
  readonly #entity: string;
  readonly #around: Surroundings;
  readonly #listeners: Disposable;
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #sent = '';
  #concordance: Concordance | null = null;
  #dossier: Dossier | null = null;

  constructor(kind: PageKind, panel: WebviewPanel, article: Uri, entity: string, around: Surroundings) {
    this.panel = panel;
    this.#kind = kind;
    this.#article = article;
    this.#entity = entity;
    this.#around = around;
    this.#listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      around.server.onChanged(() => this.#refreshSoon()),
      panel.onDidChangeViewState(() => {
        // What is hidden is thrown away, and asks anew when it is shown.
        if (!panel.visible) this.#isReady = false;
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  async #take(value: unknown): Promise<void> {
    const message = fromPage(value);
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#sent = '';
        return this.#refresh();
      case 'open':
        return this.#around.open(message.location);
      case 'export':
        return this.#export(message);
      case 'picture':
        return this.#around.showPicture(message.picture, { uri: this.#article.toString(), entity: this.#entity });
    }
  }

  #refreshSoon(): void {
    if (!this.panel.visible || !this.#isReady) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, PAGE_EVERY_MS);
  }

  async #refresh(): Promise<void> {
    const { server } = this.#around;
    // Before the index is ready an entity may not be there yet.
    const waits = server.state === 'indexing';
    if (this.#kind === 'concordance') {
      const concordance = await server.concordance(this.#article, this.#entity);
      if (!concordance && waits) return;
      this.#concordance = concordance;
      const dates = concordance?.articles.map(({ date }) => (date === null ? '' : dateLabel(date, env.language))) ?? [];
      this.#send({ type: 'concordance', concordance, dates }, concordance?.entity);
    } else {
      const dossier = await server.dossier(this.#article, this.#entity);
      if (!dossier && waits) return;
      this.#dossier = dossier;
      this.#send({ type: 'dossier', dossier }, dossier?.entity);
    }
  }

  #send(message: ToPage, entity: EntityLabel | undefined): void {
    const made = JSON.stringify(message);
    if (made === this.#sent) return;
    this.#sent = made;
    if (entity) {
      const name = isolate(shorten(entity.name, TITLE_LENGTH));
      this.panel.title = this.#kind === 'concordance' ? l10n.t('Concordance: {0}', name) : l10n.t('Dossier: {0}', name);
    }
    void this.panel.webview.postMessage(message);
  }

  async #export({ format, order, descending }: Extract<FromPage, { type: 'export' }>): Promise<void> {
    const entity = this.#concordance?.entity ?? this.#dossier?.entity;
    const text = this.#exported(format, order, descending);
    if (!entity || text === null) return;
    const saved = { ...FORMATS[format], name: entity.name, content: text };
    const isSaved = await saveNear(this.#article, Uri.joinPath(this.#article, '..'), saved, this.#around.log);
    if (isSaved) void this.panel.webview.postMessage({ type: 'say', text: l10n.t('Saved.') } satisfies ToPage);
  }

  #exported(format: ExportFormat, order: Order, descending: boolean): string | null {
    const address = ({ uri, range }: WireLocation) => ({
      path: workspace.asRelativePath(Uri.parse(uri), false),
      line: range.start.line + 1,
    });
    if (format === 'csv') {
      const concordance = this.#concordance;
      if (!concordance) return null;
      const heads = ['date', 'before', 'mention', 'after', 'title', 'source', 'file', 'line'];
      const pathOf = (uri: string) => workspace.asRelativePath(Uri.parse(uri), false);
      return concordanceCsv(concordance, ordered(concordance, order, descending), heads, pathOf);
    }
    const dossier = this.#dossier;
    if (!dossier) return null;
    return format === 'html' ? dossierHtml(dossier, address) : dossierMarkdown(dossier, address);
  }
}

const FORMATS: Readonly<Record<ExportFormat, { readonly extension: string; readonly kind: string }>> = {
  csv: { extension: 'csv', kind: 'CSV' },
  markdown: { extension: 'md', kind: 'Markdown' },
  html: { extension: 'html', kind: 'HTML' },
};

function concordanceStrings(): ConcordanceStrings {
  return {
    lines: l10n.t('Mentions: {0}'),
    someLines: l10n.t('Mentions: the first {0} of {1}'),
    gone: l10n.t('The corpus does not mention this any more.'),
    loading: l10n.t('The mentions are being gathered…'),
    date: l10n.t('Date'),
    before: l10n.t('Before'),
    mention: l10n.t('Mention'),
    after: l10n.t('After'),
    article: l10n.t('Article'),
    sortBy: l10n.t('Sort by: {0}'),
    exportCsv: l10n.t('Export as CSV'),
    undated: l10n.t('undated'),
  };
}

function dossierStrings(): DossierStrings {
  return {
    gone: l10n.t('The corpus does not mention this any more.'),
    loading: l10n.t('The mentions are being gathered…'),
    someStatements: l10n.t('The first {0} of {1} statements.'),
    exportMarkdown: l10n.t('Export as Markdown'),
    exportHtml: l10n.t('Export as HTML'),
    timeline: l10n.t('Timeline'),
    network: l10n.t('Network'),
  };
}
