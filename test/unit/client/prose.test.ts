import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeSample, judgeText, mostlyArabic, type Sample } from '../../../client/src/prose.ts';

const REPORT = 'وقّع وزير الداخلية ونظيره مذكرة تفاهم بشأن أمن الحدود المشتركة، خلال زيارة رسمية إلى العاصمة.';

function checkBytes(bytes: Uint8Array, expected: Sample): void {
  assert.equal(judgeSample(bytes), expected);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

/** Arabic letters of windows-1256 stand where this table, made from the decoder itself, says. */
function windows1256(text: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    bytes.set(new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte);
  }
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 63);
}

test('an Arabic report is Arabic in each encoding that such files are found in', () => {
  checkBytes(utf8(REPORT), 'arabic');
  checkBytes(utf8(`\uFEFF${REPORT}`), 'arabic');
  checkBytes(utf16(`\uFEFF${REPORT}`), 'arabic');
  checkBytes(utf16(REPORT), 'arabic');
  checkBytes(new Uint8Array(Buffer.from(REPORT, 'utf16le').swap16()), 'arabic');
  checkBytes(windows1256(REPORT), 'arabic');
});

test('a sample may end inside a character', () => {
  checkBytes(utf8(REPORT).subarray(0, -2), 'arabic');
  checkBytes(utf8(REPORT).subarray(0, 101), 'arabic');
});

test('other languages, code and numbers are not Arabic', () => {
  checkBytes(utf8('The minister signed a memorandum of understanding on the security of the common border.'), 'other');
  checkBytes(utf8('Le ministre a été reçu à Téhéran ; les délégués étrangers étaient là.'), 'other');
  checkBytes(windows1256('Le ministre a été reçu hier ; les délégués étrangers étaient là aussi.'), 'other');
  checkBytes(
    utf8('cmake_minimum_required(VERSION 3.20)\nproject(example LANGUAGES CXX)\nadd_subdirectory(source)'),
    'other',
  );
  checkBytes(utf8('1975\n2017\n2020\n'.repeat(50)), 'nothing');
  checkBytes(new Uint8Array(), 'nothing');
});

test('an Arabic text with foreign names in it is Arabic', () => {
  assert.equal(judgeText(`${REPORT} (Reuters, https://example.org/news/1)`), 'arabic');
});

test('bytes that are no text say nothing for a corpus', () => {
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
  assert.notEqual(judgeSample(noise), 'arabic');
});

test('a folder is Arabic where more than half of its texts are', () => {
  assert.equal(mostlyArabic(['arabic']), true);
  assert.equal(mostlyArabic(['arabic', 'other', 'arabic']), true);
  assert.equal(mostlyArabic(['arabic', 'other']), false);
  assert.equal(mostlyArabic(['nothing', 'arabic', 'nothing']), true);
  assert.equal(mostlyArabic(['nothing']), false);
  assert.equal(mostlyArabic([]), false);
});
