/**
 * A prebuilt index: one file of facts made elsewhere (`fihris facts`, `fihris resolve`), from which a corpus is opened without reading
 * its articles. It is taken for a folder only if a sample of the files holds the very texts that the facts were read from.
 */
import { readFile, stat } from 'node:fs/promises';
import type { ArticlePath } from '../resolve/entities.ts';
import type { FileDoor, Stamp } from './door.ts';
import { decodeText, isDecoded } from './encoding.ts';
import { type FactsRecord, type LineRecord, parseRecord, pathOf, recipeOf, recordSpans } from './facts-record.ts';
import type { KeptFacts } from './kept-facts.ts';
import { textHash } from './texts.ts';

/** So many articles, spread evenly over those of the folder that the index has, are compared with it. */
const SAMPLED = 8;

/** Bytes of a sampled article; a longer one is no proof. */
const SAMPLED_BYTES = 20_000_000;

export type IndexProblem = 'unreadable' | 'foreign' | 'version' | 'other-folder';

export class FactsIndex implements KeptFacts {
  readonly #file: string;
  readonly #recipe: Promise<string | null>;
  readonly #onProblem: (problem: IndexProblem) => void;
  /** Lines, by article: read when they are wanted. */
  #found = new Map<ArticlePath, Buffer>();
  #made = 0;

  /** `file`: a path of the system. `recipe`: what facts are made with here. `onProblem`: told why the index is not used. */
  constructor(file: string, recipe: Promise<string | null>, onProblem: (problem: IndexProblem) => void) {
    this.#file = file;
    this.#recipe = recipe;
    this.#onProblem = onProblem;
  }

  async open(door: FileDoor): Promise<void> {
    const problem = await this.#read();
    if (problem !== null) return this.#onProblem(problem);
    if (await this.#isOf(door)) return;
    this.#found = new Map();
    this.#onProblem('other-folder');
  }

  has(path: ArticlePath): boolean {
    return this.#found.has(path);
  }

  find(path: ArticlePath): LineRecord | undefined {
    const line = this.#found.get(path);
    return (line && parseRecord(line)) ?? undefined;
  }

  /** A file of as many bytes that was not written since the index was made. */
  isCurrent(record: FactsRecord, stamp: Stamp | null): boolean {
    return stamp !== null && stamp.size === record.stamp.size && stamp.modified <= this.#made;
  }

  async settle(): Promise<void> {
    this.#found = new Map();
  }

  close(): void {
    this.#found = new Map();
  }

  async #read(): Promise<IndexProblem | null> {
    let bytes: Buffer;
    try {
      bytes = await readFile(this.#file);
      this.#made = (await stat(this.#file)).mtimeMs;
    } catch {
      return 'unreadable';
    }
    const recipe = recipeOf(bytes);
    if (recipe === null) return 'foreign';
    if (recipe !== (await this.#recipe)) return 'version';
    for (const { start, end } of recordSpans(bytes)) {
      const line = bytes.subarray(start, end);
      const path = pathOf(line);
      if (path !== null) this.#found.set(path, line);
    }
    return null;
  }

  async #isOf(door: FileDoor): Promise<boolean> {
    const lines = [...this.#found.values()];
    const step = Math.max(1, lines.length / SAMPLED);
    for (let at = 0; at < lines.length; at += step) {
      const line = lines[Math.floor(at)];
      const record = line && (parseRecord(line) ?? undefined);
      const stamp = record && (await door.stamp(record.path));
      // Files may be missing, or newer than the index: these are read anyway.
      if (record === undefined || !this.isCurrent(record, stamp ?? null)) continue;
      const bytes = await door.read(record.path, SAMPLED_BYTES).catch(() => null);
      const decoded = bytes && decodeText(bytes);
      if (decoded && !(isDecoded(decoded) && textHash(decoded.text) === record.outline.hash)) return false;
    }
    return true;
  }
}
