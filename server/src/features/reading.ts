/** What a page made of an article needs to know of it, in one answer: its parts, its sentences, what is marked and whom that means. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind, IsoDate } from '../recognize/facts.ts';
import type { ArticlePath, EntityId } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { dateWords } from './date-words.ts';
import { filedFrom } from './filed-from.ts';
import type { Language } from './language.ts';
import { type Mark, markedStretches } from './marks.ts';
import { displayable, shortened } from './pieces.ts';
import { subjectOf } from './subject.ts';

export interface Reading {
  /** Of the text. */
  readonly length: number;
  readonly direction: 'rtl' | 'ltr';
  /** For display, one line. */
  readonly title: string;
  readonly date: { readonly value: IsoDate; readonly words: string; readonly inferred: boolean } | null;
  readonly source: string | null;
  /** Where the report was filed from, as the date line or the dateline writes it. */
  readonly place: string | null;
  /** Every line that holds a word, in text order. `apart`: lines of the date or the source, and a second copy of the title. */
  readonly parts: readonly (Span & { readonly kind: 'title' | 'paragraph' | 'furniture' | 'apart' })[];
  readonly sentences: readonly Span[];
  /** In text order, disjoint. `entity`: index into `entities`; null for a date, and where it is open who is meant. */
  readonly marks: readonly (Mark & { readonly entity: number | null })[];
  /** Those that are marked here, in the order of their first mention. */
  readonly entities: readonly { readonly id: EntityId; readonly kind: EntityKind; readonly name: string }[];
}

const LABEL_LIMIT = 200;

/** Null where there is no such article. Costs what the article is long. */
export function reading(snapshot: Snapshot, path: ArticlePath, language: Language): Reading | null {
  const article = snapshot.articles.get(path);
  if (article === undefined) return null;
  const { facts, date } = article;
  const indexes = new Map<EntityId, number>();
  const entities: Reading['entities'][number][] = [];
  const marks = markedStretches(snapshot, path).map(({ start, end, kind, resolved, mention }) => {
    const subject = mention === null ? null : subjectOf(snapshot, mention);
    let index = subject === null ? null : indexes.get(subject.id);
    if (subject !== null && index === undefined) {
      index = entities.length;
      indexes.set(subject.id, index);
      entities.push({ id: subject.id, kind: subject.kind, name: shortened(displayable(subject.name), LABEL_LIMIT) });
    }
    return { start, end, kind, resolved, entity: index ?? null };
  });
  const source = facts.source === null ? '' : displayable(facts.source.text);
  return {
    length: article.length,
    direction: facts.direction,
    title: shortened(displayable(article.title), LABEL_LIMIT),
    date:
      date === null
        ? null
        : {
            value: date.value,
            words: dateWords(date.value, language, { long: true }),
            inferred: date.inferred,
          },
    source: source === '' ? null : shortened(source, LABEL_LIMIT),
    place: filedFrom(article),
    parts: partsOf(article),
    sentences: facts.sentences,
    marks,
    entities,
  };
}

function partsOf({ text, lineStarts, facts }: Article): Reading['parts'] {
  const known: Reading['parts'][number][] = [
    ...(facts.title === null ? [] : [{ start: facts.title.start, end: facts.title.end, kind: 'title' as const }]),
    ...facts.furniture.map(({ start, end }) => ({ start, end, kind: 'furniture' as const })),
    ...facts.paragraphs.map(({ start, end }) => ({ start, end, kind: 'paragraph' as const })),
  ].sort((a, b) => a.start - b.start);
  const parts: Reading['parts'][number][] = [];
  let next = 0;
  lineStarts.forEach((from, line) => {
    const to = lineStarts[line + 1] ?? text.length;
    while ((known[next]?.start ?? Number.POSITIVE_INFINITY) < from) next++;
    if ((known[next]?.start ?? Number.POSITIVE_INFINITY) >= to) {
      const span = trimmed(text, from, to);
      if (span !== null) parts.push({ ...span, kind: 'apart' });
    }
    // One line for the server may be several for the recogniser: U+2028 ends one too.
    for (let part = known[next]; part !== undefined && part.start < to; part = known[++next]) parts.push(part);
  });
  return parts;
}

function trimmed(text: string, from: number, to: number): Span | null {
  const line = text.slice(from, to);
  const start = from + (line.length - line.trimStart().length);
  const end = start + line.trim().length;
  return start < end ? { start, end } : null;
}
