/**
 * `npm start [-- FOLDER]`: shows the built extension on a folder (`examples/` by default), in the VS Code that is
 * installed, or else in the embedded one, whose address it prints. Ends with exit code 2 for a folder that is none.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findOnPath } from './chromium.ts';
import { serveForPerson } from './embedded.ts';
import { ROOT } from './paths.ts';

const folder = readFolder(process.argv.slice(2));
if (!(await openInstalled(folder))) await showEmbedded(folder);

function readFolder(args: string[]): string {
  if (args.length > 1) wrongUse('one folder at most: npm start [-- FOLDER]');
  const [named] = args;
  if (named === undefined) return join(ROOT, 'examples');
  // npm runs scripts in the package's folder; INIT_CWD is where the person stood.
  const path = resolve(process.env.INIT_CWD ?? '.', named);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) wrongUse(`${path} is not a folder`);
  return path;
}

function wrongUse(message: string): never {
  console.error(`fihris: ${message}`);
  process.exit(2);
}

/** Opens the installed VS Code with the extension under development; false where there is none, or it refuses. */
async function openInstalled(path: string): Promise<boolean> {
  if (!['code', 'code.cmd'].some(findOnPath)) return false;
  const code = spawn('code', [`--extensionDevelopmentPath=${ROOT}`, path], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [exitCode] = await once(code, 'exit');
  if (exitCode === 0) console.log(`VS Code opens ${path}.`);
  else console.log(`"code" ended with exit code ${exitCode}: using the embedded VS Code instead.`);
  return exitCode === 0;
}

/** Serves until Ctrl+C; the server and its profile go with this process (see exit.ts). */
async function showEmbedded(path: string): Promise<void> {
  const { url } = await serveForPerson(path, ROOT);
  console.log(`\nFihris is ready on ${path}. Open this address in a browser (Chrome, Edge or Firefox):\n`);
  console.log(`    ${url}\n`);
  console.log('Ctrl+C ends it.');
}
