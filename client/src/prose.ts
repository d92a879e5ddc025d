/** Whether the beginning of a file is Arabic prose: a cheap look, before any server runs. The server reads properly. */

/** Letters that a sample must have before it counts: a heading alone says little. */
const ENOUGH_LETTERS = 40;

export type Sample = 'arabic' | 'other' | 'nothing';

/** `bytes`: the first few thousand of a file, in whatever encoding; they may end inside a character. */
export function judgeSample(bytes: Uint8Array): Sample {
  const texts = decodings(bytes).map((text) => judgeText(text));
  if (texts.includes('arabic')) return 'arabic';
  return texts.includes('other') ? 'other' : 'nothing';
}

/** The same question of a text. Only letters count, so digits, markup and space decide nothing. */
export function judgeText(text: string): Sample {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH_LETTERS) return 'nothing';
  const arabic = text.match(/(?=\p{L})\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic * 2 > letters ? 'arabic' : 'other';
}

/** Whether files judged so make a folder of Arabic texts: more than half of those that hold any text. */
export function mostlyArabic(samples: readonly Sample[]): boolean {
  const texts = samples.filter((sample) => sample !== 'nothing');
  return texts.filter((sample) => sample === 'arabic').length * 2 > texts.length;
}

/** The readings worth judging: UTF-8 where the bytes are UTF-8, else the encodings that Arabic files are found in. */
function decodings(bytes: Uint8Array): string[] {
  const zeros = bytes.filter((byte) => byte === 0).length;
  const utf8 = zeros === 0 ? decode('utf-8', bytes) : null;
  if (utf8 !== null) return [utf8];
  // In UTF-16 Arabic letters have 06 for one of their bytes, spaces 00; a one-byte encoding has neither.
  const sixes = bytes.filter((byte) => byte === 6).length;
  if (sixes * 4 > bytes.length) {
    return ['utf-16le', 'utf-16be'].map((encoding) => decode(encoding, bytes)).filter((text) => text !== null);
  }
  const windows = zeros === 0 ? decode('windows-1256', bytes) : null;
  return windows === null ? [] : [windows];
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
