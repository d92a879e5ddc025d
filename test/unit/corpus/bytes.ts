/** Text to bytes in encodings that Node only reads. */

/** `text` in a one-byte encoding, by turning the decoder's table round. */
export function inOneByte(text: string, label: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(new TextDecoder(label).decode(new Uint8Array([byte])), byte);
  return Uint8Array.from(text, (character) => {
    const byte = table.get(character);
    if (byte === undefined) throw new Error(`${label} has no ${character}`);
    return byte;
  });
}

export function inUtf16(text: string, order: 'le' | 'be', mark: '' | '\uFEFF' = ''): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
