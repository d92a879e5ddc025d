/**
 * What can be wrong with a file of a corpus, as plain data, and the one place where it is put into words for people.
 */
import { displayable } from '../text/displayable.ts';

export type Language = 'ar' | 'en';

/** Why a file could not be read as an article. Sizes are bytes. */
export type FileProblem =
  | { readonly code: 'gone' }
  | { readonly code: 'denied' }
  /** A link that leads out of the corpus. */
  | { readonly code: 'outside' }
  /** A folder, a pipe or a device. */
  | { readonly code: 'not-a-file' }
  | { readonly code: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly code: 'binary' }
  /** Text in no encoding that could be told. */
  | { readonly code: 'encoding' }
  /** What the system said instead: `EIO`, `ELOOP`, … */
  | { readonly code: 'system'; readonly error: string }
  /** Reading its facts failed: a defect of Fihris. */
  | { readonly code: 'recognition'; readonly error: string };

/** What is wrong in `fihris.yaml`. */
export type SettingsProblemCode =
  | { readonly code: 'unreadable'; readonly reason: FileProblem }
  /** Not YAML; `error` is the parser's own message, in English. */
  | { readonly code: 'syntax'; readonly error: string }
  | { readonly code: 'not-a-map'; readonly key: string | null }
  | { readonly code: 'not-texts'; readonly key: string }
  | { readonly code: 'not-a-list'; readonly key: string }
  /** A pattern of which matching could take for ever. */
  | { readonly code: 'not-a-glob'; readonly value: string }
  | CorrectionProblem;

/** What is wrong with a correction as it is written. */
export type CorrectionProblem =
  | { readonly code: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly code: 'unknown-correction'; readonly known: readonly string[] }
  | { readonly code: 'missing-key'; readonly key: string }
  | { readonly code: 'not-text'; readonly key: string }
  | { readonly code: 'too-few'; readonly key: string }
  | { readonly code: 'not-a-reference' }
  | { readonly code: 'not-an-office'; readonly value: string }
  | { readonly code: 'not-a-date'; readonly value: string }
  | { readonly code: 'leaves-folder'; readonly value: string };

export type Problem = FileProblem | SettingsProblemCode;

/** One sentence without a full stop, in the reader's language. */
export function problemText(problem: Problem, language: Language): string {
  return (language === 'ar' ? arabic : english)(shownIn(problem));
}

/** What is shown of a key, a value or the parser's words (code units): a file's only line may be as long as the file. */
const VALUE_LIMIT = 160;

/** The problem with what somebody else wrote made fit to be shown. */
function shownIn(problem: Problem): Problem {
  const shown = (text: string): string => {
    const line = displayable(text);
    return line.length > VALUE_LIMIT ? `${displayable(line.slice(0, VALUE_LIMIT))}…` : line;
  };
  return {
    ...problem,
    ...('key' in problem && problem.key !== null && { key: shown(problem.key) }),
    ...('value' in problem && { value: shown(problem.value) }),
    ...('error' in problem && { error: shown(problem.error) }),
  } as Problem;
}

/** Of a text that may be of any length, what is enough to know it by. */
const shortened = (value: string): string => (value.length <= 60 ? value : `${value.slice(0, 59)}…`);

const megabytes = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6);

