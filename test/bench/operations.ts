/** All of operations/, one after the other (see growth.ts); ends with code 1 where one of them grows by more than it may. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

for (const file of globSync('operations/*.ts', { cwd: import.meta.dirname }).sort()) {
  const args = [join(import.meta.dirname, file), ...process.argv.slice(2)];
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
}
