/** Of which state an office is that is said without one: a national agency's own, a side's, or not known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkKeys } from './marked.ts';

/** The offices that the article gives its persons, and those that stand alone, as «words → state». */
function checkStates(text: string, expected: Readonly<Record<string, string | null>>): void {
  const { mentions, entities } = recognize(text);
  const found: Record<string, string | null> = {};
  for (const { kind, entity, holder, start, end } of mentions) {
    const office = entities[entity];
    if (kind !== 'office' || office?.kind !== 'office' || office.general) continue;
    const person = holder === null ? null : entities[holder];
    found[person?.kind === 'person' ? person.name : text.slice(start, end)] = office.country;
  }
  assert.deepEqual(found, expected, text);
}

const HEADLINE = 'افتتاح محطة جديدة للحاويات في الميناء';

test('a national agency that reports from its own state means that state’s offices', () => {
  checkStates(`${HEADLINE}\nدمشق-سانا\nافتتح وزير النقل سالم الراوي المحطة. وحضر رئيس مجلس الوزراء الافتتاح.`, {
    'سالم الراوي': 'SY',
    'رئيس مجلس الوزراء': 'SY',
  });
  checkStates(`${HEADLINE}\n\nعمان 7 كانون الثاني (بترا)- قال وزير الداخلية كريم منصف إن المحطة جاهزة.`, {
    'كريم منصف': 'JO',
  });
  checkStates(`${HEADLINE}\n\nمسقط في 21 فبراير 2019م /العُمانية/ قال وزير النقل كريم منصف إن المحطة جاهزة.`, {
    'كريم منصف': 'OM',
  });
  checkStates(`${HEADLINE}\n\nوطنية - الأربعاء 13 آب 2025 - قال قائد الجيش العماد كريم منصف إن المحطة جاهزة.`, {
    'كريم منصف': 'LB',
  });
  checkStates(`${HEADLINE}\nأنقرة / الأناضول\n\nافتتح وزير النقل كريم منصف المحطة اليوم مع عدد من المسؤولين.`, {
    'كريم منصف': 'TR',
  });
});

test('an agency of another state, or one that is no state’s own, does not say of which state an office is', () => {
  checkStates(`${HEADLINE}\n\nالقاهرة 12-10-2017 وفا- قال وزير النقل كريم منصف إن المحطة جاهزة.`, {
    'كريم منصف': null,
  });
  checkStates(`${HEADLINE}\n\nبغداد/ الأناضول\n\nقال وزير النقل كريم منصف إن المحطة جاهزة اليوم.`, {
    'كريم منصف': null,
  });
  checkStates(`${HEADLINE}\n\nبيروت (رويترز) - قال وزير النقل كريم منصف إن المحطة جاهزة.`, { 'كريم منصف': null });
  checkStates(`${HEADLINE}\n\nوطنية - باريس - قال وزير النقل كريم منصف إن المحطة جاهزة.`, { 'كريم منصف': null });
  checkStates(`${HEADLINE}\n\nقال وزير النقل كريم منصف لوكالة سانا في دمشق إن المحطة جاهزة.`, { 'كريم منصف': null });
});

test('a visitor’s minister is not the home state’s', () => {
  const from = (body: string) => `${HEADLINE}\n\nدمشق-سانا\n\n${body}`;
  checkStates(from('استقبل وزير النقل سالم الراوي الوفد الإيراني. وضم الوفد وزير الطاقة كريم منصف.'), {
    'سالم الراوي': 'SY',
    'كريم منصف': null,
  });
  checkStates(from('وصل من طهران اليوم وزير الطاقة كريم منصف.'), { 'كريم منصف': null });
  checkStates(from('التقى وزير النقل سالم الراوي وزير النقل كريم منصف.'), { 'سالم الراوي': 'SY', 'كريم منصف': null });
  checkStates(from('قال وزير الطاقة الإيراني كريم منصف إن المحطة جاهزة. وأضاف وزير الطاقة أنه عائد.'), {
    'كريم منصف': 'IR',
  });
  checkStates(from('وقعها السيد سالم الراوي، وزير النقل، والسيد كريم منصف، وزير المالية.'), {
    'سالم الراوي': 'SY',
    'كريم منصف': null,
  });
});

test('«رئيس الجمهورية» is of no kingdom, and no office that only one body in the world has is a state’s', () => {
  checkStates(`${HEADLINE}\n\nالرياض 5 مايو 2021 واس\n\nوصل رئيس الجمهورية كريم منصف اليوم.`, { 'كريم منصف': null });
  checkStates(`${HEADLINE}\n\nطهران - إرنا - وصل رئيس الوزراء كريم منصف اليوم.`, { 'كريم منصف': null });
  checkStates(`${HEADLINE}\n\nدمشق-سانا\n\nقال الأمين العام لجامعة الدول العربية كريم منصف إنه سعيد.`, {
    'كريم منصف': null,
  });
});

test('a side gives its state past a title: «من الجانب السوري معالي وزير الدفاع»', () => {
  checkStates(
    'رعى الأمير سعود الراوي وزير الدفاع، في جدة، المراسم. ووقع من الجانب السوري معالي وزير الدفاع سالم الرفاعي، ومن الجانب اللبناني معالي وزير الدفاع الوطني اللواء كريم منصف.',
    { 'سعود الراوي': null, 'سالم الرفاعي': 'SY', 'كريم منصف': 'LB' },
  );
});

test('«سلطنة عمان» is the sultanate, «عمان» with «محافظ» the city', () => {
  checkStates('التقى الوزير سفير سلطنة عمان سالم الراوي.', { 'سالم الراوي': 'OM' });
  checkStates('قال محافظ عمان سالم الراوي إنه سعيد.', { 'سالم الراوي': 'JO' });
  checkKeys('office', 'قال رئيس إقليم كردستان سالم الراوي إنه سعيد.', ['president/كردستان/']);
});

test('one plural noun over several bodies, each with its holder', () => {
  checkStates(
    `${HEADLINE}\n\nوطنية - جال الموفد الأميركي جون كارتون على رؤساء الجمهورية العماد سالم الراوي ومجلس النواب كريم منصف ومجلس الوزراء الدكتور محمود الرفاعي.`,
    { 'جون كارتون': 'US', 'سالم الراوي': 'LB', 'كريم منصف': 'LB', 'محمود الرفاعي': 'LB' },
  );
  checkStates('جال الموفد على رؤساء الجمهورية سالم الراوي ومجلس النواب كريم منصف.', {
    'سالم الراوي': null,
    'كريم منصف': null,
  });
  checkStates('التقى رؤساء الجمهورية ومجلس النواب والحكومة.', {});
  checkStates('التقى رؤساء البلديات ومجلس النواب سالم الراوي.', {});
});

test('an office that is called as another state’s is, and the home state’s is not, is that state’s', () => {
  const both = `${HEADLINE}\nدمشق-سانا\nوقع وزير العمل سالم الراوي ووزير القوى العاملة المصري كريم منصف مذكرة.`;
  checkStates(`${both} وأكد وزير القوى العاملة ذلك.`, { 'سالم الراوي': 'SY', 'كريم منصف': 'EG' });
  // Called by nothing but the noun: no office of the home state is called so.
  checkStates(`${HEADLINE}\nدمشق-سانا\nوصل الرئيس الفرنسي أمس. وافتتح وزير النقل سالم الراوي المحطة.`, {
    'الرئيس الفرنسي': 'FR',
    'سالم الراوي': 'SY',
  });
});
