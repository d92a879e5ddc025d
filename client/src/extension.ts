/**
 * The editor's side of Fihris, and the only folder that imports `vscode`. It decides whether a folder is a corpus, starts the
 * language server for it, turns right-to-left lines, draws marks and shows the agreements. What it knows about articles it asks
 * the server for, by the requests of server/src/lsp/requests.ts; from the server's other folders it imports nothing.
 */
import type { ExtensionContext } from 'vscode';
import { Fihris } from './context.ts';

/** What other extensions and the tests may ask of this one. */
export interface FihrisApi {
  /** Milliseconds from activation to the first marks in an editor; resolves when there are some. */
  readonly firstMarks: Promise<number>;
}

export function activate(context: ExtensionContext): FihrisApi {
  const fihris = new Fihris(context);
  context.subscriptions.push(fihris);
  fihris.wakeWhereNeeded();
  return { firstMarks: fihris.firstMarks };
}
