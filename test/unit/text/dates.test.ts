import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates } from '../../../server/src/text/dates.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { checkGrowth } from '../growth.ts';

/** What is found in `text`, written as pairs «expression», value. Without a reference the article's date is unknown. */
function checkDates(
  text: string,
  expected: readonly (readonly [string, string])[],
  reference: string | null = null,
): void {
  const found = findDates(text, tokenize(text), reference);
  assert.deepEqual(
    found.map(({ start, end, value }) => [text.slice(start, end), value]),
    expected,
    text,
  );
}

test('a full date is read under every name of the month', () => {
  for (const month of [
    'نوفمبر',
    'تشرين الثاني',
    'نونبر',
    'نوفمبر/تشرين الثاني',
    'تشرين الثاني/نوفمبر',
    'تشرين الثاني (نوفمبر)',
    'تشرين ثاني',
  ])
    checkDates(`زار الوفد المدينة في 15 ${month} 2020 ثم عاد.`, [[`15 ${month} 2020`, '2020-11-15']]);
  checkDates('في 3 غشت 2019', [['3 غشت 2019', '2019-08-03']]);
  checkDates('في 3 أوت 2019', [['3 أوت 2019', '2019-08-03']]);
  checkDates('في 7 جويلية 2019', [['7 جويلية 2019', '2019-07-07']]);
});

test('digits of all three kinds, numeric dates in both orders', () => {
  checkDates('١٩ مارس ٢٠٢٣', [['١٩ مارس ٢٠٢٣', '2023-03-19']]);
  checkDates('۱۹ مارس ۲۰۲۳', [['۱۹ مارس ۲۰۲۳', '2023-03-19']]);
  checkDates('نشر في 2020-11-15', [['2020-11-15', '2020-11-15']]);
  checkDates('نشر في 15/11/2020 الساعة 10:20', [['15/11/2020', '2020-11-15']]);
  checkDates('١٥/١١/٢٠٢٠', [['١٥/١١/٢٠٢٠', '2020-11-15']]);
  checkDates('15.11.2020', [['15.11.2020', '2020-11-15']]);
  checkDates('11/15/2020', [['11/15/2020', '2020-11-15']]);
  checkDates('النتيجة 3-2-1 والقرار 40/15/2020', []);
});

test('the day in words, with and without a year', () => {
  checkDates('في الخامس من آب المقبل', [['الخامس من آب المقبل', 'XXXX-08-05']]);
  checkDates('في الحادي والعشرين من تموز عام 1999', [['الحادي والعشرين من تموز عام 1999', '1999-07-21']]);
  checkDates('في الثاني عشر من حزيران 2008', [['الثاني عشر من حزيران 2008', '2008-06-12']]);
  checkDates('بالعشرين من أيلول', [['العشرين من أيلول', 'XXXX-09-20']]);
  checkDates('انتهى في الـ18 من أكتوبر/تشرين الأول الماضي', [['الـ18 من أكتوبر/تشرين الأول الماضي', 'XXXX-10-18']]);
  checkDates('الثاني من نوعه والخامس من حيث الحجم', []);
  checkDates('31 شباط 2020', [['شباط 2020', '2020-02']]);
});

test('a year that is not said is taken from the article’s date', () => {
  checkDates('انتهى في الـ18 من أكتوبر الماضي', [['الـ18 من أكتوبر الماضي', '2020-10-18']], '2020-11-15');
  checkDates('انتهى في 18 ديسمبر الماضي', [['18 ديسمبر الماضي', '2019-12-18']], '2020-11-15');
  checkDates('يبدأ في الخامس من آب المقبل', [['الخامس من آب المقبل', '2021-08-05']], '2020-11-15');
  checkDates('زارها في شباط/فبراير الماضي', [['شباط/فبراير الماضي', '2021-02']], '2021-04-13');
  checkDates('زارها في شباط/فبراير الماضي', [['شباط/فبراير الماضي', 'XXXX-02']]);
  checkDates('زارها في نيسان الماضي', [['نيسان الماضي', '2020-04']], '2021-04-13');
  checkDates('في 3 نوفمبر من العام الماضي', [['3 نوفمبر من العام الماضي', '2019-11-03']], '2020-11-15');
  checkDates('وصل في 12 نوفمبر', [['12 نوفمبر', '2020-11-12']], '2020-11-15');
  checkDates('وصل في 12 مايو', [['12 مايو', 'XXXX-05-12']], '2020-11-11');
  checkDates('الخامس من الشهر الجاري', [['الخامس من الشهر الجاري', '2020-11-05']], '2020-11-15');
});

