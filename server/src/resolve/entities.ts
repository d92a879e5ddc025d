/**
 * What the mentions of a corpus refer to: the result of `resolve`. Entities are immutable; an update replaces those it changes.
 */
import type {
  AgreementRelation,
  AgreementState,
  AgreementType,
  CountryCode,
  EntityKind,
  EventCode,
  EventKind,
  EventModality,
  EventRole,
  IsoDate,
  LocalIndex,
  Manner,
  MentionForm,
  MentionIndex,
  Reason,
} from '../recognize/facts.ts';
import type { Span } from '../text/span.ts';
import type { CompactMap } from './compact-map.ts';
import type { DecisionIndex, Objection } from './decisions.ts';

/**
 * Reading by key, as an immutable Map does it. What a lookup holds belongs to one resolution and never changes; values are made
 * when they are asked for, so that an update need not touch what nobody reads. Iteration goes in the order of the keys.
 */
export interface Lookup<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  keys(): IterableIterator<Key>;
  values(): IterableIterator<Value>;
  entries(): IterableIterator<[Key, Value]>;
  [Symbol.iterator](): IterableIterator<[Key, Value]>;
  /** Of `entities`: counted by going through them. */
  readonly size: number;
}

/** Path of an article relative to its corpus folder, with `/`. */
export type ArticlePath = string;

/** Stable across runs and independent of the order of articles: made of what identifies the entity, e.g. `place:IQ`, `office:minister/defence/IQ`. */
export type EntityId = string;

/** A mention in an article: `facts.mentions[mention]` of that article. */
export interface MentionRef {
  readonly article: ArticlePath;
  readonly mention: MentionIndex;
}

/** A span of an article that supports a claim. */
export interface Evidence {
  readonly article: ArticlePath;
  /** The article's date; null where it has none. */
  readonly date: IsoDate | null;
  readonly span: Span;
}

interface EntityBase {
  readonly id: EntityId;
  /** For display: the fullest or most frequent form, cleaned. */
  readonly name: string;
  /** Other forms as written, without repeats, most frequent first. */
  readonly aliases: readonly string[];
  /** Latin transliteration of `name` (for places the CLDR English name where there is one). */
  readonly latin: string;
  /**
   * Indexes of its mentions by article, in text order; for a person also the office-only mentions and descriptions that stand for
   * them. The order of the articles means nothing: whoever shows them sorts them.
   */
  readonly mentions: CompactMap<readonly MentionIndex[]>;
}

export interface PersonEntity extends EntityBase {
  readonly kind: 'person';
  readonly ranks: readonly { readonly rank: string; readonly evidence: Evidence }[];
  readonly tenures: readonly Tenure[];
  /** The introducing mention of each article that introduces the person by full name, in order of article date, then path. */
  readonly introductions: readonly MentionRef[];
  /** Agreements signed. */
  readonly agreements: readonly EntityId[];
}

/** Who held an office, as attested; bounds are never invented. */
export interface Tenure {
  readonly person: EntityId;
  readonly office: EntityId;
  /** The title as most often written. */
  readonly title: string;
  readonly organization: EntityId | null;
  readonly country: CountryCode | null;
  /** By date. */
  readonly attestations: readonly Attestation[];
}

/** What articles attest of one person in one office. */
export type TenureOutline = Pick<Tenure, 'person' | 'office' | 'title' | 'attestations'>;

/** What one article says of a person's office, on its own date. */
export interface Attestation extends Evidence {
  /** Said to be held no longer. */
  readonly former: boolean;
  readonly manner?: Manner;
  readonly title: string;
}

export interface OfficeEntity extends EntityBase {
  readonly kind: 'office';
  readonly role: string;
  readonly organization: EntityId | null;
  readonly country: CountryCode | null;
  /** «الوزير العراقي»: too general to be an office of its own; such an entity belongs to one article. */
  readonly general: boolean;
  /** Of all its holders, in order of their first attestation. */
  readonly tenures: readonly Tenure[];
}

