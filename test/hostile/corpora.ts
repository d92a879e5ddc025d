/** A folder of articles for a payload: it stands in every place that Fihris reads something from. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Payload } from './payloads.ts';

interface Slots {
  readonly title: string;
  readonly body: string;
  readonly person: string;
  readonly office: string;
  readonly agreement: string;
  readonly place: string;
  readonly source: string;
  readonly date: string;
}

const HARMLESS: Slots = {
  title: 'وقّع وزيرا الداخلية في العراق وإيران مذكرة تفاهم أمنية',
  body: 'ضبط الحدود المشتركة',
  person: 'كريم عبد الله الطائي',
  office: 'وزير الداخلية العراقي',
  agreement: 'مذكرة تفاهم أمنية بين البلدين',
  place: 'بغداد',
  source: 'وكالة الرافد',
  date: '3 آذار 2019',
};

const article = ({ title, body, person, office, agreement, place, source, date }: Slots): string => `${title}

${place} – ${date}

المصدر: ${source}

وقّع ${office} ${person} ونظيره الإيراني أحمد رضائي في ${place} ${agreement}.

وقال الطائي إن المذكرة تنظم ${body}. والتقى ${person} في ${place} رئيس الوزراء العراقي سالم الراوي يوم ${date}.

وأضاف ${office} أن ${agreement} دخلت حيز التنفيذ.
`;

/** Where the payload stands in an article's text, and how it stands there. */
const IN_TEXT: Readonly<Record<keyof Slots, (payload: string) => string>> = {
  title: (payload) => `${payload} وزيرا الداخلية يوقعان مذكرة تفاهم أمنية ${payload}`,
  body: (payload) => `${payload} ضبط الحدود ${payload}`,
  person: (payload) => `كريم ${payload} الطائي`,
  office: (payload) => `وزير ${payload} الداخلية العراقي`,
  agreement: (payload) => `مذكرة تفاهم «${payload}» بشأن ${payload} الحدود بين البلدين`,
  place: (payload) => `مدينة ${payload} بغداد`,
  source: (payload) => `وكالة ${payload}`,
  date: (payload) => `3 ${payload} آذار 2019`,
};

/** As above, inside the words: what has no width, and what stands between letters. */
const INSIDE: Readonly<Partial<Record<keyof Slots, (payload: string) => string>>> = {
  person: (payload) => `كريم عبد${payload} الله الطا${payload}ئي`,
  place: (payload) => `بغد${payload}اد`,
};

export interface HostileFile {
  /** What a test says of it: a place. */
  readonly place: string;
  /** Relative to the folder of the payload, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** All files of a payload's folder. The same for the same payload. */
export function filesOf({ text }: Payload): HostileFile[] {
  const files: HostileFile[] = [];
  const add = (place: string, path: string, content: string) =>
    files.push({ place, path, bytes: new TextEncoder().encode(content) });
  for (const [slot, write] of Object.entries(IN_TEXT))
    add(slot, `${slot}.txt`, article({ ...HARMLESS, [slot]: write(text) }));
  for (const [slot, write] of Object.entries(INSIDE))
    add(`inside a ${slot}`, `inside-${slot}.txt`, article({ ...HARMLESS, [slot]: write(text) }));
  // A second holder of the office on the day: something for the notes on contradictions to say.
  add('another article', 'other.txt', article({ ...HARMLESS, person: 'سامر الحداد', title: `خبر ${text}` }));
  const name = fileName(text);
  add('file name', `${name}.txt`, article(HARMLESS));
  add('folder name', `${name} في مجلد/a.txt`, article(HARMLESS));
  add('settings', 'fihris.yaml', settings(text, `${name}.txt`));
  // A corpus of its own: the payload as it is may make YAML of something else, or nothing.
  add('settings as they are', 'raw/fihris.yaml', rawSettings(text));
  add('article of those settings', 'raw/a.txt', article(HARMLESS));
  return files;
}

/** As a system takes it: without what separates paths, no longer than a file name may be. */
export function fileName(text: string): string {
  let name = '';
  for (const character of text.replace(/[/\0]/g, '∕')) {
    if (Buffer.byteLength(name + character) > 180) break;
    name += character;
  }
  return /^\.*$/.test(name) ? 'dots' : name.replace(/^\./, '_');
}

/** Every value that a reader can write, with the payload in it as it is: JSON's strings are YAML's. */
function settings(payload: string, file: string): string {
  const written = JSON.stringify(payload);
  return `name: ${written}
${written}: unknown
dates:
  ${JSON.stringify(file)}: 2020-01-02
  ${written}: 2020-01-02
  other.txt: ${written}
corrections:
  - { rename: سالم الراوي, to: ${JSON.stringify(`سالم ${payload} الراوي`)} }
  - { rename: أحمد رضائي, to: ${written} }
  - { office: ${written}, of: كريم عبد الله الطائي, in: ${JSON.stringify(file)} }
  - { office: وزير الدفاع العراقي, of: سالم الراوي, in: ${written} }
  - { date: 2019-03-04, of: ${written} }
  - { date: ${written}, of: مذكرة تفاهم أمنية }
  - hide: ${written}
  - hide: { in: ${written}, mention: بغداد }
  - same: [سامر الحداد, ${written}]
  - different: [كريم عبد الله الطائي, { in: ${written}, mention: ${written} }]
  - not a person: ${written}
  - { ${written}: x }
`;
}

const rawSettings = (payload: string): string => `name: ${payload}
include: ['**/*.txt', ${payload}]
dates:
  ${payload}: 2020
corrections:
  - hide: ${payload}
  - { rename: سالم الراوي, to: ${payload} }
  - hide: ايران
`;

/** Text of the file as it stands on the disk: halves of surrogate pairs have no bytes of their own. */
export const textOf = (file: HostileFile): string => new TextDecoder().decode(file.bytes);

export interface HostileFolder {
  readonly payload: Payload;
  readonly path: string;
  readonly files: readonly HostileFile[];
}

/**
 * Writes folders, one for each payload, side by side in a temporary one, whose path comes first. Each is a corpus; without settings they
 * are one together.
 */
export function writeFolders(
  payloads: readonly Payload[],
  { settings = true }: { readonly settings?: boolean } = {},
): [string, HostileFolder[]] {
  const top = mkdtempSync(join(tmpdir(), 'fihris-hostile-'));
  const folders = payloads.map((payload, index) => {
    const path = join(top, String(index).padStart(3, '0'));
    const files = filesOf(payload).filter(({ path: file }) => settings || !file.endsWith('.yaml'));
    for (const file of files) {
      mkdirSync(dirname(join(path, file.path)), { recursive: true });
      writeFileSync(join(path, file.path), file.bytes);
    }
    return { payload, path, files };
  });
  return [top, folders];
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
