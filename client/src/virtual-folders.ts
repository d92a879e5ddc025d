/**
 * Folders that are on no disk of this machine (a repository that is only looked at, an archive): file system providers of the editor show
 * them. The server, which reads disks, is told what is in them.
 */
import { Buffer } from 'node:buffer';
import { FileSystemError, FileType, l10n, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  FILE_BYTES,
  FILE_KIND,
  type FileBytes,
  FOLDER_FILES,
  type FolderFiles,
} from '../../server/src/lsp/requests.ts';
import { fileMatcher, SKIPPED } from './first-files.ts';
import { paragraph } from './labels.ts';

/** Each file and each folder may be a request to a network. */
const MOST_FILES = 2000;
const MOST_FOLDERS = 200;

/** Whether a folder that is open, or a file of one, is on no disk of this machine. */
export function isVirtual(uri: Uri): boolean {
  return uri.scheme !== 'file' && workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Schemes of such folders that are open. */
export function virtualSchemes(): string[] {
  const schemes = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(schemes.filter((scheme) => scheme !== 'file'))];
}

/** At most `limit` files that match one of `globs`, those near the top first. */
export async function firstVirtualFiles(folder: Uri, globs: readonly string[], limit: number): Promise<Uri[]> {
  const matches = fileMatcher(globs);
  const files: Uri[] = [];
  for await (const path of filesIn(folder)) {
    if (path === null || files.length === limit) break;
    if (matches(path)) files.push(Uri.joinPath(folder, path));
  }
  return files;
}

/** Paths of files, relative to the folder, those near the top first; null where there are more than are looked at. */
async function* filesIn(folder: Uri): AsyncGenerator<string | null> {
  const folders = [''];
  let files = 0;
  // The queue grows while it is walked.
  for (const [index, relative] of folders.entries()) {
    const entries = await readFolder(relative === '' ? folder : Uri.joinPath(folder, relative));
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = relative === '' ? name : `${relative}/${name}`;
      // A link, which has a type of its own, may lead anywhere, and back.
      if (type === FileType.Directory && !SKIPPED.test(name)) folders.push(path);
      else if (type === FileType.File) yield files++ < MOST_FILES ? path : null;
      if (files > MOST_FILES) return;
    }
    if (index + 1 === MOST_FOLDERS && folders.length > MOST_FOLDERS) {
      yield null;
      return;
    }
  }
}

/** A folder that cannot be read counts as empty. */
async function readFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Answers the server about such folders, and about no others. */
export function answerAboutFolders(client: LanguageClient): void {
  const told = new Set<string>();
  client.onRequest(FOLDER_FILES, async ({ uri }: { uri: string }): Promise<FolderFiles> => {
    const folder = virtualUri(uri);
    const paths: string[] = [];
    if (folder === null) return { paths };
    for await (const path of filesIn(folder)) {
      if (path !== null) paths.push(path);
      else if (!told.has(uri)) {
        told.add(uri);
        const text = l10n.t('Of this folder only the first {0} files are looked at: it is on no disk.', paths.length);
        void window.showInformationMessage(paragraph(text));
      }
    }
    return { paths };
  });
  client.onRequest(FILE_BYTES, async ({ uri, limit }: { uri: string; limit: number }): Promise<FileBytes> => {
    const file = virtualUri(uri);
    if (file === null) return { problem: { code: 'gone' } };
    try {
      const bytes = await workspace.fs.readFile(file);
      if (bytes.length > limit) return { problem: { code: 'too-large', size: bytes.length, limit } };
      return { base64: Buffer.from(bytes).toString('base64') };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  });
  client.onRequest(FILE_KIND, async ({ uri }: { uri: string }): Promise<'file' | 'folder' | null> => {
    const place = virtualUri(uri);
    if (place === null) return null;
    try {
      const { type } = await workspace.fs.stat(place);
      return type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : null;
    } catch {
      return null;
    }
  });
}

function virtualUri(text: string): Uri | null {
  const uri = Uri.parse(text);
  return isVirtual(uri) ? uri : null;
}

function problemOf(error: unknown): Extract<FileBytes, { problem: unknown }>['problem'] {
  const code = error instanceof FileSystemError ? error.code : String(error);
  if (code === 'FileNotFound') return { code: 'gone' };
  if (code === 'NoPermissions') return { code: 'denied' };
  if (code === 'FileIsADirectory') return { code: 'not-a-file' };
  return { code: 'system', error: code };
}
