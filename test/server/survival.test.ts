/** What the built server does where the machine fails it: permissions, disks, memory, clocks, links, file systems that say nothing. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SERVER, TestClient, temporaryFolder } from './client.ts';

const NEWS = 'قال وزير الدفاع العراقي اللواء سامر الحداد إن الحدود آمنة، ووصل الحداد إلى البصرة في المساء.\n';
const OTHER = 'وصل وزير النفط العراقي وليد النوري إلى بغداد، وقال النوري إن الإنتاج مستقر في الحقول كلها.\n';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Whether a file system of a given size may be mounted here. */
function mounted(folder: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const symbolsOf = (client: TestClient, query: string) =>
  client.request<{ name: string }[]>('workspace/symbol', { query });

test('a file that may not be read is listed with the reason, and the rest is read', {
  skip: process.platform === 'win32',
}, async () => {
  const folder = await temporaryFolder({ 'a.txt': NEWS, 'b.txt': OTHER, 'fihris.yaml': '' });
  await chmod(join(folder.path, 'b.txt'), 0o000);
  await chmod(folder.path, 0o755);
  // Permissions do not bind root: it runs the server as nobody, as which the programs must be readable too.
  if (isRoot) await chown(join(folder.path, 'b.txt'), 0, 0);
  const client = await TestClient.start({ folders: [folder.path] }, isRoot ? { uid: NOBODY, gid: NOBODY } : {});
  try {
    const { articles, unreadable } = await client.ready();
    assert.equal(articles, 1);
    assert.deepEqual(unreadable, [{ uri: folder.uri('b.txt'), reason: 'no permission to read it' }]);
    assert.ok((await symbolsOf(client, 'سامر')).length > 0);
    // Permission comes, and with it word of the file.
    await chmod(join(folder.path, 'b.txt'), 0o644);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri('b.txt'), type: 2 }] });
    await client.until(
      () => symbolsOf(client, 'وليد'),
      (found) => found.length > 0,
    );
    assert.deepEqual((await client.ready()).unreadable, []);
  } finally {
    await client.stop();
    await folder.remove();
  }
});

test('a full disk under the cache: everything works, and the reader is told once why the next start is slower', async (t) => {
  const storage = await mkdtemp(join(tmpdir(), 'fihris-full-'));
  if (!mounted(storage, '64k')) {
    await rm(storage, { recursive: true });
    return t.skip('no file system may be mounted here');
  }
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, `${i} ${NEWS.repeat(5)}`]));
  const folder = await temporaryFolder({ ...files, 'fihris.yaml': '' });
  const client = await TestClient.start({ folders: [folder.path], initializationOptions: { storage } });
  try {
    assert.equal((await client.ready()).articles, 60);
    const told = await client.until(
      () => client.shown,
      (shown) => shown.length > 0,
    );
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /cannot be kept.*ENOSPC/);
    await folder.write('1.txt', OTHER);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri('1.txt'), type: 2 }] });
    await client.until(
      () => symbolsOf(client, 'وليد'),
      (found) => found.length > 0,
    );
    const left = await readdir(join(storage, 'facts'), { recursive: true }).catch(() => []);
    assert.ok(!left.some((name) => name.endsWith('.tmp')), left.join());
  } finally {
    await client.stop();
    execFileSync('umount', [storage]);
    await rm(storage, { recursive: true });
    await folder.remove();
  }
});

test('articles on a disk that is read only are read, and corrected by edits of the editor', async (t) => {
  const place = await mkdtemp(join(tmpdir(), 'fihris-ro-'));
  if (!mounted(place, '1m')) {
    await rm(place, { recursive: true });
    return t.skip('no file system may be mounted here');
  }
  await writeFile(join(place, 'a.txt'), NEWS);
  await writeFile(join(place, 'fihris.yaml'), '');
  execFileSync('mount', ['-o', 'remount,ro', place]);
  // Where it is told to keep things on that disk, too.
  const client = await TestClient.start({ folders: [place], initializationOptions: { storage: join(place, 'kept') } });
  try {
    assert.equal((await client.ready()).articles, 1);
    await client.until(
      () => client.shown,
      (shown) => shown.length === 1 && /EROFS|ENOENT/.test(shown[0] ?? ''),
    );
    const { edit } = await client.request<{ edit?: unknown }>('fihris/correct', {
      uri: pathToFileURL(join(place, 'a.txt')).href,
      position: { line: 0, character: NEWS.indexOf('سامر') + 1 },
      question: 'rename',
      answer: 'سامر بن وليد الحداد',
    });
    assert.ok(edit, 'whether it can be saved is the editor’s to say');
  } finally {
    await client.stop();
    execFileSync('umount', [place]);
    await rm(place, { recursive: true });
  }
});

