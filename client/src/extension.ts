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

let running: Fihris | undefined;

export function activate(context: ExtensionContext): FihrisApi {
  running = new Fihris(context);
  context.subscriptions.push(running);
  running.wakeWhereNeeded();
  return { firstMarks: running.firstMarks };
}

/** Resolves when the server has ended; the rest is disposed after that. */
export async function deactivate(): Promise<void> {
  await running?.server.stop();
}
