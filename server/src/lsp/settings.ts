/** The reader's settings `fihris.*`, from wherever the client keeps them. */

import { DEFAULT_INCLUDE } from '../corpus/paths.ts';
import type { ClientFeatures } from './client-features.ts';
import { describe } from './guard.ts';
import type { Connection } from './protocol.ts';
import type { Settings } from './requests.ts';

export const DEFAULT_SETTINGS: Settings = {
  include: DEFAULT_INCLUDE,
  language: 'auto',
  upToArticleDate: false,
  inlayHints: true,
  codeLens: true,
  contradictions: true,
};

/** Keys of the settings, as package.json has them. */
const KEYS: Readonly<Record<keyof Settings, string>> = {
  include: 'fihris.include',
  language: 'fihris.cards.language',
  upToArticleDate: 'fihris.cards.upToArticleDate',
  inlayHints: 'fihris.inlayHints',
  codeLens: 'fihris.codeLens',
  contradictions: 'fihris.contradictions',
};
const NAMES = Object.keys(KEYS) as (keyof Settings)[];

/**
 * The settings for a folder: asked of the client where it can be asked, else those it sent with `initialize`, else the defaults. A
 * client may answer null for what it does not know.
 */
export async function readSettings(
  connection: Connection,
  features: ClientFeatures,
  folderUri: string,
): Promise<Settings> {
  const sent = features.settings ?? {};
  if (!features.configuration) return settingsFrom(sent);
  try {
    const asked = NAMES.map((name) =>
      name === 'include' ? { section: KEYS[name], scopeUri: folderUri } : { section: KEYS[name] },
    );
    const answers: unknown[] = await connection.workspace.getConfiguration(asked);
    const known = NAMES.flatMap((name, index) => (answers[index] == null ? [] : [[name, answers[index]]]));
    return settingsFrom({ ...sent, ...Object.fromEntries(known) });
  } catch (error) {
    connection.console.warn(`workspace/configuration: ${describe(error)}`);
    return settingsFrom(sent);
  }
}

/** What has not the right shape is as if it were not there. */
export function settingsFrom(values: Readonly<Partial<Record<keyof Settings, unknown>>>): Settings {
  const { include, language } = values;
  const flag = <Key extends 'upToArticleDate' | 'inlayHints' | 'codeLens' | 'contradictions'>(key: Key) => {
    const value = values[key];
    return typeof value === 'boolean' ? value : DEFAULT_SETTINGS[key];
  };
  return {
    include:
      Array.isArray(include) && include.every((glob) => typeof glob === 'string') ? include : DEFAULT_SETTINGS.include,
    language: language === 'ar' || language === 'en' ? language : DEFAULT_SETTINGS.language,
    upToArticleDate: flag('upToArticleDate'),
    inlayHints: flag('inlayHints'),
    codeLens: flag('codeLens'),
    contradictions: flag('contradictions'),
  };
}
