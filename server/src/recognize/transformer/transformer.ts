/**
 * Names as a transformer reads them: a token-classification model that the reader has named, in place of the built-in tagger. Here is what
 * makes of words what such a model reads, and of its scores tags; the model itself and its tokenizer come in as `Network` and `Subwords`.
 *
 * Sentences are read one at a time and unpadded. A quantised model scales what it reads by the largest number in the batch, so beside
 * other sentences one would be read otherwise; an article's facts must not depend on what else is read (invariant 1). On a processor
 * batches would bring next to nothing (docs/transformers.md).
 */
import { type Labels, tagOf } from './labels.ts';
import { windowsOf } from './windows.ts';

/** The tokenizer of a model. */
export interface Subwords {
  /** Ids of the subwords of one word; none where it has no letters that the tokenizer knows. */
  of(word: string): readonly number[];
  /** Ids that stand before and after each sentence. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Stands for a word without subwords. */
  readonly unknown: number;
}

export interface Network {
  /** Scores of all labels for each of the ids of one sentence, row by row. Rejects where the model cannot be run. */
  scores(ids: readonly number[]): Promise<Float32Array>;
}

/** Of a longer word (UTF-16 code units) only the beginning is read: tags are those of a word's first subword. */
const LONGEST_WORD = 60;
/** Sentences kept with their tags: an edit has one sentence read anew and not the whole article. */
const KEPT_SENTENCES = 4000;

/** What Arabic models are trained without: vowel signs, tatweel, invisible characters. */
const UNREAD = /[\p{Mn}\p{Cf}\u0640]/gu;

interface Tagged {
  readonly tags: Uint8Array;
  readonly sure: Float32Array;
}

export class Transformer {
  readonly #subwords: Subwords;
  readonly #network: Network;
  readonly #labels: Labels;
  readonly #limit: number;
  /** By the words of the sentence; those used longest ago first. */
  readonly #kept = new Map<string, Tagged>();

  /** `limit`: subwords that the model reads at once, with those before and after each sentence. */
  constructor(subwords: Subwords, network: Network, labels: Labels, limit: number) {
    this.#subwords = subwords;
    this.#network = network;
    this.#labels = labels;
    this.#limit = Math.max(1, limit - subwords.before.length - subwords.after.length);
  }

  /**
   * Tags of the words of one text, as written, as indexes of TAGS, and of each how sure it is (0–1). `ends`: where each sentence ends,
   * rising; the last one is the number of words. Rejects where the model cannot be run.
   */
  async tag(words: readonly string[], ends: readonly number[], tags: Uint8Array, sure: Float32Array): Promise<void> {
    let start = 0;
    for (const end of ends) {
      if (end > start) {
        const tagged = await this.#sentence(words.slice(start, end).map(readable));
        tags.set(tagged.tags, start);
        sure.set(tagged.sure, start);
      }
      start = end;
    }
  }

  async #sentence(words: readonly string[]): Promise<Tagged> {
    const key = words.join(' ');
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    const tagged = kept ?? (await this.#read(words));
    this.#kept.set(key, tagged);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_SENTENCES) break;
      this.#kept.delete(oldest);
    }
    return tagged;
  }

  async #read(words: readonly string[]): Promise<Tagged> {
    const { before, after, unknown } = this.#subwords;
    const pieces = words.map((word) => {
      const ids = this.#subwords.of(word).slice(0, this.#limit);
      return ids.length === 0 ? [unknown] : ids;
    });
    const sizes = pieces.map(({ length }) => length);
    const tags = new Uint8Array(words.length);
    const sure = new Float32Array(words.length);
    for (const { from, to, first, last } of windowsOf(sizes, this.#limit)) {
      const scores = await this.#network.scores([...before, ...pieces.slice(from, to).flat(), ...after]);
      let at = before.length;
      for (let word = from; word < last; word++) {
        if (word >= first) {
          const told = tagOf(scores, at * this.#labels.length, this.#labels, tags[word - 1] ?? 0);
          tags[word] = told.tag;
          sure[word] = told.sure;
        }
        at += sizes[word] as number;
      }
    }
    return { tags, sure };
  }
}

const readable = (word: string): string => word.slice(0, LONGEST_WORD).normalize('NFC').replace(UNREAD, '');
