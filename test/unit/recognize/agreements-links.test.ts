/** Several wordings of one document in an article, and what keeps two documents apart. */
import { test } from 'node:test';
import { checkAgreements } from './agreements-check.ts';

const LEAD =
  'بغداد وأنقرة توقعان مذكرة تفاهم أمنية\n\nوقع وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز في بغداد مذكرة تفاهم أمنية.\n\n';
const ASIDE = 'وكان البلدان قد وقعا عام 2009 مذكرة تفاهم تجارية في شنقاف.';

test('behind an aside the noun alone means the news again in a paragraph of its own, the aside in the same', () => {
  const news = ['مذكرة تفاهم أمنية', 'مذكرة تفاهم أمنية'];
  checkAgreements(
    `${LEAD}${ASIDE}\n\nوقال الوزير التركي إن المذكرة خطوة أولى.`,
    { mentions: [...news, 'المذكرة'] },
    { mentions: ['مذكرة تفاهم تجارية'] },
  );
  checkAgreements(
    `${LEAD}${ASIDE} وقال الوزير التركي إن المذكرة خطوة أولى.`,
    { mentions: news },
    { mentions: ['مذكرة تفاهم تجارية', 'المذكرة'] },
  );
  checkAgreements(
    `${LEAD}${ASIDE}\n\nونصت المذكرة على فتح معبر ثان.`,
    { mentions: news },
    { mentions: ['مذكرة تفاهم تجارية', 'المذكرة'] },
  );
});

test('another noun than that of the news means what was called by it', () => {
  checkAgreements(
    `${LEAD}وكان البلدان قد وقعا عام 2009 اتفاقية تجارية في شنقاف.\n\nوقال الوزير التركي إن الاتفاقية لم تنفذ.`,
    { mentions: ['مذكرة تفاهم أمنية', 'مذكرة تفاهم أمنية'] },
    { mentions: ['اتفاقية تجارية', 'الاتفاقية'] },
  );
});

test('«الاتفاقية الجديدة» is the treaty of the lead, and not one named in passing', () => {
  checkAgreements(
    'بغداد 5 مايو 2021\n\nوقع العراق وتركيا في بغداد معاهدة صداقة. وهي تختلف عن معاهدة الصداقة التي وقعتها تركيا مع الأردن عام 2009.\n\nوقال الوزير إن الاتفاقية الجديدة ليست موجهة ضد أحد.',
    { mentions: ['معاهدة صداقة', 'الاتفاقية الجديدة'] },
    { mentions: ['معاهدة الصداقة'] },
  );
});

test('a document known by another name, gone back to, or that is another, is one', () => {
  checkAgreements('قالت مصر وليبيا إنهما ستنفذان معاهدة الحدود المبرمة عام 1975 والمعروفة باسم اتفاقية شنقاف.', {
    type: 'treaty',
    mentions: ['معاهدة الحدود', 'اتفاقية شنقاف'],
    date: '1975',
  });
  checkAgreements(
    'الوزير في أنقرة\n\n12 سبتمبر 2021\n\nأعلن الوزير العراقي تنفيذ الاتفاق الأمني مع تركيا. ويعود الاتفاق إلى 19 آذار الماضي، حين وقع سالم كريم ومراد يلدز في بغداد محضرا أمنيا.',
    { type: 'minutes', mentions: ['الاتفاق الأمني', 'الاتفاق', 'محضرا أمنيا'], date: '2021-03-19' },
  );
  // what was signed besides is another
  checkAgreements(
    'الوزير في أنقرة\n\n12 سبتمبر 2021\n\nأعلن الوزير العراقي تنفيذ الاتفاق الأمني مع تركيا. ويستند الاتفاق إلى محضر أمني وقعه سالم كريم ومراد يلدز في بغداد.',
    { mentions: ['الاتفاق الأمني', 'الاتفاق'] },
    { type: 'minutes', mentions: ['محضر أمني'] },
  );
});

