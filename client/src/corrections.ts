/** The command `fihris.correct`: asks the reader what a correction needs and writes it into `fihris.yaml` through the editor's own edit. */
import { commands, type Disposable, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  CORRECT_COMMAND,
  type CorrectionOffer,
  type CorrectionQuestion,
  type WireLocation,
} from '../../server/src/lsp/requests.ts';
import { isolate } from './labels.ts';
import { locationOf } from './location-argument.ts';
import type { LanguageServer } from './server.ts';

const QUESTIONS: readonly CorrectionQuestion[] = ['same', 'rename', 'office', 'date', 'article-date'];

export function registerCorrections(server: LanguageServer): Disposable {
  return commands.registerCommand(CORRECT_COMMAND, (argument: unknown, question: unknown) =>
    correct(server, placeOf(argument) ?? atCursor(), QUESTIONS.find((each) => each === question) ?? null),
  );
}

/** Where a row of a tree, or whatever else a menu gives, says that its entity is mentioned. */
export function placeOf(argument: unknown): WireLocation | null {
  const own = locationOf(argument);
  if (own !== null || typeof argument !== 'object' || argument === null) return own;
  const { location, agreement, mention, entry } = argument as Readonly<Record<string, unknown>>;
  return locationOf(location) ?? placeOf(agreement ?? null) ?? placeOf(mention ?? null) ?? placeOf(entry ?? null);
}

function atCursor(): WireLocation | null {
  const editor = window.activeTextEditor;
  if (editor === undefined) return null;
  const { active } = editor.selection;
  const position = { line: active.line, character: active.character };
  return { uri: editor.document.uri.toString(), range: { start: position, end: position } };
}

async function correct(
  server: LanguageServer,
  place: WireLocation | null,
  question: CorrectionQuestion | null,
): Promise<void> {
  if (place === null) return;
  if (question !== null) return ask(server, place, question);
  const offers = (await server.corrections(place)) ?? [];
  if (offers.length === 0) {
    window.showInformationMessage(l10n.t('Nothing to correct here.'));
    return;
  }
  const items = offers.map((offer): QuickPickItem & { offer: CorrectionOffer } => ({
    label: isolate(offer.title),
    offer,
  }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Correction') });
  if (chosen === undefined) return;
  if (chosen.offer.asks !== null) await ask(server, place, chosen.offer.asks);
  else await write(server, chosen.offer.edit);
}

async function ask(server: LanguageServer, place: WireLocation, question: CorrectionQuestion): Promise<void> {
  const answer =
    question === 'same' ? await choose(server, place) : await window.showInputBox({ prompt: promptOf(question) });
  if (!answer) return;
  const answered = await server.correct(place, question, answer);
  if (answered?.problem !== undefined) window.showWarningMessage(answered.problem);
  else if (answered) await write(server, answered.edit);
}

/** Through the editor: it can be undone there, and a file being edited is edited further. */
async function write(server: LanguageServer, edit: unknown): Promise<void> {
  const converted = await server.workspaceEdit(edit);
  if (converted === null || !(await workspace.applyEdit(converted, { isRefactoring: true }))) return;
  const [uri] = converted.entries().map(([changed]) => changed);
  if (uri === undefined) return;
  // What was written is kept even if the window is closed now; a file that has other unsaved edits is the reader's to save.
  const show = l10n.t('Show');
  void window.showInformationMessage(l10n.t('Written to fihris.yaml.'), show).then((chosen) => {
    if (chosen === show) window.showTextDocument(Uri.parse(uri.toString()));
  });
}

/** Picks an entity by what is typed; before anything is, those of the article. */
function choose(server: LanguageServer, place: WireLocation): Promise<string | undefined> {
  const picker = window.createQuickPick<QuickPickItem & { id: string }>();
  picker.title = l10n.t('Who or what is the same?');
  picker.placeholder = l10n.t('Type a name, in Arabic or Latin letters');
  let asked = 0;
  const fill = async (query: string) => {
    const mine = ++asked;
    const found = (await server.correctionChoices(place, query)) ?? [];
    if (mine !== asked) return;
    picker.items = found.map(({ id, name, latin }) => ({
      label: isolate(name),
      description: isolate(latin),
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

function promptOf(question: Exclude<CorrectionQuestion, 'same'>): string {
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
