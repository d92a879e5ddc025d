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
  for (const written of ['العراق', 'للعراق', 'بالعراق', 'وللعراق', 'لالعراق'])
    assert.ok(withParticles('العراق').includes(written), written);
  assert.ok(withParticles('كريم').includes('ولكريم'));
});
