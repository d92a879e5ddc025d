import { test } from 'node:test';
import { checkAgreements } from './agreements-check.ts';

test('in force, and ended', () => {
  const states: readonly (readonly [string, readonly string[]])[] = [
    ['لا تزال اتفاقية المياه بين تونس وليبيا نافذة.', ['in force']],
    ['بدأ سريان الهدنة بين تونس وليبيا.', ['in force']],
    ['أكد الوزير بدء العمل باتفاقية المياه بين تونس وليبيا.', ['in force']],
    ['معاهدة الحدود بين تونس وليبيا، التي أنهتها طرابلس من طرف واحد عام 1969.', ['ended']],
    ['قالت تونس إن معاهدة الحدود مع ليبيا لم تعد سارية.', ['ended']],
    ['قررت تونس تعليق العمل بالاتفاقية الأمنية مع ليبيا.', ['ended']],
    ['علقت تونس مشاركتها في الاتفاق الأمني مع ليبيا.', ['ended']],
    ['قرر البرلمان التونسي إلغاء الاتفاقية الأمنية مع ليبيا.', ['ended']],
    ['انتهت مدة الاتفاقية الأمنية بين تونس وليبيا.', ['ended']],
    // an agreement all the same, but nothing is said of its end
    ['هددت تونس بإلغاء الاتفاقية الأمنية مع ليبيا.', ['signed']],
    ['لم تنسحب تونس من الاتفاقية الأمنية مع ليبيا.', ['signed']],
    ['انتهت المهلة التي حددها المحضر الأمني الموقع بين تونس وليبيا.', ['signed']],
    ['أنهى البلدان خلافهما بموجب اتفاقية المياه بين تونس وليبيا.', ['signed']],
    ['ستدخل الاتفاقية الأمنية بين تونس وليبيا حيز التنفيذ العام المقبل.', ['signed']],
    ['علق الوزير التونسي على الاتفاقية الأمنية مع ليبيا.', ['signed']],
  ];
  for (const [text, expected] of states) checkAgreements(text, { states: expected });
});

test('an agreement that ends a war has not ended', () => {
  checkAgreements('أنهت الاتفاقية الأمنية بين تونس وليبيا خلافا دام عقدين.', { states: ['signed'] });
  checkAgreements('وقعت تونس وليبيا اتفاقا ينهي الحرب.', { states: ['signed'] });
});

test('signed, planned, negotiated, denied', () => {
  const states: readonly (readonly [string, readonly string[]])[] = [
    ['شهد الرئيس التونسي ورئيس الوزراء الليبي في طرابلس توقيع اتفاقية أمنية.', ['signed']],
    ['تبادل الوزيران التونسي والليبي وثائق الاتفاقية الأمنية.', ['signed']],
    ['تواصل تونس وليبيا التفاوض على محضر أمني.', ['negotiated']],
    ['بحثت تونس وليبيا مشروع اتفاقية أمنية.', ['negotiated']],
    ['ينتظر أن توقع تونس وليبيا اتفاقية أمنية.', ['planned']],
    ['اقتربت تونس وليبيا من التوصل إلى اتفاق أمني.', ['planned']],
    ['رفضت تونس الاتفاق الموقع مع ليبيا عام 2013.', ['signed']],
    ['ينص الاتفاق على فتح الحدود بين تونس وليبيا، وقد وقع الاتفاق عام 2013.', ['signed']],
  ];
  for (const [text, expected] of states) checkAgreements(text, { states: expected });
  for (const text of [
    'فشلت تونس وليبيا في التوصل إلى اتفاق أمني.',
    'نفى الناطق باسم وزارة الخارجية التونسية التوصل إلى اتفاق أمني مع ليبيا.',
    'يستند المشروع إلى مذكرة تعدها تونس وليبيا.',
  ])
    checkAgreements(text);
});

