import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverCorpora, isArabicProse } from '../../../server/src/corpus/discover.ts';
import { DEFAULT_INCLUDE } from '../../../server/src/corpus/paths.ts';
import { inOneByte, inUtf16 } from './bytes.ts';
import { MemoryFileDoor } from './memory-door.ts';

const article =
  'بغداد - وقع وزيرا الداخلية في البلدين، اليوم الثلاثاء، مذكرة للتعاون في ضبط الحدود المشتركة ومنع التهريب.\n\nوقال المتحدث باسم الوزارة إن المذكرة تنظم عمل اللجان الميدانية وتبادل المعلومات بين الجانبين.';
const english =
  'The two ministers signed a memorandum on the control of their common border on Tuesday, a spokesman said.';

/** The corpora found in a folder with these files, `''` for the folder itself. */
async function checkCorpora(files: Record<string, string | Uint8Array>, corpora: string[]): Promise<void> {
  assert.deepEqual(await discoverCorpora(new MemoryFileDoor(Object.entries(files)), DEFAULT_INCLUDE), corpora);
}

test('a folder whose text files are mostly Arabic prose is a corpus, in any encoding', async () => {
  await checkCorpora({ 'a.txt': article }, ['']);
  await checkCorpora({ 'a.txt': article, 'b/c.txt': article, 'b/d.txt': english, 'main.ts': english }, ['']);
  await checkCorpora({ 'a.txt': inOneByte(article, 'windows-1256'), 'b.txt': inUtf16(article, 'le') }, ['']);
});

test('other folders are left alone', async () => {
  await checkCorpora({}, []);
  await checkCorpora({ 'readme.md': article }, []);
  await checkCorpora({ 'a.txt': article, 'b.txt': english }, []);
  await checkCorpora({ 'a.txt': '', 'b.txt': new Uint8Array([0, 1, 2, 0]) }, []);
  await checkCorpora({ 'node_modules/x/a.txt': article, '.cache/a.txt': article }, []);
});

test('a fihris.yaml makes a corpus of any folder, also inside another', async () => {
  await checkCorpora({ 'fihris.yaml': '', 'a.txt': english }, ['']);
  await checkCorpora({ 'code.txt': english, 'texts/fihris.yaml': '', 'texts/a.txt': article }, ['texts']);
  await checkCorpora({ 'a.txt': article, 'b/fihris.yaml': '', 'b/x.txt': article }, ['', 'b']);
});

test('articles of an inner corpus say nothing of the folder around it', async () => {
  await checkCorpora({ 'log.txt': english, 'in/fihris.yaml': '', 'in/a.txt': article, 'in/b.txt': article }, ['in']);
});

test('a large folder is judged by a sample from all over it', async () => {
  const files = Array.from({ length: 500 }, (_, i) => [
    `${String(i).padStart(3, '0')}.txt`,
    i < 50 ? english : article,
  ]);
  await checkCorpora(Object.fromEntries(files), ['']);
});

test('Arabic prose is neither a list of words, nor tagged tokens, nor Persian, nor a label', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.ok(isArabicProse(bytes(article)));
  assert.ok(!isArabicProse(bytes(article.replaceAll(' ', '\n'))));
  assert.ok(!isArabicProse(bytes(article.replaceAll(' ', ' O\n'))));
  assert.ok(!isArabicProse(bytes('مذكرة تفاهم أمنية')));
  assert.ok(
    !isArabicProse(
      bytes(
        'وزیر کشور در دیدار با همتای خود گفت که دو کشور برای گسترش همکاری در مرزهای مشترک توافق کرده‌اند و گفتگوها ادامه خواهد داشت.',
      ),
    ),
  );
});

test('the search ends when it is called off', async () => {
  const door = new MemoryFileDoor([['a.txt', article]]);
  await assert.rejects(
    discoverCorpora(door, DEFAULT_INCLUDE, AbortSignal.abort(new Error('called off'))),
    /called off/,
  );
});
