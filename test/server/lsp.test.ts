/** The built language server over stdio, as any editor drives it. What it reads here is written here. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import type { AgreementNode, ArticleInfo, Mark, Status } from '../../server/src/lsp/requests.ts';
import { CAPABILITIES, folderOf, SERVER, TestClient, temporaryFolder } from './client.ts';

const VISIT = `وزير الدفاع العراقي يصل إلى طهران

15 نوفمبر 2020

وصل وزير الدفاع العراقي سالم الراوي إلى طهران، وأجرى مباحثات مع أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري.

وقال الراوي إن العراق وإيران سيوقعان مذكرة تفاهم أمنية في المستقبل القريب.

وغادر وزير الدفاع العراقي طهران مساء الاثنين.
`;

const SIGNING = `العراق وإيران يوقعان مذكرة تفاهم أمنية

2 مارس 2021

وقع وزير الدفاع العراقي سالم الراوي وأمين المجلس الأعلى للأمن القومي الإيراني كريم نوري، في بغداد، مذكرة تفاهم أمنية بين العراق وإيران.

ورحب الراوي بالتوقيع، وأكد نوري أن المذكرة تخدم البلدين.
`;

const REPORTS = {
  'fihris.yaml': 'name: تقارير\n',
  'visit.txt': VISIT,
  'signing.txt': SIGNING,
  'notes.md': '# سالم الراوي',
};

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

/** The position of the nth occurrence of `words`, `plus` code units in. */
function positionOf(text: string, words: string, { nth = 1, plus = 1 } = {}) {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  assert.notEqual(at, -1, `«${words}» is not in the text`);
  const before = text.slice(0, at + plus).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function textAt(text: string, { start, end }: Location['range']): string {
  const line = text.split('\n')[start.line] ?? '';
  return line.slice(start.character, end.character);
}

/** Runs `check` with a client on a new folder; both are gone afterwards. */
async function withServer(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Parameters<typeof TestClient.start>[0],
  check: (client: TestClient, folder: Folder) => Promise<void>,
): Promise<void> {
  const folder = await temporaryFolder(files);
  const client = await TestClient.start({ folders: [folder.path], ...options });
  try {
    await check(client, folder);
  } finally {
    await client.stop();
    await folder.remove();
  }
}

let reports: Folder;
let reader: TestClient;

before(async () => {
  reports = await temporaryFolder(REPORTS);
  reader = await TestClient.start({ folders: [reports.path] });
  await reader.ready();
});

after(async () => {
  await reader.stop();
  await reports.remove();
});

const ask = <Result>(method: string, file: keyof typeof REPORTS, words: string, where = {}) =>
  reader.request<Result>(method, {
    textDocument: { uri: reports.uri(file) },
    position: positionOf(REPORTS[file] as string, words, where),
    context: { includeDeclaration: true },
  });

const markdownOf = (hover: Hover | null) => (hover?.contents as { value: string } | undefined)?.value ?? '';

test('the server says what it can do, and indexes the folder', async () => {
  assert.equal(reader.initialized.serverInfo?.name, 'fihris');
  assert.deepEqual((reader.initialized.capabilities.semanticTokensProvider as { legend: unknown }).legend, {
    tokenTypes: ['person', 'office', 'organization', 'place', 'agreement', 'date'],
    tokenModifiers: ['unresolved'],
  });
  const status = await reader.ready();
  assert.deepEqual(status, {
    state: 'ready',
    articles: 2,
    total: 2,
    corpora: [pathToFileURL(reports.path).href],
    unreadable: [],
  });
  assert.ok(reader.log.some((line) => /^indexing done in \d+ ms; articles: 2, corpora: 1, unreadable: 0$/.test(line)));
  assert.equal(
    (
      await reader.until(
        () => reader.statuses.at(-1),
        (last) => last?.state === 'ready',
      )
    )?.articles,
    2,
  );
});

test('hover on a surname: the full name, the office of this article, the other article as a link', async () => {
  const hover = await ask<Hover>('textDocument/hover', 'visit.txt', 'الراوي', { nth: 2 });
  const card = markdownOf(hover);
  assert.match(card, /^### سالم الراوي\n/);
  assert.match(card, /Office in this article, 15 November 2020\*\*\n\n• \[\*\*وزير الدفاع العراقي/);
  assert.ok(card.includes(`[العراق وإيران يوقعان مذكرة تفاهم أمنية](${reports.uri('signing.txt')}#L5)`), card);
  assert.ok(hover.range && textAt(VISIT, hover.range) === 'الراوي');
});

test('hover on an office alone: its holder', async () => {
  assert.match(
    markdownOf(await ask('textDocument/hover', 'visit.txt', 'وزير الدفاع العراقي', { nth: 3 })),
    /^### سالم الراوي\n/,
  );
});

test('hover on plain words: nothing', async () => {
  assert.equal(await ask('textDocument/hover', 'visit.txt', 'مباحثات'), null);
});

test('definition leads to the full name, first in this article', async () => {
  const links = await ask<LocationLink[]>('textDocument/definition', 'signing.txt', 'الراوي', { nth: 2 });
  assert.deepEqual(
    links.map(({ targetUri, targetSelectionRange }) => [
      targetUri,
      textAt(targetUri === reports.uri('visit.txt') ? VISIT : SIGNING, targetSelectionRange),
    ]),
    [
      [reports.uri('signing.txt'), 'سالم الراوي'],
      [reports.uri('visit.txt'), 'سالم الراوي'],
    ],
  );
  const range = links[0]?.originSelectionRange;
  assert.equal(range && textAt(SIGNING, range), 'الراوي');
});

test('references: all mentions in both articles, the office alone included', async () => {
  const found = await ask<Location[]>('textDocument/references', 'signing.txt', 'سالم الراوي');
  const words = found.map(({ uri, range }) => textAt(uri === reports.uri('visit.txt') ? VISIT : SIGNING, range));
  assert.deepEqual(
    words.filter((text) => text !== 'وزير الدفاع العراقي'),
    ['سالم الراوي', 'الراوي', 'سالم الراوي', 'الراوي'],
  );
  assert.ok(words.includes('وزير الدفاع العراقي'));
});

test('highlights: the mentions in this article', async () => {
  const found = await ask<{ range: Location['range'] }[]>('textDocument/documentHighlight', 'signing.txt', 'كريم نوري');
  assert.deepEqual(
    found.map(({ range }) => textAt(SIGNING, range)),
    ['كريم نوري', 'نوري'],
  );
});

test('the outline: title, date, paragraphs, entities by kind', async () => {
  const nodes = await reader.request<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: reports.uri('signing.txt') },
  });
  assert.equal(nodes[0]?.name, 'العراق وإيران يوقعان مذكرة تفاهم أمنية');
  assert.equal(nodes[1]?.name, 'Tuesday, 2 March 2021');
  const people = nodes.find(({ name }) => name === 'People (2)');
  assert.deepEqual(
    people?.children?.map(({ name }) => name),
    ['سالم الراوي', 'كريم نوري'],
  );
});

