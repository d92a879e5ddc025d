/** Expand Selection: word, name, clause, sentence, paragraph, article. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import { contains, length, type Span } from '../text/span.ts';
import { sentenceAround } from './definition.ts';

/** What ends a clause inside a sentence: commas, semicolons, colons, quotation marks, brackets and dashes between words. */
const CLAUSE_ENDS = /[،؛,;:«»“”"()[\]]| [-–—] /g;
const WORD = /[\p{L}\p{M}\p{Nd}\u0640\u200C\u200D]/u;
/** A word is not looked for further than this (code units) on each side. */
const LONGEST_WORD = 100;

/** Spans around the offset (UTF-16 code units), each inside the next; the last is the whole text. */
export function selections(snapshot: Snapshot, path: ArticlePath, offset: number): Span[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const { text, facts } = article;
  const around = (span: Span) => span.start <= offset && offset <= span.end;
  const mentions = (snapshot.resolution.mentions.get(path) ?? []).filter(around).reverse();
  const block = [...facts.paragraphs, ...facts.furniture, ...(facts.title === null ? [] : [facts.title])].find(around);
  const sentence = sentenceAround(snapshot, { article: path, span: { start: offset, end: offset } });
  const candidates = [
    wordAround(article, offset),
    ...mentions,
    ...facts.dates.filter(around),
    clauseAround(article, sentence, offset),
    sentence,
    ...(block === undefined ? [] : [block]),
    { start: 0, end: text.length },
  ];
  const found: Span[] = [];
  for (const { start, end } of candidates) {
    const last = found.at(-1);
    const span = { start, end };
    if (end > start && (last === undefined || (contains(span, last) && length(span) > length(last)))) found.push(span);
  }
  return found;
}

function wordAround({ text }: Article, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < LONGEST_WORD && WORD.test(text[start - 1] ?? '')) start--;
  while (end < text.length && end - offset < LONGEST_WORD && WORD.test(text[end] ?? '')) end++;
  return { start, end };
}

/** Between the nearest ends of clauses in the sentence, without the white space there. */
function clauseAround({ text }: Article, sentence: Span, offset: number): Span {
  let { start, end } = sentence;
  for (const { index, 0: mark } of text.slice(sentence.start, sentence.end).matchAll(CLAUSE_ENDS)) {
    const at = sentence.start + index;
    if (at + mark.length <= offset) start = at + mark.length;
    else if (at >= offset) {
      end = at;
      break;
    }
  }
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /[\s.]/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
