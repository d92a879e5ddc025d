/** Offices and persons as agencies and the Maghreb press write them: each rule with the sentence that it could break. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CANDIDATE } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';

/** The persons that a reader should see in the text, each with the offices that it gives them. */
function checkPersons(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const { entities, mentions } = recognize(text);
  const seen = new Set(mentions.filter(({ confidence }) => confidence >= CANDIDATE).map(({ entity }) => entity));
  const found: Record<string, string[]> = {};
  entities.forEach((entity, i) => {
    if (entity.kind !== 'person' || !seen.has(i)) return;
    found[entity.name] = entity.offices.map(({ office }) => {
      const held = entities[office];
      return held?.kind === 'office' ? held.title : '';
    });
  });
  assert.deepEqual(found, expected, text);
}

/** The offices that a reader should see in the text, as written there. */
function checkOffices(text: string, expected: readonly string[]): void {
  const { mentions } = recognize(text);
  const offices = mentions.filter(({ kind, confidence }) => kind === 'office' && confidence >= CANDIDATE);
  assert.deepEqual(
    offices.map(({ start, end }) => text.slice(start, end)),
    expected,
    text,
  );
}

/** How often the article mentions the person of this name, with offices alone that stand for them. */
function checkMentions(text: string, name: string, expected: readonly string[]): void {
  const { entities, mentions } = recognize(text);
  const person = entities.findIndex((entity) => entity.kind === 'person' && entity.name === name);
  const found = mentions
    .filter(({ confidence }) => confidence >= CANDIDATE)
    .filter(({ entity, holder, attached }) => entity === person || (holder === person && !attached));
  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    expected,
    text,
  );
}

test('an ambassador is posted with «ب»', () => {
  checkPersons('قال السفير التركي بتونس عمر فاروق دمير إنه راض.', { 'عمر فاروق دمير': ['السفير التركي بتونس'] });
  checkPersons('التقى السفير التركي بنعيم الغوراني.', { 'نعيم الغوراني': [] });
});

test('a charge and a purpose belong to the office', () => {
  checkPersons('كشف المستشار لدى رئيس الحكومة المكلف بالإعلام والاتصال مفدي المسعدي أن الزيارة مهمة.', {
    'مفدي المسعدي': ['المستشار لدى رئيس الحكومة المكلف بالإعلام والاتصال'],
  });
  checkPersons('زار كاتب الدولة للتنمية والتعاون الدولي نور الدين زروق المركز.', {
    'نور الدين زروق': ['كاتب الدولة للتنمية والتعاون الدولي'],
  });
  checkPersons('قال حازم الغوراني، كاتب الدولة لدى وزارة المالية المكلف بأملاك الدولة، ذلك.', {
    'حازم الغوراني': ['كاتب الدولة لدى وزارة المالية المكلف بأملاك الدولة'],
  });
  checkPersons('حضر المدير التنفيذي للحزب حافظ قاسم السعيدي.', { 'حافظ قاسم السعيدي': ['المدير التنفيذي للحزب'] });
  checkPersons('قدم الرئيس للشعب حازم الغوراني.', { 'حازم الغوراني': [] });
});

test('a charge with a place of his own keeps the rank of who is named after it', () => {
  checkPersons('وحضر الممثل الشخصي لرئيس الجمهورية لزهر القاسمي.', {
    'لزهر القاسمي': ['الممثل الشخصي لرئيس الجمهورية'],
  });
});

test('a minister of another office-holder', () => {
  checkPersons('وحضر الرئيس ووزير خارجيته ريكس كارسون حفل التوقيع.', { 'ريكس كارسون': ['وزير خارجيته'] });
});

test('the commander of a body in quotes', () => {
  checkPersons('وقتل قائد «فيلق البرق» نعيم الغوراني في الغارة.', { 'نعيم الغوراني': ['قائد «فيلق البرق»'] });
  checkPersons('وقال القائد «نعيم الغوراني» ذلك.', { 'نعيم الغوراني': [] });
});

