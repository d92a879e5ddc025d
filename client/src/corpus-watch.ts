import { Disposable, type LogOutputChannel, RelativePattern, type WorkspaceFolder, workspace } from 'vscode';
import { beginning, firstFiles } from './first-files.ts';
import { judgeSample, judgeText, mostlyArabic } from './prose.ts';

/** The file that makes a folder a corpus, whatever else is in it. */
const CORPUS_FILE = '**/fihris.yaml';
const NEVER_SEARCHED = '**/{node_modules,.git}/**';

const SAMPLES = 12;
/** So much of a document that is opened while asleep, in UTF-16 code units. */
const SAMPLE_LENGTH = 4096;

/** New files come in swarms (an archive unpacked, a branch changed): one look for all. */
const QUIET_MS = 500;

/**
 * Looks whether a folder of the workspace is a corpus, and looks again where that may have changed. It reads the beginnings of
 * a dozen files at most, and as long as it has found nothing nothing else runs.
 */
export class CorpusWatch implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #tell: (found: boolean) => void;
  readonly #listeners: Disposable[] = [];
  #newFiles: Disposable[] = [];
  #found = false;
  #looking: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  /** `tell` is called with true when there is a corpus, with false when the last folder that was one is gone. */
  constructor(log: LogOutputChannel, tell: (found: boolean) => void) {
    this.#log = log;
    this.#tell = tell;
    this.#listeners.push(
      workspace.onDidChangeWorkspaceFolders(() => this.#lookAnew()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('fihris.include')) this.#lookAnew();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (this.#found || document.uri.scheme !== 'file' || document.languageId !== 'plaintext') return;
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
    let found = false;
    for (const folder of workspace.workspaceFolders ?? []) {
      if (folder.uri.scheme === 'file' && (await this.#isCorpus(folder))) {
        found = true;
        break;
      }
    }
    if (found === this.#found) return;
    this.#found = found;
    this.#watchFiles();
    this.#tell(found);
  }

  async #isCorpus(folder: WorkspaceFolder): Promise<boolean> {
    const path = folder.uri.fsPath;
    try {
      const [[declared], files] = await Promise.all([
        this.#first(folder, [CORPUS_FILE], 1),
        this.#first(folder, includeOf(folder), SAMPLES),
      ]);
      if (declared) {
        this.#log.info(`${path} is a corpus, or holds one: there is ${declared}.`);
        return true;
      }
      const arabic = mostlyArabic(await Promise.all(files.map(async (file) => judgeSample(await beginning(file)))));
      this.#log.info(
        `${path} is ${arabic ? 'a' : 'no'} corpus: of ${files.length} files looked into most are ${arabic ? '' : 'not '}Arabic.`,
      );
      return arabic;
    } catch (error) {
      this.#log.warn(`Could not look into ${path}: ${String(error)}`);
      return false;
    }
  }

  /**
   * A look at the disk takes milliseconds, the editor's search, just after its start, seconds; so it is asked only about a folder
   * that is too large for a look.
   */
  async #first(folder: WorkspaceFolder, globs: readonly string[], limit: number): Promise<string[]> {
    const { files, complete } = await firstFiles(folder.uri.fsPath, globs, limit);
    if (files.length > 0 || complete) return files;
    const found = await workspace.findFiles(new RelativePattern(folder, pattern(globs)), NEVER_SEARCHED, limit);
    return found.map(({ fsPath }) => fsPath);
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

function includeOf(folder: WorkspaceFolder): string[] {
  return workspace.getConfiguration('fihris', folder).get<string[]>('include') ?? [];
}

/** Globs as one; those that exclude (`!…`) make no file an article. */
function pattern(globs: readonly string[]): string {
  const including = globs.filter((glob) => !glob.startsWith('!'));
  return including.length === 1 && including[0] ? including[0] : `{${including.join(',')}}`;
}
