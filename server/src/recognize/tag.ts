/** Tags tokens for the `tag` command: with the learned tagger, and where there is none with what `recognize` marks in a sentence. */
import { fold } from '../text/fold.ts';
import { CANDIDATE, type EntityKind, type MentionFact } from './facts.ts';
import { recognize } from './recognize.ts';
import { TAGS as TAGGER_TAGS } from './tagger/features.ts';
import { installedTagger } from './tagger/installed.ts';
import type { Tagger } from './tagger/tagger.ts';

const TAGS: Partial<Record<EntityKind, string>> = { person: 'PERS', place: 'LOC', organization: 'ORG' };

/**
 * One tag for each token of the sentences of a text, in order: `B-PERS`, `I-LOC`, … or `O`; of nested names the outer one. Candidates
 * are left out, and offices: the tags know only persons, places and organisations.
 */
export function tag(sentences: readonly (readonly string[])[]): string[] {
  const tagger = installedTagger();
  return tagger ? learned(tagger, sentences) : sentences.flatMap(ruled);
}

function learned(tagger: Tagger, sentences: readonly (readonly string[])[]): string[] {
  const tokens: string[] = [];
  const ends: number[] = [];
  for (const sentence of sentences) {
    for (const token of sentence) tokens.push(fold(token));
    ends.push(tokens.length);
  }
  const tags = new Uint8Array(tokens.length);
  tagger.tag(tokens, ends, tags, new Float32Array(tokens.length));
  return Array.from(tags, (tag) => SHOWN[tag] as string);
}

/** MISC is learnt only to keep other names out of the rest. */
const SHOWN = TAGGER_TAGS.map((name) => (name.endsWith('MISC') ? 'O' : name));

function ruled(tokens: readonly string[]): string[] {
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    starts.push(text.length);
    text += `${token} `;
  }
  const marks: MentionFact[] = [];
  for (const mention of recognize(text).mentions) {
    if (TAGS[mention.kind] === undefined || mention.confidence < CANDIDATE) continue;
    // «وزير الدفاع [العراقي]» names no place.
    if (mention.kind === 'place' && mention.form === 'description') continue;
    if (mention.start >= (marks.at(-1)?.end ?? 0)) marks.push(mention);
  }
  let next = 0;
  return tokens.map((token, i) => {
    const start = starts[i] ?? 0;
    while (next < marks.length && (marks[next]?.end ?? 0) <= start) next++;
    const mark = marks[next];
    if (!mark || mark.start >= start + token.length) return 'O';
    return `${mark.start >= start ? 'B' : 'I'}-${TAGS[mark.kind]}`;
  });
}