test('symbols are found in Arabic and Latin letters', async () => {
  for (const query of ['الراوي', 'Rawi', 'Nouri']) {
    const found = await reader.request<SymbolInformation[]>('workspace/symbol', { query });
    assert.match(found[0]?.name ?? '', query === 'Nouri' ? /كريم نوري/ : /سالم الراوي/, query);
  }
  assert.deepEqual(await reader.request('workspace/symbol', { query: 'Stockholm' }), []);
});

test('Call Hierarchy: whom a person dealt with, with the sentences', async () => {
  const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', 'visit.txt', 'سالم الراوي');
  assert.equal(item?.name, 'سالم الراوي');
  const outgoing = await reader.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
  const met = outgoing.find(({ to }) => to.uri === reports.uri('visit.txt'));
  assert.equal(met?.to.name, 'كريم نوري');
  assert.match(met.to.detail ?? '', /^Meeting/);
  assert.deepEqual(
    met.fromRanges.map((range) => textAt(VISIT, range)),
    [VISIT.split('\n').find((line) => line.startsWith('وصل'))],
  );
  const signed = outgoing.find(({ to }) => to.uri === reports.uri('signing.txt'));
  assert.match(signed?.to.detail ?? '', /^Signing/);
  // The protocol reads these ranges in the article of the item asked about.
  assert.deepEqual(signed?.fromRanges, []);
  const incoming = await reader.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
  assert.ok(incoming.some(({ from, fromRanges }) => from.uri === reports.uri('signing.txt') && fromRanges.length > 0));
  assert.equal(await ask('textDocument/prepareCallHierarchy', 'visit.txt', 'وغادر'), null);
});

