/**
 * A state in bytes, to be kept between sessions, and a state on such bytes: what a session needs of it is read where it lies, the rest
 * never. What is changed afterwards lies above it (see CompactMap), so updating goes on from a kept state as from any other. The reader's
 * decisions are not in it: they are put upon it when it is taken up.
 *
 * Articles are known by their numbers in the order of their paths; facts are kept elsewhere.
 */
import type { ArticleFacts, IsoDate, LocalIndex, Manner } from '../recognize/facts.ts';
import type { AgreementItem } from './agreement-items.ts';
import { CompactMap, type Shelf } from './compact-map.ts';
import type { GroupedKind, Placement } from './describe.ts';
import type { ArticlePath, DateInference } from './entities.ts';
import { ByteReader, ByteWriter, isMany, KeyTable, Places } from './kept-bytes.ts';
import { byCodeUnit } from './keys.ts';
import type { OfficeStatement } from './office-statements.ts';
import type { RankStatement } from './rank-statements.ts';
import type { ResolvableArticle } from './resolver.ts';
import {
  type AgreementBlock,
  type ArticleRecord,
  type ByArticle,
  type Counts,
  type Group,
  type Index,
  type Node,
  type State,
  sharedList,
} from './state.ts';
import type { Dated, Told, ToldDate } from './told-dates.ts';

/** Of the layout of these bytes. What is in them is the matter of the programs, by whose hash they are known (corpus/recipe.ts). */
export const STATE_LAYOUT = 5;

/** Nodes, blocks and articles that were read lately and are asked for again and again. */
const KEPT_NODES = 2048;
const KEPT_BLOCKS = 256;
const KEPT_RECORDS = 4096;

const KINDS: readonly GroupedKind[] = ['person', 'office', 'organization', 'place'];
const INDEXES = ['namedAgreements', 'signedAgreements', 'pairs', 'words', 'holders', 'bodiesOf'] as const;
const BY_ARTICLE = ['locals', 'mentions', 'weak', 'open', 'events', 'told'] as const;
const COUNTS = ['forms', 'links', 'times'] as const;

const MANNERS: readonly Manner[] = ['acting', 'designate'];

const sortedKeys = (map: { keys(): Iterable<string> }): string[] => [...map.keys()].sort(byCodeUnit);

/**
 * The bytes of a state. `paths`: all its articles, in the order of their code units. Stops after every few entries, so that others come
 * to their turn; the last value is the bytes.
 */
