/**
 * Tags the words of a sentence with a linear-chain model: what each word of the window adds (weights of its features, and a layer of
 * hidden units over its vector) is worked out once per word and kept, so that a sentence costs a few additions for each word. Time is
 * linear in the number of words; memory is bounded whatever the text.
 */
import {
  CLUSTER_LEVELS,
  modelWord,
  PAIR_FEATURES,
  pairFeatures,
  placed,
  REACH,
  SENTENCE_END,
  SENTENCE_START,
  TAG_COUNT,
  WINDOW,
  wordFeatures,
} from './features.ts';
import { AFTER, BEFORE, HiddenLayer } from './hidden-layer.ts';
import {
  codeFeatures,
  findNames,
  LISTED_PAIRS,
  listedPairs,
  nameStarts,
  noteStarts,
  personFeatures,
} from './listed-names.ts';
import { type Model, slotOf } from './model.ts';

/** Words kept with what they add; when there are more, all are forgotten and learnt anew. */
const KEPT_WORDS = 80_000;
/** Words of a text whose scores are kept from the first reading to the second: longer texts are scored twice. */
const KEPT_SCORES = 8_000;
/** A longer sentence is tagged in pieces of this many words. */
const LONGEST = 200;
/**
 * Where the features alone say by so much that a word is no name, the hidden units are not asked: on AQMAR that changes no tag in a
 * thousand, and saves them for two words in five.
 */
const CLEAR = 3;

/**
 * Where the words say so by themselves, what stands beside each other is not looked up: on AQMAR and the last tenth of ANERcorp that
 * changes five tags of 86,000, and saves the look-ups for every second word.
 */
const CLEAR_ALONE = 2;

/**
 * Where «no name» leads by so much, a word is in no name whatever stands beside it: a sentence is read in the parts where it does not, each
 * with so many words more on both sides. On 132,000 tokens of news that changes no name of 5,806, and their sureness by .0001 on average.
 */
const NO_DOUBT = 1.5;
const BESIDE = 1;

/** A tag so far below the best one of its word takes no part in how sure the chosen tags are: it has less than e⁻¹⁰ of the word. */
const FAR_BELOW = 10;

/** e⁻ˣ for x from 0 to FAR_BELOW, 128 steps to 1; read between two steps it is off by less than a hundred thousandth of itself. */
const EXP_STEPS = 128;
const EXP = Float64Array.from({ length: FAR_BELOW * EXP_STEPS + 2 }, (_, step) => Math.exp(-step / EXP_STEPS));
function expOfMinus(x: number): number {
  const step = x * EXP_STEPS;
  const whole = step | 0;
  const low = EXP[whole] as number;
  return low + (step - whole) * ((EXP[whole + 1] as number) - low);
}

const NEVER = -1e9;
/** Chosen on the 28 articles of AQMAR, on which nothing is trained. */
const REPEAT_WEIGHT = 2;
/** No name, person, place, organisation, other name. */
const KINDS = 5;
const kindOf = (tag: number) => (tag + 1) >> 1;

/** Of each token that is tagged somewhere in the text: the sureness of each kind, summed over all its places, and how many there are. */
function seenAs(
  tokens: readonly string[],
  tags: Uint8Array,
  sure: Float32Array,
): readonly (Float64Array | undefined)[] | null {
  const named = new Map<string, Float64Array>();
  for (let i = 0; i < tokens.length; i++) {
    if (tags[i] === 0) continue;
    const token = tokens[i] as string;
    if (!named.has(token)) named.set(token, new Float64Array(KINDS + 1));
  }
  if (named.size === 0) return null;
  const found = new Array<Float64Array | undefined>(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    let sums = named.get(token);
    // «وكاستيلو» beside «كاستيلو».
    if (token.length > 3 && PARTICLES.has(token[0] as string)) sums = named.get(token.slice(1)) ?? sums;
    if (sums === undefined) continue;
    const kind = kindOf(tags[i] as number);
    sums[kind] = (sums[kind] as number) + (sure[i] as number);
    sums[KINDS] = (sums[KINDS] as number) + 1;
    found[i] = sums;
  }
  return found;
}
const PARTICLES = new Set(['و', 'ف', 'ب', 'ل', 'ك']);

