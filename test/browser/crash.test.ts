/**
 * The server ends by itself while somebody reads: it is started again with all that was open, which one message says; when it keeps ending,
 * another says that, and a button of it starts it once more.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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
  const workbench = await openWorkbench({ folder, file: 'a.txt', extensions: [ROOT] });
  const { page } = workbench;
  const toast = (text: string) => page.locator('.notification-toast', { hasText: text });
  const running = () => eventually('a server', () => servers()[0] ?? false);
  try {
    await workbench.recordFailure(t.name, async () => {
      await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      await workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
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
      await eventually('another server', async () => (await running()) !== first);
      await eventually('the unsaved text in its cards', async () =>
        (await workbench.hoverCardText('وليد')).includes('وزير النفط'),
      );

      const gaveUp = toast('keeps ending');
      for (let kills = 0; kills < 8 && !(await gaveUp.isVisible()); kills++) {
        const [pid] = servers();
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        await gaveUp.waitFor({ timeout: 9_500 }).catch(() => {});
      }
      await gaveUp.waitFor();
      // The first may have gone by itself.
      assert.ok((await toast('ended, and is started again').count()) <= 1, 'one message, however often');
      await gaveUp.locator('.monaco-button', { hasText: 'Restart' }).click();
      await running();
      await eventually('the card again', async () => (await workbench.hoverCardText('وليد')).includes('وزير النفط'));
    });
  } finally {
    await workbench.close();
  }
});

/** Process ids of the servers that the workbenches of this process have started. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = read(`/proc/${pid}/cmdline`).split('\0');
      return words.some((word) => word.endsWith('/dist/server.js')) && words.includes('--stdio') && isOurs(pid);
    })
    .map(Number);
}

/** Whether a process comes from this one, over however many others. */
function isOurs(pid: string): boolean {
  for (let at = pid; at !== '' && at !== '0'; at = /\) \S (\d+) /.exec(read(`/proc/${at}/stat`))?.[1] ?? '')
    if (at === String(process.pid)) return true;
  return false;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