test('who speaks for a president is not president', () => {
  checkPersons('قال حازم كالين المتحدث باسم الرئيس التركي سامي دمير اليوم إن بلاده تتوقع ذلك.', {
    'حازم كالين': ['المتحدث باسم الرئيس التركي'],
    'سامي دمير': [],
  });
  checkPersons('وقال حازم الغوراني، الناطق باسم وزير الدفاع سامي الراوي، إن ذلك صحيح.', {
    'حازم الغوراني': ['الناطق باسم وزير الدفاع'],
    'سامي الراوي': [],
  });
  checkPersons('وقال الناطق باسم القائد العام للقوات المسلحة صبيح الغوراني إن العملية بدأت.', {
    'صبيح الغوراني': ['الناطق باسم القائد العام للقوات المسلحة'],
  });
});

test('a president between two commas', () => {
  checkPersons('وجه برقية إلى الرئيس اللبناني، ميشال داود، في أعقاب التفجير.', { 'ميشال داود': ['الرئيس اللبناني'] });
  checkPersons('التقى الرئيس اللبناني، ميشال داود، وزير الدفاع.', { 'ميشال داود': ['وزير الدفاع'] });
});

test('two offices between commas, but not a list of persons', () => {
  checkPersons('دعا محمد بن راشد آل سالم، ولي عهد أبوظبي، نائب القائد الأعلى للقوات المسلحة الإماراتية، إلى ذلك.', {
    'محمد بن راشد آل سالم': ['ولي عهد أبوظبي', 'نائب القائد الأعلى للقوات المسلحة الإماراتية'],
  });
  checkPersons('حضر حازم الغوراني، وزير الدفاع، وزير الداخلية، وزير العدل، ومحافظ البنك.', {
    'حازم الغوراني': ['وزير الدفاع'],
  });
});

test('the chief of staff after the name, without a comma', () => {
  checkPersons('وقال الفريق أول زهير الغوراني رئيس أركان حرب القوات المسلحة إن ذلك صحيح.', {
    'زهير الغوراني': ['رئيس أركان حرب القوات المسلحة'],
  });
  checkPersons('استقبل زهير الغوراني رئيس أركان القوات المسلحة.', { 'زهير الغوراني': [] });
});

test('who leads', () => {
  checkPersons('وصل وفد برئاسة حازم الغوراني إلى دمشق.', { 'حازم الغوراني': [] });
  checkPersons('انعقد الاجتماع برئاسة سيرافي وحضور الأعضاء.', { سيرافي: [] });
  checkPersons('وتتقدم القوات التي يقودها زيدوني نحو المدينة.', { زيدوني: [] });
  checkPersons('وعقد الاجتماع برئاسة الجمهورية وبرئاسة مصر وبرئاسة مشتركة وبإشراف طبي.', {});
  checkPersons('استهدفت القوات سيارات يقودها انتحاريون من التنظيم.', {});
});

test('a bare office is not given to whom the article calls by another', () => {
  checkPersons('وقال الرئيس الأمريكي دونالد كارسون ذلك. وحذرت الوزيرة كارسون من ذلك.', {
    'دونالد كارسون': ['الرئيس الأمريكي'],
  });
  checkPersons('وقال الرئيس الأمريكي دونالد كارسون ذلك. وأضاف الرئيس كارسون أنه راض.', {
    'دونالد كارسون': ['الرئيس الأمريكي', 'الرئيس'],
  });
});

test('an outgoing president holds his office', () => {
  const text = 'يغادر الرئيس الأميركي المنتهية ولايته باراك كارسون غدا البيت.';
  checkPersons(text, { 'باراك كارسون': ['الرئيس الأميركي'] });
  const person = recognize(text).entities.find(({ kind }) => kind === 'person');
  assert.equal(person?.kind === 'person' && person.offices[0]?.former, false);
});

