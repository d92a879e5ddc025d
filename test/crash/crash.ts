/**
 * Kill -9 while corrections are written. At random points either the server is killed, and its window starts another, or the window with
 * its server. After each the file must hold every correction that was acknowledged: one is where the editor's save has returned, which is
 * when the extension tells the reader that it is written.
 *
 * The server never writes `fihris.yaml`: it answers with an edit, the editor applies it and saves. So the death of a server can cost only
 * a correction that nobody was told of, and what is checked here is that this is so from end to end: that no server touches the file, that
 * one started on whatever was left goes on from there, and that an edit made by a server that knew less never takes a line away.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { uniform } from '../../server/train/random.ts';
import { ARTICLE, EditorWindow, PEOPLE, renamesIn, TEXT } from './window.ts';

/** Reader's own lines, which no correction may touch. */
const HEAD = '# mine\nname: أرشيف # so\n';

export interface CrashReport {
  readonly points: number;
  readonly acknowledged: number;
  readonly seed: number;
}

/** `points`: kills; `seed`: of their times. Rejects where something was lost. */
export async function crash(points: number, seed: number): Promise<CrashReport> {
  const random = uniform(seed);
  const folder = mkdtempSync(join(tmpdir(), 'fihris-crash-'));
  writeFileSync(join(folder, ARTICLE), TEXT);
  writeFileSync(join(folder, 'fihris.yaml'), HEAD);
  /** By person: the last name acknowledged, and its number among all. */
  const acknowledged = new Map<string, string>();
  let count = 0;
  let window: Correcting | null = null;
  try {
    for (let point = 0; point < points; point++) {
      window ??= new Correcting(folder, 1000 * (point + 1), (person, name) => {
        acknowledged.set(person, name);
        count++;
      });
      const server = await window.nextServer();
      await sleep(random() * 400);
      if (random() < 0.75) kill(server);
      else {
        await window.kill();
        window = null;
        check(folder, acknowledged);
      }
    }
    await window?.kill();
    check(folder, acknowledged);
    await checkTold(folder, acknowledged);
  } finally {
    await window?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return { points, acknowledged: count, seed };
}

function check(folder: string, acknowledged: ReadonlyMap<string, string>): void {
  const text = readFileSync(join(folder, 'fihris.yaml'), 'utf8');
  assert.ok(text.startsWith(HEAD), text);
  const written = renamesIn(text);
  for (const [person, name] of acknowledged) {
    const found = written.get(person);
    // The next one may have been saved without anybody having been told.
    const isLater = found !== undefined && numberOf(found) > numberOf(name);
    assert.ok(found === name || isLater, `${name} was acknowledged, and the file has ${found}`);
  }
}

const numberOf = (name: string): number => Number(/-(\d+)$/.exec(name)?.[1]);

/** A fresh server reads it all, and has nothing to complain of. */
async function checkTold(folder: string, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const window = new EditorWindow(folder, 'after');
  await window.start();
  try {
    const [person = PEOPLE[0] ?? ''] = acknowledged.keys();
    const name = renamesIn(readFileSync(join(folder, 'fihris.yaml'), 'utf8')).get(person);
    const found = await window.client.request<{ name: string }[]>('workspace/symbol', { query: person });
    assert.ok(name === undefined || found.some((symbol) => symbol.name === name), JSON.stringify(found));
    assert.deepEqual([...window.client.diagnostics.values()].flat(), []);
  } finally {
    await window.stop();
  }
}

class Correcting {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #servers: number[] = [];
  #server: number | null = null;
  #errors = '';
  #told: (() => void) | null = null;

  constructor(folder: string, seed: number, acknowledge: (person: string, name: string) => void) {
    const script = join(import.meta.dirname, 'correcting.ts');
    // A group of its own, so that the server goes with its window.
    this.#process = spawn(process.execPath, [script, folder, String(seed)], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = new Promise((resolve) => this.#process.once('close', resolve));
    this.#process.stderr?.on('data', (chunk) => {
      this.#errors += chunk;
    });
    let rest = '';
    this.#process.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, server, person, name] = /^(?:server (\d+)|acknowledged (.+)=(.+))$/.exec(line) ?? [];
        if (server !== undefined) {
          this.#servers.push(Number(server));
          this.#told?.();
        } else if (person !== undefined && name !== undefined) acknowledge(person, name);
      }
    });
  }

  /** The server that has come since this was last asked. */
  async nextServer(): Promise<number> {
    const came = new Promise<void>((resolve) => {
      this.#told = resolve;
    });
    if (this.#servers.at(-1) === this.#server || this.#servers.length === 0)
      await Promise.race([came, this.#ended.then(() => assert.fail(`the window ended: ${this.#errors}`))]);
    this.#server = this.#servers.at(-1) ?? assert.fail('no server');
    return this.#server;
  }

  /** With its server. Done when all that it had said is heard. */
  async kill(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) kill(-(this.#process.pid ?? 0));
    await this.#ended;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
