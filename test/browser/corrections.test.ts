/**
 * Corrections as a person makes them: by the palette and its pickers, from the menus of the trees, by F2 with a preview; and in two windows
 * at the same time. What counts is the `fihris.yaml` on the disk.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

const FILES = {
  'a.txt':
    'بغداد – قال وزير الدفاع العراقي سامر الحداد إن القوات العراقية مستعدة. ووقع الحداد مذكرة تفاهم أمنية بين العراق وإيران في بغداد.\n',
  'b.txt': 'وصل العميد وليد نوري إلى البصرة. وقال وليد نوري إن الزيارة قصيرة، وإن الوفد يعود في المساء.\n',
  'fihris.yaml': '# mine\nname: x\n',
};
const HEAD = FILES['fihris.yaml'];

test('a person corrects: pickers, menus of the trees, F2 with a preview', async (t) => {
  const folder = temporaryFolder(FILES);
  const workbench = await openWorkbench({ folder, file: 'b.txt', extensions: [ROOT] });
  const { page } = workbench;
  const step = (what: string, body: () => Promise<void>) => t.test(what, () => workbench.recordFailure(what, body));
  const written = (expected: string) => checkWritten(folder, expected);
  try {
    await isArticle(workbench);

    await step('same as: found by a Latin spelling', async () => {
      await workbench.clickWord('وليد');
      await workbench.runCommand('Fihris: Correct…');
      await choose(workbench, 'Same as…');
      await quickInput(workbench).fill('haddad');
      await choose(workbench, 'سامر الحداد');
      await written(`${HEAD}corrections:\n  - same: [سامر الحداد, وليد نوري]\n`);
    });

    await step('undo at the mention', async () => {
      await eventually('the correction on the card', async () =>
        (await workbench.hoverCardText('وليد')).includes('سامر الحداد'),
      );
      await workbench.clickWord('وليد');
      await workbench.runCommand('Fihris: Correct…');
      await choose(workbench, 'Undo correction');
      await written(HEAD);
    });

    await step('from the tree of people', async () => {
      await workbench.runCommand('View: Show Fihris');
      await eventually('the person', async () =>
        (await workbench.treeRows('People and Offices')).some(({ label }) => label.includes('وليد نوري')),
      );
      await workbench.treeRow('وليد نوري', 'People and Offices').click({ button: 'right' });
      await menuItem(workbench, 'Correct…');
      await choose(workbench, 'Hide وليد نوري');
      await written(`${HEAD}corrections:\n  - hide: وليد نوري\n`);
    });

    await step('from the tree of agreements', async () => {
      await eventually('the agreement', async () =>
        (await workbench.treeRows('Agreements')).some(({ label }) => label.includes('مذكرة تفاهم')),
      );
      await workbench.treeRow('مذكرة تفاهم', 'Agreements').click({ button: 'right' });
      await menuItem(workbench, 'Correct…');
      await choose(workbench, 'Set the date of');
      await quickInput(workbench).fill('2020-11-15');
      await page.keyboard.press('Enter');
      await eventually('the date', () => onDisk(folder).includes('  - { date: 2020-11-15, of: مذكرة تفاهم أمنية'));
    });

    await step('F2 shows the line before it is written', async () => {
      await workbench.openFile('a.txt');
      await isArticle(workbench);
      await workbench.clickWord('سامر');
      const box = page.locator('.rename-box input:visible').first();
      await eventually('the box of the new name', async () => {
        await page.keyboard.press('F2');
        await box.waitFor({ timeout: 3_000 });
        return (await box.inputValue()) === 'سامر الحداد';
      });
      await box.fill('سامر بن وليد الحداد');
      await page.keyboard.press('Control+Enter');
      await page.locator('.monaco-list-row:visible', { hasText: 'rename: سامر الحداد' }).first().waitFor();
      assert.ok(!onDisk(folder).includes('rename'), 'nothing is written before it is seen');
      await page.locator('.monaco-button:visible', { hasText: 'Apply' }).first().click();
      await workbench.openFile('fihris.yaml');
      await page.keyboard.press('Control+s');
      await eventually('the name', () =>
        onDisk(folder).includes('  - { rename: سامر الحداد, to: سامر بن وليد الحداد }\n'),
      );
    });

    await step('from the editor’s own tree of references', async () => {
      await workbench.openFile('a.txt');
      await workbench.clickWord('بغداد');
      await workbench.runCommand('References: Find All References');
      const row = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row[aria-level="2"]', {
        hasText: 'بغداد',
      });
      await row.first().click({ button: 'right' });
      await menuItem(workbench, 'Correct…');
      await choose(workbench, 'Hide بغداد');
      await eventually('the place hidden', () => onDisk(folder).includes('  - hide: بغداد\n'));
    });

    assert.ok(onDisk(folder).startsWith(HEAD), 'the reader’s own lines are as they were');
  } finally {
    await workbench.close();
  }
});

test('two windows write at once, and neither loses a line', async (t) => {
  const folder = temporaryFolder(FILES);
  const windows = await Promise.all(
    ['a.txt', 'b.txt'].map((file) => openWorkbench({ folder, file, extensions: [ROOT] })),
  );
  const [one, other] = windows;
  assert.ok(one && other);
  const record = (body: () => Promise<void>) =>
    one.recordFailure(t.name, () => other.recordFailure(`${t.name} 2`, body));
  try {
    await record(async () => {
      await Promise.all(windows.map(isArticle));
      for (const [window, word] of [
        [one, 'سامر'],
        [other, 'وليد'],
      ] as const) {
        await window.clickWord(word);
        await window.runCommand('Fihris: Correct…');
        await window.page
          .locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Not a person' })
          .waitFor();
      }
      await Promise.all(windows.map((window) => choose(window, 'Not a person')));
      await eventually('both lines', () => {
        const text = onDisk(folder);
        return text.includes('  - not a person: سامر الحداد\n') && text.includes('  - not a person: وليد نوري\n');
      });
      assert.ok(onDisk(folder).startsWith(`${HEAD}corrections:\n`));
      assert.equal(onDisk(folder).split('\n').length, HEAD.split('\n').length + 3);
    });
  } finally {
    await Promise.all(windows.map((window) => window.close()));
  }
});

const onDisk = (folder: string): string => readFileSync(join(folder, 'fihris.yaml'), 'utf8');

function checkWritten(folder: string, expected: string): Promise<true> {
  return eventually(`fihris.yaml as\n${expected}`, () => {
    assert.equal(onDisk(folder), expected);
    return true as const;
  });
}

/** The active editor has an article, and its marks. */
async function isArticle(workbench: Workbench): Promise<void> {
  await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
}

const quickInput = ({ page }: Workbench) => page.locator('.quick-input-widget:visible .quick-input-box input');

/** Takes a row of a picker, once it is there. */
async function choose(workbench: Workbench, label: string): Promise<void> {
  await workbench.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: label }).first().click();
}

async function menuItem({ page }: Workbench, label: string): Promise<void> {
  const item = page.locator('.context-view .action-item, .monaco-menu .action-item', { hasText: label }).first();
  // A menu that has just opened takes no click, so that the one that opened it chooses nothing.
  await eventually(`"${label}" chosen from the menu`, async () => {
    if (await item.isVisible()) await item.click({ timeout: 2_000 });
    else await item.waitFor({ timeout: 5_000 });
    await page.waitForTimeout(150);
    return !(await item.isVisible());
  });
}
