import { posix, relative } from 'node:path';
import {
  Disposable,
  type LogOutputChannel,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { beginning, fileMatcher, firstFiles } from './first-files.ts';
import { judgeSample, judgeText, mostlyArabic } from './prose.ts';
import { firstVirtualFiles, isVirtual } from './virtual-folders.ts';

/** The file that makes a folder a corpus, whatever else is in it. */
const CORPUS_FILE = '**/fihris.yaml';
const NEVER_SEARCHED = '**/{node_modules,.git}/**';

const SAMPLES = 12;
/** So much of a document tells whether it is Arabic, in UTF-16 code units; of a file on no disk in bytes. */
export const SAMPLE_LENGTH = 4096;

/** New files come in swarms (an archive unpacked, a branch changed): one look for all. */
const QUIET_MS = 500;

/** A folder of the workspace that is a corpus, or holds one. */
export interface CorpusFolder {
  readonly folder: WorkspaceFolder;
  /** By a `fihris.yaml`, whose settings only the server reads; otherwise by its texts, and then every file included is an article. */
  readonly declared: boolean;
}

/**
 * Looks whether a folder of the workspace is a corpus, and looks again where that may have changed. It reads the beginnings of
 * a dozen files at most, and as long as it has found nothing nothing else runs.
 */
export class CorpusWatch implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #tell: (corpora: readonly CorpusFolder[]) => void;
  readonly #listeners: Disposable[] = [];
  #newFiles: Disposable[] = [];
  #found = false;
  #looking: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  /** `tell` is called with the first corpora found, and with none when the last folder that was one is gone. */
  constructor(log: LogOutputChannel, tell: (corpora: readonly CorpusFolder[]) => void) {
    this.#log = log;
    this.#tell = tell;
    this.#listeners.push(
      workspace.onDidChangeWorkspaceFolders(() => this.#lookAnew()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('fihris.include')) this.#lookAnew();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (this.#found || document.languageId !== 'plaintext') return;
        if (!workspace.getWorkspaceFolder(document.uri)) return;
        const text = document.getText().slice(0, SAMPLE_LENGTH);
        if (judgeText(text) === 'arabic') this.#lookSoon();
      }),
    );
    this.#watchFiles();
  }

  /** Looks now; one look at a time, and one more after it if something changed meanwhile. */
  look(): void {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = this.#look().finally(() => {
      this.#looking = null;
      if (!this.#again) return;
      this.#again = false;
      this.look();
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    Disposable.from(...this.#listeners, ...this.#newFiles).dispose();
  }

  async #look(): Promise<void> {
    const looks = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => this.#corpusIn(folder)));
    const corpora = looks.filter((corpus) => corpus !== null);
    const found = corpora.length > 0;
    if (found === this.#found) return;
    this.#found = found;
    this.#watchFiles();
    this.#tell(corpora);
  }

  async #corpusIn(folder: WorkspaceFolder): Promise<CorpusFolder | null> {
    const path = isVirtual(folder.uri) ? folder.uri.toString(true) : folder.uri.fsPath;
    try {
      const [[declared], files] = await Promise.all([
        this.#first(folder, [CORPUS_FILE], 1),
        this.#first(folder, includeOf(folder), SAMPLES),
      ]);
      if (declared) {
        this.#log.info(`${path} is a corpus, or holds one: there is ${declared.path}.`);
        return { folder, declared: true };
      }
      const arabic = mostlyArabic(await Promise.all(files.map(async (file) => judgeSample(await beginningOf(file)))));
      this.#log.info(
        `${path} is ${arabic ? 'a' : 'no'} corpus: of ${files.length} files looked into most are ${arabic ? '' : 'not '}Arabic.`,
      );
      return arabic ? { folder, declared: false } : null;
    } catch (error) {
      this.#log.warn(`Could not look into ${path}: ${String(error)}`);
      return null;
    }
  }

  /**
   * A look at the disk takes milliseconds, the editor's search, just after its start, seconds; so it is asked only about a folder
   * that is too large for a look.
   */
  async #first(folder: WorkspaceFolder, globs: readonly string[], limit: number): Promise<Uri[]> {
    // The editor cannot search what is on no disk.
    if (isVirtual(folder.uri)) return firstVirtualFiles(folder.uri, globs, limit);
    const { files, complete } = await firstFiles(folder.uri.fsPath, globs, limit);
    if (files.length > 0 || complete) return files.map((file) => Uri.file(file));
    return await workspace.findFiles(new RelativePattern(folder, pattern(globs)), NEVER_SEARCHED, limit);
  }

  /** While asleep, a new file may make a corpus; once awake the server minds the files itself, only their vanishing counts. */
  #watchFiles(): void {
    Disposable.from(...this.#newFiles).dispose();
    this.#newFiles = [];
    const patterns = [
      CORPUS_FILE,
      ...(this.#found
        ? []
        : (workspace.workspaceFolders ?? []).map((folder) => new RelativePattern(folder, pattern(includeOf(folder))))),
    ];
    for (const pattern of patterns) {
      const watcher = workspace.createFileSystemWatcher(pattern, false, true, !this.#found);
      watcher.onDidCreate(() => !this.#found && this.#lookSoon());
      watcher.onDidDelete(() => this.#lookSoon());
      this.#newFiles.push(watcher);
    }
  }

  /** What is to be looked into has changed, and so has what is to be watched. */
  #lookAnew(): void {
    this.#watchFiles();
    this.look();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), QUIET_MS);
  }
}

/** The first bytes of a file; none where it cannot be read. */
async function beginningOf(file: Uri): Promise<Uint8Array> {
  if (file.scheme === 'file') return beginning(file.fsPath);
  try {
    return (await workspace.fs.readFile(file)).subarray(0, SAMPLE_LENGTH);
  } catch {
    return new Uint8Array();
  }
}

/** Whether a file of a folder is one that `fihris.include` names. */
export function isIncluded({ uri }: TextDocument, folder: WorkspaceFolder): boolean {
  const path = isVirtual(uri)
    ? posix.relative(folder.uri.path, uri.path)
    : relative(folder.uri.fsPath, uri.fsPath).replaceAll('\\', '/');
  return fileMatcher(includeOf(folder))(path);
}

function includeOf(folder: WorkspaceFolder): string[] {
  return workspace.getConfiguration('fihris', folder).get<string[]>('include') ?? [];
}

/** Globs as one; those that exclude (`!…`) make no file an article. */
function pattern(globs: readonly string[]): string {
  const including = globs.filter((glob) => !glob.startsWith('!'));
  return including.length === 1 && including[0] ? including[0] : `{${including.join(',')}}`;
}
