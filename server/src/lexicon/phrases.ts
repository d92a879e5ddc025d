/** Phrases of folded words, found at a position of a text by the longest match. */
import { fold } from '../text/fold.ts';
import type { Token } from '../text/tokens.ts';

interface Node<T> {
  value: T | undefined;
  /** Most phrases end here. */
  next: Map<string, Node<T>> | null;
}

/** A trie over folded words. A phrase may have several words; it never runs across punctuation or the end of a line. */
export class Phrases<T> {
  readonly #added = new Map<string, Node<T>>();
  #fill: (() => void) | null;

  /** `fill`: adds the phrases when the first one is looked for. A server that starts has none to look for. */
  constructor(fill: (() => void) | null = null) {
    this.#fill = fill;
  }

  get #roots(): Map<string, Node<T>> {
    const fill = this.#fill;
    this.#fill = null;
    fill?.();
    return this.#added;
  }

  /** `phrase` as written in the data: its words are folded here. A phrase given twice keeps its first value. */
  add(phrase: string, value: T): void {
    const words = fold(phrase).split(/\s+/).filter(Boolean);
    let nodes = this.#added;
    words.forEach((word, i) => {
      let node = nodes.get(word);
      if (node === undefined) {
        node = { value: undefined, next: null };
        nodes.set(word, node);
      }
      if (i === words.length - 1) {
        node.value ??= value;
        return;
      }
      node.next ??= new Map();
      nodes = node.next;
    });
  }

  /** The longest phrase whose first word is `first` (the core of token `at`) and whose others are the tokens after it, as they stand. */
  longest(first: string, tokens: readonly Token[], at: number): { readonly value: T; readonly end: number } | null {
    let node = this.#roots.get(first);
    let found: { value: T; end: number } | null = null;
    for (let end = at + 1; node; end++) {
      if (node.value !== undefined) found = { value: node.value, end };
      const token = tokens[end];
      if (!token || token.kind === 'punctuation' || token.newLine) break;
      node = node.next?.get(token.norm);
    }
    return found;
  }

  /** Whether some phrase begins with this word. */
  begins(word: string): boolean {
    return this.#roots.has(word);
  }

  /** All phrases, folded, with their values. */
  *entries(): Iterable<readonly [phrase: string, value: T]> {
    const open: [string, Map<string, Node<T>>][] = [['', this.#roots]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [before, nodes] = next;
      for (const [word, node] of nodes) {
        const phrase = before === '' ? word : `${before} ${word}`;
        if (node.value !== undefined) yield [phrase, node.value];
        if (node.next !== null) open.push([phrase, node.next]);
      }
    }
  }

  /** The value of a phrase of one word. */
  get(word: string): T | undefined {
    return this.#roots.get(word)?.value;
  }
}

/** Folded words of lines of data, separated by spaces. */
export function words(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => fold(line).split(/\s+/)).filter(Boolean);
}
