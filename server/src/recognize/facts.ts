/**
 * What one article says: the result of `recognize`. Plain, serialisable data, a pure function of the article's text and the lexicon
 * (invariant 1). Everything refers to everything else by index within the same ArticleFacts, so a facts object can be cached,
 * sent to a worker or printed as one line of JSON.
 */
import type { DateFact, DayClue, IsoDate } from '../text/dates.ts';
import type { ArticleParts } from '../text/parts.ts';
import type { Span } from '../text/span.ts';

export type { DateFact, DayClue, IsoDate };

export type EntityKind = 'person' | 'office' | 'organization' | 'place' | 'agreement';

/** How a mention refers: by full name, by part of it, by the office alone («وزير الدفاع العراقي»), by a description («الضيف العراقي»). */
export type MentionForm = 'name' | 'short' | 'office' | 'description';

/** ISO 3166-1 alpha-2 code of a state. */
export type CountryCode = string;

/** Index into `ArticleFacts.mentions`. */
export type MentionIndex = number;
/** Index into `ArticleFacts.entities`. */
export type LocalIndex = number;

export interface ArticleFacts extends ArticleParts {
  /** Sentences, in order; each lies inside one paragraph or is the title. */
  readonly sentences: readonly Span[];
  /**
   * Sorted by start, the longer first. Two mentions are disjoint or one lies inside the other: an organisation inside an office
   * («أمين [المجلس الأعلى للأمن القومي]»), a place inside an agreement («الاتفاقية بين [العراق] و[إيران]»).
   */
  readonly mentions: readonly MentionFact[];
  readonly entities: readonly LocalEntity[];
  /** Date expressions, in order. */
  readonly dates: readonly DateFact[];
  /** Tellings of events, in text order; one event may be told several times. */
  readonly events: readonly EventFact[];
  /** What tells the day of writing, in order: only of an article whose day is known neither from its text nor from outside. */
  readonly dayClues?: readonly DayClue[];
}

export interface MentionFact extends Span {
  readonly kind: EntityKind;
  readonly form: MentionForm;
  /** What it refers to: an entity of `kind`; of an office mention the office. */
  readonly entity: LocalIndex;
  /** Of an office mention or a description: the person of this article whom it stands for or is said of; null where open. */
  readonly holder: LocalIndex | null;
  /** True where an office mention stands beside the holder's name («وزير الدفاع [العراقي] فلان»): an apposition, not a mention of the person. */
  readonly attached: boolean;
  /** 0–1. Below CANDIDATE it is only shown if another article proves it: a bare unknown surname, say. */
  readonly confidence: number;
  readonly reason: Reason;
  /**
   * Of an open office mention whose words say that not the holder at the article's date is meant («وزير الدفاع السابق», «الرئيس المقبل»);
   * else not there.
   */
  readonly otherTime?: true;
}

/** Whether a text says when it was written, at least the year; then nothing else is asked. */
export function statesYear<Parts extends { readonly date: { readonly value: IsoDate } | null }>(
  parts: Parts,
): parts is Parts & { readonly date: NonNullable<Parts['date']> } {
  return parts.date !== null && !parts.date.value.startsWith('XXXX');
}

/** Mentions with less confidence than this are candidates: `resolve` drops them unless other articles know such a name. */
export const CANDIDATE = 0.5;

/** What only the tagger saw with less confidence than this is shown as unsure. */
export const SURE = 0.75;

/** Why a mention was read and resolved so. `at` is the mention that proves it; the wording is made in features, in the reader's language. */
export interface Reason {
  readonly code:
    | 'office-beside' // an office stands beside the name
    | 'rank-beside' // a rank or an honorific stands before the name
    | 'speech-verb' // a verb of saying or meeting governs the name
    | 'given-name' // the first word is a common given name, the second looks like a family name
    | 'repeated' // the same words are a proven name elsewhere in the article
    | 'part-of-name' // part of the full name at `at`
    | 'office-in-article' // the article gave this office to the person at `at`
    | 'counterpart' // «نظيره»: the other's office with its own country; `at` is the other
    | 'description' // «الضيف العراقي»: the one foreign or official person it can mean
    | 'lexicon' // a word of the closed lists: a state, a capital, a body
    | 'pattern' // built like one: «وكالة X», «مذكرة تفاهم …»
    | 'tagger' // the learned tagger reads it as a name, and no rule does
    | 'anaphora'; // «هذه المذكرة», «الاتفاقية»: the agreement at `at`
  readonly at?: MentionIndex;
}

