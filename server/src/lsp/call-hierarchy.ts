/** Call Hierarchy: what features/call-hierarchy.ts finds, in the shapes of the protocol. */

import type { Snapshot } from '../corpus/snapshot.ts';
import { type Direction, type HierarchyItem, hierarchyAt, hierarchyCalls } from '../features/call-hierarchy.ts';
import type { Span } from '../text/span.ts';
import type { Asked } from './answers.ts';
import { rangeOf, symbolKind, withoutIcons } from './convert.ts';
import { field, stringField } from './guard.ts';
import type { CallHierarchyItem, Connection } from './protocol.ts';
import type { Questions } from './questions.ts';
import type { Root } from './roots.ts';

/** Handles the three requests; the capability is `callHierarchyProvider`. */
export function offerCallHierarchy(connection: Connection, questions: Questions): void {
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    questions.across('textDocument/prepareCallHierarchy', ({ root, snapshot, article }, offset) => {
      const item = hierarchyAt(snapshot, article.path, offset);
      return item === null ? null : [wireItem(root, snapshot, item)];
    }),
  );
  const calls = (direction: Direction, method: string) =>
    questions.about(method, (asked, params) => callsOf(asked, params, direction, questions));
  const outgoing = calls('outgoing', 'callHierarchy/outgoingCalls');
  const incoming = calls('incoming', 'callHierarchy/incomingCalls');
  // An item is about the article that it leads to.
  const about = (params: unknown) => ({ item: field(params, 'item'), uri: field(field(params, 'item'), 'uri') });
  callHierarchy.onOutgoingCalls(async (params, token) => {
    const found = await outgoing(about(params), token);
    return Array.isArray(found)
      ? found.map(({ item, ranges, here }) => ({ to: item, fromRanges: here ? ranges : [] }))
      : found;
  });
  callHierarchy.onIncomingCalls(async (params, token) => {
    const found = await incoming(about(params), token);
    return Array.isArray(found) ? found.map(({ item, ranges }) => ({ from: item, fromRanges: ranges })) : found;
  });
}

function callsOf({ root, snapshot, article }: Asked, params: unknown, direction: Direction, questions: Questions) {
  const id = stringField(field(field(params, 'item'), 'data'), 'entity', 'item.data.entity');
  return hierarchyCalls(snapshot, id, direction, questions.language).map(({ item: other, sentences }) => ({
    item: wireItem(root, snapshot, other),
    ranges: sentences.map((span) => range(snapshot, other.article, span)),
    // The protocol reads the ranges of outgoing calls in the article of the item that was asked about.
    here: other.article === article.path,
  }));
}

function wireItem(root: Root, snapshot: Snapshot, item: HierarchyItem): CallHierarchyItem {
  const span = {
    start: Math.min(item.span.start, item.selection.start),
    end: Math.max(item.span.end, item.selection.end),
  };
  return {
    name: withoutIcons(item.name),
    kind: symbolKind(item.kind),
    detail: withoutIcons(item.detail),
    uri: root.uriOf(item.article),
    range: range(snapshot, item.article, span),
    selectionRange: range(snapshot, item.article, item.selection),
    data: { entity: item.entity },
  };
}

function range(snapshot: Snapshot, path: string, span: Span) {
  const article = snapshot.articles.get(path);
  const start = { line: 0, character: 0 };
  return article === undefined ? { start, end: start } : rangeOf(article, span);
}
