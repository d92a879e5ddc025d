import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const file = join(import.meta.dirname, '../../../syntaxes/article.tmLanguage.json');
const { patterns, repository } = JSON.parse(readFileSync(file, 'utf8'));

/**
 * The scope of a line, as TextMate finds it: the leftmost match of all rules, the earlier rule before the later one. The rules use
 * only what JavaScript's expressions share with Oniguruma's, but for \A, which is the beginning of the first line.
 */
function checkScope(line: string, expected: string | undefined, { first = false } = {}): void {
  const matches = patterns.flatMap(({ include }: { include: string }) => {
    const { name, match } = repository[include.slice(1)];
    if (match.startsWith('\\A') && !first) return [];
    const found = new RegExp(match.replace('\\A', '^'), 'u').exec(line);
    return found ? [{ name, start: found.index, text: found[0] }] : [];
  });
  const [winner] = matches.sort((a: { start: number }, b: { start: number }) => a.start - b.start);
  assert.equal(winner?.name.split('.').at(-2), expected, line);
  if (winner) assert.equal(winner.text, line, 'a line is one piece');
}

test('the first line is a title where it looks like one', () => {
  checkScope('وزيرا الداخلية يوقعان مذكرة أمنية في العاصمة', 'title', { first: true });
  checkScope('وزيرا الداخلية يوقعان مذكرة أمنية في العاصمة', 'paragraph');
  checkScope('قال الوزير إن المذكرة ستوقع غدا.', 'paragraph', { first: true });
  checkScope(`${'وقال الوزير '.repeat(20)}إنه متفائل`, 'paragraph', { first: true });
  checkScope('', undefined, { first: true });
});

test('a date line is a short line with a day and a year', () => {
  checkScope('15 نوفمبر 2020', 'dateline');
  checkScope('الأحد ١٩ مارس ٢٠٢٣ - ٠٤:٤٦ بتوقيت غرينتش', 'dateline');
  checkScope('2021-04-13', 'dateline');
  checkScope('وقعت المعاهدة في 6 مارس 1975.', 'paragraph');
  checkScope('في عام 2017', 'paragraph');
});

test('furniture stands in brackets or between signs', () => {
  checkScope('+ الخط -', 'furniture');
  checkScope('(تستمر)', 'furniture');
  checkScope('*****', 'furniture');
  checkScope('(رويترز) - قال الوزير إن المذكرة ستوقع غدا في العاصمة.', 'paragraph');
  checkScope('- قال الوزير: نعم.', 'paragraph');
});
