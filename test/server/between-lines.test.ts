/** Hints, lens, ways from a mention, selections, foldings and the directory over stdio, as an editor asks for them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  CodeLens,
  FoldingRange,
  InlayHint,
  Location,
  SelectionRange,
  TypeHierarchyItem,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import type { DirectoryPage, DirectoryQuery } from '../../server/src/lsp/requests.ts';
import { CAPABILITIES, TestClient, temporaryFolder } from './client.ts';

const VISIT = `مشاركة
+ الخط -

وزير الدفاع العراقي يصل إلى طهران

15 نوفمبر 2020

وصل وزير الدفاع العراقي سالم الراوي إلى طهران، وأجرى مباحثات مع أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري.

وقال الراوي إن العراق وإيران سيوقعان مذكرة تفاهم أمنية في المستقبل القريب.
`;

const SIGNING = `العراق وإيران يوقعان مذكرة تفاهم أمنية

16 نوفمبر 2020

وقع وزير الدفاع العراقي سالم الراوي وأمين المجلس الأعلى للأمن القومي الإيراني كريم نوري، في بغداد، مذكرة تفاهم أمنية بين العراق وإيران.
`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let client: TestClient;
let visit: string;

before(async () => {
  folder = await temporaryFolder({ 'fihris.yaml': '', 'visit.txt': VISIT, 'signing.txt': SIGNING });
  client = await TestClient.start({
    folders: [folder.path],
    capabilities: {
      ...CAPABILITIES,
      workspace: { ...CAPABILITIES.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
    },
    initializationOptions: { turnsLines: true, showsArticles: true },
  });
  await client.ready();
  visit = folder.uri('visit.txt');
});

after(async () => {
  await client.stop();
  await folder.remove();
});

const ask = <Result>(method: string, params: object) => client.connection.sendRequest<Result>(method, params);

function position(text: string, words: string, nth = 1) {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  assert.notEqual(at, -1, words);
  const lines = text.slice(0, at + 1).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const at = (words: string, nth = 1) => ({ textDocument: { uri: visit }, position: position(VISIT, words, nth) });

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const directory = (query: DirectoryQuery) => ask<DirectoryPage>('fihris/directory', query);

test('a hint after an office alone and after a surname', async () => {
  const hints = await ask<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: visit }, range: whole });
  const said = hints.map(({ label, position: { line } }) => [line, (label as { value: string }[])[0]?.value.trim()]);
  assert.deepEqual(said, [
    [3, 'سالم الراوي'],
    [9, 'وزير الدفاع العراقي'],
  ]);
});

test('a lens over the title leads to the article on the same events', async () => {
  const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: visit } });
  const [lens] = lenses;
  assert.equal(lenses.length, 1);
  assert.equal(lens?.range.start.line, 3);
  assert.equal(lens?.command?.title.replace(/[\u00A0\u200E]+$/, ''), '1 article on the same events');
  const places: Location[] = lens?.command?.arguments?.[2] ?? [];
  assert.equal(places[0]?.uri, folder.uri('signing.txt'));
});

test('to the office, to the articles about an agreement', async () => {
  const offices = await ask<{ targetUri: string }[]>('textDocument/typeDefinition', at('الراوي', 2));
  assert.ok(offices.length >= 1);
  const articles = await ask<{ targetUri: string }[]>('textDocument/implementation', at('مذكرة تفاهم'));
  assert.deepEqual(new Set(articles.map(({ targetUri }) => targetUri)), new Set([visit, folder.uri('signing.txt')]));
});

test('from an office to its organisation, to its state, and back', async () => {
  const [office] = await ask<TypeHierarchyItem[]>('textDocument/prepareTypeHierarchy', at('أمين المجلس'));
  assert.match(office?.name ?? '', /أمين/);
  const [council] = await ask<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item: office });
  assert.match(council?.name ?? '', /^المجلس الأعلى/);
  const [state] = await ask<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item: council });
  assert.match(state?.name ?? '', /إيران/);
  const bodies = await ask<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: state });
  assert.ok(bodies.some(({ data }) => data === council?.data));
  const parts = await ask<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: council });
  assert.ok(parts.some(({ data }) => data === office?.data));
});

test('the selection widens, the furniture folds', async () => {
  const { position } = at('سالم الراوي');
  const [range] = await ask<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri: visit },
    positions: [position],
  });
  const lengths: number[] = [];
  for (let each = range; each; each = each.parent) {
    const { start, end } = each.range;
    lengths.push(end.line === start.line ? end.character - start.character : Number.POSITIVE_INFINITY);
  }
  assert.ok(lengths.length >= 4, `${lengths}`);
  assert.deepEqual(
    lengths,
    [...lengths].sort((a, b) => a - b),
  );
  assert.deepEqual(
    (await ask<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: visit } })).map(
      ({ startLine, endLine }) => [startLine, endLine],
    ),
    [[0, 1]],
  );
});

test('where a symbol stands is told when it is chosen', async () => {
  const [symbol] = await ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'Salem Rawi' });
  assert.ok(symbol && !('range' in symbol.location));
  const { location } = await ask<WorkspaceSymbol>('workspaceSymbol/resolve', symbol);
  assert.ok('range' in location && location.range.end.character > location.range.start.character);
});

test('people and offices: letters, names, an article’s people, what is known of one', async () => {
  const letters = await directory({ list: 'letters', of: 'person' });
  assert.deepEqual(
    letters.entries.map(({ name }) => name),
    ['س', 'ك'],
  );
  const { entries, next } = await directory({ list: 'names', of: 'person', letter: 'س', after: null });
  assert.equal(next, null);
  const [salim] = entries;
  assert.equal(salim?.name, 'سالم الراوي');
  assert.ok(salim.entity);
  const about = await directory({ list: 'about', entity: salim.entity });
  assert.deepEqual(
    about.entries.map(({ kind, dates }) => [kind, ...dates]),
    [
      ['office', '2020-11-15', '2020-11-16'],
      ['article', '2020-11-15'],
      ['article', '2020-11-16'],
    ],
  );
  const here = await directory({ list: 'people', uri: visit });
  assert.deepEqual(
    here.entries.map(({ name }) => name),
    ['سالم الراوي', 'كريم نوري'],
  );
  assert.deepEqual(
    (await directory({ list: 'years' })).entries.map(({ name }) => name),
    ['2020'],
  );
  assert.equal((await directory({ list: 'articles', year: '2020', after: null })).entries.length, 2);
  assert.equal((await directory({ list: 'search', query: 'Kareem Noori' })).entries[0]?.name, 'كريم نوري');
});

test('what no client may ask is an error, and no end of the server', async () => {
  await assert.rejects(ask('fihris/directory', { list: 'everything' }), /DirectoryQuery/);
  await assert.rejects(ask('fihris/directory', {}), /list/);
  await assert.rejects(ask('fihris/directory', { list: 'about', entity: 7 }), /entity/);
  assert.deepEqual(await ask('fihris/directory', { list: 'people', uri: 'file:///none.txt' }), {
    entries: [],
    next: null,
  });
  await assert.rejects(
    ask('textDocument/selectionRange', { textDocument: { uri: visit }, positions: [{ line: -1 }] }),
    /position/,
  );
});

test('a client that turns no lines gets no hints', async () => {
  const plain = await TestClient.start({ folders: [folder.path] });
  try {
    const { capabilities } = plain.initialized;
    assert.equal(capabilities.inlayHintProvider, undefined);
    assert.equal(capabilities.codeLensProvider, undefined);
    assert.equal(capabilities.typeHierarchyProvider, true);
  } finally {
    await plain.stop();
  }
});
