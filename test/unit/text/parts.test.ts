import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates } from '../../../server/src/text/dates.ts';
import { articleParts } from '../../../server/src/text/parts.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

interface Expected {
  readonly direction?: 'rtl' | 'ltr';
  readonly title?: string | null;
  readonly date?: string | null;
  readonly source?: string | null;
  readonly furniture?: readonly string[];
  /** Beginnings of the paragraphs. */
  readonly paragraphs?: readonly string[];
}

function checkParts(lines: readonly string[], expected: Expected, lineBreak = '\n'): void {
  const text = lines.join(lineBreak);
  const tokens = tokenize(text);
  const parts = articleParts(text, tokens, findDates(text, tokens, null));
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  if (expected.direction !== undefined) assert.equal(parts.direction, expected.direction);
  if (expected.title !== undefined) assert.equal(parts.title?.text ?? null, expected.title);
  if (expected.date !== undefined) assert.equal(parts.date?.value ?? null, expected.date);
  if (expected.source !== undefined) assert.equal(parts.source?.text ?? null, expected.source);
  if (expected.furniture !== undefined) assert.deepEqual(parts.furniture.map(cut), expected.furniture);
  if (expected.paragraphs !== undefined) {
    assert.equal(parts.paragraphs.length, expected.paragraphs.length, parts.paragraphs.map(cut).join('\n'));
    for (const [i, beginning] of expected.paragraphs.entries()) {
      const paragraph = parts.paragraphs[i];
      assert.ok(paragraph && cut(paragraph).startsWith(beginning), beginning);
    }
  }
}

const BODY =
  'استقبل وزير الزراعة في مكتبه وفدا من المزارعين وبحث معهم أسعار القمح وسبل دعم الري في المناطق الجافة، وأكد أن الموسم المقبل سيكون أفضل من سابقه.';
const MORE =
  'وأضاف الوزير أن الحكومة خصصت مبالغ جديدة لشراء البذور والأسمدة، وأن التوزيع سيبدأ قبل نهاية الشهر في كل المحافظات من دون استثناء.';

test('headline, date line, body', () => {
  checkParts(['وزير الزراعة يستقبل وفد المزارعين', '', '15 نوفمبر 2020', BODY, MORE], {
    title: 'وزير الزراعة يستقبل وفد المزارعين',
    date: '2020-11-15',
    paragraphs: ['استقبل', 'وأضاف'],
    direction: 'rtl',
  });
});

test('an article that begins with a full paragraph has no title', () => {
  checkParts([BODY, MORE], { title: null, paragraphs: ['استقبل', 'وأضاف'] });
  checkParts([`صحيفة الحقل من بيروت: ${BODY.slice(0, -1)}`, MORE], { title: null, source: 'صحيفة الحقل' });
});

test('a headline that stands twice is one', () => {
  const title = 'وزير الزراعة: القمح يكفي البلاد';
  checkParts([title, '', title, '', BODY], { title, paragraphs: ['استقبل'], furniture: [] });
});

test('a kicker before the headline is no headline', () => {
  checkParts(['شاهد بالفيديو..', 'وزير الزراعة يستقبل وفد المزارعين', BODY], {
    title: 'وزير الزراعة يستقبل وفد المزارعين',
    furniture: ['شاهد بالفيديو..'],
  });
  checkParts(['أخبار محلية:', 'وزير الزراعة يستقبل وفد المزارعين', BODY], {
    title: 'وزير الزراعة يستقبل وفد المزارعين',
  });
});

test('a section of one word above the headline is no headline', () => {
  checkParts(['اقتصاد', 'موسم القمح يبدأ في الشمال', BODY, MORE], {
    title: 'موسم القمح يبدأ في الشمال',
    furniture: ['اقتصاد'],
    paragraphs: ['استقبل', 'وأضاف'],
  });
});

