/** Whose an agreement is: states where they act, bodies where they act for themselves, and nobody who is only named beside it. */
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkGrowth } from '../growth.ts';
import { checkAgreements } from './agreements-check.ts';

test('a company, university or party makes an agreement of its own, which is not its state’s', () => {
  checkAgreements('وقعت شركة سيماف الكندية للطاقة، الثلاثاء، اتفاقية شراكة مع مؤسسة تيسير لتمويل المشاريع.', {
    parties: ['شركه سيماف الكنديه للطاقه'],
  });
  checkAgreements('وقع المغرب الاثنين اتفاقية مشروع ضخم مع مجموعة هيتا الصينية لبناء مدينة صناعية.');
  checkAgreements('توجت زيارة الوفد إلى الصين بتوقيع مذكرة تفاهم وشراكة مع الحزب الشيوعي الصيني.', {
    parties: ['حزب الشيوعي الصيني'],
  });
  checkAgreements('أعلن الاتحاد العام التونسي للشغل أنه سيتم غدا إمضاء اتفاق الزيادة في الأجور.');
  checkAgreements('قال المدير إن الشركة وقعت اتفاقية مع شركات في غينيا.');
  checkAgreements('تم التوقيع على اتفاقية لبناء مستشفى بين وزارة الصحة ومجموعة المستشفيات الدولية بالمملكة المتحدة.');
  // «و» before a state keeps it apart from the body before it.
  checkAgreements('تم في المنامة توقيع اتفاقية تعاون بين شركة سيماف وتونس.', { parties: ['TN', 'شركه سيماف'] });
  // What acts for a state, does.
  checkAgreements('وقعت الحكومة الكندية اتفاقية تعاون مع الحكومة المصرية.', { parties: ['CA', 'EG'] });
  checkAgreements('وقعت وزارة الطاقة الكندية اتفاقية تعاون مع وزارة الطاقة المصرية.', { parties: ['CA', 'EG'] });
  checkAgreements('وقع البنك المركزي المصري مذكرة تفاهم مع البنك المركزي السوداني.', { parties: ['EG', 'SD'] });
});

test('«بين» says between whom: no state of the sentence takes the place of a side that is none', () => {
  checkAgreements('ارتفع الإنفاق في السعودية بعد توقيع الاتفاق النووي بين طهران والقوى الكبرى.', { parties: ['IR'] });
  checkAgreements('زار وفد من تونس بوركينا فاسو، وتم التوقيع على اتفاقيات ثنائية بين رجال الأعمال.');
  checkAgreements('تم في تونس التوقيع على اتفاقية بين وزيري الدفاع التونسي والليبي.', { parties: ['LY', 'TN'] });
  checkAgreements('وقعت تونس وليبيا أمس اتفاقية تعاون، وتهدف الاتفاقية بين البلدين إلى فتح الأسواق.', {
    parties: ['LY', 'TN'],
  });
});

test('a document, a statement to somebody, a deal of sport are no agreements', () => {
  for (const text of [
    'قال المخرج إن الوزارة في تونس طلبت توقيع وثيقة إحالة، ثم سافر إلى الصين. وعرضت الصين الفيلم.',
    'أكدت الحركة في وثيقة سياسية جديدة كشفت عنها في قطر أنها تريد علاقات جيدة مع مصر.',
    'وجه الملك بيانا للأسر السعودية القطرية المشتركة.',
    'ستكتمل الصفقة بين إسبانيا والأرجنتين يوم الخميس، لينتقل المدرب من النادي إلى المنتخب.',
    'قال القاضي إن الاتفاق جاء بعد رفضها لمجريات الأحداث.',
  ])
    checkAgreements(text);
  checkAgreements('وقع الوزيران المصري والسوداني وثيقة للتعاون الزراعي.', { parties: ['EG', 'SD'] });
  checkAgreements('أصدرت مصر والسودان بيانا مشتركا.', { parties: ['EG', 'SD'] });
});

test('many deals in news of sport take the time of one', () => {
  const deal = 'ستكتمل الصفقة بين إسبانيا والأرجنتين يوم الخميس بعد المباراة. ';
  checkGrowth((count) => () => recognize(deal.repeat(count)), 200, 10);
});

test('who withdraws from a treaty of many does not end it; of two, it does', () => {
  checkAgreements('أعلنت كندا انسحابها من اتفاقية أوزمار للمناخ الموقعة عام 2009.', { states: ['signed'] });
  checkAgreements('انسحبت تونس من اتفاقية التعاون البحري بين تونس وليبيا.', { states: ['ended'] });
});

