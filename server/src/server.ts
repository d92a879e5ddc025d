/**
 * Entry of the language server: `node dist/server.js --stdio`, or `--node-ipc` where a Node program starts it. Ends with its client:
 * when the connection is closed or the process that the client names is gone. Small, because V8 keeps what it compiled only of what is
 * loaded after it was told where.
 */
import nodeModule from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './corpus/cache-folder.ts';
import { ReadingThread } from './corpus/reading-thread.ts';

const TRANSPORTS = new Set(['--stdio', '--node-ipc']);

const args = process.argv.slice(2);
const unknown = args.find((arg) => !TRANSPORTS.has(arg) && !/^--clientProcessId=\d+$/.test(arg));
const transports = args.filter((arg) => TRANSPORTS.has(arg));

if (unknown !== undefined || transports.length !== 1) {
  const problem =
    unknown === undefined ? 'expected one of --stdio, --node-ipc' : `unknown argument ${JSON.stringify(unknown)}`;
  process.stderr.write(`fihris-server: ${problem}; usage: server.js --stdio\n`);
  process.exitCode = 2;
} else if (transports[0] === '--node-ipc' && process.send === undefined) {
  process.stderr.write('fihris-server: --node-ipc works only where a Node program starts it as a child\n');
  process.exitCode = 2;
} else {
  waitForFilesOnManyThreads();
  keepCompiled();
  const thread = new ReadingThread(new URL('./file-reader.js', import.meta.url));
  // It takes as long to start as the server to be loaded, and whoever starts with a folder needs it at once.
  thread.start();
  const { serve } = await import('./serve.ts');
  serve(import.meta.url, thread);
}

/**
 * As the extension starts it (client/src/server-process.ts): a few folders whose disks hang keep no others waiting. Counts where Node has
 * not read anything on such a thread before its first program runs: from Node 24 on.
 */
function waitForFilesOnManyThreads(): void {
  process.env.UV_THREADPOOL_SIZE ??= '16';
}

/** In the reader's own folder: in a temporary one that all may write to anybody could put compiled code. */
function keepCompiled(): void {
  const storage = cacheFolder(process.env, process.platform);
  // Not every Node that a client may start this with has it, and none fails where the folder cannot be written.
  if (storage !== null) nodeModule.enableCompileCache?.(join(storage, 'compiled'));
}
