import { test } from 'node:test';
import { checkAgreements } from './agreements-check.ts';

test('a name goes on to its field, its object, its year, its closing quote, all its parties', () => {
  const spans: readonly (readonly [string, string])[] = [
    ['وقعت تونس وليبيا مذكرة تفاهم في مجالات الطاقة والنقل.', 'مذكرة تفاهم في مجالات الطاقة والنقل'],
    ['وقعت تونس وليبيا مذكرة في قطاع الصيد، ثم غادر الوفد.', 'مذكرة في قطاع الصيد'],
    ['وقعت تونس وليبيا مذكرة تفاهم لبناء جسر على الحدود.', 'مذكرة تفاهم لبناء جسر'],
    ['وقعت تونس وليبيا اتفاقا لتقاسم مياه النهر.', 'اتفاقا لتقاسم مياه النهر'],
    ['وقعت تونس وليبيا معاهدة الحدود البحرية وحسن الجوار.', 'معاهدة الحدود البحرية وحسن الجوار'],
    ['توصلت تونس وليبيا إلى اتفاق بشأن ترسيم الحدود بين البلدين.', 'اتفاق بشأن ترسيم الحدود'],
    ['لا تزال اتفاقية عام 1959 بين تونس وليبيا نافذة.', 'اتفاقية عام 1959 بين تونس وليبيا'],
    [
      'تابعت تونس وليبيا «الاتفاقية العامة للتعاون في الثقافة والتجارة» الموقعة عام 1998.',
      'الاتفاقية العامة للتعاون في الثقافة والتجارة',
    ],
    [
      'وقعت مذكرة تفاهم رباعية بين العراق وتركيا وقطر والإمارات.',
      'مذكرة تفاهم رباعية بين العراق وتركيا وقطر والإمارات',
    ],
    // and no further
    ['وقعت تونس وليبيا اتفاق سلام برعاية الملك السعودي.', 'اتفاق سلام'],
    ['وقعت تونس وليبيا مذكرة تفاهم في القصر الرئاسي.', 'مذكرة تفاهم'],
    ['قال الوزير: "الاتفاقية ستزيد الصادرات بين تونس وليبيا التي وقعتها تونس".', 'الاتفاقية'],
    ['وقعت تونس وليبيا مذكرة تفاهم ملحقة باتفاقية قديمة.', 'مذكرة تفاهم ملحقة'],
  ];
  for (const [text, name] of spans) checkAgreements(text, { mentions: [name] });
});

test('a word that prose does not know names a treaty; an ordinary noun does not', () => {
  checkAgreements('وقعت تونس وليبيا اتفاقية شنقاف في 3 مايو 2011.', { properName: 'شنقاف', date: '2011-05-03' });
  checkAgreements('وقعت تونس وليبيا اتفاقات أوزمار في مالطا.', { properName: 'اوزمار', mentions: ['اتفاقات أوزمار'] });
  checkAgreements('وقعت تونس وليبيا اتفاقية قرض في مالطا.', { properName: null });
  checkAgreements('وقعت تونس وليبيا مذكرة شنقاف في مالطا.', { properName: null });
});

test('a group that is signed together is one agreement; agreements in general are none', () => {
  for (const [text, name] of [
    ['وقعت تونس وليبيا ثلاث مذكرات تفاهم في طرابلس.', 'مذكرات تفاهم'],
    ['وقعت تونس وليبيا 19 مذكرة تفاهم في طرابلس.', 'مذكرة تفاهم'],
    ['شهدت الزيارة توقيع 17 اتفاقية بين تونس وليبيا.', 'اتفاقية بين تونس وليبيا'],
    ['وقعت تونس وليبيا اتفاقيتين للتعاون الزراعي.', 'اتفاقيتين للتعاون الزراعي'],
    ['وقعت تونس وليبيا سلسلة من الاتفاقيات في طرابلس.', 'الاتفاقيات'],
  ] as const)
    checkAgreements(text, { mentions: [name], states: ['signed'] });
  checkAgreements(
    'وقعت تونس وليبيا 34 اتفاقية للاستثمار. وقال الوزير إن الاتفاقيات تفتح الأسواق، وإن هذه الاتفاقية مهمة.',
    {
      mentions: ['اتفاقية للاستثمار', 'الاتفاقيات'],
    },
  );
  for (const text of [
    'بحثت تونس وليبيا الاتفاقيات القديمة بين البلدين.',
    'لا تحتاج مذكرات التفاهم في تونس وليبيا إلى قانون.',
    'اتفقت تونس وليبيا على متابعة تنفيذ مذكرات التفاهم الموقعة بين البلدين.',
    'بحثت تونس وليبيا عددا من الاتفاقيات.',
    'لم توقع تونس وليبيا أي اتفاقيات.',
  ])
    checkAgreements(text);
});