test('marks, semantic tokens and article information', async () => {
  const textDocument = { uri: reports.uri('visit.txt') };
  const marks = await reader.request<Mark[]>('fihris/marks', { uri: textDocument.uri });
  assert.ok(marks.some(({ kind, range }) => kind === 'person' && textAt(VISIT, range) === 'سالم الراوي'));
  assert.ok(marks.some(({ kind, range }) => kind === 'place' && textAt(VISIT, range) === 'طهران'));
  const { data } = await reader.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
  assert.equal(data.length, 5 * marks.length);
  assert.deepEqual(await reader.request<ArticleInfo>('fihris/article', { uri: textDocument.uri }), {
    direction: 'rtl',
    title: 'وزير الدفاع العراقي يصل إلى طهران',
    date: '2020-11-15',
    encoding: 'utf8',
  });
});

test('the agreement with its parties and mentions', async () => {
  const found = await reader.request<AgreementNode[]>('fihris/agreements');
  const signed = found.find(({ status }) => status === 'signed');
  assert.equal(signed?.type, 'memorandum');
  assert.deepEqual([...(signed?.parties ?? [])].sort(), ['إيران', 'العراق'].sort());
  assert.ok(signed?.articles.some(({ uri }) => uri === reports.uri('signing.txt')));
});

test('bad requests get an answer that says what is wrong, and the server goes on', async () => {
  const failure = async (method: string, params: unknown) =>
    reader.request(method, params).then(
      (answer) => assert.fail(`answered ${JSON.stringify(answer)}`),
      ({ code, message }) => ({ code, message }),
    );
  const textDocument = { uri: reports.uri('visit.txt') };
  assert.deepEqual(await failure('textDocument/hover', { textDocument }), {
    code: -32602,
    message: 'position: expected { line, character }, both integers of at least 0',
  });
  assert.equal(
    (await failure('textDocument/hover', { textDocument, position: { line: -1, character: 0 } })).code,
    -32602,
  );
  assert.equal((await failure('textDocument/definition', { position: { line: 0, character: 0 } })).code, -32602);
  assert.equal((await failure('fihris/marks', {})).message, 'uri: expected a string');
  assert.equal((await failure('workspace/symbol', { query: 7 })).code, -32602);
  assert.equal((await failure('fihris/unknown', {})).code, -32601);
  for (const uri of ['file:///none/of/ours.txt', 'untitled:none', 'not a uri', 'file://host/%', '']) {
    const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
    assert.equal(await reader.request('textDocument/hover', params), null, uri);
  }
  const far = { textDocument, position: { line: 99_999, character: 99_999 } };
  assert.equal(await reader.request('textDocument/hover', far), null);
  await reader.notify('textDocument/didChange', {
    textDocument: { uri: 'untitled:none', version: 1 },
    contentChanges: [],
  });
  await reader.notify('textDocument/didOpen', {});
  assert.equal((await reader.ready()).state, 'ready');
});

test('an edit is seen at once by the next request, and the file again when the document is closed', async () => {
  await withServer(REPORTS, {}, async (client, folder) => {
    await client.ready();
    const uri = folder.uri('visit.txt');
    const persons = async () => {
      const marks = await client.request<Mark[]>('fihris/marks', { uri });
      return marks.filter(({ kind }) => kind === 'person').length;
    };
    const asOnDisk = await persons();
    await client.open(uri, VISIT);
    const told = client.statuses.length;
    const end = { line: VISIT.split('\n').length - 1, character: 0 };
    await client.edit(uri, '\nوقال وزير الخارجية العراقي هادي العبيدي إن الزيارة ناجحة.\n', { start: end, end });
    assert.equal(await persons(), asOnDisk + 1);
    await client.edit(uri, 'لا أحد هنا.');
    assert.equal(await persons(), 0);
    await client.until(
      () => client.changes,
      (changes) => changes > 0,
    );
    const since = client.statuses.slice(told).map(({ state }) => state);
    assert.ok(!since.includes('indexing'), 'a keystroke is no news of the state');
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await persons(), asOnDisk);
  });
});

