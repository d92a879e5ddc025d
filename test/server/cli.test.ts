/** The built command line, `dist/cli.js`, as a shell sees it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { inOneByte } from '../unit/corpus/bytes.ts';

const program = join(import.meta.dirname, '../../dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'fihris-cli-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;

const REPORT = `وقّع وزيرا الداخلية في العراق وإيران مذكرة تفاهم أمنية

بغداد – 3 آذار 2019

وقّع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي في بغداد مذكرة تفاهم أمنية بين البلدين.

وقال الطائي إن المذكرة تنظم ضبط الحدود المشتركة.
`;

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = join(scratch, String(folders++));
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  /** Lines. */
  readonly stderr: readonly string[];
}

function run(args: readonly string[], { input = '', locale = 'en_GB.UTF-8' } = {}): Run {
  const { LC_ALL: _, LC_MESSAGES: __, ...env } = process.env;
  const done = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
    env: { ...env, LANG: locale },
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr.split('\n').slice(0, -1) };
}

/** It says one line on standard error, nothing else, and ends with this status. */
function checkEnds(args: readonly string[], status: number, line: RegExp, options = {}): void {
  const done = run(args, options);
  assert.deepEqual([done.status, done.stdout, done.stderr.length], [status, '', 1], done.stderr.join('\n'));
  assert.match(done.stderr[0] ?? '', line);
}

test('bad usage: status 2 and one line, in Arabic for an Arabic reader', () => {
  const folder = folderWith({});
  checkEnds([], 2, /^fihris: no command given; see fihris --help$/);
  checkEnds(['exprot', folder], 2, /unknown command “exprot”/);
  checkEnds(['export'], 2, /missing argument: folder/);
  checkEnds(['export', folder, 'more'], 2, /too many arguments/);
  checkEnds(['export', '--shape', 'x', folder], 2, /unknown option “--shape”/);
  checkEnds(['export', '--format'], 2, /missing after --format/);
  checkEnds(['export', '--format', 'xml', folder], 2, /not a possible value of --format/);
  checkEnds(['card', 'x', folder, '--language', 'fa'], 2, /not a possible value of --language/);
  checkEnds(['card', 'x'], 2, /missing argument: folder/);
  checkEnds(['export'], 2, /^fihris: معامل ناقص: folder/, { locale: 'ar_IQ.UTF-8' });
});

test('events: a table, and JSON in which every event has its evidence', () => {
  const folder = folderWith({ 'report.txt': REPORT });
  const rows = run(['events', folder]).stdout.split('\n');
  assert.match(rows[0] ?? '', /^Date +Event +State +Who/);
  assert.ok(
    rows.some((row) => /^2019-03-03 +Signing +happened +كريم عبد الله الطائي، أحمد رضائي/.test(row)),
    rows.join('\n'),
  );
  const events = JSON.parse(run(['events', '--format', 'json', folder]).stdout);
  const exported = JSON.parse(run(['export', folder]).stdout).events;
  assert.deepEqual(events, exported);
  for (const { tellings, actors, code } of events) {
    assert.match(code, /^0\d\d$/);
    for (const { start, end, text, trigger } of [
      ...tellings,
      ...actors.map((actor: { evidence: object }) => actor.evidence),
    ]) {
      assert.equal(REPORT.slice(start, end), text);
      if (trigger !== undefined) assert.ok(start <= trigger.start && trigger.end <= end);
    }
  }
  assert.match(run(['events', folderWith({ 'a.txt': 'لا شيء هنا.' })]).stdout, /^No events found\.$/m);
  const hostile = REPORT.replaceAll('أحمد رضائي', 'أحمد\u001b[31m رضائي');
  assert.ok(!run(['events', folderWith({ 'a.txt': hostile })]).stdout.includes('\u001b'));
});

test('failure: status 1 and one line', () => {
  const folder = folderWith({ 'a.txt': REPORT });
  checkEnds(['export', join(folder, 'missing')], 1, /there is no folder .*missing$/);
  checkEnds(['agreements', join(folder, 'a.txt')], 1, /is not a folder$/);
  checkEnds(['card', 'نزار قباني', folder], 1, /nothing in .* is called “نزار قباني”/);
  checkEnds(['export', join(folder, 'missing')], 1, /لا يوجد مجلد/, { locale: 'ar' });
});

test('help and version', () => {
  const help = run(['--help']);
  assert.equal(help.status, 0);
  for (const command of ['export', 'tag', 'card', 'agreements'])
    assert.match(help.stdout, new RegExp(`^  ${command} `, 'm'));
  assert.match(run(['--help'], { locale: 'ar' }).stdout, /الأوامر:/);
  assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
});

