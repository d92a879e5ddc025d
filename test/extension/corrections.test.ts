/** A correction as a person makes it: by a code action of a mention, undone by the editor's own undo. */
import assert from 'node:assert/strict';
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

test('a name is corrected by a code action; the card follows, and follows the undo of the editor', async () => {
  const { document } = await vscode.window.showTextDocument(fileOf(ARTICLE));
  await eventually('an article', () => document.languageId === 'article');
  const place = document.positionAt(document.getText().indexOf(NAME) + 2);
  const card = async (): Promise<string> => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join('\n');
  };
  await eventually('the card of the person', async () => (await card()).includes(NAME));

  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(place, place),
  );
  const action = offered.find(({ edit }) =>
    edit?.entries().some(([, edits]) => JSON.stringify(edits).includes('not a person')),
  );
  assert.ok(action?.edit, offered.map(({ title }) => title).join(', '));
  const settings = await vscode.workspace.openTextDocument(fileOf('fihris.yaml'));
  const before = settings.getText();
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  assert.equal(settings.getText(), `${before}corrections:\n  - not a person: ${NAME}\n`);
  assert.ok(settings.isDirty, 'edited in the editor, and not behind its back');
  await eventually('a card without the person', async () => !(await card()).includes(NAME));

  await vscode.window.showTextDocument(settings);
  await vscode.commands.executeCommand('undo');
  assert.equal(settings.getText(), before);
  await eventually('the card of the person again', async () => (await card()).includes(NAME));
  await settings.save();
});
