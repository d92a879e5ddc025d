/** `npm start` without a VS Code installed: the address it prints opens the folder, with the built extension in it. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { launchChromium } from '../host/chromium.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { installServer } from '../host/install.ts';
import { NODE, ROOT } from '../host/paths.ts';
import { Workbench } from '../host/workbench.ts';

const START = join(ROOT, 'test', 'host', 'start.ts');

/** A PATH without `code`. */
const ENVIRONMENT = { ...process.env, PATH: dirname(NODE) };

/** The list of running extensions draws only the rows in sight. */
const TALL = { width: 1280, height: 2400 };

test('the address opens the folder with the extension in it; Ctrl+C ends the server', async () => {
  await installServer();
  const folder = temporaryFolder({ 'لقاء.txt': 'التقى وزير الصحة الليبي عمر الورفلي نظيره المصري في القاهرة.\n' });
  const start = spawn(NODE, [START, folder], { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(start, 'exit');
  const browser = await launchChromium();
  try {
    const url = await firstAddress(start.stdout);
    const page = await browser.newPage({ viewport: TALL });
    await page.goto(url);
    const workbench = new Workbench(page, { log: () => '' }, () => browser.close());
    await workbench.recordFailure('start', async () => {
      await page.locator('.monaco-workbench .part.editor').waitFor();
      await workbench.openFile('لقاء.txt');
      await workbench.runCommand('Developer: Show Running Extensions');
      await eventually('the extension among those that are active', () =>
        page.locator('.runtime-extensions-editor .extension', { hasText: 'Fihris' }).isVisible(),
      );
    });

    start.kill('SIGINT');
    assert.deepEqual(await ended, [130, null]);
    await assert.rejects(fetch(url), 'the server still answers');
  } finally {
    start.kill();
    await browser.close();
  }
});

test('a folder that is none: one line, and exit code 2', () => {
  const missing = join(ROOT, 'لا-شيء');
  const { status, stdout, stderr } = spawnSync(NODE, [START, missing], { encoding: 'utf8', env: ENVIRONMENT });
  assert.deepEqual(
    { status, stdout, stderr },
    { status: 2, stdout: '', stderr: `fihris: ${missing} is not a folder\n` },
  );
});

async function firstAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const found = /http:\/\/\S+/.exec(line)?.[0];
    if (found) return found;
  }
  throw new Error('npm start ended without an address');
}