test('a document outside all corpora is read where its language is article, and else left alone', async () => {
  await withServer(REPORTS, {}, async (client, folder) => {
    await client.ready();
    const marks = (uri: string) => client.request<Mark[] | null>('fihris/marks', { uri });
    await client.open('untitled:Untitled-1', VISIT);
    assert.ok(((await marks('untitled:Untitled-1')) ?? []).length > 0);
    const position = positionOf(VISIT, 'الراوي', { nth: 2 });
    const links = await client.request<LocationLink[]>('textDocument/definition', {
      textDocument: { uri: 'untitled:Untitled-1' },
      position,
    });
    assert.deepEqual([...new Set(links.map(({ targetUri }) => targetUri))], ['untitled:Untitled-1']);
    await client.open('untitled:Untitled-2', VISIT, 'plaintext');
    assert.equal(await marks('untitled:Untitled-2'), null);
    await client.open(folder.uri('notes.md'), '# سالم الراوي', 'markdown');
    assert.equal(await marks(folder.uri('notes.md')), null);
    assert.equal((await client.ready()).articles, 2);
    await client.notify('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    assert.equal(await marks('untitled:Untitled-1'), null);
  });
});

test('a folder of code is no corpus', async () => {
  await withServer({ 'a.txt': 'just some words in English, and more of them\n'.repeat(10) }, {}, async (client) => {
    const status = await client.ready();
    assert.deepEqual([status.articles, status.corpora], [0, []]);
  });
});

test('a folder becomes a corpus when it gets a fihris.yaml, and ends as one when it loses it', async () => {
  await withServer({ 'a.txt': 'سالم' }, {}, async (client, folder) => {
    assert.deepEqual((await client.ready()).corpora, []);
    await folder.write('fihris.yaml', 'name: تقارير\n');
    const changed = { changes: [{ uri: folder.uri('fihris.yaml'), type: 1 }] };
    await client.notify('workspace/didChangeWatchedFiles', changed);
    const status = () => client.request<Status>('fihris/status');
    await client.until(status, ({ articles }) => articles === 1);
    await rm(new URL(folder.uri('fihris.yaml')));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri('fihris.yaml'), type: 3 }] });
    await client.until(status, ({ corpora }) => corpora.length === 0);
  });
});

test('files that come and go', async () => {
  await withServer(REPORTS, {}, async (client, folder) => {
    await client.ready();
    const status = () => client.request<Status>('fihris/status');
    await folder.write('new/third.txt', VISIT);
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('new/third.txt'), type: 1 }],
    });
    await client.until(status, ({ articles }) => articles === 3);
    await rm(new URL(folder.uri('new')), { recursive: true });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri('new'), type: 3 }] });
    await client.until(status, ({ articles }) => articles === 2);
    const watched = client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
    assert.ok(JSON.stringify(watched?.registerOptions).includes('**/fihris.yaml'));
  });
});

test('folders are taken in and let go', async () => {
  const second = await temporaryFolder({ 'fihris.yaml': '', 'a.txt': SIGNING });
  try {
    await withServer(REPORTS, {}, async (client, folder) => {
      await client.ready();
      const status = () => client.request<Status>('fihris/status');
      const change = (added: string[], removed: string[]) =>
        client.notify('workspace/didChangeWorkspaceFolders', {
          event: { added: added.map(folderOf), removed: removed.map(folderOf) },
        });
      await change([second.path], []);
      await client.until(status, ({ articles, corpora }) => articles === 3 && corpora.length === 2);
      const ids = (await client.request<AgreementNode[]>('fihris/agreements')).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      await change([], [folder.path]);
      await client.until(status, ({ articles, corpora }) => articles === 1 && corpora.length === 1);
      assert.equal(await client.request('fihris/marks', { uri: folder.uri('visit.txt') }), null);
    });
  } finally {
    await second.remove();
  }
});

