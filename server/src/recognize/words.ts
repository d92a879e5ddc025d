/**
 * The words of one article as the recognisers read them: each token with its readings (whole word first, then without its
 * particles), made once when first asked for.
 */
import { places } from '../lexicon/geography.ts';
import { commonWord, functionWords } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { foldUnit } from '../text/fold.ts';
import { type Reading, readings, type WordForm } from '../text/proclitics.ts';
import { tokenAfter } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Word } from '../text/word.ts';

/**
 * Rules by where they can begin: a bit for each, set for the words of a token that pass the rule's own test of a word by itself. The
 * tests stand beside the rules; triggers.ts asks them once per word. Whoever lets a rule begin at other words widens its test.
 */
export const MAY = {
  office: 1 << 0,
  organization: 1 << 1,
  /** «يونايتد»: the organisation begins at the word before. */
  clubEnd: 1 << 2,
  place: 1 << 3,
  /** «مدينة»: an unknown place may begin at the next word. */
  placeKind: 1 << 4,
  /** «شارع»: the next word begins a name that is no person's. */
  placeNoun: 1 << 5,
  title: 1 << 6,
  /** A person's name that nothing announces. */
  name: 1 << 7,
  /** «بن»: the word before is a name. */
  son: 1 << 8,
  /** A verb with a subject behind it. */
  verb: 1 << 9,
  appointment: 1 << 10,
  nationality: 1 << 11,
  list: 1 << 12,
  leader: 1 << 13,
  agreement: 1 << 14,
  /** The adjective of a state. */
  country: 1 << 15,
  /** «البلدان». */
  bothParties: 1 << 16,
  encounter: 1 << 17,
  saying: 1 << 18,
  /** A verb of any kind that events are told around. */
  clauseVerb: 1 << 19,
  /** «خلفا», «سلفه»: who held an office before. */
  succession: 1 << 20,
  /** «زوجته»: kin, whose name follows. */
  kin: 1 << 21,
  /** «حكومة», «قوات»: what a person has or does. */
  owned: 1 << 22,
  /** «مجموعة», «الطائرات»: a ship and what sails with it bear a name. */
  ship: 1 << 23,
  /** «بني»: the next word is a town's or tribe's. */
  tribe: 1 << 24,
  /** What says of which state something is: its name, its adjective, a place in it. */
  state: 1 << 25,
} as const;

/** Of each token of an article the bits of `MAY`. */
export type Triggers = Int32Array;

