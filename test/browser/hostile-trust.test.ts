/** A folder that is not trusted (Restricted Mode): Fihris works in it, and does not follow its own path to an index. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withWorkbench } from '../host/browser.ts';
import { temporaryFolder, tinyExtension } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const ARTICLE = `خبر

بغداد – 3 آذار 2019

وقّع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي في بغداد مذكرة تفاهم بشأن الحدود بين البلدين.
`;

/** Says what the editor makes of the folder's own settings. */
const ASKER = `exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.commands.registerCommand('tiny.ask', () => {
    const { index, include } = vscode.workspace.getConfiguration('fihris');
    vscode.window.showInformationMessage('settings: ' + JSON.stringify({ trusted: vscode.workspace.isTrusted, index, include }));
  }));
};`;

test('a folder that is not trusted: everything works but its own path to an index', async () => {
  const folder = temporaryFolder({ 'article.txt': ARTICLE });
  const settings = join(folder, '.vscode/settings.json');
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(settings, JSON.stringify({ 'fihris.index': '/etc/passwd', 'fihris.include': ['*.txt'] }));
  const asker = tinyExtension(
    ASKER,
    { commands: [{ command: 'tiny.ask', title: 'Tiny: Ask' }] },
    { untrustedWorkspaces: { supported: true } },
  );
  await withWorkbench(
    'a folder that is not trusted',
    {
      folder,
      extensions: [ROOT, asker],
      trust: true,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    },
    async (workbench) => {
      const { page } = workbench;
      await workbench.openFile('article.txt');
      await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      assert.match(await workbench.hoverCardText('رضائي'), /رضائي/);
      const ask = async () => {
        await workbench.runCommand('Notifications: Clear All Notifications');
        await workbench.runCommand('Tiny: Ask');
        const toast = page.locator('.notification-toast .notification-list-item-message', { hasText: 'settings:' });
        await toast.waitFor();
        return JSON.parse((await toast.innerText()).replace(/^settings: /, ''));
      };
      assert.deepEqual(await ask(), { trusted: false, index: '', include: ['*.txt'] });
    },
  );
});
