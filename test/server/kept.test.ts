/** The built server goes on from what its last session knew. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Mark, Status } from '../../server/src/lsp/requests.ts';
import { syntheticCorpus } from '../unit/corpus/synthetic.ts';
import { TestClient } from './client.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-kept-server-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const folder = join(scratch, 'articles');
const storage = join(scratch, 'storage');
mkdirSync(folder);
for (const [path, text] of syntheticCorpus(220)) {
  writeFileSync(join(folder, path), text);
  utimesSync(join(folder, path), 1_600_000_000, 1_600_000_000);
}
const uri = pathToFileURL(join(folder, '000050.txt')).href;

const segments = () =>
  readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.facts'))
    .map((name) => readFileSync(join(storage, name)));

const isWhole = (segment: Buffer) => segment.subarray(-16).toString('latin1').startsWith('fihris-state');

/** What a reader sees of one article and of the whole corpus. */
async function answers(client: TestClient): Promise<unknown> {
  const marks = await client.request<Mark[]>('fihris/marks', { uri });
  const position = marks.find(({ kind }) => kind === 'person')?.range.start;
  const at = { textDocument: { uri }, position };
  return [
    marks,
    await client.request('textDocument/hover', at),
    await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } }),
    await client.request('workspace/symbol', { query: 'وزير' }),
  ];
}

test('a second session answers as the first did, from one file, also after an edit in between', async () => {
  const options = { folders: [folder], initializationOptions: { storage } };
  const first = await TestClient.start(options);
  await first.ready();
  const expected = await answers(first);
  const until = performance.now() + 60_000;
  while (!(segments().length === 1 && segments().every(isWhole))) {
    assert.ok(performance.now() < until, 'all is kept in one file');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await answers(first), expected, 'the session goes on from what it kept');
  await first.stop();

  const second = await TestClient.start(options);
  await second.ready();
  assert.deepEqual(await answers(second), expected);
  await second.stop();

  writeFileSync(join(folder, '000051.txt'), 'بغداد – قال كريم نوري الراوي إن العمل يبدأ قريبا.\n');
  const third = await TestClient.start(options);
  assert.equal((await third.ready()).articles, 220);
  const changed = pathToFileURL(join(folder, '000051.txt')).href;
  const marks = await third.request<Mark[]>('fihris/marks', { uri: changed });
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['place', 'person'],
  );
  await third.stop();
});

test('a folder that was a corpus is none any longer where its files have become something else', async () => {
  const options = { folders: [folder], initializationOptions: { storage } };
  for (const name of readdirSync(folder))
    writeFileSync(
      join(folder, name),
      'The ministers met in the capital and spoke about trade between the two states. '.repeat(4),
    );
  const client = await TestClient.start(options);
  const status = await client.until(
    () => client.request<Status>('fihris/status'),
    ({ state, corpora }) => state === 'ready' && corpora.length === 0,
  );
  assert.equal(status.articles, 0);
  await client.stop();
});
