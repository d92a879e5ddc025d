/** The first few files of a folder that match globs, and how they begin: straight from the disk and within limits. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';

/** Never part of a corpus, and large. */
export const SKIPPED = /^(?:\..*|node_modules)$/;

/** After so many folders a workspace is no folder of articles with some folders in it; what is deeper takes a search. */
const FOLDERS = 200;

/** How much of a file tells its language: some 350 words of Arabic in UTF-8. */
const SAMPLE_BYTES = 4096;

export interface FirstFiles {
  /** Absolute paths: those near the top first, then by name. */
  readonly files: string[];
  /** Whether these are all; false where a limit ended the search. */
  readonly complete: boolean;
}

/**
 * At most `limit` files below `folder` that match one of `globs` (relative to it, those with a leading `!` exclude). A folder that
 * cannot be read counts as empty.
 */
export async function firstFiles(folder: string, globs: readonly string[], limit: number): Promise<FirstFiles> {
  const matches = fileMatcher(globs);
  const files: string[] = [];
  const folders = [''];
  // The queue grows while it is walked: what lies deeper comes after all that lies higher.
  for (const [index, relative] of folders.entries()) {
    if (index === FOLDERS) return { files, complete: false };
    const entries = await readdir(join(folder, relative), { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.test(entry.name)) folders.push(path);
      } else if (matches(path)) {
        if (files.length === limit) return { files, complete: false };
        files.push(join(folder, path));
      }
    }
  }
  return { files, complete: true };
}

/**
 * Whether a path (relative, with `/`) matches one of `globs` and none of those with a leading `!`. What is in skipped folders, or
 * outside, does not.
 */
export function fileMatcher(globs: readonly string[]): (path: string) => boolean {
  const including = globs.filter((glob) => !glob.startsWith('!'));
  const excluding = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const matches = picomatch(including, { nocase: true, noextglob: true, ignore: excluding });
  return (path) => !path.split('/').some((part) => SKIPPED.test(part)) && matches(path);
}

/** The first bytes of a file; none where it cannot be read, which is the server's to report. */
export async function beginning(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return new Uint8Array();
  }
}