test('the members of a group that the article names are agreements, and the group is none', () => {
  checkAgreements(
    'وصل رئيس وزراء تونس إلى ليبيا.\n\nوشهدت الزيارة توقيع عدد من مذكرات التفاهم بين تونس وليبيا عام 2019، منها مذكرة في قطاع النفط ومذكرة للتعاون الصحي.',
    { mentions: ['مذكرة في قطاع النفط'], states: ['signed'], subjects: ['energy'], date: '2019' },
    { mentions: ['مذكرة للتعاون الصحي'], states: ['signed'], subjects: ['health'], date: '2019' },
  );
  checkAgreements(
    'وقعت تونس وليبيا مذكرتي تفاهم، وأشاد الوزير بمذكرة التعاون الصحي بين تونس والمغرب.',
    {
      mentions: ['مذكرتي تفاهم'],
    },
    { mentions: ['مذكرة التعاون الصحي بين تونس والمغرب'] },
  );
});

test('a statement of two states, and «البيان» behind it', () => {
  checkAgreements(
    'بيان مصري سوداني في ختام القمة\n\n5 مايو 2021\n\nأصدرت مصر والسودان، اليوم الأربعاء، بيانا مشتركا في القاهرة. وجاء في البيان أن الحدود مفتوحة.',
    {
      type: 'statement',
      mentions: ['بيان مصري سوداني', 'بيانا مشتركا', 'البيان'],
      date: '2021-05-05',
      place: 'القاهرة',
    },
  );
  // that of a ministry comes between
  checkAgreements(
    'أصدرت مصر والسودان بيانا مشتركا. وقالت وزارة الري المصرية في بيان إن المفاوضات متوقفة. وأضاف البيان أن الوزارة تتابع الأمر.',
    { mentions: ['بيانا مشتركا'] },
  );
  checkAgreements('أصدرت وزارة الخارجية المصرية بيانا عن السودان. وقال البيان إن الحدود مفتوحة.');
});

test('other documents: truces, deals, contracts', () => {
  checkAgreements('أعلنت إثيوبيا وإريتريا هدنة لمدة شهرين. وانتهت الهدنة أمس.', {
    mentions: ['هدنة', 'الهدنة'],
    states: ['announced', 'ended'],
  });
  checkAgreements('توصلت روسيا وأوكرانيا إلى صفقة لتبادل الأسرى بوساطة الإمارات. وشملت الصفقة مئتي جندي.', {
    mentions: ['صفقة لتبادل الأسرى', 'الصفقة'],
    parties: ['RU', 'UA'],
    subjects: ['captives'],
  });
  checkAgreements('وقعت الجزائر وإيطاليا عقدا لتوريد الغاز، وتبلغ قيمة العقد مليار دولار.', {
    mentions: ['عقدا لتوريد الغاز', 'العقد'],
  });
  checkAgreements('وقعت الهند وفرنسا عقدا بقيمة 7 مليارات يورو لشراء طائرات.', {
    mentions: ['عقدا'],
    parties: ['FR', 'IN'],
  });
  for (const text of [
    'وقع اللاعب عقدا مع ناد في إيطاليا.',
    'تراجعت تجارة الجزائر وإيطاليا خلال العقد الماضي.',
    'عقد الوزيران اجتماعا بين الجزائر وإيطاليا.',
    'وصف الوزير المباراة بين الجزائر وإيطاليا بأنها صفقة خاسرة.',
  ])
    checkAgreements(text);
});

