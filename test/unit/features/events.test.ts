import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { type Direction, hierarchyAt, hierarchyCalls } from '../../../server/src/features/call-hierarchy.ts';
import { cardOf } from '../../../server/src/features/card.ts';
import { renderText } from '../../../server/src/features/card-text.ts';
import { allEvents, eventsIn, eventsOf } from '../../../server/src/features/events.ts';
import { MemoryFileDoor } from '../corpus/memory-door.ts';

const ARRIVAL = `وزير الخارجية المصري في عمان

10 مايو 2021

استقبل رئيس الوزراء الأردني ماجد علي العبادي اليوم الاثنين في عمان وزير الخارجية المصري نادر حسن الفقي.

وقال العبادي إن العلاقات جيدة. ومن المقرر أن يزور الفقي بغداد.
`;
const CALL = `اتصال بين الوزيرين

12 مايو 2021

تلقى رئيس الوزراء الأردني ماجد علي العبادي اتصالا هاتفيا من وزير الخارجية المصري نادر حسن الفقي.

وكان العبادي قد التقى الفقي في 10 مايو 2021.
`;
const SIGNING = `توقيع مذكرة

20 مايو 2021

وقع وزير الخارجية الأردني سالم كريم الراوي ووزير الخارجية المصري نادر حسن الفقي في القاهرة مذكرة تفاهم أمنية بين الأردن ومصر.
`;

async function reports(): Promise<Snapshot> {
  const door = new MemoryFileDoor([
    ['fihris.yaml', 'name: تقارير\n'],
    ['arrival.txt', ARRIVAL],
    ['call.txt', CALL],
    ['signing.txt', SIGNING],
  ]);
  const corpus = new Corpus({ door });
  await corpus.openFolder();
  return corpus.snapshot;
}

const ABBADI = 'person:ماجد-علي-عبادي';
const FIQI = 'person:نادر-حسن-فقي';

test('events of the corpus, of a person and of an article', async () => {
  const snapshot = await reports();
  const told = (list: ReturnType<typeof allEvents>) =>
    list
      .filter(({ kind }) => kind !== 'statement')
      .map(({ date, kind, modality, who, whom, tellings }) =>
        [date ?? '?', kind, modality, who.join('+'), whom.join('+'), tellings.length].join(' '),
      );
  const received = '2021-05-10 reception happened ماجد علي العبادي نادر حسن الفقي 2';
  const called = '2021-05-12 call happened نادر حسن الفقي ماجد علي العبادي 1';
  const planned = '? visit planned نادر حسن الفقي بغداد 1';
  const all = told(allEvents(snapshot));
  assert.deepEqual(all.slice(0, 2), [received, called]);
  assert.match(all[2] ?? '', /^2021-05-20 signing happened سالم كريم الراوي\+نادر حسن الفقي/);
  assert.deepEqual(all.slice(3), [planned]);
  assert.deepEqual(told(eventsOf(snapshot, ABBADI)), [received, called]);
  assert.deepEqual(told(eventsIn(snapshot, 'call.txt')), [called, received]);
  const [first] = allEvents(snapshot).filter(({ kind }) => kind === 'reception');
  assert.match(first?.tellings[0]?.sentence ?? '', /^استقبل رئيس الوزراء/);
});

async function checkCalls(id: string, direction: Direction, ...expected: readonly string[]): Promise<void> {
  const snapshot = await reports();
  const calls = hierarchyCalls(snapshot, id, direction, 'en');
  assert.deepEqual(
    calls.map(({ item, sentences }) => `${item.name} · ${item.detail} (${item.article}, ${sentences.length})`),
    expected,
  );
  for (const { item, sentences } of calls) {
    const text = snapshot.articles.get(item.article)?.text ?? '';
    for (const { start, end } of sentences) assert.match(text.slice(start, end), /\.$/);
    assert.ok(sentences.some(({ start, end }) => start <= item.selection.start && item.selection.end <= end));
  }
}

test('outgoing: whom the person received; incoming: who called them', async () => {
  await checkCalls(
    ABBADI,
    'outgoing',
    'نادر حسن الفقي · Reception · 10 May 2021 (arrival.txt, 1)',
    'نادر حسن الفقي · Reception · 10 May 2021 (call.txt, 1)',
  );
  await checkCalls(ABBADI, 'incoming', 'نادر حسن الفقي · Phone call · 12 May 2021 (call.txt, 1)');
});

test('those who sign together stand on both sides', async () => {
  const signed = 'سالم كريم الراوي · Signing · 20 May 2021 (signing.txt, 1)';
  await checkCalls(FIQI, 'outgoing', signed, 'ماجد علي العبادي · Phone call · 12 May 2021 (call.txt, 1)');
  const received = (path: string) => `ماجد علي العبادي · Reception · 10 May 2021 (${path}, 1)`;
  await checkCalls(FIQI, 'incoming', signed, received('arrival.txt'), received('call.txt'));
});

test('the hierarchy begins at a person, by name or by office, and nowhere else', async () => {
  const snapshot = await reports();
  const at = (words: string) => hierarchyAt(snapshot, 'arrival.txt', ARRIVAL.indexOf(words) + 1)?.entity ?? null;
  assert.equal(at('ماجد علي'), ABBADI);
  assert.equal(at('العبادي إن'), ABBADI);
  assert.equal(at('بغداد'), null);
  assert.equal(at('العلاقات'), null);
});

test('a card lists the latest meetings, in the reader’s language', async () => {
  const snapshot = await reports();
  const person = snapshot.resolution.entities.get(ABBADI);
  assert.ok(person);
  const locate = ({ article }: { readonly article: string }) => article;
  const lines = (language: 'ar' | 'en') => renderText(cardOf(snapshot, person, language), { locate }).split('\n');
  const english = lines('en');
  const from = english.indexOf('Meetings');
  assert.deepEqual(english.slice(from + 1, from + 3), [
    '  12 May 2021 · Phone call · نادر حسن الفقي  (call.txt)',
    '  10 May 2021 · Reception · نادر حسن الفقي  (arrival.txt)',
  ]);
  assert.ok(lines('ar').includes('لقاءات'));
});
