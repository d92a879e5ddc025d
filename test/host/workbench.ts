/**
 * A workbench in a browser, as a person uses it: by mouse, keyboard and what is seen. What has no helper here is
 * done through `page`, which is playwright's.
 */

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { measureRows, type Row, type Word } from './lines.ts';
import { RESULTS } from './paths.ts';
import type { Server } from './serve.ts';

/** A row of a tree view, as far as it is scrolled into sight. */
export interface TreeRow {
  label: string;
  /** The dimmed text after the label, or an empty string. */
  description: string;
  /** 1 for the outermost rows. */
  level: number;
  expanded: boolean;
}

export class Workbench {
  readonly page: Page;
  readonly #server: Pick<Server, 'log'>;
  readonly #close: () => Promise<void>;

  constructor(page: Page, server: Pick<Server, 'log'>, close: () => Promise<void>) {
    this.page = page;
    this.#server = server;
    this.#close = close;
  }

  /** Closes the browser and ends the server. */
  close(): Promise<void> {
    return this.#close();
  }

  /** The active text editor. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor[role="code"]').first();
  }

  /** Opens a file of the folder; `:line` and `:column` may follow its relative path. */
  async openFile(file: string): Promise<void> {
    const path = file.replace(/(:\d+){1,2}$/, '');
    await this.#chooseInQuickInput('Control+p', file, basename(path));
    await this.fileShown(path);
  }

  /** Waits until a file stands in the active editor, with its text. */
  async fileShown(path: string, limitMs = 30_000): Promise<void> {
    await this.page
      .locator(`.tab.active[data-resource-name=${JSON.stringify(basename(path))}]`)
      .waitFor({ timeout: limitMs });
    await this.editor.locator('.view-line').first().waitFor({ timeout: limitMs });
  }

  /** Runs a command by its title in the palette, such as `View: Toggle Word Wrap`. */
  async runCommand(title: string): Promise<void> {
    await this.#chooseInQuickInput('F1', `>${title}`, title);
  }

