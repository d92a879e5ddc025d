/**
 * The words of one article as the recognisers read them: each token with its readings (whole word first, then without its
 * particles), made once when first asked for.
 */
import { places } from '../lexicon/geography.ts';
import { type Reading, readings } from '../text/proclitics.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** Letters that a particle can be: other words have one reading only. */
const MAY_BE_PARTICLE = new Set(['و', 'ف', 'ب', 'ل', 'ك']);

export class Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** 1 where a token is part of a date expression. */
  readonly #inDate: Uint8Array;
  readonly #readings: (readonly Reading[] | undefined)[];
  readonly #present: ReadonlySet<string>;
  #states: ReadonlySet<string> | undefined;

  constructor(text: string, tokens: readonly Token[], dates: readonly Span[]) {
    this.text = text;
    this.tokens = tokens;
    this.#readings = new Array(tokens.length);
    this.#inDate = new Uint8Array(tokens.length);
    const present = new Set<string>();
    let date = 0;
    tokens.forEach((token, i) => {
      if (token.kind === 'word') present.add(token.norm);
      while (date < dates.length && (dates[date]?.end ?? 0) <= token.start) date++;
      const span = dates[date];
      if (span && span.start < token.end) this.#inDate[i] = 1;
    });
    this.#present = present;
  }

  /** Whether the article has this folded word standing alone somewhere. */
  has(word: string): boolean {
    return this.#present.has(word);
  }

  /** Whether the article names a state, by its name or as «للعراق». */
  speaksOf(country: string): boolean {
    this.#states ??= statesOf(this);
    return this.#states.has(country);
  }

  inDate(at: number): boolean {
    return this.#inDate[at] === 1;
  }

  /** Readings of a word token, whole word first; none of other tokens. */
  readings(at: number): readonly Reading[] {
    const known = this.#readings[at];
    if (known) return known;
    const token = this.tokens[at];
    let made: readonly Reading[] = [];
    if (token?.kind === 'word') {
      made =
        token.norm.length > 2 && MAY_BE_PARTICLE.has(token.norm[0] ?? '')
          ? readings(this.text, token)
          : [
              {
                start: token.start,
                end: token.end,
                core: token.norm,
                proclitic: '',
                definite: token.norm.startsWith('ال'),
              },
            ];
    }
    this.#readings[at] = made;
    return made;
  }

  /** The folded whole word of a word token, '' of anything else. */
  word(at: number): string {
    const token = this.tokens[at];
    return token?.kind === 'word' ? token.norm : '';
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word';
  }

  /** Whether token `at` goes on with the token before it: a word or number, on the same line. */
  follows(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.kind !== 'punctuation' && !token.newLine;
  }

  /** The mark of punctuation at `at`, '' where there is none. */
  mark(at: number): string {
    const token = this.tokens[at];
    return token?.kind === 'punctuation' ? token.norm : '';
  }

  /** Where the core of a reading of token `at` starts, as offset; the token's start without reading. */
  span(from: number, to: number, start?: number): Span {
    return { start: start ?? this.tokens[from]?.start ?? 0, end: this.tokens[to - 1]?.end ?? 0 };
  }
}

function statesOf(words: Words): ReadonlySet<string> {
  const states = new Set<string>();
  for (let at = 0; at < words.tokens.length; at++) {
    for (const { core } of words.readings(at)) {
      const place = places.longest(core, words.tokens, at)?.value;
      if (place?.type === 'state' && place.country) states.add(place.country);
    }
  }
  return states;
}

/** A folded word without its article. */
export const withoutArticle = (word: string): string =>
  word.startsWith('ال') && word.length > 3 ? word.slice(2) : word;
