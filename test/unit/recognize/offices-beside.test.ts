/** Which office is whose: the name beside it, and nobody else’s. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkHolders, checkKeys } from './marked.ts';

/** Every person of `text` with the titles of the offices that the article gives. */
function checkClaims(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const { entities } = recognize(text);
  const found: Record<string, string[]> = {};
  for (const entity of entities) {
    if (entity.kind !== 'person') continue;
    found[entity.name] = entity.offices.map((claim) => {
      const office = entities[claim.office];
      return office?.kind === 'office' ? office.title : '';
    });
  }
  assert.deepEqual(found, expected, text);
}

test('in a list of «name، office» each office belongs to the name before it', () => {
  checkClaims('حضر سالم الرفاعي، وزير الشؤون الخارجية، وعبد الهادي منصف، وزير الداخلية، وكريم بوزيد، رئيس الأركان.', {
    'سالم الرفاعي': ['وزير الشؤون الخارجية'],
    'عبد الهادي منصف': ['وزير الداخلية'],
    'كريم بوزيد': ['رئيس الأركان'],
  });
});

test('in a list of «office، name» each office belongs to the name after it', () => {
  checkClaims('حضر وزير الدفاع، سالم الرفاعي، ووزير الداخلية، كريم منصف، ورئيس الأركان، محمود بوزيد.', {
    'سالم الرفاعي': ['وزير الدفاع'],
    'كريم منصف': ['وزير الداخلية'],
    'محمود بوزيد': ['رئيس الأركان'],
  });
});

test('a name joined by «و» is another person than the holder of the office', () => {
  checkClaims('التقى وزير الدفاع وسالم الرفاعي في المطار.', { 'سالم الرفاعي': [] });
  checkClaims('وصل وزير الداخلية، وكريم منصف في استقباله.', { 'كريم منصف': [] });
  checkClaims('قال الرئيس للسيد كريم منصف إنه سعيد.', { 'كريم منصف': [] });
});

test('no claim crosses the end of a sentence or of a line', () => {
  checkClaims('وأيد ذلك وزير الدفاع. سالم الرفاعي قال العكس.', { 'سالم الرفاعي': [] });
  checkClaims('لقاء مع وزير الدفاع\n\nسالم الرفاعي قال العكس.', { 'سالم الرفاعي': [] });
});

test('an office after the name without a comma', () => {
  checkClaims('بحضور معالي الدكتور كريم بن راشد الزعابي وزير دولة للتجارة الخارجية.', {
    'كريم بن راشد الزعابي': ['وزير دولة للتجارة الخارجية'],
  });
  checkClaims('وقال كريم منصف المتحدث باسم الخارجية الإيرانية إن بلاده ترفض.', {
    'كريم منصف': ['المتحدث باسم الخارجية الإيرانية'],
  });
  checkClaims('بحضور محمد سالم سفير دولة الإمارات لدى الهند أمس.', { 'محمد سالم': ['سفير دولة الإمارات لدى الهند'] });
});

test('after a verb with a person as object the name and the office are two', () => {
  checkClaims('استقبل سالم الرفاعي وزير الخارجية المصري في مكتبه.', { 'سالم الرفاعي': [] });
  checkClaims('التقى رئيس الوزراء وزير الخارجية المصري كريم منصف.', { 'كريم منصف': ['وزير الخارجية المصري'] });
});

test('two offices in a row before one name, or after it, are that person’s', () => {
  checkClaims('قال رئيس مجلس الوزراء وزير الخارجية القطري حمد بن خليفة المناعي إن بلاده ترحب.', {
    'حمد بن خليفة المناعي': ['رئيس مجلس الوزراء', 'وزير الخارجية القطري'],
  });
  checkClaims('بحضور سمو الشيخ سالم بن حمد ولي العهد رئيس مجلس الوزراء في المنامة.', {
    'سالم بن حمد': ['ولي العهد', 'رئيس مجلس الوزراء'],
  });
  checkClaims('قال نائب رئيس الوزراء ووزير الخارجية الأردني كريم الخالدي إن ذلك مهم.', {
    'كريم الخالدي': ['نائب رئيس الوزراء', 'وزير الخارجية الأردني'],
  });
});

