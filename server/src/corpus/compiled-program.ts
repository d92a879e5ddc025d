/**
 * A program of ours together with what V8 compiled of it in an earlier session. Node's own compile cache has only what is compiled before
 * a program runs: functions that it calls are compiled anew with each start, which is a sixth of one (docs/performance.md).
 */
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** Bytes before what V8 made: checksums (CRC-32, big-endian) of the program and of what follows. V8 itself compares its version and flags. */
const HEADER = 8;
/**
 * Later (ms after the start of the process) nothing is kept: V8 lets go of what ran once and not again, all that a start calls among it. After a long
 * indexing 1.2 MB were kept instead of 2.0, and starts were as slow as without.
 */
const FRESH = 10_000;
/** What was written so long ago (ms) is deleted: of a version that nobody may start any more. It is made again where somebody does. */
const OLD = 60 * 86_400_000;

/** What the build makes of such a program: one expression (esbuild.mjs). `address`: its own, as a URL. */
type Program<Exports> = (module: { exports: Exports }, require: NodeJS.Require, address: string) => void;

export interface CompiledProgram<Exports> {
  readonly exports: Exports;
  /**
   * Keeps what is compiled by now, unless it was there or the process is no longer fresh; some 20 ms in which nothing else is done. Whether
   * it was written; false also where it cannot be, for it is only a matter of time. Never rejects.
   */
  keep(): Promise<boolean>;
}

/** Runs the program at `file`. `folder`: the reader's own, where what was compiled of it is kept; null where there is none. Throws where it cannot be read or run. */
export function runProgram<Exports>(file: URL, folder: string | null): CompiledProgram<Exports> {
  const filename = fileURLToPath(file);
  const source = readFileSync(filename);
  const checksum = crc32(source);
  const kept = folder === null ? null : join(folder, `${basename(filename)}.${cachedDataVersionTag().toString(16)}`);
  const cachedData = kept === null ? undefined : readKept(kept, checksum);
  const script = new Script(source.toString('utf8'), { filename, ...(cachedData && { cachedData }) });
  const isThere = cachedData !== undefined && script.cachedDataRejected !== true;
  const module = {} as { exports: Exports };
  (script.runInThisContext() as Program<Exports>)(module, createRequire(file), file.href);
  return {
    exports: module.exports,
    keep: async () => {
      if (kept === null || folder === null || isThere || performance.now() > FRESH) return false;
      const made = script.createCachedData();
      const header = Buffer.alloc(HEADER);
      header.writeUInt32BE(checksum, 0);
      header.writeUInt32BE(crc32(made), 4);
      return await writeKept(folder, kept, Buffer.concat([header, made]));
    },
  };
}

/** Undefined where there is nothing, or not all of it, or of another program. V8 takes what it is given as it is. */
function readKept(kept: string, checksum: number): Buffer | undefined {
  try {
    const bytes = readFileSync(kept);
    const made = bytes.subarray(HEADER);
    return bytes.readUInt32BE(0) === checksum && bytes.readUInt32BE(4) === crc32(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

async function writeKept(folder: string, kept: string, bytes: Buffer): Promise<boolean> {
  // Of two that write at the same time each has its own.
  const passing = `${kept}.${process.pid}.tmp`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(passing, bytes, { mode: 0o600 });
    await rename(passing, kept);
    await forgetOld(folder);
    return true;
  } catch {
    await rm(passing, { force: true }).catch(() => {});
    return false;
  }
}

/** Node deletes nothing of what it keeps there. */
async function forgetOld(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && Date.now() - (await stat(path)).mtimeMs > OLD) await rm(path, { force: true });
  }
}
