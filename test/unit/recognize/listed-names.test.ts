/** Names of lists as the tagger sees them: which words of a sentence are in one, of which classes, and where in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelWord, wordIdentity } from '../../../server/src/recognize/tagger/features.ts';
import {
  codeFeatures,
  findNames,
  nameStarts,
  noteStarts,
  personFeatures,
} from '../../../server/src/recognize/tagger/listed-names.ts';
import { fold } from '../../../server/src/text/fold.ts';
import { namesIn, namesOf } from '../../../server/train/name-lists.ts';

const LIST = namesOf({
  clubs: ['أتلتيكو السرو', 'اتحاد بنزرت الرياضي', 'بنزرت', 'النورس'],
  towns: ['بنزرت', 'فالنسيا', 'وادي السرو', 'بالما'],
  landforms: ['نهر زورا', 'نهر زورا الكبير'],
  'surnames-arab': ['الزهراوي', 'بالما'],
});

/** The codes of the words of `text`, one for each. */
function codesOf(text: string): number[] {
  const words = text.split(' ').map((word) => modelWord(fold(word)));
  const starts = nameStarts(words.length);
  words.forEach((word, id) => {
    noteStarts(starts, id, word, LIST);
  });
  const codes = new Int32Array(words.length);
  const ids = Int32Array.from(words, (_, id) => id);
  findNames(LIST, starts, Int32Array.from(words, wordIdentity), ids, 0, words.length, codes);
  return [...codes];
}

/** `marks` has a sign for each word of `text`: «.» for none, any other for the code of a word, the same sign for the same code. */
function checkFinds(text: string, marks: string): void {
  const bySign = new Map<string, number>();
  codesOf(text).forEach((code, i) => {
    const sign = marks[i] as string;
    if (sign === '.') assert.equal(code, 0, `${text}: word ${i}`);
    else assert.equal(code, bySign.get(sign) ?? code, `${text}: word ${i}`);
    if (sign !== '.') {
      assert.notEqual(code, 0, `${text}: word ${i}`);
      bySign.set(sign, code);
    }
  });
  assert.equal(new Set(bySign.values()).size, bySign.size, `${text}: each sign another code`);
}

test('the longest name counts, of one word or several', () => {
  checkFinds('فاز اتحاد بنزرت الرياضي في فالنسيا', '.abc.d');
  // The beginning of a name is none, and the words behind it are looked at anew.
  checkFinds('قال اتحاد بنزرت إن بنزرت بعيدة', '..b.b.');
  checkFinds('سافر من وادي السرو إلى وادي آخر', '..ab...');
});

test('a name also stands behind a particle, and is another code there; not where the whole word is a name', () => {
  checkFinds('عاد وأتلتيكو السرو من فالنسيا وفالنسيا بعيدة', '.ab.cd.');
  checkFinds('فاز النورس وخسر للنورس', '.a.b');
  checkFinds('فالنسيا وبالما', 'ab');
});

test('a name of two classes is another than one of one class', () => {
  assert.equal(
    codeFeatures(codesOf('بنزرت')[0] as number).length,
    codeFeatures(codesOf('فالنسيا')[0] as number).length + 1,
  );
  checkFinds('فالنسيا بنزرت', 'ab');
});

test('names of persons are features of their word, with the article or without it', () => {
  assert.notDeepEqual(personFeatures('الزهراوي', LIST), []);
  assert.notDeepEqual(personFeatures('زهراوي', LIST), []);
  assert.notDeepEqual(personFeatures('والزهراوي', LIST), personFeatures('الزهراوي', LIST));
  assert.deepEqual(personFeatures('فالنسيا', LIST), []);
  checkFinds('الزهراوي', '.');
});

test('behind the noun of what bears it the name itself is what counts', () => {
  checkFinds('سقط في نهر زورا وفي نهر زورا الكبير قرب زورا', '..ab.acd.e');
});

test('a list has one name a line, and says where it comes from in lines that begin with #', () => {
  assert.deepEqual(namesIn('# source: written for this test\nبنزرت\n\nوادي السرو\n'), ['بنزرت', 'وادي السرو']);
});