test('a malformed fihris.yaml is told at its line, the articles stay, and the message goes when it is mended', async () => {
  await withServer({ ...REPORTS, 'fihris.yaml': 'name: تقارير\ninclude: [' }, {}, async (client, folder) => {
    assert.equal((await client.ready()).articles, 2);
    const uri = folder.uri('fihris.yaml');
    const [first] =
      (await client.until(
        () => client.diagnostics.get(uri),
        (found) => found !== undefined,
      )) ?? [];
    assert.equal(first?.range.start.line, 1);
    assert.equal(first?.severity, 1);
    assert.match(String(first?.message), /not valid YAML/);
    // Mended in the editor, before it is saved.
    await client.open(uri, 'name: تقارير\n', 'yaml');
    await client.until(
      () => client.diagnostics.get(uri)?.length,
      (count) => count === 0,
    );
    assert.equal((await client.ready()).articles, 2);
  });
});

test('what cannot be read is listed with the reason, in the language of the client', async () => {
  const files = { ...REPORTS, 'binary.txt': new Uint8Array([0, 1, 2, 3, 255, 0, 0, 7]), 'empty.txt': '' };
  await withServer(files, { locale: 'ar-IQ' }, async (client, folder) => {
    const { unreadable } = await client.ready();
    assert.deepEqual(unreadable, [{ uri: folder.uri('binary.txt'), reason: 'ليس ملفًا نصيًا' }]);
  });
});

test('cards speak the language that is set, and are as rich as the client can show', async () => {
  const position = positionOf(VISIT, 'سالم الراوي');
  const card = async (client: TestClient, folder: Folder) => {
    await client.ready();
    const textDocument = { uri: folder.uri('visit.txt') };
    return client.request<Hover>('textDocument/hover', { textDocument, position });
  };
  const rich = { richCards: true, ownMarks: true };
  await withServer(REPORTS, { locale: 'ar', initializationOptions: rich }, async (client, folder) => {
    const text = markdownOf(await card(client, folder));
    assert.match(text, /^<div align="right">\n\n### \u2067\u2068سالم الراوي\u2069\u2069\n/);
    const [, encoded = ''] = /\(command:fihris\.open\?([^)]+)\)/.exec(text) ?? [];
    const [target] = JSON.parse(decodeURIComponent(encoded)) as Location[];
    assert.ok(target?.uri.startsWith(pathToFileURL(folder.path).href) && target.range.start.line >= 0);
    assert.equal(client.initialized.capabilities.semanticTokensProvider, undefined);
  });
  const plain = { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, hover: {} } };
  await withServer(REPORTS, { locale: 'ar', capabilities: plain }, async (client, folder) => {
    const hover = await card(client, folder);
    assert.equal((hover.contents as { kind: string }).kind, 'plaintext');
    assert.match(markdownOf(hover), /^سالم الراوي\n/);
  });
  const english = { 'fihris.cards.language': 'en' };
  await withServer(REPORTS, { locale: 'ar', configuration: english }, async (client, folder) => {
    assert.match(markdownOf(await card(client, folder)), /Office in this article/);
    client.configuration = { 'fihris.cards.language': 'ar' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(
      async () => markdownOf(await card(client, folder)),
      (text) => text.includes('المنصب في هذا المقال'),
    );
  });
});

test('which files are articles is a setting', async () => {
  const settings = { include: ['**/*.md'], language: 'auto' } as const;
  const files = { 'a.md': VISIT, 'b.txt': SIGNING };
  await withServer(files, { initializationOptions: { settings } }, async (client) => {
    assert.equal((await client.ready()).articles, 1);
    client.configuration = { 'fihris.include': ['**/*.md', '**/*.txt'] };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(
      () => client.request<Status>('fihris/status'),
      ({ articles, state }) => articles === 2 && state === 'ready',
    );
  });
});