test('the president-elect is whom the article calls so', () => {
  checkMentions('فاز الرئيس التونسي المنتخب حازم الغوراني أمس. وهنأ سامي الراوي الرئيس المنتخب.', 'حازم الغوراني', [
    'حازم الغوراني',
    'الرئيس',
  ]);
  checkMentions('قال الرئيس التونسي حازم الغوراني إن الرئيس المنتخب سيحكم.', 'حازم الغوراني', ['حازم الغوراني']);
});

test('a family name that is a noun too is the person wherever the sentence has one', () => {
  checkMentions(
    'قال رئيس الحكومة حازم الأسد ذلك. وجاء تصريح الأسد بعد لقاء. ونفى الأسد الاتهامات. وجرى لقاء بين الأسد والغوراني. وقال الوزير نعيم الغوراني ذلك.',
    'حازم الأسد',
    ['حازم الأسد', 'الأسد', 'الأسد', 'الأسد'],
  );
  checkMentions('قال رئيس الحكومة حازم الأسد ذلك. ورأى الزوار الأسد الأفريقي في الحديقة.', 'حازم الأسد', [
    'حازم الأسد',
  ]);
});

test('what is said on Monday is not said by Monday', () => {
  checkPersons('وقال حازم الغوراني ذلك. وقال الغوراني الاثنين إنه سيزور بغداد.', { 'حازم الغوراني': [] });
  checkPersons('وعن القرارات التي أعلنها رئيس الحكومة الخميس الماضي.', {});
});

test('names of places are nobody', () => {
  checkPersons('وقع هجوم على بن قردان، حذو بن قردان، في معتمدية بن قردان.', {});
  checkPersons('ونقل إلى مستشفى فرحات الغوراني. وقال فرحات الغوراني ذلك.', { 'فرحات الغوراني': [] });
  checkMentions('ونقل إلى مستشفى فرحات الغوراني. وقال فرحات الغوراني ذلك.', 'فرحات الغوراني', ['فرحات الغوراني']);
});

test('words that only look like names', () => {
  checkPersons('وجه برقية تعزية إلى الحكومة.', {});
  checkPersons('رئيس الجمهورية يتحفظ على فحوى المكالمة', {});
  checkPersons('وتهدف المذكرة إلى تيسير نفاذ الشركات إلى التمويل.', {});
  checkPersons('أفاد أمين عام المنظمة الشغيلة، نور الدين الطالبي، بذلك.', {
    'نور الدين الطالبي': ['أمين عام المنظمة الشغيلة'],
  });
  checkPersons('وعلق حازم الغوراني على زيارة الغوراني المرتقبة إلى تونس.', { 'حازم الغوراني': [] });
  checkPersons('قال رئيس الحكومة عبد الحميد الزليتة ذلك.', { 'عبد الحميد الزليتة': ['رئيس الحكومة'] });
  checkPersons('وطالب أحمدي نجاد بذلك.', { 'أحمدي نجاد': [] });
  checkPersons('حازم الغوراني يجمّد عضويته في الحزب', { 'حازم الغوراني': [] });
});

test('names that look like a particle with a word', () => {
  checkPersons('كان أكثر إقناعا من باراك لوبان.', { 'باراك لوبان': [] });
  checkPersons('قال أحمد لوزير الدفاع ذلك.', { أحمد: [] });
});

test('names of the East: the family name first, or last', () => {
  checkMentions(
    'قال الزعيم الكوري الشمالي كيم جونغ-سون ذلك. ووصف كيم الأمر. وقال زعيم كوريا الشمالية ذلك.',
    'كيم جونغ-سون',
    ['كيم جونغ-سون', 'كيم', 'زعيم كوريا الشمالية'],
  );
  checkMentions('أكد رئيس المجموعة جيم هونغ كيم دعمه. ودعا كيم إلى ذلك.', 'جيم هونغ كيم', ['جيم هونغ كيم', 'كيم']);
});