export type LocalEntity = PersonFact | OfficeFact | OrganizationFact | PlaceFact | AgreementFact;

/** A person as this article knows them: one per person, however many mentions (resolution inside the article is done here). */
export interface PersonFact {
  readonly kind: 'person';
  /** The fullest form in this article, cleaned (text/fold.ts `clean`), without ranks and titles. */
  readonly name: string;
  /** The folded words of `name` in order: [«سالم», «كريم», «الراوي»]. */
  readonly words: readonly string[];
  /** Where the person is introduced: the first full-name mention, if possible one with an office. */
  readonly introduction: MentionIndex;
  readonly ranks: readonly RankClaim[];
  readonly offices: readonly OfficeClaim[];
}

/** «العميد», «الفريق أول الركن» beside the name. */
export interface RankClaim extends Span {
  readonly rank: string;
}

export interface OfficeClaim {
  readonly office: LocalIndex;
  /** The office mention that says so; of who held the office before («خلفا لفلان») that of who followed. */
  readonly mention: MentionIndex;
  /** The whole stretch that shows it, office and name together. */
  readonly evidence: Span;
  /** «السابق», «الأسبق», «الراحل», or somebody else has followed: the office is not held at the article's date. */
  readonly former: boolean;
  /** «بالوكالة», «المؤقت»; «المكلف», «المنتخب». Left out where the text says neither. */
  readonly manner?: Manner;
}

/** How an office is held where it is not simply held: in another's place, or to be held. */
export type Manner = 'acting' | 'designate';

export interface OfficeFact {
  readonly kind: 'office';
  /** Identity across articles: lexicon ids joined by `/`, e.g. `minister/defence/IQ`; unknown parts are empty. */
  readonly key: string;
  /** As written, cleaned: «وزير الدفاع العراقي». */
  readonly title: string;
  /** Lexicon id of the office noun: `minister`, `president`, `secretary`, `commander`, … */
  readonly role: string;
  /** The organisation it belongs to, where the text names one. */
  readonly organization: LocalIndex | null;
  readonly country: CountryCode | null;
  /** «الوزير العراقي», «المسؤول الإيراني»: too general to be an office of its own; never merges across articles. */
  readonly general: boolean;
}

export interface OrganizationFact {
  readonly kind: 'organization';
  /** Identity across articles: lexicon id or folded name without ال, with `/` and the country where one is said: `parliament/IQ`. */
  readonly key: string;
  /** As written, cleaned. */
  readonly name: string;
  /** The short name that the article gives it in brackets. */
  readonly short?: string;
  readonly country: CountryCode | null;
}

export interface PlaceFact {
  readonly kind: 'place';
  /** `IQ` for a state, `IQ/baghdad`-like for what the lexicon knows, else the folded name. */
  readonly key: string;
  readonly name: string;
  /** The state it lies in or is, where the lexicon or the text («كردستان العراق») says so. */
  readonly country: CountryCode | null;
  readonly type: 'state' | 'capital' | 'city' | 'province' | 'region' | 'place';
  /** The place that the text says it lies in («مدينة … في محافظة …», «… شمالي العراق»); the evidence goes from the one to the other. */
  readonly within?: { readonly place: LocalIndex; readonly evidence: Span };
}

export type AgreementType = 'memorandum' | 'treaty' | 'minutes' | 'protocol' | 'document' | 'statement' | 'agreement';
export type AgreementState = 'planned' | 'negotiated' | 'signed' | 'in force' | 'announced' | 'ended';
/** How an agreement stands to another: «استكمالا لـ», «تنفيذا لـ», «تعديلا لـ» or «ملحق بـ». */
export type AgreementRelation = 'follows' | 'implements' | 'amends';

