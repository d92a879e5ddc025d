import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marks } from '../../../server/src/features/marks.ts';
import { type ArticleSpec, corpus } from './corpus.ts';

/** Marks as `kind «words»`, in text order; `?` after the kind where it is open who is meant. */
function checkMarks(spec: ArticleSpec, expected: readonly string[]): void {
  const found = marks(corpus({ 'a.txt': spec }), 'a.txt');
  const shown = found.map(
    ({ kind, resolved, start, end }) => `${kind}${resolved ? '' : '?'} «${spec.text.slice(start, end)}»`,
  );
  assert.deepEqual(shown, expected);
}

test('each kind is marked as what it is', () => {
  checkMarks(
    {
      text: 'زار سالم الراوي طهران أمس',
      mentions: [
        { words: 'سالم الراوي', entity: 'person:salim' },
        { words: 'طهران', entity: 'place:tehran' },
      ],
      dates: [{ words: 'أمس', value: '2020-11-14', relative: true }],
    },
    ['person «سالم الراوي»', 'place «طهران»', 'date «أمس»'],
  );
});

test('what lies inside another mention is marked as its own kind, and the rest around it', () => {
  checkMarks(
    {
      text: 'أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري',
      mentions: [
        { words: 'أمين المجلس الأعلى للأمن القومي الإيراني', entity: 'office:secretary' },
        { words: 'المجلس الأعلى للأمن القومي', entity: 'organization:council' },
        { words: 'الإيراني', entity: 'place:IR' },
        { words: 'كريم نوري', entity: 'person:karim' },
      ],
    },
    ['office «أمين»', 'organization «المجلس الأعلى للأمن القومي»', 'place «الإيراني»', 'person «كريم نوري»'],
  );
});

test('two levels deep, with the outer one going on behind the inner ones', () => {
  checkMarks(
    {
      text: 'اتفاقية مجلس النواب العراقي الأمنية',
      mentions: [
        { words: 'اتفاقية مجلس النواب العراقي الأمنية', entity: 'agreement:a' },
        { words: 'مجلس النواب العراقي', entity: 'organization:parliament' },
        { words: 'العراقي', entity: 'place:IQ' },
      ],
    },
    ['agreement «اتفاقية»', 'organization «مجلس النواب»', 'place «العراقي»', 'agreement «الأمنية»'],
  );
});

test('a date inside an agreement is part of its name', () => {
  checkMarks(
    {
      text: 'اتفاقية عام 1975 وعام 1976',
      mentions: [{ words: 'اتفاقية عام 1975', entity: 'agreement:a' }],
      dates: [
        { words: 'عام 1975', value: '1975' },
        { words: 'عام 1976', value: '1976' },
      ],
    },
    ['agreement «اتفاقية عام 1975»', 'date «عام 1976»'],
  );
});

test('what is open is marked so; an office whose holder no article names is known as an office', () => {
  checkMarks(
    {
      text: 'قال المسعودي إن وزير الصحة ووزير النفط غائبان',
      mentions: [
        { words: 'المسعودي', entity: null, kind: 'person', candidates: ['person:a', 'person:b'] },
        { words: 'وزير الصحة', entity: 'office:health' },
        { words: 'وزير النفط', entity: 'office:oil', candidates: ['person:a', 'person:b'] },
      ],
    },
    ['person? «المسعودي»', 'office «وزير الصحة»', 'office? «وزير النفط»'],
  );
});

test('no article, no marks', () => {
  assert.deepEqual(marks(corpus({}), 'none.txt'), []);
});

test('a lone particle between two inner mentions is not marked', () => {
  checkMarks(
    {
      text: 'الاتفاقية بين العراق وإيران',
      mentions: [
        { words: 'الاتفاقية بين العراق وإيران', entity: 'agreement:a' },
        { words: 'العراق', entity: 'place:IQ' },
        { words: 'إيران', entity: 'place:IR' },
      ],
    },
    ['agreement «الاتفاقية بين»', 'place «العراق»', 'place «إيران»'],
  );
});
