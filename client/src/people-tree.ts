/** People and offices as a tree that is asked for branch by branch. Labels and icons are the view's. */
import type { DirectoryEntry, DirectoryPage, DirectoryQuery, EntityReference } from '../../server/src/lsp/requests.ts';

export type PeopleGrouping = 'name' | 'office' | 'article';
export const PEOPLE_GROUPINGS: readonly PeopleGrouping[] = ['name', 'office', 'article'];

export interface PeopleNode {
  /** Stays the same as long as a node is about the same thing at the same place, so that a tree keeps what is open in it. */
  readonly id: string;
  /** `here`: the article in the active editor; `more`: the next page of what stands before it. */
  readonly kind: DirectoryEntry['kind'] | 'here' | 'more';
  readonly entry: DirectoryEntry | null;
  /** Asks for what is below; null where there is nothing. */
  readonly below: DirectoryQuery | null;
}

/** Asks for the branches. */
export function branches(grouping: PeopleGrouping): DirectoryQuery {
  return grouping === 'article'
    ? { list: 'years' }
    : { list: 'letters', of: grouping === 'name' ? 'person' : 'office' };
}

/** The people of the open article, above all branches. */
export function hereNode(uri: string): PeopleNode {
  return { id: 'here', kind: 'here', entry: null, below: { list: 'people', uri } };
}

/** What a page says, below `parent` (null: the branches themselves), with a node for the page after it. */
export function nodesOf(
  parent: PeopleNode | null,
  query: DirectoryQuery,
  { entries, next }: DirectoryPage,
): PeopleNode[] {
  const at = parent === null ? '' : `${parent.id}/`;
  const nodes = entries.map(
    (entry, index): PeopleNode => ({
      id: `${at}${keyOf(entry, index)}`,
      kind: entry.kind,
      entry,
      // A person below an office, or an office below a person, leads to its place in the text; it is no branch of its own.
      below: query.list === 'about' ? null : belowOf(entry, query),
    }),
  );
  if (next === null || (query.list !== 'names' && query.list !== 'articles')) return nodes;
  return [...nodes, { id: `${at}more:${next}`, kind: 'more', entry: null, below: { ...query, after: next } }];
}

/** The person or office of a node: what commands of a context menu are about. */
export function entityOf(argument: unknown): EntityReference | null {
  const entry = entryOf(argument);
  const { uri, id } = entry?.entity ?? {};
  return typeof uri === 'string' && typeof id === 'string' ? { uri, id } : null;
}

/** The entry of a node, where the argument of a command is one. */
export function entryOf(argument: unknown): DirectoryEntry | null {
  const entry = typeof argument === 'object' && argument !== null ? (argument as Partial<PeopleNode>).entry : null;
  return entry ?? null;
}

function belowOf(entry: DirectoryEntry, query: DirectoryQuery): DirectoryQuery | null {
  switch (entry.kind) {
    case 'letter':
      return query.list === 'letters' ? { list: 'names', of: query.of, letter: entry.name, after: null } : null;
    case 'year':
      return { list: 'articles', year: entry.name, after: null };
    case 'article':
      return entry.location && { list: 'people', uri: entry.location.uri };
    default:
      return entry.entity && { list: 'about', entity: entry.entity };
  }
}

function keyOf({ kind, name, entity, location }: DirectoryEntry, index: number): string {
  if (entity !== null) return `${kind}:${entity.id}`;
  return kind === 'article' ? `${location?.uri ?? index}` : `${kind}:${name}`;
}
