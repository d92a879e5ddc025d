/** A folder on no disk: an extension gives the editor its files, and the editor gives them to Fihris. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

const SIGNING = `توقيع مذكرة

بغداد – 3 آذار 2019

وقّع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي في بغداد مذكرة تفاهم بشأن الحدود بين البلدين.
`;

const VISIT = `زيارة

البصرة – 9 أيار 2019

زار كريم عبد الله الطائي محافظة البصرة يوم الخميس، وقال الطائي في مؤتمر صحفي إن الحدود مع الدول المجاورة كلها آمنة.
`;

const LATER = VISIT.replace('9 أيار', '10 أيار').replaceAll('البصرة', 'الموصل');

/** Names that a URI has to escape, in a folder in the folder. */
const FIRST = 'أخبار (1)/توقيع! 100%.txt';
const SECOND = 'زيارة.txt';

/**
 * A file system in memory; commands to open its second file and the settings, and to put a third file into it. What is written of the
 * settings is shown in the status bar: no disk has it.
 */
const PROVIDER = `
const files = new Map(Object.entries(${JSON.stringify({ [FIRST]: SIGNING, [SECOND]: VISIT, '.git/hidden.txt': LATER })}));
const later = ${JSON.stringify(LATER)};
const changed = new vscode.EventEmitter();
const written = vscode.window.createStatusBarItem('memfs.written');
written.name = 'Written';
let writes = 0;
const gone = (uri) => { throw vscode.FileSystemError.FileNotFound(uri); };
const inside = (uri) => uri.path.replace(/^\\/news\\/?/, '');
const at = (path) => vscode.Uri.from({ scheme: 'memfs', path: '/news/' + path });
const isFolder = (path) => path === '' || [...files.keys()].some((file) => file.startsWith(path + '/'));
const provider = {
  onDidChangeFile: changed.event,
  watch: () => new vscode.Disposable(() => {}),
  stat: (uri) => {
    const text = files.get(inside(uri));
    if (text === undefined && !isFolder(inside(uri))) gone(uri);
    return { type: text === undefined ? 2 : 1, ctime: 0, mtime: writes, size: Buffer.byteLength(text ?? '') };
  },
  readDirectory: (uri) => {
    const head = inside(uri) === '' ? '' : inside(uri) + '/';
    const found = new Map();
    for (const file of files.keys()) {
      if (!file.startsWith(head)) continue;
      const [name, ...rest] = file.slice(head.length).split('/');
      found.set(name, rest.length > 0 ? 2 : 1);
    }
    return [...found];
  },
  readFile: (uri) => Buffer.from(files.get(inside(uri)) ?? gone(uri)),
  createDirectory: () => {},
  writeFile: (uri, bytes) => {
    const type = files.has(inside(uri)) ? 1 : 2;
    files.set(inside(uri), Buffer.from(bytes).toString());
    writes++;
    if (inside(uri) === 'fihris.yaml') {
      written.text = 'Written: ' + JSON.stringify(files.get('fihris.yaml'));
      written.show();
    }
    changed.fire([{ type, uri }]);
  },
  delete: gone,
  rename: gone,
};
exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', provider, { isCaseSensitive: true }),
    vscode.commands.registerCommand('memfs.open', () => vscode.window.showTextDocument(at(${JSON.stringify(SECOND)}))),
    vscode.commands.registerCommand('memfs.settings', () => vscode.window.showTextDocument(at('fihris.yaml'))),
    vscode.commands.registerCommand('memfs.add', () => vscode.workspace.fs.writeFile(at('later.txt'), Buffer.from(later))),
  );
};`;

function provider(): string {
  return temporaryFolder({
    'package.json': JSON.stringify({
      publisher: 'test',
      name: 'memfs',
      version: '0.0.1',
      engines: { vscode: '^1.100.0' },
      main: './extension.js',
      activationEvents: ['onFileSystem:memfs'],
      contributes: {
        commands: [
          { command: 'memfs.open', title: 'Memory: Open' },
          { command: 'memfs.settings', title: 'Memory: Settings' },
          { command: 'memfs.add', title: 'Memory: Add' },
        ],
      },
      capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
    }),
    'extension.js': `const vscode = require('vscode');\n${PROVIDER}`,
  });
}

