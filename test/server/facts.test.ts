/** Reading articles on many machines and opening the result, with the built programs. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { articlesIn } from '../bench/served.ts';
import { SERVER, TestClient, temporaryFolder } from './client.ts';

const CLI = join(dirname(SERVER), 'cli.js');
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'en' },
  });
  return { status, stdout, stderr };
};

/** The articles of the examples as NDJSON, a line each. */
const ARTICLES = articlesIn(EXAMPLES).map(
  (file) => `${JSON.stringify({ path: file.slice(EXAMPLES.length + 1), text: readFileSync(file, 'utf8') })}\n`,
);

test('shards read one by one and merged in any order are what one process makes of all, byte for byte', async () => {
  const folder = await temporaryFolder({});
  try {
    const at = (name: string) => join(folder.path, name);
    const all = run(['facts'], ARTICLES.join(''));
    assert.deepEqual([all.status, all.stderr], [0, '']);
    assert.equal(all.stdout.split('\n').length - 1, ARTICLES.length);
    await folder.write('all.ndjson', all.stdout);
    assert.equal(run(['resolve', '-o', at('all.index'), at('all.ndjson')]).status, 0);
    const shards = [0, 1, 2].map((shard) => ARTICLES.filter((_, index) => index % 3 === shard));
    for (const [shard, lines] of shards.entries())
      await folder.write(`${shard}.ndjson`, run(['facts'], lines.join('')).stdout);
    assert.equal(run(['resolve', '-o', at('some.index'), at('2.ndjson'), at('0.ndjson')]).status, 0);
    assert.equal(run(['resolve', '-o', at('shards.index'), at('1.ndjson'), at('some.index')]).status, 0);
    assert.ok(readFileSync(at('shards.index')).equals(readFileSync(at('all.index'))));
  } finally {
    await folder.remove();
  }
});

test('a bad line is one line on standard error with its number, and the rest goes on', () => {
  const { status, stdout, stderr } = run(['facts'], `${ARTICLES[0]}{"path": 1}\n${ARTICLES[1]}`);
  assert.deepEqual([status, stdout.split('\n').length - 1], [0, 2]);
  assert.match(stderr, /^fihris: line 2: .*\n$/);
});

test('bad usage of resolve: no output, no files, files that are not there', () => {
  assert.equal(run(['resolve', 'a.ndjson']).status, 2);
  assert.equal(run(['resolve', '-o', 'x']).status, 2);
  const missing = run(['resolve', '-o', '/tmp/never-made', '/tmp/not-there.ndjson']);
  assert.deepEqual([missing.status, missing.stderr.split('\n').length], [1, 2]);
});

test('the server opens an index, and from then on what it kept itself', async () => {
  const folder = await temporaryFolder({});
  try {
    const corpus = join(folder.path, 'corpus');
    await cp(EXAMPLES, corpus, { recursive: true, preserveTimestamps: true });
    await folder.write('facts.ndjson', run(['facts'], ARTICLES.join('')).stdout);
    const index = join(folder.path, 'examples.index');
    assert.equal(run(['resolve', '-o', index, join(folder.path, 'facts.ndjson')]).status, 0);
    const storage = join(folder.path, 'storage');
    const answers: unknown[] = [];
    for (const initializationOptions of [{}, { index }, { storage }, { storage }]) {
      const client = await TestClient.start({ folders: [corpus], initializationOptions });
      const { articles, unreadable } = await client.ready();
      const symbols = await client.request('workspace/symbol', { query: 'ظريف' });
      answers.push({ articles, unreadable, symbols });
      assert.deepEqual(
        client.log.filter((line) => line.includes('not used') || line.includes('not kept')),
        [],
      );
      await client.stop();
    }
    const [first, ...others] = answers;
    for (const other of others) assert.deepEqual(other, first);
    const damaged = await TestClient.start({
      folders: [corpus],
      initializationOptions: { index: join(corpus, 'none') },
    });
    await damaged.ready();
    await damaged.until(
      () => damaged.log,
      (log) => log.some((line) => line.includes('is not used: unreadable')),
    );
    await damaged.stop();
  } finally {
    await folder.remove();
  }
});
