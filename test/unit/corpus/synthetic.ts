/** Articles made from templates with invented names: as many as a test of growth needs. The same number gives the same article. */

const GIVEN = ['سالم', 'كريم', 'رضا', 'نوري', 'هادي', 'سامر', 'وليد', 'ماجد', 'فارس', 'جابر', 'عادل', 'باسم', 'حاتم'];
const FAMILY = [
  'الراوي',
  'الحداد',
  'الطائي',
  'السالمي',
  'المطيري',
  'الجبوري',
  'العبيدي',
  'الناصري',
  'الكرخي',
  'البصري',
];
const OFFICES = ['وزير الثقافة', 'وزير النقل', 'وزير الزراعة', 'وزير التجارة', 'وزير الصحة', 'وزير التعليم'];
const STATES = ['العراقي', 'الأردني', 'المصري', 'الكويتي', 'العماني', 'المغربي', 'التونسي'];
const PLACES = ['بغداد', 'عمان', 'القاهرة', 'الكويت', 'مسقط', 'الرباط', 'تونس'];
const SUBJECTS = ['مذكرة تفاهم ثقافية', 'اتفاقية نقل', 'بروتوكول تعاون زراعي', 'اتفاقية تجارية', 'مذكرة تفاهم صحية'];
const MONTHS = ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول'];

const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? '';

/** People come back in every 1690th article, offices, states and places in every few: as in news. */
export function syntheticArticle(number: number): string {
  const name = (n: number) =>
    `${pick(GIVEN, n)} ${pick(GIVEN, Math.floor(n / 13) + 5)} ${pick(FAMILY, Math.floor(n / 169))}`;
  const office = `${pick(OFFICES, number)} ${pick(STATES, number)}`;
  const other = `${pick(OFFICES, number)} ${pick(STATES, number + 3)}`;
  const date = `${(number % 28) + 1} ${pick(MONTHS, number)} ${2010 + (number % 12)}`;
  return [
    `${pick(PLACES, number)} ${date} – استقبل ${office} ${name(number)} في ${pick(PLACES, number)} أمس ${other} ${name(number + 7)}.`,
    `ووقع الجانبان ${pick(SUBJECTS, number)} بين البلدين. وقال ${pick(GIVEN, number)} ${pick(FAMILY, Math.floor(number / 169))} إن العمل بها يبدأ قريبا.`,
  ].join('\n\n');
}

export function syntheticCorpus(count: number): Map<string, string> {
  const files = new Map<string, string>();
  for (let number = 0; number < count; number++)
    files.set(`${String(number).padStart(6, '0')}.txt`, syntheticArticle(number));
  return files;
}
