import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import type { Triggers } from '../../../server/src/recognize/words.ts';

const root = join(import.meta.dirname, '../../..');
const everywhere = (tokens: readonly unknown[]): Triggers => new Int32Array(tokens.length).fill(-1);

test('the tests of single words keep no rule from a place where it could begin', () => {
  for (const folder of ['examples', 'test/newswire'])
    for (const name of globSync('**/*.txt', { cwd: join(root, folder) }).sort()) {
      const text = readFileSync(join(root, folder, name), 'utf8');
      assert.deepEqual(recognize(text), recognize(text, null, everywhere), name);
    }
});

test('also for what those articles do not say', () => {
  for (const text of [
    'زار فلان مدينة شنقاف الكبرى، وفاز مانشستر يونايتد على ريال مدريد في ملعب سالم كريم.',
    'قال مساعد بن محمد، وهو من كل من الوزيرين، إن المفاوضات بدأت برئاسة نادر الفقي.',
    'عين سالم كريم الراوي وزيرا للدفاع. وقال الوزيران السعودي فلان والإيراني علان إن البلدين وقعا مذكرة.',
    'د. سالم كريم والمدرب الإسباني نادر حسن الفقي وبينهم ليلى كريم السالمي.',
    'تولى وزير الدفاع سالم كريم منصبه خلفا لنادر حسن الفقي. وشكر وزير الدفاع سلفه نادر الفقي، الذي خلف ليلى السالمي.',
    'وصل سالم الراوي وزوجته مريم ووالده نادر العماري، ودعمت قوات الفلاني حكومة الغوراني بعد تصريحات كرماني.',
    'والتقى بنظيره، وستلتقي لجنتان، وخلال لقائه بسالم كريم قال: «وقعنا الاتفاقية».',
  ])
    assert.deepEqual(recognize(text), recognize(text, null, everywhere), text);
});
