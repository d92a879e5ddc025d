/** What the pages of the client ask of the built server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CardAnswer, Concordance, Dossier, Reading, WireLocation } from '../../server/src/lsp/requests.ts';
import { TestClient, temporaryFolder } from './client.ts';

const VISIT = `وزير الدفاع العراقي يصل إلى طهران

طهران 15 نوفمبر 2020

وصل وزير الدفاع العراقي سالم الراوي إلى طهران، وأجرى مباحثات مع أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري.

وقال الراوي إن العراق وإيران سيوقعان مذكرة تفاهم أمنية في المستقبل القريب.
`;

const LATER = `سالم الراوي يزور البصرة

2 مارس 2021

زار وزير الدفاع العراقي سالم الراوي محافظة البصرة، والتقى قادة الشرطة.
`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let client: TestClient;
let uri: string;

before(async () => {
  folder = await temporaryFolder({ 'fihris.yaml': 'name: تقارير\n', 'visit.txt': VISIT, 'later.txt': LATER });
  client = await TestClient.start({ folders: [folder.path], locale: 'ar' });
  await client.ready();
  uri = folder.uri('visit.txt');
});

after(async () => {
  await client.stop();
  await folder.remove();
});

const offset = (words: string, nth = 1) => {
  let at = -1;
  for (let i = 0; i < nth; i++) at = VISIT.indexOf(words, at + 1);
  return at;
};

test('a reading, in one answer', async () => {
  const reading = await client.request<Reading>('fihris/reading', { uri });
  assert.equal(reading.length, VISIT.length);
  assert.equal(reading.place, 'طهران');
  assert.equal(reading.date?.words, 'الأحد، 15 نوفمبر/تشرين الثاني 2020');
  assert.deepEqual(
    reading.parts.map(({ kind }) => kind),
    ['title', 'apart', 'paragraph', 'paragraph'],
  );
  const mark = reading.marks.find(({ start }) => start === offset('الراوي', 2));
  assert.equal(reading.entities[mark?.entity ?? -1]?.name, 'سالم الراوي');
});

test('a card as data, with links as places and whom it is about', async () => {
  const answer = await client.request<CardAnswer>('fihris/card', { uri, offset: offset('الراوي', 2) });
  assert.equal(answer.entity?.name, 'سالم الراوي');
  const links = answer.card.sections.flatMap(({ rows }) => rows.flatMap(({ pieces }) => pieces)).map((p) => p.location);
  assert.ok(links.some((location) => location?.uri === folder.uri('later.txt')));
  assert.equal(await client.request('fihris/card', { uri, offset: offset('مباحثات') + 2 }), null);
});

test('steps, a concordance and a dossier of whom a card is about', async () => {
  const { entity } = await client.request<CardAnswer>('fihris/card', { uri, offset: offset('الراوي') });
  const id = entity?.id ?? '';
  const next = await client.request<WireLocation>('fihris/step', {
    uri,
    entity: id,
    offset: offset('الراوي', 2),
    towards: 'next',
    elsewhere: false,
  });
  assert.deepEqual([next.uri, next.range.start], [folder.uri('later.txt'), { line: 0, character: 0 }]);
  const { lines, total } = await client.request<Concordance>('fihris/concordance', { uri, entity: id });
  assert.ok(total === lines.length && total >= 4);
  const { statements } = await client.request<Dossier>('fihris/dossier', { uri, entity: id });
  assert.deepEqual(
    statements.map(({ kind, date }) => `${kind} ${date}`),
    ['office 2020-11-15', 'meeting 2020-11-15', 'visit 2021-03-02', 'office 2021-03-02'],
  );
});

test('an entity that is not there, an article that is none, a request that is malformed', async () => {
  for (const method of ['fihris/concordance', 'fihris/dossier']) {
    assert.equal(await client.request(method, { uri, entity: 'person:nobody' }), null);
    assert.equal(await client.request(method, { uri: 'file:///nowhere/a.txt', entity: 'person:nobody' }), null);
    await assert.rejects(client.request(method, { uri }), /entity: expected a string/);
  }
  await assert.rejects(client.request('fihris/card', { uri, offset: -1 }), /offset: expected an integer/);
  const step = { uri, entity: 'person:nobody', offset: 0, towards: 'next' };
  assert.equal(await client.request('fihris/step', step), null);
});

test('an entity that an edit takes away is gone from its pages', async () => {
  const later = folder.uri('later.txt');
  const at = LATER.indexOf('البصرة');
  const { entity } = await client.request<CardAnswer>('fihris/card', { uri: later, offset: at });
  const asked = { uri: later, entity: entity?.id };
  assert.ok(await client.request('fihris/dossier', asked));
  await client.notify('textDocument/didOpen', {
    textDocument: { uri: later, languageId: 'article', version: 1, text: 'لا شيء هنا.\n' },
  });
  assert.equal(await client.request('fihris/dossier', asked), null);
});
