import { performance } from 'node:perf_hooks';
import { commands, Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import { AgreementsView } from './agreements-view.ts';
import { Articles } from './articles.ts';
import { registerCommands } from './commands.ts';
import { CorpusWatch } from './corpus-watch.ts';
import { registerCorrections } from './corrections.ts';
import { Marks } from './marks.ts';
import { Pages } from './pages/pages.ts';
import { Pictures } from './pages/pictures.ts';
import { PeopleView } from './people-view.ts';
import { Reader } from './reader/reader.ts';
import { RightToLeft } from './right-to-left.ts';
import { LanguageServer } from './server.ts';
import { StatusItem } from './status-item.ts';

/** Owns everything the extension holds; disposing it ends the server and leaves the editors as they were. */
export class Fihris implements Disposable {
  readonly log: LogOutputChannel;
  readonly server: LanguageServer;
  readonly firstMarks: Promise<number>;
  readonly #watch: CorpusWatch;
  readonly #owned: Disposable;

  constructor(context: ExtensionContext) {
    const activated = performance.now();
    this.log = window.createOutputChannel('Fihris', { log: true });
    this.server = new LanguageServer(
      context.asAbsolutePath('dist/server.js'),
      context.globalStorageUri.fsPath,
      this.log,
    );
    const articles = new Articles(this.server, this.log);
    const marks = new Marks(this.server, articles, this.log);
    this.firstMarks = marks.first.then((at) => {
      const milliseconds = Math.round(at - activated);
      this.log.info(`First marks ${milliseconds} ms after activation.`);
      return milliseconds;
    });
    this.#watch = new CorpusWatch(this.log, (corpora) => {
      if (corpora.length === 0) return this.server.stop();
      this.server.start();
      articles.anticipate(corpora);
    });
    const pages: Pages = new Pages(context, {
      server: this.server,
      open: (location) => reader.open(location),
      askReader: (page) => reader.command(page),
      showPicture: (picture, scope) => pictures.show(picture, scope),
      log: this.log,
    });
    const pictures: Pictures = new Pictures(context, {
      server: this.server,
      open: (location) => reader.open(location),
      openDossier: (article, entity) => pages.show('dossier', article, entity),
      log: this.log,
    });
    const reader: Reader = new Reader(context, this.server, articles, pages.show.bind(pages), this.log);
    this.#owned = Disposable.from(
      this.#watch,
      new RightToLeft(),
      marks,
      articles,
      new AgreementsView(this.server, context.workspaceState, this.log),
      new PeopleView(this.server, context.workspaceState),
      new StatusItem(this.server),
      reader,
      pages,
      pictures,
      registerCommands(this.server, this.log),
      registerCorrections(this.server),
      // Only now is `fihris.index` of the folder's own settings followed (package.json, restrictedConfigurations).
      workspace.onDidGrantWorkspaceTrust(() => {
        const index = workspace.getConfiguration('fihris').get<string>('index');
        if (index && this.server.state !== 'asleep') void this.server.restart();
      }),
      // All articles are read by another model then.
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('fihris.tagger.model') && this.server.state !== 'asleep')
          void this.server.restart();
      }),
      // Of which documents the server hears is said when it is started.
      workspace.onDidChangeWorkspaceFolders(() => {
        if (!this.server.hearsAll) void this.server.restart();
      }),
      this.server.onState((state) => commands.executeCommand('setContext', 'fihris.state', state)),
      this.server,
      this.log,
    );
    commands.executeCommand('setContext', 'fihris.state', this.server.state);
  }

  /** Starts the server if a folder is a corpus, now or as soon as one becomes one. */
  wakeWhereNeeded(): void {
    this.#watch.look();
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
