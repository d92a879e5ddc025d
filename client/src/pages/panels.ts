import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { webviewHtml } from '../webview-html.ts';

/** What a panel shows: the name of its page in `dist/`, the title of its tab, and the words of the page. */
interface Shown {
  readonly page: string;
  readonly title: string;
  readonly strings: object;
}

/** Panels with pages of ours: one for each key, shown again when it is asked for again. */
export class Panels implements Disposable {
  readonly #dist: Uri;
  readonly #open = new Map<string, { panel: WebviewPanel; content: Disposable }>();

  constructor(extension: Uri) {
    this.#dist = Uri.joinPath(extension, 'dist');
  }

  dispose(): void {
    for (const { content } of this.#open.values()) content.dispose();
  }

  /** `fill`: makes what answers the page; it is disposed with the panel. */
  show(key: string, { page, title, strings }: Shown, fill: (panel: WebviewPanel) => Disposable): void {
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
    panel.webview.html = webviewHtml(this.#dist, page, title, strings);
  }
}