test('months alone count only where they can be nothing else', () => {
  checkDates('في نوفمبر 2020', [['نوفمبر 2020', '2020-11']]);
  checkDates('منذ أيلول', [['أيلول', 'XXXX-09']]);
  checkDates('مارس النادي نشاطه', []);
  checkDates('قال أب من القرية', []);
  checkDates('شباط في البيت', []);
});

test('years', () => {
  checkDates('وقعت عام 1975 في المدينة', [['عام 1975', '1975']]);
  checkDates('ولعام 2023 موازنة', [['عام 2023', '2023']]);
  checkDates('في العام ٢٠٠٣', [['العام ٢٠٠٣', '2003']]);
  checkDates('عامي 2018 و2019', [
    ['عامي 2018', '2018'],
    ['2019', '2019'],
  ]);
  checkDates('الحرب (1980-1988) طويلة', [
    ['1980', '1980'],
    ['1988', '1988'],
  ]);
  checkDates('منذ 2003، صار', [['2003', '2003']]);
  checkDates('معاهدة 1937', [['1937', '1937']]);
  checkDates('صيف 2017', [['صيف 2017', '2017']]);
  checkDates('عام ألف وتسعمئة وخمسة وسبعين', [['عام ألف وتسعمئة وخمسة وسبعين', '1975']]);
  checkDates('قتل 2000 جندي وفي 1500 منزل', []);
  checkDates('بعد مئة عام وقبل 20 سنة', []);
});

test('ranges give their ends', () => {
  checkDates('من 15 إلى 18 نوفمبر 2020', [
    ['15', '2020-11-15'],
    ['18 نوفمبر 2020', '2020-11-18'],
  ]);
  checkDates('يومي 15 و16 نوفمبر 2020', [
    ['15', '2020-11-15'],
    ['16 نوفمبر 2020', '2020-11-16'],
  ]);
});

test('Hijri dates by the Umm al-Qura calendar, in the precision they have', () => {
  checkDates('في 12 رمضان 1442 هـ', [['12 رمضان 1442 هـ', '2021-04-24']]);
  checkDates('في الأول من محرم 1445', [['الأول من محرم 1445', '2023-07-19']]);
  checkDates('26 شعبان 1444 هـ الموافق 19 مارس 2023', [
    ['26 شعبان 1444 هـ', '2023-03-19'],
    ['19 مارس 2023', '2023-03-19'],
  ]);
  checkDates('خلال رمضان 1442', [['رمضان 1442', '2021']]);
  checkDates('عام 1442 هـ', []);
  checkDates('فاز الفريق 5 صفر على ضيفه', []);
  checkDates('قال رمضان إن شعبان سافر', []);
});

test('relative days, with the weekday beside them', () => {
  const sunday = '2020-11-15';
  checkDates('التقاه أمس السبت في مكتبه', [['أمس السبت', '2020-11-14']], sunday);
  checkDates('وصل مساء السبت', [['مساء السبت', '2020-11-14']], sunday);
  checkDates('وصل مساء أمس', [['مساء أمس', '2020-11-14']], sunday);
  checkDates('وصل أول من أمس', [['أول من أمس', '2020-11-13']], sunday);
  checkDates('وصل أمس الأول', [['أمس الأول', '2020-11-13']], sunday);
  checkDates('قال، اليوم الأحد، إنه', [['اليوم الأحد', '2020-11-15']], sunday);
  checkDates('قال صباح اليوم إنه', [['صباح اليوم', '2020-11-15']], sunday);
  checkDates('يسافر غداً', [['غداً', '2020-11-16']], sunday);
  checkDates('يسافر غدا الاثنين', [['غدا الاثنين', '2020-11-16']], sunday);
  checkDates('ثم غدا الرجل غنيا', [], sunday);
  checkDates('قبل ثلاثة أيام', [['قبل ثلاثة أيام', '2020-11-12']], sunday);
  checkDates('الشهر الماضي', [['الشهر الماضي', '2020-10']], sunday);
  checkDates('هذا العام', [['هذا العام', '2020']], sunday);
  checkDates('العام المقبل', [['العام المقبل', '2021']], sunday);
  // A slip of the writer's: the weekday is what was meant.
  checkDates('قال اليوم السبت', [['اليوم السبت', '2020-11-14']], sunday);
  checkDates('وصل أمس السبت', []);
});

