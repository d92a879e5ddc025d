/** Which paths inside a folder are articles. Paths are relative, with `/`. */
import picomatch from 'picomatch';
import type { ArticlePath } from '../resolve/entities.ts';

/** The file that makes a folder a corpus and holds its settings. */
export const SETTINGS_FILE = 'fihris.yaml';

/** Default of the setting `fihris.include`. */
export const DEFAULT_INCLUDE: readonly string[] = ['**/*.txt'];

/** How globs are read everywhere: like VS Code reads them (no extglobs), but `.TXT` is `.txt`. */
export const GLOB_OPTIONS = { nocase: true, noextglob: true, dot: false } as const;

/** Whether a path or a glob stays inside the folder that it is relative to. */
export function isInside(path: string): boolean {
  if (path === '' || path.includes('\0') || /^(?:[/\\]|[A-Za-z]:)/.test(path)) return false;
  // Asked of every file of a folder: few have two dots.
  return !path.includes('..') || !path.split(/[/\\]/).includes('..');
}

/** Hidden files and folders (`.git`, `.vscode`, …) and what package managers install hold no articles. */
export function isIgnored(path: ArticlePath): boolean {
  if (path.startsWith('.') || path.includes('/.')) return true;
  return path.includes('node_modules') && path.split('/').includes('node_modules');
}

/** All files with an ending, in any folder. */
const ENDING = /^\*\*\/\*(\.[a-z0-9]+)$/i;

/** Whether paths match one of the globs and none of those that begin with `!`. Globs that lead out of the folder match nothing. */
export function globMatcher(globs: readonly string[]): (path: ArticlePath) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!') && isInside(glob));
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  if (wanted.length === 0) return () => false;
  const matches = picomatch(wanted, { ...GLOB_OPTIONS, ignore: unwanted });
  // «**/*.txt» is what nearly all have, and asked of every file several times.
  const endings = unwanted.length > 0 ? [] : wanted.flatMap((glob) => ENDING.exec(glob)?.[1]?.toLowerCase() ?? []);
  const hasEnding = (path: string) => endings.some((ending) => path.slice(-ending.length).toLowerCase() === ending);
  return (path) => isInside(path) && !isIgnored(path) && (hasEnding(path) || matches(path));
}

/** Order of paths everywhere: by code unit, so that it is the same on every machine. */
export function comparePaths(a: ArticlePath, b: ArticlePath): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
