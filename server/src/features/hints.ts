/**
 * Inlay hints: the office of whoever is called by a part of the name («الراوي» وزير الدفاع), the name of whoever is called by an office or
 * a description («الوزير العراقي» سالم الراوي). Once a paragraph for each person, and not where the paragraph names them in full.
 */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, EntityId, PersonEntity, ResolvedMention } from '../resolve/entities.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { introduction } from './definition.ts';
import { officeAt } from './office-at.ts';
import { displayable, shortened } from './pieces.ts';
import { entityOf, standsForHolder } from './subject.ts';
import type { Target } from './target.ts';

export interface Hint {
  /** Offset of the end of the mention. */
  readonly at: number;
  readonly text: string;
  /** Where what it says stands. */
  readonly target: Target | null;
}

/** Code units of a hint: it stands in the middle of a sentence. */
const LONGEST = 36;
/** An office this near (code units) to the name is read with it, a rank between them included. */
const BESIDE = 24;

/** Hints in text order for mentions that end inside `within`. */
export function hints(snapshot: Snapshot, path: ArticlePath, within: Span): Hint[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const mentions = snapshot.resolution.mentions.get(path) ?? [];
  const found: Hint[] = [];
  let paragraph: Span | null = null;
  let told = new Set<EntityId>();
  for (const mention of mentions) {
    // Mentions come in order; what an earlier paragraph told may be forgotten here.
    const here = paragraphAround(article, mention);
    if (here === null) continue;
    if (here !== paragraph) {
      paragraph = here;
      told = new Set();
    }
    const person = personOf(snapshot, mention);
    if (person === null || told.has(person.id)) continue;
    if (mention.kind === 'person' && mention.form === 'name') {
      told.add(person.id);
      continue;
    }
    const hint = hintFor(snapshot, article, mention, person, mentions);
    if (hint === null) continue;
    told.add(person.id);
    if (within.start <= mention.end && mention.end <= within.end) found.push(hint);
  }
  return found;
}

/** Whom a mention means; null for offices beside a name, which are no mention of the person, and for all that is open. */
function personOf(snapshot: Snapshot, mention: ResolvedMention): PersonEntity | null {
  if (standsForHolder(mention)) return entityOf(snapshot, mention.holder, 'person');
  return mention.kind === 'person' ? entityOf(snapshot, mention.entity, 'person') : null;
}

function hintFor(
  snapshot: Snapshot,
  article: Article,
  mention: ResolvedMention,
  person: PersonEntity,
  mentions: readonly ResolvedMention[],
): Hint | null {
  if (standsForHolder(mention)) {
    return {
      at: mention.end,
      text: shortened(displayable(person.name), LONGEST),
      target: introduction(snapshot, person, article.path),
    };
  }
  if (mention.form !== 'short' || hasOfficeBeside(mention, mentions)) return null;
  const office = officeAt(snapshot, person, article);
  return office && { at: mention.end, text: shortened(displayable(office.title), LONGEST), target: office.target };
}

function hasOfficeBeside(mention: ResolvedMention, mentions: readonly ResolvedMention[]): boolean {
  const around = { start: mention.start - BESIDE, end: mention.end + BESIDE };
  return mentions.some(
    (other) => other.kind === 'office' && other.attached && other.holder === mention.entity && overlaps(other, around),
  );
}

/** The paragraph that holds a span, or the title; null for what stands elsewhere. */
function paragraphAround({ facts }: Article, span: Span): Span | null {
  if (facts.title !== null && contains(facts.title, span)) return facts.title;
  let low = 0;
  let high = facts.paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts.paragraphs[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const paragraph = facts.paragraphs[low - 1];
  return paragraph !== undefined && contains(paragraph, span) ? paragraph : null;
}