export class Tagger {
  /** How much the other places of a word in the text count, beside what stands around it here. */
  readonly repeatWeight: number;
  readonly #noDoubt: number;
  readonly #model: Model;
  readonly #words = new Map<string, number>();
  #wordCount = 0;
  readonly #emissions = new Int16Array(KEPT_WORDS * WINDOW * TAG_COUNT);
  readonly #identities = new Int32Array(KEPT_WORDS);
  readonly #clusters = new Int32Array(KEPT_WORDS * CLUSTER_LEVELS);
  /** Row of the word's vector, −1 where it has none. */
  readonly #rows = new Int32Array(KEPT_WORDS);
  /** Names that each word may begin. */
  readonly #starts = nameStarts(KEPT_WORDS);
  /** What the codes of listed names add, by their rows; row 0 is that of no name. */
  readonly #codeRows = new Map([[0, 0]]);
  readonly #codes: number[] = [0];
  #codeEmissions = new Int16Array(WINDOW * TAG_COUNT);
  readonly #hidden: HiddenLayer;
  /** Of the sentence, with REACH places before and after it. */
  readonly #ids = new Int32Array(LONGEST + 2 * REACH);
  readonly #slots = new Int32Array(LONGEST + 2 * REACH);
  /** Rows of `#codeEmissions`. */
  readonly #listed = new Int32Array(LONGEST + 2 * REACH);
  readonly #scores = new Float64Array(LONGEST * TAG_COUNT);
  /** Scores of the first words of the text, so that a second reading only adds to them. */
  readonly #kept = new Float64Array(KEPT_SCORES * TAG_COUNT);
  readonly #best = new Float64Array(LONGEST * TAG_COUNT);
  readonly #from = new Uint8Array(LONGEST * TAG_COUNT);
  readonly #backward = new Float64Array(TAG_COUNT);
  /** Of each word the tags that its scores leave open, and how many these are. */
  readonly #open = new Uint8Array(LONGEST * TAG_COUNT);
  readonly #openCount = new Uint8Array(LONGEST);
  readonly #likely: Float64Array;
  readonly #pairs = new Uint32Array(PAIR_FEATURES + LISTED_PAIRS);
  readonly #pairIdentities = new Int32Array(LONGEST + 2 * REACH);
  readonly #pairClusters = new Int32Array((LONGEST + 2 * REACH) * CLUSTER_LEVELS);

  /** `noDoubt`: where «no name» leads by so much, a sentence is read in parts; without bounds it is read as a whole. */
  constructor(model: Model, repeatWeight = REPEAT_WEIGHT, noDoubt = NO_DOUBT) {
    this.#model = model;
    this.repeatWeight = repeatWeight;
    this.#noDoubt = noDoubt;
    this.#hidden = new HiddenLayer(model);
    this.#likely = Float64Array.from(model.transitions, (score) => Math.exp(score));
    this.#forgetWords();
  }

  /**
   * Tags of the folded tokens (text/fold.ts) of one text, as indexes of TAGS, and of each how sure it is (0–1): the share of all ways
   * to tag the sentence that agree on it. `ends`: where each sentence ends, rising; the last one is the number of tokens. Read twice:
   * what a word is elsewhere in the text speaks for the same here.
   */
  tag(tokens: readonly string[], ends: readonly number[], tags: Uint8Array, sure: Float32Array): void {
    const spans: (readonly [from: number, to: number])[] = [];
    let start = 0;
    for (const end of ends) {
      for (let from = start; from < end; from += LONGEST) spans.push([from, Math.min(end, from + LONGEST)]);
      start = end;
    }
    for (const [from, to] of spans) this.#sentence(tokens, from, to, tags, sure, null);
    if (this.repeatWeight === 0) return;
    const known = seenAs(tokens, tags, sure);
    if (known === null) return;
    const before = { tags: tags.slice(), sure: sure.slice() };
    const leaning = new Float64Array(LONGEST * KINDS);
    for (const [from, to] of spans) {
      let differs = false;
      for (let i = from; i < to; i++) {
        const base = (i - from) * KINDS;
        leaning.fill(0, base, base + KINDS);
        const sums = known[i];
        if (sums === undefined || (sums[KINDS] as number) < 2) continue;
        const own = kindOf(before.tags[i] as number);
        const others = (sums[KINDS] as number) - 1;
        for (let kind = 0; kind < KINDS; kind++) {
          const sum = (sums[kind] as number) - (kind === own ? (before.sure[i] as number) : 0);
          leaning[base + kind] = (this.repeatWeight * sum) / others;
          if (kind !== own && sum > 0.5 * others) differs = true;
        }
      }
      if (differs) this.#sentence(tokens, from, to, tags, sure, leaning);
    }
  }

