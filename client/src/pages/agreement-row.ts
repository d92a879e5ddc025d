/** A row of the tree of agreements, as commands about what it names are given it. */
import { type Uri, workspace } from 'vscode';
import type { AgreementNode } from '../../../server/src/lsp/requests.ts';
import { fileOfWorkspace } from '../commands.ts';
import { locationOf } from '../location-argument.ts';

/** A place in an article: an offset in UTF-16 code units. */
export interface Place {
  readonly uri: Uri;
  readonly offset: number;
}

export const isAgreementRow = (argument: unknown): boolean =>
  (argument as { readonly kind?: unknown } | undefined)?.kind === 'agreement';

/** Where the agreement of a row is introduced; null for any other argument, and where no article of the workspace has that place (any more). */
export async function placeOfAgreement(argument: unknown): Promise<Place | null> {
  const node = argument as { readonly agreement?: AgreementNode } | undefined;
  const location = isAgreementRow(argument) ? locationOf(node?.agreement?.location) : null;
  const uri = location && fileOfWorkspace(location.uri);
  if (!location || !uri) return null;
  const document = await workspace.openTextDocument(uri);
  const { line, character } = location.range.start;
  if (line >= document.lineCount) return null;
  return { uri, offset: document.offsetAt(document.lineAt(line).range.start) + character };
}
