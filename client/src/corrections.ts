/** The command `fihris.correct`: asks the reader what a correction needs and writes it into `fihris.yaml` through the editor's own edit. */
import {
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  CORRECT_COMMAND,
  type CorrectionAnswer,
  type CorrectionCommand,
  type CorrectionOffer,
  type CorrectionQuestion,
  type WireLocation,
} from '../../server/src/lsp/requests.ts';
import { type CorrectionPlace, commandOf, placeOf } from './correction-place.ts';
import { isolate, paragraph } from './labels.ts';
import type { LanguageServer } from './server.ts';

/** How often a correction is made anew of a `fihris.yaml` that somebody else has changed meanwhile. */
const ATTEMPTS = 5;
/** How long (ms) a file that is newer on disk has to come into the editor. */
const RELOAD_MS = 3000;

export function registerCorrections(server: LanguageServer): Disposable {
  return commands.registerCommand(CORRECT_COMMAND, (argument: unknown, command: unknown) => {
    const place = placeOf(argument) ?? atCursor();
    return place === null ? undefined : new Correcting(server, place).run(commandOf(command));
  });
}

function atCursor(): CorrectionPlace | null {
  const editor = window.activeTextEditor;
  if (editor === undefined) return null;
  const { line, character } = editor.selection.active;
  const position = { line, character };
  return { location: { uri: editor.document.uri.toString(), range: { start: position, end: position } }, entity: null };
}

class Correcting {
  readonly #server: LanguageServer;
  readonly #location: WireLocation;
  readonly #entity: string | null;

  constructor(server: LanguageServer, { location, entity }: CorrectionPlace) {
    this.#server = server;
    this.#location = location;
    this.#entity = entity;
  }

  async run({ question, offer, entity }: CorrectionCommand): Promise<void> {
    const about = entity ?? this.#entity;
    if (question !== undefined) return this.#ask(question, about);
    if (offer !== undefined) return this.#write({ offer }, about);
    const offers = (await this.#server.corrections(this.#location, about)) ?? [];
    if (offers.length === 0) {
      window.showInformationMessage(paragraph(l10n.t('Nothing to correct here.')));
      return;
    }
    const items = offers.map((each): QuickPickItem & { offer: CorrectionOffer } => ({
      label: isolate(each.title),
      offer: each,
    }));
    const chosen = await window.showQuickPick(items, { title: l10n.t('Correction') });
    if (chosen === undefined) return;
    if (chosen.offer.asks !== null) await this.#ask(chosen.offer.asks, about);
    else await this.#write({ offer: chosen.offer.offer }, about);
  }

  async #ask(question: CorrectionQuestion, about: string | null): Promise<void> {
    const answer =
      question === 'same' || question === 'different'
        ? await this.#choose(question, about)
        : await window.showInputBox({ prompt: promptOf(question) });
    if (answer) await this.#write({ question, answer }, about);
  }

  /** Picks by what is typed; before anything is, what the server thinks likeliest. */
  #choose(question: 'same' | 'different', about: string | null): Promise<string | undefined> {
    const picker = window.createQuickPick<QuickPickItem & { id: string }>();
    picker.title = question === 'same' ? l10n.t('Who or what is the same?') : l10n.t('In which article is it another?');
    picker.placeholder =
      question === 'same' ? l10n.t('Type a name, in Arabic or Latin letters') : l10n.t('Words of the title');
    let asked = 0;
    const fill = async (query: string) => {
      const mine = ++asked;
      const found = (await this.#server.correctionChoices(this.#location, about, question, query)) ?? [];
      if (mine !== asked) return;
      picker.items = found.map(({ id, name, detail }) => ({
        label: isolate(name),
        description: isolate(detail),
        // The server has matched it, by spellings that the picker knows nothing of.
        alwaysShow: true,
        id,
      }));
    };
    void fill('');
    return new Promise((resolve) => {
      picker.onDidChangeValue(fill);
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.id);
        picker.hide();
      });
      picker.onDidHide(() => {
        resolve(undefined);
        picker.dispose();
      });
      picker.show();
    });
  }

  /**
   * Through the editor: it can be undone there, and what is unsaved in it stays. A file without unsaved edits is saved, and only then the
   * reader is told that the correction is written; one that has some is the reader's to save. Two windows may write at once: an edit is
   * applied only to the text that it was made of, and saved only onto the file that this text was; else it is made anew.
   */
  async #write(
    what: { readonly offer: string } | { readonly question: CorrectionQuestion; readonly answer: string },
    about: string | null,
  ): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await this.#server.correct(this.#location, about, what);
      if (answer === null) return;
      if (answer.problem !== undefined) {
        window.showWarningMessage(paragraph(answer.problem));
        return;
      }
      const edit = await this.#server.workspaceEdit(answer.edit);
      const uri = edit?.entries()[0]?.[0];
      if (edit === null || uri === undefined) return;
      const document = await opened(uri);
      if (!document.isDirty) await reloaded(document);
      // Made of the file before it was open here, or before something was typed into it.
      if (versionIn(answer) !== document.version) continue;
      const isSavedHere = !document.isDirty;
      if (!(await workspace.applyEdit(edit))) continue;
      const { version } = document;
      if (!isSavedHere) return this.#tell(document, l10n.t('Added to fihris.yaml, which has unsaved changes.'));
      if (await document.save()) return this.#tell(document, l10n.t('Written to fihris.yaml.'));
      // The file is newer than the editor's text. Nothing but this correction is unsaved: it is taken back, and made of the new text.
      if (document.version !== version) break;
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    }
    window.showWarningMessage(
      paragraph(l10n.t('fihris.yaml keeps being changed elsewhere. Try the correction again.')),
    );
  }

  #tell(document: TextDocument, message: string): void {
    const show = l10n.t('Show');
    void window.showInformationMessage(paragraph(message), show).then((chosen) => {
      if (chosen === show) window.showTextDocument(document);
    });
  }
}

/** A `fihris.yaml` that is not there is made first, empty: in another window it may come into being at this moment. */
async function opened(uri: Uri): Promise<TextDocument> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    const create = new WorkspaceEdit();
    create.createFile(uri, { ignoreIfExists: true });
    await workspace.applyEdit(create);
    return workspace.openTextDocument(uri);
  }
}

/** Done when the text in the editor is that of the file, which it follows by itself, or after a while. */
async function reloaded(document: TextDocument): Promise<void> {
  const isCurrent = async () => {
    const file = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    return plain(file) === plain(document.getText());
  };
  const until = Date.now() + RELOAD_MS;
  while (!document.isDirty && !(await isCurrent()) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** An editor's text has line breaks of one kind. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n');

/** Of the document that an answer's edit was made of; null of a file. */
function versionIn({ edit }: CorrectionAnswer): number | null {
  const { documentChanges = [] } = edit as {
    documentChanges?: readonly { textDocument?: { version: number | null } }[];
  };
  return documentChanges.find(({ textDocument }) => textDocument !== undefined)?.textDocument?.version ?? null;
}

function promptOf(question: Exclude<CorrectionQuestion, 'same' | 'different'>): string {
  switch (question) {
    case 'rename':
      return l10n.t('Name to show');
    case 'office':
      return l10n.t('Office as written, e.g. وزير الدفاع العراقي');
    case 'date':
    case 'article-date':
      return l10n.t('Date: 2020-11-15, 2020-11 or 2020');
  }
}
