/**
 * A snapshot as the reader of one article may want it: with nothing in it that only a later article says. Names and spellings stay,
 * for they are how a reader finds somebody; what is claimed of anybody goes unless an article of this date or before claims it.
 */
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { IsoDate } from '../recognize/facts.ts';
import type {
  AgreementEntity,
  ArticlePath,
  Attestation,
  Entity,
  EntityId,
  EventEntity,
  Evidence,
  OfficeEntity,
  PersonEntity,
  Resolution,
  ResolvedMention,
  Tenure,
} from '../resolve/entities.ts';
import { lazily } from '../resolve/lazily.ts';

/** The snapshot itself where the article is not there or has no date. Costs nothing until something in it is read. */
export function asOf(snapshot: Snapshot, path: ArticlePath): Snapshot {
  const article = snapshot.articles.get(path);
  return article?.date ? new Until(snapshot, article, article.date.value).snapshot : snapshot;
}

/** Whether all of `date` lies before `limit` or is it: of «February 2021» and 15 February nobody knows. */
export const notAfter = (date: IsoDate, limit: IsoDate): boolean =>
  date === limit || (date < limit && !limit.startsWith(date));

class Until {
  readonly #whole: Snapshot;
  readonly #article: Article;
  readonly #date: IsoDate;
  readonly #entities = new Map<EntityId, Entity>();

  constructor(whole: Snapshot, article: Article, date: IsoDate) {
    this.#whole = whole;
    this.#article = article;
    this.#date = date;
  }

  get snapshot(): Snapshot {
    const { resolution } = this.#whole;
    const { entities, mentions } = resolution;
    const restricted: Resolution = {
      entities: {
        get: (id) => this.#entity(id),
        has: (id) => entities.has(id),
        keys: () => entities.keys(),
        values: () => this.#values(),
        entries: () => this.#entries(),
        [Symbol.iterator]: () => this.#entries(),
        get size() {
          return entities.size;
        },
      },
      ofKind: <Kind extends Entity['kind']>(kind: Kind) => this.#ofKind(kind),
      mentions: {
        get: (path) => this.#mentions(path),
        has: (path) => mentions.has(path),
        keys: () => mentions.keys(),
        values: () => mentions.values(),
        entries: () => mentions.entries(),
        [Symbol.iterator]: () => mentions[Symbol.iterator](),
        get size() {
          return mentions.size;
        },
      },
      survey: () => resolution.survey(),
      locals: resolution.locals,
      inferredDate: (path) => resolution.inferredDate(path),
      get objections() {
        return resolution.objections;
      },
      names: resolution.names,
      directory: resolution.directory,
      events: {
        of: (id) => this.#events(resolution.events.of(id)),
        encountersOf: (id) => this.#events(resolution.events.encountersOf(id)),
        in: (path) => this.#events(resolution.events.in(path)),
        all: () => this.#events(resolution.events.all()),
      },
    };
    return { ...this.#whole, resolution: restricted };
  }

  readonly #counts = (path: ArticlePath): boolean => {
    if (path === this.#article.path) return true;
    const date = this.#whole.articles.get(path)?.date;
    return !!date && notAfter(date.value, this.#date);
  };

  readonly #proves = ({ article }: Evidence): boolean => this.#counts(article);

  #entity(id: EntityId): Entity | undefined {
    const known = this.#entities.get(id);
    if (known !== undefined) return known;
    const whole = this.#whole.resolution.entities.get(id);
    if (whole === undefined) return undefined;
    const restricted = this.#restricted(whole);
    this.#entities.set(id, restricted);
    return restricted;
  }

  *#entries(): IterableIterator<[EntityId, Entity]> {
    for (const id of this.#whole.resolution.entities.keys()) {
      const entity = this.#entity(id);
      if (entity !== undefined) yield [id, entity];
    }
  }

  *#values(): IterableIterator<Entity> {
    for (const [, entity] of this.#entries()) yield entity;
  }

  *#ofKind<Kind extends Entity['kind']>(kind: Kind): IterableIterator<Extract<Entity, { kind: Kind }>> {
    for (const { id } of this.#whole.resolution.ofKind(kind)) yield this.#entity(id) as Extract<Entity, { kind: Kind }>;
  }

  #restricted(entity: Entity): Entity {
    const base = {
      id: () => entity.id,
      name: () => entity.name,
      aliases: () => entity.aliases,
      latin: () => entity.latin,
      mentions: () => entity.mentions.filter((_, path) => this.#counts(path)),
    };
    switch (entity.kind) {
      case 'person':
        return lazily<PersonEntity>({
          ...base,
          kind: () => 'person',
          ranks: () => entity.ranks.filter(({ evidence }) => this.#proves(evidence)),
          tenures: () => this.#tenures(entity.tenures),
          introductions: () => entity.introductions.filter(({ article }) => this.#counts(article)),
          agreements: () => entity.agreements.filter((id) => this.#signed(id, entity.id)),
        });
      case 'office':
        return lazily<OfficeEntity>({
          ...base,
          kind: () => 'office',
          role: () => entity.role,
          organization: () => entity.organization,
          country: () => entity.country,
          general: () => entity.general,
          tenures: () => this.#tenures(entity.tenures),
        });
      case 'agreement':
        return this.#agreement(entity, base);
      default:
        return { ...entity, mentions: base.mentions() };
    }
  }

  #events(events: readonly EventEntity[]): EventEntity[] {
    return events.flatMap((event) => {
      const tellings = event.tellings.filter(this.#proves);
      return tellings.length === 0 ? [] : [{ ...event, tellings }];
    });
  }

  #tenures(tenures: readonly Tenure[]): Tenure[] {
    return tenures.flatMap((tenure) => {
      const attestations: Attestation[] = tenure.attestations.filter(this.#proves);
      return attestations.length === 0 ? [] : [{ ...tenure, attestations }];
    });
  }

  #signed(agreement: EntityId, person: EntityId): boolean {
    const entity = this.#entity(agreement);
    return entity?.kind === 'agreement' && entity.signatories.some((signatory) => signatory.person === person);
  }

  #agreement(
    entity: AgreementEntity,
    base: { readonly [Key in 'id' | 'name' | 'aliases' | 'latin' | 'mentions']: () => AgreementEntity[Key] },
  ): AgreementEntity {
    const states = () => entity.states.filter(({ evidence }) => this.#proves(evidence));
    return lazily<AgreementEntity>({
      ...base,
      kind: () => 'agreement',
      type: () => entity.type,
      // States go by date, so the last is the latest that is known.
      status: () => states().at(-1)?.state ?? 'announced',
      date: () => (entity.date !== null && states().some(({ date }) => date === entity.date) ? entity.date : null),
      place: () => (states().some(({ state }) => state === 'signed') ? entity.place : null),
      parties: () => entity.parties,
      signatories: () => entity.signatories.filter(({ evidence }) => this.#proves(evidence)),
      states,
      subjects: () => entity.subjects,
      relations: () => entity.relations.filter(({ evidence }) => this.#proves(evidence)),
    });
  }

  /** Whom an office alone stands for is told by articles before and after it, unless its own article says so. */
  #mentions(path: ArticlePath): readonly ResolvedMention[] | undefined {
    const facts = this.#whole.articles.get(path)?.facts;
    return this.#whole.resolution.mentions.get(path)?.map((mention) => ({
      ...mention,
      holder: facts?.mentions[mention.mention]?.holder === null ? null : mention.holder,
      reasons: mention.reasons.filter(
        (reason) => !('evidence' in reason) || reason.evidence === undefined || this.#proves(reason.evidence),
      ),
    }));
  }
}
