import { type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import { isolate } from '../labels.ts';

/** What a page saves: under which name it is proposed, without its extension, and what the dialog calls files of this kind. */
interface Saved {
  readonly name: string;
  readonly extension: string;
  readonly kind: string;
  readonly content: string | Uint8Array;
}

/** Asks where to save something of a corpus, beside the folder that `near` (a file or folder of it) lies in, and saves it; true if that was done. */
export async function saveNear(near: Uri, otherwise: Uri, saved: Saved, log: LogOutputChannel): Promise<boolean> {
  const { name, extension, kind, content } = saved;
  const folder = workspace.getWorkspaceFolder(near)?.uri ?? otherwise;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `${fileName(name)}.${extension}`),
    filters: { [kind]: [extension] },
  });
  if (!target) return false;
  try {
    await workspace.fs.writeFile(target, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    return true;
  } catch (error) {
    log.warn(`${target.fsPath} could not be written: ${String(error)}`);
    void window.showErrorMessage(l10n.t('{0} could not be written.', isolate(workspace.asRelativePath(target))));
    return false;
  }
}

/** Names come from articles. */
const fileName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'fihris';