export function* writeState(state: State, paths: readonly ArticlePath[]): Generator<undefined, Buffer> {
  const out = new ByteWriter();
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const sections: number[] = [];
  const section = () => sections.push(out.length);
  /** Where each node stands among those of its kind, and each group in it. */
  const nodes = new Map<string, { readonly index: number; readonly groups: ReadonlyMap<string, number> }>();

  const byArticle = (map: ByArticle<number>) => {
    const entries = [...map].map(([path, list]) => [numbers.get(path) ?? 0, list] as const).sort(([a], [b]) => a - b);
    out.number(entries.length);
    if (isMany(entries.length)) out.table(entries, ([number, list]) => writeListAt(out, number, list));
    else for (const [number, list] of entries) writeListAt(out, number, list);
  };
  const counts = (map: Counts) => {
    // Few are taken as they stand for the pairs of a CompactMap.
    const keys = isMany(map.size) ? sortedKeys(map) : [...map.keys()].sort(byCodeUnit);
    const write = (key: string) => {
      out.string(key);
      out.number(map.get(key) ?? 0);
    };
    out.number(keys.length);
    if (isMany(keys.length)) out.table(keys, write);
    else for (const key of keys) write(key);
  };
  const group = (of: Group) => {
    let present = 0;
    const fields = [...BY_ARTICLE, ...COUNTS];
    for (const [bit, field] of fields.entries()) if (!of[field].isEmpty()) present += 2 ** bit;
    out.number(present);
    for (const field of BY_ARTICLE) if (!of[field].isEmpty()) out.sized(() => byArticle(of[field]));
    for (const field of COUNTS) if (!of[field].isEmpty()) out.sized(() => counts(of[field]));
  };

  const placed = ({ kind, node, group: name }: Placement) => {
    const known = nodes.get(`${kind} ${node}`);
    out.number(known?.index ?? 0);
    out.number(known?.groups.get(name) ?? 0);
  };

  for (const kind of KINDS) {
    section();
    const keys = sortedKeys(state.nodes[kind]);
    for (const [index, key] of keys.entries()) nodes.set(`${kind} ${key}`, { index, groups: new Map() });
    yield* out.slowTable(keys, (key) => {
      out.string(key);
      const node: Node = state.nodes[kind].get(key) ?? CompactMap.empty();
      const groups = sortedKeys(node);
      const known = nodes.get(`${kind} ${key}`);
      if (known !== undefined)
        nodes.set(`${kind} ${key}`, { ...known, groups: new Map(groups.map((each, i) => [each, i])) });
      out.table(groups, (each) => {
        out.string(each);
        group(node.get(each) as Group);
      });
    });
  }
  for (const name of INDEXES) {
    section();
    const index = state[name];
    yield* out.slowTable(sortedKeys(index), (key) => {
      out.string(key);
      counts(index.get(key) ?? CompactMap.empty());
    });
  }
  section();
  yield* out.slowTable(sortedKeys(state.search.words), (key) => {
    out.string(key);
    counts(state.search.words.get(key) ?? CompactMap.empty());
  });
  section();
  yield* out.slowTable(sortedKeys(state.search.spellings), (key) => {
    out.string(key);
    const bucket: Index = state.search.spellings.get(key) ?? CompactMap.empty();
    out.table(sortedKeys(bucket), (spelling) => {
      out.string(spelling);
      counts(bucket.get(spelling) ?? CompactMap.empty());
    });
  });
  section();
  yield* out.slowTable(sortedKeys(state.agreements), (key) => {
    out.string(key);
    const slices = [...(state.agreements.get(key) ?? [])].map(([slice, items]) => [slice, [...items]]);
    out.string(JSON.stringify(slices));
  });
  section();
  yield* out.slowTable(sortedKeys(state.toldDates), (key) => {
    out.string(key);
    const told = state.toldDates.get(key);
    out.string(JSON.stringify([[...(told?.dated ?? [])], [...(told?.wanting.keys() ?? [])]]));
  });
  section();
  byArticle(state.encounters);
  yield;
  const stating = (map: { keys(): Iterable<ArticlePath> }) =>
    [...map.keys()].map((path) => [numbers.get(path) ?? 0, path] as const).sort(([a], [b]) => a - b);
  section();
  yield* out.slowTable(stating(state.officeStatements), ([number, path]) => {
    out.number(number);
    const statements = state.officeStatements.get(path) ?? [];
    out.number(statements.length);
    for (const { local, person, office, span, former, manner, title } of statements) {
      out.number(local);
      placed(person);
      placed(office);
      out.number(span.start);
      out.number(span.end - span.start);
      out.number(2 * (manner === null ? 0 : MANNERS.indexOf(manner) + 1) + Number(former));
      out.string(title);
    }
  });
  section();
  yield* out.slowTable(stating(state.rankStatements), ([number, path]) => {
    out.number(number);
    const statements = state.rankStatements.get(path) ?? [];
    out.number(statements.length);
    for (const { local, rank, span } of statements) {
      out.number(local);
      out.number(span.start);
      out.number(span.end - span.start);
      out.string(rank);
    }
  });
  section();
  yield* out.slowTable(paths, (path) => {
    const record = state.articles.get(path) as ArticleRecord;
    out.string(record.given.date ?? '');
    out.string(record.told === undefined ? '' : JSON.stringify(record.told.inference));
    out.strings([...record.countries]);
    out.strings([...record.offices]);
    out.numbers(record.agreements);
    out.number(record.placements.length);
    for (const placement of record.placements) {
      // 0: none; else its kind and where it is kept.
      out.number(placement === null ? 0 : KINDS.indexOf(placement.kind) + 1);
      if (placement !== null) placed(placement);
    }
  });
  const start = out.length;
  out.numbers(sections);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(start, 0);
  tail.writeUInt32LE(STATE_LAYOUT, 4);
  return Buffer.concat([out.done(), tail]);
}

function writeListAt(out: ByteWriter, number: number, list: readonly number[]): void {
  out.number(number);
  out.numbers(list);
}

/** What a kept state needs that is kept elsewhere, by the number of the article. */
export interface KeptArticles {
  /** In the order of their code units. */
  readonly paths: readonly ArticlePath[];
  number(path: ArticlePath): number | undefined;
  facts(number: number): ArticleFacts;
  text(number: number): string;
}

