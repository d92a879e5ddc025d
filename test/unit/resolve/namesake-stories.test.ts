/** No merge: different people who share a part of the name, or all of it, read from whole sentences. */
import { test } from 'node:test';
import { checkNotMerged, checkTwoPersons, type Story } from './stories.ts';

const IRAQ_DEFENCE = (name: string) => `قال وزير الدفاع العراقي [${name}] إن الزيارة كانت ناجحة.`;
const IRAN_FOREIGN = (name: string) => `وصل وزير الخارجية الإيراني [${name}] إلى بغداد مساء الخميس.`;
const IRAQ_FOREIGN = (name: string) => `التقى وزير الخارجية العراقي [${name}] الوفد الزائر في مكتبه.`;
const SAID = (name: string) => `وقال الدكتور [${name}] للصحفيين إن الاجتماع كان ناجحا.`;
const SPOKE = (name: string) => `وأكد [${name}] أن الحدود آمنة.`;

type Names = readonly [one: string, other: string];

/** Two full names that share a part. */
const FULL_NAMES: Readonly<Record<string, readonly Names[]>> = {
  'one surname': [
    ['سامر الحداد', 'ماهر الحداد'],
    ['قاسم العزاوي', 'كاظم العزاوي'],
    ['حسن كمالي', 'حسين كمالي'],
    ['علي رضائي', 'محسن رضائي'],
    ['عبد الله الكبيسي', 'عبد الرحمن الكبيسي'],
    ['فهد بن ناصر آل مبارك', 'خالد بن ناصر آل مبارك'],
    ['سامي الراوي', 'سامية الراوي'],
    ['كريم الجنابي', 'عبد الكريم الجنابي'],
    ['نوري الدليمي', 'نور الدليمي'],
    ['أحمد الشابي', 'حمد الشابي'],
  ],
  'vowels that matter': [
    ['سالم الكرماني', 'سليم الكرماني'],
    ['فيليب مورتانس', 'فيليب مورتان'],
    ['محمد سالم الراوي', 'محمد سليم الراوي'],
  ],
  'one given name': [
    ['سامر الحداد', 'سامر العزاوي'],
    ['حسين كمالي', 'حسين كاظمي'],
    ['سامر وليد الحداد', 'سامر وليد العزاوي'],
    ['محمد الراوي', 'محمد الهيتي'],
    ['محمد علي الراوي', 'محمد علي الهيتي'],
    ['عبد الرحمن مراد', 'عبد الرحمن كريم'],
    ['رضا پاکدل', 'رضا پورمند'],
    ['علي حسن العزاوي', 'علي حسن الجنابي'],
  ],
  'two given names that many share': [
    ['علي حسن العزاوي', 'علي حسن'],
    ['محمد كريم الجنابي', 'محمد كريم'],
    ['حسين علي الراوي', 'حسين علي'],
    ['أحمد سالم الدليمي', 'أحمد سالم'],
  ],
  'one kunya': [
    ['أبو مهدي الكاتب', 'أبو مهدي البصري'],
    ['أبو علي الكبيسي', 'أبو علي العزاوي'],
    ['أبو حسن الراوي', 'أبو حسين الراوي'],
    ['أم كريم الراوي', 'أبو كريم الراوي'],
    ['أبو زيد الشابي', 'زيد الشابي'],
    ['أبو سالم الحداد', 'سالم الحداد'],
    ['أبو أحمد الجنابي', 'أحمد الجنابي'],
  ],
  'father and son': [
    ['عدنان خليل', 'سامي عدنان خليل'],
    ['سعود الحربي', 'فيصل بن سعود الحربي'],
    ['ناصر بن خالد العتيبي', 'خالد بن ناصر العتيبي'],
    ['كريم الحداد', 'وليد كريم الحداد'],
    ['علي رضائي', 'حسن علي رضائي'],
    ['رضا كمالي', 'محمد بن رضا كمالي'],
    ['مراد بلقاسم', 'حبيب مراد بلقاسم'],
    ['صالح الأحمر', 'أحمد علي صالح الأحمر'],
    ['عبد الله الكبيسي', 'فارس عبد الله الكبيسي'],
  ],
  'brothers and sisters': [
    ['سامر وليد الحداد', 'ماهر وليد الحداد'],
    ['هدى كريم الراوي', 'هادي كريم الراوي'],
    ['حسن ناصر العتيبي', 'حسين ناصر العتيبي'],
  ],
  'a nationality that is a surname': [
    ['مازن السوداني', 'كامل السوداني'],
    ['رشيد المصري', 'جمال المصري'],
    ['عماد التونسي', 'حبيب التونسي'],
    ['كريم العراقي', 'سالم العراقي'],
    ['فؤاد الهندي', 'رياض الهندي'],
  ],
};