test('weekdays by themselves: the last one, or the next where the clause plans', () => {
  const sunday = '2020-11-15';
  checkDates('وقعها الخميس في بيته', [['الخميس', '2020-11-12']], sunday);
  checkDates('وصل المدينة الاحد، تلبية لدعوة', [['الاحد', '2020-11-15']], sunday);
  checkDates('سيصل الثلاثاء إلى المدينة', [['الثلاثاء', '2020-11-17']], sunday);
  checkDates('الأربعاء الماضي', [['الأربعاء الماضي', '2020-11-11']], sunday);
  checkDates('الأحد الماضي', [['الأحد الماضي', '2020-11-08']], sunday);
  checkDates('يوم الجمعة المقبل', [['يوم الجمعة المقبل', '2020-11-20']], sunday);
  checkDates('يوم الأحد 8 نوفمبر 2020', [['8 نوفمبر 2020', '2020-11-08']], sunday);
});

test('names that are also days are no dates', () => {
  const sunday = '2020-11-15';
  checkDates('قال جمعة سالم إن أحد الضيوف تأخر', [], sunday);
  checkDates('بعد صلاة الجمعة', [], sunday);
  checkDates('التقى حسن الخميس في مكتبه', [], sunday);
  checkDates('الاتفاق بين الاثنين', [], sunday);
  checkDates('لليوم الثاني على التوالي، في اليوم العالمي للكتاب', [], sunday);
  checkDates('ذكرت قناة النيل اليوم أن', [], sunday);
});

test('dates in Latin articles', () => {
  checkDates('The deal was signed on November 15, 2020 in the capital.', [['November 15, 2020', '2020-11-15']]);
  checkDates('They met on 3 March 2021 and may march again.', [['3 March 2021', '2021-03-03']]);
  checkDates('since 1975, and in May 2019', [
    ['1975', '1975'],
    ['May 2019', '2019-05'],
  ]);
});

test('time grows linearly with the text', () => {
  const piece = 'وصل أمس السبت في 15 و16 نوفمبر 2020 عام 1975 و2003 اليوم ';
  checkGrowth(
    (copies) => {
      const text = piece.repeat(copies);
      const tokens = tokenize(text);
      return () => findDates(text, tokens, '2020-11-15');
    },
    300,
    8,
  );
});

test('«اليوم» as an adverb is today; "the day" and names with it are no dates', () => {
  for (const text of [
    'أعلن الجيش اليوم مقتل ثلاثة جنود.',
    'وصل الوفد إلى العاصمة اليوم، في أول زيارة.',
    'انتهت اليوم المهلة التي حددها الاتفاق.',
    'تبدأ اليوم الانتخابات.',
    'وصل اليوم الرئيس إلى العاصمة.',
    'وقع البلدان اليوم اتفاقية.',
    'وقع العراق وإيران اليوم مذكرة تفاهم.',
    'وقعت كندا وهولندا اليوم اتفاقية.',
    'قال سالم كريم اليوم إن المفاوضات بدأت.',
    'وصل الوفد إلى روسيا اليوم في زيارة.',
    'اليوم، وقع الطرفان.',
    'يوقع الجانبان اليوم على المذكرة.',
  ])
    checkDates(text, [['اليوم', '2020-11-15']], '2020-11-15');
  for (const text of [
    'قالت روسيا اليوم إن السعر ارتفع.',
    'قالت العربية وروسيا اليوم إن السعر ارتفع.',
    'في تصريح لروسيا اليوم، قال الوزير.',
    'نشرت المصري اليوم خبرا.',
    'نقلت صحيفة النيل اليوم، عن الوزير.',
    'بدأ اليوم الأول من المفاوضات.',
    'انتهى اليوم الدراسي مبكرا.',
    'وفي اليوم التالي عاد الوفد.',
    'إن العراق اليوم بلد مختلف.',
    'تواصلت الغارات حتى اليوم.',
    'عمل الفريق طوال اليوم.',
    'هذا عالم اليوم، كما يقال.',
  ])
    checkDates(text, [], '2020-11-15');
});

