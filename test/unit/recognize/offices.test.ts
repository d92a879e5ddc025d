import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficeFact, PersonFact } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkHolders, checkKeys, checkMarked } from './marked.ts';

test('an office is marked with its body, its affairs and its country', () => {
  checkMarked('office', 'قال مساعد وزير الخارجية الإيراني للشؤون العربية والأفريقية بهمن كرماني ذلك.', [
    'مساعد وزير الخارجية الإيراني للشؤون العربية والأفريقية',
  ]);
  checkMarked('office', 'التقى الأمين العام للمجلس الأعلى للأمن القومي الإيراني.', [
    'الأمين العام للمجلس الأعلى للأمن القومي الإيراني',
  ]);
  checkMarked('office', 'قائد فيلق القدس في الحرس الثوري الإيراني بهرام رستمي', [
    'قائد فيلق القدس في الحرس الثوري الإيراني',
  ]);
  checkMarked('office', 'الناطق الرسمي باسم وزارة الداخلية سالم العبيدي', ['الناطق الرسمي باسم وزارة الداخلية']);
});

test('ways to write one office have one key', () => {
  for (const title of ['رئيس الوزراء العراقي', 'رئيس مجلس الوزراء العراقي', 'رئيس الحكومة العراقية'])
    checkKeys('office', `قال ${title} إن الأمر انتهى.`, ['prime-minister//IQ']);
  for (const title of [
    'رئيس هيئة الأركان الإيرانية',
    'رئيس الأركان العامة للقوات المسلحة الإيرانية',
    'رئيس أركان الجيش الإيراني',
  ])
    checkKeys('office', `قال ${title} إن الأمر انتهى.`, ['president/general-staff/IR']);
  for (const title of ['أمين عام المجلس الأعلى للأمن القومي', 'أمين المجلس الأعلى للأمن القومي'])
    checkKeys('office', `قال ${title} إن الأمر انتهى.`, ['secretary/supreme-national-security-council/']);
});

test('nouns that are no office stay unmarked', () => {
  checkMarked('office', 'كان رئيس متعب يقود وزيراً سابقاً في سفينة.', []);
  checkMarked('office', 'في محافظة ديالى كان الأمين العام غائباً.', []);
});

test('an office alone belongs to the person the article gave it to, also before the name', () => {
  checkHolders(
    'وزير الدفاع العراقي يزور طهران\n\nوصل وزير الدفاع العراقي طارق البياتي إلى طهران. والتقى وزير الدفاع الإيراني بهرام رستمي. وقال وزير الدفاع العراقي إن الزيارة ناجحة.',
    [
      ['وزير الدفاع العراقي', 'طارق البياتي'],
      ['وزير الدفاع العراقي', 'طارق البياتي'],
      ['وزير الدفاع الإيراني', 'بهرام رستمي'],
      ['وزير الدفاع العراقي', 'طارق البياتي'],
    ],
  );
});

test('«الوزير العراقي», «الضيف العراقي»: the one of that state', () => {
  checkHolders(
    'التقى رئيس الأركان الإيراني حسن باقروي وزير الدفاع العراقي طارق البياتي. وشكر الضيف العراقي مضيفه، ثم غادر الوزير العراقي.',
    [
      ['رئيس الأركان الإيراني', 'حسن باقروي'],
      ['وزير الدفاع العراقي', 'طارق البياتي'],
      ['الضيف العراقي', 'طارق البياتي'],
      ['الوزير العراقي', 'طارق البياتي'],
    ],
  );
});

test('two holders of one office leave it open', () => {
  checkHolders('قال وزير الدفاع طارق البياتي ذلك، ونفاه وزير الدفاع سمير الخالدي. وصمت وزير الدفاع.', [
    ['وزير الدفاع', 'طارق البياتي'],
    ['وزير الدفاع', 'سمير الخالدي'],
    ['وزير الدفاع', null],
  ]);
});

test('«نظيره» has the other’s office with its own country', () => {
  const text =
    'وقع العميد بهرام رستمي وزير الدفاع الإيراني ونظيره العراقي اللواء طارق البياتي المذكرة. وقال وزير الدفاع العراقي إنها مهمة.';
  checkHolders(text, [
    ['وزير الدفاع الإيراني', 'بهرام رستمي'],
    ['نظيره العراقي', 'طارق البياتي'],
    ['وزير الدفاع العراقي', 'طارق البياتي'],
  ]);
  const { entities } = recognize(text);
  const person = entities.find(
    (entity): entity is PersonFact => entity.kind === 'person' && entity.name === 'طارق البياتي',
  );
  const office = entities[person?.offices[0]?.office ?? -1] as OfficeFact;
  assert.equal(office.key, 'minister/defence/IQ');
  assert.equal(office.title, 'وزير الدفاع العراقي');
});

test('a full name as the object of a verb does not take the office of the subject after it', () => {
  checkHolders('استقبل المرشد علي كاشاني رئيس الوزراء العراقي طارق البياتي.', [
    ['رئيس الوزراء العراقي', 'طارق البياتي'],
  ]);
  checkHolders('استقبل الدكتور بهنام كرماني رئيس الوزراء العراقي.', [['رئيس الوزراء العراقي', null]]);
  checkHolders('التقى أمين المجلس بهنام كرماني رئيس الوزراء العراقي طارق البياتي.', [
    ['أمين المجلس', 'بهنام كرماني'],
    ['رئيس الوزراء العراقي', 'طارق البياتي'],
  ]);
});

test('«السابق», «الراحل»: the office is not held any more', () => {
  const { entities } = recognize('قال وزير النفط العراقي السابق طارق البياتي إن الأسعار سترتفع.');
  const person = entities.find((entity): entity is PersonFact => entity.kind === 'person');
  assert.equal(person?.offices[0]?.former, true);
});

test('the state that a visit goes to is no part of the visitor’s title', () => {
  checkMarked('office', 'زار وزير الخارجية العراق أمس.', ['وزير الخارجية']);
  checkMarked('office', 'قال مستشار الأمن القومي العراق طارق البياتي ذلك.', ['مستشار الأمن القومي العراق']);
});

/** Each office claim of `text`: its title, whether former, and how it is held. */
function checkStanding(text: string, expected: readonly (readonly [title: string, how: string])[]): void {
  const { entities } = recognize(text);
  const found = entities.flatMap((entity) =>
    entity.kind === 'person'
      ? entity.offices.map(({ office, former, manner }) => {
          const fact = entities[office];
          return [fact?.kind === 'office' ? fact.title : '', former ? 'former' : (manner ?? 'held')];
        })
      : [],
  );
  assert.deepEqual(found, expected, text);
}

test('who holds an office for another, or is to hold it, is told from who holds it', () => {
  checkStanding('قال وزير المالية بالوكالة سالم الرفاعي إن الموازنة جاهزة.', [['وزير المالية', 'acting']]);
  checkStanding('التقى رئيس الوزراء العراقي المكلف سالم الرفاعي قادة الكتل.', [['رئيس الوزراء العراقي', 'designate']]);
  checkStanding('هنأ الرئيس المنتخب كريم منصف شعبه.', [['الرئيس', 'designate']]);
  checkStanding('قال وزير المالية الحالي سالم الرفاعي إن الموازنة جاهزة.', [['وزير المالية', 'held']]);
  checkStanding('قال وزير المالية السابق سالم الرفاعي إن الموازنة جاهزة.', [['وزير المالية', 'former']]);
});
