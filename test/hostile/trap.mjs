/**
 * Loaded before a program (`node --import`): nothing in it reaches the network or starts another program, and what of the disk it opens
 * is written down if it lies outside the folders of FIHRIS_TRAP_FOLDERS (one a line), in the file FIHRIS_TRAP_LOG.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { resolve } from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';

const folders = (process.env.FIHRIS_TRAP_FOLDERS ?? '').split('\n');
const { appendFileSync } = fs;
let telling = false;
function tell(what) {
  // Telling is opening a file.
  if (telling) return;
  telling = true;
  try {
    appendFileSync(process.env.FIHRIS_TRAP_LOG, `${what}\n`);
  } finally {
    telling = false;
  }
}

function refuse(module, name, of) {
  of[name] = (...args) => {
    tell(`${module}.${name} ${String(args[0])}`);
    throw new Error(`trapped: ${module}.${name}`);
  };
}

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  refuse('child_process', name, childProcess);
for (const name of ['connect', 'createConnection', 'createServer']) refuse('net', name, net);
refuse('net.Socket', 'connect', net.Socket.prototype);
refuse('net.Server', 'listen', net.Server.prototype);
for (const name of ['connect', 'createServer']) refuse('tls', name, tls);
for (const name of ['request', 'get', 'createServer']) refuse('http', name, http);
for (const name of ['request', 'get', 'createServer']) refuse('https', name, https);
for (const name of ['connect', 'createServer']) refuse('http2', name, http2);
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  refuse('dns', name, dns);
  refuse('dns.promises', name, dns.promises);
}
refuse('dgram', 'createSocket', dgram);
for (const name of ['fetch', 'WebSocket', 'EventSource']) refuse('globalThis', name, globalThis);

/** Opening, reading and changing; asking whether something is there is none of them. */
const PATHS = {
  open: 1,
  readFile: 1,
  readdir: 1,
  opendir: 1,
  writeFile: 1,
  appendFile: 1,
  mkdir: 1,
  mkdtemp: 1,
  rename: 2,
  copyFile: 2,
  link: 2,
  symlink: 2,
  rm: 1,
  rmdir: 1,
  unlink: 1,
  truncate: 1,
  chmod: 1,
};

function watch(of, name, paths) {
  const real = of[name];
  if (real === undefined) return;
  of[name] = function (...args) {
    for (const path of args.slice(0, paths)) if (typeof path !== 'number') look(name, path);
    return real.apply(this, args);
  };
}

function look(name, path) {
  const file = path instanceof URL ? fileURLToPath(path) : resolve(String(path));
  if (!folders.some((folder) => file === folder || file.startsWith(`${folder}/`))) tell(`fs.${name} ${file}`);
}

for (const [name, paths] of Object.entries(PATHS)) {
  watch(fs, name, paths);
  watch(fs, `${name}Sync`, paths);
  watch(fs.promises, name, paths);
}
watch(fs, 'createReadStream', 1);
watch(fs, 'createWriteStream', 1);
syncBuiltinESMExports();
