/**
 * What was read of the articles of one folder, kept between sessions: a folder of segments (see facts-record.ts), in the editor's or the
 * user's storage and never beside the articles.
 *
 * A segment is written whole under a passing name, brought to the disk, and only then given its own, so nobody ever sees half of one.
 * Windows that have the same folder open write segments of their own names. Which of two records of an article is newer does not
 * matter: whoever reads one compares it with the file. So the worst that damage, another window or a full disk can do is to cost time.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticlePath } from '../resolve/entities.ts';
import type { OutlinedArticle } from './article.ts';
import type { FileDoor, Stamp } from './door.ts';
import {
  type FactsRecord,
  headerLine,
  isUnchanged,
  type LineRecord,
  parseRecord,
  pathOf,
  recipeOf,
  recordLine,
  recordSpans,
} from './facts-record.ts';
import { type CorpusToKeep, KeptCorpus, type KeptLine, writeCorpus } from './kept-corpus.ts';
import type { KeptFacts } from './kept-facts.ts';
import { LineContent } from './line-content.ts';

export interface FactsCacheOptions {
  /** The folder for the caches of all corpora; made where it is missing. */
  readonly storage: string;
  /** The corpus folder, by its absolute path. */
  readonly corpus: string;
  /** What facts are made with here (see recipe.ts); null where that is not known, and nothing can be kept. */
  readonly recipe: Promise<string | null>;
  /** What resolution is made with here; null where that is not known, and only facts are kept. */
  readonly programs?: Promise<string | null>;
  /** Told once where nothing can be written: what is read goes on without being kept. */
  readonly onProblem?: (problem: string) => void;
  /** Bytes of all caches together; the corpora used longest ago go first. */
  readonly limit?: number;
}

/** Some 400,000 articles. */
const LIMIT = 1_000_000_000;

/** So many bytes are gathered before a segment is written while many articles are read: what a crash may cost. */
const SEGMENT = 5_000_000;

/** A segment that saved files are added to is written anew each time, up to this length (bytes). */
const OPEN_SEGMENT = 300_000;

/** Lines that are written anew are gathered up to this length (bytes). */
const CARRIED_AT_ONCE = 25_000_000;

/** More segments than this are made one at the next start. */
const MOST_SEGMENTS = 12;

/** Saving all files makes one segment, not many (ms). */
const WRITE_AFTER = 1000;

/** What crashed sessions and other versions left lies for so long (ms): they may be running still. */
const LEFT_FOR = 7 * 86_400_000;

const SEGMENT_NAME = /^[0-9a-z-]+\.facts$/;
const PASSING_NAME = /\.tmp$/;

const LINE_BREAK = Buffer.from('\n');

interface Found {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

export class FactsCache implements KeptFacts {
  readonly #storage: string;
  readonly #folder: string;
  readonly #recipeKnown: Promise<string | null>;
  #recipe = '';
  readonly #limit: number;
  readonly #onProblem: (problem: string) => void;
  /** Lines of the segments that were there, by article; empty once all articles are read. */
  #found = new Map<ArticlePath, Found>();
  /** Names of the segments that `#found` is from, and their bytes. */
  #segments: string[] = [];
  #segmentBytes = 0;
  /** Lines not yet written, by article. */
  #pending = new Map<ArticlePath, Buffer>();
  #pendingLength = 0;
  /** The segment that lines are added to. */
  #current: { readonly name: string; readonly lines: Map<ArticlePath, Buffer>; length: number } | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Writings happen one after another. */
  #writing: Promise<void> = Promise.resolve();
  #state: 'new' | 'open' | 'broken' | 'closed' = 'new';
  #names = 0;
  readonly #programsKnown: Promise<string | null>;
  #programs: string | null = null;
  /** All that the last session knew; taken up by the corpus. */
  #whole: { readonly name: string; readonly corpus: KeptCorpus } | null = null;
  /** Segments older than that, which nobody needs. */
  #superseded: string[] = [];
  /** Where the lines are that this session has written or found, by article. */
  readonly #written = new Map<
    ArticlePath,
    { readonly name: string; readonly start: number; readonly length: number }
  >();

  constructor({ storage, corpus, recipe, programs, onProblem, limit = LIMIT }: FactsCacheOptions) {
    this.#storage = join(storage, 'facts');
    this.#folder = join(this.#storage, createHash('sha256').update(corpus).digest('hex').slice(0, 24));
    this.#recipeKnown = recipe;
    this.#programsKnown = programs ?? Promise.resolve(null);
    this.#limit = limit;
    this.#onProblem = onProblem ?? (() => {});
  }

