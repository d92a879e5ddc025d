/** The process of the server, as the extension starts it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogOutputChannel } from 'vscode';
import { startServer } from '../../../client/src/server-process.ts';

/** Four folders whose disks hang, with as many files of each being waited for as a corpus waits for. */
const HANGING = 4 * 3;

test('files come while those of four folders do not', { skip: process.platform === 'win32' }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-threads-'));
  t.after(() => rmSync(folder, { recursive: true }));
  // Whoever opens a pipe waits for whoever writes to it.
  const pipes = Array.from({ length: HANGING }, (_, at) => join(folder, String(at)));
  execFileSync('mkfifo', pipes);
  const program = join(folder, 'server.mjs');
  writeFileSync(
    program,
    `import { open, readFile } from 'node:fs';
    for (const pipe of ${JSON.stringify(pipes)}) open(pipe, 'r', () => {});
    readFile(${JSON.stringify(program)}, () => process.stdout.write('read'));`,
  );
  const child = startServer(program, { warn: () => {}, error: () => {} } as unknown as LogOutputChannel);
  // It cannot end by itself: Node waits for its threads.
  t.after(() => child.kill('SIGKILL'));
  const said = once(child.stdout ?? assert.fail(), 'data').then(String);
  assert.equal(await Promise.race([said, sleep(10_000, 'nothing', { ref: false })]), 'read');
});
