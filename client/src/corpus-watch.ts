import { open } from 'node:fs/promises';
import { Disposable, type LogOutputChannel, RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { judgeSample, judgeText, mostlyArabic } from './prose.ts';

/** The file that makes a folder a corpus, whatever else is in it. */
const CORPUS_FILE = '**/fihris.yaml';
const NEVER_SEARCHED = '**/{node_modules,.git}/**';

const SAMPLES = 12;
const SAMPLE_BYTES = 4096;

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
        const beginning = document.getText().slice(0, SAMPLE_BYTES);
        if (judgeText(beginning) === 'arabic') this.#lookSoon();
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
    try {
      const include = includePattern(folder);
      const [[declared], files] = await Promise.all([
        workspace.findFiles(new RelativePattern(folder, CORPUS_FILE), NEVER_SEARCHED, 1),
        workspace.findFiles(include, NEVER_SEARCHED, SAMPLES),
      ]);
      if (declared) {
        this.#log.info(`${folder.uri.fsPath} is a corpus: it has ${declared.fsPath}.`);
        return true;
      }
      const samples = await Promise.all(files.map(async (file) => judgeSample(await beginning(file))));
      const arabic = mostlyArabic(samples);
      this.#log.info(
        `${folder.uri.fsPath} is ${arabic ? 'a corpus' : 'no corpus'}: of ${files.length} files looked into ` +
          `${samples.filter((sample) => sample === 'arabic').length} are Arabic.`,
      );
      return arabic;
    } catch (error) {
      this.#log.warn(`Could not look into ${folder.uri.fsPath}: ${String(error)}`);
      return false;
    }
  }

  /** While asleep, a new file may make a corpus; once awake the server minds the files itself, only their vanishing counts. */
  #watchFiles(): void {
    Disposable.from(...this.#newFiles).dispose();
    this.#newFiles = [];
    const patterns = [
      CORPUS_FILE,
      ...(this.#found ? [] : (workspace.workspaceFolders ?? []).map((folder) => includePattern(folder))),
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

/** The setting `fihris.include` as one pattern. */
function includePattern(folder: WorkspaceFolder): RelativePattern {
  const include = workspace.getConfiguration('fihris', folder).get<string[]>('include') ?? [];
  return new RelativePattern(folder, include.length === 1 && include[0] ? include[0] : `{${include.join(',')}}`);
}

/** The first bytes of a file; none where it cannot be read, which is the server's to report. */
async function beginning(file: Uri): Promise<Uint8Array> {
  try {
    const handle = await open(file.fsPath);
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
