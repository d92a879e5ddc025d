/**
 * All tests, one level after the other, saying what it does. Ends on a line `N passed, N failed`.
 *   node test/run.ts [level ...]      levels: check unit server hostile extension browser (default: all)
 * A level that fails does not keep the next ones from running: one run shows everything that is wrong.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A command as one test: it passes if it exits 0. `summed` commands print their own `N passed, N failed`, which counts instead. */
function command(name: string, file: string, args: readonly string[], summed = false): Promise<Count> {
  console.log(`\n▸ ${name}`);
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let last: Count | null = null;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      process.stdout.write(chunk);
      for (const [, passed, failed] of chunk.matchAll(/^(\d+) passed, (\d+) failed/gm))
        last = { passed: Number(passed), failed: Number(failed), skipped: 0 };
    });
    child.on('error', (error) => {
      console.error(`${name}: ${error.message}`);
      resolve({ passed: 0, failed: 1, skipped: 0 });
    });
    child.on('exit', (code) => {
      const failed = code === 0 ? 0 : 1;
      if (summed && last) resolve({ ...last, failed: Math.max(last.failed, failed) });
      else resolve({ passed: 1 - failed, failed, skipped: 0 });
    });
  });
}

/**
 * Test files by node:test, `concurrency` files at a time. `again`: a file with a failure is run once more after the others, and
 * its second run counts; what passed only then is named. For tests that move a real mouse over a workbench which redraws when it
 * likes (as the tests of github/vscode-codeql are tried again in CI): a defect fails twice.
 */
async function files(
  name: string,
  pattern: string,
  concurrency: number,
  { again = false }: { again?: boolean } = {},
): Promise<Count> {
  console.log(`\n▸ ${name}`);
  const found = globSync(pattern).sort();
  if (!found.length) {
    console.error(`no test matches ${pattern}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const first = await runFiles(found, concurrency);
  const failing = [...first].filter(([file, { failed }]) => file && failed > 0).map(([file]) => file);
  if (!again || !failing.length) return [...first.values()].reduce(add);

  console.log(`\n▸ once more: ${failing.join(', ')}`);
  const second = await runFiles(failing, concurrency);
  const mended = failing.filter((file) => second.get(file)?.failed === 0);
  if (mended.length) console.log(`Passed only the second time: ${mended.join(', ')}`);
  return [...new Map([...first, ...second]).values()].reduce(add);
}

/** What came of each file, by its name; under an empty name what a module beside them defines and reports. */
function runFiles(names: readonly string[], concurrency: number): Promise<Map<string, Count>> {
  return new Promise((resolve) => {
    const counts = new Map(['', ...names].map((name) => [name, { passed: 0, failed: 0, skipped: 0 }]));
    const stream = run({ files: names.map((name) => join(root, name)), concurrency });
    const count = (file: string | undefined, what: keyof Count) => {
      const of = counts.get(relative(root, file ?? root)) ?? counts.get('');
      if (of) of[what]++;
    };
    stream.on('test:pass', ({ skip, details, file }) => {
      if (details.type !== 'suite') count(file, skip === undefined ? 'passed' : 'skipped');
    });
    stream.on('test:fail', ({ details, file }) => {
      if (details.type !== 'suite') count(file, 'failed');
    });
    stream.on('end', () => resolve(counts));
    stream.compose(spec).pipe(process.stdout, { end: false });
  });
}

/** Test files that run side by side. A window with its editor, extension host, server and browser has work for two processors, and waits half of its time. */
const AT_ONCE = Math.max(2, availableParallelism());
const WINDOWS = Math.max(2, Math.floor(availableParallelism() / 2));

const node = process.execPath;
const bin = (tool: string) => join('node_modules', '.bin', tool);

const levels: Readonly<Record<string, () => Promise<Count>>> = {
  check: async () => {
    const format = await command('format and lint (biome)', bin('biome'), ['ci', '.']);
    const types = await command('types (tsc)', bin('tsc'), ['--noEmit']);
    const pages = await command('types of webview pages (tsc)', bin('tsc'), ['--noEmit', '-p', 'client/webview']);
    return add(format, add(types, pages));
  },
  unit: () => files('units', 'test/unit/**/*.test.ts', AT_ONCE),
  server: async () =>
    add(await build(), await files('built server and command line', 'test/server/**/*.test.ts', AT_ONCE)),
  hostile: async () =>
    add(
      await build(),
      await files('untrusted text, permissions, what is bundled (short form)', 'test/hostile/*.test.ts', 2),
    ),
  extension: async () =>
    add(await build(), await command('extension in a real VS Code', node, ['test/host/runTest.ts'], true)),
  browser: async () =>
    add(
      await build(),
      await files("a person's view in a real browser", 'test/browser/**/*.test.ts', WINDOWS, { again: true }),
    ),
};

let built: Promise<Count> | null = null;
/** Once a run. */
function build(): Promise<Count> {
  if (built) return Promise.resolve({ passed: 0, failed: 0, skipped: 0 });
  built = command('build (esbuild)', node, ['esbuild.mjs']);
  return built;
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((level) => !(level in levels));
if (unknown.length) {
  console.error(`unknown level ${unknown.join(', ')}; there are ${Object.keys(levels).join(', ')}`);
  process.exit(2);
}
if (!process.env.FIHRIS_CORPUS)
  console.log('FIHRIS_CORPUS names no folder: tests over the five real articles are skipped.');

let total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const [level, test] of Object.entries(levels))
  if (!wanted.length || wanted.includes(level)) total = add(total, await test());

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed ? 1 : 0);
