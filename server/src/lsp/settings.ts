/** The reader's settings `fihris.*`, from wherever the client keeps them. */
import type { Connection } from 'vscode-languageserver/node';
import { DEFAULT_INCLUDE } from '../corpus/paths.ts';
import type { ClientFeatures } from './client-features.ts';
import { describe } from './guard.ts';
import type { Settings } from './requests.ts';

export const DEFAULT_SETTINGS: Settings = {
  include: DEFAULT_INCLUDE,
  language: 'auto',
  inlayHints: true,
  codeLens: true,
};

/** Keys of the settings, as package.json has them. */
const INCLUDE = 'fihris.include';
const LANGUAGE = 'fihris.cards.language';
const INLAY_HINTS = 'fihris.inlayHints';
const CODE_LENS = 'fihris.codeLens';

/**
 * The settings for a folder: asked of the client where it can be asked, else those it sent with `initialize`, else the defaults. A
 * client may answer null for what it does not know.
 */
export async function readSettings(
  connection: Connection,
  features: ClientFeatures,
  folderUri: string,
): Promise<Settings> {
  const start = features.settings;
  const sent = settingsFrom({ ...start });
  if (!features.configuration) return sent;
  try {
    const [include, language, inlayHints, codeLens] = await connection.workspace.getConfiguration([
      { section: INCLUDE, scopeUri: folderUri },
      { section: LANGUAGE },
      { section: INLAY_HINTS },
      { section: CODE_LENS },
    ]);
    return settingsFrom({
      include: include ?? start?.include,
      language: language ?? start?.language,
      inlayHints: inlayHints ?? start?.inlayHints,
      codeLens: codeLens ?? start?.codeLens,
    });
  } catch (error) {
    connection.console.warn(`workspace/configuration: ${describe(error)}`);
    return sent;
  }
}

/** What has not the right shape is as if it were not there. */
export function settingsFrom({
  include,
  language,
  inlayHints,
  codeLens,
}: { readonly [Key in keyof Settings]?: unknown }): Settings {
  return {
    include:
      Array.isArray(include) && include.every((glob) => typeof glob === 'string') ? include : DEFAULT_SETTINGS.include,
    language: language === 'ar' || language === 'en' ? language : DEFAULT_SETTINGS.language,
    inlayHints: inlayHints !== false,
    codeLens: codeLens !== false,
  };
}
