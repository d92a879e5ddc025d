/**
 * How long the built server takes to its first answers on a folder: from the start of its process to the answer to `initialize`, and to
 * the first right hover. Wall time is what a reader waits for; processor time of its main thread says the same on a busy machine.
 *
 *     npm run build && node test/bench/start.ts [folder] [runs]
 *
 * `folder`: `examples/` without it. The first run, which compiles the program and reads the articles, is shown apart.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, type Hover } from 'vscode-languageserver-protocol/node';
import type { Mark } from '../../server/src/lsp/requests.ts';
import { ROOT } from '../host/paths.ts';
import { SERVER } from '../server/client.ts';
import { articlesIn } from './served.ts';

const [given = join(ROOT, 'examples'), runs = '9'] = process.argv.slice(2);
const folder = resolve(given);
const [article] = articlesIn(folder);
if (article === undefined) throw new Error(`${folder} has no article`);

interface Start {
  /** Milliseconds. */
  readonly initialized: number;
  readonly processor: number;
  readonly hovered: number;
}

const kept = mkdtempSync(join(tmpdir(), 'fihris-bench-start-'));
try {
  const first = await start(kept);
  const starts: Start[] = [];
  for (let run = 0; run < Number(runs); run++) starts.push(await start(kept));
  const median = (of: (start: Start) => number) =>
    Math.round(starts.map(of).sort((a, b) => a - b)[Math.floor(starts.length / 2)] ?? Number.NaN);
  console.log(`first: initialize ${Math.round(first.initialized)} ms, hover ${Math.round(first.hovered)} ms`);
  console.log(
    `median of ${starts.length}: initialize ${median(({ initialized }) => initialized)} ms` +
      ` (${median(({ processor }) => processor)} ms of processor), hover ${median(({ hovered }) => hovered)} ms`,
  );
} finally {
  rmSync(kept, { recursive: true, force: true });
}

async function start(storage: string): Promise<Start> {
  const started = performance.now();
  const child = spawn(process.execPath, [SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: storage },
  });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
    initializationOptions: { storage, ownMarks: true },
  });
  const initialized = performance.now() - started;
  const processor = processorTime(child.pid);
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(article as string).href;
  const mark = await firstPerson(connection, uri);
  const position = mark.range.start;
  await connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
  const hovered = performance.now() - started;
  await connection.sendRequest('shutdown');
  const ended = new Promise((done) => child.once('exit', done));
  await connection.sendNotification('exit');
  await ended;
  return { initialized, processor, hovered };
}

async function firstPerson(connection: ReturnType<typeof createProtocolConnection>, uri: string): Promise<Mark> {
  for (;;) {
    const marks = await connection.sendRequest<Mark[] | null>('fihris/marks', { uri });
    const mark = marks?.find(({ kind, resolved }) => kind === 'person' && resolved);
    if (mark !== undefined) return mark;
    if (marks !== null && marks.length > 0) return marks[0] as Mark;
    await new Promise((done) => setTimeout(done, 2));
  }
}

/** Of the main thread; 0 where the system does not say. */
function processorTime(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
