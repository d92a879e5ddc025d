/** Which paths inside a folder are articles. Paths are relative, with `/`. */
import picomatch from 'picomatch';
import type { ArticlePath } from '../resolve/entities.ts';
import { isInside } from './inside.ts';

/** The file that makes a folder a corpus and holds its settings. */
export const SETTINGS_FILE = 'fihris.yaml';

/** Default of the setting `fihris.include`. */
export const DEFAULT_INCLUDE: readonly string[] = ['**/*.txt'];

/** How globs are read everywhere: like VS Code reads them (no extglobs), but `.TXT` is `.txt`. */
export const GLOB_OPTIONS = { nocase: true, noextglob: true, dot: false } as const;

/** Hidden files and folders (`.git`, `.vscode`, …) and what package managers install hold no articles. */
export function isIgnored(path: ArticlePath): boolean {
  if (path.startsWith('.') || path.includes('/.')) return true;
  return path.includes('node_modules') && path.split('/').includes('node_modules');
}

/**
 * UTF-16 code units of a glob, and runs of `*` in one of its segments and in all. Matching takes the length of a segment, and that of a
 * path, to the power of these.
 */
const GLOB_LENGTH = 1000;
const STARS_OF_SEGMENT = 2;
const STARS = 8;
const GLOBSTARS = 2;

/** A backslash before what no glob gives a meaning to; of `*\\\\` picomatch 4.0.7 never comes back. */
const STRAY_BACKSLASH = /\\(?![*?[\]{}!()+,-])/;

/** Whether a glob can be matched in no time worth speaking of, whatever the path: a `fihris.yaml` may come from anybody. */
export function isGlob(glob: string): boolean {
  const stars = glob.split('/').map((segment) => segment.match(/\*+/g)?.length ?? 0);
  return (
    glob !== '' &&
    glob.length <= GLOB_LENGTH &&
    !STRAY_BACKSLASH.test(glob) &&
    stars.every((count) => count <= STARS_OF_SEGMENT) &&
    stars.reduce((sum, count) => sum + count, 0) <= STARS &&
    glob.split('**').length - 1 <= GLOBSTARS
  );
}

/**
 * The globs that can be used, as picomatch is to read them: those that lead out of the folder are left out. Brackets and
 * plus signs are letters, as for VS Code, and `[!a]` is any sign but this, of which picomatch knows `[^a]` only; it would make groups and repetitions of a regular expression of them, which one can
 * write so that they take for ever.
 */
export function readableGlobs(globs: readonly string[]): { readonly wanted: string[]; readonly unwanted: string[] } {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const glob of globs) {
    const isUnwanted = glob.startsWith('!');
    const pattern = glob.slice(isUnwanted ? 1 : 0);
    if (!isInside(pattern) || !isGlob(pattern)) continue;
    (isUnwanted ? unwanted : wanted).push(
      pattern
        .replace(/\\.|[()+]/g, (found) => (found.length > 1 ? found : `\\${found}`))
        .replace(/\\.|\[![^\][/]+\]/g, (found) => (found.startsWith('[!') ? `[^${found.slice(2)}` : found)),
    );
  }
  return { wanted, unwanted };
}

/** All files with an ending, in any folder. */
const ENDING = /^\*\*\/\*(\.[a-z0-9]+)$/i;

/** Whether paths match one of the globs and none of those that begin with `!`. Globs that lead out of the folder match nothing. */
export function globMatcher(globs: readonly string[]): (path: ArticlePath) => boolean {
  const { wanted, unwanted } = readableGlobs(globs);
  if (wanted.length === 0) return () => false;
  const matches = picomatch(wanted, { ...GLOB_OPTIONS, ignore: unwanted });
  // «**/*.txt» is what nearly all have, and asked of every file several times.
  const endings = unwanted.length > 0 ? [] : wanted.flatMap((glob) => ENDING.exec(glob)?.[1]?.toLowerCase() ?? []);
  const hasEnding = (path: string) => endings.some((ending) => path.slice(-ending.length).toLowerCase() === ending);
  return (path) => isInside(path) && !isIgnored(path) && (hasEnding(path) || matches(path));
}

/**
 * Whether there can be matches in a folder or below it, as far as the beginnings of globs say, which are names: of «أخبار/2020/*.txt» nothing
 * lies in «صور». Not of folders that are ignored. `depth`: how many folders deep; infinite where a glob does not say.
 */
export function whereToLook(globs: readonly string[]): {
  mayHold(folder: ArticlePath): boolean;
  readonly depth: number;
} {
  const { wanted } = readableGlobs(globs);
  // An exclamation mark turns a glob round, even one inside it.
  const beginning = (glob: string) => (glob.includes('!') ? '' : picomatch.scan(glob, { unescape: true }).base);
  const bases = wanted.map((glob) => `${beginning(glob).toLowerCase()}/`);
  const depths = wanted.map((glob) =>
    /\*\*|[{\\!]/.test(glob) ? Number.POSITIVE_INFINITY : glob.split('/').length - 1,
  );
  return {
    mayHold: (folder) => {
      if (isIgnored(folder)) return false;
      const at = `${folder.toLowerCase()}/`;
      return bases.some((base) => base === '/' || at.startsWith(base) || base.startsWith(at));
    },
    depth: Math.max(0, ...depths),
  };
}

/** Order of paths everywhere: by code unit, so that it is the same on every machine. */
export function comparePaths(a: ArticlePath, b: ArticlePath): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
