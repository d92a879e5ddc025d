/** Lines as NDJSON has them: ended by a line feed and nothing else; `node:readline` would also end them inside a string of JSON, at U+2028. */
export async function* linesIn(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      begun.push(bytes.subarray(start, end));
      yield lineOf(begun);
      begun = [];
      start = end + 1;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
  }
  if (begun.length > 0) yield lineOf(begun);
}

function lineOf(parts: readonly Buffer[]): string {
  const line = (parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)).toString('utf8');
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
