/** Finding entities by what a reader types. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resolver } from '../../../server/src/resolve/resolver.ts';
import { searchKeys, searchUnits } from '../../../server/src/resolve/search-keys.ts';
import { report, resolve } from './reports.ts';

const corpus = {
  a: report('2020-11-15', 'في العراق قال وزير الدفاع العراقي سامر وليد الحداد', {
    places: ['العراق = IQ'],
    persons: [{ name: 'سامر وليد الحداد', office: 'وزير الدفاع العراقي = minister/defence/IQ' }],
  }),
  b: report('2020-11-16', 'قال سامر الحداد لـ وكالة بنفسج عن معاهدة بابل', {
    persons: [{ name: 'سامر الحداد' }],
    organizations: ['وكالة بنفسج = بنفسج'],
    agreements: [{ title: 'معاهدة بابل', properName: 'بابل', type: 'treaty', states: ['signed'] }],
  }),
  c: report('2020-11-16', 'وقال رضا باقري و محمد حدادي و قاسم سليماني', {
    persons: [{ name: 'رضا باقري' }, { name: 'محمد حدادي' }, { name: 'قاسم سليماني' }],
  }),
};

function checkFound(query: string, ...names: readonly string[]): void {
  assert.deepEqual(
    resolve(corpus)
      .names.search(query, 10)
      .map(({ name }) => name),
    names,
    query,
  );
}

test('by Arabic words, with or without ال, in any order, from their beginnings', () => {
  checkFound('الحداد', 'سامر وليد الحداد', 'محمد حدادي');
  checkFound('حداد', 'سامر وليد الحداد', 'محمد حدادي');
  checkFound('الحداد سامر', 'سامر وليد الحداد');
  checkFound('باقرى', 'رضا باقري');
  checkFound('سامر محمد');
});

test('by any usual Latin spelling', () => {
  checkFound('Baqeri', 'رضا باقري');
  checkFound('Bagheri', 'رضا باقري');
  checkFound('Soleimani', 'قاسم سليماني');
  checkFound('qassem soleimani', 'قاسم سليماني');
  checkFound('al-Haddad', 'سامر وليد الحداد', 'محمد حدادي');
  checkFound('Iraq', 'العراق', 'وزير الدفاع العراقي');
});

test('offices, organisations, places and agreements as well', () => {
  checkFound('وزير الدفاع', 'وزير الدفاع العراقي');
  checkFound('بنفسج', 'وكالة بنفسج');
  checkFound('العراق', 'العراق', 'وزير الدفاع العراقي');
  checkFound('بابل', 'معاهدة بابل');
});

test('a single letter, no letters, and nothing like it', () => {
  checkFound('ق', 'قاسم سليماني');
  checkFound(' ؟');
  checkFound('');
  checkFound('زرافة');
});

test('what is gone is not found', () => {
  const resolver = new Resolver();
  resolver.update({ set: Object.entries(corpus) });
  const before = resolver.resolution;
  resolver.update({ remove: ['c'] });
  assert.deepEqual(resolver.resolution.names.search('باقري', 10), []);
  assert.equal(before.names.search('باقري', 10).length, 1);
  assert.equal(before.names.search('حداد', 1).length, 1);
});

test('no spelling: nothing is found by the sound of it', () => {
  for (const query of ['zzzz', 'zz', 'zzz', 'kkkk', 'z', 'اااا']) checkFound(query);
});

/** Latin spellings by English, French, German, Turkish and Persian habits, and Arabic and Persian letters: each finds its name alone. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'قاسم سليماني': [
    'Qasem Soleimani',
    'Qasim Sulaimani',
    'Kassem Soleimani',
    'Ghasem Soleymani',
    'Qāsem Soleymānī',
    'قاسم سلیمانی',
  ],
  'رضا باقري': ['Reza Baqeri', 'Riza Bagheri', 'Ridha Baqiri', 'رضا باقری', 'BAGHERI'],
  'قصي الأعرجي': ['Qusay al-Araji', 'Aaraji', 'Kusai Al Araji', "al-A'raji", 'al-Aʿrajī', 'Qusai Elaraji'],
  'عثمان جمال': ['Othman Gamal', 'Osman Jamal', 'Uthman Jamal', 'Osman Gamal'],
  'مسعود پزشکیان': ['Masoud Pezeshkian', 'Massoud Pezeshkiyan', 'مسعود بزشكيان', 'مسعود پزشكيان'],
  'چنگیز گلستانی': ['Changiz Golestani', 'Tchangiz Golestani', 'جنكيز كلستاني', 'جنكيز جلستاني', 'Jangiz Golestani'],
  'عبد الرحمن خورشيد': ['Abdulrahman Khorshid', 'Abd al-Rahman Khurshid', 'Abdel Rahman Khurshid', 'عبدالرحمن خورشید'],
  'شذى العبيدي': ['Shatha al-Obeidi', 'Shadha Ubaydi', 'Shaza Obaidi'],
  'زيد التميمي': ['Zayd al-Tamimi', 'Zaid Tamimi', 'Zeid at-Tamimi'],
};

test('a name is found by the spellings of all usual schemes, in Latin, Arabic and Persian letters', () => {
  const corpus = Object.fromEntries(
    Object.keys(SPELLINGS).map((name, i) => [`${i}`, report('2020-11-15', `قال ${name}`, { persons: [{ name }] })]),
  );
  const { names } = resolve(corpus);
  for (const [name, spellings] of Object.entries(SPELLINGS))
    for (const spelling of spellings)
      assert.deepEqual(
        names.search(spelling, 10).map((found) => found.name),
        [name],
        spelling,
      );
});

test('the keys of a name are those of its words', () => {
  const names = [
    'سالم عبد الرحمن الراوي',
    'عبد الله بن عبد العزيز',
    'وزير الخارجية العراقي',
    'محمد بن سلمان آل سعود',
    'عثمان ذياب',
    'مذكرة تفاهم في المجال الأمني، بين البلدين',
    'شركة Siemens العالمية',
    'Ras al-Khaimah',
    'عبد',
    'أبو بكر عبدالسلام',
    'كوهين-بينيت',
    'هاشمي رفسنجاني',
  ];
  for (const name of names) {
    const keys = new Set([...searchUnits(name)].flatMap((unit) => [...searchKeys(unit)]));
    assert.deepEqual([...keys].sort(), [...searchKeys(name)].sort(), name);
  }
});