test('a file that changed on a file system that says nothing is read again when its words are wanted', async () => {
  const folder = await temporaryFolder({
    'a.txt': NEWS,
    'b.txt': `${OTHER}وقال سامر الحداد إن الزيارة ناجحة.\n`,
    'fihris.yaml': '',
  });
  const client = await TestClient.start({ folders: [folder.path] });
  try {
    await client.ready();
    await client.open(folder.uri('a.txt'), NEWS);
    const [person] = await symbolsOf(client, 'سامر');
    assert.ok(person);
    const reading = await client.request<{ entities: { id: string; name: string }[] }>('fihris/reading', {
      uri: folder.uri('a.txt'),
    });
    const entity = reading.entities.find(({ name }) => name.includes('سامر'))?.id;
    const lines = async () => {
      const found = await client.request<{ lines: { words: string }[] }>('fihris/concordance', {
        uri: folder.uri('a.txt'),
        entity,
      });
      return found.lines.map(({ words }) => words);
    };
    // Its text is not in memory any longer: thousands of others were read since.
    for (let i = 0; i < 12; i++) await client.open(folder.uri(`big${i}.txt`), `${i} ${'كلمة '.repeat(20_000)}`);
    for (let i = 0; i < 12; i++)
      await client.notify('textDocument/didClose', { textDocument: { uri: folder.uri(`big${i}.txt`) } });
    await folder.write('b.txt', `وقال العميد سامر الحداد إن الزيارة ناجحة جدا، ثم غادر المدينة.\n${OTHER}`);
    const after = await client.until(lines, (words) => words.length >= 3 && words.every((each) => each !== ''));
    assert.ok(
      after.every((words) => words.includes('الحداد')),
      after.join(),
    );
    assert.ok((await symbolsOf(client, 'سامر')).length === 1);
  } finally {
    await client.stop();
    await folder.remove();
  }
});

test('a folder that is a link to itself, and thousands of files that appear at once', async () => {
  const folder = await temporaryFolder({ 'a.txt': NEWS, 'fihris.yaml': '' });
  await symlink(folder.path, join(folder.path, 'self'));
  await symlink('loop', join(folder.path, 'loop'));
  const client = await TestClient.start({ folders: [folder.path] });
  try {
    assert.equal((await client.ready()).articles, 1);
    const many = 500;
    await mkdir(join(folder.path, 'new'));
    for (let i = 0; i < many; i++) await writeFile(join(folder.path, 'new', `${i}.txt`), `خبر رقم ${i} عن المدينة.\n`);
    const changes = Array.from({ length: many }, (_, i) => ({ uri: folder.uri(`new/${i}.txt`), type: 1 }));
    const before = client.changes;
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    // Asked meanwhile, it answers.
    assert.ok((await symbolsOf(client, 'سامر')).length > 0);
    const { articles } = await client.until(
      () => client.ready(),
      (status) => status.articles > many,
    );
    assert.equal(articles, many + 1);
    assert.ok(client.changes - before < 200, `${client.changes - before} snapshots`);
  } finally {
    await client.stop();
    await folder.remove();
  }
});

test('a clock that jumps: files of the future and of long ago are read, kept and compared like any others', async () => {
  const storage = await mkdtemp(join(tmpdir(), 'fihris-clock-'));
  const folder = await temporaryFolder({ 'a.txt': NEWS, 'b.txt': OTHER, 'fihris.yaml': '' });
  const session = async (work: (client: TestClient) => Promise<void>) => {
    const client = await TestClient.start({ folders: [folder.path], initializationOptions: { storage } });
    try {
      assert.equal((await client.ready()).articles, 2);
      await work(client);
    } finally {
      await client.stop();
    }
  };
  const holds = (query: string, count: number) => async (client: TestClient) =>
    assert.equal((await symbolsOf(client, query)).length, count, query);
  try {
    await utimes(join(folder.path, 'a.txt'), new Date('2090-01-01'), new Date('2090-01-01'));
    await utimes(join(folder.path, 'b.txt'), new Date('1971-01-01'), new Date('1971-01-01'));
    await session(holds('وليد', 1));
    // Written anew while the clock stood earlier than before: another text of as many bytes, an older time.
    const changed = OTHER.replaceAll('وليد', 'ماجد');
    await writeFile(join(folder.path, 'b.txt'), changed);
    await utimes(join(folder.path, 'b.txt'), new Date('1970-06-01'), new Date('1970-06-01'));
    await session(async (client) => {
      await holds('وليد', 0)(client);
      await holds('ماجد', 1)(client);
    });
  } finally {
    await folder.remove();
    await rm(storage, { recursive: true });
  }
});

test('a server that has not memory enough ends, says so, and another has all that was kept', {
  timeout: 120_000,
}, async () => {
  const storage = await mkdtemp(join(tmpdir(), 'fihris-memory-'));
  const files = Object.fromEntries(
    Array.from({ length: 150 }, (_, i) => [`${i}.txt`, `خبر ${i}\n${(NEWS + OTHER).repeat(8)}`]),
  );
  const folder = await temporaryFolder({ ...files, 'fihris.yaml': '' });
  try {
    const child = spawn(process.execPath, ['--max-old-space-size=24', SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const client = new TestClient(child, {});
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const ended = new Promise<number | string | null>((resolve) =>
      child.once('close', (code, signal) => resolve(signal ?? code)),
    );
    await client.initialize({ folders: [folder.path], initializationOptions: { storage } }).catch(() => {});
    assert.ok(['SIGABRT', 134].includes((await ended) as never), 'it did not end');
    // What client/src/server-process.ts looks for.
    assert.match(errors, /heap out of memory/);
    client.connection.dispose();
    const next = await TestClient.start({ folders: [folder.path], initializationOptions: { storage } });
    assert.equal((await next.ready()).articles, 150);
    await next.stop();
  } finally {
    await folder.remove();
    await rm(storage, { recursive: true, force: true });
  }
});