/** The state on bytes that `writeState` made; null where they are of another layout. */
export function readState(bytes: Buffer, articles: KeptArticles): State | null {
  if (bytes.length < 8 || bytes.readUInt32LE(bytes.length - 4) !== STATE_LAYOUT) return null;
  const reader = new Reading(bytes, articles);
  return reader.state(bytes.readUInt32LE(bytes.length - 8));
}

class Reading {
  readonly bytes: Buffer;
  readonly articles: KeptArticles;

  constructor(bytes: Buffer, articles: KeptArticles) {
    this.bytes = bytes;
    this.articles = articles;
  }

  state(at: number): State {
    const { bytes } = this;
    const sections = new ByteReader(bytes, at).numbers();
    const take = () => sections.shift() ?? 0;
    const tables = KINDS.map((kind) => ({ kind, at: take() }));
    const nodesOf = (kind: GroupedKind) => tables.find((table) => table.kind === kind)?.at ?? 0;
    const nodes = (kind: GroupedKind) =>
      CompactMap.fromShelf(new KeyTable(bytes, nodesOf(kind), this.node, KEPT_NODES));
    const index = (keep = 0): Index => CompactMap.fromShelf(new KeyTable(bytes, take(), this.counts, keep));
    const state = {
      nodes: {
        person: nodes('person'),
        office: nodes('office'),
        organization: nodes('organization'),
        place: nodes('place'),
      },
      namedAgreements: index(),
      signedAgreements: index(),
      pairs: index(),
      words: index(),
      holders: index(),
      bodiesOf: index(),
      search: {
        words: index(),
        spellings: CompactMap.fromShelf(new KeyTable(bytes, take(), this.spellings, KEPT_BLOCKS)),
      },
      agreements: CompactMap.fromShelf(new KeyTable(bytes, take(), this.agreementBlock, KEPT_BLOCKS)),
      toldDates: CompactMap.fromShelf(new KeyTable(bytes, take(), this.told)),
      encounters: this.byArticle(new ByteReader(bytes, take())),
    };
    const names = KINDS.map((kind) => new NodeNames(bytes, nodesOf(kind)));
    const officeStatements = CompactMap.fromShelf(
      new ArticleTable(new Places(bytes, take()), this.articles, (reader) => officeStatementsAt(reader, names)),
    );
    const rankStatements = CompactMap.fromShelf(
      new ArticleTable(new Places(bytes, take()), this.articles, rankStatementsAt),
    );
    const records = new RecordShelf(this.articles, new Places(bytes, take()), names);
    return { ...state, officeStatements, rankStatements, articles: CompactMap.fromShelf(records) };
  }

  readonly node = ({ at }: ByteReader): Node =>
    CompactMap.fromShelf(new KeyTable(this.bytes, at, this.group, KEPT_BLOCKS));

  readonly group = (reader: ByteReader): Group => new KeptGroup(reader, this);

  readonly counts = (reader: ByteReader): Counts => {
    const count = reader.number();
    if (isMany(count)) return CompactMap.fromShelf(new KeyTable(this.bytes, reader.at, (each) => each.number()));
    const pairs: (string | number)[] = [];
    for (let i = 0; i < count; i++) pairs.push(reader.string(), reader.number());
    return CompactMap.fromPairs<number>(pairs);
  };

  readonly spellings = ({ at }: ByteReader): Index => CompactMap.fromShelf(new KeyTable(this.bytes, at, this.counts));

  byArticle(reader: ByteReader): ByArticle<number> {
    const count = reader.number();
    if (isMany(count))
      return CompactMap.fromShelf(new ArticleTable(new Places(this.bytes, reader.at), this.articles, listAt));
    const pairs: (string | readonly number[])[] = [];
    for (let i = 0; i < count; i++) {
      const path = this.articles.paths[reader.number()] ?? '';
      pairs.push(path, sharedList(reader.numbers()));
    }
    return CompactMap.fromPairs<readonly number[]>(pairs);
  }

  readonly agreementBlock = (reader: ByteReader): AgreementBlock => {
    const slices = JSON.parse(reader.string()) as [string, [string, AgreementItem][]][];
    return CompactMap.of(slices.map(([slice, items]) => [slice, CompactMap.of(items)] as const));
  };

