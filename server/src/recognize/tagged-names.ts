/** The second witness beside the rules: what the tagger reads as a name, as spans of an article's tokens. */
import type { Token } from '../text/tokens.ts';
import type { NameEvidence } from './evidence.ts';
import { closes, nameAt, nameClass } from './names.ts';
import type { Found, FoundOrganization, FoundPlace } from './places-and-organizations.ts';
import { TAGS } from './tagger/features.ts';
import { installedTagger } from './tagger/installed.ts';
import { type Words, withoutArticle } from './words.ts';

export interface TaggedName {
  /** Tokens, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'person' | 'place' | 'organization';
  /** 0–1: the tagger's own estimate, of its least sure word. */
  readonly sure: number;
}

const KINDS: Readonly<Record<string, TaggedName['kind']>> = { PERS: 'person', LOC: 'place', ORG: 'organization' };
const SENTENCE_ENDS = new Set(['.', '!', '؟', '?', '؛']);
const ARABIC = /[\u0621-\u064A\u0671-\u06D3]/;

/** All names that the tagger sees, in order; none where no tagger is installed. A pure function of the tokens and the model. */
export function taggedNames(tokens: readonly Token[]): TaggedName[] {
  const tagger = installedTagger();
  if (!tagger) return [];
  const words = tokens.map(({ norm }) => norm);
  const tags = new Uint8Array(tokens.length);
  const sure = new Float32Array(tokens.length);
  let start = 0;
  tokens.forEach((token, i) => {
    if (token.newLine && i > start) {
      tagger.tag(words, tags, sure, start, i);
      start = i;
    }
    if (token.kind === 'punctuation' && SENTENCE_ENDS.has(token.norm)) {
      tagger.tag(words, tags, sure, start, i + 1);
      start = i + 1;
    }
  });
  tagger.tag(words, tags, sure, start, tokens.length);
  const names: TaggedName[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const kind = KINDS[(TAGS[tags[from] as number] ?? 'O').slice(2)];
    if (kind === undefined) continue;
    let to = from + 1;
    while (to < tokens.length && tags[to] === inside(tags[from] as number)) to++;
    let least = 1;
    let arabic = true;
    for (let i = from; i < to; i++) {
      least = Math.min(least, sure[i] as number);
      arabic &&= tokens[i]?.kind !== 'word' || ARABIC.test(tokens[i]?.norm ?? '');
    }
    // Names in other letters are not what the model has learnt.
    if (arabic && tokens[from]?.kind === 'word') names.push({ from, to, kind, sure: least });
    from = to - 1;
  }
  return names;
}

/** The I- tag that goes on after a B- or I- tag. */
const inside = (tag: number) => (tag % 2 === 1 ? tag + 1 : tag);

/**
 * How far the tagger's estimate counts: it was learnt from news of one year and one kind, and a name of one word has little to show.
 * Chosen so that no precision was lost on the marked articles of `test/gold`.
 */
const FULL_NAME = 0.85;
const ONE_WORD = 0.65;

/** Persons that the tagger sees outside `covered` tokens (offices, places, organisations that the rules have found). */
export function taggedPersons(words: Words, tagged: readonly TaggedName[], covered: Uint8Array): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  for (const name of tagged) {
    if (name.kind !== 'person' || !isRun(words, name, covered)) continue;
    const { start, core } = begin(words, name.from);
    if (name.to === name.from + 1 && (nameClass(core) === 'none' || !closes(words, name.to))) continue;
    const list = [core];
    for (let i = name.from + 1; i < name.to; i++) list.push(words.word(i));
    const weight = name.sure * (list.length > 1 ? FULL_NAME : ONE_WORD);
    evidence.push({ from: name.from, to: name.to, start, words: list, code: 'tagger', weight });
  }
  return evidence;
}

/** Whether the span is words of one line that nothing else covers. */
function isRun(words: Words, { from, to }: TaggedName, covered: Uint8Array): boolean {
  for (let i = from; i < to; i++)
    if (!words.isWord(i) || words.inDate(i) || covered[i] || (i > from && !words.follows(i))) return false;
  return true;
}

/** Where the name starts in its first word: after the particles that the rules would cut off. */
function begin(words: Words, at: number): { start: number; core: string } {
  const [whole, ...cut] = words.readings(at);
  const start = nameAt(words, at, 'verb')?.start;
  const reading =
    cut.find((each) => each.start === start) ??
    cut.find(({ core }) => words.has(core) && nameClass(core) !== 'none') ??
    whole;
  return { start: reading?.start ?? words.tokens[at]?.start ?? 0, core: reading?.core ?? words.word(at) };
}

export interface TaggedFound {
  readonly found: FoundPlace | FoundOrganization;
  readonly confidence: number;
}

/** From this estimate on places and organisations are shown; below they are dropped, for nothing else speaks for them. */
const SHOWN = { place: 0.8, organization: 0.8 } as const;

/** Places and organisations that the tagger alone sees, outside `covered` tokens. */
export function taggedFound(words: Words, tagged: readonly TaggedName[], covered: Uint8Array): TaggedFound[] {
  const list: TaggedFound[] = [];
  for (const name of tagged) {
    if (name.kind === 'person' || name.sure < SHOWN[name.kind] || !isRun(words, name, covered)) continue;
    const [whole, ...cut] = words.readings(name.from);
    const reading = cut.find(({ core }) => words.has(core)) ?? whole;
    if (!reading) continue;
    const parts = [withoutArticle(reading.core)];
    for (let i = name.from + 1; i < name.to; i++) parts.push(words.word(i));
    const key = parts.join(' ');
    const span: Found = {
      from: name.from,
      to: name.to,
      start: reading.start,
      article: '',
      key,
      country: null,
      code: 'tagger',
    };
    list.push({
      found:
        name.kind === 'place' ? { ...span, kind: 'place', type: 'place' } : { ...span, kind: 'organization', id: key },
      confidence: name.sure * FULL_NAME,
    });
  }
  return list;
}