test('two offices of two states in a row, or joined, are two persons’', () => {
  checkClaims('بحضور وزير الدولة الأردني رئيس الجمهورية كريم منصف.', { 'كريم منصف': ['رئيس الجمهورية'] });
  checkClaims('قال وزير الدفاع ووزير الداخلية كريم منصف إن ذلك مهم.', { 'كريم منصف': ['وزير الداخلية'] });
});

test('a dual before two states with a name each, or with the names after both', () => {
  checkClaims('التقى وزيرا الخارجية السعودي فهد بن سالم والإيراني حسين كرماني في بكين.', {
    'فهد بن سالم': ['وزير الخارجية السعودي'],
    'حسين كرماني': ['وزير الخارجية الإيراني'],
  });
  checkClaims('وقع وزيرا الخارجية، العراقي سالم الخالدي والإيراني عباس كرماني، المعاهدة.', {
    'سالم الخالدي': ['وزير الخارجية العراقي'],
    'عباس كرماني': ['وزير الخارجية الإيراني'],
  });
  checkClaims('التقى وزيرا الخارجية السعودي والإيراني سالم الرفاعي وكريم كرماني في بكين.', {
    'سالم الرفاعي': ['وزير الخارجية السعودي'],
    'كريم كرماني': ['وزير الخارجية الإيراني'],
  });
});

test('a dual without names is nobody’s, and what follows it is no name', () => {
  checkHolders('أكد وزيرا الدفاع الإيراني والعراقي تسريع العمل.', []);
  checkClaims('أكد وزيرا الدفاع الإيراني والعراقي تسريع العمل.', {});
});

test('a surname after the office of another state is the object, not the holder', () => {
  checkClaims('قال الرئيس الأمريكي جون كارتون إنه سعيد. وسيزور الرئيس المكسيكي كارتون الشهر المقبل.', {
    'جون كارتون': ['الرئيس الأمريكي'],
  });
});

test('whom a university or an airport is named after is not there', () => {
  checkClaims('درس في جامعة الملك فهد بن سعود.', {});
  checkClaims('وصل إلى مطار الرئيس صبيح الغوراني الدولي. وقال صبيح الغوراني ذلك.', { 'صبيح الغوراني': [] });
  checkClaims('وفي المطار الرئيس صبيح الغوراني.', { 'صبيح الغوراني': ['الرئيس'] });
});

test('a portfolio goes on to its last noun', () => {
  checkKeys('office', 'قال وزير الصناعة والتجارة والتموين ماهر القضاة ذلك.', ['minister/industry/']);
  checkClaims('قال وزير الطاقة والثروة المعدنية ماهر القضاة ذلك.', { 'ماهر القضاة': ['وزير الطاقة والثروة المعدنية'] });
  checkClaims('قال رئيس حكومة «الوحدة» ماهر القضاة ذلك.', { 'ماهر القضاة': ['رئيس حكومة «الوحدة»'] });
});

test('the side that someone stands for is the state of the office', () => {
  checkKeys('office', 'ووقع عن العراق مستشار الأمن القومي كريم منصف.', ['adviser/امن قومي/IQ']);
  checkClaims('وترأس الوفد السعودي مستشار الأمن الوطني كريم منصف.', { 'كريم منصف': ['مستشار الأمن الوطني السعودي'] });
});

test('the holder stands behind what says where an office is, past a comma or where they speak', () => {
  checkClaims('أفاد الناطق الرسمي باسم محكمة الاستئناف بالمنستير، فريد بن سالم، بأن الحكم صدر.', {
    'فريد بن سالم': ['الناطق الرسمي باسم محكمة الاستئناف'],
  });
  checkClaims('وأفاد مدير عام الامتحانات بوزارة التربية سالم الولباني أن الامتحان غدا.', {
    'سالم الولباني': ['مدير عام الامتحانات بوزارة التربية'],
  });
  checkClaims('استقبل وزير الخارجية بقصر الحكومة نادر حسن الفقي.', { 'نادر حسن الفقي': [] });
  checkClaims('التقى وزير الخارجية بمطار المدينة وزير الدفاع، سالم الرفاعي.', { 'سالم الرفاعي': ['وزير الدفاع'] });
});

