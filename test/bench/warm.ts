/**
 * A session that goes on from what the last one kept: ready, beside the floor in turns, and what is asked of it for the first time and
 * again. Wall time, and processor time of the server's main thread, which says more on a machine that has other work.
 *
 *     npm run build && node test/bench/warm.ts FOLDER STORAGE
 *
 * `STORAGE`: where the server keeps what it knows of the folder; a first run fills it.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestClient } from '../server/client.ts';
import { articlesIn, memoryOf, persons, untilKept, untilReady } from './served.ts';

const ROUNDS = 5;

const [given, storage] = process.argv.slice(2);
if (given === undefined || storage === undefined) throw new Error('usage: warm.ts FOLDER STORAGE');
const folder = resolve(given);
const files = articlesIn(folder);
const open = () => TestClient.start({ folders: [folder], initializationOptions: { ownMarks: true, storage } });
const processorOf = (client: TestClient): number => {
  const { pid } = client.process;
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
};

type Time = readonly [wall: number, processor: number];
const shown = (name: string, times: readonly Time[]) => {
  const at = (index: 0 | 1, share: number) => {
    const sorted = times.map((time) => time[index]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  };
  console.log(
    `${name}: median ${at(0, 0.5)}, p95 ${at(0, 0.95)} ms; of processor median ${at(1, 0.5)}, p95 ${at(1, 0.95)} ms`,
  );
};

const filling = await open();
await untilReady(filling);
await untilKept(storage);
await filling.stop();

const floor: Time[] = [];
const ready: Time[] = [];
let memory = 0;
for (let round = 0; round < ROUNDS; round++) {
  const before = process.cpuUsage();
  const began = performance.now();
  let words = 0;
  for (const file of articlesIn(folder)) words += readFileSync(file, 'utf8').split(/\s+/u).length;
  const { user, system } = process.cpuUsage(before);
  if (words === 0) throw new Error(`${folder} has no words`);
  floor.push([performance.now() - began, (user + system) / 1000]);
  const started = performance.now();
  const client = await open();
  await untilReady(client);
  ready.push([performance.now() - started, processorOf(client)]);
  memory = memoryOf(client.process.pid, 'VmRSS');
  await client.stop();
}
shown('floor', floor);
shown(`ready, start of Node included (${Math.round(memory)} MB)`, ready);

const client = await open();
await untilReady(client);
await new Promise((done) => setTimeout(done, 1500));
const places = await persons(client, files, 40);
const timed = async (name: string, ask: (place: (typeof places)[number]) => Promise<() => Promise<unknown>>) => {
  const times: Time[] = [];
  for (const place of places) {
    const work = await ask(place);
    const [wall, processor] = [performance.now(), processorOf(client)];
    await work();
    times.push([performance.now() - wall, processorOf(client) - processor]);
  }
  shown(name, times);
};
const asking =
  (method: string, more: object = {}) =>
  async ({ uri, mark }: (typeof places)[number]) => {
    const params = { textDocument: { uri }, position: mark.range.start, ...more };
    return () => client.request(method, params);
  };
for (const time of ['first', 'again']) {
  await timed(`hover, ${time}`, asking('textDocument/hover'));
  await timed(`references, ${time}`, asking('textDocument/references', { context: { includeDeclaration: true } }));
  await timed(`edit, ${time}`, async ({ uri, file, mark }) => {
    await client.open(uri, readFileSync(file, 'utf8'));
    await client.request('fihris/marks', { uri });
    const { start } = mark.range;
    return async () => {
      await client.edit(uri, 'اليوم ', { start, end: start });
      await client.request('fihris/marks', { uri });
      await client.notify('textDocument/didClose', { textDocument: { uri } });
    };
  });
}
console.log(`memory after that: ${Math.round(memoryOf(client.process.pid, 'VmRSS'))} MB`);
await client.stop();
