import { Disposable, LanguageStatusSeverity, l10n, languages, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Status } from '../../server/src/lsp/requests.ts';
import { isolate } from './labels.ts';
import type { LanguageServer, ServerState } from './server.ts';

/**
 * How far the index is, in the status bar of a corpus: «فهرس: 120/10161», then the number of articles; how many files could not be
 * read, with a click to their list. The language status of an article says the same in words.
 */
export class StatusItem implements Disposable {
  readonly #bar = window.createStatusBarItem('fihris.status', StatusBarAlignment.Left);
  readonly #language = languages.createLanguageStatusItem('fihris.status', { language: 'article' });
  readonly #owned: Disposable;

  constructor(server: LanguageServer) {
    this.#bar.name = 'Fihris';
    this.#language.name = 'Fihris';
    this.#owned = Disposable.from(
      this.#bar,
      this.#language,
      server.onState((state) => this.#show(state, server.status)),
      server.onStatus((status) => this.#show(server.state, status)),
    );
    this.#show(server.state, server.status);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #show(state: ServerState, status: Status | null): void {
    if (state === 'asleep') {
      this.#bar.hide();
      this.#language.busy = false;
      this.#language.text = l10n.t('Fihris is not running');
      return;
    }
    const unreadable = status?.unreadable.length ?? 0;
    const failed = state === 'failed';
    this.#bar.text = barText(state, status);
    this.#bar.tooltip = words(state, status);
    this.#bar.command = failed || unreadable === 0 ? 'fihris.showLog' : 'fihris.showUnreadable';
    this.#bar.backgroundColor = failed ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#bar.accessibilityInformation = { label: words(state, status) };
    this.#bar.show();

    this.#language.busy = state === 'indexing';
    this.#language.text = words(state, status);
    this.#language.severity = failed
      ? LanguageStatusSeverity.Error
      : unreadable > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
    this.#language.command =
      unreadable > 0
        ? { command: 'fihris.showUnreadable', title: l10n.t('Show Unreadable Files') }
        : { command: 'fihris.showLog', title: l10n.t('Show Log') };
  }
}

function barText(state: ServerState, status: Status | null): string {
  const name = isolate(l10n.t('Fihris'));
  if (state === 'failed') return `$(error) ${name}`;
  if (!status || (state === 'indexing' && status.total === 0)) return `$(loading~spin) ${name}`;
  if (state === 'indexing') return `$(loading~spin) ${name}: ${status.articles}/${status.total}`;
  const unreadable = status.unreadable.length;
  return `$(book) ${name}: ${status.articles}${unreadable > 0 ? ` $(warning) ${unreadable}` : ''}`;
}

function words(state: ServerState, status: Status | null): string {
  if (state === 'failed') return l10n.t('The language server of Fihris has stopped');
  if (!status) return l10n.t('Fihris is starting');
  if (state === 'indexing') return l10n.t('{0} of {1} articles indexed', status.articles, status.total);
  const articles = status.articles === 1 ? l10n.t('1 article') : l10n.t('{0} articles', status.articles);
  const unreadable = status.unreadable.length;
  return unreadable === 0 ? articles : `${articles} · ${l10n.t('unreadable files: {0}', unreadable)}`;
}
