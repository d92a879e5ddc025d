/** Hints and the code lens in real articles: the words stay in order, in a light and a dark theme; where lines are not turned there is no hint. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { invertedPairs } from '../host/lines.ts';
import { ROOT } from '../host/paths.ts';

const MINUTES = '2023-03-19-security-minutes.txt';
const MEMORANDUM = '2017-07-23-defence-memorandum.txt';

/** What the hints in sight say, by their rows: the editor gives injected text a class of its own. */
const HINT = '.view-line span[class*="dyn-rule"]';

for (const [theme, name] of [
  ['Default Dark Modern', 'dark'],
  ['Default Light Modern', 'light'],
] as const)
  test(`between the lines, ${name}`, async (t) => {
    const folder = temporaryFolder({});
    cpSync(join(ROOT, 'examples'), folder, { recursive: true });
    const workbench = await openWorkbench({
      folder,
      file: MINUTES,
      extensions: [ROOT],
      settings: { 'workbench.colorTheme': theme },
      size: { width: 1400, height: 1000 },
    });
    const { page } = workbench;
    const step = (what: string, body: () => Promise<void>) => t.test(what, () => workbench.recordFailure(what, body));
    const hinted = async () => (await workbench.editor.locator('.view-lines').innerText()).replace(/\u00a0/g, ' ');
    try {
      await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      const plain = (await workbench.wordRects()).length;
      assert.ok(plain > 3);

      await step('a surname has its office behind it, and the words of hinted lines stay in order', async () => {
        await eventually('hints', async () => (await workbench.editor.locator(HINT).count()) > 0);
        await workbench.screenshot(`hints-${name}`);
        const rows = (await workbench.wordRects()).filter((row) => row.words[0]?.arabic);
        const { inverted, of } = invertedPairs(rows);
        assert.ok(of > 300, `${of} pairs are too few to measure`);
        assert.equal(inverted, 0, `${inverted} of ${of}`);
        // The editor draws marks behind the text; a hint behind the name must not take its mark away.
        await eventually('the mark of the name', async () => {
          const surname = await workbench.word('الأعرجى');
          const marks = await workbench.editor
            .locator('.view-overlays .cdr[class*="TextEditorDecorationType"]')
            .evaluateAll((found) => found.map((each) => each.getBoundingClientRect().toJSON()));
          return marks.some(
            ({ left, right, bottom }) =>
              Math.abs(left - surname.left) < 3 &&
              Math.abs(right - surname.right) < 3 &&
              bottom > surname.top &&
              bottom < surname.bottom + 12,
          );
        });
      });

      await step('the lens over the title leads to the article on the same events', async () => {
        const lens = page.locator('.codelens-decoration a', { hasText: 'on the same events' });
        await lens.waitFor();
        // The editor draws its lenses anew when hints come: for a moment there is none.
        await eventually('the lens above the title', async () => {
          const title = (await workbench.wordRects())[0];
          const box = await lens.boundingBox({ timeout: 1_000 });
          return title && box && box.y < title.area.top;
        });
        await lens.click();
        await eventually('the other article', async () => {
          const tab = await page.locator('.tab.active').getAttribute('data-resource-name');
          return tab !== MINUTES || (await page.locator('.peekview-widget').count()) > 0;
        });
        await workbench.screenshot(`lens-${name}`);
        await page.keyboard.press('Escape');
        await workbench.openFile(MINUTES);
      });

      await step('lines that are not turned have no hints, and have them again', async () => {
        await eventually('hints', async () => (await workbench.editor.locator(HINT).count()) > 0);
        const with_ = await hinted();
        await workbench.runCommand('Fihris: Toggle Right-to-Left Text');
        await eventually('no hints', async () => (await workbench.editor.locator(HINT).count()) === 0);
        assert.ok((await hinted()).length < with_.length);
        await workbench.runCommand('Fihris: Toggle Right-to-Left Text');
        await eventually('hints', async () => (await workbench.editor.locator(HINT).count()) > 0);
      });

      await step('people and offices: those of the open article first, then the alphabet', async () => {
        await workbench.runCommand('View: Show Fihris');
        const rows = await eventually('the people', async () => {
          const found = await workbench.treeRows('People and Offices');
          return found.some(({ label }) => label.includes('الأعرجي')) && found;
        });
        assert.match(rows[0]?.label ?? '', /In the open article/);
        await workbench.screenshot(`people-${name}`);
        const letter = rows.find(({ level, label }) => level === 1 && label.includes('ق'));
        assert.ok(letter, 'a letter');
        await workbench.runCommand('Fihris: List People by Office');
        await eventually('the letters of offices', async () =>
          (await workbench.treeRows('People and Offices')).some(({ label }) => label.includes('و')),
        );
        await workbench.runCommand('Fihris: List People by Article');
        await eventually('the years', async () =>
          (await workbench.treeRows('People and Offices')).some(({ label }) => label.includes('2023')),
        );
        await workbench.runCommand('Fihris: List People by Name');
      });

      await step(
        'the people of another article come first when it is opened for the first time, and of a reading view',
        async () => {
          const people = async () => {
            const [, ...rows] = await workbench.treeRows('People and Offices');
            const end = rows.findIndex(({ level }) => level === 1);
            return rows.slice(0, end === -1 ? undefined : end).map(({ label }) => label);
          };
          const isOf = (name: string) =>
            eventually(`the people beside ${name}`, async () => (await people()).some((label) => label.includes(name)));
          await isOf('الأعرجي');
          await workbench.openFile(MEMORANDUM);
          await isOf('الحيالي');
          assert.ok(!(await people()).some((label) => label.includes('الأعرجي')));
          await workbench.runCommand('Fihris: Open Reading View');
          await page.locator('.tab.active', { hasText: MEMORANDUM }).waitFor();
          await workbench.openFile(MINUTES);
          await isOf('الأعرجي');
          await page.locator(`.tab[data-resource-name="${MEMORANDUM}"]`).last().click();
          await isOf('الحيالي');
          await workbench.openFile(MINUTES);
        },
      );

      await step('a person is found by a Latin spelling', async () => {
        await workbench.runCommand('Fihris: Find a Person or an Office');
        await page.locator('.quick-input-widget:visible .quick-input-box input').fill('Shamkhany');
        await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'شمخاني' }).first().waitFor();
        await workbench.screenshot(`search-${name}`);
        await page.keyboard.press('Escape');
      });
    } finally {
      await workbench.close();
    }
  });
