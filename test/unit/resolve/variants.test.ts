/** One person under several spellings and lengths of the name. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey, nameWords } from '../../../server/src/resolve/person-name.ts';
import { fold } from '../../../server/src/text/fold.ts';
import { checkApart, checkSame, checkShown, report } from './reports.ts';

/** Spellings that are one name. */
function checkOneName(...names: readonly string[]): void {
  const keys = names.map((name) => nameKey(nameWords(fold(name).split(' '))));
  assert.ok(
    keys.every((key) => key === keys[0]),
    `${names.join(' = ')}: ${keys.join(', ')}`,
  );
}

test('hamza, alif maqsura and ta marbuta', () => {
  checkOneName('فؤاد الراوي', 'فواد الراوى', 'فُؤاد الراوي');
  checkOneName('أسامة الهيتي', 'اسامه الهيتي');
  checkOneName('إبراهيم رئيسي', 'ابراهيم رييسي');
  checkOneName('علاء الدين', 'علا الدين');
});

test('with and without ال, بن and آل', () => {
  checkOneName('قاسم الأعظمي', 'قاسم أعظمي');
  checkOneName('سعود بن فيصل', 'سعود الفيصل', 'سعود فيصل');
  checkOneName('تميم بن حمد آل ثاني', 'تميم بن حمد ال ثاني', 'تميم حمد الثاني');
});

test('compounds written as one word or two', () => {
  checkOneName('عبد الرحمن مراد', 'عبدالرحمن مراد');
  checkOneName('عبد الله سالم', 'عبدالله سالم');
  checkOneName('أبو مهدي الكاتب', 'ابومهدي الكاتب', 'أبا مهدي الكاتب');
  checkOneName('نور الدين قاسم', 'نورالدين قاسم');
});

test('Persian letters', () => {
  checkOneName('رضا پاکدل', 'رضا باكدل');
  checkOneName('منوچهر کاظمی', 'منوجهر كاظمي');
});

test('different names keep different keys', () => {
  const key = (name: string) => nameKey(nameWords(fold(name).split(' ')));
  assert.notEqual(key('حسن كريم'), key('حسين كريم'));
  assert.notEqual(key('عبد الكريم سالم'), key('كريم سالم'));
});

test('a middle name may be left out', () => {
  const full = report('2020-01-01', 'قال سامر وليد الحداد', { persons: [{ name: 'سامر وليد الحداد' }] });
  const short = report('2020-01-02', 'قال سامر الحداد', { persons: [{ name: 'سامر الحداد' }] });
  checkSame({ a: full, b: short }, 'a سامر وليد الحداد', 'b سامر الحداد');
});

test('the last of three names may be left out where the office agrees or nobody else is called so', () => {
  const office = 'وزير الدفاع العراقي = minister/defence/IQ';
  const full = report('2020-01-01', 'قال وزير الدفاع العراقي فارس عجيل نايف', {
    persons: [{ name: 'فارس عجيل نايف', office }],
  });
  const short = report('2020-01-02', 'قال فارس عجيل', { persons: [{ name: 'فارس عجيل' }] });
  const governor = report('2020-01-02', 'قال محافظ حلب السوري فارس عجيل', {
    persons: [{ name: 'فارس عجيل', office: 'محافظ حلب السوري = governor/aleppo/SY' }],
  });
  checkSame({ a: full, b: short }, 'a فارس عجيل نايف', 'b فارس عجيل');
  checkApart({ a: full, b: governor }, 'a فارس عجيل نايف', 'b فارس عجيل');
});

test('names of two, three and four words are one person’s where each is the only fuller one', () => {
  const said = (name: string) => report(null, `قال ${name}`, { persons: [{ name }] });
  checkSame(
    { a: said('سامر الحداد'), b: said('سامر وليد الحداد'), c: said('سامر وليد كريم الحداد') },
    'a سامر الحداد',
    'b سامر وليد الحداد',
    'c سامر وليد كريم الحداد',
  );
});

test('an office of unsaid state is the office of its holder’s state', () => {
  const said = report('2020-11-15', 'قال أمين مجلس الأمن القومي الإيراني رضا كمالي', {
    persons: [{ name: 'رضا كمالي', office: 'أمين مجلس الأمن القومي الإيراني = secretary/snsc/IR' }],
  });
  const unsaid = report('2020-11-16', 'قال أمين مجلس الأمن القومي رضا كمالي', {
    persons: [{ name: 'رضا كمالي', office: 'أمين مجلس الأمن القومي = secretary/snsc/' }],
  });
  checkSame({ a: said, b: unsaid }, 'a رضا كمالي', 'b رضا كمالي');
});

test('family names that the Maghreb writes together, and doubled letters of foreign names', () => {
  checkOneName('رضا بالرابح', 'رضا بلرابح');
  checkOneName('زيغمار غابرييل', 'زيغمار غابريل');
});

test('a longer name is shown where more than one article or a part inside it bears it out', () => {
  const said = (day: number, name: string) => report(`2020-01-0${day}`, `قال ${name} ذلك`, { persons: [{ name }] });
  const often = { a: said(1, 'سالم الفرجاني'), b: said(2, 'سالم الفرجاني'), c: said(3, 'سالم الفرجاني') };
  checkShown({ ...often, d: said(4, 'سالم الفرجاني غزير') }, 'a سالم الفرجاني', 'سالم الفرجاني');
  checkShown(
    { ...often, d: said(4, 'سالم الفرجاني غزير'), e: said(5, 'سالم الفرجاني غزير') },
    'a سالم الفرجاني',
    'سالم الفرجاني غزير',
  );
  checkShown({ ...often, d: said(4, 'سالم وليد الفرجاني') }, 'a سالم الفرجاني', 'سالم وليد الفرجاني');
  checkShown({ a: often.a, d: said(4, 'سالم الفرجاني غزير') }, 'a سالم الفرجاني', 'سالم الفرجاني غزير');
});
