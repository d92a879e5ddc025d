/** The wire format of `fihris tag`: one token a line and a blank line between sentences, in; `token<TAB>tag`, out. */

/** Tags of the tokens of one sentence, in order. */
export type Tagger = (tokens: readonly string[]) => readonly string[];

/**
 * Gives a line for every line: the token with its tag, an empty line for an empty one. A sentence goes out when its end has come in,
 * so that input of any length passes through.
 */
export async function* tagLines(lines: AsyncIterable<string>, tagger: Tagger): AsyncGenerator<string> {
  let sentence: string[] = [];
  const tagged = () => {
    const tags = tagger(sentence);
    const out = sentence.map((token, i) => `${token}\t${tags[i] ?? 'O'}\n`).join('');
    sentence = [];
    return out;
  };
  for await (const line of lines) {
    const token = line.replace(/^\uFEFF/, '').trim();
    if (token !== '') sentence.push(token);
    else yield `${tagged()}\n`;
  }
  if (sentence.length > 0) yield tagged();
}