test('a verb with another object does not announce what is joined behind it', () => {
  checkAgreements('احتجت المعارضة في شنقاف التي أعلنت الانفصال في 2008، واتفاقية ترسيم الحدود بين تونس وليبيا.', {
    states: ['signed'],
    date: null,
  });
});

test('«اتفاق جديد» of the news is what its headline names', () => {
  checkAgreements(
    'جمعيات تندد بالاتفاق بين تونس وكندا على ترحيل المهاجرين\n\nندد عدد من الجمعيات بتوقيع تونس وكندا لاتفاق جديد حول الهجرة.',
    { parties: ['CA', 'TN'], mentions: ['الاتفاق بين تونس وكندا', 'اتفاق جديد'] },
  );
});

test('of a passive they sign who stand behind «بين» or «من قبل», not whom the sentence names besides', () => {
  const signing = (said: string) => `تستند الخطة إلى مذكرة التفاهم بين تونس وليبيا التي ${said}.`;
  checkAgreements(signing('وقعت في طرابلس في 16 يوليو 2013، بعد شهر من زيارة الوزير سالم كريم إلى الرئيس نادر صقر'), {
    date: '2013-07-16',
    signatories: [],
  });
  checkAgreements(
    signing('أبرمت في طرابلس في نوفمبر 2019 بعد محادثات بين الرئيس التونسي سالم كريم ورئيس الحكومة نادر صقر'),
    { date: '2019-11', signatories: [] },
  );
  checkAgreements(
    'يسري وقف القتال بموجب اتفاق طرابلس الموقع في 5 مارس 2020 بين الرئيس التونسي سالم كريم ونظيره الليبي نادر صقر.',
    {
      signatories: ['سالم كريم', 'نادر صقر'],
    },
  );
  checkAgreements(signing('وقعت من قبل الوزير سالم كريم'), { signatories: ['سالم كريم'] });
});

test('who signs: «الذي وقع … مع نظيره», «وقد وقع هو», two of one office behind a colon', () => {
  checkAgreements(
    'وقال وزير النقل المصري سالم كريم، الذي وقع الاتفاق مع نظيره الأردني نادر صقر، إنه مهم. ويخص الاتفاق مصر والأردن.',
    { signatories: ['سالم كريم', 'نادر صقر'] },
  );
  checkAgreements(
    'التقيت رئيس الهيئة سالم كريم، وقد وقع هو أيضا مذكرة تفاهم بين مصر والأردن مع نائب وزير النقل نادر صقر.',
    { signatories: ['سالم كريم', 'نادر صقر'] },
  );
  checkAgreements(
    'وقعت مصر والأردن مذكرة تفاهم للتعاون العسكري. ووقع المذكرة وزيرا الدفاع: المصري سالم كريم والأردني نادر صقر، وذلك في ختام الاجتماع.',
    { signatories: ['سالم كريم', 'نادر صقر'] },
  );
});

test('«التي وقع خلالها البلدان»: the two sign, not the guest', () => {
  checkAgreements(
    'زار الرئيس المصري سالم كريم عمان في 22 أبريل 2020، والتي وقع خلالها البلدان اتفاقا إطاريا للتعاون بين مصر والأردن.',
    { signatories: [] },
  );
});

test('«رئيس الوزراء آنذاك» is not who holds the office now', () => {
  checkAgreements(
    'استقبل رئيس الوزراء المصري نادر صقر الوفد. وفي عام 2008 وقع رئيس الوزراء المصري آنذاك ونظيره الليبي فهد جابر معاهدة الصداقة بين مصر وليبيا.',
    { signatories: ['فهد جابر'] },
  );
});

test('a capital before the date of a report is no party, nor the adjective of a port', () => {
  checkAgreements(
    'أديس أبابا 27-9-2012 - وقع وزيرا النقل في مصر وليبيا بأديس أبابا اتفاق التعاون. وشكر الطرفان المضيف. والتزم الطرفان بالاتفاق.',
    { parties: ['EG', 'LY'] },
  );
  checkAgreements('وقعت الحكومة المصرية وحكومة إقليم الشمال اتفاقا مؤقتا لتصدير النفط عبر ميناء شنقاف التركي.', {
    parties: ['EG'],
  });
});

test('with a body that nothing knows no third state takes its place', () => {
  checkAgreements(
    'وقعت الحكومة السودانية والجبهة الخضراء السبت اتفاق سلام. وحضر الرئيس الليبي والوفد الليبي. وأشاد الجانب الليبي بالطرفين.',
    { parties: ['SD'] },
  );
});

