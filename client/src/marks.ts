import { performance } from 'node:perf_hooks';
import {
  type DecorationRenderOptions,
  Disposable,
  type LogOutputChannel,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { Mark } from '../../server/src/lsp/requests.ts';
import type { Articles } from './articles.ts';
import type { LanguageServer } from './server.ts';

type Kind = Mark['kind'];

/**
 * How the kinds differ beside their colour: by the line under the words. Only backgrounds, borders, outlines and the ruler may be
 * used: whatever touches the letters themselves (colour, weight, decoration) breaks a line into pieces that the editor then puts in
 * the wrong order, unless the line has been turned.
 */
const LINES: Record<Kind, Pick<DecorationRenderOptions, 'borderStyle' | 'borderWidth' | 'overviewRulerLane'>> = {
  person: { borderStyle: 'solid', borderWidth: '0 0 2px 0', overviewRulerLane: OverviewRulerLane.Left },
  office: { borderStyle: 'solid', borderWidth: '0 0 1px 0' },
  organization: { borderStyle: 'double', borderWidth: '0 0 3px 0', overviewRulerLane: OverviewRulerLane.Center },
  place: { borderStyle: 'dotted', borderWidth: '0 0 2px 0' },
  agreement: { borderStyle: 'solid', borderWidth: '0 0 3px 0', overviewRulerLane: OverviewRulerLane.Right },
  date: { borderStyle: 'dashed', borderWidth: '0 0 1px 0' },
};

/**
 * A mark is as high as its line, which makes a page of boxes; this takes a fifth off its top. The value reaches the style sheet as it
 * is, like that of right-to-left.ts; an editor that drops it shows higher marks.
 */
const LOWER = '0; clip-path: inset(20% 0 0 0)';

const KINDS = Object.keys(LINES) as Kind[];

/** Draws what the server recognised in the visible articles. A mention that is resolved to nothing has a dotted outline only. */
export class Marks implements Disposable {
  readonly #server: LanguageServer;
  readonly #articles: Articles;
  readonly #log: LogOutputChannel;
  readonly #listeners: Disposable;
  readonly #resolved = types((kind) => ({
    ...LINES[kind],
    borderSpacing: LOWER,
    backgroundColor: new ThemeColor(`fihris.${kind}.background`),
    borderColor: new ThemeColor(`fihris.${kind}.border`),
    ...(LINES[kind].overviewRulerLane && { overviewRulerColor: new ThemeColor(`fihris.${kind}.border`) }),
  }));
  readonly #open = types((kind) => ({
    outlineStyle: 'dotted',
    outlineWidth: '1px',
    outlineColor: new ThemeColor(`fihris.${kind}.border`),
  }));
  /** Editors whose marks are being asked for; true: ask once more when the answer is here. */
  readonly #asking = new Map<TextEditor, boolean>();
  readonly #drawn = new WeakSet<TextEditor>();

  /** When the first marks were drawn, by `performance.now()`. */
  readonly first: Promise<number>;
  #tellFirst: (at: number) => void = () => {};

  constructor(server: LanguageServer, articles: Articles, log: LogOutputChannel) {
    this.#server = server;
    this.#articles = articles;
    this.#log = log;
    this.first = new Promise((resolve) => {
      this.#tellFirst = resolve;
    });
    this.#listeners = Disposable.from(
      server.onChanged(() => this.#refreshAll()),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) if (!this.#drawn.has(editor)) this.#refresh(editor);
      }),
      // A document that becomes an article, or is one no longer, closes and opens under its new language.
      workspace.onDidOpenTextDocument(() => this.#refreshAll()),
    );
    this.#refreshAll();
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const type of [...this.#resolved.values(), ...this.#open.values()]) type.dispose();
  }

  #refreshAll(): void {
    for (const editor of window.visibleTextEditors) this.#refresh(editor);
  }

  /** Asks for the marks of an editor, one request at a time. */
  async #refresh(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!this.#articles.has(document)) {
      if (this.#drawn.delete(editor)) this.#draw(editor, []);
      return;
    }
    if (this.#asking.has(editor)) {
      this.#asking.set(editor, true);
      return;
    }
    do {
      this.#asking.set(editor, false);
      const { version } = document;
      const marks = await this.#server.marks(document.uri);
      // Marks of a text that is no longer there would stand beside their words; the server says when it has read the new one.
      if (document.version !== version || !this.#articles.has(document)) continue;
      if (marks || this.#drawn.has(editor)) this.#draw(editor, marks ?? []);
    } while (this.#asking.get(editor));
    this.#asking.delete(editor);
  }

  #draw(editor: TextEditor, marks: readonly Mark[]): void {
    for (const kind of KINDS) {
      for (const [types, resolved] of [[this.#resolved, true] as const, [this.#open, false] as const]) {
        const type = types.get(kind);
        const ranges = marks.filter((mark) => mark.kind === kind && mark.resolved === resolved).map(rangeOf);
        if (type) editor.setDecorations(type, ranges);
      }
    }
    if (marks.length === 0) return;
    this.#drawn.add(editor);
    this.#log.trace(`${marks.length} marks in ${editor.document.uri.fsPath}`);
    this.#tellFirst(performance.now());
  }
}

function types(options: (kind: Kind) => DecorationRenderOptions): Map<Kind, TextEditorDecorationType> {
  return new Map(KINDS.map((kind) => [kind, window.createTextEditorDecorationType(options(kind))]));
}

function rangeOf({ range: { start, end } }: Mark): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
