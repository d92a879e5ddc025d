/** Hostile articles in the built server: whatever is asked about them, the answer is text, places of the folder and our own commands. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { displayable } from '../../server/src/features/pieces.ts';
import { TestClient } from '../server/client.ts';
import { type HostileFolder, remove, textOf, writeFolders } from './corpora.ts';
import { isFull, some } from './form.ts';
import { checkAnswer, isInFolder, textOfMarkdown } from './harmless.ts';
import { PAYLOADS } from './payloads.ts';
import { EDITOR, indexed, type Said, saidOf, saidOfAll, saidOfSettings } from './surfaces.ts';

/** Corpora that one server has open at a time. */
const TOGETHER = 10;
/** Mentions of an article that are asked about. */
const MENTIONS = isFull ? 4 : 1;

const STYLES = [
  {
    name: 'in VS Code, in Arabic',
    locale: 'ar',
    options: {
      richCards: true,
      ownMarks: true,
      asksForCorrections: true,
      turnsLines: true,
      showsArticles: true,
    },
  },
  { name: 'in another editor, in English', locale: 'en', options: {} },
] as const;

for (const { name, locale, options } of isFull ? STYLES : STYLES.slice(0, 1)) {
  test(`the server ${name}`, async (t) => {
    let cases = 0;
    // Of what is the same in both styles, one says most.
    const payloads = some(PAYLOADS, 14).filter((_, index) => locale === 'ar' || index % 3 === 0);
    for (let from = 0; from < payloads.length; from += TOGETHER) {
      const [top, folders] = writeFolders(payloads.slice(from, from + TOGETHER));
      const client = await TestClient.start({
        folders: folders.map(({ path }) => path),
        locale,
        capabilities: EDITOR,
        initializationOptions: { ...options },
      });
      try {
        await indexed(client);
        for (const folder of folders) {
          await t.test(folder.payload.name, () => checkFolder(client, folder));
          cases += folder.files.length;
        }
        await t.test('lists, trees and searches', async () => {
          const uris = folders.map(({ path }) => pathToFileURL(path).href);
          const queries = folders.map(({ payload }) => payload.text.slice(0, 200));
          // Names are found by what is typed: a payload that no name has any letter of, and one that every name has.
          for await (const { method, answer } of saidOfAll(client, uris, [...queries, 'الراوي', '', 'k']))
            checkAnswer(answer, method, (uri) => uris.includes(uri) || isInFolder(top)(uri));
        });
        await t.test('notes on what contradicts another article, and on settings', () => {
          assert.ok(client.diagnostics.size >= folders.length);
          for (const [uri, diagnostics] of client.diagnostics) {
            assert.ok(isInFolder(top)(uri), uri);
            checkAnswer(diagnostics, 'textDocument/publishDiagnostics', isInFolder(top));
          }
        });
        for (const line of client.log) assert.doesNotMatch(line, /\n\s+at /, `the log has a defect: ${line}`);
      } finally {
        await client.stop();
        remove(top);
      }
    }
    t.diagnostic(`${payloads.length} payloads, ${cases} hostile articles, file names and settings`);
    if (isFull) assert.ok(cases >= 250);
  });
}

async function checkFolder(client: TestClient, { payload, path, files }: HostileFolder): Promise<void> {
  const inside = isInFolder(path);
  const seen: string[] = [];
  const asked = new Set<string>();
  const failures: string[] = [];
  let place = '';
  const take = ({ method, answer }: Said) => {
    try {
      checkAnswer(answer, method, inside);
    } catch (error) {
      failures.push(`in the ${place}: ${(error as Error).message}`);
    }
    seen.push(JSON.stringify(answer) ?? '');
    const { contents } = (answer ?? {}) as { contents?: { value?: string } };
    if (contents?.value !== undefined) seen.push(JSON.stringify(textOfMarkdown(contents.value)));
  };
  for (const file of files) {
    const uri = pathToFileURL(join(path, file.path)).href;
    place = file.place;
    if (file.path.endsWith('.yaml')) {
      await client.open(uri, textOf(file), 'yaml');
      for await (const said of saidOfSettings(client, uri, textOf(file))) take(said);
    } else {
      // What contradicts another article is said of open ones.
      if (place === 'person' || place === 'another article') await client.open(uri, textOf(file));
      for await (const said of saidOf(client, uri, MENTIONS, asked)) take(said);
    }
  }
  assert.deepEqual([...new Set(failures)].slice(0, 20), []);
  // Harmless is not left out: what can be seen of the payload is shown somewhere, as it was written.
  const visible = JSON.stringify(displayable(payload.text).slice(0, 20).trim()).slice(1, -1);
  assert.ok(
    seen.some((answer) => answer.includes(visible)),
    `nothing shows ${visible}`,
  );
}
