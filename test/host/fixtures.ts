/** Folders that a test makes for itself: articles, and small extensions that stand for the real one. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atExit } from './exit.ts';

/** Makes a temporary folder of files (relative path and text), which goes when the process ends. Gives its path. */
export function temporaryFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-fixture-'));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/**
 * Makes an extension `test.tiny` in a temporary folder, and gives the folder's path.
 *
 * @param source the body of its CommonJS module, which exports `activate`; `vscode` is there.
 * @param contributes its contributions: commands, views.
 * @param capabilities what it does in a folder that is not trusted.
 */
export function tinyExtension(source: string, contributes: object = {}, capabilities: object = {}): string {
  return temporaryFolder({
    'package.json': JSON.stringify({
      publisher: 'test',
      name: 'tiny',
      version: '0.0.1',
      engines: { vscode: '^1.100.0' },
      main: './extension.js',
      activationEvents: ['onStartupFinished'],
      contributes,
      capabilities,
    }),
    'extension.js': `const vscode = require('vscode');\n${source}`,
  });
}