test('a date line with place, both calendars and the agency', () => {
  checkParts(['موسم القمح يبدأ في الشمال', 'الدوحة 4 رجب 1445 هـ الموافق 16 يناير 2024 م قنا', BODY], {
    title: 'موسم القمح يبدأ في الشمال',
    date: '2024-01-16',
    paragraphs: ['استقبل'],
  });
  checkParts(['موسم القمح يبدأ في الشمال', 'الحفل 16 يناير 2024 يقام في الدوحة', BODY], { date: null });

  test('an entry of a chronology does not date the article', () => {
    checkParts(['القمح يكفي البلاد', BODY, `– 27 آب 1973: ${MORE}`], { date: null });
  });

  test('a date line may end with the section, behind the hour', () => {
    for (const line of ['الخميس 27 تشرين الأول 2022 الساعة 13:10 سياسة', '27/10/2022 LOC13:10'])
      checkParts(['موسم القمح يبدأ في الشمال', line, BODY], { date: '2022-10-27' });
    checkParts(['موسم القمح يبدأ في الشمال', '27/10/2022 الساعة 13:10 انفجار المرفأ', BODY], { date: null });
  });
});

test('date lines of all habits', () => {
  const lines: readonly (readonly [string, string])[] = [
    ['الأحد ١٩ مارس ٢٠٢٣ - ٠٤:٤٦ بتوقيت غرينتش', '2023-03-19'],
    ['الأحد 26 شعبان 1444 هـ الموافق 19 مارس 2023 م', '2023-03-19'],
    ['نشر في: 2020-11-15 10:22', '2020-11-15'],
    ['آخر تحديث: 15/11/2020 الساعة 10:22 بتوقيت مكة المكرمة', '2020-11-15'],
    ['١٥ تشرين الثاني/نوفمبر ٢٠٢٠', '2020-11-15'],
    ['سالم كريم | 15 نوفمبر 2020', '2020-11-15'],
  ];
  for (const [line, date] of lines)
    checkParts(['وزير الزراعة يستقبل وفد المزارعين', line, BODY], { date, paragraphs: ['استقبل'] });
});

test('the date may stand in the dateline of the first paragraph', () => {
  checkParts(['القمح يكفي البلاد', `(وكالة الحقول / النبأ - 13 أبريل 2021ء) ${BODY}`], {
    date: '2021-04-13',
    source: 'وكالة الحقول / النبأ',
    paragraphs: ['(وكالة'],
  });
  checkParts(['القمح يكفي البلاد', `بيروت، 13 أبريل 2021 - ${BODY}`], { date: '2021-04-13' });
});

test('the hour of an update, an agency before its day at the end, and one between the day and the dash', () => {
  const line = '19:34 GMT 17.01.2025 (تم التحديث: 20:11 GMT 17.01.2025)';
  checkParts(['القمح يكفي البلاد', line, BODY], { date: '2025-01-17' });
  checkParts(['القمح يكفي البلاد', BODY, MORE, 'بنا 1322 جمت 13/09/2023'], { date: '2023-09-13' });
  checkParts(['القمح يكفي البلاد', `القاهرة 12-10-2017 وفا- ${BODY}`], { date: '2017-10-12' });
  checkParts(['القمح يكفي البلاد', `الوزارة 12-10-2017 قررت - ${BODY}`], { date: null });
});

test('the agency in brackets or between strokes ends a dateline', () => {
  const title = 'القمح يكفي البلاد';
  checkParts([title, `بكين 13 أبريل 2021 (شينخوا) ${BODY}`], { title, date: '2021-04-13' });
  checkParts([title, `موسكو، 13 أبريل 2021. /تاس/. ${BODY}`], { title, date: '2021-04-13' });
  checkParts([title, `الحرب 13 أبريل 2003 (بغداد) ${BODY}`], { title, date: null });
});

test('a line of a place and a date, a dateline with its agency in brackets', () => {
  for (const line of [
    'بكين 18 شعبان 1444 هـ الموافق 10 مارس 2023 م',
    'أبو ظبي (10 مارس 2023)',
    'القاهرة في 10 مارس 2023',
  ])
    checkParts(['الوزير يبحث أسعار القمح', line, BODY], {
      date: '2023-03-10',
      title: 'الوزير يبحث أسعار القمح',
      paragraphs: [BODY],
    });
  checkParts([`تونس – 10 مارس 2023 (وكالة النيل): ${BODY}`, MORE], { date: '2023-03-10' });
  // a headline on a day of the past, a sentence that begins with its day
  checkParts(['هجمات 11 سبتمبر 2001', BODY, MORE], { date: null, title: 'هجمات 11 سبتمبر 2001' });
  checkParts([`في 10 مارس 2023 (وهو يوم جمعة) ${BODY}`, MORE], { date: null });
});

