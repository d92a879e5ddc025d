import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedFacts } from '../../../server/src/corpus/shared-facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';

const TEXTS = [
  'بغداد – وقع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي مذكرة تفاهم أمنية في 3 آذار 2019.',
  'قال كريم عبد الله الطائي، وزير الداخلية العراقي، لوكالة بنفسج (بنف) إن الوكالة في مدينة النور شمالي العراق. وأضاف الطائي أن مجلس النواب العراقي وافق.',
  'وزير الداخلية السابق كريم عبد الله الطائي في مجلس النواب.',
];

test('facts with shared parts say what they said', () => {
  const shared = new SharedFacts();
  // Twice, so that every part has been seen before.
  for (const text of [...TEXTS, ...TEXTS]) {
    const facts = recognize(text);
    assert.deepEqual(shared.share(structuredClone(facts)), facts);
  }
});

test('what articles have in common is there once', () => {
  const shared = new SharedFacts();
  const [first, second] = [0, 0].map((at) => shared.share(structuredClone(recognize(TEXTS[at] ?? ''))));
  const places = [first, second].map((facts) => facts?.entities.find(({ kind }) => kind === 'place'));
  assert.ok(places[0]);
  assert.equal(places[0], places[1]);
});
