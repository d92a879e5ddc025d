import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentences } from '../../../server/src/text/sentences.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

/** `marked` has « | » where a sentence ends and the next begins. */
function checkSentences(marked: string): void {
  const expected = marked.split(' | ');
  const text = expected.join(' ');
  const found = sentences(text, tokenize(text), { start: 0, end: text.length });
  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    expected,
  );
}

test('Arabic and Latin stops end a sentence', () => {
  checkSentences('وصل الوفد. | هل عاد؟ | نعم! | ثم سكت… | وعاد.');
  checkSentences('He came. | Did he go? | Yes.');
});

test('two dots stand between clauses', () => {
  checkSentences('أكد أن الأمن واحد.. | وقال إنه باق.. | ثم سافر.');
  checkSentences('وصل.. | فيما غادر الآخر...');
});

test('initials, decimals and addresses do not end one', () => {
  checkSentences('قال د. سالم و أ. كريم إن النسبة 3.5 بالمئة. | ثم عاد.');
  checkSentences('Dr. Smith of example.com met J. R. Brown. | He left.');
  checkSentences('وقع الاتفاق سنة 1975 م. | ثم ألغي.');
});

test('closing quotes belong to the sentence', () => {
  checkSentences('قال: "سنبقى هنا." | ثم سكت.');
  checkSentences('قال “إننا باقون.” | وأضاف.');
  checkSentences('«نحن باقون.» | قال ذلك.');
  checkSentences('عاد. | "نحن هنا" قال.');
});

test('a bracket holds no end, a line does', () => {
  checkSentences('( وكالة س. ع. / خبر ) أكد الوزير ذلك. | ثم عاد.');
  const text = 'عنوان بلا نقطة\r\nوصل الوفد';
  assert.equal(sentences(text, tokenize(text), { start: 0, end: text.length }).length, 2);
});

test('only what lies within is read', () => {
  const text = 'أول. ثان. ثالث.';
  const found = sentences(text, tokenize(text), { start: 5, end: 9 });
  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    ['ثان.'],
  );
  assert.deepEqual(sentences('', [], { start: 0, end: 0 }), []);
});
