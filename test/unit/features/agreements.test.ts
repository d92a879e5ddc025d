import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreements } from '../../../server/src/features/agreements.ts';
import { corpus } from './corpus.ts';
import { MEETING, reports, SIGNING } from './reports.ts';

test('an agreement with parties, signatories and its mentions by article', () => {
  const snapshot = reports();
  const words = ({ article, span }: { article: string; span: { start: number; end: number } }) =>
    snapshot.articles.get(article)?.text.slice(span.start, span.end);
  const [found, ...others] = agreements(snapshot);
  assert.equal(others.length, 0);
  assert.ok(found);
  const { id, title, type, status, date, place, parties } = found;
  assert.deepEqual(
    { id, title, type, status, date, place, parties },
    {
      id: 'agreement:security',
      title: 'مذكرة تفاهم أمنية بين العراق وإيران',
      type: 'memorandum',
      status: 'signed',
      date: '2021-03-02',
      place: 'بغداد',
      parties: ['العراق', 'إيران'],
    },
  );
  assert.deepEqual(
    found.signatories.map(({ name, capacity, target }) => [name, capacity, words(target)]),
    [['سالم الراوي', 'وزير الدفاع العراقي', 'وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران']],
  );
  assert.deepEqual(
    found.articles.map(({ path, date, mentions }) => [path, date, mentions.map(({ text }) => text)]),
    [
      [MEETING, '2020-11-15', ['الاتفاقية بين العراق وإيران']],
      [SIGNING, '2021-03-02', ['مذكرة تفاهم أمنية بين العراق وإيران']],
    ],
  );
  assert.equal(found.articles[0]?.mentions[0]?.sentence, 'وقال الراوي أمس إن الاتفاقية بين العراق وإيران قريبة.');
});

const implementing = (agreement: string) => ({
  relation: 'implements' as const,
  agreement,
  evidence: { article: 'a.txt', date: null, span: { start: 0, end: 1 } },
});

test('by date, those without one last; one that no article mentions is left out', () => {
  const mentions = ['أ', 'ب', 'ج'].map((words) => ({ words, entity: `agreement:${words}` }));
  const snapshot = corpus(
    { 'a.txt': { text: 'أ ب ج', mentions } },
    {
      agreements: {
        'agreement:أ': { name: 'أ' },
        'agreement:ب': {
          name: 'ب',
          date: '2021',
          relations: [implementing('agreement:أ'), implementing('agreement:gone')],
        },
        'agreement:ج': { name: 'ج', date: '1975' },
        'agreement:د': { name: 'د', date: '1970' },
      },
    },
  );
  const found = agreements(snapshot);
  assert.deepEqual(
    found.map(({ title }) => title),
    ['ج', 'ب', 'أ'],
  );
  assert.deepEqual(
    found[1]?.related.map(({ title }) => title),
    ['أ'],
  );
});
