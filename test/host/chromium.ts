/** The browser that shows the workbench, and an Arabic typeface for it: found, or installed from Debian's packages. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chromium, Chrome or Edge: `$CHROMIUM`, one on the PATH, one in its usual place, or else Debian's,
 * which is then installed. Throws one message that says what to install where none can be had.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist`);
  }
  const found = firstChromium() ?? (aptInstall('chromium') ? firstChromium() : undefined);
  if (found) return found;
  throw new Error(
    'No Chromium, Chrome or Edge was found. Install one ("apt-get install chromium" on Debian), or name it in the environment variable CHROMIUM.',
  );
}

/** Starts the browser without a window. It ends with this process at the latest. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // A signal ends this process (see exit.ts), and playwright ends the browser when the process ends.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** The path of a command on the PATH, if there is one. */
export function findOnPath(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

/**
 * Sees to a proportional Arabic typeface on Linux. Without one the tests still run, on whatever draws Arabic there,
 * so a machine that cannot install it gets one line of warning.
 */
export function ensureArabicFont(): void {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=ar', 'family'], { encoding: 'utf8' }).stdout ?? '';
  if (/Noto (Naskh|Sans) Arabic|Amiri/.test(fonts) || aptInstall('fonts-noto-core')) return;
  console.warn('No Noto or Amiri typeface for Arabic was found: install fonts-noto-core for a readable text.');
}

function firstChromium(): string | undefined {
  return COMMANDS.map(findOnPath).find((path) => path !== undefined) ?? ELSEWHERE.find((path) => existsSync(path));
}

/** Installs a Debian package; false where that is not possible (no apt-get, not root, or it failed). */
function aptInstall(name: string): boolean {
  if (process.getuid?.() !== 0 || !findOnPath('apt-get')) return false;
  console.log(`Installing ${name} (apt-get) …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', name);
  return install() || (apt('update') && install());
}
