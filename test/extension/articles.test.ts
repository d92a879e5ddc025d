/** The extension inside an extension host, on a copy of `examples/`. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { FihrisApi } from '../../client/src/extension.ts';
import { eventually } from '../host/eventually.ts';
import { test } from './runner.ts';

const folder = () => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
};

const fileOf = (name: string) => vscode.Uri.joinPath(folder(), name);

/** Opens a file of the corpus and waits until it is an article. */
async function openArticle(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(fileOf(name));
  await eventually(`${name} as an article`, () => editor.document.languageId === 'article');
  return editor;
}

/** Where some words of a document begin, the n-th time from 0. */
function placeOf(document: vscode.TextDocument, words: string, occurrence = 0): vscode.Position {
  let at = -1;
  for (let seen = 0; seen <= occurrence; seen++) at = document.getText().indexOf(words, at + 1);
  assert.ok(at >= 0, `${words} is not in ${document.fileName}`);
  return document.positionAt(at);
}

test('the folder is a corpus: the extension wakes by itself and marks an article', async () => {
  const extension = vscode.extensions.getExtension<FihrisApi>('fihris.fihris');
  assert.ok(extension);
  await openArticle('2017-07-23-defence-memorandum.txt');
  assert.ok(extension.isActive);
  console.log(`activation to first marks: ${await extension.exports.firstMarks} ms`);
});

test('an article is laid out as measured: wrapped, without what tears Arabic lines apart', async () => {
  const { document } = await openArticle('2017-07-23-defence-memorandum.txt');
  const editor = vscode.workspace.getConfiguration('editor', document);
  assert.equal(editor.get('wordWrap'), 'on');
  assert.equal(editor.get('semanticHighlighting.enabled'), false);
  assert.equal(editor.get('inlayHints.enabled'), 'on', 'on turned lines only: see inlay-hints.ts');
  assert.equal(editor.get('bracketPairColorization.enabled'), false);
  assert.equal(editor.get('matchBrackets'), 'never');
  assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  assert.equal(editor.get('links'), false);
  assert.ok(editor.get<string>('wordSeparators')?.includes('،'));
  assert.deepEqual(editor.get('wordSegmenterLocales'), ['ar']);
});

test('a word is letters, marks, digits and tatweel, without the signs around it', async () => {
  const { document } = await openArticle('2019-03-13-joint-statement.txt');
  const wordAt = (words: string) => document.getText(document.getWordRangeAtPosition(placeOf(document, words)));
  assert.equal(wordAt('اتفاقية الجزائر»'), 'اتفاقية');
  assert.equal(wordAt('الجزائر»'), 'الجزائر');
  assert.equal(wordAt('روحانــي'), 'روحانــي');
  assert.equal(wordAt('شطّ'), 'شطّ');
  assert.equal(wordAt('وإيران،'), 'وإيران');
});

test('a language that a person chose stays, be it plain text', async () => {
  const article = await openArticle('railway-shalamcheh.txt');
  const { document } = article;
  const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
  assert.equal(plain, document);
  // Whatever comes in after this has seen the document as plain text again.
  await openArticle('judicial-memorandum.txt');
  assert.equal(document.languageId, 'plaintext');

  const markdown = await vscode.workspace.openTextDocument(fileOf('README.md'));
  assert.equal(markdown.languageId, 'markdown');
});

test('a document outside the corpus stays what it is', async () => {
  const document = await vscode.workspace.openTextDocument({
    language: 'plaintext',
    content: 'وقّع وزير الداخلية ونظيره مذكرة تفاهم بشأن أمن الحدود المشتركة.',
  });
  await openArticle('2021-09-12-visas.txt');
  assert.equal(document.languageId, 'plaintext');
});

test('a file in an old encoding is opened in it, and becomes an article', async () => {
  const text =
    'بحث وزير التجارة مع نظيره في عمان فتح معبر حدودي جديد، ووقع الوزيران مذكرة تفاهم لتبادل السلع بين البلدين في ختام الزيارة.\n';
  const uri = fileOf('old.txt');
  await writeFile(uri.fsPath, windows1256(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await eventually('the file in its encoding', () => document.encoding === 'windows1256');
  await eventually('the text of the file', () => document.getText() === text);
  await eventually('an article', () => document.languageId === 'article');
  await vscode.workspace.fs.delete(uri);
});

test('a card is trusted with the one command of the extension, and speaks of the right person', async () => {
  const { document } = await openArticle('2023-03-19-security-minutes.txt');
  const hovers = await eventually('a card', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'الأعرجى'),
    );
    return found.length > 0 && found;
  });
  const contents = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  assert.ok(contents.some(({ value }) => value.includes('قاسم الأعرجي')));
  for (const { isTrusted, supportHtml } of contents) {
    assert.deepEqual(isTrusted, { enabledCommands: ['fihris.open'] });
    assert.equal(supportHtml, true);
  }
});

test('Go to Definition leads to the introductions, first that in the article, Find All References to all mentions', async () => {
  const { document } = await openArticle('2023-03-19-security-minutes.txt');
  const position = placeOf(document, 'الأعرجى');
  const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const uris = targets.map((target) => ('targetUri' in target ? target.targetUri : target.uri).toString());
  assert.deepEqual(uris, [document.uri.toString(), fileOf('2023-09-19-border-camps.txt').toString()]);
  const references = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    position,
  );
  assert.deepEqual(new Set(references.map(({ uri }) => uri.toString())), new Set(uris));
});

test('people are found by Latin spelling, and an article has an outline', async () => {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    'Shamkhani',
  );
  assert.ok(symbols.some(({ name }) => name.includes('شمخاني')));
  const { document } = await openArticle('2017-07-23-defence-memorandum.txt');
  const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  assert.ok(outline.length > 0);
});

test('fihris.open opens a span of the corpus, and nothing else', async () => {
  const uri = fileOf('2023-03-10-beijing.txt');
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 7 } };
  const first = await openArticle('2021-09-12-visas.txt');

  const refused = [
    undefined,
    { uri: uri.toString() },
    { uri: vscode.Uri.file('/etc/hosts').toString(), range },
    { uri: `${folder().toString()}/../secret.txt`, range },
    { uri: `${folder().toString()}/%2e%2e/secret.txt`, range },
    { uri: 'https://example.org/', range },
    { uri: 'command:workbench.action.quit', range },
    { uri: uri.toString(), range: { start: range.start, end: { line: 0, character: -1 } } },
  ];
  for (const argument of refused) {
    await vscode.commands.executeCommand('fihris.open', argument);
    assert.equal(vscode.window.activeTextEditor?.document, first.document, JSON.stringify(argument));
  }

  await vscode.commands.executeCommand('fihris.open', { uri: uri.toString(), range });
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), uri.toString());
  assert.deepEqual(editor?.selection, new vscode.Selection(0, 2, 0, 7));
});

test('every command of the extension is there', async () => {
  const known = new Set(await vscode.commands.getCommands(true));
  const { packageJSON } = vscode.extensions.getExtension('fihris.fihris') ?? {};
  for (const { command } of packageJSON.contributes.commands) assert.ok(known.has(command), command);
});

test('after a restart of the server articles are answered for as before', async () => {
  const { document } = await openArticle('2017-07-23-defence-memorandum.txt');
  await vscode.commands.executeCommand('fihris.restartServer');
  await eventually('a card', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'حسين دهقان'),
    );
    return found.length > 0;
  });
});

/** The bytes of a text in windows-1256, by the table that the decoder has. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(
    text,
    (character) => bytes.get(character) ?? assert.fail(`${character} is not in windows-1256`),
  );
}