test('who signs, in a sentence of its own', () => {
  for (const text of [
    'رعى رئيس الوزراء العراقي هادي منصور مراسم توقيع المحضر الأمني بين العراق وتركيا. ووضع توقيعه عن العراق وزير الداخلية سالم كريم، وعن تركيا الوزير مراد يلدز.',
    'وقع وزيرا الدفاع في العراق وتركيا مذكرة تفاهم. ومثل الجانب العراقي في التوقيع وزير الدفاع العراقي سالم كريم، فيما مثل الجانب التركي نظيره مراد يلدز.',
    'وقع عن الجانب العراقي وزير الداخلية سالم كريم، وعن الجانب التركي الوزير مراد يلدز، محضرا مشتركا.',
    'وقع الاتفاقية الأمنية كل من وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز.',
    'وقع وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز، عقب لقاء مع رئيس الوزراء العراقي هادي منصور، اتفاقية أمنية.',
  ])
    checkAgreements(text, { signatories: ['سالم كريم', 'مراد يلدز'] });
  checkAgreements('وقع العراق وتركيا اتفاقية أمنية. ومثل وزير الداخلية العراقي سالم كريم أمام البرلمان.', {
    signatories: [],
  });
});

test('when and where', () => {
  // a date behind the act, not the year in the name
  checkAgreements('معاهدة الحدود لعام 1937 بين العراق وتركيا، التي أنهتها بغداد عام 1969.', {
    date: '1937',
    states: ['ended'],
  });
  // the date line says where, if nothing else does, and only of the parties
  checkAgreements(
    'اتفاق أردني سوري على المياه\n\nعمان (12 مارس 2022)\n\nوقع الأردن وسوريا، السبت، اتفاقا لتقاسم المياه، وذلك بعد محادثات طويلة.',
    { date: '2022-03-12', place: 'عمان' },
  );
  checkAgreements(
    'اتفاق أردني سوري على المياه\n\nباريس (12 مارس 2022)\n\nوقع الأردن وسوريا، السبت، اتفاقا لتقاسم المياه، وذلك بعد محادثات طويلة.',
    { date: '2022-03-12', place: null },
  );
  // «بين وزارتي الصحة في …» says which ministries
  checkAgreements('وقع البلدان مذكرة تفاهم بين وزارتي الصحة في تونس وليبيا.', { place: null, parties: ['LY', 'TN'] });
  checkAgreements('وقعت شركة النقل عقدا لتوريد القطارات بين تونس وليبيا، في سوسة، يوم 4 مايو 2020.', {
    place: 'سوسة',
    date: '2020-05-04',
  });
});

test('whose it is', () => {
  const parties: readonly (readonly [string, readonly string[]])[] = [
    ['وقعت تركيا والعراق وقطر مذكرة تفاهم في بغداد.', ['IQ', 'QA', 'TR']],
    ['أعلنت مصر أن الاتفاق الثلاثي مع إثيوبيا والسودان ما زال نافذا.', ['EG', 'ET', 'SD']],
    ['توصلت إسرائيل وحركة حماس إلى اتفاق لوقف إطلاق النار بوساطة قطرية ومصرية وأميركية.', ['IL', 'hamas']],
    ['وقعت تونس اتفاقا مبدئيا مع صندوق النقد الدولي.', ['TN', 'imf']],
    ['أعلنت قطر اتفاق سلام بين إثيوبيا وإريتريا.', ['ER', 'ET']],
    // «الدوحة» tells of it
    ['توصلت إثيوبيا وإريتريا إلى اتفاق سلام، وفق ما أعلنت الدوحة.', ['ER', 'ET']],
    ['وقعت وزارة الدفاع الكويتية عقدا لشراء طائرات مع تركيا.', ['KW', 'TR']],
  ];
  for (const [text, expected] of parties) checkAgreements(text, { parties: expected });
  // «البلدان» are the two that the news is about, not who was present
  checkAgreements(
    'السعودية والكويت تفتحان الحدود\n\nأعلنت السعودية والكويت فتح الحدود، وحضر عن الجانب الصيني الوزير لي وانغ. وينص القرار على تفعيل اتفاقية التعاون الأمني التي وقعها البلدان عام 2001.',
    { mentions: ['اتفاقية التعاون الأمني'], parties: ['KW', 'SA'], date: '2001' },
  );
  // what parties inside one state agree on by word is no document
  checkAgreements('توصل البرلمان العراقي إلى اتفاق على قانون الموازنة.');
});

