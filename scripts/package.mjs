/**
 * The `.vsix`, byte for byte the same wherever and whenever it is made of the same commit: times are those of the commit, and time zone,
 * language and modes of files are not those of the machine. `--check` makes it twice, as if on two machines, and compares.
 *   node scripts/package.mjs [--check] [vsce's options]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VSCE = 'node_modules/@vscode/vsce/vsce';
const OPTIONS = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
/** Of the first commit in which the package was made so: for a tree that comes without its history. */
const NO_COMMIT = '1795305600';

if (process.argv[2] === '--check') check();
else make(process.argv.slice(2), 'inherit');

function make(options, stdio) {
  process.umask(0o022);
  const packed = execFileSync(process.execPath, [VSCE, 'ls', '--no-dependencies'], { encoding: 'utf8' });
  // What is built is built anew; what lies here has the modes that it was checked out with.
  for (const file of packed.trim().split('\n')) if (!file.startsWith('dist/')) chmodSync(file, 0o644);
  const { status } = spawnSync(process.execPath, [VSCE, 'package', ...OPTIONS, ...options], {
    stdio,
    env: { ...process.env, SOURCE_DATE_EPOCH: commitTime(), TZ: 'UTC', LC_ALL: 'en_US.UTF-8' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Seconds since 1970. */
function commitTime() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return process.env.SOURCE_DATE_EPOCH ?? (status === 0 ? stdout.trim() : NO_COMMIT);
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-package-'));
  try {
    const [here, there] = [
      { name: 'here.vsix', mask: 0o022, env: {} },
      { name: 'there.vsix', mask: 0o077, env: { TZ: 'Asia/Baghdad', LANG: 'ar_IQ.UTF-8', LC_ALL: 'ar_IQ.UTF-8' } },
    ].map(({ name, mask, env }) => {
      const file = join(folder, name);
      process.umask(mask);
      const made = spawnSync(process.execPath, [process.argv[1], '--out', file], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      if (made.status !== 0) throw new Error(`${made.stdout}${made.stderr}`);
      return createHash('sha256').update(readFileSync(file)).digest('hex');
    });
    console.log(`${here}\n${there}\n${here === there ? 'the same' : 'DIFFERENT'}`);
    process.exitCode = here === there ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
