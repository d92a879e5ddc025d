/**
 * How long a reader waits for the reading view: from the key to a page that is set, with its marks; and how late a card is. In the
 * embedded VS Code, with an article of 10 KB.
 *
 *     npm run build && node test/bench/reading-view.ts [runs]
 *
 * Prints the times (ms) of each run with their median, and how busy the processors were meanwhile.
 */

import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkbench } from '../host/browser.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const runs = Number(process.argv[2] ?? 7);

const SENTENCE = 'وقال وزير الطاقة سالم الراوي في بغداد إن البلدين سيوقعان مذكرة تفاهم في الخامس من أغسطس. ';
const TEXT = `وزير الطاقة يزور العاصمة\n\n${`${SENTENCE.repeat(5)}\n\n`.repeat(13)}`;

// Each run has an article of its own: what was closed as a reading view is opened as one again.
const names = Array.from({ length: runs }, (_, run) => `article-${run}.txt`);
const folder = temporaryFolder({
  'fihris.yaml': 'name: قياس\n',
  ...Object.fromEntries(names.map((name) => [name, TEXT])),
});
const workbench = await openWorkbench({ folder, file: 'article-0.txt', extensions: [ROOT] });
const { page, webview } = workbench;
const shown: number[] = [];
try {
  await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await page.evaluate(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'V') document.documentElement.dataset.pressed = String(performance.timeOrigin + performance.now());
    };
    window.addEventListener('keydown', pressed, { capture: true });
  });
  for (const name of names) {
    await workbench.openFile(name);
    await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
    await workbench.editor.locator('.view-line').first().click();
    await sleep(1500);
    await page.keyboard.press('Control+Shift+V');
    await webview.locator('.mark.on').first().waitFor();
    const pressed = Number(await page.evaluate(() => document.documentElement.dataset.pressed));
    const set = await webview.locator('html').evaluate(() => {
      const [mark] = performance.getEntriesByName('shown');
      return performance.timeOrigin + (mark?.startTime ?? Number.NaN);
    });
    shown.push(Math.round(set - pressed));
    await workbench.runCommand('View: Close All Editors');
  }
} finally {
  await workbench.close();
}
const median = shown.toSorted((a, b) => a - b)[shown.length >> 1];
console.log(`article of ${Buffer.byteLength(TEXT)} bytes; load ${loadavg()[0]?.toFixed(1)}`);
console.log(`reading view set after (ms): ${shown.join(' ')}; median ${median}`);
