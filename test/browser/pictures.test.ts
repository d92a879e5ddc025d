/** A person looks at pictures of a corpus: the timeline and the network, by mouse and by keyboard, as table, and saved. */

import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { seriousViolations } from '../host/axe.ts';
import { openWorkbench, withWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

const MINUTES = '2023-03-19-security-minutes.txt';
const VISIT = `وزير النفط العراقي في البصرة

2 مارس 2021

زار وزير النفط العراقي سالم الراوي محافظة البصرة، والتقى رئيس مجلس الوزراء العراقي كريم نوري في مقر وزارة النفط.
`;

const SIZE = { width: 1500, height: 950 };

function examples(): string {
  const folder = temporaryFolder({});
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  return folder;
}

/** In the text editor, with its lines turned. */
async function openArticle(workbench: Workbench, file: string): Promise<void> {
  await workbench.openFile(file);
  await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
}

async function openPicture(workbench: Workbench, command: string): Promise<void> {
  await workbench.runCommand(`Fihris: ${command}`);
  await workbench.webview.locator('body[data-shown]').waitFor();
}

test('a reader at the timeline', async (t) => {
  const folder = examples();
  const workbench = await openWorkbench({
    folder,
    file: MINUTES,
    extensions: [ROOT],
    settings: { 'fihris.cards.language': 'ar' },
    size: SIZE,
  });
  const { page, webview } = workbench;
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  const ticks = () => webview.locator('svg.axis .tick text').allTextContents();
  const placesOf = (selector: string) =>
    webview.locator(selector).evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
  try {
    await workbench.indexed(14);
    await step('opens it for the whole corpus: time runs from right to left', async () => {
      await openPicture(workbench, 'Show Timeline');
      await workbench.screenshot('timeline-light');
      assert.match((await webview.locator('h1').textContent()) ?? '', /Timeline: .*whole corpus/);
      const years = (await ticks()).map((text) => Number(text.match(/\d{4}/)?.[0])).filter((year) => year > 0);
      const xs = await placesOf('svg.axis .tick');
      assert.deepEqual(years, years.toSorted());
      assert.deepEqual(
        xs,
        xs.toSorted((a, b) => b - a),
        'the later the further left',
      );
      for (const lane of ['article', 'meeting', 'agreement', 'tenure'])
        assert.ok((await webview.locator(`.mark.${lane}`).count()) > 0, lane);
    });

    await step('sees no two names in one lane upon each other', async () => {
      const overlaps = await webview.locator('svg.picture').evaluate(overlappingLabels);
      assert.deepEqual(overlaps, []);
    });

    await step('zooms from years to days by keys, and moves on', async () => {
      await webview.locator('svg.picture').focus();
      for (let i = 0; i < 12; i++) await page.keyboard.press('+');
      await eventually('days', async () => (await ticks()).some((text) => /^\d{1,2} \p{L}+/u.test(text)));
      const before = await ticks();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await eventually('other days', async () => (await ticks()).join() !== before.join());
      await page.keyboard.press('Home');
      await eventually('years', async () => (await ticks()).some((text) => /^\d{4}$/.test(text)));
    });

    await step('zooms by the wheel and moves by dragging', async () => {
      const box = await webview.locator('svg.picture .ground').boundingBox();
      assert.ok(box);
      const before = await ticks();
      await page.mouse.move(box.x + box.width / 2, box.y + 12);
      for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -240);
      await eventually('other ticks', async () => (await ticks()).join() !== before.join());
      const zoomed = await placesOf('svg.axis .tick');
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 150, box.y + 12, { steps: 5 });
      await page.mouse.up();
      await eventually('moved ticks', async () => (await placesOf('svg.axis .tick')).join() !== zoomed.join());
      await webview.getByRole('button', { name: 'Show all' }).click();
    });

    await step('leaves kinds out', async () => {
      await webview.getByRole('button', { name: 'Articles' }).click();
      await eventually('no articles', async () => (await webview.locator('.mark.article').count()) === 0);
      await webview.getByRole('button', { name: 'Articles' }).click();
      await webview.locator('.mark.article').first().waitFor();
    });

    await step('reads the same as a table, in an order of choice', async () => {
      await webview.getByRole('button', { name: 'Table' }).click();
      const dates = () => webview.locator('table.sortable tbody tr td:nth-child(2)').allInnerTexts();
      assert.ok((await dates()).length > 20);
      await webview.getByRole('button', { name: 'Kind' }).click();
      const kinds = await dates();
      assert.deepEqual(kinds, kinds.toSorted(new Intl.Collator('ar', { sensitivity: 'base' }).compare));
      await workbench.screenshot('timeline-table-light');
      await webview.getByRole('button', { name: 'Picture' }).click();
    });

    await step('saves it as SVG, with its colours', async () => {
      await webview.getByRole('button', { name: 'Save as SVG' }).click();
      await workbench.saveAs(join(folder, 'timeline.svg'));
      const svg = readFileSync(join(folder, 'timeline.svg'), 'utf8');
      assert.match(svg, /^<\?xml[\s\S]*<svg[\s\S]*fill="rgb\(/);
      assert.doesNotMatch(svg, /var\(|<script|class=/);
    });

    await step('goes to a mark by keyboard and opens the sentence', async () => {
      await webview.locator('svg.picture').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      const label = await eventually('a mark in focus', () =>
        webview
          .locator('html')
          .evaluate(() => document.activeElement?.closest('.mark.sign')?.getAttribute('aria-label')),
      );
      assert.match(label, /\d{4}.*: \S/);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active[data-resource-name$=".txt"]').waitFor();
    });

    await step('opens the timeline of a person from the dossier', async () => {
      await openArticle(workbench, MINUTES);
      await workbench.clickWord('الأعرجي');
      await page.keyboard.press('Alt+Shift+d');
      await webview.locator('li').first().waitFor();
      await webview.getByRole('button', { name: 'Timeline' }).click();
      await webview.locator('.mark').first().waitFor();
      assert.match((await webview.locator('h1').textContent()) ?? '', /الأعرجي/);
      await workbench.screenshot('timeline-person-light');
    });
  } finally {
    await workbench.close();
  }
});

test('a reader at the network', async (t) => {
  const folder = examples();
  const workbench = await openWorkbench({
    folder,
    file: MINUTES,
    extensions: [ROOT],
    settings: { 'fihris.cards.language': 'ar' },
    size: SIZE,
  });
  const { page, webview } = workbench;
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  const status = () => webview.locator('header .status').textContent();
  try {
    await workbench.indexed(14);
    await step('opens it: names and ties, the strongest first', async () => {
      await openPicture(workbench, 'Show Network of People');
      assert.match((await status()) ?? '', /Names: \d+ of \d+; ties: \d+ of \d+/);
      await workbench.screenshot('network-light');
    });

    await step('finds a name and reads the sentences that mention it', async () => {
      await webview.getByRole('searchbox').fill('شمخاني');
      await webview.locator('.details li').first().waitFor();
      assert.match((await webview.locator('.details h2').textContent()) ?? '', /شمخاني/);
      assert.match(await webview.locator('.details li').first().innerText(), /شمخاني/);
      await workbench.screenshot('network-chosen-light');
    });

    await step('sees only this person and the neighbours, and goes back', async () => {
      const all = await status();
      await webview.getByRole('button', { name: 'Only this' }).click();
      await eventually('fewer', async () => (await status()) !== all);
      assert.match((await webview.locator('h1').textContent()) ?? '', /شمخاني/);
      await workbench.screenshot('network-neighbours-light');
      await webview.getByRole('button', { name: 'Back to all' }).click();
      await eventually('all again', async () => (await status()) === all);
    });

    await step('leaves kinds and times out', async () => {
      const all = await status();
      await webview.getByRole('button', { name: 'Offices' }).click();
      await eventually('fewer', async () => (await status()) !== all);
      await webview.getByRole('button', { name: 'Offices' }).click();
      await eventually('all again', async () => (await status()) === all);
      await webview.getByRole('combobox', { name: 'From' }).selectOption('2023');
      await eventually('only those of 2023', async () => (await status()) !== all);
      await webview.getByRole('combobox', { name: 'From' }).selectOption('');
      await eventually('all again', async () => (await status()) === all);
    });

    await step('moves and zooms by keys without losing the page', async () => {
      await webview.locator('.stage').focus();
      for (const key of ['+', 'ArrowLeft', 'ArrowUp', '-', 'Home', 'PageDown', 'PageDown'])
        await page.keyboard.press(key);
      await webview.locator('.details h2').waitFor();
    });

    await step('saves it as PNG', async () => {
      await webview.getByRole('button', { name: 'Save as PNG' }).click();
      await workbench.saveAs(join(folder, 'network.png'));
      const png = readFileSync(join(folder, 'network.png'));
      assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    });

    await step('reads the ties as a table, and what one rests on', async () => {
      await webview.getByRole('button', { name: 'Table' }).click();
      const strengths = (
        await webview.locator('table.sortable').first().locator('tbody td:nth-child(4)').allInnerTexts()
      ).map(Number);
      assert.deepEqual(
        strengths,
        strengths.toSorted((a, b) => b - a),
      );
      await webview.locator('table.sortable').first().locator('tbody td:nth-child(4) button').first().click();
      await webview.locator('.details blockquote').first().waitFor();
      await workbench.screenshot('network-table-light');
      await webview.locator('.details .origin .link').first().click();
      await page.locator('.tab.active[data-resource-name$=".txt"]').waitFor();
    });

    await step('sees it change with the articles, and an entity that is gone', async () => {
      const file = 'extra.txt';
      writeFileSync(join(folder, file), VISIT);
      await workbench.indexed(15);
      await openArticle(workbench, file);
      await workbench.clickWord('سالم');
      await page.keyboard.press('Alt+Shift+d');
      await webview.locator('li').first().waitFor();
      await webview.getByRole('button', { name: 'Network' }).click();
      await eventually('names', async () => /Names/.test((await status()) ?? ''));
      assert.match((await webview.locator('h1').textContent()) ?? '', /سالم الراوي/);
      writeFileSync(join(folder, file), VISIT.replaceAll('سالم الراوي', 'وفد'));
      await eventually('no such name', async () => /any more/.test((await status()) ?? ''));
    });
  } finally {
    await workbench.close();
  }
});

test('pictures in other themes and in Arabic: axe finds no serious violation', async () => {
  const themes = [
    ['light', {}],
    ['dark', {}],
    ['dark', { 'workbench.colorTheme': 'Default High Contrast' }],
    ['light', { 'workbench.colorTheme': 'Default High Contrast Light' }],
  ] as const;
  for (const [theme, settings] of themes) {
    const name = 'workbench.colorTheme' in settings ? `contrast-${theme}` : theme;
    const options = { folder: examples(), file: MINUTES, extensions: [ROOT], theme, settings, size: SIZE };
    await withWorkbench(`pictures-axe-${name}`, options, async (workbench) => {
      const { webview } = workbench;
      await workbench.indexed(14);
      await openPicture(workbench, 'Show Timeline');
      // A theme that VS Code does not know would be the light one.
      const kind = (await webview.locator('body').getAttribute('data-vscode-theme-kind')) ?? '';
      assert.equal(/high-contrast/.test(kind), 'workbench.colorTheme' in settings, kind);
      assert.deepEqual(await seriousViolations(webview), [], `timeline, ${name}`);
      // Cards are in English here, and so time runs from left to right.
      const xs = await webview
        .locator('svg.axis .tick')
        .evaluateAll((ticks) => ticks.map((tick) => tick.getBoundingClientRect().x));
      assert.deepEqual(
        xs,
        xs.toSorted((a, b) => a - b),
      );
      await workbench.screenshot(`timeline-english-${name}`);
      await webview.getByRole('button', { name: 'Table' }).click();
      assert.deepEqual(await seriousViolations(webview), [], `table of the timeline, ${name}`);
      await openPicture(workbench, 'Show Network of People');
      await webview.locator('.stage').waitFor();
      assert.deepEqual(await seriousViolations(webview), [], `network, ${name}`);
      await webview.getByRole('searchbox').fill('الأعرجي');
      await webview.locator('.details li').first().waitFor();
      await workbench.screenshot(`network-english-${name}`);
      await webview.getByRole('button', { name: 'Table' }).click();
      assert.deepEqual(await seriousViolations(webview), [], `table of the network, ${name}`);
    });
  }
});

/** In the page: pairs of names of one picture whose rectangles lie upon each other. */
function overlappingLabels(svg: Element): string[] {
  const labels = [...svg.querySelectorAll<SVGTextElement>('text.label')]
    .map((text) => ({ words: text.textContent ?? '', rect: text.getBoundingClientRect() }))
    .filter(({ rect }) => rect.width > 0);
  const found: string[] = [];
  labels.forEach((a, index) => {
    for (const b of labels.slice(index + 1)) {
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      // Lines of Arabic are higher than their letters.
      const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      if (across > 2 && down > 12) found.push(`${a.words} / ${b.words}`);
    }
  });
  return found;
}
