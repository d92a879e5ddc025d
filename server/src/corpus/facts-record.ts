/**
 * The lines in which facts are kept on disk, in the cache and in prebuilt indexes alike:
 *
 *     fihris-facts 1 RECIPE
 *     CHECKSUM HEAD<tab>FACTS
 *
 * HEAD and FACTS are JSON, so no line or tab is inside them; HEAD is all that a snapshot needs of an article but its facts. CHECKSUM is
 * the CRC-32 of the rest of the line, eight hexadecimal digits. A line that is cut off or damaged is none, and takes no other with it.
 */
import { crc32 } from 'node:zlib';
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Outline } from './article.ts';
import type { Stamp } from './door.ts';

/** Of this layout. What is in the facts is the recipe's matter. */
const MAGIC = 'fihris-facts 1 ';

/** What a line says of an article beside its facts. */
export interface Head {
  readonly path: ArticlePath;
  /** Of the file when it was read. `modified` is null where that does not prove that it is unchanged. */
  readonly stamp: { readonly size: number; readonly modified: number | null };
  /** The date from outside the text that the facts were read with. */
  readonly given: IsoDate | null;
  readonly outline: Outline;
}

/** A head with its facts still in JSON. */
export interface FactsRecord extends Head {
  readonly json: string;
}

/** A record with the line that it was read from, without its line break. */
export interface LineRecord extends FactsRecord {
  readonly line: Buffer;
}

/** `recipe`: what the facts were made with (see recipe.ts); a file of another one is worth nothing. */
export const headerLine = (recipe: string): string => `${MAGIC}${recipe}\n`;

export function recordLine({ path, stamp, given, outline, json }: FactsRecord): string {
  const { hash, length, lineStarts, title, encoding } = outline;
  // Lines by how long they are: shorter to write than where they start.
  const lines = lineStarts.slice(1).map((start, index) => start - (lineStarts[index] ?? 0));
  const { size, modified } = stamp;
  const head = JSON.stringify([path, size, modified, given, hash, length, encoding, title, lines]);
  const rest = `${head}\t${json}`;
  return `${checksum(rest)} ${rest}\n`;
}

const checksum = (content: string | Uint8Array): string => crc32(content).toString(16).padStart(8, '0');

const NEWLINE = 0x0a;
const TAB = 0x09;
/** Eight digits and a space. */
const PREFIX = 9;

/** The recipe in the first line of a file; null where it is no file of facts. */
export function recipeOf(bytes: Uint8Array): string | null {
  const end = bytes.indexOf(NEWLINE);
  const first = Buffer.from(bytes.subarray(0, Math.max(0, Math.min(end, 256)))).toString('latin1');
  return end >= 0 && first.startsWith(MAGIC) ? first.slice(MAGIC.length) : null;
}

/** Where a line lies in a file's bytes, without its line break. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** The whole lines after the first. What stands behind the last line break was cut off. */
export function* recordSpans(bytes: Buffer): Generator<LineSpan> {
  let start = bytes.indexOf(NEWLINE) + 1;
  for (let end = bytes.indexOf(NEWLINE, start); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    yield { start, end };
    start = end + 1;
  }
}

/** Whether a line is what was written. */
export const isWhole = (line: Buffer): boolean =>
  line.toString('latin1', 0, PREFIX) === `${checksum(line.subarray(PREFIX))} `;

/** The path of the article on a line, without looking at the rest: whether that is whole is seen when it is wanted. */
export function pathOf(line: Buffer): ArticlePath | null {
  const start = line.indexOf('["');
  const end = line.indexOf('",', start);
  if (start !== PREFIX || end < 0) return null;
  try {
    const path: unknown = JSON.parse(line.toString('utf8', start + 1, end + 1));
    return typeof path === 'string' ? path : null;
  } catch {
    return null;
  }
}

/** The record on one line; null where it is damaged. */
export function parseRecord(line: Buffer): LineRecord | null {
  const tab = line.indexOf(TAB);
  if (tab < PREFIX || !isWhole(line)) return null;
  try {
    const head: unknown = JSON.parse(line.toString('utf8', PREFIX, tab));
    return headFrom(head, line);
  } catch {
    return null;
  }
}

/** Whoever writes a right checksum over a wrong head is a defect, but none that should end a server. */
function headFrom(head: unknown, line: Buffer): LineRecord | null {
  if (!Array.isArray(head)) return null;
  const [path, size, modified, given, hash, length, encoding, title, lines] = head;
  if ([path, hash, encoding, title].some((each) => typeof each !== 'string')) return null;
  if (typeof size !== 'number' || typeof length !== 'number' || !Array.isArray(lines)) return null;
  const lineStarts = [0];
  let start = 0;
  for (const line of lines) {
    start += Number(line);
    lineStarts.push(start);
  }
  // A copy takes no more than it holds.
  const outline: Outline = { hash, length, lineStarts: lineStarts.slice(), title, encoding };
  return {
    path,
    stamp: { size, modified: typeof modified === 'number' ? modified : null },
    given: typeof given === 'string' ? given : null,
    outline,
    json: line.toString('utf8', line.indexOf(TAB) + 1),
    line,
  };
}

/** Whether a file with this stamp is the one that the facts were read from. */
export const isUnchanged = (record: Head, stamp: Stamp | null): boolean =>
  stamp !== null && stamp.size === record.stamp.size && stamp.modified === record.stamp.modified;

export const factsOf = ({ json }: FactsRecord): ArticleFacts => JSON.parse(json) as ArticleFacts;
