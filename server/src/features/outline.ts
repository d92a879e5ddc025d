/** The outline of an article: its title, its date, its paragraphs by their first words, and what it mentions, by kind. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind } from '../recognize/facts.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { dateWords } from './date-words.ts';
import type { Language } from './language.ts';
import { messagesFor } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { subjectOf } from './subject.ts';

export interface OutlineNode {
  readonly kind: 'title' | 'date' | 'paragraph' | 'group' | EntityKind;
  readonly name: string;
  readonly detail: string;
  /** What the node covers, and within it what is selected when a reader goes there. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Code units of a paragraph's first words. */
const FIRST_WORDS = 60;
const NAME_LIMIT = 120;

const KINDS: readonly EntityKind[] = ['person', 'office', 'organization', 'place', 'agreement'];

/** Null where there is no such article. Entities stand at their first mention in this article, in the order in which they come. */
export function outline(snapshot: Snapshot, path: ArticlePath, language: Language): OutlineNode[] | null {
  const article = snapshot.articles.get(path);
  if (article === undefined) return null;
  const { text, facts } = article;
  const messages = messagesFor(language);
  const leaf = (kind: OutlineNode['kind'], name: string, detail: string, span: Span): OutlineNode => ({
    kind,
    name: shortened(displayable(name), NAME_LIMIT) || '…',
    detail,
    span: { start: span.start, end: span.end },
    selection: { start: span.start, end: span.end },
    children: [],
  });

  const nodes: OutlineNode[] = [];
  if (facts.title !== null) nodes.push(leaf('title', facts.title.text, '', facts.title));
  if (facts.date !== null) {
    nodes.push(leaf('date', dateWords(facts.date.value, language, { long: true }), messages.articleDate, facts.date));
  }
  const dated = article.date;
  if (dated?.from !== undefined) {
    // The text has no place for it: it stands at the beginning.
    const detail = messages.dateFrom[typeof dated.from === 'string' ? dated.from : dated.from.by];
    nodes.push(leaf('date', dateWords(dated.value, language, { long: true }), detail, { start: 0, end: 0 }));
  }
  for (const span of facts.paragraphs) {
    const first = text.slice(span.start, Math.min(span.end, span.start + 4 * FIRST_WORDS));
    nodes.push(leaf('paragraph', shortened(displayable(first), FIRST_WORDS), '', span));
  }
  const entities = entitiesHere(snapshot, path);
  for (const kind of KINDS) {
    const children = entities
      .filter(({ entity }) => entity.kind === kind)
      .map(({ entity, first, count }) => leaf(kind, entity.name, messages.mentions(count), first));
    const first = children[0];
    if (first === undefined) continue;
    const name = `${messages.kindGroups[kind]} (${children.length})`;
    nodes.push({ kind: 'group', name, detail: '', span: first.span, selection: first.selection, children });
  }
  return nodes;
}

/** What the article mentions, in the order of first mention; an office alone counts for its holder and for the office. */
function entitiesHere(snapshot: Snapshot, path: ArticlePath): { entity: Entity; first: Span; count: number }[] {
  const found = new Map<string, { entity: Entity; first: Span; count: number }>();
  for (const mention of snapshot.resolution.mentions.get(path) ?? []) {
    const own = mention.entity === null ? undefined : snapshot.resolution.entities.get(mention.entity);
    const subject = subjectOf(snapshot, mention);
    for (const entity of new Set([subject, own])) {
      if (!entity) continue;
      const known = found.get(entity.id);
      if (known === undefined) found.set(entity.id, { entity, first: mention, count: 1 });
      else known.count++;
    }
  }
  return [...found.values()];
}