test('«وأضاف الوزير المصري أن الإعلان …»: of two declarations that of his state', () => {
  checkAgreements(
    'وقع الرئيسان الإعلان المشترك بين مصر وليبيا. وصدر في مارس الإعلان المشترك بين تونس والمغرب. وأضاف الوزير المصري أن الإعلان يغطي الصيد.',
    { parties: ['EG', 'LY'], mentions: ['الإعلان المشترك بين مصر وليبيا', 'الإعلان'] },
    { parties: ['MA', 'TN'] },
  );
});

test('«ونص الإعلان بين …»: the one just named, with the side that its first name left out', () => {
  checkAgreements(
    'تعود الفكرة إلى إعلان النوايا الذي وقعه في طنجة في 22 نوفمبر 2021 كل من الوزير سالم كريم ووزير الطاقة الليبي نادر صقر ووزير البيئة التونسي فهد جابر. ونص الإعلان بين مصر وليبيا وتونس على بناء محطة.',
    { parties: ['EG', 'LY', 'TN'], date: '2021-11-22' },
  );
});

test('a noun of bodies within the name of a body is no other side', () => {
  checkAgreements('أبرمت كنفدرالية الحقول والمؤسسات التونسية، السبت، اتفاقية شراكة مع ليبيا.', {
    parties: ['LY', 'كنفدراليه الحقول'],
  });
});

test('what the government of a region signs is not signed by its state', () => {
  const before = 'بحثت ليبيا وتونس النفط. وتبادل الجانبان الرأي، والتقى الوفد الليبي الوفد التونسي. ';
  checkAgreements(`${before}وكانت حكومة الإقليم وقعت مع تونس اتفاقا للطاقة.`, { parties: ['TN'] });
  checkAgreements(`${before}وكانت حكومة ليبيا وقعت مع تونس اتفاقا للطاقة.`, { parties: ['LY', 'TN'] });
});

test('«بين العراق وإقليم …» names one state, and no other of the article takes the second place', () => {
  checkAgreements(
    'بحثت تركيا والعراق المياه. وأعلن الرئيسان التوصل إلى مذكرة تفاهم بين العراق وإقليم كوردستان. وأكدت تركيا للطرفين ذلك.',
    { parties: ['IQ'] },
  );
});

test('who signs, signs for a state: by «عن», or by the office', () => {
  checkAgreements(
    '1- بروتوكول مالي للقطار. وقعه، عن المغرب، السيد سالم كريم، الوزير المكلف بالميزانية، وعن فرنسا، السيد نادر صقر.',
    { parties: ['FR', 'MA'] },
  );
  checkAgreements(
    'كانت بغداد تستقبل الوفدين. وقع وزير الخارجية السعودي سالم كريم الاتفاق مع وزير الخارجية الإيراني نادر صقر في القاعة الكبرى بحضور رئيس الوزراء العراقي وليد حمدان.',
    { parties: ['IR', 'SA'] },
  );
  checkAgreements(
    'تونس وفرنسا تبحثان النقل\n\nبحثت تونس وفرنسا النقل.\n\n6- بروتوكول الخدمات الجوية. وقعه السيد سالم كريم، وزير النقل، ونظيره الفرنسي، السيد نادر صقر.',
    { type: 'protocol', parties: ['FR', 'TN'] },
  );
});

test('states joined behind «مع», whom a verb binds', () => {
  checkAgreements('أعلنت بغداد اتفاقا لتبادل المعلومات مع روسيا وإيران وسوريا.', { parties: ['IQ', 'IR', 'RU', 'SY'] });
  checkAgreements('أعلنت بغداد اتفاقا لتبادل المعلومات مع روسيا، وإيران ترفضه.', { parties: ['IQ', 'RU'] });
  checkAgreements('وترتبط موريتانيا مع الاتحاد الأوروبي باتفاقية شراكة سارية منذ 15 نوفمبر 2021.', {
    parties: ['MR', 'eu'],
  });
});

test('with a side that nothing knows, no state that is named besides is the other', () => {
  checkAgreements('وقعت الحكومة المصرية الاتفاق مع شيوخ الحقول في 20 جوان 2015، بعد مفاوضات احتضنتها الجزائر.', {
    parties: ['EG'],
  });
  checkAgreements('أبرمت إثيوبيا مع إقليم الجنوب مذكرة تفاهم تمنحها ميناء، ورفضت الصومال ومصر ذلك في البلدين.', {
    parties: ['ET'],
  });
});

