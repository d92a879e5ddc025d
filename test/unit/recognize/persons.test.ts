import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonFact } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkGrowth } from '../growth.ts';
import { checkMarked, checkPersons } from './marked.ts';

const checkNames = (text: string, expected: readonly string[]) => checkMarked('person', text, expected);

test('a name after an office ends where the sentence goes on', () => {
  checkNames('التقى وزير الدفاع العراقي طارق البياتي في بغداد وفداً زائراً.', ['طارق البياتي']);
  checkNames('قال وزير الخارجية كريم نوري إن المحادثات مستمرة.', ['كريم نوري']);
  checkNames('زار وزير النفط ماجد حسن البصرة.', ['ماجد حسن']);
});

test('common nouns are names where an office stands before them', () => {
  checkNames('استقبل وزير الدفاع العراقي جمعة سلام محمود، ضيفه.', ['جمعة سلام محمود']);
  checkNames('عقد الاجتماع يوم الجمعة وساد سلام في المدينة.', []);
  checkNames('قال الرئيس إن السلام قريب.', []);
});

test('a name after a comma, a bracket and a rank', () => {
  checkNames('اجتمع رئيس هيئة الأركان العامة للقوات المسلحة الإيرانية، اللواء بهرام رستمي، مع ضيفه.', ['بهرام رستمي']);
  checkNames('وصل رئيس الوزراء (سامر الخفاجي) إلى أنقرة.', ['سامر الخفاجي']);
  checkNames('أكد الفريق أول الركن عثمان الجبوري ذلك.', ['عثمان الجبوري']);
});

test('a name before its office', () => {
  checkNames('قال بهنام كرماني، أمين المجلس الأعلى للأمن القومي، إن الزيارة ناجحة.', ['بهنام كرماني']);
  checkNames('تعيين عادل الورداني والياً على المحافظة', ['عادل الورداني']);
});

test('compound names stay whole', () => {
  checkNames('استقبل الشيخ محمد بن راشد آل منصور الوفد.', ['محمد بن راشد آل منصور']);
  checkNames('نعى الحزب القائد أبو سعيد النجّار أمس.', ['أبو سعيد النجّار']);
  checkNames('قال نور الدين عبد الكريم البصري إن الأمر انتهى.', ['نور الدين عبد الكريم البصري']);
  checkNames('وصل الأمير مساعد بن محمد الدوسري إلى جدة.', ['مساعد بن محمد الدوسري']);
  checkNames('قال الرئيس الأميركي جون ف. ماكارثر إنه متفائل.', ['جون ف. ماكارثر']);
});

test('ranks, honorifics and particles are outside the name', () => {
  checkNames('وبحث السيد حسن الموسوي مع الدكتور سمير الخالدي الملف.', ['حسن الموسوي', 'سمير الخالدي']);
  checkNames('قال العميد وليد الفارسي. وأشاد الضابط بوليد الفارسي.', ['وليد الفارسي', 'وليد الفارسي']);
});

test('على is a preposition; علي before a family name is a name', () => {
  checkNames('شدد الوزير على ضرورة التعاون.', []);
  checkNames('قال أمين المجلس علي شرفخاني إن الأمن مستقر.', ['علي شرفخاني']);
});

test('what an article proves is found everywhere in it, before the introduction too', () => {
  checkPersons(
    'شرفخاني يزور بغداد\n\nالتقى أمين المجلس الأعلى للأمن القومي الإيراني علي شرفخاني مسؤولين. وأكد شرفخاني أن العلاقات جيدة، وودّعه وزير الداخلية فؤاد البدراني. وقال البدراني لشرفخاني إن الحدود آمنة.',
    {
      'علي شرفخاني': ['شرفخاني', 'علي شرفخاني', 'شرفخاني', 'شرفخاني'],
      'فؤاد البدراني': ['فؤاد البدراني', 'البدراني'],
    },
  );
});

