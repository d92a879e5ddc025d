/**
 * What a cold index is made of: processor time by thread when so many articles were read, and when all were. `V8Worker`s compile and
 * collect garbage, `WorkerThread`s read articles, `fihris reading` looks for words, `MainThread` answers and resolves. Linux only.
 *
 *     npm run build -- --production && node test/bench/cold-threads.ts FOLDER [articles]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Table from 'cli-table3';
import { SERVER_ENVIRONMENT } from '../../client/src/server-environment.ts';
import type { Status } from '../../server/src/lsp/requests.ts';
import { TestClient } from '../server/client.ts';
import { articlesIn, fillCorpus, floorOf } from './served.ts';

const [source, size = '10161'] = process.argv.slice(2);
if (source === undefined) throw new Error('FOLDER is missing');

/** Rows: when this share of the articles was read. */
const SHARES = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1];
/** A tick of /proc (ms), as Linux has it on all machines that VS Code runs on. */
const TICK = 10;

const folder = mkdtempSync(join(tmpdir(), 'fihris-bench-'));
try {
  await fillCorpus(source, folder, Number(size));
  console.log(`floor ${Math.round(floorOf(articlesIn(folder)))} ms`);
  const rows = await observed();
  const names = [...new Set(rows.flatMap(({ threads }) => [...threads.keys()]))];
  const table = new Table({ head: ['articles', 'ms', 'processor, ms', ...names], style: { head: [], border: [] } });
  for (const { articles, at, threads } of rows) {
    const all = [...threads.values()].reduce((sum, ms) => sum + ms, 0);
    table.push([
      String(articles),
      String(Math.round(at)),
      String(all),
      ...names.map((name) => String(threads.get(name) ?? '')),
    ]);
  }
  console.log(table.toString());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function observed(): Promise<{ articles: number; at: number; threads: Map<string, number> }[]> {
  const started = performance.now();
  const client = await TestClient.start(
    { folders: [folder], initializationOptions: { ownMarks: true, storage: null } },
    { env: { ...process.env, ...SERVER_ENVIRONMENT } },
  );
  try {
    const rows: { articles: number; at: number; threads: Map<string, number> }[] = [];
    for (;;) {
      const { articles, total, state } = await client.request<Status>('fihris/status');
      const share = SHARES[rows.length];
      if (state === 'ready' || (share !== undefined && share < 1 && total > 0 && articles >= share * total))
        rows.push({ articles, at: performance.now() - started, threads: threadsOf(client.process.pid) });
      if (state === 'ready') return rows;
      await sleep(20);
    }
  } finally {
    await client.stop();
  }
}

/** Milliseconds of processor of the threads that live, those of one name together. */
function threadsOf(pid: number | undefined): Map<string, number> {
  const found = new Map<string, number>();
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const name = stat.slice(stat.indexOf('(') + 1, end);
    const [user = 0, system = 0] = stat
      .slice(end + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    if (user + system > 0) found.set(name, (found.get(name) ?? 0) + (user + system) * TICK);
  }
  return found;
}