test('particles of a surname stay together', () => {
  checkMentions(
    'قالت وزيرة الدفاع الألمانية أورسولا فون دير هاين ذلك. وقالت فون دير هاين إنها راضية.',
    'أورسولا فون دير هاين',
    ['أورسولا فون دير هاين', 'فون دير هاين'],
  );
});

test('an office noun inside a name', () => {
  checkPersons('قال المدير التنفيذي للحزب حافظ قائد الراوي ذلك.', { 'حافظ قائد الراوي': ['المدير التنفيذي للحزب'] });
  checkPersons('قال محمد قائد الجيش إن ذلك صحيح.', { محمد: [] });
});

test('seats and syndics', () => {
  checkPersons('أعلنت النائبة بمجلس نواب الشعب، ليلى الغوراني، اليوم ذلك.', {
    'ليلى الغوراني': ['النائبة بمجلس نواب الشعب'],
  });
  checkPersons('قال نقيب الصحفيين حازم الغوراني إن ذلك صحيح.', { 'حازم الغوراني': ['نقيب الصحفيين'] });
  checkPersons('قال النقيب حازم الغوراني إن ذلك صحيح.', { 'حازم الغوراني': [] });
});

test('«و» joins what a body is for, also where it stands apart; not a person, a body or a place', () => {
  checkPersons('قال رئيس لجنة التحكيم والمصالحة سالم الراوي إن الأمر واضح.', {
    'سالم الراوي': ['رئيس لجنة التحكيم والمصالحة'],
  });
  checkPersons('أدى وزير الوظيفة العمومية و الحوكمة، سالم الراوي، زيارة.', {
    'سالم الراوي': ['وزير الوظيفة العمومية و الحوكمة'],
  });
  checkOffices('التقى رئيس لجنة الدفاع والحكومة أمس.', ['رئيس لجنة الدفاع']);
  checkOffices('اجتمع رئيس هيئة الحقيقة والوزيرة أمس.', ['رئيس هيئة الحقيقة', 'الوزيرة']);
});

test('an order is no commander', () => {
  checkOffices('وأمر الوزير بفتح تحقيق.', ['الوزير']);
  checkOffices('قال آمر لواء الفرسان سالم الراوي ذلك.', ['آمر لواء الفرسان']);
});

test('a word that is also the degree of an office is a family name after a given name', () => {
  checkPersons('قال الوزير فوزي الشرفي إن الوضع جيد.', { 'فوزي الشرفي': ['الوزير'] });
  checkPersons('قال الرئيس الشرفي للنادي إن الوضع جيد.', {});
});

test('«كبير» is an office before people, else an adjective; «وإلى» is no governor', () => {
  checkPersons('قال كبير المفاوضين سالم الراوي ذلك.', { 'سالم الراوي': ['كبير المفاوضين'] });
  checkOffices('تعمل في شركة كبيرة لإنتاج الشوكولاتة.', []);
  checkOffices('عبر عن تقديره الكبير للقيادة الأردنية.', []);
  checkOffices('نبه الديوان والى "التراجع الكبير" في الإنتاج.', []);
  checkPersons('قال والي سوسة سالم الراوي ذلك.', { 'سالم الراوي': ['والي سوسة'] });
});

test('another kind of office between commas behind a name that has one is its too, where no list goes on', () => {
  checkPersons('قال كبير المفاوضين سالم الراوي، نائب رئيس مجلس النواب، من بيروت إن الأمر واضح.', {
    'سالم الراوي': ['كبير المفاوضين', 'نائب رئيس مجلس النواب'],
  });
  checkPersons('حضر وزير الدفاع سالم الراوي، رئيس البرلمان، ووزير المالية أمس.', { 'سالم الراوي': ['وزير الدفاع'] });
  checkPersons('حضر وزير الدفاع سالم الراوي، وزير الداخلية، في بغداد.', { 'سالم الراوي': ['وزير الدفاع'] });
});

