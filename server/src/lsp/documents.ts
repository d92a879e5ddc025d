/** The documents open in the client: their texts count in place of the files, some tens of milliseconds after the last keystroke. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkedDocuments, checkedTexts } from './document-notifications.ts';
import { type Connection, TextDocuments } from './protocol.ts';
import type { Workspace } from './workspace.ts';

/** Edits within this time (ms) of each other are read as one. A request does not wait for it: it brings the text up to date first. */
const QUIET = 50;

/** The language that makes an article of a document outside all corpora. */
const ARTICLE_LANGUAGE = 'article';

export class Documents {
  readonly #documents = new TextDocuments<TextDocument>(checkedTexts);
  readonly #workspace: Workspace;
  readonly #onError: (error: unknown) => void;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Version of each document that its corpus was last given. */
  readonly #given = new Map<string, number>();
  /** Texts on their way into a snapshot. */
  readonly #underway = new Set<Promise<void>>();

  constructor(connection: Connection, workspace: Workspace, onError: (error: unknown) => void) {
    this.#workspace = workspace;
    this.#onError = onError;
    this.#documents.onDidOpen(({ document }) => this.#apply(document.uri));
    // Comes after «opened» too; then there is nothing new.
    this.#documents.onDidChangeContent(({ document: { uri, version } }) => {
      if (this.#given.get(uri) !== version) this.#schedule(uri);
    });
    this.#documents.onDidClose(({ document }) => this.#closed(document.uri));
    this.#documents.listen(checkedDocuments(connection));
  }

  /** Called where a document was opened or closed. */
  onUris(listener: () => void): void {
    this.#documents.onDidOpen(listener);
    this.#documents.onDidClose(listener);
  }

  get uris(): string[] {
    return this.#documents.keys();
  }

  /** The first open document with such a URI, as the client has last told it: clients write the URI of one file in several ways. */
  find(is: (uri: string) => boolean): { readonly uri: string; readonly text: string; readonly version: number } | null {
    const document = this.#documents.all().find(({ uri }) => is(uri));
    return document === undefined ? null : { uri: document.uri, text: document.getText(), version: document.version };
  }

  /** Brings the snapshots up to date with all that was typed until now. */
  async flush(): Promise<void> {
    for (const uri of [...this.#timers.keys()]) this.#apply(uri);
    await Promise.all(this.#underway);
  }

  /** Gives all texts again to the corpora, after those have changed. */
  reapply(): void {
    for (const uri of this.#documents.keys()) this.#apply(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #schedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => this.#apply(uri), QUIET),
    );
  }

  #apply(uri: string): void {
    this.#unschedule(uri);
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#given.set(uri, document.version);
    this.#track(this.#workspace.setText(uri, document.getText(), document.languageId === ARTICLE_LANGUAGE));
  }

  #closed(uri: string): void {
    this.#unschedule(uri);
    this.#given.delete(uri);
    this.#track(this.#workspace.closeText(uri));
  }

  #unschedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  #track(work: Promise<void>): void {
    const tracked = work.catch(this.#onError).finally(() => this.#underway.delete(tracked));
    this.#underway.add(tracked);
  }
}