export interface OrganizationEntity extends EntityBase {
  readonly kind: 'organization';
  readonly country: CountryCode | null;
  /** Offices of this organisation in the corpus. */
  readonly offices: readonly EntityId[];
}

export interface PlaceEntity extends EntityBase {
  readonly kind: 'place';
  readonly country: CountryCode | null;
  readonly type: 'state' | 'capital' | 'city' | 'province' | 'region' | 'place';
  /** The place that an article says it lies in; null where none says so. */
  readonly within: { readonly place: EntityId; readonly evidence: Evidence } | null;
}

export interface AgreementEntity extends EntityBase {
  readonly kind: 'agreement';
  readonly type: AgreementType;
  /** The latest state attested. */
  readonly status: AgreementState;
  readonly date: IsoDate | null;
  readonly place: EntityId | null;
  /** Entity ids of places (states) or organisations. */
  readonly parties: readonly EntityId[];
  readonly signatories: readonly {
    readonly person: EntityId;
    readonly office: EntityId | null;
    readonly evidence: Evidence;
  }[];
  readonly states: readonly {
    readonly state: AgreementState;
    readonly date: IsoDate | null;
    readonly evidence: Evidence;
  }[];
  readonly subjects: readonly string[];
  /** Other agreements, and how this one stands to them. */
  readonly relations: readonly {
    readonly relation: AgreementRelation;
    readonly agreement: EntityId;
    readonly evidence: Evidence;
  }[];
}

export type Entity = PersonEntity | OfficeEntity | OrganizationEntity | PlaceEntity | AgreementEntity;

/** A mention with what it was resolved to. */
export interface ResolvedMention extends Span {
  readonly article: ArticlePath;
  readonly mention: MentionIndex;
  readonly kind: EntityKind;
  readonly form: MentionForm;
  /** The entity of `kind`; null where open (then `candidates` says what it may be). */
  readonly entity: EntityId | null;
  /** Of an office-only mention or a description: the person it stands for. */
  readonly holder: EntityId | null;
  readonly attached: boolean;
  readonly candidates: readonly EntityId[];
  readonly confidence: number;
  /** Only the tagger saw it, and not firmly: it may be no name at all. */
  readonly unsure: boolean;
  /** Step by step: the article's own reason first, then those of resolution across articles. */
  readonly reasons: readonly (Reason | CrossReason)[];
}

/** Why mentions of several articles are one entity. */
export interface CrossReason {
  readonly code:
    | 'same-name'
    | 'same-office'
    | 'name-variant'
    | 'known-elsewhere'
    | 'held-elsewhere'
    | 'ambiguous'
    | 'decision';
  readonly evidence?: Evidence;
  /** Of `decision`: which. */
  readonly decision?: DecisionIndex;
}

/** Why an article without a date of its own must be of this day: dated ones tell of the same, and the weekday agrees. */
export interface DateInference {
  readonly value: IsoDate;
  /** The same people met in them, or signed. */
  readonly by: 'meeting' | 'signing';
  /** What a dated article says of it; of several that agree the first by path. */
  readonly evidence: Evidence;
}

export interface Resolution {
  readonly entities: Lookup<EntityId, Entity>;
  /** The entities of one kind, in the order of their ids. */
  ofKind<Kind extends EntityKind>(kind: Kind): IterableIterator<Extract<Entity, { kind: Kind }>>;
  /** A way through the whole corpus, which remembers by itself what it decides: who lets it go gives all of that back. */
  survey(): Survey;
  /** Mentions shown in each article (dropped candidates left out), in text order, outer before inner. */
  readonly mentions: Lookup<ArticlePath, readonly ResolvedMention[]>;
  /** Entity of each local entity of an article: `locals.get(path)[index]`; null where it is open or a dropped candidate. */
  readonly locals: Lookup<ArticlePath, readonly (EntityId | null)[]>;
  /** Of articles given without a date: the day that others tell it by. */
  inferredDate(path: ArticlePath): DateInference | null;
  /** Finds entities by what a reader types. */
  readonly names: NameSearch;
  readonly events: EventIndex;
  /** Lists people and offices by the alphabet, and organisations by their state. */
  readonly directory: NameDirectory;
  /** What keeps the reader's decisions, or parts of them, from having an effect; nothing of those that have all of theirs. */
  readonly objections: ReadonlyMap<DecisionIndex, readonly Objection[]>;
}

