/**
 * All that a session knows of a corpus in one file, so that the next one reads no article and resolves nothing anew: a segment of facts as
 * any other (facts-record.ts), behind whose last line stand columns of numbers, the places in each article, the state of resolution
 * (resolve/kept-state.ts), a manifest in JSON, and a footer of fixed length with a checksum of these. Where one byte of them is wrong they are as good as not
 * there, and the lines before them are what they are without.
 *
 * Lines are read when somebody asks for the facts in them. One that is damaged is made again from the file that it was read from.
 */
import { closeSync, fstatSync, openSync, read as readLater, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import { CompactMap, type Shelf } from '../resolve/compact-map.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import { ByteWriter, Places } from '../resolve/kept-bytes.ts';
import { type KeptArticles, readState, writeState } from '../resolve/kept-state.ts';
import type { State } from '../resolve/state.ts';
import {
  type ArticleContent,
  type ArticlePlaces,
  type Outline,
  OutlinedArticle,
  ownDate,
  placesOf,
} from './article.ts';
import type { Stamp } from './door.ts';
import {
  type FactsRecord,
  factsOf,
  headerLine,
  type LineRecord,
  parseRecord,
  recipeOf,
  recordLine,
} from './facts-record.ts';
import type { ArticleDate } from './snapshot.ts';
import type { Texts } from './texts.ts';

const MAGIC = 'fihris-state 3\n';
/** Where columns, places, state and manifest begin, the checksum of all these with where they begin, and the magic. */
const BEGINNINGS = 4 * 8;
const FOOTER = BEGINNINGS + 8 + 16;
/** Size and time of the file, start and length of the line. */
const COLUMNS = 4;
/** Facts that were read lately; a person of note stands in so many articles. */
const KEPT_CONTENTS = 2000;
const KEPT_ARTICLES = 512;
/** Bytes of lines that are worth reading ahead: those of some 12,000 articles. */
const MOST_AHEAD = 40_000_000;
/** Others come to their turn so often (ms) while all is written. */
const SLICE = 8;
/** Bytes gathered before they are written. */
const CHUNK = 1_000_000;

interface Manifest {
  /** What resolution was made with. */
  readonly programs: string;
  readonly paths: readonly ArticlePath[];
  /** By number, of the articles whose own date the text does not state: what does. */
  readonly dated: Readonly<Record<string, 'settings' | 'file name'>>;
  /** Dates that `fihris.yaml` gave. */
  readonly settingsDates: readonly (readonly [ArticlePath, IsoDate])[];
}

/** What is asked where a line is damaged or a text is wanted. */
export interface Originals {
  readonly texts: Texts;
  /** Reads an article of so many bytes again; null where it is no longer what it was. */
  read(path: ArticlePath, size: number): ArticleContent | null;
}

/** Of an article whose line is damaged while its file has changed: word of that is on its way. */
const NOTHING: ArticleContent = {
  outline: { hash: '', length: 0, lineStarts: [0], title: '', encoding: 'utf8' },
  facts: {
    direction: 'rtl',
    title: null,
    date: null,
    source: null,
    furniture: [],
    paragraphs: [],
    sentences: [],
    mentions: [],
    entities: [],
    dates: [],
    events: [],
  },
  given: null,
};

export class KeptCorpus implements KeptArticles {
  readonly paths: readonly ArticlePath[];
  readonly settingsDates: ReadonlyMap<ArticlePath, IsoDate>;
  readonly state: State;
  readonly articles: CompactMap<OutlinedArticle>;
  readonly #file: number;
  readonly #columns: Float64Array;
  readonly #places: Places;
  readonly #dated: Manifest['dated'];
  readonly #numbers: ReadonlyMap<ArticlePath, number>;
  readonly #contents = new Map<number, ArticleContent>();
  #originals: Originals | null = null;
  #ahead: Promise<void> | null = null;

  private constructor(
    file: number,
    columns: Float64Array,
    places: Buffer,
    { paths, dated, settingsDates }: Manifest,
    state: Buffer,
  ) {
    this.#file = file;
    this.#columns = columns;
    this.#places = new Places(places, 0);
    this.paths = paths;
    this.#dated = dated;
    this.settingsDates = new Map(settingsDates);
    this.#numbers = new Map(paths.map((path, number) => [path, number]));
    const read = readState(state, this);
    if (read === null) throw new Error('another layout');
    this.state = read;
    this.articles = CompactMap.fromShelf(new ArticleShelf(this));
    unused.register(this, file);
  }

  /** What lies in a file; null where it is no such file, damaged, or of another recipe or other programs. Never throws. */
  static open(path: string, recipe: string, programs: string): KeptCorpus | null {
    let file: number | null = null;
    try {
      file = openSync(path, 'r');
      const { size } = fstatSync(file);
      if (size < FOOTER) throw new Error('short');
      const footer = readAt(file, size - FOOTER, FOOTER);
      if (footer.toString('latin1', FOOTER - 16, FOOTER - 1) !== MAGIC) throw new Error('no state');
      if (recipeOf(readAt(file, 0, Math.min(256, size))) !== recipe) throw new Error('another recipe');
      const [start, placesAt, stateAt, manifestAt, checksum] = [0, 8, 16, 24, 32].map((at) =>
        footer.readDoubleLE(at),
      ) as [number, number, number, number, number];
      if (!(start >= 0 && start <= placesAt && placesAt <= stateAt && stateAt <= manifestAt && manifestAt <= size))
        throw new Error('beginnings');
      const bytes = readAt(file, start, size - FOOTER - start);
      if (crc32(footer.subarray(0, BEGINNINGS), crc32(bytes)) !== checksum) throw new Error('damaged');
      const manifest = JSON.parse(bytes.toString('utf8', manifestAt - start)) as Manifest;
      if (manifest.programs !== programs) throw new Error('other programs');
      const columns = new Float64Array(COLUMNS * manifest.paths.length);
      bytes.copy(Buffer.from(columns.buffer), 0, 0, columns.byteLength);
      const places = bytes.subarray(placesAt - start, stateAt - start);
      return new KeptCorpus(file, columns, places, manifest, bytes.subarray(stateAt - start, manifestAt - start));
    } catch {
      if (file !== null) closeSync(file);
      return null;
    }
  }

  /** Before anything is asked of its articles. */
  serve(originals: Originals): void {
    this.#originals = originals;
  }

  /** Takes over what `before` has read lately of articles that are the same here: what follows upon being kept anew waits for no disk. */
  inherit(before: KeptCorpus, isSame: (path: ArticlePath) => boolean): void {
    for (const [old, content] of before.#contents) {
      const path = before.paths[old] ?? '';
      const number = this.number(path);
      if (number !== undefined && isSame(path)) this.#contents.set(number, content);
    }
  }

  /**
   * Reads through the lines once, so that the system has them in its memory: from there one by one they cost a tenth of what it takes to
   * parse them, from a disk that has to look for each many times that. Asked again it does nothing: an edit reads no corpus.
   */
  readAhead(): Promise<void> {
    this.#ahead ??= this.#readThrough();
    return this.#ahead;
  }

  async #readThrough(): Promise<void> {
    const end = this.#linesEnd;
    if (end > MOST_AHEAD) return;
    const chunk = Buffer.allocUnsafeSlow(CHUNK);
    for (let at = 0; at < end; at += CHUNK) {
      const read = await new Promise<number>((done) =>
        readLater(this.#file, chunk, 0, CHUNK, at, (error, bytes) => done(error === null ? bytes : 0)),
      );
      if (read === 0) return;
    }
  }

  get #linesEnd(): number {
    const [start = 0, length = 0] = this.#columns.subarray(-2);
    return start + length;
  }

  number(path: ArticlePath): number | undefined {
    return this.#numbers.get(path);
  }

  /** Whether an article is the one that is kept here, and no later one of its path. */
  isOf(article: OutlinedArticle): boolean {
    return article.content instanceof KeptContent && article.content.corpus === this;
  }

  /** Whether a file with this stamp is the one that is kept. */
  isCurrent(number: number, stamp: Stamp | null): boolean {
    const at = COLUMNS * number;
    return stamp !== null && stamp.size === this.#columns[at] && stamp.modified === this.#columns[at + 1];
  }

  /** The line of an article; null where it cannot be read. */
  line(number: number): KeptLine | null {
    const [size = 0, modified = 0, start = 0, length = 0] = this.#columns.subarray(COLUMNS * number);
    try {
      const bytes = readAt(this.#file, start, length);
      return { bytes, stamp: { size, modified: Number.isNaN(modified) ? null : modified } };
    } catch {
      return null;
    }
  }

  record(number: number): LineRecord | null {
    const line = this.line(number);
    const record = line && parseRecord(line.bytes.subarray(0, -1));
    return record?.path === this.paths[number] ? record : null;
  }

  facts(number: number): ArticleFacts {
    return this.content(number).facts;
  }

  text(number: number): string {
    return this.articles.get(this.paths[number] ?? '')?.text ?? '';
  }

  places(number: number): ArticlePlaces {
    const reader = this.#places.reader(number);
    const length = reader.number();
    const lineStarts = [0];
    let at = 0;
    for (const line of reader.numbers()) {
      at += line;
      lineStarts.push(at);
    }
    const mentions = reader.numbers();
    // Each start by how far behind the last one it is, each end by how long the mention is.
    at = 0;
    for (let i = 0; i < mentions.length; i += 2) {
      at += unzigzag(mentions[i] ?? 0);
      mentions[i] = at;
      mentions[i + 1] = at + (mentions[i + 1] ?? 0);
    }
    return { length, lineStarts, mentions };
  }

  content(number: number): ArticleContent {
    let content = this.#contents.get(number);
    // The latest stand last.
    if (content !== undefined) this.#contents.delete(number);
    else content = this.#read(number);
    keep(this.#contents, KEPT_CONTENTS, number, content);
    return content;
  }

  #read(number: number): ArticleContent {
    try {
      const record = this.record(number);
      if (record !== null) return { outline: record.outline, facts: factsOf(record), given: record.given };
    } catch {
      // As a line that is damaged.
    }
    return this.#originals?.read(this.paths[number] ?? '', this.#columns[COLUMNS * number] ?? -1) ?? NOTHING;
  }

  /** The article with the date that it had when all was kept. */
  article(number: number): OutlinedArticle {
    const path = this.paths[number] ?? '';
    const { given, told } = this.state.articles.get(path) ?? {};
    const from = this.#dated[number];
    const date: ArticleDate | null =
      given == null || given.date === null
        ? null
        : { value: given.date, inferred: from !== undefined, ...(from && { from }) };
    const { texts } = this.#originals as Originals;
    return new OutlinedArticle(path, new KeptContent(this, number), date, texts).redated(told?.inference ?? null);
  }
}

/** What was read of an article, from its line. */
class KeptContent implements ArticleContent {
  readonly corpus: KeptCorpus;
  readonly #number: number;
  #places: ArticlePlaces | null = null;

  constructor(corpus: KeptCorpus, number: number) {
    this.corpus = corpus;
    this.#number = number;
  }

  get outline(): Outline {
    return this.corpus.content(this.#number).outline;
  }

  get facts(): ArticleFacts {
    return this.corpus.content(this.#number).facts;
  }

  get given(): IsoDate | null {
    return this.corpus.content(this.#number).given;
  }

  get places(): ArticlePlaces {
    this.#places ??= this.corpus.places(this.#number);
    return this.#places;
  }
}

/** A file stays open as long as some snapshot may ask for what is in it. */
const unused = new FinalizationRegistry<number>((file) => closeSync(file));

function keep<Key, Value>(kept: Map<Key, Value>, most: number, key: Key, value: Value): void {
  if (kept.size >= most) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
  kept.set(key, value);
}

class ArticleShelf implements Shelf<OutlinedArticle> {
  readonly #corpus: KeptCorpus;
  readonly #kept = new Map<ArticlePath, OutlinedArticle>();

  constructor(corpus: KeptCorpus) {
    this.#corpus = corpus;
  }

  get size(): number {
    return this.#corpus.paths.length;
  }

  get(path: ArticlePath): OutlinedArticle | undefined {
    const kept = this.#kept.get(path);
    if (kept !== undefined) return kept;
    const number = this.#corpus.number(path);
    if (number === undefined) return undefined;
    const article = this.#corpus.article(number);
    keep(this.#kept, KEPT_ARTICLES, path, article);
    return article;
  }

  has(path: ArticlePath): boolean {
    return this.#corpus.number(path) !== undefined;
  }

  keys(): Iterable<ArticlePath> {
    return this.#corpus.paths;
  }
}

/** What is written. */
export interface CorpusToKeep {
  readonly state: State;
  /** In the order of their code units. */
  readonly paths: readonly ArticlePath[];
  readonly settingsDates: ReadonlyMap<ArticlePath, IsoDate>;
  article(path: ArticlePath): OutlinedArticle;
  /** The line that was written of this article as it is; null where there is none. */
  line(path: ArticlePath): KeptLine | null;
  /** Lets others have their turn. */
  pause(): Promise<unknown>;
}

/** A line with its line break, and the stamp on it. */
export interface KeptLine {
  readonly bytes: Buffer;
  readonly stamp: FactsRecord['stamp'];
}

/** Of an article whose file was never seen, such as one that is being written: it will be read again. */
const NO_STAMP = { size: -1, modified: null };

/** Writes all of a corpus into a new file, in small pieces with pauses between them. */
export async function writeCorpus(
  file: FileHandle,
  recipe: string,
  programs: string,
  corpus: CorpusToKeep,
): Promise<void> {
  const { paths, state, settingsDates } = corpus;
  const columns = new Float64Array(COLUMNS * paths.length);
  const dated: Record<string, 'settings' | 'file name'> = {};
  let chunk: Buffer[] = [Buffer.from(headerLine(recipe))];
  let gathered = chunk[0]?.length ?? 0;
  let at = gathered;
  let slice = performance.now();
  for (const [number, path] of paths.entries()) {
    const article = corpus.article(path);
    const { bytes, stamp } = corpus.line(path) ?? newLine(article);
    columns.set([stamp.size, stamp.modified ?? Number.NaN, at, bytes.length], COLUMNS * number);
    const from = ownDate(article)?.from;
    if (typeof from === 'string') dated[number] = from;
    chunk.push(bytes);
    gathered += bytes.length;
    at += bytes.length;
    if (gathered >= CHUNK) {
      await file.writeFile(Buffer.concat(chunk));
      chunk = [];
      gathered = 0;
    }
    if (performance.now() - slice > SLICE) {
      await corpus.pause();
      slice = performance.now();
    }
  }
  const inSlices = async (writing: Generator<undefined, Buffer>): Promise<Buffer> => {
    for (;;) {
      const step = writing.next();
      if (step.done) return step.value;
      if (performance.now() - slice > SLICE) {
        await corpus.pause();
        slice = performance.now();
      }
    }
  };
  const places = await inSlices(writePlaces(corpus));
  const written = await inSlices(writeState(state, paths));
  const manifest = { programs, paths, dated, settingsDates: [...settingsDates] } satisfies Manifest;
  const parts = [Buffer.from(columns.buffer), places, written, Buffer.from(JSON.stringify(manifest))] as const;
  const footer = Buffer.alloc(FOOTER);
  for (const [index, part] of parts.entries()) {
    footer.writeDoubleLE(at, 8 * index);
    at += part.length;
  }
  const checksum = parts.reduce((sum, part) => crc32(part, sum), 0);
  footer.writeDoubleLE(crc32(footer.subarray(0, BEGINNINGS), checksum), BEGINNINGS);
  footer.write(MAGIC, FOOTER - 16, 'latin1');
  await file.writeFile(Buffer.concat([...chunk, ...parts, footer]));
  await file.sync();
}

/** What `KeptCorpus.places` reads. */
function* writePlaces({ paths, article }: CorpusToKeep): Generator<undefined, Buffer> {
  const out = new ByteWriter();
  yield* out.slowTable(paths, (path) => {
    const { content } = article(path);
    const { length, lineStarts, mentions } = content.places ?? placesOf(content.outline, content.facts);
    out.number(length);
    out.numbers(lineStarts.slice(1).map((start, index) => start - (lineStarts[index] ?? 0)));
    out.number(mentions.length);
    let before = 0;
    for (let i = 0; i < mentions.length; i += 2) {
      const start = mentions[i] ?? 0;
      out.number(zigzag(start - before));
      out.number((mentions[i + 1] ?? 0) - start);
      before = start;
    }
  });
  return out.done();
}

/** Small numbers of either sign as small ones from 0. Most mentions stand behind the one before. */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

function newLine({ outline, facts, given, path }: OutlinedArticle): KeptLine {
  const record = { path, stamp: NO_STAMP, given, outline, json: JSON.stringify(facts) };
  return { bytes: Buffer.from(recordLine(record)), stamp: NO_STAMP };
}

function readAt(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, start + read);
    if (more === 0) throw new Error('cut off');
    read += more;
  }
  return bytes;
}