test('which name means which', () => {
  // a year tells a treaty that was introduced by its date
  checkAgreements(
    'كانت معاهدة الحدود لعام 1937 بين العراق وإيران أول محاولة. ثم وقع وزير الخارجية العراقي سالم كريم ونظيره الإيراني مراد يزدي في 13 حزيران 1975 معاهدة الحدود الدولية. ولا تزال معاهدة 1975 نافذة.',
    { mentions: ['معاهدة الحدود'], date: '1937', signatories: [] },
    { mentions: ['معاهدة الحدود الدولية', 'معاهدة 1975'], date: '1975-06-13', states: ['signed', 'in force'] },
  );
  // an announced agreement is not the memorandum still to be signed
  checkAgreements(
    'أعلنت الأردن وسوريا التوصل إلى اتفاق على إلغاء التأشيرات. وينتظر أن توقع الأردن وسوريا مذكرة تفاهم لربط الموانئ بسكة حديد.',
    { type: 'agreement', states: ['announced'] },
    { type: 'memorandum', states: ['planned'] },
  );
  // nor a statement the agreement of another date that it carries out
  checkAgreements(
    'وقعت السعودية والكويت بيانا مشتركا في 6 أبريل 2023. وجاء لقاء السعودية والكويت تنفيذا للاتفاق المعلن في 10 مارس 2023.',
    { type: 'statement', date: '2023-04-06' },
    { type: 'agreement', date: '2023-03-10' },
  );
  checkAgreements(
    'وقع الأردن وسوريا اتفاقا لتقاسم المياه عام 2022، ليحل محل اتفاقية عام 1987 بين البلدين. وقال الوزير إن الاتفاقية القديمة لم تعد سارية. وسيعرض الاتفاق الجديد على البرلمان.',
    { mentions: ['اتفاقا لتقاسم المياه', 'الاتفاق الجديد'] },
    { mentions: ['اتفاقية عام 1987', 'الاتفاقية القديمة'], states: ['ended'] },
  );
});

test('a quotation behind «الاتفاق» is said of it and no name', () => {
  checkAgreements(
    'وقعت مصر وليبيا اتفاقا لترسيم الحدود البحرية. وقال الوزير إن الاتفاق "خطوة أولى". ورأت تونس أن الاتفاق "في حكم العدم".',
    { properName: null, mentions: ['اتفاقا لترسيم الحدود البحرية', 'الاتفاق', 'الاتفاق'] },
  );
  checkAgreements('أنهى اتفاق "النسر الأزرق" بين مصر وليبيا النزاع.', {
    properName: 'نسر الازرق',
    parties: ['EG', 'LY'],
  });
});

test('a document of a document is one: «اتفاق إعلان المبادئ»', () => {
  checkAgreements('وقعت مصر وليبيا اتفاق إعلان المبادئ حول المياه.', {
    type: 'agreement',
    mentions: ['اتفاق إعلان المبادئ'],
  });
  checkAgreements('وقعت مصر وليبيا اتفاقا بعد إعلان المبادئ.', { mentions: ['اتفاقا'] }, { type: 'statement' });
});

test('sides that are no states belong to the name, and what is said behind them is said of it', () => {
  checkAgreements('أما اتفاقية الشراكة بين مصر والاتحاد الأوروبي، التي وقعت في طنجة في يونيو 2001، فقديمة.', {
    date: '2001-06',
    mentions: ['اتفاقية الشراكة بين مصر والاتحاد الأوروبي'],
  });
});

test('a verbal noun with its object, plurals in «ات», «إلغاء»', () => {
  checkAgreements('وقعت مصر وليبيا اتفاقية إنشاء مركز بحري.', { mentions: ['اتفاقية إنشاء مركز بحري'] });
  checkAgreements('وقعت مصر وليبيا اتفاقية ترتيبات شؤون الحجاج.', { mentions: ['اتفاقية ترتيبات شؤون الحجاج'] });
  checkAgreements('سهل اتفاق إلغاء سمات الدخول بين مصر وليبيا السفر.', {
    mentions: ['اتفاق إلغاء سمات الدخول بين مصر وليبيا'],
  });
  // Verbs are none of these.
  checkAgreements('وقعت مصر وليبيا اتفاقية تنظم الصيد.', { mentions: ['اتفاقية'] });
  checkAgreements('وقعت مصر وليبيا اتفاقية ستنظم الصيد.', { mentions: ['اتفاقية'] });
});

test('what lies on the shelf is no agreement on it', () => {
  checkAgreements('وقعت مصر وليبيا معاهدة السلام. وقال الوزير إنها وثيقة على رف.', { mentions: ['معاهدة السلام'] });
});

