import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Direction, directionOf } from '../../../client/src/direction.ts';

function checkDirection(line: string, expected: Direction): void {
  assert.equal(directionOf(line), expected, JSON.stringify(line));
}

test('a line runs in the direction of its first letter', () => {
  checkDirection('وصل الوزير إلى العاصمة أمس.', 'rtl');
  checkDirection('The minister arrived in the capital.', 'ltr');
  checkDirection('Министр прибыл в столицу', 'ltr');
  checkDirection('השר הגיע לבירה', 'rtl');
  checkDirection('وزیر دفاع ایران', 'rtl');
});

test('a foreign word at the beginning decides, one inside does not', () => {
  checkDirection('وكالة Reuters نقلت الخبر', 'rtl');
  checkDirection('Reuters نقلت الخبر', 'ltr');
});

test('signs and digits are passed over', () => {
  checkDirection('+ الخط -', 'rtl');
  checkDirection('«15 نوفمبر 2020»', 'rtl');
  checkDirection('١٩ مارس', 'rtl');
  checkDirection('19 March', 'ltr');
  checkDirection('\u0640\u064Eـــ', 'rtl');
});

test('a line without letters has no direction', () => {
  checkDirection('', 'neutral');
  checkDirection('15/11/2020', 'neutral');
  checkDirection('١٥/١١/٢٠٢٠', 'neutral');
  checkDirection('* * *', 'neutral');
});

test('marks of direction count as letters, what is isolated is passed over', () => {
  checkDirection('\u200F2020', 'rtl');
  checkDirection('\u200Eالعاصمة', 'ltr');
  checkDirection('\u2066Reuters\u2069: العاصمة', 'rtl');
  checkDirection('\u2066Reuters\u2067x\u2069 y\u2069 العاصمة', 'rtl');
});

test('a line of megabytes is judged by its beginning', () => {
  checkDirection(`${'العاصمة '.repeat(700_000)}`, 'rtl');
  checkDirection(`${'1 '.repeat(2_000_000)} العاصمة`, 'neutral');
});