test('a colon gives an office its holder in a list, not in a headline', () => {
  checkClaims('التشكيلة\n\nوزير النقل: سالم الرفاعي\nوزيرة المالية: نادية منصف', {
    'سالم الرفاعي': ['وزير النقل'],
    'نادية منصف': ['وزيرة المالية'],
  });
  checkClaims('وزير النقل: سالم الرفاعي سيعود إلى عمله', { 'سالم الرفاعي': [] });
});

test('a post at a minister’s is not the minister’s office', () => {
  checkClaims('قال كاتب الدولة لدى وزير النقل، سالم الرفاعي، إن الأمر مهم.', {
    'سالم الرفاعي': ['كاتب الدولة لدى وزير النقل'],
  });
  checkClaims('وأوضحت المكلفة بالملف لدى وزير الفلاحة، نوال الرفاعي، أن الأمر مهم.', { 'نوال الرفاعي': [] });
});

test('«يشغل فلان منصب …»: whoever stands between has the post', () => {
  checkClaims('ويشغل المشتبه فيه سالم الرفاعي منصب نائب مدير الشرطة.', { 'سالم الرفاعي': ['نائب مدير الشرطة'] });
  checkClaims('وقال سالم الرفاعي: منصب وزير الدفاع شاغر.', { 'سالم الرفاعي': [] });
});

test('a list of «name : office» gives no office to the next name', () => {
  checkClaims('تركيبة المكتب :\nسالم الرفاعي : رئيس المؤتمر كريم منصف : نائب رئيس', {
    'سالم الرفاعي': [],
    'كريم منصف': [],
  });
});

test('one of two candidates is not given the office', () => {
  checkClaims('الجلسة المخصصة لانتخاب سالم الرفاعي أو كريم منصف رئيسا للحزب.', {
    'سالم الرفاعي': [],
    'كريم منصف': [],
  });
});

test('no adjective of a masculine portfolio is a feminine noun; «رئيسا للجنة» is «رئيس اللجنة»', () => {
  checkClaims('وحمل النقابي وزير التعليم العالي المسؤولية كاملة.', {});
  checkClaims('تم انتخاب سالم الرفاعي رئيسا للجنة.', { 'سالم الرفاعي': ['رئيس اللجنة'] });
});

test('what stands between a body and the holder of its office belongs to the office; elsewhere it may be whom something is said to', () => {
  checkClaims('قال رئيس الجمعية الوطنية للفكر الحر سالم الرفاعي إن الأمر مهم.', {
    'سالم الرفاعي': ['رئيس الجمعية الوطنية للفكر الحر'],
  });
  checkClaims('قال رئيس المجلس الجهوي لعمادة الأطباء بصفاقس، سالم الرفاعي، إن الأمر مهم.', {
    'سالم الرفاعي': ['رئيس المجلس الجهوي لعمادة الأطباء'],
  });
  checkClaims('قال وزير الشؤون الخارجية للجمهورية اليمنية سالم الرفاعي إن الأمر مهم.', {
    'سالم الرفاعي': ['وزير الشؤون الخارجية للجمهورية اليمنية'],
  });
  checkHolders('قال رئيس الجمعية الوطنية للصحفيين إن الأمر مهم.', [['رئيس الجمعية الوطنية', null]]);
});

test('what another office begins with is none of a title; an adjective that a full name shows is nobody’s name', () => {
  checkClaims('قال رئيس الحركة الدستورية والوزير الأسبق سالم الرفاعي إن الأمر مهم.', {
    'سالم الرفاعي': ['رئيس الحركة الدستورية', 'الوزير'],
  });
  checkClaims('ندوة لرئيس الاتحاد المنستيري\n\nيعقد رئيس الاتحاد المنستيري أحمد البرقاوي ندوة.', {
    'أحمد البرقاوي': [],
  });
});