test('«و» before a proven name is and, also where the name is a common noun', () => {
  checkPersons(
    'التقى رئيس الأركان حسن باقروي وزير الدفاع العراقي سالم عناد كاظم. وأفادت الوكالة بأن باقروي وعناد بحثا الحدود.',
    { 'حسن باقروي': ['حسن باقروي', 'باقروي'], 'سالم عناد كاظم': ['سالم عناد كاظم', 'عناد'] },
  );
});

test('a family name that is also a nationality needs a place for a person', () => {
  checkPersons(
    'قال رئيس الوزراء سالم جواد السوداني إن الحكومة باقية. وأكد السوداني موقفه. ورحب الجانب السوداني والرئيس السوداني بذلك.',
    {
      'سالم جواد السوداني': ['سالم جواد السوداني', 'السوداني'],
    },
  );
});

test('of two persons with one name the family name tells whom a short mention means', () => {
  checkPersons('زار وزير الخارجية العراقي فؤاد حسين أنقرة، وكان العميد حسين كرماني غائباً. وأكد حسين أن الزيارة مهمة.', {
    'فؤاد حسين': ['فؤاد حسين', 'حسين'],
    'حسين كرماني': ['حسين كرماني'],
  });
});

test('streets, hospitals and universities named after people are no persons', () => {
  checkNames('وقع الحادث في شارع محمد الخالدي قرب مستشفى سالم البدري.', []);
});

test('verbs, adjectives and people in general are no names', () => {
  checkNames('رئيس الحكومة يأذن بفتح تحقيق', []);
  checkNames('أعلن المحتجون أن مرافقين للضيف العراقي غادروا.', []);
  checkNames('أبلغ رئيس الأركان العراقي مضيفيه أن القوات ستنتشر.', []);
  checkNames('وقف على مبدأ حسن الجوار بين البلدين.', []);
  checkNames('رحب أيضاً بالوفد، وقد قال لاحقاً إنه آمن.', []);
});

test('a bare unknown word after a verb of saying is a name where a clause follows, else only a candidate', () => {
  checkMarked('person', 'وقال فرتلاني إن المشروع جاهز.', ['فرتلاني']);
  checkMarked('person', 'وقال خبراء إن المشروع جاهز.', []);
  const text = 'وقال فرتلاني أمس كل شيء.';
  const [mention] = recognize(text).mentions;
  assert.equal(mention && text.slice(mention.start, mention.end), 'فرتلاني');
  assert.ok((mention?.confidence ?? 1) < 0.5);
});

test('ranks are kept apart from the name', () => {
  const { entities } = recognize('وصل الفريق أول الركن عثمان الجبوري. وقال اللواء الجبوري إنه مرتاح.');
  const person = entities.find((entity): entity is PersonFact => entity.kind === 'person');
  assert.deepEqual(
    person?.ranks.map(({ rank }) => rank),
    ['الفريق أول الركن', 'اللواء'],
  );
});

test('any text is read in time that grows with its length', () => {
  for (const unit of [
    'وزير ',
    'محمد ',
    'بن ',
    'نائب مساعد وكيل ',
    'السيد ',
    'قال محمد علي الفلاني إن ',
    '( ',
    'نظيره العراقي ',
  ])
    checkGrowth(
      (length) => {
        const text = unit.repeat(length / unit.length);
        return () => recognize(text);
      },
      20_000,
      8,
      unit,
    );
});

test('a name ends before what the sentence says of its bearer', () => {
  checkNames('استقبل الرئيس اللبناني ميشال الخوري هنأه بالعيد.', ['ميشال الخوري']);
  checkNames('وقام الرئيس طارق البياتي مرفوقا بوزير الدفاع بجولة.', ['طارق البياتي']);
  checkNames('وطلب الوزير يوسف الراوي مهلة للتفكير.', ['يوسف الراوي']);
  checkNames('قال وزير الخارجية إن أمير البلاد أرجأ خطابه.', []);
  checkNames('قال وزير الخارجية يوسف سبأ إن الأمر انتهى.', ['يوسف']);
});

