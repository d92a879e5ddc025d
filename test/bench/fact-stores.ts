/**
 * Where facts are kept between sessions: `node:sqlite`, a file of length-prefixed records, a file of lines with checksums (what Fihris
 * does). The same records each, read back whole and checked, as a start does.
 *
 *     node test/bench/fact-stores.ts FACTS.ndjson [rounds]
 *
 * `FACTS.ndjson`: what `fihris facts` prints. Milliseconds, median.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import Table from 'cli-table3';

const [file, rounds = '5'] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: fact-stores.ts FACTS.ndjson [rounds]');

interface Kept {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly json: string;
}

const records: Kept[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((json, index) => ({ path: `${index}.txt`, size: index, modified: index, json }));

interface Store {
  write(at: string): void;
  /** Gives how many records it read and parsed. */
  read(at: string): number;
}

const writeFile = (at: string, bytes: Buffer) => {
  const descriptor = openSync(at, 'w');
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
  fsyncSync(descriptor);
  closeSync(descriptor);
};

const STORES: Readonly<Record<string, Store>> = {
  'node:sqlite': {
    write(at) {
      const base = new DatabaseSync(at);
      base.exec('CREATE TABLE facts (path TEXT PRIMARY KEY, size INTEGER, modified REAL, json TEXT) WITHOUT ROWID');
      const insert = base.prepare('INSERT INTO facts VALUES (?, ?, ?, ?)');
      base.exec('BEGIN');
      for (const { path, size, modified, json } of records) insert.run(path, size, modified, json);
      base.exec('COMMIT');
      base.close();
    },
    read(at) {
      const base = new DatabaseSync(at, { readOnly: true });
      let count = 0;
      for (const row of base.prepare('SELECT path, size, modified, json FROM facts').iterate())
        count += JSON.parse(String(row.json)) === null ? 0 : 1;
      base.close();
      return count;
    },
  },
  'length-prefixed records': {
    write(at) {
      const parts: Buffer[] = [];
      for (const { path, size, modified, json } of records) {
        const content = Buffer.from(`${JSON.stringify([path, size, modified])}\t${json}`);
        const prefix = Buffer.alloc(8);
        prefix.writeUInt32LE(content.length, 0);
        prefix.writeUInt32LE(crc32(content), 4);
        parts.push(prefix, content);
      }
      writeFile(at, Buffer.concat(parts));
    },
    read(at) {
      const bytes = readFileSync(at);
      let count = 0;
      for (let start = 0; start < bytes.length; ) {
        const content = bytes.subarray(start + 8, start + 8 + bytes.readUInt32LE(start));
        if (crc32(content) !== bytes.readUInt32LE(start + 4)) break;
        count += checked(content);
        start += 8 + content.length;
      }
      return count;
    },
  },
  'lines with checksums': {
    write(at) {
      const lines = records.map(({ path, size, modified, json }) => {
        const content = `${JSON.stringify([path, size, modified])}\t${json}`;
        return `${crc32(content).toString(16).padStart(8, '0')} ${content}\n`;
      });
      writeFile(at, Buffer.from(lines.join('')));
    },
    read(at) {
      const bytes = readFileSync(at);
      let count = 0;
      for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) {
        const content = bytes.subarray(start + 9, end);
        if (crc32(content) === Number.parseInt(bytes.toString('latin1', start, start + 8), 16))
          count += checked(content);
      }
      return count;
    },
  },
};

function checked(content: Buffer): number {
  const tab = content.indexOf(9);
  const head: unknown = JSON.parse(content.toString('utf8', 0, tab));
  const facts: unknown = JSON.parse(content.toString('utf8', tab + 1));
  return head === null || facts === null ? 0 : 1;
}

const folder = mkdtempSync(join(tmpdir(), 'fihris-stores-'));
const table = new Table({ head: ['store', 'write', 'read', 'MB'], style: { head: [], border: [] } });
try {
  for (const [name, store] of Object.entries(STORES)) {
    const writes: number[] = [];
    const reads: number[] = [];
    let size = 0;
    for (let round = 0; round < Number(rounds); round++) {
      const at = join(folder, `${round}`);
      writes.push(timed(() => store.write(at)));
      reads.push(
        timed(() => {
          const count = store.read(at);
          if (count !== records.length) throw new Error(`${name}: ${count} of ${records.length} records`);
        }),
      );
      size = statSync(at).size;
      rmSync(at);
    }
    table.push([name, median(writes), median(reads), (size / 1e6).toFixed(1)]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${records.length} records, Node ${process.versions.node}\n${table.toString()}`);

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(times: number[]): string {
  return String(Math.round(times.sort((a, b) => a - b)[times.length >> 1] ?? 0));
}
