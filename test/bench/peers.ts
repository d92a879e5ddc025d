/** What the benchmarks run beside Fihris, from `test/bench/peers`: installed there when it is first asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');

/** Loads a package of the peers, installing all of them first where they are not there yet. Throws when that fails. */
export function requirePeer(name: string): unknown {
  if (!existsSync(join(folder, 'node_modules'))) {
    console.error(`installing the peers in ${folder}`);
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return createRequire(join(folder, 'package.json'))(name);
}
