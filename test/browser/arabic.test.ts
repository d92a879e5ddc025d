/** Everything that a reader sees of Fihris whose VS Code speaks Arabic: in Arabic, from right to left, in light and in dark. */

import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

const MINUTES = '2023-03-19-security-minutes.txt';

/** Names of formats, keys and files: Arabic has no others for them. */
const LATIN = /^(SVG|PNG|CSV|HTML|Markdown|BibTeX|Home|Page|Down|Tab|Enter|Up|Escape|Ctrl|Shift|Alt|fihris|yaml|txt)$/;

/** A card and a dossier have a name in Latin letters too. */
const IN_LATIN = /Ali Shamkhani|Qasim al-Araji/g;

test('a reader whose VS Code speaks Arabic', async (t) => {
  const folder = temporaryFolder({});
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  const size = { width: 1500, height: 950 };
  const workbench = await openWorkbench({ folder, file: MINUTES, extensions: [ROOT], locale: 'ar', size });
  const { page, webview } = workbench;
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  /** In the dark what was seen in the light, and back. */
  const inBothThemes = async (name: string) => {
    await workbench.screenshot(`arabic-${name}-light`);
    await workbench.toggleTheme('dark');
    await workbench.screenshot(`arabic-${name}-dark`);
    await workbench.toggleTheme('light');
  };
  try {
    await page.locator('#status\\.editor\\.mode', { hasText: 'مقال' }).waitFor();
    await workbench.indexed(14);

    await step('has Arabic views with Arabic rows', async () => {
      await page.locator('.activitybar .action-label[aria-label^="فهرس"]').click();
      const agreements = workbench.treeRow('مذكرة في قطاع النفط', 'الاتفاقيات');
      await agreements.waitFor();
      await agreements.locator('.monaco-tl-twistie').click();
      await page.locator('.pane-header', { hasText: 'الأشخاص والمناصب' }).waitFor();
      await eventually('people', async () => (await workbench.treeRows('الأشخاص والمناصب')).length > 3);
      const rows = [...(await workbench.treeRows('الاتفاقيات')), ...(await workbench.treeRows('الأشخاص والمناصب'))];
      assert.deepEqual(
        rows.flatMap(({ label, description }) => foreign(`${label} ${description}`)),
        [],
      );
      await inBothThemes('views');
    });

    await step('sees Arabic cards', async () => {
      const card = await workbench.hoverCardText('شمخاني');
      assert.match(card, /أمين/);
      assert.deepEqual(foreign(card.replace(IN_LATIN, '')), []);
      await workbench.screenshot('arabic-card-light');
    });

    await step('reads in an Arabic reading view', async () => {
      await workbench.runCommand('فهرس: فتح عرض القراءة');
      await webview.locator('.mark.on').first().waitFor();
      await checkPage(workbench);
      assert.match((await webview.locator('.chip.person').textContent()) ?? '', /الأشخاص/);
      const name = webview.locator('.mark.on').filter({ hasText: 'قاسم الأعرجي' }).first();
      assert.equal(await name.getAttribute('aria-label'), 'قاسم الأعرجي، شخص');
      await name.hover();
      await webview.locator('.card').waitFor();
      await checkPage(workbench);
      await inBothThemes('reading-view');
      await name.focus();
    });

    await step('is told in Arabic what there is to tell', async () => {
      await page.keyboard.press('Alt+q');
      await webview.locator('.status', { hasText: 'نُسخ الاقتباس.' }).waitFor();
    });

    for (const [name, key, there] of [
      ['concordance', 'Alt+Shift+c', 'tbody tr'],
      ['dossier', 'Alt+Shift+d', 'li time'],
    ] as const)
      await step(`opens the ${name}`, async () => {
        if (name === 'dossier') await page.locator('.tab.active .tab-actions .action-label').click();
        await webview.locator('.mark.on').filter({ hasText: 'قاسم الأعرجي' }).first().focus();
        await page.keyboard.press(key);
        await webview.locator(there).first().waitFor();
        await checkPage(workbench);
        await inBothThemes(name);
      });

    for (const [name, command] of [
      ['timeline', 'فهرس: الخط الزمني'],
      ['network', 'فهرس: شبكة الأشخاص والمناصب والجهات'],
    ] as const)
      await step(`opens the ${name}, and its table`, async () => {
        await workbench.runCommand(command);
        await webview.locator('body[data-shown]').waitFor();
        await checkPage(workbench);
        await inBothThemes(name);
        await webview.getByRole('button', { name: 'جدول' }).click();
        await webview.locator('table').first().waitFor();
        await checkPage(workbench);
        await workbench.screenshot(`arabic-${name}-table-light`);
      });

    await step('is answered in Arabic', async () => {
      await workbench.runCommand('فهرس: عرض الملفات التي تعذرت قراءتها');
      await eventually('the message', async () =>
        (await workbench.notifications()).some((text) => /قُرئت جميع ملفات المجموعة/.test(text)),
      );
    });

    await step('has the commands of the extension by their Arabic names', async () => {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget:visible .quick-input-box input');
      await input.fill('>فهرس');
      const rows = page.locator('.quick-input-widget:visible .monaco-list-row .label-name');
      await eventually('the commands', async () => (await rows.count()) > 8);
      // VS Code adds its own ways to the views, and the English names below the others.
      const own = (await rows.allTextContents()).filter((row) => row.startsWith('فهرس: ') && !/Focus on/.test(row));
      assert.ok(own.length > 3, own.join());
      assert.deepEqual(own.flatMap(foreign), []);
      await workbench.screenshot('arabic-commands-light');
      await page.keyboard.press('Escape');
    });

    await step('is led about in Arabic', async () => {
      await workbench.runCommand('Welcome: Open Walkthrough...');
      await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'اقرأ مجموعة من الأخبار' }).click();
      const steps = page.locator('.gettingStartedContainer .getting-started-step');
      await steps.first().waitFor();
      for (const each of await steps.all()) {
        await each.click();
        assert.deepEqual(foreign((await each.innerText()).replace(/\[.*?\]/g, '')), []);
      }
      await workbench.screenshot('arabic-walkthrough-light');
    });
  } finally {
    await workbench.close();
  }
});

/** Latin words that are no names of formats, keys or files. */
function foreign(text: string): string[] {
  return [...text.matchAll(/\p{Script=Latin}{2,}/gu)].map(([word]) => word).filter((word) => !LATIN.test(word));
}

/** The page in sight reads from right to left, and all that is to be seen or heard of it is Arabic. */
async function checkPage({ webview }: Workbench): Promise<void> {
  const { language, direction, words } = await webview.locator('html').evaluate((html) => {
    const words = [(html as HTMLElement).innerText];
    for (const element of html.querySelectorAll('body *'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        words.push(element.getAttribute(name) ?? '');
    return { language: html.getAttribute('lang'), direction: html.getAttribute('dir'), words: words.join('\n') };
  });
  assert.equal(language, 'ar');
  assert.equal(direction, 'rtl');
  assert.match(words, /\p{Script=Arabic}/u);
  assert.deepEqual(foreign(words.replaceAll(IN_LATIN, '')), []);
}
