/** Everything the corpus says of one entity on one page: statements by date, each with its quotation and where that stands. */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind, IsoDate } from '../recognize/facts.ts';
import type { Entity, Evidence, Tenure } from '../resolve/entities.ts';
import { cardOf } from './card.ts';
import type { CardContext, Row } from './cards/model.ts';
import { articleDate, articleLink, entityLink } from './cards/rows.ts';
import { dateWords } from './date-words.ts';
import { introductionIn, sentenceAround } from './definition.ts';
import type { Language } from './language.ts';
import { messagesFor } from './messages/messages.ts';
import { joined, type Piece, type Quote, quote, quoted, say } from './pieces.ts';
import { articlesOf, entityOf, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';

export interface Dossier {
  readonly kind: EntityKind;
  readonly language: Language;
  readonly title: Piece;
  readonly subtitle: readonly Piece[];
  /** What is known without a date: state, parties, country, other spellings. */
  readonly summary: readonly Row[];
  /** By date, those without one last; at most `limit`, of `total`. */
  readonly statements: readonly Statement[];
  readonly total: number;
}

export interface Statement {
  readonly kind: 'office' | 'rank' | 'signature' | 'state' | 'mention';
  /** When it was so, as far as an article says. */
  readonly date: IsoDate | null;
  readonly dateWords: string;
  /** What is said. */
  readonly claim: readonly Piece[];
  readonly quote: Quote;
  /** Where the quotation stands. */
  readonly target: Target;
  /** Title and date of that article. */
  readonly article: readonly Piece[];
}

/** Costs what the entity is mentioned in. */
export function dossier(snapshot: Snapshot, entity: Entity, language: Language, limit: number): Dossier {
  const messages = messagesFor(language);
  const context: CardContext = { snapshot, language, messages, article: null, mention: null };
  const { title, subtitle, sections } = cardOf(snapshot, entity, language);
  const said = claims(context, entity);
  // An article that says something of its own about the entity need not be listed once more for mentioning it.
  const spoken = new Set(said.map(({ target }) => target.article));
  const mentions = articlesOf(snapshot, entity)
    .filter(({ path }) => !spoken.has(path))
    .map((article) => mentionClaim(context, entity, article));
  const all = [...said, ...mentions].sort(byDateThenPlace);
  return {
    kind: entity.kind,
    language,
    title,
    subtitle,
    summary: sections.filter(({ heading }) => heading === null).flatMap(({ rows }) => rows),
    statements: all.slice(0, limit).map((claim) => statement(context, claim)),
    total: all.length,
  };
}

interface Claim {
  readonly kind: Statement['kind'];
  readonly date: IsoDate | null;
  readonly claim: readonly Piece[];
  readonly target: Target;
}

function claims(context: CardContext, entity: Entity): Claim[] {
  const { snapshot, messages } = context;
  const from = ({ article, span }: Evidence): Target => ({ article, span });
  switch (entity.kind) {
    case 'person':
      return [
        ...entity.tenures.flatMap(({ attestations }) =>
          attestations.map((attestation) => ({
            kind: 'office' as const,
            date: attestation.date,
            claim: held(context, [quoted(attestation.title, { weight: 'strong' })], attestation.former),
            target: from(attestation),
          })),
        ),
        ...entity.ranks.map(({ rank, evidence }) => ({
          kind: 'rank' as const,
          date: evidence.date,
          claim: [quoted(rank)],
          target: from(evidence),
        })),
        ...entity.agreements.flatMap((id) => {
          const agreement = entityOf(snapshot, id, 'agreement');
          const own = agreement?.signatories.filter(({ person }) => person === entity.id) ?? [];
          return own.map(({ office: officeId, evidence }) => {
            const office = entityOf(snapshot, officeId, 'office');
            const name = agreement === null ? [] : [entityLink(context, agreement)];
            const capacity = office === null ? [] : [messages.inCapacity(quoted(office.name))];
            return {
              kind: 'signature' as const,
              date: agreement?.date ?? evidence.date,
              claim: joined([name, ...capacity], messages.listSeparator),
              target: from(evidence),
            };
          });
        }),
      ];
    case 'office':
      return entity.tenures.flatMap((tenure) => holderClaims(context, tenure, false));
    case 'organization':
      return entity.offices.flatMap((id) =>
        (entityOf(snapshot, id, 'office')?.tenures ?? []).flatMap((tenure) => holderClaims(context, tenure, true)),
      );
    case 'agreement':
      return [
        ...entity.states.map(({ state, date, evidence }) => ({
          kind: 'state' as const,
          date: date ?? evidence.date,
          claim: [{ text: messages.agreementStates[state], weight: 'strong' as const }],
          target: from(evidence),
        })),
        ...entity.signatories.map(({ person: id, office: officeId, evidence }) => {
          const person = entityOf(snapshot, id, 'person');
          const office = entityOf(snapshot, officeId, 'office');
          const name = person === null ? [] : [entityLink(context, person)];
          const capacity = office === null ? [] : [messages.inCapacity(quoted(office.name))];
          return {
            kind: 'signature' as const,
            date: entity.date ?? evidence.date,
            claim: joined([name, ...capacity], messages.listSeparator),
            target: from(evidence),
          };
        }),
      ];
    case 'place':
      return [];
  }
}

function holderClaims(context: CardContext, tenure: Tenure, withOffice: boolean): Claim[] {
  const person = entityOf(context.snapshot, tenure.person, 'person');
  const name = person === null ? quoted(tenure.title) : { ...entityLink(context, person), weight: 'strong' as const };
  return tenure.attestations.map(({ article, span, date, former, title }) => ({
    kind: 'office' as const,
    date,
    claim: held(
      context,
      withOffice ? joined([[name], [quoted(title)]], context.messages.listSeparator) : [name],
      former,
    ),
    target: { article, span },
  }));
}

function held({ messages }: CardContext, claim: readonly Piece[], former: boolean): Piece[] {
  return former ? say`${claim} (${messages.former})` : [...claim];
}

function mentionClaim(context: CardContext, entity: Entity, article: Article): Claim {
  const { snapshot, messages } = context;
  const target = introductionIn(snapshot, entity, article.path);
  return {
    kind: 'mention',
    date: article.date?.value ?? null,
    claim: [{ text: messages.mentions(mentionsIn(snapshot, entity, article.path).length) }],
    target: target ?? { article: article.path, span: { start: 0, end: 0 } },
  };
}

/** The claim with its evidence as an article words it. */
function statement(context: CardContext, { kind, date, claim, target }: Claim): Statement {
  const { snapshot, language, messages } = context;
  const article = snapshot.articles.get(target.article);
  const ownDate = article !== undefined && article.date?.value === date ? articleDate(context, article) : null;
  return {
    kind,
    date,
    dateWords: ownDate ?? (date === null ? messages.undated : dateWords(date, language)),
    claim,
    quote:
      article === undefined
        ? { before: '', words: '', after: '' }
        : quote(article.text, target.span, sentenceAround(snapshot, target)),
    target,
    article: articleLink(context, target),
  };
}

/** By date; then by article and place, by code unit, so that the order never depends on a locale. */
function byDateThenPlace(a: Claim, b: Claim): number {
  const left = a.date ?? '~';
  const right = b.date ?? '~';
  if (left !== right) return left < right ? -1 : 1;
  if (a.target.article !== b.target.article) return a.target.article < b.target.article ? -1 : 1;
  return a.target.span.start - b.target.span.start;
}
