/**
 * A person reads a corpus in the text editor: every line runs from right to left, marked or not, and the mouse and the keys go where
 * they point. Over `examples/`, and over the five real articles where the environment variable FIHRIS_CORPUS names their folder.
 */

import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { invertedPairs, margins, type Row } from '../host/lines.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

/** High enough to show the longest article of both corpora without scrolling. */
const SIZE = { width: 1280, height: 2600 };

/** The room that the extension leaves right of a right-to-left line, for the scroll bar and the caret. */
const RIGHT_MARGIN = 16;
/** What may stand right of a line's first word: a bracket, a quote, a dash with its space. */
const PUNCTUATION_WIDTH = 24;

const { FIHRIS_CORPUS } = process.env;

test('the sample corpus is read from right to left', () => checkReading(join(ROOT, 'examples')));

test(
  'the five real articles are read from right to left',
  { skip: FIHRIS_CORPUS ? false : 'FIHRIS_CORPUS names no folder' },
  () => checkReading(FIHRIS_CORPUS ?? ''),
);

test('with the setting off, marks leave the words of a line in the order that the editor gives them', async (t) => {
  const folder = copy(join(ROOT, 'examples'));
  const [file] = articlesOf(folder);
  assert.ok(file);
  const settings = { 'fihris.editor.rightToLeft': false };
  const workbench = await openWorkbench({ folder, file, extensions: [ROOT], size: SIZE, settings });
  try {
    await workbench.recordFailure(t.name, async () => {
      await marked(workbench);
      const rows = (await workbench.wordRects()).filter(isArabic);
      // The editor's own order, wrong only where a sign or number stands between words: the same as without any mark.
      const { inverted, of } = invertedPairs(rows.map(lettersOf));
      assert.ok(inverted <= of / 100, `${inverted} of ${of} pairs`);
      assert.ok(
        rows.some((row) => (margins(row)?.right ?? 0) > 200),
        'lines stand at the left',
      );
    });
  } finally {
    await workbench.close();
  }
});

test('a date line of figures stands at the right of an Arabic article, a Latin line at the left', async (t) => {
  const text = 'وصل الوزير إلى المدينة\n\n15.08.2024\n\nBaghdad\n\nوقال إن اللقاء مهم.\n';
  const folder = temporaryFolder({ 'report.txt': text, 'fihris.yaml': 'name: تجربة\n' });
  const workbench = await openWorkbench({ folder, file: 'report.txt', extensions: [ROOT], size: SIZE });
  try {
    await workbench.recordFailure(t.name, async () => {
      await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
      await eventually('the date at the right', async () => {
        const [title, date, latin] = [
          await workbench.word('وصل'),
          await workbench.word('2024'),
          await workbench.word('Baghdad'),
        ];
        return Math.abs(title.right - date.right) < 3 && date.left - latin.right > 200;
      });
    });
  } finally {
    await workbench.close();
  }
});

async function checkReading(corpus: string): Promise<void> {
  const folder = copy(corpus);
  const files = articlesOf(folder);
  const [first] = files;
  assert.ok(first, `no article in ${corpus}`);
  const workbench = await openWorkbench({ folder, file: first, extensions: [ROOT], size: SIZE });
  try {
    for (const file of files) await workbench.recordFailure(`reading ${file}`, () => checkArticle(workbench, file));
  } finally {
    await workbench.close();
  }
}

async function checkArticle(workbench: Workbench, file: string): Promise<void> {
  await workbench.openFile(file);
  await marked(workbench);
  const rows = await eventually(`the lines of ${file} at the right`, async () => {
    const arabic = (await workbench.wordRects()).filter(isArabic);
    return arabic.length > 0 && arabic.every((row) => rightMargin(row) < RIGHT_MARGIN + PUNCTUATION_WIDTH) && arabic;
  });

  assert.equal(invertedPairs(rows.map(lettersOf)).inverted, 0, `${file}: words out of order`);
  for (const row of rows) {
    assert.ok(rightMargin(row) >= RIGHT_MARGIN - 1, `${file}: under the scroll bar: ${row.text}`);
    assert.ok((margins(row)?.left ?? 0) >= -1, `${file}: cut off on the left: ${row.text}`);
  }

  for (const word of wordsInside(rows)) {
    await eventually(
      `${file}: a double click that selects "${word}"`,
      async () => {
        await workbench.doubleClickWord(word);
        // A code lens that comes between the look and the click moves the line: then another click, as a person would.
        const selected = await workbench.selectedText();
        assert.equal(selected, word);
        return selected;
      },
      10_000,
    );
  }
}

/** Waits until the file is an article and has marks in sight. */
async function marked(workbench: Workbench): Promise<void> {
  await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
}

/** A word from the middle of each of the first two rows that go on above and below, being one that the article has once. */
function wordsInside(rows: readonly Row[]): string[] {
  const all = rows.flatMap((row) => row.words.map(({ text }) => text));
  const full = (row: Row | undefined) => row !== undefined && (margins(row)?.left ?? Number.POSITIVE_INFINITY) < 100;
  return rows
    .filter((row, index) => full(row) && full(rows[index - 1]))
    .map(({ words }) => {
      const middle = words.slice(Math.floor(words.length / 3)).map(({ text }) => text);
      return middle.find(
        (text) => /^\p{Script=Arabic}{4,}$/u.test(text) && all.indexOf(text) === all.lastIndexOf(text),
      );
    })
    .filter((word) => word !== undefined)
    .slice(0, 2);
}

function isArabic(row: Row): boolean {
  return row.words[0]?.arabic ?? false;
}

/** Numbers run from left to right wherever they stand, «١٠:٢٢» as well as «10:22». */
function lettersOf(row: Row): Row {
  return { ...row, words: row.words.filter(({ text }) => /^\p{L}/u.test(text)) };
}

function rightMargin(row: Row): number {
  return margins(row)?.right ?? Number.POSITIVE_INFINITY;
}

function articlesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
}

/** A test leaves the folder it reads as it is. */
function copy(folder: string): string {
  const temporary = temporaryFolder({});
  cpSync(folder, temporary, { recursive: true });
  return temporary;
}
