/**
 * Which folders are corpora. A folder is one where it has a `fihris.yaml`, or where its text files are mostly Arabic prose; folders
 * inside a folder are corpora of their own by a `fihris.yaml` only.
 */
import type { ArticlePath } from '../resolve/entities.ts';
import { fold } from '../text/fold.ts';
import type { FileDoor } from './door.ts';
import { ARABIC_WORD, decodeText, isDecoded } from './encoding.ts';
import { Hung } from './hung.ts';
import { globMatcher, SETTINGS_FILE } from './paths.ts';

/** So many files are looked into, spread evenly over all that match: a folder of any size is judged in a moment. */
const SAMPLED_FILES = 20;

/** So many of them are read side by side. */
const READ_AT_ONCE = 5;

/** So much of each, in bytes: some 350 words of Arabic in UTF-8. Even, so that UTF-16 is not cut inside a character. */
const SAMPLED_BYTES = 4096;

/** Less than this many words is a label or a heading, not prose. */
const PROSE_WORDS = 20;

/** Prose has several words to the line; lists of words and tagged tokens have one or two. Measured over lines that are not empty. */
const WORDS_PER_LINE = 4;

/**
 * Share of Arabic words that begin with the article ال. In 997 articles of the ANT corpus (v1.1) the least is 0.13, the median 0.31;
 * Persian and Urdu, in the same script, have next to none.
 */
const DEFINITE_SHARE = 0.05;

/**
 * The corpora in the folder behind `door`, as paths relative to it, sorted, `''` for the folder itself. `include` are the globs of
 * the setting `fihris.include`. Rejects where `signal` is aborted.
 */
export async function discoverCorpora(
  door: FileDoor,
  include: readonly string[],
  signal?: AbortSignal,
): Promise<string[]> {
  return corporaIn(await listFiles(door, include, signal), door, include, signal);
}

/** Articles, as far as `include` says which these are, and the settings of corpora. */
export const listFiles = (door: FileDoor, include: readonly string[], signal?: AbortSignal): Promise<ArticlePath[]> =>
  door.list([...include, `**/${SETTINGS_FILE}`], signal);

/** The corpora among files that were listed. `isProse`: whether articles are Arabic prose, where that is known. */
export async function corporaIn(
  listed: readonly ArticlePath[],
  door: FileDoor,
  include: readonly string[],
  signal?: AbortSignal,
  isProse?: boolean,
): Promise<string[]> {
  const corpora = listed.filter(isSettingsFile).map(folderOf);
  if (!corpora.includes('') && (isProse ?? (await isArabicProseIn(listed, door, include, signal)))) corpora.push('');
  return corpora.sort();
}

/** Whether what was listed is Arabic prose, as far as it is in no folder with settings of its own. */
export function isArabicProseIn(
  listed: readonly ArticlePath[],
  door: FileDoor,
  include: readonly string[],
  signal?: AbortSignal,
): Promise<boolean> {
  const corpora = listed.filter(isSettingsFile).map(folderOf);
  const included = globMatcher(include);
  const articles = listed.filter((path) => included(path) && !corpora.some((folder) => isBelow(path, folder)));
  return areArabicProse(door, articles, signal);
}

export const isSettingsFile = (path: string): boolean => path === SETTINGS_FILE || path.endsWith(`/${SETTINGS_FILE}`);

/** Folder of a file, `''` for the corpus folder itself. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** Whether more than half of a sample of the files are Arabic prose. Empty files have no say; unreadable ones are none. */
async function areArabicProse(door: FileDoor, paths: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const step = Math.max(1, paths.length / SAMPLED_FILES);
  const sample: ArticlePath[] = [];
  for (let i = 0; i < paths.length; i += step) sample.push(paths[Math.floor(i)] as ArticlePath);
  let prose = 0;
  let others = 0;
  for (let i = 0; i < sample.length; i += READ_AT_ONCE) {
    signal?.throwIfAborted();
    for (const bytes of await Promise.all(sample.slice(i, i + READ_AT_ONCE).map((path) => headOf(door, path)))) {
      if (bytes?.length === 0) continue;
      if (bytes !== null && isArabicProse(bytes)) prose++;
      else others++;
    }
  }
  return prose > others;
}

/** Null where it cannot be read. */
async function headOf(door: FileDoor, path: ArticlePath): Promise<Uint8Array | null> {
  try {
    return await door.head(path, SAMPLED_BYTES);
  } catch (error) {
    if (error instanceof Hung) throw error;
    return null;
  }
}

/** Whether the beginning of a file is running text in Arabic. */
export function isArabicProse(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes);
  if (!isDecoded(decoded)) return false;
  const words = decoded.text.match(/[\p{L}\p{M}\u0640]+/gu) ?? [];
  const arabic = words.filter((word) => ARABIC_WORD.test(word));
  if (arabic.length < PROSE_WORDS || arabic.length <= words.length / 2) return false;
  const lines = decoded.text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (words.length < lines.length * WORDS_PER_LINE) return false;
  const definite = arabic.filter((word) => /^[وف]?[بك]?(?:ال|لل)\S/.test(fold(word)));
  return definite.length >= arabic.length * DEFINITE_SHARE;
}
