/**
 * How long a reader waits for the reading view: from the key to the article, with its marks, in sight; and beside it how long the same way
 * takes for a view with nothing in it, which is what VS Code itself costs. In the embedded VS Code, with an article of 10 KB.
 *
 *     npm run build -- --production && node test/bench/reading-view.ts [runs]
 *
 * Prints the times (ms) of each run with their medians, where they go, and how busy the processors were meanwhile.
 */

import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkbench } from '../host/browser.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const runs = Number(process.argv[2] ?? 7);

const SENTENCE = 'وقال وزير الطاقة سالم الراوي في بغداد إن البلدين سيوقعان مذكرة تفاهم في الخامس من أغسطس. ';
const TEXT = `وزير الطاقة يزور العاصمة\n\n${`${SENTENCE.repeat(5)}\n\n`.repeat(13)}`;

/** What is opened, by which keys, and what stands in it when it is there. */
const VIEWS = [
  { name: 'empty view', keys: 'Control+Shift+Alt+V', there: 'p' },
  { name: 'reading view', keys: 'Control+Shift+V', there: '.mark.on' },
] as const;

/** Moments (ms after the key) on the way, as VS Code's own page of a webview marks them, and the end. */
type Moments = Readonly<Record<string, number>>;

// Each run has an article of its own: what was closed as a reading view is opened as one again.
const names = Array.from({ length: runs * VIEWS.length }, (_, run) => `article-${run}.txt`);
const folder = temporaryFolder({
  'fihris.yaml': 'name: قياس\n',
  ...Object.fromEntries(names.map((name) => [name, TEXT])),
});
const workbench = await openWorkbench({
  folder,
  file: 'article-0.txt',
  extensions: [ROOT, join(ROOT, 'test/bench/empty-view')],
});
const { page, webview } = workbench;
const measured = new Map<string, Moments[]>(VIEWS.map(({ name }) => [name, []]));
try {
  await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await page.evaluate(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'V') document.documentElement.dataset.pressed = String(performance.timeOrigin + performance.now());
    };
    window.addEventListener('keydown', pressed, { capture: true });
  });
  for (const [run, file] of names.entries()) {
    const { name, keys, there } = VIEWS[run % VIEWS.length] as (typeof VIEWS)[number];
    await workbench.openFile(file);
    await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
    await workbench.editor.locator('.view-line').first().click();
    await sleep(1500);
    await page.keyboard.press(keys);
    await webview.locator(there).first().waitFor();
    measured.get(name)?.push(await momentsOf());
    await workbench.runCommand('View: Close All Editors');
  }
} finally {
  await workbench.close();
}
console.log(`article of ${Buffer.byteLength(TEXT)} bytes; load ${loadavg()[0]?.toFixed(1)}`);
for (const [name, all] of measured) {
  const median = (moment: string) => all.map((each) => each[moment] ?? Number.NaN).toSorted((a, b) => a - b)[runs >> 1];
  console.log(`${name} in sight after (ms): ${all.map(({ shown }) => shown).join(' ')}; median ${median('shown')}`);
  const way = Object.keys(all[0] ?? {}).map((moment) => `${moment} ${median(moment)}`);
  console.log(`  ${way.join(', ')}`);
}

async function momentsOf(): Promise<Moments> {
  const pressed = Number(await page.evaluate(() => document.documentElement.dataset.pressed));
  const outer = await page
    .frameLocator('iframe.webview:visible')
    .locator('html')
    .evaluate(() => ({
      frame: performance.timeOrigin,
      ...Object.fromEntries(
        performance
          .getEntriesByType('mark')
          .map(({ name, startTime }) => [name.replace(/^.*\//, ''), performance.timeOrigin + startTime]),
      ),
    }));
  // The mark is set after the frame in which it can be seen.
  const inner = await webview.locator('html').evaluate(async () => {
    while (performance.getEntriesByName('shown').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return Object.fromEntries(
      performance.getEntriesByType('mark').map(({ name, startTime }) => [name, performance.timeOrigin + startTime]),
    );
  });
  return Object.fromEntries(
    Object.entries({ ...outer, ...inner })
      .map(([name, moment]) => [name, Math.round(moment - pressed)] as const)
      .sort((a, b) => a[1] - b[1]),
  );
}
