/**
 * How long the built server takes for the pictures of a corpus that are asked for in the moment in which it says that it is ready, and
 * again: the timeline and the network as the pages ask for them first. From nothing, and from what the last session kept. Wall time, and
 * in brackets processor time of the server's main thread, which says more on a machine that has other work.
 *
 *     npm run build -- --production && node test/bench/first-pictures.ts FOLDER STORAGE
 *
 * `STORAGE`: where the server keeps what it knows of the folder; an empty one is filled first.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestClient } from '../server/client.ts';
import { memoryOf, untilKept, untilReady } from './served.ts';

const TIMES = 3;

const [given, storage] = process.argv.slice(2);
if (given === undefined || storage === undefined) throw new Error('usage: first-pictures.ts FOLDER STORAGE');
const folder = resolve(given);
const uri = pathToFileURL(folder).href;

function processorOf({ process: { pid } }: TestClient): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

async function session(name: string, kept: string | null, isLast: boolean): Promise<void> {
  const began = performance.now();
  const client = await TestClient.start({
    folders: [folder],
    initializationOptions: { ownMarks: true, storage: kept },
  });
  await untilReady(client);
  console.log(`${name}: ready after ${Math.round(performance.now() - began)} ms`);
  for (const [picture, params] of [
    ['fihris/timeline', { uri, entity: null, from: null, to: null, unit: 'year' }],
    ['fihris/network', { uri, entity: null, from: null, to: null }],
  ] as const) {
    const took: string[] = [];
    let length = 0;
    for (let time = 0; time < TIMES; time++) {
      const [asked, worked] = [performance.now(), processorOf(client)];
      const answer = await client.request(picture, params);
      took.push(`${Math.round(performance.now() - asked)} (${Math.round(processorOf(client) - worked)})`);
      length = JSON.stringify(answer).length;
    }
    console.log(`  ${picture}: ${took.join(' ')} ms; ${Math.round(length / 1000)} KB`);
  }
  console.log(`  memory ${Math.round(memoryOf(client.process.pid, 'VmRSS'))} MB`);
  if (!isLast && kept !== null) await untilKept(kept);
  await client.stop();
}

await session('read anew, or from what was kept', storage, false);
await session('from what was kept', storage, true);