test('a client with no capabilities at all is served', async () => {
  await withServer(REPORTS, { capabilities: {} }, async (client, folder) => {
    await client.ready();
    const textDocument = { uri: folder.uri('visit.txt') };
    const position = positionOf(VISIT, 'الراوي', { nth: 2 });
    const [first] = await client.request<Location[]>('textDocument/definition', { textDocument, position });
    assert.equal(first && textAt(VISIT, first.range), 'سالم الراوي');
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    assert.ok(symbols.some(({ name, containerName }) => name === 'سالم الراوي' && containerName?.startsWith('People')));
    assert.deepEqual(client.progress, []);
  });
});

test('a request that is taken back is not answered with a result', async () => {
  const id = 4711;
  const answers: string[] = [];
  const { stdin, stdout } = reader.process;
  stdout?.on('data', (chunk: Buffer) => answers.push(chunk.toString()));
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  stdin?.write(send({ id, method: 'fihris/agreements' }) + send({ method: '$/cancelRequest', params: { id } }));
  const answer = await reader.until(
    () => /\{[^{]*"id":4711.*/.exec(answers.join(''))?.[0] ?? '',
    (text) => text !== '',
  );
  assert.match(answer, /"code":-32800/);
});

test('while a large corpus is read, requests are answered, progress is shown, and the reader can stop it', async () => {
  const files: Record<string, string> = { 'fihris.yaml': '' };
  for (let i = 0; i < 1500; i++) files[`${i}.txt`] = `${VISIT}\n${SIGNING}\n${i}`;
  await withServer(files, {}, async (client, folder) => {
    const first = folder.uri('1499.txt');
    await client.open(first, files['1499.txt'] ?? '');
    const marks = await client.request<Mark[] | null>('fihris/marks', { uri: first });
    const during = await client.request<Status>('fihris/status');
    assert.ok((marks ?? []).length > 0, 'the open document is read first');
    assert.equal(during.state, 'indexing');
    const begun = (await client.until(
      () => client.progress[0],
      (progress) => progress !== undefined,
    )) as { token: string; value: { kind: string; title: string; cancellable: boolean } };
    assert.deepEqual(
      [begun.value.kind, begun.value.title, begun.value.cancellable],
      ['begin', 'Indexing articles', true],
    );
    await client.notify('window/workDoneProgress/cancel', { token: begun.token });
    const { articles } = await client.ready();
    assert.ok(articles < 1500, `${articles} were read all the same`);
    assert.ok(client.log.some((line) => line.includes('cancelled')));
  });
});

test('ends with its client', async () => {
  const folder = await temporaryFolder({});
  const proper = await TestClient.start({ folders: [folder.path] });
  assert.equal(await proper.stop(), 0);
  const deserted = await TestClient.start({ folders: [folder.path] });
  const gone = new Promise((resolve) => deserted.process.once('exit', resolve));
  deserted.process.stdin?.end();
  assert.equal(await gone, 1);
  deserted.connection.dispose();
  await folder.remove();
});

test('bad usage: one line on stderr, exit 2', () => {
  for (const args of [['--port', '1'], [], ['--stdio', 'folder'], ['--node-ipc'], ['--stdio', '--node-ipc']]) {
    const { status, stderr, stdout } = spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8', input: '' });
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /^fihris-server: [^\n]+\n$/);
    assert.equal(stdout, '');
  }
});

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

test('in the sample corpus every marked name has a card, leads somewhere and is among its own references', async () => {
  const client = await TestClient.start({ folders: [EXAMPLES] });
  try {
    const { articles, unreadable } = await client.ready();
    const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.txt'));
    assert.deepEqual([articles, unreadable], [files.length, []]);
    let names = 0;
    for (const file of files) {
      const uri = pathToFileURL(join(EXAMPLES, file)).href;
      const marks = (await client.request<Mark[] | null>('fihris/marks', { uri })) ?? [];
      for (const { range } of marks.filter(({ kind, resolved }) => kind === 'person' && resolved)) {
        names++;
        const params = { textDocument: { uri }, position: range.start, context: { includeDeclaration: true } };
        const where = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
        const card = markdownOf(await client.request<Hover | null>('textDocument/hover', params));
        assert.match(card, /^### \S/, where);
        assert.doesNotMatch(card, /[\p{Cf}]/u, where);
        const links = await client.request<LocationLink[]>('textDocument/definition', params);
        assert.ok(links.length > 0, where);
        const references = await client.request<Location[]>('textDocument/references', params);
        const own = (found: Location) => found.uri === uri && JSON.stringify(found.range) === JSON.stringify(range);
        assert.ok(references.some(own), where);
      }
    }
    assert.ok(names > 50, `${names} names`);
  } finally {
    await client.stop();
  }
});

const known = process.env.FIHRIS_CORPUS;

test('the five real articles are indexed', { skip: known ? false : 'FIHRIS_CORPUS names no folder' }, async () => {
  const client = await TestClient.start({ folders: [known ?? ''] });
  try {
    const { articles, unreadable } = await client.ready();
    assert.deepEqual([articles, unreadable], [5, []]);
    assert.ok((await client.request<AgreementNode[]>('fihris/agreements')).length > 0);
  } finally {
    await client.stop();
  }
});

test('what contradicts another article is a note in the open one, gone when it is right, closed or not wanted', async () => {
  const report = (name: string) => `خبر من بغداد\n15 نوفمبر 2020\n\nقال وزير الدفاع العراقي ${name} إن الحدود آمنة.\n`;
  const files = { 'fihris.yaml': '', 'a.txt': report('سالم الراوي'), 'b.txt': report('ماجد العبيدي') };
  await withServer(files, { configuration: { 'fihris.contradictions': true } }, async (client, folder) => {
    const uri = folder.uri('a.txt');
    const notes = () => client.diagnostics.get(uri) ?? [];
    await client.ready();
    assert.deepEqual([...client.diagnostics.keys()], [], 'nothing is said of closed articles');
    await client.open(uri, files['a.txt']);
    const [note] = await client.until(notes, ({ length }) => length === 1);
    assert.ok(note);
    assert.deepEqual([note.code, note.severity, note.source, note.tags], ['two-holders', 3, 'fihris', undefined]);
    assert.equal(textAt(files['a.txt'], note.range), 'وزير الدفاع العراقي سالم الراوي');
    const [related] = note.relatedInformation ?? [];
    assert.equal(related?.location.uri, folder.uri('b.txt'));
    assert.equal(textAt(files['b.txt'], related?.location.range ?? note.range), 'وزير الدفاع العراقي ماجد العبيدي');
    assert.deepEqual((note.data as { office: string }).office, 'office:minister/defence/IQ');

    await client.edit(uri, report('ماجد العبيدي'));
    await client.until(notes, ({ length }) => length === 0);
    await client.edit(uri, files['a.txt']);
    await client.until(notes, ({ length }) => length === 1);
    client.configuration = { 'fihris.contradictions': false };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(notes, ({ length }) => length === 0);
    client.configuration = {};
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(notes, ({ length }) => length === 1);
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    await client.until(notes, ({ length }) => length === 0);
    assert.deepEqual([...client.diagnostics.keys()], [uri]);
  });
});

test('fihris.cards.upToArticleDate: a card shows nothing that only a later article says', async () => {
  const files = {
    'fihris.yaml': '',
    'a.txt': 'خبر\n15 نوفمبر 2018\n\nقال وزير النقل العراقي سالم الراوي إن الطريق مفتوح.\n',
    'b.txt': 'خبر\n15 نوفمبر 2020\n\nقال وزير الدفاع العراقي سالم الراوي إن الحدود آمنة.\n',
  };
  await withServer(files, {}, async (client, folder) => {
    await client.ready();
    const card = async () => {
      const position = positionOf(files['a.txt'], 'سالم');
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri: folder.uri('a.txt') },
        position,
      });
      return (hover.contents as { value: string }).value;
    };
    assert.match(await card(), /وزير الدفاع العراقي/);
    client.configuration = { 'fihris.cards.upToArticleDate': true };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    const limited = await client.until(card, (text) => !text.includes('وزير الدفاع العراقي'));
    assert.match(limited, /Only what articles up to .*15 November 2018.* say is shown/s);
  });
});