function english(problem: Problem): string {
  switch (problem.code) {
    case 'gone':
      return 'the file is no longer there';
    case 'denied':
      return 'no permission to read it';
    case 'outside':
      return 'a link that leads out of the corpus';
    case 'not-a-file':
      return 'not a plain file';
    case 'too-large':
      return `too large (${megabytes(problem.size, 'en')}, at most ${megabytes(problem.limit, 'en')})`;
    case 'binary':
      return 'not a text file';
    case 'encoding':
      return 'its character encoding is unknown';
    case 'system':
      return `could not be read (${problem.error})`;
    case 'recognition':
      return `could not be analysed (${problem.error})`;
    case 'unreadable':
      return `fihris.yaml: ${english(problem.reason)}`;
    case 'syntax':
      return `not valid YAML: ${problem.error}`;
    case 'not-a-map':
      return problem.key === null ? 'expected keys and values' : `“${problem.key}” must hold keys and values`;
    case 'not-text':
      return `“${problem.key}” must be text`;
    case 'not-texts':
      return `“${problem.key}” must be a pattern or a list of patterns`;
    case 'not-a-glob':
      return `“${shortened(problem.value)}” is too long or has too many wildcards`;
    case 'leaves-folder':
      return `“${problem.value}” leads out of the corpus`;
    case 'not-a-date':
      return `“${problem.value}” is not a date like 2020-11-15, 2020-11 or 2020`;
    case 'unknown-key':
      return `unknown key “${problem.key}”; known are ${problem.known.join(', ')}`;
    case 'not-a-list':
      return `“${problem.key}” must be a list, a line each that begins with “- ”`;
    case 'unknown-correction':
      return `not a correction; one begins with ${problem.known.join(', ')}`;
    case 'missing-key':
      return `“${problem.key}” is missing`;
    case 'too-few':
      return `“${problem.key}” needs two or more names: [one, other]`;
    case 'not-a-reference':
      return 'expected a name, or { in: article, mention: words }';
    case 'not-an-office':
      return `“${problem.value}” is not read as an office`;
  }
}

function arabic(problem: Problem): string {
  switch (problem.code) {
    case 'gone':
      return 'لم يعد الملف موجودًا';
    case 'denied':
      return 'لا إذن بقراءة الملف';
    case 'outside':
      return 'رابط يقود إلى خارج المجموعة';
    case 'not-a-file':
      return 'ليس ملفًا عاديًا';
    case 'too-large':
      return `الملف كبير جدًا (${megabytes(problem.size, 'ar')}، والحد الأقصى ${megabytes(problem.limit, 'ar')})`;
    case 'binary':
      return 'ليس ملفًا نصيًا';
    case 'encoding':
      return 'ترميز حروفه غير معروف';
    case 'system':
      return `تعذّرت قراءة الملف (${problem.error})`;
    case 'recognition':
      return `تعذّر تحليل الملف (${problem.error})`;
    case 'unreadable':
      return `fihris.yaml: ${arabic(problem.reason)}`;
    case 'syntax':
      return `ليس YAML صحيحًا: ${problem.error}`;
    case 'not-a-map':
      return problem.key === null ? 'المتوقع مفاتيح وقيم' : `يجب أن يحوي «${problem.key}» مفاتيح وقيمًا`;
    case 'not-text':
      return `يجب أن يكون «${problem.key}» نصًا`;
    case 'not-texts':
      return `يجب أن يكون «${problem.key}» نمطًا أو قائمة أنماط`;
    case 'not-a-glob':
      return `النمط «${shortened(problem.value)}» أطول مما ينبغي أو كثرت فيه النجوم`;
    case 'leaves-folder':
      return `«${problem.value}» يقود إلى خارج المجموعة`;
    case 'not-a-date':
      return `«${problem.value}» ليس تاريخًا مثل 2020-11-15 أو 2020-11 أو 2020`;
    case 'unknown-key':
      return `مفتاح غير معروف «${problem.key}»؛ والمعروف: ${problem.known.join('، ')}`;
    case 'not-a-list':
      return `يجب أن يكون «${problem.key}» قائمة، كل سطر فيها يبدأ بـ«- »`;
    case 'unknown-correction':
      return `ليس تصحيحًا؛ يبدأ التصحيح بإحدى هذه: ${problem.known.join('، ')}`;
    case 'missing-key':
      return `ينقص «${problem.key}»`;
    case 'too-few':
      return `يحتاج «${problem.key}» إلى اسمين أو أكثر: [هذا, ذاك]`;
    case 'not-a-reference':
      return 'المتوقع اسم، أو ‎{ in: المقال, mention: الكلمات }';
    case 'not-an-office':
      return `لا يُقرأ «${problem.value}» منصبًا`;
  }
}
