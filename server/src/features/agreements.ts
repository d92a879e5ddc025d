/** The agreements of a corpus, by date, with what a tree of them shows. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { AgreementRelation, AgreementState, AgreementType, IsoDate } from '../recognize/facts.ts';
import type { AgreementEntity, ArticlePath, EntityId } from '../resolve/entities.ts';
import { introduction, sentenceAround } from './definition.ts';
import { displayable, quote, shortened } from './pieces.ts';
import { articlesOf, entityOf, mentionsIn } from './subject.ts';
import type { Target } from './target.ts';

export interface AgreementSummary {
  readonly id: EntityId;
  readonly title: string;
  readonly type: AgreementType;
  readonly status: AgreementState;
  readonly date: IsoDate | null;
  readonly place: string | null;
  /** Names of the parties as the corpus writes them. */
  readonly parties: readonly string[];
  readonly signatories: readonly { readonly name: string; readonly capacity: string | null; readonly target: Target }[];
  /** Its states over time, each with the words that attest it, their sentence and the article. */
  readonly states: readonly {
    readonly state: AgreementState;
    readonly date: IsoDate | null;
    readonly article: string;
    readonly sentence: string;
    readonly target: Target;
  }[];
  /** Ids of what it is about. */
  readonly subjects: readonly string[];
  readonly related: readonly {
    readonly id: EntityId;
    readonly title: string;
    readonly relation: AgreementRelation;
    readonly target: Target;
  }[];
  /** Where it is introduced. */
  readonly target: Target;
  /** By date. */
  readonly articles: readonly {
    readonly path: ArticlePath;
    readonly title: string;
    readonly date: IsoDate | null;
    readonly mentions: readonly { readonly target: Target; readonly text: string; readonly sentence: string }[];
  }[];
}

const TITLE_LIMIT = 160;

/** By date, those without one last; then by id, so that the order is always the same. */
export function agreements(snapshot: Snapshot): AgreementSummary[] {
  const found: AgreementSummary[] = [];
  for (const entity of snapshot.resolution.ofKind('agreement')) {
    const summary = summarize(snapshot, entity);
    if (summary !== null) found.push(summary);
  }
  const key = ({ date, id }: AgreementSummary) => `${date ?? '~'} ${id}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/**
 * Its states in order of time, each once for a date: of several articles that say the same the first. Talks go on; what is signed once
 * and said again without its day, or with the month alone, is no further state.
 */
export function statesOverTime({ states }: AgreementEntity): AgreementEntity['states'] {
  const seen = new Set<string>();
  const lessExact = (state: AgreementState, date: IsoDate | null) =>
    state !== 'planned' &&
    state !== 'negotiated' &&
    states.some(
      (other) =>
        other.state === state && other.date !== null && other.date !== date && other.date.startsWith(date ?? ''),
    );
  return states.filter(({ state, date, evidence }) => {
    if (lessExact(state, date)) return false;
    const key = `${state} ${date ?? evidence.date ?? ''}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Null for an agreement that no article mentions (any more). */
function summarize(snapshot: Snapshot, agreement: AgreementEntity): AgreementSummary | null {
  const target = introduction(snapshot, agreement, null);
  if (target === null) return null;
  return {
    id: agreement.id,
    title: shortened(displayable(agreement.name), TITLE_LIMIT),
    type: agreement.type,
    status: agreement.status,
    date: agreement.date,
    place: shownName(entityOf(snapshot, agreement.place, 'place')),
    parties: agreement.parties
      .map((id) => shownName(snapshot.resolution.entities.get(id)))
      .filter((name) => name !== null),
    signatories: agreement.signatories.flatMap(({ person: id, office, evidence: { article, span } }) => {
      const name = shownName(entityOf(snapshot, id, 'person'));
      const capacity = shownName(entityOf(snapshot, office, 'office'));
      return name === null ? [] : [{ name, capacity, target: { article, span } }];
    }),
    states: statesOverTime(agreement).flatMap(({ state, date, evidence: { article: path, span } }) => {
      const article = snapshot.articles.get(path);
      if (article === undefined) return [];
      const where = { article: path, span };
      const { before, words, after } = quote(article.text, span, sentenceAround(snapshot, where));
      return {
        state,
        date: date ?? article.date?.value ?? null,
        article: shortened(displayable(article.title), TITLE_LIMIT),
        sentence: `${before}${words}${after}`,
        target: where,
      };
    }),
    subjects: agreement.subjects,
    related: agreement.relations.flatMap(({ agreement: id, relation }) => {
      const other = entityOf(snapshot, id, 'agreement');
      const where = other === null ? null : introduction(snapshot, other, null);
      return other === null || where === null
        ? []
        : [{ id, title: shortened(displayable(other.name), TITLE_LIMIT), relation, target: where }];
    }),
    target,
    articles: articlesOf(snapshot, agreement).map(({ path, title, date, text }) => ({
      path,
      title: shortened(displayable(title), TITLE_LIMIT),
      date: date?.value ?? null,
      mentions: mentionsIn(snapshot, agreement, path).map(({ start, end }) => {
        const where = { article: path, span: { start, end } };
        const { before, words, after } = quote(text, where.span, sentenceAround(snapshot, where));
        return { target: where, text: words, sentence: `${before}${words}${after}` };
      }),
    })),
  };
}

const shownName = (entity: { readonly name: string } | null | undefined): string | null =>
  entity ? shortened(displayable(entity.name), TITLE_LIMIT) : null;
