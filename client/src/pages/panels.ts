import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { webviewHtml, whilePrepared } from '../webview-html.ts';

/** What a panel shows: the name of its page in `dist/`, the title of its tab, and the words of the page. */
interface Shown {
  readonly page: string;
  readonly title: string;
  readonly strings: object;
}

/** What answers a page. `first`: what the page would ask for at once; null where that is not to be had. */
interface Content extends Disposable {
  readonly first?: Promise<object | null>;
}

/** Panels with pages of ours: one for each key, shown again when it is asked for again. */
export class Panels implements Disposable {
  readonly #dist: Uri;
  readonly #open = new Map<string, { panel: WebviewPanel; content: Content }>();
  readonly #commands: Disposable;

  /** `run`: the commands that show them, by their ids. */
  constructor(extension: Uri, run: Readonly<Record<string, (argument: unknown) => unknown>>) {
    this.#dist = Uri.joinPath(extension, 'dist');
    this.#commands = Disposable.from(
      ...Object.entries(run).map(([command, show]) => commands.registerCommand(command, show)),
    );
  }

  dispose(): void {
    this.#commands.dispose();
    for (const { content } of this.#open.values()) content.dispose();
  }

  /** `fill`: makes what answers the page; it is disposed with the panel. */
  show(key: string, { page, title, strings }: Shown, fill: (panel: WebviewPanel) => Content): void {
    const known = this.#open.get(key);
    if (known) {
      known.panel.reveal();
      return;
    }
    const panel = window.createWebviewPanel(`fihris.${page}`, title, ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    const content = fill(panel);
    this.#open.set(key, { panel, content });
    panel.onDidDispose(() => {
      content.dispose();
      this.#open.delete(key);
    });
    const html = (first: object | null) => webviewHtml(this.#dist, page, title, strings, first);
    if (content.first === undefined) panel.webview.html = html(null);
    else
      void whilePrepared(content.first).then((first) => {
        if (this.#open.get(key)?.panel === panel) panel.webview.html = html(first);
      });
  }
}
