import {
  commands,
  DecorationRangeBehavior,
  Disposable,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  window,
  workspace,
} from 'vscode';
import { directionOf } from './direction.ts';
import { LineDirections, type LineRange } from './line-directions.ts';

/**
 * Turns a line. The text editor lays every line out left to right and offers no way to change it (microsoft/vscode#4994). But the
 * value of a decoration's `textDecoration` reaches the editor's style sheet as it stands, and a CSS rule may hold further rules
 * that speak of what is around it:
 *
 * 1. the line that holds the decorated text runs from right to left, and ends where the scroll bar begins: wrapped lines are as wide
 *    as the editor less its scroll bar (14 px) and the caret (2 px), so more room on the right would cut letters off on the left;
 * 2. its text fills the width, so that a click beside a short line lands at the near end of it; the width is that of the part in
 *    sight: the editor gives its lines the width of the longest one that it has measured, so that lines that fill theirs would stay as
 *    wide as they were, out of sight, where an editor becomes narrower;
 * 3. the pieces of a line (a colour, a hint) are no islands in its order, as the editor makes them.
 *
 * A constant: nothing of an article gets into it. Nothing documents that it works, so test/browser measures that it does.
 */
const TURNED_LINE = `none;
.editor-scrollable:has(&) { container-type: inline-size; }
.view-line:has(&) { direction: rtl; text-align: right; width: min(100%, 100cqw) !important; padding-right: 16px; box-sizing: border-box; }
.view-line:has(&) > span { display: inline-block; width: 100%; }
.view-line:has(&) span { unicode-bidi: normal !important; }`.replaceAll('\n', ' ');

/** Longer documents get the decoration only around what is in sight. */
const WHOLE_DOCUMENT_LINES = 3000;
/** Lines above and below the visible ones that are decorated too, so that scrolling seldom shows a line before it is turned. */
const MARGIN_LINES = 300;

/** Shows the right-to-left lines of articles from right to left, in every visible editor; the setting turns it off. */
export class RightToLeft implements Disposable {
  readonly #listeners: Disposable;
  readonly #directions = new Map<TextDocument, LineDirections>();
  /** Per editor, the lines that its decorations cover; null where they cover the whole document. */
  readonly #covered = new WeakMap<TextEditor, LineRange | null>();
  #decoration: TextEditorDecorationType | null = null;
  /** Whether the caret is on a turned line. */
  #turnedLine = false;

  constructor() {
    this.#listeners = Disposable.from(
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) if (!this.#covered.has(editor)) this.#draw(editor);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const covered = this.#covered.get(textEditor);
        if (covered && !within(visible(textEditor, 0), covered)) this.#draw(textEditor);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const changes = contentChanges.map(({ range, text }) => ({
          first: range.start.line,
          last: range.end.line,
          count: text.split(/\r\n|\r|\n/).length,
        }));
        if (this.#directions.get(document)?.edit(changes, textOf(document))) this.#drawAll(document);
      }),
      // A document that becomes an article, or is one no longer, closes and opens under its new language.
      workspace.onDidOpenTextDocument((document) => {
        this.#drawAll(document);
        this.#turnArrowKeys();
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#directions.delete(document);
      }),
      window.onDidChangeActiveTextEditor(() => this.#turnArrowKeys()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#turnArrowKeys();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('fihris.editor.rightToLeft')) this.#setUp();
      }),
    );
    this.#setUp();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#decoration?.dispose();
  }

  #setUp(): void {
    this.#decoration?.dispose();
    this.#decoration = workspace.getConfiguration('fihris').get<boolean>('editor.rightToLeft')
      ? window.createTextEditorDecorationType({
          textDecoration: TURNED_LINE,
          rangeBehavior: DecorationRangeBehavior.OpenOpen,
        })
      : null;
    for (const editor of window.visibleTextEditors) this.#draw(editor);
    this.#turnArrowKeys();
  }

  /**
   * On a turned line the arrow keys go where they point. The editor knows forward and back only, so package.json binds them the
   * other way round while this context key is set.
   */
  #turnArrowKeys(): void {
    const editor = window.activeTextEditor;
    const turned =
      this.#decoration !== null &&
      editor?.document.languageId === 'article' &&
      directionOf(editor.document.lineAt(editor.selection.active).text) === 'rtl';
    if (turned === this.#turnedLine) return;
    this.#turnedLine = turned;
    void commands.executeCommand('setContext', 'fihris.turnedLine', turned);
  }

  #drawAll(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.#draw(editor);
  }

  #draw(editor: TextEditor): void {
    const { document } = editor;
    if (!this.#decoration) return;
    if (document.languageId !== 'article') {
      if (this.#covered.delete(editor)) editor.setDecorations(this.#decoration, []);
      return;
    }
    let directions = this.#directions.get(document);
    if (!directions || directions.lineCount !== document.lineCount) {
      directions = new LineDirections(document.lineCount);
      this.#directions.set(document, directions);
    }
    const whole = document.lineCount <= WHOLE_DOCUMENT_LINES;
    const ranges = whole ? [{ first: 0, last: document.lineCount - 1 }] : visible(editor, MARGIN_LINES);
    const lines = directions.rightToLeft(ranges, textOf(document));
    this.#covered.set(editor, whole ? null : hull(ranges));
    editor.setDecorations(
      this.#decoration,
      lines.map((line) => document.lineAt(line).range),
    );
  }
}

function textOf(document: TextDocument): (line: number) => string {
  return (line) => document.lineAt(line).text;
}

function visible(editor: TextEditor, margin: number): LineRange[] {
  return editor.visibleRanges.map(({ start, end }) => ({
    first: Math.max(0, start.line - margin),
    last: Math.min(editor.document.lineCount - 1, end.line + margin),
  }));
}

function within(ranges: readonly LineRange[], outer: LineRange): boolean {
  return ranges.every(({ first, last }) => outer.first <= first && last <= outer.last);
}

/** From the first to the last line of all ranges; folded lines between them cost nothing. */
function hull(ranges: readonly LineRange[]): LineRange {
  return {
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
}
