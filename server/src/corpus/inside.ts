/** What begins with it is no path relative to a folder. On Windows a backslash is a slash; elsewhere it is a letter of a name. */
const ABSOLUTE = process.platform === 'win32' ? /^(?:[/\\]|[A-Za-z]:)/ : /^(?:\/|[A-Za-z]:)/;

/** Whether a path or a glob stays inside the folder that it is relative to. */
export function isInside(path: string): boolean {
  if (path === '' || path.includes('\0') || ABSOLUTE.test(path)) return false;
  // Asked of every file of a folder: few have two dots.
  return !path.includes('..') || !path.split(/[/\\]/).includes('..');
}
