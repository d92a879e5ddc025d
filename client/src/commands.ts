import {
  type Command,
  commands,
  Disposable,
  Location,
  type LogOutputChannel,
  l10n,
  Position,
  Range,
  Uri,
  window,
  workspace,
} from 'vscode';
import { OPEN_COMMAND, SHOW_ARTICLES } from '../../server/src/lsp/requests.ts';
import { isolate, paragraph } from './labels.ts';
import { climbs, locationOf } from './location-argument.ts';
import type { LanguageServer } from './server.ts';
import { changeSetting } from './setting-change.ts';

/** The commands that belong to no view; their titles stand in package.nls.json. */
export function registerCommands(server: LanguageServer, log: LogOutputChannel): Disposable {
  const register = (command: Command['command'], run: (...parameters: unknown[]) => unknown) =>
    commands.registerCommand(command, run);
  return Disposable.from(
    register(OPEN_COMMAND, (argument) => openLocation(argument, log)),
    register(SHOW_ARTICLES, showArticles),
    register('fihris.showLog', () => log.show()),
    register('fihris.restartServer', () => server.restart()),
    register('fihris.showUnreadable', () => showUnreadable(server)),
    register('fihris.toggleRightToLeft', toggleRightToLeft),
  );
}

/** Opens a span of a file of the workspace; anything else that a link may ask for is refused. */
async function openLocation(argument: unknown, log: LogOutputChannel): Promise<void> {
  const location = locationOf(argument);
  const uri = location && fileOfWorkspace(location.uri);
  if (!location || !uri) {
    log.warn(`${OPEN_COMMAND} was refused: ${JSON.stringify(argument)?.slice(0, 500)}`);
    return;
  }
  const { start, end } = location.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  try {
    await window.showTextDocument(uri, { selection });
  } catch (error) {
    log.warn(`${uri.fsPath} could not be opened: ${String(error)}`);
    window.showWarningMessage(paragraph(l10n.t('{0} could not be opened.', isolate(workspace.asRelativePath(uri)))));
  }
}

/** Shows places of articles in a peek view at the title that a code lens stands over; one alone is opened. */
async function showArticles(uri: unknown, position: unknown, places: unknown): Promise<void> {
  const here = locationOf({ uri, range: { start: position, end: position } });
  const file = here && fileOfWorkspace(here.uri);
  const locations = (Array.isArray(places) ? places : []).flatMap((place: unknown) => {
    const location = locationOf(place);
    const target = location && fileOfWorkspace(location.uri);
    if (!location || !target) return [];
    const { start, end } = location.range;
    return [new Location(target, new Range(start.line, start.character, end.line, end.character))];
  });
  if (!here || !file || locations.length === 0) return;
  const { line, character } = here.range.start;
  await commands.executeCommand('editor.action.goToLocations', file, new Position(line, character), locations, 'peek');
}

/** The URI of a file in one of the folders of the workspace, or null. */
export function fileOfWorkspace(text: string): Uri | null {
  try {
    const uri = Uri.parse(text, true);
    // What stands behind a `?` or `#` may be for the provider of another file system to act on.
    const isPlain = uri.query === '' && uri.fragment === '' && !climbs(uri.path);
    return isPlain && workspace.getWorkspaceFolder(uri) !== undefined ? uri : null;
  } catch {
    return null;
  }
}

async function showUnreadable(server: LanguageServer): Promise<void> {
  const unreadable = server.status?.unreadable ?? [];
  if (unreadable.length === 0) {
    window.showInformationMessage(paragraph(l10n.t('All files of the corpus could be read.')));
    return;
  }
  const chosen = await window.showQuickPick(
    unreadable.map(({ uri, reason }) => ({
      label: isolate(workspace.asRelativePath(Uri.parse(uri))),
      detail: reason,
      uri,
    })),
    { title: l10n.t('Files that could not be read'), matchOnDetail: true },
  );
  // Whatever kind of file it is, the editor has something that shows it or says why not.
  if (chosen) await commands.executeCommand('vscode.open', Uri.parse(chosen.uri));
}

const toggleRightToLeft = (): Promise<void> =>
  changeSetting('fihris', 'editor.rightToLeft', (fihris) => !fihris.get<boolean>('editor.rightToLeft'));
