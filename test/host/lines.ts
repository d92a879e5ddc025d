/** Where the words of a text stand on the screen, and whether they stand in the order in which Arabic is read. */

/** A rectangle in CSS pixels of the page. */
export interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A word (letters, marks, digits, tatweel) with the rectangle that its glyphs fill. */
export interface Word extends Rect {
  text: string;
  /** Whether its first letter is Arabic. */
  arabic: boolean;
  /** A word of an inlay hint: no part of the text, and no caret can stand in it. Hints alone have a background of their own. */
  hint: boolean;
}

/** One row of the text editor: a line, or a piece of a wrapped line. */
export interface Row {
  text: string;
  /** In the order of the text, whatever their order on the screen. */
  words: Word[];
  /** The room that the editor gives the row: the column of the text when lines are wrapped. */
  area: Rect;
}

/**
 * Measures every row of an element (`.view-lines` of an editor), from top to bottom. Runs inside the page, so it
 * may use nothing of this module.
 */
export function measureRows(container: Element): Row[] {
  const rectOf = ({ left, right, top, bottom }: DOMRect) => ({ left, right, top, bottom });

  const measureRow = (row: Element) => {
    const nodes: { node: Text; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const place = (offset: number) => {
      const { node, start } = nodes.findLast((each) => each.start <= offset) as { node: Text; start: number };
      return { node, offset: offset - start };
    };
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)].map((match) => {
      const [word] = match;
      const range = document.createRange();
      const first = place(match.index);
      const last = place(match.index + word.length - 1);
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      const { backgroundColor } = getComputedStyle(first.node.parentElement ?? row);
      return {
        text: word,
        arabic: /^\p{Script=Arabic}/u.test(word),
        hint: backgroundColor !== 'rgba(0, 0, 0, 0)',
        ...rectOf(range.getBoundingClientRect()),
      };
    });
    return { text: text.replaceAll('\u00a0', ' '), words, area: rectOf(row.getBoundingClientRect()) };
  };

  return [...container.querySelectorAll('.view-line')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map(measureRow);
}

/** How many pairs of Arabic words in one row stand the wrong way round (the later one to the right), and of how many. */
export function invertedPairs(rows: readonly Row[]): { inverted: number; of: number } {
  let inverted = 0;
  let of = 0;
  for (const row of rows) {
    const middles = row.words.filter((word) => word.arabic).map((word) => (word.left + word.right) / 2);
    middles.forEach((earlier, index) => {
      for (const later of middles.slice(index + 1)) {
        of += 1;
        if (later > earlier) inverted += 1;
      }
    });
  }
  return { inverted, of };
}

/** The free room left and right of a row's words, in pixels; undefined for a row without words. */
export function margins({ words, area }: Row): { left: number; right: number } | undefined {
  if (words.length === 0) return undefined;
  return {
    left: Math.min(...words.map((word) => word.left)) - area.left,
    right: area.right - Math.max(...words.map((word) => word.right)),
  };
}
