/** What the command `fihris.open` accepts: it is called from links in cards, so nothing about its argument is taken on trust. */
import type { WireLocation, WireRange } from '../../server/src/lsp/requests.ts';

/** The argument as a location, or null where it is not shaped like one. The file itself is not looked at. */
export function locationOf(argument: unknown): WireLocation | null {
  if (!isRecord(argument) || typeof argument.uri !== 'string' || !isRange(argument.range)) return null;
  const { start, end } = argument.range;
  return {
    uri: argument.uri,
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}

/** Whether a decoded path climbs: `/corpus/../secret` begins like a path of the corpus and is none. */
export function climbs(path: string): boolean {
  return path.split(/[/\\]/).includes('..');
}

function isRange(value: unknown): value is WireRange {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is WireRange['start'] {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

/** Lines and characters are numbered by an unsigned 31-bit integer (LSP's uinteger). */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
