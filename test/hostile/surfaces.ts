/** All that the server says of a folder, asked of the built program as an editor asks. */
import assert from 'node:assert/strict';
import type { CallHierarchyItem, DocumentSymbol, Range, TypeHierarchyItem } from 'vscode-languageserver-protocol/node';
import type {
  CardAnswer,
  DirectoryPage,
  DirectoryQuery,
  EntityLabel,
  Mark,
  Network,
  Reading,
  Status,
} from '../../server/src/lsp/requests.ts';
import { CAPABILITIES, type TestClient } from '../server/client.ts';

export const EDITOR = {
  ...CAPABILITIES,
  workspace: {
    ...CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const], changeAnnotationSupport: {} },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
  textDocument: {
    ...CAPABILITIES.textDocument,
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** Waits until all is read: on a busy machine a hundred hostile articles take a while. */
export async function indexed(client: TestClient): Promise<Status> {
  const end = performance.now() + 180_000;
  for (;;) {
    const status = await client.request<Status>('fihris/status');
    if (status.state === 'ready') return status;
    assert.ok(performance.now() < end, `not in 3 minutes: ${status.articles} of ${status.total}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An answer, by the method that was asked. */
export interface Said {
  readonly method: string;
  readonly answer: unknown;
}

type Ask = <Result>(method: string, params: unknown) => Promise<Result>;

/**
 * What is said of an article: of `most` of its mentions, the kinds in turn, and of the entities that they mean and that are not in `asked`
 * yet.
 */
export async function* saidOf(client: TestClient, uri: string, most: number, asked: Set<string>): AsyncGenerator<Said> {
  const said: Said[] = [];
  const ask: Ask = async (method, params) => {
    const answer = await client.request<never>(method, params);
    said.push({ method, answer });
    return answer;
  };
  const textDocument = { uri };
  const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  await ask('fihris/article', { uri });
  const marks = (await ask<Mark[] | null>('fihris/marks', { uri })) ?? [];
  const reading = await ask<Reading | null>('fihris/reading', { uri });
  await ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  await ask('textDocument/inlayHint', { textDocument, range: whole });
  await ask('textDocument/codeLens', { textDocument });
  await ask('textDocument/foldingRange', { textDocument });
  for (const query of [
    { list: 'people', uri },
    { list: 'about', entity: { uri, id: reading?.entities[0]?.id ?? '' } },
  ] satisfies DirectoryQuery[])
    await ask('fihris/directory', query);
  yield* said.splice(0);
  for (const mark of inTurn(marks, most)) {
    await aboutMention(ask, uri, mark);
    const offset = reading?.marks[marks.indexOf(mark)]?.start;
    const found = offset === undefined ? null : await ask<CardAnswer | null>('fihris/card', { uri, offset });
    if (found?.entity && !asked.has(found.entity.id)) await aboutEntity(ask, uri, found.entity);
    if (found?.entity) asked.add(found.entity.id);
    yield* said.splice(0);
  }
}

/** The first of each kind, then the second, and so on. */
function inTurn(marks: readonly Mark[], most: number): Mark[] {
  const seen = new Map<string, number>();
  return marks
    .map((mark) => {
      const turn = seen.get(mark.kind) ?? 0;
      seen.set(mark.kind, turn + 1);
      return { mark, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, most)
    .map(({ mark }) => mark);
}

async function aboutMention(ask: Ask, uri: string, { range }: Mark): Promise<void> {
  const at = { textDocument: { uri }, position: range.start };
  await ask('textDocument/hover', at);
  await ask('textDocument/definition', at);
  await ask('textDocument/typeDefinition', at);
  await ask('textDocument/implementation', at);
  await ask('textDocument/references', { ...at, context: { includeDeclaration: true } });
  await ask('textDocument/prepareRename', at);
  await ask('textDocument/codeAction', { ...at, range, context: { diagnostics: [] } });
  await ask('fihris/corrections', { uri, position: range.start });
  for (const question of ['same', 'different'])
    await ask('fihris/correctionChoices', { uri, position: range.start, question, query: '' });
  const calls = await ask<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', at);
  for (const item of calls ?? []) {
    await ask('callHierarchy/incomingCalls', { item });
    await ask('callHierarchy/outgoingCalls', { item });
  }
  const types = await ask<TypeHierarchyItem[] | null>('textDocument/prepareTypeHierarchy', at);
  for (const item of types ?? []) {
    await ask('typeHierarchy/supertypes', { item });
    await ask('typeHierarchy/subtypes', { item });
  }
}

const KINDS = ['article', 'meeting', 'visit', 'call', 'agreement', 'tenure'];
const TIES = ['article', 'meeting', 'signature', 'tenure'];

async function aboutEntity(ask: Ask, uri: string, { id: entity }: EntityLabel): Promise<void> {
  await ask('fihris/concordance', { uri, entity });
  await ask('fihris/dossier', { uri, entity });
  await pictures(ask, uri, entity);
}

async function pictures(ask: Ask, uri: string, entity: string | null): Promise<void> {
  const query = { uri, entity, from: null, to: null };
  for (const unit of ['day', 'year']) await ask('fihris/timeline', { ...query, kinds: KINDS, unit });
  const network = await ask<Network | null>('fihris/network', {
    ...query,
    nodes: ['person', 'office', 'organization'],
    ties: TIES,
  });
  const [tie] = network?.ties ?? [];
  const [a, b] = [network?.nodes[tie?.a ?? 0], network?.nodes[tie?.b ?? 0]];
  if (tie === undefined || a === undefined || b === undefined) return;
  await ask('fihris/evidence', { ...query, entity: a.id, other: b.id, tie: tie.kind });
  await ask('fihris/evidence', { ...query, entity: a.id, other: null, tie: 'article' });
}

/** What is said of a `fihris.yaml`: at every line of it, where a reader writes and where one points. */
export async function* saidOfSettings(client: TestClient, uri: string, text: string): AsyncGenerator<Said> {
  const textDocument = { uri };
  for (const [line, words] of text.split('\n').entries())
    for (const character of new Set([words.indexOf(':') + 2, words.length])) {
      const at = { textDocument, position: { line, character: Math.min(character, words.length) } };
      for (const method of ['textDocument/completion', 'textDocument/hover'])
        yield { method, answer: await client.request(method, at) };
      const range = { start: at.position, end: at.position };
      yield {
        method: 'textDocument/codeAction',
        answer: await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
      };
    }
}

/** What is said of all folders together: lists, trees and searches. */
export async function* saidOfAll(
  client: TestClient,
  folders: readonly string[],
  queries: readonly string[],
): AsyncGenerator<Said> {
  const said: Said[] = [];
  const ask: Ask = async (method, params) => {
    const answer = await client.request<never>(method, params);
    said.push({ method, answer });
    return answer;
  };
  await ask('fihris/status', undefined);
  await ask('fihris/agreements', undefined);
  for (const query of queries) {
    await ask('workspace/symbol', { query });
    await ask('fihris/directory', { list: 'search', query });
  }
  yield* said.splice(0);
  for (const kind of ['person', 'office'] as const) {
    const letters = await ask<DirectoryPage>('fihris/directory', { list: 'letters', of: kind });
    for (const { name } of letters.entries) {
      let after: string | null = null;
      do {
        const page: DirectoryPage = await ask('fihris/directory', { list: 'names', of: kind, letter: name, after });
        after = page.next;
      } while (after !== null);
    }
  }
  for (const year of ['2019', '2020', '']) await ask('fihris/directory', { list: 'articles', year, after: null });
  await ask('fihris/directory', { list: 'years' });
  yield* said.splice(0);
  for (const uri of folders) {
    await pictures(ask, uri, null);
    yield* said.splice(0);
  }
}