test('a chronicle tells in the present, and its entry says when', () => {
  checkAgreements(
    [
      'وقعت مصر وليبيا اليوم الثلاثاء (4 نيسان 2023) اتفاقا مؤقتا لتصدير النفط.',
      '',
      '– 27 آب 1973: مصر وليبيا يوقعان في طرابلس اتفاقية خط أنابيب النفط، وهي الاتفاقية التي استندت إليها القاهرة.',
      '',
      '– 2013: حكومة ليبيا برئاسة سالم كريم توقع مع تونس اتفاقا للطاقة.',
      '',
      '- 1 تشرين الأول 2020: رئيس مجلس النواب يعلن من القصر اتفاق الإطار بين تونس وليبيا.',
    ].join('\n'),
    { states: ['signed'], date: '2023-04-04', mentions: ['اتفاقا مؤقتا لتصدير النفط'] },
    {
      states: ['signed'],
      date: '1973-08-27',
      place: 'طرابلس',
      mentions: ['اتفاقية خط أنابيب النفط', 'الاتفاقية'],
    },
    { states: ['signed'], date: '2013', parties: ['LY', 'TN'] },
    { states: ['announced'], date: '2020-10-01', parties: ['LY', 'TN'] },
  );
  // Outside of chronicles the present is what is to come.
  checkAgreements('يوقع الوزيران مذكرة تفاهم بين مصر وليبيا.', { states: ['planned'] });
});

test('what is signed at one ceremony: others sign what is about something else', () => {
  checkAgreements(
    [
      'القاهرة 27-9-2012 (النبأ) - وقع الرئيس المصري سالم كريم والرئيس الليبي نادر صقر اليوم الخميس بطنجة على اتفاق التعاون بين مصر وليبيا.',
      'وفي ذات المراسم وقع وزير الدفاع المصري فهد جابر ونظيره الليبي طارق حداد اتفاق الترتيبات الأمنية.',
      'كما وقع وزير النفط المصري أحمد قايا ووزير النفط الليبي سامر كمالي اتفاق النفط.',
    ].join(' '),
    { signatories: ['سالم كريم', 'نادر صقر'], date: '2012-09-27', place: 'طنجة' },
    { signatories: ['فهد جابر', 'طارق حداد'], date: '2012-09-27', place: 'طنجة' },
    { signatories: ['أحمد قايا', 'سامر كمالي'], date: '2012-09-27', place: 'طنجة' },
  );
});

test('the date of the clause before is not that of the next', () => {
  checkAgreements(
    'ووقعت مصر اتفاقا مماثلا مع تونس في يونيو 2020، بينما أبرم اتفاق ترسيم الحدود بين مصر وليبيا في عام 2003.',
    { date: '2020-06' },
    { date: '2003' },
  );
});

test('«أما اتفاق السلام مع … في 2005 فـ…» is another than the one spoken of', () => {
  checkAgreements(
    'وقعت مصر وليبيا عام 2006 اتفاق طنجة بين البلدين. أما اتفاق السلام بين مصر وتونس في 2005 فأنهى النزاع.',
    { properName: 'طنجه', mentions: ['اتفاق طنجة'] },
    { parties: ['EG', 'TN'], mentions: ['اتفاق السلام بين مصر وتونس'] },
  );
});

test('a new agreement in the accusative is not the named one before it, whose end a pronoun tells', () => {
  checkAgreements(
    'عبرت القوات بموجب اتفاق "النسر الأزرق" بين مصر وليبيا، قبل أن تعلن القاهرة إنهاء العمل به. وفي 28 سبتمبر 2007 وقع وزير الداخلية المصري سالم كريم مع نظيره الليبي نادر صقر في طرابلس اتفاقا لمكافحة الإرهاب بين مصر وليبيا.',
    { properName: 'نسر الازرق', states: ['ended'], signatories: [] },
    { states: ['signed'], date: '2007-09-28', signatories: ['سالم كريم', 'نادر صقر'] },
  );
});

test('what was signed a day before is not the news of the day', () => {
  checkAgreements(
    'وزير الحقول يتحدث\n\n5 مايو 2020\n\nتحدث الوزير بعد يوم واحد من توقيع اتفاقية المياه بين مصر وليبيا عن خططه.',
    { states: ['signed'], date: null },
  );
});

test('where: the city before «حيث», and no city of another clause', () => {
  checkAgreements(
    'وكانت المحطة الأخيرة طنجة، حيث صدر في السابع من مارس 2024 الإعلان المشترك بين مصر وليبيا حول الصيد.',
    { place: 'طنجة', date: '2024-03-07' },
  );
  checkAgreements(
    'القاهرة 27 سبتمبر 2012 - وقع وزيرا مصر وليبيا اتفاق الصيد. وذكر الوزير المصري لدى وصوله أن اللجنة ستجتمع في طنجة.',
    { place: 'القاهرة' },
  );
});