interface Export {
  articles: {
    path: string;
    title: string | null;
    date: string | null;
    dateInferred?: boolean;
    source: string | null;
  }[];
  entities: { id: string; kind: string; name: string; mentions: Mention[]; tenures?: { attestations: unknown[] }[] }[];
  agreements: { title: string; type: string; date: string | null; articles: string[]; mentions: Mention[] }[];
  dates: (Mention & { value: string })[];
}
interface Mention {
  article: string;
  start: number;
  end: number;
  text: string;
  form: string;
}

test('export: one JSON object whose spans are those of the text', () => {
  const files = {
    'a.txt': REPORT,
    'old/b-2018-02-01.txt': inOneByte('التقى كريم الطائي الوفد في بغداد.', 'windows-1256'),
  };
  const { status, stdout, stderr } = run(['export', '--format', 'json', folderWith(files)]);
  assert.deepEqual([status, stderr], [0, []]);
  const exported: Export = JSON.parse(stdout);
  assert.deepEqual(
    exported.articles.map(({ path, date, dateInferred }) => ({ path, date, dateInferred })),
    [
      { path: 'a.txt', date: '2019-03-03', dateInferred: undefined },
      { path: 'old/b-2018-02-01.txt', date: '2018-02-01', dateInferred: true },
    ],
  );
  const mentions = [...exported.entities, ...exported.agreements].flatMap((entity) => entity.mentions);
  assert.ok(mentions.length > 0);
  for (const { article, start, end, text } of [...mentions, ...exported.dates])
    if (article === 'a.txt') assert.equal(text, REPORT.slice(start, end));
  const person = exported.entities.find(({ name }) => name === 'كريم عبد الله الطائي');
  assert.ok(person?.tenures?.[0]?.attestations.length);
  assert.equal(exported.agreements[0]?.type, 'memorandum');
});

test('an empty folder is an empty corpus, and said to be', () => {
  const { status, stdout, stderr } = run(['export', folderWith({})]);
  assert.deepEqual([status, stderr.length], [0, 1]);
  assert.match(stderr[0] ?? '', /no articles in/);
  assert.deepEqual(JSON.parse(stdout), { articles: [], entities: [], agreements: [], events: [], dates: [] });
});

test('what cannot be read is said and does not keep the rest away', () => {
  const folder = folderWith({
    'a.txt': REPORT,
    'b.txt': new Uint8Array([0, 1, 2]),
    'fihris.yaml': 'nmae: x\n',
    'e.txt': '',
  });
  const { status, stdout, stderr } = run(['export', folder]);
  assert.equal(status, 0);
  assert.deepEqual(stderr, [
    'fihris: fihris.yaml:1:1: unknown key “nmae”; known are name, include, dates, corrections',
    'fihris: b.txt: not a text file',
  ]);
  assert.equal(JSON.parse(stdout).articles.length, 2);
});

test('agreements: a table, and the same as JSON', () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const listed = run(['agreements', folder]);
  assert.deepEqual([listed.status, listed.stderr], [0, []]);
  const [head, ...rows] = listed.stdout.trimEnd().split('\n');
  assert.match(head ?? '', /^Date +State +Agreement/);
  assert.match(rows[0] ?? '', /^2019-03-03 +signed +مذكرة تفاهم أمنية/);
  assert.doesNotMatch(listed.stdout, /(?!\n)[\p{Cc}\p{Cf}]/u, 'plain where it is no terminal');
  assert.match(run(['agreements', folder], { locale: 'ar_IQ' }).stdout, /^التاريخ/);

  const exported: Export = JSON.parse(run(['export', folder]).stdout);
  assert.deepEqual(JSON.parse(run(['agreements', '--format', 'json', folder]).stdout), exported.agreements);
  assert.match(run(['agreements', folderWith({ 'e.txt': '' })]).stdout, /No agreements/);
});

test('card: by an Arabic or a Latin name, in the language asked for', () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const card = run(['card', 'الطائي', folder]);
  assert.deepEqual([card.status, card.stderr], [0, []]);
  assert.match(card.stdout, /^كريم عبد الله الطائي\n/);
  assert.match(card.stdout, /وزير الداخلية العراقي/);
  assert.match(card.stdout, /\(a\.txt:5\)/);
  assert.match(run(['card', 'Rezaei', folder]).stdout, /^أحمد رضائي\n/);
  assert.notEqual(run(['card', 'الطائي', folder, '--language', 'ar']).stdout, card.stdout);
});

test('nothing of an article reaches the terminal as a command', () => {
  const hostile = REPORT.replaceAll('تفاهم', 'تفاهم \u001B[31m\u202E').replace('2019', '2019\u009B2J');
  const folder = folderWith({ 'a.txt': hostile });
  for (const args of [
    ['agreements', folder],
    ['card', 'الطائي', folder],
    ['export', folder],
  ]) {
    assert.doesNotMatch(run(args).stdout, /(?!\n)\p{Cc}/u);
  }
});

