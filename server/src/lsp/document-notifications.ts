/**
 * What the client says of its documents, checked before the library takes it: of a text that is no text, or a range that is none, it would
 * keep a document that fails whoever asks for it next. What is malformed is logged and dropped.
 */

import { type Position, type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { field, isCount } from './guard.ts';
import type { Connection, TextDocumentContentChangeEvent, TextDocuments } from './protocol.ts';

type DocumentConnection = Parameters<TextDocuments<TextDocument>['listen']>[0];

/** The connection as far as documents are concerned; handlers are told only of what has the protocol's shapes. */
export function checkedDocuments(connection: Connection): DocumentConnection {
  const checked =
    <Params>(method: string, is: (params: unknown) => boolean, handler: (params: Params) => void) =>
    (params: Params) => {
      if (is(params)) handler(params);
      else connection.console.warn(`${method}: malformed, and dropped`);
    };
  return {
    onDidOpenTextDocument: (handler) =>
      connection.onDidOpenTextDocument(checked('textDocument/didOpen', isOpening, handler)),
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument(checked('textDocument/didChange', isChange, handler)),
    onDidCloseTextDocument: (handler) =>
      connection.onDidCloseTextDocument(checked('textDocument/didClose', isAboutDocument, handler)),
    onWillSaveTextDocument: (handler) =>
      connection.onWillSaveTextDocument(checked('textDocument/willSave', isAboutDocument, handler)),
    onWillSaveTextDocumentWaitUntil: (handler) => connection.onWillSaveTextDocumentWaitUntil(handler),
    onDidSaveTextDocument: (handler) =>
      connection.onDidSaveTextDocument(checked('textDocument/didSave', isAboutDocument, handler)),
  };
}

/**
 * Documents for `TextDocuments`. Changes are made one after another, each within the text as the one before has left it: the library's
 * own table of lines is damaged by a line that is not there.
 */
export const checkedTexts = {
  create: TextDocument.create,
  update: (document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument => {
    for (const change of changes) {
      const within = 'range' in change ? { ...change, range: rangeWithin(document, change.range) } : change;
      TextDocument.update(document, [within], version);
    }
    return document;
  },
};

function rangeWithin(document: TextDocument, { start, end }: Range): Range {
  return { start: positionWithin(document, start), end: positionWithin(document, end) };
}

function positionWithin(document: TextDocument, position: Position): Position {
  return position.line < document.lineCount ? position : document.positionAt(document.getText().length);
}

function isAboutDocument(params: unknown): boolean {
  return typeof field(field(params, 'textDocument'), 'uri') === 'string';
}

function isOpening(params: unknown): boolean {
  const document = field(params, 'textDocument');
  return (
    isAboutDocument(params) &&
    typeof field(document, 'text') === 'string' &&
    typeof field(document, 'languageId') === 'string' &&
    typeof field(document, 'version') === 'number'
  );
}

function isChange(params: unknown): boolean {
  const changes = field(params, 'contentChanges');
  return (
    isAboutDocument(params) &&
    typeof field(field(params, 'textDocument'), 'version') === 'number' &&
    Array.isArray(changes) &&
    changes.every(isContentChange)
  );
}

function isContentChange(change: unknown): boolean {
  const range = field(change, 'range');
  const length = field(change, 'rangeLength');
  if (typeof field(change, 'text') !== 'string') return false;
  if (range === undefined) return length === undefined;
  return (
    (length === undefined || typeof length === 'number') &&
    isPosition(field(range, 'start')) &&
    isPosition(field(range, 'end'))
  );
}

function isPosition(position: unknown): boolean {
  return isCount(field(position, 'line')) && isCount(field(position, 'character'));
}
