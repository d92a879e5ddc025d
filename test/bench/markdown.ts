/**
 * The server beside vscode-markdown-languageserver, on as many Markdown files with as many links as there are articles with mentions of
 * persons: start to ready, references, memory.
 *
 *     npm run build && node test/bench/markdown.ts FOLDER [storage]
 *
 * `storage`: where an earlier run kept what it read. Each article becomes a Markdown file of the same words, in which each mention of a
 * resolved person is a link to the file of that person. The Markdown server has its client parse (markdown-it, here the one that vsce
 * has), which is what VS Code does too. It counts as ready when it has answered references to one file, for which it looks at all.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { Mark } from '../../server/src/lsp/requests.ts';
import { TestClient } from '../server/client.ts';
import { requirePeer } from './peers.ts';
import { articlesIn, memoryOf, persons, untilReady } from './served.ts';

const [given, storage = null] = process.argv.slice(2);
if (given === undefined) throw new Error('usage: markdown.ts FOLDER [storage]');
const folder = resolve(given);
const files = articlesIn(folder);
const asMarkdown = mkdtempSync(join(tmpdir(), 'fihris-bench-markdown-'));
try {
  const { links, target } = await ours();
  await theirs(links, target);
} finally {
  rmSync(asMarkdown, { recursive: true, force: true });
}

/** Measures the server, and has it say where links are. */
async function ours(): Promise<{ links: number; target: string }> {
  const started = performance.now();
  const client = await TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true, storage } });
  try {
    await untilReady(client);
    const [place] = await persons(client, files, 1);
    if (place === undefined) throw new Error('no person in the corpus');
    const params = { textDocument: { uri: place.uri }, position: place.mark.range.start };
    const context = { includeDeclaration: true };
    await client.request('textDocument/references', { ...params, context });
    const ready = performance.now() - started;
    const at = performance.now();
    const found = await client.request<unknown[]>('textDocument/references', { ...params, context });
    const took = performance.now() - at;
    const memory = memoryOf(client.process.pid, 'VmRSS');
    console.log(
      `fihris: ${files.length} articles, start to references ${Math.round(ready)} ms, again ${took.toFixed(1)} ms ` +
        `(${found.length} found), ${Math.round(memory)} MB`,
    );
    let links = 0;
    let target = '';
    for (const file of files) {
      const marks = (await client.request<Mark[] | null>('fihris/marks', { uri: pathToFileURL(file).href })) ?? [];
      const { markdown, count, first } = linked(file, marks);
      links += count;
      target ||= first;
      const to = join(asMarkdown, relative(folder, file).replace(/\.txt$/, '.md'));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, markdown);
    }
    return { links, target };
  } finally {
    await client.stop();
  }
}

/** The words of an article, each name of a person a link to a file called so; the files are few, as persons are. */
function linked(file: string, marks: readonly Mark[]): { markdown: string; count: number; first: string } {
  const lines = readFileSync(file, 'utf8').split(/\r\n|\r|\n/);
  let count = 0;
  let first = '';
  for (const { kind, resolved, range } of [...marks].reverse()) {
    const { line, character } = range.start;
    if (kind !== 'person' || !resolved || range.end.line !== line) continue;
    const text = lines[line] ?? '';
    const name = text.slice(character, range.end.character);
    if (/[[\]()]/.test(name)) continue;
    const to = `/people/${encodeURIComponent(name.replaceAll(' ', '-'))}.md`;
    lines[line] = `${text.slice(0, character)}[${name}](${to})${text.slice(range.end.character)}`;
    const person = join(asMarkdown, decodeURIComponent(to));
    mkdirSync(dirname(person), { recursive: true });
    writeFileSync(person, `# ${name}\n`);
    count++;
    first ||= person;
  }
  return { markdown: lines.join('\n'), count, first };
}

async function theirs(links: number, target: string): Promise<void> {
  requirePeer('vscode-uri'); // installs the peers where they are not there yet
  const markdownIt = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'))('markdown-it');
  const parser = markdownIt({ html: true });
  const program = join(
    import.meta.dirname,
    'peers/node_modules/vscode-markdown-languageserver/dist/node/workerMain.js',
  );
  const started = performance.now();
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const textOf = (uri: string) => readFileSync(fileURLToPath(uri), 'utf8');
  connection.onRequest('markdown/parse', ({ uri, text }: { uri: string; text?: string }) =>
    parser.parse(text ?? textOf(uri), {}),
  );
  connection.onRequest('markdown/fs/readFile', ({ uri }: { uri: string }) => [...readFileSync(fileURLToPath(uri))]);
  connection.onRequest('markdown/fs/readDirectory', ({ uri }: { uri: string }) =>
    readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((each) => [
      each.name,
      { isDirectory: each.isDirectory() },
    ]),
  );
  connection.onRequest('markdown/fs/stat', ({ uri }: { uri: string }) => {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found === undefined ? null : { isDirectory: found.isDirectory() };
  });
  connection.onRequest('markdown/fs/watcher/create', () => null);
  connection.onRequest('markdown/fs/watcher/delete', () => null);
  const all = readdirSync(asMarkdown, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const uris = all.map((name) => pathToFileURL(join(asMarkdown, name)).href);
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => uris);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  const rootUri = pathToFileURL(asMarkdown).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'markdown' }],
    capabilities: { workspace: { workspaceFolders: true } },
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(target).href;
  const ask = () => connection.sendRequest<unknown[]>('markdown/getReferencesToFileInWorkspace', { uri });
  await ask();
  const ready = performance.now() - started;
  const at = performance.now();
  const found = await ask();
  const took = performance.now() - at;
  console.log(
    `vscode-markdown-languageserver: ${all.length} files, ${links} links, start to references ${Math.round(ready)} ms, ` +
      `again ${took.toFixed(1)} ms (${found.length} found), ${Math.round(memoryOf(child.pid, 'VmRSS'))} MB`,
  );
  child.kill();
}
