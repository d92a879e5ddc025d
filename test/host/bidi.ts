/** Whether text stands on the screen in the order that the Unicode Bidirectional Algorithm (UAX #9) gives it, by the library bidi-js. */

import bidiFactory, { type Bidi } from 'bidi-js';
import type { Locator } from 'playwright-core';

/** One paragraph as a browser has set it. */
export interface SetParagraph {
  /** Its characters in logical order; elements that isolate their text as the control characters that do so. */
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  /** Elements with this class in it. */
  readonly marks: number;
  /** What can be seen, by its place in `text` (UTF-16 code units): the middle of each character, and the number of its line from 0. */
  readonly places: readonly { readonly at: number; readonly x: number; readonly line: number }[];
}

// Its types are written for a module with a default export; what Node imports is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** The paragraphs inside an element, with those that are in sight only. `marked`: a selector of what `marks` counts. */
export function setParagraphs(element: Locator, marked: string): Promise<SetParagraph[]> {
  return element.evaluate(measure, marked);
}

/** The lines of a paragraph that stand in another order, as they should be seen and as they are, from left to right. */
export function misplacedLines({
  text,
  direction,
  places,
}: SetParagraph): { readonly expected: string; readonly found: string }[] {
  const levels = bidi.getEmbeddingLevels(text, direction);
  const wrong: { expected: string; found: string }[] = [];
  const lines = new Map<number, (typeof places)[number][]>();
  for (const place of places) lines.set(place.line, [...(lines.get(place.line) ?? []), place]);
  for (const line of lines.values()) {
    const byPlace = new Map(line.map((place) => [place.at, place]));
    const first = line[0]?.at ?? 0;
    const last = line.at(-1)?.at ?? first;
    const expected = bidi.getReorderedIndices(text, levels, first, last).flatMap((at) => byPlace.get(at) ?? []);
    const isInOrder = expected.every(({ x }, index) => index === 0 || x >= (expected[index - 1]?.x ?? 0));
    const words = (order: readonly { at: number }[]) =>
      order.map(({ at }) => String.fromCodePoint(text.codePointAt(at) ?? 0)).join('');
    if (!isInOrder) wrong.push({ expected: words(expected), found: words(line.toSorted((a, b) => a.x - b.x)) });
  }
  return wrong;
}

/** Runs in the page. */
function measure(root: Element, marked: string): SetParagraph[] {
  const found: SetParagraph[] = [];
  interface Open {
    text: string;
    direction: 'ltr' | 'rtl';
    marks: number;
    readonly places: { at: number; x: number; line: number }[];
    line: number;
    middle: number;
    lineHeight: number;
  }
  const openFor = (element: Element): Open => {
    const style = getComputedStyle(element);
    const lineHeight = Number.parseFloat(style.lineHeight) || 1.2 * Number.parseFloat(style.fontSize);
    const direction = style.direction === 'rtl' ? 'rtl' : 'ltr';
    return { text: '', direction, marks: 0, places: [], line: -1, middle: 0, lineHeight };
  };
  const close = ({ text, direction, marks, places }: Open) => {
    if (places.length > 0) found.push({ text, direction, marks, places });
  };
  const take = (into: Open, node: Text) => {
    const range = document.createRange();
    for (const { 0: character, index } of node.data.matchAll(/[\s\S]/gu)) {
      const at = into.text.length;
      into.text += character;
      if (/[\s\p{M}\p{Cf}\p{Cc}]/u.test(character)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + character.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      if (right - left < 0.01) continue;
      const middle = (top + bottom) / 2;
      // Faces differ in height, lines in more than that.
      if (into.line < 0 || middle - into.middle > 0.6 * into.lineHeight) {
        into.line++;
        into.middle = middle;
      }
      into.places.push({ at, x: (left + right) / 2, line: into.line });
    }
  };
  const visit = (element: Element, paragraph: Open): Open => {
    let current = paragraph;
    for (const child of element.childNodes) {
      if (child instanceof Text) take(current, child);
      if (!(child instanceof Element)) continue;
      const { display, position, unicodeBidi, direction } = getComputedStyle(child);
      if (display === 'none' || position === 'absolute' || position === 'fixed') continue;
      if (display !== 'inline') {
        close(current);
        close(visit(child, openFor(child)));
        current = openFor(element);
        continue;
      }
      if (child.matches(marked)) current.marks++;
      // FSI comes to what the browser found, so the isolate of that direction stands for it.
      const isolates = unicodeBidi.startsWith('isolate') || unicodeBidi === 'plaintext';
      if (isolates) current.text += direction === 'rtl' ? '\u2067' : '\u2066';
      current = visit(child, current);
      if (isolates) current.text += '\u2069';
    }
    return current;
  };
  close(visit(root, openFor(root)));
  return found;
}
