/** A person asks: a card on a name, a jump to another article, the tree of agreements, the keys. Over a copy of `examples/`. */

import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { margins } from '../host/lines.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

const MINUTES = '2023-03-19-security-minutes.txt';

test('a reader of the sample corpus', async (t) => {
  const folder = temporaryFolder({});
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  writeFileSync(join(folder, 'picture.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1));
  const workbench = await openWorkbench({
    folder,
    file: MINUTES,
    extensions: [ROOT],
    settings: { 'fihris.cards.language': 'ar' },
    size: { width: 1400, height: 1000 },
  });
  const { page } = workbench;
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  try {
    await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();

    await step('sees how many articles there are, and what could not be read', async () => {
      await page.locator('.statusbar-item', { hasText: /Fihris\P{L}*14 \P{L}*1/u }).click();
      const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'picture.txt' });
      assert.ok((await row.locator('.quick-input-list-label-meta').textContent())?.trim(), 'the reason');
      await page.keyboard.press('Escape');
    });

    await step('reads a card from right to left', async () => {
      const card = await workbench.hoverCardText('الأعرجى');
      assert.match(card, /قاسم الأعرجي/);
      assert.match(card, /مستشار الأمن القومي/);
      assert.match(card, /مهلة المحضر الأمني/, 'the other article');
      assert.doesNotMatch(card, /\*\*|command:|<div/, 'no markup is left');
      const { lines, inverted } = await measureCard(workbench);
      assert.ok(lines.length > 3);
      assert.equal(inverted, 0, 'words of the card out of order');
      const right = Math.max(...lines.map((line) => line.right));
      assert.ok(
        lines.every((line) => right - line.right < 40),
        `not at the right: ${JSON.stringify(lines)}`,
      );
    });

    await step('follows a link of the card into another article', async () => {
      await workbench.hoverCardText('الأعرجى');
      await workbench.hoverCard.locator('a', { hasText: 'مهلة المحضر الأمني' }).first().click();
      await workbench.fileShown('2023-09-19-border-camps.txt');
      await eventually('the mention, selected', async () => /الأعرجي/.test(await workbench.selectedText()));
    });

    await step('goes to the definition in the same article, then on to the next article', async () => {
      await workbench.openFile(MINUTES);
      await workbench.clickWord('الأعرجى');
      await page.keyboard.press('F12');
      await eventually('the introduction', async () => (await workbench.cursor()).line === 7);
      await page.keyboard.press('F12');
      await workbench.fileShown('2023-09-19-border-camps.txt');
      assert.equal((await workbench.cursor()).line, 8);
    });

    await step('moves by the arrow keys to where they point', async () => {
      await workbench.openFile(`${MINUTES}:9:1`);
      await page.keyboard.press('ArrowLeft');
      await eventually('one letter on', async () => (await workbench.cursor()).column === 2);
      await page.keyboard.press('ArrowRight');
      await eventually('one letter back', async () => (await workbench.cursor()).column === 1);
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await eventually('a word', async () => (await workbench.selectedText()) === 'وأكّد');
    });

    await step('writes a line, which runs from right to left at once', async () => {
      await workbench.openFile('railway-shalamcheh.txt');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('Baghdad');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('ووصل الوفد مساء');
      await eventually('the new lines, each in its direction', async () => {
        const rows = await workbench.wordRects();
        const latin = rows.find(({ text }) => text.trim() === 'Baghdad');
        const arabic = rows.find(({ text }) => text.trim() === 'ووصل الوفد مساء');
        assert.ok(latin && arabic);
        return (margins(latin)?.left ?? 99) < 20 && (margins(arabic)?.right ?? 99) < 30;
      });
      await workbench.runCommand('File: Revert File');
    });

    await step('finds a person by a Latin spelling', async () => {
      await page.keyboard.press('Control+t');
      const input = page.locator('.quick-input-widget:visible .quick-input-box input');
      await input.fill('#Shamkhani');
      await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'شمخاني' }).first().waitFor();
      await page.keyboard.press('Escape');
    });

    await step('opens a mention from the tree of agreements', async () => {
      await workbench.openFile('algiers-background.txt');
      await workbench.runCommand('View: Show Fihris');
      // All the room for the agreements: only rows in sight can be read.
      await page.locator('.pane-header', { hasText: 'People' }).click();
      const agreement = 'المحضر الأمني المشترك';
      const row = await eventually('the agreement', async () =>
        (await workbench.treeRows()).find(({ label }) => label.includes(agreement)),
      );
      assert.match(row.description, /2023/);
      assert.match(row.description, /العراق/);
      await expand(workbench, agreement);
      await eventually('its state, its parties and both articles', async () => {
        const labels = (await workbench.treeRows()).filter(({ level }) => level === 3).map(({ label }) => label);
        return ['Mar 19, 2023', 'العراق وإيران', 'شمخاني والأعرجي', 'مهلة المحضر'].every((part) =>
          labels.some((label) => label.includes(part)),
        );
      });
      await expand(workbench, 'شمخاني والأعرجي');
      await workbench.treeRow('ويلزم').click();
      await workbench.fileShown(MINUTES);
      await eventually('the mention, selected', async () => (await workbench.selectedText()) === 'المحضر');
    });

    await step('groups the agreements by party and by state', async () => {
      await workbench.runCommand('Fihris: Group Agreements by Party');
      await eventually('the parties', async () => {
        const groups = (await workbench.treeRows()).filter(({ level }) => level === 1).map(({ label }) => label);
        return groups.some((label) => label.includes('العراق')) && groups.some((label) => label.includes('إيران'));
      });
      await workbench.runCommand('Fihris: Group Agreements by State');
      await eventually('the states', async () =>
        (await workbench.treeRows()).some(({ level, label }) => level === 1 && label === 'signed'),
      );
    });

    await step('turns the right-to-left text off and on', async () => {
      const margin = async () => {
        const row = (await workbench.wordRects()).find(({ words }) => words[0]?.arabic && words.length < 6);
        assert.ok(row);
        return row.area.right - Math.max(...row.words.map(({ right }) => right));
      };
      assert.ok((await margin()) < 60);
      await workbench.runCommand('Fihris: Toggle Right-to-Left Text');
      await eventually('the lines at the left', async () => (await margin()) > 200);
      await workbench.runCommand('Fihris: Toggle Right-to-Left Text');
      await eventually('the lines at the right', async () => (await margin()) < 60);
    });
  } finally {
    await workbench.close();
  }
});

