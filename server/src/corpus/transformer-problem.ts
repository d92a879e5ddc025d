/** A transformer that the reader names (transformer-folder.ts), and what they are told where it cannot be used. */
import { join } from 'node:path';
import { displayable } from '../text/displayable.ts';
import { cacheFolder } from './cache-folder.ts';

/** Both by their absolute paths. */
export interface NamedTransformer {
  /** As the Hugging Face hub lays a model out. */
  readonly folder: string;
  /** Where onnxruntime-web was installed; null where there is no place for it. */
  readonly runtime: string | null;
}

export interface TransformerProblem {
  readonly code:
    | 'folder' // it is not there
    | 'missing' // `file` is not in it
    | 'unreadable' // `file` cannot be read
    | 'config' // config.json is no token-classification model's
    | 'labels' // it has no names for persons, places and organisations
    | 'tokenizer'
    | 'runtime' // it is not installed
    | 'model'; // it is cut, or another kind of model
  readonly file?: string;
  /** What a library said, or which part does not fit. */
  readonly detail?: string;
}

/** What a test has tried; any other release may do. */
export const RUNTIME = 'onnxruntime-web@1.30.0';

/** Where the runtime is looked for, by the server and on the command line: one place of the user's; null where there is none. */
export function runtimeFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const folder = cacheFolder(environment, platform);
  return folder === null ? null : join(folder, 'onnxruntime');
}

/** Installs what runs a model: nothing but the files of npm's registry, no program of theirs. */
export const installCommand = (runtime: string): string =>
  `npm install --ignore-scripts --prefix "${runtime}" ${RUNTIME}`;

/** What a text is about, as it may be shown. */
interface Parts {
  readonly folder: string;
  readonly file: string;
  readonly command: string;
  /** « (…)» with what a library said, or nothing. */
  readonly detail: string;
}

type Told = (parts: Parts) => { readonly ar: string; readonly en: string };

const TEXTS: Readonly<Record<TransformerProblem['code'] | 'nowhere', Told>> = {
  folder: ({ folder }) => ({ ar: `لا مجلد باسم ${folder}`, en: `there is no folder ${folder}` }),
  missing: ({ folder, file }) => ({ ar: `ليس في ${folder} ملف ${file}`, en: `${folder} has no ${file}` }),
  unreadable: ({ folder, file, detail }) => ({
    ar: `تعذرت قراءة ${file} في ${folder}${detail}`,
    en: `${file} in ${folder} cannot be read${detail}`,
  }),
  config: ({ folder }) => ({
    ar: `الملف config.json في ${folder} ليس لنموذج يسم الكلمات (token classification)`,
    en: `config.json in ${folder} is not that of a token-classification model`,
  }),
  labels: ({ folder, detail }) => ({
    ar: `وسوم النموذج في ${folder}${detail} لا تسمي أشخاصًا ولا أماكن ولا منظمات: اكتب أسماءها في id2label من config.json`,
    en: `the labels of the model in ${folder}${detail} name no persons, places or organisations: put their names into id2label of config.json`,
  }),
  tokenizer: ({ folder, detail }) => ({
    ar: `تعذر استعمال مقطّع الكلمات (tokenizer) في ${folder}${detail}`,
    en: `the tokenizer in ${folder} cannot be used${detail}`,
  }),
  runtime: ({ command, detail }) => ({
    ar: `لم يُثبَّت ما يشغّل النماذج${detail}؛ ثبّته بالأمر: ${command}`,
    en: `what runs models is not installed${detail}; install it with: ${command}`,
  }),
  nowhere: () => ({ ar: 'لا مكان لتثبيت onnxruntime-web', en: 'there is no place to install onnxruntime-web in' }),
  model: ({ folder, detail }) => ({
    ar: `النموذج في ${folder} تالف أو من نوع آخر${detail}`,
    en: `the model in ${folder} is damaged or of another kind${detail}`,
  }),
};

/** A library may say much. */
const LONGEST_DETAIL = 160;

/** One line; told once. What comes from elsewhere is kept apart from the words around it. */
export function transformerProblemText(
  { folder, runtime }: NamedTransformer,
  { code, file = '', detail }: TransformerProblem,
  language: 'ar' | 'en',
): string {
  const shown = (text: string) => (language === 'ar' ? `\u2068${displayable(text)}\u2069` : displayable(text));
  const told = TEXTS[code === 'runtime' && runtime === null ? 'nowhere' : code]({
    folder: shown(folder),
    file: shown(file),
    command: shown(installCommand(runtime ?? '')),
    detail: detail === undefined ? '' : ` (${shown(detail.slice(0, LONGEST_DETAIL))})`,
  });
  return language === 'ar'
    ? `${told.ar}؛ تُعرف الأسماء بالقواعد وبالوسم المرفق وحدهما`
    : `${told.en}; names are found by rules and the built-in tagger alone`;
}