test('a town or tribe «بني فلان» is nobody, and a family name behind «بـ» is the one named beside it', () => {
  checkNames('قال الوزير خلاد البياتي إن الطريق إلى بني خلاد مفتوحة.', ['خلاد البياتي']);
  checkNames('قال النائب سالم الناصر ذلك. وجاء بعد لقاء جمع النائب طارق البياتي، بالناصر، أمس.', [
    'سالم الناصر',
    'طارق البياتي',
    'الناصر',
  ]);
});

test('a family name past a comma where the sentence goes on, and a given name that is a word of time', () => {
  checkNames('أعلنت وزيرة الرياضة، ماردولين الشيباني عن فتح الملعب.', ['ماردولين الشيباني']);
  checkNames('أعلنت وزيرة الرياضة، صباح أمس، فتح الملعب.', []);
  checkNames('تحدث الشيخ صباح الشيباني في المؤتمر.', ['صباح الشيباني']);
});

test('what begins no name behind an office: «بأن», «و» with a noun, a verbal noun, people behind a particle', () => {
  checkNames('وكما أضاف المتحدث بأن كرماني سيلتقي الوفد.', []);
  checkNames('استقبله والي الجهة وثلة من الإطارات.', []);
  checkNames('فاز بكأس الملك وولي العهد أمس.', []);
  checkNames('وأبرزت النائبة تشبث المرأة بحقوقها.', []);
  checkNames('قال رئيس الجمعية لممتحني رخص السياقة إن الأمر مهم.', []);
  checkNames('قال الأمين العام بان كي مون إن الأمر مهم.', ['بان كي مون']);
  checkNames('قال الوزير وودرو كرماني إن الأمر مهم.', ['وودرو كرماني']);
});

test('a name ends with its house, before a noun behind a particle and before a participle', () => {
  checkNames('قال الأمير مشعل بن فهد آل منصور سيدفن غدا.', ['مشعل بن فهد آل منصور']);
  checkNames('استقبل الأمير مشعل بن فهد آل منصور الدوسري أمس.', ['مشعل بن فهد آل منصور الدوسري']);
  checkNames('على إثر مطالبة النائب سالم الراوي بمساءلة الحكومة.', ['سالم الراوي']);
  checkNames('قال الوزير عبد العزيز بوتفنيسة إن الأمر مهم.', ['عبد العزيز بوتفنيسة']);
});

test('an attribute or an unknown adjective before a full name is none of it', () => {
  checkNames('شكر الأستاذ المؤطر حاتم سليمان الحاضرين.', ['حاتم سليمان']);
  checkNames('عقد رئيس الإتحاد المنستيري أحمد البرقاوي ندوة.', ['أحمد البرقاوي']);
  checkNames('قال الأستاذ المنصف الراوي إن الأمر مهم.', ['المنصف الراوي']);
});

test('two persons side by side, one of them by the surname', () => {
  checkPersons('قال النائب سالم جلاد إنه رد على رئيسة الهيئة هاجر بن عون. وذكر جلاد هاجر بن عون بالأمر.', {
    'سالم جلاد': ['سالم جلاد', 'جلاد'],
    'هاجر بن عون': ['هاجر بن عون', 'هاجر بن عون'],
  });
  checkPersons('قالت هاجر بن عون إنها باقية. ولا يمكن لأحد أن يلوم بن عون على ذلك.', {
    'هاجر بن عون': ['هاجر بن عون', 'بن عون'],
  });
});

test('the verb tells whose surname it is, where one bearer is a woman', () => {
  checkPersons('قال محمد الفرجاني إن سامية الفرجاني حضرت. وأوضح الفرجاني أن الأمر مهم. وأوضحت الفرجاني ذلك.', {
    'محمد الفرجاني': ['محمد الفرجاني', 'الفرجاني'],
    'سامية الفرجاني': ['سامية الفرجاني', 'الفرجاني'],
  });
});

