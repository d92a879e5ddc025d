/** A correction as a person makes it: by a code action of a mention, undone by the editor's own undo. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually } from '../host/eventually.ts';
import { test } from './runner.ts';

const ARTICLE = '2019-01-13-zarif-baghdad.txt';
const NAME = 'عمار الحكيم';

const fileOf = (name: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
};

async function article(name: string): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(fileOf(name));
  await eventually('an article', () => document.languageId === 'article');
  return document;
}

async function cardAt(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join('\n');
}

function actionsAt(document: vscode.TextDocument, place: vscode.Position): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(place, place),
  );
}

async function run(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title.startsWith(title));
  assert.ok(action?.command, actions.map((each) => each.title).join(', '));
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

const onDisk = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

test('a name is corrected by a code action and written; the card follows, and follows the undo of the editor', async () => {
  const document = await article(ARTICLE);
  const place = document.positionAt(document.getText().indexOf(NAME) + 2);
  await eventually('the card of the person', async () => (await cardAt(document, place)).includes(NAME));
  const settings = await vscode.workspace.openTextDocument(fileOf('fihris.yaml'));
  const before = settings.getText();

  await run(await actionsAt(document, place), 'Not a person');
  const line = `  - not a person: ${NAME}\n`;
  assert.equal(settings.getText(), `${before}corrections:\n${line}`);
  assert.equal(await onDisk(settings.uri), settings.getText(), 'what was clean before is saved');
  await eventually('a card without the person', async () => !(await cardAt(document, place)).includes(NAME));

  await vscode.window.showTextDocument(settings);
  await vscode.commands.executeCommand('undo');
  assert.equal(settings.getText(), before);
  await eventually('the card of the person again', async () => (await cardAt(document, place)).includes(NAME));
  await settings.save();
});

test('what is unsaved in fihris.yaml stays, and stays unsaved; a quick fix at the line takes the correction away', async () => {
  const document = await article(ARTICLE);
  const place = document.positionAt(document.getText().indexOf(NAME) + 2);
  const settings = await vscode.workspace.openTextDocument(fileOf('fihris.yaml'));
  const before = settings.getText();
  const typed = new vscode.WorkspaceEdit();
  typed.insert(settings.uri, new vscode.Position(0, 0), '# half a thou');
  assert.ok(await vscode.workspace.applyEdit(typed));

  await run(await actionsAt(document, place), 'Not a person');
  const line = `  - not a person: ${NAME}`;
  assert.equal(settings.getText(), `# half a thou${before}corrections:\n${line}\n`);
  assert.ok(settings.isDirty);
  assert.equal(await onDisk(settings.uri), before, 'the file is the reader’s to save');

  const at = settings.positionAt(settings.getText().indexOf(line) + 6);
  const undoing = await eventually('the quick fix at the line', async () => {
    const found = (await actionsAt(settings, at)).filter(({ title }) => title.startsWith('Undo correction'));
    return found.length > 0 && found;
  });
  assert.ok(undoing[0]?.kind?.contains(vscode.CodeActionKind.QuickFix));
  await run(undoing, 'Undo correction');
  assert.equal(settings.getText(), `# half a thou${before}`);
  await vscode.window.showTextDocument(settings);
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('a file that was changed behind the editor is not written over', async () => {
  const document = await article(ARTICLE);
  const place = document.positionAt(document.getText().indexOf(NAME) + 2);
  const settings = await vscode.workspace.openTextDocument(fileOf('fihris.yaml'));
  const before = settings.getText();
  await eventually('the card of the person', async () => (await cardAt(document, place)).includes(NAME));
  const actions = await actionsAt(document, place);
  // Another window, at this moment.
  await writeFile(settings.uri.fsPath, `# other\n${before}`);
  await run(actions, 'Not a person');
  assert.equal(await onDisk(settings.uri), `# other\n${before}corrections:\n  - not a person: ${NAME}\n`);
  assert.equal(settings.getText(), await onDisk(settings.uri));
  await writeFile(settings.uri.fsPath, before);
  await eventually('the file as it was', () => settings.getText() === before && !settings.isDirty);
});

test('fihris.yaml completes keys and names, and says what a correction means', async () => {
  const settings = await vscode.workspace.openTextDocument(fileOf('fihris.yaml'));
  const before = settings.getText();
  const edit = new vscode.WorkspaceEdit();
  edit.insert(settings.uri, settings.positionAt(before.length), `corrections:\n  - not a person: عمار ال`);
  assert.ok(await vscode.workspace.applyEdit(edit));
  const completed = (position: vscode.Position) =>
    vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      settings.uri,
      position,
    );
  const end = settings.positionAt(settings.getText().length);
  await eventually('the name', async () =>
    (await completed(end)).items.some(({ label }) => (typeof label === 'string' ? label : label.label) === NAME),
  );
  const card = await eventually('a card', () => cardAt(settings, end.translate(0, -3)));
  assert.match(card, /Names nobody|ليس اسم شخص/);
  await vscode.window.showTextDocument(settings);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  assert.equal(settings.getText(), before);
});