  /** Reads what is kept. What cannot be read, or is of another recipe, is as good as not there. Never rejects. */
  async open(_door?: FileDoor): Promise<void> {
    const recipe = await this.#recipeKnown.catch(() => null);
    if (this.#state === 'new' && recipe !== null) this.#state = 'open';
    if (recipe === null || this.#state !== 'open') return;
    this.#recipe = recipe;
    this.#programs = await this.#programsKnown.catch(() => null);
    const names = await segmentsIn(this.#folder);
    for (const name of [...names].reverse()) {
      if (this.#programs === null) break;
      const corpus = KeptCorpus.open(join(this.#folder, name), recipe, this.#programs);
      if (corpus === null) continue;
      this.#whole = { name, corpus };
      this.#superseded = names.filter((each) => each < name);
      break;
    }
    for (const name of names) {
      if (this.#whole !== null && name <= this.#whole.name) continue;
      const bytes = await readFile(join(this.#folder, name)).catch(() => null);
      if (bytes === null || recipeOf(bytes) !== this.#recipe) continue;
      this.#segments.push(name);
      this.#segmentBytes += bytes.length;
      for (const { start, end } of recordSpans(bytes)) {
        const path = pathOf(bytes.subarray(start, end));
        if (path === null) continue;
        this.#found.set(path, { bytes, start, end });
        this.#written.set(path, { name, start, length: end + 1 - start });
      }
    }
    const now = new Date();
    void utimes(this.#folder, now, now).catch(() => {});
  }

  /** Whether an earlier session kept anything here. */
  get isThere(): boolean {
    return existsSync(this.#folder);
  }

  /** All that the last session knew, if that was kept. */
  get whole(): KeptCorpus | null {
    return this.#whole?.corpus ?? null;
  }

  /** Whether anything is kept of an article. */
  has(path: ArticlePath): boolean {
    return this.#found.has(path) || this.#whole?.corpus.number(path) !== undefined;
  }

  /** What is kept of an article; undefined where nothing whole is. */
  find(path: ArticlePath): LineRecord | undefined {
    const found = this.#found.get(path);
    const newer = found && parseRecord(found.bytes.subarray(found.start, found.end));
    if (newer) return newer;
    const number = this.#whole?.corpus.number(path);
    return number === undefined ? undefined : (this.#whole?.corpus.record(number) ?? undefined);
  }

  isCurrent(record: FactsRecord, stamp: Stamp | null): boolean {
    return isUnchanged(record, stamp);
  }

  /** Keeps what was just read of an article; written soon, together with what else comes. */
  keep(record: FactsRecord): void {
    if (this.#state === 'open') this.keepLine(record.path, Buffer.from(recordLine(record)));
  }

  /** As `keep`: `line` is that of the record, with its line break. */
  keepLine(path: ArticlePath, line: Buffer): void {
    if (this.#state !== 'open') return;
    this.#pendingLength += line.length - (this.#pending.get(path)?.length ?? 0);
    this.#pending.set(path, line);
    if (this.#pendingLength >= SEGMENT) void this.flush();
    else
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        void this.flush();
      }, WRITE_AFTER).unref();
  }

  /**
   * All articles are read: what was found is not needed any longer. Many segments, or ones that mostly hold what is no more, are made
   * one; `isLive`: whether there is such an article. Done where all is written. Never rejects.
   */
  async settle(isLive: (path: ArticlePath) => boolean): Promise<void> {
    const found = this.#found;
    const segments = this.#segments;
    this.#found = new Map();
    this.#segments = [];
    if (this.#state !== 'open') return;
    const live = [...found].filter(([path]) => isLive(path) && !this.#pending.has(path));
    const bytes = live.reduce((sum, [, { start, end }]) => sum + end + 1 - start, 0);
    if (segments.length > MOST_SEGMENTS || bytes < this.#segmentBytes / 2) {
      const lines = live.map(([path, { bytes, start, end }]) => [path, bytes.subarray(start, end + 1)] as const);
      await this.#inTurn(async () => {
        if (lines.length > 0) await this.#write(this.#newName(), lines);
        for (const name of segments) await rm(join(this.#folder, name), { force: true });
      });
    }
    this.#segmentBytes = 0;
    const superseded = this.#superseded.splice(0);
    await this.#inTurn(async () => {
      for (const name of superseded) await rm(join(this.#folder, name), { force: true });
    });
    await this.flush();
    await this.#inTurn(() => this.#tidy());
  }

  /** Writes what is pending. Never rejects. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#inTurn(async () => {
      const current = this.#take();
      if (current !== null) await this.#write(current.name, [...current.lines]);
    });
  }

  /** Writes what is pending, at once, and nothing after that. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const current = this.#state === 'open' ? this.#take() : null;
    this.#state = 'closed';
    this.#found = new Map();
    if (current === null) return;
    const passing = join(this.#folder, `${this.#newName()}.tmp`);
    try {
      mkdirSync(this.#folder, { recursive: true });
      const file = openSync(passing, 'wx');
      try {
        writeAll(file, Buffer.concat([Buffer.from(headerLine(this.#recipe)), ...current.lines.values()]));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(passing, join(this.#folder, current.name));
    } catch {
      // Nobody is there any more to be told; the next session reads these articles again.
      rmSync(passing, { force: true });
    }
  }

  /** The segment to be written now, with what is pending; null where nothing is. One that is long enough is not added to again. */
  #take(): { readonly name: string; readonly lines: ReadonlyMap<ArticlePath, Buffer> } | null {
    if (this.#pending.size === 0) return null;
    this.#current ??= { name: this.#newName(), lines: new Map(), length: 0 };
    const current = this.#current;
    for (const [path, line] of this.#pending) current.lines.set(path, line);
    current.length += this.#pendingLength;
    if (current.length > OPEN_SEGMENT) this.#current = null;
    this.#pending = new Map();
    this.#pendingLength = 0;
    return current;
  }

  /** In the order of their making, as far as clocks go; no two alike, whoever else writes here. */
  #newName(): string {
    const time = Date.now().toString(36).padStart(9, '0');
    return `${time}-${(this.#names++).toString(36).padStart(4, '0')}-${randomBytes(6).toString('hex')}.facts`;
  }

  async #write(name: string, lines: readonly (readonly [ArticlePath, Uint8Array])[]): Promise<void> {
    const header = Buffer.from(headerLine(this.#recipe));
    await this.#writeWhole(name, async (file) => {
      await file.writeFile(Buffer.concat([header, ...lines.map(([, line]) => line)]));
      await file.sync();
    });
    let start = header.length;
    for (const [path, { length }] of lines) {
      this.#written.set(path, { name, start, length });
      start += length;
    }
  }

  /** Nobody sees the file before `write` is done. */
  async #writeWhole(name: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
    const passing = join(this.#folder, `${name}.tmp`);
    try {
      await mkdir(this.#folder, { recursive: true });
      const file = await open(passing, 'w');
      try {
        await write(file);
      } finally {
        await file.close();
      }
      await rename(passing, join(this.#folder, name));
    } catch (error) {
      await rm(passing, { force: true }).catch(() => {});
      throw error;
    }
  }

  /** Whether all of a corpus can be kept. */
  get keepsAll(): boolean {
    return this.#state === 'open' && this.#programs !== null;
  }

  /**
   * Keeps all of a corpus in one file, in place of all that was kept before. Gives it as the next session will find it; null where it
   * could not be written. Never rejects.
   */
  async keepAll(corpus: Omit<CorpusToKeep, 'line'>): Promise<KeptCorpus | null> {
    const programs = this.#programs;
    if (!this.keepsAll || programs === null) return null;
    await this.flush();
    let kept: KeptCorpus | null = null;
    await this.#inTurn(async () => {
      const before = new Set([...this.#written.values()].map(({ name }) => name));
      const old = this.#whole;
      this.#current = null;
      const name = this.#newName();
      const segments = new Segments(this.#folder);
      try {
        const line = (path: ArticlePath) => this.#lineOf(corpus.article(path), segments);
        await this.#writeWhole(name, (file) => writeCorpus(file, this.#recipe, programs, { ...corpus, line }));
        const opened = KeptCorpus.open(join(this.#folder, name), this.#recipe, programs);
        if (opened === null) return;
        await this.#carryOver(before, opened, segments);
        kept = opened;
      } finally {
        segments.close();
      }
      this.#whole = { name, corpus: kept };
      for (const each of [...before, ...(old === null ? [] : [old.name])])
        await rm(join(this.#folder, each), { force: true });
      // The corpus still reads from the file that it was opened from, until it has taken this one up.
    });
    return kept;
  }

  /** Writes anew, behind what is now kept of the others, the lines of articles that are not in the index yet. */
  async #carryOver(before: ReadonlySet<string>, kept: KeptCorpus, segments: Segments): Promise<void> {
    let lines: [ArticlePath, Buffer][] = [];
    let length = 0;
    const write = async () => {
      if (lines.length > 0) await this.#write(this.#newName(), lines);
      lines = [];
      length = 0;
    };
    for (const [path, { name, start, length: size }] of [...this.#written]) {
      if (!before.has(name)) continue;
      this.#written.delete(path);
      const line = kept.number(path) === undefined ? segments.read(name, start, size) : null;
      if (line === null) continue;
      lines.push([path, line]);
      length += size;
      if (length > CARRIED_AT_ONCE) await write();
    }
    await write();
  }

  /** The line of an article as it is now. */
  #lineOf(article: OutlinedArticle, segments: Segments): KeptLine | null {
    const { content } = article;
    const held =
      content instanceof LineContent
        ? { bytes: Buffer.concat([content.line, LINE_BREAK]), stamp: content.stamp }
        : null;
    const written = this.#written.get(article.path);
    if (written === undefined) {
      const whole = this.#whole?.corpus;
      const number = whole?.number(article.path);
      return number === undefined || whole?.isOf(article) !== true ? held : whole.line(number);
    }
    const bytes = segments.read(written.name, written.start, written.length);
    const record = bytes && parseRecord(bytes.subarray(0, -1));
    const isSame = record?.outline.hash === article.hash && record.given === article.given;
    return bytes !== null && isSame ? { bytes, stamp: record.stamp } : held;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      if (this.#state !== 'open') return;
      try {
        await work();
      } catch (error) {
        this.#state = 'broken';
        this.#pending = new Map();
        this.#current = null;
        const { code, message } = error as NodeJS.ErrnoException;
        this.#onProblem(`${this.#folder}: ${code ?? message}`);
      }
    });
    return this.#writing;
  }

  /** Takes away what is too much: leftovers, then the caches of the corpora used longest ago, then this one's oldest segments. */
  async #tidy(): Promise<void> {
    const now = Date.now();
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = join(this.#folder, name);
      const found = await stat(file).catch(() => null);
      if (found === null || now - found.mtimeMs < LEFT_FOR) continue;
      if (PASSING_NAME.test(name) || (SEGMENT_NAME.test(name) && !(await this.#isOwn(file))))
        await rm(file, { force: true });
    }
    const others: { folder: string; used: number; size: number }[] = [];
    let own: { file: string; size: number }[] = [];
    for (const name of await readdir(this.#storage).catch(() => [])) {
      const folder = join(this.#storage, name);
      const files = await sizes(folder);
      if (folder === this.#folder) own = files;
      else {
        const used = (await stat(folder).catch(() => null))?.mtimeMs ?? 0;
        others.push({ folder, used, size: total(files) });
      }
    }
    let over = total(own) + total(others) - this.#limit;
    for (const { folder, size } of others.sort((a, b) => a.used - b.used)) {
      if (over <= 0) return;
      await rm(folder, { recursive: true, force: true });
      over -= size;
    }
    for (const { file, size } of own) {
      if (over <= 0) return;
      await rm(file, { force: true });
      over -= size;
    }
  }

  async #isOwn(file: string): Promise<boolean> {
    const handle = await open(file).catch(() => null);
    if (handle === null) return true;
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
      return recipeOf(buffer.subarray(0, bytesRead)) === this.#recipe;
    } finally {
      await handle.close();
    }
  }
}

/** Names of segments in a folder, the oldest first. */
async function segmentsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => SEGMENT_NAME.test(name)).sort();
}

/** Segments that are read here and there. */
class Segments {
  readonly #folder: string;
  readonly #files = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null where they are not there. */
  read(name: string, start: number, length: number): Buffer | null {
    try {
      const file = this.#files.get(name) ?? openSync(join(this.#folder, name), 'r');
      this.#files.set(name, file);
      const bytes = Buffer.allocUnsafe(length);
      return readSync(file, bytes, 0, length, start) === length ? bytes : null;
    } catch {
      return null;
    }
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
  }
}

async function sizes(folder: string): Promise<{ file: string; size: number }[]> {
  const files: { file: string; size: number }[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null) files.push({ file, size: found.size });
  }
  return files;
}

const total = (all: readonly { readonly size: number }[]): number => all.reduce((sum, { size }) => sum + size, 0);

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