test('tag: a line for every line', () => {
  const input = 'قال\nوزير\nالدفاع\nالعراقي\nخالد\nجاسم\nالعبيدي\nفي\nبغداد\n.\n\nوصل\nالوفد\n';
  const { status, stdout, stderr } = run(['tag'], { input });
  assert.deepEqual([status, stderr], [0, []]);
  const lines = stdout.split('\n');
  assert.deepEqual(
    lines.map((line) => line.split('\t')[0]),
    input.split('\n'),
  );
  for (const line of lines) if (line !== '') assert.match(line, /\t(?:O|[BI]-(?:PERS|LOC|ORG))$/);
  assert.match(stdout, /^بغداد\tB-LOC$/m);
  assert.equal(run(['tag'], { input: '' }).stdout, '');
  assert.equal(run(['tag'], { input: '\uFEFFبغداد\r\n\r\nقال' }).stdout.replaceAll(/\t\S+/g, ''), 'بغداد\n\nقال\n');
});

test('a reader that leaves early is no failure', async () => {
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.txt`, REPORT]));
  const child = spawn(process.execPath, [program, 'export', folderWith(files)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    complaint += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.once('close', resolve));
  assert.deepEqual([status, complaint], [0, '']);
});

test('a line of 5 MB is an article like any other', () => {
  const line = `${REPORT}\n${'كلمة في سطر طويل. '.repeat(160_000)}`;
  const { status, stdout } = run(['export', folderWith({ 'a.txt': line, 'b.txt': REPORT })]);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).articles.length, 2);
});

test('explain: why words were read as they were, step by step, each with its line', () => {
  const folder = folderWith({ 'report.txt': REPORT, 'fihris.yaml': 'corrections:\n  - hide: بغداد\n' });
  const place = (line: number, column: number) => `${join(folder, 'report.txt')}:${line}:${column}`;
  const surname = run(['explain', place(7, 6)]);
  assert.deepEqual([surname.status, surname.stderr], [0, []]);
  const lines = surname.stdout.trimEnd().split('\n');
  assert.equal(lines[0], '«الطائي» → كريم عبد الله الطائي');
  assert.match(lines[1] ?? '', /^1\. part of the full name.*\(report\.txt:5\)$/);
  assert.ok(lines.some((line) => /nobody else in the article/.test(line)));
  const told = JSON.parse(run(['explain', '--json', '--folder', folder, place(7, 6)]).stdout);
  assert.deepEqual([told.words, told.kind, told.entity.name], ['الطائي', 'person', 'كريم عبد الله الطائي']);
  assert.ok(told.steps.every((step: object) => 'code' in step && 'text' in step && 'at' in step));
  const arabic = run(['explain', '--language', 'ar', place(7, 6)]).stdout;
  assert.match(arabic, /جزء من الاسم الكامل/);
});

test('explain says whose decision it is, with its line in fihris.yaml', () => {
  const corrections = 'corrections:\n  - { rename: كريم عبد الله الطائي, to: كريم الطائي }\n';
  const folder = folderWith({ 'report.txt': REPORT, 'fihris.yaml': corrections });
  const { stdout } = run(['explain', `${join(folder, 'report.txt')}:7:6`]);
  assert.match(stdout, /^«الطائي» → كريم الطائي\n/);
  assert.match(stdout, /the reader decided so.*\(fihris\.yaml:2\)/);
});

test('explain: bad usage is 2, nothing there is 1, each with one line', () => {
  const folder = folderWith({ 'report.txt': REPORT, 'fihris.yaml': '' });
  const file = join(folder, 'report.txt');
  checkEnds(['explain'], 2, /missing argument: place/);
  checkEnds(['explain', file], 2, /expected FILE:LINE:COL, not “/);
  checkEnds(['explain', `${file}:7`], 2, /expected FILE:LINE:COL/);
  checkEnds(['explain', `${file}:7:x`], 2, /expected FILE:LINE:COL/);
  checkEnds(['explain', `${file}:7:6`, 'more'], 2, /too many arguments/);
  checkEnds(['explain', `${file}:6:1`], 1, /nothing is mentioned at /);
  checkEnds(['explain', `${file}:0:1`], 1, /nothing is mentioned at /);
  checkEnds(['explain', `${file}:700:1`], 1, /nothing is mentioned at /);
  checkEnds(['explain', `${file}:7:99999999999999999999`], 1, /nothing is mentioned at /);
  checkEnds(['explain', `${join(folder, 'gone.txt')}:1:1`], 1, /nothing is mentioned at /);
  checkEnds(['explain', `${join(folder, 'gone', 'report.txt')}:1:1`], 1, /nothing is mentioned at |there is no folder/);
  checkEnds(['explain', `${file}:7`], 2, /المتوقع FILE:LINE:COL/, { locale: 'ar_IQ.UTF-8' });
});