test('an entry of a chronology tells by a noun, behind a colon or a dash', () => {
  checkAgreements(
    `العلاقات بين مصر والأردن

التسلسل الزمني:
• 3 مايو 2008: توقيع بروتوكول المبادلة بين مصر والأردن في عمان.
8 أبريل 2010 — وزيرا الخارجية المصري والأردني يوقعان معاهدة التعاون الأمني في القاهرة.`,
    { type: 'protocol', states: ['signed'], date: '2008-05-03', place: 'عمان' },
    { type: 'treaty', states: ['signed'], date: '2010-04-08', place: 'القاهرة', parties: ['EG', 'JO'] },
  );
});

test('what has ended may be the working by it, told in a clause of its own', () => {
  checkAgreements('أما اتفاقية سحب القوات بين مصر والأردن الموقعة عام 2008 فقد انتهى العمل بها مع خروج آخر جندي.', {
    states: ['signed', 'ended'],
    date: '2008',
  });
  checkAgreements('أعلنت الوزارة أن العمل بمعاهدة الصواريخ المتوسطة بين مصر والأردن انتهى رسميا.', {
    states: ['ended'],
  });
  checkAgreements('اتفاقية المياه التي وقعها الوزيران في عمان عام 2008 بين مصر والأردن، وهي ما زالت نافذة.', {
    states: ['signed', 'in force'],
  });
  // «نافذة» of something else
  checkAgreements('اتفاقية المياه التي وقعتها مصر والأردن عام 2008، وهو قانون نافذ.', { states: ['signed'] });
});

test('what is to be shown before its signing is planned', () => {
  checkAgreements(
    'اتفق وزيرا مصر والأردن على إعداد مذكرة تفاهم لتنظيم السفر، تعرض على الحكومتين قبل التوقيع عليها العام المقبل.',
    { type: 'memorandum', states: ['negotiated', 'planned'] },
  );
});

test('a new document of a state that is no party of the one spoken of is another', () => {
  checkAgreements(
    'وقع الوزيران الاتفاقية الدفاعية بين مصر والأردن في عمان. وفي يناير الماضي، أبرم المغرب مذكرة تفاهم تمنحه منفذا على الميناء.',
    { type: 'agreement', parties: ['EG', 'JO'] },
    { type: 'memorandum' },
  );
});

test('a year behind another agreement’s noun is that one’s', () => {
  checkAgreements(
    'تنص الوثيقة على تفعيل الاتفاقية الأمنية القديمة واتفاقية 1998 بين مصر والأردن.',
    { date: null },
    { date: '1998' },
  );
});

test('who signs behind a passive, before «قد», as the speaker, and not the head of a government that signs', () => {
  checkAgreements(
    'ووقع المحضر في بغداد في 19 آذار 2023 بين مستشار الأمن القومي العراقي سالم كريم ووزير الداخلية الإيراني نادر صقر، بحضور رئيس مجلس الوزراء العراقي وليد حمدان.',
    { type: 'minutes', signatories: ['سالم كريم', 'نادر صقر'], date: '2023-03-19' },
  );
  checkAgreements(
    'وكان وزير الخارجية المصري سالم كريم قد وقع الاتفاق في عمان في الثاني والعشرين من أيلول 2018 مع وزير الخارجية الأردني نادر صقر.',
    { signatories: ['سالم كريم', 'نادر صقر'], date: '2018-09-22', place: 'عمان' },
  );
  checkAgreements(
    'وقال وزير الطاقة المصري سالم كريم إن اتفاقية المحطة التي وقعها في القاهرة مع وزير الطاقة الأردني نادر صقر ستنفذ.',
    { signatories: ['نادر صقر', 'سالم كريم'] },
  );
  // a subject of its own
  checkAgreements(
    'وقال وزير الطاقة المصري سالم كريم إن اتفاقية المحطة التي وقعها الرئيس مع وزير الطاقة الأردني نادر صقر ستنفذ.',
    { signatories: ['نادر صقر'] },
  );
  checkAgreements('في 17 يناير 2007، وقعت حكومة سالم كريم اتفاقا مع الأردن في القاهرة.', { signatories: [] });
});