  readonly told = (reader: ByteReader): Told => {
    const [dated, wanting] = JSON.parse(reader.string()) as [[ArticlePath, Dated][], ArticlePath[]];
    return { dated: CompactMap.of(dated), wanting: CompactMap.of(wanting.map((path) => [path, true] as const)) };
  };
}

/** A group of which each part is read when it is asked for. */
class KeptGroup implements Group {
  readonly #reading: Reading;
  /** Where each part lies; 0 where it is empty. */
  readonly #places: readonly number[];
  readonly #made: (ByArticle<number> | Counts | undefined)[] = [];

  constructor(reader: ByteReader, reading: Reading) {
    this.#reading = reading;
    const present = reader.number();
    const places: number[] = [];
    for (let bit = 0; bit < BY_ARTICLE.length + COUNTS.length; bit++) {
      if ((present & (2 ** bit)) === 0) places.push(0);
      else {
        const size = reader.number();
        places.push(reader.at);
        reader.at += size;
      }
    }
    this.#places = places;
  }

  #lists(part: number): ByArticle<number> {
    const made = this.#made[part] as ByArticle<number> | undefined;
    if (made !== undefined) return made;
    const at = this.#places[part] ?? 0;
    const list = at === 0 ? CompactMap.empty<readonly number[]>() : this.#reading.byArticle(this.#reader(at));
    this.#made[part] = list;
    return list;
  }

  #counts(part: number): Counts {
    const made = this.#made[part] as Counts | undefined;
    if (made !== undefined) return made;
    const at = this.#places[part] ?? 0;
    const counts = at === 0 ? CompactMap.empty<number>() : this.#reading.counts(this.#reader(at));
    this.#made[part] = counts;
    return counts;
  }

  #reader(at: number): ByteReader {
    return new ByteReader(this.#reading.bytes, at);
  }

  get locals(): ByArticle<LocalIndex> {
    return this.#lists(0);
  }
  get mentions(): ByArticle<number> {
    return this.#lists(1);
  }
  get weak(): ByArticle<number> {
    return this.#lists(2);
  }
  get open(): ByArticle<number> {
    return this.#lists(3);
  }
  get events(): ByArticle<number> {
    return this.#lists(4);
  }
  get told(): ByArticle<LocalIndex> {
    return this.#lists(5);
  }
  get forms(): Counts {
    return this.#counts(6);
  }
  get links(): Counts {
    return this.#counts(7);
  }
  get times(): Counts {
    return this.#counts(8);
  }
}

const listAt = (reader: ByteReader): readonly number[] => sharedList(reader.numbers());

function officeStatementsAt(reader: ByteReader, names: readonly NodeNames[]): OfficeStatement[] {
  const at = (kind: GroupedKind) =>
    (names[KINDS.indexOf(kind)] as NodeNames).placement(kind, reader.number(), reader.number());
  return Array.from({ length: reader.number() }, () => {
    const local = reader.number();
    const person = at('person');
    const office = at('office');
    const start = reader.number();
    const span = { start, end: start + reader.number() };
    const how = reader.number();
    const manner = MANNERS[Math.floor(how / 2) - 1] ?? null;
    return { local, person, office, span, former: how % 2 === 1, manner, title: reader.string() };
  });
}

const rankStatementsAt = (reader: ByteReader): RankStatement[] =>
  Array.from({ length: reader.number() }, () => {
    const local = reader.number();
    const start = reader.number();
    const span = { start, end: start + reader.number() };
    return { local, rank: reader.string(), span };
  });

/** Values by the number of the article. */
class ArticleTable<Value> implements Shelf<Value> {
  readonly #places: Places;
  readonly #articles: KeptArticles;
  readonly #read: (reader: ByteReader) => Value;

  /** `read`: makes a value at the place behind the number. */
  constructor(places: Places, articles: KeptArticles, read: (reader: ByteReader) => Value) {
    this.#places = places;
    this.#articles = articles;
    this.#read = read;
  }

  get size(): number {
    return this.#places.size;
  }

  get(path: ArticlePath): Value | undefined {
    const reader = this.#find(path);
    return reader === null ? undefined : this.#read(reader);
  }

  has(path: ArticlePath): boolean {
    return this.#find(path) !== null;
  }

  *keys(): Generator<ArticlePath> {
    for (let index = 0; index < this.size; index++)
      yield this.#articles.paths[this.#places.reader(index).number()] ?? '';
  }

