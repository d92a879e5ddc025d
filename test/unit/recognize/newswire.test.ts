/**
 * Sentences as agencies write them, of any country. Who is named, exactly (no word more, no word less), and which office each is given:
 * the office of the neighbour in a list is the worst mistake a card can make.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CANDIDATE } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkMarked } from './marked.ts';

/** `expected`: full or short name as written → title of the office that the article gives (null: none). Every marked person must be listed. */
function checkPeople(text: string, expected: Readonly<Record<string, string | null>>): void {
  const { mentions, entities } = recognize(text);
  const seen: Record<string, string | null> = {};
  for (const mention of mentions) {
    if (mention.kind !== 'person' || mention.confidence < CANDIDATE) continue;
    const person = entities[mention.entity];
    assert.ok(person?.kind === 'person');
    const claim = person.offices[0];
    const office = claim && entities[claim.office];
    seen[text.slice(mention.start, mention.end)] = office?.kind === 'office' ? office.title : null;
  }
  assert.deepEqual(seen, expected);
}

test('a list of name, office pairs: «و» begins the next pair, the comma joins name and office', () => {
  checkPeople(
    'وحضر اللقاء سالم الرفاعي، وزير الشؤون الخارجية، وعبد الهادي منصف، وزير الداخلية، ونادية بوزيد العلمي، وزيرة الاقتصاد والمالية.',
    {
      'سالم الرفاعي': 'وزير الشؤون الخارجية',
      'عبد الهادي منصف': 'وزير الداخلية',
      'نادية بوزيد العلمي': 'وزيرة الاقتصاد والمالية',
    },
  );
});

test('a list of office, name pairs', () => {
  checkPeople(
    'وضم الوفد وزير المياه والري كريم أبو النصر، ووزير الصناعة والتجارة والتموين ماهر القضاة، ووزير الطاقة والثروة المعدنية جميل الخصاونة.',
    {
      'كريم أبو النصر': 'وزير المياه والري',
      'ماهر القضاة': 'وزير الصناعة والتجارة والتموين',
      'جميل الخصاونة': 'وزير الطاقة والثروة المعدنية',
    },
  );
});

test('beside an office the family name may be a common word', () => {
  checkPeople('والتقى رئيس مجلس النواب سمير بحر الرئيس السوري حسان الشرق في دمشق. ورفض بحر التعليق.', {
    'سمير بحر': 'رئيس مجلس النواب',
    'حسان الشرق': 'الرئيس السوري',
    بحر: 'رئيس مجلس النواب',
  });
});

test('beside an office the given name may be one that no list knows', () => {
  checkPeople('وقال رئيس مجلس النواب ذياد صالح في رسالة إن المجلس يرفض الاتفاق.', { 'ذياد صالح': 'رئيس مجلس النواب' });
  checkPeople('وأعلن رئيس الوزراء الهندي بهاراتي كومار عن المبادرة.', { 'بهاراتي كومار': 'رئيس الوزراء الهندي' });
});

test('a name ends before what is governed by the verb', () => {
  checkPeople('وسبق أن أكد وزير الخارجية رياض عمامري لنظرائه أن القرار نهائي.', { 'رياض عمامري': 'وزير الخارجية' });
  checkPeople('أعلن الأمين العام للحزب السيد حسين فضل الله انتهاء التعبئة.', { 'حسين فضل الله': 'الأمين العام للحزب' });
  checkPeople('أما زعيم الحزب الديمقراطي مصطفى برزنجي فعدّها غير مبررة.', { 'مصطفى برزنجي': 'زعيم الحزب الديمقراطي' });
});

test('names of several parts are whole', () => {
  checkPeople('قال وزير الخارجية القطري الشيخ جاسم بن عبد الرحمن آل حمد إن بلاده ترحب.', {
    'جاسم بن عبد الرحمن آل حمد': 'وزير الخارجية القطري',
  });
  checkPeople('وصل رئيس مجلس السيادة الانتقالي الفريق أول عبد الستار البرقان إلى القاهرة.', {
    'عبد الستار البرقان': 'رئيس مجلس السيادة الانتقالي',
  });
  checkPeople('بحضور معالي الدكتور ثاني بن راشد الزعابي وزير دولة للتجارة الخارجية.', {
    'ثاني بن راشد الزعابي': 'وزير دولة للتجارة الخارجية',
  });
  checkPeople('وتوجه الرئيس الأميركي جون بالدن إلى الجانبين. وأضاف أن بالدن ملتزم.', {
    'جون بالدن': 'الرئيس الأميركي',
    بالدن: 'الرئيس الأميركي',
  });
});

test('people listed without an office after «بينهم» and «هما»', () => {
  checkPeople('وصل خمسة مفرج عنهم، بينهم سامر نعماني وعماد شريفي ومراد طاهري، إلى الدوحة.', {
    'سامر نعماني': null,
    'عماد شريفي': null,
    'مراد طاهري': null,
  });
});

test('an office followed by two offices and one name, and a title of several words', () => {
  checkPeople('قال رئيس مجلس الوزراء وزير الخارجية القطري حمد بن خليفة المناعي إن بلاده ترحب.', {
    'حمد بن خليفة المناعي': 'رئيس مجلس الوزراء',
  });
});

