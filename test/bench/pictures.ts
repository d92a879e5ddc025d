/**
 * How long a reader waits for the timeline and the network of a corpus, and how smoothly they move: from the key that runs the command to
 * a picture that is drawn, and the frames a second while it is dragged. In the embedded VS Code, with an index that is ready.
 *
 *     npm run build -- --production && node test/bench/pictures.ts [folder] [articles] [index]
 *
 * `folder`: where the articles are taken from, `examples/` without it; they come round again where it has fewer than `articles` (10,000).
 * `index`: one that `fihris resolve` made of the same articles; without it they are read first.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../host/browser.ts';
import { ROOT } from '../host/paths.ts';
import { fillCorpus } from './served.ts';

const [source = join(ROOT, 'examples'), articles = '10000', index = ''] = process.argv.slice(2);
/** An index of so many articles takes its time. */
const READY_LIMIT_MS = 280_000;
const DRAG_STEPS = 90;

const folder = mkdtempSync(join(tmpdir(), 'fihris-bench-'));
await fillCorpus(source, folder, Number(articles));
const workbench = await openWorkbench({
  folder,
  extensions: [ROOT],
  size: { width: 1500, height: 950 },
  settings: { 'fihris.index': index },
});
const { page, webview } = workbench;
try {
  const began = performance.now();
  await workbench.indexed(Number(articles), READY_LIMIT_MS);
  console.log(`${articles} articles indexed after ${Math.round((performance.now() - began) / 1000)} s`);
  await page.evaluate(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'Enter')
        document.documentElement.dataset.pressed = String(performance.timeOrigin + performance.now());
    };
    window.addEventListener('keydown', pressed, { capture: true });
  });
  for (const [name, command, ground] of [
    ['timeline', 'Fihris: Show Timeline', 'svg.picture .ground'],
    ['network', 'Fihris: Show Network of People', '.canvas'],
  ] as const) {
    const drawn: number[] = [];
    // The first time everything is gathered from the index; from then on it is there.
    for (let run = 0; run < 3; run++) {
      await workbench.runCommand(command);
      await webview.locator('body[data-shown]').waitFor();
      const pressed = Number(await page.evaluate(() => document.documentElement.dataset.pressed));
      const shown = Number(await webview.locator('body').evaluate((body) => body.dataset.shown));
      drawn.push(Math.round(shown - pressed));
      console.log(`  ${name}: ${await momentsAfter(pressed)}`);
      if (run < 2) await workbench.runCommand('View: Close All Editors');
    }
    const frames = await framesWhileDragged(ground);
    console.log(`${name}: drawn after (ms) ${drawn.join(' ')}; ${frames} frames a second while dragged`);
    await workbench.screenshot(`bench-${name}`);
    await workbench.runCommand('View: Close All Editors');
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
}

/** What the page, and VS Code's own page around it, marked on the way: milliseconds after the key. */
async function momentsAfter(pressed: number): Promise<string> {
  const marked = (html: Element) =>
    html.ownerDocument.defaultView?.performance
      .getEntriesByType('mark')
      .map(({ name, startTime }) => [name.replace(/^.*\//, ''), performance.timeOrigin + startTime] as const) ?? [];
  const outer = await page.frameLocator('iframe.webview:visible').locator('html').evaluate(marked);
  const inner = await webview.locator('html').evaluate(marked);
  return [...outer, ...inner]
    .sort((a, b) => a[1] - b[1])
    .map(([name, moment]) => `${name} ${Math.round(moment - pressed)}`)
    .join(', ');
}

/** Zooms in a little and drags to and fro; counts the frames that the page made meanwhile. */
async function framesWhileDragged(ground: string): Promise<string> {
  await webview.getByRole('button', { name: 'Zoom in' }).click();
  const box = await webview.locator(ground).boundingBox();
  if (box === null) throw new Error(`nothing to drag: ${ground}`);
  const x = box.x + box.width / 2;
  const y = box.y + 8;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await webview.locator('html').evaluate(() => {
    const counted = { frames: 0, from: performance.now() };
    (window as unknown as { counted: typeof counted }).counted = counted;
    const count = () => {
      counted.frames++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  for (let step = 0; step < DRAG_STEPS; step++) await page.mouse.move(x + 200 * Math.sin(step / 10), y);
  const rate = await webview.locator('html').evaluate(() => {
    const { frames, from } = (window as unknown as { counted: { frames: number; from: number } }).counted;
    return (1000 * frames) / (performance.now() - from);
  });
  await page.mouse.up();
  return rate.toFixed(0);
}
