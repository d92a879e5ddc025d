/** Whether a path or a glob stays inside the folder that it is relative to. */
export function isInside(path: string): boolean {
  if (path === '' || path.includes('\0') || /^(?:[/\\]|[A-Za-z]:)/.test(path)) return false;
  // Asked of every file of a folder: few have two dots.
  return !path.includes('..') || !path.split(/[/\\]/).includes('..');
}
