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

export class LineDirections {
  /** Undefined: not looked at yet. */
  #directions: (Direction | undefined)[];

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
        const now = directionOf(text(line));
        this.#directions[line] = now;
        if (now !== before) turned = true;
      }
    }
    return turned;
  }

  /** The right-to-left lines within `ranges`, in order and each once. */
  rightToLeft(ranges: readonly LineRange[], text: LineText): number[] {
    const lines: number[] = [];
    let next = 0;
    for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
      for (let line = Math.max(first, next); line <= Math.min(last, this.lineCount - 1); line++) {
        this.#directions[line] ??= directionOf(text(line));
        if (this.#directions[line] === 'rtl') lines.push(line);
        next = line + 1;
      }
    }
    return lines;
  }
}