/** Who met, visited, received or called whom, signed or said something: the tellings of all articles put together. */
export interface EventIndex {
  /** Those a person takes part in, or the holder of an office that the corpus does not name, by date; undated ones last. */
  of(id: EntityId): readonly EventEntity[];
  /** Of these the meetings, receptions, visits and calls. */
  encountersOf(id: EntityId): readonly EventEntity[];
  /** Those that an article tells, in the order in which it tells them. */
  in(article: ArticlePath): readonly EventEntity[];
  /** All, by date. Goes through the corpus. */
  all(): readonly EventEntity[];
}

/**
 * What is asked of a whole corpus, in small steps: between two of them whoever drives it may answer somebody else, or give it up.
 */
export interface Survey {
  /** All meetings, receptions, visits and calls, by date. Goes through the articles that tell of any, which are few. */
  encounters(): Generator<void, readonly EventEntity[]>;
  /** Gives `take` each agreement of which an article is sure, by id. */
  agreements(take: (agreement: AgreementEntity) => void): Generator<void, void>;
  /** All tenures, by person. Reads no facts. */
  tenures(): Generator<void, readonly TenureOutline[]>;
  /**
   * Those who go by one of so many names, the ones that most articles have (of the articles that count, where not all do); in a corpus
   * with no more names everybody. By id.
   */
  prominent(
    kind: 'person' | 'office' | 'organization',
    most: number,
    counts: ((path: ArticlePath) => boolean) | null,
  ): Generator<void, readonly EntityId[]>;
  /** The articles that mention an entity; none for an office that is too general to be one. */
  mentioning(id: EntityId): readonly ArticlePath[];
}

/** One event, told at least once. Tellings are one event only where kind, people, modality and date agree. */
export interface EventEntity {
  /** Made of kind, people and date; `event:…`. */
  readonly id: string;
  readonly kind: EventKind;
  readonly code: EventCode;
  readonly modality: EventModality;
  /** Each once, with the first words that name them: persons, or offices whose holder is not known; also places and parties. */
  readonly actors: readonly { readonly entity: EntityId; readonly role: EventRole; readonly evidence: Evidence }[];
  readonly agreement: EntityId | null;
  readonly place: EntityId | null;
  readonly date: IsoDate | null;
  /** Whether an article states the date; else it is that of the first article that tells it as news. */
  readonly dateStated: boolean;
  /**
   * By article date, then path, then place in the text: the sentence, in it the word that tells the event, and the telling itself,
   * `facts.events[event]` of that article.
   */
  readonly tellings: readonly (Evidence & { readonly trigger: Span; readonly event: number })[];
}

export interface NameDirectory {
  /** The letters that names (without ال, folded) begin with, in the order of the alphabet. */
  letters(kind: 'person' | 'office'): string[];
  /** Those behind the position `after` (null: from the first), some more than `limit` where several share a position. */
  page(kind: 'person' | 'office', letter: string, after: string | null, limit: number): NamePage;
  /** Organisations that articles say are of this state, by id. */
  organizationsOf(country: CountryCode): EntityId[];
}

export interface NamePage {
  /** `position`: where the name stands in the alphabet, to be compared by code unit. */
  readonly entries: readonly { readonly position: string; readonly entity: Entity }[];
  readonly more: boolean;
}

export interface NameSearch {
  /**
   * The entities whose name or another form of it holds all words of `query`, each as a whole word or its beginning, in any order,
   * in Arabic (any spelling that folding makes equal, with or without ال) or in Latin letters by any usual transliteration. Best
   * first: exact words, then beginnings, then likeness of sound; among equals the nearer Latin spelling, then the more frequent.
   * At most `limit`; none for a query without letters or digits.
   */
  search(query: string, limit: number): readonly Entity[];
}

export type { EntityKind, LocalIndex };
