/** That the suites run in the VS Code they are meant for, with the extension in it. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';

test('VS Code is not older than the extension asks for', () => {
  const [major, minor] = vscode.version.split('.').map(Number);
  assert.equal(major, 1);
  const asked = /\d+\.(\d+)/.exec(fihris().packageJSON.engines.vscode)?.[1];
  assert.ok(minor !== undefined && minor >= Number(asked), `VS Code ${vscode.version}, asked for 1.${asked}`);
});

test('the extension is loaded from the checkout', () => {
  assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  assert.ok(!fihris().extensionPath.includes('node_modules'), fihris().extensionPath);
});

function fihris(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('fihris.fihris');
  assert.ok(extension, 'fihris.fihris is not among the extensions');
  return extension;
}