test('the surname of a headline is that of the namesake introduced first', () => {
  checkPersons(
    'الكرماني: لن نسمح بذلك\n\nقال أمين المجلس سالم الكرماني إن الأمر مهم. وأضاف الكرماني أنه باق. والتقى لاحقا رئيس المجمع صادق عناد الكرماني.',
    {
      'سالم الكرماني': ['الكرماني', 'سالم الكرماني', 'الكرماني'],
      'صادق عناد الكرماني': ['صادق عناد الكرماني'],
    },
  );
});

test('places that bear a name: an airport behind its town, two streets, a region, a spring', () => {
  checkNames('يتدعم مطار المنستير سالم الراوي الدولي بتجهيزات.', []);
  checkNames('غادر مطار بغداد سالم الراوي أمس.', ['سالم الراوي']);
  checkNames('وقعت انفجارات في منطقتي أبو سليم والهضبة.', []);
});

test('«إذاعة أف أم»: no kunya; «صهر بن عون»: kin', () => {
  checkNames('قال لمراسلة الجوهرة أف أم ابتسام عبد القادر إن الأمر مهم.', ['ابتسام عبد القادر']);
  checkNames('ضد المدعو صخر الراوي (صهر بن عون) أمس.', ['صخر الراوي']);
});

test('a family name that begins with و, before an office; «و» before another family name', () => {
  checkNames('وقع نيابة عن الحكومة معالي غافن وليامسون وزير الدفاع. وأثنى وليامسون على ذلك.', [
    'غافن وليامسون',
    'وليامسون',
  ]);
  checkNames('وقال السفير جون ويليامز إن الأمر انتهى.', ['جون ويليامز']);
  checkNames('وقال الرئيس إيمانويل مورو وترامب رئيس الشركة ذلك.', ['إيمانويل مورو']);
  checkNames('قال مستشار القائد علي أكبر ولايتي ذلك.', ['علي أكبر ولايتي']);
});

test('«أسعد» behind what says where somebody is minister', () => {
  checkNames('وقال وزير الخارجية السوري في الإدارة الجديدة أسعد حسن الراوي ذلك.', ['أسعد حسن الراوي']);
});

test('a Persian family name of two words; «إمام» as a given name; «ل» before a given name', () => {
  checkNames('قال وزير النفط محسن باك نجاد ذلك.', ['محسن باك نجاد']);
  checkNames('وشهد ذلك رئيس طاجيكستان إمام علي كريموف.', ['إمام علي كريموف']);
  checkNames('وتسلم رئاسة المجلس خلفا لعلي أكبر الراوي، ثم خلفا لمحمد الحمداني.', ['علي أكبر الراوي', 'محمد الحمداني']);
  checkNames('وشكلت لجان تحقيق في بيان مقتضب. ووقف إمام مسجد أمام الناس.', []);
});

test('titles, prepositions and nouns that somebody’s name also has', () => {
  checkNames('قال وزير الأوقاف محمد عبد الستار السيد ذلك. وأصدر السيد الرئيس مرسوما.', ['محمد عبد الستار السيد']);
  checkNames('وقال رئيس المجلس علي رحماني ذلك، وسيعرض على مجلس النواب.', ['علي رحماني']);
  checkNames('بحث اتفاقية خور عبد الله مع وزير الخارجية عبد الله الراوي.', ['عبد الله الراوي']);
  checkNames('وتسلم سمو وزير الدفاع نسختي الاتفاق. وقال الوزير همتي إن الأمر انتهى.', ['همتي']);
});

test('a rank with a family name that the article has introduced, before a noun of prose', () => {
  checkNames('ووصل العماد علي عبدالله أيوب. ووصف العماد أيوب العدوان بأنه خطر.', ['علي عبدالله أيوب', 'أيوب']);
  checkNames('وصل العقيد حسين العوادي، والعميد حسين البحر.', ['حسين العوادي', 'حسين البحر']);
});

