/**
 * `fihris facts`: articles in, facts out, each on one line of JSON, without anything kept between them: the contract of Spark's `pipe`,
 * of Hadoop Streaming and of GNU parallel. See docs/scale.md.
 */
import { givenDate, outlineOf } from '../corpus/article.ts';
import type { FactsRecord } from '../corpus/facts-record.ts';
import { isInside } from '../corpus/inside.ts';
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import { jsonText } from './json.ts';

/** One line of output. */
export interface FactsLine {
  /** What the facts were made with: lines of different recipes do not belong together. */
  readonly recipe: string;
  /** All of the article but its facts, as an index keeps it. */
  readonly article: Omit<FactsRecord, 'json'>;
  readonly facts: ArticleFacts;
}

export type Recognize = (text: string, given: IsoDate | null) => ArticleFacts | Promise<ArticleFacts>;

export type LineProblem = 'not-json' | 'not-an-article' | 'recognition';

const NO_DATES = new Map<string, IsoDate>();

/**
 * One line of output for every line of input that is an article (`{"path": …, "text": …}`); of any other `complain` is told, with its
 * number from 1, and of an empty one nobody. Takes a line when the one before has been taken.
 */
export async function* factsLines(
  lines: AsyncIterable<string>,
  recipe: string,
  recognize: Recognize,
  complain: (line: number, problem: LineProblem) => void,
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const article = parsed(line);
    if (typeof article === 'string') {
      complain(number, article);
      continue;
    }
    const { path, text } = article;
    const given = givenDate(path, NO_DATES)?.value ?? null;
    let facts: ArticleFacts;
    try {
      facts = await recognize(text, given);
    } catch {
      complain(number, 'recognition');
      continue;
    }
    const stamp = { size: Buffer.byteLength(text), modified: null };
    const outline = outlineOf(text, 'utf8', facts);
    yield `${jsonText({ recipe, article: { path, stamp, given, outline }, facts } satisfies FactsLine)}\n`;
  }
}

function parsed(line: string): { path: string; text: string } | LineProblem {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'not-json';
  }
  const { path, text } = (value ?? {}) as { path?: unknown; text?: unknown };
  if (typeof path !== 'string' || typeof text !== 'string' || !isInside(path)) return 'not-an-article';
  return { path, text: text.replace(/^\uFEFF/, '') };
}
