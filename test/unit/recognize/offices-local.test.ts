/** Offices of towns, districts and courts, and of those who are not ministers: each beside the sentence that its rule could break. */
import { test } from 'node:test';
import { checkKeys, checkMarked } from './marked.ts';

test('a mayor is one of a town that no list knows, too; a word of prose after «بلدية» is no town', () => {
  const checkMayor = (sentence: string, ...offices: string[]) => checkMarked('office', sentence, offices);
  checkMayor('قال رئيس بلدية برقوشيا سالم الراوي إن الطريق مفتوح.', 'رئيس بلدية برقوشيا');
  checkMayor('وصلت رسالة إلى رئيس بلدية كفر زنبيت أمس.', 'رئيس بلدية كفر زنبيت');
  checkMayor('قال رئيس بلدية مدينة نابلس إن الطريق مفتوح.', 'رئيس بلدية مدينة نابلس');
  checkMayor('قال رئيس بلدية برقوشيا "سالم الراوي" إن الطريق مفتوح.', 'رئيس بلدية برقوشيا');
  checkMayor('قال رئيس بلدية سابق إن الطريق مفتوح.');
  checkMayor('قال رئيس بلدية وعضو في المجلس إن الطريق مفتوح.');
  checkMayor('قال رئيس بلدية اليوم إن الطريق مفتوح.');
});

test('who governs a district or a village', () => {
  checkMarked('office', 'أكد قائمقام قضاء سنجار سالم الراوي أن الطريق مفتوح.', ['قائمقام قضاء سنجار']);
  checkMarked('office', 'استقبل متصرف لواء الرمثا الوفد، وحضر مختار قرية برقوشيا.', [
    'متصرف لواء الرمثا',
    'مختار قرية برقوشيا',
  ]);
  checkKeys('office', 'أكد قائم مقام نابلس أن الطريق مفتوح.', ['district-governor/PS/نابلس/PS']);
  // A given name, and somebody who does as he likes.
  checkMarked('office', 'قال مختار الراوي إن الطريق مفتوح.', []);
  checkMarked('office', 'كان المتصرف في المال رجلا من نابلس.', []);
});

test('a military governor and a high commissioner are of a state, and a governor of a province is another', () => {
  checkKeys('office', 'بيان من الحاكم العسكري الأردني إلى الأهالي.', ['military-governor//JO']);
  checkKeys('office', 'رفض الوفد ما قاله المندوب السامي البريطاني.', ['high-commissioner//GB']);
  checkMarked('office', 'التقى المندوب السامي في فلسطين وفدا من الأهالي.', ['المندوب السامي في فلسطين']);
  checkMarked('office', 'قال المندوب الفرنسي إن الأمر انتهى.', []);
});

test('«أمين سر» is another office than «أمين عام» of the same body', () => {
  checkKeys('office', 'قال أمين سر حركة فتح إن الاجتماع مهم.', ['party-secretary/fatah/PS']);
  checkKeys('office', 'قال أمين عام حركة فتح إن الاجتماع مهم.', ['secretary/fatah/PS']);
});

test('an inspector general, a judge of a court and the chief justice; a judge before his name has a title', () => {
  checkMarked('office', 'قال المفتش العام لوزارة الدفاع سالم الراوي ذلك.', ['المفتش العام لوزارة الدفاع']);
  checkMarked('office', 'قال قاضي محكمة الجنايات سالم الراوي ذلك.', ['قاضي محكمة الجنايات']);
  checkMarked('office', 'زار قاضي القضاة سالم الراوي المسجد.', ['قاضي القضاة']);
  checkMarked('office', 'قال القاضي سالم الراوي ذلك في المحكمة.', []);
  checkMarked('office', 'قال القاضي الأميركي سالم الراوي ذلك في المحكمة.', []);
});

test('an assistant lecturer assists nobody', () => {
  checkMarked('office', 'سالم الراوي مدرس مساعد لشؤون الأمن القومي في الكلية.', []);
  checkMarked('office', 'قال مساعد وزير الخارجية لشؤون الأمن سالم الراوي ذلك.', ['مساعد وزير الخارجية لشؤون الأمن']);
});
