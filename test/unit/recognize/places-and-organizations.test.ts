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

test('one body under its several names', () => {
  checkKeys('organization', 'تراجع تنظيم داعش، وكان تنظيم الدولة وتنظيم الدولة الإسلامية وداعش قد سيطروا.', ['is']);
  checkKeys('organization', 'نفى الحرس الثوري ذلك، وقال الحرس الثوري الإيراني إنه لم يقصف.', ['irgc']);
});

test('a union and its parliament are two bodies', () => {
  checkKeys('organization', 'قال الاتحاد الأوروبي إن البرلمان الأوروبي صوت.', ['eu', 'eu-parliament']);
});

test('the council of one state is not that of another', () => {
  checkKeys(
    'organization',
    'اجتمع المجلس الأعلى للأمن القومي الإيراني، واجتمع المجلس الأعلى للأمن القومي المصري أيضا.',
    ['supreme-national-security-council/IR', 'supreme-national-security-council/EG'],
  );
});

test('a short name in brackets means the body from there on', () => {
  const text =
    'قالت جمعية «العمل الأهلي» (كونال) إنها ستشارك، وأضافت كونال أن الموعد قريب. وذكرت منظمة «شنقاف الزرقاء» (SZO) ذلك، ورحبت به SZO.';
  checkMarked('organization', text, ['جمعية «العمل الأهلي»', 'كونال', 'كونال', 'منظمة «شنقاف الزرقاء»', 'SZO', 'SZO']);
  const { entities } = recognize(text);
  assert.deepEqual(
    entities.flatMap((entity) => (entity.kind === 'organization' ? [[entity.name, entity.short]] : [])),
    [
      ['جمعية «العمل الأهلي»', 'كونال'],
      ['منظمة «شنقاف الزرقاء»', 'SZO'],
    ],
  );
});

test('what else stands in brackets is no short name', () => {
  checkMarked(
    'organization',
    'قالت جمعية «العمل الأهلي» (الجديدة) و(سمير) وجمعية «النهر» (بغداد) ذلك. سمير والجديدة في بغداد.',
    ['جمعية «العمل الأهلي»', 'جمعية «النهر»'],
  );
});

test('the state inside an office is the state, elsewhere its adjective is no place', () => {
  checkMarked('place', 'التقى وزير الدفاع الإيراني سامر كمالي وفدا، وتذوق الزيت الإيراني.', ['الإيراني']);
  checkMarked('place', 'قال المدير المالي سامر كمالي إن الأمر انتهى.', []);
  checkKeys('place', 'وصل وزير الدفاع الإيراني إلى إيران.', ['IR']);
});

/** Places that are said to lie in another, as `inner < outer`. */
function checkWithin(text: string, expected: readonly string[]): void {
  const { entities } = recognize(text);
  const name = (index: number) => (entities[index] as { name: string }).name;
  const found = entities.flatMap((entity, index) =>
    entity.kind === 'place' && entity.within
      ? [
          `${name(index)} < ${name(entity.within.place)}: ${text.slice(entity.within.evidence.start, entity.within.evidence.end)}`,
        ]
      : [],
  );
  assert.deepEqual(found, expected);
}

test('a place that the text puts into another', () => {
  checkWithin('انفجرت عبوة في مدينة زرنوقة في محافظة نينوى أمس.', ['زرنوقة < نينوى: زرنوقة في محافظة نينوى']);
  checkWithin('قصفت الطائرات مدينة الموصل، شمالي العراق.', ['الموصل < العراق: الموصل، شمالي العراق']);
  checkWithin('زار بلدة زرنوقة بمحافظة نينوى.', ['زرنوقة < نينوى: زرنوقة بمحافظة نينوى']);
});

test('two places side by side do not lie in one another', () => {
  checkWithin('بحثا العلاقات بين بغداد والعراق وسوريا وبين الموصل ونينوى.', []);
  checkWithin('انتقل من الموصل شمالي سوريا.', []);
  checkWithin('وصل من طهران في زيارة إلى العراق.', []);
});

test('a state by its full name, and a town whose name is an adjective too', () => {
  checkKeys('place', 'زار الوزير الجمهورية اللبنانية والجمهورية العربية السورية.', ['LB', 'SY']);
  checkKeys('place', 'قال رئيس الجمهورية اللبناني إن الأمر واضح.', ['LB']);
  checkKeys('place', 'افتتح الوزير في الأقصر معرضا.', ['EG/اقصر']);
  checkKeys('place', 'الحوار هو السبيل الأقصر إلى الاستقرار.', []);
});

test('the town and the agency of a date line are a place and an organisation, though it is no sentence', () => {
  const report = (line: string) =>
    `لقاء الوزيرين في العاصمة\n\n${line}\n\nقال وزير الدفاع سالم الراوي إن اللقاء جرى أمس.\n`;
  checkMarked('place', report('بغداد – واع'), ['بغداد']);
  checkMarked('organization', report('دمشق-سانا'), ['سانا']);
  checkMarked('place', report('أنقرة / الأناضول'), ['أنقرة']);
  checkKeys('organization', report('أنقرة / الأناضول'), ['anadolu']);
  checkMarked('place', report('زار الوزير أنقرة ثم الأناضول أمس ولم يعد بعد ذلك.'), ['أنقرة', 'الأناضول']);
});

test('«عمان» is the sultanate where the article speaks of it, and of Jordan nowhere', () => {
  checkKeys('place', 'قال الوزير العماني إن بلاده ترى في عمان جارا', ['OM']);
  checkKeys('place', 'وصل الوزير إلى عمان', ['JO/عمان']);
  checkKeys('place', 'وصل الوزير العماني إلى عمان عاصمة الأردن', ['OM', 'JO/عمان', 'JO']);
});
