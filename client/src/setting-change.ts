/** Settings that a command changes. */
import { ConfigurationTarget, l10n, type WorkspaceConfiguration, window, workspace } from 'vscode';
import { isolate, paragraph } from './labels.ts';

let last = Promise.resolve();

/**
 * Changes a setting where it is set: for the workspace if it is set there, else for the person. `next` is asked once earlier changes are
 * made, so that a quick second click goes on from the first; `undefined` takes the setting away. Never rejects: where it cannot be
 * written, a message says so.
 */
export function changeSetting<Value>(
  section: string,
  name: string,
  next: (settings: WorkspaceConfiguration) => Value | undefined,
): Promise<void> {
  last = last.then(async () => {
    const settings = workspace.getConfiguration(section);
    const inWorkspace = settings.inspect(name)?.workspaceValue !== undefined;
    const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    try {
      await settings.update(name, next(settings), target);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const what = isolate(`${section}.${name}`);
      void window.showErrorMessage(paragraph(l10n.t('The setting {0} could not be changed: {1}', what, isolate(why))));
    }
  });
  return last;
}
