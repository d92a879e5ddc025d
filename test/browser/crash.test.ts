/**
 * The server ends by itself while somebody reads: it is started again with all that was open, which one message says; when it keeps ending,
 * another says that, and a button of it starts it once more.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const FILES = {
  'a.txt': 'بغداد – قال وزير الدفاع العراقي سامر الحداد إن القوات العراقية مستعدة في كل مكان من البلاد.\n',
  'fihris.yaml': '',
};

test('a server that ends is started again, and after many times by a button', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const folder = temporaryFolder(FILES);
  const others = new Set(servers());
  const workbench = await openWorkbench({ folder, file: 'a.txt', extensions: [ROOT] });
  const { page } = workbench;
  const toast = (text: string) => page.locator('.notification-toast', { hasText: text });
  const running = () => eventually('a server', () => servers().find((each) => !others.has(each)) ?? false);
  try {
    await workbench.recordFailure(t.name, async () => {
      await eventually('the card', async () => (await workbench.hoverCardText('سامر')).includes('وزير الدفاع'));
      // What was typed and not saved is in the editor alone.
      await workbench.clickWord('بغداد');
      await page.keyboard.press('Control+Home');
      await page.keyboard.insertText('وقال وزير النفط العراقي وليد النوري إن الإنتاج مستقر. ');
      await eventually('the card of the other', async () =>
        (await workbench.hoverCardText('وليد')).includes('وزير النفط'),
      );

      const first = await running();
      process.kill(first, 'SIGKILL');
      await toast('ended, and is started again').waitFor({ timeout: 20_000 });
      assert.notEqual(await eventually('another server', async () => (await running()) !== first && running()), first);
      await eventually('the unsaved text in its cards', async () =>
        (await workbench.hoverCardText('وليد')).includes('وزير النفط'),
      );

      const gaveUp = toast('keeps ending');
      for (let kills = 0; kills < 8 && !(await gaveUp.isVisible()); kills++) {
        const pid = servers().find((each) => !others.has(each));
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        await gaveUp.waitFor({ timeout: 9_500 }).catch(() => {});
      }
      await gaveUp.waitFor();
      assert.equal(await toast('ended, and is started again').count(), 1, 'one message, however often');
      await gaveUp.locator('.monaco-button', { hasText: 'Restart' }).click();
      await running();
      await eventually('the card again', async () => (await workbench.hoverCardText('وليد')).includes('وزير النفط'));
    });
  } finally {
    await workbench.close();
  }
});

/** Process ids of servers that an extension host has started from this checkout. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = wordsOf(pid);
      const parent = words.find((word) => word.startsWith('--clientProcessId='))?.split('=')[1] ?? '';
      return words.includes(join(ROOT, 'dist', 'server.js')) && wordsOf(parent).join(' ').includes('extensionHost');
    })
    .map(Number);
}

function wordsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