test('what an agreement concerns belongs to its name', () => {
  checkAgreements(
    'وقعت مصر والأردن الاتفاق الإطاري الخاص بالمياه ومذكرة تفاهم للتعاون التجاري.',
    { mentions: ['الاتفاق الإطاري الخاص بالمياه'], subjects: ['water'] },
    { subjects: ['trade'] },
  );
  checkAgreements('أقرت مصر مذكرة التفاهم المتعلقة بمد السكك الحديدية مع ليبيا.', {
    mentions: ['مذكرة التفاهم المتعلقة بمد السكك الحديدية'],
    subjects: ['transport'],
  });
});

test('documents that the sentences behind a counted group name are its members; another day makes another', () => {
  const group = 'توقيع وثائق\n\n5 مايو 2021\n\nوقع وزراء مصر والعراق أمس في العاصمة العراقية بغداد ثلاث وثائق للتعاون.';
  checkAgreements(
    `${group} ووقع الوزير المصري سامر كمالي ونظيره العراقي نادر صقر مذكرة تفاهم في مجال العمل، ووقع الوزير المصري طارق حمدان ونظيره العراقي كامل درويش مذكرة تفاهم في مجال النقل.`,
    { title: 'مذكرة تفاهم في مجال العمل', date: '2021-05-04', place: 'بغداد' },
    { title: 'مذكرة تفاهم في مجال النقل', date: '2021-05-04', place: 'بغداد' },
  );
  checkAgreements(
    `${group} وسبق أن وقع الوزيران في القاهرة عام 2019 مذكرة تفاهم في مجال العمل، ووقعا عام 2020 مذكرة تفاهم في مجال النقل.`,
    { title: 'وثائق للتعاون' },
    { title: 'مذكرة تفاهم في مجال العمل', date: '2019', place: 'القاهرة' },
    { title: 'مذكرة تفاهم في مجال النقل', date: '2020' },
  );
});

test('a pronoun right behind another noun speaks of that noun', () => {
  checkAgreements(
    'الوزيران في شنقاف\n\n12 سبتمبر 2021\n\nوقع العراق وتركيا اليوم مذكرة أمنية. وقال الوزير الذي عين في 5 آب الماضي إن المذكرة تسد ثغرات كشفتها الحرب.',
    { mentions: ['مذكرة أمنية', 'المذكرة'], states: ['signed'], date: '2021-09-12' },
  );
});

test('what was signed at the visit or ceremony was signed on its day', () => {
  const lead =
    'الرئيس في ليبيا\n\n5 مايو 2021\n\nوصل الرئيس المصري أمس إلى طرابلس.\n\nورحب به الرئيس الليبي. وقال إن البلدين جاران. ';
  checkAgreements(`${lead}ووقع وزيرا البلدين على هامش الزيارة مذكرة تفاهم أمنية.`, { date: '2021-05-04' });
  checkAgreements(`${lead}وكان الرئيس المصري زار ليبيا عام 2019 ووقع وزيرا البلدين خلال الزيارة مذكرة تفاهم أمنية.`, {
    date: '2019',
  });
});

test('who signs: before «كان قد وقع مع», behind «من قبل» however far, beside an aside on one of them', () => {
  const both = (text: string) => checkAgreements(text, { signatories: ['سالم كريم', 'مراد يلدز'] });
  both('وقع وزير النقل العراقي سالم كريم مع نظيره التركي مراد يلدز مذكرة تفاهم.');
  both(
    'وقعت مذكرة التفاهم في شنقاف خلال زيارة الرئيس العراقي هادي منصور في آذار 2019، من قبل وزير النقل العراقي سالم كريم، وهو اليوم رئيس الهيئة، ووزير النقل التركي مراد يلدز.',
  );
  both('وقع الاتفاقية الأمنية نيابة عن الحكومة العراقية الوزير سالم كريم، ونيابة عن الحكومة التركية الوزير مراد يلدز.');
  checkAgreements('يذكر أن وزير النقل العراقي سالم كريم كان قد وقع مع نظيره التركي مراد يلدز مذكرة تفاهم.', {
    signatories: ['مراد يلدز', 'سالم كريم'],
  });
  checkAgreements('وكان الرئيس العراقي سالم كريم وقع مع القائد مراد يلدز اتفاقا أمنيا مع تركيا.', {
    signatories: ['مراد يلدز', 'سالم كريم'],
  });
  // whom the visit was of has not signed
  checkAgreements('وقعت مذكرة التفاهم بين العراق وتركيا في شنقاف بعد محادثات بين سالم كريم ومراد يلدز.', {
    signatories: [],
  });
});