test('a comma that was typed twice is one', () => {
  checkPersons('استقبل الوفد وزير الداخلية الجزائري،، سالم الراوي الذي يزور تونس.', {
    'سالم الراوي': ['وزير الداخلية الجزائري'],
  });
});

test('what says where an office is, or of what, stands before its holder', () => {
  checkPersons('قال المستشار المكلف بالإعلام برئاسة الحكومة، مفدي الغوراني، إنه أجرى مكالمة.', {
    'مفدي الغوراني': ['المستشار المكلف بالإعلام برئاسة الحكومة'],
  });
  checkPersons('أجرى كاتب الدولة للهجرة والتونسيين بالخارج رضوان الغوراني سلسلة من اللقاءات.', {
    'رضوان الغوراني': ['كاتب الدولة للهجرة والتونسيين'],
  });
  checkPersons('تحادث مع المفوض السامي للحكومة الإيطالية للأشخاص المفقودين سامي الغوراني في روما.', {
    'سامي الغوراني': ['المفوض السامي للحكومة الإيطالية'],
  });
  checkPersons(
    'أفاد مساعد وكيل الجمهورية بالمحكمة الابتدائية بمنوبة، والناطق الرسمي باسمها، القاضي سامي الغوراني، بذلك.',
    {
      'سامي الغوراني': ['مساعد وكيل الجمهورية'],
    },
  );
  checkPersons('قال المدير العام بوزارة العدل، ماجد الغوراني، إن الأشغال انتهت.', {
    'ماجد الغوراني': ['المدير العام بوزارة العدل'],
  });
  // Where it was done, and the object.
  checkPersons('استقبل وزير العدل بوزارة الداخلية محمد الغوراني.', { 'محمد الغوراني': [] });
  checkPersons('استقبل وزير العدل في القصر محمد الغوراني.', { 'محمد الغوراني': [] });
  checkPersons('توج رئيس الاتحاد بالملعب محمد الغوراني.', { 'محمد الغوراني': [] });
  // Whose government it is.
  checkPersons('نفى وزير التربية الأسبق في حكومة كمال الغوراني فتحي السناوي ذلك.', {
    'كمال الغوراني': [],
    'فتحي السناوي': ['وزير التربية'],
  });
});

test('a relation has those to whom it is in its portfolio', () => {
  checkPersons('قال وزير العلاقة مع الهيئات الدستورية والمجتمع المدني، مهدي الغوراني، ذلك.', {
    'مهدي الغوراني': ['وزير العلاقة مع الهيئات الدستورية والمجتمع المدني'],
  });
  checkPersons('اجتمع الوزير مع الهيئات الدستورية.', {});
});

test('a portfolio with its adjective, and the state behind «لجمهورية»', () => {
  checkPersons('يؤدي وزير الشؤون الخارجية والتعاون الدولي لجمهورية إيطاليا، باولو باتيستا، زيارة.', {
    'باولو باتيستا': ['وزير الشؤون الخارجية والتعاون الدولي لجمهورية إيطاليا'],
  });
});

test('a status between the office and its body', () => {
  checkPersons('قال كمال الغوراني المدير السابق لوكالة المخابرات المركزية الأمريكية ذلك.', {
    'كمال الغوراني': ['المدير السابق لوكالة المخابرات المركزية الأمريكية'],
  });
  checkPersons('قال الأمين العام السابق للحزب كمال الغوراني ذلك.', { 'كمال الغوراني': ['الأمين العام السابق للحزب'] });
  // To whom it was given.
  checkOffices('سلم الرئيس السابق للسيد الغوراني رسالة.', ['الرئيس']);
});

test('what a speaker was and is, joined by «و»', () => {
  checkPersons('وصف رئيس الحكومة الأسبق ورئيس حزب "البدائل"، مهدي الغوراني، ذلك بالمحدود.', {
    'مهدي الغوراني': ['رئيس الحكومة', 'رئيس حزب "البدائل"'],
  });
  checkPersons('قال وزير التعليم العالي ووزير التربية بالنيابة، سليم الغوراني، إن الأمور بخير.', {
    'سليم الغوراني': ['وزير التعليم العالي', 'وزير التربية'],
  });
  // Two of them.
  checkPersons('حضر رئيس الحكومة الأسبق ورئيس الجمهورية مهدي الغوراني.', { 'مهدي الغوراني': ['رئيس الجمهورية'] });
});

