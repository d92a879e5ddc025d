/** The built server, while it reads a large corpus for the first time: what a reader asks about is read before the rest. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Location, SymbolInformation } from 'vscode-languageserver-protocol';
import type { AgreementNode, Mark, Status } from '../../server/src/lsp/requests.ts';
import { syntheticArticle } from '../unit/corpus/synthetic.ts';
import { TestClient } from './client.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-order-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const COUNT = 3000;
const folder = join(scratch, 'articles');
mkdirSync(folder);
const pathOf = (number: number) => join(folder, `${String(number).padStart(6, '0')}.txt`);
const uriOf = (number: number) => pathToFileURL(pathOf(number)).href;
for (let number = 0; number < COUNT; number++) writeFileSync(pathOf(number), syntheticArticle(number));
// Named in the first article and one of the last, beside all that the others name.
const RARE = 'قال عبد الرحمن السامرائي إن العمل يبدأ قريبا.\n';
const [first, last] = [3, COUNT - 2];
for (const number of [first, last]) writeFileSync(pathOf(number), `${syntheticArticle(number)}\n\n${RARE}`);

const status = (client: TestClient) => client.request<Status>('fihris/status');

test('references to somebody in an open article are complete while most articles are still to be read', async () => {
  const client = await TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true } });
  const text = `${syntheticArticle(first)}\n\n${RARE}`;
  await client.open(uriOf(first), text);
  const line = text.split('\n').findIndex((each) => each.startsWith('قال عبد الرحمن'));
  const isName = ({ kind, range }: Mark) => kind === 'person' && range.start.line === line;
  const marks = await client.until(
    async () => (await client.request<Mark[] | null>('fihris/marks', { uri: uriOf(first) })) ?? [],
    (found) => found.some(isName),
  );
  const position = marks.find(isName)?.range.start;
  const ask = async () => {
    const found = await client.request<Location[] | null>('textDocument/references', {
      textDocument: { uri: uriOf(first) },
      position,
      context: { includeDeclaration: true },
    });
    return new Set(found?.map(({ uri }) => uri));
  };
  await client.until(ask, (found) => found.has(uriOf(last)));
  const hover = async () => {
    const at = { textDocument: { uri: uriOf(first) }, position };
    const found = await client.request<{ contents: { value: string } } | null>('textDocument/hover', at);
    return found?.contents.value ?? '';
  };
  assert.match(await hover(), /Articles are still being read \(\d+ of 3000\)/);
  const { state, articles } = await status(client);
  assert.equal(state, 'indexing');
  assert.ok(articles < COUNT / 2, `${articles} of ${COUNT} had been read`);
  assert.deepEqual([...(await ask())].sort(), [uriOf(first), uriOf(last)]);
  await client.ready();
  assert.deepEqual([...(await ask())].sort(), [uriOf(first), uriOf(last)], 'as when all is read');
  assert.doesNotMatch(await hover(), /still being read/);
  await client.stop();
});

test('somebody who is looked for by name is found while most articles are still to be read', async () => {
  const client = await TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true } });
  const search = () =>
    client.request<SymbolInformation[] | null>('workspace/symbol', { query: 'عبد الرحمن السامرائي' });
  await client.until(search, (found) => found?.some(({ name }) => name.includes('السامرائي')) === true);
  const { state, articles } = await status(client);
  assert.equal(state, 'indexing');
  assert.ok(articles < COUNT / 2, `${articles} of ${COUNT} had been read`);
  await client.stop();
});

test('agreements are in the tree while most articles are still to be read', async () => {
  const place = join(scratch, 'agreements');
  mkdirSync(place);
  for (let number = 0; number < COUNT; number++) {
    const [meeting = '', agreement = ''] = syntheticArticle(number).split('\n\n');
    // Less than twenty words are no article.
    const text = number === COUNT - 40 ? `${meeting}\n\n${agreement}` : `${meeting}\n\n${meeting}`;
    writeFileSync(join(place, `${String(number).padStart(6, '0')}.txt`), text);
  }
  const client = await TestClient.start({ folders: [place], initializationOptions: { ownMarks: true } });
  const shown = () => client.request<AgreementNode[]>('fihris/agreements');
  await client.until(shown, (found) => found.length > 0);
  const { state, articles } = await status(client);
  assert.equal(state, 'indexing');
  assert.ok(articles < COUNT / 2, `${articles} of ${COUNT} had been read`);
  await client.stop();
});

test('the same where very many articles come into a folder that is open', async () => {
  const place = join(scratch, 'growing');
  mkdirSync(place);
  const article = join(place, 'a.txt');
  writeFileSync(article, `${syntheticArticle(1)}\n\n${RARE}`);
  const client = await TestClient.start({ folders: [place], initializationOptions: { ownMarks: true } });
  await client.ready();
  cpSync(folder, join(place, 'new'), { recursive: true });
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(join(place, 'new')).href, type: 1 }],
  });
  await client.until(
    () => status(client),
    ({ total }) => total > COUNT,
  );
  const uri = pathToFileURL(article).href;
  const marks = (await client.request<Mark[] | null>('fihris/marks', { uri })) ?? [];
  const position = marks.filter(({ kind }) => kind === 'person').at(-1)?.range.start;
  const context = { includeDeclaration: true };
  const at = { textDocument: { uri }, position, context };
  await client.until(
    () => client.request<Location[] | null>('textDocument/references', at),
    (found) => found?.length === 3,
  );
  const { articles } = await status(client);
  assert.ok(articles < COUNT / 2, `${articles} of ${COUNT} had been read`);
  await client.stop();
});
