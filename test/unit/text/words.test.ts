import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean, fold, foldWithOffsets } from '../../../server/src/text/fold.ts';
import { readings } from '../../../server/src/text/proclitics.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

test('spellings of one word fold to one form', () => {
  for (const [a, b] of [
    ['أحمد', 'احمد'],
    ['العراقـيّة', 'العراقيه'],
    ['مُختلِف', 'مختلف'],
    ['یکی', 'يكي'],
    ['٢٠٢٣', '2023'],
    ['۲۰۲۳', '2023'],
    ['ﻻ', 'لا'],
    ['\u200Fقال\u200E', 'قال'],
    ['Ali', 'ali'],
  ] as const)
    assert.equal(fold(a), fold(b));
  assert.notEqual(fold('مؤمن'), fold('مومن'));
});

test('folded characters know where they came from', () => {
  const { text, offsets } = foldWithOffsets('مُدـن ﻻ');
  assert.equal(text, 'مدن لا');
  assert.deepEqual(offsets, [0, 2, 4, 5, 6, 6, 7]);
  assert.equal(foldWithOffsets('😀ا').offsets.length, fold('😀ا').length + 1);
});

test('what is shown of a name has no vowel signs, tatweel or line breaks', () => {
  assert.equal(clean(' سـالم\n كَريم '), 'سالم كريم');
});

test('words, numbers, signs', () => {
  const kinds = (text: string) => tokenize(text).map(({ kind, norm }) => `${kind[0]}:${norm}`);
  assert.deepEqual(kinds('قال: 3.5 و١٢٬٠٠٠'), ['w:قال', 'p::', 'n:3.5', 'w:و', 'n:12٬000']);
  assert.deepEqual(kinds('ـ لـ"نور"'), ['p:ـ', 'w:ل', 'p:"', 'w:نور', 'p:"']);
  assert.deepEqual(kinds('می\u200Cرود'), ['w:ميرود']);
  assert.deepEqual(
    tokenize('أ\r\nب ج').map(({ newLine }) => newLine),
    [false, true, false],
  );
  assert.deepEqual(
    tokenize('لـ"نور').map(({ glued }) => glued),
    [false, true, true],
  );
});

test('a word is read whole first, then without its particles', () => {
  const cores = (word: string) =>
    readings(word, { start: 0, end: word.length }).map(({ core, proclitic }) => `${proclitic}+${core}`);
  assert.deepEqual(cores('وليد'), ['+وليد', 'و+ليد', 'ول+يد']);
  assert.deepEqual(cores('وبإيران'), ['+وبايران', 'و+بايران', 'وب+ايران']);
  const hidden = readings('للعراق', { start: 0, end: 6 });
  assert.ok(hidden.some(({ core, definite, start }) => core === 'عراق' && definite && start === 2));
});
