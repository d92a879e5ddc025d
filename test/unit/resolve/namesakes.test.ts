/** Different people who share a name stay apart, and what cannot be told stays open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkApart, checkOpen, checkSame, report, resolve } from './reports.ts';

const DEFENCE = 'وزير الدفاع العراقي = minister/defence/IQ';
const FOREIGN = 'وزير الخارجية العراقي = minister/foreign/IQ';
const TRANSPORT = 'وزير النقل العراقي = minister/transport/IQ';
const STAFF = 'رئيس الأركان الإيراني = chief/staff/IR';

const minister = report('2020-11-15', 'قال وزير الدفاع العراقي سامر وليد الحداد إن الزيارة ناجحة', {
  persons: [{ name: 'سامر وليد الحداد', office: DEFENCE }],
});

test('one surname and two given names are two persons', () => {
  const other = report('2020-11-16', 'وصل وزير الخارجية العراقي ماهر الحداد', {
    persons: [{ name: 'ماهر الحداد', office: FOREIGN }],
  });
  checkApart({ a: minister, b: other }, 'a سامر وليد الحداد', 'b ماهر الحداد');
});

test('one given name and two surnames are two persons', () => {
  const other = report('2020-11-16', 'التقى سامر وليد العزاوي الصحفيين', { persons: [{ name: 'سامر وليد العزاوي' }] });
  checkApart({ a: minister, b: other }, 'a سامر وليد الحداد', 'b سامر وليد العزاوي');
});

test('one full name with offices of two states are two persons, and without an office it is open which', () => {
  const corpus = {
    a: report('2020-03-01', 'قال رئيس الأركان الإيراني رضا كمالي', { persons: [{ name: 'رضا كمالي', office: STAFF }] }),
    b: report('2021-05-01', 'أعلن وزير النقل العراقي رضا كمالي', {
      persons: [{ name: 'رضا كمالي', office: TRANSPORT }],
    }),
    c: report('2021-06-01', 'وأضاف رضا كمالي', { persons: [{ name: 'رضا كمالي' }] }),
  };
  checkApart(corpus, 'a رضا كمالي', 'b رضا كمالي');
  checkOpen(corpus, 'c رضا كمالي', ['رضا كمالي', 'رضا كمالي']);
  assert.deepEqual(
    [...resolve(corpus).ofKind('person')].map(({ id }) => id),
    ['person:رضا-كمالي@IQ', 'person:رضا-كمالي@IR'],
  );
});

test('one report of a namesake does not unsettle a name that is in all others one man’s', () => {
  const staff = report('2020-03-01', 'قال رئيس الأركان الإيراني رضا كمالي', {
    persons: [{ name: 'رضا كمالي', office: STAFF }],
  });
  const corpus = {
    ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`a${i}`, staff])),
    b: report('2021-05-01', 'أعلن وزير النقل العراقي رضا كمالي', {
      persons: [{ name: 'رضا كمالي', office: TRANSPORT }],
    }),
    c: report('2021-06-01', 'وأضاف رضا كمالي', { persons: [{ name: 'رضا كمالي' }] }),
  };
  checkSame(corpus, 'a0 رضا كمالي', 'a7 رضا كمالي', 'c رضا كمالي');
  checkApart(corpus, 'b رضا كمالي', 'c رضا كمالي');
});

test('two ministers of one name in one government are two, one after the other may be one', () => {
  const transport = (date: string) =>
    report(date, 'قال وزير النقل العراقي علي مراد', { persons: [{ name: 'علي مراد', office: TRANSPORT }] });
  const foreign = (date: string) =>
    report(date, 'قال وزير الخارجية العراقي علي مراد', { persons: [{ name: 'علي مراد', office: FOREIGN }] });
  checkApart({ a: transport('2020-03-02'), b: foreign('2020-03-20') }, 'a علي مراد', 'b علي مراد');
  checkSame({ a: transport('2019-03-02'), b: foreign('2021-03-20') }, 'a علي مراد', 'b علي مراد');
});

test('a son bears his father’s name after his own and is not his father', () => {
  const father = report('2001-02-03', 'استقبل عدنان خليل الضيف', { persons: [{ name: 'عدنان خليل' }] });
  const son = report('2020-02-03', 'قال سامي عدنان خليل', { persons: [{ name: 'سامي عدنان خليل' }] });
  checkApart({ a: father, b: son }, 'a عدنان خليل', 'b سامي عدنان خليل');
});

test('«محمد» before a name may be left out, but not before «بن»', () => {
  const full = report('2021-04-13', 'قال محمد رضا كمالي', { persons: [{ name: 'محمد رضا كمالي' }] });
  const shorter = report('2021-04-14', 'قال رضا كمالي', { persons: [{ name: 'رضا كمالي' }] });
  const son = report('2021-04-14', 'قال محمد بن رضا كمالي', { persons: [{ name: 'محمد بن رضا كمالي' }] });
  checkSame({ a: full, b: shorter }, 'a محمد رضا كمالي', 'b رضا كمالي');
  checkApart({ a: son, b: shorter }, 'a محمد بن رضا كمالي', 'b رضا كمالي');
});

test('a shortened name with two fuller ones belongs to neither, unless an office tells which', () => {
  const other = report('2020-11-20', 'قال سامر كريم الحداد', { persons: [{ name: 'سامر كريم الحداد' }] });
  const short = report('2020-11-21', 'قال سامر الحداد', { persons: [{ name: 'سامر الحداد' }] });
  const told = report('2020-11-21', 'قال وزير الدفاع العراقي سامر الحداد', {
    persons: [{ name: 'سامر الحداد', office: DEFENCE }],
  });
  const names = ['a سامر وليد الحداد', 'b سامر كريم الحداد', 'c سامر الحداد'] as const;
  checkApart({ a: minister, b: other, c: short }, ...names);
  checkSame({ a: minister, b: other, c: told }, 'a سامر وليد الحداد', 'c سامر الحداد');
});

test('two given names without the family name are nobody’s alone', () => {
  const full = report('2020-11-15', 'قال علي حسن العزاوي', { persons: [{ name: 'علي حسن العزاوي' }] });
  const short = report('2020-11-16', 'قال علي حسن', { persons: [{ name: 'علي حسن' }] });
  checkApart({ a: full, b: short }, 'a علي حسن العزاوي', 'b علي حسن');
});

test('shortened names that exclude each other do not meet in a fuller one', () => {
  const corpus = {
    a: report(null, 'قال محمد فارس الدليمي', { persons: [{ name: 'محمد فارس الدليمي' }] }),
    b: report('2020-01-01', 'قال وزير الدفاع العراقي محمد الدليمي', {
      persons: [{ name: 'محمد الدليمي', office: DEFENCE }],
    }),
    c: report('2020-01-01', 'قال رئيس الأركان الإيراني فارس الدليمي', {
      persons: [{ name: 'فارس الدليمي', office: STAFF }],
    }),
  };
  checkApart(corpus, 'a محمد فارس الدليمي', 'b محمد الدليمي', 'c فارس الدليمي');
});

test('a bare surname never merges by itself', () => {
  const bare = report('2020-11-16', 'قال الحداد للصحفيين', { persons: [{ name: 'الحداد' }] });
  checkOpen({ a: minister, b: bare }, 'b الحداد', ['سامر وليد الحداد']);
  checkApart({ a: bare, b: bare }, 'a الحداد', 'b الحداد');
});

test('a bare surname with the office of its bearer is that person', () => {
  const bare = report('2020-11-16', 'قال وزير الدفاع العراقي الحداد', {
    persons: [{ name: 'الحداد', office: DEFENCE }],
  });
  checkSame({ a: minister, b: bare }, 'a سامر وليد الحداد', 'b الحداد');
  const foreign = report('2020-11-16', 'قال وزير الخارجية العراقي الحداد', {
    persons: [{ name: 'الحداد', office: FOREIGN }],
  });
  checkApart({ a: minister, b: foreign }, 'a سامر وليد الحداد', 'b الحداد');
  checkSame({ a: foreign, b: { ...foreign, date: '2020-12-01' } }, 'a الحداد', 'b الحداد');
});

test('two bearers of a surname in one office leave it open', () => {
  const successor = report('2022-11-15', 'قال وزير الدفاع العراقي نزار الحداد', {
    persons: [{ name: 'نزار الحداد', office: DEFENCE }],
  });
  const bare = report('2023-11-16', 'قال وزير الدفاع العراقي الحداد', {
    persons: [{ name: 'الحداد', office: DEFENCE }],
  });
  checkOpen({ a: minister, b: successor, c: bare }, 'c الحداد', ['سامر وليد الحداد', 'نزار الحداد']);
});

test('the only bearer of a surname is meant where the article speaks of his state', () => {
  const bare = { persons: [{ name: 'الحداد' }], places: ['العراق = IQ'] };
  const here = report('2020-11-16', 'قال الحداد إن العراق ماض في ذلك', bare);
  const elsewhere = report('2020-11-16', 'قال الحداد إن تونس ماضية', { ...bare, places: ['تونس = TN'] });
  const namesake = report('2020-10-01', 'فاز كريم الحداد', { persons: [{ name: 'كريم الحداد' }] });
  checkSame({ a: minister, b: here }, 'a سامر وليد الحداد', 'b الحداد');
  checkOpen({ a: minister, b: elsewhere }, 'b الحداد', ['سامر وليد الحداد']);
  checkOpen({ a: minister, b: here, c: namesake }, 'b الحداد', ['سامر وليد الحداد', 'كريم الحداد']);
});

test('a given name alone is nobody’s: «سامر» is not the only bearer of it', () => {
  const bare = report('2020-11-16', 'قال سامر من العراق', { persons: [{ name: 'سامر' }], places: ['العراق = IQ'] });
  checkOpen({ a: minister, b: bare }, 'b سامر', ['سامر وليد الحداد']);
});

test('a surname that is also a nationality is shown only where it is proven', () => {
  const premier = report('2023-03-19', 'قال رئيس الوزراء العراقي مازن السوداني', {
    persons: [{ name: 'مازن السوداني', office: 'رئيس الوزراء العراقي = head-of-government//IQ' }],
  });
  const sudan = report('2023-03-20', 'قال السوداني إن الخرطوم هادئة', {
    persons: [{ name: 'السوداني', confidence: 0.3 }],
    places: ['الخرطوم = SD/khartoum'],
  });
  const iraq = report('2023-03-20', 'قال السوداني إن العراق هادئ', {
    persons: [{ name: 'السوداني', confidence: 0.3 }],
    places: ['العراق = IQ'],
  });
  const resolution = resolve({ a: premier, b: sudan, c: iraq });
  const shown = (path: string) => resolution.mentions.get(path)?.filter(({ kind }) => kind === 'person').length;
  assert.equal(shown('b'), 0);
  assert.equal(shown('c'), 1);
  checkSame({ a: premier, b: sudan, c: iraq }, 'a مازن السوداني', 'c السوداني');
});

test('a candidate that no other article proves is not shown, however many there are', () => {
  const guess = report('2023-03-20', 'قال بنفسج إن الجو هادئ', { persons: [{ name: 'بنفسج', confidence: 0.4 }] });
  const resolution = resolve({ a: guess, b: guess });
  assert.deepEqual([...resolution.mentions.values()].flat(), []);
  assert.deepEqual([...resolution.entities], []);
});
