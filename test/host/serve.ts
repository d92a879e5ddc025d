/**
 * A running VS Code server on loopback, with its own empty profile. It is the same server that VS Code runs on a
 * remote machine: it serves the workbench to a browser and runs the extension host.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment } from './environment.ts';
import { atExit } from './exit.ts';
import { installServer } from './install.ts';
import { NODE } from './paths.ts';

/** User settings (`settings.json`): a setting's name and its value. */
export type Settings = Record<string, unknown>;

export interface ServeOptions {
  /** Added to the default settings of the test host, and stronger than they are. */
  settings?: Settings;
  /** A folder of installed extensions. Without it, none are installed. */
  extensionsDir?: string;
  /** Added to the environment of the server, and so of the extension host. */
  env?: NodeJS.ProcessEnv;
  /** Folders are trusted only if a person says so, where the settings ask for that; else all are. */
  trust?: boolean;
}

export interface Server {
  /** The address without path or query, such as `http://127.0.0.1:40123`. */
  origin: string;
  /** The address to open in a browser. It holds the secret that the server asks for; add `&folder=…`. */
  url: string;
  port: number;
  /** The last lines that the server printed, for the message of a failure. */
  log(): string;
  /** Ends the server with everything it started, and deletes its profile. */
  stop(): Promise<void>;
}

/** A quiet workbench: no AI panels, no welcome page, no telemetry, no updates, nothing saved behind a test's back. */
const DEFAULT_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'editor.emptySelectionClipboard': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** No marketplace: nothing is looked up elsewhere. */
const ENVIRONMENT = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

const START_LIMIT_MS = 60_000;
const LOG_LINES = 40;

/** Starts a server, and gives it once it listens. */
export async function serve({
  settings = {},
  extensionsDir,
  env = {},
  trust = false,
}: ServeOptions = {}): Promise<Server> {
  const folder = await installServer();
  const profile = mkdtempSync(join(tmpdir(), 'fihris-vscode-'));
  const userData = join(profile, 'data', 'User');
  mkdirSync(userData, { recursive: true });
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }, undefined, 2));

  const secret = randomBytes(16).toString('hex');
  const child = spawn(
    NODE,
    [
      join(folder, 'out', 'server-main.js'),
      '--host=127.0.0.1',
      '--port=0',
      `--connection-token=${secret}`,
      `--server-data-dir=${profile}`,
      `--extensions-dir=${extensionsDir ?? join(profile, 'extensions')}`,
      '--accept-server-license-terms',
      '--telemetry-level=off',
      '--disable-telemetry',
      '--disable-update-check',
      ...(trust ? [] : ['--disable-workspace-trust']),
      '--disable-getting-started-override',
    ],
    // Its own process group: the server starts an extension host, a file watcher and others, and all must end with it.
    { detached: true, env: { ...cleanEnvironment(), ...ENVIRONMENT, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = new OutputTail(child);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

  const end = () => {
    killGroup(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = atExit(end);
  const stop = async () => {
    killGroup(child);
    await gone;
    end();
    forget();
  };

  try {
    const port = Number(await output.waitFor(/Extension host agent listening on (\d+)/));
    const origin = `http://127.0.0.1:${port}`;
    return { origin, url: `${origin}/?tkn=${secret}`, port, log: () => output.text(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a process prints, less the many lines about its missing optional native logger: the last lines are kept. */
class OutputTail {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  #onLine: ((line: string) => void) | undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) this.#take(line);
      });
    }
  }

  text(): string {
    return this.#lines.join('\n');
  }

  /** Gives the first group of the first line that matches. Throws when the process ends, or stays silent too long. */
  waitFor(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (what: string) => reject(new Error(`VS Code's server ${what}. It printed:\n${this.text()}`));
      const timer = setTimeout(() => fail(`did not start within ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS);
      this.#child.once('error', (error) => fail(`could not be started (${error.message})`));
      this.#child.once('exit', (code, signal) => {
        clearTimeout(timer);
        fail(`ended before it listened (${signal ?? `exit code ${code}`})`);
      });
      this.#onLine = (line) => {
        const found = pattern.exec(line)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      };
    });
  }

  #take(line: string): void {
    this.#onLine?.(line);
    if (line.trim() === '' || line.includes('spdlog') || /^\s+at /.test(line)) return;
    this.#lines.push(line);
    if (this.#lines.length > LOG_LINES) this.#lines.shift();
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