test('parties with their adjectives, delegates, a governor of the capital, several seats', () => {
  checkPersons('قالت رئيسة الحزب الدستوري الحر، عبير الغوراني، ذلك.', {
    'عبير الغوراني': ['رئيسة الحزب الدستوري الحر'],
  });
  checkPersons('أفاد به معتمد بن قردان عمر الغوراني.', { 'عمر الغوراني': ['معتمد بن قردان'] });
  checkOffices('وهو سفير معتمد لدى تونس.', []);
  checkPersons('قال والي تونس فاخر الغوراني ذلك.', { 'فاخر الغوراني': ['والي تونس'] });
  checkPersons('هاتف الرئيس سفير دولة فلسطين لدى مملكة بلجيكا والاتحاد الأوروبي عبد الرحيم الغوراني.', {
    'عبد الرحيم الغوراني': ['سفير دولة فلسطين لدى مملكة بلجيكا والاتحاد الأوروبي'],
  });
});

test('an official who is not named speaks on, and is nobody else', () => {
  checkMentions(
    'قال مسؤول كبير بالوزارة إن الرئيس كمال الغوراني سيصل غدا. وأضاف المسؤول أن الزيارة قصيرة.',
    'كمال الغوراني',
    ['كمال الغوراني'],
  );
  checkMentions('قال كمال الغوراني إن الأمر واضح. وأضاف المسؤول أن الزيارة قصيرة.', 'كمال الغوراني', [
    'كمال الغوراني',
    'المسؤول',
  ]);
});

test('who stands in is told apart from who was dismissed', () => {
  checkMentions(
    'وزير التربية بالنيابة : لا خوف على الامتحانات\n\nقال وزير التربية بالنيابة، سليم الغوراني، ذلك بعد إقالة وزير التربية ناجي السناوي.',
    'سليم الغوراني',
    ['وزير التربية', 'سليم الغوراني'],
  );
});

test('an assistant is not the one whom he assists', () => {
  checkMentions(
    'قال الأمين العام المساعد للاتحاد العام التونسي للشغل، بلقاسم الغوراني، ذلك. وأحيل الملف إلى الأمين العام للاتحاد العام التونسي للشغل.',
    'بلقاسم الغوراني',
    ['بلقاسم الغوراني'],
  );
  checkMentions(
    'قال الأمين العام المساعد للاتحاد العام التونسي للشغل، بلقاسم الغوراني، ذلك. وأضاف الأمين العام المساعد أن الأمر واضح.',
    'بلقاسم الغوراني',
    ['بلقاسم الغوراني', 'الأمين العام المساعد'],
  );
});

test('a portfolio that goes on with what «و» joins', () => {
  checkPersons('قال وزير العلاقة مع الهيئات الدستورية والمجتمع المدني وحقوق الإنسان مهدي الغوراني ذلك.', {
    'مهدي الغوراني': ['وزير العلاقة مع الهيئات الدستورية والمجتمع المدني'],
  });
  checkPersons('قال وزير الصحة وممثل المنظمة مهدي الغوراني ذلك.', { 'مهدي الغوراني': ['ممثل المنظمة'] });
});

test('an office alone of another time than the article’s is not said to be of the holder at its date', () => {
  const checkOther = (text: string, expected: boolean) => {
    const office = recognize(text).mentions.find(({ kind }) => kind === 'office');
    assert.equal(office?.otherTime ?? false, expected, text);
  };
  checkOther('انتقد رئيس الوزراء العراقي السابق القرار.', true);
  checkOther('تشاور رئيس الحكومة المكلف مع الأحزاب.', true);
  checkOther('يجب أن يكون رئيس الحكومة المقبل مستقلا.', true);
  checkOther('انتقد رئيس الوزراء العراقي القرار السابق.', false);
  checkOther('قال رئيس الوزراء العراقي السابق سالم كريم الراوي إنه راض.', false);
});

