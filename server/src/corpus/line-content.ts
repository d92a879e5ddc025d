/**
 * What was read of articles, held as the lines in which it is kept: a tenth of the memory that facts take as objects, and nothing that
 * a collection of garbage has to walk through. Facts are read out of the line when somebody asks for them; those read lately stay.
 */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticleContent, Outline } from './article.ts';
import { factsOf, type LineRecord, parseRecord } from './facts-record.ts';
import type { SharedFacts } from './shared-facts.ts';

/** As many as are put into the index between two snapshots, and those of a person of note. */
const KEPT_FACTS = 1500;

export class LineContents {
  readonly #shared: SharedFacts;
  /** The latest stand last. */
  readonly #recent = new Map<LineContent, ArticleFacts>();

  constructor(shared: SharedFacts) {
    this.#shared = shared;
  }

  /** What is in a record. Throws where the facts in it are no JSON. */
  content(record: LineRecord): LineContent {
    const content = new LineContent(record, this);
    this.#keep(content, this.#shared.share(factsOf(record)));
    return content;
  }

  facts(content: LineContent): ArticleFacts {
    let facts = this.#recent.get(content);
    if (facts !== undefined) this.#recent.delete(content);
    else facts = this.#shared.share(factsOf(parseRecord(content.line) as LineRecord));
    this.#keep(content, facts);
    return facts;
  }

  #keep(content: LineContent, facts: ArticleFacts): void {
    if (this.#recent.size >= KEPT_FACTS)
      for (const oldest of this.#recent.keys()) if (this.#recent.delete(oldest)) break;
    this.#recent.set(content, facts);
  }
}

export class LineContent implements ArticleContent {
  /** Without its line break. */
  readonly line: Buffer;
  readonly outline: Outline;
  readonly given: IsoDate | null;
  /** Of the file that it was read from. */
  readonly stamp: LineRecord['stamp'];
  readonly #contents: LineContents;

  constructor({ line, outline, given, stamp }: Omit<LineRecord, 'json'>, contents: LineContents) {
    this.line = line;
    this.outline = outline;
    this.given = given;
    this.stamp = stamp;
    this.#contents = contents;
  }

  get facts(): ArticleFacts {
    return this.#contents.facts(this);
  }
}
