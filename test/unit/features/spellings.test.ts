import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spellings, spellingsIn, wordsOf } from '../../../server/src/features/spellings.ts';
import type { Entity } from '../../../server/src/resolve/entities.ts';
import { readCorpus } from './read-corpus.ts';

const snapshot = readCorpus({
  'a.txt':
    'بغداد – 3 آذار 2019\n\nاستقبل وزير الدفاع العراقي كريم شاكر الراوي وفد حماس في بغداد. وقال الراوي إن الاتفاق قريب.\n',
  'b.txt': 'عمان – 4 آذار 2019\n\nقال وزير الدفاع العراقي كريم الراوي إن العمل يبدأ قريبا.\n',
});

function entity(kind: Entity['kind'], name: string): Entity {
  const found = [...snapshot.resolution.entities.values()].find((each) => each.kind === kind && each.name === name);
  assert.ok(found, `${kind} ${name}`);
  return found;
}

test('a person by the first and last word of each full name, and not by a surname alone', () => {
  assert.deepEqual(spellings(entity('person', 'كريم شاكر الراوي')), [['كريم', 'الراوي']]);
});

test('a body or place that is called by one word by that word', () => {
  assert.deepEqual(spellings(entity('place', 'بغداد')), [['بغداد']]);
  assert.deepEqual(spellings(entity('organization', 'حماس')), [['حماس']]);
});

test('of an article all but its places', () => {
  const found = spellingsIn(snapshot, 'a.txt').map((words) => words.join(' '));
  assert.ok(found.includes('كريم الراوي') && found.includes('حماس'), found.join(', '));
  assert.ok(!found.includes('بغداد'));
  assert.deepEqual(spellingsIn(snapshot, 'c.txt'), []);
});

test('what is looked for, as articles write it: folded, without marks and single letters', () => {
  assert.deepEqual(wordsOf('  «أحمد» و إبراهيم، 1975'), ['احمد', 'ابراهيم', '1975']);
  assert.deepEqual(wordsOf(' ؟ '), []);
});
