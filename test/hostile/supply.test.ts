/** What is in the programs besides ours: whose it is, under which licence, and what of the system it can reach. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Metafile } from 'esbuild';
import { packagesIn } from '../../scripts/notices.mjs';
import { isFull } from './form.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

let metafiles: readonly Metafile[] = [];
before(() => {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-metafile-'));
  const file = join(folder, 'metafile.json');
  execFileSync(process.execPath, ['esbuild.mjs', `--metafile=${file}`], { cwd: root });
  metafiles = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
});

const PROGRAMS = readdirSync(join(root, 'dist')).filter((file) => /\.c?js$/.test(file));

const packageOf = (path: string): string => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;

test('each package in the bundles is in the notices with the text of its licence', () => {
  const packages = packagesIn(metafiles);
  assert.ok(packages.length > 20);
  const notices = read('dist/ThirdPartyNotices.txt');
  for (const { name, version, licence, texts } of packages) {
    assert.ok(notices.includes(`\n${name} ${version} (${licence})\n`), `${name} ${version}`);
    for (const text of texts) assert.ok(text.length > 200 && notices.includes(text), `${name}: its licence`);
    assert.match(licence, /^(?:MIT|ISC|BSD-3-Clause|BlueOak-1\.0\.0|Apache-2\.0)$/, name);
  }
  for (const data of ['CLDR', 'faker', 'ANT Corpus', 'Wikipedia', 'ANERcorp', 'AQMAR'])
    assert.ok(notices.includes(data), `${data} is not in the notices`);
});

test('every dependency is named in docs/dependencies.md, and every one at run time is in a bundle', () => {
  const document = read('docs/dependencies.md');
  for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)])
    assert.ok(document.includes(`\`${name}\``), `${name} is not in docs/dependencies.md`);
  const bundled = new Set(packagesIn(metafiles).map(({ name }: { name: string }) => name));
  for (const name of Object.keys(manifest.dependencies))
    assert.ok(bundled.has(name) || [...bundled].some((each) => each.startsWith(`${name}-`)), `${name} is in no bundle`);
});

test('what is bundled is no package for development only, and the lock file says what each package must be', () => {
  for (const { name, version } of packagesIn(metafiles)) {
    const locked = Object.entries<{ version?: string; dev?: boolean }>(lock.packages).filter(
      ([path, entry]) => path !== '' && packageOf(path) === name && entry.version === version,
    );
    assert.ok(locked.length > 0, `${name} ${version} is not locked`);
    assert.ok(
      locked.some(([, { dev }]) => dev !== true),
      `${name} is locked for development only`,
    );
  }
  for (const [path, { integrity, link }] of Object.entries<Record<string, string>>(lock.packages))
    if (path !== '' && !link) assert.match(integrity ?? '', /^sha512-/, path);
});

/** What reaches out of a program, with who may import it and why it is never used for that. */
const REACHING: Readonly<Record<string, readonly string[]>> = {
  // The client starts the server, its library could.
  child_process: ['client/src/server-process.ts', 'vscode-languageclient', 'vscode-languageserver', 'commander'],
  // Pipes between an editor and a server that ask for one; ours speak by standard streams.
  net: ['vscode-jsonrpc'],
  worker_threads: [
    'server/src/corpus/recognizer-pool.ts',
    'server/src/recognizer.ts',
    'server/src/corpus/reading-thread.ts',
    'server/src/file-reader.ts',
    'server/src/corpus/unread-articles.ts',
    'server/src/word-finder.ts',
  ],
  // `gc` alone: runInNewContext('gc'); the server itself, which lies beside the program that starts it.
  vm: ['server/src/corpus/give-back.ts', 'server/src/corpus/compiled-program.ts'],
};
const OUTSIDE = new Set([
  ...Object.keys(REACHING),
  ...[
    'http',
    'https',
    'http2',
    'dns',
    'dns/promises',
    'tls',
    'dgram',
    'cluster',
    'inspector',
    'repl',
    'wasi',
    'sqlite',
  ],
]);

test('no bundle imports what reaches the network or starts programs, but for the lists above', () => {
  const seen = new Set<string>();
  for (const { inputs, outputs } of metafiles)
    for (const output of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        if (bytesInOutput === 0) continue;
        for (const { path, external } of inputs[input]?.imports ?? []) {
          const module = path.replace(/^node:/, '');
          if (!external || !builtinModules.includes(module) || !OUTSIDE.has(module)) continue;
          const who = packageOf(input);
          assert.ok(REACHING[module]?.includes(who), `${input} imports ${path}`);
          seen.add(`${module} ${who}`);
        }
      }
  // The lists name nobody who is not there.
  for (const [module, all] of Object.entries(REACHING))
    for (const who of all) assert.ok(seen.has(`${module} ${who}`), `${who} does not import ${module} any more`);
});

test('no program names what fetches by itself, nor what makes code of text', () => {
  const words =
    /(?<![.\w#])(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection|WebTransport)\s*\(|\bnew\s+(?:Function|WebSocket|EventSource|XMLHttpRequest|Worker|SharedWorker|Image)\b|\beval\s*\(|\bnavigator\.(?:sendBeacon|serviceWorker)/g;
  const allowed: Readonly<Record<string, readonly string[]>> = {
    // The thread that reads files for answers.
    'server.js': ['new Worker'],
    'serve.js': ['new Worker'],
    'cli.js': ['new Worker'],
    // Cytoscape's pictures of nodes: ours have none, and the page's policy lets none be loaded.
    'network.js': ['new Image'],
  };
  for (const file of PROGRAMS) {
    const code = read(`dist/${file}`).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const found = [...code.matchAll(words)].map(([word]) => word).filter((word) => !allowed[file]?.includes(word));
    assert.deepEqual(found, [], file);
  }
});

test('a bundle requires what Node and the editor have, and no package from the disk', () => {
  for (const file of PROGRAMS)
    for (const [, name = ''] of read(`dist/${file}`).matchAll(
      /\b(?:__)?require\d*(?:\.resolve)?\(\s*["']([^"']+)["']\s*\)/g,
    ))
      assert.ok(name === 'vscode' || builtinModules.includes(name.replace(/^node:/, '')), `${file} requires ${name}`);
});

test('pages make elements and text, never markup: no page of ours writes HTML', () => {
  for (const file of ['reader.js', 'concordance.js', 'dossier.js']) {
    assert.doesNotMatch(
      read(`dist/${file}`),
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|setHTMLUnsafe|DOMParser)\b/,
      file,
    );
  }
});

test('a list of materials (CycloneDX) has every package that is bundled', {
  skip: !isFull && 'in the full form',
}, () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/sbom.mjs'], { cwd: root, encoding: 'utf8' });
  assert.match(stdout, /^\{/, stderr);
  const { bomFormat, components } = JSON.parse(stdout);
  assert.equal(bomFormat, 'CycloneDX');
  const listed = new Set(
    components.map(
      ({ group, name, version }: Record<string, string>) => `${group ? `${group}/` : ''}${name} ${version}`,
    ),
  );
  for (const { name, version } of packagesIn(metafiles))
    assert.ok(listed.has(`${name} ${version}`), `${name} ${version}`);
});

test('the package is the same from two builds', { skip: !isFull && 'in the full form; npm run package:check' }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  // Built for the package, without what tests read.
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root });
});
