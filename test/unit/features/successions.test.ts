/** What cards show of an office that went from one to the next, read from the article that tells it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardAt } from '../../../server/src/features/card.ts';
import { renderText } from '../../../server/src/features/card-text.ts';
import { readCorpus } from './read-corpus.ts';
import { offsetIn } from './reports.ts';

const corpus = readCorpus({
  '2020-01-10-change.txt': 'تولى وزير الدفاع العراقي سالم الراوي منصبه خلفا لنادر الفقي.\n',
});

/** The rows of the section `heading` of the card for `words`. */
function rows(words: string, heading: string): readonly string[] {
  const found = cardAt(corpus, '2020-01-10-change.txt', offsetIn(corpus, '2020-01-10-change.txt', words), 'en', {});
  assert.ok(found, `no card for «${words}»`);
  const section = renderText(found.card)
    .split('\n\n')
    .find((part) => part.startsWith(heading));
  assert.ok(section, renderText(found.card));
  return section
    .split('\n')
    .slice(1)
    .map((row) => row.trim());
}

test('an office’s card lists who held it before who holds it', () => {
  assert.deepEqual(rows('وزير الدفاع', 'Holders'), [
    'نادر الفقي: formerly: attested 10 January 2020 (not stated in the text)',
    'سالم الراوي: attested 10 January 2020 (not stated in the text) · in this article',
  ]);
});

test('the former holder’s card shows the office as former at that date', () => {
  assert.match(rows('نادر الفقي', 'Offices').join('\n'), /وزير الدفاع العراقي: formerly: attested 10 January 2020/);
});
