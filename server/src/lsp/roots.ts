/** A corpus as the wire sees it: its articles have URIs. */
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Corpus } from '../corpus/corpus.ts';
import { isInside } from '../corpus/inside.ts';
import type { ArticlePath } from '../resolve/entities.ts';

export interface Root {
  readonly corpus: Corpus;
  /** URI of the folder; null for a document that stands alone. */
  readonly uri: string | null;
  uriOf(path: ArticlePath): string;
  /** Path of a file of this corpus, be it an article or not; null for what lies elsewhere. */
  pathOf(uri: string): ArticlePath | null;
}

/** The corpus of a folder on disk. `folder` is a path of the system. */
export function folderRoot(corpus: Corpus, folder: string): Root {
  return {
    corpus,
    uri: pathToFileURL(folder).href,
    uriOf: (path) => pathToFileURL(join(folder, path)).href,
    pathOf: (uri) => {
      const file = filePath(uri);
      return file === null ? null : pathInside(folder, file);
    },
  };
}

/** The corpus of a folder, or of a folder in it, that is on no disk of this machine. `folder` is its URI, as the client writes URIs. */
export function elsewhereRoot(corpus: Corpus, folder: string): Root {
  return {
    corpus,
    uri: folder,
    uriOf: (path) => uriBelow(folder, path),
    pathOf: (uri) => pathBelow(folder, uri),
  };
}

/** The URI of what lies in a folder, with all escaped that VS Code escapes; of the folder for ''. */
export function uriBelow(folder: string, path: string): string {
  if (path === '') return folder;
  const escaped = path.split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/g, escapedSign));
  return `${folder.replace(/\/$/, '')}/${escaped.join('/')}`;
}

const escapedSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** The path of a URI relative to the URI of a folder, '' for that itself; null for what lies elsewhere, or is no file's. */
export function pathBelow(folder: string, uri: string): string | null {
  if (/[?#]/.test(uri)) return null;
  try {
    const above = decodeURIComponent(folder).replace(/\/$/, '');
    const all = decodeURIComponent(uri);
    if (all.replace(/\/$/, '') === above) return '';
    const path = all.startsWith(`${above}/`) ? all.slice(above.length + 1) : '';
    return isInside(path) ? path : null;
  } catch {
    return null;
  }
}

/** One document that belongs to no folder: an untitled buffer, or a file opened by itself. */
export function documentRoot(corpus: Corpus, uri: string): Root {
  return { corpus, uri: null, uriOf: () => uri, pathOf: (other) => (other === uri ? LONE_ARTICLE : null) };
}

/** The path of a document in the corpus that it makes by itself. */
export const LONE_ARTICLE: ArticlePath = 'article.txt';

/** The path of the system that a `file:` URI stands for; null for other URIs and malformed ones. */
export function filePath(uri: string): string | null {
  try {
    return new URL(uri).protocol === 'file:' ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** The path of `file` relative to `folder`, with `/`, '' for the folder itself; null where it lies elsewhere. */
export function pathInside(folder: string, file: string): string | null {
  const inside = relative(folder, file);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return inside.split(sep).join('/');
}