test('a name by the place that the first name says further on; what was signed there is another', () => {
  checkAgreements(
    'أسفت الجزائر لإنهاء العمل باتفاق المصالحة في مالي المنبثق عن مسار شنقاف. وقال الوزير إن اتفاق شنقاف ملك للجميع.',
    { mentions: ['اتفاق المصالحة', 'اتفاق شنقاف'] },
  );
  checkAgreements(
    'أسفت الجزائر لإنهاء العمل باتفاق المصالحة في شنقاف. وقال الوزير الجزائري إن اتفاق شنقاف مع مالي ملك للجميع.',
    { mentions: ['اتفاق المصالحة'] },
    { mentions: ['اتفاق شنقاف'] },
  );
});

test('in force and ended, far behind the name, where the words are said of agreements only', () => {
  const signed =
    'قالت الحكومة إن الاتفاقية الأمنية بين تونس وليبيا وقعت في شنقاف بتاريخ 29 أبريل 2012 من قبل وزير الداخلية التونسي سالم كريم ووزير الداخلية الليبي نادر صقر وصدق عليها البرلمانان';
  checkAgreements(`${signed} ثم دخلت حيز النفاذ في 5 ديسمبر 2013.`, {
    states: ['signed', 'in force'],
    date: '2012-04-29',
  });
  checkAgreements(`${signed} وانتهى العمل بها.`, { states: ['signed', 'ended'] });
  checkAgreements(`${signed} ثم دخل القانون حيز النفاذ.`, { states: ['signed'] });
  checkAgreements('أبلغت تونس ليبيا إلغاء الاتفاقية الأمنية بين البلدين.', { states: ['ended'] });
});

test('a landmark is what an agreement is about', () => {
  checkAgreements('بحث وزيرا مصر وليبيا تنفيذ اتفاقية خور أوزمار بين البلدين.', { mentions: ['اتفاقية خور أوزمار'] });
});

test('what an agreement is for, behind ل, through several nouns', () => {
  checkAgreements(
    'وقعت مصر وليبيا اتفاقا لرفع إمدادات الغاز ومذكرة للتدريب والاستشارات العسكرية.',
    { title: 'اتفاق لرفع إمدادات الغاز', subjects: ['energy'] },
    { mentions: ['مذكرة للتدريب والاستشارات العسكرية'], subjects: ['defence'] },
  );
  checkAgreements('وقعت مصر وليبيا مذكرة للتعاون والمحضر الأمني.', { title: 'مذكرة للتعاون' }, { type: 'minutes' });
});

test('what is joined by «إضافة إلى» is signed as well', () => {
  checkAgreements(
    'شهد الوزيران توقيع 26 اتفاقية بين مصر وليبيا، إضافة إلى مذكرة بشأن الطرق بين مصر وليبيا والسودان.',
    { states: ['signed'], parties: ['EG', 'LY'] },
    { states: ['signed'], parties: ['EG', 'LY', 'SD'] },
  );
});

test('«في اليوم ذاته الذي وقع فيه»: the day of the one before', () => {
  checkAgreements(
    'وقع الوزير المصري سالم كريم مع نظيره الليبي نادر صقر في 27 مايو 2019 مذكرة للتعاون الأمني، في اليوم ذاته الذي وقع فيه الوزير المصري هادي منصور مذكرة ترسيم الحدود البحرية مع ليبيا.',
    { date: '2019-05-27', subjects: ['security'] },
    { date: '2019-05-27', subjects: ['border', 'transport'] },
  );
});