test('a folder on no disk is read through the editor: marks, cards with what closed articles say, the reading view, changes', async () => {
  await withWorkbench(
    'a folder on no disk',
    { folder: 'memfs:/news', extensions: [ROOT, provider()] },
    async (workbench) => {
      const { page } = workbench;
      await workbench.runCommand('Memory: Open');
      await workbench.fileShown(SECOND);
      await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      // What is in a hidden folder is no article.
      await workbench.indexed(2);
      const card = await workbench.hoverCardText('الطائي');
      assert.match(card, /وزير الداخلية العراقي/);
      // It leads to a file whose name a URI has to escape.
      await workbench.hoverCard.getByText('توقيع مذكرة').first().click();
      await workbench.fileShown(FIRST);
      await workbench.runCommand('Memory: Open');
      await workbench.fileShown(SECOND);
      await workbench.runCommand('Fihris: Open Reading View');
      await workbench.webview.getByText('محافظة البصرة').first().waitFor();
      await workbench.runCommand('Memory: Add');
      await workbench.indexed(3);
    },
  );
});

test('a correction in a folder on no disk is written through the editor, follows at once, and can be undone', async () => {
  await withWorkbench(
    'a correction on no disk',
    { folder: 'memfs:/news', extensions: [ROOT, provider()] },
    async (workbench) => {
      const { page } = workbench;
      const written = (text: string) =>
        page
          .locator('.statusbar-item', { hasText: `Written: ${JSON.stringify(text)}` })
          .first()
          .waitFor();
      const article = async () => {
        await workbench.runCommand('Memory: Open');
        await workbench.fileShown(SECOND);
        await page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      };
      await article();
      await workbench.indexed(2);
      await workbench.hoverCardText('الطائي');

      // From the light bulb, where there is no settings file yet.
      await workbench.clickWord('الطائي');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: 'Rename كريم' }).first().click();
      const box = page.locator('.quick-input-widget:visible .quick-input-box input');
      await box.fill('كريم الحداد');
      await page.keyboard.press('Enter');
      const line = '  - { rename: كريم عبد الله الطائي, to: كريم الحداد }\n';
      await written(`corrections:\n${line}`);
      await eventually('the new name on the card', async () =>
        (await workbench.hoverCardText('الطائي')).includes('كريم الحداد'),
      );

      // From the palette, into the file that is there.
      await workbench.clickWord('محافظة');
      await workbench.clickWord('الطائي');
      await workbench.runCommand('Fihris: Correct…');
      await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Hide كريم' }).first().click();
      await written(`corrections:\n${line}  - hide: كريم عبد الله الطائي\n`);

      // The editor's own undo takes back one of them, and what is saved is what is said.
      await workbench.runCommand('Memory: Settings');
      await workbench.fileShown('fihris.yaml');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+s');
      await written(`corrections:\n${line}`);
      await article();
      await eventually('the card of whom nothing hides', async () =>
        (await workbench.hoverCardText('الطائي')).includes('كريم الحداد'),
      );
      // What is typed into the settings and not saved stays, and a correction is added to it.
      await workbench.runCommand('Memory: Settings');
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('# mine\n');
      await article();
      await workbench.clickWord('الطائي');
      await workbench.runCommand('Fihris: Correct…');
      await page
        .locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Undo correction' })
        .first()
        .click();
      await page.locator('.notification-list-item', { hasText: 'unsaved changes' }).first().waitFor();
      await written(`corrections:\n${line}`);
      await workbench.runCommand('Memory: Settings');
      await page.keyboard.press('Control+s');
      await page.locator('.statusbar-item', { hasText: 'Written: "# mine\\n' }).first().waitFor();
    },
  );
});
