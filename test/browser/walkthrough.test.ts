/** A newcomer opens the walkthrough: every step has its picture. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

test('the walkthrough shows a picture with each step', async () => {
  // Where there is less room the workbench leaves the pictures out.
  const options = { folder: temporaryFolder({}), extensions: [ROOT], size: { width: 1600, height: 900 } };
  await withWorkbench('walkthrough', options, async (workbench) => {
    const { page } = workbench;
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Read a body of news' }).click();
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 7);
    for (const step of await steps.all()) {
      await step.click();
      const picture = page.locator('.getting-started-media img');
      // The workbench shows a picture smaller than it is; its own small signs are far below this.
      await eventually('a picture of the window', async () => {
        const width = await picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
        assert.ok(width >= 500, `${width} pixels wide`);
        return true;
      });
    }
    await workbench.screenshot('walkthrough');
  });
});
