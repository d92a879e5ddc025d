import { Disposable, type LogOutputChannel, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import { type CorpusFolder, isIncluded, SAMPLE_LENGTH } from './corpus-watch.ts';
import { isolate } from './labels.ts';
import { judgeText } from './prose.ts';
import type { LanguageServer } from './server.ts';
import { isVirtual } from './virtual-folders.ts';

/** Longer lines (UTF-16 code units) are no prose, and measuring where they wrap would stop the editor for seconds. */
const LONGEST_LINE = 200_000;

/**
 * Gives articles their language and their encoding. Only plain text becomes an article, and only where the server says that it is
 * one, or where that is sure before it runs; a document whose language a person chose, be it plain text, keeps it.
 */
export class Articles implements Disposable {
  readonly #server: LanguageServer;
  readonly #log: LogOutputChannel;
  readonly #listeners: Disposable;
  /** Documents that were switched once. One of them that is plain text now was switched back by a person. */
  readonly #switched = new WeakSet<TextDocument>();
  /** Documents that were opened anew in their encoding once; another choice after that is a person's. */
  readonly #decoded = new WeakSet<TextDocument>();
  readonly #asking = new Set<TextDocument>();
  /** Documents whose language is being changed, which takes the editor up to a second while it starts. */
  readonly #becoming = new Set<TextDocument>();

  constructor(server: LanguageServer, log: LogOutputChannel) {
    this.#server = server;
    this.#log = log;
    this.#listeners = Disposable.from(
      server.onChanged(() => this.#considerAll()),
      workspace.onDidOpenTextDocument((document) => this.#consider(document)),
    );
    this.#considerAll();
  }

  /**
   * Whether a document is an article whose text the server has as the editor shows it. One that is about to become an article is
   * not synchronised yet, and read from its file.
   */
  has(document: TextDocument): boolean {
    return document.languageId === 'article' || (this.#becoming.has(document) && !document.isDirty);
  }

  /**
   * Makes articles, at once, of the documents that a reader has before them in these folders, where no answer of the server could be
   * another: the server is just starting, and the change of language takes the editor as long as that.
   */
  anticipate(corpora: readonly CorpusFolder[]): void {
    for (const { document } of window.visibleTextEditors) {
      if (!this.#mayBecomeArticle(document)) continue;
      const folder = workspace.getWorkspaceFolder(document.uri);
      const corpus = corpora.find((corpus) => corpus.folder === folder);
      if (!corpus || corpus.declared || !isIncluded(document, corpus.folder)) continue;
      const text = document.getText();
      // What was decoded wrongly is the server's to recognise, and to be opened anew.
      if (judgeText(text.slice(0, SAMPLE_LENGTH)) !== 'arabic' || text.includes('\uFFFD')) continue;
      this.#become(document).catch((error) => this.#warn(document, error));
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** What a reader has before them comes first. */
  #considerAll(): void {
    const documents = [...window.visibleTextEditors.map(({ document }) => document), ...workspace.textDocuments];
    for (const document of new Set(documents)) this.#consider(document);
  }

  async #consider(document: TextDocument): Promise<void> {
    if (!this.#mayBecomeArticle(document) || this.#asking.has(document)) return;
    this.#asking.add(document);
    try {
      const article = await this.#server.article(document.uri);
      if (!article || !this.#mayBecomeArticle(document)) return;
      // First the encoding: the server reads what the editor shows as soon as the document is an article.
      await this.#decode(document, article.encoding);
      if (!this.#mayBecomeArticle(document)) return;
      await this.#become(document);
    } catch (error) {
      this.#warn(document, error);
    } finally {
      this.#asking.delete(document);
    }
  }

  async #become(document: TextDocument): Promise<void> {
    this.#switched.add(document);
    if (hasEndlessLine(document)) {
      const name = isolate(workspace.asRelativePath(document.uri));
      void window.showInformationMessage(l10n.t('{0} stays plain text: one of its lines is too long.', name));
      return;
    }
    this.#becoming.add(document);
    try {
      await languages.setTextDocumentLanguage(document, 'article');
    } finally {
      this.#becoming.delete(document);
    }
  }

  #warn({ uri }: TextDocument, error: unknown): void {
    this.#log.warn(`${uri.fsPath}: ${String(error)}`);
  }

  #mayBecomeArticle(document: TextDocument): boolean {
    return (
      !document.isClosed &&
      (document.uri.scheme === 'file' || isVirtual(document.uri)) &&
      document.languageId === 'plaintext' &&
      !this.#switched.has(document)
    );
  }

  /** Opens a document anew in the encoding that the server found its file to have, unless that would cost unsaved changes. */
  async #decode(document: TextDocument, encoding: string): Promise<void> {
    if (withoutMark(document.encoding) === withoutMark(encoding) || document.isDirty || this.#decoded.has(document))
      return;
    this.#decoded.add(document);
    this.#log.info(`${document.uri.fsPath} is opened anew as ${encoding}; it was read as ${document.encoding}.`);
    await workspace.openTextDocument(document.uri, { encoding });
  }
}

function hasEndlessLine(document: TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    if (document.lineAt(line).text.length > LONGEST_LINE) return true;
  }
  return false;
}

/** VS Code tells UTF-8 with a byte order mark apart; the text is the same. */
function withoutMark(encoding: string): string {
  return encoding === 'utf8bom' ? 'utf8' : encoding;
}
