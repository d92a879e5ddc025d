import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { tag } from '../../../server/src/recognize/tag.ts';
import { checkKeys, checkMarked } from './marked.ts';

test('states under their newspaper names, without particles', () => {
  checkMarked('place', 'سافر من الولايات المتحدة إلى السعودية وتركيا، ووصل بالإمارات ثم للعراق.', [
    'الولايات المتحدة',
    'السعودية',
    'تركيا',
    'الإمارات',
    'عراق',
  ]);
  checkKeys('place', 'بين أميركا وأمريكا والولايات المتحدة الأميركية', ['US']);
});

test('a place is named with the article that لل hides', () => {
  const { entities } = recognize('زيارة هامة للصين');
  assert.equal((entities[0] as { name: string }).name, 'الصين');
});

test('cities, provinces and regions', () => {
  checkMarked('place', 'من بغداد والموصل في محافظة نينوى إلى كردستان العراق والشرق الأوسط', [
    'بغداد',
    'الموصل',
    'نينوى',
    'كردستان العراق',
    'الشرق الأوسط',
  ]);
  checkMarked('place', 'وصل إلى مدينة زرنوقة قرب الحدود', ['زرنوقة']);
});

test('words that are also places need a place before them', () => {
  checkMarked('place', 'بدأ ملف مالي جديد، وقام الوفد وكسرت الباب ليلاً.', []);
  checkMarked('place', 'في مدينة قم وفي مالي', ['قم', 'مالي']);
});

test('organisations: known, of a state, and built like one', () => {
  checkKeys('organization', 'أعلن الحرس الثوري ومجلس النواب العراقي ووكالة "نورا نيوز" وحزب العدالة الاجتماعية ذلك.', [
    'irgc',
    'parliament/IQ',
    'وكاله نورا نيوز',
    'حزب العداله الاجتماعيه',
  ]);
  checkKeys('organization', 'قالت وزارة الخارجية الإيرانية والخارجية الإيرانية إن الأمر انتهى.', [
    'ministry.foreign/IR',
  ]);
});

test('general nouns are no organisations', () => {
  checkMarked('organization', 'عقد المجلس جلسة، وقالت الحكومة إن الجيش جاهز، واتفقت شركة مع منظمة أخرى.', []);
});

test('tags of a sentence', () => {
  assert.deepEqual(tag([['قال', 'الوزير', 'سمير', 'الخالدي', 'في', 'بغداد', '.']]), [
    'O',
    'O',
    'B-PERS',
    'I-PERS',
    'O',
    'B-LOC',
    'O',
  ]);
});
