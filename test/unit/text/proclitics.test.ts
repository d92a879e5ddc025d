import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withParticles, wordForms } from '../../../server/src/text/proclitics.ts';

test('a word with particles is read as the word behind them', () => {
  for (const word of ['كريم', 'العراق', 'وليد', 'بغداد'])
    for (const written of withParticles(word)) {
      const cores = wordForms(written).map(({ core }) => core);
      const withoutArticle = word.replace(/^ال/, '');
      assert.ok(cores.includes(word) || (written.includes('لل') && cores.includes(withoutArticle)), written);
    }
  assert.deepEqual(withParticles('العراق').slice(0, 4), ['العراق', 'للعراق', 'بالعراق', 'لالعراق']);
  assert.ok(withParticles('كريم').includes('ولكريم'));
});
