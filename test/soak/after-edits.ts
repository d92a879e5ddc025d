/**
 * `node test/soak/after-edits.ts FOLDER [FILE LINE CHARACTER]`, with the built server: what a card, the definition and all references at
 * one place of an article take, each asked for after an edit of another article and once more; without a place, how much memory questions and edits
 * take up. The folder is left as it was.
 */
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Reading } from '../../server/src/lsp/requests.ts';
import { uniform } from '../../server/train/random.ts';
import { oneOf } from '../fuzz/inputs.ts';
import { Wire } from '../fuzz/wire.ts';
import { mb, opened, positionOf, quantile, readIfThere } from './soak.ts';

const ROUNDS = 5;
const METHODS = ['textDocument/hover', 'textDocument/definition', 'textDocument/references'];

const [corpus = '', file, line = '0', character = '0'] = process.argv.slice(2);
const files = globSync('**/*.txt', { cwd: corpus }).sort();
const edited = files[0] ?? assert.fail('no articles');
const text = readIfThere(join(corpus, edited));
const uriOf = (path: string) => pathToFileURL(join(corpus, path)).href;
const storage = mkdtempSync(join(tmpdir(), 'fihris-after-edits-'));
const wire = new Wire();
const changed = new Map<string, string>();
let version = 1;
try {
  console.log(`${await opened(wire, corpus, storage)} articles`);
  // All is kept, and gone on from.
  await sleep(8000);
  wire.tell('textDocument/didOpen', {
    textDocument: { uri: uriOf(edited), languageId: 'article', version, text },
  });
  if (file === undefined) await memory();
  else await times(file, { line: Number(line), character: Number(character) });
} finally {
  for (const [path, before] of changed) writeFileSync(join(corpus, path), before);
  await wire.stop();
  rmSync(storage, { recursive: true, force: true });
}

async function edit(): Promise<void> {
  version++;
  wire.tell('textDocument/didChange', {
    textDocument: { uri: uriOf(edited), version },
    contentChanges: [{ text: `${text}\nحاشية ${version}` }],
  });
  await wire.ask('fihris/marks', { uri: uriOf(edited) });
}

async function times(path: string, position: object): Promise<void> {
  for (const method of METHODS) {
    const params = { textDocument: { uri: uriOf(path) }, position, context: { includeDeclaration: true } };
    const [first, again]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      await edit();
      for (const list of [first, again]) list.push((await wire.ask(method, params)).took);
    }
    console.log(`${method}: ${quantile(first, 0.5).toFixed(1)} ms, again ${quantile(again, 0.5).toFixed(1)} ms`);
  }
}

async function memory(): Promise<void> {
  const random = uniform(7);
  const say = async (what: string) => console.log(`${what}: ${mb((await wire.memory()).heapUsed)} MB`);
  const ask = async (articles: number) => {
    for (let i = 0; i < articles; i++) {
      const path = oneOf(random, files);
      const { result } = await wire.ask('fihris/reading', { uri: uriOf(path) });
      const { marks = [] } = (result as Reading | null) ?? {};
      if (marks.length === 0) continue;
      const position = positionOf(readIfThere(join(corpus, path)), oneOf(random, marks).start);
      for (const method of METHODS)
        await wire.ask(method, { textDocument: { uri: uriOf(path) }, position, context: { includeDeclaration: true } });
    }
  };
  await say('nothing asked');
  for (let round = 0; round < 2; round++) {
    await ask(300);
    await say('300 articles asked about');
  }
  await edit();
  await say('an edit');
  for (let i = 0; i < 600; i++) await edit();
  await say('600 edits of one article');
  const some = Array.from({ length: 180 }, () => oneOf(random, files)).filter((path) => path !== edited);
  for (const path of some) {
    const before = readIfThere(join(corpus, path));
    if (!changed.has(path)) changed.set(path, before);
    writeFileSync(join(corpus, path), `${before}\nحاشية`);
  }
  wire.tell('workspace/didChangeWatchedFiles', { changes: some.map((path) => ({ uri: uriOf(path), type: 2 })) });
  await sleep(2000);
  await wire.ask('fihris/marks', { uri: uriOf(edited) });
  await say('180 files changed');
}
