/** What the command line says, in Arabic and English. */
import { counting } from '../features/language.ts';

type Wording = typeof english;
export type Words = Wording;

const english = {
  program: 'Reads folders of Arabic news: people, offices, organisations, places and agreements.',
  headings: {} as Readonly<Record<string, string>>,
  helpOption: 'show help',
  versionOption: 'show the version',
  folder: 'folder with the articles',
  exportCommand: 'print all that a corpus says, as one JSON object',
  exportFormat: 'format of the output',
  tagCommand: 'tag names in text on standard input: one token a line, a blank line between sentences',
  tagger: 'folder with an ONNX token-classification model to read names by, in place of the built-in tagger',
  cardCommand: 'print the card of a person, office, organisation, place or agreement',
  cardName: 'name, in Arabic or Latin letters',
  cardLanguage: 'language of the card',
  agreementsCommand: 'list the agreements of a corpus',
  agreementsFormat: 'format of the list',
  eventsCommand: 'list meetings, visits, receptions, calls, signings and statements of a corpus',

  factsCommand:
    'read articles on standard input, one {"path", "text"} a line, and print their facts, one line for each',
  resolveCommand: 'merge facts, in any order, into one index that the server opens without reading the articles',
  resolveFiles: 'files that “fihris facts” or “fihris resolve” wrote; - for standard input',
  resolveOutput: 'the index to write',
  lineProblems: {
    'not-json': 'no JSON',
    'not-an-article': 'not {"path", "text"} with a path inside the corpus',
    recognition: 'this article cannot be read',
  } as Readonly<Record<string, string>>,
  badLine: (line: number, problem: string) => `line ${line}: ${problem}`,
  badFacts: (file: string, line: number) => `${file}:${line}: no facts`,
  mixedRecipes: (file: string) => `${file} was made by another version of Fihris than the files before it`,
  noProgram: 'recognizer.js is not beside the program',
  cannot: (file: string, code: string) => `${file}: ${code}`,

  explainCommand: 'say step by step why words of an article were read as they were',
  explainPlace: 'FILE:LINE:COL, counted from 1',
  asJson: 'as JSON',
  noPlace: (given: string) => `expected FILE:LINE:COL, not “${given}”`,
  noMention: (given: string) => `nothing is mentioned at ${given}`,

  seeHelp: 'see fihris --help',
  noCommand: 'no command given',
  unknownCommand: (given: string) => `unknown command “${given}”`,
  unknownOption: (given: string) => `unknown option “${given}”`,
  missingArgument: (name: string) => `missing argument: ${name}`,
  missingValue: (option: string) => `a value is missing after ${option}`,
  invalidValue: (option: string) => `not a possible value of ${option}`,
  tooMany: 'too many arguments',

  notFound: (folder: string) => `there is no folder ${folder}`,
  notAFolder: (folder: string) => `${folder} is not a folder`,
  notReadable: (folder: string, code: string) => `the folder ${folder} cannot be read (${code})`,
  noArticles: (folder: string) => `no articles in ${folder}`,
  noSuchName: (name: string, folder: string) => `nothing in ${folder} is called “${name}”`,
  otherMatches: (names: readonly string[]) => `Also called so: ${names.join(', ')}`,
  noAgreements: 'No agreements found.',
  noEvents: 'No events found.',
  failed: (message: string) => `internal error: ${message}`,

  columns: {
    date: 'Date',
    state: 'State',
    title: 'Agreement',
    parties: 'Parties',
    signatories: 'Signatories',
    articles: 'In',
    event: 'Event',
    who: 'Who',
    whom: 'Whom or what',
    place: 'Where',
  },
  articles: counting('en', { one: '# article', other: '# articles' }),
};

