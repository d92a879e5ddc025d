/** Without a mouse: every command can be reached by keys, from the palette, from a row of a tree, inside the pages. */

import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

const MINUTES = '2023-03-19-security-minutes.txt';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const titles: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));
const commands = (manifest.contributes.commands as { command: string; title: string; enablement?: string }[]).map(
  ({ command, title, enablement }) => ({ command, title: titles[title.slice(1, -1)] ?? title, enablement }),
);

/** Reached from where its subject is: a row of the tree of people, a link of a card, a lens over the title. */
const NOT_IN_PALETTE: Readonly<Record<string, 'row' | 'card' | 'lens'>> = {
  'fihris.people.copyName': 'row',
  'fihris.people.findReferences': 'row',
  'fihris.people.showCard': 'row',
  'fihris.open': 'card',
  'fihris.showArticles': 'lens',
};

test('a reader who has only keys', async (t) => {
  const folder = temporaryFolder({});
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  const workbench = await openWorkbench({
    folder,
    file: MINUTES,
    extensions: [ROOT],
    settings: { 'fihris.cards.language': 'en' },
    size: { width: 1400, height: 1000 },
  });
  const { page, webview } = workbench;
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  const press = (key: string) => page.keyboard.press(key);
  const activeTab = () => page.locator('.tab.active').first().getAttribute('data-resource-name');
  try {
    await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
    await workbench.indexed(14);

    await step('finds every command in the palette, in the text editor or in the reading view', async () => {
      const offered = new Set(await palette(workbench));
      await workbench.runCommand('Fihris: Open Reading View');
      await webview.locator('.mark.on').first().waitFor();
      for (const title of await palette(workbench)) offered.add(title);
      const missing = commands.filter(
        // A way to group that is the present one is offered again when another is.
        ({ command, title, enablement }) =>
          !offered.has(`Fihris: ${title}`) && enablement === undefined && !(command in NOT_IN_PALETTE),
      );
      assert.deepEqual(missing, []);
      await press('Control+k');
      await press('v');
      await workbench.fileShown(MINUTES);
    });

    await step('goes from a card in the text editor into another article', async () => {
      await workbench.openFile(`${MINUTES}:9:1`);
      await workbench.clickWord('الأعرجى');
      await eventually('the card, with the focus', async () => {
        await press('Escape');
        await press('Control+k');
        await press('Control+i');
        await workbench.hoverCard.waitFor({ timeout: 2_000 });
        await press('Control+k');
        await press('Control+i');
        return workbench.hoverCard.evaluate((card) => card.contains(document.activeElement));
      });
      await eventually('the link to the other article, focused', async () => {
        await press('Tab');
        return page.evaluate(() => /مهلة المحضر الأمني/.test(document.activeElement?.textContent ?? ''));
      });
      await press('Enter');
      await workbench.fileShown('2023-09-19-border-camps.txt');
    });

    await step('takes the lens over the title', async () => {
      await workbench.openFile(`${MINUTES}:1:1`);
      await page.locator('.codelens-decoration a', { hasText: 'on the same events' }).waitFor();
      await workbench.runCommand('Show CodeLens Commands for Current Line');
      await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'on the same events' }).waitFor();
      await press('Enter');
      await eventually(
        'the other article',
        async () => (await activeTab()) !== MINUTES || (await page.locator('.peekview-widget').count()) > 0,
      );
      await press('Escape');
    });

    await step('opens the menu of a person in the tree', async () => {
      await workbench.runCommand('Focus on People and Offices View');
      const focused = page.locator('.pane .monaco-list:focus .monaco-list-row.focused');
      await eventually('a row of a person', async () => {
        await press('ArrowDown');
        // A letter opens by the arrow into it.
        if ((await focused.getAttribute('aria-expanded', { timeout: 1_000 })) === 'false') await press('ArrowRight');
        return (await focused.getAttribute('aria-level', { timeout: 1_000 })) === '3';
      });
      await press('Shift+F10');
      const items = page.locator('.context-view .action-item, .monaco-menu .action-item');
      await items.first().waitFor();
      const labels = (await items.allInnerTexts()).map(withoutKey);
      for (const { command, title } of commands)
        if (NOT_IN_PALETTE[command] === 'row') assert.ok(labels.includes(title), `${title} in: ${labels.join(', ')}`);
      for (const title of ['Show Dossier', 'Show Timeline', 'Correct…']) assert.ok(labels.includes(title), title);
      await press('Escape');
    });

    await step('tabs to every control of the reading view, and opens the menu of a mention', async () => {
      await workbench.openFile(MINUTES);
      await press('Control+Shift+V');
      await webview.locator('.mark.on').first().waitFor();
      await tabsThrough(workbench);
      await webview.locator('.mark.on.person').first().focus();
      await press('Shift+F10');
      const items = page.locator('.context-view .action-item, .monaco-menu .action-item');
      await items.first().waitFor();
      const labels = (await items.allInnerTexts()).map(withoutKey);
      for (const title of ['Go to Introduction', 'Copy Quotation as BibTeX', 'Show Dossier'])
        assert.ok(labels.includes(title), `${title} in: ${labels.join(', ')}`);
      await press('Escape');
    });

    for (const [name, command] of [
      ['timeline', 'Fihris: Show Timeline'],
      ['network', 'Fihris: Show Network of People'],
    ] as const)
      await step(`tabs to every control of the ${name}`, async () => {
        await workbench.runCommand(command);
        await webview.locator('body[data-shown]').waitFor();
        await tabsThrough(workbench);
      });
  } finally {
    await workbench.close();
  }
});