export interface AgreementFact {
  readonly kind: 'agreement';
  readonly type: AgreementType;
  /** The most telling mention, cleaned, in the nominative: «بيان مشترك» of «أصدرا بيانا مشتركا». */
  readonly title: string;
  /** A proper name that tells it from others of its parties: «الجزائر» in «معاهدة الجزائر»; folded; null where it has none. */
  readonly properName: string | null;
  /** States by country code, else organisations by key. Sorted. */
  readonly parties: readonly string[];
  readonly signatories: readonly {
    readonly person: LocalIndex;
    readonly office: LocalIndex | null;
    readonly evidence: Span;
  }[];
  readonly place: LocalIndex | null;
  /** When it was signed or announced, where the text or the article's date gives it. */
  readonly date: (Span & { readonly value: IsoDate }) | null;
  readonly states: readonly {
    readonly state: AgreementState;
    readonly date: IsoDate | null;
    readonly evidence: Span;
    /** Nothing is said of its life: it is spoken of as a document that exists («بموجب اتفاقية …»); the evidence is its name. */
    readonly presumed?: true;
  }[];
  /** Lexicon ids of what it is about: `defence`, `security`, `border`, `trade`, … Sorted. */
  readonly subjects: readonly string[];
  /**
   * What else is named with it and its news: keys of towns, and words that prose does not know («سكة البصرة – شنقاف»). Sorted. Two
   * documents of one kind that name the same may be one.
   */
  readonly topics: readonly string[];
  /** Other agreements of this article that it follows, implements or amends; the evidence goes from the one name to the other. */
  readonly relations: readonly {
    readonly relation: AgreementRelation;
    readonly agreement: LocalIndex;
    readonly evidence: Span;
  }[];
  /** Persons of this article named in the sentences that speak of it: what helps to see one document under two names. */
  readonly participants: readonly LocalIndex[];
}

export type EventKind = 'meeting' | 'visit' | 'reception' | 'call' | 'signing' | 'statement';

/** Denied: the article says that it did not or will not happen. */
export type EventModality = 'happened' | 'planned' | 'denied';

/**
 * Of a meeting all are participants and of a signing all are signatories (persons) or parties (states, organisations): these are
 * reciprocal. A visitor goes to a host, a caller calls the called.
 */
export type EventRole = 'participant' | 'visitor' | 'host' | 'caller' | 'called' | 'signatory' | 'party' | 'speaker';

/**
 * Code of an event type in CAMEO (codebook 1.1b3, 2012): 010 make statement; 032 express intent to engage in diplomatic cooperation
 * (a signing that is planned), 036 express intent to meet or negotiate (anything else that is planned); 040 consult, 041 discuss by
 * telephone, 042 make a visit, 043 host a visit, 046 engage in negotiation; 057 sign formal agreement. What is denied keeps the code of
 * what is denied. PLOVER has the same as CONSULT (04), AGREE (03) and SUPPORT (057).
 */
export type EventCode = '010' | '032' | '036' | '040' | '041' | '042' | '043' | '046' | '057';

/** One telling of an event. */
export interface EventFact {
  readonly kind: EventKind;
  readonly code: EventCode;
  readonly modality: EventModality;
  /** In text order, each entity once: persons, or offices whose holder the article does not name; of a visit and a signing also places. */
  readonly actors: readonly EventActor[];
  /** The agreement that is signed. */
  readonly agreement: LocalIndex | null;
  readonly place: LocalIndex | null;
  /** When, where the clause that tells it says so. */
  readonly date: IsoDate | null;
  /** Told as news: where no date is said, it happened about the article's date, which the text may not give. */
  readonly news: boolean;
  /** The verb or noun that tells it. */
  readonly trigger: Span;
  readonly sentence: Span;
}

export interface EventActor {
  readonly entity: LocalIndex;
  readonly role: EventRole;
  /** The words that name the actor here. */
  readonly span: Span;
}
