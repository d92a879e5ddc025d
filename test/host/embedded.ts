/** The embedded VS Code for a person: an address to open in a browser of their own, with the extension in it. */

import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './exit.ts';
import { type Server, serve } from './serve.ts';

/**
 * Serves VS Code with one extension installed. In a person's browser nothing can be injected into the page (see
 * inject.ts), so the extension's folder is linked into a folder of installed extensions.
 *
 * @returns the server, its `url` being the whole address that opens the folder.
 */
export async function serveForPerson(folder: string, extension: string): Promise<Server> {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const extensionsDir = mkdtempSync(join(tmpdir(), 'fihris-extensions-'));
  const removeExtensions = () => rmSync(extensionsDir, { recursive: true, force: true });
  const forget = atExit(removeExtensions);
  symlinkSync(extension, join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');

  const server = await serve({ extensionsDir });
  return {
    ...server,
    url: `${server.url}&folder=${encodeURIComponent(folder)}`,
    stop: async () => {
      await server.stop();
      removeExtensions();
      forget();
    },
  };
}