test('a declaration called by a place, where it says whose it is or that it was signed', () => {
  checkAgreements('التزمت الحكومة بإعلان طنجة بين الجيش السوداني وقوات الشمال، الموقع في 11 مايو 2013.', {
    type: 'statement',
    date: '2013-05-11',
    mentions: ['إعلان طنجة'],
  });
  checkAgreements('شاهد الزوار إعلان طنجة في الميناء.');
  checkAgreements('وقعت مصر وليبيا مذكرة تفاهم بشأن الصيد، الموقع الإلكتروني للوزارة.', { date: null });
});

test('«اتفاقية تبادل الطاقة بالمياه»: what is given for it belongs to the name', () => {
  checkAgreements('وقعت مصر وليبيا اتفاقية تبادل الطاقة بالمياه بين مصر وليبيا.', {
    mentions: ['اتفاقية تبادل الطاقة بالمياه بين مصر وليبيا'],
  });
  checkAgreements('وقعت مصر وليبيا اتفاقية تقاسم المياه بالقاهرة.', { mentions: ['اتفاقية تقاسم المياه'] });
});

test('what somebody refuses to sign is a plan; what nobody has made is nothing', () => {
  checkAgreements('قال الوزير إن بلاده لن توقع اتفاقية تقاسم المياه بين مصر وليبيا.', {
    parties: ['EG', 'LY'],
    states: ['planned'],
    date: null,
  });
  checkAgreements('قال الوزير إن بلاده لن توقع اتفاقية مع ليبيا.');
});

test('the declaration that the headline or the lead only mentions is the one the body tells of', () => {
  checkAgreements(
    'مصر وليبيا تبحثان الحدود\n\n- بيان مشترك عقب اجتماع في القاهرة\n\nأصدرت مصر وليبيا، الخميس، بيانا مشتركا في ختام اجتماع استضافته العاصمة القاهرة، رحبت فيه الدولتان بالقرار.',
    { type: 'statement', place: 'القاهرة', mentions: ['بيان مشترك', 'بيانا مشتركا'] },
  );
});

test('the act of agreeing with somebody is no document', () => {
  checkAgreements('وتم الاتفاق بين مصر وليبيا الأسبوع الماضي على مشروع زيادة.');
  checkAgreements('وأوضح أنه تم الاتفاق مع ليبيا على خطة.');
});

test('the title has the article that لل hides; participles of signing are none of the name', () => {
  checkAgreements('جاء ذلك تنفيذا للاتفاق النووي بين مصر وليبيا.', { title: 'الاتفاق النووي بين مصر وليبيا' });
  checkAgreements('وتبحث اتفاقية التجارة الحرة الممضاة بين مصر وليبيا عام 2004.', {
    title: 'اتفاقية التجارة الحرة',
    date: '2004',
  });
});

test('what is only striven for is no document that exists', () => {
  checkAgreements('وعقد الملتقى في مصر تحت شعار "نحو إرساء اتفاق إطاري لديمومة القطاع".');
});

test('a name that the article has put in quotes is one without them, too', () => {
  checkAgreements(
    'وقع الرئيسان في 8 أبريل 2010 معاهدة "ستانق" الجديدة بين مصر وليبيا. ودعا إلى الحفاظ على معاهدة ستانق الجديدة.',
    {
      type: 'treaty',
      properName: 'ستانق',
      mentions: ['معاهدة "ستانق" الجديدة بين مصر وليبيا', 'معاهدة ستانق الجديدة'],
    },
  );
});

test('a heading between paragraphs names what the next sentences tell', () => {
  checkAgreements(
    `القمة تختتم أعمالها

اختتمت القمة أعمالها في القاهرة بحضور رؤساء الوفود.

اتفاق أمني مع طرابلس

وقع الرئيسان في القاهرة الخميس 27 يونيو 2024 اتفاقا أمنيا بين مصر وليبيا. ويلزم الاتفاق الجانبين بالتعاون.`,
    { mentions: ['اتفاق أمني', 'اتفاقا أمنيا بين مصر وليبيا', 'الاتفاق'] },
  );
});

