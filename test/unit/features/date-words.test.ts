import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateWords, daysBetween, daysWords } from '../../../server/src/features/date-words.ts';

function checkDate(value: string, arabic: string, english: string, options: { long?: boolean } = {}): void {
  assert.equal(dateWords(value, 'ar', options), arabic);
  assert.equal(dateWords(value, 'en', options), english);
}

test('full and partial dates, in the Gregorian calendar with ASCII digits', () => {
  checkDate('2020-11-15', '15 نوفمبر 2020', '15 November 2020');
  checkDate('2021-02', 'فبراير 2021', 'February 2021');
  checkDate('1975', '1975', '1975');
  checkDate('XXXX-08-05', '5 أغسطس', '5 August');
  checkDate('XXXX-08', 'أغسطس', 'August');
  checkDate('2020-XX-XX', '2020', '2020');
});

test('at length: the weekday, and in Arabic both names of the month', () => {
  checkDate('2020-11-15', 'الأحد، 15 نوفمبر/تشرين الثاني 2020', 'Sunday, 15 November 2020', { long: true });
  checkDate('2021-02', 'فبراير/شباط 2021', 'February 2021', { long: true });
  checkDate('XXXX-02-29', '29 فبراير/شباط', '29 February', { long: true });
});

test('what is no date stays as it is', () => {
  checkDate('لا تاريخ', 'لا تاريخ', 'لا تاريخ');
  checkDate('XXXX', 'XXXX', 'XXXX');
});

test('distances in days', () => {
  assert.equal(daysBetween('2020-11-15', '2020-11-14'), -1);
  assert.equal(daysBetween('2020-02-28', '2020-03-01'), 2);
  assert.equal(daysBetween('2020-11-15', '2020-11'), null);
  assert.equal(daysWords(-1, 'ar'), 'قبل يوم واحد');
  assert.equal(daysWords(-1, 'en'), '1 day ago');
  assert.equal(daysWords(0, 'en'), 'today');
  assert.equal(daysWords(3, 'ar'), 'خلال 3 أيام');
});