test('the lands of a state, a town that no list knows, a club, a council of advice', () => {
  checkPersons('قال مفتي الديار المصرية، ناصر الغوراني، إنه راض.', { 'ناصر الغوراني': ['مفتي الديار المصرية'] });
  checkPersons('قال والي قبلي وليد الغوراني إنه راض.', { 'وليد الغوراني': ['والي قبلي'] });
  checkPersons('قال والي المدينة إنه راض.', {});
  checkPersons('التقى رئيس النجم الرياضي الساحلي ناصر الغوراني الوفد.', {
    'ناصر الغوراني': ['رئيس النجم الرياضي الساحلي'],
  });
  checkPersons('قال النجم ناصر الغوراني إنه راض.', { 'ناصر الغوراني': [] });
  checkPersons('أكد رئيس مجلس شورى حركة النهضة، عبد الكريم الغوراني، ذلك.', {
    'عبد الكريم الغوراني': ['رئيس مجلس شورى حركة النهضة'],
  });
});

test('a chancellor by the state, not an adviser', () => {
  const roles = (text: string) =>
    recognize(text).entities.flatMap((entity) => (entity.kind === 'office' ? entity.key : []));
  assert.deepEqual(roles('التقى الوفد مستشارة ألمانيا أنغيلا ميركل.'), ['chancellor//DE']);
  assert.deepEqual(roles('التقى الوفد مستشار رئيس ألمانيا سالم الراوي.'), ['adviser.president//DE']);
});

test('leading members of a party, and the adjective', () => {
  checkPersons('قال القيادي في حركة النهضة سالم الرفاعي إنه راض.', { 'سالم الرفاعي': ['القيادي في حركة النهضة'] });
  checkMentions(
    'قال القيادي في حركة النهضة سالم الرفاعي إنه راض. واعتبر القيادي في النهضة أن الأمر سهل.',
    'سالم الرفاعي',
    ['سالم الرفاعي', 'القيادي في النهضة'],
  );
  checkOffices('كان الدور القيادي في المنطقة كبيرا.', []);
});

test('a new or former holder behind a comma, and of which town', () => {
  checkPersons('وصل المعتمد الجديد، شهاب الغوراني، وفق المعتمد الأول لولاية صفاقس، عبد الباسط الراوي.', {
    'شهاب الغوراني': ['المعتمد'],
    'عبد الباسط الراوي': ['المعتمد الأول لولاية صفاقس'],
  });
  checkOffices('وصل التقرير المعتمد إلى الوزارة.', []);
});

test('where a minister comes from, or who is in charge of the press', () => {
  checkPersons('وقالت وزيرة التعليم الفرنسية ذات الأصول المغربية نجاة الغوراني، إن تعليم اللغة مهم.', {
    'نجاة الغوراني': ['وزيرة التعليم الفرنسية'],
  });
  checkPersons('وفق ما أكدته المكلفة بالإعلام بوزارة الشؤون الدينية، نجاة الغوراني، أمس.', {
    'نجاة الغوراني': ['المكلفة بالإعلام بوزارة الشؤون الدينية'],
  });
});

test('one seat of many is not the last holder’s, whose it is may follow', () => {
  const bench = 'قال ناصر الغوراني النائب بمجلس نواب الشعب إنه راض.';
  checkMentions(`${bench} واعتبر النائب بمجلس نواب الشعب ورئيس كتلة الأمة سالم الرفاعي ذلك مهما.`, 'ناصر الغوراني', [
    'ناصر الغوراني',
  ]);
  checkPersons('اعتبر النائب بمجلس نواب الشعب ورئيس كتلة الأمة سالم الرفاعي ذلك مهما.', {
    'سالم الرفاعي': ['النائب بمجلس نواب الشعب', 'رئيس كتلة الأمة'],
  });
});

