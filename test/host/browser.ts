/** Opens a VS Code workbench in headless Chromium, with an extension under development in it. */

import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureArabicFont, launchChromium } from './chromium.ts';
import { injectExtensions } from './inject.ts';
import { type Server, type Settings, serve } from './serve.ts';
import { Workbench } from './workbench.ts';

export interface OpenOptions {
  /** The folder to open. */
  folder: string;
  /** A file to open in it: a path relative to the folder, `:line` and `:column` may follow. */
  file?: string;
  /** Folders of the extensions under development. */
  extensions?: readonly string[];
  /** A CommonJS suite to run in the extension host; see `onLog` and `onExit`. */
  tests?: string;
  settings?: Settings;
  /** A folder of installed extensions; none without it. */
  extensionsDir?: string;
  theme?: 'light' | 'dark';
  /** The display language (BCP 47). VS Code's own words stay English where it has no language pack; extensions have theirs. */
  locale?: string;
  /** The size of the window in CSS pixels. */
  size?: { width: number; height: number };
  /** Added to the environment of the extension host. */
  env?: NodeJS.ProcessEnv;
  /** As of `serve`. */
  trust?: boolean;
  /** What the extension host writes to its console. Only with `tests`. */
  onLog?: (type: string, args: unknown[]) => void;
  /** The end of the suite: 0, or 1 when it failed. Only with `tests`. */
  onExit?: (code: number) => void;
}

const THEMES = { light: 'Light 2026', dark: 'Dark 2026' };

const OPEN_LIMIT_MS = 60_000;

/** Opens a workbench, and gives it once its window is drawn and the file, if any, stands in the editor. */
export async function openWorkbench(options: OpenOptions): Promise<Workbench> {
  const { folder, file, theme = 'light', size = { width: 1280, height: 800 } } = options;
  const isOnDisk = !/^\w+:\//.test(folder);
  if (isOnDisk && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${folder} is not a folder`);
  ensureArabicFont();

  const server = await serve({
    settings: { 'workbench.colorTheme': THEMES[theme], ...options.settings },
    ...(options.extensionsDir && { extensionsDir: options.extensionsDir }),
    ...(options.env && { env: options.env }),
    ...(options.trust && { trust: true }),
  });
  const browser = await launchChromium().catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const extensions = linked(options.extensions ?? []);
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(extensions.folder, { recursive: true, force: true });
  };

  try {
    const page = await browser.newPage({
      viewport: size,
      permissions: ['clipboard-read', 'clipboard-write'],
      colorScheme: theme,
    });
    const workbench = new Workbench(page, server, close);
    await workbench.recordFailure('open', async () => {
      await prepare(page, { ...options, extensions: extensions.paths });
      await page.goto(address(server, folder, file), { timeout: OPEN_LIMIT_MS });
      await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: OPEN_LIMIT_MS });
      if (file) await workbench.fileShown(file.replace(/(:\d+){1,2}$/, ''), OPEN_LIMIT_MS);
    });
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens a workbench, does something in it, and closes it. A failure leaves a screenshot and the server's log under
 * `test-results/`, named by `name`.
 */
export async function withWorkbench(
  name: string,
  options: OpenOptions,
  body: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench(options);
  try {
    await workbench.recordFailure(name, () => body(workbench));
  } finally {
    await workbench.close();
  }
}

/**
 * The extensions under a path of their own. The workbench drops every extension whose folder lies inside one that is under development,
 * and this project has the workbench itself inside its folder (`.vscode-test/`): its themes would be gone.
 */
function linked(extensions: readonly string[]): { folder: string; paths: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-extensions-'));
  const paths = extensions.map((extension, index) => {
    const path = join(folder, String(index));
    symlinkSync(extension, path, 'junction');
    return path;
  });
  return { folder, paths };
}

async function prepare(page: Page, { extensions = [], tests, onLog, onExit, locale }: OpenOptions): Promise<void> {
  // A language pack would say it so.
  if (locale)
    await page.addInitScript((language) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
    }, locale);
  if (onLog) await page.exposeFunction('codeAutomationLog', onLog);
  if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
  await injectExtensions(page, { extensions, tests });
}

function address({ url, port }: Server, folder: string, file: string | undefined): string {
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (file) {
    const path = encodeURI(join(folder, file));
    payload.push(['openFile', `vscode-remote://127.0.0.1:${port}${path}`], ['gotoLineMode', 'true']);
  }
  return `${url}&folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
