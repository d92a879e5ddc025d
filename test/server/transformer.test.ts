/** The built programs with a transformer that the reader names: what it reads, what is kept of it, and what is said where it cannot be used. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Mark, Status } from '../../server/src/lsp/requests.ts';
import { writeTinyTransformer } from '../host/tiny-transformer.ts';
import { TestClient } from './client.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'fihris-transformer-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const TEXT = 'الفريق يفوز\n\nبغداد – 3 آذار 2019\n\nوطارت الكرة بعد تمريرة نحو غلنار شهبوز فأصابت الشباك.\n';
const articles = join(scratch, 'articles');
mkdirSync(articles);
writeFileSync(join(articles, 'fihris.yaml'), '');
for (let i = 0; i < 70; i++) writeFileSync(join(articles, `${i}.txt`), TEXT.replace('3', `${1 + (i % 28)}`));
const article = join(articles, '7.txt');
const uri = pathToFileURL(article).href;

const model = join(scratch, 'model');
writeTinyTransformer(model, { subwords: { غلنار: 'B-PER', شهبوز: 'I-PER', خبر: 'O' } });
const other = join(scratch, 'other');
writeTinyTransformer(other, { subwords: { غلنار: 'B-ORG', شهبوز: 'I-ORG', خبر: 'O' } });
const cut = join(scratch, 'cut');
writeTinyTransformer(cut, { subwords: { خبر: 'O' } });
writeFileSync(join(cut, 'onnx/model.onnx'), 'cut');

/** Its tokenizer has a word that it knows nothing of: what has that word cannot be read. */
const partial = join(scratch, 'partial');
writeTinyTransformer(partial, { subwords: { خبر: 'O' } });
appendFileSync(join(partial, 'vocab.txt'), 'بغداد\n');

/** Where the user has installed the runtime, by the system's variables; and where not. */
const cache = join(scratch, 'cache');
mkdirSync(join(cache, 'fihris/onnxruntime/node_modules'), { recursive: true });
symlinkSync(join(root, 'node_modules/onnxruntime-web'), join(cache, 'fihris/onnxruntime/node_modules/onnxruntime-web'));
const WITH_RUNTIME = { XDG_CACHE_HOME: cache, HOME: scratch, LOCALAPPDATA: cache };
const WITHOUT = { XDG_CACHE_HOME: join(scratch, 'bare'), HOME: join(scratch, 'bare') };

async function withServer(
  {
    taggerModel,
    environment = WITH_RUNTIME,
    locale = 'en',
  }: { taggerModel: string; environment?: object; locale?: string },
  check: (client: TestClient) => Promise<void>,
): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    const options = {
      folders: [articles],
      locale,
      initializationOptions: { storage: join(scratch, 'storage'), taggerModel },
    };
    const client = await TestClient.start(options);
    try {
      await client.ready();
      await check(client);
    } finally {
      await client.stop();
    }
  } finally {
    process.env = before;
  }
}

const marked = async (client: TestClient, kind: string, text = TEXT.replace('3', '8')) =>
  (await client.request<Mark[]>('fihris/marks', { uri }))
    .filter((mark) => mark.kind === kind)
    .map(({ range: { start, end } }) => text.split('\n')[start.line]?.slice(start.character, end.character));

test('names are read by the model that is named, and read again when it is another', async () => {
  await withServer({ taggerModel: '' }, async (client) => assert.deepEqual(await marked(client, 'person'), []));
  await withServer({ taggerModel: model }, async (client) => {
    assert.deepEqual(await marked(client, 'person'), ['غلنار شهبوز']);
    assert.deepEqual(client.shown, []);
  });
  await withServer({ taggerModel: other }, async (client) => {
    assert.deepEqual(await marked(client, 'person'), []);
    assert.deepEqual(await marked(client, 'organization'), ['غلنار شهبوز']);
  });
  await withServer({ taggerModel: '' }, async (client) => assert.deepEqual(await marked(client, 'organization'), []));
});

test('an article that is being written is read by it, too', () =>
  withServer({ taggerModel: model }, async (client) => {
    const text = TEXT.replace('3', '8').replace('الشباك.', 'الشباك.\nوطارت الكرة نحو غلنار شهبوز فأصابت القائم.');
    await client.open(uri, TEXT.replace('3', '8'));
    await client.edit(uri, text);
    assert.deepEqual(await marked(client, 'person', text), ['غلنار شهبوز', 'غلنار شهبوز']);
  }));

test('where it cannot be used that is said once, and the built-in tagger reads', async () => {
  for (const [taggerModel, environment, said] of [
    [join(scratch, 'nowhere'), WITH_RUNTIME, /there is no folder .*nowhere; names are found by rules and the built-in/],
    [cut, WITH_RUNTIME, /the model in .*cut is damaged/],
    [model, WITHOUT, /install it with: npm install --ignore-scripts --prefix "[^"]*bare/],
  ] as const)
    await withServer({ taggerModel, environment }, async (client) => {
      assert.equal(client.shown.length, 1, client.shown.join('\n'));
      assert.match(client.shown[0] ?? '', said);
      assert.deepEqual(await marked(client, 'place'), ['بغداد']);
      assert.deepEqual(await marked(client, 'person'), []);
    });
  await withServer({ taggerModel: cut, locale: 'ar' }, async (client) => assert.match(client.shown[0] ?? '', /تالف/));
});

test('what it cannot read the built-in tagger reads, and the log says so once', () =>
  withServer({ taggerModel: partial }, async (client) => {
    assert.deepEqual(client.shown, []);
    assert.deepEqual(await marked(client, 'place'), ['بغداد']);
    assert.equal(
      client.log.filter((line) => /read by the built-in tagger: .*out of data bounds/s.test(line)).length,
      1,
    );
    assert.equal((await client.request<Status>('fihris/status')).unreadable.length, 0);
  }));

function cli(args: readonly string[], input: string) {
  const { LC_ALL: _, LC_MESSAGES: __, ...env } = process.env;
  const options = { input, encoding: 'utf8', env: { ...env, ...WITH_RUNTIME, LANG: 'en_GB.UTF-8' } } as const;
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], options);
}

test('so it is on the command line', () => {
  const tokens = 'تمريرة\nنحو\nغلنار\nشهبوز\n\nغلنار\n';
  const tagged = cli(['tag', '--tagger', model], tokens);
  assert.equal(tagged.stdout, 'تمريرة\tO\nنحو\tO\nغلنار\tB-PERS\nشهبوز\tI-PERS\n\nغلنار\tB-PERS\n');
  assert.equal(tagged.stderr, '');
  const line = JSON.stringify({ path: 'a.txt', text: TEXT });
  const facts = (args: readonly string[]) => {
    const { stdout, stderr, status } = cli(['facts', ...args], `${line}\n`);
    assert.equal(status, 0, stderr);
    const { recipe, facts } = JSON.parse(stdout) as { recipe: string; facts: { mentions: { kind: string }[] } };
    return { recipe, persons: facts.mentions.filter(({ kind }) => kind === 'person').length, stderr };
  };
  const plain = facts([]);
  const read = facts(['--tagger', model]);
  assert.deepEqual([plain.persons, read.persons], [0, 1]);
  assert.notEqual(read.recipe, plain.recipe);
  const broken = facts(['--tagger', cut]);
  assert.deepEqual({ ...broken, stderr: '' }, { ...plain, stderr: '' });
  assert.match(broken.stderr, /^fihris: the model in .* is damaged.*\n$/);
});