test('signatories behind a comma and a title; who is named in the next clause behind a date has not signed', () => {
  checkAgreements(
    'اتفاقية التعاون بين مصر والأردن. وقعها عن الجانب المصري وزير الداخلية، السيد سالم كريم، وعن الجانب الأردني وزير الداخلية، السيد نادر صقر.',
    { signatories: ['سالم كريم', 'نادر صقر'] },
  );
  checkAgreements(
    'اتفاقية الحدود بين مصر والأردن، التي وقعها وزير الخارجية المصري سالم كريم ووزير الخارجية الأردني نادر صقر في عمان في السادس من مارس 1975، أسس بعدها في دمشق حزبا مع وليد حمدان.',
    { signatories: ['سالم كريم', 'نادر صقر'], date: '1975-03-06', place: 'عمان' },
  );
});

test('a day to come is not that of the signing', () => {
  checkAgreements(
    '5 مايو 2020\n\nووقعت مصر والأردن بالقاهرة اتفاقية القرض بقيمة مليون دولار، على أن يبدأ السداد في أكتوبر 2029.',
    { states: ['signed'], place: 'القاهرة', date: '2020-05-05' },
  );
});

test('«وفي اليوم نفسه»: the day of the signing told before, and not its place', () => {
  checkAgreements(
    'وقعت مصر والأردن اتفاقية المياه في عمان في 19 نوفمبر 2015. وفي اليوم نفسه وقعت مصر وليبيا مذكرة الصيد.',
    { date: '2015-11-19', place: 'عمان' },
    { type: 'memorandum', date: '2015-11-19', place: null },
  );
});

test('items of a list were signed when and where the news says', () => {
  checkAgreements(
    `لائحة الاتفاقيات الموقعة بين مصر وليبيا

القاهرة - 28 أكتوبر 2024 - ترأس الرئيسان المصري والليبي، اليوم الاثنين بالقاهرة، مراسم التوقيع على اتفاقيات.

إثر ذلك، تم التوقيع على:

1- مذكرة تفاهم في مجال المياه. وقعها سالم كريم، وزير المياه، ونادر صقر، وزير الري.

2- بروتوكول في مجال النقل. وقعه سالم كريم، وزير المياه، ووليد حمدان، وزير النقل.`,
    { type: 'memorandum', date: '2024-10-28', place: 'القاهرة' },
    { type: 'protocol', date: '2024-10-28', place: 'القاهرة' },
  );
});

test('lines above the lead that are no prose do not make it the middle of the article', () => {
  checkAgreements(
    `الوزيران في عمان

المصدر: النبأ نت
11 آب 2025 21:35
3 مشاهدة

وقع الوزيران المصري والأردني في عمان مذكرة التعاون.`,
    { date: '2025-08-11', place: 'عمان' },
  );
});

test('a protocol agreed on that will be signed is not the agreement that was', () => {
  checkAgreements(
    'اتفقت مصر وليبيا على بروتوكول مشترك للصيد، تموله الدولتان، وسيوقع حين تقره اللجنة. وملف الغاز حسم باتفاق المقايضة الذي وقع بطرابلس في 11 تموز 2023.',
    { type: 'protocol', states: ['planned', 'announced'] },
    { type: 'agreement', states: ['signed'], date: '2023-07-11', place: 'طرابلس' },
  );
});

test('a headline that names the signing of what the body plans', () => {
  checkAgreements(
    'إمضاء اتفاق المياه بين مصر وليبيا\n\n5 مايو 2020\n\nمن المنتظر أن يتم يوم الجمعة القادم إمضاء اتفاق المياه بين مصر وليبيا.',
    { states: ['planned'], date: null },
  );
});

test('the line below the headline tells as it does, its subject first', () => {
  checkAgreements(
    'ماذا يحمل الوزير في جولته؟\n\n11 آب 2025\n\nالوزير المصري الجديد يوقع في العاصمة الليبية مذكرة تفاهم أمنية مع ليبيا، والمعارضة تعترض.\n\nوصل الوزير اليوم إلى البلاد.',
    { states: ['signed'], date: '2025-08-11' },
  );
  checkAgreements(
    'ماذا يحمل الوزير في جولته؟\n\n11 آب 2025\n\nويوقع الوزير المصري مذكرة تفاهم أمنية مع ليبيا في جولته.\n\nوصل الوزير اليوم إلى البلاد.',
    { states: ['planned'] },
  );
});
