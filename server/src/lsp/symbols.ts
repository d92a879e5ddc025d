/** Go to Symbol in Workspace, over all corpora; where a symbol stands is worked out when it is chosen, if the client can ask for it. */

import { type FoundSymbol, symbols, symbolTarget } from '../features/symbols.ts';
import { location } from './answers.ts';
import type { ClientFeatures } from './client-features.ts';
import { symbolKind, withoutIcons } from './convert.ts';
import { field, stringField } from './guard.ts';
import type { Connection, SymbolInformation, WorkspaceSymbol } from './protocol.ts';
import type { Questions } from './questions.ts';
import type { Root } from './roots.ts';
import type { Workspace } from './workspace.ts';

/** Symbols given for one query. */
const SYMBOL_LIMIT = 100;

export const symbolCapabilities = ({ symbolsResolved }: ClientFeatures) => ({
  workspaceSymbolProvider: symbolsResolved ? { resolveProvider: true } : true,
});

export function listenForSymbols(connection: Connection, questions: Questions, workspace: Workspace): void {
  connection.onWorkspaceSymbol(
    questions.upToDate('workspace/symbol', async (params) => {
      const query = stringField(params, 'query');
      await questions.readNaming(workspace.roots, query);
      const found = workspace.allRoots.flatMap((root) => {
        const { snapshot } = root.corpus;
        return symbols(snapshot, query, questions.language, SYMBOL_LIMIT).map((symbol) =>
          questions.features.symbolsResolved ? unresolved(root, symbol) : resolved(root, symbol),
        );
      });
      // Each client can read one of the two, and is given that for all symbols.
      return found.slice(0, SYMBOL_LIMIT) as WorkspaceSymbol[];
    }),
  );
  connection.onWorkspaceSymbolResolve(
    questions.upToDate('workspaceSymbol/resolve', (params) => {
      const root = workspace.locate(stringField(field(params, 'location'), 'uri', 'location.uri'))?.root;
      const symbol = params as WorkspaceSymbol;
      const { data } = symbol;
      const isOurs = root !== undefined && typeof data === 'string';
      const target = isOurs ? symbolTarget(root.corpus.snapshot, data) : null;
      if (root === undefined || target === null) return symbol;
      return { ...symbol, location: location(root, root.corpus.snapshot, target) };
    }),
  );
}

function resolved(root: Root, { name, kind, container, target }: FoundSymbol): SymbolInformation {
  return {
    name: withoutIcons(name),
    kind: symbolKind(kind),
    location: location(root, root.corpus.snapshot, target),
    containerName: withoutIcons(container),
  };
}

function unresolved(root: Root, { id, name, kind, container, target }: FoundSymbol): WorkspaceSymbol {
  return {
    name: withoutIcons(name),
    kind: symbolKind(kind),
    location: { uri: root.uriOf(target.article) },
    containerName: withoutIcons(container),
    data: id,
  };
}