  /** `leaning`: what is added to the scores of the tags of each kind, for each word. */
  #sentence(
    tokens: readonly string[],
    from: number,
    to: number,
    tags: Uint8Array,
    sure: Float32Array,
    leaning: Float64Array | null,
  ): void {
    const n = to - from;
    if (n <= 0) return;
    const kept = to <= KEPT_SCORES ? this.#kept.subarray(from * TAG_COUNT, to * TAG_COUNT) : null;
    if (leaning && kept) this.#scores.set(kept);
    else this.#scoreAll(tokens, from, n);
    if (leaning)
      for (let i = 0; i < n; i++)
        for (let tag = 0; tag < TAG_COUNT; tag++)
          this.#scores[i * TAG_COUNT + tag] =
            (this.#scores[i * TAG_COUNT + tag] as number) + (leaning[i * KINDS + kindOf(tag)] as number);
    else kept?.set(this.#scores.subarray(0, n * TAG_COUNT));
    tags.fill(0, from, to);
    sure.fill(1, from, to);
    const parts: number[] = [];
    let named = false;
    for (let i = 0; i < n; i++) {
      if (this.#isNone(i)) continue;
      const start = Math.max(0, i - BESIDE);
      let end = i + 1 + BESIDE;
      while (i < Math.min(n, end + BESIDE)) if (!this.#isNone(i++)) end = i + BESIDE;
      end = Math.min(n, end);
      parts.push(start, end);
      named = this.#viterbi(start, end, n, tags, from) || named;
      i = end - 1;
    }
    if (!named) return;
    for (let part = 0; part < parts.length; part += 2)
      this.#marginals(parts[part] as number, parts[part + 1] as number, n, tags, sure, from);
  }

  /** Whether word `i` is in no name without a doubt. */
  #isNone(i: number): boolean {
    const scores = this.#scores;
    const base = i * TAG_COUNT;
    const bar = (scores[base] as number) - this.#noDoubt;
    for (let tag = 1; tag < TAG_COUNT; tag++) if ((scores[base + tag] as number) > bar) return false;
    return true;
  }

  /** Scores of the `n` words from `from` on. */
  #scoreAll(tokens: readonly string[], from: number, n: number): void {
    if (this.#wordCount + n > KEPT_WORDS) this.#forgetWords();
    const ids = this.#ids;
    const slots = this.#slots;
    for (let i = 0; i < REACH; i++) {
      ids[i] = i === REACH - 1 ? 0 : -1;
      slots[i] = BEFORE;
      ids[n + REACH + i] = i === 0 ? 1 : -1;
      slots[n + REACH + i] = AFTER;
    }
    for (let i = 0; i < n; i++) {
      const token = tokens[from + i] as string;
      const id = this.#words.get(token) ?? this.#learn(token, modelWord(token));
      ids[i + REACH] = id;
      slots[i + REACH] = this.#hidden.slot(this.#rows[id] as number);
    }
    this.#findNames(n);
    this.#preparePairs(n);
    for (let i = 0; i < n; i++) this.#score(i);
  }

  /** Rows of what the listed names among the `n` words add. */
  #findNames(n: number): void {
    const rows = this.#listed;
    findNames(this.#model, this.#starts, this.#identities, this.#ids, REACH, n, rows);
    rows.fill(0, n + REACH, n + 2 * REACH);
    for (let i = REACH; i < n + REACH; i++) {
      const code = rows[i] as number;
      if (code !== 0) rows[i] = this.#codeRows.get(code) ?? this.#learnCode(code);
    }
  }

  /** Keeps what a code of listed names adds to the tags around it. */
  #learnCode(code: number): number {
    const row = this.#codes.push(code) - 1;
    this.#codeRows.set(code, row);
    const needed = (row + 1) * WINDOW * TAG_COUNT;
    if (needed > this.#codeEmissions.length) {
      const more = new Int16Array(2 * needed);
      more.set(this.#codeEmissions);
      this.#codeEmissions = more;
    }
    const features = codeFeatures(code);
    for (let place = 0; place < WINDOW; place++)
      this.#sum(features, place, this.#codeEmissions, (row * WINDOW + place) * TAG_COUNT);
    return row;
  }

  /** Adds the weights of features at a place of the window to the sums from `base` on. */
  #sum(features: readonly number[], place: number, sums: Int16Array, base: number): void {
    const { checks, weights } = this.#model;
    for (const feature of features) {
      const slot = slotOf(checks, placed(feature, place)) * TAG_COUNT;
      if (slot < 0) continue;
      for (let tag = 0; tag < TAG_COUNT; tag++)
        sums[base + tag] = (sums[base + tag] as number) + (weights[slot + tag] as number);
    }
  }

  #preparePairs(n: number): void {
    const identities = this.#pairIdentities;
    const clusters = this.#pairClusters;
    for (let i = 0; i < n + 2 * REACH; i++) {
      const id = this.#ids[i] as number;
      identities[i] = id < 0 ? 0 : (this.#identities[id] as number);
      for (let level = 0; level < CLUSTER_LEVELS; level++)
        clusters[i * CLUSTER_LEVELS + level] = id > 1 ? (this.#clusters[id * CLUSTER_LEVELS + level] as number) : -7;
    }
  }

  /** Keeps what a word adds to the tags around it. */
  #learn(token: string, word: string): number {
    const id = this.#wordCount++;
    this.#words.set(token, id);
    const features = wordFeatures(word, this.#model);
    this.#rows[id] = features.row;
    this.#identities[id] = features.identity;
    noteStarts(this.#starts, id, word, this.#model);
    const persons = personFeatures(word, this.#model);
    for (let level = 0; level < CLUSTER_LEVELS; level++)
      this.#clusters[id * CLUSTER_LEVELS + level] = features.row < 0 ? -1 : this.#model.cluster(features.row, level);
    const sums = this.#emissions;
    for (let place = 0; place < WINDOW; place++) {
      const away = Math.abs(place - REACH);
      const list = away === 0 ? features.full : away === 1 ? features.near : features.far;
      const base = (id * WINDOW + place) * TAG_COUNT;
      sums.fill(0, base, base + TAG_COUNT);
      this.#sum(list, place, sums, base);
      this.#sum(persons, place, sums, base);
    }
    return id;
  }

  #forgetWords(): void {
    this.#words.clear();
    this.#wordCount = 0;
    this.#learn(SENTENCE_START, SENTENCE_START);
    this.#learn(SENTENCE_END, SENTENCE_END);
  }

  /** Scores of the tags of word `i` by what stands in its window. */
  #score(i: number): void {
    const { weightScale, checks, weights } = this.#model;
    const ids = this.#ids;
    const emissions = this.#emissions;
    const base = i * TAG_COUNT;
    const scores = this.#scores;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    for (let place = 0; place < WINDOW; place++) {
      const id = ids[i + place] as number;
      if (id < 0) continue;
      const e = (id * WINDOW + place) * TAG_COUNT;
      s0 = (s0 + (emissions[e] as number)) | 0;
      s1 = (s1 + (emissions[e + 1] as number)) | 0;
      s2 = (s2 + (emissions[e + 2] as number)) | 0;
      s3 = (s3 + (emissions[e + 3] as number)) | 0;
      s4 = (s4 + (emissions[e + 4] as number)) | 0;
      s5 = (s5 + (emissions[e + 5] as number)) | 0;
      s6 = (s6 + (emissions[e + 6] as number)) | 0;
      s7 = (s7 + (emissions[e + 7] as number)) | 0;
      s8 = (s8 + (emissions[e + 8] as number)) | 0;
    }
    const listed = this.#listed;
    const codeEmissions = this.#codeEmissions;
    for (let place = 0; place < WINDOW; place++) {
      const row = listed[i + place] as number;
      if (row === 0) continue;
      const e = (row * WINDOW + place) * TAG_COUNT;
      s0 = (s0 + (codeEmissions[e] as number)) | 0;
      s1 = (s1 + (codeEmissions[e + 1] as number)) | 0;
      s2 = (s2 + (codeEmissions[e + 2] as number)) | 0;
      s3 = (s3 + (codeEmissions[e + 3] as number)) | 0;
      s4 = (s4 + (codeEmissions[e + 4] as number)) | 0;
      s5 = (s5 + (codeEmissions[e + 5] as number)) | 0;
      s6 = (s6 + (codeEmissions[e + 6] as number)) | 0;
      s7 = (s7 + (codeEmissions[e + 7] as number)) | 0;
      s8 = (s8 + (codeEmissions[e + 8] as number)) | 0;
    }
    const pairs = this.#pairs;
    const open = (s0 - Math.max(s1, s2, s3, s4, s5, s6, s7, s8)) * weightScale < CLEAR_ALONE;
    let pairCount = 0;
    if (open) {
      pairFeatures(this.#pairIdentities, this.#pairClusters, i + REACH, pairs);
      pairCount = PAIR_FEATURES;
      const row = listed[i + REACH] as number;
      if (row !== 0) {
        listedPairs(this.#codes[row] as number, this.#pairClusters, i + REACH, pairs, PAIR_FEATURES);
        pairCount += LISTED_PAIRS;
      }
    }
    for (let p = 0; p < pairCount; p++) {
      const slot = slotOf(checks, pairs[p] as number) * TAG_COUNT;
      if (slot < 0) continue;
      s0 = (s0 + (weights[slot] as number)) | 0;
      s1 = (s1 + (weights[slot + 1] as number)) | 0;
      s2 = (s2 + (weights[slot + 2] as number)) | 0;
      s3 = (s3 + (weights[slot + 3] as number)) | 0;
      s4 = (s4 + (weights[slot + 4] as number)) | 0;
      s5 = (s5 + (weights[slot + 5] as number)) | 0;
      s6 = (s6 + (weights[slot + 6] as number)) | 0;
      s7 = (s7 + (weights[slot + 7] as number)) | 0;
      s8 = (s8 + (weights[slot + 8] as number)) | 0;
    }
    const { added, scale } = this.#hidden;
    const doubtful = (s0 - Math.max(s1, s2, s3, s4, s5, s6, s7, s8)) * weightScale < CLEAR;
    if (doubtful) this.#hidden.score(this.#slots, i);
    const share = doubtful ? scale : 0;
    scores[base] = s0 * weightScale + share * (added[0] as number);
    scores[base + 1] = s1 * weightScale + share * (added[1] as number);
    scores[base + 2] = s2 * weightScale + share * (added[2] as number);
    scores[base + 3] = s3 * weightScale + share * (added[3] as number);
    scores[base + 4] = s4 * weightScale + share * (added[4] as number);
    scores[base + 5] = s5 * weightScale + share * (added[5] as number);
    scores[base + 6] = s6 * weightScale + share * (added[6] as number);
    scores[base + 7] = s7 * weightScale + share * (added[7] as number);
    scores[base + 8] = s8 * weightScale + share * (added[8] as number);
  }

  /**
   * The best way through the words from `start` to `end` of a sentence of `n`, with no name beside them: I- follows only B- or I- of
   * its kind. `at`: the place of the sentence in `tags`. Returns whether there is a name among them.
   */
  #viterbi(start: number, end: number, n: number, tags: Uint8Array, at: number): boolean {
    const { transitions } = this.#model;
    const best = this.#best;
    const from = this.#from;
    const scores = this.#scores;
    const enter = start === 0 ? TAG_COUNT * TAG_COUNT : 0;
    const first = start * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++)
      best[first + tag] = isInside(tag)
        ? NEVER
        : (scores[first + tag] as number) + (transitions[enter + tag] as number);
    for (let i = start + 1; i < end; i++) {
      const base = i * TAG_COUNT;
      const last = base - TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        let top = NEVER * 2;
        let way = 0;
        if (isInside(tag)) {
          const begin = (best[last + tag - 1] as number) + (transitions[(tag - 1) * TAG_COUNT + tag] as number);
          const go = (best[last + tag] as number) + (transitions[tag * TAG_COUNT + tag] as number);
          way = begin >= go ? tag - 1 : tag;
          top = begin >= go ? begin : go;
        } else
          for (let before = 0; before < TAG_COUNT; before++) {
            const score = (best[last + before] as number) + (transitions[before * TAG_COUNT + tag] as number);
            if (score > top) {
              top = score;
              way = before;
            }
          }
        best[base + tag] = top + (scores[base + tag] as number);
        from[base + tag] = way;
      }
    }
    const last = (end - 1) * TAG_COUNT;
    let tag = 0;
    let top = NEVER * 2;
    for (let other = 0; other < TAG_COUNT; other++) {
      const score = (best[last + other] as number) + (end < n ? (transitions[other * TAG_COUNT] as number) : 0);
      if (score > top) {
        top = score;
        tag = other;
      }
    }
    let named = false;
    for (let i = end - 1; i >= start; i--) {
      tags[at + i] = tag;
      named ||= tag !== 0;
      tag = from[i * TAG_COUNT + tag] as number;
    }
    return named;
  }

  /**
   * Of the tag chosen for each word the share of all ways that agree (forward and backward sums, each place scaled to 1); what is given
   * as for `#viterbi`.
   */
  #marginals(start: number, end: number, n: number, tags: Uint8Array, sure: Float32Array, at: number): void {
    const scores = this.#scores;
    const forward = this.#best;
    const backward = this.#backward;
    const likely = this.#likely;
    const open = this.#open;
    const openCount = this.#openCount;
    const enter = start === 0 ? TAG_COUNT * TAG_COUNT : 0;
    for (let i = start; i < end; i++) {
      const base = i * TAG_COUNT;
      const last = base - TAG_COUNT;
      let top = scores[base] as number;
      for (let tag = 1; tag < TAG_COUNT; tag++) top = Math.max(top, scores[base + tag] as number);
      const lastCount = i === start ? 0 : (openCount[i - 1] as number);
      let count = 0;
      let total = 0;
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        const below = top - (scores[base + tag] as number);
        if (below > FAR_BELOW) continue;
        open[base + count++] = tag;
        let sum = 0;
        if (i === start) sum = likely[enter + tag] as number;
        else
          for (let o = 0; o < lastCount; o++) {
            const before = open[last + o] as number;
            sum += (forward[last + before] as number) * (likely[before * TAG_COUNT + tag] as number);
          }
        const score = expOfMinus(below);
        scores[base + tag] = score;
        sum *= score;
        forward[base + tag] = sum;
        total += sum;
      }
      openCount[i] = count;
      for (let o = 0; o < count; o++) {
        const tag = open[base + o] as number;
        forward[base + tag] = (forward[base + tag] as number) / total;
      }
    }
    // What stands behind a place for each tag there, with its score, ends in `scores`.
    for (let i = end - 1; i >= start; i--) {
      const base = i * TAG_COUNT;
      const next = base + TAG_COUNT;
      const count = openCount[i] as number;
      const nextCount = i === end - 1 ? 0 : (openCount[i + 1] as number);
      const chosen = tags[at + i] as number;
      backward[chosen] = 0;
      let total = 0;
      for (let o = 0; o < count; o++) {
        const tag = open[base + o] as number;
        let sum = 0;
        if (i === end - 1) sum = end < n ? (likely[tag * TAG_COUNT] as number) : 1;
        else
          for (let f = 0; f < nextCount; f++) {
            const following = open[next + f] as number;
            sum += (likely[tag * TAG_COUNT + following] as number) * (scores[next + following] as number);
          }
        backward[tag] = sum;
        total += sum;
      }
      let all = 0;
      for (let o = 0; o < count; o++) {
        const tag = open[base + o] as number;
        const sum = (backward[tag] as number) / total;
        backward[tag] = sum * (forward[base + tag] as number);
        all += backward[tag] as number;
        scores[base + tag] = sum * (scores[base + tag] as number);
      }
      sure[at + i] = (backward[chosen] as number) / all;
    }
  }
}

/** I- tags have even numbers from 2 on. */
const isInside = (tag: number) => tag > 0 && tag % 2 === 0;
