import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LineChange, LineDirections } from '../../../client/src/line-directions.ts';

const ARABIC = 'وصل الوزير';
const LATIN = 'The minister';

/** A text that is edited line by line, as an editor does. */
class Text {
  lines: string[];
  readonly directions: LineDirections;

  constructor(lines: readonly string[]) {
    this.lines = [...lines];
    this.directions = new LineDirections(lines.length);
  }

  /** Puts `lines` in place of those from `first` to `last`, inclusive, and says whether that has to be drawn. */
  replace(first: number, last: number, lines: readonly string[]): boolean {
    return this.#edit([{ first, last, lines }]);
  }

  /** Several replacements at once; like those of an editor they come from the end of the text to its beginning. */
  replaceAll(changes: readonly { first: number; last: number; lines: readonly string[] }[]): boolean {
    return this.#edit(changes);
  }

  #edit(changes: readonly { first: number; last: number; lines: readonly string[] }[]): boolean {
    for (const { first, last, lines } of changes) this.lines.splice(first, last - first + 1, ...lines);
    const told = changes.map(({ first, last, lines }): LineChange => ({ first, last, count: lines.length }));
    return this.directions.edit(told, (line) => this.lines[line] ?? '');
  }

  rightToLeft(first = 0, last = this.lines.length - 1): number[] {
    return this.directions.rightToLeft([{ first, last }], (line) => this.lines[line] ?? '');
  }
}

test('the right-to-left lines of a mixed text', () => {
  assert.deepEqual(new Text([ARABIC, '', LATIN, ARABIC]).rightToLeft(), [0, 3]);
});

test('a line without letters runs as the lines around it', () => {
  assert.deepEqual(new Text([ARABIC, '', '15.08.2024', LATIN, '2020', '***']).rightToLeft(), [0, 2]);
  assert.deepEqual(new Text(['15.08.2024', '', ARABIC]).rightToLeft(), [0, 2]);
  assert.deepEqual(new Text(['15.08.2024', '', '2020']).rightToLeft(), []);
  assert.deepEqual(new Text(['2020', ...new Array<string>(30).fill(''), ARABIC]).rightToLeft(), [31]);
  const text = new Text([ARABIC, '', LATIN]);
  assert.deepEqual(text.rightToLeft(), [0]);
  assert.equal(text.replace(1, 1, ['2']), true, 'something is written on a blank line');
  assert.deepEqual(text.rightToLeft(), [0, 1]);
  assert.equal(text.replace(1, 1, ['20']), false);
});

test('only what is asked for is looked at', () => {
  const looked: number[] = [];
  new LineDirections(100_000).rightToLeft([{ first: 10, last: 12 }], (line) => {
    looked.push(line);
    return ARABIC;
  });
  assert.deepEqual(looked, [10, 11, 12]);
});

test('ranges that overlap give each line once', () => {
  const directions = new LineDirections(5);
  const ranges = [
    { first: 2, last: 9 },
    { first: 0, last: 3 },
  ];
  assert.deepEqual(
    directions.rightToLeft(ranges, () => ARABIC),
    [0, 1, 2, 3, 4],
  );
});

test('typing inside a line changes nothing, and looks at that line only', () => {
  const text = new Text([ARABIC, LATIN]);
  text.rightToLeft();
  assert.equal(text.replace(0, 0, [`${ARABIC} إلى العاصمة`]), false);
  assert.deepEqual(text.rightToLeft(), [0]);
});

test('a line that turns is drawn anew', () => {
  const text = new Text([ARABIC, LATIN]);
  text.rightToLeft();
  assert.equal(text.replace(1, 1, [`و${LATIN}`]), true);
  assert.deepEqual(text.rightToLeft(), [0, 1]);
});

test('a new line and a deleted one move those after them', () => {
  const text = new Text([LATIN, ARABIC, LATIN, ARABIC]);
  text.rightToLeft();
  assert.equal(text.replace(0, 0, [LATIN, '']), true);
  assert.deepEqual(text.rightToLeft(), [2, 4]);
  assert.equal(text.replace(0, 1, [LATIN]), true);
  assert.deepEqual(text.rightToLeft(), [1, 3]);
});

test('kept through any edits, the directions are those of the text as it is', () => {
  const line = fc.constantFrom(ARABIC, LATIN, '', '2020', '«', 'Reuters نقلت');
  const change = fc.record({ at: fc.nat(), length: fc.nat(3), lines: fc.array(line, { minLength: 1, maxLength: 4 }) });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.array(fc.array(change, { maxLength: 3 })),
      (start, edits) => {
        const text = new Text(start);
        for (const edit of edits) {
          // Two changes of one edit never touch the same line.
          let limit = text.lines.length;
          const changes = [];
          for (const { at, length, lines } of edit) {
            if (limit === 0) break;
            const first = at % limit;
            changes.push({ first, last: Math.min(first + length, limit - 1), lines });
            limit = first;
          }
          text.rightToLeft();
          text.replaceAll(changes);
          assert.equal(text.directions.lineCount, text.lines.length);
          assert.deepEqual(text.rightToLeft(), new Text(text.lines).rightToLeft());
        }
      },
    ),
  );
});
