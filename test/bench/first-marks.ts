/**
 * How long a reader waits for the first marks: from the activation of the extension to the first marks drawn in the article that is
 * open; the language server starts in between. In the embedded VS Code, with its processes started anew for each run.
 *
 *     npm run build && node test/bench/first-marks.ts [folder] [runs]
 *
 * `folder`: a corpus; without it, $FIHRIS_CORPUS or `examples/`. Prints two rows of times (ms) with their medians, and how busy the
 * processors were meanwhile:
 * - settled: the window stands idle on an empty folder; then the articles come into it and one is opened.
 * - starting: the window is opened on the articles, one of them open. The extension then shares the processors with VS Code's own
 *   start, here that of a browser too.
 */

import { cpSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder, tinyExtension } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

const [folder = process.env.FIHRIS_CORPUS ?? join(ROOT, 'examples'), runs = '5'] = process.argv.slice(2);

/** Says in a message what the extension's API tells, once the extension was activated as VS Code activates it. */
const WITNESS = tinyExtension(`exports.activate = () => {
  const fihris = vscode.extensions.getExtension('fihris.fihris');
  const timer = setInterval(async () => {
    if (!fihris.isActive) return;
    clearInterval(timer);
    vscode.window.showInformationMessage('first marks: ' + await fihris.exports.firstMarks);
  }, 20);
};`);

const file = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()[0];
if (!file) throw new Error(`${folder} has no article`);

await measure('settled', async () => {
  const place = temporaryFolder({});
  const workbench = await openWorkbench({ folder: place, extensions: [ROOT, WITNESS] });
  try {
    await idle();
    const before = processorTime();
    cpSync(folder, place, { recursive: true });
    await workbench.openFile(file);
    return await told(workbench, before);
  } finally {
    await workbench.close();
  }
});

await measure('starting', async () => {
  const before = processorTime();
  const workbench = await openWorkbench({ folder: resolve(folder), file, extensions: [ROOT, WITNESS] });
  try {
    return await told(workbench, before);
  } finally {
    await workbench.close();
  }
});

interface Wait {
  /** From activation to the first marks, in milliseconds. */
  readonly time: number;
  /** How busy the processors were, from 0 to 1. */
  readonly busy: number;
}

async function measure(name: string, once: () => Promise<Wait>): Promise<void> {
  const waits: Wait[] = [];
  for (let run = 0; run < Number(runs); run++) waits.push(await once());
  const times = waits.map(({ time }) => time);
  const busy = Math.round(median(waits.map(({ busy }) => busy)) * 100);
  console.log(`${name}: ${times.join(', ')} ms; median ${median(times)} ms; processors ${busy}% busy`);
}

async function told(workbench: Workbench, before: ProcessorTime): Promise<Wait> {
  const time = await eventually('the first marks', async () => {
    const messages = await workbench.notifications();
    return messages.map((message) => /first marks: (\d+)/.exec(message)?.[1]).find((found) => found !== undefined);
  });
  return { time: Number(time), busy: busyShare(before, processorTime()) };
}

/** Waits until the processors have been nearly idle for a second. */
async function idle(): Promise<void> {
  for (let second = 0; second < 60; second++) {
    const before = processorTime();
    await sleep(1000);
    if (busyShare(before, processorTime()) < 0.15) return;
  }
  throw new Error('the processors are busy with something else');
}

interface ProcessorTime {
  readonly busy: number;
  readonly idle: number;
}

function processorTime(): ProcessorTime {
  const times = cpus().map(({ times }) => times);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    busy: sum(times.map(({ user, nice, sys, irq }) => user + nice + sys + irq)),
    idle: sum(times.map(({ idle }) => idle)),
  };
}

function busyShare(from: ProcessorTime, to: ProcessorTime): number {
  const busy = to.busy - from.busy;
  return busy / (busy + to.idle - from.idle);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
