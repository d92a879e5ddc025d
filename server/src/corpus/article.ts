/** One article of a snapshot, put together from its text, its facts and what the corpus says of its date. */
import type { ArticleFacts, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import { fold } from '../text/fold.ts';
import { isIsoDate } from './settings-file.ts';
import type { Article } from './snapshot.ts';

/** A title made of first words is no longer than this, in UTF-16 code units: what a tree or a tab shows without cutting it. */
const TITLE_LENGTH = 80;

/** `dates`: those that `fihris.yaml` gives. */
export function makeArticle(
  path: ArticlePath,
  text: string,
  encoding: string,
  facts: ArticleFacts,
  dates: ReadonlyMap<ArticlePath, IsoDate>,
): Article {
  return {
    path,
    text,
    encoding,
    facts,
    lineStarts: lineStarts(text),
    title: facts.title?.text ?? firstWords(text, facts),
    date: articleDate(path, facts, dates),
  };
}

/** Lines end as LSP ends them: at \n, \r\n or \r. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length);
  return starts;
}

function firstWords(text: string, facts: ArticleFacts): string {
  const first = facts.paragraphs[0] ?? { start: 0, end: text.length };
  // The first words of a line of any length lie within a few times as many code units, marks and spaces included.
  const beginning = text.slice(first.start, Math.min(first.end, first.start + 10 * TITLE_LENGTH)).trim();
  const line = (beginning.split(/[\r\n]/, 1)[0] ?? '').replace(/\s+/g, ' ');
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.lastIndexOf(' ', TITLE_LENGTH - 1);
  return `${line.slice(0, cut > 0 ? cut : TITLE_LENGTH - 1)}…`;
}

/**
 * What the text states, if that has a year; else what the reader wrote in `fihris.yaml`; else a date in the file name; else what the
 * text states without a year.
 */
export function articleDate(
  path: ArticlePath,
  facts: ArticleFacts,
  dates: ReadonlyMap<ArticlePath, IsoDate>,
): Article['date'] {
  const stated = facts.date?.value ?? null;
  if (stated !== null && !stated.startsWith('XXXX')) return { value: stated, inferred: false };
  const inferred = dates.get(path) ?? dateInName(path);
  if (inferred !== null) return { value: inferred, inferred: true };
  return stated === null ? null : { value: stated, inferred: false };
}

/** A calendar day in ISO 8601 (`2020-11-15`, in any digits) in the name of the file itself, standing apart from other digits. */
function dateInName(path: ArticlePath): IsoDate | null {
  const name = fold(path.slice(path.lastIndexOf('/') + 1));
  for (const [value] of name.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)) if (isIsoDate(value)) return value;
  return null;
}