test('the place in the name of an agreement is no party of another', () => {
  checkAgreements(
    'هل تعترفون باتفاقية الجزائر؟ اتفاقية الجزائر نافذة. ووقعت مصر مذكرة تعاون بين البلدين، ومصر ملتزمة باتفاقية الجزائر.',
    { properName: 'جزائر' },
    { type: 'memorandum', parties: ['EG'] },
  );
});

test('what carries on another is of the same parties', () => {
  checkAgreements(
    'وقعت مصر وليبيا مذكرة تعاون أمني. وقال المصدر إن المذكرة "تكمل المحضر الأمني الموقع عام 2003 ولا تلغيه".',
    { type: 'memorandum', parties: ['EG', 'LY'] },
    { type: 'minutes', parties: ['EG', 'LY'] },
  );
});

test('two lists of those who sign make two documents', () => {
  checkAgreements(
    'وقعت مصر والأردن مذكرة الصيد في عمان. ووقعت مصر وليبيا مذكرة الصيد في طرابلس.',
    { parties: ['EG', 'JO'], place: 'عمان' },
    { parties: ['EG', 'LY'], place: 'طرابلس' },
  );
});

test('with a partner, the other is the one that the article tells of', () => {
  checkAgreements(
    'لبنان وقبرص يطويان الخلاف\n\nوقع وزيرا لبنان وقبرص اتفاق الحدود في بيروت في 26 نوفمبر 2025. ففي 17 يناير 2007، وقعت حكومة سالم كريم اتفاقا أول مع قبرص، واستغلت إسرائيل النقطة الواردة فيه.',
    {},
    { parties: ['CY', 'LB'] },
  );
});

test('the union signs as states do, under each of its names, where the report names it', () => {
  const both = { parties: ['TN', 'eu'] };
  const named = 'ورحب الاتحاد الأوروبي بالاتفاق.';
  checkAgreements('تونس والاتحاد الأوروبي يوقعان في شنقاف اتفاقا جديدا\n\nرحب الوزير بالاتفاق.', both);
  checkAgreements(
    `وقع الاتفاق في شنقاف عن الجانب التونسي الوزير سالم كريم، وعن الجانب الأوروبي السفيرة لينا كوفاتش. ${named}`,
    both,
  );
  checkAgreements(`وترتبط تونس وبروكسل ببروتوكول للصيد وقع في 15 نوفمبر 2021. ${named}`, both);
  checkAgreements(`قال الوزير إن مذكرة التفاهم التي وقعتها تونس مع الأوروبيين في يوليو 2023 قائمة. ${named}`, both);
  // The town is the state's where the report names the state, and where something is.
  checkAgreements('وقعت تونس وبروكسل اتفاقية تعاون. وزار الوزير بلجيكا.', { parties: ['BE', 'TN'] });
  checkAgreements('وقعت تونس وليبيا في بروكسل اتفاقية تعاون، برعاية الاتحاد الأوروبي.', { parties: ['LY', 'TN'] });
  // Named in the report, and no side of it.
  checkAgreements(
    'دعم صندوق النقد الدولي تونس باتفاق «تسهيل شنقاف» الذي وقعته تونس العام الماضي. وقال إن للاتفاق دلالات على الأسواق وخاصة منها الاتحاد الأوروبي الذي وعد بقرض.',
    { parties: ['TN'] },
  );
});

test('a realm without its name is that of the agency, else the one that the report names', () => {
  checkAgreements('السلطنة وإيران توقعان اتفاقية الحدود البحرية\n\nرحب الوزير بالاتفاقية.', { parties: ['IR', 'OM'] });
  checkAgreements('وترتبط المملكة وإيران باتفاقية التعاون الموقعة في 28 أكتوبر 1991. وعاد الوزير إلى البحرين.', {
    parties: ['BH', 'IR'],
  });
  // Of two kingdoms none; «السلطنة العثمانية» has a name.
  checkAgreements('زار الوزير الأردن والمغرب. ووقعت المملكة وإيران اتفاقية التعاون.', { parties: ['IR'] });
  checkAgreements('وقعت إيران ومصر معاهدة الحدود عام 1847 في عهد السلطنة العثمانية.', { parties: ['EG', 'IR'] });
});

test('two are bound, and one of them with a third by the next clause', () => {
  checkAgreements(
    'وترتبط تونس وليبيا ببروتوكول للصيد وقع في 15 نوفمبر 2021، كما ترتبط مع مصر باتفاق تقاسم المياه الذي أبرم عام 2018.',
    { type: 'protocol', parties: ['LY', 'TN'] },
    { type: 'agreement', parties: ['EG', 'TN'] },
  );
});