  *entries(): Generator<[ArticlePath, Value]> {
    for (let index = 0; index < this.size; index++) {
      const reader = this.#places.reader(index);
      yield [this.#articles.paths[reader.number()] ?? '', this.#read(reader)];
    }
  }

  #find(path: ArticlePath): ByteReader | null {
    const wanted = this.#articles.number(path);
    let low = 0;
    let high = wanted === undefined ? -1 : this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const reader = this.#places.reader(middle);
      const number = reader.number();
      if (number === wanted) return reader;
      if (number < (wanted ?? 0)) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }
}

/** Names of the nodes of a kind and of their groups, by where they stand. */
class NodeNames {
  readonly #nodes: Places;

  constructor(bytes: Buffer, at: number) {
    this.#nodes = new Places(bytes, at);
  }

  placement(kind: GroupedKind, index: number, group: number): Placement {
    const reader = this.#nodes.reader(index);
    const node = reader.string();
    return { kind, node, group: new Places(reader.bytes, reader.at).reader(group).string() };
  }
}

/** Articles by path. */
class RecordShelf implements Shelf<ArticleRecord> {
  readonly #articles: KeptArticles;
  readonly #places: Places;
  readonly #names: readonly NodeNames[];
  readonly #kept = new Map<number, ArticleRecord>();

  constructor(articles: KeptArticles, places: Places, names: readonly NodeNames[]) {
    this.#articles = articles;
    this.#places = places;
    this.#names = names;
  }

  get size(): number {
    return this.#places.size;
  }

  get(path: ArticlePath): ArticleRecord | undefined {
    const number = this.#articles.number(path);
    if (number === undefined) return undefined;
    let record = this.#kept.get(number);
    if (record === undefined) {
      record = new KeptRecord(number, this.#articles, this.#places.reader(number), this.#names);
      if (this.#kept.size >= KEPT_RECORDS) for (const oldest of this.#kept.keys()) if (this.#kept.delete(oldest)) break;
      this.#kept.set(number, record);
    }
    return record;
  }

  has(path: ArticlePath): boolean {
    return this.#articles.number(path) !== undefined;
  }

  keys(): Iterable<ArticlePath> {
    return this.#articles.paths;
  }
}

/** An article as it was given, its facts read when they are asked for. Whoever copies it takes them along. */
const keptGiven = (date: IsoDate | null, number: number, articles: KeptArticles): ResolvableArticle => ({
  date,
  get facts() {
    return articles.facts(number);
  },
  text: () => articles.text(number),
});

class KeptRecord implements ArticleRecord {
  readonly given: ResolvableArticle;
  readonly date: IsoDate | null;
  readonly told?: ToldDate;
  readonly decided = null;
  readonly #bytes: Buffer;
  readonly #at: number;
  readonly #names: readonly NodeNames[];
  #rest: Rest | null = null;

  constructor(number: number, articles: KeptArticles, reader: ByteReader, names: readonly NodeNames[]) {
    const own = reader.string() || null;
    const inference = reader.string();
    this.given = keptGiven(own, number, articles);
    this.date = own;
    if (inference !== '') {
      this.told = { own, inference: JSON.parse(inference) as DateInference };
      this.date = this.told.inference.value;
    }
    this.#bytes = reader.bytes;
    this.#at = reader.at;
    this.#names = names;
  }

  get facts(): ArticleFacts {
    return this.given.facts;
  }

  get countries(): ReadonlySet<string> {
    return this.#read().countries;
  }

  get offices(): ReadonlySet<string> {
    return this.#read().offices;
  }

  get agreements(): readonly LocalIndex[] {
    return this.#read().agreements;
  }

  get placements(): readonly (Placement | null)[] {
    return this.#read().placements;
  }

  #read(): Rest {
    if (this.#rest !== null) return this.#rest;
    const reader = new ByteReader(this.#bytes, this.#at);
    const countries = new Set(reader.strings());
    const offices = new Set(reader.strings());
    const agreements = reader.numbers();
    const placements = Array.from({ length: reader.number() }, () => {
      const kind = reader.number();
      if (kind === 0) return null;
      const [node, group] = [reader.number(), reader.number()];
      return this.#names[kind - 1]?.placement(KINDS[kind - 1] as GroupedKind, node, group) ?? null;
    });
    this.#rest = { countries, offices, agreements, placements };
    return this.#rest;
  }
}

/** What of an article is asked for less often than its date. */
type Rest = Pick<ArticleRecord, 'countries' | 'offices' | 'agreements' | 'placements'>;
