/** The wording of cards, outlines and labels in Arabic. */
import { counting } from '../language.ts';
import { type Slot, say } from '../pieces.ts';
import type { Messages } from './en.ts';

export const ar: Messages = {
  listSeparator: '، ',

  kinds: {
    person: 'شخص',
    office: 'منصب',
    organization: 'جهة',
    place: 'مكان',
    agreement: 'اتفاق',
    date: 'تاريخ',
  },
  kindGroups: {
    person: 'الأشخاص',
    office: 'المناصب',
    organization: 'الجهات',
    place: 'الأماكن',
    agreement: 'الاتفاقات',
  },
  placeTypes: {
    state: 'دولة',
    capital: 'عاصمة',
    city: 'مدينة',
    province: 'محافظة',
    region: 'إقليم',
    place: 'مكان',
  },
  agreementTypes: {
    memorandum: 'مذكرة تفاهم',
    treaty: 'معاهدة',
    minutes: 'محضر',
    protocol: 'بروتوكول',
    document: 'وثيقة',
    statement: 'بيان',
    agreement: 'اتفاقية',
  },
  agreementStates: {
    planned: 'مزمعة',
    negotiated: 'قيد التفاوض',
    signed: 'موقّعة',
    'in force': 'نافذة',
    announced: 'معلنة',
    ended: 'منتهية',
  },

  mentions: counting('ar', {
    zero: 'لا ذكر',
    one: 'ذُكر مرة واحدة',
    two: 'ذُكر مرتين',
    few: 'ذُكر # مرات',
    many: 'ذُكر # مرة',
    other: 'ذُكر # مرة',
  }),
  articles: counting('ar', {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '# مقالات',
    many: '# مقالًا',
    other: '# مقال',
  }),
  more: counting('ar', {
    one: 'ومقال آخر',
    two: 'ومقالان آخران',
    few: 'و# مقالات أخرى',
    many: 'و# مقالًا آخر',
    other: 'و# مقال آخر',
  }),
  moreEntries: counting('ar', { one: 'وواحد غيرها', two: 'واثنان غيرها', other: 'و# غيرها' }),

  labelled: (label: string, value: Slot) => say`${label}: ${value}`,
  inferredDate: (date: string) => `${date} (لا يذكره النص)`,
  undated: 'بلا تاريخ',
  former: 'سابقًا',
  articleDate: 'تاريخ المقال',

  openMention: 'لم يتبيّن من المقصود هنا أو ما المقصود',
  candidates: 'قد يكون المقصود',
  noCandidates: 'لا يبيّنه أي مقال في هذه المجموعة.',

  officeHere: (date: Slot | null) => (date === null ? say`المنصب في هذا المقال` : say`المنصب في هذا المقال، ${date}`),
  officeElsewhere: 'المنصب معروف من مقال آخر فقط',
  otherOffices: 'مناصب أخرى في هذه المجموعة',
  allOffices: 'المناصب في هذه المجموعة',
  noOffice: 'لا يذكر أي مقال في هذه المجموعة منصبًا.',
  thisMention: (words: Slot) => say`المقصود هنا بعبارة ${words}`,
  inArticle: (title: Slot, date: Slot) => say`${title}، ${date}`,

  signed: 'اتفاقات موقّعة',
  inCapacity: (capacity: Slot) => say`بصفة ${capacity}`,
  elsewhere: counting('ar', {
    one: 'في مقال آخر',
    two: 'في مقالين آخرين',
    few: 'في # مقالات أخرى',
    many: 'في # مقالًا آخر',
    other: 'في # مقال آخر',
  }),
  onlyHere: 'لا ذكر في أي مقال آخر في هذه المجموعة.',
  why: 'سبب هذه القراءة',

  holders: 'شاغلو المنصب في هذه المجموعة',
  noHolders: 'لا يسمّي أي مقال في هذه المجموعة شاغل المنصب.',
  generalOffice: 'أعمّ من أن يكون منصبًا بعينه: يدل على من يتحدث عنه المقال.',
  offices: 'المناصب وشاغلوها في هذه المجموعة',

  country: 'الدولة',
  organization: 'الجهة',
  state: 'الحالة',
  date: 'التاريخ',
  place: 'مكان التوقيع',
  parties: 'الأطراف',
  signatories: 'الموقّعون',
  related: 'ذات صلة',
  aliases: 'يُكتب أيضًا',

  isoDate: 'ISO 8601',
  relativeDate: (articleDate: Slot, distance: Slot | null) =>
    distance === null
      ? say`محسوب من تاريخ المقال، ${articleDate}`
      : say`محسوب من تاريخ المقال، ${articleDate}: ${distance}`,
  unknownYear: 'لا يذكر النص السنة.',

  reasons: {
    'office-beside': 'إلى جانب الاسم منصب',
    'rank-beside': 'قبل الاسم رتبة أو لقب',
    'speech-verb': 'الاسم متعلق بفعل قول أو لقاء',
    'given-name': 'يبدأ باسم علم شائع يليه اسم عائلة',
    repeated: 'الاسم نفسه ثابت في موضع آخر من المقال',
    'part-of-name': 'جزء من الاسم الكامل',
    'office-in-article': 'نسب المقال هذا المنصب إلى',
    counterpart: '«النظير»: المنصب نفسه في الدولة الأخرى، نظير',
    description: 'لا ينطبق هذا الوصف في المقال إلا عليه',
    lexicon: 'من الأسماء المعروفة لقارئ الأخبار: دولة أو مدينة أو هيئة',
    pattern: 'مركّب كما تُركَّب أسماء هذا النوع',
    tagger: 'قُرئ اسمًا بما تُعلِّم من أخبار موسومة، ولا قاعدة تثبته',
    anaphora: 'يعود إلى',
    'same-name': 'الاسم الكامل نفسه في مقال آخر',
    'same-office': 'الاسم والمنصب يوافقان ما في مقال آخر',
    'name-variant': 'رسم آخر لاسم ورد في مقال آخر',
    'known-elsewhere': 'الاسم معروف من مقال آخر',
    ambiguous: 'ينطبق على أكثر من واحد',
    decision: 'بقرار من القارئ',
  },
  estimate: (reason: string, percent: number, unsure: boolean) =>
    `${unsure ? 'غير مؤكد: ' : ''}${reason} (نحو ${percent} من 100)`,
  reasonAt: (reason: Slot, proof: Slot) => say`${reason}: ${proof}`,
};
