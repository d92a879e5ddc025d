/** An article read with a transformer as the witness beside the rules, in place of the built-in tagger. */
import { tokenize } from '../../text/tokens.ts';
import type { ArticleFacts, IsoDate } from '../facts.ts';
import { recognize } from '../recognize.ts';
import { namesOf, sentenceEnds } from '../tagged-names.ts';
import type { Transformer } from './transformer.ts';

/** A longer article (tokens) is left to the built-in tagger: all others would wait for minutes. */
const LONGEST_ARTICLE = 20_000;

/** As `recognize`; a pure function of the text, the day and the model. Rejects where the model cannot be run. */
export async function recognizeBy(
  transformer: Pick<Transformer, 'tag'>,
  text: string,
  given: IsoDate | null,
): Promise<ArticleFacts> {
  const tokens = tokenize(text);
  if (tokens.length > LONGEST_ARTICLE) return recognize(text, given);
  const tags = new Uint8Array(tokens.length);
  const sure = new Float32Array(tokens.length);
  const words = tokens.map(({ start, end }) => text.slice(start, end));
  await transformer.tag(words, sentenceEnds(tokens), tags, sure);
  return recognize(text, given, undefined, namesOf(tokens, tags, sure));
}