  /** Goes over from the light theme to the dark one or back, and waits until the window is drawn in it. */
  async toggleTheme(to: 'light' | 'dark'): Promise<void> {
    await this.runCommand('Preferences: Toggle between Light/Dark Themes');
    await this.page.locator(`.monaco-workbench.${to === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
    // Webviews are told afterwards.
    await this.page.waitForTimeout(300);
  }

  /** Opens the quick input by a key until it offers what is looked for: extensions and search come up after the window. */
  async #chooseInQuickInput(key: string, typed: string, shown: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible');
    const input = widget.locator('.quick-input-box input');
    await eventually(`"${shown}" in the quick input`, async () => {
      await this.page.keyboard.press(key);
      try {
        await input.fill(typed, { timeout: 5_000 });
        await widget.locator('.monaco-list-row.focused', { hasText: shown }).waitFor({ timeout: 5_000 });
        return true;
      } catch (error) {
        await this.page.keyboard.press('Escape');
        throw error;
      }
    });
    await this.page.keyboard.press('Enter');
    // The command may at once ask something by a quick input of its own.
    await eventually('the quick input to be done', async () => {
      return (await input.count()) === 0 || (await input.inputValue({ timeout: 1_000 })) !== typed;
    });
  }

  /** The rows of the active editor that are in sight, from top to bottom, with the rectangle of each word. */
  wordRects(): Promise<Row[]> {
    return this.editor.locator('.view-lines').evaluate(measureRows);
  }

  /**
   * A word of the text in sight, no hint; the n-th of its kind, from 0, counted as they are read. It is compared as a whole
   * word. Its place has been the same in two looks: marks, code lenses and a turned line move what stands below them when
   * they come.
   */
  word(text: string, occurrence = 0): Promise<Word> {
    let last: Word | undefined;
    return eventually(`the word "${text}" (occurrence ${occurrence}) in the editor`, async () => {
      const rows = await this.wordRects();
      const before = last;
      last = rows.flatMap((row) => row.words).filter((word) => word.text === text && !word.hint)[occurrence];
      return isDeepStrictEqual(before, last) && last;
    });
  }

  /** Puts the caret into a word. Clicks again where it came to stand elsewhere: something moved the word under the pointer. */
  clickWord(text: string, occurrence = 0): Promise<true> {
    return eventually(`the caret in the word "${text}" (occurrence ${occurrence})`, async () => {
      await this.page.mouse.click(...middle(await this.word(text, occurrence)));
      // Longer than two clicks may lie apart to be taken for a double one.
      return eventually('the caret in it', () => this.#isCaretIn(text, occurrence), 1_000);
    });
  }

  async #isCaretIn(text: string, occurrence: number): Promise<boolean> {
    const { left, right, top, bottom } = await this.word(text, occurrence);
    const carets = await this.editor.locator('.cursors-layer .cursor').evaluateAll((all) =>
      all.map((caret) => {
        const rect = caret.getBoundingClientRect();
        return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
      }),
    );
    return carets.some(({ x, y }) => x >= left - 2 && x <= right + 2 && y >= top && y <= bottom);
  }

  async doubleClickWord(text: string, occurrence = 0): Promise<void> {
    await this.page.mouse.dblclick(...middle(await this.word(text, occurrence)));
  }

  /** Where the caret is, as the status bar says: line and column from 1, the column in UTF-16 code units. */
  async cursor(): Promise<{ line: number; column: number }> {
    const text = await this.page.locator('#status\\.editor\\.selection').textContent();
    const [line, column] = (text?.match(/\d+/g) ?? []).map(Number);
    if (line === undefined || column === undefined) throw new Error(`No position in the status bar: "${text}"`);
    return { line, column };
  }

  /** What is selected in the active editor, or an empty string. It goes through the clipboard, as a person's copy. */
  async selectedText(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.page.keyboard.press('Control+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /**
   * The text of the card that appears when the mouse rests on a word. The mouse is moved again until the language
   * server has an answer; throws when there is none within the limit.
   */
  async hoverCardText(text: string, { occurrence = 0, limitMs = 30_000 } = {}): Promise<string> {
    const card = this.hoverCard;
    return eventually(
      `a card on the word "${text}"`,
      async () => {
        await this.page.mouse.move(2, 2);
        await card.waitFor({ state: 'hidden', timeout: 2_000 });
        const [x, y] = middle(await this.word(text, occurrence));
        await this.page.mouse.move(x, y, { steps: 3 });
        await card.waitFor({ timeout: 2_500 });
        // Where the answer takes a while the workbench shows a card that only says so.
        await card.getByText('Loading...', { exact: true }).waitFor({ state: 'detached', timeout: 2_500 });
        const contents = await card.locator('.hover-contents').allInnerTexts();
        return contents.map((each) => each.trim()).join('\n\n');
      },
      limitMs,
    );
  }

  /** The hover card that is in sight now. */
  get hoverCard(): Locator {
    return this.page.locator('.monaco-hover:visible:has(.hover-contents)').first();
  }

  /** The rows in sight of a tree view of an extension; of the one with this title, where several are open. */
  async treeRows(viewTitle?: string): Promise<TreeRow[]> {
    return this.#tree(viewTitle)
      .locator('.monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
          .map((row) => ({
            label: row.querySelector('.label-name')?.textContent ?? '',
            description: row.querySelector('.label-description')?.textContent ?? '',
            level: Number(row.getAttribute('aria-level')),
            expanded: row.getAttribute('aria-expanded') === 'true',
          })),
      );
  }

  /** A row of a tree view of an extension, by a part of its text. Click it to choose it, or to open and close it. */
  treeRow(text: string, viewTitle?: string): Locator {
    return this.#tree(viewTitle).locator('.monaco-list-row', { hasText: text }).first();
  }

  #tree(viewTitle: string | undefined): Locator {
    const pane =
      viewTitle === undefined
        ? this.page.locator('.pane')
        : this.page.locator('.pane', { has: this.page.locator('.pane-header .title', { hasText: viewTitle }) });
    return pane.locator('.tree-explorer-viewlet-tree-view');
  }

  /** The document of the webview in sight. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame');
  }

  /** Answers the dialog that asks for a file's name, and waits for the file. */
  async saveAs(file: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    // The dialog looks at the folder first, and only then proposes a name, over whatever was typed meanwhile.
    await eventually('a name proposed', async () => /\.\w+$/.test(await input.inputValue()));
    await eventually('the name as typed', async () => {
      await input.fill(file);
      await this.page.waitForTimeout(300);
      return (await input.inputValue()) === file;
    });
    await input.press('Enter');
    await eventually(`${file} on disk`, () => existsSync(file) && readFileSync(file).length > 0);
  }

  /** Waits until the status bar says that all there is to read was read: so many articles. */
  async indexed(articles: number, limitMs = 30_000): Promise<void> {
    // While it is being read it says «3/14».
    await this.page
      .locator('.statusbar-item', { hasText: new RegExp(`(?:Fihris|فهرس)[^\\p{L}/]*${articles}[^\\d/]*$`, 'u') })
      .waitFor({ timeout: limitMs });
  }

  /** The texts of the notifications in sight. */
  notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Saves a picture of the window as `test-results/NAME.png`, and gives its path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(RESULTS, { recursive: true });
    const path = join(RESULTS, `${fileName(name)}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Runs a piece of a test; when it fails, a screenshot and the server's log are saved under `test-results/`. */
  async recordFailure<T>(name: string, body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      const picture = await this.screenshot(name).catch(() => 'none: the page is gone');
      await mkdir(RESULTS, { recursive: true });
      await writeFile(join(RESULTS, `${fileName(name)}.log`), `${this.#server.log()}\n`);
      console.error(`Screenshot of the failure: ${picture}`);
      throw error;
    }
  }
}

function middle({ left, right, top, bottom }: Word): [x: number, y: number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-');
}
