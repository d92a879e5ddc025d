/** What the server goes through by itself after a start changes nothing that anybody sees. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from '../../server/src/corpus/cache-folder.ts';
import { runProgram } from '../../server/src/corpus/compiled-program.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { syntheticCorpus } from '../unit/corpus/synthetic.ts';
import { SERVER, TestClient } from './client.ts';

test('after a start answers are rehearsed: no snapshot, no message and no error comes of it', async () => {
  const folder = temporaryFolder(Object.fromEntries(syntheticCorpus(40)));
  const cache = temporaryFolder({});
  const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  const client = await TestClient.start({ folders: [folder] }, { env });
  await client.ready();
  await sleep(200);
  const uri = pathToFileURL(`${folder}/000003.txt`).href;
  const asked = () =>
    Promise.all([
      client.request('fihris/marks', { uri }),
      client.request('workspace/symbol', { query: 'وزير' }),
      client.request('fihris/status'),
    ]);
  const before = await asked();
  const { changes } = client;
  // The rehearsal begins a quarter of a second after all is read, and lasts for one at most.
  await sleep(2500);
  assert.deepEqual(await asked(), before);
  assert.equal(client.changes, changes);
  assert.deepEqual(
    client.log.filter((line) => /error/i.test(line)),
    [],
  );
  await client.stop();
  // What is compiled by then is kept, and the next start takes it: it has none to keep.
  const compiled = join(cacheFolder(env, process.platform) as string, 'compiled');
  assert.ok(readdirSync(compiled).some((name) => name.startsWith('serve.js.')));
  const program = runProgram(new URL('serve.js', pathToFileURL(SERVER)), compiled);
  assert.deepEqual(Object.keys(program.exports as object), ['serve']);
  assert.equal(await program.keep(), false);
});
