/** Hostile articles on the built command line: nothing of them is a command to the terminal, and tables and JSON stay what they are. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { displayable } from '../../server/src/features/pieces.ts';
import { type HostileFolder, remove, textOf, writeFolders } from './corpora.ts';
import { isFull, some } from './form.ts';
import { checkIsolates, shown } from './harmless.ts';
import { PAYLOADS } from './payloads.ts';

const program = join(import.meta.dirname, '../../dist/cli.js');
const [top, folders] = writeFolders(some(PAYLOADS, 25));
const scratch = mkdtempSync(join(tmpdir(), 'fihris-hostile-cli-'));
const [together] = writeFolders(some(PAYLOADS, 25), { settings: false });
after(() => {
  remove(top);
  remove(together);
  remove(scratch);
});

function run(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  const done = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 29,
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
  });
  assert.equal(done.error, undefined);
  return done;
}

/** What a terminal may be shown: lines of text. */
function checkTerminal(text: string, where: string): void {
  for (const line of text.split('\n')) {
    assert.doesNotMatch(line, /(?!\t)\p{Cc}/u, `${where}: a control character in ${shown(line)}`);
    assert.doesNotMatch(line, /[\u202A-\u202E]/, `${where}: an override or embedding in ${shown(line)}`);
    assert.doesNotMatch(line, /\p{Cs}/u, `${where}: half a surrogate pair`);
    assert.doesNotMatch(line, /[\u2028\u2029]/, `${where}: a line separator in ${shown(line)}`);
    checkIsolates(line, where);
  }
}

function checkRun(args: readonly string[], { input = '', status = 0 } = {}): string {
  const done = run(args, input);
  const where = args[0] ?? '';
  assert.equal(done.status, status, done.stderr);
  checkTerminal(done.stdout, where);
  checkTerminal(done.stderr, `${where}, standard error`);
  for (const line of done.stderr.trimEnd().split('\n'))
    if (line !== '') assert.match(line, /^fihris: /, `${where}: a line of somebody else's on standard error`);
  return done.stdout;
}

const articles = folders.reduce((sum, { files }) => sum + files.filter(({ path }) => path.endsWith('.txt')).length, 0);

test('all of it together: exports and tables', (t) => {
  t.diagnostic(`${folders.length} payloads, ${articles} hostile articles and file names`);
  if (isFull) assert.ok(articles >= 250);
  const exported = JSON.parse(checkRun(['export', together]));
  assert.ok(exported.articles.length > 0.9 * articles);
  for (const { path } of exported.articles) assert.ok(!path.startsWith('/') && !path.split('/').includes('..'), path);
  const agreements = JSON.parse(checkRun(['agreements', '--format', 'json', together]));
  assert.deepEqual(agreements, exported.agreements);
  assert.deepEqual(JSON.parse(checkRun(['events', '--format', 'json', together])), exported.events);
  // A line for each, and nothing that an article begins a line with.
  assert.equal(checkRun(['agreements', together]).trimEnd().split('\n').length, agreements.length + 1);
  assert.equal(checkRun(['events', together]).trimEnd().split('\n').length, exported.events.length + 1);
});

test('articles as lines of JSON, and the index made of their facts', () => {
  const input = folders
    .flatMap(({ files, payload }) => [
      ...files.filter(({ path }) => path.endsWith('.txt')).map((file) => ({ path: file.path, text: textOf(file) })),
      { path: `../${payload.text}`, text: payload.text },
      { path: payload.text, text: payload.text },
    ])
    .map((line) => JSON.stringify(line))
    .join('\n');
  const facts = checkRun(['facts'], { input });
  const lines = facts.trimEnd().split('\n');
  for (const line of lines) {
    const { path } = JSON.parse(line).article;
    assert.ok(!path.startsWith('/') && !path.split(/[/\\]/).includes('..'), path);
  }
  assert.ok(lines.length >= articles);
  const index = join(scratch, 'index');
  checkRun(['resolve', '-', '-o', index], { input: facts });
  assert.ok(readFileSync(index).length > 0);
  checkRun(['resolve', '-', '-o', index], { input: folders.map(({ payload }) => payload.text).join('\n') });
});

test('tokens', () => {
  const tokens = folders.flatMap(({ payload }) => payload.text.split(/\s+/));
  const tagged = checkRun(['tag'], { input: ['قال', ...tokens, '', ''].join('\n') });
  for (const line of tagged.split('\n')) if (line !== '') assert.match(line, /\t(?:O|[BI]-(?:PERS|LOC|ORG))$/);
});

// Ten runs of the program each.
for (const folder of folders.filter((_, index) => index % (isFull ? 6 : 9) === 0))
  test(`one folder: ${folder.payload.name}`, () => checkFolder(folder));

function checkFolder({ payload, path, files }: HostileFolder): void {
  const [file] = files.filter(({ place }) => place === 'file name');
  assert.ok(file);
  const place = join(path, file.path);
  const card = checkRun(['card', 'كريم عبد الله الطائي', path]);
  assert.match(card, /^كريم عبد الله الطائي\n/);
  const renamed = displayable(payload.text).slice(0, 20).trim();
  if (/\p{L}/u.test(renamed))
    checkRun(['card', payload.text.replaceAll('\0', ''), path], { status: anyStatus(path, payload.text) });
  const line =
    textOf(file)
      .split('\n')
      .findIndex((each) => each.startsWith('وقّع وزير ')) + 1;
  for (const args of [[], ['--json'], ['--language', 'ar']]) {
    const told = checkRun(['explain', '--folder', path, ...args, `${place}:${line}:10`]);
    if (args[0] === '--json') assert.ok(JSON.parse(told).steps.length > 0);
  }
  // What is typed comes back in messages.
  const typed = payload.text.replaceAll('\0', '');
  checkRun(['explain', typed], { status: 2 });
  checkRun(['card', `لا أحد ${typed}`, path], { status: 1 });
  checkRun(['export', join(path, `لا ${typed}`.slice(0, 60))], { status: 1 });
}

/** A name may be found or not; what is said of it is looked at in either case. */
const anyStatus = (folder: string, name: string): number =>
  run(['card', name.replaceAll('\0', ''), folder]).status ?? -1;
