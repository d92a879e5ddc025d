/** Tags tokens for the `tag` command: what `recognize` marks in a sentence, as B-/I- tags of its tokens. */
import { CANDIDATE, type EntityKind, type MentionFact } from './facts.ts';
import { recognize } from './recognize.ts';

const TAGS: Partial<Record<EntityKind, string>> = { person: 'PERS', place: 'LOC', organization: 'ORG' };

/**
 * One tag for each token of a sentence: `B-PERS`, `I-LOC`, … or `O`; of nested names the outer one. Candidates are left out, and
 * offices: the tags know only persons, places and organisations.
 */
export function tag(tokens: readonly string[]): string[] {
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