const arabic: Wording = {
  program: 'يقرأ مجلدات الأخبار العربية: الأشخاص والمناصب والجهات والأماكن والاتفاقات.',
  headings: {
    'Usage:': 'الاستعمال:',
    'Arguments:': 'المعاملات:',
    'Options:': 'الخيارات:',
    'Commands:': 'الأوامر:',
  },
  helpOption: 'عرض المساعدة',
  versionOption: 'عرض الإصدار',
  folder: 'مجلد المقالات',
  exportCommand: 'طباعة كل ما تقوله المجموعة في كائن JSON واحد',
  exportFormat: 'صيغة الإخراج',
  tagCommand: 'وسم الأسماء في نص على الدخل القياسي: كلمة في كل سطر، وسطر فارغ بين الجمل',
  tagger: 'مجلد فيه نموذج ONNX يسم الكلمات، تُقرأ به الأسماء بدل الوسم المرفق',
  cardCommand: 'طباعة بطاقة شخص أو منصب أو جهة أو مكان أو اتفاق',
  cardName: 'الاسم بحروف عربية أو لاتينية',
  cardLanguage: 'لغة البطاقة',
  agreementsCommand: 'سرد اتفاقات المجموعة',
  agreementsFormat: 'صيغة السرد',
  eventsCommand: 'سرد ما في المجموعة من لقاءات وزيارات واستقبالات واتصالات وتواقيع وتصريحات',

  factsCommand: 'قراءة أخبار من الدخل القياسي، في كل سطر {"path", "text"}، وطباعة وقائع كل منها في سطر',
  resolveCommand: 'ضم الوقائع، بأي ترتيب، في فهرس واحد يفتحه الخادم دون قراءة الأخبار',
  resolveFiles: 'ملفات كتبها «fihris facts» أو «fihris resolve»؛ و- للدخل القياسي',
  resolveOutput: 'الفهرس الذي يُكتب',
  lineProblems: {
    'not-json': 'ليس JSON',
    'not-an-article': 'ليس {"path", "text"} بمسار داخل المجموعة',
    recognition: 'تتعذر قراءة هذا الخبر',
  },
  badLine: (line, problem) => `السطر ${line}: ${problem}`,
  badFacts: (file, line) => `${file}:${line}: لا وقائع فيه`,
  mixedRecipes: (file) => `${file} من إصدار من فهرس غير إصدار ما قبله`,
  noProgram: 'الملف recognizer.js ليس بجانب البرنامج',
  cannot: (file, code) => `${file}: ${code}`,

  explainCommand: 'بيان سبب قراءة كلمات في مقال خطوة خطوة',
  explainPlace: 'FILE:LINE:COL أي الملف والسطر والعمود، والعدّ من 1',
  asJson: 'بصيغة JSON',
  noPlace: (given) => `المتوقع FILE:LINE:COL لا «${given}»`,
  noMention: (given) => `لا ذكر لشيء في ${given}`,

  seeHelp: 'انظر fihris --help',
  noCommand: 'لم يُذكر أمر',
  unknownCommand: (given) => `أمر غير معروف «${given}»`,
  unknownOption: (given) => `خيار غير معروف «${given}»`,
  missingArgument: (name) => `معامل ناقص: ${name}`,
  missingValue: (option) => `قيمة ناقصة بعد ${option}`,
  invalidValue: (option) => `قيمة غير ممكنة للخيار ${option}`,
  tooMany: 'معاملات أكثر مما ينبغي',

  notFound: (folder) => `لا يوجد مجلد ${folder}`,
  notAFolder: (folder) => `${folder} ليس مجلدًا`,
  notReadable: (folder, code) => `تعذّرت قراءة المجلد ${folder} (${code})`,
  noArticles: (folder) => `لا مقالات في ${folder}`,
  noSuchName: (name, folder) => `لا شيء في ${folder} باسم «${name}»`,
  otherMatches: (names) => `بهذا الاسم أيضًا: ${names.join('، ')}`,
  noAgreements: 'لا اتفاقات.',
  noEvents: 'لا أحداث.',
  failed: (message) => `خطأ داخلي: ${message}`,

  columns: {
    date: 'التاريخ',
    state: 'الحالة',
    title: 'الاتفاق',
    parties: 'الأطراف',
    signatories: 'الموقّعون',
    articles: 'في',
    event: 'الحدث',
    who: 'مَن',
    whom: 'مع مَن أو ماذا',
    place: 'أين',
  },
  articles: counting('ar', {
    one: 'مقال واحد',
    two: 'مقالان',
    few: '# مقالات',
    many: '# مقالًا',
    other: '# مقال',
  }),
};

export function wordsFor(language: 'ar' | 'en'): Words {
  return language === 'ar' ? arabic : english;
}

/** Language of the environment, by the variables that POSIX gives for messages, the strongest first. */
export function languageOf(environment: NodeJS.ProcessEnv): 'ar' | 'en' {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^ar\b|^ar_/i.test(locale) ? 'ar' : 'en';
}
