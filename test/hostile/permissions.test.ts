/** What Fihris may do: the built programs with the network and other programs trapped, and what the manifest says of trust. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { TestClient } from '../server/client.ts';
import { remove, writeFolders } from './corpora.ts';
import { isFull } from './form.ts';
import { checkAnswer, isInFolder } from './harmless.ts';
import { PAYLOADS } from './payloads.ts';
import { EDITOR, indexed, saidOf, saidOfSettings } from './surfaces.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'fihris-trap-')));
const trapped = join(scratch, 'log');
const storage = join(scratch, 'storage');
const elsewhere = join(scratch, 'elsewhere');
after(() => remove(scratch));

const SECRET = 'سر لا يخص هذه المجموعة';
const REPORT = `خبر\n\nبغداد – 3 آذار 2019\n\nقال وزير الداخلية العراقي كريم عبد الله الطائي إن الحدود آمنة.\n`;

/** A corpus that points out of itself in every way there is. */
function corpusThatPointsOut(): string {
  const folder = join(scratch, 'corpus');
  mkdirSync(folder);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'secret.txt'), `${REPORT}\nقال ${SECRET} الوزير.\n`);
  writeFileSync(join(folder, 'a.txt'), REPORT);
  symlinkSync(join(elsewhere, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(elsewhere, join(folder, 'linked'));
  symlinkSync('../elsewhere/secret.txt', join(folder, 'relative.txt'));
  const away = ['../elsewhere/secret.txt', join(elsewhere, 'secret.txt'), 'linked/secret.txt', 'link.txt'];
  writeFileSync(
    join(folder, 'fihris.yaml'),
    `name: x
include: ['**/*.txt', '../**/*.txt', ${away.map((path) => JSON.stringify(path)).join(', ')}, 'linked/**']
dates:
${away.map((path) => `  ${JSON.stringify(path)}: 2020-01-02\n`).join('')}corrections:
${away.map((path) => `  - hide: { in: ${JSON.stringify(path)}, mention: بغداد }\n  - different: [كريم عبد الله الطائي, { in: ${JSON.stringify(path)}, mention: الوزير }]\n  - { office: وزير الدفاع العراقي, of: كريم عبد الله الطائي, in: ${JSON.stringify(path)} }\n`).join('')}`,
  );
  return folder;
}

function environment(folders: readonly string[]): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'trap.mjs')).href}`,
    FIHRIS_TRAP_LOG: trapped,
    // Linux says in /proc and /sys how much memory and how many processors there are.
    FIHRIS_TRAP_FOLDERS: [dist, storage, '/proc', '/sys', ...folders].join('\n'),
    // What is compiled of the programs is kept there.
    XDG_CACHE_HOME: storage,
    LOCALAPPDATA: storage,
  };
}

const sprung = (): string => (existsSync(trapped) ? readFileSync(trapped, 'utf8') : '');

test('the trap is one', () => {
  const run = (code: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      env: { ...process.env, ...environment([]) },
    });
  for (const [code, told] of [
    ['await fetch("http://127.0.0.1:9")', 'globalThis.fetch'],
    ['import { connect } from "node:net"; connect(9)', 'net.connect'],
    ['import { get } from "node:https"; get("https://evil.example")', 'https.get'],
    ['import { lookup } from "node:dns/promises"; await lookup("evil.example")', 'dns.promises.lookup'],
    ['import { execFile } from "node:child_process"; execFile("true")', 'child_process.execFile'],
    ['import { readFileSync } from "node:fs"; readFileSync("/etc/hostname")', 'fs.readFileSync /etc/hostname'],
    ['import { open } from "node:fs/promises"; await open("/etc/hostname")', 'fs.open /etc/hostname'],
  ] as const) {
    run(code);
    assert.ok(sprung().includes(told), `${told} is not trapped: ${sprung()}`);
  }
  remove(trapped);
});

test('a server that reads hostile articles opens nothing outside the folder, reaches no network and starts no program', async () => {
  const [top, folders] = writeFolders(PAYLOADS.filter((_, index) => index % (isFull ? 8 : 40) === 0));
  const pointing = corpusThatPointsOut();
  const paths = [pointing, ...folders.map(({ path }) => path)];
  const before = { ...process.env };
  Object.assign(process.env, environment([realpathSync(top), top, pointing]));
  try {
    const client = await TestClient.start({
      folders: paths,
      locale: 'ar',
      capabilities: EDITOR,
      initializationOptions: { richCards: true, asksForCorrections: true, storage },
    });
    Object.assign(process.env, { NODE_OPTIONS: before.NODE_OPTIONS ?? '' });
    try {
      const { articles } = await indexed(client);
      assert.ok(articles > 12 * folders.length);
      const uri = pathToFileURL(join(pointing, 'a.txt')).href;
      const settings = pathToFileURL(join(pointing, 'fihris.yaml')).href;
      await client.open(settings, readFileSync(join(pointing, 'fihris.yaml'), 'utf8'), 'yaml');
      const inside = isInFolder(pointing);
      for await (const { method, answer } of saidOf(client, uri, 10, new Set())) {
        checkAnswer(answer, method, inside);
        assert.ok(!JSON.stringify(answer ?? null).includes(SECRET), method);
      }
      for await (const { method, answer } of saidOfSettings(
        client,
        settings,
        readFileSync(join(pointing, 'fihris.yaml'), 'utf8'),
      ))
        assert.ok(!JSON.stringify(answer ?? null).includes(SECRET), method);
      // What is asked of outside is answered as of no article.
      for (const away of [
        join(elsewhere, 'secret.txt'),
        join(pointing, 'link.txt'),
        join(pointing, 'linked/secret.txt'),
      ])
        for (const method of ['fihris/reading', 'fihris/marks', 'fihris/article'])
          assert.equal(await client.request(method, { uri: pathToFileURL(away).href }), null, away);
      for (const { path, files } of folders.slice(0, isFull ? 3 : 1))
        for (const file of files.filter(({ path: each }) => each.endsWith('.txt')))
          for await (const _ of saidOf(client, pathToFileURL(join(path, file.path)).href, 2, new Set()));
    } finally {
      await client.stop();
    }
    assert.equal(sprung(), '');
  } finally {
    process.env = before;
    remove(top);
  }
});

test('so does the command line', () => {
  const folder = join(scratch, 'corpus');
  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
      input,
      encoding: 'utf8',
      env: { ...process.env, ...environment([folder, join(scratch, 'index'), scratch]) },
    });
  const facts = run(['facts'], `${JSON.stringify({ path: 'a.txt', text: REPORT })}\n`).stdout;
  for (const args of [
    ['export', folder],
    ['agreements', folder],
    ['events', folder],
    ['card', 'كريم عبد الله الطائي', folder],
    ['explain', '--folder', folder, `${join(folder, 'a.txt')}:5:10`],
  ]) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 0, stderr);
    assert.ok(!stdout.includes(SECRET) && !stderr.includes(SECRET), args[0]);
  }
  assert.equal(run(['resolve', '-', '-o', join(scratch, 'index')], facts).status, 0);
  assert.equal(sprung(), '');
});

test('the manifest says what works in a folder that is not trusted, and in one without a disk', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces.supported, 'limited');
  assert.equal(virtualWorkspaces.supported, 'limited');
  const texts = ['package.nls.json', 'package.nls.ar.json'].map((file) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')),
  );
  for (const { description } of [untrustedWorkspaces, virtualWorkspaces])
    for (const text of texts) assert.ok(text[description.slice(1, -1)].length > 40, description);
  assert.match(texts[0]['capabilities.untrustedWorkspaces'], /fihris\.index/);
});

test('a setting that names a file is not taken from a folder that is not trusted', () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const settings = Object.entries<{ type: string; enum?: unknown; scope: string }>(
    manifest.contributes.configuration.properties,
  );
  const free = settings.filter(([, { type, enum: values }]) => type === 'string' && values === undefined);
  assert.deepEqual(
    free.map(([name]) => name),
    restrictedConfigurations,
    'a text of any kind may be a path',
  );
  for (const [name, { scope }] of free) assert.match(scope, /^machine/, `${name} does not go from machine to machine`);
  for (const [name] of settings) assert.match(name, /^fihris\./);
});

test('nothing of a folder is executed or debugged, and nothing is reported', () => {
  const { contributes, activationEvents } = manifest;
  for (const point of ['debuggers', 'taskDefinitions', 'terminal', 'problemMatchers', 'authentication', 'breakpoints'])
    assert.equal(contributes[point], undefined, point);
  assert.ok(!activationEvents.includes('*'));
  assert.ok(!JSON.stringify(manifest).includes('telemetry'));
  assert.equal(manifest.enabledApiProposals, undefined);
});
