/**
 * What was read of articles, held as the lines in which it is kept: a tenth of the memory that facts take as objects, and nothing that
 * a collection of garbage has to walk through. Facts are read out of the line when somebody asks for them; those read lately stay.
 */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import { type ArticleContent, type ArticlePlaces, type Outline, placesOf } from './article.ts';
import { factsOf, type LineRecord, parseRecord } from './facts-record.ts';

/** As many as are put into the index at a time, and articles of one person that are looked at again and again. */
const KEPT_FACTS = 400;

/** Reads the facts in lines; those read lately stay. */
export class LineFacts {
  /** The latest stand last. */
  readonly #recent = new Map<LineContent, ArticleFacts>();

  of(content: LineContent): ArticleFacts {
    let facts = this.#recent.get(content);
    if (facts !== undefined) this.#recent.delete(content);
    else {
      facts = factsOf(parseRecord(content.line) as LineRecord);
      content.hasRead(facts);
    }
    if (this.#recent.size >= KEPT_FACTS)
      for (const oldest of this.#recent.keys()) if (this.#recent.delete(oldest)) break;
    this.#recent.set(content, facts);
    return facts;
  }
}

export class LineContent implements ArticleContent {
  /** Without its line break. */
  readonly line: Buffer;
  readonly outline: Outline;
  readonly given: IsoDate | null;
  /** Of the file that it was read from. */
  readonly stamp: LineRecord['stamp'];
  readonly #facts: LineFacts;
  #places: ArticlePlaces | null = null;

  /** The facts in the record must be what was written: whoever made them, or a checksum, says so. */
  constructor({ line, outline, given, stamp }: Omit<LineRecord, 'json'>, facts: LineFacts) {
    this.line = line;
    this.outline = outline;
    this.given = given;
    this.stamp = stamp;
    this.#facts = facts;
  }

  get facts(): ArticleFacts {
    return this.#facts.of(this);
  }

  get places(): ArticlePlaces {
    this.#places ??= placesOf(this.outline, this.facts);
    return this.#places;
  }

  /** What is needed of them most often stays. */
  hasRead(facts: ArticleFacts): void {
    this.#places ??= placesOf(this.outline, facts);
  }
}
