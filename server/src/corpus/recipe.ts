/** What facts are made with: they are worth as much as the programs and the model that made them are the same. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * A hash of the lengths and checksums of the files that make facts: of the built program of the workers, which holds the rules and the
 * lexicon, and of the model. It changes by itself with any of them, and is the same for the server and the command line. Checksums of
 * 32 bits tell versions apart in a fifth of the time of a longer hash, for which a server that starts would wait. `model`: the key of what
 * else reads names (transformer-folder.ts). Null where a file cannot be read: then nothing made by it can be told from anything else.
 */
export function recipeHash(files: readonly (string | URL)[], model = ''): string | null {
  const hash = createHash('sha256');
  try {
    for (const file of files) hash.update(`${isModel(file) ? modelChecksum(file) : checksumOf(file)}\n`);
  } catch {
    return null;
  }
  if (model !== '') hash.update(model);
  return hash.digest('hex').slice(0, 32);
}

const isModel = (file: string | URL): boolean => String(file).endsWith('.bin');

/** Without a model the rules go on alone; that is a recipe too. */
function modelChecksum(file: string | URL): string {
  try {
    return checksumOf(file);
  } catch {
    return 'none';
  }
}

/** So many bytes at a time: memory for a whole program or model would have to be had from the system first. */
const CHUNK = 65_536;

/** Length and checksum of a file. */
function checksumOf(file: string | URL): string {
  const chunk = Buffer.allocUnsafeSlow(CHUNK);
  let length = 0;
  let sum = 0;
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const read = readSync(descriptor, chunk, 0, CHUNK, length);
      if (read === 0) return `${length} ${sum}`;
      sum = crc32(chunk.subarray(0, read), sum);
      length += read;
    }
  } finally {
    closeSync(descriptor);
  }
}