test('a folder that is no corpus is left alone, until it becomes one', async () => {
  const folder = temporaryFolder({ 'notes.txt': 'Buy bread, milk and two kilos of apples on the way home.\n' });
  const workbench = await openWorkbench({ folder, file: 'notes.txt', extensions: [ROOT] });
  try {
    await workbench.recordFailure('no corpus', async () => {
      await workbench.runCommand('View: Show Fihris');
      await workbench.page.locator('.welcome-view', { hasText: 'This folder is no corpus' }).waitFor();
      assert.equal(await workbench.page.locator('.statusbar-item', { hasText: 'Fihris' }).count(), 0);
      assert.equal(await workbench.page.locator('#status\\.editor\\.mode').textContent(), 'Plain Text');

      const report = 'وصل وزير الطاقة إلى العاصمة أمس، والتقى نظيره في مقر الوزارة لبحث الربط الكهربائي بين البلدين.\n';
      writeFileSync(join(folder, 'زيارة.txt'), report);
      writeFileSync(join(folder, 'fihris.yaml'), 'include: ["زيارة.txt"]\n');
      await workbench.indexed(1);
      await workbench.openFile('زيارة.txt');
      await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      await workbench.openFile('notes.txt');
      assert.equal(await workbench.page.locator('#status\\.editor\\.mode').textContent(), 'Plain Text');
    });
  } finally {
    await workbench.close();
  }
});

/** Opens a row of the tree by its arrow: a click on the row itself goes to the text. */
async function expand(workbench: Workbench, label: string): Promise<void> {
  await workbench.treeRow(label).locator('.monaco-tl-twistie').click();
}

/** The lines of the card in sight that are Arabic, and how many pairs of Arabic words of one line stand the wrong way round. */
function measureCard(workbench: Workbench): Promise<{ lines: { text: string; right: number }[]; inverted: number }> {
  return workbench.hoverCard
    .locator('.hover-contents')
    .first()
    .evaluate((contents) => {
      const walker = document.createTreeWalker(contents, NodeFilter.SHOW_TEXT);
      const lines = new Map<number, { text: string; left: number; right: number }[]>();
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (const { 0: text, index } of node.data.matchAll(/\p{Script=Arabic}[\p{L}\p{M}]*/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + text.length);
          const { left, right, bottom } = range.getBoundingClientRect();
          // Words of one line may differ by a pixel in height where they differ in style.
          const line = [...lines.keys()].find((other) => Math.abs(other - bottom) < 6) ?? bottom;
          lines.set(line, [...(lines.get(line) ?? []), { text, left, right }]);
        }
      }
      let inverted = 0;
      for (const words of lines.values()) {
        words.forEach((word, at) => {
          inverted += words.slice(at + 1).filter((later) => later.left > word.left).length;
        });
      }
      return {
        inverted,
        lines: [...lines.values()].map((words) => ({
          text: words.map(({ text }) => text).join(' '),
          right: Math.max(...words.map(({ right }) => right)),
        })),
      };
    });
}
