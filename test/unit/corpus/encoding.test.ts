import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../../server/src/corpus/encoding.ts';
import { inOneByte, inUtf16 } from './bytes.ts';

const report =
  'وقع وزيرا خارجية البلدين في مدينة السليمانية اتفاقية للتعاون الحدودي، بحسب بيان رسمي.\nولم تُعلن التفاصيل.';
const headline = 'توقيع اتفاق أمني';

/** These bytes are read as this text in this encoding. */
function checkDecodes(bytes: Uint8Array, text: string, encoding: string): void {
  assert.deepEqual(decodeText(bytes), { text, encoding });
}

function checkRefused(bytes: Uint8Array, code: string): void {
  assert.deepEqual(decodeText(bytes), { code });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('UTF-8, with and without a byte order mark, which is not part of the text', () => {
  checkDecodes(utf8(report), report, 'utf8');
  checkDecodes(utf8(`\uFEFF${report}`), report, 'utf8bom');
  checkDecodes(utf8('The two ministers signed a memorandum.'), 'The two ministers signed a memorandum.', 'utf8');
});

test('an empty file is an empty text', () => {
  checkDecodes(new Uint8Array(), '', 'utf8');
  checkDecodes(utf8('\uFEFF'), '', 'utf8bom');
});

test('UTF-16 in both orders, with and without a mark, long and short', () => {
  for (const text of [report, headline]) {
    checkDecodes(inUtf16(text, 'le', '\uFEFF'), text, 'utf16le');
    checkDecodes(inUtf16(text, 'be', '\uFEFF'), text, 'utf16be');
    checkDecodes(inUtf16(text, 'le'), text, 'utf16le');
    checkDecodes(inUtf16(text, 'be'), text, 'utf16be');
  }
});

test('the one-byte encodings of Arabic, down to a headline and a word', () => {
  for (const text of [report, headline]) {
    checkDecodes(inOneByte(text, 'windows-1256'), text, 'windows1256');
    checkDecodes(inOneByte(text, 'iso-8859-6'), text, 'iso88596');
  }
  checkDecodes(inOneByte('مرحبا', 'windows-1256'), 'مرحبا', 'windows1256');
});

test('Western text in its one-byte encoding is not taken for Arabic', () => {
  const text = 'Les ministres de la Défense ont signé à Téhéran un protocole « historique », a déclaré le général.';
  checkDecodes(inOneByte(text, 'windows-1252'), text, 'iso88591');
});

test('UTF-8 with one broken character is UTF-8, not the letter salad it makes in windows-1256', () => {
  const cutOff = utf8(`${report}\n${report}`).subarray(0, -2);
  const decoded = decodeText(cutOff);
  assert.ok('text' in decoded);
  assert.equal(decoded.encoding, 'utf8');
  assert.ok(decoded.text.startsWith(report));
});

test('what is no text is refused: zeros, control characters, noise', () => {
  checkRefused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'binary');
  checkRefused(
    Uint8Array.from({ length: 400 }, (_, i) => (i % 31) + 1),
    'binary',
  );
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => ((i * 2654435761) >>> 13) % 256 || 1);
  assert.ok('code' in decodeText(noise));
});

test('bytes of no encoding are refused', () => {
  checkRefused(
    Uint8Array.from({ length: 60 }, (_, i) => 0x80 + (i % 0x20)),
    'encoding',
  );
});

test('a line of 5 MB is read whole', () => {
  const line = 'كلمة '.repeat(500_000);
  checkDecodes(utf8(line), line, 'utf8');
});
