/**
 * Watches what the right-to-left editor rests on and nothing documents: how VS Code lays out a line of Arabic, and
 * that a decoration's style sheet can turn it. When a newer VS Code fails here, the extension's own decoration
 * (client/src/right-to-left.ts) is in question; when the first test fails, it may no longer be needed.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder, tinyExtension } from '../host/fixtures.ts';
import { invertedPairs, margins, type Row } from '../host/lines.ts';
import type { Workbench } from '../host/workbench.ts';

const SHORT_LINE = 'ختام الزيارة';

const ARTICLE = [
  'أعلن وزير الطاقة الجزائري مراد بلقاسم، في مؤتمر صحفي عقده بمدينة وهران مساء الخميس، أن بلاده ستوقع مع تونس مذكرة تفاهم تخص الربط الكهربائي بين البلدين، وأن نظيره التونسي حبيب الشابي سيصل إلى الجزائر في 14 آذار لحضور التوقيع (بمقر الوزارة)، على أن تدخل المذكرة حيز التنفيذ قبل نهاية العام.',
  'Oran, 12 March 2022 (wire)',
  'وأضاف بلقاسم أن اللجنة الفنية المشتركة عقدت 3 اجتماعات منذ تشرين الثاني 2021، وناقشت مع خبراء من شركة STEG أسعار الكهرباء ومواعيد الصيانة، في حين أكد الشابي من جانبه أن الاتفاق لن يمس التزامات بلاده تجاه جيرانها.',
  SHORT_LINE,
].join('\n');

const TURNED_LINE = `none;
  .editor-scrollable:has(&) { container-type: inline-size; }
  .view-line:has(&) { direction: rtl; text-align: right; width: min(100%, 100cqw) !important; padding-right: 16px; box-sizing: border-box; }
  .view-line:has(&) > span { display: inline-block; width: 100%; }
  .view-line:has(&) span { unicode-bidi: normal !important; }`;

/** Paints some names as semantic tokens would, with an inlay hint after one; turns the Arabic lines on command. */
const EXTENSION = tinyExtension(
  `exports.activate = () => {
    const { createTextEditorDecorationType: type } = vscode.window;
    const ranges = (pattern) => {
      const { document } = vscode.window.activeTextEditor;
      return [...document.getText().matchAll(pattern)].map(({ 0: match, index }) =>
        new vscode.Range(document.positionAt(index), document.positionAt(index + match.length)));
    };
    const show = (options, pattern) => vscode.window.activeTextEditor.setDecorations(type(options), ranges(pattern));
    vscode.commands.registerCommand('tiny.paint', () => {
      show({ color: '#a31515' }, /مراد بلقاسم|حبيب الشابي|اللجنة الفنية|STEG/g);
      vscode.languages.registerInlayHintsProvider('plaintext', {
        provideInlayHints: () => ranges(/بلقاسم/g).map((range) => ({ position: range.end, label: ' وزير الطاقة' })),
      });
    });
    vscode.commands.registerCommand('tiny.turn', () =>
      show({ textDecoration: ${JSON.stringify(TURNED_LINE.replaceAll('\n', ' '))} }, /^[\\u0600-\\u06ff].*$/gm));
  };`,
  {
    commands: [
      { command: 'tiny.paint', title: 'Paint Names', category: 'Tiny' },
      { command: 'tiny.turn', title: 'Turn Lines', category: 'Tiny' },
    ],
  },
);

test('right-to-left lines in the text editor of VS Code', async (t) => {
  const workbench = await openWorkbench({
    folder: temporaryFolder({ 'ربط.txt': ARTICLE }),
    file: 'ربط.txt',
    extensions: [EXTENSION],
    settings: {
      'editor.wordWrap': 'on',
      'editor.wordSeparators': '`~!@#$%^&*()-=+[{]}|;:,.<>/?،؛؟«»“”',
      'editor.wrappingStrategy': 'advanced',
      'editor.fontFamily': 'Noto Naskh Arabic, Amiri, Noto Sans Arabic',
      'editor.fontSize': 16,
      'editor.lineHeight': 1.7,
    },
  });
  const step = (name: string, body: () => Promise<void>) => t.test(name, () => workbench.recordFailure(name, body));
  try {
    await step('as it is: colours and hints on names put words in the wrong order, lines stand left', async () => {
      const plain = invertedPairs(arabic(await workbench.wordRects()));
      assert.ok(plain.of > 300, `${plain.of} pairs are too few to measure`);
      await workbench.runCommand('Tiny: Paint Names');
      await eventually('inverted pairs', async () => invertedPairs(arabic(await workbench.wordRects())).inverted > 50);
      const rightMargins = arabic(await workbench.wordRects()).map((row) => margins(row)?.right ?? 0);
      assert.ok(Math.max(...rightMargins) > 100, `right margins ${rightMargins}`);
    });

    await step('turned: every word in its place, every line at the right, nothing cut off', async () => {
      await workbench.runCommand('Tiny: Turn Lines');
      const rows = await eventually('turned lines', () => turnedRows(workbench));
      assert.equal(invertedPairs(rows).inverted, 0);
      const minimap = await workbench.editor.locator('.minimap').boundingBox();
      for (const row of rows) {
        assert.ok((margins(row)?.left ?? -1) >= 0, `cut off on the left: ${row.text}`);
        for (const word of row.words) assert.ok(minimap && word.right <= minimap.x, `under the minimap: ${word.text}`);
      }
      const other = (await workbench.wordRects()).find((row) => row.text.startsWith('Oran'));
      assert.ok(other && (margins(other)?.left ?? 99) < 2, 'a left-to-right line stays at the left');
    });

    await step(
      'turned: double click selects the word under the mouse, in a wrapped line and after a hint',
      async () => {
        for (const word of ['التوقيع', 'نظيره', 'الصيانة', 'STEG', 'مراد']) {
          await workbench.doubleClickWord(word);
          assert.equal(await workbench.selectedText(), word);
        }
      },
    );

    await step('turned: a click lands at the nearer end of a letter, and after the text on its free side', async () => {
      const row = (await workbench.wordRects()).find(({ text }) => text === SHORT_LINE);
      const first = row?.words[0];
      assert.ok(row && first);
      const clickAt = (x: number) => workbench.page.mouse.click(x, (first.top + first.bottom) / 2);
      const caretComesTo = (column: number) =>
        eventually(`the caret in column ${column}`, async () => (await workbench.cursor()).column === column);
      await clickAt(first.right - 1);
      await caretComesTo(1);
      await clickAt(row.area.left + 40);
      await caretComesTo(SHORT_LINE.length + 1);
    });
  } finally {
    await workbench.close();
  }
});

function arabic(rows: Row[]): Row[] {
  return rows.filter((row) => row.words[0]?.arabic);
}

/** The Arabic rows, once all of them stand at the right, 16 pixels from the edge of their room. */
async function turnedRows(workbench: Workbench): Promise<Row[] | undefined> {
  const rows = arabic(await workbench.wordRects());
  const atRight = ({ words, area }: Row) =>
    area.right - 16 - Math.max(...words.map((word) => word.right)) < PUNCTUATION_WIDTH;
  return rows.every(atRight) ? rows : undefined;
}

/** What may stand between the edge and a row's first word: an opening bracket, a hint. */
const PUNCTUATION_WIDTH = 12;
