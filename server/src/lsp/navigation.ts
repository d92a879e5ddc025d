/** Ways from a mention besides its definition: to the office, to the articles about an agreement, up and down between bodies. */

import type { Snapshot } from '../corpus/snapshot.ts';
import { type Body, bodyAt, bodyOf, parts, wholes } from '../features/body-hierarchy.ts';
import { introduction } from '../features/definition.ts';
import { implementation } from '../features/implementation.ts';
import { countryName } from '../features/language.ts';
import { displayable, shortened } from '../features/pieces.ts';
import { typeDefinition } from '../features/type-definition.ts';
import { definitionLinks, location } from './answers.ts';
import { symbolKind, withoutIcons } from './convert.ts';
import { field, stringField } from './guard.ts';
import { type Connection, SymbolKind, type TypeHierarchyItem } from './protocol.ts';
import type { Questions } from './questions.ts';
import type { Root } from './roots.ts';
import type { Workspace } from './workspace.ts';

export const NAVIGATION_CAPABILITIES = {
  typeDefinitionProvider: true,
  implementationProvider: true,
  typeHierarchyProvider: true,
};

const NAME_LIMIT = 120;

export function listenForNavigation(connection: Connection, questions: Questions, workspace: Workspace): void {
  connection.onTypeDefinition(
    questions.across('textDocument/typeDefinition', (asked, offset) =>
      definitionLinks(
        asked,
        typeDefinition(asked.snapshot, asked.article.path, offset),
        questions.features.definitionLinks,
      ),
    ),
  );
  connection.onImplementation(
    questions.across('textDocument/implementation', (asked, offset) =>
      definitionLinks(
        asked,
        implementation(asked.snapshot, asked.article.path, offset),
        questions.features.definitionLinks,
      ),
    ),
  );
  const itemOf = (root: Root, snapshot: Snapshot, body: Body) => hierarchyItem(root, snapshot, body, questions);
  connection.languages.typeHierarchy.onPrepare(
    questions.at('textDocument/prepareTypeHierarchy', ({ root, snapshot, article }, offset) => {
      const body = bodyAt(snapshot, article.path, offset);
      return body === null ? null : itemOf(root, snapshot, body);
    }),
  );
  const related = (method: string, of: (snapshot: Snapshot, body: Body) => Body[]) =>
    questions.upToDate(method, (params) => {
      const item = field(params, 'item');
      const root = workspace.locate(stringField(item, 'uri', 'item.uri'))?.root;
      const snapshot = root?.corpus.snapshot;
      const body = snapshot === undefined ? null : bodyOf(snapshot, stringField(item, 'data', 'item.data'));
      if (root === undefined || snapshot === undefined || body === null) return null;
      return of(snapshot, body).flatMap((each) => itemOf(root, snapshot, each) ?? []);
    });
  connection.languages.typeHierarchy.onSupertypes(related('typeHierarchy/supertypes', wholes));
  connection.languages.typeHierarchy.onSubtypes(related('typeHierarchy/subtypes', parts));
}

/** Where the body is introduced; `data` is its id. Null for a state that no article names. */
function hierarchyItem(root: Root, snapshot: Snapshot, body: Body, questions: Questions): TypeHierarchyItem[] | null {
  const target = introduction(snapshot, body, null);
  if (target === null) return null;
  const { uri, range } = location(root, snapshot, target);
  const state = body.kind === 'place' || body.country === null ? '' : countryName(body.country, questions.language);
  return [
    {
      name: withoutIcons(shortened(displayable(body.name), NAME_LIMIT)),
      kind: body.kind === 'place' ? SymbolKind.Namespace : symbolKind(body.kind),
      detail: state,
      uri,
      range,
      selectionRange: range,
      data: body.id,
    },
  ];
}