test('a date that the article speaks of is not its own', () => {
  checkParts(['القمح بعد اتفاق 15 نوفمبر 2020 وأسعاره', BODY, MORE], {
    date: null,
    title: 'القمح بعد اتفاق 15 نوفمبر 2020 وأسعاره',
  });
  checkParts(['القمح يكفي البلاد', BODY.replace('في مكتبه', 'في 3 مايو 2019')], { date: null });
});

test('sources', () => {
  checkParts(['القمح يكفي', BODY, 'المصدر: النبأ + وكالات'], { source: 'النبأ + وكالات', paragraphs: ['استقبل'] });
  checkParts(['القمح يكفي', BODY, 'نقلا عن صحيفة الحقل'], { source: 'صحيفة الحقل', paragraphs: ['استقبل'] });
  checkParts(['القمح يكفي', `بيروت - رويترز: ${BODY}`], { source: 'رويترز' });
  checkParts(['القمح يكفي', `بيروت (رويترز) - ${BODY}`], { source: 'رويترز' });
  checkParts(['القمح يكفي', BODY, `${MORE} (الأناضول)`], { source: 'الأناضول' });
  checkParts(['القمح يكفي', 'حقل قمح في الجنوب (الأناضول)', BODY], { source: null });
  checkParts(['القمح يكفي', `وزير الزراعة: ${BODY}`], { source: null });
});

test('furniture is left out, the body never', () => {
  checkParts(
    [
      'القمح يكفي',
      '+ الخط -',
      'مشاركة',
      BODY,
      '(تستمر)',
      MORE,
      'اقرأ أيضاً: أسعار الخبز ترتفع في العاصمة',
      'دلالات',
      '#القمح #الزراعة',
    ],
    {
      furniture: [
        '+ الخط -',
        'مشاركة',
        '(تستمر)',
        'اقرأ أيضاً: أسعار الخبز ترتفع في العاصمة',
        'دلالات',
        '#القمح #الزراعة',
      ],
      paragraphs: ['استقبل', 'وأضاف'],
    },
  );
  checkParts(['القمح يكفي', 'النبأ - العراق', BODY], { furniture: ['النبأ - العراق'] });
  checkParts(['القمح يكفي', BODY, 'أسعار جديدة للخبز', MORE, 'المصدر : النبأ', 'Fields', 'مجاني'], {
    furniture: ['Fields', 'مجاني'],
    paragraphs: ['استقبل', 'أسعار جديدة للخبز', 'وأضاف'],
  });
  checkParts(['القمح يكفي', 'انتهى الوزير من زيارة الحقول وعاد إلى العاصمة.', BODY, 'وانتهى اللقاء.'], {
    furniture: [],
    paragraphs: ['انتهى', 'استقبل', 'وانتهى'],
  });
});

test('line breaks of all kinds, a byte order mark, no text', () => {
  checkParts(
    ['\uFEFFالقمح يكفي البلاد', '15 نوفمبر 2020', BODY],
    { title: 'القمح يكفي البلاد', date: '2020-11-15' },
    '\r\n',
  );
  checkParts([''], { title: null, date: null, source: null, furniture: [], paragraphs: [] });
  checkParts(['   ', '\t'], { title: null, paragraphs: [] });
});

test('a Latin article is left to right, buttons in another language count little', () => {
  const latin = 'The minister met the farmers on Sunday and promised more water for the dry south of the country.';
  checkParts(['Wheat is enough, says minister', 'November 15, 2020', latin], {
    direction: 'ltr',
    title: 'Wheat is enough, says minister',
    date: '2020-11-15',
  });
  checkParts(['القمح يكفي البلاد', 'Facebook', 'Twitter', 'Email', BODY], { direction: 'rtl' });
});

test('the agency’s line with hour and date', () => {
  checkParts(['وزير الزراعة يستقبل وفد المزارعين', '', BODY, MORE, 'بنا 1322 جمت 13/09/2023'], { date: '2023-09-13' });
  checkParts(['وزير الزراعة يستقبل', '', '19:34 GMT 17.01.2025 (تم التحديث: 20:11 GMT 17.01.2025)', BODY, MORE], {
    date: '2025-01-17',
  });
});