test('what is no name', () => {
  checkPeople(
    'وزيرا الخارجية يوقعان مذكرة. والتقى الوزير نظراءه في السلطنة، وقال لي إن ذلك وفاء بالعهد. تابعونا على Google News.',
    {},
  );
});

test('an office before a comma and «و» does not belong to the name after it', () => {
  const { mentions, entities } = recognize('بحث ماجد القرني، قائد الحرس، وسالم الدوسري، رئيس الأركان، ملف الحدود.');
  const offices = mentions.flatMap((mention) => {
    const person = mention.kind === 'person' ? entities[mention.entity] : undefined;
    return person?.kind === 'person' ? [person.offices.length] : [];
  });
  assert.deepEqual(offices, [1, 1]);
});

test('a family name that is a common word is due beside an office, but not what is said of a person', () => {
  checkPeople('قال وزير المالية سامر القلعة إن الأمر انتهى.', { 'سامر القلعة': 'وزير المالية' });
  checkPeople('وأعلن وزير المالية سامر رفض المقترح.', { سامر: 'وزير المالية' });
  checkPeople('وقع وزير المالية سامر اتفاقية تعاون مع الوفد.', { سامر: 'وزير المالية' });
  checkPeople('قال وزير المالية سامر أمس إن الأمر انتهى.', { سامر: 'وزير المالية' });
  checkPeople('وصل وزير المالية سامر بسرعة إلى المكان.', { سامر: 'وزير المالية' });
});

test('kings and princes have one name', () => {
  checkMarked('person', 'وبحث الأمير محمد الأوضاع مع الوفد.', ['محمد']);
  checkMarked('person', 'وبحث وزير الدفاع محمد الأحمر مع الوفد الملف.', ['محمد الأحمر']);
});

test('beside an office a common word is a given name only in a pair that fills its place', () => {
  checkMarked('person', 'ووزير الدفاع بيت هرغسين إن الضربة نجحت.', ['بيت هرغسين']);
  checkMarked('person', 'وتفقد وزير الدفاع بيت الأمة في العاصمة.', []);
});

test('names of several parts: gifts of God, sons, Persian families, titles inside', () => {
  checkMarked('person', 'وقال الدكتور بهاء حسب الله إن العلاج متاح.', ['بهاء حسب الله']);
  checkMarked('person', 'وقال الدكتور بهاء رحمه الله إن العلاج متاح.', ['بهاء']);
  checkMarked('person', 'وقال الرئيس محمد ولد الشيخ الفرزاني إن البلاد بخير.', ['محمد ولد الشيخ الفرزاني']);
  checkMarked('person', 'ورأى الوزير كاظم برهنك بور أن الحل قريب.', ['كاظم برهنك بور']);
  checkMarked('person', 'وقال النائب ياسين الحاج حسن إن الجلسة غدا.', ['ياسين الحاج حسن']);
});

test('people after «كل من», «بينهم» and two office-holders', () => {
  checkMarked('person', 'وحضر كل من سامر نعماني وإبراهيم ظاهر في القاعة.', ['سامر نعماني', 'إبراهيم ظاهر']);
  checkMarked('person', 'وقتل ثلاثة بينهم ضابط وجندي.', []);
  checkMarked('person', 'وكان قريب لهما يصرخ فزعا.', []);
});

test('a nationality before a full name', () => {
  checkMarked('person', 'وفازت الصربية يلانا برانكوفيتش على منافستها.', ['يلانا برانكوفيتش']);
  checkMarked('person', 'والشعب الفلسطيني صامد في أرضه.', []);
});

test('short mentions: common words need a place for a person', () => {
  const text = 'قال وزير الدفاع سمير بحر إن الوضع هادئ.';
  checkMarked('person', `${text} وأكد بحر موقفه.`, ['سمير بحر', 'بحر']);
  checkMarked('person', `${text} وتلوث بحر العرب.`, ['سمير بحر']);
  checkMarked('person', 'التقى الرئيس محمود عباسي نظيره الفرنسي إيمانويل ماكرلون. وشكر عباسي ماكرلون على موقفه.', [
    'محمود عباسي',
    'إيمانويل ماكرلون',
    'عباسي',
    'ماكرلون',
  ]);
});

test('a byline is not part of the name', () => {
  checkMarked('person', 'تحرير حسن عماري', ['حسن عماري']);
});

test('a person stands in an airport, and an airport is named after one', () => {
  checkPeople('وكان في استقبال الضيف بالمطار رئيس الوزراء العراقي سالم كريم الراوي.', {
    'سالم كريم الراوي': 'رئيس الوزراء العراقي',
  });
  checkPeople('وصل الوفد إلى مطار سالم الراوي الدولي.', {});
});

test('a ministry of two portfolios, the second of two words', () => {
  checkPeople('وقال وزير النقل والبنية التحتية التركي كريم سالم أوغلو إن الطريق جاهز.', {
    'كريم سالم أوغلو': 'وزير النقل والبنية التحتية التركي',
  });
});
