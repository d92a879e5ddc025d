import {
  type CancellationToken,
  type Command,
  type CustomTextEditorProvider,
  commands,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { WireLocation } from '../../../server/src/lsp/requests.ts';
import type { Articles } from '../articles.ts';
import { fileOfWorkspace } from '../commands.ts';
import { isolate, paragraph } from '../labels.ts';
import { locationOf } from '../location-argument.ts';
import type { LanguageServer } from '../server.ts';
import { changeSetting } from '../setting-change.ts';
import { webviewHtml } from '../webview-html.ts';
import type { Style, ViewCommand } from './messages.ts';
import { type Place, ReaderView, type Surroundings } from './reader-view.ts';
import { readerStrings } from './strings.ts';

/** The custom editor's type, and what `activeCustomEditorId` says. */
export const READER = 'fihris.reader';

/** Of the settings: what they are, how far one step goes, and between which ends. */
const SIZES = {
  fontSize: { standard: 20, step: 2, least: 12, most: 48 },
  lineWidth: { standard: 34, step: 4, least: 18, most: 90 },
} as const;

interface Goal {
  readonly position: WireLocation['range']['start'];
  /** Id of the entity that is followed from mention to mention. */
  readonly entity: string | null;
}

/** So many jumps can be taken back. */
const HISTORY = 100;

/** The reading view: an article set as a newspaper would, as an editor of its own beside the text editor. */
export class Reader implements CustomTextEditorProvider, Disposable {
  readonly #log: LogOutputChannel;
  readonly #dist: Uri;
  readonly #around: Surroundings;
  readonly #owned: Disposable;
  readonly #views = new Set<ReaderView>();
  /** Where to go in views that are being opened, by URI. */
  readonly #waiting = new Map<string, Goal>();
  readonly #back: Place[] = [];
  readonly #forward: Place[] = [];

  constructor(
    context: ExtensionContext,
    server: LanguageServer,
    articles: Articles,
    openPage: Surroundings['openPage'],
    log: LogOutputChannel,
  ) {
    this.#log = log;
    this.#dist = Uri.joinPath(context.extensionUri, 'dist');
    this.#around = {
      server,
      articles,
      go: (from, to, entity) => this.#go(from, to, entity),
      openText: (place) => this.#openText(place),
      openPage,
      change: changeSize,
      style: currentStyle,
    };
    const register = (command: Command['command'], run: (...parameters: unknown[]) => unknown) =>
      commands.registerCommand(command, run);
    const inView = (command: ViewCommand) => () => this.#active?.send({ type: 'command', command });
    this.#owned = Disposable.from(
      window.registerCustomEditorProvider(READER, this, { webviewOptions: { enableFindWidget: true } }),
      register('fihris.reader.open', (uri) => this.#openFrom(uri, ViewColumn.Active)),
      register('fihris.reader.openToSide', (uri) => this.#openFrom(uri, ViewColumn.Beside)),
      register('fihris.reader.openText', inView('openText')),
      register('fihris.reader.nextMention', inView('nextMention')),
      register('fihris.reader.previousMention', inView('previousMention')),
      register('fihris.reader.nextArticle', inView('nextArticle')),
      register('fihris.reader.previousArticle', inView('previousArticle')),
      register('fihris.reader.definition', inView('definition')),
      register('fihris.reader.focusCard', inView('focusCard')),
      register('fihris.reader.showOnly', inView('showOnly')),
      register('fihris.reader.copyText', inView('copyText')),
      register('fihris.reader.copyMarkdown', inView('copyMarkdown')),
      register('fihris.reader.copyBibtex', inView('copyBibtex')),
      register('fihris.reader.back', () => this.#travel(this.#back, this.#forward, 'workbench.action.navigateBack')),
      register('fihris.reader.forward', () =>
        this.#travel(this.#forward, this.#back, 'workbench.action.navigateForward'),
      ),
      register('fihris.reader.larger', () => changeSize('fontSize', 1)),
      register('fihris.reader.smaller', () => changeSize('fontSize', -1)),
      register('fihris.reader.wider', () => changeSize('lineWidth', 1)),
      register('fihris.reader.narrower', () => changeSize('lineWidth', -1)),
      register('fihris.reader.resetSize', () => Promise.all([changeSize('fontSize', 0), changeSize('lineWidth', 0)])),
    );
  }

  dispose(): void {
    this.#owned.dispose();
    for (const view of this.#views) view.dispose();
  }

  /** Asks the view that has the focus for what a command is about. */
  command(command: ViewCommand): boolean {
    this.#active?.send({ type: 'command', command });
    return this.#active !== undefined;
  }

  /** Opens a span of an article of the workspace in a reading view. Anything else that a page may ask for is refused. */
  async open(argument: unknown, column = ViewColumn.Active, entity: string | null = null): Promise<void> {
    const location = locationOf(argument);
    const uri = location && fileOfWorkspace(location.uri);
    if (!location || !uri) {
      this.#log.warn(`The reading view refused ${JSON.stringify(argument)?.slice(0, 500)}`);
      return;
    }
    await this.#show(uri, { position: location.range.start, entity }, column);
  }

  resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel, _cancelled: CancellationToken): void {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    const html = (first: object) => webviewHtml(this.#dist, 'reader', l10n.t('Reading View'), readerStrings(), first);
    const view = new ReaderView(document, panel, html, this.#around);
    this.#views.add(view);
    panel.onDidDispose(() => {
      view.dispose();
      this.#views.delete(view);
    });
    const goal = this.#waiting.get(document.uri.toString());
    this.#waiting.delete(document.uri.toString());
    if (goal) view.reveal(offsetIn(document, goal.position), goal.entity);
  }

  get #active(): ReaderView | undefined {
    return [...this.#views].find(({ panel }) => panel.active);
  }

  /** From the explorer or the title of an editor with its file, from the palette for the editor that is active. */
  async #openFrom(argument: unknown, column: ViewColumn): Promise<void> {
    const editor = window.activeTextEditor;
    const uri = argument instanceof Uri ? argument : editor?.document.uri;
    if (!uri) {
      void window.showInformationMessage(paragraph(l10n.t('Open an article first.')));
      return;
    }
    const caret = editor?.document.uri.toString() === uri.toString() ? editor.selection.active : null;
    // At the top the page shows its head; a caret that was put somewhere is what is being read.
    await this.#show(uri, caret && caret.line > 0 ? { position: caret, entity: null } : null, column);
  }

  /** Shows a file in a reading view; in the column that is active in the view that has it there already. */
  async #show(uri: Uri, goal: Goal | null, column: ViewColumn): Promise<void> {
    const key = uri.toString();
    const active = window.tabGroups.activeTabGroup.viewColumn;
    const shown =
      column === ViewColumn.Active
        ? [...this.#views].find(({ document, panel }) => document.uri.toString() === key && panel.viewColumn === active)
        : undefined;
    if (shown) {
      shown.panel.reveal();
      if (goal) shown.reveal(offsetIn(shown.document, goal.position), goal.entity);
      return;
    }
    if (goal) this.#waiting.set(key, goal);
    try {
      await commands.executeCommand('vscode.openWith', uri, READER, column);
    } catch (error) {
      this.#waiting.delete(key);
      this.#log.warn(`${uri.fsPath} could not be opened: ${String(error)}`);
      void window.showWarningMessage(
        paragraph(l10n.t('{0} could not be opened.', isolate(workspace.asRelativePath(uri)))),
      );
    }
  }

  #go(from: Place, to: WireLocation, entity: string | null): void {
    // Steps within an article are reading; only what leaves the place is taken back.
    if (entity === null || to.uri !== from.uri.toString()) {
      this.#back.push(from);
      if (this.#back.length > HISTORY) this.#back.shift();
      this.#forward.length = 0;
    }
    void this.open(to, ViewColumn.Active, entity);
  }

  /** Back or forward; where the reading views have no more of a way, the editor's own. */
  async #travel(way: Place[], other: Place[], otherwise: string): Promise<void> {
    const place = way.pop();
    if (!place) {
      await commands.executeCommand(otherwise);
      return;
    }
    const active = this.#active;
    if (active) other.push({ uri: active.document.uri, offset: active.position });
    const document = await workspace.openTextDocument(place.uri);
    await this.#show(place.uri, { position: document.positionAt(place.offset), entity: null }, ViewColumn.Active);
  }

  async #openText({ uri, offset }: Place): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const position = document.positionAt(offset);
    await commands.executeCommand('vscode.openWith', uri, 'default', {
      viewColumn: ViewColumn.Active,
      selection: new Range(position, position),
    });
  }
}

function offsetIn(document: TextDocument, { line, character }: WireLocation['range']['start']): number {
  const last = Math.min(line, document.lineCount - 1);
  return document.offsetAt(document.lineAt(last).range.start) + (last === line ? character : 0);
}

function currentStyle(): Style {
  const reader = workspace.getConfiguration('fihris.reader');
  return { fontSize: sizeOf('fontSize', reader), lineWidth: sizeOf('lineWidth', reader) };
}

function sizeOf(name: keyof typeof SIZES, reader = workspace.getConfiguration('fihris.reader')): number {
  const { standard, least, most } = SIZES[name];
  const value = Number(reader.get(name));
  return Number.isFinite(value) && value > 0 ? Math.min(most, Math.max(least, value)) : standard;
}

/** One step up or down, or back to the standard. */
function changeSize(name: keyof typeof SIZES, change: -1 | 0 | 1): Promise<void> {
  const { step, least, most } = SIZES[name];
  return changeSetting('fihris.reader', name, (reader) =>
    change === 0 ? undefined : Math.min(most, Math.max(least, sizeOf(name, reader) + change * step)),
  );
}