test('«غرة» is the first of a month', () => {
  checkDates('اليوم غرة فيفري 2017 بالقصر', [['غرة فيفري 2017', '2017-02-01']]);
  checkDates('أخذهم على غرة في فيفري 2017', [['فيفري 2017', '2017-02']]);
});

test('a month under two names with nothing between them', () => {
  checkDates('في 6 أغسطس آب 2020', [['6 أغسطس آب 2020', '2020-08-06']]);
  checkDates('في نوفمبر تشرين الثاني 2019', [['نوفمبر تشرين الثاني 2019', '2019-11']]);
  checkDates('بين مايو ويونيو 2019', [['يونيو 2019', '2019-06']]);
  // Two months are two.
  checkDates('في 6 مايو يونيو 2020', [
    ['6 مايو', 'XXXX-05-06'],
    ['يونيو 2020', '2020-06'],
  ]);
});

test('a date with dashes around the name of its month', () => {
  checkDates('17 - نوفمبر - 2023', [['17 - نوفمبر - 2023', '2023-11-17']]);
  checkDates('17-نوفمبر-2023', [['17-نوفمبر-2023', '2023-11-17']]);
  checkDates('31 - شباط - 2023', []);
  checkDates('17 - نوفمبر / 2023', []);
});

test('days of the Persian solar year', () => {
  checkDates('١٠ دی ١٣٩٣', [['١٠ دی ١٣٩٣', '2014-12-31']]);
  checkDates('1 فروردین 1400', [['1 فروردین 1400', '2021-03-21']]);
  checkDates('30 اسفند 1399', [['30 اسفند 1399', '2021-03-20']]);
  checkDates('29 شهریور 1402', [['29 شهریور 1402', '2023-09-20']]);
  // No such day, no year.
  checkDates('31 مهر 1400', []);
  checkDates('دفع 10 مهر للعروس و30 تير', []);
});

test('a month that is also a name counts where «الجاري» says which', () => {
  checkDates('نهاية جوان الجاري', [['جوان الجاري', '2023-06']], '2023-06-11');
  checkDates('في أوت المقبل', [['أوت المقبل', '2023-08']], '2023-06-11');
  checkDates('رئيسة الوزراء سلمى ماي الحالية', [], '2023-06-11');
  // Behind a number it is a month; «3 آب» without its madda may be fathers.
  checkDates(
    'ليلة 31 ماي وفي 5 جوان الفارط',
    [
      ['31 ماي', '2023-05-31'],
      ['5 جوان الفارط', '2023-06-05'],
    ],
    '2023-06-11',
  );
  checkDates('تلتئم يوم 7 أوت الجاري', [['7 أوت الجاري', '2023-08-07']], '2023-08-01');
  checkDates('حضر 3 اب مع أبنائهم', [], '2023-06-11');
  checkDates('قالت جوان إنها عادت', [], '2023-06-11');
});

test('a year that opens an entry of a chronology, and one before the next clause', () => {
  checkDates('بدأت القصة.\n– 2013: حكومة الشمال توقع', [['2013', '2013']]);
  checkDates('2013: حكومة الشمال توقع', [['2013', '2013']]);
  checkDates('بلغ العدد 2013: رقم قياسي', []);
  checkDates('2013:45', []);
  checkDates('اتفاق السلام مع الحركة في 2005 فأنهى الحرب', [['2005', '2005']]);
  checkDates('عمل في 2005 فدادين', []);
});

test('a month without a year is the nearest one, unless its paragraph tells of another year', () => {
  checkDates('وبعد مغادرته منصبه في أيار تولى خلفه الملف.', [['أيار', '2023-05']], '2023-09-19');
  checkDates('وكان قد قدم إحاطته في شباط.', [['شباط', 'XXXX-02']], '2023-09-19');
  checkDates(
    'بدأت الحرب عام 2011. وفي أيار دخلت القوات المدينة.',
    [
      ['عام 2011', '2011'],
      ['أيار', 'XXXX-05'],
    ],
    '2023-09-19',
  );
});

