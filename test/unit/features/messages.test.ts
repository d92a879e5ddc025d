import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryName, languageFor } from '../../../server/src/features/language.ts';
import { ar } from '../../../server/src/features/messages/ar.ts';
import { en } from '../../../server/src/features/messages/en.ts';

test('counts take the number that Arabic grammar asks for', () => {
  assert.deepEqual([1, 2, 3, 10, 11, 99, 100, 103].map(ar.mentions), [
    'ذُكر مرة واحدة',
    'ذُكر مرتين',
    'ذُكر 3 مرات',
    'ذُكر 10 مرات',
    'ذُكر 11 مرة',
    'ذُكر 99 مرة',
    'ذُكر 100 مرة',
    'ذُكر 103 مرات',
  ]);
  assert.deepEqual([1, 2, 5, 12, 100].map(ar.elsewhere), [
    'في مقال آخر',
    'في مقالين آخرين',
    'في 5 مقالات أخرى',
    'في 12 مقالًا آخر',
    'في 100 مقال آخر',
  ]);
  assert.deepEqual([1, 2].map(en.elsewhere), ['In 1 other article', 'In 2 other articles']);
});

test('both languages have the same messages, none empty', () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) => {
      assert.notEqual(inner, '');
      return typeof inner === 'object' ? keys(inner).map((each) => `${key}.${each}`) : [key];
    });
  assert.deepEqual(keys(ar).sort(), keys(en).sort());
});

test('cards follow the setting, else the locale', () => {
  assert.equal(languageFor('auto', 'ar-IQ'), 'ar');
  assert.equal(languageFor('auto', 'ar'), 'ar');
  assert.equal(languageFor('auto', 'arn'), 'en');
  assert.equal(languageFor('auto', undefined), 'en');
  assert.equal(languageFor('ar', 'en'), 'ar');
});

test('states have their names; a code that is none stays', () => {
  assert.equal(countryName('IQ', 'ar'), 'العراق');
  assert.equal(countryName('IR', 'en'), 'Iran');
  assert.equal(countryName('not a code', 'en'), 'not a code');
});
