import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nisba, places } from '../../../server/src/lexicon/geography.ts';
import { commonWord, givenName } from '../../../server/src/lexicon/person-names.ts';
import { Phrases } from '../../../server/src/lexicon/phrases.ts';
import { verbKind } from '../../../server/src/lexicon/verbs.ts';
import { fold } from '../../../server/src/text/fold.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

const folder = new URL('../../../server/src/lexicon/', import.meta.url);

test('every data file says where it comes from', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { source } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { source?: string };
    assert.ok(source && source.length > 20, file);
  }
});

test('every list of names says where it comes from and has each name once', () => {
  const lists = new URL('gazetteer/', folder);
  for (const file of readdirSync(lists).filter((name) => name.endsWith('.txt'))) {
    const [source = '', ...names] = readFileSync(new URL(file, lists), 'utf8').trimEnd().split('\n');
    assert.match(source, /^# .{20}/, file);
    assert.equal(new Set(names.map(fold)).size, names.length, file);
  }
});

test('the longest phrase wins and does not cross punctuation or lines', () => {
  const phrases = new Phrases<string>();
  phrases.add('مجلس الأمن', 'un');
  phrases.add('مجلس الأمن القومي', 'national');
  const at = (text: string) => {
    const tokens = tokenize(text);
    return phrases.longest(tokens[0]?.norm ?? '', tokens, 0)?.value ?? null;
  };
  assert.equal(at('مجلس الامن القومي العراقي'), 'national');
  assert.equal(at('مجلس الأمن، القومي'), 'un');
  assert.equal(at('مجلس الأمن\nالقومي'), 'un');
  assert.equal(at('مجلس آخر'), null);
});

test('adjectives of states in both genders and in the plural', () => {
  for (const word of ['الايراني', 'ايرانيه', 'الايرانيين', 'ايرانيون']) assert.equal(nisba(word), 'IR', word);
  for (const word of ['اميركي', 'امريكيه']) assert.equal(nisba(word), 'US', word);
  assert.equal(nisba('عربي'), '');
  assert.equal(nisba('كتاب'), undefined);
});

test('every state has its CLDR name', () => {
  assert.equal(places.get('العراق')?.key, 'IQ');
  assert.equal(places.get('اوزبكستان')?.key, 'UZ');
});

test('words of prose are no given names', () => {
  assert.equal(givenName('محمد'), 'plain');
  assert.equal(givenName('سلام'), 'ambiguous');
  assert.equal(givenName('اجتماع'), null);
  assert.equal(commonWord('اجتماع'), 'frequent');
  assert.equal(commonWord('محمد'), null);
});

test('verbs in their third-person forms', () => {
  for (const verb of ['قال', 'قالت', 'يقول', 'اكد', 'التقت', 'يلتقي', 'استقبل', 'سيزور'])
    assert.ok(verbKind(verb), verb);
  assert.equal(verbKind('بغداد'), undefined);
});
