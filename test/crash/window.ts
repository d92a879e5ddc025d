/**
 * A window of an editor, as far as corrections need one: a buffer of `fihris.yaml` that follows the file, edits applied to the version
 * they were made of, and a save that refuses a file which is newer than the buffer and replaces the file whole. What VS Code's own window
 * does is tested in test/extension and test/browser; this one starts in a second, and may be killed two hundred times.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorrectionAnswer } from '../../server/src/lsp/requests.ts';
import { CAPABILITIES, TestClient } from '../server/client.ts';

const GIVEN = ['سامر', 'وليد', 'كريم', 'سالم', 'حامد', 'ماجد'];
const FAMILY = ['الحداد', 'النوري', 'الطائي', 'الراوي', 'العبيدي'];

/** Thirty people, each with a sentence in the one article. */
export const PEOPLE: readonly string[] = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`));
export const ARTICLE = 'a.txt';
export const TEXT = PEOPLE.map((name) => `قال العميد ${name} إن الحدود آمنة.\n`).join('');

export class EditorWindow {
  readonly #folder: string;
  readonly #file: string;
  readonly #uri: string;
  readonly #name: string;
  #client: TestClient | null = null;
  #buffer: { version: number; text: string } | null = null;
  #version = 1;

  /** `name`: of this window, for the file that a save writes first. */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#file = join(folder, 'fihris.yaml');
    this.#uri = pathToFileURL(this.#file).href;
    this.#name = name;
  }

  /** Starts a server, anew where the last one is gone. Gives its process id. */
  async start(): Promise<number> {
    this.#client?.connection.dispose();
    this.#buffer = null;
    this.#client = await TestClient.start({
      folders: [this.#folder],
      capabilities: {
        ...CAPABILITIES,
        workspace: { ...CAPABILITIES.workspace, workspaceEdit: { documentChanges: true } },
      },
      initializationOptions: { asksForCorrections: true },
    });
    await this.#client.ready();
    await this.#client.open(this.#articleUri, TEXT);
    return this.#client.process.pid ?? assert.fail('no process');
  }

  async stop(): Promise<void> {
    await this.#client?.stop();
  }

  get client(): TestClient {
    return this.#client ?? assert.fail('not started');
  }

  get #articleUri(): string {
    return pathToFileURL(join(this.#folder, ARTICLE)).href;
  }

  /**
   * Gives a person another name. Done when the correction is acknowledged: the file has been saved, as VS Code is told by
   * `TextDocument.save()`, before the reader reads «Written to fihris.yaml».
   */
  async rename(person: string, to: string): Promise<void> {
    for (;;) {
      await this.#follow();
      const { version, text } = this.#buffer ?? assert.fail('no buffer');
      const line = PEOPLE.indexOf(person);
      const position = { line, character: (TEXT.split('\n')[line] ?? '').indexOf(person) + 1 };
      const { edit, problem } = await this.client.request<CorrectionAnswer>('fihris/correct', {
        uri: this.#articleUri,
        position,
        question: 'rename',
        answer: to,
      });
      assert.equal(problem, undefined);
      const [change] = ((edit as WorkspaceEdit).documentChanges ?? []) as TextDocumentEdit[];
      if (change?.textDocument.version !== version) continue;
      const next = TextDocument.applyEdits(TextDocument.create('x:', '', 1, text), change.edits as never);
      if (this.#save(text, next)) {
        await this.#set(next);
        return;
      }
    }
  }

  /** Between the look and the replacement nothing else of this process runs. */
  #save(before: string, after: string): boolean {
    if (readFileSync(this.#file, 'utf8') !== before) return false;
    const beside = `${this.#file}.${this.#name}`;
    writeFileSync(beside, after);
    renameSync(beside, this.#file);
    return true;
  }

  /** Brings what has changed in the file into the buffer. */
  async #follow(): Promise<void> {
    if (!existsSync(this.#file)) writeFileSync(this.#file, '');
    const text = readFileSync(this.#file, 'utf8');
    if (text !== this.#buffer?.text) await this.#set(text);
  }

  async #set(text: string): Promise<void> {
    const isOpen = this.#buffer !== null;
    this.#buffer = { version: ++this.#version, text };
    const textDocument = { uri: this.#uri, version: this.#version };
    if (isOpen) await this.client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    else
      await this.client.notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'yaml', text } });
  }
}

/** The names that a `fihris.yaml` gives, by person. */
export function renamesIn(text: string): Map<string, string> {
  const lines = text.matchAll(/^ {2}- \{ rename: (?<person>.+?), to: (?<to>.+?) \}$/gm);
  return new Map([...lines].map(({ groups }) => [groups?.person ?? '', groups?.to ?? '']));
}
