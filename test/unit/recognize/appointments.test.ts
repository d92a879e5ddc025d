/** Offices that somebody is given: who gets which, since when it is no longer held, and what is no appointment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';

/** What each person of the text is given or called by: «title», and «was title» of what they were. */
function checkGiven(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const { entities } = recognize(text);
  const found: Record<string, string[]> = {};
  for (const entity of entities) {
    if (entity.kind !== 'person' || entity.offices.length === 0) continue;
    found[entity.name] = entity.offices.map(({ office, former }) => {
      const held = entities[office];
      return `${former ? 'was ' : ''}${held?.kind === 'office' ? held.title : ''}`;
    });
  }
  assert.deepEqual(found, expected, text);
}

test('an act that appoints: a portfolio, a body, a state, a government, an office', () => {
  checkGiven('تم تعيين خليل الغوراني وزيرا للداخلية.', { 'خليل الغوراني': ['وزير الداخلية'] });
  checkGiven('أعلن انتخاب ياسين السناوي رئيسا لحزب آفاق البلاد.', { 'ياسين السناوي': ['رئيس حزب آفاق البلاد'] });
  checkGiven('بعد انتخاب كمال السناوي رئيسا للولايات المتحدة الأمريكية.', {
    'كمال السناوي': ['رئيس الولايات المتحدة الأمريكية'],
  });
  checkGiven('تعيين حبيب السناوي رئيسا للحكومة.', { 'حبيب السناوي': ['رئيس الحكومة'] });
  checkGiven('تعيين فيصل السناوي مستشارا لدى رئيس الحكومة.', { 'فيصل السناوي': ['مستشار لدى رئيس الحكومة'] });
  checkGiven('تعيين خليل الغوراني وزيرا للوظيفة العمومية.', { 'خليل الغوراني': ['وزير الوظيفة العمومية'] });
});

test('degrees in the accusative, a comma, and the governor of a place', () => {
  checkGiven('أعلنت الوزارة عن تعيين السيد منصف الغوراني، رئيسا مديرا عاما للمؤسسة التونسية للأنشطة البترولية.', {
    'منصف الغوراني': ['رئيس مدير عام المؤسسة التونسية للأنشطة البترولية'],
  });
  checkGiven('تعيين منصف الغوراني واليا على المهدية.', { 'منصف الغوراني': ['والي المهدية'] });
});

test('«و» goes on with the next one', () => {
  checkGiven('تعيين أحمد السناوي وزيرا للشؤون الدينية وعبد اللطيف الغوراني وزيرا للداخلية.', {
    'أحمد السناوي': ['وزير الشؤون الدينية'],
    'عبد اللطيف الغوراني': ['وزير الداخلية'],
  });
});

test('a verb that appoints has the one appointed behind it, not the one who appoints', () => {
  checkGiven('عين قيس الغوراني وزيرا للداخلية.', { 'قيس الغوراني': ['وزير الداخلية'] });
  checkGiven('عين الرئيس قيس الغوراني وزيرا للداخلية.', { 'قيس الغوراني': ['الرئيس'] });
  checkGiven('حضر قيس الغوراني. عين الغوراني وزيرا للداخلية.', {});
});

test('what somebody was is no longer held', () => {
  checkGiven('كان محمد الغوراني واليا على المهدية.', { 'محمد الغوراني': ['was والي المهدية'] });
  checkGiven('حضر كمال الغوراني (شغل منصب وزير الشؤون الدينية) ذلك.', { 'كمال الغوراني': ['was وزير الشؤون الدينية'] });
  checkGiven('قال كمال الغوراني، الذي يشغل منصب والي صفاقس، إنه راض.', { 'كمال الغوراني': ['والي صفاقس'] });
  checkGiven('التقى كمال الغوراني من شغل منصب والي صفاقس.', {});
});

test('what has not come to pass, or is nobody’s here, gives no office', () => {
  checkGiven('سيتم تعيين كمال السناوي وزيرا للداخلية.', {});
  checkGiven('رفض حزبه تعيين سمير الغوراني مديرا عاما للأمن الوطني.', {});
  checkGiven('نفت الوزارة تعيين سمير الغوراني وزيرا للداخلية.', {});
  checkGiven('قال سمير الغوراني إن صديقه يعمل رئيسا للشركة.', {});
  // Not knowing of it does not undo it.
  checkGiven('قال إن المنظمة لم تكن على علم مسبق بقرار تعيين سمير الغوراني وزيرا للداخلية.', {
    'سمير الغوراني': ['وزير الداخلية'],
  });
});

test('a list under «تشكيل الحكومة»: each line begins with whom its office is given to', () => {
  checkGiven(
    [
      'صدر أمس المرسوم القاضي بتشكيل الحكومة الجديدة.',
      'وفيما يلي أسماء عدد من الوزراء كما وردت في المرسوم:',
      'العماد سالم كريم الغوراني نائب القائد العام للجيش.. وزيراً للدفاع.',
      'الدكتور فيصل السناوي وزيراً للأوقاف.',
      '- كمال الراوي، وزيراً للداخلية.',
      'وقال الوزير إنه سعيد.',
    ].join('\n'),
    {
      'سالم كريم الغوراني': ['نائب القائد العام للجيش', 'وزير الدفاع'],
      'فيصل السناوي': ['وزير الأوقاف'],
      'كمال الراوي': ['وزير الداخلية'],
    },
  );
});

test('lines under candidates, under nothing that appoints, or that are sentences give no office', () => {
  checkGiven('المرشحون لتشكيل الحكومة:\nالدكتور فيصل السناوي وزيراً للأوقاف.', {});
  checkGiven('وفيما يلي أسماء المرشحين:\nالدكتور فيصل السناوي وزيراً للأوقاف.', {});
  checkGiven('حضر الاجتماع أمس في المدينة:\nالدكتور فيصل السناوي وزيراً للأوقاف.', {});
  checkGiven('صدر المرسوم القاضي بتشكيل الحكومة.\nوقال فيصل السناوي إنه يصلح وزيراً للأوقاف.', {});
});

test('a woman’s office has no accusative of its own', () => {
  checkGiven('وانتخب المجلس ليلى الراوي رئيسة للهيئة.', { 'ليلى الراوي': ['رئيسة الهيئة'] });
  checkGiven('وقال سالم الراوي إن وزيرة للثقافة زارت المدينة.', {});
});

test('what is joined to a portfolio is given with it', () => {
  checkGiven('عين سالم الراوي وزيرا للتجارة الداخلية وحماية المستهلك.', {
    'سالم الراوي': ['وزير التجارة الداخلية وحماية المستهلك'],
  });
});
