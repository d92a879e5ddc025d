/**
 * Runs an extension's suite as the desktop VS Code does when @vscode/test-electron starts it, in the embedded one:
 *
 *     vscode-in-browser --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--user-data-dir=DIR]
 *                       [--extensions-dir=DIR] FOLDER
 *
 * Prints the extension host's console, and exits with the suite's code. Of the user data, the settings are read.
 * Other options of VS Code are accepted and mean nothing here.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkbench } from './browser.ts';
import type { Settings } from './serve.ts';

const SUITE_LIMIT_MS = 10 * 60_000;

/** What the embedded VS Code says of itself: its connection, its accounts, and its optional native modules, which are not built. */
const OF_ITSELF = [
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin extensions)/,
  /^\[(reconnection-grace-time|Service Worker|AgentHost\b.*|AccountPolicyGate)\]/,
  /^Error while fetching the extension under development .* is not a web extension/,
  /^(No search provider registered|Timed out waiting for authentication provider|Creation of workbench contribution)/,
  /^Ignoring fetching additional builtin extensions from gallery/,
  /@vscode\/(spdlog|native-watchdog)/,
  /^Canceled: Canceled/,
];

interface CommandLine {
  extensions: string[];
  tests: string;
  extensionsDir: string | undefined;
  settings: Settings;
  folder: string;
}

process.exitCode = await runSuite(readCommandLine(process.argv.slice(2)));

async function runSuite({ extensionsDir, ...options }: CommandLine): Promise<number> {
  let onExit: (code: number) => void = () => {};
  const end = new Promise<number>((resolve) => {
    onExit = resolve;
  });
  const workbench = await openWorkbench({
    ...options,
    ...(extensionsDir && { extensionsDir }),
    onExit: (code) => onExit(code),
    onLog: (type, args) => {
      if (OF_ITSELF.some((pattern) => pattern.test(args.join(' ')))) return;
      if (type === 'error') console.error(...args);
      else console.log(...args);
    },
  });
  try {
    return await workbench.recordFailure('extension-host', async () => {
      const tooLong = sleep(SUITE_LIMIT_MS, undefined, { ref: false }).then(() => {
        throw new Error(`The suite did not end within ${SUITE_LIMIT_MS / 60_000} minutes`);
      });
      const code = await Promise.race([end, tooLong]);
      if (code !== 0) await workbench.screenshot('extension-host');
      return code;
    });
  } finally {
    await workbench.close();
  }
}

function readCommandLine(args: string[]): CommandLine {
  const values = (name: string) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => resolve(arg.slice(name.length + 3)));
  const [folder] = args.filter((arg) => !arg.startsWith('--'));
  const [tests] = values('extensionTestsPath');
  if (folder === undefined || tests === undefined) throw new Error('A folder and --extensionTestsPath are needed');
  const [userData] = values('user-data-dir');
  const settingsFile = userData && join(userData, 'User', 'settings.json');
  return {
    extensions: values('extensionDevelopmentPath'),
    tests,
    extensionsDir: values('extensions-dir')[0],
    settings: settingsFile && existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : {},
    folder: resolve(folder),
  };
}
