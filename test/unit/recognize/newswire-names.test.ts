/**
 * Names of newswire that only context tells, and words that only look like names: each rule with the sentence it serves and one that it
 * must not break.
 */
import { test } from 'node:test';
import { checkHolders, checkMarked, checkPersons } from './marked.ts';

const checkNames = (text: string, expected: readonly string[]) => checkMarked('person', text, expected);

test('who stands to somebody as kin is named by the given name alone', () => {
  checkNames('وصل سالم الراوي وزوجته مريم إلى المطار.', ['سالم الراوي', 'مريم']);
  checkNames('قبضت الشرطة على والده نادر العماري أيضا.', ['نادر العماري']);
  checkNames('قال إن المسلح يحتجز زوجة الشرطي القتيل.', []);
  checkNames('زار سالم الراوي مع زوجته على عجل المدينة.', ['سالم الراوي']);
});

test('the adjective of an office is no surname, a surname before a verb is one', () => {
  checkNames('أفاد المدير العام للصناعات المعملية أن الوزارة تتعهد بذلك.', []);
  checkNames('قال رئيس بنك تمويل المؤسسات الصغرى إن القروض جاهزة.', []);
  checkNames('التقى الوزير مديرة منطقة المغرب العربي ليلى كريم.', ['ليلى كريم']);
  checkNames('قال رئيس الحكومة الغوراني إن الأمر واضح.', ['الغوراني']);
});

test('what is said of a person is no part of the name', () => {
  checkNames('أكدت ليلى السالمي المختطفة في المدينة ذلك.', ['ليلى السالمي']);
  checkNames('بحث عن سالم الراوي المختطفين معه.', ['سالم الراوي']);
  checkNames('زار وزير الصحة سالم القطامين المستشفى.', ['سالم القطامين']);
  checkNames('قال سالم الراوي إنه رجل سلام.', ['سالم الراوي']);
});

test('participles, pronouns and verbs after an office or a verb are no names', () => {
  checkNames('وأضاف مستنكرا أن الجريمة لن تمر.', []);
  checkNames('قال الرئيس الاميركي غداة تنصيبه إن الأمور بخير.', []);
  checkNames('لم يكلف الرئيس شيئا.', []);
  checkNames('أفاد المصدر المسؤول لمراسلتنا بأن الأشغال تقدمت.', []);
  checkNames('دخلوا البلاد عبر معبري ملولة والببوش.', []);
});

test('a word of its own that looks like «و» with a name', () => {
  checkNames('استقبل الوزير وفدا برلمانيا في مكتبه.', []);
  checkNames('حضر سالم الراوي وفدوى السالمي الاجتماع.', ['سالم الراوي', 'فدوى السالمي']);
});

test('a plural of people in -ين is a given name beside an office and before a family name', () => {
  checkNames('ذكرت وزيرة الشباب والرياضة، مجدولين الغوراني، في تصريح أن الجهة أولوية.', ['مجدولين الغوراني']);
  checkNames('التقى الوزير مساعدين في مكتبه.', []);
});

test('an office noun inside a name, also where the article has another of the family', () => {
  checkPersons('التقى الوزير منذر قائد الغوراني. وقررت الهيئة طرد حافظ قائد الغوراني من الحزب.', {
    'منذر قائد الغوراني': ['منذر قائد الغوراني'],
    'حافظ قائد الغوراني': ['حافظ قائد الغوراني'],
  });
  checkNames('وصل قائد الجيش إلى المدينة.', []);
});

test('after «منزل» and a region a person is named, after «مطار» none', () => {
  checkNames('تعرض منزل سالم الراوي لهجوم.', ['سالم الراوي']);
  checkNames('قال مدير إقليم البصرة العميد عادل السالمي إن الوضع هادئ.', ['عادل السالمي']);
  checkNames('وصلت الطائرة إلى مطار سالم الراوي.', []);
});

test('a party ends where the name of its member begins', () => {
  checkNames('طالب النائب عن حركة النهضة الطاهر العماري اليوم بمحاسبة الوزير.', ['الطاهر العماري']);
});

test('how something is done is nobody', () => {
  checkNames('قال الوزير سالم رشيد إن المياه تدار بشكل رشيد.', ['سالم رشيد']);
});

test('offices that hardly stand alone are of who has been introduced with them', () => {
  checkHolders('قال المدير العام للشركة سالم الراوي ذلك. وأضاف المدير أن الخط جاهز.', [
    ['المدير العام للشركة', 'سالم الراوي'],
    ['المدير', 'سالم الراوي'],
  ]);
  checkHolders('قال المدير العام للشركة سالم الراوي ذلك. وذكر المدير الجهوي للصحة أن الوضع هادئ.', [
    ['المدير العام للشركة', 'سالم الراوي'],
  ]);
});

test('an apposition between commas is a name, however common its second word', () => {
  checkNames('انتقد وكيل أسفار مقيم هناك، لطفي بحر، نقائص الزيارة.', ['لطفي بحر']);
});