test('family names that are words: before a comma, before an office, «روته», «ويتكوف»', () => {
  checkNames('وقدم القائد الفريق محمد عبد الوهاب سكر، رئيس الوفد، إيجازا.', ['محمد عبد الوهاب سكر']);
  checkNames('استقبل اللواء محمد عبد الوهاب ضيفا، رئيس الوفد.', ['محمد عبد الوهاب']);
  checkNames('وأشاد بالدكتور مجدي الوكيل رئيس الهيئة. وقال الوكيل إن الأمر مهم.', ['مجدي الوكيل', 'الوكيل']);
  checkNames('قال الأمين العام مارك روته في بروكسل إن الأمر مهم.', ['مارك روته']);
  checkNames('وصل المبعوث ستيف ويتكوف في المساء.', ['ستيف ويتكوف']);
});

test('a family name with a و of its own, as «قال ونوس إن» proves', () => {
  checkNames('طالب النائب سالم اسكندر ونوس بعرض النص، وقال ونوس إن الأمر مهم.', ['سالم اسكندر ونوس', 'ونوس']);
  checkNames('قالت الوزيرة كارلا والمان اليوم. وأوضحت والمان أن الدعم باق.', ['كارلا والمان', 'والمان']);
  checkNames('وصل الوزير سالم الراوي ورفاقه. وقالت والدته إن الأمر مهم. وأضاف واثقا أن الأمر انتهى.', ['سالم الراوي']);
});

test('names that look like other words: «ألينا», «باسم», «ترك آبادي»; and a state that is no honorific', () => {
  checkNames('وحضرت السفيرة الأمريكية ألينا كارتوفا.', ['ألينا كارتوفا']);
  checkNames('قال المتحدث باسم الحكومة باسم الغوراني إن الأمر مهم.', ['باسم الغوراني']);
  checkNames('وتحدث الوزير باسم الفلسطينيين. وقال الوزير باسم الحكومة إن الأمر مهم.', []);
  checkNames('بحضور السفير الإيراني سالم ترك آبادي. ووصف الوزير العلاقة.', ['سالم ترك آبادي']);
  checkNames('وردت السفارة بأن العراق دولة كاملة السيادة وأنه حر.', []);
});

test('family names that are words, in a list of the delegation', () => {
  checkNames(
    'وقع السيد سالم ظريف والسيد ناصر زنغنة والسيد كريم اسلامي مذكرة. ويضم الوفد : ظريف ، وزنغنة ، واسلامي ، وآخرين.',
    ['سالم ظريف', 'ناصر زنغنة', 'كريم اسلامي', 'ظريف', 'زنغنة', 'اسلامي'],
  );
  checkNames('وقع السيد سالم ظريف والسيد ناصر زنغنة مذكرة. وقال زنغنة، ووفد ظريف ينتظر، ذلك.', [
    'سالم ظريف',
    'ناصر زنغنة',
    'زنغنة',
  ]);
});

test('where a name begins and ends: before an office, behind «و», in commas', () => {
  checkNames('ووقع الأمير سالم بن فهد ولي العهد، ومحمد سهيل شريف رئيس الوزراء الباكستاني.', [
    'سالم بن فهد',
    'محمد سهيل شريف',
  ]);
  checkNames('وقال رئيس الحركة، محمود الحية، إن الأمر انتهى.', ['محمود الحية']);
  checkNames('وحضر وزير الخارجية الألماني فرانك فالتر كارتمان.', ['فرانك فالتر كارتمان']);
  checkNames('وكان وزيرا في حكومة فائز الغوراني التي وقعت ذلك. ولعب فريق ليون الفرنسي أمس.', ['فائز الغوراني']);
  checkNames('وتلقى اتصالا من نظيره السعودي مساء الثلاثاء.', []);
});
