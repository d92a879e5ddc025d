/** What the pictures of the client ask of the built server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Evidence, Network, Timeline } from '../../server/src/lsp/requests.ts';
import { TestClient, temporaryFolder } from './client.ts';

const VISIT = `وزير النفط العراقي يصل إلى طهران

طهران 15 نوفمبر 2020

وصل وزير النفط العراقي سالم الراوي إلى طهران، والتقى وزير النفط الإيراني كريم نوري.
`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let client: TestClient;
let corpus: string;

before(async () => {
  folder = await temporaryFolder({ 'fihris.yaml': 'name: تقارير\n', 'visit.txt': VISIT });
  client = await TestClient.start({ folders: [folder.path], locale: 'ar' });
  await client.ready();
  corpus = pathToFileURL(folder.path).href;
});

after(async () => {
  await client.stop();
  await folder.remove();
});

const all = { entity: null, from: null, to: null };

test('the timeline and the network of a corpus, by its folder or by one of its articles', async () => {
  for (const uri of [corpus, folder.uri('visit.txt')]) {
    const timeline = await client.request<Timeline>('fihris/timeline', { uri, ...all, unit: 'month' });
    const [mark] = timeline.lanes.find(({ kind }) => kind === 'meeting')?.marks ?? [];
    assert.equal(timeline.language, 'ar');
    assert.deepEqual([mark?.location.uri, mark?.location.range.start.line], [folder.uri('visit.txt'), 4]);
    const { nodes, ties } = await client.request<Network>('fihris/network', { uri, ...all, ties: ['meeting'] });
    const [{ a, b } = assert.fail('no tie')] = ties;
    const asked = { uri, ...all, entity: nodes[a]?.id, other: nodes[b]?.id, tie: 'meeting' };
    const evidence = await client.request<Evidence>('fihris/evidence', asked);
    assert.equal(evidence.statements[0]?.dateWords, '15 نوفمبر 2020');
    assert.equal(evidence.statements[0]?.article, 'وزير النفط العراقي يصل إلى طهران');
  }
});

test('no such corpus, no such entity, a request that is malformed', async () => {
  for (const method of ['fihris/timeline', 'fihris/network', 'fihris/evidence']) {
    assert.equal(await client.request(method, { ...all, uri: 'file:///nowhere' }), null);
    assert.equal(await client.request(method, { ...all, uri: corpus, entity: 'person:nobody' }), null);
    await assert.rejects(client.request(method, all), /uri: expected a string/);
  }
});

test('an entity that an edit takes away is gone from its pictures', async () => {
  const { nodes } = await client.request<Network>('fihris/network', { uri: corpus, ...all });
  const entity = nodes.find(({ name }) => name === 'كريم نوري')?.id;
  assert.ok(await client.request('fihris/timeline', { ...all, uri: corpus, entity }));
  await client.notify('textDocument/didOpen', {
    textDocument: { uri: folder.uri('visit.txt'), languageId: 'article', version: 1, text: 'لا شيء هنا.\n' },
  });
  for (const method of ['fihris/timeline', 'fihris/network'])
    assert.equal(await client.request(method, { ...all, uri: corpus, entity }), null);
});
