/** The process of the language server: how it is started, and that it ends. */
import { type ChildProcess, fork } from 'node:child_process';
import type { LogOutputChannel } from 'vscode';
import { SERVER_ENVIRONMENT } from './server-environment.ts';

/** Where a debugger finds the server while the extension itself is being debugged. */
const INSPECTOR = '--inspect=6011';

/** What V8 says on standard error before it ends a process. */
const OUT_OF_MEMORY = /heap out of memory/;

const outOfMemory = new WeakSet<ChildProcess>();

/** Whether a server ended because it had used up its memory. */
export const ranOutOfMemory = (child: ChildProcess | null): boolean => child !== null && outOfMemory.has(child);

/** Starts the bundled server, to be spoken to by its standard streams. Of a start that fails the client library sees streams that end. */
export function startServer(module: string, log: LogOutputChannel): ChildProcess {
  const isDebugged = process.execArgv.some((argument) => argument.startsWith('--inspect'));
  const child = fork(module, ['--stdio', `--clientProcessId=${process.pid}`], {
    silent: true,
    execArgv: isDebugged ? [INSPECTOR] : [],
    // Where VS Code is a desktop program, its Electron runs the server as Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1', ...SERVER_ENVIRONMENT },
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (OUT_OF_MEMORY.test(text)) outOfMemory.add(child);
  });
  child.on('error', (error) => log.error(`The process of the server: ${String(error)}`));
  child.on('exit', (code, signal) => {
    if (code !== 0) log.warn(`The process of the server ended with ${signal ?? `code ${code}`}.`);
  });
  return child;
}

/** Ends a server that has not ended although it was told to. */
export function endServer(child: ChildProcess | null): void {
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}
