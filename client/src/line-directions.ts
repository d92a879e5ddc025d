/** The directions of a document's lines, kept through its edits at the cost of the lines that each edit touches. */
import { type Direction, directionOf } from './direction.ts';

/** The text of a line, by its number from 0, as it is now. */
export type LineText = (line: number) => string;

/** One replacement: lines `first` to `last` of the text before it (inclusive) became `count` lines. */
export interface LineChange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Lines from `first` to `last`, inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Lines above and below one without letters among which the one is looked for whose direction it takes. */
const NEAR = 20;

export class LineDirections {
  /** Undefined: not looked at yet. */
  #directions: (Direction | 'blank' | undefined)[];

  /** No line is looked at before it is asked for. */
  constructor(lineCount: number) {
    this.#directions = new Array(lineCount).fill(undefined);
  }

  get lineCount(): number {
    return this.#directions.length;
  }

  /**
   * Takes in the changes of one edit, each speaking of the text as the ones before it left it; `text` is that after all of them.
   * True where lines came, went or turned: what is drawn on the lines has to be drawn again.
   */
  edit(changes: readonly LineChange[], text: LineText): boolean {
    if (changes.some(({ first, last, count }) => last - first + 1 !== count)) {
      for (const { first, last, count } of changes) {
        this.#directions = [
          ...this.#directions.slice(0, first),
          ...new Array<undefined>(count).fill(undefined),
          ...this.#directions.slice(last + 1),
        ];
      }
      return true;
    }
    let turned = false;
    for (const { first, last } of changes) {
      for (let line = first; line <= last; line++) {
        const before = this.#directions[line];
        if (before === undefined) continue;
        const now = lookAt(text(line));
        this.#directions[line] = now;
        if (now !== before) turned = true;
      }
    }
    return turned;
  }

  /**
   * The right-to-left lines within `ranges`, in order and each once. A line without letters («15.08.2024») runs as the nearest line with
   * some does, that above it before that below it: paragraphs of a page have one direction.
   */
  rightToLeft(ranges: readonly LineRange[], text: LineText): number[] {
    const lines: number[] = [];
    let next = 0;
    for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
      for (let line = Math.max(first, next); line <= Math.min(last, this.lineCount - 1); line++) {
        if (this.#runs(line, text) === 'rtl') lines.push(line);
        next = line + 1;
      }
    }
    return lines;
  }

  #runs(line: number, text: LineText): Direction | 'blank' {
    const own = this.#at(line, text);
    if (own !== 'neutral') return own;
    for (const step of [-1, 1])
      for (let near = line + step; Math.abs(near - line) <= NEAR; near += step) {
        if (near < 0 || near >= this.lineCount) break;
        const direction = this.#at(near, text);
        if (direction === 'rtl' || direction === 'ltr') return direction;
      }
    return own;
  }

  #at(line: number, text: LineText): Direction | 'blank' {
    this.#directions[line] ??= lookAt(text(line));
    return this.#directions[line];
  }
}

/** A blank line has nothing to turn until something is written on it. */
const lookAt = (line: string): Direction | 'blank' => (line.trim() === '' ? 'blank' : directionOf(line));