test('what is carried out is not what is still planned; any agreement there may be has not ended', () => {
  checkAgreements(
    'ينتظر أن توقع مصر وليبيا مذكرة تفاهم. وبحث وزيرا مصر وليبيا تنفيذ اتفاق السلم والمصالحة بين مصر وليبيا.',
    { states: ['planned'] },
    { title: 'اتفاق السلم والمصالحة بين مصر وليبيا' },
  );
  checkAgreements('قال الخبير إن نقض اتفاقية دولية بين مصر وليبيا يحتاج إلى قانون.', { states: ['ended'] });
  checkAgreements('قال الخبير المصري إن نقض اتفاقية دولية يحتاج إلى قانون.');
});

const NEWS = 'الوزيران في شنقاف\n\n21 مايو 2021\n\n';

test('what others sign in a new noun is another document, though they are of one subject', () => {
  checkAgreements(
    `${NEWS}وقع وزير الداخلية المصري سالم كريم ونظيره الليبي نادر صقر في طرابلس اتفاقية للتعاون في مجال النفط. وقال كريم إن الاتفاقية مهمة.\n\nكما وقع وزير النفط المصري هادي منصور ونظيره الليبي طارق حمدان مذكرة تفاهم لربط شبكتي الغاز الطبيعي.`,
    { signatories: ['سالم كريم', 'نادر صقر'], subjects: ['energy'], place: 'طرابلس' },
    { signatories: ['هادي منصور', 'طارق حمدان'], subjects: ['energy', 'transport'], place: 'طرابلس' },
  );
});

test('of what has been announced an indefinite noun with signatories tells nothing', () => {
  checkAgreements(
    `${NEWS}أعلنت مصر وليبيا اتفاقا نوويا. وقال وزير الخارجية المصري إن الاتفاق متين.\n\nووقع الوزير المصري سالم كريم والوزير الليبي نادر صقر اتفاقا بشأن المعابر.`,
    { mentions: ['اتفاقا نوويا', 'الاتفاق'], signatories: [] },
    { signatories: ['سالم كريم', 'نادر صقر'] },
  );
  // told again in the lead: one
  checkAgreements(
    `توقيع مذكرة تفاهم بين مصر وليبيا\n\n21 مايو 2021\n\nوقع الوزير المصري سالم كريم والوزير الليبي نادر صقر مذكرة تفاهم أمنية.`,
    { mentions: ['مذكرة تفاهم بين مصر وليبيا', 'مذكرة تفاهم أمنية'], signatories: ['سالم كريم', 'نادر صقر'] },
  );
});

test('what is of another year and about something else is not the news', () => {
  checkAgreements(
    `${NEWS}دخل اتفاق ترسيم الحدود بين مصر وليبيا مرحلته الأخيرة. وقال الوزير المصري إن الاتفاق نهائي.\n\nبدأت المفاوضات بعد اتفاق الإطار الذي أعلنه الوزير الليبي في الأول من أكتوبر 2019 مع مصر.`,
    { mentions: ['اتفاق ترسيم الحدود بين مصر وليبيا', 'الاتفاق'] },
    { mentions: ['اتفاق الإطار'], date: '2019-10-01' },
  );
  checkAgreements(
    `${NEWS}أعلنت مصر وليبيا الثلاثاء اتفاقا نوويا.\n\nوكان البلدان قد أبرما في جنيف في 24 تشرين الثاني 2013 اتفاقا مرحليا.`,
    { mentions: ['اتفاقا نوويا'] },
    { mentions: ['اتفاقا مرحليا'], date: '2013-11-24' },
  );
  checkAgreements(
    `${NEWS}أعلن الوزير المصري أن مصر لن توقع اتفاق تبادل الطاقة والمياه مع ليبيا.\n\nوبدأت القصة في 22 نوفمبر 2018 حين وقع في معرض الكتاب الوزير المصري سالم كريم والوزير الليبي نادر صقر اتفاق إعلان نوايا.`,
    { mentions: ['اتفاق تبادل الطاقة والمياه'], states: ['planned'] },
    { mentions: ['اتفاق إعلان نوايا'], date: '2018-11-22', signatories: ['سالم كريم', 'نادر صقر'] },
  );
});

