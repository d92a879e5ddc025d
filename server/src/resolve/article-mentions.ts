/** The mentions of one article, with what each was resolved to and why. */
import { CANDIDATE, type LocalIndex, type MentionFact, type MentionIndex, SURE } from '../recognize/facts.ts';
import type { Bodies, Body } from './bodies.ts';
import type { Decided } from './decided.ts';
import type { ArticlePath, CrossReason, EntityId, ResolvedMention } from './entities.ts';
import type { EntityViews } from './entity-views.ts';
import type { Person, Persons, Verdict } from './persons.ts';
import type { ArticleRecord } from './state.ts';

/** Whom an office-only mention stands for, or a mention of a person means. */
interface Meaning {
  readonly person: EntityId | null;
  readonly candidates: readonly EntityId[];
  readonly reasons: () => readonly CrossReason[];
}

const NOBODY: Meaning = { person: null, candidates: [], reasons: () => [] };

export class ArticleMentions {
  readonly #persons: Persons;
  readonly #bodies: Bodies;
  readonly #views: EntityViews;
  readonly #decided: Decided | null;

  constructor(persons: Persons, bodies: Bodies, views: EntityViews, decided: Decided | null) {
    this.#persons = persons;
    this.#bodies = bodies;
    this.#views = views;
    this.#decided = decided;
  }

  locals(path: ArticlePath, record: ArticleRecord): readonly (EntityId | null)[] {
    return record.facts.entities.map((_, local) => this.#views.idOfLocal(path, record, local));
  }

  mentions(path: ArticlePath, record: ArticleRecord): readonly ResolvedMention[] {
    const locals = this.locals(path, record);
    const meanings = new Map<LocalIndex, Meaning>();
    const ofPerson = (local: LocalIndex): Meaning => {
      let meaning = meanings.get(local);
      if (meaning === undefined) {
        meaning = this.#ofPerson(path, record, local);
        meanings.set(local, meaning);
      }
      return meaning;
    };
    return record.facts.mentions.flatMap((mention, index) => {
      const entity = locals[mention.entity] ?? null;
      if (mention.confidence < CANDIDATE && !this.#hasMention(entity, path, index)) return [];
      const holder =
        mention.holder !== null
          ? ofPerson(mention.holder)
          : mention.kind === 'office' && !mention.attached && !mention.otherTime
            ? this.#holderFromElsewhere(path, record, mention.entity)
            : NOBODY;
      if (this.#decided?.hides(path, record, index, mention, holder.person)) return [];
      const own = mention.kind === 'person' ? ofPerson(mention.entity) : NOBODY;
      const subject = own === NOBODY ? holder : own;
      const documents = () => (mention.kind === 'agreement' ? this.#sameDocument(path, record, mention.entity) : []);
      return [
        resolved(path, index, mention, { entity, holder: holder.person, candidates: subject.candidates }, () => [
          mention.reason,
          ...subject.reasons(),
          ...documents(),
          ...(this.#decided?.reasons(record, index, mention, [entity, holder.person]) ?? []),
        ]),
      ];
    });
  }

  #hasMention(entity: EntityId | null, path: ArticlePath, index: MentionIndex): boolean {
    return entity !== null && this.#views.byId(entity)?.mentions.get(path)?.includes(index) === true;
  }

  #ofPerson(path: ArticlePath, record: ArticleRecord, local: LocalIndex): Meaning {
    const placement = record.placements[local];
    if (placement?.kind !== 'person') return NOBODY;
    const verdict = this.#persons.verdict(path, placement);
    return {
      person: verdict.person && this.#shown(verdict.person),
      candidates: verdict.candidates.flatMap((person) => this.#shown(person) ?? []),
      reasons: () => this.#explain(path, verdict),
    };
  }

  /** Null for whom the reader does not want to see. */
  #shown({ id }: Person): EntityId | null {
    return this.#decided === null ? `person:${id}` : this.#decided.shown(`person:${id}`);
  }

  #explain(path: ArticlePath, { person, steps }: Verdict): CrossReason[] {
    return steps.flatMap((code) => {
      const evidence =
        person === null ? null : this.#views.introducedElsewhere(person, path, code !== 'known-elsewhere');
      // A name that stands in no other article needs no more reason than the article's own.
      if (evidence === null && code !== 'ambiguous') return [];
      return [code === 'ambiguous' || evidence === null ? { code } : { code, evidence }];
    });
  }

  /** The holder that other articles give the office at this article's date. */
  #holderFromElsewhere(path: ArticlePath, record: ArticleRecord, local: LocalIndex): Meaning {
    // As the rules have it: an office that is hidden, or the same as another, still tells who held it.
    const placement = record.placements[local];
    const body = placement?.kind === 'office' ? this.#bodies.ofPlacement(placement) : null;
    if (body === null) return NOBODY;
    const { person, candidates } = this.#bodies.holderIn(body, path);
    return {
      person: person && this.#shown(person),
      candidates: candidates.flatMap((each) => this.#shown(each) ?? []),
      reasons: () => (person === null ? [] : this.#attestation(person, body, path)),
    };
  }

  #attestation(person: Person, { id, base, country }: Body, path: ArticlePath): CrossReason[] {
    const told: EntityId = `office:${id}`;
    const office = this.#decided === null ? told : this.#decided.shown(told);
    const view = this.#views.byId(`person:${person.id}`);
    const tenures = view?.kind === 'person' ? view.tenures : [];
    // Where the article says no state, that of the office as others have it.
    const tenure =
      tenures.find((each) => each.office === office) ??
      tenures.find((each) => country === null && each.office.startsWith(`office:${base}/`));
    const attestation = tenure?.attestations.find(({ article, former }) => article !== path && !former);
    if (attestation === undefined) return [];
    const { article, date, span } = attestation;
    return [{ code: 'held-elsewhere', evidence: { article, date, span } }];
  }

  /** Another article that speaks of this agreement, by its own name or by another. */
  #sameDocument(path: ArticlePath, record: ArticleRecord, local: LocalIndex): CrossReason[] {
    const fact = record.facts.entities[local];
    if (fact?.kind !== 'agreement') return [];
    const items = this.#views.clusterOf(path, local, fact)?.items ?? [];
    const other = items.find(({ article, mentions }) => article !== path && mentions.length > 0);
    const evidence = other === undefined ? null : this.#views.evidenceAt(other.article, other.mentions[0]);
    if (other === undefined || evidence === null) return [];
    return [{ code: other.title === fact.title ? 'same-name' : 'name-variant', evidence }];
  }
}

function resolved(
  article: ArticlePath,
  index: MentionIndex,
  { start, end, kind, form, attached, confidence, reason }: MentionFact,
  meaning: Pick<ResolvedMention, 'entity' | 'holder' | 'candidates'>,
  why: () => ResolvedMention['reasons'],
): ResolvedMention {
  let reasons: ResolvedMention['reasons'] | undefined;
  return {
    article,
    mention: index,
    start,
    end,
    kind,
    form,
    ...meaning,
    attached,
    confidence,
    unsure: reason.code === 'tagger' && confidence < SURE,
    // Made when read: evidence lies in other articles, and few mentions are asked why.
    get reasons() {
      reasons ??= why();
      return reasons;
    },
  };
}
