/**
 * Where sentences end: at . ! ? ؟ … and at the two dots («..») that newspapers put between clauses, at the end of a line, not after an
 * initial or abbreviation («د. سالم»), not inside a number or a Latin address. Closing quotes and brackets belong to the sentence.
 */
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

const STOPS = new Set(['.', '!', '?', '؟', '…', '۔']);
const CLOSING = new Set(['”', '»', '’', ')', ']', '}', '›']);
/** Latin titles that keep their point; Arabic ones are single letters («د.», «أ.», «م.», «ق.م.»). */
const LATIN_ABBREVIATIONS = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'gen',
  'lt',
  'col',
  'maj',
  'st',
  'sen',
  'rep',
  'gov',
  'no',
  'vs',
  'jr',
  'sr',
]);

/** A bracket that closes within so many tokens holds no end of a sentence. */
const LONGEST_BRACKET = 30;

/** Index of the first token that ends behind `offset`. */
export function tokenAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The sentences of `text` inside `within`, in order, from their first token to their last; `tokens` are those of the whole text.
 * Offsets are UTF-16 code units. Takes time in the number of tokens inside `within`.
 */
export function sentences(text: string, tokens: readonly Token[], within: Span): Span[] {
  const found: Span[] = [];
  let start = -1;
  let end = -1;
  let quoted = false;
  let bracket = -1; // index of the token that closes the bracket we are in
  const close = () => {
    if (start >= 0) found.push({ start, end });
    start = -1;
    quoted = false;
  };
  for (let i = tokenAfter(tokens, within.start); i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= within.end) break;
    if (token.newLine) close();
    if (start < 0) start = token.start;
    end = token.end;
    if (token.norm === '"') quoted = !quoted;
    if (token.norm === '(' && bracket < i) bracket = closing(tokens, i, within);
    if (i < bracket || !STOPS.has(token.norm) || !endsHere(text, tokens, i, start)) continue;
    for (let next = tokens[i + 1]; next && next.start < within.end && !next.newLine; next = tokens[i + 1]) {
      const straight = next.norm === '"' && quoted && next.glued;
      if (straight) quoted = false;
      if (!straight && !(CLOSING.has(next.norm) && next.glued) && !STOPS.has(next.norm)) break;
      end = next.end;
      i++;
    }
    close();
  }
  close();
  return found;
}

/** Index of the token that closes the bracket opened at `open`, -1 if none does on this line. */
function closing(tokens: readonly Token[], open: number, within: Span): number {
  for (let i = open + 1; i <= open + LONGEST_BRACKET; i++) {
    const token = tokens[i];
    if (!token || token.newLine || token.start >= within.end || token.norm === '(') return -1;
    if (token.norm === ')') return i;
  }
  return -1;
}

function endsHere(text: string, tokens: readonly Token[], i: number, start: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (token?.norm !== '.' || !before || before.start < start) return token?.norm !== '.' || !before;
  if (after?.glued && STOPS.has(after.norm)) return true;
  if (!token.glued) return true;
  if (after?.glued && after.kind !== 'punctuation' && /^[a-z0-9]/.test(after.norm)) return false;
  if (before.kind === 'number') return before.start > start; // «1.» begins an item of a list
  if (before.kind !== 'word') return true;
  if (LATIN_ABBREVIATIONS.has(before.norm)) return false;
  const single = before.norm.length === 1;
  // «2021 م.» and «1442 هـ.» may end a sentence, «د.» may not.
  if (single && tokens[i - 2]?.kind === 'number') return true;
  return (
    !single || (/\p{Lu}/u.test(text.slice(before.start, before.end)) ? false : after === undefined || after.newLine)
  );
}
