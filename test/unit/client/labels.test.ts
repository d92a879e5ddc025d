import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateLabel, excerpt, isolate, list, shorten } from '../../../client/src/labels.ts';

test('names in a row are one piece of Arabic', () => {
  assert.equal(isolate('العراق'), '\u2068العراق\u2069');
  assert.equal(list(['العراق', 'إيران']), 'العراق وإيران');
  assert.equal(list([]), '');
});

test('what is long is cut between words', () => {
  assert.equal(shorten('مذكرة تفاهم', 20), 'مذكرة تفاهم');
  assert.equal(shorten('مذكرة  تفاهم\nأمنية', 40), 'مذكرة تفاهم أمنية');
  assert.equal(shorten('مذكرة تفاهم بشأن أمن الحدود', 14), 'مذكرة تفاهم…');
  assert.equal(shorten('المهلة تنتهي.. وبغداد تعلن', 18), 'المهلة تنتهي…');
  assert.equal(shorten('ا'.repeat(50), 10), `${'ا'.repeat(9)}…`);
});

function checkExcerpt(sentence: string, part: string, length: number, expected: string): void {
  const found = excerpt(sentence, part, length);
  assert.equal(found.text, expected);
  assert.equal(found.part && found.text.slice(found.part.start, found.part.end), part);
}

test('an excerpt shows the mention with words around it', () => {
  const sentence = 'وقال الوزير في ختام الزيارة إن مذكرة التفاهم ستدخل حيز التنفيذ قريبا.';
  checkExcerpt(sentence, 'مذكرة التفاهم', 200, sentence);
  checkExcerpt(sentence, 'مذكرة التفاهم', 32, '…إن مذكرة التفاهم ستدخل حيز…');
  checkExcerpt(sentence, 'وقال الوزير', 16, 'وقال الوزير في…');
  checkExcerpt(sentence, 'مذكرة التفاهم', 5, '…مذكرة التفاهم…');
  checkExcerpt(` ${sentence}`, 'قريبا', 20, '…حيز التنفيذ قريبا.');
});

test('a mention that its sentence lacks leaves the beginning of the sentence', () => {
  assert.deepEqual(excerpt('وصل الوزير أمس', 'مذكرة', 100), { text: 'وصل الوزير أمس', part: null });
});

test('a date is written as far as it is known', () => {
  assert.equal(dateLabel('2020-11-15', 'en'), 'Nov 15, 2020');
  assert.equal(dateLabel('2020-11', 'en'), 'Nov 2020');
  assert.equal(dateLabel('1975', 'en'), '1975');
  assert.equal(dateLabel('XXXX-02-29', 'en'), 'Feb 29');
  assert.equal(dateLabel('2020-11-15', 'ar'), '15 نوفمبر 2020');
  assert.equal(dateLabel('unknown', 'en'), 'unknown');
});