test('years at the edge of a period or of a range', () => {
  checkDates('حددت نهاية 2011 موعدا لخروجهم', [['2011', '2011']]);
  checkDates('منذ 2017 أكبر قاعدة في البلاد', [['2017', '2017']]);
  checkDates('منذ 1900 سنة', []);
  checkDates('قاد النادي من 2012 إلى 2023.', [
    ['2012', '2012'],
    ['2023', '2023'],
  ]);
  checkDates('ارتفع العدد من 1900 إلى 2000 جندي', []);
});

test('the same month is that of the date before it', () => {
  checkDates(
    'وقعاها في 8 فبراير/شباط الماضي. وصادق عليها البرلمان في 21 من الشهر نفسه.',
    [
      ['8 فبراير/شباط الماضي', '2024-02-08'],
      ['21 من الشهر نفسه', '2024-02-21'],
    ],
    '2024-03-07',
  );
  checkDates('وصل في 21 من الشهر نفسه', []);
});

test('the same year is that of the date before it', () => {
  const dates: [string, string][] = [
    ['15 ماي 2015', '2015-05-15'],
    ['20 جوان من نفس السنة', '2015-06-20'],
    ['أبريل من العام ذاته', '2015-04'],
  ];
  checkDates(`وقع في ${dates[0]?.[0]} ثم في ${dates[1]?.[0]} وقبله في ${dates[2]?.[0]}`, dates, '2024-01-26');
  checkDates('وصل في أبريل من العام نفسه', [['أبريل', 'XXXX-04']]);
});

test('the first of a month in the Maghreb; a man called so is no day', () => {
  checkDates('وقعت في فاتح يوليو 2003', [['فاتح يوليو 2003', '2003-07-01']]);
  checkDates('قال فاتح كريم في يوليو 2003', [['يوليو 2003', '2003-07']]);
});

test('a weekday beside two numbers says which of them is the month', () => {
  checkDates('خميس, 03/07/2024 - 21:36', [['03/07/2024', '2024-03-07']]);
  checkDates('الأربعاء 03/07/2024', [['03/07/2024', '2024-07-03']]);
  // A wrong weekday says nothing.
  checkDates('السبت 03/07/2024', [['03/07/2024', '2024-07-03']]);
});

test('in a chronology a day without a year is of the year of the entry before it', () => {
  checkDates(
    '- 3 يناير 2020: مقتل القائد.\n- 8 يناير: صواريخ على القاعدة.\n- 2 يناير: بيان.',
    [
      ['3 يناير 2020', '2020-01-03'],
      ['8 يناير', '2020-01-08'],
      ['2 يناير', '2026-01-02'],
    ],
    '2025-12-14',
  );
});

test('«غدا» at the end of a sentence is tomorrow, else it may be a verb', () => {
  checkDates('والرئيس يستقبله غدا', [['غدا', '2025-10-14']], '2025-10-13');
  checkDates('حتى غدا رئيسا للبلاد', [], '2025-10-13');
});

test('a number behind a weekday or particle is a day of «الجاري», without «الشهر» too', () => {
  checkDates('وقعا يوم الاثنين 21 الجاري محضرا', [['21 الجاري', '2022-03-21']], '2022-03-30');
  checkDates('ويجتمعان في 25 من الجاري', [['25 من الجاري', '2022-03-25']], '2022-03-30');
  checkDates('بلغ العجز 21 الجاري منها دين', [], '2022-03-30');
});

test('a month half a year off is the one told of behind a verb in the past, and stays open else', () => {
  checkDates('استقال في مارس', [['مارس', '2020-03']], '2020-10-23');
  checkDates('ثم احتلت الحقل في أبريل', [['أبريل', '2012-04']], '2012-09-28');
  checkDates('من المقرر أن يجتمع في مارس', [['مارس', 'XXXX-03']], '2020-10-23');
  checkDates('اجتماع في مارس', [['مارس', 'XXXX-03']], '2020-10-23');
});

test('a year stands before the particle of its clause', () => {
  checkDates('التي وقعت في 2021 لم تعد تكفي', [['2021', '2021']]);
});
