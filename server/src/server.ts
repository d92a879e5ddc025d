/**
 * Entry of the language server: `node dist/server.js --stdio`, or `--node-ipc` where a Node program starts it. Ends with its client:
 * when the connection is closed or the process that the client names is gone. Small, because what was compiled in an earlier session is
 * there only for what is loaded by it.
 */
import nodeModule from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './corpus/cache-folder.ts';
import { runProgram } from './corpus/compiled-program.ts';
import { ReadingThread } from './corpus/reading-thread.ts';
import type * as serveProgram from './serve.ts';

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
  const compiled = compiledFolder();
  // For the threads. Not every Node that a client may start this with has it, and none fails where the folder cannot be written.
  if (compiled !== null) nodeModule.enableCompileCache?.(compiled);
  const thread = new ReadingThread(new URL('./file-reader.js', import.meta.url));
  // It takes as long to start as the server to be loaded, and whoever starts with a folder needs it at once.
  thread.start();
  const { exports, keep } = runProgram<typeof serveProgram>(new URL('./serve.js', import.meta.url), compiled);
  exports.serve(import.meta.url, thread, keep);
}

/**
 * As the extension starts it (client/src/server-process.ts): a few folders whose disks hang keep no others waiting. Counts where Node has
 * not read anything on such a thread before its first program runs: from Node 24 on.
 */
function waitForFilesOnManyThreads(): void {
  process.env.UV_THREADPOOL_SIZE ??= '16';
}

/** In the reader's own folder: in a temporary one that all may write to anybody could put compiled code. */
function compiledFolder(): string | null {
  const storage = cacheFolder(process.env, process.platform);
  return storage === null ? null : join(storage, 'compiled');
}
