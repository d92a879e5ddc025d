/** What ordinary news says beside agreements, and what is none: each rule with the sentence that it serves and one that it must leave. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkAgreements } from './agreements-check.ts';

test('a contract of sport is no agreement, a memorandum of ministers about sport is one', () => {
  checkAgreements('توصل النادي المصري إلى اتفاق مع المدرب التونسي سامر كمالي.');
  checkAgreements('وقع وزير الرياضة المصري سامر كمالي ونظيره الأردني نادر صقر مذكرة تفاهم لتدريب المنتخب.', {
    parties: ['EG', 'JO'],
  });
});

test('finance is not Mali', () => {
  checkAgreements('وقعت تونس اتفاقية مع المؤسسات المالية العربية في القطاع المالي.', { parties: ['TN'] });
});

test('agreeing on something is no document, nor is the record of an interrogation', () => {
  checkAgreements('قال الوزير المصري إنه تم الاتفاق حول مسائل كثيرة مع الأردن.');
  checkAgreements('قال الوزير المصري إنه تم الاتفاق أيضا على مسائل كثيرة مع الأردن.');
  checkAgreements('وقع الموقوف المصري على محضر الاستنطاق.');
});

test('a document named by its date', () => {
  checkAgreements('طالبت النقابات المصرية بتطبيق اتفاق 18 آذار 2016 مع الحكومة.', {
    mentions: ['اتفاق 18 آذار 2016'],
    properName: '2016-03-18',
    date: '2016-03-18',
  });
  checkAgreements('وقعت مصر والأردن الاتفاق الثلاثاء 29 آذار 2016.', { properName: null, parties: ['EG', 'JO'] });
});

test('an agreement of two states named side by side is theirs, and no treaty of the first', () => {
  checkAgreements('رحبت تونس باتفاق مصر والأردن على المياه.', { parties: ['EG', 'JO'], properName: null });
});

test('who is only spoken of beside a named agreement is no party of it', () => {
  checkAgreements('أكد وزير الخارجية المصري سامر كمالي لنظيره التونسي أهمية اتفاق جنيف لليبيا.', {
    properName: 'جنيف',
    parties: [],
  });
});

test('the partner stands behind «الموقع مع»', () => {
  checkAgreements('تعفى هذه السلع في المغرب في إطار الاتفاق الموقع عام 2010 مع مصر.', { parties: ['EG', 'MA'] });
});

test('the adjective of a place or of somebody private says nothing of parties', () => {
  checkAgreements('وقعت مصر والأردن الاتفاقية في مدينة أغادير المغربية، حسب الصحيفة البريطانية.', {
    parties: ['EG', 'JO'],
  });
});

test('under negotiation still', () => {
  checkAgreements('قال مصدر إن اتفاقا أمنيا بين مصر والأردن لا يزال قيد التفاوض.', {
    title: 'اتفاق أمني بين مصر والأردن',
    states: ['negotiated'],
  });
});

test('the subject of «توقيع» may be long, and behind the object stand place and day', () => {
  checkAgreements(
    'خلاف جديد\n\nالأربعاء 5 تشرين الأول 2022\n\nأثار توقيع حكومة «الوفاق» الليبية برئاسة نادر صقر، مذكرة تفاهم مع تركيا في مجال الطاقة، موجة رفض. ووقع المذكرة في طرابلس، أول من أمس (الاثنين)، وزيرة الخارجية سلمى كمالي ووزير الخارجية التركي أحمد قايا.',
    { parties: ['LY', 'TR'], states: ['signed'], signatories: ['سلمى كمالي', 'أحمد قايا'] },
  );
});

test('a war that ends with an agreement does not end it; a promise does neither', () => {
  checkAgreements('كتب عن حرب السودان التي انتهت باتفاقيات أوزمان قبل أعوام.', {
    properName: 'اوزمان',
    states: ['signed'],
  });
  checkAgreements('مرشحة تعد بتعليق اتفاقات أوزمان.', { properName: 'اوزمان', states: ['signed'] });
  checkAgreements('وعدت المرشحة التونسية بتعليق العمل باتفاقات أوزمان.', { properName: 'اوزمان', states: ['signed'] });
});

test('a statement that is issued announces nothing of the agreement before it', () => {
  checkAgreements('دعت مصر والأردن إلى تطبيق اتفاقية السلام بين السودان وليبيا، بحسب بيان أصدرته الجامعة.', {
    parties: ['LY', 'SD'],
    states: ['signed'],
  });
});

test('a memorandum of four is not the agreement of two that was signed before it', () => {
  checkAgreements(
    'وقع وزير المياه المصري سامر كمالي ونظيره الأردني نادر صقر اتفاقية للتعاون في مجال المياه. ووقع وزراء النقل في مصر والأردن والعراق والكويت مذكرة تفاهم رباعية.',
    { parties: ['EG', 'JO'] },
    { parties: ['EG', 'IQ', 'JO', 'KW'] },
  );
});

test('how one agreement stands to another, with the words that say so', () => {
  const relation = (text: string) => {
    const { entities } = recognize(text);
    return entities.flatMap((entity) =>
      entity.kind === 'agreement'
        ? entity.relations.map((each) => [each.relation, text.slice(each.evidence.start, each.evidence.end)])
        : [],
    );
  };
  const sentence = (link: string) =>
    `وقع وزير النقل المصري سامر كمالي ونظيره الأردني نادر صقر مذكرة تفاهم للنقل ${link} الاتفاقية التجارية بين مصر والأردن لعام 2009.`;
  assert.deepEqual(
    [sentence('استكمالا'), sentence('تنفيذا'), sentence('تعديلا'), sentence('بعد')].map((text) =>
      relation(text).map(([kind]) => kind),
    ),
    [['follows'], ['implements'], ['amends'], []],
  );
  assert.match(relation(sentence('تنفيذا'))[0]?.[1] ?? '', /^مذكرة تفاهم للنقل تنفيذا الاتفاقية التجارية/);
});

test('titles in the nominative: singular, dual, and what only looks like the accusative', () => {
  checkAgreements('وقعت مصر والأردن اتفاقا تجاريا وأمنيا.', { title: 'اتفاق تجاري وأمني' });
  checkAgreements('وقعت مصر والأردن مذكرتي تفاهم.', { title: 'مذكرتا تفاهم' });
  checkAgreements('وقعت مصر والأردن اتفاقيتين أمنيتين.', { title: 'اتفاقيتان أمنيتان' });
  checkAgreements('وقعت مصر وليبيا اتفاقية مع سوريا وليبيا.', { title: 'اتفاقية' });
});

test('a list of documents that were signed: each item is one, with those who signed it', () => {
  const head = 'زيارة رسمية إلى عمان\n\nإثر ذلك، تم التوقيع بين مصر والأردن على:\n\n';
  checkAgreements(
    `${head}1- اتفاقية للتعاون في مجال الصحة. وقعها السيد سامر كمالي، وزير الصحة المصري، والسيد نادر صقر، وزير الصحة الأردني.\n\n2- بروتوكول في مجال النقل البحري. وقعه السيد وليد حداد، وزير النقل المصري، والسيد ماهر العاني، وزير النقل الأردني.\n\n3- إعلان نوايا بشأن الربط الكهربائي بين مصر والأردن. وقعته السيدة ليلى سعيد، وزيرة الطاقة المصرية، والسيد فارس نوري، وزير الطاقة الأردني.`,
    { type: 'agreement', signatories: ['سامر كمالي', 'نادر صقر'], mentions: ['اتفاقية للتعاون في مجال الصحة'] },
    { type: 'protocol', signatories: ['وليد حداد', 'ماهر العاني'] },
    { type: 'statement', signatories: ['ليلى سعيد', 'فارس نوري'] },
  );
  // What nobody is said to have signed is a point of a list.
  checkAgreements(
    'وأسفر لقاء وزيري مصر والأردن عما يلي:\n\n- اتفاق على تشكيل لجنة للصحة.\n\n- اتفاق على عقد اجتماع آخر.',
  );
});

test('«أمضى» signs what stands right behind it or its pronoun says; else it is "he spent"', () => {
  checkAgreements('أمضى المذكرة عن الجانب المصري الوزير سامر كمالي وعن الجانب الأردني الوزير نادر صقر.', {
    parties: ['EG', 'JO'],
    states: ['signed'],
  });
  checkAgreements(
    'تربط البلدين اتفاقية تعاون أمضاها في تونس يوم 27 يناير 2003 الوزير المصري سامر كمالي ونظيره التونسي نادر صقر.',
    {
      parties: ['EG', 'TN'],
      date: '2003-01-27',
      signatories: ['سامر كمالي', 'نادر صقر'],
    },
  );
  checkAgreements('أمضى وزير النقل المصري سامر كمالي يومين في عمان لبحث اتفاقية النقل مع الأردن.', {
    signatories: [],
  });
});

test('who signs a law or decree about an agreement does not sign the agreement', () => {
  checkAgreements('وقع الرئيس التونسي نادر صقر قانونا يلغي مذكرة التفاهم بين تونس ومصر.', {
    signatories: [],
    date: null,
  });
  checkAgreements('وقع الرئيس التونسي نادر صقر ونظيره المصري سامر كمالي مرسوما ومذكرة تفاهم.', {
    signatories: ['نادر صقر', 'سامر كمالي'],
  });
});

test('whom an agreement binds may stand before the verb', () => {
  checkAgreements(
    'يذكر أن مصر والسودان يرتبطان باتفاقية الانتفاع بالمياه الموقعة عام 1959، والتي لا تعترف بها إثيوبيا.',
    {
      parties: ['EG', 'SD'],
    },
  );
});

test('sides behind place and date of the signing are the parties, and no state that the article is about', () => {
  checkAgreements(
    'زار الوزير الليبي تركيا. وتحدث وزير ليبيا في تركيا عن اتفاق وقف إطلاق النار الموقع في جنيف في 23 أكتوبر 2020 بين حركة السهل ومجلس الحقول.',
    {
      parties: ['حركه السهل', 'مجلس الحقول'],
      place: 'جنيف',
      date: '2020-10-23',
    },
  );
});

test('what is still being prepared is no agreement that was signed before it', () => {
  checkAgreements(
    'وقعت مصر والأردن اتفاقية للربط الكهربائي. ومن المنتظر أن يوقع الطرفان اتفاقية للضمان الاجتماعي لا تزال قيد الإعداد.',
    { states: ['signed'] },
    { states: ['negotiated', 'planned'] },
  );
});

test('a year behind another relative clause is not that of the signing', () => {
  checkAgreements('أشاد بمذكرة التفاهم التي أبرمتها مصر مع السودان، البلد الذي أعلن استقلاله عام 1956.', {
    date: null,
  });
});

test('the day of the main clause is not that of the signing in a relative clause', () => {
  const text =
    'القاهرة 5 يناير 2020. هطلت الأمطار. وغابت الشمس. وعاد الهدوء.\n\nوألغى القضاء أمس السبت مذكرة التفاهم التي أبرمها السودان مع تونس.';
  checkAgreements(text, { date: null });
});

test('the noun of a decision ends an agreement, a draft of one does not', () => {
  checkAgreements('أعربت الجزائر عن أسفها لقرار السلطات المصرية إنهاء العمل باتفاق السلم بين مصر والأردن.', {
    states: ['ended'],
  });
  checkAgreements('بحث البرلمان مشروع قرار إلغاء اتفاق الغاز بين مصر والأردن.', { states: ['signed'] });
});

test('«توصلت إليه» announces what it is said of', () => {
  checkAgreements(
    'جاء ذلك بعد أيام من اتفاق المياه بين مصر والأردن الذي توصلت إليه القاهرة وعمان في جنيف في 29 ديسمبر 2023.',
    {
      states: ['announced'],
      date: '2023-12-29',
      place: 'جنيف',
    },
  );
});

test('who says with whom he signed is the other side', () => {
  checkAgreements(
    'التقت تركيا وليبيا في إسطنبول. وقال وزير الخارجية اليوناني سامر كمالي إنه مسرور، مذكرا باتفاق الحدود الذي وقعه مع وزير الخارجية المصري نادر صقر في 6 آب/أغسطس 2020.',
    { parties: ['EG', 'GR'] },
  );
});

test('of three who sign one has his state from the office by which the article calls him', () => {
  checkAgreements(
    'وقع الرئيس سامر كمالي ونظيره السوداني نادر صقر ورئيس الوزراء الإثيوبي هايلي تسفاي اتفاق المياه. وشكر تسفاي الرئيس المصري كمالي.',
    { parties: ['EG', 'ET', 'SD'] },
  );
});

test('several that the headline counts roughly are those that the body names', () => {
  checkAgreements(
    'اللجنة المصرية الليبية تختتم أعمالها بتوقيع عدد من مذكرات التفاهم\n\nوقع وزير العمل الليبي سامر كمالي ونظيره المصري نادر صقر مذكرة تفاهم في مجال العمل، ووقع وزير النقل الليبي طارق حمدان ونظيره المصري كامل درويش مذكرة تفاهم في مجال النقل.',
    { title: 'مذكرة تفاهم في مجال العمل' },
    { title: 'مذكرة تفاهم في مجال النقل' },
  );
});

test('an agreement that is still discussed in parliament is the one signed before; an old one that is replaced is not', () => {
  checkAgreements(
    'القاهرة 5 يناير 2017\n\nناقش البرلمان المصري اتفاقية الحدود بين مصر والأردن. ووقع الاتفاقية في عمان يوم 8 أبريل 2016 الوزير المصري سامر كمالي ونظيره الأردني نادر صقر.',
    { date: '2016-04-08', place: 'عمان', parties: ['EG', 'JO'] },
  );
});

test('«المذكرة الجديدة» is that of the news', () => {
  checkAgreements(
    'مصر والأردن توقعان مذكرة الغاز\n\nوقعت مصر والأردن أمس مذكرة الغاز. وكانت مصر وقبرص وقعتا عام 2019 مذكرة الحدود. ووصف الوزير المذكرة الجديدة بأنها مهمة.',
    { mentions: ['مذكرة الغاز', 'مذكرة الغاز', 'المذكرة الجديدة'] },
    { mentions: ['مذكرة الحدود'] },
  );
});

test('where an agreement was signed says the act rather than its name', () => {
  checkAgreements(
    'رفضت المحكمة اتفاقية تيران بين مصر والأردن. ووقع الاتفاقية في القاهرة يوم 8 أبريل 2016 الوزير سامر كمالي.',
    {
      place: 'القاهرة',
    },
  );
});

test('two names of one document', () => {
  checkAgreements(
    'الخرطوم 3 أكتوبر 2020\n\nوقعت الحكومة السودانية والجبهة الثورية اليوم السبت على اتفاق السلام. وسبق أن أنهت اتفاقية السلام الشامل المعروفة باتفاقية شنقاف، التي وقعها في نيروبي في التاسع من يناير 2005 سامر كمالي ونادر صقر، الحرب في السودان.',
    { mentions: ['اتفاق السلام'] },
    { mentions: ['اتفاقية السلام الشامل', 'اتفاقية شنقاف'], date: '2005-01-09', place: 'نيروبي' },
  );
});

test('what the headline calls by its subject the lead calls by its place; an older one named there is another', () => {
  const title = 'التوقيع على اتفاق سلام السودان في الخرطوم';
  checkAgreements(`${title}\n\nوقعت الحكومة السودانية والجبهة الثورية اليوم السبت على اتفاق جوبا لسلام السودان.`, {
    mentions: ['اتفاق سلام السودان', 'اتفاق جوبا'],
  });
  checkAgreements(
    `${title}\n\nرحبت الحكومة السودانية اليوم السبت بالتوقيع بعد سنوات من اتفاق أبوجا.`,
    {
      mentions: ['اتفاق سلام السودان'],
    },
    { mentions: ['اتفاق أبوجا'] },
  );
});

test('of what is said of one name the full day of signing, and not the year of another clause', () => {
  checkAgreements(
    'وفقدت إثيوبيا منفذها عام 1993، وأنهت الحرب بتوقيع اتفاق جدة للسلام الذي وقعه الرئيسان في جدة في 16 سبتمبر 2018.',
    { date: '2018-09-16' },
  );
});

test('a declaration of three is that of three named before it, though it is of another year', () => {
  checkAgreements(
    'الرباط 24 نوفمبر 2021\n\nووقع سامر كمالي يوم 22 ديسمبر 2020 أمام الملك نادر صقر الإعلان المشترك الثلاثي مع الوزير الأمريكي جون سميث.\n\nومهد الإعلان الثلاثي، الذي جمع المغرب ومصر والولايات المتحدة، الطريق أمام زيارة الوفد المغربي.',
    {
      mentions: ['الإعلان المشترك الثلاثي', 'الإعلان الثلاثي'],
      date: '2020-12-22',
      parties: ['EG', 'MA', 'US'],
    },
  );
});

test('the first that signs has signed', () => {
  checkAgreements('كانت تونس أول بلد عربي يوقع اتفاق شراكة مع الاتحاد الأوروبي.', { states: ['signed'] });
  checkAgreements('ستكون تونس أول بلد عربي يوقع اتفاق شراكة مع الاتحاد الأوروبي.', { states: ['planned'] });
});

test('a relative clause of a known agreement in the lead is not the news', () => {
  const text =
    'القاهرة 22 يناير 2017\n\nعاد النشاط اليوم الأحد تنفيذا للاتفاق المصري الأردني، الذي تم التوصل إليه منذ أسبوعين.';
  checkAgreements(text, { states: ['announced'], date: null });
});

test('what is called by the same words is the same, whatever was named between', () => {
  checkAgreements(
    'أسفت الجزائر لقرار حكومة مالي إنهاء العمل باتفاق السلم. وقال الوزير إن اتفاق شنقاف قديم. ووقع اتفاق السلم في باماكو يوم 15 مايو 2015.',
    { mentions: ['اتفاق السلم', 'اتفاق السلم'], date: '2015-05-15' },
    { mentions: ['اتفاق شنقاف'] },
  );
});

test('who signs is named before the verb, too', () => {
  // «أن فلان وقع مع», «فلان، الذي وقع مع», «زيارة فلان، حين وقع مع».
  checkAgreements('يذكر أن الرئيس المصري سالم كريم وقع مع الرئيس الليبي نادر صقر في 31 مارس 2013 اتفاقية تعاون.', {
    signatories: ['نادر صقر', 'سالم كريم'],
  });
  checkAgreements('وضم الوفد وزير النقل المصري سالم كريم، الذي وقع مع نظيره الليبي نادر صقر اتفاقية تعاون.', {
    signatories: ['نادر صقر', 'سالم كريم'],
  });
  checkAgreements(
    'وتأتي المذكرة بعد أشهر من زيارة الرئيس المصري سالم كريم إلى طرابلس، حين وقع مع رئيس الوزراء الليبي نادر صقر في 22 أبريل 2019 اتفاقية الإطار بين مصر وليبيا.',
    { signatories: ['نادر صقر', 'سالم كريم'] },
  );
  // Whose visit it was is no signatory of what others sign during it.
  checkAgreements(
    'ووقعا في 12 مارس 2014، خلال زيارة الرئيس سالم كريم، مذكرة تفاهم بين مصر وليبيا، وقعها الوزير المصري لطفي وهبة ونظيره الليبي نادر صقر.',
    { signatories: ['لطفي وهبة', 'نادر صقر'] },
  );
});

test('what is said of one of those who sign, and a title with a point, do not end their list', () => {
  checkAgreements(
    'ووقع الاتفاق بين مصر وليبيا عن الجانب المصري السفيرة لينا كوفاتش، ممثلة المجلس التي تتولى الرئاسة الدورية، والمدير العام نادر صقر.',
    { signatories: ['لينا كوفاتش', 'نادر صقر'] },
  );
  checkAgreements(
    'ويستند إلى مذكرة التفاهم بين مصر وليبيا التي وقعها في 24 ديسمبر 2019 وزير النفط د.سالم كريم مع نظيره الليبي نادر صقر.',
    {
      signatories: ['سالم كريم', 'نادر صقر'],
    },
  );
  checkAgreements('وحملت اتفاقية الحدود بين مصر وليبيا توقيع وزير الداخلية المصري سالم كريم ونظيره الليبي نادر صقر.', {
    states: ['signed'],
    signatories: ['سالم كريم', 'نادر صقر'],
  });
});

test('a day that is another clause’s, a dateline’s or a beginning is not that of the signing', () => {
  checkAgreements(
    'مصر وليبيا توقعان اتفاقية\n\nالقاهرة 28 سبتمبر 2012 – وقع الرئيسان المصري والليبي أمس الخميس اتفاقية للتعاون.',
    { date: '2012-09-27' },
  );
  checkAgreements(
    'توقيع بيان\n\n6 أبريل 2023\n\nالتقى الوزير المصري الخميس نظيره الليبي في أول لقاء منذ 2016، ووقع الرجلان بيانا مشتركا.',
    { date: '2023-04-06' },
  );
  checkAgreements('والتقاه في 5 مايو 2015 وأكد أن الاتفاقية الموقعة بين مصر وليبيا قائمة.', { date: null });
  checkAgreements('ويأتي الاتفاق بين مصر وليبيا تنفيذا لما أعلن يوم 8 فبراير 2024.', {
    states: ['signed'],
    date: null,
  });
});

test('a town is where it was signed behind «ظهر اليوم», «بقصر» and the two sides', () => {
  checkAgreements('مصر وليبيا\n\n7 مارس 2024\n\nوقعت مصر وليبيا، ظهر اليوم الخميس بنواكشوط، اتفاقا للتعاون.', {
    place: 'نواكشوط',
  });
  checkAgreements('وقعت مصر وليبيا، عشية اليوم، بقصر قرطاج، مذكرة تفاهم.', { place: 'قرطاج' });
  checkAgreements('واتفقا على تفعيل اتفاقية التعاون المبرمة بين مصر وليبيا في نواكشوط في فبراير 2013.', {
    place: 'نواكشوط',
    date: '2013-02',
  });
  checkAgreements('وقعت اتفاقية بين وزارتي الصحة في مصر وليبيا.', { place: null });
});

test('what is negotiated is not what has been signed', () => {
  checkAgreements(
    'وقعت مصر وليبيا أمس اتفاقية للتعاون الأمني.\n\nوقال الوزير إن البلدين يتفاوضان الآن على مذكرة تفاهم بشأن التدريب.',
    { type: 'agreement', states: ['signed'] },
    { type: 'memorandum', states: ['negotiated'] },
  );
});

test('the minutes that the lead names by their noun are told of behind it', () => {
  checkAgreements(
    'قال الوزير إن المحضر الذي وقعته مصر وليبيا الأسبوع الماضي مهم.\n\nوكان وزير النقل المصري سالم كريم ونظيره الليبي نادر صقر وقعا في طرابلس محضرا لتطوير الميناء.',
    { mentions: ['المحضر', 'محضرا لتطوير الميناء'] },
  );
});
