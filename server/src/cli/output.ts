/** Where output goes: UTF-8, in pieces, waiting where a reader is slow and quiet where it has gone. */
import { once } from 'node:events';

/** Writes piece by piece to standard output. */
export async function print(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

/** One line on standard error. */
export function complain(message: string): void {
  process.stderr.write(
    `fihris: ${inTerminal(message)
      .split('\n')
      .map((line) => line.trim())
      .join(' ')}\n`,
  );
}

/**
 * A reader that has read enough (`fihris export … | head`) closes the pipe: that is the end, and no failure.
 * Any other error of the output is one.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}

/**
 * Text of articles and file names for a terminal: what it would take for commands (escape sequences of C0 and C1 controls) and what
 * would reorder the text around it (direction overrides and isolates without an end) becomes U+FFFD.
 */
export function inTerminal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\0-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/g, '\uFFFD');
}
