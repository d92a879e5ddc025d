/**
 * Puts VS Code's own server (as code-server packs it for npm) into `.vscode-test/`, once.
 *
 * There is no desktop VS Code in npm or Debian; this is the same workbench and extension host. Nothing is
 * compiled: install scripts are off, because code-server's own fails on Kerberos headers, and ripgrep, node-pty
 * and the watcher bring their binaries. With everything present, nothing is asked of the network.
 *
 * Run as a program (`node test/host/install.ts`) it also sees to a browser and an Arabic typeface.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureArabicFont, findChromium } from './chromium.ts';
import { cleanEnvironment } from './environment.ts';
import { DOWNLOADS, NODE } from './paths.ts';

/** The VS Code of the test host. Before taking a newer one, see that the facts in test/browser/ still hold. */
export const VSCODE_VERSION = '1.139.1';

/** code-server counts as VS Code does, from 4 on. */
const CODE_SERVER_VERSION = VSCODE_VERSION.replace(/^1/, '4');

/** Gives the folder of VS Code's server (it holds `out/server-main.js`), after installing it where it is missing. */
export async function installServer(): Promise<string> {
  const home = join(DOWNLOADS, `code-server-${CODE_SERVER_VERSION}`);
  const server = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
  const marker = join(home, 'installed');
  if (existsSync(marker)) return server;

  console.log(`Installing VS Code's server (code-server ${CODE_SERVER_VERSION}) into ${home}: once, some 600 MB …`);
  const started = Date.now();
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{ "private": true }\n');
  await npmInstall(home, [`code-server@${CODE_SERVER_VERSION}`]);
  await npmInstall(server, ['--omit=dev']);
  await writeFile(marker, `${new Date().toISOString()}\n`);
  console.log(`VS Code's server is ready (${Math.round((Date.now() - started) / 1000)} s).`);
  return server;
}

async function npmInstall(folder: string, args: string[]): Promise<void> {
  const all = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args];
  const npm = spawn('npm', all, {
    cwd: folder,
    env: cleanEnvironment({ keepNpmConfig: true }),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [code] = await once(npm, 'exit');
  if (code !== 0) throw new Error(`"npm ${all.join(' ')}" failed with exit code ${code} in ${folder}`);
}

if (import.meta.main) {
  if (!existsSync(NODE)) throw new Error(`${NODE} is missing: run "npm ci" first`);
  ensureArabicFont();
  console.log(`Browser: ${findChromium()}`);
  console.log(`VS Code's server: ${await installServer()}`);
}
