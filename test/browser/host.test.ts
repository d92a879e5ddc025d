/** That the embedded VS Code does what the other browser tests rest on, with a tiny extension in it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder, tinyExtension } from '../host/fixtures.ts';
import { invertedPairs } from '../host/lines.ts';
import { ROOT } from '../host/paths.ts';

const ARTICLES = {
  'زيارة.txt': [
    'وصل وزير الصيد الموريتاني المختار ولد أحمد إلى الرباط صباح الاثنين.',
    'Nouakchott, 2021',
    'وقال الوزير إن بلاده ستوقع مذكرة مع المغرب حول صيد الأخطبوط.',
  ].join('\n'),
  'أخبار/عودة.txt': 'عاد الوزير إلى نواكشوط مساء الأربعاء.\n',
};

const EXTENSION = tinyExtension(
  `exports.activate = () => {
    vscode.languages.registerHoverProvider('plaintext', {
      provideHover: (document, position) =>
        new vscode.Hover('بطاقة: ' + document.getText(document.getWordRangeAtPosition(position, /[\\u0600-\\u06ff]+/))),
    });
    vscode.commands.registerCommand('tiny.greet', () => vscode.window.showInformationMessage('أهلا'));
    vscode.window.registerTreeDataProvider('tiny.tree', {
      getChildren: (node) => (node ? ['المغرب'] : ['مذكرة الصيد', 'محضر الحدود']),
      getTreeItem: (label) => ({ label, description: 'وصف', collapsibleState: label.startsWith('مذكرة') ? 1 : 0 }),
    });
  };`,
  {
    commands: [{ command: 'tiny.greet', title: 'Greet', category: 'Tiny' }],
    views: { explorer: [{ id: 'tiny.tree', name: 'Tiny Tree' }] },
  },
);

test('a workbench with an Arabic text and an extension under development', async () => {
  const folder = temporaryFolder(ARTICLES);
  await withWorkbench('host', { folder, file: 'زيارة.txt:3:1', extensions: [EXTENSION] }, async (workbench) => {
    const [first, second] = await workbench.wordRects();
    assert.ok(first && second);
    assert.equal(first.words.map((word) => word.text).join(' '), ARTICLES['زيارة.txt'].split('.')[0]);
    assert.ok(first.words.every((word) => word.right > word.left && word.bottom > word.top && word.arabic));
    assert.deepEqual(invertedPairs([first]), { inverted: 0, of: 55 }, 'a plain line is ordered from right to left');
    assert.ok(second.words.every((word) => !word.arabic));
    assert.deepEqual(await workbench.cursor(), { line: 3, column: 1 });

    await workbench.doubleClickWord('الوزير');
    assert.equal(await workbench.selectedText(), 'الوزير');

    assert.equal(await workbench.hoverCardText('الموريتاني'), 'بطاقة: الموريتاني');

    await workbench.runCommand('Tiny: Greet');
    await eventually('the greeting', async () => (await workbench.notifications()).includes('أهلا'));

    await workbench.runCommand('Explorer: Focus on Tiny Tree View');
    await workbench.treeRow('مذكرة الصيد', 'Tiny Tree').click();
    const child = { label: 'المغرب', description: 'وصف', level: 2, expanded: false };
    await eventually('the tree', async () => {
      assert.deepEqual(await workbench.treeRows('Tiny Tree'), [
        { label: 'مذكرة الصيد', description: 'وصف', level: 1, expanded: true },
        child,
        { label: 'محضر الحدود', description: 'وصف', level: 1, expanded: false },
      ]);
      return true;
    });

    await workbench.openFile('أخبار/عودة.txt:1:4');
    await workbench.word('نواكشوط');
    assert.deepEqual(await workbench.cursor(), { line: 1, column: 4 });
  });
});

test('the dark theme is dark, also with the extension of the folder that has the workbench in it', async () => {
  const options = { folder: temporaryFolder(ARTICLES), file: 'زيارة.txt', extensions: [ROOT], theme: 'dark' } as const;
  await withWorkbench('host-dark', options, async (workbench) => {
    await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
  });
});
