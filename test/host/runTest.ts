/**
 * Runs the suites of `test/extension/` inside a real VS Code's extension host, on a copy of `examples/`: the desktop
 * VS Code that `$VSCODE_EXECUTABLE` names or that can be downloaded and shown, else the embedded one.
 */

import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { atExit } from './exit.ts';
import { VSCODE_VERSION } from './install.ts';
import { ROOT } from './paths.ts';

const EMBEDDED = join(ROOT, 'test', 'host', 'vscode-in-browser');

const extensionTestsPath = await bundleSuites();
const temporary = mkdtempSync(join(tmpdir(), 'fihris-ext-'));
atExit(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
const corpus = join(temporary, 'examples');
cpSync(join(ROOT, 'examples'), corpus, { recursive: true });

try {
  await runTests({
    vscodeExecutablePath: (await desktopVSCode()) ?? EMBEDDED,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath,
    launchArgs: [corpus, `--user-data-dir=${join(temporary, 'u')}`, `--extensions-dir=${join(temporary, 'e')}`],
  });
} catch (error) {
  if (!(error instanceof TestRunFailedError)) throw error;
  process.exitCode = error.code ?? 1;
}

/** Bundles every `test/extension/*.test.ts` with the runner: an extension host loads one CommonJS module. */
async function bundleSuites(): Promise<string> {
  const folder = join(ROOT, 'test', 'extension');
  const suites = globSync('*.test.ts', { cwd: folder }).sort();
  const outfile = join(ROOT, 'dist', 'test', 'extension.cjs');
  await esbuild.build({
    stdin: {
      contents: [...suites.map((suite) => `import './${suite}';`), "export { run } from './runner.ts';"].join('\n'),
      resolveDir: folder,
      sourcefile: 'suites.ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    charset: 'utf8',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/** The executable of a desktop VS Code, or undefined (after a line that says why) where there is none to be had. */
async function desktopVSCode(): Promise<string | undefined> {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return named;
  const embedded = (why: string) => console.log(`${why}: using the embedded VS Code ${VSCODE_VERSION} instead.`);
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    embedded('There is no display for a desktop VS Code');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode(VSCODE_VERSION);
  } catch (error) {
    embedded(`The desktop VS Code could not be downloaded (${error instanceof Error ? error.message : error})`);
    return undefined;
  }
}