for (const [what, pairs] of Object.entries(FULL_NAMES))
  for (const [one, other] of pairs)
    test(`${what}: «${one}» and «${other}»`, () => {
      checkTwoPersons({ first: IRAQ_DEFENCE(one), second: IRAN_FOREIGN(other) });
      checkTwoPersons({ first: IRAN_FOREIGN(one), second: IRAQ_DEFENCE(other) });
      checkTwoPersons({ first: IRAQ_DEFENCE(one), second: IRAQ_FOREIGN(other) });
      checkTwoPersons({ first: SAID(one), second: SAID(other) });
    });

/** A full name, and a part of one in another article: the part is somebody else's, or it is open whose. */
const PARTS: Readonly<Record<string, readonly (readonly [first: string, second: string])[]>> = {
  'a bare surname': [
    [
      IRAQ_DEFENCE('سامر الحداد'),
      'قال وزير الخارجية الإيراني ماهر الحداد إن الزيارة مهمة. وأكد [الحداد] أن الحدود آمنة.',
    ],
    [IRAN_FOREIGN('حسين كمالي'), 'قال وزير الدفاع العراقي حسن كمالي إن الزيارة مهمة. وأضاف [كمالي] أن الحدود آمنة.'],
    [IRAQ_DEFENCE('سامر الحداد'), 'قال وزير الدفاع التركي كمال الحداد إن أنقرة مستعدة. وأضاف [الحداد] أن الحدود آمنة.'],
    [IRAQ_DEFENCE('سامر الحداد'), `قال وزير الخارجية الإيراني [الحداد] إن الزيارة مهمة.`],
    [IRAN_FOREIGN('قاسم العزاوي'), `قال محافظ حلب السوري [العزاوي] إن المدينة آمنة.`],
  ],
  'a bare given name': [
    [IRAQ_DEFENCE('سامر الحداد'), 'فاز اللاعب سامر العزاوي بالجائزة. وقال [سامر] إنه سعيد.'],
    [IRAN_FOREIGN('حسين كمالي'), 'التقى وزير الدفاع العراقي حسين الراوي الوفد. وقال [حسين] إن الزيارة مهمة.'],
  ],
  'a kunya alone': [
    [IRAQ_DEFENCE('أبو مهدي الكاتب'), 'قال القيادي أبو مهدي البصري إن العملية انتهت. وأضاف [أبو مهدي] أنه عاد.'],
    [
      'قال القيادي [أبو علي الكبيسي] إن العملية انتهت.',
      'قال وزير الدفاع العراقي أبو علي العزاوي إن الزيارة ناجحة. وأكد [أبو علي] ذلك.',
    ],
  ],
  'a nationality': [
    [
      'قال رئيس الوزراء العراقي [مازن السوداني] إن الحكومة ماضية.',
      'قال وزير الخارجية السوداني [كامل إدريس] إن الخرطوم هادئة.',
    ],
    ['قال وزير النقل العراقي [كريم المصري] إن المحطة جاهزة.', 'قال وزير النقل المصري [كريم فوزي] إن المحطة جاهزة.'],
    ['قال وزير الصحة التونسي [حبيب الليبي] إن اللقاح وصل.', 'قال وزير الصحة الليبي [حبيب سالم] إن اللقاح وصل.'],
  ],
};

for (const [what, stories] of Object.entries(PARTS))
  for (const [first, second] of stories)
    test(`${what}: ${second}`, () => {
      checkNotMerged({ first, second });
    });

/** One full name of several people, told apart by what they are. */
const WHOLE_NAMES: Readonly<Record<string, Story>> = {
  'ministers of two states': {
    first: IRAQ_DEFENCE('رضا كمالي'),
    second: IRAN_FOREIGN('رضا كمالي'),
  },
  'two ministers of one government in one month': {
    first: IRAQ_DEFENCE('علي مراد'),
    second: IRAQ_FOREIGN('علي مراد'),
  },
  'governors of two provinces of one state in one month': {
    first: 'قال محافظ البصرة العراقي [علي مراد] إن المشروع انتهى.',
    second: 'قال محافظ نينوى العراقي [علي مراد] إن المشروع بدأ.',
  },
  'an ambassador and a minister of two states': {
    first: 'قال سفير إيران في بغداد [رضا كمالي] إن الزيارة مهمة.',
    second: IRAQ_DEFENCE('رضا كمالي'),
  },
  'chiefs of staff of two states': {
    first: 'قال رئيس الأركان الإيراني [محمد باكدل] إن المناورات انتهت.',
    second: 'قال رئيس الأركان العراقي [محمد باكدل] إن المناورات بدأت.',
  },
};

for (const [what, story] of Object.entries(WHOLE_NAMES))
  test(`one full name: ${what}`, () => {
    checkTwoPersons(story);
  });

test('a surname said without anything else beside it, of a state that neither article speaks of', () => {
  checkNotMerged({
    first: IRAQ_DEFENCE('سامر الحداد'),
    second: 'تونس - قال سالم الحداد إن الموسم ناجح. وأكد [الحداد] ذلك.',
  });
  checkNotMerged({ first: IRAQ_DEFENCE('سامر الحداد'), second: SPOKE('ماهر الحداد') });
});