test('whose title the last word of an office is', () => {
  checkPersons('كان هناك لقاء بين ناصر الراوي مدير ديوان الرئيس كرماني والشيخ.', {
    'ناصر الراوي': ['مدير ديوان الرئيس'],
    كرماني: [],
  });
  checkPersons('قال مستشار الرئيس سالم الراوي إنه راض. وكان الرئيس الليبي سالم الراوي قال ذلك.', {
    'سالم الراوي': ['الرئيس الليبي'],
  });
  checkPersons('قال مدير ديوان الرئيس سالم الراوي إنه راض.', { 'سالم الراوي': ['مدير ديوان الرئيس'] });
});

test('an indefinite minister of a headline is the one of that state whom the article names', () => {
  const below = 'حذر وزير الدفاع الألماني ناصر الراوي من ذلك.';
  checkMentions(`وزير ألماني يحذر من الحرب\n\n${below}`, 'ناصر الراوي', ['وزير ألماني', 'ناصر الراوي']);
  checkOffices(`وزير ألماني يحذر من الحرب\n\n${below} وحذر وزير المالية الألماني سالم الراوي.`, [
    'وزير الدفاع الألماني',
    'وزير المالية الألماني',
  ]);
  checkOffices(`وزير فرنسي يحذر من الحرب\n\n${below}`, ['وزير الدفاع الألماني']);
  checkOffices(`نهاية الحرب\n\n${below} وقال وزير ألماني إنه خائف.`, ['وزير الدفاع الألماني']);
});

test('a governing board is no director, the head of a committee has its adjective', () => {
  checkOffices('أصدرت الهيئة المديرة للنادي اليوم بيانا.', []);
  checkPersons('حذر النائب ورئيس اللجنة المالية ناصر الراوي من ذلك.', { 'ناصر الراوي': ['رئيس اللجنة المالية'] });
  checkPersons('قال المدير الجهوي للصحة ناصر الراوي إنه راض.', { 'ناصر الراوي': ['المدير الجهوي للصحة'] });
  checkPersons('قالت مديرة مكتب الأمم المتحدة مريم الراوي إنها راضية.', {
    'مريم الراوي': ['مديرة مكتب الأمم المتحدة'],
  });
});

test('who speaks, with a day between the verb and the seat', () => {
  checkPersons('حذر اليوم الأربعاء النائب عن حركة الشعب ناصر الراوي من ذلك.', { 'ناصر الراوي': ['النائب'] });
});

test('parties with seats are nobody’s representatives', () => {
  checkOffices('قالت الأحزاب الممثلة في مجلس النواب إنها ترفض ذلك.', []);
  checkOffices('قال ممثل العراق في الأمم المتحدة إن بلاده راضية.', ['ممثل العراق في الأمم المتحدة']);
});

test('what a body is for belongs to its name, to whom something is said does not', () => {
  checkPersons('قال سالم الراوي، الناطق الرسمي للإدارة العامة للسجون، إن الأمر انتهى.', {
    'سالم الراوي': ['الناطق الرسمي للإدارة العامة للسجون'],
  });
  checkPersons('قال ممثل الجبهة الوطنية لتحرير الجولان سالم الراوي إن الأسرى صامدون.', {
    'سالم الراوي': ['ممثل الجبهة الوطنية لتحرير الجولان'],
  });
  checkOffices('وقال مدير المركز العراقي للوزير إن العمل انتهى.', ['مدير المركز العراقي', 'وزير']);
});

test('a bare office in brackets is his whose name stands before them', () => {
  checkPersons('وقع عليه سالم الراوي (المدير التنفيذي). ثم طرد المدير التنفيذي للحزب ناصر كرماني.', {
    'سالم الراوي': ['المدير التنفيذي'],
    'ناصر كرماني': ['المدير التنفيذي للحزب'],
  });
});
