/**
 * Articles read in a worker, from their files to the lines in which they are kept (facts-record.ts): the thread that answers requests
 * gets a few bytes of each, and neither waits for the disk nor walks through what was recognised.
 */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import { outlineOf } from './article.ts';
import { Unreadable } from './door.ts';
import { decodeText, isDecoded } from './encoding.ts';
import { recordLine } from './facts-record.ts';
import type { FileProblem } from './problems.ts';
import { NowReader } from './read-now.ts';
import { textHash } from './texts.ts';

/** Files that a worker is to read. */
export interface FilesToRead {
  /** An absolute path of the system. */
  readonly folder: string;
  /** `given`: the article's day where something else than the text says it. */
  readonly files: readonly { readonly path: ArticlePath; readonly given: IsoDate | null }[];
}

/** What came of one file, or why there is nothing of it. */
export type FileRead =
  | {
      /** Of its line. */
      readonly bytes: number;
      /** The date that the text states, with or without a year. */
      readonly date: IsoDate | null;
    }
  | FileProblem
  /** It has to be read in the ordinary way: it is long, a link, being written, or the disk takes its time. */
  | 'otherwise'
  /** A defect, with its stack. */
  | { readonly defect: string };

export interface FilesRead {
  /** One for each file. */
  readonly read: readonly FileRead[];
  /** The lines, one behind the other. */
  readonly lines: Uint8Array<ArrayBuffer>;
  /** Whether the disk kept this thread waiting. */
  readonly isSlow: boolean;
}

/** A longer file (bytes) is read by itself, so that the others need not wait for it. */
const LONG_FILE = 200_000;

/** A disk that takes longer (ms) for one file is read several files at a time, without a thread waiting for each. */
const SLOW_FILE = 250;

/** A file written within this time (ms) before it was read may be written again without its time telling: clocks of disks are coarse. */
export const JUST_WRITTEN = 2000;

type Recognize = (text: string, given: IsoDate | null) => ArticleFacts;

/** Never throws. */
export function readArticles({ folder, files }: FilesToRead, recognize: Recognize): FilesRead {
  const door = new NowReader(folder);
  const lines: Buffer[] = [];
  const read: FileRead[] = [];
  let isSlow = false;
  for (const { path, given } of files) {
    if (isSlow) {
      read.push('otherwise');
      continue;
    }
    const started = performance.now();
    const file = readFile(door, path);
    isSlow = performance.now() - started > SLOW_FILE;
    if (file === 'otherwise' || 'code' in file) {
      read.push(file);
      continue;
    }
    try {
      const { text, encoding, stamp } = file;
      const facts = recognize(text, given);
      const outline = outlineOf(text, encoding, facts, textHash(text));
      const line = Buffer.from(recordLine({ path, stamp, given, outline, json: JSON.stringify(facts) }));
      lines.push(line);
      read.push({ bytes: line.length, date: facts.date?.value ?? null });
    } catch (error) {
      read.push({ defect: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  return { read, lines: joined(lines), isSlow };
}

function readFile(door: NowReader, path: ArticlePath) {
  // Before the file is read: what is written later shows.
  const stamp = door.stamp(path);
  if (stamp === null || stamp.size > LONG_FILE) return 'otherwise';
  const isSettled = stamp.modified < Date.now() - JUST_WRITTEN;
  try {
    const bytes = door.read(path, LONG_FILE);
    if (bytes.length !== stamp.size) return 'otherwise';
    const decoded = decodeText(bytes);
    if (!isDecoded(decoded)) return decoded;
    return { ...decoded, stamp: { size: stamp.size, modified: isSettled ? stamp.modified : null } };
  } catch (error) {
    return error instanceof Unreadable ? error.problem : ({ code: 'system', error: String(error) } as const);
  }
}

/** In memory of their own, which can be handed over to another thread. */
function joined(parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
