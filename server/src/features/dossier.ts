/** Everything the corpus says of one entity on one page: statements by date, each with its quotation and where that stands. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind, IsoDate } from '../recognize/facts.ts';
import type { Entity } from '../resolve/entities.ts';
import { cardOf } from './card.ts';
import type { CardContext, Row } from './cards/model.ts';
import { articleDate, articleLink } from './cards/rows.ts';
import { dateWords } from './date-words.ts';
import { introductionIn, sentenceAround } from './definition.ts';
import { type Claim, type ClaimKind, claimsOf, Names } from './dossier-claims.ts';
import { contradictionsOf } from './dossier-contradictions.ts';
import type { Language } from './language.ts';
import { type Messages, messagesFor } from './messages/messages.ts';
import { joined, type Piece, type Quote, quote } from './pieces.ts';
import { articlesOf, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';

export interface Dossier {
  readonly kind: EntityKind;
  readonly language: Language;
  readonly title: Piece;
  readonly subtitle: readonly Piece[];
  /** What is known without a date: state, parties, country, other spellings. */
  readonly summary: readonly Row[];
  /** By date, those without a year last; at most `limit`, of `total`. */
  readonly statements: readonly Statement[];
  readonly total: number;
  readonly contradictions: readonly Clash[];
  readonly headings: {
    /** Over the statements without a year. */
    readonly undated: string;
    readonly contradictions: string;
  };
  /** Where not all contradictions were looked for, or not all are here. */
  readonly contradictionsNote: string | null;
}

/** Where a statement stands: the quotation, its place, and title and date of the article. */
interface Place {
  readonly quote: Quote;
  readonly target: Target;
  readonly article: readonly Piece[];
}

export interface Statement extends Place {
  readonly kind: ClaimKind;
  readonly kindWords: string;
  /** When it was so, as far as an article says. */
  readonly date: IsoDate | null;
  readonly dateWords: string;
  /** No text states the date; `dateWords` says whose it is. */
  readonly inferred: boolean;
  /** What is said. */
  readonly claim: readonly Piece[];
  /** Other articles that tell the same. */
  readonly also: readonly Piece[];
}

/** What articles say against each other, with every place where they do. */
export interface Clash {
  readonly message: string;
  /** The first is what the others contradict; `label`: what is said there, '' of the first. */
  readonly places: readonly (Place & { readonly label: string })[];
}

/** Other articles named for one event; they are also in the concordance. */
const ALSO_NAMED = 5;

/** Costs what the entity is mentioned in and told of; words are made for `limit` statements only. */
export function dossier(snapshot: Snapshot, entity: Entity, language: Language, limit: number): Dossier {
  const messages = messagesFor(language);
  const context: CardContext = { snapshot, language, messages, article: null, mention: null };
  const { title, subtitle, sections } = cardOf(snapshot, entity, language);
  const said = claimsOf(new Names(context), entity);
  // An article that says something of its own about the entity need not be listed once more for mentioning it.
  const spoken = new Set(
    said.flatMap(({ article, also }) => [article, ...also.slice(0, ALSO_NAMED).map((target) => target.article)]),
  );
  const mentions = articlesOf(snapshot, entity)
    .filter(({ path }) => !spoken.has(path))
    .map((article) => mentionClaim(context, entity, article));
  const all = [...said, ...mentions].sort(byDateThenPlace);
  const { found, total, looked, articles } = contradictionsOf(snapshot, entity, language);
  const notes = [
    ...(found.length < total ? [messages.dossier.some(found.length, total)] : []),
    ...(looked < articles ? [messages.dossier.looked(looked, articles)] : []),
  ];
  return {
    kind: entity.kind,
    language,
    title,
    subtitle,
    summary: sections.filter(({ heading }) => heading === null).flatMap(({ rows }) => rows),
    statements: all.slice(0, limit).map((claim) => statement(context, claim)),
    total: all.length,
    contradictions: found.map(({ message, article, span, related }) => ({
      message,
      places: [
        { label: '', ...place(context, { article, span }) },
        ...related.map((each) => ({
          label: each.message,
          ...place(context, { article: each.article, span: each.span }),
        })),
      ],
    })),
    headings: { undated: messages.dossier.undated, contradictions: messages.dossier.contradictions },
    contradictionsNote: notes.length === 0 ? null : notes.join(' '),
  };
}

function mentionClaim({ snapshot, messages }: CardContext, entity: Entity, { path, date }: Article): Claim {
  return {
    kind: 'mention',
    date: date?.value ?? null,
    inferred: false,
    words: () => [{ text: messages.mentions(mentionsIn(snapshot, entity, path).length) }],
    article: path,
    start: 0,
    target: () => introductionIn(snapshot, entity, path) ?? { article: path, span: { start: 0, end: 0 } },
    also: [],
  };
}

/** The claim with its evidence as an article words it. */
function statement(context: CardContext, claim: Claim): Statement {
  const { messages } = context;
  const { kind, date } = claim;
  return {
    kind,
    kindWords: kindWords(messages, kind),
    date,
    ...when(context, claim),
    claim: claim.words(),
    ...place(context, claim.target()),
    also: also(context, claim.also),
  };
}

function place(context: CardContext, target: Target): Place {
  const article = context.snapshot.articles.get(target.article);
  return {
    quote:
      article === undefined
        ? { before: '', words: '', after: '' }
        : quote(article.text, target.span, sentenceAround(context.snapshot, target)),
    target,
    article: articleLink(context, target),
  };
}

/** The date in words, with whose it is where no text states it. */
function when(
  context: CardContext,
  { date, inferred, article: path }: Claim,
): Pick<Statement, 'dateWords' | 'inferred'> {
  const { messages, language, snapshot } = context;
  if (date === null) return { dateWords: messages.undated, inferred: false };
  const article = snapshot.articles.get(path);
  if (article?.date?.value === date && article.date.inferred)
    return { dateWords: articleDate(context, article), inferred: true };
  const words = dateWords(date, language);
  return { dateWords: inferred ? messages.dossier.dateOfArticle(words) : words, inferred };
}

function also(context: CardContext, targets: readonly Target[]): Piece[] {
  if (targets.length === 0) return [];
  const links = targets.slice(0, ALSO_NAMED).map((target) => articleLink(context, target));
  return context.messages.labelled(context.messages.dossier.also, joined(links, ' · '));
}

function kindWords({ dossier: { kinds }, eventKinds }: Messages, kind: ClaimKind): string {
  switch (kind) {
    case 'meeting':
    case 'visit':
    case 'reception':
    case 'call':
    case 'signing':
      return eventKinds[kind];
    default:
      return kinds[kind];
  }
}

/** By date; then by article and place, by code unit, so that the order never depends on a locale. */
function byDateThenPlace(a: Claim, b: Claim): number {
  const left = a.date ?? '~';
  const right = b.date ?? '~';
  if (left !== right) return left < right ? -1 : 1;
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return a.start - b.start;
}