test('the words of a name tell which of several agreements it means', () => {
  checkAgreements(
    'وقع الأردن وسوريا ولبنان في شنقاف اتفاقية عبور الطاقة، فيما أبرمت سوريا ولبنان على هامش الاجتماع اتفاقية لتزويد القرى بالمياه. ' +
      'ووقع الاتفاقية الثلاثية ثلاثة وزراء. وقال الوزير إن اتفاقية التزويد جاهزة. وتأخرت اتفاقية العبور سنة.',
    { mentions: ['اتفاقية عبور الطاقة', 'الاتفاقية الثلاثية', 'اتفاقية العبور'], parties: ['JO', 'LB', 'SY'] },
    { mentions: ['اتفاقية لتزويد القرى', 'اتفاقية التزويد'], parties: ['LB', 'SY'] },
  );
  // Two full names of one sentence that share no word; of one document they share one.
  checkAgreements(
    'وقعت مصر وليبيا أمس اتفاق ترسيم الحدود بعد عامين على اتفاق الإطار الذي أعلنه الوزير في 1 أكتوبر 2020.',
    { mentions: ['اتفاق ترسيم الحدود'] },
    { mentions: ['اتفاق الإطار'], date: '2020-10-01' },
  );
});

test('a treaty of another noun, told of behind the lead, is not the news', () => {
  checkAgreements(
    'وقعت مصر وليبيا أمس مذكرة تفاهم للتعاون الزراعي.\n\nوقال الوزير إن المذكرة مهمة.\n\nوليبيا طرف في معاهدة حظر الانتشار النووي بين ليبيا وإيران.',
    { type: 'memorandum', mentions: ['مذكرة تفاهم للتعاون الزراعي', 'المذكرة'] },
    { type: 'treaty' },
  );
  // «الجديدة» tells nothing.
  checkAgreements('وقعت مصر وليبيا أمس مذكرة تفاهم للتعاون الزراعي.\n\nوقال الوزير إن الاتفاقية الجديدة مهمة.', {
    mentions: ['مذكرة تفاهم للتعاون الزراعي', 'الاتفاقية الجديدة'],
  });
});

test('«إعلان الاتفاق» is the announcing of it; what was done with an agreement is no part of its name', () => {
  checkAgreements('قال الوزير بعد إعلان الاتفاق السعودي الإيراني الذي وقع في 10 مارس 2023 إن المنطقة تغيرت.', {
    type: 'agreement',
    mentions: ['الاتفاق السعودي الإيراني'],
  });
  checkAgreements('وقعت مصر وليبيا إعلان مبادئ.', { type: 'statement' });
  checkAgreements('تحكم العلاقات بين مصر وليبيا اتفاقية الشراكة الممضاة في 17 جويلية 1995.', {
    mentions: ['اتفاقية الشراكة'],
    date: '1995-07-17',
  });
});

test('an agreement is called by where it was signed, before or behind the telling', () => {
  checkAgreements(
    'وقعت مصر وليبيا أمس في جنيف اتفاقا لوقف إطلاق النار.\n\nورأى الوزير سالم كريم أن اتفاق جنيف متوازن.',
    { mentions: ['اتفاقا لوقف إطلاق النار', 'اتفاق جنيف'], properName: null },
  );
  checkAgreements(
    'وما مصير اتفاق القاهرة مع الوكالة؟\n\nكان وزير الخارجية الإيراني سالم كريم والوزير المصري لطفي وهبة قد وقعا في القاهرة اتفاقا لاستئناف التعاون.',
    { mentions: ['اتفاق القاهرة', 'اتفاقا لاستئناف التعاون'] },
  );
  // Another town, another agreement.
  checkAgreements(
    'وقعت مصر وليبيا أمس في جنيف اتفاقا لوقف إطلاق النار.\n\nورأى الوزير سالم كريم أن اتفاق طنجة متوازن.',
    { mentions: ['اتفاقا لوقف إطلاق النار'] },
    { mentions: ['اتفاق طنجة'] },
  );
});

test('what a quotation says of an agreement is not its name', () => {
  checkAgreements('وقعت مصر وليبيا أمس مذكرة تفاهم. ورأى الوزير ان "الاتفاق ذو اهمية تاريخية".', {
    mentions: ['مذكرة تفاهم', 'الاتفاق'],
  });
  checkAgreements('وقعت مصر وليبيا أمس "الاتفاقية العامة للتعاون في الاقتصاد والثقافة".', {
    mentions: ['الاتفاقية العامة للتعاون في الاقتصاد والثقافة'],
  });
});
