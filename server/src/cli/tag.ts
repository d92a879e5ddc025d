/** The wire format of `fihris tag`: one token a line and a blank line between sentences, in; `token<TAB>tag`, out. */
import { inTerminal } from './output.ts';

/** Tags of the tokens of some sentences of one text, in order. */
export type Tagger = (sentences: readonly (readonly string[])[]) => readonly string[] | Promise<readonly string[]>;

/** Sentences are tagged together until they have so many tokens: what one says of a name helps the others. */
const TOGETHER = 1000;

/**
 * Gives a line for every line: the token with its tag, an empty line for an empty one. Lines go out when enough sentences have come in,
 * so that input of any length passes through.
 */
export async function* tagLines(lines: AsyncIterable<string>, tagger: Tagger): AsyncGenerator<string> {
  // A sentence for each blank line, so that as many lines go out as came in.
  let sentences: string[][] = [[]];
  let size = 0;
  const tagged = async () => {
    const tags = await tagger(sentences);
    let at = 0;
    const out = sentences
      .map((sentence) => sentence.map((token) => `${inTerminal(token)}\t${tags[at++] ?? 'O'}\n`).join(''))
      .join('\n');
    sentences = [[]];
    size = 0;
    return out;
  };
  for await (const line of lines) {
    const token = line.replace(/^\uFEFF/, '').trim();
    if (token !== '') {
      sentences.at(-1)?.push(token);
      size++;
    } else if (size < TOGETHER) sentences.push([]);
    else yield `${await tagged()}\n`;
  }
  yield await tagged();
}
