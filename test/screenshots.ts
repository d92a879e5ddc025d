/**
 * Takes the pictures of the README and of the walkthrough from the real thing: the sample corpus in the embedded VS Code.
 *
 *     npm run screenshots [-- NAME...]
 *
 * Writes `media/pictures/NAME-light.png` and `NAME-dark.png`, all of them or the named ones.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './host/browser.ts';
import { temporaryFolder } from './host/fixtures.ts';
import { ROOT } from './host/paths.ts';
import type { Workbench } from './host/workbench.ts';

const FOLDER = join(ROOT, 'media', 'pictures');
/** CSS pixels: what a README shows without making it smaller. */
const SIZE = { width: 1200, height: 720 };
const SETTINGS = {
  'fihris.cards.language': 'ar',
  'editor.fontSize': 16,
  'editor.lineHeight': 30,
  'editor.minimap.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

const MINUTES = '2023-03-19-security-minutes.txt';
const CAMPS = '2023-09-19-border-camps.txt';

/** Each picture: the article that is open, and what is done before it is taken. */
const PICTURES: Readonly<Record<string, { file: string; prepare(workbench: Workbench): Promise<void> }>> = {
  card: {
    file: MINUTES,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.hoverCardText('شمخاني');
    },
  },
  references: {
    file: MINUTES,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.clickWord('شمخاني');
      await workbench.page.keyboard.press('Shift+F12');
      await workbench.page.locator('.peekview-widget .monaco-list-row').first().waitFor();
      await workbench.page.waitForTimeout(500);
    },
  },
  agreements: {
    file: MINUTES,
    async prepare(workbench) {
      const { page } = workbench;
      await page.locator('.activitybar .action-label[aria-label^="Fihris"]').click();
      await page.locator('.pane-header', { hasText: 'People And Offices' }).click();
      const agreement = workbench.treeRow('المحضر الأمني', 'Agreements');
      await agreement.waitFor();
      await agreement.locator('.monaco-tl-twistie').click();
      await page.locator('.monaco-list-row[aria-level="3"]').first().waitFor();
    },
  },
  'reading-view': {
    file: CAMPS,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.runCommand('Fihris: Open Reading View');
      const mark = workbench.webview.locator('.mark.on').first();
      await mark.waitFor();
      await mark.hover();
      await workbench.webview.locator('.card').first().waitFor();
      await workbench.page.waitForTimeout(500);
    },
  },
  dossier: {
    file: MINUTES,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.clickWord('شمخاني');
      await workbench.page.keyboard.press('Alt+Shift+D');
      await workbench.webview.locator('blockquote').first().waitFor();
      await workbench.page.waitForTimeout(500);
    },
  },
  timeline: {
    file: MINUTES,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.runCommand('Fihris: Show Timeline');
      await workbench.webview.locator('body[data-shown]').waitFor();
      await workbench.page.waitForTimeout(500);
    },
  },
  network: {
    file: MINUTES,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.runCommand('Fihris: Show Network of People');
      await workbench.webview.locator('body[data-shown]').waitFor();
      await workbench.page.waitForTimeout(1500);
    },
  },
  correct: {
    file: MINUTES,
    async prepare(workbench) {
      await hideSideBar(workbench);
      await workbench.clickWord('شمخاني');
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
};

/** Room for the article: only the activity bar stays beside it. */
async function hideSideBar({ page }: Workbench): Promise<void> {
  await page.locator('.part.sidebar').waitFor();
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in PICTURES));
if (unknown !== undefined) {
  console.error(`No picture "${unknown}". There are: ${Object.keys(PICTURES).join(', ')}`);
  process.exit(2);
}
mkdirSync(FOLDER, { recursive: true });
for (const [name, { file, prepare }] of Object.entries(PICTURES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  for (const theme of ['light', 'dark'] as const) {
    const folder = temporaryFolder({});
    cpSync(join(ROOT, 'examples'), folder, { recursive: true });
    const workbench = await openWorkbench({ folder, file, extensions: [ROOT], theme, size: SIZE, settings: SETTINGS });
    try {
      await workbench.recordFailure(`picture ${name}`, async () => {
        const { page } = workbench;
        await workbench.indexed(14);
        await workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
        await prepare(workbench);
        await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
      });
    } finally {
      await workbench.close();
    }
    console.log(`${name}-${theme}.png`);
  }
}