test('what is told in passing is called by its own noun or by what it is about', () => {
  checkAgreements(
    `${NEWS}وقعت مصر وليبيا معاهدة دفاع.\n\nويستند الضخ إلى مذكرة التفاهم التي وقعتها مصر مع الأردن في يونيو 2019.\n\nوقالت إيران إن الاتفاق النووي مع الأردن قائم.`,
    { type: 'treaty' },
    { type: 'memorandum', mentions: ['مذكرة التفاهم'], parties: ['EG', 'JO'] },
    { mentions: ['الاتفاق النووي'] },
  );
});

test('«اتفاق إعلان المبادئ» is the declaration; a draft of an agreement is not', () => {
  checkAgreements(
    `${NEWS}قال الوزير الليبي إن مصر وليبيا تلتزمان إعلان المبادئ. ووقع الوزير المصري سالم كريم والوزير الليبي نادر صقر عام 2015 اتفاق إعلان المبادئ.\n\nوبحث الوزيران المصري والليبي مسودة اتفاق.`,
    { mentions: ['إعلان المبادئ', 'اتفاق إعلان المبادئ'], date: '2015' },
    { mentions: ['اتفاق'], states: ['negotiated'] },
  );
});

test('whose it is: two capitals, the state that the sentence is about, officials of the two', () => {
  checkAgreements('رحب الوزير باتفاق القاهرة وعمان على فتح المعابر.', { parties: ['EG', 'JO'] });
  checkAgreements(
    'وتعتمد مصر على النهر، وتحصل بموجب اتفاقية المياه التي وقعتها مع السودان عام 1959 على حصة تنكرها إثيوبيا.',
    {
      parties: ['EG', 'SD'],
    },
  );
  checkAgreements(
    'مصر وليبيا على الحدود\n\nكادت مصر وليبيا تدخلان حربا، قبل أن يجنبهما ذلك الاتفاق الأمني الذي وقعه مسؤولون من البلدين، ثم اعتقل زعيم المهربين في كينيا.',
    { parties: ['EG', 'LY'] },
  );
  checkAgreements('يزور وزير الخارجية المصري ليبيا لبحث اتفاق على ترسيم الحدود.', {
    states: ['negotiated'],
    parties: ['EG', 'LY'],
  });
});

test('who signs between commas with place and day; in whose reign is not who signs', () => {
  checkAgreements(
    'ويستند الطرفان إلى المذكرة البحرية بين مصر وليبيا، التي وقعها في شنقاف، في 27 مايو 2019، الوزير المصري سالم كريم والوزير الليبي نادر صقر.',
    { signatories: ['سالم كريم', 'نادر صقر'], date: '2019-05-27' },
  );
  checkAgreements('اتفاقية الحدود التي وقعتها مصر وليبيا عام 1998 في عهد الرئيس المصري سالم كريم.', {
    signatories: [],
  });
});

test('an agreement that something is compared with is none that was told in passing', () => {
  checkAgreements(
    `${NEWS}وقعت مصر وليبيا مذكرة تفاهم أمنية.\n\nوكان الوزير المصري سالم كريم قد وقع مع الوزير الأردني نادر صقر في 10 مارس 2019 اتفاقا.\n\nوقال الخبير إن المذكرة لا ترقى إلى اتفاقية دفاع مشترك.`,
    { mentions: ['مذكرة تفاهم أمنية', 'المذكرة'] },
    { mentions: ['اتفاقا'], date: '2019-03-10' },
  );
});
