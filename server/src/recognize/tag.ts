/** Tags tokens for the `tag` command: with the learned tagger, and where there is none with what `recognize` marks in a sentence. */
import { fold } from '../text/fold.ts';
import { CANDIDATE, type EntityKind, type MentionFact } from './facts.ts';
import { recognize } from './recognize.ts';
import { TAGS as TAGGER_TAGS } from './tagger/features.ts';
import { installedTagger } from './tagger/installed.ts';
import type { Tagger } from './tagger/tagger.ts';
import type { Transformer } from './transformer/transformer.ts';

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
  const { tokens, ends, tags, sure } = joined(sentences);
  tagger.tag(tokens.map(fold), ends, tags, sure);
  return Array.from(tags, (tag) => SHOWN[tag] as string);
}

/** As `tag`, by a transformer. Rejects where it cannot be run. */
export async function tagBy(
  transformer: Pick<Transformer, 'tag'>,
  sentences: readonly (readonly string[])[],
): Promise<string[]> {
  const { tokens, ends, tags, sure } = joined(sentences);
  await transformer.tag(tokens, ends, tags, sure);
  return Array.from(tags, (tag) => SHOWN[tag] as string);
}

function joined(sentences: readonly (readonly string[])[]) {
  const tokens = sentences.flat();
  let end = 0;
  const ends = sentences.map(({ length }) => {
    end += length;
    return end;
  });
  return { tokens, ends, tags: new Uint8Array(tokens.length), sure: new Float32Array(tokens.length) };
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
