import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UnreadWords } from '../../../server/src/corpus/unread-words.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

function wordsOf(...texts: string[]): UnreadWords {
  const words = new UnreadWords();
  for (const [number, text] of texts.entries()) words.add(number, text);
  return words;
}

test('articles that have all words of a name, however they are spelt, with particles before the first', () => {
  const words = wordsOf(
    'قال كريم الراوي إن العمل يبدأ.',
    'التقى بكَريـم الراوى في أربيل، ولكريم ابن.',
    'وصل نوري الراوي إلى البصرة',
    'الراوي كريم',
    'والتقى وكريم الراوي للعراق',
    'سافر كريم',
  );
  assert.deepEqual(words.find(['كريم', 'الراوي']), [0, 1, 3, 4]);
  assert.deepEqual(words.find(['العراق']), [4]);
  assert.deepEqual(words.find(['كريم', 'الطائي']), []);
  assert.deepEqual(words.find([]), []);
});

test('what comes later is found, too', () => {
  const words = wordsOf('بغداد');
  assert.deepEqual(words.find(['بغداد']), [0]);
  words.add(1, 'في بغداد');
  assert.deepEqual(words.find(['بغداد']), [0, 1]);
});

test('every word that is a token is found, in whatever text', () => {
  const piece = fc.constantFrom(
    'و',
    'ل',
    'ا',
    'ل',
    'ر',
    'ة',
    'ى',
    'أ',
    'ﷲ',
    '\u064e',
    '\u0640',
    ' ',
    '،',
    '\n',
    '٣',
    'a',
    '\u200c',
    '😀',
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
        { maxLength: 6 },
      ),
      (texts) => {
        const words = wordsOf(...texts);
        for (const [number, text] of texts.entries())
          for (const { kind, norm, word } of tokenize(text))
            if (kind === 'word' && norm !== '')
              for (const core of [norm, ...(word?.forms ?? []).map((form) => form.core)])
                if (isWhole(text, norm))
                  assert.ok(words.find([core]).includes(number), `${core} in ${JSON.stringify(text)}`);
      },
    ),
    { numRuns: 1000 },
  );
});

/** Letters and digits without a space between them are several tokens, and one word to look for. */
const isWhole = (text: string, norm: string): boolean => !/[\p{Nd}]/u.test(text) && norm !== '';

test('very many articles are found as few are', () => {
  const words = new UnreadWords();
  for (let number = 0; number < 5000; number++)
    words.add(
      number,
      `${number % 97 === 3 ? 'كريم الراوي' : 'كريم'} ${Array.from({ length: 40 }, (_, i) => `كلمة${'ابتثجحخدذر'[i % 10]}${'سشصضطظعغ'[number % 8]}`).join(' ')}`,
    );
  const expected = Array.from({ length: 5000 }, (_, number) => number).filter((number) => number % 97 === 3);
  assert.deepEqual(words.find(['كريم', 'الراوي']), expected);
});
