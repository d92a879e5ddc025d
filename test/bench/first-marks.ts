/**
 * How long a reader waits for the first marks: from the activation of the extension (VS Code and the folder are open, the language
 * server is not started yet) to the first marks drawn in the article that is open. In the embedded VS Code, with its processes
 * started anew for each run.
 *
 *     npm run build && node test/bench/first-marks.ts [folder] [runs]
 *
 * `folder`: a corpus; without it, $FIHRIS_CORPUS or `examples/`. Prints each run and the median, in milliseconds.
 */

import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { tinyExtension } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const [folder = process.env.FIHRIS_CORPUS ?? join(ROOT, 'examples'), runs = '5'] = process.argv.slice(2);

/** Says in a message what the extension's API tells. */
const WITNESS = tinyExtension(`exports.activate = async () => {
  const fihris = vscode.extensions.getExtension('fihris.fihris');
  const { firstMarks } = await fihris.activate();
  vscode.window.showInformationMessage('first marks: ' + await firstMarks);
};`);

const file = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()[0];
if (!file) throw new Error(`${folder} has no article`);

const times: number[] = [];
for (let run = 0; run < Number(runs); run++) {
  const workbench = await openWorkbench({ folder: resolve(folder), file, extensions: [ROOT, WITNESS] });
  try {
    const time = await eventually('the first marks', async () => {
      const messages = await workbench.notifications();
      return messages.map((message) => /first marks: (\d+)/.exec(message)?.[1]).find((found) => found !== undefined);
    });
    times.push(Number(time));
    console.log(`run ${run + 1}: ${time} ms`);
  } finally {
    await workbench.close();
  }
}
times.sort((a, b) => a - b);
console.log(`activation to first marks, median of ${times.length}: ${times[Math.floor(times.length / 2)]} ms`);