export class Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of each token the bits of MAY. */
  readonly #triggers: Triggers;
  /** 1 where a token is part of a date expression. */
  readonly #inDate: Uint8Array;
  readonly #readings: (readonly Reading[] | undefined)[];
  #present: ReadonlySet<string> | undefined;
  #states: ReadonlySet<string> | undefined;
  #tellsYaApart: boolean | undefined;
  #writesNoDots: boolean | undefined;
  #lines: readonly number[] | undefined;
  #beforeAli: ReadonlySet<string> | undefined;
  #namesInWaw: ReadonlySet<string> | undefined;

  constructor(text: string, tokens: readonly Token[], dates: readonly Span[], triggers: Triggers) {
    this.text = text;
    this.tokens = tokens;
    this.#triggers = triggers;
    this.#readings = new Array(tokens.length);
    this.#inDate = new Uint8Array(tokens.length);
    for (const { start, end } of dates)
      for (let at = tokenAfter(tokens, start); (tokens[at]?.start ?? end) < end; at++) this.#inDate[at] = 1;
  }

  /** Whether one of the rules `rules` (bits of MAY) can begin at token `at`, by its word alone; what says no needs no closer look. */
  may(at: number, rules: number): boolean {
    return ((this.#triggers[at] as number) & rules) !== 0;
  }

  /**
   * The first token from `from` on at which one of the rules `rules` can begin; the number of tokens where there is none. Rules go from one
   * to the next: a loop over all tokens that hardly ever finds anything costs more in being compiled than in being run.
   */
  next(rules: number, from = 0): number {
    const triggers = this.#triggers;
    let at = from;
    while (at < triggers.length && ((triggers[at] as number) & rules) === 0) at++;
    return at;
  }

  /** Whether the article has this folded word standing alone somewhere. */
  has(word: string): boolean {
    this.#present ??= new Set(this.tokens.flatMap(({ kind, norm }) => (kind === 'word' ? [norm] : [])));
    return this.#present.has(word);
  }

  /**
   * Whether the article writes ى apart from ي, as the preposition «على» shows: then «علي» is a name. Many write «علي» for both, and some
   * «على».
   */
  get tellsYaApart(): boolean {
    this.#tellsYaApart ??=
      /(?:^|\s)[وف]?على\s/.test(this.text) &&
      !/(?:^|\s)[وف]?علي\s+(?:أن|ان|ما|هذا|هذه|ذلك|تلك|من|كل|أي|رأس|راس)\s/.test(this.text);
    return this.#tellsYaApart;
  }

  /** Whether the article writes ى for ي too, as Egyptian papers do («فى»): «على» may be the name. */
  get writesNoDots(): boolean {
    this.#writesNoDots ??= /(?:^|\s)و?فى\s/.test(this.text);
    return this.#writesNoDots;
  }

  /** Whether the article, writing ى for ي, has «على» right behind this folded word and before a mark, where it governs nothing. */
  callsAli(word: string): boolean {
    this.#beforeAli ??= new Set(this.writesNoDots ? beforeAli(this) : []);
    return this.#beforeAli.has(word);
  }

  /** Words of the article that begin with a و of their own, as «قال ونوس إن» shows: no «و» stands between a verb and its subject. */
  get namesInWaw(): ReadonlySet<string> {
    this.#namesInWaw ??= new Set(this.tokens.flatMap((_, at) => (isSubjectInWaw(this, at) ? [this.word(at)] : [])));
    return this.#namesInWaw;
  }

  /** Whether the article names a state, by its name or as «للعراق». */
  speaksOf(country: string): boolean {
    this.#states ??= statesOf(this);
    return this.#states.has(country);
  }

  /** The tokens that begin a line. */
  get lines(): readonly number[] {
    this.#lines ??= linesOf(this.tokens);
    return this.#lines;
  }

  inDate(at: number): boolean {
    return this.#inDate[at] === 1;
  }

  /** Readings of a word token, whole word first; none of other tokens. */
  readings(at: number): readonly Reading[] {
    const known = this.#readings[at];
    if (known) return known;
    const token = this.tokens[at];
    const made: readonly Reading[] = token?.word ? this.#read(token, token.word) : [];
    this.#readings[at] = made;
    return made;
  }

  #read(token: Token, { norm, forms }: Word): Reading[] {
    const { start, end } = token;
    // Where a mark or tatweel stands among the first letters, or two of them are one character, folding says where the core begins.
    for (let i = (forms.at(-1) as WordForm).cut; i >= 0 && forms.length > 1; i--)
      if (foldUnit(this.text.charCodeAt(start + i)) !== norm[i]) return readings(this.text, token);
    return forms.map(({ core, proclitic, definite, cut }) => ({ start: start + cut, end, core, proclitic, definite }));
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

function beforeAli(words: Words): string[] {
  return words.tokens.flatMap(({ norm }, at) =>
    norm === 'علي' && words.follows(at) && words.mark(at + 1) !== '' ? [words.word(at - 1)] : [],
  );
}

/** Whether a word with «و» stands right between a verb of speech and its clause, and is no noun with a pronoun («قالت والدته إن»). */
function isSubjectInWaw(words: Words, at: number): boolean {
  const word = words.word(at);
  if (!/^و[^بلك].{2,}/.test(word) || /(?:ه|ها|هم|هما|نا|كم)$/.test(word)) return false;
  if (!words.follows(at) || !words.follows(at + 1) || !CLAUSES.has(words.word(at + 1))) return false;
  if (!words.readings(at - 1).some(({ core }) => verbKind(core) === 'speech')) return false;
  const rest = word.slice(1);
  // «قال واثقا إن …»
  if (commonWord(word) !== null || (word.endsWith('ا') && commonWord(rest) !== null)) return false;
  return [word, rest].every((each) => verbKind(each) === undefined && !functionWords.has(each));
}
const CLAUSES = new Set(['ان', 'انه', 'انها', 'بان', 'بانه', 'بانها']);

function linesOf(tokens: readonly Token[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < tokens.length; at++) if (at === 0 || (tokens[at] as Token).newLine) found.push(at);
  return found;
}

function statesOf(words: Words): ReadonlySet<string> {
  const states = new Set<string>();
  for (let at = words.next(MAY.place); at < words.tokens.length; at = words.next(MAY.place, at + 1)) {
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

/** Marks that open a quotation, and those that close it as the press writes them: «”…“» too. */
export const CLOSING_QUOTES: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['"', '"'],
  ['“', '”'],
  ['”', '“'],
]);