/** The words of an item of a menu, without the key that stands beside them. */
const withoutKey = (item: string): string => (item.trim().split('\n')[0] ?? '').trim();

/** Titles of the commands of Fihris that the palette offers here. */
async function palette({ page }: Workbench): Promise<string[]> {
  const found = new Set<string>();
  await eventually('commands in the palette', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget:visible .quick-input-box input').fill('>Fihris: ', { timeout: 5_000 });
    const row = page.locator('.quick-input-widget:visible .monaco-list-row.focused');
    await row.waitFor({ timeout: 5_000 });
    for (let same = 0; same < 3; ) {
      const title = ((await row.locator('.label-name').first().textContent()) ?? '').trim();
      same = found.has(title) ? same + 1 : 0;
      found.add(title);
      await page.keyboard.press('ArrowDown');
    }
    return found.size > 10;
  });
  await page.keyboard.press('Escape');
  return [...found];
}

/** What can be used on the page that is in sight can be reached by Tab. */
async function tabsThrough({ page, webview }: Workbench): Promise<void> {
  const names = 'button, select, input, [role="link"], [role="application"], summary';
  const wanted = await webview.locator('body').evaluate((body, names) => {
    const usable = [...body.querySelectorAll<HTMLElement>(names)].filter(
      (each) => each.checkVisibility({ visibilityProperty: true }) && each.closest('svg') === null,
    );
    usable.forEach((each, at) => {
      each.dataset.tabbed = String(at);
    });
    usable[0]?.focus();
    return usable.length;
  }, names);
  assert.ok(wanted > 5);
  const reached = new Set<string>();
  for (let presses = 0; presses < wanted + 40 && reached.size < wanted; presses++) {
    const at = await webview.locator('body').evaluate(() => (document.activeElement as HTMLElement)?.dataset.tabbed);
    if (at !== undefined) reached.add(at);
    await page.keyboard.press('Tab');
  }
  const missed = await webview
    .locator('[data-tabbed]')
    .evaluateAll(
      (all, reached) =>
        all
          .filter((each) => !reached.includes((each as HTMLElement).dataset.tabbed ?? ''))
          .map((each) => each.outerHTML.slice(0, 120)),
      [...reached],
    );
  assert.deepEqual(missed, []);
}
