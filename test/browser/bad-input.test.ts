/** What is open and then is no more: a file that is renamed, an entity that an edit takes away. (Hostile text: reading-view.test.ts.) */

import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const REPORT =
  'زيارة وزير الزراعة\n\nوصل وزير الزراعة العراقي ماجد الطائي إلى طهران أمس، والتقى نظيره الإيراني كريم نوري.\n';
const OTHER = 'زيارة أخرى\n\nوصل وزير النقل العراقي فارس الجبوري إلى عمان أمس، والتقى نظيره الأردني.\n';

test('pages whose article or entity goes away', async (t) => {
  const folder = temporaryFolder({ 'a.txt': REPORT, 'b.txt': OTHER, 'fihris.yaml': 'name: تجربة\n' });
  const workbench = await openWorkbench({ folder, file: 'b.txt', extensions: [ROOT] });
  const { page, webview } = workbench;
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  const status = webview.locator('.status');
  try {
    await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
    await workbench.indexed(2);

    await step('an article renamed by another program, and back', async () => {
      await page.keyboard.press('Control+Shift+V');
      await webview.locator('.mark.on').first().waitFor();
      renameSync(join(folder, 'b.txt'), join(folder, 'c.txt'));
      await status.filter({ hasText: 'deleted or renamed' }).waitFor();
      assert.match(await webview.locator('article').innerText(), /فارس الجبوري/, 'what was in it stays');
      renameSync(join(folder, 'c.txt'), join(folder, 'b.txt'));
      await eventually('no word of it any more', async () => !/renamed/.test((await status.textContent()) ?? ''));
    });

    await step('an article renamed in the explorer', async () => {
      await workbench.runCommand('File: Reveal Active File in Explorer View');
      await page.locator('.explorer-folders-view .monaco-list-row.focused', { hasText: 'b.txt' }).waitFor();
      await page.keyboard.press('F2');
      const name = page.locator('.explorer-folders-view .monaco-inputbox input');
      await name.fill('d.txt');
      await name.press('Enter');
      await page.locator('.tab.active[data-resource-name="d.txt"]').waitFor();
      // Where both a text editor and a reading view showed it, VS Code goes on with one of them.
      const inReader = webview.locator('.mark.on', { hasText: 'فارس الجبوري' });
      const inText = workbench.editor.locator('.view-line', { hasText: 'فارس' });
      await eventually(
        'the article under its new name',
        async () => (await inText.count()) > 0 || (await inReader.count()) > 0,
      );
      await workbench.runCommand('View: Close All Editors');
    });

    await step('a person who is mentioned no more, while the dossier is open', async () => {
      await workbench.openFile('a.txt');
      await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      await eventually('the dossier', async () => {
        await workbench.clickWord('الطائي');
        await page.keyboard.press('Alt+Shift+d');
        await webview.locator('blockquote').first().waitFor({ timeout: 5_000 });
        return true;
      });
      assert.match((await webview.locator('h1').textContent()) ?? '', /ماجد الطائي/);
      writeFileSync(join(folder, 'a.txt'), OTHER.replace('فارس الجبوري', 'باسم الناصري'));
      await webview.locator('body', { hasText: 'does not mention this any more' }).waitFor();
      await workbench.screenshot('dossier-gone');
      assert.equal(await webview.locator('blockquote').count(), 0, 'nothing is left of what was said');
      writeFileSync(join(folder, 'a.txt'), REPORT);
      await webview.locator('blockquote').first().waitFor();
    });
  } finally {
    await workbench.close();
  }
});
