// Bundles the programs: language server with its threads, command line, editor extension and the pages of its webviews. `--watch` rebuilds
// on change, `--production` minifies, `--metafile=FILE` writes what esbuild says of what is in them.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { writeNotices } from './scripts/notices.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const metafile = /^--metafile=(.+)$/m.exec(process.argv.join('\n'))?.[1];

/**
 * `fdir` looks for `picomatch` on the disk when it is loaded: from a bundle that would be whatever code stands in a `node_modules` of some
 * folder above. It does without: it is not asked to match globs.
 */
const nothingFromDisk = {
  name: 'nothing-from-disk',
  setup(build) {
    build.onLoad({ filter: /[/\\]fdir[/\\]dist[/\\]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(/__require\.resolve\("picomatch"\);\s*pm = __require\("picomatch"\);/, '');
      if (contents === source) throw new Error(`${path} is another than the one that this was written for`);
      return { contents, loader: 'js' };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: production ? false : 'linked',
  minify: production,
  metafile: true,
  plugins: [nothingFromDisk],
  // Arabic stays readable in the output instead of \u escapes, which also makes the lexicon half as large.
  charset: 'utf8',
  logLevel: 'warning',
};

/** Some packages are CommonJS and call `require`, which an ES module has to make for itself; others import `createRequire` by its name. */
const requireInModules = {
  js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
};

/**
 * What reads names by a transformer is loaded only where the reader names one.
 * @type {esbuild.Plugin}
 */
const transformer = {
  name: 'transformer',
  setup(build) {
    build.onResolve({ filter: /^\.\/transformer\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './transformer.js', external: true } : null,
    );
  },
};

/**
 * The server is three programs, so that it answers before it has read what it does not need for that: a small one that starts it, the
 * server without the rules, and the program of the workers, which has them.
 * @type {esbuild.Plugin}
 */
const aside = {
  name: 'aside',
  setup(build) {
    build.onResolve({ filter: /\/recognition\.ts$/ }, () => ({
      path: resolve('server/src/corpus/recognition-aside.ts'),
    }));
  },
};

const builds = [
  {
    ...shared,
    entryPoints: { server: 'server/src/server.ts' },
    outdir: 'dist',
    format: 'esm',
    banner: requireInModules,
  },
  // One expression, which server.ts runs together with what was compiled of it before (server/src/corpus/compiled-program.ts).
  {
    ...shared,
    entryPoints: { serve: 'server/src/serve.ts' },
    outdir: 'dist',
    format: 'cjs',
    banner: { js: '(function (module, require, address) {' },
    footer: { js: '})' },
    define: { 'import.meta.url': 'address' },
    plugins: [nothingFromDisk, aside],
  },
  {
    ...shared,
    entryPoints: {
      recognizer: 'server/src/recognizer.ts',
      'file-reader': 'server/src/file-reader.ts',
      'word-finder': 'server/src/word-finder.ts',
    },
    outdir: 'dist',
    format: 'esm',
    banner: requireInModules,
    plugins: [nothingFromDisk, transformer],
  },
  {
    ...shared,
    entryPoints: { transformer: 'server/src/transformer.ts' },
    outdir: 'dist',
    format: 'esm',
    banner: requireInModules,
  },
  {
    ...shared,
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: 'dist',
    format: 'esm',
    banner: { js: `#!/usr/bin/env node\n${requireInModules.js}` },
    plugins: [nothingFromDisk, transformer],
  },
  // VS Code loads extensions as CommonJS.
  {
    ...shared,
    entryPoints: { extension: 'client/src/extension.ts' },
    outdir: 'dist',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  // The pages of webviews run in a browser: Electron's, or whichever shows VS Code.
  {
    ...shared,
    entryPoints: {
      reader: 'client/webview/reader/main.ts',
      concordance: 'client/webview/concordance/main.ts',
      dossier: 'client/webview/dossier/main.ts',
      timeline: 'client/webview/timeline/main.ts',
      network: 'client/webview/network/main.ts',
    },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
  },
];

/** The tagger's model lies beside the programs that read it. */
async function copyModel() {
  await mkdir('dist', { recursive: true });
  await copyFile('server/src/recognize/tagger/model.bin', 'dist/tagger.bin');
}

if (watch) {
  await copyModel();
  for (const context of await Promise.all(builds.map((options) => esbuild.context(options)))) await context.watch();
} else {
  await rm('dist', { recursive: true, force: true });
  await copyModel();
  const results = await Promise.allSettled(builds.map((options) => esbuild.build(options)));
  const metafiles = results.flatMap(({ value }) => value?.metafile ?? []);
  if (metafiles.length < builds.length) process.exitCode = 1;
  else writeNotices(metafiles);
  if (metafile !== undefined) await writeFile(metafile, JSON.stringify(metafiles));
}
